/** Every language that the plugin speaks, one row each. English is where there is none. */
import type { EngineWords } from '../../words/engine-words';
import { ENGLISH_ENGINE } from '../../words/english';
import { GERMAN_ENGINE } from '../../words/german';
import { ENGLISH, type Words } from './english';
import { ENGLISH_SETTINGS, type SettingWords } from './english-settings';
import { ENGLISH_VIEWS, type ViewWords } from './english-views';
import { GERMAN } from './german';
import { GERMAN_SETTINGS } from './german-settings';
import { GERMAN_VIEWS } from './german-views';

export interface AllWords extends Words {
  readonly settings: SettingWords;
  readonly views: ViewWords;
  /** What the engine says. */
  readonly engine: EngineWords;
}

export const LANGUAGES: Readonly<Record<string, AllWords>> = {
  en: {
    ...ENGLISH,
    settings: ENGLISH_SETTINGS,
    views: ENGLISH_VIEWS,
    engine: ENGLISH_ENGINE,
  },
  de: {
    ...GERMAN,
    settings: GERMAN_SETTINGS,
    views: GERMAN_VIEWS,
    engine: GERMAN_ENGINE,
  },
};

/** `language` as Obsidian gives it: `de`, `en-GB`. */
export function wordsFor(language: string): AllWords {
  const english = LANGUAGES['en'] as AllWords;
  return Object.hasOwn(LANGUAGES, language)
    ? (LANGUAGES[language] ?? english)
    : (LANGUAGES[language.slice(0, 2).toLowerCase()] ?? english);
}
