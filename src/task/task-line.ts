/**
 * The frame of a task line, before anything is read at its end.
 *
 *     > - [ ] Send minutes 📅 2025-03-14 ^a1
 *     ^^ indentation: any white space and `>`
 *       ^ marker: - * + 1. 1)
 *         ^ at least one U+0020, then the status: exactly one code point
 *             ^ body, trimmed                ^ block link, one U+0020 before its caret
 *
 * A CR, U+2028 or U+2029 (and a line feed) ends what is read. Offsets are UTF-16 code units of the line. Nothing here
 * looks at a character more than a fixed number of times.
 */
import { isDirectionMark } from '../text/direction-marks';
import { BY_CODE_POINT } from './signifiers';

export interface TaskLine {
  /**
   * What is read: the line itself, or for notes the line with no-break spaces, marks of direction around fields, and
   * residue made blank, of the same length.
   */
  readonly source: string;
  /** Offset and length (1 or 2) of the status. */
  readonly statusFrom: number;
  readonly statusTo: number;
  /** The body without its block link, trimmed. */
  readonly bodyFrom: number;
  readonly bodyTo: number;
  /** The block link with the space before it; both are -1 without one. */
  readonly linkFrom: number;
  readonly linkTo: number;
  /** Before this offset no signifier's symbol is. */
  readonly symbolsFrom: number;
}

/** The frame of `line`, or null where it is no task line. `lenient` reads what editors leave in notes as blank. */
export function readTaskLine(line: string, { lenient }: { lenient: boolean }): TaskLine | null {
  let at = 0;
  while (at < line.length && isIndentation(line.charCodeAt(at))) at++;
  at = afterMarker(line, at);
  if (at < 0) return null;
  const gap = at;
  while (line.charCodeAt(at) === SPACE) at++;
  if (at === gap || line.charCodeAt(at) !== OPEN) return null;
  const status = line.codePointAt(at + 1);
  if (status === undefined || endsLine(status)) return null;
  const statusFrom = at + 1;
  const statusTo = statusFrom + (status > 0xffff ? 2 : 1);
  if (line.charCodeAt(statusTo) !== CLOSE) return null;

  // One search tells from where on a character beyond words may be; in most lines that is the first symbol.
  const special = line.search(SPECIAL);
  const symbolsFrom = special < 0 ? line.length : special;
  let end = Math.max(symbolsFrom, statusTo + 1);
  let noBreaks = false;
  let marks = false;
  for (; end < line.length; end++) {
    const code = line.charCodeAt(end);
    if (code >= 0x20 && code < 0xa0) continue;
    if (endsLine(code)) break;
    if (isNoBreak(code)) noBreaks = true;
    else if (isDirectionMark(code)) marks = true;
  }
  const source = lenient ? blankResidue(line, end, { noBreaks: noBreaks || symbolsFrom <= statusTo, marks }) : line;
  let bodyFrom = statusTo + 1;
  while (bodyFrom < end && isWhiteSpace(source.charCodeAt(bodyFrom))) bodyFrom++;
  const bodyTo = trimmedEnd(source, bodyFrom, end);
  const caret = blockLinkCaret(source, bodyFrom, bodyTo);
  if (caret < 0) return { source, statusFrom, statusTo, bodyFrom, bodyTo, linkFrom: -1, linkTo: -1, symbolsFrom };
  return {
    source,
    statusFrom,
    statusTo,
    bodyFrom,
    bodyTo: trimmedEnd(source, bodyFrom, caret - 1),
    linkFrom: caret - 1,
    linkTo: bodyTo,
    symbolsFrom,
  };
}

