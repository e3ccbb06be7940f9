/** What the engine says, in the app's language. */
import type { AnswerEffect } from '../../edit/answer-effects';
import type { Staying } from '../../edit/plan-removal';
import type { Refusal } from '../../edit/refusals';
import type { SkippedEdit } from '../../edit/skips';
import type { HostError } from '../../host/vault-host';
import type { SettingProblem } from '../../settings/setting-problems';
import type { Problem } from '../../note/problems';
import { say } from '../../words/say';
import { words } from './in-app';

const { engine } = words;

export function problemText(problem: Problem): string {
  return say(engine.problems, problem);
}

/** `the name of Ann cannot be written in a link; rename it first.` */
export function refusalText(refusal: Refusal): string {
  return `${say(engine.refusals, refusal).join('; ')}.`;
}

export function effectsText(effects: readonly AnswerEffect[]): string {
  return effects.map((effect) => say(engine.effects, effect)).join(' ');
}

/** `Notes/a.md was left alone: The file has changed since.` */
export function skipText({ path, why }: SkippedEdit): string {
  return words.files.leftAlone(path, say(engine.skips, why));
}

/** A failure's own words are the app's: its host threw it. */
export function failureText({ ledTo, path, message }: HostError): string {
  return ledTo === undefined ? message : say(engine.failures, { code: ledTo, path, why: message });
}

/** `name`: what a person calls the setting, where it is not its key. */
export function settingProblemText(problem: SettingProblem, name: string | null = null): string {
  return words.settings.problem(name ?? problem.at, say(engine.settings, problem));
}

export function stayingText({ reasons }: Staying): string {
  return reasons.map((reason) => say(engine.stays, reason)).join(' ');
}
