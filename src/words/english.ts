/** What the engine says, in English: the command line's language, and that of all JSON. */
import type { Staying } from '../edit/plan-removal';
import type { SkippedEdit } from '../edit/skips';
import type { HostError } from '../host/vault-host';
import type { Problem } from '../note/problems';
import { ENGLISH_PROBLEMS } from './english-problems';
import { ENGLISH_WHY } from './english-proposals';
import { ENGLISH_REFUSALS } from './english-refusals';
import { ENGLISH_SETTING_PROBLEMS } from './english-settings';
import type { EngineWords } from './engine-words';
import { say } from './say';

export const ENGLISH_ENGINE: EngineWords = {
  problems: ENGLISH_PROBLEMS,
  refusals: ENGLISH_REFUSALS,
  why: ENGLISH_WHY,
  settings: ENGLISH_SETTING_PROBLEMS,
  effects: {
    remembered: ({ line }) => line,
    'new-page': ({ page, alias }) => `${page} is new${alias === null ? '' : `, with the alias “${alias}”`}.`,
    alias: ({ page, alias }) => `${page} has the alias “${alias}”.`,
    'other-page-stays': ({ page, other, kept }) =>
      `${page} is left as it is. Move what you wrote there over and delete it: then everything about ${other} is ${kept}’s.`,
    'asked-again': ({ places }) =>
      `${places === 1 ? 'One place is' : `${places} places are`} in a meeting with nobody and nothing known, so you will be asked about it again.`,
    'handed-over': ({ path, line, owner }) => `${path}:${line} is ${owner === null ? 'my' : `${owner}’s`} task.`,
    cancelled: ({ path, line }) => `${path}:${line} is cancelled.`,
    answered: ({ path, line }) => `${path}:${line} is answered.`,
    'links-fixed': ({ path }) => `${path}: its links lead to their pages.`,
    'task-left': ({ path, line }) => `${path}:${line} was left alone. Change it by hand.`,
    'links-left': ({ path }) => `${path}: its links are where nothing is written. Fix them by hand.`,
    repaired: ({ path }) => `${path} has one Throughline block again. None of your lines is lost.`,
  },
  skips: {
    changed: () => 'The file has changed since.',
    gone: () => 'The file is gone, or another file has the same name in different case.',
    'not-utf8': () => 'The file is not UTF-8 text.',
    'name-taken': () => 'Another file has that name now.',
    moved: () => 'The file was moved, renamed or deleted since.',
    'own-base': () => 'It was edited, or was not created by Throughline. Rename or delete it to create it again.',
    refused: ({ refusal }) => `${say(ENGLISH_REFUSALS, refusal).join('; ')}.`,
  },
  undoing: {
    'nothing-to-undo': () => 'There is nothing to undo.',
    'nothing-to-redo': () => 'There is nothing to redo.',
    'still-writing': ({ what }) => `Another program is still writing (${what}). Try again when it is done.`,
  },
  failures: {
    'journal-unwritten': ({ why }) => `Nothing was written, because the undo journal could not be saved: ${why}`,
    'journal-open': ({ why }) => `The undo journal could not be closed, so the next run undoes this one: ${why}`,
    'change-unnoted': ({ path, why }) =>
      `“${path}” has changed and was left alone, because the undo journal could not be saved: ${why}`,
    'not-written': ({ path, why }) => `“${path}” could not be written: ${why}`,
    'vault-empty': () => 'The vault has no files any more, so nothing was written.',
  },
  pathFaults: {
    empty: () => 'is empty',
    'not-relative': () => 'is not relative to the vault',
    'leaves-vault': () => 'leaves the vault',
    'empty-part': () => 'has an empty part',
    character: ({ character }) =>
      `has ${character === null ? 'a control character' : `\`${character}\``}, which not every system allows in a file name`,
    'ends-badly': () => 'has a part that ends in a dot or space, which Windows drops',
    'starts-with-space': () => 'has a part that starts with a space',
    'reserved-name': ({ part }) => `has the part “${part}”, a name Windows keeps for itself`,
    'too-long': () => 'has a part that is too long for a file name',
  },
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
export interface ProblemRecord {
  readonly path: string;
  readonly line: number | null;
  readonly code: Problem['code'];
  readonly message: string;
}

export function problemRecord(problem: Problem): ProblemRecord {
  const { path, line, code } = problem;
  return { path, line, code, message: say(ENGLISH_PROBLEMS, problem) };
}

/** Of a page that keeps something of ours: as JSON has it. */
export function stayingRecord({ path, reasons }: Staying): { readonly path: string; readonly why: string } {
  return { path, why: reasons.map((reason) => say(ENGLISH_ENGINE.stays, reason)).join(' ') };
}

/** Of a file that was left alone: as JSON has it. */
export function skipRecord({ path, why }: SkippedEdit): { readonly path: string; readonly reason: string } {
  return { path, reason: say(ENGLISH_ENGINE.skips, why) };
}

export function failureText({ ledTo, path, message }: HostError): string {
  return ledTo === undefined ? message : say(ENGLISH_ENGINE.failures, { code: ledTo, path, why: message });
}

/** A failure as JSON has it. */
export function failureRecord(failure: HostError): Pick<HostError, 'path' | 'code' | 'message'> {
  return { path: failure.path, code: failure.code, message: failureText(failure) };
}
