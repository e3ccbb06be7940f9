/**
 * A note as it is put away and read back, in about half the text that plain JSON takes: what a line says is mostly part
 * of the line as it is, and most of a task's fields are empty. What comes back equals what was put in, down to the
 * order of its fields. What it says by itself and what its lines say are put away apart.
 */
import type { Task } from '../task/task';
import { compactList } from '../text/compact-list';
import { byStatement, LINE_KINDS, type LineKind, type StatementKind } from './line-kinds';
import type { Item, LineLists, Name, Note, OwnerCandidate, Question, Raise, TaskForm, TaskItem } from './note';
import { keysOf } from '../text/keys-of';

/**
 * JSON. `around`: what is in the line before the text and after it; or the whole line, where the text is not in it
 * as it is.
 */
type StoredItem = readonly [
  line: number,
  text: string,
  around: readonly [before: string, behind: string] | string,
  heading: string | null,
  section: Item['section'],
  meeting: number | null,
  names: readonly Name[],
  isPrivate: 0 | 1,
];
type StoredTask = readonly [
  item: StoredItem,
  task: Partial<Task>,
  form: TaskForm,
  dueText: string | null,
  owners: readonly Name[],
  candidates: readonly OwnerCandidate[],
  onlyOwned: 0 | 1,
  proposed: 0 | 1,
  followUp: 0 | 1,
];
type StoredQuestion = readonly [
  item: StoredItem,
  answered: 0 | 1,
  answer: string | null,
  answeredOn: string | null,
  pinned: 0 | 1,
];
type StoredRaise = readonly [item: StoredItem, done: 0 | 1];

/** What a note says by itself: all but its lines. */
export type StoredHead = Omit<Note, LineKind | 'path'>;

/** How a line of each kind is put away. */
interface StoredTypes extends Readonly<Record<StatementKind, StoredItem>> {
  readonly tasks: StoredTask;
  readonly questions: StoredQuestion;
  readonly raises: StoredRaise;
}

/** What its lines say. */
export type StoredLines = { readonly [K in LineKind]: readonly StoredTypes[K][] };

export function storedHead(note: Note): StoredHead {
  const {
    kind,
    type,
    date,
    time,
    title,
    ignored,
    private: isPrivate,
    entity,
    meetings,
    event,
    bodyHash,
    dayOrder,
    looksLike,
    problems,
  } = note;
  return {
    kind,
    type,
    date,
    time,
    title,
    ignored,
    private: isPrivate,
    entity,
    meetings,
    event,
    bodyHash,
    dayOrder,
    looksLike,
    problems,
  };
}

/** Null for a note of no lines: many pages are. */
export function storedLines(note: Note): StoredLines | null {
  if (LINE_KINDS.every((kind) => note[kind].length === 0)) return null;
  return {
    tasks: note.tasks.map(storedTask),
    questions: note.questions.map((question) => [
      storedItem(question),
      bit(question.answered),
      question.answer,
      question.answeredOn,
      bit(question.pinned),
    ]),
    ...byStatement((kind) => note[kind].map(storedItem)),
    raises: note.raises.map((raise) => [storedItem(raise), bit(raise.done)]),
  };
}

/**
 * The note whose lines are read when somebody first asks for one of them: with an index that was kept too, nobody does
 * for most. `linesOf` gives the same at any time; null for none.
 */
export function noteFrom(path: string, head: StoredHead, linesOf: (() => StoredLines) | null): Note {
  let unread = linesOf;
  let known = NO_LINES;
  const lines = (): LineLists => {
    if (unread === null) return known;
    known = linesFrom(unread());
    // What they were read from can go.
    unread = null;
    return known;
  };
  const note: Note = {
    path,
    kind: head.kind,
    type: head.type,
    date: head.date,
    time: head.time,
    title: head.title,
    ignored: head.ignored,
    private: head.private,
    entity: head.entity,
    meetings: head.meetings,
    ...NO_LINES,
    event: head.event,
    bodyHash: head.bodyHash,
    dayOrder: head.dayOrder,
    looksLike: head.looksLike,
    problems: compactList(head.problems),
  };
  for (const of of LINE_KINDS)
    Object.defineProperty(note, of, { get: () => lines()[of], enumerable: true, configurable: true });
  return note;
}

