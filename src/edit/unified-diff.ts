/** A plan as text that people and `git apply` read. */
import { createTwoFilesPatch } from 'diff';
import type { FileEdit, Plan } from './plan';

/** Every edit of a plan as one unified diff, in its order; '' for a plan that changes nothing. */
export function unifiedDiff({ edits }: Pick<Plan, 'edits'>): string {
  return edits.filter(({ before, after }) => before !== after).map(fileDiff).join('');
}

/** One edit; a file that is new, or goes, stands against `/dev/null`. */
export function fileDiff({ path, before, after }: FileEdit): string {
  const from = before === null ? '/dev/null' : `a/${path}`;
  const to = after === null ? '/dev/null' : `b/${path}`;
  const patch = createTwoFilesPatch(from, to, before ?? '', after ?? '', undefined, undefined, { context: 3 });
  // Its first line is a ruler of `=` that no other tool writes. As git does, a name with a space in it is closed by a tab:
  // without one `patch` takes what follows the space for a date.
  return patch.replace(/^=+\n(--- .*)\n(\+\+\+ .*)\n/, (_whole, old: string, now: string) => `${closed(old)}\n${closed(now)}\n`);
}

function closed(header: string): string {
  return header.slice(4).includes(' ') && !header.endsWith('"') ? `${header}\t` : header;
}
