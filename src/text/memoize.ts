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
