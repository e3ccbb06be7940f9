/**
 * One row of a page: what, then what belongs to it, then where it comes from.
 *
 *   - Confirm the Lisbon dates · asked 14 Oct, again 28 Oct — [[2025-10-28 Dana#Action items|28 Oct]]
 */
import { type CalendarDate, dateBeside } from '../text/calendar-date';
import { baseName } from '../text/file-name';
import type { Source } from '../vault-index/rows';
import { escapeRow } from './escape-row';
import type { NoteLinks } from './note-link';

/** A row's longest form, its link included. */
export const ROW_LENGTH = 300;

export interface RowParts {
  /** A note's words, not yet safe. */
  readonly text: string;
  /** Our own words, safe as they are: `due 31 Oct`, `[[Dana Fox]]`. */
  readonly details?: readonly string[];
  /** Links to whom or what it is for, after an arrow. */
  readonly arrow?: readonly string[];
  /** Our own words before the text. */
  readonly lead?: string;
  /** The link home, or '' where a row may not say. */
  readonly link: string;
}

/** Puts a row together; what is too long is cut from the text, never from the link. */
export function composeRow({ text, details = [], arrow = [], lead = '', link }: RowParts): string {
  const tail = (arrow.length === 0 ? '' : ` → ${arrow.join(', ')}`) + details.map((detail) => ` · ${detail}`).join('') + (link === '' ? '' : ` — ${link}`);
  const head = lead === '' ? '- ' : `- ${lead} `;
  const room = Math.max(40, ROW_LENGTH - head.length - tail.length);
  return `${head}${escapeRow(text, room)}${tail}`;
}

/** A row that ends in the link to its newest source. */
export function sourcedRow(
  row: { readonly text: string; readonly sources: readonly Source[] },
  parts: Pick<RowParts, 'details' | 'arrow'>,
  { links, reference }: { readonly links: NoteLinks; readonly reference: CalendarDate },
): string {
  const source = newest(row);
  return composeRow({ ...parts, text: links.relink(row.text, source.path), link: sourceLink(links, source, reference) });
}

/** The link to a source that reads as its date; undated notes by their name. */
export function sourceLink(links: NoteLinks, source: Source, reference: CalendarDate): string {
  const words = source.date === null ? baseName(source.path) : dateBeside(source.date, reference);
  return links.toNote(source.path, source.heading, words);
}

/** The newest source of a row. */
export function newest<T extends { readonly sources: readonly Source[] }>(row: T): Source {
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
