/** Words by which notes say who was there. Lower case; a row of `WORD_LISTS` each. */
import type { WordList } from './word-list';

export const PEOPLE_WORDS = {} as const satisfies Record<string, WordList>;
