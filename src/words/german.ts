/** What the engine says, in German. */
import type { EngineWords } from './engine-words';
import { GERMAN_PROBLEMS } from './german-problems';
import { say } from './say';

export const GERMAN_ENGINE: EngineWords = {
  problems: GERMAN_PROBLEMS,
  stays: {
    'block-damaged': ({ problem }) => say(GERMAN_PROBLEMS, problem),
    'properties-damaged': ({ problem }) => say(GERMAN_PROBLEMS, problem),
    'holds-your-words': () => 'Diese Seite wurde beim Zusammenfassen angelegt, und du hast sie seither bearbeitet.',
    'typed-into-block': ({ lines }) =>
      lines === 1
        ? 'Eine Zeile, die du in den Block getippt hast, bleibt.'
        : `${lines} Zeilen, die du in den Block getippt hast, bleiben.`,
    'kept-from-block': () => 'Zeilen, die aus dem Block herausgesetzt wurden, bleiben.',
    'holds-answers': ({ answers }) =>
      `Sie enthält ${answers === 1 ? 'eine deiner Antworten' : `${answers} deiner Antworten`} zu Namen.`,
  },
};
