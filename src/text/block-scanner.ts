/**
 * The pass after `scanBlocks`: CommonMark's algorithm of open containers and one open leaf (specification, appendix
 * "Phase 1: block structure"), with Obsidian's comments, math and callouts and our own marker lines.
 */
import type { Block, BlockKind } from './block';
import { BlockDraft } from './block-draft';
import {
  atxLevel,
  atxTextEnd,
  isDigit,
  isPlainStart,
  listMarker,
  ruleFailure,
  setextLevel,
  skipSpaces,
  trimEnd,
} from './block-starts';
import { fencedEnd, type MarkedKind, markedEnd, markedStart } from './block-markers';
import { calloutStart } from './callout';
import { LineCursor } from './line-cursor';
import { finalLineEnd, finalLineStart } from './lines';
import { OpenContainers } from './open-containers';
import { OpenParagraph } from './open-paragraph';
import { skipSection } from './skip-section';
import { ANY_TAG, endsAtOnce, endsBeforeBlank, endsRaw, type RawStart, rawStart } from './raw-blocks';

/**
 * As deep as quotes and items nest. Beyond it markers are text, so that 100,000 of them on a line cost no more than
 * text.
 */
const DEEPEST = 100;

/** The open leaf. */
const NONE = 0;
const PARAGRAPH = 1;
const INDENTED = 2;
/** Runs to a line of its own kind of end, whatever its lines look like. */
const RAW = 3;

export class BlockScanner {
  private readonly blocks: BlockDraft[] = [];
  private readonly cursor: LineCursor;
  private readonly containers: OpenContainers;
  private leaf = NONE;
  /** The last line that holds anything, and its end: where a block that is now closed ended. */
  private lastLine: number;
  private lastEnd: number;

  private readonly paragraph: OpenParagraph;
  /** The block of the open leaf when that is raw or indented code, and what it is when it is raw. */
  private leafBlock: BlockDraft | null = null;
  private raw: RawStart | null = null;

  /** No thematic break of `ruleMarker` begins before this offset. */
  private noRuleBefore = 0;
  private ruleMarker = 0;

  constructor(
    private readonly text: string,
    from: number,
    firstLine: number,
    private readonly skipUnder: ((headingText: string, level: number) => boolean) | null,
  ) {
    this.cursor = new LineCursor(text, from, firstLine);
    this.containers = new OpenContainers(this.cursor);
    this.paragraph = new OpenParagraph(text);
    this.lastLine = firstLine;
    this.lastEnd = from;
  }

  scan(): Block[] {
    while (this.cursor.nextLine()) this.readLine();
    if (this.raw !== null && this.leafBlock !== null) this.leafBlock.closed = this.leafBlock.kind === 'html';
    this.closeTo(0);
    return this.blocks;
  }

  private readLine(): void {
    const { cursor, containers } = this;
    const matched = containers.match();
    const whole = matched === containers.depth;
    if (whole && this.raw !== null) {
      this.continueRaw(this.raw);
      return;
    }
    if (cursor.blank) {
      if (!whole || this.leaf === PARAGRAPH) this.closeTo(matched);
      return;
    }
    if (whole && this.leaf === INDENTED) {
      if (cursor.indent >= 4) {
        this.touch();
        return;
      }
      this.closeLeaf();
    }
    this.readStarts(matched);
  }

  /** Opens what begins after the prefixes of the `matched` containers; what is no start is a paragraph's text. */
  private readStarts(matched: number): void {
    const { cursor, containers, text } = this;
    let depth = matched;
    for (;;) {
      if (cursor.indent >= 4) {
        if (this.leaf === PARAGRAPH) break;
        this.closeTo(depth);
        this.openIndented();
        return;
      }
      const at = cursor.nonspace;
      const first = text.charCodeAt(at);
      if (isPlainStart(first)) break;
      const continuing = this.leaf === PARAGRAPH && depth === containers.depth;
      if (first === GREATER_THAN) {
        if (depth >= DEEPEST) break;
        this.closeTo(depth);
        this.openQuote();
      } else {
        if (this.readLeafStart(first, depth, continuing)) return;
        const width = depth < DEEPEST ? this.itemMarker(at, continuing) : 0;
        if (width === 0) break;
        this.closeTo(depth);
        this.openItem(at, width);
      }
      depth = containers.depth;
      if (cursor.blank) return;
    }
    this.readText(depth);
  }

  /** Reads the line as a leaf's start, other than a paragraph's, where it is one. */
  private readLeafStart(first: number, depth: number, continuing: boolean): boolean {
    const { cursor, text } = this;
    const at = cursor.nonspace;
    switch (first) {
      case NUMBER_SIGN: {
        const level = atxLevel(text, at, cursor.end);
        if (level === 0) return false;
        this.closeTo(depth);
        this.addHeading(level);
        return true;
      }
      case EQUALS:
      case HYPHEN:
        if (continuing) {
          const level = setextLevel(text, at);
          if (level > 0 && this.addSetextHeading(level)) return true;
        }
        return first === HYPHEN && this.readRule(first, depth);
      case ASTERISK:
      case UNDERSCORE:
        return this.readRule(first, depth);
      case BACKTICK:
      case TILDE:
      case LESS_THAN:
      case PERCENT:
      case DOLLAR:
        return this.readRawStart(depth);
      default:
        return false;
    }
  }

