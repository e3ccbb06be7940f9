/**
 * Words of running text, for finding names in it. A word is a run of letters and digits; where a script writes without
 * spaces (Chinese, Japanese, Korean) each character is a word, and what may be next to a name is decided by script.
 *
 *   Call O’Brien's team about C++ 李明说
 *   ^^^^ ^^^^^^^ ^        ^^^^  ^^^ ^ ^ ^     possessive `'s` is no part of a word
 */
import { codeSpans, findLinks } from '../text/wikilinks';
import { emailRanges, foldWhole } from './fold-name';
import { firstNotBefore } from '../text/sorted-list';

/**
 * Not part of a word; part of one that is to be folded as a whole; a word of its own; half of a character. Above:
 * folded.
 */
export const BREAK = 0;
export const FOLD_WHOLE = 1;
export const OWN_WORD = 2;
export const HALF = 3;

const FOLDED_END = 0x590;

/**
 * The class of every code unit as above; for Latin, Greek, Cyrillic and Armenian letters the folded one. Made once: it
 * never differs.
 */
export function characterTable(): Uint16Array {
  classes ??= classesOfAll();
  return classes;
}

let classes: Uint16Array | null = null;

function classesOfAll(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code += 1) {
    const kind = classOf(code);
    const folded = kind === FOLD_WHOLE && code < FOLDED_END ? foldWhole(String.fromCharCode(code)) : '';
    table[code] = folded.length === 1 ? folded.charCodeAt(0) : kind;
  }
  return table;
}

/** The class of the character at `at`, which is in the text; without a table no letter is folded. */
export function classAt(table: Uint16Array | null, text: string, at: number): number {
  const code = text.charCodeAt(at);
  const kind = table === null ? classOf(code) : (table[code] ?? BREAK);
  if (kind !== HALF) return kind;
  const whole = text.codePointAt(code < 0xdc00 ? at : at - 1) ?? 0;
  return whole > 0xffff && LETTER.test(String.fromCodePoint(whole)) ? FOLD_WHOLE : BREAK;
}

function classOf(code: number): number {
  if (code >= 0xd800 && code < 0xe000) return HALF;
  // Punctuation and symbols, except what joins letters unseen.
  if (code >= 0x2000 && code < 0x2c00) return code >= 0x200b && code <= 0x200d ? FOLD_WHOLE : BREAK;
  if (scriptOf(code) !== null) return OWN_WORD;
  return LETTER.test(String.fromCharCode(code)) ? FOLD_WHOLE : BREAK;
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;

export function isWordAt(table: Uint16Array | null, text: string, at: number): boolean {
  return at >= 0 && at < text.length && classAt(table, text, at) !== BREAK;
}

/** End of the word that begins at `from`. */
export function wordEnd(table: Uint16Array | null, text: string, from: number): number {
  if (classAt(table, text, from) === OWN_WORD) return from + 1;
  let at = from + 1;
  for (; at < text.length; at += 1) {
    const kind = classAt(table, text, at);
    if (kind === OWN_WORD) break;
    if (kind === BREAK && !isApostropheWithin(table, text, at)) break;
  }
  return tailEnd(table, text, at);
}

/** An apostrophe that joins (`O’Brien`), not one that ends a word (`Lee’s`, `Jones’`). */
export function isApostropheWithin(table: Uint16Array | null, text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 0x27 && code !== 0x2019) return false;
  const next = text.charCodeAt(at + 1);
  const possessive = (next === 0x73 || next === 0x53) && !isWordAt(table, text, at + 2);
  return !possessive && isWordAt(table, text, at + 1) && classAt(table, text, at + 1) !== OWN_WORD;
}

/** `C++` and `C#`: signs that end a word belong to it. */
export function tailEnd(table: Uint16Array | null, text: string, end: number): number {
  let at = end;
  for (let code = text.charCodeAt(at); code === 0x2b || code === 0x23; code = text.charCodeAt(at)) at += 1;
  return at > end && isWordAt(table, text, at) ? end : at;
}

type Script = 'han' | 'hiragana' | 'katakana' | 'hangul';

