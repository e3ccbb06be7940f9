/** Which number of `03/04/2025` is the day, as dates tell that leave no choice: `14/02/2023`, `02-25-23`. */
import { baseName } from '../text/file-name';
import { type DayOrder, writtenDates } from '../text/written-dates';
import type { Note } from './note';

/** The order in which a note writes such a date, in its file's name or its text; null where it has none. */
export function provenDayOrder(path: string, text: string): DayOrder | null {
  return provenIn(baseName(path)) ?? provenIn(text.slice(0, MOST_SEARCHED));
}

const MOST_SEARCHED = 20_000;

function provenIn(text: string): DayOrder | null {
  for (const { index } of text.matchAll(NUMBERS)) {
    const [written] = writtenDates(text.slice(Math.max(index - 3, 0), index + LONGEST));
    if (written !== undefined && written.proves !== null) return written.proves;
  }
  return null;
}

/** Only what may prove something: one of the first two numbers is over 12. */
const NUMBERS = /(?:^|[^\d])(?:(?:1[3-9]|2\d|3[01])[-/_]\d{1,2}|\d{1,2}[-/_](?:1[3-9]|2\d|3[01]))[-/_]\d{2}/g;
const LONGEST = 14;

/** What the notes of a vault agree on. */
export interface CommonDayOrder {
  readonly order: DayOrder;
  /** Notes that prove it. */
  readonly notes: number;
}

/** Null where fewer than two notes prove an order, or more than one in twenty proves the other. */
function commonDayOrder(proven: readonly (DayOrder | null)[]): CommonDayOrder | null {
  const dayFirst = proven.filter((order) => order === 'day-first').length;
  const monthFirst = proven.filter((order) => order === 'month-first').length;
  const [order, notes, others]: [DayOrder, number, number] =
    dayFirst > monthFirst ? ['day-first', dayFirst, monthFirst] : ['month-first', monthFirst, dayFirst];
  return notes >= FEWEST && others * 20 <= notes ? { order, notes } : null;
}

const FEWEST = 2;

/** Null where a setting names it, where no note needs it, and where the notes do not agree. */
export function neededDayOrder(
  notes: readonly Note[],
  rules: { readonly dayOrder: DayOrder | null },
): CommonDayOrder | null {
  if (rules.dayOrder !== null) return null;
  const isNeeded = notes.some(({ problems }) => problems.some(({ code }) => code === 'date-undecided'));
  return isNeeded ? commonDayOrder(notes.map(({ dayOrder }) => dayOrder)) : null;
}
