/**
 * What within a paragraph's text no link is put into: code, links and whatever is in brackets, addresses, tags,
 * comments, formulas, HTML, templates, keys of fields, what is after an `@`.
 *
 *     Ask Ann Lee [notes by Ann Lee](a.md) or @Ann Lee, `Ann Lee` $Ann Lee$ {{Ann Lee}} #Acme
 *         ^ open   ^ the rest is not
 *
 * It closes rather too much than too little: a name that is not linked can be linked by hand.
 */
import { hiddenUntil, unreadRanges } from '../entity/mention-text';
import { codeSpans } from '../text/wikilinks';

/** Offsets, from and to. */
export type Range = readonly [number, number];

interface Closed {
  /** No link is made here. Sorted, apart. */
  readonly ranges: readonly Range[];
  /** Of these what is no text at all: code, comments, formulas, templates. A link that is here is none. */
  readonly hidden: readonly Range[];
  /** What would close the first comment or template that the text opens and does not close, or null. */
  readonly openedFor: string | null;
}

/** Linear. */
export function closedToLinks(text: string): Closed {
  const code = text.includes('`') ? codeSpans(text).map(({ from, to }): Range => [from, to]) : [];
  const hidden = [...code];
  const opened = PAIRS.flatMap(([open, close]) => closePairs(text, { open, close, code, ranges: hidden }) ?? []).sort(
    (a, b) => a.from - b.from,
  );
  if (text.includes('$')) closeMath(text, hidden);
  if (text.includes('<')) closeElements(text, hidden);
  const ranges = [...hidden, ...unreadRanges(text)];
  if (text.includes('[')) closeBrackets(text, code, ranges);
  for (const [sign, pattern] of PATTERNS) {
    if (text.includes(sign))
      for (const match of text.matchAll(pattern)) ranges.push([match.index, match.index + match[0].length]);
  }
  return { ranges: apart(ranges), hidden: apart(hidden), openedFor: opened[0]?.by ?? null };
}

const PAIRS = [
  ['%%', '%%'],
  ['$$', '$$'],
  ['<!--', '-->'],
  ['<%', '%>'],
  ['{{', '}}'],
] as const;

const PATTERNS: readonly (readonly [string, RegExp])[] = [
  ['#', /#[^\s#.,;:!?'"()[\]{}<>|]+/g],
  ['^', /\^[\p{L}\p{N}-]+/gu],
  ['@', /@\p{L}[\p{L}\p{M}\p{N}'’._-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*){0,4}/gu],
  [':', /\b(?:mailto|tel|callto|sip|xmpp|geo|zoommtg|skype):[^\s<>"]+/gi],
  // `Ann Lee:: …` names a field: the key is not text.
  ['::', /(?:^|[\n\r])[^\n\r:[(]{1,100}::/g],
];

/** Sorted ranges made apart. */
export function apart(ranges: readonly Range[]): Range[] {
  const merged: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged[merged.length - 1];
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

interface Pairs {
  readonly open: string;
  readonly close: string;
  readonly code: readonly Range[];
  readonly ranges: Range[];
}

/** Closes each pair outside code; gives the last opening without a closing one. */
function closePairs(text: string, { open, close, code, ranges }: Pairs): { from: number; by: string } | null {
  for (let from = text.indexOf(open); from >= 0;) {
    const after = hiddenUntil(code, from, from + open.length);
    if (after >= 0) {
      from = text.indexOf(open, after);
      continue;
    }
    const end = text.indexOf(close, from + open.length);
    if (end < 0) {
      ranges.push([from, text.length]);
      return { from, by: close };
    }
    ranges.push([from, end + close.length]);
    from = text.indexOf(open, end + close.length);
  }
  return null;
}

/** `[…]` with what it holds; what is after `[[` to the line's end where nothing closes it. */
function closeBrackets(text: string, code: readonly Range[], ranges: Range[]): void {
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === BACKSLASH) at += 1;
    else if (char === BACKTICK) at = Math.max(at, hiddenUntil(code, at, at + 1) - 1);
    else if (char === OPENING) open.push(at);
    else if (char === CLOSING) {
      const from = open.pop();
      if (from !== undefined) ranges.push([from, at + 1]);
    }
  }
  for (const [index, from] of open.entries()) {
    if (open[index + 1] !== from + 1) continue;
    const end = text.slice(from).search(/[\n\r]/);
    ranges.push([from, end < 0 ? text.length : from + end]);
    return;
  }
}

/** `$…$` as Obsidian sees it: no white space within its dollars, no digit after the last. */
function closeMath(text: string, ranges: Range[]): void {
  let open = -1;
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
    if (text.charCodeAt(at - 1) === BACKSLASH) continue;
    const ends = open >= 0 && !/\s/.test(text.charAt(at - 1)) && !/\d/.test(text.charAt(at + 1));
    if (ends) {
      ranges.push([open, at + 1]);
      open = -1;
    } else if (open < 0 && /\S/.test(text.charAt(at + 1))) {
      open = at;
    }
  }
}

/** Elements whose text is code, or a link already. */
function closeElements(text: string, ranges: Range[]): void {
  const lower = text.toLowerCase();
  let done = 0;
  for (const match of lower.matchAll(/<(a|code|pre|kbd|samp|var|tt|script|style|textarea|svg|math|button)(?=[\s>])/g)) {
    if (match.index < done) continue;
    const end = lower.indexOf(`</${match[1] ?? ''}`, match.index);
    done = end < 0 ? text.length : end + match[0].length + 2;
    ranges.push([match.index, done]);
  }
}

const BACKSLASH = 92;
const BACKTICK = 96;
const OPENING = 91;
const CLOSING = 93;
