/**
 * Whether fewer words can stand for a person's full name. Says that they can, never that they do: what the meeting
 * holds decides.
 *
 *   Ann · Ann L · Ann L. · A. Lee · Ann Smith    fit    Ann Lee Smith
 */
import { isInitial, nameParts, spokenName } from './fold-name';

/** The kind whose names have a first name. */
export const PERSON = 'person';

/** `words` and `full` are folded names as words. False for the full name itself. */
export function shortens(words: readonly string[], full: readonly string[]): boolean {
  const first = words[0];
  if (first === undefined || first === '' || full.length < 2 || words.length > full.length) return false;
  if (words.length === 1) return first === full[0] && !isInitial(first);
  if (words.length === full.length && words.every((word, at) => word === full[at])) return false;
  let at = 0;
  let spelled = 0;
  for (const [index, word] of words.entries()) {
    // The first word stands for the first name; the others follow in order, middle names may be left out.
    while (at < full.length && !standsFor(word, full[at] ?? '')) {
      if (index === 0) return false;
      at += 1;
    }
    if (at === full.length) return false;
    if (!isInitial(word)) spelled += 1;
    at += 1;
  }
  return spelled > 0;
}

function standsFor(word: string, full: string): boolean {
  return word === full || (isInitial(word) && full.startsWith(word));
}

/**
 * A person's first name as written: `Ann` of `Lee, Ann (Acme)`, of `Dr. Ann Lee` and of `@Ann Lee`, as some call their
 * pages.
 */
export function givenName(name: string): string {
  const words = spokenName(name)
    .replace(/^@\s*/, '')
    .split(/[\s\u00a0]+/);
  const { honorific } = nameParts(name);
  return words[honorific === null ? 0 : honorific.split(' ').length] ?? name;
}
