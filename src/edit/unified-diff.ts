/** A plan as text that people and `git apply` read. */
import { createTwoFilesPatch } from 'diff';
import type { FileEdit, Plan } from './plan';

/** Every edit of a plan as one unified diff, in its order; '' for a plan that changes nothing. */
export function unifiedDiff({ edits }: Plan): string {
  return edits.filter(({ before, after }) => before !== after).map(fileDiff).join('');
}

/** One edit: new files stand against `/dev/null`, and so do those that go. */
export function fileDiff({ path, before, after }: FileEdit): string {
  const from = before === null ? '/dev/null' : quotedPath(`a/${path}`);
  const to = after === null ? '/dev/null' : quotedPath(`b/${path}`);
  const patch = createTwoFilesPatch(from, to, before ?? '', after ?? '', undefined, undefined, { context: 3 });
  // Its first line is a ruler of `=` that no other tool writes.
  return patch.replace(/^=+\n/, '');
}

/** As git writes names: quoted where they hold what would end or break the line, else closed by a tab where they hold a space. */
function quotedPath(path: string): string {
  if (/[\n\r\t"\\]/.test(path)) return JSON.stringify(path);
  return path.includes(' ') ? `${path}\t` : path;
}
