/**
 * What is done to a row, as a plan of edits of the lines it comes from: all of them, or none. `row-actions` is where
 * every place that shows rows (views, pages, briefs, the command line) sends what a person does to one.
 *
 *     row   Confirm the Lisbon dates · asked 14 Oct, again 28 Oct            due 2025-11-07
 *             Meetings/2025-10-14 Dana.md:18   - [ ] Confirm the Lisbon dates @Dana Fox      + 📅 2025-11-07
 *             Meetings/2025-10-28 Dana.md:21   - [ ] Confirm the Lisbon dates @Dana Fox      + 📅 2025-11-07
 *
 * A line is found by `findItem`, which is sure or declines. What comes of an edit is read back: the line says what was
 * wanted, and every other line of the note says what it said.
 */
import type { Item, Note, TaskItem } from '../note/note';
import { readNote } from '../note/read-note';
import type { CalendarDate } from '../text/calendar-date';
import { findItem } from './find-item';
import type { FileEdit } from './plan';
import { ACTS_ON, type RowAction } from './row-action';
import type { ChangedLine, NoteActed, RowActionPlan } from './row-plan';
import { isRefused, refused, type Refused } from './refusals';
import { isClosed } from './task-actions';
import { pushInto } from '../text/push-into';
import { actOnLine, listOf, type RowActionRules, type RowSource } from './act-on-line';

/**
 * `sources`: a row's, the newest last. `texts`: its notes as they are now. Sources that already say what is wanted, and
 * copies that were settled before, stay as they are.
 */
export function planRowAction(
  sources: readonly RowSource[],
  action: RowAction,
  texts: ReadonlyMap<string, string>,
  how: RowActionRules,
): RowActionPlan | Refused {
  return planRowActions([sources], action, texts, how);
}

/** The same for several rows, each given by its sources: all of them, or none. */
export function planRowActions(
  rows: readonly (readonly RowSource[])[],
  action: RowAction,
  texts: ReadonlyMap<string, string>,
  how: RowActionRules,
): RowActionPlan | Refused {
  const notes = new Map<string, Note>();
  const wanted: RowSource[] = [];
  for (const sources of rows) {
    const located: Located[] = [];
    for (const [path, places] of byPath(sources)) {
      const text = texts.get(path);
      if (text === undefined) return refused({ code: 'note-gone', path });
      const note = notes.get(path) ?? readNote(path, text, how.rules);
      notes.set(path, note);
      for (const source of places) {
        const item = locate(source, action, note, how);
        if (isRefused(item)) return item;
        located.push({ source, item });
      }
    }
    located.sort((a, b) => sources.indexOf(a.source) - sources.indexOf(b.source));
    wanted.push(...chosen(located, action));
  }
  const changes: ChangedLine[] = [];
  const edits: FileEdit[] = [];
  for (const [path, places] of byPath(wanted)) {
    const before = texts.get(path) ?? '';
    const acted = actInNote(path, before, places, action, how);
    if (acted.outcome === 'refused') return acted;
    changes.push(...acted.changes);
    if (acted.text !== before) edits.push({ path, before, after: acted.text });
  }
  return {
    outcome: 'planned',
    changes,
    edits,
    again: (path, now) =>
      actInNote(
        path,
        now,
        wanted.filter((source) => source.path === path),
        action,
        how,
      ),
  };
}

/** One note's part: its text with all of `sources`, lines of it, acted on. */
function actInNote(
  path: string,
  now: string,
  sources: readonly RowSource[],
  action: RowAction,
  how: RowActionRules,
): NoteActed | Refused {
  let text = now;
  let note = readNote(path, text, how.rules);
  const lines = new Map<number, RowSource>();
  for (const source of sources) {
    const item = locate(source, action, note, how);
    if (isRefused(item)) return item;
    lines.set(item.line, source);
  }
  const changes: ChangedLine[] = [];
  // From below, so that the lines above stay where they were found.
  for (const [line, source] of [...lines].sort(([a], [b]) => b - a)) {
    const step = actOnLine({ path, text, note, line, source }, action, how);
    if (step.outcome === 'refused') return step;
    if (step.text === text) continue;
    changes.unshift(...step.changes);
    text = step.text;
    note = step.note;
  }
  return { outcome: 'done', text, changes };
}

interface Located {
  readonly source: RowSource;
  readonly item: Item;
}

function byPath(sources: readonly RowSource[]): Map<string, RowSource[]> {
  const found = new Map<string, RowSource[]>();
  for (const source of sources) {
    pushInto(found, source.path, source);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The line as the note has it now, as what the action is for. */
function locate(source: RowSource, action: RowAction, note: Note, { noteThen }: RowActionRules): Item | Refused {
  const { path, text } = source;
  const at = note.ignored ? 'gone' : findItem(noteThen(path), source, note);
  if (at === 'gone' || at === 'unsure') return refused({ code: 'line-changed', path, source: text, found: at });
  const item = listOf(note, action).find(({ line }) => line === at);
  return item ?? refused({ code: 'line-is-other', path, line: at, source: text, wanted: ACTS_ON[action.do] });
}

/**
 * The sources that are acted on. What was settled before is history and stays: an open row's done copies keep their
 * dates and owners, and a row that is opened again opens what was done on the day it was closed. Of a task that recurs
 * all open copies are closed, and one next line is written.
 */
function chosen(located: readonly Located[], action: RowAction): readonly RowSource[] {
  const sourcesOf = (some: readonly Located[]): readonly RowSource[] => some.map(({ source }) => source);
  if (ACTS_ON[action.do] !== 'task') return sourcesOf(located);
  const taskOf = ({ item }: Located): TaskItem['task'] => (item as TaskItem).task;
  const closed = located.filter((one) => isClosed(taskOf(one)));
  if (action.do === 'reopen') {
    const last = closed[closed.length - 1];
    const day = last === undefined ? null : closedOn(taskOf(last));
    // What has no such day was closed with its copies in the same note.
    const withLast = (one: Located): boolean =>
      closedOn(taskOf(one)) === day && (day !== null || one.source.path === last?.source.path);
    return sourcesOf(closed.filter(withLast));
  }
  const open = located.filter((one) => !closed.includes(one));
  if (open.length === 0) return action.do === 'complete' || action.do === 'dismiss' ? [] : sourcesOf(located);
  const recurring = open.filter((one) => taskOf(one).recurrence !== null);
  const older = new Set(action.do === 'complete' ? recurring.slice(0, -1) : []);
  return open.map((one) => (older.has(one) ? { ...one.source, isOlderCopy: true } : one.source));
}

function closedOn({ done, cancelled }: TaskItem['task']): CalendarDate | null {
  return done ?? cancelled;
}
