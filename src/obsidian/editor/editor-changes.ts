/**
 * From one text to another in as few characters as possible, so that a cursor, a selection, folds and the undo history
 * outside them stay where they are: whole lines first, and the words within a line that only changed in part.
 */
import { diffArrays } from 'diff';

/** Replaces what is at `from` up to `to`, both offsets (UTF-16) in the text before, by `text`. */
interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Lines, or words of a line, added and removed beyond which the middle is replaced in one piece: comparing takes time
 * by the square of it.
 */
const MOST_EDITS = 400;
/** Longer lines are replaced whole. */
const LONGEST_LINE = 2000;

/** The changes that make `before` into `after`: in order, none touching another; none when the texts are the same. */
export function editorChanges(before: string, after: string): TextChange[] {
  return lineChanges(before, after).flatMap((change) => withinLines(before, change));
}

/** The same in whole lines. */
export function lineChanges(before: string, after: string): TextChange[] {
  return before === after ? [] : partChanges(linesOf(before), linesOf(after), 0);
}

/** The parts of a text that differ from those of another, as changes of whole parts. `at` is where the text begins. */
function partChanges(was: readonly string[], is: readonly string[], at: number): TextChange[] {
  let head = 0;
  while (head < was.length && head < is.length && was[head] === is[head]) head++;
  let tail = 0;
  while (tail < was.length - head && tail < is.length - head && was[was.length - 1 - tail] === is[is.length - 1 - tail])
    tail++;
  const from = at + lengthOf(was.slice(0, head));
  const removed = was.slice(head, was.length - tail);
  const added = is.slice(head, is.length - tail);
  const parts = diffArrays(removed, added, { maxEditLength: MOST_EDITS });
  if (parts === undefined) return [{ from, to: from + lengthOf(removed), text: added.join('') }];
  const changes: TextChange[] = [];
  let now = from;
  let open: TextChange | null = null;
  for (const part of parts) {
    if (!part.added && !part.removed) {
      if (open !== null) changes.push(open);
      open = null;
      now += lengthOf(part.value);
      continue;
    }
    open ??= { from: now, to: now, text: '' };
    if (part.removed) now += lengthOf(part.value);
    open = { from: open.from, to: now, text: part.added ? open.text + part.value.join('') : open.text };
  }
  return open === null ? changes : [...changes, open];
}

/**
 * A change of as many lines as there were, line by line, and of each the words that differ; any other from the first
 * word that differs, so that a cursor before it stays.
 */
function withinLines(before: string, change: TextChange): TextChange[] {
  const was = linesOf(before.slice(change.from, change.to));
  const is = linesOf(change.text);
  if (was.length > MOST_EDITS || [...was, ...is].some((line) => line.length > LONGEST_LINE)) return [change];
  if (was.length !== is.length) return [withoutHead(change, wordsOf(was[0] ?? ''), wordsOf(is[0] ?? ''))];
  let at = change.from;
  return was.flatMap((line, index) => {
    const changes = partChanges(wordsOf(line), wordsOf(is[index] ?? ''), at);
    at += line.length;
    return changes;
  });
}

function withoutHead({ from, to, text }: TextChange, was: readonly string[], is: readonly string[]): TextChange {
  let same = 0;
  while (same < was.length && same < is.length && was[same] === is[same]) same++;
  const head = lengthOf(was.slice(0, same));
  return { from: from + head, to, text: text.slice(head) };
}

/** The lines with their ends; joined they are the text again. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Words, spaces and other characters, none of them parted; joined they are the line again. */
function wordsOf(line: string): string[] {
  return line.match(/[\p{L}\p{N}\p{M}_]+|\s+|./gsu) ?? [];
}

function lengthOf(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}
