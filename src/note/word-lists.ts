/**
 * Every list of words by which notes are understood, by id. The setting `words` adds to any of them, in any language:
 *
 *     "words": {"meeting-nouns": ["Stammtisch"]}
 */
import { derived } from '../text/memoize';
import { ITEM_WORDS } from './item-words';
import { MEETING_WORDS } from './meeting-words';
import { OWNER_WORDS } from './owner-words';
import { PEOPLE_WORDS } from './people-words';
import { TITLE_WORDS } from './title-words';
import { foldWord, type WordList } from './word-list';
import { keysOf } from '../text/keys-of';

const LISTS = { ...MEETING_WORDS, ...PEOPLE_WORDS, ...TITLE_WORDS, ...ITEM_WORDS, ...OWNER_WORDS };

export type WordListId = keyof typeof LISTS;

export const WORD_LISTS: Readonly<Record<WordListId, WordList>> = LISTS;

export const WORD_LIST_IDS = keysOf(WORD_LISTS);

/** The words of each list, in `foldWord`'s form. One object for all that is read by the same settings. */
export type Words = Readonly<Record<WordListId, ReadonlySet<string>>>;

/** The lists with what the settings add. */
export function wordsWith(added: ReadonlyMap<WordListId, readonly string[]> = new Map()): Words {
  return eachList((id) => {
    const own = Object.values<readonly string[]>(WORD_LISTS[id].words).flat();
    return new Set([...own, ...(added.get(id) ?? [])].map(foldWord));
  });
}

function eachList<T>(make: (id: WordListId) => T): Readonly<Record<WordListId, T>> {
  const lists: Partial<Record<WordListId, T>> = {};
  for (const id of WORD_LIST_IDS) lists[id] = make(id);
  return lists as Record<WordListId, T>;
}

export const DEFAULT_WORDS: Words = wordsWith();

/**
 * For each list a pattern of any of its words, longest first, to put into a regular expression; made once for each
 * `Words`. It matches folded text. That of an empty list matches nothing.
 */
export const wordPatterns = derived((words: Words) => eachList((id) => alternatives([...words[id]])));

function alternatives(words: readonly string[]): string {
  if (words.length === 0) return '(?!)';
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')})`;
}
