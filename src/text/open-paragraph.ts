/**
 * The lines of a paragraph that is still open. What it is shows at its end only: definitions may stand at its start, and an
 * underline makes a heading of it.
 */
import type { BlockKind } from './blocks';
import { type BlockDraft, draftBlock } from './block-draft';
import { definitionLines } from './link-definitions';

export class OpenParagraph {
  /** Index of the item whose first paragraph it is, or -1. */
  item = -1;
  /** Of each line the text's from and to; its own start and end. */
  private texts: number[] = [];
  private bounds: number[] = [];
  private firstLine = 0;

  open(item: number): void {
    this.item = item;
    this.clear();
  }

  clear(): void {
    this.texts.length = 0;
    this.bounds.length = 0;
  }

  get lineCount(): number {
    return this.texts.length / 2;
  }

  add(line: number, start: number, end: number, textFrom: number, textTo: number): void {
    if (this.texts.length === 0) this.firstLine = line;
    this.texts.push(textFrom, textTo);
    this.bounds.push(start, end);
  }

  /** The link reference definitions at its start, as blocks; they are lines of it no longer. */
  takeDefinitions(text: string): BlockDraft[] {
    const blocks: BlockDraft[] = [];
    let taken = 0;
    for (;;) {
      const count = text.charCodeAt(this.texts[taken * 2] ?? text.length) === OPENING_BRACKET ? definitionLines(text, this.texts, taken) : 0;
      if (count === 0) break;
      blocks.push(this.block('definition', taken, count));
      taken += count;
    }
    if (taken > 0) {
      this.texts.splice(0, taken * 2);
      this.bounds.splice(0, taken * 2);
      this.firstLine += taken;
      this.item = -1;
    }
    return blocks;
  }

  /** A block of all its lines. */
  asBlock(kind: BlockKind): BlockDraft {
    return this.block(kind, 0, this.lineCount);
  }

  /** Makes it the text of its item. Only on the marker's own line can it begin with a checkbox. */
  fill(item: BlockDraft, text: string): void {
    if (this.firstLine !== item.line) {
      item.rest = this.texts.slice();
      return;
    }
    item.textFrom = this.texts[0] ?? item.textFrom;
    item.textTo = this.texts[1] ?? item.textTo;
    if (this.texts.length > 2) item.rest = this.texts.slice(2);
    const after = checkboxEnd(text, item.textFrom, item.textTo);
    if (after < 0) return;
    item.status = item.textFrom + 1;
    item.textFrom = after;
  }

  private block(kind: BlockKind, first: number, count: number): BlockDraft {
    const { texts, bounds } = this;
    const last = first + count - 1;
    const block = draftBlock(
      kind, this.firstLine + first, bounds[first * 2] ?? 0, bounds[last * 2 + 1] ?? 0, texts[first * 2] ?? 0, texts[first * 2 + 1] ?? 0,
    );
    block.lastLine = this.firstLine + last;
    if (count > 1) block.rest = texts.slice(first * 2 + 2, last * 2 + 2);
    return block;
  }
}

/**
 * Behind a checkbox and the white space that follows it, or -1. Any one code point is a status, as in Obsidian, and a no-break
 * space may stand behind.
 *
 *     - [?] Ask Ann
 *       ^  ^ status at 1, end
 */
function checkboxEnd(text: string, from: number, to: number): number {
  if (text.charCodeAt(from) !== OPENING_BRACKET || to - from < 3) return -1;
  const status = text.codePointAt(from + 1) ?? 0;
  let offset = from + (status > 0xffff ? 3 : 2);
  if (offset >= to || text.charCodeAt(offset) !== CLOSING_BRACKET) return -1;
  offset += 1;
  const bracket = offset;
  while (offset < to && isGap(text.charCodeAt(offset))) offset += 1;
  return offset > bracket || offset === to ? offset : -1;
}

function isGap(code: number): boolean {
  return code === SPACE || code === TAB || code === NO_BREAK_SPACE;
}

const TAB = 9;
const SPACE = 32;
const OPENING_BRACKET = 91;
const CLOSING_BRACKET = 93;
const NO_BREAK_SPACE = 0xa0;
