/**
 * Link reference definitions at the start of a paragraph (CommonMark 0.31, section 4.7). A paragraph comes as its
 * lines, from, to, from, to…; a definition takes whole lines of it.
 *
 *     [minutes]: /2025/minutes.md "The
 *     minutes"
 */

/** How many of the first `count` lines one definition takes from line `first` on; 0 when there is none. */
export function definitionLines(text: string, lines: readonly number[], first: number, count: number): number {
  const place: Place = { text, lines, count, line: first, offset: lines[first * 2] ?? 0 };
  if (code(place) !== OPENING_BRACKET || !readLabel(place)) return 0;
  if (code(place) !== COLON) return 0;
  place.offset += 1;
  skipWhitespace(place);
  if (!readDestination(place)) return 0;
  const spaced = isSpace(code(place));
  skipLineSpaces(place);
  const ended = atLineEnd(place);
  const withoutTitle = ended ? place.line - first + 1 : 0;
  if (!ended && !spaced) return 0;
  if (ended) nextLine(place);
  skipLineSpaces(place);
  if (!readTitle(place)) return withoutTitle;
  skipLineSpaces(place);
  return atLineEnd(place) ? place.line - first + 1 : withoutTitle;
}

interface Place {
  readonly text: string;
  readonly lines: readonly number[];
  readonly count: number;
  line: number;
  offset: number;
}

/** The character at a place: LF at the end of a line, -1 after the last. */
function code(place: Place): number {
  if (place.line >= place.count) return -1;
  return atLineEnd(place) ? LF : place.text.charCodeAt(place.offset);
}

function atLineEnd(place: Place): boolean {
  return place.offset >= (place.lines[place.line * 2 + 1] ?? 0);
}

function nextLine(place: Place): void {
  place.line += 1;
  place.offset = place.lines[place.line * 2] ?? 0;
}

function step(place: Place): void {
  if (atLineEnd(place)) nextLine(place);
  else place.offset += 1;
}

function skipLineSpaces(place: Place): void {
  while (isSpace(code(place))) place.offset += 1;
}

/** Spaces and one line end at most: a paragraph's lines are not blank, so there cannot be a second. */
function skipWhitespace(place: Place): void {
  skipLineSpaces(place);
  if (code(place) !== LF) return;
  nextLine(place);
  skipLineSpaces(place);
}

/** Over `[label]`: at most 999 characters, one that is not white space, no unescaped brackets within. */
function readLabel(place: Place): boolean {
  let said = false;
  place.offset += 1;
  for (let length = 0; length <= 999; length += 1) {
    const found = code(place);
    if (found === -1 || found === OPENING_BRACKET) return false;
    if (found === CLOSING_BRACKET) {
      place.offset += 1;
      return said;
    }
    if (!isSpace(found) && found !== LF) said = true;
    step(place);
    if (found !== BACKSLASH) continue;
    const escaped = code(place);
    if (escaped === BACKSLASH || escaped === OPENING_BRACKET || escaped === CLOSING_BRACKET) {
      step(place);
      length += 1;
    }
  }
  return false;
}

/** Over `<…>` or a run without spaces whose parentheses balance. */
function readDestination(place: Place): boolean {
  if (code(place) === LESS_THAN) return readPointed(place);
  let depth = 0;
  let length = 0;
  for (; ; length += 1) {
    const found = code(place);
    if (found <= SPACE || found === DELETE) {
      // White space ends it; other control characters are not allowed in it.
      return length > 0 && depth === 0 && (found === -1 || found === LF || isSpace(found));
    }
    place.offset += 1;
    if (found === BACKSLASH && isPunctuation(code(place))) place.offset += 1;
    else if (found === OPENING_PARENTHESIS) depth += 1;
    else if (found === CLOSING_PARENTHESIS) depth -= 1;
    if (depth < 0 || depth > DEPTH_LIMIT) return false;
  }
}

/** Reference parsers stop at 32 nested parentheses, as the specification lets them. */
const DEPTH_LIMIT = 32;

function readPointed(place: Place): boolean {
  for (;;) {
    place.offset += 1;
    const found = code(place);
    if (found === -1 || found === LF || found === LESS_THAN) return false;
    if (found === GREATER_THAN) {
      place.offset += 1;
      return true;
    }
    if (found === BACKSLASH && isPunctuation(place.text.charCodeAt(place.offset + 1))) place.offset += 1;
  }
}

/** Over `"…"`, `'…'` or `(…)`, which may run over lines. */
function readTitle(place: Place): boolean {
  const opening = code(place);
  if (opening !== DOUBLE_QUOTE && opening !== SINGLE_QUOTE && opening !== OPENING_PARENTHESIS) return false;
  const closing = opening === OPENING_PARENTHESIS ? CLOSING_PARENTHESIS : opening;
  place.offset += 1;
  for (;;) {
    const found = code(place);
    if (found === -1 || (found === OPENING_PARENTHESIS && opening === found)) return false;
    step(place);
    if (found === closing) return true;
    if (found === BACKSLASH && isPunctuation(code(place))) step(place);
  }
}

function isSpace(found: number): boolean {
  return found === SPACE || found === TAB;
}

function isPunctuation(found: number): boolean {
  return (
    (found >= 33 && found <= 47) ||
    (found >= 58 && found <= 64) ||
    (found >= 91 && found <= 96) ||
    (found >= 123 && found <= 126)
  );
}

const TAB = 9;
const LF = 10;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const OPENING_PARENTHESIS = 40;
const CLOSING_PARENTHESIS = 41;
const COLON = 58;
const LESS_THAN = 60;
const GREATER_THAN = 62;
const OPENING_BRACKET = 91;
const BACKSLASH = 92;
const CLOSING_BRACKET = 93;
const DELETE = 127;
