/**
 * A note as it is put away and read back, in about half the text that plain JSON takes: what a line says is mostly part of the line
 * as it stands, and most of a task's fields are empty. What comes back equals what was put in, down to the order of its fields.
 */
import type { Task } from '../task/task';
import { keptList } from '../text/kept-list';
import type { Item, Name, Note, Question, Raise, TaskItem } from './note';

/** JSON. `around`: what stands in the line before the text and behind it; or the whole line, where the text is not in it as it is. */
type StoredItem = readonly [
  line: number, text: string, around: readonly [before: string, behind: string] | string, heading: string | null, section: Item['section'], meeting: number | null,
  names: readonly Name[], isPrivate: 0 | 1,
];
type StoredTask = readonly [item: StoredItem, task: Partial<Task>, owners: readonly Name[], proposed: 0 | 1, followUp: 0 | 1];
type StoredQuestion = readonly [item: StoredItem, answered: 0 | 1, answer: string | null, answeredOn: string | null, pinned: 0 | 1];
type StoredRaise = readonly [item: StoredItem, done: 0 | 1];

export interface StoredNote extends Omit<Note, 'tasks' | 'questions' | 'decisions' | 'facts' | 'outcomes' | 'risks' | 'raises'> {
  readonly tasks: readonly StoredTask[];
  readonly questions: readonly StoredQuestion[];
  readonly decisions: readonly StoredItem[];
  readonly facts: readonly StoredItem[];
  readonly outcomes: readonly StoredItem[];
  readonly risks: readonly StoredItem[];
  readonly raises: readonly StoredRaise[];
}

export function storedNote(note: Note): StoredNote {
  return {
    ...note,
    tasks: note.tasks.map(storedTask),
    questions: note.questions.map((question) => [storedItem(question), bit(question.answered), question.answer, question.answeredOn, bit(question.pinned)]),
    decisions: note.decisions.map(storedItem),
    facts: note.facts.map(storedItem),
    outcomes: note.outcomes.map(storedItem),
    risks: note.risks.map(storedItem),
    raises: note.raises.map((raise) => [storedItem(raise), bit(raise.done)]),
  };
}

/** Fields written out here and below: a vault has many notes, and a spread gives each a hidden class of its own. */
export function noteFrom(stored: StoredNote): Note {
  return {
    path: stored.path, kind: stored.kind, type: stored.type, date: stored.date, time: stored.time, title: stored.title, ignored: stored.ignored,
    private: stored.private, entity: stored.entity, meetings: stored.meetings,
    tasks: keptList(stored.tasks.map(taskFrom)),
    questions: keptList(stored.questions.map(questionFrom)),
    decisions: keptList(stored.decisions.map(itemFrom)),
    facts: keptList(stored.facts.map(itemFrom)),
    outcomes: keptList(stored.outcomes.map(itemFrom)),
    risks: keptList(stored.risks.map(itemFrom)),
    raises: keptList(stored.raises.map(raiseFrom)),
    source: stored.source, bodyHash: stored.bodyHash, problems: keptList(stored.problems),
  };
}

function bit(is: boolean): 0 | 1 {
  return is ? 1 : 0;
}

function storedItem({ line, source, text, heading, section, meeting, names, private: isPrivate }: Item): StoredItem {
  const at = source.indexOf(text);
  const around = at < 0 ? source : [source.slice(0, at), source.slice(at + text.length)] as const;
  return [line, text, around, heading, section, meeting, names, bit(isPrivate)];
}

function sourceOf([, text, around]: StoredItem): string {
  return typeof around === 'string' ? around : around[0] + text + around[1];
}

function itemFrom(stored: StoredItem): Item {
  const [line, text, , heading, section, meeting, names, isPrivate] = stored;
  return { line, source: sourceOf(stored), text, heading, section, meeting, names: keptList(names), private: isPrivate === 1 };
}

function storedTask(item: TaskItem): StoredTask {
  const { task } = item;
  const told: { -readonly [K in keyof Task]?: Task[K] } = {};
  for (const key of Object.keys(task) as (keyof Task)[]) {
    const value = task[key];
    const isUsual = key === 'text' ? value === item.text : Array.isArray(value) ? value.length === 0 : value === (USUAL[key] ?? null);
    if (!isUsual) Object.assign(told, { [key]: value });
  }
  return [storedItem(item), told, item.owners, bit(item.proposed), bit(item.followUp)];
}

/** What a field is when it is not put away; null, or nothing in a list, where it is not here. */
const USUAL: Partial<Task> = { status: ' ', statusType: 'TODO', priority: 'none', ownerHidesSignifiers: false };

function taskFrom([stored, task, owners, proposed, followUp]: StoredTask): TaskItem {
  const [line, text, , heading, section, meeting, names, isPrivate] = stored;
  return {
    line, source: sourceOf(stored), text, heading, section, meeting, names: keptList(names), private: isPrivate === 1,
    task: {
      text: task.text ?? text,
      status: task.status ?? ' ', statusType: task.statusType ?? 'TODO',
      owners: keptList(task.owners ?? []), unclearOwner: task.unclearOwner ?? null, priority: task.priority ?? 'none',
      due: task.due ?? null, scheduled: task.scheduled ?? null, start: task.start ?? null, created: task.created ?? null, done: task.done ?? null,
      cancelled: task.cancelled ?? null, invalidDates: keptList(task.invalidDates ?? []), recurrence: task.recurrence ?? null, onCompletion: task.onCompletion ?? null,
      id: task.id ?? null, dependsOn: keptList(task.dependsOn ?? []), blockLink: task.blockLink ?? null, tags: keptList(task.tags ?? []),
      ownerHidesSignifiers: task.ownerHidesSignifiers ?? false,
    },
    owners: keptList(owners), proposed: proposed === 1, followUp: followUp === 1,
  };
}

function questionFrom([stored, answered, answer, answeredOn, pinned]: StoredQuestion): Question {
  const [line, text, , heading, section, meeting, names, isPrivate] = stored;
  return {
    line, source: sourceOf(stored), heading, section, meeting, private: isPrivate === 1, text, names: keptList(names),
    answered: answered === 1, answer, answeredOn, pinned: pinned === 1,
  };
}

function raiseFrom([stored, done]: StoredRaise): Raise {
  const [line, text, , heading, section, meeting, names, isPrivate] = stored;
  return { line, source: sourceOf(stored), text, heading, section, meeting, names: keptList(names), private: isPrivate === 1, done: done === 1 };
}
