/** The lists that a query prints, kept by themselves: each is read without the rest of the index. */
import type { RowKindId } from '../../note/line-kinds';
import type { PageRules } from '../../page/page-rules';
import { isOld } from '../../page/task-life';
import type { CalendarDate } from '../../text/calendar-date';
import { listSnapshot } from '../../vault-index/take-snapshot';
import { rowsOfList } from '../../vault-index/read-rows';
import type { AnyRow, DecisionRow, QuestionRow, RowLists, TaskRow } from '../../vault-index/rows';
import type { SnapshotList } from '../../vault-index/snapshot';
import type { Settings } from '../../settings/settings';
import type { VaultHost } from '../vault-host';
import { ifKept, Sections, type Stamp } from './sections';

export interface Lists {
  /** Open tasks from the start date on: what a queue shows. */
  readonly currentTasks: ListedRows<TaskRow>;
  readonly openTasks: ListedRows<TaskRow>;
  readonly questions: ListedRows<QuestionRow>;
  readonly decisions: ListedRows<DecisionRow>;
}

export type ListId = keyof Lists;

export interface ListedRows<R> {
  readonly rows: readonly R[];
  /** Open tasks that are left out, for they are older than the start date; proposed ones are not counted. */
  readonly older: number;
}

type ListRules = Pick<PageRules, 'startDate'>;

interface ListRule {
  readonly kind: RowKindId;
  readonly rowsOf: (index: RowLists, rules: ListRules) => ListedRows<AnyRow>;
  /** Whether the start date limits it. */
  readonly hasStart?: true;
}

const LISTS: Readonly<Record<ListId, ListRule>> = {
  currentTasks: {
    kind: 'tasks',
    rowsOf: ({ tasks }, rules) => {
      const open = tasks.filter((task) => task.open);
      const old = open.filter((task) => isOld(task, rules));
      const left = new Set(old);
      return { rows: open.filter((task) => !left.has(task)), older: old.filter(({ proposed }) => !proposed).length };
    },
    hasStart: true,
  },
  openTasks: { kind: 'tasks', rowsOf: ({ tasks }) => ({ rows: tasks.filter(({ open }) => open), older: 0 }) },
  questions: { kind: 'questions', rowsOf: ({ questions }) => ({ rows: questions, older: 0 }) },
  decisions: { kind: 'decisions', rowsOf: ({ decisions }) => ({ rows: decisions, older: 0 }) },
};

export const LIST_IDS: readonly ListId[] = ['currentTasks', 'openTasks', 'questions', 'decisions'];

interface Kept extends Pick<ListedRows<unknown>, 'older'> {
  /** Null where it does not go by it. */
  readonly startDate: CalendarDate | null;
  readonly list: SnapshotList;
}

/** The kind of the rows in a list. */
export function kindOfList(list: ListId): RowKindId {
  return LISTS[list].kind;
}

export function listOf<L extends ListId>(list: L, index: RowLists, rules: ListRules): Lists[L] {
  return LISTS[list].rowsOf(index, rules) as Lists[L];
}

/** As it was kept of the vault as it is; null where none was. Never throws. */
export function keptRows<L extends ListId>(
  host: VaultHost,
  list: L,
  { settings, rules }: { readonly settings: Settings; readonly rules: ListRules },
): Promise<Lists[L] | null> {
  return ifKept(async () => {
    const sections = await Sections.open(host, settings);
    const kept = (await sections?.read(list, await host.list())) as Kept | null | undefined;
    if (kept === null || kept === undefined) return null;
    if (kept.startDate !== null && kept.startDate !== rules.startDate) return null;
    return { rows: rowsOfList(kept.list), older: kept.older } as Lists[L];
  });
}

/** Throws HostErrors. */
export async function keepLists(
  sections: Sections,
  stamp: Stamp,
  { index, rules, lists }: { readonly index: RowLists; readonly rules: ListRules; readonly lists: readonly ListId[] },
): Promise<void> {
  for (const list of lists) {
    const { kind, hasStart } = LISTS[list];
    const { rows, older } = listOf(list, index, rules);
    const startDate = hasStart === true ? rules.startDate : null;
    await sections.keep(list, stamp, { startDate, older, list: listSnapshot(kind, rows) } satisfies Kept);
  }
}
