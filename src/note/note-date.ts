/**
 * When a note is of. Places, the first that has a date wins: a date property, the file's name, a line `Date: …`, the
 * first heading; at last `created`, which yields to all others without a word.
 */
import { type CalendarDate } from '../text/calendar-date';
import { weekdayOfName } from '../text/calendar-names';
import { withoutDirectionMarks } from '../text/direction-marks';
import { baseName } from '../text/file-name';
import { type Frontmatter, propertyOf } from '../text/frontmatter';
import { type DayOrder, type WrittenDate, writtenDates } from '../text/written-dates';
import { dailyNoteDate } from './daily-note';
import { weekdayOf } from './due-phrases';
import { leadingDate, timeBehind } from './moments';
import { isTemplate } from './names';
import type { NoteRules } from './note-rules';
import type { DatePlace } from './problems';

export interface NoteDate {
  readonly date: CalendarDate | null;
  readonly time: string | null;
  /** Null without a date. */
  readonly place: DatePlace | null;
  /** The file's name holds a date. */
  readonly named: boolean;
  /** The dates of other places that disagree with it. */
  readonly others: readonly { readonly place: DatePlace; readonly date: CalendarDate }[];
  /** A date property whose value is no date. */
  readonly invalid: { readonly key: string; readonly value: string } | null;
  /** A date of which nothing tells which number is the day: `03/04/2025`. */
  readonly undecided: { readonly place: DatePlace; readonly value: string } | null;
  /** The day of the daily note it is, by folder and format or by a name that is nothing but a date. */
  readonly daily: CalendarDate | null;
}

interface DatedTexts {
  /** The first heading's text. */
  readonly heading: string | null;
  /** The property `title`; empty without one. */
  readonly title: string;
  /** What a line `Date: …` says; null where there is none. */
  readonly line: string | null;
}

/** A date that some place has, as it is written there. */
interface Found {
  readonly place: DatePlace;
  readonly written: WrittenDate;
  readonly value: string;
}

export function noteDate(path: string, frontmatter: Frontmatter, texts: DatedTexts, rules: NoteRules): NoteDate {
  const daily = dailyNoteDate(path, rules);
  const { found: given, invalid } = givenDate(frontmatter, rules);
  const name = withoutDirectionMarks(baseName(path));
  const all = [
    given,
    daily !== null ? dayItself('file-name', daily) : firstIn('file-name', name, rules.dayOrder),
    texts.line === null ? null : firstIn('line', texts.line, rules.dayOrder),
    firstIn('heading', texts.heading ?? '', rules.dayOrder) ?? firstIn('heading', texts.title, rules.dayOrder),
    createdDate(frontmatter, rules),
  ].filter((found) => found !== null);
  const dated = outvoted(
    all.flatMap((found) => {
      const date = onItsWeekday(found) ?? found.written.date ?? agreed(found, all);
      return date === null ? [] : [{ ...found, date, time: timeBehind(found.value, found.written) }];
    }),
  );
  const [first, ...rest] = dated;
  const unread = all.find(({ written }) => written.date === null);
  return {
    date: first?.date ?? null,
    time: first?.time ?? rest.find(({ date, time }) => date === first?.date && time !== null)?.time ?? null,
    place: first?.place ?? null,
    named: dated.some(({ place }) => place === 'file-name'),
    others: rest
      .filter(({ date, place }) => date !== first?.date && place !== 'created')
      .map(({ date, place }) => ({ place, date })),
    invalid,
    undecided:
      unread === undefined || dated.some(({ place }) => place === unread.place)
        ? null
        : { place: unread.place, value: unread.value.slice(unread.written.from, unread.written.to) },
    daily,
  };
}

/** Whether a date property or the file's name holds a date: what is dated is no entity's page. */
export function isDated(path: string, frontmatter: Frontmatter, rules: NoteRules): boolean {
  return (
    givenDate(frontmatter, rules, { times: false }).found !== null ||
    writtenDates(baseName(path)).length > 0 ||
    dailyNoteDate(path, rules) !== null
  );
}

