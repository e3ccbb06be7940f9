/**
 * From one text to another in as few lines as possible, so that a cursor, a selection, folds and the undo history outside those
 * lines stay where they are.
 */
import { diffArrays } from 'diff';

/** Replaces what stands at `from` up to `to`, both offsets (UTF-16) in the text before, by `text`. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Lines added and removed beyond which the middle is replaced in one piece: comparing takes time by the square of it. */
const MOST_EDITS = 400;

/** The changes that make `before` into `after`: whole lines, in order, none touching another; none when the texts are the same. */
export function editorChanges(before: string, after: string): TextChange[] {
  if (before === after) return [];
  const was = linesOf(before);
  const is = linesOf(after);
  let head = 0;
  while (head < was.length && head < is.length && was[head] === is[head]) head++;
  let tail = 0;
  while (tail < was.length - head && tail < is.length - head && was[was.length - 1 - tail] === is[is.length - 1 - tail]) tail++;
  const from = lengthOf(was.slice(0, head));
  const removed = was.slice(head, was.length - tail);
  const added = is.slice(head, is.length - tail);
  const parts = diffArrays(removed, added, { maxEditLength: MOST_EDITS });
  if (parts === undefined) return [{ from, to: from + lengthOf(removed), text: added.join('') }];
  const changes: TextChange[] = [];
  let at = from;
  let open: TextChange | null = null;
  for (const part of parts) {
    if (!part.added && !part.removed) {
      if (open !== null) changes.push(open);
      open = null;
      at += lengthOf(part.value);
      continue;
    }
    open ??= { from: at, to: at, text: '' };
    if (part.removed) at += lengthOf(part.value);
    open = { from: open.from, to: at, text: part.added ? open.text + part.value.join('') : open.text };
  }
  return open === null ? changes : [...changes, open];
}

/** The lines with their ends; joined they are the text again. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}
