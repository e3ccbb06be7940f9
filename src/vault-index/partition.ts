/**
 * Rows by the part of a page that they belong to, each part in its order, kept as the vault's rows come and go. What
 * changed is found by comparing lists: rows that say the same as before are the same objects, and to see that takes no
 * time to speak of.
 *
 *     all tasks, by id ──► late …, no date │ needs an owner │ from before 4 Sep (counted only)
 */
import { sortSteps, type Job } from '../text/job';
import { exchanged, type ListChange } from '../text/sorted-list';
import { byId } from './row-table';
import { pushInto } from '../text/push-into';

export interface Parting<R> {
  /** The part that a row belongs to; null for none. Depends on the row alone. */
  partOf(row: R): string | null;
  /** The order within a part, a total one; null where its rows are only counted. */
  orderIn(part: string): ((a: R, b: R) => number) | null;
}

/** Parts that hold a row. What did not change, a part or all of them, stays the same object. */
export type Parts<R> = ReadonlyMap<string, readonly R[]>;

/** With more rows than this that came or went, making all parts again is cheaper. */
const MOST_EXCHANGED = 1000;
/** Rows in a piece of work. */
const YIELD_EVERY = 2000;

export class Partition<R extends { readonly id: string }> {
  private list: readonly R[] | null = null;
  private parts: Parts<R> = new Map();

  constructor(private readonly parting: Parting<R>) {}

  /** The parts of `list`, which is sorted by id. */
  *of(list: readonly R[]): Job<Parts<R>> {
    if (list === this.list) return this.parts;
    const change = this.list === null ? null : changeBetween(this.list, list, MOST_EXCHANGED);
    // Dropped half-way, nothing is left that is partly of one list and partly of the other.
    this.list = null;
    if (change === null) this.parts = yield* this.anew(list);
    else this.parts = this.exchanged(change);
    this.list = list;
    return this.parts;
  }

  private *anew(list: readonly R[]): Job<Map<string, R[]>> {
    const parts = new Map<string, R[]>();
    let count = 0;
    for (const row of list) {
      if (++count % YIELD_EVERY === 0) yield;
      const name = this.parting.partOf(row);
      if (name === null) continue;
      pushInto(parts, name, row);
    }
    for (const [name, part] of parts) {
      const order = this.parting.orderIn(name);
      if (order !== null) parts.set(name, yield* sortSteps(part, order));
    }
    return parts;
  }

  private exchanged({ removed, added }: ListChange<R>): Parts<R> {
    const changes = new Map<string, { removed: R[]; added: R[] }>();
    const add = (row: R, which: 'removed' | 'added'): void => {
      const name = this.parting.partOf(row);
      if (name === null) return;
      const change = changes.get(name) ?? { removed: [], added: [] };
      change[which].push(row);
      changes.set(name, change);
    };
    for (const row of removed) add(row, 'removed');
    for (const row of added) add(row, 'added');
    if (changes.size === 0) return this.parts;
    const parts = new Map(this.parts);
    for (const [name, change] of changes) {
      const part = exchanged(parts.get(name) ?? [], change, this.parting.orderIn(name) ?? byId);
      if (part.length === 0) parts.delete(name);
      else parts.set(name, part);
    }
    return parts;
  }
}

/**
 * What makes one list sorted by id of another, members that are the same objects aside; null where that is more than
 * `most`.
 */
function changeBetween<R extends { readonly id: string }>(
  before: readonly R[],
  after: readonly R[],
  most: number,
): ListChange<R> | null {
  const removed: R[] = [];
  const added: R[] = [];
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < shorter - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  const [endBefore, endAfter] = [before.length - same, after.length - same];
  let [a, b] = [from, from];
  while (a < endBefore || b < endAfter) {
    const left = a < endBefore ? before[a] : undefined;
    const right = b < endAfter ? after[b] : undefined;
    if (left !== undefined && left === right) {
      a += 1;
      b += 1;
    } else if (right === undefined || (left !== undefined && left.id <= right.id)) {
      if (left !== undefined) removed.push(left);
      a += 1;
    } else {
      added.push(right);
      b += 1;
    }
    if (removed.length + added.length > most) return null;
  }
  return { removed, added };
}
