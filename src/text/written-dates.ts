/**
 * The dates in a text, in the forms in which people write them, each with a year:
 *
 *     2025-03-04  2025_3_4  20250304  2025_0304           year first
 *     2025年3月4日  2025 年 3 月 4 日  2025년 3월 4일
 *     4 March 2025  March 4th, 2025  4. März 2025  4 de marzo de 2025
 *     04.03.2025                                         dots: day first, unless other dates prove the month first
 *     03/04/2025  03-04-25                               as `order` says, else undecided
 *     14022023                                           where it can be read in one way only
 */
import { type CalendarDate, isCalendarDate } from './calendar-date';
import { monthOfName } from './calendar-names';

export type DayOrder = 'day-first' | 'month-first';

export interface WrittenDate {
  /** Null where the order of day and month is undecided; `either` then has both readings. */
  readonly date: CalendarDate | null;
  readonly either: Readonly<Record<DayOrder, CalendarDate>> | null;
  /** The order that this date leaves no choice but to read it in: `14/02/2023`. */
  readonly proves: DayOrder | null;
  readonly from: number;
  readonly to: number;
}

/** In order of the text. `order` decides `03/04/2025`. */
export function writtenDates(text: string, order: DayOrder | null = null): WrittenDate[] {
  if (!HAS_DATE.test(text)) return NONE;
  const found: WrittenDate[] = [];
  for (const match of text.matchAll(NUMBERS)) {
    if (isPartOfNumber(text, match.index, match[0])) continue;
    const read = fromNumbers(match, order);
    if (read !== null) found.push({ ...read, from: match.index, to: match.index + match[0].length });
  }
  if (!HAS_YEAR_LAST.test(text)) return found;
  for (const match of text.matchAll(WORDS)) {
    const month = monthOfName(match[2] ?? match[4] ?? '');
    const date = month === null ? null : dayOf(match[3] ?? match[6], month, match[1] ?? match[5]);
    if (date === null || /\d/.test(text.charAt(match.index - 1))) continue;
    found.push({ ...certain(date), from: match.index, to: match.index + match[0].length });
  }
  return found.length < 2 ? found : found.sort((a, b) => a.from - b.from);
}

const NONE: WrittenDate[] = [];
/** Each form has four digits in a row, or numbers with separators. */
const HAS_DATE = /\d{4}|\d[-‐‑–/._]\d{1,2}[-‐‑–/._]\d/;

/** As dates with a month's name end. */
const HAS_YEAR_LAST = /[ ,-](?:19|20|21)\d\d(?!\d|[-./_]\d)/;

const NUMBERS =
  /(\d{4})(?:([-‐‑–._/ ])(\d{1,2})\2(\d{1,2})| ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일])(?!\d)|(\d{1,2})([-‐‑–./_])(\d{1,2})\8(\d{4}|\d{2})(?!\d)|(\d{4}_?\d{4})(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?(?!\d)/g;

const WORDS =
  /(\d{1,2})(?:st|nd|rd|th|er|[.ºª])?[ -](?:of |de |d['’]|di )?(\p{L}{2,11})\.?,?[ -](?:de |del |do )?(\d{4})(?!\d)|(\p{L}{3,11})\.?[ -](\d{1,2})(?:st|nd|rd|th)?(?:, ?|[ -])(\d{4})(?!\d)/giu;

/** Whether what looks like a date goes on before or after it: `1.2.2025.4`, `v2025.3.4`. */
function isPartOfNumber(text: string, from: number, date: string): boolean {
  const before = text.slice(Math.max(from - 2, 0), from);
  if (/\d$|\d[-./]$/.test(before) || /(?:^|[^\p{L}])v$/iu.test(before)) return true;
  return date.includes('.') && /^\.\d/.test(text.slice(from + date.length, from + date.length + 2));
}

type Read = Pick<WrittenDate, 'date' | 'either' | 'proves'>;

function certain(date: CalendarDate): Read {
  return { date, either: null, proves: null };
}

function fromNumbers(match: RegExpExecArray, order: DayOrder | null): Read | null {
  const [, year, , month, day, eastMonth, eastDay, first, separator, second, last, digits] = match;
  if (digits !== undefined) return fromDigits(digits.replace('_', ''));
  if (year !== undefined) {
    const date = dayOf(year, Number(month ?? eastMonth), day ?? eastDay);
    return date === null ? null : certain(date);
  }
  if (first === undefined || second === undefined || last === undefined) return null;
  // `1.2.34` is a version.
  if (separator === '.' && last.length === 2 && (first.length < 2 || second.length < 2)) return null;
  const yearFirst =
    last.length === 2 && separator !== '.' && separator !== '/' ? shortYearFirst(first, second, last) : null;
  if (yearFirst !== null) return certain(yearFirst);
  const whole = last.length === 2 ? `20${last}` : last;
  // Dots put the day first, but with those who never do.
  const byDots = separator === '.' && order !== 'month-first' ? dayOf(whole, Number(second), first) : null;
  if (byDots !== null) return certain(byDots);
  const dayFirst = dayOf(whole, Number(second), first);
  const monthFirst = dayOf(whole, Number(first), second);
  if (dayFirst === null || monthFirst === null) {
    const date = dayFirst ?? monthFirst;
    if (date === null) return null;
    return { date, either: null, proves: separator === '.' ? null : dayFirst === null ? 'month-first' : 'day-first' };
  }
  if (dayFirst === monthFirst) return certain(dayFirst);
  const either = { 'day-first': dayFirst, 'month-first': monthFirst };
  return { date: order === null ? null : either[order], either, proves: null };
}

/** `26-08-05`: 2026 is likelier than 2005. */
function shortYearFirst(first: string, second: string, last: string): CalendarDate | null {
  return Number(first) >= 20 && Number(last) < 12 ? dayOf(`20${first}`, Number(second), last) : null;
}

/** `20250304`; `14022023` and `02142023`, which cannot be anything else. */
function fromDigits(digits: string): Read | null {
  const yearFirst = dayOf(digits.slice(0, 4), Number(digits.slice(4, 6)), digits.slice(6));
  const [a, b, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)];
  const dayFirst = dayOf(year, Number(b), a);
  const monthFirst = dayOf(year, Number(a), b);
  const days = new Set([yearFirst, dayFirst, monthFirst].filter((day) => day !== null));
  const [only] = days;
  return only !== undefined && (days.size === 1 || only === yearFirst) ? certain(only) : null;
}

/** A day that exists, of a year in which somebody may have met. */
function dayOf(year = '', month: number, day = ''): CalendarDate | null {
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return /^(?:19|20|21)/.test(date) && isCalendarDate(date) ? date : null;
}
