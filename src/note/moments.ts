/** Days and times of day as texts name them. */
import { type CalendarDate } from '../text/calendar-date';
import { weekdayOfName } from '../text/calendar-names';
import { type DayOrder, type WrittenDate, writtenDates } from '../text/written-dates';

interface Moment {
  readonly date: CalendarDate;
  /** `HH:MM`, or null. */
  readonly time: string | null;
}

/** The first date that exists in a text, wherever it is, and the time after it. */
export function momentIn(text: string, order: DayOrder | null = null): Moment | null {
  for (const written of writtenDates(text, order))
    if (written.date !== null) return { date: written.date, time: timeBehind(text, written) };
  return null;
}

/**
 * The date that a text begins with; a weekday may be before it.
 *
 *     2025-10-28 14 30 - Title      Tuesday, October 28, 2025      [[2025-10-28]]
 *     ^ date     ^ time
 */
export function leadingDate(text: string, order: DayOrder | null = null): WrittenDate | null {
  const [first] = writtenDates(text.slice(0, 80), order);
  if (first === undefined || !isWeekday(text.slice(0, first.from))) return null;
  return first;
}

/**
 * The date that is all a text says, except a weekday and a time: `2025-03-04 Tuesday`, `Dienstag, 4. März 2025`,
 * `Thursday May 3, 2022 (9:00–10:00 PT)`.
 */
export function wholeDate(text: string, order: DayOrder | null = null): WrittenDate | null {
  if (text.length > 80) return null;
  const [first] = writtenDates(text, order);
  if (first === undefined || !isWeekday(text.slice(0, first.from))) return null;
  const rest = text.slice(first.to).replace(CLOCK_TIMES, '');
  return isWeekday(rest) ? first : null;
}

/** Times and zones after a date: ` (9:00–10:00 PT)`, `T14:30:00Z`, ` 2:00 PM`. */
const CLOCK_TIMES =
  /^T?[\s,(@_-]{0,4}(?:at )?\d{1,2}(?:[:.h]\d{2}){0,2}(?:\.\d+)?\s?(?:[ap]\.?m\.?)?(?:\s?[-–—]\s?\d{1,2}(?:[:.h]\d{2})?\s?(?:[ap]\.?m\.?)?)?\s?(?:[A-Z]{1,5}|Uhr)?\)?/i;

function isWeekday(text: string): boolean {
  const word = text.replace(/^[\s,.:()[\]_–—-]+|[\s,:()[\]_–—-]+$/g, '');
  return word === '' || (word.length < 15 && weekdayOfName(word) !== null);
}

/** The time that is after a date, as `HH:MM`; also of the digits of `202503040942`. */
export function timeBehind(text: string, { from, to }: Pick<WrittenDate, 'from' | 'to'>): string | null {
  const date = text.slice(from, to);
  if (/^\d{12,}$/.test(date)) return clock(date.slice(8, 10), date.slice(10, 12));
  const match = TIME_BEHIND.exec(text.slice(to, to + 30));
  return match === null ? null : clockOf(match[1] ?? match[4], match[2] ?? '00', match[3] ?? match[5]);
}

const TIME_BEHIND =
  /^(?:T|[ _,(]+|[ _]?[-–—@][ _]?|,?[ _]at[ _])(?:(\d{1,2})[:. h_-]?(\d{2})(?!\d)(?!-\d)(?:[:.]\d{2})?(?: ?([ap])\.?m\b)?|(\d{1,2}) ?([ap])\.?m\b)/i;

/** The time a heading begins with: `14:30 [[Ann Lee]]`, `9.05 – 10.00 Sync`, `2:30 pm`, `2 pm`. */
export function leadingTime(text: string): { time: string; rest: string } | null {
  const match = LEADING_TIME.exec(text);
  if (match === null) return null;
  const time = clockOf(match[1] ?? match[4], match[2] ?? '00', match[3] ?? match[5]);
  return time === null
    ? null
    : {
        time,
        rest: text
          .slice(match[0].length)
          .replace(/^(?:\s*[-–—]\s*\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?)?[\s:,–—-]*/i, ''),
      };
}

const LEADING_TIME = /^\s*(?:(\d{1,2})[:.h](\d{2})(?!\d)(?:\s?([ap])\.?m\b\.?|\s?Uhr\b)?|(\d{1,2})\s?([ap])\.?m\b\.?)/i;

function clockOf(hours: string | undefined, minutes: string, half: string | undefined): string | null {
  const hour = Number(hours);
  const noon = /^p/i.test(half ?? '') && hour < 12 ? 12 : /^a/i.test(half ?? '') && hour === 12 ? -12 : 0;
  return clock(String(hour + noon), minutes);
}

/** `HH:MM`, or null for an hour or minute that no clock shows. */
export function clock(hours: string | undefined, minutes: string | undefined): string | null {
  const hour = Number(hours);
  const minute = Number(minutes);
  if (!Number.isInteger(hour) || !Number.isInteger(minute) || hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
