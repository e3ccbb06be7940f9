/** What a rollup did or would do, in words. */
import type { Problem, ProblemCode } from '../../note/problems';
import { HostError } from '../../host/vault-host';
import { failureText, problemText } from '../words/engine-text';
import { words } from '../words/in-app';
import { messageOf } from '../../text/message-of';

/** `4 pages`, `1 page`, `1,200 pages`. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** `4 pages new, 14 changed`; null when there is nothing to tell. */
export function pagesTouched(created: number, changed: number): string | null {
  if (created === 0 && changed === 0) return null;
  return words.rollUp.touched(created, changed);
}

/** Problems for which a whole file was left alone. What could not be read is reported as a failure. */
const LEFT_ALONE: readonly ProblemCode[] = ['not-utf8', 'too-large', 'markers-broken', 'page-name-taken'];

/**
 * The files that were left alone, by name; then how many problems the rest have, with the first of them to begin at.
 */
export function problemsFound(problems: readonly Problem[]): string[] {
  const whole = problems.filter(({ code }) => LEFT_ALONE.includes(code));
  const others = problems.filter(({ code }) => code !== 'unreadable' && !LEFT_ALONE.includes(code));
  const [first] = others;
  return [
    ...firstFew(whole.map((problem) => `${problem.path}: ${problemText(problem)}`)),
    ...(first === undefined ? [] : [words.rollUp.problems(others.length, placeOf(first), problemText(first))]),
  ];
}

function placeOf({ path, line }: Problem): string {
  return line === null ? path : words.files.placeOf(path, line);
}

const NAMED = 5;

/** The first few of `sentences`, and how many more there are. */
export function firstFew(sentences: readonly string[]): string[] {
  const rest = sentences.length - NAMED;
  return rest <= 0 ? [...sentences] : [...sentences.slice(0, NAMED), words.more(rest)];
}

/** Names in one line, as typed: `Ann Lee, Ann`. */
export function splitNames(line: string): string[] {
  return [
    ...new Set(
      line
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ),
  ];
}

export function inWords(error: unknown): string {
  if (error instanceof HostError) return failureText(error);
  return messageOf(error);
}
