/** The follow-ups as a list: what is shown of them, under which headings, in which order. */
import { compareText } from '../../text/order';
import { byDue, dueBucket } from '../../page/follow-ups-page';
import { taskLife } from '../../page/task-life';
import { type AgeCount, isCurrentTask, type TaskAge, taskAgeOf, taskAges } from '../../page/open-ages';
import type { PageRules } from '../../page/page-rules';
import { newest } from '../../page/row';
import { ownerId, type WaitedOn, waitedOn } from '../../page/waited-on';
import { baseName } from '../../text/file-name';
import type { TaskRow } from '../../vault-index/rows';
import { gathered, groupedEntries, type ListEntry, matches, queryWords } from './list-entry';
import type { ViewData } from './view-store';
import { words } from '../words/in-app';
import { newestFirst } from '../../page/row-order';

export const GROUPINGS = words.views.groupings;
export type Grouping = keyof typeof GROUPINGS;

export interface FollowUpFilter {
  readonly text: string;
  /** `me`, `nobody`, an owner's id as `ownerId` gives it; '' for anybody. */
  readonly owner: string;
  /** An entity's id; '' for any. */
  readonly about: string;
  /** How late, or when due; '' for any. */
  readonly age: TaskAge | '';
  readonly group: Grouping;
  readonly showsDone: boolean;
}

export const NO_FILTER: FollowUpFilter = { text: '', owner: '', about: '', age: '', group: 'due', showsDone: false };

/** `lingering`: rows that were closed here a moment ago and stay in sight, to be opened again. */
export function followUpEntries(
  { index, rules }: Pick<ViewData, 'index' | 'rules'>,
  filter: FollowUpFilter,
  lingering: ReadonlySet<string> = new Set(),
): ListEntry<TaskRow>[] {
  const ageOf = taskAgeOf(rules);
  const isAged = (task: TaskRow): boolean =>
    filter.age === '' || ((isCurrentTask(task, rules) || lingering.has(task.id)) && ageOf(task) === filter.age);
  const rows = fitting(
    index.tasks,
    filter,
    (task) => (task.open || filter.showsDone || lingering.has(task.id)) && isAged(task),
  );
  const current = (task: TaskRow): boolean => task.open || lingering.has(task.id);
  const done = rows.filter((task) => !current(task)).sort(newestFirst);
  const groups = GROUPED[filter.group](rows.filter(current), rules);
  return groupedEntries([...groups, [HEADINGS.done, done]]);
}

/**
 * What is seen at a glance of the rows that pass, each picture without its own part of the filter: what else it could
 * be set to.
 */
export function followUpGlance(
  { index, rules }: Pick<ViewData, 'index' | 'rules'>,
  filter: FollowUpFilter,
): { readonly ages: readonly AgeCount<TaskAge>[]; readonly waited: readonly WaitedOn[] } {
  const ageOf = taskAgeOf(rules);
  return {
    ages: taskAges(
      fitting(index.tasks, filter, ({ open }) => open),
      rules,
    ),
    waited: waitedOn(
      fitting(
        index.tasks,
        { ...filter, owner: '' },
        (task) => task.open && (filter.age === '' || ageOf(task) === filter.age),
      ),
      rules,
    ),
  };
}

/** By owner, what they are about, and words. */
function fitting(
  tasks: readonly TaskRow[],
  { text, owner, about }: Pick<FollowUpFilter, 'text' | 'owner' | 'about'>,
  isWanted: (task: TaskRow) => boolean,
): TaskRow[] {
  const query = queryWords(text);
  return tasks.filter(
    (task) =>
      !task.proposed &&
      isWanted(task) &&
      isOwnedBy(task, owner) &&
      (about === '' || task.entities.some(({ id }) => id === about)) &&
      (query.length === 0 ||
        matches(
          task,
          task.owners.map(({ name }) => name),
          query,
        )),
  );
}

export function isOwnedBy({ owners }: TaskRow, wanted: string): boolean {
  if (wanted === '') return true;
  return wanted === 'nobody' ? owners.length === 0 : owners.some((owner) => ownerId(owner) === wanted);
}

/** Others' tasks are waited for; asked for by their owner they are that owner's follow-ups. */
export function isWaiting({ mine, owners }: TaskRow, { rules }: Pick<ViewData, 'rules'>, owner: string): boolean {
  return rules.meKnown && owner === '' && !mine && owners.length > 0;
}

type Groups = (readonly [string, readonly TaskRow[]])[];

const HEADINGS = words.views.headings;
const BUCKETS = ['late', 'today', 'this-week', 'later', 'no-date'] as const;

const GROUPED: Readonly<Record<Grouping, (rows: readonly TaskRow[], rules: PageRules) => Groups>> = {
  due: (rows, rules) => {
    const recent = rows.filter((task) => taskLife(task, rules) === 'current');
    // Until it is known who I am, nobody's task is called mine or waited for.
    const waiting = recent.filter((task) => rules.meKnown && !task.mine && task.owners.length > 0).sort(byWaiting);
    const unowned = recent.filter(({ owners }) => owners.length === 0).sort(byDue);
    const mine = recent.filter((task) => task.mine || (!rules.meKnown && task.owners.length > 0)).sort(byDue);
    // Twenty thousand rows have a few hundred days.
    const bucketOf = new Map([...new Set(mine.map(({ due }) => due))].map((due) => [due, dueBucket(due, rules.today)]));
    return [
      ...BUCKETS.map((bucket) => [HEADINGS[bucket], mine.filter(({ due }) => bucketOf.get(due) === bucket)] as const),
      [HEADINGS.needsOwner, unowned],
      [HEADINGS.waitingOn, waiting],
      [
        HEADINGS.before(words.views.day(rules.startDate, rules.today)),
        rows.filter((task) => taskLife(task, rules) === 'old').sort(newestFirst),
      ],
      [HEADINGS.lapsed, rows.filter((task) => taskLife(task, rules) === 'lapsed').sort(newestFirst)],
    ];
  },
  owner: (rows) =>
    gathered(
      [...rows].sort(byDue),
      ({ owners: [owner] }) => (owner === undefined ? NOBODY : owner.me ? words.views.row.me : owner.name),
      lastly(NOBODY),
    ),
  about: (rows) =>
    gathered(
      [...rows].sort(byDue),
      ({ entities }) => (entities.find(({ kind }) => kind !== 'person') ?? entities[0])?.name ?? NOTHING,
      lastly(NOTHING),
    ),
  note: (rows) =>
    gathered(
      [...rows].sort(newestFirst),
      (task) => baseName(newest(task).path),
      (a, b) => compareText(b, a),
    ),
};

const NOBODY = HEADINGS.nobody;
const NOTHING = HEADINGS.nothing;

/** By name; what has none comes at the end. */
function lastly(none: string): (a: string, b: string) => number {
  return (a, b) =>
    Number(a === none) - Number(b === none) || compareText(a.toLowerCase(), b.toLowerCase()) || compareText(a, b);
}

/** What was asked for first has waited longest; nobody knows how long the undated ones have. */
function byWaiting(a: TaskRow, b: TaskRow): number {
  return compareText(a.asked[0] ?? '~', b.asked[0] ?? '~') || byDue(a, b);
}
