/** The notes of a live vault, sorted, with bodies that merely look alike told apart; a change costs what it touches. */
import type { Note } from '../note/note';
import { compareText } from '../text/order';
import { runYielding, sortSteps } from '../text/job';
import { placeOf } from '../text/sorted-list';
import { bodyKey, distinguishCopies } from './distinguish-copies';
import type { VaultHost } from './vault-host';

/** Notes in a piece of work. */
const YIELD_EVERY = 500;

export class LiveNotes {
  /** As they were read, by path. */
  private readonly read = new Map<string, Note>();
  /** The paths of notes of one day whose bodies look alike. */
  private readonly alike = new Map<string, Set<string>>();
  private sorted: readonly Note[] = [];

  /** `rest` is awaited between pieces of the work. */
  constructor(
    private readonly host: Pick<VaultHost, 'read'>,
    private readonly rest: () => Promise<void>,
  ) {}

  /** By path. Notes that stay what they were are the same objects. */
  get all(): readonly Note[] {
    return this.sorted;
  }

  /** `before`: notes that were given earlier and are gone or changed. */
  async exchange(before: readonly Note[], after: readonly Note[]): Promise<void> {
    const keys = new Set<string>();
    let count = 0;
    for (const note of before) {
      if (++count % YIELD_EVERY === 0) await this.rest();
      this.read.delete(note.path);
      const key = bodyKey(note);
      if (key === null) continue;
      const paths = this.alike.get(key);
      paths?.delete(note.path);
      if (paths?.size === 0) this.alike.delete(key);
      keys.add(key);
    }
    for (const note of after) {
      if (++count % YIELD_EVERY === 0) await this.rest();
      this.read.set(note.path, note);
      const key = bodyKey(note);
      if (key === null) continue;
      const paths = this.alike.get(key) ?? new Set();
      this.alike.set(key, paths.add(note.path));
      keys.add(key);
    }
    const current = new Map(after.map((note) => [note.path, note]));
    await this.rest();
    for (const key of keys) {
      const paths = this.alike.get(key);
      // Alone it can be told from no other: most are.
      if (paths !== undefined && paths.size > 1)
        for (const path of paths) current.set(path, this.read.get(path) ?? missing(path));
    }
    const sorted = await runYielding(sortSteps([...current.values()], byPath), this.rest);
    for (const note of await distinguishCopies(this.host, sorted)) current.set(note.path, note);
    await this.rest();
    this.sorted = exchangedNotes(this.sorted, before, current);
  }
}

/** Above this a merge of two sorted lists beats splicing. */
const MOST_PUT_IN = 200;

/**
 * Without those of `before`, with those of `current`; a note that came out of the comparison of bodies as before stays
 * the same note.
 */
function exchangedNotes(
  sorted: readonly Note[],
  before: readonly Note[],
  current: ReadonlyMap<string, Note>,
): readonly Note[] {
  const gone = new Set(before.map(({ path }) => path));
  if (gone.size + current.size > MOST_PUT_IN) {
    const known = new Map(sorted.map((note) => [note.path, note]));
    const come = [...current.values()].map((note) =>
      sameOr(gone.has(note.path) ? undefined : known.get(note.path), note),
    );
    return merged(
      sorted.filter(({ path }) => !gone.has(path) && !current.has(path)),
      come.sort(byPath),
    );
  }
  const notes = [...sorted];
  const at = (path: string): number => placeOf(notes, { path }, byPath);
  for (const path of gone) if (!current.has(path) && notes[at(path)]?.path === path) notes.splice(at(path), 1);
  for (const note of current.values()) {
    const place = at(note.path);
    const there = notes[place];
    if (there?.path === note.path) notes[place] = sameOr(gone.has(note.path) ? undefined : there, note);
    else notes.splice(place, 0, note);
  }
  return notes;
}

function sameOr(was: Note | undefined, note: Note): Note {
  return was !== undefined && was.bodyHash === note.bodyHash ? was : note;
}

function byPath(a: Pick<Note, 'path'>, b: Pick<Note, 'path'>): number {
  return compareText(a.path, b.path);
}

function missing(path: string): never {
  throw new Error(`no note was read at “${path}”`);
}

/** Two sorted lists as one. */
function merged(a: readonly Note[], b: readonly Note[]): readonly Note[] {
  if (b.length === 0) return a;
  const all: Note[] = [];
  let at = 0;
  for (const note of a) {
    for (let next = b[at]; next !== undefined && next.path < note.path; next = b[at]) {
      all.push(next);
      at += 1;
    }
    all.push(note);
  }
  return [...all, ...b.slice(at)];
}
