/**
 * What a note said when it was read, as it is put away with others in a text: first what all of them say by themselves,
 * then what their lines say, each by itself, so that a note's lines need not be read before somebody asks.
 *
 *     [ [path, mtime, size, hash of a page's text, what the note says, how long its lines are], … ]
 *     what the lines of the first note say
 *     what those of the next say …
 */
import type { Note } from '../note/note';
import { noteFrom, type StoredHead, storedHead, type StoredLines, storedLines } from '../note/stored-note';
import { inAscii } from '../text/ascii-json';
import { checksum } from '../text/checksum';
import type { VaultFile } from './vault-host';

/** `note` is null where the text is none that counts: ignored, or in an excluded folder. */
export interface Reading {
  readonly path: string;
  readonly mtime: number;
  readonly size: number;
  readonly page: string | null;
  readonly head: StoredHead | null;
  /** JSON of `StoredLines`, in ASCII; empty for none. */
  readonly lines: string;
}

type Written = readonly [
  path: string,
  mtime: number,
  size: number,
  page: string | null,
  head: StoredHead | null,
  lines: number,
];

export function writtenReadings(readings: readonly Reading[]): string {
  const heads = readings.map(({ path, mtime, size, page, head, lines }): Written => [
    path,
    mtime,
    size,
    page,
    head,
    lines.length,
  ]);
  return `${inAscii(JSON.stringify(heads))}\n${readings.map(({ lines }) => `${lines}\n`).join('')}`;
}

/** What stands in a text from a place on; null for what is no list of readings. */
export function takenReadings(text: string, from: number): readonly Reading[] | null {
  const end = text.indexOf('\n', from);
  let heads: readonly Written[];
  try {
    heads = JSON.parse(text.slice(from, end)) as readonly Written[];
  } catch {
    return null;
  }
  let at = end + 1;
  return heads.map(([path, mtime, size, page, head, length]) => {
    const lines = text.slice(at, at + length);
    at += length + 1;
    return { path, mtime, size, page, head, lines };
  });
}

/** `page`: the text of a page that may be written, else null. */
export function readingOf({ path, mtime, size }: VaultFile, note: Note | null, page: string | null): Reading {
  const lines = note === null ? null : storedLines(note);
  return {
    path,
    mtime,
    size,
    page: page === null ? null : checksum(page),
    head: note === null ? null : storedHead(note),
    lines: lines === null ? '' : inAscii(JSON.stringify(lines)),
  };
}

/** What tells the text that was read: a page's is known by a hash of it, a note's by the file's time and size. */
export function identityIn({ mtime, size, page }: Reading): string {
  return page === null ? `${mtime} ${size}` : `=${page}`;
}

export function noteOf({ path, head, lines }: Reading): Note | null {
  return head === null ? null : noteFrom(path, head, lines === '' ? null : () => JSON.parse(lines) as StoredLines);
}
