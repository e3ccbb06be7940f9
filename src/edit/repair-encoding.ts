/**
 * One note whose text was decoded as Windows-1252 and saved again, as it should be: which lines change, and the edit
 * that does it. What is certain, `fixEncoding` says; front matter and transcripts are text like any other.
 */
import { fixEncoding } from '../text/fix-encoding';
import type { FileEdit } from './plan';

export interface FixedLine {
  /** 1-based. */
  readonly line: number;
  /** Without line ends. */
  readonly before: string;
  readonly after: string;
  /** False: bytes were lost, and the most usual of the characters that fit was taken. */
  readonly certain: boolean;
}

export interface EncodingRepair {
  readonly path: string;
  readonly lines: readonly FixedLine[];
  readonly edit: FileEdit;
}

/** Null where nothing is certainly damaged. */
export function planEncodingRepair(path: string, text: string): EncodingRepair | null {
  const { text: after, unsure } = fixEncoding(text);
  if (after === text) return null;
  const now = after.split(LINE_END);
  const lines = text.split(LINE_END).flatMap((before, index): FixedLine[] => {
    const fixed = now[index] ?? '';
    return before === fixed ? [] : [{ line: index + 1, before, after: fixed, certain: !unsure.has(index + 1) }];
  });
  return { path, lines, edit: { path, before: text, after, recompute: (then) => fixEncoding(then).text } };
}

const LINE_END = /\r\n|\n|\r/;
