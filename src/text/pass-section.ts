/**
 * Passes over what stands under a heading, line by line without blocks: a raw transcript is most of a note's text. Only what
 * can hide a heading, or be one, is looked at.
 */
import { atxLevel, endsLine, isDigit, isPlainStart, setextLevel } from './block-starts';
import type { LineCursor } from './line-cursor';

/** What a line above may be for an underline that follows it. */
const BLANK = 0;
const TEXT = 1;
const OTHER = 2;

/**
 * Moves the cursor to before the next heading of `level` or a higher one, or to the end. `readRaw` is called with the cursor
 * on a line that begins with a fence's, comment's, math's or tag's first character; it passes over the block when there is
 * one, and returns whether there was.
 * An underlined heading counts when its text is one line that stands alone: below spoken lines `---` is a separator.
 */
export function passSection(cursor: LineCursor, level: number, readRaw: (first: number) => boolean): void {
  const { text } = cursor;
  let before = OTHER;
  let above = OTHER;
  while (cursor.next < text.length) {
    const start = cursor.next;
    let at = start;
    let code = text.charCodeAt(at);
    while (code === SPACE && at - start < 4) code = text.charCodeAt(++at);
    let now = TEXT;
    if (at - start > 3) {
      now = OTHER;
      cursor.passLine();
    } else if (isPlainStart(code)) {
      cursor.passLine();
    } else if (code === NUMBER_SIGN) {
      now = OTHER;
      const found = atxLevel(text, at, text.length);
      if (found > 0 && found <= level) return;
      cursor.passLine();
    } else if (code === BACKTICK || code === TILDE || code === LESS_THAN || code === PERCENT || code === DOLLAR) {
      cursor.nextLine();
      if (readRaw(code)) now = OTHER;
    } else if ((code === EQUALS || code === HYPHEN) && above === TEXT && before !== TEXT && setextLevel(text, at) > 0) {
      now = OTHER;
      if (setextLevel(text, at) <= level) {
        cursor.repeatLine();
        return;
      }
      cursor.passLine();
    } else {
      if (endsLine(text, at)) now = BLANK;
      else if (code === HYPHEN || code === ASTERISK || code === PLUS || code === GREATER_THAN || isDigit(code)) now = OTHER;
      cursor.passLine();
    }
    before = above;
    above = now;
  }
}

const SPACE = 32;
const NUMBER_SIGN = 35;
const DOLLAR = 36;
const PERCENT = 37;
const ASTERISK = 42;
const PLUS = 43;
const HYPHEN = 45;
const LESS_THAN = 60;
const EQUALS = 61;
const GREATER_THAN = 62;
const BACKTICK = 96;
const TILDE = 126;
