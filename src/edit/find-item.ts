/**
 * A line that the index told of, found in its note as the note is now: surely that line, or none.
 *
 *     ## Action items                          ## Action items
 *     - [ ] Send minutes     ← the first       - [ ] Call Bo
 *     - [ ] Send minutes                       - [ ] Send minutes     ← still the first of two
 *                                              - [ ] Send minutes
 *
 * The line's text comes first, byte for byte. Where it is more than once, its section and its place among its likes
 * decide, and only while there are as many of them there as there were.
 */
import { allLines } from '../note/line-kinds';
import type { Item, Note } from '../note/note';

interface ItemPlace {
  /** 1-based, in the note as it was read. */
  readonly line: number;
  /** What was there, without its line end. */
  readonly text: string;
}

/** `then`: the note as the index has it; null where it has none. */
export function findItem(then: Note | null, { line, text }: ItemPlace, now: Note): number | 'gone' | 'unsure' {
  const here = itemsSaying(now, text);
  const [only] = here;
  if (only === undefined) return 'gone';
  const there = then === null ? [] : itemsSaying(then, text);
  const item = there.find((one) => one.line === line);
  if (item === undefined) return here.length === 1 && there.length === 0 ? only.line : 'unsure';
  const ofSection = (items: readonly Item[]): readonly Item[] =>
    items.filter(({ heading }) => heading === item.heading);
  const likesThen = ofSection(there);
  const likesNow = ofSection(here);
  if (likesNow.length === likesThen.length) return likesNow[likesThen.indexOf(item)]?.line ?? 'unsure';
  return there.length === 1 && here.length === 1 ? only.line : 'unsure';
}

/** Everything that a note's lines say, by line. */
export function itemsOf(note: Note): readonly Item[] {
  return [...allLines<Item>(note)].sort((a, b) => a.line - b.line);
}

function itemsSaying(note: Note, text: string): readonly Item[] {
  return itemsOf(note).filter(({ source }) => source === text);
}
