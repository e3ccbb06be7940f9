/** The rows of one kind, kept as lines come and go: an exchange costs what it touches. */
import { compareText } from '../text/order';
import { type HiddenTelling, RestoredRows, type MadeRow } from './restored-rows';
import { gather, type RowKind, type ResolvedLine } from './merge-rows';
import { rowId, rowOrder } from '../text/row-key';
import { sortSteps, type Job } from '../text/job';

/** What an exchange of lines did to the rows. Rows that say the same as before are in neither list. */
export interface RowChange<R> {
  readonly removed: readonly R[];
  readonly added: readonly R[];
}

/** Lines in a piece of work. */
const YIELD_EVERY = 500;

/** Whose lines an exchange concerns. */
export interface Touched {
  /** Paths of all notes whose lines are given before or after. */
  readonly paths: ReadonlySet<string>;
  /** Those of them whose lines were never made: rows were kept that they tell of. */
  readonly unmade: readonly string[];
}

export class RowGroups<S extends ResolvedLine<unknown>, R extends MadeRow> {
  /** By key; most lines are alone, and a list each would be most of what this holds. */
  private readonly groups = new Map<number, S | S[]>();
  private sorted: readonly R[] = [];
  /** Null where the rows were made of lines. */
  private kept: RestoredRows<S> | null = null;

  constructor(private readonly kind: RowKind<S, R>) {}

  /** By id. Another list after each exchange that changes one. */
  get rows(): readonly R[] {
    return this.sorted;
  }

  /** The first lines, all that the parts hold, in pieces; to be called once. */
  *fill<P>(parts: readonly P[], linesOf: (part: P) => readonly S[]): Job<void> {
    let count = 0;
    for (const part of parts) {
      for (const line of linesOf(part)) {
        this.add(line);
        if (++count % YIELD_EVERY === 0) yield;
      }
    }
    const rows: Placed<R>[] = [];
    for (const [key, group] of this.groups) {
      const row = this.kind.rowOf(gather(key, Array.isArray(group) ? group : [group]));
      if (row !== null) rows.push({ order: rowOrder(key), row });
      if (++count % YIELD_EVERY === 0) yield;
    }
    this.sorted = (yield* sortSteps(rows, byOrder)).map(({ row }) => row);
  }

  /** Rows as they were made earlier of lines that are asked for when an exchange concerns them; in place of `fill`. */
  restore(rows: readonly R[], hidden: Iterable<HiddenTelling>, linesOf: (path: string) => readonly S[]): void {
    this.sorted = rows;
    this.kept = new RestoredRows(rows, new Map(hidden), linesOf);
  }

  /** To be called before an exchange: what has to be known of rows that were kept, in pieces. */
  *prepare(): Job<void> {
    if (this.kept !== null) yield* this.kept.prepare();
  }

  /** What the rows do not say themselves of who tells of them. */
  *hidden(): Job<HiddenTelling[]> {
    const found: HiddenTelling[] = [];
    let count = 0;
    for (const [key, group] of this.groups) {
      if (++count % YIELD_EVERY === 0) yield;
      const row = Array.isArray(group) || this.kind.hides === true ? this.rowOf(key) : undefined;
      if (row === undefined) continue;
      const paths = new Set((Array.isArray(group) ? group : [group]).map(({ source }) => source.path));
      for (const { path } of row?.sources ?? []) paths.delete(path);
      if (paths.size > 0) found.push([key, [...paths]]);
    }
    return this.kept === null ? found : [...found, ...this.kept.hiddenStill()];
  }

  /** `before` are lines that were given earlier, the same objects. */
  exchange(before: readonly S[], after: readonly S[], { paths, unmade }: Touched): RowChange<R> {
    const keys = new Set<number>();
    const left = new Set<S>(before);
    for (const line of before) keys.add(this.kind.keyOf(line));
    for (const path of unmade) for (const key of this.kept?.keysOf(path) ?? []) keys.add(key);
    for (const line of after) this.load(this.kind.keyOf(line), paths);
    for (const key of keys) {
      this.load(key, paths);
      const group = this.linesOf(key).filter((line) => !left.has(line));
      const [first] = group;
      if (first === undefined) this.groups.delete(key);
      else this.groups.set(key, group.length === 1 ? first : group);
    }
    for (const line of after) keys.add(this.add(line));
    const removed: R[] = [];
    const added: R[] = [];
    for (const key of keys) {
      const known = this.rowOf(key);
      const group = this.linesOf(key);
      const row = group.length === 0 ? null : this.kind.rowOf(gather(key, [...group]));
      if (known !== null && row !== null && isSame(known, row)) continue;
      if (known !== null) removed.push(known);
      if (row !== null) added.push(row);
    }
    this.sorted = exchanged(this.sorted, { removed, added }, byId);
    return { removed, added };
  }

  /** The lines of a kept row but for those of notes that are exchanged: they come and go by themselves. */
  private load(key: number, without: ReadonlySet<string>): void {
    const lines = this.kept?.take(key, this.rowOf(key), without) ?? [];
    for (const line of lines) if (this.kind.keyOf(line) === key) this.add(line);
  }

  private add(line: S): number {
    const key = this.kind.keyOf(line);
    const group = this.groups.get(key);
    if (group === undefined) this.groups.set(key, line);
    else if (Array.isArray(group)) group.push(line);
    else this.groups.set(key, [group, line]);
    return key;
  }

  private linesOf(key: number): readonly S[] {
    const group = this.groups.get(key);
    return group === undefined ? [] : Array.isArray(group) ? group : [group];
  }

  private rowOf(key: number): R | null {
    const id = rowId(key);
    const row = this.sorted[placeOf(this.sorted, { id }, byId)];
    return row !== undefined && row.id === id ? row : null;
  }
}

/** A row while a whole vault's are sorted: numbers compare several times faster than texts. */
interface Placed<R> {
  readonly order: number;
  readonly row: R;
}

function byOrder(a: Placed<{ readonly id: string }>, b: Placed<{ readonly id: string }>): number {
  return a.order - b.order || byId(a.row, b.row);
}

export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id);
}

/** Whether two rows or meetings say the same. Those of one vault share their entities, and rows their meetings. */
export function isSame(a: unknown, b: unknown, depth = 0): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || depth > DEEPEST) return false;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value, at) => isSame(value, b[at], depth + 1));
  const keys = Object.keys(a) as (keyof typeof a)[];
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key], depth + 1));
}

/** A row, its sources, one of them, its meeting; a meeting, its names, one of them, its candidates, one of them. */
const DEEPEST = 5;

/** A sorted list with some values taken out and others put in; equal values (by `compare`) are the same place. */
export function exchanged<T>(
  sorted: readonly T[],
  { removed, added }: RowChange<T>,
  compare: (a: T, b: T) => number,
): readonly T[] {
  if (removed.length + added.length === 0) return sorted;
  const list = [...sorted];
  for (const value of removed) {
    const at = placeOf(list, value, compare);
    if (at < list.length && list[at] === value) list.splice(at, 1);
  }
  for (const value of added) list.splice(placeOf(list, value, compare), 0, value);
  return list;
}

/** Where a value stands in a sorted list, or would. */
export function placeOf<V>(list: readonly V[], value: V, compare: (a: V, b: V) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = list[middle];
    if (there !== undefined && compare(there, value) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
