/** What tells that a file is the one that was read: its time, its size, and what else the host knows of it. */
import type { VaultFile } from './vault-host';

/**
 * Some disks tell a file's time in steps of two seconds; one whose times are no whole seconds tells it within a few
 * milliseconds.
 */
const COARSE_TIME = 2_000;
const FINE_TIME = 100;

export function fileIdentity({ mtime, size, inode }: Omit<VaultFile, 'path'>): string {
  return inode === undefined ? `${mtime} ${size}` : `${mtime} ${size} ${inode}`;
}

/** Whether a file's time would be another, had it been changed at `moment` or later; milliseconds since the epoch. */
export function tellsChanges({ mtime }: Pick<VaultFile, 'mtime'>, moment: number): boolean {
  return mtime < moment - (mtime % 1_000 === 0 ? COARSE_TIME : FINE_TIME);
}

/** From this time on a file may have changed a moment before it was listed: the newest file says how late it was. */
export function recentSince(files: readonly Pick<VaultFile, 'mtime'>[]): number {
  return files.reduce((newest, { mtime }) => Math.max(newest, mtime), 0) - COARSE_TIME;
}
