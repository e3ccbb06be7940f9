/** A block while it is being read. */
import type { Block, BlockKind } from './blocks';

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
