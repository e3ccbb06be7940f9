/**
 * Ticking a task where it stands: a note's text and a line in, the change of that one line out.
 *
 *     ## Action items                                              1
 *     - [ ] Water ferns 🔁 every week 📅 2025-03-14                2   becomes two lines, with this line's own line end
 *     - [ ] Send minutes                                           3   every other byte stays
 *
 * What is a task is decided as it is for reading notes: a checkbox in a fence, a comment, a transcript or a managed
 * block is none. `complete-task` does not know what happens to the file meanwhile; `completeTaskAgain` finds the line
 * in a text that moved on.
 */
import { type Block, type BlockKind, scanBlocks } from '../text/blocks';
import type { CalendarDate } from '../text/calendar-date';
import { readFrontmatter } from '../text/frontmatter';
import { finalLineEnd, lineEnd, lineEnding, lineStarts } from '../text/lines';
import { withoutComments } from '../text/plain-text';
import { parseTask, readTask, type ParseOptions } from '../task/parse';
import { toggleTask } from '../task/toggle';
import { isTemplateLine } from '../note/line-text';
import { scalarText } from '../note/note-date';
import type { NoteRules } from '../note/note-rules';
import { NoteText } from '../note/note-text';
import { sectionOf } from '../note/section-table';
import { findLine, lineSpan } from './find-line';
import type { FileEdit } from './plan';

