/**
 * The lines of a paragraph that is still open. What it is shows at its end only: definitions may be at its start,
 * and an underline makes a heading of it.
 */
import type { BlockKind } from './block';
import { BlockDraft } from './block-draft';
import { endsLine, skipSpaces } from './block-starts';
import { definitionLines } from './link-definitions';

export class OpenParagraph {
  /** Index of the item whose first paragraph it is, or -1. */
  item = -1;
  lineCount = 0;
  /** Of each line its text's from and to. Longer than the lines are many: it is kept from paragraph to paragraph. */
  private readonly texts: number[] = [];
  private firstLine = 0;
  /** Where its first line begins and its last one ends. */
  private from = 0;
  private to = 0;

  constructor(private readonly text: string) {}

  open(item: number): void {
    this.item = item;
    this.lineCount = 0;
  }

  add(line: number, start: number, end: number, textFrom: number, textTo: number): void {
    const { lineCount, texts } = this;
    if (lineCount === 0) {
      this.firstLine = line;
      this.from = start;
    }
    this.to = end;
    texts[lineCount * 2] = textFrom;
    texts[lineCount * 2 + 1] = textTo;
    this.lineCount = lineCount + 1;
  }

  /** Whether a link reference definition may be at its start. */
  get mayDefine(): boolean {
    return this.lineCount > 0 && this.text.charCodeAt(this.texts[0] ?? 0) === OPENING_BRACKET;
  }

  /** The definitions at its start, as blocks; they are lines of it no longer. */
  takeDefinitions(): BlockDraft[] {
    const { text, texts } = this;
    const blocks: BlockDraft[] = [];
    let taken = 0;
    while (taken < this.lineCount) {
      const count = definitionLines(text, texts, taken, this.lineCount);
      if (count === 0) break;
      blocks.push(this.block('definition', taken, count));
      taken += count;
    }
    if (taken === 0) return blocks;
    this.from = lineStart(text, texts[taken * 2] ?? 0);
    this.firstLine += taken;
    this.lineCount -= taken;
    this.item = -1;
    texts.copyWithin(0, taken * 2, (taken + this.lineCount) * 2);
    return blocks;
  }

  /** A block of all its lines. */
  asBlock(kind: BlockKind): BlockDraft {
    return this.block(kind, 0, this.lineCount);
  }

  /** Makes it the text of its item. Only on the marker's own line can it begin with a checkbox. */
  fill(item: BlockDraft): void {
    const { lineCount, text, texts } = this;
    if (this.firstLine !== item.line) {
      item.rest = texts.slice(0, lineCount * 2);
      return;
    }
    item.textFrom = texts[0] ?? item.textFrom;
    item.textTo = texts[1] ?? item.textTo;
    if (lineCount > 1) item.rest = texts.slice(2, lineCount * 2);
    const after = checkboxEnd(text, item.textFrom, item.textTo);
    if (after < 0) return;
    item.status = item.textFrom + 1;
    item.textFrom = after;
  }

  private block(kind: BlockKind, first: number, count: number): BlockDraft {
    const { text, texts } = this;
    const last = first + count - 1;
    const textFrom = texts[first * 2] ?? 0;
    const from = first === 0 ? this.from : lineStart(text, textFrom);
    const to = last === this.lineCount - 1 ? this.to : skipSpaces(text, texts[last * 2 + 1] ?? 0, text.length);
    const block = new BlockDraft(kind, this.firstLine + first, from, to, textFrom, texts[first * 2 + 1] ?? 0);
    block.lastLine = this.firstLine + last;
    if (count > 1) block.rest = texts.slice(first * 2 + 2, last * 2 + 2);
    return block;
  }
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !endsLine(text, start - 1)) start -= 1;
  return start;
}

/**
 * After a checkbox and the white space that follows it, or -1. Any one code point is a status, as in Obsidian, and a
 * no-break space may be after.
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
