/**
 * A list as it is kept for long. V8 gives a list that grew by `push` room for 17 entries, and an index holds hundreds
 * of thousands of lists of one or two: a copy has the room it needs, and all empty ones are one.
 */
export function compactList<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NOTHING : list.slice();
}

const NOTHING: readonly never[] = Object.freeze([]);
