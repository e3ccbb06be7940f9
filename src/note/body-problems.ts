/** Problems of a note's body: what is never closed, what a task says that cannot be so. */
import type { Block } from '../text/block';
import { flatten } from '../text/flatten';
import type { Task } from '../task/task';
import type { Problem, ProblemInFile } from './problems';

type Unclosed = ProblemInFile<
  'fence-unclosed' | 'comment-unclosed' | 'math-unclosed' | 'transcript-unclosed' | 'markers-broken'
>;

/** A block that ran to the end of the note. Indented code ends by itself. */
export function problemsOfUnclosed(path: string, { kind, line, fenced }: Block): Problem[] {
  const found = unclosed(kind, line);
  return found === null || (kind === 'code' && !fenced) ? [] : [{ path, ...found }];
}

function unclosed(kind: Block['kind'], line: number): Unclosed | null {
  if (kind === 'code') return { line, code: 'fence-unclosed' };
  if (kind === 'comment' || kind === 'math' || kind === 'transcript') return { line, code: `${kind}-unclosed` };
  return kind === 'managed' ? { line, code: 'markers-broken', cause: 'no-end' } : null;
}

/** An open task's. */
export function problemsOfTask(
  path: string,
  line: number,
  { owners, ownerHidesSignifiers, invalidDates, unclearOwner }: Task,
): Problem[] {
  const problems: Problem[] = [];
  if (ownerHidesSignifiers)
    problems.push({ path, line, code: 'owner-hides-signifiers', owner: owners[owners.length - 1] ?? '' });
  for (const field of invalidDates) problems.push({ path, line, code: 'task-date-invalid', field });
  if (unclearOwner !== null)
    problems.push({ path, line, code: 'owner-unclear', text: flatten(unclearOwner.slice(0, 80)) });
  return problems;
}
