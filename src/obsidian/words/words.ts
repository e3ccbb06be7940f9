/** Every language that the plugin speaks, one row each. English stands where there is none. */
import type { EngineWords } from '../../words/engine-words';
import { ENGLISH_ENGINE } from '../../words/english';
import { GERMAN_ENGINE } from '../../words/german';
import { ENGLISH, type Words } from './english';
import { ENGLISH_SETTINGS, type SettingWords } from './english-settings';
import { ENGLISH_VIEWS, type ViewWords } from './english-views';
import { GERMAN } from './german';
import { GERMAN_SENTENCES } from './german-sentences';
import { GERMAN_SETTINGS } from './german-settings';
import { GERMAN_VIEWS } from './german-views';
import { retelling } from './retelling';

export interface AllWords extends Words {
  readonly settings: SettingWords;
  readonly views: ViewWords;
  /** What the engine says. */
  readonly engine: EngineWords;
  /** A sentence of the engine's, which speaks English. */
  readonly retell: (sentence: string) => string;
}

export const LANGUAGES: Readonly<Record<string, AllWords>> = {
  en: {
    ...ENGLISH,
    settings: ENGLISH_SETTINGS,
    views: ENGLISH_VIEWS,
    engine: ENGLISH_ENGINE,
    retell: (sentence) => sentence,
  },
  de: {
    ...GERMAN,
    settings: GERMAN_SETTINGS,
    views: GERMAN_VIEWS,
    engine: GERMAN_ENGINE,
    retell: retelling(GERMAN_SENTENCES),
  },
};

/** `language` as Obsidian gives it: `de`, `en-GB`. */
export function wordsFor(language: string): AllWords {
  const english = LANGUAGES['en'] as AllWords;
  return Object.hasOwn(LANGUAGES, language)
    ? (LANGUAGES[language] ?? english)
    : (LANGUAGES[language.slice(0, 2).toLowerCase()] ?? english);
}
