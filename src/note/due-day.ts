/**
 * The day that words name, seen from the day of the meeting (Tuesday 4 March 2025):
 *
 *     2025-03-14 · 14 March 2025 · 14 Mar · March 14th · 14.03. · Fri 3/14 · Friday · tomorrow · end of month
 *
 * Without a year it is the first such day on or after the meeting's, if that is less than nine months away.
 */
import { addMonths, lightFormat, parseISO } from 'date-fns';
import { type CalendarDate, isCalendarDate } from '../text/calendar-date';
import { monthOfName, weekdayOfName } from '../text/calendar-names';
import { type DayOrder, writtenDates } from '../text/written-dates';
import { lastOfMonth, phrasedDay, weekdayAfter, weekdayOf } from './due-phrases';

interface DueDay {
  /** Null: the words name a day that cannot be told for certain. */
  readonly date: CalendarDate | null;
  readonly to: number;
}

export interface DueOptions {
  /** The meeting's day. */
  readonly base: CalendarDate | null;
  /** Decides `3/4`. */
  readonly order: DayOrder | null;
  /** Two or three letters may be a weekday: not after English words, where they are mostly something else. */
  readonly shortNames: boolean;
}

/** What `text` starts with; null where that is no day. Looks at its first 60 characters only. */
export function dayAtStart(text: string, options: DueOptions): DueDay | null {
  const lower = text.slice(0, LONGEST).toLowerCase().replace(/[’ʼ]/g, "'");
  const at = SMALL_WORDS.exec(lower)?.[0].length ?? 0;
  const found = dayIn(lower.slice(at), options);
  if (found === null) return null;
  const to = at + found.to;
  return { date: found.date, to: to + (CLOCK_BEHIND.exec(lower.slice(to))?.[0].length ?? 0) };
}

const LONGEST = 60;
/** `**`, brackets, articles. */
const SMALL_WORDS =
  /^[\s:*_([–—-]{0,4}(?:(?:on|at|the|le|la|l'|el|il|den|dem|der|am|zum|ao|dia|het|de|of) ?(?=[\p{L}\p{N}[])){0,2}\[{0,2}/u;
const CLOCK_BEHIND =
  /^\]{0,2}(?:,? ?(?:at|um|à|a las|om|alle|às|@)? ?\d{1,2}(?:[:.h]\d{2}(?!\d)(?: ?[ap]\.?m\.?)?| ?[ap]\.?m\.?(?!\p{L})| uhr)|,? (?:eod|cob|noon|midnight|morning|afternoon|evening|end of day|mittag|midi)(?!\p{L}))?/u;

function dayIn(text: string, options: DueOptions): DueDay | null {
  const phrase = phrasedDay(text, options.base);
  if (phrase !== null) {
    // `EOD Friday`
    const gap = /^(?:eod|cob|end of day|close of business)(?: on|,)? /.exec(text)?.[0].length ?? 0;
    const then = gap === 0 ? null : dayIn(text.slice(gap), options);
    return then === null ? phrase : { date: then.date, to: gap + then.to };
  }
  return endOfNamedMonth(text, options) ?? namedWeekday(text, options) ?? datedDay(text, options);
}

/** `end of March`, `Ende März`, `fin mars`. */
function endOfNamedMonth(text: string, { base }: DueOptions): DueDay | null {
  const match =
    /^(?:end of|ende|fin de|fin|finales de|eind|einde|fine|fim de|final de) (\p{L}{3,11})\.?(?!\p{L})/u.exec(text);
  const month = match?.[1] === undefined ? null : monthOfName(match[1]);
  if (match === null || month === null || base === null) return null;
  const first = withYear(1, month, base.slice(0, 8) + '01');
  return { date: first === null ? null : lastOfMonth(first), to: match[0].length };
}

const WEEKDAY =
  /^(next |this |coming |(?:am |den )?nächste[nrs]? |kommende[nrs]? |diese[nrs]? |ce |este |esta |próxim[oa] |volgende |deze |komende |prossim[oa] |quest[oa] )?(\p{L}{2,13})\.?(?:[-]feira)?(?![\p{L}\p{N}])( prochaine?| próxim[oa]| prossim[oa]| que viene| next week| this week)?/u;
const NEXT = /^(?:next|nächst|próxim|volgende|prossim)|prochain|próxim|prossim|que viene/;

function namedWeekday(text: string, options: DueOptions): DueDay | null {
  const match = WEEKDAY.exec(text);
  const [whole, before = '', name = '', behind = ''] = match ?? [];
  if (whole === undefined) return null;
  // `Mar 10` is a day of March.
  if (monthOfName(name) !== null && /^\.? \d/.test(text.slice(whole.length))) return null;
  const weekday = weekdayOfName(name);
  if (weekday === null || (name.length < 4 && !SHORT_ENGLISH.has(name) && !options.shortNames && name < 'ÿ'))
    return null;
  const gap = /^,? (?:(?:the|den|le|el|il|dem) )?/.exec(text.slice(whole.length))?.[0].length ?? 0;
  const dated =
    gap === 0 || before !== '' || behind !== '' ? null : datedDay(text.slice(whole.length + gap), options, weekday);
  if (dated !== null) return { date: dated.date, to: whole.length + gap + dated.to };
  const { base } = options;
  if (base === null) return { date: null, to: whole.length };
  const coming = weekdayAfter(base, weekday);
  const ofNextWeek = weekdayAfter(weekdayAfter(base, 1), weekday);
  const inNextWeek = weekday === 1 ? weekdayAfter(base, 1) : ofNextWeek;
  if (behind === ' next week') return { date: inNextWeek, to: whole.length };
  const said = `${before}${behind}`.trim();
  return { date: NEXT.test(said) && coming !== inNextWeek ? null : coming, to: whole.length };
}

const SHORT_ENGLISH = new Set(['mon', 'tue', 'tues', 'wed', 'thu', 'thur', 'thurs', 'fri', 'sat', 'sun']);

/** A date with a year or without; `weekday` next to it decides `Mon 3/10`. */
function datedDay(text: string, { base, order }: DueOptions, weekday: number | null = null): DueDay | null {
  if (!/^[\d\p{L}]/u.test(text)) return null;
  const [written] = writtenDates(text, order);
  if (written?.from === 0) {
    const { either } = written;
    const fits = either === null ? [] : Object.values(either).filter((date) => weekdayOf(date) === weekday);
    return { date: written.date ?? (fits.length === 1 ? (fits[0] ?? null) : null), to: written.to };
  }
  const slashed = /^(\d{1,2})\/(\d{1,2})(?![\d/])/.exec(text);
  if (slashed !== null) {
    const date = slashedDay(Number(slashed[1]), Number(slashed[2]), { base, order, weekday });
    return date === undefined ? null : { date, to: slashed[0].length };
  }
  const dotted = /^(\d{1,2})\. ?(\d{1,2})(?:\.(?!\d)|(?![\d.:%]))/.exec(text);
  if (dotted !== null) return dayed(Number(dotted[1]), Number(dotted[2]), { base, to: dotted[0].length });
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|er|[.ºª])?[ -]?(?:of |de |d'|di )?(\p{L}{3,11})\.?(?!\p{L})/u.exec(text);
  const monthFirst = /^(\p{L}{3,11})\.?[ -](\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\p{N}:])/u.exec(text);
  const month = monthOfName(dayFirst?.[2] ?? monthFirst?.[1] ?? '');
  if (month !== null)
    return dayed(Number(dayFirst?.[1] ?? monthFirst?.[2]), month, {
      base,
      to: (dayFirst ?? monthFirst)?.[0].length ?? 0,
    });
  const ofMonth = /^(\d{1,2})(?:st|nd|rd|th)(?=$|[\s,.;)\]*_])(?! \p{L})/u.exec(text);
  if (ofMonth !== null && base !== null) return { date: dayOfMonth(Number(ofMonth[1]), base), to: ofMonth[0].length };
  const alone = /^(\p{L}{4,11})(?: \d{4})?(?![\p{L}\p{N}])/u.exec(text);
  return alone?.[1] !== undefined && monthOfName(alone[1]) !== null ? { date: null, to: alone[0].length } : null;
}

