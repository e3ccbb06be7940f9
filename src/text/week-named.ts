/** A week as somebody names it. */
import { addDays, type CalendarDate } from './calendar-date';
import { readDateWords } from './date-words';
import { readWeek, type WeekDays, weekOfDay } from './iso-week';

/** `2025-W44`, a day in it, `this week`, `last week`; null for anything else. */
export function weekNamed(words: string, today: CalendarDate): WeekDays | null {
  const week = readWeek(words);
  if (week !== null) return week;
  if (/^(?:last|previous)(?: week)?$/i.test(words.trim())) return weekOfDay(addDays(today, -7));
  if (/^this(?: week)?$/i.test(words.trim())) return weekOfDay(today);
  const date = readDateWords(words, today)?.date ?? null;
  return date === null ? null : weekOfDay(date);
}
