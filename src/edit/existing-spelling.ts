/**
 * A path as the vault spells it: where `throughline/follow-ups.md` is there, `Throughline/Follow-ups.md` is that file.
 * Most systems hold one of the two only, and a vault is synced to all of them.
 */
import { foldFileName } from '../text/file-name';
import { compareText } from '../text/order';
import { runSync, type Job } from '../text/job';
import type { ListChange } from '../text/sorted-list';

/**
 * The path itself where it, or nothing like it, is there; else with the spelling of the file, or of the folders that
 * are.
 */
export type ExistingSpelling = (path: string) => string;

/** `paths`: the vault's files. */
export function existingSpelling(paths: readonly string[]): ExistingSpelling {
  return runSync(spellingSteps(paths)).spelled;
}

/** Paths in a piece of work. */
const YIELD_EVERY = 500;

/** The spellings of a vault's files, in pieces. */
export function* spellingSteps(paths: readonly string[]): Job<Spellings> {
  const spellings = new Spellings();
  for (const [at, path] of paths.entries()) {
    if (at % YIELD_EVERY === 0) yield;
    spellings.add(path);
  }
  return spellings;
}

/** The spellings of a vault's files and folders, as these come and go. */
export class Spellings {
  /** How many paths go through it. */
  private readonly exact = new Map<string, number>();
  /** Sorted: of several spellings the first counts. */
  private readonly byFolded = new Map<string, readonly string[]>();

  add(path: string): void {
    for (const part of partsOf(path)) {
      const count = this.exact.get(part) ?? 0;
      this.exact.set(part, count + 1);
      if (count > 0) continue;
      const folded = foldFileName(part);
      const known = this.byFolded.get(folded);
      this.byFolded.set(folded, known === undefined ? [part] : [...known, part].sort(compareText));
    }
  }

  remove(path: string): void {
    for (const part of partsOf(path)) {
      const left = (this.exact.get(part) ?? 0) - 1;
      if (left > 0) {
        this.exact.set(part, left);
        continue;
      }
      this.exact.delete(part);
      const folded = foldFileName(part);
      const others = (this.byFolded.get(folded) ?? []).filter((other) => other !== part);
      if (others.length === 0) this.byFolded.delete(folded);
      else this.byFolded.set(folded, others);
    }
  }

  readonly spelled: ExistingSpelling = (path) => {
    for (const part of partsOf(path)) {
      const there = this.exact.has(part) ? part : this.byFolded.get(foldFileName(part))?.[0];
      if (there !== undefined) return there + path.slice(part.length);
    }
    return path;
  };
}

/** The spellings after a change of the files, the same object; null where the change is unknown. */
export function respelled(spellings: Spellings, change: ListChange<string> | null): Spellings | null {
  if (change === null) return null;
  for (const path of change.removed) spellings.remove(path);
  for (const path of change.added) spellings.add(path);
  return spellings;
}

/** The path itself, then its folders, innermost first. */
function* partsOf(path: string): Generator<string> {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) yield path.slice(0, end);
}
