/**
 * A run of names in an owner's place: links, handles, capitalised words, joined by commas, slashes and
 * "and". A scanner of small expressions: one large expression of the same grammar takes V8 a second to compile.
 */

const WORD = /[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}'’.-]*/uy;
const NEXT_WORD = / (?:(?:de|van|von|der|den|del|di|da|la|le|bin|al|dos|du) ){0,2}(?=[\p{Lu}\p{Lt}\p{Lo}])/uy;
const LINK = /\[\[[^[\]]{1,100}\]\]/y;
const AFTER_WEB_NAME = /\]\([^()\s]{1,200}\)/y;
const HANDLE = /[\p{L}\p{N}_][\p{L}\p{N}_.-]*/uy;
/** A word in small letters may be somebody's handle: `scott to post it`, `eP: reach out`. */
const SMALL = /\p{Ll}[\p{L}\p{N}_-]+/uy;
const ASIDE = / ?\([^()]{1,40}\)/y;
const EMPHASIS = /\*{1,3}|_{1,2}|==/y;
const JOINT = /\s?[,/&+;]\s?(?:(?:and|und|et) )?| (?:and|und|et|y|e|en|og|och|or|oder|ou|o|with) /y;

const LONGEST_WORD = 40;
const MOST_NAMES = 6;

/** Where a match of a sticky expression ends that begins at `at`; -1 where there is none. */
export function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function wordEnd(pattern: RegExp, text: string, at: number): number {
  const end = endOf(pattern, text, at);
  return end - at > LONGEST_WORD ? -1 : end;
}

/** Where capitalised words that begin at `at` may end: after one, two, three or four of them. */
function capitalisedEnds(text: string, at: number): number[] {
  const ends: number[] = [];
  let end = wordEnd(WORD, text, at);
  while (end >= 0 && ends.length < 4) {
    ends.push(end);
    const next = endOf(NEXT_WORD, text, end);
    end = next < 0 ? -1 : wordEnd(WORD, text, next);
  }
  return ends;
}

/** Where one bare name that begins at `at` may end. */
function nameEnds(text: string, at: number): number[] {
  const first = text.charAt(at);
  if (first === '@') {
    const link = endOf(LINK, text, at + 1);
    const handle = wordEnd(HANDLE, text, at + 1);
    return [link, handle, ...capitalisedEnds(text, at + 1)].filter((end) => end >= 0);
  }
  if (first !== '[') return capitalisedEnds(text, at);
  const link = endOf(LINK, text, at);
  if (link >= 0) return [link];
  const name = text.charAt(at + 1) === '@' ? at + 2 : at + 1;
  return capitalisedEnds(text, name)
    .map((end) => endOf(AFTER_WEB_NAME, text, end))
    .filter((end) => end >= 0);
}

/** The same with its emphasis, and what is in brackets after it. */
function dressedEnds(text: string, at: number): number[] {
  const open = endOf(EMPHASIS, text, at);
  return nameEnds(text, open < 0 ? at : open).flatMap((end) => {
    const closed = endOf(EMPHASIS, text, end);
    return (closed < 0 ? [end] : [end, closed]).flatMap((one) => {
      const aside = endOf(ASIDE, text, one);
      return aside < 0 ? [one] : [one, aside];
    });
  });
}

/** Where a run of names that begins at `at` may end, the longest first. */
export function nameRunEnds(text: string, at: number): number[] {
  return runEnds(text, dressedEnds(text, at), dressedEnds);
}

/** The same where the first is a word in small letters. */
export function smallRunEnds(text: string, at: number): number[] {
  const ends = (from: number): number[] => [wordEnd(SMALL, text, from)].filter((end) => end >= 0);
  return runEnds(text, ends(at), (_, from) => [...ends(from), ...nameEnds(text, from)]);
}

function runEnds(text: string, first: readonly number[], more: (text: string, at: number) => number[]): number[] {
  const ends = new Set(first);
  let newest: readonly number[] = first;
  for (let names = 1; names < MOST_NAMES && newest.length > 0; names++) {
    newest = newest.flatMap((end) => {
      const joined = endOf(JOINT, text, end);
      return joined < 0 ? [] : more(text, joined).filter((one) => !ends.has(one) && ends.add(one));
    });
  }
  return [...ends].sort((a, b) => b - a);
}

/** Is the whole text a run of names? */
export function isNameRun(text: string): boolean {
  return nameRunEnds(text, 0).some((end) => end === text.length);
}
