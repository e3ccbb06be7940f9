/** What came and went between two readings of a vault, told by comparing lists whose members stay the same objects. */
import { linkKey } from '../entity/vault-paths';
import { LINE_KINDS } from '../note/line-kinds';
import type { Name, Note } from '../note/note';
import { compareText } from '../text/order';
import type { Job } from '../text/job';
import type { ListChange } from '../text/sorted-list';

/** Above this a rebuild is cheaper than an update: fewer than when many pages are written at once. */
const MOST_EXCHANGED = 1000;

/** Null for more than can be exchanged. A note read again is among both. */
export function changedNotes(before: readonly Note[], after: readonly Note[]): ListChange<Note> | null {
  return (
    changeOf(before, after, ({ path }) => path) ??
    changeOf(
      before,
      [...after].sort((a, b) => compareText(a.path, b.path)),
      ({ path }) => path,
    )
  );
}

/** Null for more than can be exchanged. */
export function changedPaths(before: readonly string[], after: readonly string[]): ListChange<string> | null {
  if (before === after) return { removed: [], added: [] };
  const change = changeOf(before, after, (path) => path);
  if (change === null) return null;
  // Paths that a plan adds are after the others, out of order.
  const stay = new Set(change.removed.filter((path) => change.added.includes(path)));
  const moves = (path: string): boolean => !stay.has(path);
  return { removed: change.removed.filter(moves), added: change.added.filter(moves) };
}

/**
 * Members of one list alone. In any order it is right; where both are in the order of their keys it is as little as can
 * be. Null for too much.
 */
function changeOf<T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string): ListChange<T> | null {
  const removed: T[] = [];
  const added: T[] = [];
  let [a, b] = [0, 0];
  while (a < before.length || b < after.length) {
    const left = before[a];
    const right = after[b];
    if (left !== undefined && left === right) {
      a += 1;
      b += 1;
      continue;
    }
    const order = left === undefined ? 1 : right === undefined ? -1 : compareText(keyOf(left), keyOf(right));
    if (left !== undefined && order <= 0) {
      removed.push(left);
      a += 1;
    }
    if (right !== undefined && order >= 0) {
      added.push(right);
      b += 1;
    }
    if (removed.length + added.length > 2 * MOST_EXCHANGED) return null;
  }
  return { removed, added };
}

/** Notes looked at in a piece of work. */
const YIELD_EVERY = 200;

/** The notes in which a link's target may mean a path of those keys. */
export function* notesThatLink(notes: readonly Note[], keys: ReadonlySet<string>): Job<readonly Note[]> {
  const found: Note[] = [];
  if (keys.size === 0) return found;
  const known = new Map<string, boolean>();
  const links = ({ target }: Name): boolean => {
    if (target === null) return false;
    let is = known.get(target);
    if (is === undefined) known.set(target, (is = keys.has(linkKey(target))));
    return is;
  };
  for (let at = 0; at < notes.length; at++) {
    if (at % YIELD_EVERY === 0) yield;
    const note = notes[at];
    if (note !== undefined && anyName(note, links)) found.push(note);
  }
  return found;
}

function anyName(note: Note, is: (name: Name) => boolean): boolean {
  for (const { names } of note.meetings) if (names.some(is)) return true;
  for (const { owners } of note.tasks) if (owners.some(is)) return true;
  for (const kind of LINE_KINDS) for (const { names } of note[kind]) if (names.some(is)) return true;
  return false;
}
