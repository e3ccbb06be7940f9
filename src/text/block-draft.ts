/** A block while it is being read. */
import type { Block, BlockKind } from './block';
import { countLineEnds } from './lines';

/** Shared by all blocks of one line: what has no continuation lines needs no array. */
const NO_LINES: readonly number[] = [];

/** All blocks are of this one shape: code that meets several is slower. */
export class BlockDraft implements Block {
  rest: readonly number[] = NO_LINES;
  level = 0;
  quote = 0;
  parent = -1;
  status = -1;
  ordered = false;
  fenced = false;
  callout: string | null = null;
  closed = true;
  private last: number;
  /** The text in which the last line is still to be counted. */
  private uncounted: string | null = null;

  /** A block of one line with nothing known but its place. */
  constructor(
    public kind: BlockKind,
    public line: number,
    public from: number,
    public to: number,
    public textFrom: number,
    public textTo: number,
  ) {
    this.last = line;
  }

  get lastLine(): number {
    if (this.uncounted !== null) {
      this.last = this.line + countLineEnds(this.uncounted, this.from, this.to);
      this.uncounted = null;
    }
    return this.last;
  }

  set lastLine(line: number) {
    this.last = line;
  }

  /**
   * Makes `lastLine` a number that is counted when it is asked for. Transcripts are most of a note, hardly anybody
   * asks, and counting takes as long as all the rest of the scan.
   */
  countLate(text: string): void {
    this.uncounted = text;
  }
}
