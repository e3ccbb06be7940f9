/** The `.base` files of a vault, as a plan: one a kind, made again only while it is as we wrote it. */
import { baseFile, isUntouchedBase } from '../page/base-file';
import type { Settings } from '../settings/settings';
import type { FileEdit, Plan } from './plan';
import { existingSpelling } from './existing-spelling';
import type { SkippedEdit } from './skips';

export interface BasesPlan extends Plan {
  /** Files of that name that are somebody's own. */
  readonly left: readonly SkippedEdit[];
}

/** Where the bases go, by the id of their kind. */
export function basePaths(settings: Settings, paths: readonly string[]): ReadonlyMap<string, string> {
  const spelled = existingSpelling(paths);
  return new Map(
    writtenKinds(settings).map(({ id, folder }) => [
      id,
      spelled(`${settings.rollupFolder}/${folder.slice(folder.lastIndexOf('/') + 1)}.base`),
    ]),
  );
}

function writtenKinds({ kinds, includeKinds }: Settings) {
  return kinds.filter(({ id, enabled }) => enabled && (includeKinds === null || includeKinds.includes(id)));
}

/** `textAt`: what is at a path, null where no file is. */
export function planBases(
  settings: Settings,
  { paths, textAt }: { readonly paths: readonly string[]; readonly textAt: (path: string) => string | null },
): BasesPlan {
  const edits: FileEdit[] = [];
  const left: SkippedEdit[] = [];
  let unchanged = 0;
  const enabled = settings.kinds.filter((kind) => kind.enabled);
  const at = basePaths(settings, paths);
  const taken = new Set<string>();
  for (const kind of writtenKinds(settings)) {
    const path = at.get(kind.id) ?? '';
    // Two kinds whose folders have one name share it; the first has it.
    if (taken.has(path)) continue;
    taken.add(path);
    const { typeKeys, dateKeys, exclude, properties } = settings;
    const after = baseFile(kind, { kinds: enabled, typeKeys, dateKeys, exclude, properties });
    const before = textAt(path);
    if (before === after) unchanged += 1;
    else if (before === null || isUntouchedBase(before))
      edits.push({ path, before, after, recompute: (now) => (isUntouchedBase(now) ? after : null) });
    else left.push({ path, why: { code: 'own-base' } });
  }
  return { edits, unchanged, left };
}
