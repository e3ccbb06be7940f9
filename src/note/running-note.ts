/**
 * Running notes: one note for many meetings, each below a heading that is its date.
 *
 *     # 1:1 with Ann            a person's page, or a title or folder of a meeting or series
 *     ## 2025-03-04 — budget
 *     ## Feb 18, 2025
 */
import type { CalendarDate } from '../text/calendar-date';
import { type DayOrder, writtenDates } from '../text/written-dates';
import { foldersOf, meetingFolderOf, peopleInBody, type Clues } from './clues';
import { headingKey } from './heading-key';
import { meetingWordIn, wordForm } from './meeting-word';
import { leadingDate, timeBehind } from './moments';
import type { EntityPage, KindName } from './note';
import type { NoteRules } from './note-rules';
import type { Words } from './word-lists';
import { PERSON } from './kinds';

export interface RunningNote {
  /** Who is at each of its meetings: whose page it is, or the frontmatter's people. */
  readonly names: readonly KindName[];
  readonly title: string;
  /**
   * On a project's or account's page, and in a note that nothing else calls one of meetings, a dated heading opens a
   * meeting only with people below it or with a meeting's word.
   */
  readonly strict: boolean;
}

/**
 * Whether dated headings of this note are meetings; null where nothing says so. A note with a date of its own is one
 * meeting; when it was made is no such date, and the first of its days neither.
 */
export function runningNoteOf(
  clues: Clues,
  entity: EntityPage | null,
  {
    title,
    names,
    isMeeting,
  }: { readonly title: string; readonly names: readonly KindName[]; readonly isMeeting: boolean },
): RunningNote | null {
  if (entity !== null) {
    const own: KindName = { text: entity.name, target: clues.path.replace(/\.md$/i, ''), line: 1, kind: entity.kind };
    return { names: [own, ...names], title, strict: entity.kind !== PERSON };
  }
  const { place } = clues.when;
  if (place !== null && place !== 'created' && place !== 'heading' && place !== 'line') return null;
  const days = new Set(datedHeadings(clues).map(({ date }) => date));
  const isOwnDay = place === 'heading' || place === 'line';
  if (days.size <= (isOwnDay ? 1 : 0)) return null;
  if (isMeeting || isSeries(clues)) return { names, title, strict: false };
  return saysWhoCame(clues) ? { names, title, strict: true } : null;
}

/** `## 17 January 2025` over `Present: Ann Hale, Bo Kim`, whatever the note is called. */
function saysWhoCame(clues: Clues): boolean {
  const label = peopleInBody(clues);
  return label !== null && clues.rules.words['attendance-labels'].has(headingKey(label));
}

function datedHeadings({ blocks, text, rules }: Clues): { readonly date: CalendarDate }[] {
  const found: { readonly date: CalendarDate }[] = [];
  for (const { kind, quote, parent, textFrom, textTo } of blocks) {
    if (kind !== 'heading' || quote > 0 || parent >= 0) continue;
    const day = datedHeading(text.piece(textFrom, textTo), rules);
    if (day !== null) found.push(day);
  }
  return found;
}

/** The first date heading of such a note of which nothing tells which number is the day. */
export function undecidedHeading(clues: Clues): { readonly line: number; readonly value: string } | null {
  const { blocks, text, rules } = clues;
  if (rules.dayOrder !== null || !isSeries(clues)) return null;
  for (const { kind, line, textFrom, textTo } of blocks) {
    if (kind !== 'heading') continue;
    const words = text.piece(textFrom, textTo).replace(OPENING_MARKS, '');
    const written = leadingDate(words) ?? behindWords(words, rules.words, null);
    if (written?.date === null) return { line, value: words.slice(written.from, written.to) };
  }
  return null;
}

const OPENING_MARKS = /^[[\s*_]+/;

function isSeries({ path, name, heading, rules }: Clues): boolean {
  const { words } = rules;
  return (
    meetingFolderOf({ path, rules }) !== null ||
    [name, heading ?? '', ...foldersOf(path)].some(
      (text) => meetingWordIn(text, words) !== null || saysSeries(text, words),
    )
  );
}

function saysSeries(text: string, words: Words): boolean {
  const form = ` ${wordForm(text)} `;
  return [...words['series-words']].some((word) => form.includes(` ${word} `));
}

/** The day that a heading is, with what it says besides; null for a heading that is none. */
export function datedHeading(
  text: string,
  { words, dayOrder }: Pick<NoteRules, 'words' | 'dayOrder'>,
): { readonly date: CalendarDate; readonly time: string | null; readonly rest: string } | null {
  if (!/\d/.test(text)) return null;
  const bare = text.replace(OPENING_MARKS, '');
  const written = leadingDate(bare, dayOrder) ?? behindWords(bare, words, dayOrder);
  if (written?.date == null) return null;
  const time = timeBehind(bare, written);
  const rest = bare
    .slice(written.to)
    .replace(/^\]\]/, '')
    .replace(time === null ? /^/ : /^[T\s,@(–—-]*\d{1,2}[:. h]?\d{0,2}\s?(?:[ap]\.?m\.?)?\)?/i, '')
    .replace(/^[\s:,.–—|-]+/, '')
    .trim();
  return { date: written.date, time, rest };
}

/** `Meeting 2025-03-04`, `Week of March 3, 2025`: words for a meeting or a week before the date. */
function behindWords(text: string, words: Words, order: DayOrder | null): ReturnType<typeof leadingDate> {
  const [first] = writtenDates(text.slice(0, 80), order);
  if (first === undefined || first.from === 0) return null;
  const before = wordForm(text.slice(0, first.from)).replace(/[\s,:–—|(-]+$/, '');
  if (before.split(' ').length > 4) return null;
  return words['week-words'].has(before) || words['date-labels'].has(before) || meetingWordIn(before, words) !== null
    ? first
    : null;
}
