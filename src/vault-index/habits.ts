/**
 * How a vault's notes were understood, counted: by what its meetings are meetings, where people, owners and due dates
 * are. A person sees by it at a glance whether they were understood.
 */
import type { Note, OwnerCandidate, TaskForm, TaskItem } from '../note/note';
import type { Reason } from '../note/reasons';
import { compareText } from '../text/order';
import type { VaultIndex } from './build-index';
import type { MeetingRecord } from './rows';
import { indexedOwners } from './indexed-owners';

export interface Habits {
  /** The strongest reason of each event, however many notes tell of it, most frequent first. */
  readonly meetings: readonly Counted<Reason>[];
  /** How many of these events are messages. */
  readonly messages: number;
  /** Where people are found, most frequent first. */
  readonly people: readonly Counted<Reason>[];
  /** Where tasks name their owners, most frequent first. */
  readonly owners: readonly Counted<OwnerPlace>[];
  readonly due: { readonly fields: number; readonly words: number };
  readonly forms: Readonly<Record<TaskForm, number>>;
}

export type Counted<T> = T & { readonly count: number };
export type OwnerPlace = Pick<OwnerCandidate, 'place' | 'by'>;

/** What a task tells of the habits. */
interface TaskHabit {
  readonly form: TaskForm;
  readonly owner: OwnerPlace | null;
  readonly due: string | null;
  readonly dueText: string | null;
}

/** `notes`: some of the index's. */
export function habitsOf(notes: readonly Note[], index: VaultIndex): Habits {
  const tasks = notes.flatMap((note) => note.tasks.flatMap((item) => taskHabit(item, note, index)));
  const seen = new Set<MeetingRecord>();
  const reasons = notes.flatMap(({ path, meetings }) =>
    meetings.flatMap(({ because }, at) => {
      const event = index.meetingsOf.get(path)?.[at];
      if (event === undefined || seen.has(event)) return [];
      seen.add(event);
      return [because];
    }),
  );
  const forms: Record<TaskForm, number> = { checkbox: 0, bullet: 0, row: 0, line: 0 };
  for (const { form } of tasks) forms[form] += 1;
  const dated = tasks.filter(({ due }) => due !== null);
  const words = dated.filter(({ dueText }) => dueText !== null).length;
  return {
    meetings: counted(reasons.flatMap(([strongest]) => strongest ?? [])),
    messages: [...seen].filter(({ medium }) => medium === 'message').length,
    people: counted(reasons.flatMap((all) => all.filter(({ signal }) => PEOPLE.has(signal)))),
    owners: counted(tasks.flatMap(({ owner }) => (owner === null ? [] : [{ place: owner.place, by: owner.by }]))),
    due: { fields: dated.length - words, words },
    forms,
  };
}

function taskHabit(item: TaskItem, note: Note, index: VaultIndex): TaskHabit[] {
  const { form, dueText, task } = item;
  const { owners, place } = indexedOwners(item, note, index);
  if (item.onlyOwned && owners.length === 0 && task.due === null) return [];
  return [{ form, owner: place, due: task.due, dueText }];
}

const PEOPLE: ReadonlySet<string> = new Set(['people', 'people-property']);

function counted<T extends object>(all: readonly T[]): Counted<T>[] {
  const counts = new Map<string, { readonly one: T; count: number }>();
  for (const one of all) {
    const key = JSON.stringify(one);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { one, count: 1 });
    else known.count += 1;
  }
  return [...counts]
    .sort(([a, { count: left }], [b, { count: right }]) => right - left || compareText(a, b))
    .map(([, { one, count }]) => ({ ...one, count }));
}
