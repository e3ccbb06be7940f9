/**
 * A path as the vault spells it: where `throughline/follow-ups.md` is there, `Throughline/Follow-ups.md` is that file. Most
 * systems hold one of the two only, and a vault is synced to all of them.
 */
import { foldFileName } from '../text/file-name';
import { compareText } from '../text/order';

/** The path itself where it, or nothing like it, is there; else with the spelling of the file, or of the folders that are. */
export type SpelledAsThere = (path: string) => string;

/** `paths`: the vault's files. */
export function spelledAsThere(paths: readonly string[]): SpelledAsThere {
  const exact = new Set<string>();
  const byFolded = new Map<string, string>();
  for (const path of [...paths].sort(compareText)) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const part = path.slice(0, end);
      if (exact.has(part)) break;
      exact.add(part);
      const folded = foldFileName(part);
      if (!byFolded.has(folded)) byFolded.set(folded, part);
    }
  }
  return (path) => {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const part = path.slice(0, end);
      const there = exact.has(part) ? part : byFolded.get(foldFileName(part));
      if (there !== undefined) return there + path.slice(end);
    }
    return path;
  };
}