export function scriptOf(code: number): Script | null {
  if (code < 0x3005) return null;
  if (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    code === 0x3005
  )
    return 'han';
  if (code >= 0x3041 && code <= 0x309f) return 'hiragana';
  if ((code >= 0x30a1 && code <= 0x30ff && code !== 0x30fb) || (code >= 0x31f0 && code <= 0x31ff)) return 'katakana';
  return code >= 0xac00 && code <= 0xd7a3 ? 'hangul' : null;
}

/**
 * Whether a name may be at `[from, to)` as far as the scripts around it say: Chinese anywhere, the others at their
 * words' edges.
 */
export function standsAlone(text: string, from: number, to: number): boolean {
  const first = scriptOf(text.charCodeAt(from));
  if (first !== null && first !== 'han' && scriptOf(text.charCodeAt(from - 1)) === first) return false;
  const last = scriptOf(text.charCodeAt(to - 1));
  if (last === null || last === 'han' || scriptOf(text.charCodeAt(to)) !== last) return true;
  if (last === 'katakana') return false;
  let end = to;
  while (end - to < 8 && scriptOf(text.charCodeAt(end)) === last) end += 1;
  const rest = text.slice(to, end);
  return last === 'hangul' ? KOREAN_PARTICLES.test(rest) : JAPANESE_PARTICLES.test(rest);
}

/** What is written right after a name: case particles, titles. */
const KOREAN_PARTICLES =
  /^(?:님|씨)?(?:이|가|은|는|을|를|의|에|에게|에게서|에서|와|과|도|로|으로|께|께서|한테|하고|랑|이랑|만|부터|까지|처럼|보다|이나|나|이고|입니다|이다)?$/;
const JAPANESE_PARTICLES = /^(?:さん|ちゃん|くん|さま)?(?:は|が|を|に|の|と|も|へ|で|や|か|から|まで|より|です)/;

/** Whether anything of `[from, to)` is in one of the sorted ranges; the end of that range, else -1. */
export function hiddenUntil(ranges: readonly (readonly [number, number])[], from: number, to: number): number {
  const range = ranges[firstNotBefore(ranges, ([, end]) => end <= from)];
  return range !== undefined && range[0] < to ? range[1] : -1;
}

/** Stretches in which nothing is a mention: code, links, addresses, tags, comments, HTML. Sorted, apart. Linear. */
export function unreadRanges(text: string): readonly (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  if (text.includes('`')) for (const { from, to } of codeSpans(text)) ranges.push([from, to]);
  if (text.includes('[')) for (const { from, to } of findLinks(text)) ranges.push([from, to]);
  if (text.includes('@')) ranges.push(...emailRanges(text));
  if (text.includes('://') || /www\./i.test(text))
    collect(text, /(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s<>"]+/gi, ranges);
  if (text.includes('#'))
    collect(text, /#[\p{L}\p{N}_/-]+/gu, ranges, (at) => at === 0 || /\s/.test(text.charAt(at - 1)));
  if (text.includes('<')) collect(text, /<(?:!--|\/?[a-z][a-z0-9-]{0,20})[^<>]*>/gi, ranges);
  for (const marker of ['%%', '$$']) between(text, marker, ranges);
  const apart: [number, number][] = [];
  for (const [from, to] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = apart[apart.length - 1];
    if (last !== undefined && from < last[1]) last[1] = Math.max(last[1], to);
    else apart.push([from, to]);
  }
  return apart;
}

function collect(
  text: string,
  pattern: RegExp,
  ranges: (readonly [number, number])[],
  holds: (at: number) => boolean = () => true,
): void {
  for (const match of text.matchAll(pattern))
    if (holds(match.index)) ranges.push([match.index, match.index + match[0].length]);
}

function between(text: string, marker: string, ranges: (readonly [number, number])[]): void {
  for (let open = text.indexOf(marker); open >= 0;) {
    const close = text.indexOf(marker, open + marker.length);
    if (close < 0) return;
    ranges.push([open, close + marker.length]);
    open = text.indexOf(marker, close + marker.length);
  }
}
