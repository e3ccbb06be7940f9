/**
 * Where a timeline's marks are, as shares of its length from where it begins: each by its day, and moved as little as
 * keeps one from covering the next. What was before today stays before it.
 *
 *     wanted   ·  ····      ·  │ ·            placed   · · · ·     · │ ·
 */
import { type CalendarDate, daysBetween } from '../../text/calendar-date';
import type { MeetingTimeline, TimelineMeeting } from '../../page/meeting-timeline';

interface PlacedMark {
  readonly meeting: TimelineMeeting;
  /** 0 to 1. */
  readonly at: number;
}

interface StripPlaces {
  readonly marks: readonly PlacedMark[];
  readonly today: number;
  /** First days of months, as many as can be read next to each other. */
  readonly months: readonly { readonly date: CalendarDate; readonly at: number }[];
}

/** Marks are this far apart at least. Thirty of them fit before today, wherever today is. */
export const APART = 1 / 44;
const MOST_MONTHS = 7;
/** A month's name needs this much, and so does today's. */
const WORD = 0.11;

export function stripPlaces({ from, to, meetings }: MeetingTimeline, today: CalendarDate): StripPlaces {
  const length = Math.max(1, daysBetween(from, to));
  const shareOf = (date: CalendarDate): number => daysBetween(from, date) / length;
  const now = shareOf(today);
  const past = meetings.filter(({ date }) => date <= today);
  const ahead = meetings.filter(({ date }) => date > today);
  const places = [
    ...apart(
      past.map(({ date }) => shareOf(date)),
      { least: 0, most: now },
    ),
    ...apart(
      ahead.map(({ date }) => shareOf(date)),
      { least: now + APART, most: 1 },
    ),
  ];
  const months = monthsBetween(from, to).map((date) => ({ date, at: shareOf(date) }));
  const every = [1, 2, 3, 6].find((step) => months.length / step <= MOST_MONTHS) ?? 12;
  return {
    marks: [...past, ...ahead].map((meeting, index) => ({ meeting, at: places[index] ?? 0 })),
    today: now,
    months: months.filter(
      ({ date, at }) =>
        (Number(date.slice(5, 7)) - 1) % every === 0 && at < 1 - WORD && (at < now - WORD || at > now + WORD),
    ),
  };
}

/** Ascending places moved apart, the later ones first: what is newest stays where it is. */
function apart(
  wanted: readonly number[],
  { least, most }: { readonly least: number; readonly most: number },
): number[] {
  const places = [...wanted];
  let limit = most;
  for (let at = places.length - 1; at >= 0; at--) {
    limit = Math.min(places[at] ?? 0, limit);
    places[at] = limit;
    limit -= APART;
  }
  let floor = least;
  return places.map((place) => {
    const moved = Math.max(place, floor);
    floor = moved + APART;
    return moved;
  });
}

function monthsBetween(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const months: CalendarDate[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (;;) {
    const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
    if (date > to) return months;
    if (date >= from) months.push(date);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
}
