/** One planned edit as lines that a person reads: what goes, what comes, and a little of what stays around them. */
import type { FileEdit } from '../../edit/plan';
import { lineChanges } from '../editor/editor-changes';

export interface DiffLine {
  readonly is: 'same' | 'added' | 'removed' | 'gap';
  /** Without its line end; of a gap, nothing. */
  readonly text: string;
}

const AROUND = 2;

export function diffLines({ before, after }: Pick<FileEdit, 'before' | 'after'>): DiffLine[] {
  if (before === null) return linesOf(after ?? '').map((text) => ({ is: 'added', text }));
  if (after === null) return linesOf(before).map((text) => ({ is: 'removed', text }));
  const found: DiffLine[] = [];
  let at = 0;
  for (const { from, to, text } of lineChanges(before, after)) {
    pushSame(found, linesOf(before.slice(at, from)), { first: at === 0, last: false });
    for (const line of linesOf(before.slice(from, to))) found.push({ is: 'removed', text: line });
    for (const line of linesOf(text)) found.push({ is: 'added', text: line });
    at = to;
  }
  if (found.length > 0) pushSame(found, linesOf(before.slice(at)), { first: false, last: true });
  return found;
}

function pushSame(
  found: DiffLine[],
  lines: readonly string[],
  { first, last }: { readonly first: boolean; readonly last: boolean },
): void {
  const head = first ? [] : lines.slice(0, AROUND);
  const tail = last ? [] : lines.slice(Math.max(head.length, lines.length - AROUND));
  for (const text of head) found.push({ is: 'same', text });
  if (head.length + tail.length < lines.length && !first && !last) found.push({ is: 'gap', text: '' });
  for (const text of tail) found.push({ is: 'same', text });
}

function linesOf(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (lines[lines.length - 1] === '') lines.pop();
  return lines;
}
