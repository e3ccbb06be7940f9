/** The words in the app's own language. It is chosen before the app starts and holds until it is started again. */
import { getLanguage } from 'obsidian';
import { type AllWords, wordsFor } from './words';

export const words: AllWords = wordsFor(getLanguage());
