/**
 * Actions on one task line: the line in, the lines that take its place out.
 *
 *     due      - [ ] Send draft @Bo 📅 2025-10-31      →    - [ ] Send draft @Bo 📅 2025-11-07
 *     accept   - [?] Send draft @Bo #proposed          →    - [ ] Send draft @Bo
 *     owner    - [ ] Send draft @Bo 📅 2025-10-31      →    - [ ] Send draft @[[Ann Lee]] 📅 2025-10-31
 *     complete - [ ] Water ferns 🔁 every week 📅 …    →    the next copy, and the one that is done
 */
import { namesOfOwner } from '../note/names';
import type { Name, OwnerCandidate, TaskItem } from '../note/note';
import type { CalendarDate } from '../text/calendar-date';
import { parseTask } from '../task/parse';
import { isProposed, nextCopyStatus, nextStatus, type ProposedBy, statusOf } from '../task/status';
import type { StatusType, Task } from '../task/task';
import { setDate, setOwner, setPriority, setStatus } from '../task/task-edit';
import type { TaskRules } from '../task/tasks-settings';
import { moveToStatus } from '../task/toggle';
import { AS_IN_NOTES } from './replace-task';
import type { RowAction } from './row-action';
import type { ToggleLine } from './row-plan';

export interface TaskActionRules {
  readonly path: string;
  readonly tasks: TaskRules;
  readonly proposedBy: ProposedBy;
  readonly today: CalendarDate;
  /** The Tasks plugin's own toggle, where it runs. */
  readonly toggleLine?: ToggleLine | undefined;
}

/** The lines in the task's place, the line itself where it says so already; null where it cannot take the change. */
export function actOnTask(line: string, task: Task, action: RowAction, how: TaskActionRules): readonly string[] | null {
  const { tasks, today } = how;
  const one = (edited: string | null): readonly string[] | null => (edited === null ? null : [edited]);
  switch (action.do) {
    case 'complete':
      return isClosed(task) ? [line] : done(line, task, how);
    case 'reopen':
      return isClosed(task)
        ? (moveToStatus(line, openSymbol(task, tasks), tasks, today, AS_IN_NOTES)?.lines ?? null)
        : [line];
    case 'accept':
      return one(accepted(line, task, how));
    case 'dismiss':
      return isClosed(task) ? [line] : dismissed(line, how);
    case 'due':
      return task.due === action.date && !task.invalidDates.includes('due')
        ? [line]
        : one(setDate(line, 'due', action.date, tasks, AS_IN_NOTES));
    case 'snooze':
      return one(snoozed(line, task, action.until, tasks));
    case 'priority':
      return task.priority === action.priority ? [line] : one(setPriority(line, action.priority, tasks, AS_IN_NOTES));
    case 'owner':
      return isSame(task.owners, action.owners) ? [line] : one(setOwner(line, action.owners, tasks, AS_IN_NOTES));
    default:
      return null;
  }
}

/** Whether the task says what the action wanted, with all that is said about it; `people` were at its meeting. */
export function itemSaysSo(
  item: TaskItem,
  action: RowAction,
  how: Pick<TaskActionRules, 'tasks' | 'proposedBy'> & { readonly people: readonly Name[] },
): boolean {
  if (action.do !== 'owner') return saysSo(item.task, action, how);
  // A column, a child or words in front may go before what was written.
  const first = item.candidates.find((candidate) => namesSomebody(candidate, how.people));
  if (first === undefined || first.place === 'run') return isSame(item.task.owners, action.owners);
  const meant = action.owners.flatMap((owner) => namesOfOwner(owner, item.line));
  const spelled = ({ text, target }: Name): string => `${text}\n${target ?? ''}`;
  return first.place === 'column' && isSame(first.names.map(spelled), meant.map(spelled));
}

const PLAINLY: ReadonlySet<OwnerCandidate['by']> = new Set<OwnerCandidate['by']>(['field', 'label', 'handle', 'link']);

/** Not every word in a name's place is one: a person of the meeting is, and what is plainly given as a name. */
function namesSomebody({ by, names }: OwnerCandidate, people: readonly Name[]): boolean {
  const isOf = (name: string, other: string): boolean => name === other || other.startsWith(`${name} `);
  return PLAINLY.has(by) || names.some(({ text }) => people.some((there) => isOf(text, there.text)));
}

function saysSo(
  task: Task,
  action: RowAction,
  { tasks, proposedBy }: Pick<TaskActionRules, 'tasks' | 'proposedBy'>,
): boolean {
  switch (action.do) {
    case 'complete':
      return isClosed(task);
    case 'reopen':
      return !isClosed(task);
    case 'accept':
      return !isProposed(task, tasks.statuses, proposedBy);
    case 'dismiss':
      return isClosed(task);
    case 'due':
      return task.due === action.date;
    case 'snooze':
      return snoozedDates(task, action.until).every(({ field }) => task[field] === action.until);
    case 'priority':
      return task.priority === action.priority;
    case 'owner':
      return isSame(task.owners, action.owners);
    default:
      return false;
  }
}

