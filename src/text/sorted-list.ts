/** Sorted lists as values: a change gives another list. */

/** What makes one list of another. A value that changed is among both. */
export interface ListChange<T> {
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** With some values taken out and others put in; equal values (by `compare`) are the same place. */
export function exchanged<T>(
  sorted: readonly T[],
  { removed, added }: ListChange<T>,
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

/** Where a value is in a sorted list, or would be. */
export function placeOf<V>(list: readonly V[], value: V, compare: (a: V, b: V) => number): number {
  return firstNotBefore(list, (there) => compare(there, value) < 0);
}

/** The first index whose value is not before what is looked for; the list's length where all are. Binary search. */
export function firstNotBefore<V>(list: ArrayLike<V>, isBefore: (value: V) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = list[middle];
    if (there !== undefined && isBefore(there)) low = middle + 1;
    else high = middle;
  }
  return low;
}
