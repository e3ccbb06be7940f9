/** A block while it is being read. */
import type { Block, BlockKind } from './blocks';
import { countLineEnds } from './lines';

export type BlockDraft = { -readonly [K in keyof Block]: Block[K] };

/** Shared by all blocks of one line: what has no continuation lines needs no array. */
const NO_LINES: readonly number[] = [];

/** A block of one line with nothing known but its place. Always the same fields in the same order, for speed. */
export function draftBlock(kind: BlockKind, line: number, from: number, to: number, textFrom: number, textTo: number): BlockDraft {
  return {
    kind, line, lastLine: line, from, to, textFrom, textTo, rest: NO_LINES,
    level: 0, quote: 0, parent: -1, status: -1, ordered: false, fenced: false, callout: null, closed: true,
  };
}

/**
 * Makes a block's `lastLine` a number that is counted when it is asked for. Transcripts are most of a note, hardly anybody
 * asks, and counting takes as long as all the rest of the scan.
 */
export function countLate(block: BlockDraft, text: string): void {
  const { line, from, to } = block;
  Object.defineProperty(block, 'lastLine', { get: () => line + countLineEnds(text, from, to), enumerable: true });
}
