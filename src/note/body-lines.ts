/** The lines of a note's blocks: those that pass by, and those that are kept, each in memory by itself. */
import type { Block } from '../text/block';
import { mayBeDamaged } from '../text/encoding';
import { flatten } from '../text/flatten';
import type { BodyInput } from './body';
import { cleanText } from './line-text';
import { MOST_BELOW } from './questions';

/** One line of a paragraph or item. */
export interface Line {
  readonly line: number;
  /** Its text without container marks, repaired. */
  readonly words: string;
  /** As it is in the file; by itself in memory where the line was read to be kept. */
  readonly source: string;
  /** No comment, link, block id, HTML or template token can be in its words. */
  readonly plain: boolean;
  /** Nothing in it could be damaged. */
  readonly intact: boolean;
}

/** One that is looked at and mostly let go: its words are still a part of the note's text. */
export interface PassingLine {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** What each of those has one of. Most lines have none, and need not be searched for each. */
const MARKUP = /[%<[\]^{]/;

const NO_LINES: readonly PassingLine[] = [];

export class BodyLines {
  constructor(private readonly input: Pick<BodyInput, 'text' | 'blocks'>) {}

  /** The lines of a paragraph, as they pass by. */
  of(block: Block): PassingLine[] {
    const { line, textFrom, textTo } = block;
    const first: PassingLine = { line, from: textFrom, to: textTo, words: this.input.text.piece(textFrom, textTo) };
    return block.rest.length === 0 ? [first] : [first, ...this.behindFirst(block)];
  }

  /** The lines after the first. */
  behindFirst({ line, rest }: Block): readonly PassingLine[] {
    if (rest.length === 0) return NO_LINES;
    const lines: PassingLine[] = [];
    for (let index = 0; index < rest.length; index += 2) {
      const from = rest[index] ?? 0;
      const to = rest[index + 1] ?? 0;
      lines.push({ line: line + 1 + index / 2, from, to, words: this.input.text.piece(from, to) });
    }
    return lines;
  }

  /** A line that is kept; its text goes from `from` up to `to`. */
  kept(line: number, from: number, to: number): Line {
    const { text } = this.input;
    const start = this.startOf(from);
    // Everything kept of the line is a part of this copy.
    const source = flatten(text.text.slice(start, text.lineEnd(to)));
    const intact = !mayBeDamaged(source);
    const piece = source.slice(from - start, to - start);
    const words = intact ? piece : text.repair(piece);
    return { line, words, source, plain: !MARKUP.test(words), intact };
  }

  /** Where the line that holds `offset` starts. */
  startOf(offset: number): number {
    const { text } = this.input.text;
    let at = offset;
    for (; at > 0; at--) {
      const code = text.charCodeAt(at - 1);
      if (code === 10 || code === 13) break;
    }
    return at;
  }

  mayBeTagged({ textFrom, textTo }: Block): boolean {
    return this.input.text.text.slice(textFrom, textTo).includes('#');
  }

  /** An item's continuation lines and its direct children's first lines. */
  below(block: Block, index: number): string[] {
    const { blocks, text } = this.input;
    const lines: string[] = [];
    for (const { words } of this.behindFirst(block)) lines.push(flatten(words));
    for (let at = index + 1; at < blocks.length && lines.length < MOST_BELOW; at++) {
      const child = blocks[at];
      if (child === undefined || child.line > block.lastLine) break;
      if (child.parent === index && (child.kind === 'item' || child.kind === 'paragraph'))
        lines.push(text.repair(flatten(text.text.slice(child.textFrom, child.textTo))));
    }
    return lines;
  }
}

/** What a line says, next to its marks. */
export function wordsOf({ words, plain }: Line): string {
  return plain ? words.trim() : cleanText(words);
}
