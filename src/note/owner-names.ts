/**
 * Names as they are in an owner's place: one or several, each a link, a handle, or words that may be a name. Who they
 * are, and whether they are anybody, is not known here.
 */
import { isNameRun } from './name-run';
import { namesOfOwner } from './names';
import type { Name } from './note';
import { foldWord } from './word-list';
import type { Words } from './word-lists';

const SPLIT =
  /(\[\[[^[\]]{1,100}\]\]|\[@?[\p{L}\p{M}\p{N}'’. -]+\]\([^()\s]{1,200}\)|\([^()]{1,40}\))|\s?[,/&+;]\s?(?:(?:and|und|et) )?| (?:and|und|et|y|e|en|og|och|or|oder|ou|o|with) /gu;

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

/** The names of a text that may be nothing but names; null for any other. */
export function onlyNames(text: string, line: number, lists: Words): Name[] | null {
  const words = text.trim().replace(/^(?:\*{1,3}|_{1,2})(.*?)(?:\*{1,3}|_{1,2})(:?)$/, '$1$2');
  if (words.length > 120 || words === '') return null;
  const run = words.replace(/\s?[.:]$/, '');
  // Short and in small letters it may still be somebody's name, or `both`.
  if (!isNameRun(run) && !(run.length < 30 && /^\p{Ll}/u.test(run) && isNameRun(run.toUpperCase()))) return null;
  const names = ownersNamed(words, line, lists);
  return names.length === 0 ? null : names;
}
