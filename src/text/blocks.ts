/**
 * The block structure of a note's body, as CommonMark 0.31 and Obsidian see it: one linear pass through the lines, by
 * offsets. Inline structure (links, emphasis, inline comments) is not looked at, nor are tables, footnotes and
 * frontmatter.
 */
import type { Block } from './block';
import { BlockScanner } from './block-scanner';

export interface ScanOptions {
  /**
   * Asked for each heading outside quotes and items. True skips everything below it, down to the next heading of
   * its level or a higher one; of what is skipped only transcripts, managed blocks and what is never closed become
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
