/**
 * Whether what is after an `@` looks like a name, as far as that can be said without knowing anybody (DESIGN 1,
 * "Owner"). Capitals decide; scripts without case count as capitalised. `owner-name` does not know where the `@` was.
 */
import { memoize } from '../text/memoize';
import { isNotApplicable, namesNobody } from './placeholder-names';

/** At most so many words make one name, and so many all the names after one `@`. */
const WORDS_A_NAME = 5;
const WORDS_A_LIST = 12;
/** Names of more characters than this without a space in an unspaced script are sentences. */
const UNSPACED_NAME = 6;

/**
 * `Ann Lee`, `Bo (PM, email: bo@example.com)`, `Ann Lee or Bo Kim`, `[[Ann Lee]]`, `李明`, and any single word: `me`,
 * `qa-team`.
 */
export function looksLikeName(text: string): boolean {
  if (USUAL_NAME.test(text)) return !SAYS_WHEN.test(text);
  if (HANDLE.test(text)) return !isUnspacedSentence(text);
  const parts = splitParts(text);
  if (parts === null || parts.length === 0) return false;
  let words = 0;
  for (const part of parts) {
    const count = wordsOfName(part);
    if (count === 0 || count > WORDS_A_NAME) return false;
    words += count;
  }
  return words <= (parts.length === 1 ? WORDS_A_NAME : WORDS_A_LIST);
}

