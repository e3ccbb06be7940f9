/** The notes of a live vault, sorted, with bodies that merely look alike told apart; a change costs what it touches. */
import type { Note } from '../note/note';
import { compareText } from '../text/order';
import { bodyKey, tellBodiesApart } from './same-bodies';
import type { VaultHost } from './vault-host';

export class LiveNotes {
  /** As they were read, by path. */
  private readonly read = new Map<string, Note>();
  /** The paths of notes of one day whose bodies look alike. */
  private readonly alike = new Map<string, Set<string>>();
  private sorted: readonly Note[] = [];

  constructor(private readonly host: Pick<VaultHost, 'read'>) {}

  /** By path. Notes that stay what they were are the same objects. */
  get all(): readonly Note[] {
    return this.sorted;
  }

  /** `before`: notes that were given earlier and are gone or changed. */
  async exchange(before: readonly Note[], after: readonly Note[]): Promise<void> {
    const keys = new Set<string>();
    for (const note of before) {
      this.read.delete(note.path);
      const key = bodyKey(note);
      if (key === null) continue;
      const paths = this.alike.get(key);
      paths?.delete(note.path);
      if (paths?.size === 0) this.alike.delete(key);
      keys.add(key);
    }
    for (const note of after) {
      this.read.set(note.path, note);
      const key = bodyKey(note);
      if (key === null) continue;
      const paths = this.alike.get(key) ?? new Set();
      this.alike.set(key, paths.add(note.path));
      keys.add(key);
    }
    const current = new Map(after.map((note) => [note.path, note]));
    for (const key of keys) for (const path of this.alike.get(key) ?? []) current.set(path, this.read.get(path) ?? missing(path));
    for (const note of await tellBodiesApart(this.host, [...current.values()].sort(byPath))) current.set(note.path, note);
    const gone = new Set(before.map(({ path }) => path));
    const known = new Map(this.sorted.map((note) => [note.path, note]));
    for (const [path, note] of current) {
      // A note that came out of the comparison as before is the same note.
      const was = known.get(path);
      if (was !== undefined && !gone.has(path) && was.bodyHash === note.bodyHash) current.set(path, was);
    }
    const kept = this.sorted.filter(({ path }) => !gone.has(path) && !current.has(path));
    this.sorted = merged(kept, [...current.values()].sort(byPath));
  }
}

function byPath(a: Note, b: Note): number {
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
