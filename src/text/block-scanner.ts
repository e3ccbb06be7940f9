/**
 * The pass behind `scanBlocks`: CommonMark's algorithm of open containers and one open leaf (specification, appendix
 * "Phase 1: block structure"), with Obsidian's comments, math and callouts and our own marker lines.
 */
import type { Block, BlockKind } from './blocks';
import { type BlockDraft, draftBlock } from './block-draft';
import {
  atxLevel, atxTextEnd, closesFence, isDigit, isPlainStart, listMarker, openingFence, ruleFailure, setextLevel, skipSpaces, trimEnd,
} from './block-starts';
import { isManagedMarker, isTranscriptMarker, lineStartBefore } from './block-markers';
import { htmlEnds, htmlStart } from './html-blocks';
import { LineCursor } from './line-cursor';
import { OpenParagraph } from './open-paragraph';
import { passSection } from './pass-section';

/** As deep as quotes and items nest. Beyond it markers are text, so that 100,000 of them on a line cost no more than text. */
const DEEPEST = 100;

interface Container {
  readonly quote: boolean;
  /** Columns that an item's further lines are indented by. */
  readonly indent: number;
  /** Index of the innermost item, this one or around it; -1 for none. */
  readonly item: number;
  readonly quotes: number;
  readonly items: number;
  readonly line: number;
  empty: boolean;
}

/** The open leaf. */
const NONE = 0;
const PARAGRAPH = 1;
const INDENTED = 2;
/** Runs to a line of its own kind of end, whatever its lines look like. */
const RAW = 3;

/** What ends a raw leaf: kinds 1 to 7 are HTML's. */
const BY_FENCE = 8;
const BY_PERCENT = 9;
const BY_DOLLAR = 10;

export class BlockScanner {
  private readonly blocks: BlockDraft[] = [];
  private readonly cursor: LineCursor;
  private readonly containers: Container[] = [];
  private leaf = NONE;
  /** The last line that holds anything, and its end: where a block that is now closed ended. */
  private lastLine: number;
  private lastEnd: number;