function linesFrom(stored: StoredLines): LineLists {
  return {
    tasks: compactList(stored.tasks.map(taskFrom)),
    questions: compactList(stored.questions.map(questionFrom)),
    ...byStatement((kind) => compactList(stored[kind].map(itemFrom))),
    raises: compactList(stored.raises.map(raiseFrom)),
  };
}

const NO_LINES: LineLists = { tasks: [], questions: [], ...byStatement(() => []), raises: [] };

function bit(is: boolean): 0 | 1 {
  return is ? 1 : 0;
}

function storedItem({ line, source, text, heading, section, meeting, names, private: isPrivate }: Item): StoredItem {
  const at = source.indexOf(text);
  const around = at < 0 ? source : ([source.slice(0, at), source.slice(at + text.length)] as const);
  return [line, text, around, heading, section, meeting, names, bit(isPrivate)];
}

function sourceOf([, text, around]: StoredItem): string {
  return typeof around === 'string' ? around : around[0] + text + around[1];
}

function itemFrom(stored: StoredItem): Item {
  const [line, text, , heading, section, meeting, names, isPrivate] = stored;
  return {
    line,
    source: sourceOf(stored),
    text,
    heading,
    section,
    meeting,
    names: compactList(names),
    private: isPrivate === 1,
  };
}

function storedTask(item: TaskItem): StoredTask {
  const { task } = item;
  const told: { -readonly [K in keyof Task]?: Task[K] } = {};
  for (const key of keysOf(task)) {
    const value = task[key];
    const isUsual =
      key === 'text' ? value === item.text : Array.isArray(value) ? value.length === 0 : value === (USUAL[key] ?? null);
    if (!isUsual) Object.assign(told, { [key]: value });
  }
  return [
    storedItem(item),
    told,
    item.form,
    item.dueText,
    item.owners,
    item.candidates,
    bit(item.onlyOwned),
    bit(item.proposed),
    bit(item.followUp),
  ];
}

/** What a field is when it is not put away; null, or nothing in a list, where it is not here. */
const USUAL: Partial<Task> = { status: ' ', statusType: 'TODO', priority: 'none', ownerHidesSignifiers: false };

function taskFrom([
  stored,
  task,
  form,
  dueText,
  owners,
  candidates,
  onlyOwned,
  proposed,
  followUp,
]: StoredTask): TaskItem {
  const [line, text, , heading, section, meeting, names, isPrivate] = stored;
  return {
    line,
    source: sourceOf(stored),
    text,
    heading,
    section,
    meeting,
    names: compactList(names),
    private: isPrivate === 1,
    task: {
      text: task.text ?? text,
      status: task.status ?? ' ',
      statusType: task.statusType ?? 'TODO',
      owners: compactList(task.owners ?? []),
      unclearOwner: task.unclearOwner ?? null,
      priority: task.priority ?? 'none',
      due: task.due ?? null,
      scheduled: task.scheduled ?? null,
      start: task.start ?? null,
      created: task.created ?? null,
      done: task.done ?? null,
      cancelled: task.cancelled ?? null,
      invalidDates: compactList(task.invalidDates ?? []),
      recurrence: task.recurrence ?? null,
      onCompletion: task.onCompletion ?? null,
      id: task.id ?? null,
      dependsOn: compactList(task.dependsOn ?? []),
      blockLink: task.blockLink ?? null,
      tags: compactList(task.tags ?? []),
      ownerHidesSignifiers: task.ownerHidesSignifiers ?? false,
    },
    form,
    dueText,
    owners: compactList(owners),
    candidates: compactList(candidates),
    onlyOwned: onlyOwned === 1,
    proposed: proposed === 1,
    followUp: followUp === 1,
  };
}

function questionFrom([stored, answered, answer, answeredOn, pinned]: StoredQuestion): Question {
  const [line, text, , heading, section, meeting, names, isPrivate] = stored;
  return {
    line,
    source: sourceOf(stored),
    heading,
    section,
    meeting,
    private: isPrivate === 1,
    text,
    names: compactList(names),
    answered: answered === 1,
    answer,
    answeredOn,
    pinned: pinned === 1,
  };
}

function raiseFrom([stored, done]: StoredRaise): Raise {
  const [line, text, , heading, section, meeting, names, isPrivate] = stored;
  return {
    line,
    source: sourceOf(stored),
    text,
    heading,
    section,
    meeting,
    names: compactList(names),
    private: isPrivate === 1,
    done: done === 1,
  };
}