/** Most names, which need no closer look. */
const USUAL_NAME = /^[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+(?: [A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+){0,3}$/;

/** One word alone is a handle, whatever its case: `ann`, `ann.lee`, `bo@example.com`. */
const HANDLE = /^\p{L}[\p{L}\p{M}\p{N}._·’'-]*(?:@[\p{L}\p{N}.-]+)?$/u;
const EMAIL = /^<?[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+>?$/u;

const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

function isUnspacedSentence(text: string): boolean {
  return UNSPACED.test(text) && Array.from(text).length > UNSPACED_NAME;
}

/** Words of a name that are small in many languages; none ends one. */
const PARTICLES = new Set(
  (
    'de del della dello degli dei di da das dos du des d den der van von vom vander ter ten te zu zur zum af av la le las los lo el al ' +
    'bin ibn ben bint abu bar san st y i e of'
  ).split(' '),
);

/** Words between two names. */
const CONNECTORS = new Set('and or und oder et ou y e o og och en ja и или та і oraz lub with w/'.split(' '));

/** Nouns that end the name of a team in small letters. */
const TEAM_NOUNS = new Set('team teams group squad crew dept department office committee'.split(' '));

/** Capitalised words that follow a mention in prose: they say when or how, not who. */
const NOT_NAMES = new Set(
  (
    'asap eod eow eom cob fyi wip urgent today tomorrow tonight ' +
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri'
  ).split(' '),
);

const SAYS_WHEN = new RegExp(` (?:${[...NOT_NAMES].join('|')})(?: |$)`, 'i');

/** A capital first, or no case at all; a small prefix may be before it: `O’Neil`, `d’Arcy`, `al-Rashid`, `iOS`. */
const CAPITAL_WORD =
  /^["“'‘„«]?(?:\p{Ll}{1,3}['’-]|\p{Ll})?[\p{Lu}\p{Lt}\p{Lo}\p{Lm}][\p{L}\p{M}\p{N}.·'’‘\u2010\u2011–_-]*["”'’“»]?$/u;
const NUMBER = /^\p{N}{1,3}$/u;
const SMALL_WORD = /^\p{Ll}[\p{L}\p{M}-]*$/u;

/**
 * The words of one name, or 0 when it is none. Parentheses, addresses and links to one side are not counted as words.
 */
function wordsOfName(tokens: readonly string[]): number {
  let words = 0;
  let asides = 0;
  let endsSmall = false;
  for (const [index, token] of tokens.entries()) {
    // `@Ann ([[2025-11-05]])`, `@Ann (due 2025-11-05)`, `@Ann [[Lisbon]]`: that is the task's.
    if (token.startsWith('(') && /\[\[|\d{4}-\d{2}/.test(token)) return 0;
    if (token.startsWith('[[') && index > 0) return 0;
    if (token.startsWith('(') || (EMAIL.test(token) && tokens.length > 1)) {
      asides++;
      continue;
    }
    endsSmall = false;
    if (token.startsWith('[[') || EMAIL.test(token)) {
      words++;
    } else if (NUMBER.test(token) && words > 0) {
      words++;
    } else if (words > 0 && NOT_NAMES.has(token.replace(/[.!,]+$/, '').toLowerCase())) {
      return 0;
    } else if (CAPITAL_WORD.test(token) && !/['’]s$/.test(token)) {
      if (isUnspacedSentence(token)) return 0;
      words++;
    } else if (PARTICLES.has(token) && index < tokens.length - 1) {
      words++;
      endsSmall = true;
    } else if (TEAM_NOUNS.has(token) && words > 0 && index === tokens.length - 1) {
      words++;
    } else if (SMALL_WORD.test(token) && words === 0 && tokens.length === 2 && TEAM_NOUNS.has(tokens[1] ?? '')) {
      words++;
    } else {
      return 0;
    }
  }
  return endsSmall || asides === tokens.length ? 0 : words;
}

/**
 * The names after one `@`, each as its words, parentheses and links; null when brackets do not match or a name is
 * missing.
 */
function splitParts(text: string): string[][] | null {
  const parts: string[][] = [[]];
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at);
    const part = parts[parts.length - 1] ?? [];
    let next = at + 1;
    if (character === '(') {
      next = afterParenthesis(text, at);
      if (next < 0) return null;
      part.push(text.slice(at, next));
    } else if (text.startsWith('[[', at)) {
      next = text.indexOf(']]', at) + 2;
      if (next < 2) return null;
      part.push(text.slice(at, next));
    } else if (BETWEEN.has(character)) {
      parts.push([]);
    } else if (!BLANK.test(character)) {
      while (next < text.length && !ENDS_WORD.test(text.charAt(next))) next++;
      const word = text.slice(at, next);
      const isLast = text.slice(next).trim() === '';
      if (
        DASH.test(word) ||
        (CONNECTORS.has(word) && part.length > 0 && !isLast && !(PARTICLES.has(word) && part.length < 2))
      )
        parts.push([]);
      else part.push(word);
    }
    at = next;
  }
  // `Ann, ` has nothing after its comma; `R&D` and `Ann,, Bo` are left to be read as they are.
  return parts.some((part) => part.length === 0) ? null : parts;
}

const BETWEEN = new Set(',;/&+|');
const BLANK = /\s/;
const ENDS_WORD = /[\s(,;/&+|]/;
const DASH = /^[-–—]$/;

function afterParenthesis(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return index + 1;
  }
  return -1;
}

/**
 * A name as written without what is not the name: `[[People/Ann Lee|Ann]]` and `Ann Lee (Acme, PM)` are `Ann Lee`,
 * `Bo <bo@example.com>` is `Bo`.
 */
export function bareName(owner: string): string {
  const link = /^\[\[([^[\]|#]*)/.exec(owner.trim());
  if (link !== null) {
    const path = (link[1] ?? '').trim();
    return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  }
  let name = '';
  let depth = 0;
  for (const character of owner) {
    if (character === '(') depth++;
    else if (character === ')' && depth > 0) depth--;
    else if (depth === 0) name += character;
  }
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const kept = words.length > 1 ? words.filter((word) => !EMAIL.test(word)) : words;
  return kept.join(' ');
}

/** Who has not been named yet: `TBD`, `Unknown`, `N/A`, `Speaker 1`. `Leo (Unknown)` has been. */
export const isPlaceholderOwner: (text: string) => boolean = memoize(4_000, (text) => {
  const name = bareName(text);
  if (isNotApplicable(name)) return true;
  const words = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
  return namesNobody(words, { forPeople: true });
});