  private readonly paragraph = new OpenParagraph();
  private rawBlock: BlockDraft | null = null;
  private rawEnd = 0;
  private fenceMarker = 0;
  private fenceLength = 0;

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
    this.lastLine = firstLine;
    this.lastEnd = from;
  }

  scan(): Block[] {
    while (this.cursor.nextLine()) this.readLine();
    if (this.leaf === RAW && this.rawBlock !== null) this.rawBlock.closed = this.rawBlock.kind === 'html';
    this.closeTo(0);
    return this.blocks;
  }

  private readLine(): void {
    const { cursor, containers } = this;
    let matched = 0;
    while (matched < containers.length && this.continues(containers[matched])) matched += 1;
    const whole = matched === containers.length;
    if (whole && this.leaf === RAW) {
      this.continueRaw();
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

  /** Consumes a container's prefix where the line has it. */
  private continues(container: Container | undefined): boolean {
    const { cursor } = this;
    if (container === undefined) return false;
    if (container.quote) {
      if (cursor.indent >= 4 || cursor.blank || this.text.charCodeAt(cursor.nonspace) !== GREATER_THAN) return false;
      cursor.skipMarker(1);
      cursor.skipColumns(1);
      return true;
    }
    if (cursor.blank) return !container.empty;
    if (cursor.indent < container.indent) return false;
    cursor.skipColumns(container.indent);
    return true;
  }

  /** Opens what begins behind the prefixes of the `matched` containers; what is no start is a paragraph's text. */
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
      const continuing = this.leaf === PARAGRAPH && depth === containers.length;
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
      depth = containers.length;
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
        return this.readRawStart(first, depth);
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

  private readRawStart(first: number, depth: number): boolean {
    const { cursor, text } = this;
    const at = cursor.nonspace;
    if (first === BACKTICK || first === TILDE) {
      const length = openingFence(text, at, cursor.end);
      if (length === 0) return false;
      this.closeTo(depth);
      this.fenceMarker = first;
      this.fenceLength = length;
      this.openRaw('code', skipSpaces(text, at + length, cursor.end), BY_FENCE).fenced = true;
      return true;
    }
    if (first === PERCENT || first === DOLLAR) {
      const marker = first === PERCENT ? '%%' : '$$';
      if (!text.startsWith(marker, at) || text.slice(at + 2, cursor.end).includes(marker)) return false;
      this.closeTo(depth);
      this.openRaw(first === PERCENT ? 'comment' : 'math', at, first === PERCENT ? BY_PERCENT : BY_DOLLAR);
      return true;
    }
    const kind = htmlStart(text, at, cursor.end);
    if (kind === 0 || (kind === 7 && this.leaf === PARAGRAPH)) return false;
    if (kind === 2 && depth === 0) {
      const transcript = isTranscriptMarker(text, at, 'start');
      if (transcript || isManagedMarker(text, at, 'begin')) {
        this.closeTo(0);
        this.addMarked(transcript ? 'transcript' : 'managed');
        return true;
      }
    }
    this.closeTo(depth);
    this.openRaw(kind === 2 ? 'comment' : 'html', at, kind);
    if (kind < 6 && htmlEnds(kind, text, at, cursor.end)) this.closeLeaf();
    return true;
  }

  private openRaw(kind: BlockKind, textFrom: number, end: number): BlockDraft {
    const block = this.add(kind, textFrom, trimEnd(this.text, textFrom, this.cursor.end));
    this.rawBlock = block;
    this.rawEnd = end;
    this.leaf = RAW;
    this.touch();
    return block;
  }

  private continueRaw(): void {
    const { cursor, text, rawEnd } = this;
    if (rawEnd === 6 || rawEnd === 7) {
      if (cursor.blank) this.closeLeaf();
      else this.touch();
      return;
    }
    this.touch();
    const ends = rawEnd === BY_FENCE
      ? cursor.indent < 4 && closesFence(text, cursor.nonspace, cursor.end, this.fenceMarker, this.fenceLength)
      : rawEnd === BY_PERCENT || rawEnd === BY_DOLLAR
        ? text.slice(cursor.nonspace, cursor.end).includes(rawEnd === BY_PERCENT ? '%%' : '$$')
        : htmlEnds(rawEnd, text, cursor.nonspace, cursor.end);
    if (ends) this.closeLeaf();
  }

  /** A transcript or managed block: found by a search for its end, whatever stands between. */
  private addMarked(kind: 'transcript' | 'managed'): void {
    const { cursor, text } = this;
    const block = this.add(kind, cursor.nonspace, trimEnd(text, cursor.nonspace, cursor.end));
    const start = this.markedEnd(kind);
    block.closed = start >= 0;
    cursor.passTo(start >= 0 ? start : text.length);
    if (start >= 0) cursor.nextLine();
    this.touch();
    block.lastLine = this.lastLine;
    block.to = this.lastEnd;
  }

  /** Where the line of the end marker begins, or -1. */
  private markedEnd(kind: 'transcript' | 'managed'): number {
    const { text } = this;
    const from = this.cursor.next;
    for (let at = text.indexOf('<!--', from); at >= 0; at = text.indexOf('<!--', at + 4)) {
      const start = lineStartBefore(text, at, from);
      if (start >= 0 && (kind === 'managed' ? isManagedMarker(text, at, 'end') : isTranscriptMarker(text, at, 'end'))) return start;
    }
    return -1;
  }

  private addHeading(level: number): void {
    const { cursor, text } = this;
    const from = skipSpaces(text, cursor.nonspace + level, cursor.end);
    const block = this.add('heading', from, atxTextEnd(text, from, cursor.end));
    block.level = level;
    this.touch();
    this.skipBelow(block);
  }

  /** Makes the open paragraph a heading, unless nothing but definitions stands in it. */
  private addSetextHeading(level: number): boolean {
    const { paragraph } = this;
    for (const block of paragraph.takeDefinitions(this.text)) this.place(block);
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

  /** Passes over what stands below a heading, where the caller wants that. */
  private skipBelow(heading: BlockDraft): void {
    const { blocks, containers, cursor, skipUnder, text } = this;
    if (skipUnder === null || containers.length > 0) return;
    let said = text.slice(heading.textFrom, heading.textTo);
    for (let i = 0; i < heading.rest.length; i += 2) said += ` ${text.slice(heading.rest[i], heading.rest[i + 1])}`;
    if (!skipUnder(said, heading.level)) return;
    passSection(cursor, heading.level, (first) => {
      const count = blocks.length;
      if (!this.readRawStart(first, 0)) return false;
      while (this.leaf === RAW && cursor.nextLine()) this.continueRaw();
      const block = blocks[count];
      if (this.leaf === NONE && block?.kind !== 'transcript' && block?.kind !== 'managed') blocks.length = count;
      return true;
    });
  }

  private openIndented(): void {
    const { cursor } = this;
    this.rawBlock = this.add('code', cursor.nonspace, trimEnd(this.text, cursor.nonspace, cursor.end));
    this.leaf = INDENTED;
    this.touch();
  }

  private openQuote(): void {
    const { cursor, containers } = this;
    const around = containers[containers.length - 1];
    if (around !== undefined) around.empty = false;
    containers.push({
      quote: true, indent: 0, item: around?.item ?? -1, quotes: (around?.quotes ?? 0) + 1, items: around?.items ?? 0, line: cursor.line, empty: true,
    });
    cursor.skipMarker(1);
    cursor.skipColumns(1);
    this.touch();
  }

  /** The width of a list marker that may stand here; a paragraph is interrupted only by an item with text, numbered 1 if at all. */
  private itemMarker(at: number, continuing: boolean): number {
    const { cursor, text } = this;
    const width = listMarker(text, at, cursor.end);
    if (width === 0 || !continuing) return width;
    if (skipSpaces(text, at + width, cursor.end) === cursor.end) return 0;
    return isDigit(text.charCodeAt(at)) && Number(text.slice(at, at + width - 1)) !== 1 ? 0 : width;
  }

  private openItem(at: number, width: number): void {
    const { cursor, containers, text } = this;
    const around = containers[containers.length - 1];
    const outer = cursor.indent;
    const block = this.add('item', at + width, at + width);
    block.level = around?.items ?? 0;
    block.ordered = isDigit(text.charCodeAt(at));
    cursor.skipMarker(width);
    // Five columns and more are indented code within the item, one column behind the marker.
    const inner = cursor.blank || cursor.indent > 4 ? 1 : cursor.indent;
    cursor.skipColumns(inner);
    block.textFrom = block.textTo = cursor.offset;
    containers.push({
      quote: false, indent: outer + width + inner, item: this.blocks.length - 1, quotes: around?.quotes ?? 0, items: block.level + 1, line: cursor.line, empty: true,
    });
    this.touch();
  }

  /** Reads a line of text: it continues the open paragraph, lazily too, or opens one. */
  private readText(depth: number): void {
    const { containers, cursor, text } = this;
    const at = cursor.nonspace;
    if (this.leaf !== PARAGRAPH) {
      this.closeTo(depth);
      const around = containers[containers.length - 1];
      this.leaf = PARAGRAPH;
      this.paragraph.open(around !== undefined && around.empty && !around.quote ? around.item : -1);
      if (around?.quote && around.empty && around.line === cursor.line && this.readCallout(at)) return;
      if (around !== undefined) around.empty = false;
    }
    this.paragraph.add(cursor.line, cursor.start, cursor.end, at, trimEnd(text, at, cursor.end));
    this.touch();
  }

  /**
   * Reads the first line of a quote as a callout's title, where it is one. What follows is a paragraph of its own.
   *
   *     > [!summary]- Title
   *       ^ at
   */
  private readCallout(at: number): boolean {
    const { cursor, text } = this;
    if (!text.startsWith('[!', at)) return false;
    const line = text.slice(at, cursor.end);
    const close = line.indexOf(']');
    const type = line.slice(2, close < 0 ? 2 : close).split('|', 1)[0]?.trim().toLowerCase() ?? '';
    if (type === '') return false;
    const sign = line.charAt(close + 1);
    const title = skipSpaces(text, at + close + (sign === '+' || sign === '-' ? 2 : 1), cursor.end);
    this.add('paragraph', title, trimEnd(text, title, cursor.end)).callout = type;
    this.touch();
    return true;
  }

  /** Closes the leaf and the containers beyond the first `depth`. */
  private closeTo(depth: number): void {
    const { containers } = this;
    this.closeLeaf();
    while (containers.length > depth) {
      const container = containers.pop();
      if (container === undefined || container.quote) continue;
      const block = this.blocks[container.item];
      if (block === undefined) continue;
      block.lastLine = this.lastLine;
      block.to = this.lastEnd;
    }
  }

  private closeLeaf(): void {
    if (this.leaf === PARAGRAPH) this.closeParagraph();
    else if (this.leaf !== NONE && this.rawBlock !== null) {
      this.rawBlock.lastLine = this.lastLine;
      this.rawBlock.to = this.lastEnd;
      this.rawBlock = null;
    }
    this.leaf = NONE;
  }

  private closeParagraph(): void {
    const { blocks, paragraph, text } = this;
    for (const block of paragraph.takeDefinitions(text)) this.place(block);
    if (paragraph.lineCount === 0) return;
    const item = blocks[paragraph.item];
    if (item === undefined) this.place(paragraph.asBlock('paragraph'));
    else paragraph.fill(item, text);
  }

  /** A block of the line the cursor is on. */
  private add(kind: BlockKind, textFrom: number, textTo: number): BlockDraft {
    const { cursor } = this;
    return this.place(draftBlock(kind, cursor.line, cursor.start, cursor.end, textFrom, textTo));
  }

  /** Puts a block into the innermost open container. */
  private place(block: BlockDraft): BlockDraft {
    const around = this.containers[this.containers.length - 1];
    if (around !== undefined) {
      around.empty = false;
      block.parent = around.item;
      block.quote = around.quotes;
    }
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