const CLOSED: ReadonlySet<StatusType> = new Set<StatusType>(['DONE', 'CANCELLED', 'NON_TASK']);

export function isClosed({ statusType }: Pick<Task, 'statusType'>): boolean {
  return CLOSED.has(statusType);
}

/**
 * The dates that a snooze moves to its day: when it is planned for (scheduled, else start) where that is written, else
 * when it is due. A due date that would pass meanwhile moves along: a task that is late while it sleeps is not out of
 * sight.
 */
export function snoozedDates(
  { scheduled, start, due }: Pick<Task, 'scheduled' | 'start' | 'due'>,
  until: CalendarDate,
): readonly { readonly field: 'scheduled' | 'start' | 'due' }[] {
  const planned = scheduled !== null ? 'scheduled' : start !== null ? 'start' : null;
  if (planned === null) return [{ field: 'due' }];
  return due !== null && due < until ? [{ field: planned }, { field: 'due' }] : [{ field: planned }];
}

function snoozed(line: string, task: Task, until: CalendarDate, tasks: TaskRules): string | null {
  let edited: string | null = line;
  for (const { field } of snoozedDates(task, until))
    edited = edited === null || task[field] === until ? edited : setDate(edited, field, until, tasks, AS_IN_NOTES);
  return edited;
}

/** The Tasks plugin's word goes before ours where it leads to done; its chain may lead elsewhere first. */
function done(line: string, task: Task, { path, tasks, today, toggleLine }: TaskActionRules): readonly string[] | null {
  const theirs = toggleLine?.(line, path) ?? null;
  const isDone = (one: string): boolean => parseTask(one, tasks, AS_IN_NOTES)?.statusType === 'DONE';
  if (
    theirs !== null &&
    (theirs.some(isDone) || (task.onCompletion === 'delete' && theirs.every((one) => one !== line)))
  )
    return theirs;
  return moveToStatus(line, doneSymbol(task, tasks), tasks, today, AS_IN_NOTES)?.lines ?? null;
}

/** The first DONE along the status's own chain, else the vault's first. */
function doneSymbol({ status: symbol }: Task, { statuses }: TaskRules): string {
  let status = statusOf(symbol, statuses);
  for (let step = 0; step <= statuses.length; step++) {
    status = nextStatus(status, statuses);
    if (status.type === 'DONE') return status.symbol;
  }
  return statuses.find(({ type }) => type === 'DONE')?.symbol ?? 'x';
}

/**
 * Without the status and the tag that make it a proposal; the line itself where it is none. Null where a tag is
 * where it cannot go.
 */
function accepted(line: string, task: Task, { tasks, proposedBy }: TaskActionRules): string | null {
  if (!isProposed(task, tasks.statuses, proposedBy)) return line;
  const byStatus = isProposed({ status: task.status, tags: [] }, tasks.statuses, proposedBy);
  const plain = byStatus ? setStatus(line, plainSymbol(tasks), tasks, AS_IN_NOTES) : line;
  if (plain === null) return null;
  const words = plain.split(/(\s+)/);
  const isTag = (word: string | undefined): boolean => word?.toLowerCase() === proposedBy.tag.toLowerCase();
  // The white space in front goes along; where the tag is the first word, that after it.
  const first = words.findIndex((word) => /\]$/.test(word)) + 2;
  return words
    .filter(
      (word, at) =>
        !isTag(word) && !(isTag(words[at + 1]) && at + 1 !== first) && !(at - 1 === first && isTag(words[first])),
    )
    .join('');
}

/** What a task that nobody began has. */
function plainSymbol({ statuses }: TaskRules): string {
  const todo = statuses.filter(({ type }) => type === 'TODO');
  return (todo.find(({ symbol }) => symbol === ' ') ?? todo.find(({ name }) => !/propos/i.test(name)))?.symbol ?? ' ';
}

function dismissed(line: string, { tasks, today }: TaskActionRules): readonly string[] | null {
  const cancelled = tasks.statuses.find(({ type }) => type === 'CANCELLED');
  return cancelled === undefined
    ? null
    : (moveToStatus(line, cancelled.symbol, tasks, today, AS_IN_NOTES)?.lines ?? null);
}

/** Where the vault's chain leads from there to a task that is to be done, as for the next copy of one that recurs. */
function openSymbol({ status }: Task, { statuses }: TaskRules): string {
  return nextCopyStatus(statusOf(status, statuses), statuses).symbol;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, at) => name === other[at]);
}
