/** Everything of ours taken out of a vault, as one plan that can be undone. */
import { existingSpelling } from '../edit/existing-spelling';
import { planPageRemoval, type Staying } from '../edit/plan-removal';
import type { FileEdit } from '../edit/plan';
import { parseNames } from '../entity/names-lines';
import { isUntouchedBase } from '../page/base-file';
import { isRollupPage } from '../settings/exclude';
import type { Settings } from '../settings/settings';
import { carryOut, type CarriedOut } from './carry-out';
import { pauseLiveWriting, recoverJournal } from './journal';
import { LARGEST_NOTE } from './read-file';
import { forgetSections } from './cache/sections';
import { forgetIndex } from './stored-index';
import { forgetReadings } from './note-cache';
import { HostError, type VaultHost } from './vault-host';

export interface RemoveOptions {
  readonly settings: Settings;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** False only says what would go. */
  readonly write: boolean;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface Removed {
  readonly edits: readonly FileEdit[];
  /** Null where nothing was to be written. */
  readonly result: CarriedOut | null;
  readonly stays: readonly Staying[];
  /** What could not be read or written for an I/O reason. */
  readonly failures: readonly HostError[];
}

/** Looks into every note, excluded ones as well: a page that was moved to an archive has its block still. */
export async function removeFromVault(
  host: VaultHost,
  { settings, now, write, onProgress }: RemoveOptions,
): Promise<Removed> {
  if (write) await recoverJournal(host, now);
  const listing = await host.list();
  const failures: HostError[] = [...listing.failures];
  const isOurBase = (path: string): boolean =>
    path.toLowerCase().startsWith(`${settings.rollupFolder.toLowerCase()}/`) && /\.base$/i.test(path);
  const files = listing.files.filter(({ path }) => /\.md$/i.test(path) || isOurBase(path));
  const edits: FileEdit[] = [];
  const stays: Staying[] = [];
  const namesPath = existingSpelling(files.map(({ path }) => path))(`${settings.rollupFolder}/Names.md`);
  for (const [index, { path, size }] of files.entries()) {
    onProgress?.(index + 1, files.length);
    if (size > LARGEST_NOTE) continue;
    try {
      const text = await host.read(path);
      if (path === namesPath) {
        const answers = parseNames(text, path).decisions.length;
        if (answers > 0) stays.push({ path, reasons: [{ code: 'holds-answers', answers }] });
        continue;
      }
      if (isOurBase(path)) {
        if (isUntouchedBase(text)) edits.push({ path, before: text, after: null });
        continue;
      }
      const { edit, stays: staying } = planPageRemoval(path, text, {
        isRollupPage: (page) => isRollupPage(page, settings),
      });
      if (edit !== null) edits.push(edit);
      if (staying !== null) stays.push(staying);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (error.code === 'denied' || error.code === 'io') failures.push(error);
    }
  }
  if (!write) return { edits, result: null, stays, failures };
  try {
    await forgetIndex(host.state);
    await forgetReadings(host.state);
    await forgetSections(host);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    failures.push(error);
  }
  // Live writing would put everything back.
  await pauseLiveWriting(host.state);
  const result = await carryOut(host, { edits }, { what: 'remove', now, recovered: true });
  return { edits, result, stays, failures: [...failures, ...result.failures] };
}
