/** What the engine says, in English: the command line's language, and that of all JSON. */
import type { Staying } from '../edit/plan-removal';
import type { Problem } from '../note/problems';
import { ENGLISH_PROBLEMS } from './english-problems';
import type { EngineWords } from './engine-words';
import { say } from './say';

export const ENGLISH_ENGINE: EngineWords = {
  problems: ENGLISH_PROBLEMS,
  stays: {
    'block-damaged': ({ problem }) => say(ENGLISH_PROBLEMS, problem),
    'properties-damaged': ({ problem }) => say(ENGLISH_PROBLEMS, problem),
    'holds-your-words': () => 'A rollup made this page, and you have edited it since.',
    'typed-into-block': ({ lines }) =>
      lines === 1 ? 'A line you typed in the block was kept.' : `${lines} lines you typed in the block were kept.`,
    'kept-from-block': () => 'Lines that were moved out of the block were kept.',
    'holds-answers': ({ answers }) =>
      `It holds ${answers === 1 ? 'an answer' : `${answers} answers`} of yours about names.`,
  },
};

/** A problem as JSON has it. */
export interface ToldProblem {
  readonly path: string;
  readonly line: number | null;
  readonly code: Problem['code'];
  readonly message: string;
}

export function toldProblem(problem: Problem): ToldProblem {
  const { path, line, code } = problem;
  return { path, line, code, message: say(ENGLISH_PROBLEMS, problem) };
}

/** Of a page that keeps something of ours: as JSON has it. */
export function toldStaying({ path, reasons }: Staying): { readonly path: string; readonly why: string } {
  return { path, why: reasons.map((reason) => say(ENGLISH_ENGINE.stays, reason)).join(' ') };
}
