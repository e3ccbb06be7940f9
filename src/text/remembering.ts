import { flatten } from './flatten';

/**
 * `answer` with what it said remembered by the text it was asked about, `most` of them at a time. For questions whose
 * answer depends on the text alone, is never changed, and is wanted again and again: a vault's notes name the same
 * people, days and headings.
 */
export function remembering<T>(most: number, answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const said = known.get(text);
    if (said !== undefined) return said;
    if (known.size >= most) known.clear();
    // No note is kept in memory for a word of it.
    const kept = flatten(text);
    const fresh = answer(kept);
    known.set(kept, fresh);
    return fresh;
  };
}
