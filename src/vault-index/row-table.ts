/**
 * The rows of a vault as values, a table a kind. A change gives other tables: the lines of the rows that it concerns
 * are asked of the notes that tell of them, so that no line need be held next to its note.
 */
import { byRowKind, byRowKindSteps, type RowKindId } from '../note/line-kinds';
import { sortSteps, type Job } from '../text/job';
import { compareText } from '../text/order';
import { PatchedMap } from '../text/patched-map';
import { rowId, rowOrder, textKey } from '../text/row-key';
import { exchanged, placeOf, type ListChange } from '../text/sorted-list';
import { gather, type ResolvedLine, type ResolvedLists, type RowKind, ROWS } from './merge-rows';
import { groupLines } from './row-groups';
import type { AnyRow } from './rows';
import { compareSources } from './source-order';
import { pushInto } from '../text/push-into';
import { keysOf } from '../text/keys-of';

/** What a family is not known by its rows alone; a family is the lines of one key. */
export type ByFamily<V> = readonly (readonly [key: number, value: V])[];

interface RowTable {
  /** By id. */
  readonly rows: readonly AnyRow[];
  /** Notes that tell of a family without being among the sources of its rows: private lines, lines of no row. */
  readonly hidden: PatchedMap<number, readonly string[]>;
  /** The ids of a family's rows, where it has others than the one of its key. */
  readonly ids: PatchedMap<number, readonly string[]>;
}

export type RowTables = Readonly<Record<RowKindId, RowTable>>;
export type RowChanges = Readonly<Record<RowKindId, ListChange<AnyRow>>>;

type Line = ResolvedLine<unknown>;
type Kind = RowKind<Line, AnyRow>;

/** All lines of a vault, in pieces. */
export function rowTableSteps(notes: readonly ResolvedLists[]): Job<RowTables> {
  return byRowKindSteps((kind) => filled(ROWS[kind], notes, (note) => note[kind]));
}

interface LinesChange {
  /** Lines that were there before, of notes that changed. */
  readonly before: readonly ResolvedLists[];
  /** Lines of those notes, and of notes that came. */
  readonly after: readonly ResolvedLists[];
  /** The paths of all these notes. */
  readonly paths: ReadonlySet<string>;
  /** The lines of any other note. */
  readonly linesOf: (path: string) => ResolvedLists | undefined;
  /** The kinds that there are tables of; the others stay empty. */
  readonly kinds: readonly RowKindId[];
}

/** Rows that say the same as before stay the objects they were, and are not in the changes. */
export function exchangeLines(
  tables: RowTables,
  { before, after, paths, linesOf, kinds }: LinesChange,
): { readonly tables: RowTables; readonly changes: RowChanges } {
  const made = byRowKind((kind): Exchanged =>
    kinds.includes(kind)
      ? exchangedTable(ROWS[kind], tables[kind], {
          before: before.flatMap((note): readonly Line[] => note[kind]),
          after: after.flatMap((note): readonly Line[] => note[kind]),
          paths,
          linesOf: (path) => linesOf(path)?.[kind] ?? [],
        })
      : { table: tables[kind], change: { removed: [], added: [] } },
  );
  return { tables: byRowKind((kind) => made[kind].table), changes: byRowKind((kind) => made[kind].change) };
}

interface Exchanged {
  readonly table: RowTable;
  readonly change: ListChange<AnyRow>;
}

/** Lines in a piece of work. */
const YIELD_EVERY = 500;

function* filled<N>(kind: Kind, notes: readonly N[], linesOf: (note: N) => readonly Line[]): Job<RowTable> {
  // Most lines are alone, and a list each would be most of what this holds.
  const families = new Map<number, Line | Line[]>();
  let count = 0;
  for (const note of notes) {
    for (const line of linesOf(note)) {
      if (++count % YIELD_EVERY === 0) yield;
      const key = kind.keyOf(line);
      const family = families.get(key);
      if (family === undefined) families.set(key, line);
      else if (Array.isArray(family)) family.push(line);
      else families.set(key, [family, line]);
    }
  }
  const rows: Placed[] = [];
  const hidden = new Map<number, readonly string[]>();
  const ids = new Map<number, readonly string[]>();
  for (const [key, lines] of families) {
    if (++count % YIELD_EVERY === 0) yield;
    const family = familyOf(kind, key, Array.isArray(lines) ? lines : [lines]);
    rows.push(...family.rows);
    if (family.hidden.length > 0) hidden.set(key, family.hidden);
    if (hasOtherIds(family, key)) ids.set(key, idsOf(family));
  }
  const sorted = yield* sortSteps(rows, byOrder);
  return { rows: sorted.map(({ row }) => row), hidden: PatchedMap.of(hidden), ids: PatchedMap.of(ids) };
}

