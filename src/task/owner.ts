/**
 * Whose task it is, at the end of what is left of the body.
 *
 *     Re-ping (Dee @ Acme) for a slot @Ann Lee
 *                  ^ not real: a space follows
 *                                     ^ the last real `@`: its tail looks like a name
 *     Ship it [owner:: Ann Lee]     Ship it @[[Ann Lee]]     Ship it (@Ann)
 *
 * A tail that is prose (`@Ann about pricing`) is a mention, and nobody's task.
 */
import { isDirectionMark, withoutDirectionMarks } from '../text/direction-marks';
import { memoize } from '../text/memoize';
import { looksLikeName } from './owner-name';
import { BY_CODE_POINT } from './signifiers';
import { isWhiteSpace, trimmedEnd } from './task-line';

export interface OwnerRun {
  /** All that is cut from the text: the `@`, brackets around it, an `and` after it. */
  readonly from: number;
  readonly to: number;
  /** As written, without `@`; a field may hold several. */
  readonly names: readonly string[];
  readonly form: 'at' | 'field';
}

interface OwnerOptions {
  /** An owner is right after: `@Ann and` may end here. */
  readonly chained: boolean;
  readonly isName?: ((tail: string) => boolean) | undefined;
}

/** The owner that ends at `end`, or null. Looks at a bounded stretch of the line only. */
export function ownersAtEnd(
  source: string,
  from: number,
  end: number,
  { chained, isName }: OwnerOptions,
): OwnerRun | null {
  if (end <= from) return null;
  const field = ownerFieldAtEnd(source, from, end);
  if (field !== null) return field;
  const firstAt = source.indexOf('@', from);
  if (firstAt < 0 || firstAt >= end) return null;
  const direct = mentionAtEnd(source, from, end, isName);
  if (direct !== null || !chained) return direct;
  const to = beforeConnector(source, from, end);
  const joined = to === end ? null : mentionAtEnd(source, from, to, isName);
  return joined === null ? null : { ...joined, to: end };
}

/**
 * What is after the last real `@` when it is no name; null without an `@`, and inside code, links and comments.
 */
