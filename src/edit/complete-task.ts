/**
 * Ticking a task where it is: a note's text and a line in, the change of that one line out.
 *
 *     ## Action items                                              1
 *     - [ ] Water ferns 🔁 every week 📅 2025-03-14                2   becomes two lines, with this line's own line end
 *     - [ ] Send minutes                                           3   every other byte stays
 *
 * What is a task is decided as it is for reading notes: a checkbox in a fence, a comment, a transcript or a managed
 * block is none. A task that is no checkbox is completed in its form (`task-forms`). `complete-task` does not know what
 * happens to the file meanwhile; `completeTaskAgain` finds the line in a text that moved on.
 */
import { scanBlocks } from '../text/blocks';
import type { Block } from '../text/block';
import type { CalendarDate } from '../text/calendar-date';
import { readFrontmatter } from '../text/frontmatter';
import { finalLineEnd, lineStarts } from '../text/lines';
import { parseTask, readTask } from '../task/parse';
import { toggleTask } from '../task/toggle';
import { isTemplateLine } from '../note/line-text';
import { scalarText } from '../note/note-date';
import type { NoteRules } from '../note/note-rules';
import { NoteText } from '../note/note-text';
import { readNote } from '../note/read-note';
import { sectionOf } from '../note/section-table';
import { findLine, lineSpan } from './find-line';
import type { OtherLine } from './refusals';
import { AS_IN_NOTES, replaceTask } from './replace-task';
import { planRowAction } from './row-actions';
import { type LinePlace, type NoteActed, type ToggleLine } from './row-plan';
import { refused, type Refused } from './refusals';
import { isClosed } from './task-actions';

export interface CompleteRules {
  readonly rules: NoteRules;
  readonly today: CalendarDate;
  /** The Tasks plugin's own, where it runs: its word goes before ours on a line that both read. */
  readonly toggleLine?: ToggleLine | undefined;
}

/** Toggles the task on a line, by the vault's own statuses, done date, recurrence and `🏁`. */
export function completeTask(
  text: string,
  { path, line }: LinePlace,
  { rules, today, toggleLine }: CompleteRules,
): NoteActed | Refused {
  const starts = lineStarts(text);
  const count = finalLineEnd(text) < text.length ? starts.length - 1 : starts.length;
  if (!Number.isInteger(line) || line < 1 || line > count) {
    return refused({ code: 'no-such-line', path, line, count });
  }
  const [from, to] = lineSpan(text, starts, line);
  const before = text.slice(from, to);
  const refusal = whyNoTask({ text, note: new NoteText(text), path, line, from, before }, rules);
  if (refusal !== null) return completeOtherForm(text, { path, line }, { rules, today, toggleLine }) ?? refusal;
  const after = toggleLine?.(before, path) ?? toggleTask(before, rules.tasks, today, AS_IN_NOTES)?.lines ?? [before];
  return replaceTask(text, { path, line, after }, { rules, today });
}

/** A bullet, a table's row or a marked line that the note reads as a task; null where the line is none. */
function completeOtherForm(text: string, { path, line }: LinePlace, how: CompleteRules): NoteActed | Refused | null {
  const note = readNote(path, text, how.rules);
  const item = note.tasks.find((one) => one.line === line && one.form !== 'checkbox');
  if (item === undefined) return null;
  const source = { path, line, text: item.source };
  const action = { do: isClosed(item.task) ? 'reopen' : 'complete' } as const;
  const plan = planRowAction([source], action, new Map([[path, text]]), { ...how, noteThen: () => note });
  if (plan.outcome === 'refused') return { ...plan, isTask: true };
  return { outcome: 'done', text: plan.edits[0]?.after ?? text, changes: plan.changes };
}

/** A place in a text as it was then. */
interface EarlierPlace extends LinePlace {
  readonly text: string;
}

/** The same for a text that changed since the line was chosen, which must be found again (`findLine`). */
export function completeTaskAgain(
  now: string,
  { path, line, text }: EarlierPlace,
  how: CompleteRules,
): NoteActed | Refused {
  const found = findLine(now, { line, text });
  if (typeof found === 'number') return completeTask(now, { path, line: found }, how);
  const [from, to] = lineSpan(text, lineStarts(text), line);
  const source = text.slice(from, to);
  return refused({ code: 'line-changed', path, source, found: found === 'gone' ? 'gone' : 'unsure' });
}

interface Chosen {
  readonly text: string;
  readonly note: NoteText;
  readonly path: string;
  readonly line: number;
  /** Offset of `before`, the line itself. */
  readonly from: number;
  readonly before: string;
}

/** Whether a line is a task of the note as it is read: in no fence, comment, transcript or managed block. */
export function isTaskLine(text: string, line: number, rules: NoteRules): boolean {
  const [from, to] = lineSpan(text, lineStarts(text), line);
  return (
    whyNoTask({ text, note: new NoteText(text), path: '', line, from, before: text.slice(from, to) }, rules) === null
  );
}

/** Null where the line is a task of the note as it is read. */
function whyNoTask({ text, note, path, line, from, before }: Chosen, rules: NoteRules): Refused | null {
  const frontmatter = readFrontmatter(text);
  if (scalarText(frontmatter.data['throughline']).toLowerCase() === 'false')
    return refused({ code: 'opted-out', path });
  const place = { path, line, source: before };
  const noTask = (is: OtherLine, unclosed: number | null = null): Refused =>
    refused({ code: 'not-a-task', ...place, is, unclosed });
  if (line < frontmatter.bodyLine) return noTask('frontmatter');
  const blocks = scanBlocks(text, frontmatter.bodyFrom, frontmatter.bodyLine, {
    skipUnder: (heading) => sectionOf(note.repair(heading), rules.sections) === 'transcript',
  });
  const item = blocks.find((block) => block.kind === 'item' && block.line === line && block.status >= 0);
  if (item === undefined) {
    const around = blocks.filter((block) => block.line <= line && line <= block.lastLine).pop();
    return noTask(otherLine(around, line, before), around === undefined || around.closed ? null : around.line);
  }
  if (isTemplateLine(before)) return noTask('template');
  const read = readTask(before, { ...rules.tasks, globalFilter: '' }, AS_IN_NOTES);
  if (read === null || from + read.frame.statusFrom !== item.status) return noTask('unknown-checkbox');
  const { globalFilter: filter } = rules.tasks;
  return parseTask(before, rules.tasks, AS_IN_NOTES) === null
    ? refused({ code: 'lacks-filter', ...place, filter, isCheckbox: true })
    : null;
}

/** What is on a line that is not a task. `around` is the innermost block that holds it. */
function otherLine(around: Block | undefined, line: number, before: string): OtherLine {
  // What is skipped below a transcript's heading is in no block.
  if (around === undefined) return before.trim() === '' ? 'blank' : 'transcript';
  if (around.kind === 'item') return line > around.line ? 'further-line' : 'no-checkbox';
  return around.kind;
}
