/** One block of a note's body: what it is, and where. `blocks.ts` finds them. */
export type BlockKind =
  | 'heading'
  | 'item'
  | 'paragraph'
  | 'rule'
  | 'code'
  | 'html'
  | 'definition'
  | 'comment'
  | 'math'
  | 'transcript'
  | 'managed';

export interface Block {
  readonly kind: BlockKind;
  /** 1-based; of an item the last line of everything it holds. */
  readonly line: number;
  readonly lastLine: number;
  /** Offsets in the text: start of the first line, end of the last (its line end left out). */
  readonly from: number;
  readonly to: number;
  /**
   * What is on the first line: a heading without `#`s, an item after its marker (and `[x] `), a paragraph's first
   * line.
   */
  readonly textFrom: number;
  readonly textTo: number;
  /**
   * Continuation lines of a paragraph (or of an item's first paragraph): from, to, from, to… without container
   * prefixes.
   */
  readonly rest: readonly number[];
  /** A heading's level, 1 to 6; for an item how many items enclose it, 0 for the outermost. */
  readonly level: number;
  /** How many block quotes (callouts among them) enclose it. */
  readonly quote: number;
  /** Index of the enclosing item in the array, or -1. */
  readonly parent: number;
  /** Offset of a checkbox's status character, or -1. */
  readonly status: number;
  readonly ordered: boolean;
  readonly fenced: boolean;
  /**
   * The callout type in lower case when this paragraph opens a callout (`> [!summary] Title`), else null; `textFrom` is
   * then the title's.
   */
  readonly callout: string | null;
  /** False for a fence, comment, math, transcript or managed block that ran to the end of the note unclosed. */
  readonly closed: boolean;
}
