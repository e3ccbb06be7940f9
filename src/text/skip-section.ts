/**
 * Skips what is under a heading, line by line without blocks: a raw transcript is most of a note's text. Only
 * what can hide a heading, or be one, is looked at.
 */
import { atxLevel, endsLine, isPlainStart, setextLevel } from './block-starts';
import type { LineCursor } from './line-cursor';

/** What a line may be for an underline further down. */
const BOUNDARY = 0;
const TEXT = 1;
const OTHER = 2;

/**
 * Moves the cursor to before the next heading of `level` or a higher one, or to the end. `readRaw` is called with the
 * cursor on a line that begins with a fence's, comment's, math's or tag's first character; it skips the block
 * when there is one, and returns whether there was.
 * An underlined heading counts when its text is a single line that is alone: below a paragraph of spoken lines
 * `---` is a separator.
 */
export function skipSection(cursor: LineCursor, level: number, readRaw: () => boolean): void {
  const { text } = cursor;
  let before = BOUNDARY;
  let above = BOUNDARY;
  while (cursor.next < text.length) {
    const start = cursor.next;
    let at = start;
    let code = text.charCodeAt(at);
    while (code === SPACE && at - start < 4) {
      at += 1;
      code = text.charCodeAt(at);
    }
    let now = OTHER;
    switch (at - start > 3 ? SPACE : code) {
      case NUMBER_SIGN: {
        const found = atxLevel(text, at, text.length);
        if (found > 0 && found <= level) return;
        now = found > 0 ? BOUNDARY : OTHER;
        cursor.passLine();
        break;
      }
      case BACKTICK:
      case TILDE:
      case LESS_THAN:
      case PERCENT:
      case DOLLAR:
        cursor.nextLine();
        if (readRaw()) now = BOUNDARY;
        break;
      case EQUALS:
      case HYPHEN:
        if (above === TEXT && before === BOUNDARY) {
          const found = setextLevel(text, at);
          if (found > 0 && found <= level) {
            cursor.repeatLine();
            return;
          }
          if (found > 0) now = BOUNDARY;
        }
        cursor.passLine();
        break;
      default:
        if (endsLine(text, at)) now = BOUNDARY;
        else if (at === start && isPlainStart(code)) now = TEXT;
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
const HYPHEN = 45;
const LESS_THAN = 60;
const EQUALS = 61;
const BACKTICK = 96;
const TILDE = 126;
