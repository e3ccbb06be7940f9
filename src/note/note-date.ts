/** When a note is of: its frontmatter's date keys, its file name, its first heading. */
import { type CalendarDate, isCalendarDate } from '../text/calendar-date';
import { withoutDirectionMarks } from '../text/direction-marks';
import { baseName } from '../text/file-name';
import { type Frontmatter, propertyOf } from '../text/frontmatter';
import { dailyNoteDate } from './daily-note';
import { isTemplate } from './names';
import type { NoteRules } from './note-rules';
import type { DatePlace } from './problems';

export interface Moment {
  readonly date: CalendarDate;
  /** `HH:MM`, or null. */
  readonly time: string | null;
}

export interface NoteDate {
  readonly date: CalendarDate | null;
  readonly time: string | null;
  /** The other dates of frontmatter, file name and heading that disagree with it, with where they stand. */
  readonly others: readonly { readonly place: DatePlace; readonly date: CalendarDate }[];
  /** Null where nothing gives a date. */
  readonly place: DatePlace | null;
  /** A date key whose value is no date. */
  readonly invalid: { readonly key: string; readonly value: string } | null;
  /** The day of the daily note it is, by folder and format or by a name that is nothing but a date. */
  readonly daily: CalendarDate | null;
}

/** `heading`: the first level-1 heading's text; null where the note has none. The first of the three places wins. */
export function noteDate(path: string, frontmatter: Frontmatter, heading: string | null, rules: NoteRules): NoteDate {
  const daily = dailyNoteDate(path, rules.dailyNotes);
  const { moment: given, invalid } = givenDate(frontmatter, rules);
  const named = daily !== null ? { date: daily, time: null } : leadingMoment(withoutDirectionMarks(baseName(path)));
  const headed = heading === null ? null : momentIn(heading);
  const places: readonly { place: DatePlace; moment: Moment | null }[] = [
    { place: 'frontmatter', moment: given },
    { place: 'file-name', moment: named },
    { place: 'heading', moment: headed },
  ];
  const [first, ...rest] = places.filter((one): one is { place: DatePlace; moment: Moment } => one.moment !== null);
  return {
    date: first?.moment.date ?? null,
    time:
      first === undefined
        ? null
        : (first.moment.time ??
          rest.find(({ moment }) => moment.date === first.moment.date && moment.time !== null)?.moment.time ??
          null),
    place: first?.place ?? null,
    others: rest
      .filter(({ moment }) => moment.date !== first?.moment.date)
      .map(({ place, moment }) => ({ place, date: moment.date })),
    invalid,
    daily,
  };
}

/** Whether the frontmatter gives a date, or the file name, wherever in it: what is dated is no entity's page. */
export function isDated(path: string, frontmatter: Frontmatter, rules: NoteRules): boolean {
  return (
    givenDate(frontmatter, rules).moment !== null ||
    momentIn(baseName(path)) !== null ||
    dailyNoteDate(path, rules.dailyNotes) !== null
  );
}

/** A property may also be written as daily notes are named: whoever calls them `28.10.2025` writes dates so. */
function givenDate(
  frontmatter: Frontmatter,
  { dateKeys, dailyNotes }: Pick<NoteRules, 'dateKeys' | 'dailyNotes'>,
): { moment: Moment | null; invalid: NoteDate['invalid'] } {
  let invalid: NoteDate['invalid'] = null;
  for (const key of dateKeys) {
    const value = withoutDirectionMarks(scalarText(propertyOf(frontmatter, key)));
    if (value === '' || isTemplate(value)) continue;
    const moment = leadingMoment(value.replace(/^\[\[(?:[^[\]|]*\/)?/, ''));
    if (moment !== null) return { moment, invalid };
    const named = dailyNotes?.dateNamed(value) ?? null;
    if (named !== null) return { moment: { date: named, time: null }, invalid };
    invalid ??= { key, value: value.slice(0, 60) };
  }
  return { moment: null, invalid };
}

/**
 * A property's text: a text or number, or the one element of a list (an unquoted `[[2025-10-28]]` is a list in a list).
 */
export function scalarText(value: unknown): string {
  let inner = value;
  for (let depth = 0; depth < 3 && Array.isArray(inner); depth++) inner = inner[0] as unknown;
  return typeof inner === 'string' || typeof inner === 'number' || typeof inner === 'boolean'
    ? String(inner).trim()
    : '';
}

/**
 * The date that a text begins with, and the time behind it.
 *
 *     2025-10-28 14 30 - Title      2025-10-28T14:30:00Z      2025-10-28 1430 Title
 *     ^ date     ^ time
 */
export function leadingMoment(text: string): Moment | null {
  const date = text.slice(0, 10);
  if (!isCalendarDate(date) || /^\d/.test(text.slice(10, 11))) return null;
  const time = TIME_BEHIND.exec(text.slice(10, 40));
  return { date, time: time === null ? null : clock(time[1], time[2]) };
}

const TIME_BEHIND = /^(?:T|[ _,]+|[ _]?[-–—@][ _]?|[ _]at[ _])(\d{1,2})[:. h_-]?(\d{2})(?!\d)(?!-\d)/i;

/** The first date that exists in a text, wherever it stands, and the time behind it. */
export function momentIn(text: string): Moment | null {
  if (!HAS_DATE.test(text)) return null;
  for (const { index } of text.matchAll(ANY_DATE)) {
    if (index > 0 && /[\d-]/.test(text.charAt(index - 1))) continue;
    const moment = leadingMoment(text.slice(index, index + 50));
    if (moment !== null) return moment;
  }
  return null;
}

const HAS_DATE = /\d{4}-\d{2}-\d{2}/;
const ANY_DATE = /\d{4}-\d{2}-\d{2}/g;

/** The time a heading begins with: `14:30 [[Ann Lee]]`, `9.05 – 10.00 Sync`, `2:30 pm`. */
export function leadingTime(text: string): { time: string; rest: string } | null {
  const match = LEADING_TIME.exec(text);
  if (match === null) return null;
  const afternoon = /^p/i.test(match[3] ?? '') && Number(match[1]) < 12 ? 12 : 0;
  const time = clock(String(Number(match[1]) + afternoon), match[2]);
  return time === null
    ? null
    : {
        time,
        rest: text
          .slice(match[0].length)
          .replace(/^(?:\s*[-–—]\s*\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?)?[\s:,–—-]*/i, ''),
      };
}

const LEADING_TIME = /^\s*(\d{1,2})[:.h](\d{2})(?!\d)(?:\s?([ap])\.?m\b\.?)?/i;

/** `HH:MM`, or null for an hour or minute that no clock shows. */
export function clock(hours: string | undefined, minutes: string | undefined): string | null {
  const hour = Number(hours);
  const minute = Number(minutes);
  if (!Number.isInteger(hour) || !Number.isInteger(minute) || hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
