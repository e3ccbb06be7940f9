/**
 * A day in a person's words, as they are typed beside a task.
 *
 *     fri          the next Friday, today not counted
 *     next week    its Monday
 *     in 3 days, 3d, 2w, 1m
 *     31 oct, oct 31, 31 oct 2026, 2025-11-07
 *     none         no date
 */
import { addDays, type CalendarDate, daysBetween, isCalendarDate } from '../../text/calendar-date';

/** `date` is null for “none”. Null where the words are no day. */
export function readDateWords(words: string, today: CalendarDate): { readonly date: CalendarDate | null } | null {
  const text = words.trim().toLowerCase().replace(/[.,]/g, ' ').replace(/\s+/g, ' ').trim();
  if (/^(?:none|no date|no|-|clear)$/.test(text)) return { date: null };
  const date = dayOf(text, today);
  return date === null ? null : { date };
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dayOf(text: string, today: CalendarDate): CalendarDate | null {
  if (isCalendarDate(text)) return text;
  if (/^(?:tod(?:ay)?|now)$/.test(text)) return today;
  if (/^(?:tom(?:orrow)?|tmr)$/.test(text)) return addDays(today, 1);
  const weekday = /^(next |this )?([a-z]{3,9})$/.exec(text);
  const named = weekdayOf(weekday?.[2] ?? '');
  if (weekday !== null && named >= 0) {
    const from = addDays(today, -weekdayNumber(today));
    if (weekday[1] === 'next ') return addDays(from, 7 + named);
    const ahead = (named - weekdayNumber(today) + 7) % 7;
    return addDays(today, ahead === 0 ? 7 : ahead);
  }
  if (/^(?:eow|end of (?:the )?week|this week)$/.test(text)) return addDays(today, Math.max(4 - weekdayNumber(today), 0));
  if (/^(?:next week|nw)$/.test(text)) return addDays(today, 7 - weekdayNumber(today));
  if (/^(?:eom|end of (?:the )?month|this month)$/.test(text)) return addDays(firstOfMonth(today, 1), -1);
  if (/^(?:next month|nm)$/.test(text)) return firstOfMonth(today, 1);
  const span = /^(?:in )?(\d{1,3}|an?|one) ?(d|days?|w|weeks?|m|months?)$/.exec(text);
  if (span !== null) return after(today, /^\d/.test(span[1] ?? '') ? Number(span[1]) : 1, (span[2] ?? 'd').slice(0, 1));
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})(?: (\d{4}))?$/.exec(text);
  if (dayFirst !== null) return inYear(dayFirst[3], dayFirst[2], dayFirst[1], today);
  const monthFirst = /^([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(text);
  return monthFirst === null ? null : inYear(monthFirst[3], monthFirst[1], monthFirst[2], today);
}

/** Whole names and their beginnings of three letters and more: `thurs`, `septem`. */
function weekdayOf(word: string): number {
  return beginningOf(word, ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'], WEEKDAYS);
}

function monthOf(word: string): number {
  return beginningOf(word, ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'], MONTHS);
}

function beginningOf(word: string, whole: readonly string[], short: readonly string[]): number {
  const at = short.indexOf(word.slice(0, 3));
  return at >= 0 && (whole[at] ?? '').startsWith(word) ? at : -1;
}

/** 0 for Monday. */
function weekdayNumber(date: CalendarDate): number {
  // 2024-01-01 was a Monday.
  return ((daysBetween('2024-01-01', date) % 7) + 7) % 7;
}

function firstOfMonth(date: CalendarDate, later: number): CalendarDate {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + later;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${two((months % 12) + 1)}-01`;
}

function after(today: CalendarDate, count: number, unit: string): CalendarDate {
  if (unit !== 'm') return addDays(today, unit === 'w' ? count * 7 : count);
  const month = firstOfMonth(today, count);
  const last = addDays(firstOfMonth(month, 1), -1);
  const same = `${month.slice(0, 8)}${today.slice(8)}`;
  return same < last ? same : last;
}

/** Without a year the next such day, this one counted. */
function inYear(year: string | undefined, month: string | undefined, day: string | undefined, today: CalendarDate): CalendarDate | null {
  const at = monthOf(month ?? '');
  if (at < 0) return null;
  const beside = `${two(at + 1)}-${two(Number(day))}`;
  const years = year === undefined ? [0, 1, 2, 3, 4].map((more) => String(Number(today.slice(0, 4)) + more)) : [year];
  return years.map((one) => `${one}-${beside}`).find((date) => isCalendarDate(date) && (year !== undefined || date >= today)) ?? null;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