type Dated = Found & { readonly date: CalendarDate; readonly time: string | null };

/**
 * A property that says when the note was made, not when they met, comes after the others: a line `Date: …` and the name
 * or the title agree on another day; or it is a moment to the second, and the line or the title has another day.
 */
function outvoted(dated: readonly Dated[]): readonly Dated[] {
  const [first, ...rest] = dated;
  if (first?.place !== 'frontmatter') return dated;
  const others = rest.filter(({ place, date }) => place !== 'created' && date !== first.date);
  const isMoment = MOMENT.test(first.value);
  const isNamed = rest.some(({ place, date }) => place === 'file-name' && date === first.date);
  const said = others.find(({ place, date }) =>
    isMoment
      ? place !== 'file-name'
      : place === 'line' && !isNamed && others.filter((other) => other.date === date).length > 1,
  );
  if (said === undefined) return dated;
  return [...dated.filter(({ date }) => date === said.date), ...dated.filter(({ date }) => date !== said.date)];
}

const MOMENT = /T\d{2}:\d{2}:\d{2}/;

function firstIn(place: DatePlace, value: string, order: DayOrder | null): Found | null {
  const [written] = writtenDates(value, order);
  return written === undefined ? null : { place, written, value };
}

function dayItself(place: DatePlace, date: CalendarDate): Found {
  return { place, value: date, written: { date, either: null, proves: null, from: 0, to: date.length } };
}

/** The one reading that falls on the weekday before it: that proves more than how other dates are written. */
function onItsWeekday({ written: { either, from }, value }: Found): CalendarDate | null {
  if (either === null) return null;
  const weekday = weekdayOfName(/(\p{L}[\p{L}-]*)[.,\s]*$/u.exec(value.slice(Math.max(from - 20, 0), from))?.[1] ?? '');
  const fits = weekday === null ? [] : Object.values(either).filter((date) => weekdayOf(date) === weekday);
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

/** The reading that another place of the note has too. */
function agreed({ written: { either } }: Found, all: readonly Found[]): CalendarDate | null {
  if (either === null) return null;
  const others = all.map(({ written }) => written.date);
  return Object.values(either).find((date) => others.includes(date)) ?? null;
}

/** A property may also be written as daily notes are named: whoever calls them `28.10.2025` writes dates so. */
function givenDate(
  frontmatter: Frontmatter,
  { dateKeys, words, dailyNotes, dayOrder }: NoteRules,
  { times }: { readonly times: boolean } = { times: true },
): { found: Found | null; invalid: NoteDate['invalid'] } {
  let invalid: NoteDate['invalid'] = null;
  if (frontmatter.names.length === 0) return { found: null, invalid };
  for (const key of [...dateKeys, ...words['date-keys'], ...(times ? words['time-keys'] : [])]) {
    const value = withoutDirectionMarks(scalarText(propertyOf(frontmatter, key)));
    if (value === '' || isTemplate(value)) continue;
    const bare = value.replace(/^\[\[(?:[^[\]|]*\/)?/, '');
    const named = dailyNotes?.dateNamed(value) ?? null;
    const written = leadingDate(bare, dayOrder);
    if (named !== null && written?.date !== named) return { found: dayItself('frontmatter', named), invalid };
    if (written !== null) return { found: { place: 'frontmatter', written, value: bare }, invalid };
    if (dateKeys.includes(key)) invalid ??= { key, value: value.slice(0, 60) };
  }
  return { found: null, invalid };
}

function createdDate(frontmatter: Frontmatter, { words, dayOrder }: NoteRules): Found | null {
  if (frontmatter.names.length === 0) return null;
  for (const key of words['created-keys']) {
    const value = scalarText(propertyOf(frontmatter, key)).replace(/^\[\[(?:[^[\]|]*\/)?/, '');
    const written = value === '' ? null : leadingDate(value, dayOrder);
    if (written !== null) return { place: 'created', written, value };
  }
  return null;
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
