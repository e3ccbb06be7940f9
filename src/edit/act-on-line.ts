/**
 * What is done to one line of a note, read back: the line says what was wanted, and every other line of the note says
 * what it said. Which lines those are is decided in `row-actions`.
 */
import type { Item, Note, Question, Raise, TaskItem } from '../note/note';
import type { NoteRules } from '../note/note-rules';
import { isClosed as isClosedStatus } from '../note/questions';
import { readNote } from '../note/read-note';
import type { CalendarDate } from '../text/calendar-date';
import { lineStarts } from '../text/lines';
import { parseTask, readTask } from '../task/parse';
import type { Source } from '../vault-index/rows';
import { answerQuestion } from './answer-question';
import { itemsOf } from './find-item';
import { lineSpan } from './find-line';
import { closedWithoutWords, pinned, struckThrough, unpinned } from './line-actions';
import { AS_IN_NOTES, replaceTask } from './replace-task';
import { ACTS_ON, type RowAction } from './row-action';
import { type ChangedLine, type ToggleLine } from './row-plan';
import { saidElsewhere } from './said-elsewhere';
import { type Ended, refused, type Refused } from './refusals';
import { actOnTask, isClosed, itemSaysSo } from './task-actions';
import { actOnForm } from './task-forms';

/** A line that a row comes from, as the index has it. */
export interface RowSource extends Pick<Source, 'path' | 'line' | 'text'> {
  /** An older copy of a task that recurs: the newest writes the next line. */
  readonly isOlderCopy?: boolean;
}

export interface RowActionRules {
  readonly rules: NoteRules;
  readonly today: CalendarDate;
  /** The note as the index read it, from which the row was made. */
  readonly noteThen: (path: string) => Note | null;
  /** The Tasks plugin's own toggle, where it runs. */
  readonly toggleLine?: ToggleLine | undefined;
}

interface Chosen {
  readonly path: string;
  readonly text: string;
  readonly note: Note;
  readonly line: number;
  readonly source: RowSource;
}

interface Step extends Ended<'done'> {
  readonly text: string;
  readonly note: Note;
  readonly changes: readonly ChangedLine[];
}

export function listOf({ tasks, questions, raises }: Note, action: RowAction): readonly Item[] {
  const lists: Readonly<Record<(typeof ACTS_ON)[RowAction['do']], readonly Item[]>> = {
    task: tasks,
    question: questions,
    raise: raises,
  };
  return lists[ACTS_ON[action.do]];
}

export function actOnLine(at: Chosen, action: RowAction, how: RowActionRules): Step | Refused {
  const target = ACTS_ON[action.do];
  if (target === 'task') return actOnTaskLine(at, action, how);
  const item = listOf(at.note, action).find(({ line }) => line === at.line);
  if (item === undefined) return unable(at);
  if (target === 'raise')
    return (item as Raise).done
      ? unchanged(at)
      : tryLines(at, raisedLines(at, how), how, {
          isMeant: (note) => !note.raises.some(({ line, done }) => line === at.line && !done),
        });
  const question = item as Question;
  const asked = (note: Note, isMeant: (now: Question) => boolean): boolean =>
    note.questions.some((one) => one.line === at.line && one.text.trim() !== '' && isMeant(one));
  if (action.do === 'pin')
    return question.pinned
      ? unchanged(at)
      : tryLines(at, pinned(item.source), how, {
          isMeant: (note) => asked(note, (now) => now.pinned && now.answered === question.answered),
        });
  if (action.do === 'drop')
    return question.answered
      ? unchanged(at)
      : tryLines(at, droppedLines(at, how), how, {
          isMeant: (note) => note.questions.some((now) => now.line === at.line && now.answered && now.answer === null),
        });
  if (action.do === 'unpin')
    return question.pinned
      ? tryLines(at, unpinned(item.source), how, {
          isMeant: (note) => asked(note, (now) => !now.pinned && now.answered === question.answered),
        })
      : unchanged(at);
  return action.do === 'answer' && !question.answered
    ? answered(at, action.answer.replace(/\s+/g, ' ').trim(), how)
    : unchanged(at);
}

function actOnTaskLine(at: Chosen, action: RowAction, { rules, today, toggleLine }: RowActionRules): Step | Refused {
  const { path, text, note, line, source } = at;
  const item = note.tasks.find((one) => one.line === line);
  if (item === undefined) return unable(at);
  const [from, to] = lineSpan(text, lineStarts(text), line);
  const before = text.slice(from, to);
  const { tasks, proposedBy, words } = rules;
  const acted = actOnForm({ path, line, text, before, item }, action, {
    path,
    tasks,
    proposedBy,
    words,
    today,
    toggleLine,
  });
  if (acted === null) return unable(at);
  if (acted.outcome === 'refused') return acted;
  const after = source.isOlderCopy === true ? acted.after.filter((one) => isDone(one, rules)) : acted.after;
  const people = item.meeting === null ? [] : (note.meetings[item.meeting]?.names ?? []);
  const isMeantBy = (one: TaskItem): boolean => itemSaysSo(one, action, { tasks, proposedBy, people });
  if (after.length === 1 && after[0] === before) return isMeantBy(item) ? unchanged(at) : unable(at);
  const replaced = replaceTask(text, { path, line, after, asTask: acted.asTask }, { rules, today });
  if (replaced.outcome === 'refused') return replaced;
  const next = readNote(path, replaced.text, rules);
  const made = next.tasks.filter((one) => one.line >= line && one.line < line + after.length);
  const isMeant = after.length === 0 || made.some(isMeantBy);
  if (!isMeant || !sameElsewhere(note, next, { line, count: after.length })) return unable(at);
  return { outcome: 'done', text: replaced.text, note: next, changes: replaced.changes };
}

