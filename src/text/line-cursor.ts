/**
 * A position within a text that is read line by line, in columns as CommonMark counts them (tab stops of 4, a tab may
 * be consumed in part).
 *
 *     >\t\tcode
 *      ^ column 1; the tab reaches to column 4, of which the quote takes one: indent 2 + 4
 */
import { countLineEnds } from './lines';

export class LineCursor {
  readonly text: string;
  /** Of the line: its first offset, that of its line end, and where the next begins. */
  start: number;
  end: number;
  next: number;
  /** The column up to which it is consumed; it may lie inside a tab. */
  column: number;
  /** The first character beyond that which is neither space nor tab; `end` when there is none. */
  nonspace: number;
  private nonspaceColumn: number;

  /** The line's number, except the lines that end between these offsets: they are counted when it is asked for. */
  private counted: number;
  private uncountedFrom = 0;
  private uncountedTo = 0;

  private nextLf = -1;
  private nextCr = -1;
  /** Between the last CR found and here there is none. */
  private noCrBefore = 0;

  constructor(text: string, from: number, firstLine: number) {
    this.text = text;
    this.counted = firstLine - 1;
    this.start = this.end = this.next = this.nonspace = from;
    this.column = this.nonspaceColumn = 0;
  }

  /** Moves to the next line; false at the end of the text. An empty line after the last line end does not count. */
  nextLine(): boolean {
    const start = this.next;
    if (start >= this.text.length) return false;
    this.counted += 1;
    this.start = start;
    this.end = this.endOfLine(start);
    this.next = this.afterLineEnd(this.end);
    this.column = 0;
    this.findNonspace(start === 0 && this.text.charCodeAt(0) === BOM ? 1 : start);
    return true;
  }

  /** Makes the line it is on the one that `nextLine` moves to. */
  repeatLine(): void {
    this.next = this.start;
    this.counted -= 1;
  }

  /** 1-based. */
  get line(): number {
    if (this.uncountedFrom < this.uncountedTo) {
      this.counted += countLineEnds(this.text, this.uncountedFrom, this.uncountedTo);
      this.uncountedFrom = this.uncountedTo;
    }
    return this.counted;
  }

  /** Skips all lines that begin before `start`, where a line begins too or the text ends. */
  passTo(start: number): void {
    // What is already uncounted gets counted here: two stretches would have to be kept otherwise.
    this.counted = this.line;
    this.uncountedFrom = this.next;
    this.uncountedTo = this.next = start;
  }

  /** Skips the next line; there must be one. */
  passLine(): void {
    this.counted += 1;
    this.start = this.next;
    this.end = this.endOfLine(this.start);
    this.next = this.afterLineEnd(this.end);
  }

  /** How many columns of white space are before `nonspace`. */
  get indent(): number {
    return this.nonspaceColumn - this.column;
  }

  get blank(): boolean {
    return this.nonspace === this.end;
  }

  /** Consumes `count` characters that are not white space, from `nonspace` on. */
  skipMarker(count: number): void {
    this.column = this.nonspaceColumn + count;
    this.findNonspace(this.nonspace + count);
  }

  /** Consumes up to `count` columns of white space. */
  skipColumns(count: number): void {
    this.column += Math.min(count, this.indent);
  }

  /**
   * Where the line that holds `from` ends. Called in rising order: the next LF and CR are kept, so that a text with one
   * kind only is searched once for the other; and no further for a CR than lines are read.
   */
  private endOfLine(from: number): number {
    if (this.nextLf < from) {
      const lf = this.text.indexOf('\n', from);
      this.nextLf = lf < 0 ? this.text.length : lf;
    }
    if (this.nextCr < from && this.noCrBefore <= this.nextLf) this.findCr(from);
    return this.nextCr < from || this.nextLf < this.nextCr ? this.nextLf : this.nextCr;
  }

  /** The next CR, if it is before the next LF. */
  private findCr(from: number): void {
    for (
      let start = Math.max(from, this.noCrBefore);
      start <= this.nextLf && start < this.text.length;
      start = this.noCrBefore
    ) {
      this.noCrBefore = start + CR_STRETCH;
      const cr = this.text.slice(start, this.noCrBefore).indexOf('\r');
      if (cr < 0) continue;
      this.nextCr = start + cr;
      this.noCrBefore = this.nextCr + 1;
      return;
    }
  }

  /** Where the next line begins, given where the last one asked for ends. */
  private afterLineEnd(end: number): number {
    if (end >= this.text.length) return end;
    return this.nextLf === end + 1 && this.nextCr === end && this.nextLf < this.text.length ? end + 2 : end + 1;
  }

  private findNonspace(from: number): void {
    const { text, end } = this;
    let offset = from;
    let column = this.column;
    for (; offset < end; offset += 1) {
      const code = text.charCodeAt(offset);
      if (code === SPACE) column += 1;
      else if (code === TAB) column += 4 - (column & 3);
      else break;
    }
    this.nonspace = offset;
    this.nonspaceColumn = column;
  }
}

/** How far at a time a CR is looked for: a few dozen lines. */
const CR_STRETCH = 4_096;

const TAB = 9;
const SPACE = 32;
const BOM = 0xfeff;