function exchangedTable(
  kind: Kind,
  { rows, hidden, ids }: RowTable,
  {
    before,
    after,
    paths,
    linesOf,
  }: {
    readonly before: readonly Line[];
    readonly after: readonly Line[];
    readonly paths: ReadonlySet<string>;
    readonly linesOf: (path: string) => readonly Line[];
  },
): Exchanged {
  const families = new Map<number, Line[]>();
  for (const line of before) families.set(kind.keyOf(line), []);
  for (const line of after) {
    const key = kind.keyOf(line);
    pushInto(families, key, line);
  }
  const removed: AnyRow[] = [];
  const added: AnyRow[] = [];
  const nextHidden = new Map<number, readonly string[] | undefined>();
  const nextIds = new Map<number, readonly string[] | undefined>();
  for (const [key, lines] of families) {
    const known = (ids.get(key) ?? [rowId(key)]).flatMap((id) => rowAt(rows, id) ?? []);
    const tellers = new Set([
      ...known.flatMap(({ sources }) => sources.map(({ path }) => path)),
      ...(hidden.get(key) ?? []),
    ]);
    for (const path of tellers)
      if (!paths.has(path)) lines.push(...linesOf(path).filter((line) => kind.keyOf(line) === key));
    const family = familyOf(kind, key, lines);
    const stay = new Set<AnyRow>();
    for (const { row } of family.rows) {
      const same = known.find((one) => isSame(one, row));
      if (same === undefined) added.push(row);
      else stay.add(same);
    }
    removed.push(...known.filter((row) => !stay.has(row)));
    if (family.hidden.length > 0 || hidden.has(key))
      nextHidden.set(key, family.hidden.length > 0 ? family.hidden : undefined);
    if (hasOtherIds(family, key) || ids.has(key))
      nextIds.set(key, hasOtherIds(family, key) ? idsOf(family) : undefined);
  }
  const change = { removed, added };
  return {
    table: { rows: exchanged(rows, change, byId), hidden: hidden.patched(nextHidden), ids: ids.patched(nextIds) },
    change,
  };
}

/** The rows that lines of one key come to, and who else tells of them. */
interface Family {
  readonly rows: readonly Placed[];
  readonly hidden: readonly string[];
}

/** A row while a whole vault's are sorted: numbers compare several times faster than texts. */
interface Placed {
  readonly order: number;
  readonly row: AnyRow;
}

/** `lines` are sorted in place. */
function familyOf(kind: Kind, key: number, lines: Line[]): Family {
  const [only] = lines;
  if (only !== undefined && lines.length === 1) {
    const row = kind.rowOf(gather(rowId(key), lines));
    return row === null
      ? { rows: [], hidden: [only.source.path] }
      : { rows: [{ order: rowOrder(key), row }], hidden: NONE };
  }
  const rows: Placed[] = [];
  const add = (number: number, group: readonly Line[]): void => {
    const row = kind.rowOf(gather(rowId(number), group));
    if (row !== null) rows.push({ order: rowOrder(number), row });
  };
  lines.sort((a, b) => compareSources(a.source, b.source));
  // The earliest row has the family's own id, so that what others say later never changes it.
  const taken = new Set<number>();
  for (const group of groupLines(lines, (line) => kind.dueOf?.(line) ?? null)) {
    const path = group[0]?.source.path ?? '';
    let number = taken.size === 0 ? key : textKey(`${key}\n${path}`);
    for (let more = 2; taken.has(number); more++) number = textKey(`${key}\n${path}\n${more}`);
    taken.add(number);
    add(number, group);
  }
  const shown = new Set(rows.flatMap(({ row }) => row.sources.map(({ path }) => path)));
  const hidden = lines.flatMap(({ source: { path } }) => (shown.has(path) ? [] : [path]));
  return { rows, hidden: hidden.length < 2 ? hidden : [...new Set(hidden)] };
}

const NONE: readonly string[] = [];

function idsOf({ rows }: Family): readonly string[] {
  return rows.map(({ row }) => row.id);
}

function hasOtherIds({ rows }: Family, key: number): boolean {
  const [only] = rows;
  return only !== undefined && (rows.length > 1 || only.row.id !== rowId(key));
}

function byOrder(a: Placed, b: Placed): number {
  return a.order - b.order || byId(a.row, b.row);
}

export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id);
}

function rowAt(rows: readonly AnyRow[], id: string): AnyRow | null {
  const row = rows[placeOf(rows, { id }, byId)];
  return row?.id === id ? row : null;
}

/** Whether two rows or meetings say the same. Those of one vault share their entities, and rows their meetings. */
export function isSame(a: unknown, b: unknown, depth = 0): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || depth > DEEPEST) return false;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value, at) => isSame(value, b[at], depth + 1));
  const keys = keysOf(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key], depth + 1));
}

/** A row, its sources, one of them, its meeting; a meeting, its names, one of them, its candidates, one of them. */
const DEEPEST = 5;