function isDone(line: string, { tasks }: NoteRules): boolean {
  const task = parseTask(line, tasks, AS_IN_NOTES);
  return task !== null && isClosed(task);
}

/** With words a line below, else on its own line; a checkbox is ticked as well, so that it is open nowhere. */
function answered(at: Chosen, answer: string, how: RowActionRules): Step | Refused {
  const { path, text, note, line, source } = at;
  const { rules, today } = how;
  const box = boxAt(at, how);
  const isAnswered = (now: Note): boolean => now.questions.some((one) => one.line === line && one.answered);
  if (answer === '')
    return tryLines(at, box === null ? closedWithoutWords(source.text, today) : [box], how, { isMeant: isAnswered });
  const written = answerQuestion(
    text,
    { path, line, text: source.text, then: text, answer: `${answer} [answered:: ${today}]` },
    rules,
  );
  if (written === null) return unable(at);
  const below = changedBelow(text, written);
  const step: Step = {
    outcome: 'done',
    text: written,
    note: readNote(path, written, rules),
    changes: [
      below === null
        ? { path, line, before: source.text, after: [source.text] }
        : { path, line, before: source.text, after: [source.text, below] },
    ],
  };
  if (box === null) return step;
  const ticked = tryLines({ ...at, text: written, note: step.note }, [box], how, { isMeant: isAnswered });
  if (ticked.outcome === 'refused' || !sameElsewhere(note, ticked.note, { line, count: 1 })) return step;
  return {
    ...ticked,
    changes: [{ path, line, before: source.text, after: [box, ...(below === null ? [] : [below])] }],
  };
}

/** The line that came with an answer. */
function changedBelow(before: string, after: string): string | null {
  const known = lineStarts(before).map((_, at, starts) => before.slice(...lineSpan(before, starts, at + 1)));
  const starts = lineStarts(after);
  const at = starts.findIndex((_, index) => after.slice(...lineSpan(after, starts, index + 1)) !== known[index]);
  return at < 0 ? null : after.slice(...lineSpan(after, starts, at + 1));
}

/**
 * A checkbox's line as it reads when it is ticked, or cancelled: by the vault's own statuses and done date. Null where
 * there is none, or it recurs.
 */
function boxAt(
  { path, source }: Chosen,
  { rules, today, toggleLine }: RowActionRules,
  becomes: 'complete' | 'dismiss' = 'complete',
): string | null {
  const tasks = { ...rules.tasks, globalFilter: '' };
  const read = readTask(source.text, tasks, AS_IN_NOTES);
  if (read === null || isClosedStatus(read.task.status, rules.tasks)) return null;
  const [only, ...others] =
    actOnTask(
      source.text,
      read.task,
      { do: becomes },
      {
        path,
        tasks,
        proposedBy: rules.proposedBy,
        today,
        toggleLine: read.recurrence === null ? toggleLine : undefined,
      },
    ) ?? [];
  return only === undefined || others.length > 0 ? null : only;
}

/** A cancelled checkbox; else words that are struck through, and are one's answer no more. */
function droppedLines(at: Chosen, how: RowActionRules): readonly string[] {
  const box = boxAt(at, how, 'dismiss');
  return [...(box === null ? [] : [box]), ...struckThrough(at.source.text)];
}

function raisedLines(at: Chosen, how: RowActionRules): readonly string[] {
  const box = boxAt(at, how);
  return box === null ? struckThrough(at.source.text) : [box];
}

/** The first of the lines with which the note says what is meant, and says nothing else new. */
function tryLines(
  at: Chosen,
  lines: readonly string[],
  { rules }: RowActionRules,
  { isMeant }: { readonly isMeant: (note: Note) => boolean },
): Step | Refused {
  const { path, text, note, line } = at;
  const [from, to] = lineSpan(text, lineStarts(text), line);
  for (const after of lines) {
    const edited = text.slice(0, from) + after + text.slice(to);
    const next = readNote(path, edited, rules);
    if (isMeant(next) && sameElsewhere(note, next, { line, count: 1 }))
      return {
        outcome: 'done',
        text: edited,
        note: next,
        changes: [{ path, line, before: text.slice(from, to), after: [after] }],
      };
  }
  return unable(at);
}

/** Whether all lines but one say what they said; `count` lines are in that one's place. */
function sameElsewhere(
  before: Note,
  after: Note,
  { line, count }: { readonly line: number; readonly count: number },
): boolean {
  return (
    saidElsewhere(before, (item) => isAt(item, line, 1)) === saidElsewhere(after, (item) => isAt(item, line, count)) &&
    itemsOf(after).filter((item) => isAt(item, line, count)).length <= Math.max(count, 1)
  );
}

function isAt(item: Item, line: number, count: number): boolean {
  return item.line >= line && item.line < line + count;
}

function unchanged({ text, note }: Chosen): Step {
  return { outcome: 'done', text, note, changes: [] };
}

function unable({ path, line, source }: Chosen): Refused {
  return refused({ code: 'line-cannot-take', path, line, source: source.text });
}