  private readRule(marker: number, depth: number): boolean {
    const { cursor, text } = this;
    const at = cursor.nonspace;
    if (marker === this.ruleMarker && at < this.noRuleBefore) return false;
    const failure = ruleFailure(text, at, cursor.end);
    if (failure >= 0) {
      this.ruleMarker = marker;
      this.noRuleBefore = failure;
      return false;
    }
    this.closeTo(depth);
    this.add('rule', at, trimEnd(text, at, cursor.end));
    this.touch();
    return true;
  }

  private readRawStart(depth: number): boolean {
    const { cursor, text } = this;
    const at = cursor.nonspace;
    const marked = depth === 0 ? markedStart(text, at) : null;
    if (marked !== null) {
      this.closeTo(0);
      this.addMarked(marked);
      return true;
    }
    const raw = rawStart(text, at, cursor.end);
    if (raw === null || (raw.end === ANY_TAG && this.leaf === PARAGRAPH)) return false;
    this.closeTo(depth);
    this.leafBlock = this.add(raw.kind, raw.textFrom, trimEnd(text, raw.textFrom, cursor.end));
    this.leafBlock.fenced = raw.fenceLength > 0;
    this.raw = raw;
    this.leaf = RAW;
    this.touch();
    if (endsAtOnce(raw, text, at, cursor.end)) this.closeLeaf();
    return true;
  }

  private continueRaw(raw: RawStart): void {
    const { cursor, text } = this;
    if (cursor.blank && endsBeforeBlank(raw)) {
      this.closeLeaf();
      return;
    }
    this.touch();
    if (endsRaw(raw, text, cursor.nonspace, cursor.end, cursor.indent)) this.closeLeaf();
    else if (raw.fenceLength > 0 && this.containers.depth === 0) this.passFenced(raw);
  }

  /**
   * Skips the lines that cannot close the fence: a fence around a transcript is long. They are counted, not read.
   */
  private passFenced({ fence, fenceLength }: RawStart): void {
    const { cursor, text } = this;
    if (cursor.next >= text.length) return;
    const start = fencedEnd(text, cursor.next, String.fromCharCode(fence).repeat(fenceLength));
    if (start >= 0) {
      cursor.passTo(start);
      return;
    }
    // Never closed: its last line is the text's.
    cursor.passTo(finalLineStart(text, cursor.next));
    cursor.nextLine();
    this.touch();
  }

  private addMarked(kind: MarkedKind): void {
    const { cursor, text } = this;
    const block = this.add(kind, cursor.nonspace, trimEnd(text, cursor.nonspace, cursor.end));
    const start = markedEnd(text, cursor.next, kind);
    block.closed = start >= 0;
    cursor.passTo(start >= 0 ? start : text.length);
    if (start >= 0) cursor.nextLine();
    block.to = start >= 0 ? cursor.end : finalLineEnd(text);
    block.countLate(text);
  }

  private addHeading(level: number): void {
    const { cursor, text } = this;
    const from = skipSpaces(text, cursor.nonspace + level, cursor.end);
    const block = this.add('heading', from, atxTextEnd(text, from, cursor.end));
    block.level = level;
    this.touch();
    this.skipBelow(block);
  }

  /** Makes the open paragraph a heading, unless nothing but definitions is in it. */
  private addSetextHeading(level: number): boolean {
    const { paragraph } = this;
    if (paragraph.mayDefine) for (const block of paragraph.takeDefinitions()) this.place(block);
    if (paragraph.lineCount === 0) return false;
    const block = this.place(paragraph.asBlock('heading'));
    this.leaf = NONE;
    this.touch();
    block.level = level;
    block.lastLine = this.lastLine;
    block.to = this.lastEnd;
    this.skipBelow(block);
    return true;
  }

  /** Skips what is below a heading, where the caller wants that. */
  private skipBelow(heading: BlockDraft): void {
    const { blocks, containers, cursor, skipUnder, text } = this;
    if (skipUnder === null || containers.depth > 0) return;
    let said = text.slice(heading.textFrom, heading.textTo);
    for (let i = 0; i < heading.rest.length; i += 2) said += ` ${text.slice(heading.rest[i], heading.rest[i + 1])}`;
    if (!skipUnder(said, heading.level)) return;
    skipSection(cursor, heading.level, () => {
      const count = blocks.length;
      if (!this.readRawStart(0)) return false;
      while (this.raw !== null && cursor.nextLine()) this.continueRaw(this.raw);
      const kind = blocks[count]?.kind;
      const told = kind === 'transcript' || kind === 'managed' || (this.raw !== null && kind !== 'html');
      if (!told) blocks.length = count;
      return true;
    });
  }

