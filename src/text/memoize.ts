import { flatten } from './flatten';

/**
 * `answer` with its results remembered by their text, at most `most` of them. `answer` must depend on the text alone,
 * and nobody may change what it returns. A vault's notes name the same people, days and headings again and again.
 */
export function memoize<T>(most: number, answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found.value;
    if (known.size >= most) known.clear();
    // A slice of a note would keep the whole note in memory.
    const key = flatten(text);
    const value = answer(key);
    known.set(key, { value });
    return value;
  };
}

/** `make(table)`, made once for each table. For tables that do not change once they are in use. */
export function derived<K extends object, T>(make: (table: K) => T): (table: K) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return (table) => {
    const found = known.get(table);
    if (found !== undefined) return found.value;
    const value = make(table);
    known.set(table, { value });
    return value;
  };
}
