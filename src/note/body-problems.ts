/** Problems of a note's body: what is never closed, what a task says that cannot be so. */
import type { Block } from '../text/blocks';
import { flatten } from '../text/flatten';
import type { Task } from '../task/task';
import { problem } from './body';
import type { Problem, ProblemCode } from './problems';

const UNCLOSED: Readonly<Partial<Record<Block['kind'], { readonly code: ProblemCode; readonly message: string }>>> = {
  code: {
    code: 'fence-unclosed',
    message: 'This code fence is never closed, so everything below is read as code; close it.',
  },
  comment: {
    code: 'comment-unclosed',
    message: 'This comment is never closed, so everything below is passed over; close it.',
  },
  math: {
    code: 'math-unclosed',
    message: 'This `$$` block is never closed, so everything below is passed over; close it with `$$`.',
  },
  managed: {
    code: 'markers-broken',
    message:
      'This managed block has no end marker, so everything below is passed over; add the end marker, or take this line out.',
  },
  transcript: {
    code: 'transcript-unclosed',
    message: 'This transcript has no end marker, so everything below is passed over; add the end marker.',
  },
};

/** A block that ran to the end of the note. Indented code ends by itself. */
export function problemsOfUnclosed(path: string, { kind, line, fenced }: Block): Problem[] {
  const said = UNCLOSED[kind];
  return said === undefined || (kind === 'code' && !fenced) ? [] : [problem(path, line, said.code, said.message)];
}

/** An open task's. */
export function problemsOfTask(
  path: string,
  line: number,
  { owners, ownerHidesSignifiers, invalidDates, unclearOwner }: Task,
): Problem[] {
  const problems: Problem[] = [];
  if (ownerHidesSignifiers) {
    problems.push(
      problem(
        path,
        line,
        'owner-hides-signifiers',
        `“@${owners[owners.length - 1] ?? ''}” stands behind a date or priority, which the Tasks plugin then does not see; put the name before them.`,
      ),
    );
  }
  for (const field of invalidDates)
    problems.push(problem(path, line, 'task-date-invalid', `The ${field} date does not exist; correct it.`));
  if (unclearOwner !== null) {
    problems.push(
      problem(
        path,
        line,
        'owner-unclear',
        `“@${flatten(unclearOwner.slice(0, 80))}” is more than a name and was read as a mention; end the text with the name alone to give it an owner.`,
      ),
    );
  }
  return problems;
}
