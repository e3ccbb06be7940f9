/**
 * How CommonMark blocks begin, looked at within one line: `at` is its first character that is not white space, `end`
 * where its text ends. https://spec.commonmark.org/0.31.2/
 */

/**
 * The level of an ATX heading, 1 to 6, or 0.
 *
 *     ## Decisions ##
 *     ^^ level 2
 */
export function atxLevel(text: string, at: number, end: number): number {
  let offset = at;
  while (offset < end && text.charCodeAt(offset) === NUMBER_SIGN) offset += 1;
  const level = offset - at;
  if (level < 1 || level > 6) return 0;
  return offset === end || isSpace(text.charCodeAt(offset)) ? level : 0;
}

/** Where an ATX heading's text ends, its closing `#`s left out; `from` is where the text begins. */
export function atxTextEnd(text: string, from: number, end: number): number {
  const trimmed = trimEnd(text, from, end);
  let offset = trimmed;
  while (offset > from && text.charCodeAt(offset - 1) === NUMBER_SIGN) offset -= 1;
  if (offset === trimmed) return trimmed;
  return isSpace(text.charCodeAt(offset - 1)) ? trimEnd(text, from, offset) : trimmed;
}

/** The length of the fence that opens a code block at `at`, or 0: an info string after backticks holds no backtick. */
export function openingFence(text: string, at: number, end: number): number {
  const marker = text.charCodeAt(at);
  if (marker !== BACKTICK && marker !== TILDE) return 0;
  const after = skipRun(text, at, end, marker);
  if (after - at < 3) return 0;
  if (marker === BACKTICK) {
    for (let offset = after; offset < end; offset += 1) if (text.charCodeAt(offset) === BACKTICK) return 0;
  }
  return after - at;
}

/** Whether a line's `at` closes a fence of `length` characters `marker`. */
export function closesFence(text: string, at: number, end: number, marker: number, length: number): boolean {
  if (text.charCodeAt(at) !== marker) return false;
  const after = skipRun(text, at, end, marker);
  return after - at >= length && skipSpaces(text, after, end) === end;
}

/** 1 or 2 for a line of `=` or `-` that makes the paragraph above it a heading, else 0. */
export function setextLevel(text: string, at: number): number {
  const marker = text.charCodeAt(at);
  if (marker !== EQUALS && marker !== HYPHEN) return 0;
  if (!endsLine(text, skipSpaces(text, skipRun(text, at, text.length, marker), text.length))) return 0;
  return marker === EQUALS ? 1 : 2;
}

/**
 * -1 for a thematic break, else how far no marker begins one: a line that fails at some place fails there for each of
 * the markers before it, so that nested lists need not look again.
 *
 *     - - - a
 *           ^
 */
export function ruleFailure(text: string, at: number, end: number): number {
  const marker = text.charCodeAt(at);
  let count = 0;
  for (let offset = at; offset < end; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === marker) count += 1;
    else if (!isSpace(code)) return offset;
  }
  return count >= 3 ? -1 : end;
}

/**
 * The width of a list marker (`-`, `10.`) that white space or the line's end follows, or 0. Ordered markers have nine
 * digits at most.
 */
export function listMarker(text: string, at: number, end: number): number {
  let after = at;
  const code = text.charCodeAt(at);
  if (code === HYPHEN || code === ASTERISK || code === PLUS) after += 1;
  else {
    while (after < end && after - at < 10 && isDigit(text.charCodeAt(after))) after += 1;
    if (after === at || after - at > 9) return 0;
    const delimiter = text.charCodeAt(after);
    if (after === end || (delimiter !== PERIOD && delimiter !== CLOSING_PARENTHESIS)) return 0;
    after += 1;
  }
  return after === end || isSpace(text.charCodeAt(after)) ? after - at : 0;
}

/** Where the white space before `end` begins. */
export function trimEnd(text: string, from: number, end: number): number {
  let offset = end;
  while (offset > from && isSpace(text.charCodeAt(offset - 1))) offset -= 1;
  return offset;
}

/** Where the white space at `at` ends. */
export function skipSpaces(text: string, at: number, end: number): number {
  let offset = at;
  while (offset < end && isSpace(text.charCodeAt(offset))) offset += 1;
  return offset;
}

/** Whether a line ends at `at`. */
export function endsLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at >= text.length || code === LF || code === CR;
}

/** Whether no block can begin with a character: letters, and all beyond ASCII. Most lines do begin with one. */
export function isPlainStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 127;
}

function isSpace(code: number): boolean {
  return code === SPACE || code === TAB;
}

export function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

function skipRun(text: string, at: number, end: number, marker: number): number {
  let offset = at;
  while (offset < end && text.charCodeAt(offset) === marker) offset += 1;
  return offset;
}

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const NUMBER_SIGN = 35;
const CLOSING_PARENTHESIS = 41;
const ASTERISK = 42;
const PLUS = 43;
const HYPHEN = 45;
const PERIOD = 46;
const ZERO = 48;
const NINE = 57;
const EQUALS = 61;
const BACKTICK = 96;
const TILDE = 126;
