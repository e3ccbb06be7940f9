/**
 * Marker lines that enclose what is not read: a transcript, a managed block. They are at the top level, a line for
 * each.
 */
import { endsLine, skipSpaces } from './block-starts';

/** No marker line is longer; a longer comment is just a comment. */
const LONGEST_MARKER = 200;
const MANAGED = '<!-- throughline:';

/**
 * Whether a transcript's marker is at `at`: a comment, alone on its line, that speaks of a transcript and ends in
 * `:start` or `:end`, in any letter case.
 *
 *     <!-- ai:transcript:start -->
 */
function isTranscriptMarker(text: string, at: number, word: 'start' | 'end'): boolean {
  if (!text.startsWith('<!--', at)) return false;
  const comment = text.slice(at + 4, at + LONGEST_MARKER);
  const close = comment.indexOf('-->');
  if (close < 0) return false;
  const said = comment.slice(0, close).trim().toLowerCase();
  const subject = said.indexOf('transcript');
  if (subject < 0 || !said.endsWith(`:${word}`) || said.length - word.length - 1 < subject + 'transcript'.length)
    return false;
  if (said.includes('\n') || said.includes('\r')) return false;
  return endsLine(text, skipSpaces(text, at + 4 + close + 3, text.length));
}

/** Whether a managed block's marker begins at `at`. What follows the word is the marker's own affair. */
function isManagedMarker(text: string, at: number, word: 'begin' | 'end'): boolean {
  return text.startsWith(MANAGED, at) && text.startsWith(word, at + MANAGED.length);
}

export type MarkedKind = 'transcript' | 'managed';

/** What a marker at `at` opens, or null. */
export function markedStart(text: string, at: number): MarkedKind | null {
  if (!text.startsWith('<!--', at)) return null;
  if (isManagedMarker(text, at, 'begin')) return 'managed';
  return isTranscriptMarker(text, at, 'start') ? 'transcript' : null;
}

/**
 * Where the line of the end marker begins, from line start `from` on, or -1. By a search: the lines between are not
 * read.
 */
export function markedEnd(text: string, from: number, kind: MarkedKind): number {
  for (let at = text.indexOf('<!--', from); at >= 0; at = text.indexOf('<!--', at + 4)) {
    const start = lineStartBefore(text, at, from);
    if (start >= 0 && (kind === 'managed' ? isManagedMarker(text, at, 'end') : isTranscriptMarker(text, at, 'end')))
      return start;
  }
  return -1;
}

/**
 * Where the next line begins, from line start `from` on, that may close a fence at the top level: `fence` is at its
 * start, after three spaces at most. -1 for none.
 */
export function fencedEnd(text: string, from: number, fence: string): number {
  for (let at = text.indexOf(fence, from); at >= 0; at = text.indexOf(fence, at + fence.length)) {
    const start = lineStartBefore(text, at, from);
    if (start >= 0) return start;
  }
  return -1;
}

/**
 * Where the line begins whose first characters, after up to three spaces, are at `at`; -1 when others are before
 * them.
 */
function lineStartBefore(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && at - start <= 3 && text.charCodeAt(start - 1) === SPACE) start -= 1;
  if (at - start > 3) return -1;
  return start === from || endsLine(text, start - 1) ? start : -1;
}

const SPACE = 32;
