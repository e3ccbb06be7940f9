/**
 * A day in a person's words, as they are typed next to a task or after `--due-before`.
 *
 *     fri, next week, in 3 days, 2w, 31 oct, oct 31 2026, 31.10., the 15th, end of month, weekend, 2025-11-07
 *
 * A day is to come: `fri` said on a Friday is the one in a week, `3 nov` said on 3 November is today, `1 nov` next
 * year's. Weeks begin on Monday. `3/4` is a day in April or in March, and so it is none.
 */
import { addMonths, addYears, endOfMonth, lightFormat, parseISO, startOfMonth, startOfYear } from 'date-fns';
import { addDays, type CalendarDate, isCalendarDate } from './calendar-date';

/** `date` is null for “none”. Null where the words are no day. */
export function readDateWords(words: string, today: CalendarDate): { readonly date: CalendarDate | null } | null {
  if (words.length > LONGEST) return null;
  const text = words
    .toLowerCase()
    .replace(/[\s,]+/g, ' ')
    .trim()
    .replace(/^(?:on|by|until|till|due) /, '');
  if (NO_DATE.test(text)) return { date: null };
  const date = dayOf(text, today);
  // A year of five digits is no calendar day as notes write it.
  return date !== null && isCalendarDate(date) ? { date } : null;
}

const LONGEST = 60;
const NO_DATE = /^(?:none|no date|no|never|clear|-)$/;

function dayOf(text: string, today: CalendarDate): CalendarDate | null {
  const fixed = FIXED.get(text.replace(/\bthe /g, ''));
  if (fixed !== undefined) return fixed(today);
  return (
    weekdayIn(text, today) ??
    spanIn(text, today) ??
    dayAndMonthIn(text, today) ??
    dayOfMonthIn(text, today) ??
    (isCalendarDate(text) ? text : null)
  );
}

const month = (today: CalendarDate, count: number): Date => addMonths(startOfMonth(parseISO(today)), count);
const itself = (today: CalendarDate): CalendarDate => today;
const tomorrow = (today: CalendarDate): CalendarDate => addDays(today, 1);
const friday = (today: CalendarDate): CalendarDate => addDays(today, Math.max(FRIDAY - weekdayOf(today), 0));
const monday = (today: CalendarDate): CalendarDate => addDays(today, 7 - weekdayOf(today));
const lastOfMonth = (today: CalendarDate): CalendarDate => written(endOfMonth(parseISO(today)));
const nextMonth = (today: CalendarDate): CalendarDate => written(month(today, 1));
const saturday = (today: CalendarDate): CalendarDate => weekdayIn('saturday', today) ?? today;
const yearEnd = (today: CalendarDate): CalendarDate => `${today.slice(0, 4)}-12-31`;

const FIXED: ReadonlyMap<string, (today: CalendarDate) => CalendarDate> = new Map(
  Object.entries({
    today: itself,
    tod: itself,
    now: itself,
    tonight: itself,
    eod: itself,
    tomorrow,
    tom: tomorrow,
    tmr: tomorrow,
    tmrw: tomorrow,
    yesterday: (today: CalendarDate) => addDays(today, -1),
    'this week': friday,
    eow: friday,
    'end of week': friday,
    'end of this week': friday,
    'next week': monday,
    nw: monday,
    'end of next week': (today: CalendarDate) => addDays(monday(today), FRIDAY),
    weekend: saturday,
    'this weekend': saturday,
    'this month': lastOfMonth,
    eom: lastOfMonth,
    'end of month': lastOfMonth,
    'end of this month': lastOfMonth,
    'next month': nextMonth,
    nm: nextMonth,
    'end of next month': (today: CalendarDate) => written(endOfMonth(month(today, 1))),
    'next year': (today: CalendarDate) => written(addYears(startOfYear(parseISO(today)), 1)),
    'end of year': yearEnd,
    eoy: yearEnd,
  }),
);

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const FRIDAY = 4;

/** `fri`, `this fri`, `next fri`: the Friday to come; of the next week where that is said. */
function weekdayIn(text: string, today: CalendarDate): CalendarDate | null {
  const [, which = '', name = ''] = /^(this |next |coming )?([a-z]{2,9})\.?$/.exec(text) ?? [];
  const day = beginning(name, WEEKDAYS, 2);
  if (day < 0) return null;
  if (which === 'next ') return addDays(monday(today), day);
  return addDays(today, ((day - weekdayOf(today) + 6) % 7) + 1);
}

const COUNTS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
  }),
);

/** `in 3 days`, `two weeks`, `+2w`, `1m`. */
function spanIn(text: string, today: CalendarDate): CalendarDate | null {
  const [whole, number = '', unit = ''] =
    /^(?:in |\+ ?)?(?:(\d{1,3}|a|an|[a-z]{3,5}) )?(days?|weeks?|months?|years?)(?: from now)?$/.exec(text) ??
    /^(?:in |\+ ?)?(\d{1,3}) ?(d|w|mo?|y|days?|weeks?|months?|years?)$/.exec(text) ??
    [];
  const count = /^\d+$/.test(number) ? Number(number) : COUNTS.get(number);
  if (whole === undefined || count === undefined) return null;
  switch (unit.charAt(0)) {
    case 'd':
      return addDays(today, count);
    case 'w':
      return addDays(today, count * 7);
    case 'm':
      return written(addMonths(parseISO(today), count));
    default:
      return written(addYears(parseISO(today), count));
  }
}

/** `31 oct`, `oct 31st 2026`, `31.10.`, `31.10.2026`; without a year the next such day, today counted. */
function dayAndMonthIn(text: string, today: CalendarDate): CalendarDate | null {
  const first = /^(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?([a-z]{3,9})\.?(?: (\d{4}))?$/.exec(text);
  const second = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(text);
  const numbers = /^(\d{1,2})\. ?(\d{1,2})\.(?: ?(\d{4}))?$/.exec(text);
  const [day, at, year] =
    first !== null
      ? [first[1], beginning(first[2] ?? '', MONTHS, 3), first[3]]
      : second !== null
        ? [second[2], beginning(second[1] ?? '', MONTHS, 3), second[3]]
        : numbers !== null
          ? [numbers[1], Number(numbers[2]) - 1, numbers[3]]
          : [undefined, -1, undefined];
  if (day === undefined || at < 0) return null;
  const beside = `${two(at + 1)}-${two(Number(day))}`;
  if (year !== undefined) return `${year}-${beside}`;
  // 29 February comes every four years, or eight.
  for (let later = 0; later <= 8; later++) {
    const date = `${Number(today.slice(0, 4)) + later}-${beside}`;
    if (isCalendarDate(date) && date >= today) return date;
  }
  return null;
}

/** `the 15th`: of this month, or of the next that has one. */
function dayOfMonthIn(text: string, today: CalendarDate): CalendarDate | null {
  const day = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)$/.exec(text)?.[1];
  if (day === undefined) return null;
  for (let later = 0; later <= 2; later++) {
    const date = `${written(month(today, later)).slice(0, 8)}${two(Number(day))}`;
    if (isCalendarDate(date) && date >= today) return date;
  }
  return null;
}

/** Which of the names the word is, or begins, with so many letters at least. */
function beginning(word: string, names: readonly string[], least: number): number {
  return word.length < least ? -1 : names.findIndex((name) => name.startsWith(word === 'sept' ? 'sep' : word));
}

/** 0 for Monday. */
function weekdayOf(date: CalendarDate): number {
  return (parseISO(date).getDay() + 6) % 7;
}

function written(date: Date): CalendarDate {
  return lightFormat(date, 'yyyy-MM-dd');
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
