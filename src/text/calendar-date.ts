/**
 * Calendar days as strings `YYYY-MM-DD`: no time zone ever moves one. date-fns does the arithmetic on local midnights,
 * which never leave their own day.
 */
import { addDays as addDaysTo, differenceInCalendarDays, getDaysInMonth, lightFormat, parseISO } from 'date-fns';
import { memoize } from './memoize';

/** A calendar day, `YYYY-MM-DD`, that exists. */
export type CalendarDate = string;

/** The day of a moment on the calendar of whoever's clock it is. */
export function calendarDay(moment: Date): CalendarDate {
  return lightFormat(moment, 'yyyy-MM-dd');
}

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether `text` is a day that exists: `2025-02-30` is not. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!SHAPE.test(text)) return false;
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  return month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysInMonth(Number(text.slice(0, 4)), month));
}

function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
}

function daysInMonth(year: number, month: number): number {
  // The Gregorian calendar repeats every 400 years; date-fns takes years below 100 for 19xx.
  return month === 2
    ? getDaysInMonth(new Date(2000 + (year % 400), 1, 1))
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;
}

/** The day `count` days after `date` (before it when negative). */
export function addDays(date: CalendarDate, count: number): CalendarDate {
  return daysAway(`${date} ${count}`);
}

/** Pages ask again and again what day was 30 days before a meeting, or is a week from today. */
const daysAway = memoize(2_000, (asked) => {
  const [date = '', count] = asked.split(' ');
  return lightFormat(addDaysTo(parseISO(date), Number(count)), 'yyyy-MM-dd');
});

/** Days from `from` to `to`; negative when `to` is before. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from));
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `28 Oct 2025`. */
export function longDate(date: CalendarDate): string {
  return `${shortDate(date)} ${date.slice(0, 4)}`;
}

/** `28 Oct`. */
export function shortDate(date: CalendarDate): string {
  return `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? '?'}`;
}

/** `28 Oct`, with the year where it is not `reference`'s. */
export function dateBeside(date: CalendarDate, reference: CalendarDate): string {
  return date.slice(0, 4) === reference.slice(0, 4) ? shortDate(date) : longDate(date);
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `Mon 3 Nov 2025`. */
export function weekdayDate(date: CalendarDate): string {
  return `${weekdayOf(date)} ${longDate(date)}`;
}

/** `Mon 3 Nov`. */
export function weekdayShort(date: CalendarDate): string {
  return `${weekdayOf(date)} ${shortDate(date)}`;
}

function weekdayOf(date: CalendarDate): string {
  return WEEKDAYS[parseISO(date).getDay()] ?? '?';
}

const WHOLE_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `October 2025`. */
export function monthOf(date: CalendarDate): string {
  return `${WHOLE_MONTHS[Number(date.slice(5, 7)) - 1] ?? '?'} ${date.slice(0, 4)}`;
}

/** `2025-Q4`. */
export function quarterOf(date: CalendarDate): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}