  private openIndented(): void {
    const { cursor } = this;
    this.leafBlock = this.add('code', cursor.nonspace, trimEnd(this.text, cursor.nonspace, cursor.end));
    this.leaf = INDENTED;
    this.touch();
  }

  private openQuote(): void {
    const { containers, cursor } = this;
    containers.fill();
    containers.openQuote();
    cursor.skipMarker(1);
    cursor.skipColumns(1);
    this.touch();
  }

  /**
   * The width of a list marker that may be here; a paragraph is interrupted only by an item with text, numbered 1 if
   * at all.
   */
  private itemMarker(at: number, continuing: boolean): number {
    const { cursor, text } = this;
    const width = listMarker(text, at, cursor.end);
    if (width === 0 || !continuing) return width;
    if (skipSpaces(text, at + width, cursor.end) === cursor.end) return 0;
    return isDigit(text.charCodeAt(at)) && Number(text.slice(at, at + width - 1)) !== 1 ? 0 : width;
  }

  private openItem(at: number, width: number): void {
    const { cursor, containers, text } = this;
    const outer = cursor.indent;
    const block = this.add('item', at + width, at + width);
    block.level = containers.innermost.items;
    block.ordered = isDigit(text.charCodeAt(at));
    cursor.skipMarker(width);
    // Five columns and more are indented code within the item, one column after the marker.
    const inner = cursor.blank || cursor.indent > 4 ? 1 : cursor.indent;
    cursor.skipColumns(inner);
    containers.openItem(this.blocks.length - 1, outer + width + inner);
    this.touch();
  }

  /** Reads a line of text: it continues the open paragraph, lazily too, or opens one. */
  private readText(depth: number): void {
    const { containers, cursor, text } = this;
    const at = cursor.nonspace;
    if (this.leaf !== PARAGRAPH) {
      this.closeTo(depth);
      const around = containers.innermost;
      this.leaf = PARAGRAPH;
      this.paragraph.open(around.empty && !around.quote ? around.item : -1);
      const callout =
        around.empty && around.quote && around.line === cursor.line ? calloutStart(text, at, cursor.end) : null;
      if (callout !== null) {
        // What follows the title is a paragraph of its own, and may be lazy as if it continued the title's.
        this.add('paragraph', callout.titleFrom, trimEnd(text, callout.titleFrom, cursor.end)).callout = callout.type;
        this.touch();
        return;
      }
      containers.fill();
    }
    this.paragraph.add(cursor.line, cursor.start, cursor.end, at, trimEnd(text, at, cursor.end));
    this.touch();
  }

  /** Closes the leaf and the containers beyond the first `depth`. */
  private closeTo(depth: number): void {
    const { containers } = this;
    this.closeLeaf();
    while (containers.depth > depth) {
      const container = containers.close();
      const block = container.quote ? undefined : this.blocks[container.item];
      if (block === undefined) continue;
      block.lastLine = this.lastLine;
      block.to = this.lastEnd;
    }
  }

  private closeLeaf(): void {
    if (this.leaf === PARAGRAPH) this.closeParagraph();
    else if (this.leafBlock !== null) {
      this.leafBlock.lastLine = this.lastLine;
      this.leafBlock.to = this.lastEnd;
      this.leafBlock = this.raw = null;
    }
    this.leaf = NONE;
  }

  private closeParagraph(): void {
    const { blocks, paragraph } = this;
    if (paragraph.mayDefine) for (const block of paragraph.takeDefinitions()) this.place(block);
    if (paragraph.lineCount === 0) return;
    const item = paragraph.item < 0 ? undefined : blocks[paragraph.item];
    if (item === undefined) this.place(paragraph.asBlock('paragraph'));
    else paragraph.fill(item);
  }

  /** A block of the line the cursor is on. */
  private add(kind: BlockKind, textFrom: number, textTo: number): BlockDraft {
    const { cursor } = this;
    return this.place(new BlockDraft(kind, cursor.line, cursor.start, cursor.end, textFrom, textTo));
  }

  /** Puts a block into the innermost open container. */
  private place(block: BlockDraft): BlockDraft {
    const around = this.containers.innermost;
    block.parent = around.item;
    block.quote = around.quotes;
    this.containers.fill();
    this.blocks.push(block);
    return block;
  }

  /** The line the cursor is on holds something. */
  private touch(): void {
    this.lastLine = this.cursor.line;
    this.lastEnd = this.cursor.end;
  }
}

const NUMBER_SIGN = 35;
const DOLLAR = 36;
const PERCENT = 37;
const ASTERISK = 42;
const HYPHEN = 45;
const LESS_THAN = 60;
const EQUALS = 61;
const GREATER_THAN = 62;
const UNDERSCORE = 95;
const BACKTICK = 96;
const TILDE = 126;
