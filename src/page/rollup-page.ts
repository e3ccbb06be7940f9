/** What the rollup pages share: the day they were made for, sections with their caps, the words around rows. */
import { isCalendarDate, weekdayDate } from '../text/calendar-date';
import type { Entity } from '../entity/entity';
import { readBlock } from './managed-block';
import type { NoteLinks } from './note-link';
import type { PageRules } from './page-rules';

/** One page of the rollup folder. */
export interface RollupPage {
  /** Vault path. */
  readonly path: string;
  /** The H1 of a page that is made new. */
  readonly title: string;
  /** The word after `throughline:begin`. */
  readonly kind: string;
  /** Lines of the managed block. */
  readonly rows: readonly string[];
}

export interface QueueSection {
  /** With its `#`s. */
  readonly heading: string;
  /** Rows there are; more than are shown. */
  readonly count: number;
  /** The first of them. */
  readonly rows: (shown: number) => readonly string[];
}

/**
 * Rows as they were written, by what they were made of: a queue that gets a row is not written again. Of one set of
 * rules and links.
 */
export class WrittenRows {
  private readonly rows = new WeakMap<object, string>();

  of<T extends object>(one: T, write: (one: T) => string): string {
    let row = this.rows.get(one);
    if (row === undefined) this.rows.set(one, (row = write(one)));
    return row;
  }
}

/** What rows are written with. */
export interface RowWriting {
  readonly links: NoteLinks;
  readonly written: WrittenRows;
}

/**
 * A section of which each row is made from one thing, always in the same way; those that are not shown are never made.
 */
export function queueSection<T extends object>(
  heading: string,
  list: readonly T[],
  written: WrittenRows,
  row: (one: T) => string,
): QueueSection {
  return { heading, count: list.length, rows: (shown) => list.slice(0, shown).map((one) => written.of(one, row)) };
}

/** Rows all sections of a page hold together at most. */
const ROWS_PER_PAGE = 600;

/**
 * Sections as lines; empty ones are absent, long ones end in `- 12 more`, and those that a long page has no room for
 * are counted.
 */
export function sectionLines(sections: readonly QueueSection[], { rowsPerQueue }: PageRules): string[] {
  const lines: string[] = [];
  let room = ROWS_PER_PAGE;
  const left: number[] = [];
  for (const { heading, count, rows } of sections) {
    if (count === 0) continue;
    if (room === 0) {
      left.push(count);
      continue;
    }
    const shown = Math.min(count, rowsPerQueue, room);
    room -= shown;
    lines.push(heading, ...rows(shown));
    if (shown < count) lines.push(`- ${count - shown} more`);
  }
  if (left.length > 0)
    lines.push(
      `- ${left.reduce((a, b) => a + b)} more in ${left.length} further ${left.length === 1 ? 'section' : 'sections'}`,
    );
  return lines;
}

/** `As of Mon 3 Nov 2025 · 1 late · 1 today`. */
export function asOfLine({ today }: PageRules, counts: readonly string[]): string {
  return [`As of ${weekdayDate(today)}`, ...counts].join(' · ');
}

const AS_OF = /^As of [A-Z][a-z]{2} (\d{1,2}) ([A-Z][a-z]{2}) (\d{4})/;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * The day a page on disk was made for, or null: as `--check` does. What a person writes around the block does not
 * count.
 */
export function asOfDate(pageText: string): string | null {
  const reading = readBlock(pageText);
  const lines = 'block' in reading ? (reading.block?.lines ?? []) : [];
  const found = lines.map((line) => AS_OF.exec(line)).find((match) => match !== null);
  if (found === undefined) return null;
  const [, day = '', month = '', year = ''] = found;
  const date = `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : null;
}

/** `3 late`, or nothing for none. */
export function counted(count: number, words: string): string[] {
  return count === 0 ? [] : [`${count} ${words}`];
}

/** Links to the entities of one kind, two at most. */
function entityLinks(entities: readonly Entity[], kinds: readonly string[], links: NoteLinks): string[] {
  return entities
    .filter(({ kind }) => kinds.includes(kind))
    .slice(0, 2)
    .map((entity) => links.toEntity(entity));
}

/** Who or what a row is about: people first where they matter, else the account or project. */
export function aboutWords(
  entities: readonly Entity[],
  links: NoteLinks,
  order: readonly (readonly string[])[],
): string[] {
  for (const kinds of order) {
    const found = entityLinks(entities, kinds, links);
    if (found.length > 0) return found;
  }
  return [];
}
