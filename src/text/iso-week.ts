/** ISO weeks as they are written: `2025-W44` is Monday 27 October to Sunday 2 November 2025. */
import { getISOWeek, getISOWeekYear, lightFormat, parseISO } from 'date-fns';
import { addDays, type CalendarDate, dateBeside, longDate } from './calendar-date';

export interface WeekDays {
  /** `2025-W44`. */
  readonly week: string;
  /** Monday. */
  readonly from: CalendarDate;
  /** Sunday. */
  readonly to: CalendarDate;
}

/** The week that a day is in. */
export function weekOfDay(date: CalendarDate): WeekDays {
  const day = parseISO(date);
  const week = `${String(getISOWeekYear(day)).padStart(4, '0')}-W${String(getISOWeek(day)).padStart(2, '0')}`;
  const monday = lightFormat(parseISO(week), 'yyyy-MM-dd');
  return { week, from: monday, to: addDays(monday, 6) };
}

/** `2025-W44`, `2025w44`; null for what is no week, and for a week that its year has not (`2025-W53`). */
export function readWeek(text: string): WeekDays | null {
  const [, year, number] = /^(\d{4})-?w(\d{1,2})$/i.exec(text.trim()) ?? [];
  if (year === undefined || number === undefined) return null;
  const week = `${year}-W${number.padStart(2, '0')}`;
  const monday = parseISO(week);
  if (Number.isNaN(monday.getTime())) return null;
  const found = weekOfDay(lightFormat(monday, 'yyyy-MM-dd'));
  return found.week === week ? found : null;
}

/** `Week 44 of 2025`. */
export function weekTitle({ week }: WeekDays): string {
  return `Week ${Number(week.slice(6))} of ${week.slice(0, 4)}`;
}

/** `27 Oct – 2 Nov 2025`. */
export function weekSpan({ from, to }: WeekDays): string {
  return `${dateBeside(from, to)} – ${longDate(to)}`;
}
