/**
 * A task's line replaced by the lines that an action made of it. What a comment or damage hides from the grammar would
 * stay, so such a line is refused:
 *
 *     - [x] Send minutes ✅ 2025-10-30 %%seen%%     the note says when it was done, the Tasks plugin does not see it
 */
import type { CalendarDate } from '../text/calendar-date';
import { lineEnd, lineEnding, lineStarts } from '../text/lines';
import { withoutComments } from '../text/plain-text';
import { parseTask, type ParseOptions } from '../task/parse';
import { toggleTask } from '../task/toggle';
import type { NoteRules } from '../note/note-rules';
import { NoteText } from '../note/note-text';
import { lineSpan } from './find-line';
import { type LinePlace, type NoteActed } from './row-plan';
import { refused, type Refused } from './refusals';

export const AS_IN_NOTES: ParseOptions = { lenient: true, bothForms: true };

interface TaskReplacement extends LinePlace {
  readonly after: readonly string[];
  /** The line as the grammar reads it, where it is no checkbox. */
  readonly asTask?: string;
}

/** The line is a task of the note: see `whyNoTask`. */
export function replaceTask(
  text: string,
  { path, line, after, asTask }: TaskReplacement,
  { rules, today }: { readonly rules: NoteRules; readonly today: CalendarDate },
): NoteActed | Refused {
  const starts = lineStarts(text);
  const before = text.slice(...lineSpan(text, starts, line));
  const note = new NoteText(text);
  if (hidesFields(asTask ?? before, note, rules, today))
    return refused({
      code: 'fields-hidden',
      path,
      line,
      source: before,
      by: note.repair(before) === before ? 'comment' : 'damage',
    });
  return {
    outcome: 'done',
    text: replaceLine(text, { starts, line, after }),
    changes: [{ path, line, before, after }],
  };
}

/** Whether the line toggles to something else than what the note reads from it would. */
function hidesFields(line: string, note: NoteText, rules: NoteRules, today: CalendarDate): boolean {
  const tasks = { ...rules.tasks, globalFilter: '' };
  const asRead = (one: string): string => withoutComments(note.repair(one));
  const toggled = toggleTask(line, tasks, today, AS_IN_NOTES);
  const meant = asRead(line) === line ? toggled : toggleTask(asRead(line), tasks, today, AS_IN_NOTES);
  if (toggled === null || meant === null || toggled.lines.length !== meant.lines.length) return true;
  const said = (one: string | undefined): string =>
    JSON.stringify(one === undefined ? null : parseTask(one, tasks, AS_IN_NOTES));
  return !toggled.lines.map(asRead).every((one, at) => one === meant.lines[at] || said(one) === said(meant.lines[at]));
}

/** A line that goes takes its line end along, the last one the end before it. */
function replaceLine(
  text: string,
  {
    starts,
    line,
    after,
  }: { readonly starts: readonly number[]; readonly line: number; readonly after: readonly string[] },
): string {
  const [from, to] = lineSpan(text, starts, line);
  const next = starts[line] ?? text.length;
  if (after.length > 0)
    return text.slice(0, from) + after.join(next > to ? text.slice(to, next) : lineEnding(text)) + text.slice(to);
  const cut = next === to && line > 1 ? lineEnd(text, starts, line - 1) : from;
  return text.slice(0, cut) + text.slice(next);
}
