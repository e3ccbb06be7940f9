/** The day and the time that a moment has on a clock: of a time zone by its name (`Europe/Berlin`). */
import type { CalendarDate } from '../text/calendar-date';
import { memoize } from '../text/memoize';

interface ClockTime {
  readonly date: CalendarDate;
  /** `HH:MM`. */
  readonly time: string;
}

/** `seconds` since the epoch. `zone` is one that `isZone` knows. */
export function clockTime(seconds: number, zone: string): ClockTime {
  // Sweden writes days and times as they are sorted.
  const text = formatOf(zone).format(new Date(seconds * 1000));
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

/** Whether this device knows a time zone of that name. */
export function isZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * Seconds since the epoch at which the zone's clock shows the day and time; `wall` are the seconds as if it were UTC.
 * Of an hour that a clock shows twice the first is meant.
 */
export function momentOf(wall: number, zone: string): number {
  // Two looks are enough: the first lands within a day of the change of clocks.
  const first = wall - offsetAt(wall, zone);
  return wall - offsetAt(first, zone);
}

function offsetAt(seconds: number, zone: string): number {
  const { date, time } = clockTime(seconds, zone);
  return Math.round(Date.parse(`${date}T${time}:00Z`) / 1000) - Math.floor(seconds / 60) * 60;
}

const formatOf = memoize(
  50,
  (zone) =>
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
);