export interface TaskPlace {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** What another toggle makes of a task line: the lines in its place, or null where it has nothing to say. */
export type ToggleLine = (line: string, path: string) => readonly string[] | null;

export interface CompleteRules {
  readonly rules: NoteRules;
  readonly today: CalendarDate;
  /** The Tasks plugin's own, where it runs: its word goes before ours on a line that both read. */
  readonly toggleLine?: ToggleLine | undefined;
}

/** What becomes of a task. Lines are without their line ends. */
export interface TaskChange {
  readonly outcome: 'toggled';
  /** Where it stood. */
  readonly line: number;
  readonly before: string;
  /** What stands in its place: one line, two when it recurs, none when `🏁 delete` takes it. */
  readonly after: readonly string[];
  /** `after` equals `before` where the vault's statuses lead from this one to itself. */
  readonly edit: FileEdit;
}

/** Nothing is changed. Both texts are parts of a sentence, to be joined by `; `. */
export interface NoTask {
  readonly outcome: 'no-task';
  readonly why: string;
  readonly wayOut: string;
}

/** Toggles the task on a line, by the vault's own statuses, done date, recurrence and `🏁`. */
export function completeTask(
  text: string,
  { path, line }: TaskPlace,
  { rules, today, toggleLine }: CompleteRules,
): TaskChange | NoTask {
  const place = `${path}:${line}`;
  const starts = lineStarts(text);
  const count = finalLineEnd(text) < text.length ? starts.length - 1 : starts.length;
  if (!Number.isInteger(line) || line < 1 || line > count) {
    return noTask(
      `there is no line ${line} in ${path}, which has ${count} ${count === 1 ? 'line' : 'lines'}`,
      'lines are counted from 1, frontmatter included',
    );
  }
  const [from, to] = lineSpan(text, starts, line);
  const before = text.slice(from, to);
  const note = new NoteText(text);
  const refusal = whyNoTask({ text, note, line, from, before, place }, rules);
  if (refusal !== null) return refusal;

  const toggled = toggleTask(before, rules.tasks, today, AS_IN_NOTES);
  const asRead = (one: string): string => withoutComments(note.repair(one));
  const meant = asRead(before) === before ? toggled : toggleTask(asRead(before), rules.tasks, today, AS_IN_NOTES);
  if (toggled === null || meant === null || !sayTheSame(toggled.lines.map(asRead), meant.lines, rules)) {
    return note.repair(before) === before
      ? noTask(
          `the task at ${place} has a comment behind its dates or recurrence, which hides them from the Tasks plugin, ${quoted(before)}`,
          'move the comment to the front first',
        )
      : noTask(
          `the task at ${place} has damaged characters in its dates or recurrence, ${quoted(before)}`,
          'mend that line first',
        );
  }
  const after = toggleLine?.(before, path) ?? toggled.lines;
  const recompute = (now: string): string | null => {
    const outcome = completeTaskAgain(now, { path, line, text }, { rules, today, toggleLine });
    return outcome.outcome === 'toggled' ? outcome.edit.after : null;
  };
  return {
    outcome: 'toggled',
    line,
    before,
    after,
    edit: { path, before: text, after: replaceLine(text, { starts, line, after }), recompute },
  };
}

/** A place in a text as it was then. */
export interface EarlierPlace extends TaskPlace {
  readonly text: string;
}

/** The same for a text that changed since the line was chosen, which must be found again (`findLine`). */
export function completeTaskAgain(
  now: string,
  { path, line, text }: EarlierPlace,
  how: CompleteRules,
): TaskChange | NoTask {
  const found = findLine(now, { line, text });
  if (typeof found === 'number') return completeTask(now, { path, line: found }, how);
  const [from, to] = lineSpan(text, lineStarts(text), line);
  const why = found === 'gone' ? 'and no longer holds that line' : 'and holds that line more than once';
  return noTask(
    `${path} changed meanwhile ${why}, ${quoted(text.slice(from, to))}`,
    'nothing was written, look at the note and choose the line again',
  );
}

const AS_IN_NOTES: ParseOptions = { lenient: true, bothForms: true };

function noTask(why: string, wayOut: string): NoTask {
  return { outcome: 'no-task', why, wayOut };
}

interface Chosen {
  readonly text: string;
  readonly note: NoteText;
  readonly line: number;
  /** Offset of `before`, the line itself. */
  readonly from: number;
  readonly before: string;
  readonly place: string;
}

/** Whether a line is a task of the note as it is read: in no fence, comment, transcript or managed block. */
export function isTaskLine(text: string, line: number, rules: NoteRules): boolean {
  const [from, to] = lineSpan(text, lineStarts(text), line);
  return (
    whyNoTask({ text, note: new NoteText(text), line, from, before: text.slice(from, to), place: '' }, rules) === null
  );
}

/** Null where the line is a task of the note as it is read. */
function whyNoTask({ text, note, line, from, before, place }: Chosen, rules: NoteRules): NoTask | null {
  const frontmatter = readFrontmatter(text);
  if (scalarText(frontmatter.data['throughline']).toLowerCase() === 'false') {
    return noTask(
      `${place} is in a note that says “throughline: false” and is left alone`,
      'take that line out of its frontmatter first',
    );
  }
  const stands = (what: string, wayOut = CHECKBOX): NoTask =>
    noTask(`no task stands at ${place} but ${what}${before.trim() === '' ? '' : `, ${quoted(before)}`}`, wayOut);
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

/** Enough to recognise the line by. */
const QUOTED = 80;

/** A line in a sentence, cut where it is long. */
export function quoted(line: string): string {
  const characters = Array.from(line.trim().slice(0, 2 * QUOTED + 2));
  return characters.length <= QUOTED ? `“${characters.join('')}”` : `“${characters.slice(0, QUOTED - 1).join('')}…”`;
}

/**
 * Whether lines as toggled read like those that were meant: what a comment or damage hides from `toggleTask` would be
 * left behind.
 */
function sayTheSame(lines: readonly string[], meant: readonly string[], { tasks }: NoteRules): boolean {
  const said = (line: string | undefined): string =>
    JSON.stringify(line === undefined ? null : parseTask(line, tasks, AS_IN_NOTES));
  return (
    lines.length === meant.length &&
    lines.every((line, index) => line === meant[index] || said(line) === said(meant[index]))
  );
}

/**
 * The text with other lines in the place of one; a line that goes takes its line end along, the last one the end before
 * it.
 */
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
