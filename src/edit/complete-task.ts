/**
 * Ticking a task where it stands: a note's text and a line in, the change of that one line out.
 *
 *     ## Action items                                              1
 *     - [ ] Water ferns 🔁 every week 📅 2025-03-14                2   becomes two lines, with this line's own line end
 *     - [ ] Send minutes                                           3   every other byte stays
 *
 * What is a task is decided as it is for reading notes: a checkbox in a fence, a comment, a transcript or a managed
 * block is none. A task that is no checkbox is completed in its form (`task-forms`). `complete-task` does not know what happens to the file meanwhile; `completeTaskAgain` finds the line
 * in a text that moved on.
 */
import { scanBlocks } from '../text/blocks';
import type { Block, BlockKind } from '../text/block';
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
import { quoted } from './quoted';
import { AS_IN_NOTES, replaceTask } from './replace-task';
import { planRowAction } from './row-actions';
import { declined, type Declined, type LinePlace, type NoteActed, type ToggleLine } from './row-plan';
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
): NoteActed | Declined {
  const starts = lineStarts(text);
  const count = finalLineEnd(text) < text.length ? starts.length - 1 : starts.length;
  if (!Number.isInteger(line) || line < 1 || line > count) {
    return declined(
      { path, line },
      `there is no line ${line} in ${path}, which has ${count} ${count === 1 ? 'line' : 'lines'}`,
      'lines are counted from 1, frontmatter included',
    );
  }
  const [from, to] = lineSpan(text, starts, line);
  const before = text.slice(from, to);
  const refusal = whyNoTask({ text, note: new NoteText(text), path, line, from, before }, rules);
  if (refusal !== null) return completeOtherForm(text, { path, line }, { rules, today, toggleLine }) ?? refusal;
  const after = toggleLine?.(before, path) ?? toggleTask(before, rules.tasks, today, AS_IN_NOTES)?.lines ?? [before];
  return replaceTask(text, { path, line, after }, { rules, today });
}

/** A bullet, a table's row or a marked line that the note reads as a task; null where the line is none. */
function completeOtherForm(text: string, { path, line }: LinePlace, how: CompleteRules): NoteActed | Declined | null {
  const note = readNote(path, text, how.rules);
  const item = note.tasks.find((one) => one.line === line && one.form !== 'checkbox');
  if (item === undefined) return null;
  const source = { path, line, text: item.source };
  const action = { do: isClosed(item.task) ? 'reopen' : 'complete' } as const;
  const plan = planRowAction([source], action, new Map([[path, text]]), { ...how, noteThen: () => note });
  if (plan.outcome === 'declined') return { ...plan, isTask: true };
  return { outcome: 'acted', text: plan.edits[0]?.after ?? text, changes: plan.changes };
}

/** A place in a text as it was then. */
export interface EarlierPlace extends LinePlace {
  readonly text: string;
}

/** The same for a text that changed since the line was chosen, which must be found again (`findLine`). */
export function completeTaskAgain(
  now: string,
  { path, line, text }: EarlierPlace,
  how: CompleteRules,
): NoteActed | Declined {
  const found = findLine(now, { line, text });
  if (typeof found === 'number') return completeTask(now, { path, line: found }, how);
  const [from, to] = lineSpan(text, lineStarts(text), line);
  const why = found === 'gone' ? 'and no longer holds that line' : 'and holds that line more than once';
  return declined(
    { path, line },
    `${path} changed meanwhile ${why}, ${quoted(text.slice(from, to))}`,
    'nothing was written, look at the note and choose the line again',
  );
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
function whyNoTask({ text, note, path, line, from, before }: Chosen, rules: NoteRules): Declined | null {
  const place = `${path}:${line}`;
  const frontmatter = readFrontmatter(text);
  if (scalarText(frontmatter.data['throughline']).toLowerCase() === 'false') {
    return declined(
      { path, line },
      `${place} is in a note that says “throughline: false” and is left alone`,
      'take that line out of its frontmatter first',
    );
  }
  const stands = (what: string, wayOut = CHECKBOX): Declined =>
    declined(
      { path, line },
      `no task is at ${place} but ${what}${before.trim() === '' ? '' : `, ${quoted(before)}`}`,
      wayOut,
    );
  if (line < frontmatter.bodyLine) return stands('frontmatter');
  const blocks = scanBlocks(text, frontmatter.bodyFrom, frontmatter.bodyLine, {
    skipUnder: (heading) => sectionOf(note.repair(heading), rules.sections) === 'transcript',
  });
  const item = blocks.find((block) => block.kind === 'item' && block.line === line && block.status >= 0);
  if (item === undefined) {
    const around = blocks.filter((block) => block.line <= line && line <= block.lastLine).pop();
    return stands(
      standing(around, line, before),
      around?.kind === 'managed' ? 'choose the line its link leads to' : CHECKBOX,
    );
  }
  if (isTemplateLine(before)) return stands('a line of a template');
  const read = readTask(before, { ...rules.tasks, globalFilter: '' }, AS_IN_NOTES);
  if (read === null || from + read.frame.statusFrom !== item.status)
    return stands('a checkbox that the Tasks format does not know');
  const { globalFilter } = rules.tasks;
  if (parseTask(before, rules.tasks, AS_IN_NOTES) === null)
    return stands(
      `a checkbox without “${globalFilter}”`,
      `add that to the line, for it is the global filter of the vault’s Tasks settings`,
    );
  return null;
}

const CHECKBOX = 'give the line of a checkbox, such as “- [ ] Send minutes”';

/**
 * What stands on a line that is no task, as it is called in a sentence. `around` is the innermost block that holds it.
 */
function standing(around: Block | undefined, line: number, before: string): string {
  // What a transcript's heading passes over is in no block.
  if (around === undefined) return before.trim() === '' ? 'a blank line' : IN_BLOCKS.transcript;
  if (around.kind === 'item')
    return line > around.line ? 'a further line of a list item' : 'a list item without a checkbox';
  const open = around.closed ? '' : ` that opens in line ${around.line} and is never closed`;
  return IN_BLOCKS[around.kind] + open;
}

const IN_BLOCKS: Readonly<Record<Exclude<BlockKind, 'item'>, string>> = {
  heading: 'a heading',
  paragraph: 'plain text',
  rule: 'a rule',
  code: 'a line of a code block',
  html: 'a line of HTML',
  definition: 'a link definition',
  comment: 'a line of a comment',
  math: 'a line of a formula',
  transcript: 'a line of the transcript',
  managed: 'a row that Throughline wrote',
};