function dayed(day: number, month: number, { base, to }: { base: CalendarDate | null; to: number }): DueDay | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { date: base === null ? null : withYear(day, month, base), to };
}

/** Undefined where the numbers are no date at all. */
function slashedDay(
  a: number,
  b: number,
  { base, order, weekday }: Pick<DueOptions, 'base' | 'order'> & { weekday: number | null },
): CalendarDate | null | undefined {
  const isDate = (day: number, month: number): boolean => day >= 1 && day <= 31 && month >= 1 && month <= 12;
  if (!isDate(a, b) && !isDate(b, a)) return undefined;
  if (base === null) return null;
  if (!isDate(a, b)) return withYear(b, a, base);
  if (!isDate(b, a) || a === b) return withYear(a, b, base);
  const readings = [withYear(a, b, base), withYear(b, a, base)];
  const fits = readings.filter((date) => date !== null && weekday !== null && weekdayOf(date) === weekday);
  if (fits.length === 1) return fits[0];
  return order === null ? null : order === 'day-first' ? readings[0] : readings[1];
}

const MONTHS_AHEAD = 9;

function withYear(day: number, month: number, base: CalendarDate): CalendarDate | null {
  const beside = `${two(month)}-${two(day)}`;
  const latest = lightFormat(addMonths(parseISO(base), MONTHS_AHEAD), 'yyyy-MM-dd');
  const date = [0, 1].map((later) => `${Number(base.slice(0, 4)) + later}-${beside}`).find((one) => one >= base);
  return date !== undefined && isCalendarDate(date) && date <= latest ? date : null;
}

function dayOfMonth(day: number, base: CalendarDate): CalendarDate | null {
  const year = Number(base.slice(0, 4));
  const month = Number(base.slice(5, 7));
  const dates = [0, 1, 2].map((later) => {
    const at = month - 1 + later;
    return `${year + Math.floor(at / 12)}-${two((at % 12) + 1)}-${two(day)}`;
  });
  return dates.find((date) => isCalendarDate(date) && date >= base) ?? null;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
