/** Where a wikilink leads, as Obsidian finds it: the path, a path's tail, the file name; letter case does not count. */
import { compareText } from '../text/order';
import { runSync, type Job } from '../text/job';
import { PatchedMap } from '../text/patched-map';
import type { ListChange } from '../text/sorted-list';
import { foldFileName } from './fold-name';
import { pushInto } from '../text/push-into';

/** The Markdown files of a vault, for links. A lookup costs the same in any vault. */
export interface VaultPaths {
  /**
   * The notes a link's target may mean, from a note at `from`: none, the one, or several (the names are not unique;
   * Obsidian then takes one by its distance, which is no one's decision). `target` is without subpath, with or without
   * `.md`.
   */
  follow(target: string, from: string): readonly string[];
  /** With other files. Whoever remembered an answer asks again: see `linkKey`. */
  exchanged(change: ListChange<string>): VaultPaths;
}

/** What a link's target and a path have in common when the one may mean the other. */
export function linkKey(targetOrPath: string): string {
  return tail(pathKey(targetOrPath.trim()), 1);
}

/** `paths` in any order: vault paths that end in `.md`. */
export function vaultPaths(paths: Iterable<string>): VaultPaths {
  return runSync(vaultPathSteps(paths));
}

/** Paths in a piece of work. */
const YIELD_EVERY = 500;

/** As `vaultPaths`, in pieces. */
export function* vaultPathSteps(paths: Iterable<string>): Job<VaultPaths> {
  const tables = {
    byPath: new Map<string, string[]>(),
    byTail: new Map<string, string[]>(),
    byName: new Map<string, string[]>(),
  };
  let count = 0;
  for (const path of paths) {
    if (++count % YIELD_EVERY === 0) yield;
    for (const [table, key] of keysOf(path)) pushInto(tables[table], key, path);
  }
  return pathsIn({
    byPath: PatchedMap.of(tables.byPath),
    byTail: PatchedMap.of(tables.byTail),
    byName: PatchedMap.of(tables.byName),
  });
}

type Table = PatchedMap<string, readonly string[]>;

interface Tables {
  readonly byPath: Table;
  /** By the last two parts. */
  readonly byTail: Table;
  readonly byName: Table;
}

function keysOf(path: string): [table: keyof Tables, key: string][] {
  const key = pathKey(path);
  return [
    ['byPath', key],
    ['byName', tail(key, 1)],
    ...(key.includes('/') ? [['byTail', tail(key, 2)] as ['byTail', string]] : []),
  ];
}

function pathsIn(tables: Tables): VaultPaths {
  const { byPath, byTail, byName } = tables;
  return {
    follow: (target, from) => {
      const { key, rooted } = targetKey(target, from);
      if (key === '') return NONE;
      const exact = byPath.get(key);
      if (exact !== undefined || rooted) return exact ?? NONE;
      if (!key.includes('/')) return byName.get(key) ?? NONE;
      const near = byTail.get(tail(key, 2)) ?? NONE;
      const ending = `/${key}`;
      return near.length === 0 ? NONE : near.filter((path) => pathKey(path).endsWith(ending));
    },
    exchanged: ({ removed, added }) => {
      const changes = { byPath: changing(byPath), byTail: changing(byTail), byName: changing(byName) };
      for (const path of removed)
        for (const [table, key] of keysOf(path))
          changes[table].change(key, (known) => known.filter((other) => other !== path));
      for (const path of added)
        for (const [table, key] of keysOf(path))
          changes[table].change(key, (known) => [...known, path].sort(compareText));
      return pathsIn({
        byPath: changes.byPath.patched(),
        byTail: changes.byTail.patched(),
        byName: changes.byName.patched(),
      });
    },
  };
}

/** A table's lists while they change one by one; an empty one goes. */
function changing(table: Table): {
  change(key: string, to: (known: readonly string[]) => readonly string[]): void;
  patched(): Table;
} {
  const lists = new Map<string, readonly string[] | undefined>();
  return {
    change: (key, to) => {
      const next = to((lists.has(key) ? lists.get(key) : table.get(key)) ?? NONE);
      lists.set(key, next.length === 0 ? undefined : next);
    },
    patched: () => table.patched(lists),
  };
}

const NONE: readonly string[] = [];

function pathKey(path: string): string {
  const key = foldFileName(path);
  return key.endsWith('.md') ? key.slice(0, -3) : key;
}

/** The last `count` parts of a path. */
function tail(key: string, count: number): string {
  let at = key.length;
  for (let left = count; left > 0 && at >= 0; left -= 1) at = key.lastIndexOf('/', at - 1);
  return at < 0 ? key : key.slice(at + 1);
}

function targetKey(target: string, from: string): { key: string; rooted: boolean } {
  let key = pathKey(target.trim());
  if (key.startsWith('/')) return { key: key.slice(1), rooted: true };
  if (!key.startsWith('./') && !key.startsWith('../')) return { key, rooted: false };
  const folders = foldFileName(from).split('/').slice(0, -1);
  while (key.startsWith('./') || key.startsWith('../')) {
    if (key.startsWith('../')) folders.pop();
    key = key.slice(key.indexOf('/') + 1);
  }
  return { key: [...folders, key].join('/'), rooted: true };
}
