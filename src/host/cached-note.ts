/**
 * What a note said when it was read, as it is put away with others in a text: first what all of them say by themselves,
 * then what their lines say, each by itself, so that a note's lines need not be read before somebody asks.
 *
 *     [ [path, the file's identity, a hash of its text, 1 for a page, what the note says, how long its lines are], … ]
 *     what the lines of the first note say
 *     what those of the next say …
 */
import type { Note } from '../note/note';
import { noteFrom, type StoredHead, storedHead, type StoredLines, storedLines } from '../note/stored-note';
import { inAscii } from '../text/ascii-json';

/** `note` is null where the text is none that counts: ignored, or in an excluded folder. */
export interface Reading {
  readonly path: string;
  /** Of the file; null where only the text tells: it may have changed a moment before it was read. */
  readonly identity: string | null;
  /** Of the text; null where the file's identity tells enough. */
  readonly hash: string | null;
  /** It may be written by a rollup, which needs its text in any case. */
  readonly isPage: boolean;
  readonly head: StoredHead | null;
  /** JSON of `StoredLines`, in ASCII; empty for none. */
  readonly lines: string;
}

type Written = readonly [
  path: string,
  identity: string | null,
  hash: string | null,
  isPage: 0 | 1,
  head: StoredHead | null,
  lines: number,
];

export function writtenReadings(readings: readonly Reading[]): string {
  const heads = readings.map(({ path, identity, hash, isPage, head, lines }): Written => [
    path,
    identity,
    hash,
    isPage ? 1 : 0,
    head,
    lines.length,
  ]);
  return `${inAscii(JSON.stringify(heads))}\n${readings.map(({ lines }) => `${lines}\n`).join('')}`;
}

/** What is in a text from a place on; null for what is no list of readings. */
export function takenReadings(text: string, from: number): readonly Reading[] | null {
  const end = text.indexOf('\n', from);
  let heads: readonly Written[];
  try {
    heads = JSON.parse(text.slice(from, end)) as readonly Written[];
  } catch {
    return null;
  }
  let at = end + 1;
  return heads.map(([path, identity, hash, isPage, head, length]) => {
    const lines = text.slice(at, at + length);
    at += length + 1;
    return { path, identity, hash, isPage: isPage === 1, head, lines };
  });
}

export function readingOf(told: Pick<Reading, 'path' | 'identity' | 'hash' | 'isPage'>, note: Note | null): Reading {
  const lines = note === null ? null : storedLines(note);
  return {
    ...told,
    head: note === null ? null : storedHead(note),
    lines: lines === null ? '' : inAscii(JSON.stringify(lines)),
  };
}

/** What tells the text that was read: a hash of it, or where there is none the file's identity. */
export function identityIn({ identity, hash }: Pick<Reading, 'identity' | 'hash'>): string {
  return hash === null ? (identity ?? '') : `=${hash}`;
}

export function noteOf({ path, head, lines }: Reading): Note | null {
  return head === null ? null : noteFrom(path, head, lines === '' ? null : () => JSON.parse(lines) as StoredLines);
}
