/**
 * The block structure of a note's body, as CommonMark 0.31 and Obsidian see it: one linear pass over the lines, by
 * offsets. Inline structure (links, emphasis, inline comments) is not looked at, nor are tables, footnotes and
 * frontmatter.
 */
import { BlockScanner } from './block-scanner';

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
   * What stands on the first line: a heading without `#`s, an item behind its marker (and `[x] `), a paragraph's first
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

export interface ScanOptions {
  /**
   * Asked for each heading outside quotes and items. True passes over everything below it, down to the next heading of
   * its level or a higher one; of what is passed over only transcripts, managed blocks and what is never closed become
   * blocks.
   */
  readonly skipUnder?: (headingText: string, level: number) => boolean;
}

/**
 * The blocks of `text` from offset `from` on, where line `firstLine` (1-based) begins, in the order of their first
 * lines; an item comes before what it holds. Never throws; quotes and items nest up to 100 deep, deeper markers are
 * read as text.
 */
export function scanBlocks(text: string, from: number, firstLine: number, options?: ScanOptions): Block[] {
  return new BlockScanner(text, from, firstLine, options?.skipUnder ?? null).scan();
}
