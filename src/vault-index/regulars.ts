/**
 * Names of people without a page that the vault knows all the same: whoever was at several of its meetings, or heads
 * the tasks of several of its notes.
 *
 *     Present: Lena Roth, Bo     in two notes: `Lena to …`, `… → Bo` name an owner in every note
 *     - Niko to draft it         in two notes: Niko is one too
 */
import { foldName } from '../entity/fold-name';
import { givenName, PERSON } from '../entity/person-name';
import type { Note } from '../note/note';
import { derived } from '../text/memoize';
import { PatchedMap } from '../text/patched-map';
import { mayBeNew } from './new-owner';

/** Folded names, each with the number of notes that name somebody so. */
export type Regulars = PatchedMap<string, number>;

/** In one note a name may be anything; in two it is somebody's. */
const NOTES = 2;

/** Folded, and once each. Of a full name also the first name. */
const namedIn = derived((note: Note): readonly string[] => {
  const found = new Set<string>();
  for (const { names } of note.meetings) {
    for (const { text, kind, target } of names) {
      if (kind !== PERSON || target !== null) continue;
      found.add(foldName(text));
      found.add(foldName(givenName(text)));
    }
  }
  for (const { candidates } of note.tasks) {
    for (const { place, by, names } of candidates) {
      if (place !== 'first' || (by !== 'to' && by !== 'marked-to')) continue;
      for (const { text } of names) if (mayBeNew(text)) found.add(foldName(text));
    }
  }
  found.delete('');
  return [...found];
});

export function regularsOf(notes: readonly Note[]): Regulars {
  const counts = new Map<string, number>();
  for (const note of notes) for (const name of namedIn(note)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return PatchedMap.of(counts);
}

export function isRegular(regulars: Regulars, name: string): boolean {
  return (regulars.get(foldName(name)) ?? 0) >= NOTES;
}

/** With the notes `added` in place of those `removed`; and the names that are regular now or were before, not both. */
export function exchangeRegulars(
  before: Regulars,
  { removed, added }: { readonly removed: readonly Note[]; readonly added: readonly Note[] },
): { readonly regulars: Regulars; readonly changed: ReadonlySet<string> } {
  const counts = new Map<string, number>();
  const count = (notes: readonly Note[], by: number): void => {
    for (const note of notes) for (const name of namedIn(note)) counts.set(name, (counts.get(name) ?? 0) + by);
  };
  count(removed, -1);
  count(added, 1);
  const patch = new Map<string, number | undefined>();
  const changed = new Set<string>();
  for (const [name, by] of counts) {
    if (by === 0) continue;
    const was = before.get(name) ?? 0;
    patch.set(name, was + by === 0 ? undefined : was + by);
    if (was >= NOTES !== was + by >= NOTES) changed.add(name);
  }
  return { regulars: before.patched(patch), changed };
}

/** Whether a task of the note may be one of these names' (folded). */
export function mayNameOne(note: Note, names: ReadonlySet<string>): boolean {
  return note.tasks.some(({ candidates }) =>
    candidates.some((candidate) => candidate.names.some(({ text }) => names.has(foldName(text)))),
  );
}