/** White space as JavaScript's `\s` and `trim` have it. */
export function isWhiteSpace(code: number): boolean {
  if (code <= SPACE) return code === SPACE || (code >= 9 && code <= 13);
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Where `source` ends between `from` and `to` when white space at its end is left out. */
export function trimmedEnd(source: string, from: number, to: number): number {
  let end = to;
  while (end > from && isWhiteSpace(source.charCodeAt(end - 1))) end--;
  return end;
}

const SPACE = 32;
const HASH = 35;
const OPEN = 91;
const CLOSE = 93;

function isIndentation(code: number): boolean {
  return code === 62 || isWhiteSpace(code);
}

function endsLine(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
}

/** What ends a line, a no-break space, and from U+2000 on what may be a symbol. */
const SPECIAL = /[\n\r\u00a0\u2000-\uffff]/;

function isNoBreak(code: number): boolean {
  return code === 0xa0 || code === 0x202f || code === 0x2007;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The offset after the list marker at `at`, or -1. */
function afterMarker(line: string, at: number): number {
  const code = line.charCodeAt(at);
  if (code === 45 || code === 42 || code === 43) return at + 1;
  let end = at;
  while (isDigit(line.charCodeAt(end))) end++;
  if (end === at) return -1;
  const close = line.charCodeAt(end);
  return close === 46 || close === 41 ? end + 1 : -1;
}

/** The offset of the caret of ` ^block-id` at the body's end, or -1. */
function blockLinkCaret(source: string, from: number, to: number): number {
  let at = to;
  while (at > from && isBlockId(source.charCodeAt(at - 1))) at--;
  if (at === to || at - 2 < from || source.charCodeAt(at - 1) !== 94 || source.charCodeAt(at - 2) !== SPACE) return -1;
  return at - 1;
}

function isBlockId(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 45;
}

/**
 * What Obsidian's editor leaves when a rendered task is pasted: an empty link with `"Edit task"` as its title.
 */
const RESIDUE = '[](app://';

/**
 * Marks of direction next to a signifier's symbol, before a tag and at the line's end, as blanks; between words they
 * stay, for there they put the words in their places.
 *
 *     - [ ] לשלוח 📅 <RLM>2025-10-31<RLM>
 */
function blankMarks(text: string): string {
  let blanked = '';
  for (let at = 0; at < text.length; at++)
    blanked += isDirectionMark(text.charCodeAt(at)) && isBesideField(text, at) ? ' ' : text.charAt(at);
  return blanked;
}

/** No more blanks and marks than this are between a symbol and what belongs to it. */
const BESIDE = 8;

function isBesideField(text: string, at: number): boolean {
  let right = at + 1;
  while (right - at < BESIDE && isBlankOrMark(text, right)) right++;
  if (right >= text.length || text.charCodeAt(right) === HASH || BY_CODE_POINT.has(text.codePointAt(right) ?? 0))
    return true;
  let left = at;
  while (at - left < BESIDE && isBlankOrMark(text, left - 1)) left--;
  if (text.charCodeAt(left - 1) === 0xfe0f) left--;
  return BY_CODE_POINT.has(text.codePointAt(left - 2) ?? 0) || BY_CODE_POINT.has(text.codePointAt(left - 1) ?? 0);
}

function isBlankOrMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isWhiteSpace(code) || isDirectionMark(code);
}

/** The line up to `end` with no-break spaces as spaces and `[](app://… "Edit task")` as blanks, its length kept. */
function blankResidue(
  line: string,
  end: number,
  { noBreaks, marks }: { readonly noBreaks: boolean; readonly marks: boolean },
): string {
  let text = end === line.length ? line : line.slice(0, end);
  if (noBreaks) text = text.replace(/[\u00a0\u202f\u2007]/g, ' ');
  if (marks) text = blankMarks(text);
  let from = text.indexOf(RESIDUE);
  if (from < 0) return text;
  let blanked = '';
  let kept = 0;
  while (from >= 0) {
    const close = text.indexOf(')', from);
    if (close < 0) break;
    blanked += text.slice(kept, from) + ' '.repeat(close + 1 - from);
    kept = close + 1;
    from = text.indexOf(RESIDUE, kept);
  }
  return blanked + text.slice(kept);
}
