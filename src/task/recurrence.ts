/**
 * Recurrence rules, read and worded by rrule (TASKS-FORMAT 9), and the day a rule comes round next. All arithmetic is on
 * midnights of UTC, in which rrule counts, so no time zone moves a day.
 */
import { RRule, type Options } from 'rrule';
import { addDays, daysBetween, isCalendarDate, type CalendarDate } from '../text/calendar-date';

export interface Recurrence {
  /** As rrule words it, with ` when done`. */
  readonly text: string;
  /** Counted from the day it is done, not from its date. */
  readonly whenDone: boolean;
  readonly options: Readonly<Partial<Options>>;
}

/** Nobody writes a longer rule; rrule is not given one. */
const LONGEST_RULE = 300;

/** The rule of `🔁 every week when done`, or null where rrule cannot read it. */
export function readRecurrence(rule: string): Recurrence | null {
  if (rule.length > LONGEST_RULE) return null;
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
 * The day after `reference` (a rule that counts from when it was done: after `today`) on which the task is due again, or null
 * when the rule has run out. Where a month or a year lacks the day, it is the last day before it, as Tasks has it.
 */
export function nextDay({ text, whenDone, options }: Recurrence, reference: CalendarDate | null, today: CalendarDate): CalendarDate | null {
  const after = whenDone ? today : reference ?? today;
  const next = firstAfter(options, after, 'day');
  const month = / on /.test(text) ? null : EVERY_MONTH.exec(text);
  if (month !== null) return withoutSkipping(options, after, next, Number(month[1] ?? 1), monthsBetween);
  const year = EVERY_YEAR.exec(text);
  if (year !== null) return withoutSkipping(options, after, next, Number(year[1] ?? 1), yearsBetween);
  return next;
}

const EVERY_MONTH = /every(?: (\d+))? months?/;
const EVERY_YEAR = /every(?: (\d+))? years?/;

/** Goes back day by day from `after` while the rule leaps over more than `step` months (years), as from 31 January to 31 March. */
function withoutSkipping(
  options: Readonly<Partial<Options>>, after: CalendarDate, first: CalendarDate | null, step: number,
  between: (from: CalendarDate, to: CalendarDate) => number,
): CalendarDate | null {
  let from = after;
  let next = first;
  for (let tries = 0; next !== null && between(from, next) > step && tries < MOST_TRIES; tries++) {
    from = addDays(from, -1);
    next = firstAfter(options, from, 'midnight');
  }
  return next;
}

const MOST_TRIES = 1500;

function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  return yearsBetween(from, to) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

function yearsBetween(from: CalendarDate, to: CalendarDate): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4));
}

/** The first day of the rule that begins on `from`: after that day, or after its midnight. */
function firstAfter(options: Readonly<Partial<Options>>, from: CalendarDate, after: 'day' | 'midnight'): CalendarDate | null {
  const dtstart = toUtc(from);
  const rule = new RRule({ ...options, dtstart, until: horizon(options, dtstart) }, true);
  const next = rule.after(new Date(dtstart.getTime() + (after === 'day' ? DAY - 1 : 0)));
  if (next === null || Number.isNaN(next.getTime())) return null;
  const day = next.toISOString().slice(0, 10);
  return isCalendarDate(day) ? day : null;
}

const DAY = 86_400_000;

/**
 * rrule seeks a day that never comes (`every hour on the 30th in February`) until the year 9999, hour by hour. The last day it
 * is let seek is so far that every rule that comes at all comes before: leap days, weekdays and leap weeks return in 40 years.
 */
function horizon(options: Readonly<Partial<Options>>, dtstart: Date): Date {
  const interval = Math.max(1, options.interval ?? 1);
  const unit = UNIT_DAYS[options.freq ?? RRule.YEARLY] ?? 1;
  const last = new Date(Math.min(dtstart.getTime() + Math.max(YEARS_SOUGHT * 366, interval * unit * STEPS_SOUGHT) * DAY, END_OF_TIME));
  return options.until instanceof Date && options.until < last ? options.until : last;
}

/** The longest that one step takes, in days, by frequency: year, month, week, day, hour, minute. */
const UNIT_DAYS = [366, 31, 7, 1, 1 / 24, 1 / 1440];
const YEARS_SOUGHT = 41;
const STEPS_SOUGHT = 420;
const END_OF_TIME = Date.UTC(9999, 11, 31);

function toUtc(day: CalendarDate): Date {
  const date = new Date(Date.UTC(2000, Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))));
  date.setUTCFullYear(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
  return date;
}

/** `date` moved as far as `reference` moves to `next`. */
export function moveWith(date: CalendarDate, reference: CalendarDate, next: CalendarDate): CalendarDate {
  return addDays(next, daysBetween(reference, date));
}
