/**
 * Tells when something in a vault's folder changed, its own configuration included; hidden folders besides are not
 * watched.
 */
import path from 'node:path';
import { hostError } from './system-error.mts';
import { VaultRoot } from './vault-root.mts';
import type { HostError } from '../host/vault-host';

export interface FolderWatch {
  /**
   * Resolves with the paths (relative to the folder, `/` between) that changed since the last call, as soon as they
   * settled; with none where a look is worth it all the same.
   */
  next(): Promise<ReadonlySet<string>>;
  close(): Promise<void>;
}

/** Milliseconds without a change after which changes are reported. */
const SETTLED = 400;
/**
 * Milliseconds after a change, or the start, after which a second look is asked for: chokidar lists a folder at most
 * once a second, and never tells of a file that was made in one within that second.
 */
const SECOND_LOOK = 1500;
const LOOK_FOR_ROOT = 2000;

/**
 * `configFiles`: files of the configuration folder that matter, by their paths in it. Loaded when it is first needed:
 * nothing else waits for it.
 */
export async function watchFolder(
  folder: string,
  {
    configDir,
    configFiles,
    onError,
  }: {
    readonly configDir: string;
    readonly configFiles: readonly string[];
    readonly onError: (error: HostError) => void;
  },
): Promise<FolderWatch> {
  const { watch } = await import('chokidar');
  const changed = new Set<string>();
  let lookAgain = true;
  let waiting: ((paths: ReadonlySet<string>) => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const tell = (): void => {
    timer = null;
    if (waiting === null || (changed.size === 0 && !lookAgain)) return;
    const tellThem = waiting;
    waiting = null;
    lookAgain = changed.size > 0;
    const told = new Set(changed);
    changed.clear();
    tellThem(told);
  };
  const soon = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(tell, changed.size > 0 ? SETTLED : SECOND_LOOK);
  };
  const relative = (full: string): string => path.relative(folder, full).split(path.sep).join('/');
  const isHidden = (full: string): boolean =>
    relative(full)
      .split('/')
      .some((part) => part.startsWith('.') && part !== '');
  const watcher = watch([folder, ...configFiles.map((file) => path.join(folder, configDir, file))], {
    ignoreInitial: true,
    // Links that leave the vault are not followed when it is read either.
    followSymlinks: false,
    ignored: (full, stats) =>
      (isHidden(full) && !configFiles.some((file) => path.join(folder, configDir, file) === full)) ||
      (stats?.isFile() === true && !isHidden(full) && !/\.md$/i.test(full)),
  });
  watcher.on('all', (_event, full) => {
    changed.add(relative(full));
    soon();
  });
  // A folder that is moved away, unmounted or replaced tells of it in no event.
  const root = VaultRoot.open(folder);
  const looking = setInterval(() => {
    if (root.isThere()) return;
    clearInterval(looking);
    lookAgain = true;
    tell();
  }, LOOK_FOR_ROOT);
  watcher.on('error', (error) => onError(hostError(error, folder, 'watched')));
  await new Promise<void>((resolve) => {
    watcher.once('ready', () => resolve());
  });
  return {
    next: () =>
      new Promise((resolve) => {
        waiting = resolve;
        if (changed.size > 0 || lookAgain) soon();
      }),
    close: async () => {
      if (timer !== null) clearTimeout(timer);
      clearInterval(looking);
      await watcher.close();
    },
  };
}