export function unclearTail(source: string, from: number, end: number): string | null {
  const at = lastRealAt(source, from, end);
  if (at < 0) return null;
  const tail = source.slice(at + 1, end).trim();
  return /[[\]<>`{}]/.test(tail) || isInCode(source, from, at) ? null : tail;
}

/**
 * The owner before what Tasks cannot read, in `@Ann 📅 TBD` and `@Ann #5.6`: it ends where a symbol, ` #` or `[](`
 * begins. What is from there on must be nothing but such; it stays in the text.
 */
export function ownerBeforeLeftover(source: string, from: number, end: number): OwnerRun | null {
  const at = lastRealAt(source, from, end);
  if (at < 0) return null;
  let to = at + 1;
  while (to < end && !beginsLeftover(source, to)) to++;
  if (to === end || !isLeftover(source, to, end)) return null;
  return mentionAtEnd(source, from, trimmedEnd(source, at, to), undefined);
}

function beginsLeftover(source: string, at: number): boolean {
  return (
    BY_CODE_POINT.has(source.codePointAt(at) ?? 0) ||
    source.startsWith('[](', at) ||
    (isWhiteSpace(source.charCodeAt(at - 1)) && (source.charCodeAt(at) === 35 || aside(source, at) > 0))
  );
}

/** The length of `[[Lisbon]]`, `[2h]`, `([[2025-11-05]])` or `(due 2025-11-05)` at `at`; 0 where there is none. */
function aside(source: string, at: number): number {
  const code = source.charCodeAt(at);
  if (code !== 91 && code !== 40) return 0;
  return ASIDE.exec(source.slice(at, at + REACH))?.[0].length ?? 0;
}

const ASIDE =
  /^(?:\[\[[^[\]]{1,100}\]\]|\[[^[\]]{1,60}\](?:\([^()\s]{0,200}\))?|\((?:[^()[\]]{0,20}\[\[[^[\]]{1,80}\]\][^()[\]]{0,20}|[^()]{0,20}\d{4}-\d{2}-\d{2}[^()]{0,10})\))/;

/** Symbols with at most three plain words each, words with `#`, links, brackets that are the task's. */
function isLeftover(source: string, from: number, end: number): boolean {
  let words = WORDS_OF_A_VALUE;
  for (let at = from; at < end;) {
    const code = source.codePointAt(at) ?? 0;
    if (isWhiteSpace(code)) {
      at++;
    } else if (BY_CODE_POINT.has(code)) {
      words = 0;
      at += code > 0xffff ? 2 : 1;
      if (source.charCodeAt(at) === 0xfe0f) at++;
    } else if (aside(source, at) > 0) {
      at += aside(source, at);
      words = WORDS_OF_A_VALUE;
    } else if (source.startsWith('[](', at)) {
      const close = source.indexOf(')', at);
      if (close < 0 || close >= end) return false;
      at = close + 1;
    } else {
      const word = WORD_AT.exec(source.slice(at, Math.min(end, at + REACH)))?.[0] ?? '';
      const isTag = word.startsWith('#');
      if (word === '' || (!isTag && (++words > WORDS_OF_A_VALUE || !PLAIN_WORD.test(word)))) return false;
      if (isTag) words = WORDS_OF_A_VALUE;
      at += word.length;
    }
  }
  return true;
}

const WORDS_OF_A_VALUE = 3;
const WORD_AT = /^#?[^\s#[\]()@]+/;
const PLAIN_WORD = /^[\p{L}\p{N}?./:-]{1,20}$/u;

/** No owner is longer; nothing farther from the end is looked at. */
const REACH = 240;

function mentionAtEnd(source: string, from: number, end: number, isName: OwnerOptions['isName']): OwnerRun | null {
  for (let at = lastRealAt(source, from, end); at >= 0; at = lastRealAt(source, from, at)) {
    if (end - at > REACH) return null;
    const wrapper = wrapperAround(source, from, at, end);
    const to = end - wrapper;
    const tail = source.slice(at + 1, to);
    const name = withoutFinalStop(withoutDirectionMarks(tail).trim());
    const names = namesIn(name) ?? (isName !== undefined && isName(name) ? [singleSpaced(name)] : null);
    if (names !== null) return isInCode(source, from, at) ? null : { from: at - wrapper, to: end, names, form: 'at' };
    // An `@` inside a parenthesis of the owner, `@Bo (PM, @acme)`, leaves the parenthesis open at its left.
    if (!closesMore(tail)) return null;
  }
  return null;
}

/** What looks like a name, as the only one of a list; the same list for every task of one owner. */
const namesIn = memoize(2_000, (tail): readonly string[] | null => (looksLikeName(tail) ? [singleSpaced(tail)] : null));

function singleSpaced(name: string): string {
  return name.replace(/\s+/g, ' ');
}

/** The offset of the last `@` before `end` that can begin a name, or -1. */
function lastRealAt(source: string, from: number, end: number): number {
  const first = Math.max(from, end - REACH);
  for (let at = source.lastIndexOf('@', end - 2); at >= first; at = source.lastIndexOf('@', at - 1)) {
    if (beginsName(source, at + 1) && mayPrecede(source, from, at)) return at;
    if (at === 0) return -1;
  }
  return -1;
}

function beginsName(source: string, behind: number): boolean {
  let at = behind;
  while (at - behind < MOST_MARKS && isDirectionMark(source.charCodeAt(at))) at++;
  const code = source.charCodeAt(at);
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || source.startsWith('[[', at);
  return /^\p{L}$/u.test(String.fromCodePoint(source.codePointAt(at) ?? 32));
}

/** No editor puts more of them in one place. */
const MOST_MARKS = 4;

const AROUND = new Map([
  ['(', ')'],
  ['*', '*'],
  ['_', '_'],
  ['=', '='],
]);
const JOINING = new Set(',/&+;|');

/** Not a letter (an e-mail), not a slash (an address), not a bracket (a link). */
function mayPrecede(source: string, from: number, at: number): boolean {
  if (at === from) return true;
  const before = source.charCodeAt(at - 1);
  if (isWhiteSpace(before) || isDirectionMark(before) || AROUND.has(source.charAt(at - 1))) return true;
  // Symbols, and scripts that put no space there.
  if (before >= 0x2190) return true;
  if (!JOINING.has(source.charAt(at - 1))) return false;
  let word = at - 1;
  while (word > from && at - word < REACH && !isWhiteSpace(source.charCodeAt(word - 1))) word--;
  return source.charCodeAt(word) === 64;
}

/** How many characters of `(@Ann)`, `**@Ann**` are on each side. */
function wrapperAround(source: string, from: number, at: number, end: number): number {
  let width = 0;
  while (
    width < 3 &&
    at - width > from &&
    AROUND.get(source.charAt(at - width - 1)) === source.charAt(end - width - 1) &&
    AROUND.has(source.charAt(at - width - 1))
  )
    width++;
  return width;
}

/** A sentence's final stop is none of the name's; an abbreviation's is. */
function withoutFinalStop(tail: string): string {
  const last = tail.charAt(tail.length - 1);
  if (last === ',' || last === ';' || last === ':' || last === '!') return tail.slice(0, -1).trimEnd();
  if (last !== '.' || /(?:^|[\s.])(?:\p{L}|Jr|Sr|Dr|Inc|Ltd|Co|Corp|St|Bros|Esq|Ph\.?D)\.$/u.test(tail)) return tail;
  return tail.slice(0, -1);
}

function closesMore(tail: string): boolean {
  let depth = 0;
  for (const character of tail) {
    if (character === '(') depth++;
    else if (character === ')' && --depth < 0) return true;
  }
  return false;
}

/** Whether an odd number of backticks is before `at`. */
function isInCode(source: string, from: number, at: number): boolean {
  let ticks = 0;
  for (let index = source.indexOf('`', from); index >= 0 && index < at; index = source.indexOf('`', index + 1)) ticks++;
  return ticks % 2 === 1 && source.includes('`', at);
}

/** Before the `and`, `,` or `/` that ends what is left, else `end`. */
function beforeConnector(source: string, from: number, end: number): number {
  const tail = source.slice(Math.max(from, end - 8), end);
  const joint = /(?:\s(?:and|or|und|oder|et|ou|y|e|en|og|och|и)|\s*[,/&+;|])$/u.exec(tail);
  return joint === null ? end : trimmedEnd(source, from, end - joint[0].length);
}

/**
 *     [owner:: Ann Lee, [[Bo Kim]]]
 *     ^ `[` or `(`, the key in any case, names with commas between
 */
function ownerFieldAtEnd(source: string, from: number, end: number): OwnerRun | null {
  let close = end;
  if (source.charCodeAt(close - 1) === 44) close = trimmedEnd(source, from, close - 1);
  const closing = source.charAt(close - 1);
  if (closing !== ']' && closing !== ')') return null;
  const reach = Math.max(from, end - REACH);
  const stretch = source.slice(reach, close);
  let open = -1;
  for (const match of stretch.matchAll(closing === ']' ? OWNER_IN_SQUARE : OWNER_IN_ROUND)) open = match.index;
  if (open < 0) return null;
  const value = stretch.slice(stretch.indexOf('::', open) + 2, -1);
  const names = splitNames(value);
  if (names === null || names.length === 0 || isInCode(source, from, reach + open)) return null;
  return { from: reach + open, to: end, names, form: 'field' };
}

const OWNER_IN_SQUARE = /\[ *(?:owner|assignee)s?::/gi;
const OWNER_IN_ROUND = /\( *(?:owner|assignee)s?::/gi;

/** The names of a field, or null when its brackets do not match. */
function splitNames(value: string): string[] | null {
  const names: string[] = [];
  let depth = 0;
  let name = '';
  for (const character of value) {
    if (character === '[' || character === '(') depth++;
    if ((character === ']' || character === ')') && --depth < 0) return null;
    if (depth === 0 && (character === ',' || character === ';')) {
      names.push(name);
      name = '';
    } else {
      name += character;
    }
  }
  if (depth !== 0) return null;
  return [...names, name].map((one) => one.trim().replace(/^@/, '').replace(/\s+/g, ' ')).filter((one) => one !== '');
}
