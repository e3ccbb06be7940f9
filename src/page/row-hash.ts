/**
 * The mark by which a row we wrote is known again: 32 bits over its words, so that what a linter, a rename or another
 * editor does to a row's looks leaves it ours, while any change of its words makes it a person's.
 */
import { findLinks, type Link, noteTarget } from '../text/wikilinks';

/** Eight hex digits. */
export function rowHash(row: string): string {
  let hash = FNV_OFFSET;
  // Blanks and typography as `rowWords` has them, without making that text: a rollup hashes every row of every page.
  const bare = bareWords(row);
  let dashes = 0;
  for (let at = 0; at < bare.length; at++) {
    const code = bare.charCodeAt(at);
    if (code === SPACE) continue;
    if (code > ASCII && (isBlank(code) || TYPOGRAPHIC.test(bare.charAt(at)))) {
      if (isBlank(code)) continue;
      dashes = 0;
      const typed = TYPED[bare.charAt(at)] ?? '-';
      for (let each = 0; each < typed.length; each++) hash = Math.imul(hash ^ typed.charCodeAt(each), FNV_PRIME);
      continue;
    }
    if (code >= 9 && code <= 13) continue;
    // Two or three dashes in a row are one.
    dashes = code === DASH ? dashes + 1 : 0;
    if (dashes === 0 || dashes % 3 === 1) hash = Math.imul(hash ^ code, FNV_PRIME);
  }
  // FNV leaves the last character's bits together: the finaliser of MurmurHash3 spreads them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0');
}

/**
 * What counts of a row: list markers, heading levels, white space, escapes, the form of emphasis, quotes and dashes,
 * and where links lead are left out. A row that is nothing but links keeps their notes' names: without them it would
 * equal any link a person adds.
 *
 *     - Send *draft* · due 31 Oct — [[2025-10-28 Dana#Action items|28 Oct]]
 *       ^ Send*draft*·due31Oct-[[28Oct]]
 */
export function rowWords(row: string): string {
  return bareWords(row)
    .replace(/\s/g, '')
    .replace(TYPOGRAPHY, (mark) => TYPED[mark] ?? '-');
}

/** As `rowWords`, with where the links lead: two rows of the same differ in their form only. */
export function formattedWords(row: string): string {
  return withoutMarks(row)
    .replace(/\s/g, '')
    .replace(TYPOGRAPHY, (mark) => TYPED[mark] ?? '-');
}

/** Still with blanks, and with dashes and quotes as they were set. */
function bareWords(row: string): string {
  const bare = withoutMarks(row);
  return bare.includes('[') ? withoutTargets(bare) : bare;
}

function withoutMarks(row: string): string {
  let bare = (COMPOSABLE.test(row) ? row.normalize('NFC') : row).replace(MARKER, '');
  // Linters write headings their own way: `### You Owe ###`.
  if (HEADING.test(bare)) bare = bare.replace(HEADING, '#').replace(CLOSING, '').toLowerCase();
  // Most rows have no escapes and no underscores: asking first is a good deal faster.
  if (bare.includes('\\')) bare = bare.replace(ESCAPE, '$1');
  if (bare.includes('_')) bare = bare.replace(/_/g, '*');
  if (bare.includes('<')) bare = bare.replace(ADDRESS, '$1');
  return bare;
}

function isBlank(code: number): boolean {
  return BLANK.test(String.fromCharCode(code));
}

const SPACE = 32;
const DASH = 45;
const ASCII = 126;
const BLANK = /\s/;
/** What another form of the same text may be made of; dashes, quotes and Latin letters have one form only. */
const COMPOSABLE = /[\u0300-\u200f\u2028-\uffff]/;

/** The notes that a row which is nothing but links leads to, and what each link reads; null for any other row. */
export function linksAlone(row: string): readonly { readonly name: string; readonly text: string }[] | null {
  const bare = row.replace(MARKER, '').replace(ESCAPE, '$1');
  const links = findLinks(bare);
  if (links.length === 0 || hasWordsAround(bare, links)) return null;
  return links.map((link) => ({ name: nameOf(link), text: link.text }));
}

function withoutTargets(bare: string): string {
  const links = findLinks(bare);
  const linked = hasWordsAround(bare, links);
  let result = '';
  let at = 0;
  for (const link of links) {
    // A link that reads as its note's name follows that name: what it reads says nothing.
    const words = link.text === nameOf(link) ? '' : link.text;
    result += `${bare.slice(at, link.from)}[[${linked ? '' : `${nameOf(link)}|`}${words}]]`;
    at = link.to;
  }
  return result + bare.slice(at);
}

function hasWordsAround(text: string, links: readonly Link[]): boolean {
  let at = 0;
  for (const { from, to } of links) {
    if (WORD.test(text.slice(at, from))) return true;
    at = to;
  }
  return WORD.test(text.slice(at));
}

/** What the note a link leads to is called, however its path is written; the address of another link. */
function nameOf(link: Link): string {
  const target = noteTarget(link) ?? link.target;
  if (WEB.test(target)) return target;
  const name = target.slice(target.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  return COMPOSABLE.test(name) ? name.normalize('NFC') : name;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

const MARKER = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;
const HEADING = /^\s*#{1,6}(?=\s)/;
const CLOSING = /\s#{1,6}\s*$/;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
/** `<https://example.com>`, as linters write a bare address. */
const ADDRESS = /<(https?:[^<>\s]*)>/gi;
/** Dashes, quotes and dots as an editor sets them while one types. */
const TYPOGRAPHY = /-{2,3}|[\u2010-\u2015\u2018-\u201e\u2026]/g;
const TYPOGRAPHIC = /[\u2010-\u2015\u2018-\u201e\u2026]/;
const TYPED: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '…': '...',
};
const WEB = /^[a-z][a-z\d+.-]*:/i;
const WORD = /[\p{L}\p{N}]/u;
