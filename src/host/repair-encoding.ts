/** The damaged notes of a vault: found, shown, and fixed as one plan that can be undone. */
import { type EncodingRepair, planEncodingRepair } from '../edit/repair-encoding';
import { readNote } from '../note/read-note';
import { isConflictedCopy } from '../settings/exclude';
import type { Settings } from '../settings/settings';
import { carryOut, type CarriedOut } from './carry-out';
import { LARGEST_NOTE } from './read-file';
import { readRules } from './read-vault';
import { HostError, type VaultHost } from './vault-host';

export interface RepairEncodingOptions {
  readonly settings: Settings;
  /** False only says what would be fixed. */
  readonly write: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface EncodingRepairs {
  /** By path. */
  readonly repairs: readonly EncodingRepair[];
  /** Damaged and left alone: excluded, marked `throughline: false`, or one of two versions that sync left. */
  readonly left: readonly string[];
  /** Null where nothing was to be written. */
  readonly result: CarriedOut | null;
  /** What could not be read for an I/O reason. */
  readonly failures: readonly HostError[];
}

export async function repairEncodingInVault(
  host: VaultHost,
  { settings, write, now, onProgress }: RepairEncodingOptions,
): Promise<EncodingRepairs> {
  const listing = await host.list();
  const { rules, exclude, failures: unread } = await readRules(host, settings);
  const files = listing.files.filter(({ path }) => /\.md$/i.test(path));
  const repairs: EncodingRepair[] = [];
  const left: string[] = [];
  const failures: HostError[] = [...listing.failures, ...unread];
  let done = 0;
  for (const { path, size } of files) {
    onProgress?.(++done, files.length);
    if (size > LARGEST_NOTE) continue;
    try {
      const text = await host.read(path);
      const repair = planEncodingRepair(path, text);
      if (repair === null) continue;
      if (exclude.isExcluded(path) || isConflictedCopy(path) || readNote(path, text, rules).ignored) left.push(path);
      else repairs.push(repair);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (error.code !== 'not-utf8' && error.code !== 'missing') failures.push(error);
    }
  }
  // What is excluded nobody knows without those settings.
  const result =
    write && repairs.length > 0 && unread.length === 0
      ? await carryOut(host, { edits: repairs.map(({ edit }) => edit) }, { what: 'repair-encoding', now })
      : null;
  return { repairs, left, result, failures };
}
