/**
 * The rows of the last list shown for a vault on this device, so that `complete 3` knows which is meant. Only the ids
 * of tasks are saved, in the device's own folder.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LinePlace } from '../edit/row-plan';
import { pageRules } from '../edit/page-rules';
import { keptRows } from '../host/cache/lists';
import type { VaultHost } from '../host/vault-host';
import type { Listing } from '../page/listing';
import { newest } from '../page/row';
import type { TaskRow } from '../vault-index/rows';
import type { Settings } from '../settings/settings';
import type { VaultOptions } from './command-options.mts';
import { DeclinedError, type Shell } from './shell.mts';

/** What cannot be saved is not: the list itself was shown. */
export function rememberRows({ deviceFolder }: Pick<Shell, 'deviceFolder'>, folder: string, listing: Listing): void {
  const ids = listing.sections.flatMap(({ rows }) => rows.map(({ task }) => task ?? null));
  try {
    mkdirSync(deviceFolder, { recursive: true });
    writeFileSync(fileOf(deviceFolder, folder), JSON.stringify(ids));
  } catch {
    // A read-only home, a full disk.
  }
}

function fileOf(deviceFolder: string, folder: string): string {
  return path.join(deviceFolder, `list-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}.json`);
}

interface RowAsked {
  /** The vault's, absolute. */
  readonly folder: string;
  readonly host: VaultHost;
  readonly settings: Settings;
  /** From 1. */
  readonly number: number;
  readonly options: VaultOptions;
}

/** Where the task of a row is now. Throws a DeclinedError where there is no such row, or where it has changed. */
export async function listedTask(
  shell: Shell,
  { folder, host, settings, number, options }: RowAsked,
): Promise<LinePlace> {
  const ids = savedIds(fileOf(shell.deviceFolder, folder));
  if (ids === null) throw new DeclinedError('no list has been shown for this vault yet; run `throughline queue` first');
  const id = ids[number - 1];
  if (id === undefined)
    throw new DeclinedError(
      `the last list has ${ids.length === 1 ? '1 item' : `${ids.length} items`}, so there is no item ${number}; run \`throughline queue\` again`,
    );
  if (id === null) throw new DeclinedError(`item ${number} is not a task; choose a task`);
  const today = options.today ?? shell.today;
  const rules = pageRules(settings, settings, today);
  const known = async (list: 'currentTasks' | 'openTasks'): Promise<TaskRow | undefined> =>
    (await keptRows(host, list, { settings, rules }))?.rows.find((one) => one.id === id);
  const all = async (): Promise<TaskRow | undefined> =>
    (await shell.engine.loadVault(host, { settings, today, now: shell.now, list: 'currentTasks' })).index.tasks.find(
      (one) => one.id === id && one.open,
    );
  const task = (await known('currentTasks')) ?? (await known('openTasks')) ?? (await all());
  if (task === undefined)
    throw new DeclinedError(`item ${number} has changed since the list was shown; run \`throughline queue\` again`);
  const { path: note, line } = newest(task);
  return { path: note, line };
}

function savedIds(file: string): readonly (string | null)[] | null {
  try {
    const saved: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(saved) ? saved.map((id) => (typeof id === 'string' ? id : null)) : null;
  } catch {
    return null;
  }
}
