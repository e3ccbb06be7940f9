/**
 * The mark by which a row we wrote is known again: 32 bits over its words, so that what a linter, a rename or another editor
 * does to a row's looks leaves it ours, while any change of its words makes it a person's.
 */

/** Eight hex digits. */
export function rowHash(row: string): string {
  let hash = FNV_OFFSET;
  const words = rowWords(row);
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), FNV_PRIME);
  // FNV leaves the last character's bits together: the finaliser of MurmurHash3 spreads them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0');
}

/**
 * What counts of a row: list markers, heading levels, white space, escapes, the form of emphasis and where links lead are
 * left out. A row that is nothing but links keeps their targets: without them it would equal any link a person adds.
 *
 *     - Send *draft* · due 31 Oct — [[2025-10-28 Dana#Action items|28 Oct]]
 *       ^ Send*draft*·due31Oct—[[28Oct]]
 */
export function rowWords(row: string): string {
  let bare = row.normalize('NFC').replace(MARKER, '').replace(HEADING, '#');
  // Most rows have no escapes and no underscores: asking first is a good deal faster.
  if (bare.includes('\\')) bare = bare.replace(ESCAPE, '$1');
  if (bare.includes('_')) bare = bare.replace(/_/g, '*');
  return (bare.includes('[') ? withoutTargets(bare) : bare).replace(/\s/g, '');
}

function withoutTargets(bare: string): string {
  const linked = bare.replace(WIKILINK, (_whole, _target: string, alias: string | undefined) => `[[${alias ?? ''}]]`)
    .replace(MARKDOWN_LINK, '[[$1]]');
  return WORD.test(linked.replace(LINK, '')) ? linked : bare;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

const MARKER = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;
const HEADING = /^\s*#{1,6}(?=\s)/;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
/** Neither part holds brackets, so that a search starts anew at each and stays linear. */
const WIKILINK = /\[\[([^[\]|]*)(?:\|([^[\]]*))?\]\]/g;
const MARKDOWN_LINK = /\[([^[\]]*)\]\([^()\s[\]]*\)/g;
const LINK = /\[\[[^[\]]*\]\]/g;
const WORD = /[\p{L}\p{N}]/u;
