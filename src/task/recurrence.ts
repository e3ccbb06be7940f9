/**
 * Recurrence rules, read and worded by rrule (TASKS-FORMAT 9), and the day a rule comes round next. All arithmetic is
 * on midnights of UTC, in which rrule counts, so no time zone moves a day.
 */
import { RRule, type Options } from 'rrule';
import { addDays, daysBetween, isCalendarDate, type CalendarDate } from '../text/calendar-date';
import { memoize } from '../text/memoize';

export interface Recurrence {
  /** As rrule words it, with ` when done`. */
  readonly text: string;
  /** Counted from the day it is done, not from its date. */
  readonly whenDone: boolean;
  readonly options: Readonly<Partial<Options>>;
}

/** A longer rule is not remembered: hardly anybody writes one, and never twice. */
const LONGEST_REMEMBERED = 300;

/**
 * The rule of `🔁 every week when done`, or null where rrule cannot read it. A vault has few rules and many tasks, and
 * rrule takes longer for a rule than the rest of its line does: what it said is remembered by the rule's text. rrule
 * stops where it understands no more (`every day every day`), and is linear in the rule's length.
 */
export function readRecurrence(rule: string): Recurrence | null {
  return rule.length > LONGEST_REMEMBERED ? askRrule(rule) : askedBefore(rule);
}

const askedBefore = memoize(500, askRrule);

function askRrule(rule: string): Recurrence | null {
  const whenDone = / when done$/i.test(rule) && rule.length > WHEN_DONE.length;
  const isolated = (whenDone ? rule.slice(0, -WHEN_DONE.length) : rule).trim();
  try {
    const options = RRule.parseText(isolated) as Partial<Options> | null;
    if (options === null) return null;
    if (options.until instanceof Date) options.until = sameDayInUtc(options.until);
    const text = new RRule({ ...options, dtstart: toUtc(ANY_DAY) }, true).toText();
    return { text: whenDone ? text + WHEN_DONE : text, whenDone, options };
  } catch {
    return null;
  }
}

const WHEN_DONE = ' when done';
/** The wording does not depend on the first day. */
const ANY_DAY = '2024-01-01';

/** rrule reads `until January 1, 2026` as the device's midnight; what was meant is the day. */
function sameDayInUtc(moment: Date): Date {
  const isLocalMidnight = moment.getHours() === 0 && moment.getMinutes() === 0;
  return isLocalMidnight ? new Date(Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate())) : moment;
}

/**
 * The day after `reference` (a rule that counts from when it was done: after `today`) on which the task is due again,
 * or null when the rule has run out. Where a month or a year lacks the day, it is the last day before it, as Tasks has
 * it.
 */
export function nextDay(
  { text, whenDone, options }: Recurrence,
  reference: CalendarDate | null,
  today: CalendarDate,
): CalendarDate | null {
  const after = whenDone ? today : (reference ?? today);
  const next = firstAfter(options, after, 'day');
  const month = / on /.test(text) ? null : EVERY_MONTH.exec(text);
  if (month !== null) return withoutSkipping(options, after, next, Number(month[1] ?? 1), monthsBetween);
  const year = EVERY_YEAR.exec(text);
  if (year !== null) return withoutSkipping(options, after, next, Number(year[1] ?? 1), yearsBetween);
  return next;
}

const EVERY_MONTH = /every(?: (\d+))? months?/;
const EVERY_YEAR = /every(?: (\d+))? years?/;

/**
 * Goes back day by day from `after` while the rule leaps over more than `step` months (years), as from 31 January to 31
 * March.
 */
function withoutSkipping(
  options: Readonly<Partial<Options>>,
  after: CalendarDate,
  first: CalendarDate | null,
  step: number,
  between: (from: CalendarDate, to: CalendarDate) => number,
): CalendarDate | null {
  let from = after;
  let next = first;
  for (let tries = 0; next !== null && between(from, next) > step && tries < MOST_TRIES; tries++) {
    from = addDays(from, -1);
    next = firstAfter(options, from, 'midnight');
  }
  // A rule that skips years of itself (`every year in week 53`) is not followed into the past.
  return next !== null && next <= after ? first : next;
}

const MOST_TRIES = 1500;

function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  return yearsBetween(from, to) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

function yearsBetween(from: CalendarDate, to: CalendarDate): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4));
}

/** The first day of the rule that begins on `from`: after that day, or after its midnight. */
function firstAfter(
  options: Readonly<Partial<Options>>,
  from: CalendarDate,
  after: 'day' | 'midnight',
): CalendarDate | null {
  if (neverComes(options)) return null;
  const dtstart = toUtc(from);
  const rule = new RRule({ ...options, dtstart }, true);
  const next = rule.after(new Date(dtstart.getTime() + (after === 'day' ? DAY - 1 : 0)));
  if (next === null || Number.isNaN(next.getTime())) return null;
  const day = next.toISOString().slice(0, 10);
  return isCalendarDate(day) ? day : null;
}

const DAY = 86_400_000;

/**
 * Whether a rule asks for days of months that no year has (`every hour on the 30th in February`): rrule would seek them
 * hour by hour until the year 9999, which takes it five seconds.
 */
function neverComes({ bymonth, bymonthday }: Readonly<Partial<Options>>): boolean {
  const days = asList(bymonthday);
  if (days.length === 0) return false;
  const months = asList(bymonth);
  const lengths = months.length === 0 ? [31] : months.map((month) => LONGEST_MONTHS[month - 1] ?? 0);
  return !lengths.some((length) => days.some((day) => day !== 0 && Math.abs(day) <= length));
}

const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function asList(value: number | number[] | null | undefined): readonly number[] {
  if (value === null || value === undefined) return [];
  return typeof value === 'number' ? [value] : value;
}

function toUtc(day: CalendarDate): Date {
  const date = new Date(Date.UTC(2000, Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))));
  date.setUTCFullYear(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
  return date;
}

/** `date` moved as far as `reference` moves to `next`. */
export function moveWith(date: CalendarDate, reference: CalendarDate, next: CalendarDate): CalendarDate {
  return addDays(next, daysBetween(reference, date));
}
