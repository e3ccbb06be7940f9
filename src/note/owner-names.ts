/**
 * Names as they stand in an owner's place: one or several, each a link, a handle, or words that may be a name. Who they
 * are, and whether they are anybody, is not known here.
 */
import { derived } from '../text/memoize';
import { namesOfOwner } from './names';
import type { Name } from './note';
import { foldWord } from './word-list';
import { type Words, wordPatterns } from './word-lists';

const WORD = "[\\p{Lu}\\p{Lt}\\p{Lo}][\\p{L}\\p{M}\\p{N}'’.-]{0,30}";
const PARTICLE = '(?:de|van|von|der|den|del|di|da|la|le|bin|al|dos|du)';
const CAPITALISED = `${WORD}(?: (?:${PARTICLE} ){0,2}${WORD}){0,3}`;
const LINK = '\\[\\[[^[\\]]{1,100}\\]\\]';
const WEB_LINK = `\\[@?${CAPITALISED}\\]\\([^()\\s]{1,200}\\)`;
const HANDLE = `@(?:${LINK}|${CAPITALISED}|[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,38})`;
/** A word in small letters may be somebody's handle: `scott to post it`, `eP: reach out`. */
const SMALL = '\\p{Ll}[\\p{L}\\p{N}_-]{1,24}';
const ASIDE = '(?: ?\\([^()]{1,40}\\))?';
const EMPHASIS = '(?:\\*{1,3}|_{1,2}|==)?';
const JOINT = '(?:\\s?[,/&+;]\\s?(?:(?:and|und|et) )?| (?:and|und|et|y|e|en|og|och|or|oder|ou|o|with) )';

const NAME = `(?:${LINK}|${HANDLE}|${WEB_LINK}|${CAPITALISED})`;
/** Sources of regular expressions that match one name, and several, under `u`. */
export const OWNER_NAME = NAME;
export const OWNER_NAMES = `${EMPHASIS}${NAME}${EMPHASIS}${ASIDE}(?:${JOINT}${EMPHASIS}${NAME}${EMPHASIS}${ASIDE}){0,5}`;
export const SMALL_NAMES = `${SMALL}(?:${JOINT}(?:${SMALL}|${NAME})){0,4}`;
export const WRAP = EMPHASIS;

const SPLIT = new RegExp(`(${LINK}|${WEB_LINK}|\\([^()]{1,40}\\))|${JOINT}`, 'gu');

/** The names of a text that is nothing but such: parted at commas and the like; words for me are `me`. */
export function ownersNamed(text: string, line: number, lists: Words): Name[] {
  const parts: string[] = [];
  let part = '';
  let at = 0;
  for (const match of text.matchAll(SPLIT)) {
    part += text.slice(at, match.index);
    at = match.index + match[0].length;
    if (match[1] !== undefined) {
      if (!match[1].startsWith('(')) part += match[1];
      continue;
    }
    parts.push(part);
    part = '';
  }
  parts.push(part + text.slice(at));
  return parts.flatMap((one) => {
    const name = one.replace(/[*_=]{1,3}/g, '').trim();
    if (name === '') return [];
    return lists['me-words'].has(foldWord(name))
      ? [{ text: 'me', target: null, line }]
      : namesOfOwner(name, line).map((found) => ({ ...found, text: found.text.replace(/[.:]$/, '') }));
  });
}

const WHOLE = derived((words: Words) => {
  const others = `${wordPatterns(words)['both-words']}|${wordPatterns(words)['me-words']}`;
  return new RegExp(`^(?:${OWNER_NAMES}|(?:${others}))[.:]?$`, 'iu');
});
const NAMES_ONLY = new RegExp(`^${OWNER_NAMES}\\s?[.:]?$`, 'u');

/** The names of a text that may be nothing but names; null for any other. */
export function onlyNames(text: string, line: number, lists: Words): Name[] | null {
  const words = text.trim().replace(/^(?:\*{1,3}|_{1,2})(.*?)(?:\*{1,3}|_{1,2})(:?)$/, '$1$2');
  if (words.length > 120 || words === '') return null;
  if (!NAMES_ONLY.test(words) && !(words.length < 30 && /^\p{Ll}/u.test(words) && WHOLE(lists).test(words)))
    return null;
  const names = ownersNamed(words, line, lists);
  return names.length === 0 ? null : names;
}
