/** Words by which lines say what they are: tasks, owners, due dates, decisions. Lower case; a row of `WORD_LISTS` each. */
import type { WordList } from './word-list';

export const ITEM_WORDS = {} as const satisfies Record<string, WordList>;
