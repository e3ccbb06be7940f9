/**
 * One row of a page: what, then what belongs to it, then where it comes from.
 *
 *   - Confirm the Lisbon dates · asked 14 Oct, again 28 Oct — [[2025-10-28 Dana#Action items|28 Oct]]
 */
import { type CalendarDate, dateBeside } from '../text/calendar-date';
import { baseName } from '../text/file-name';
import type { Source } from '../vault-index/rows';
import { escapeRow, shownLength } from './escape-row';
import type { HeadingPath, NoteLinks } from './note-link';
import { rowTokens } from './row-tokens';

/** What a reader sees of a row at most, its link's words included. */
const ROW_LENGTH = 300;

interface RowParts {
  /** A note's words, not yet safe. */
  readonly text: string;
  /** Our own words, safe as they are: `due 31 Oct`, `[[Dana Fox]]`. */
  readonly details?: readonly string[];
  /** Links to who or what it is for, after an arrow. */
  readonly arrow?: readonly string[];
  /** Our own words before the text. */
  readonly lead?: string;
  /** The link home, or '' where a row may not say. */
  readonly link: string;
}

/** Puts a row together; what is too long is cut from the text, never from the link. */
export function composeRow({ text, details = [], arrow = [], lead = '', link }: RowParts): string {
  const tail =
    (arrow.length === 0 ? '' : ` → ${arrow.join(', ')}`) +
    details.map((detail) => ` · ${detail}`).join('') +
    (link === '' ? '' : ` — ${link}`);
  const head = lead === '' ? '- ' : `- ${lead} `;
  const room = Math.max(40, ROW_LENGTH - shownLength(rowTokens(head + tail)));
  return `${head}${escapeRow(text, room)}${tail}`;
}

interface SourcedParts extends Pick<RowParts, 'details' | 'arrow'> {
  /** Links to what it is about, after the details. */
  readonly about?: readonly string[];
}

/** A row that ends in the link to its newest source. What its text links to is not named again after it. */
export function sourcedRow(
  row: { readonly text: string; readonly sources: readonly Source[] },
  { details = [], arrow = [], about = [] }: SourcedParts,
  { links, reference }: { readonly links: NoteLinks; readonly reference: CalendarDate },
): string {
  const source = newest(row);
  const text = links.relink(row.text, source.path);
  const isNew = (link: string): boolean => !text.includes(link);
  const parts = { text, details: [...details, ...about.filter(isNew)], arrow: arrow.filter(isNew) };
  return composeRow({ ...parts, link: sourceLink(links, source, reference) });
}

/** The link to a source that reads as its date; undated notes by their name. */
function sourceLink(links: NoteLinks, source: Source, reference: CalendarDate): string {
  const words = source.date === null ? baseName(source.path) : dateBeside(source.date, reference);
  return links.toNote(source.path, headingPath(source), words);
}

/** A note may have several `Action items`: the meeting's heading, or those above it, say which are meant. */
export function headingPath({ path, heading, meeting }: Source): HeadingPath {
  const around = meeting?.notes.find((note) => note.path === path)?.heading ?? null;
  if (heading === null) return null;
  const headings = heading.split('\n');
  if (around !== null && !headings.includes(around)) headings.unshift(around);
  return headings.length === 1 ? heading : headings;
}

/** The newest source of a row. */
export function newest(row: { readonly sources: readonly Source[] }): Source {
  const source = row.sources[row.sources.length - 1];
  if (source === undefined) throw new Error('a row without a source');
  return source;
}

/** `asked 14 Oct, again 28 Oct`, `asked 3× since 2 Sep`; null for what was asked once. */
export function askedWords(asked: readonly CalendarDate[], reference: CalendarDate): string | null {
  const [first, second] = asked;
  if (first === undefined || second === undefined) return null;
  if (asked.length === 2) return `asked ${dateBeside(first, reference)}, again ${dateBeside(second, reference)}`;
  return `asked ${asked.length}× since ${dateBeside(first, reference)}`;
}
