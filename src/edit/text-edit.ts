/** One change to a text, as editors take it. */

export interface TextEdit {
  /** Offsets in the text before: UTF-16 code units. */
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * The smallest single edit that makes `after` of `before`; null when they are equal. Never parts a CRLF or a surrogate
 * pair.
 */
export function smallestEdit(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  if (partsPair(before, from) || partsPair(after, from)) from--;
  let tail = 0;
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  if (tail > 0 && (partsPair(before, before.length - tail) || partsPair(after, after.length - tail))) tail--;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

/** The text with the edit made. */
export function applyEdit(text: string, { from, to, insert }: TextEdit): string {
  return text.slice(0, from) + insert + text.slice(to);
}

function partsPair(text: string, at: number): boolean {
  if (at === 0 || at >= text.length) return false;
  const left = text.charCodeAt(at - 1);
  const right = text.charCodeAt(at);
  return (left === CR && right === LF) || (left >= 0xd800 && left < 0xdc00 && right >= 0xdc00 && right < 0xe000);
}

const CR = 13;
const LF = 10;
