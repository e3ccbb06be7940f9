/**
 * The folder that is the vault, known again as long as a command runs: one that was moved, deleted, unmounted or
 * replaced meanwhile is not the vault, and nothing is made in its place.
 */
import fs from 'node:fs';
import path from 'node:path';
import { HostError } from '../host/vault-host';
import { hostError } from './system-error.mts';

export class VaultRoot {
  /** `folder`: absolute, its links resolved. */
  private constructor(
    readonly folder: string,
    private readonly identity: string,
  ) {}

  /** Throws `missing` where there is no such folder. */
  static open(folder: string): VaultRoot {
    let real: string;
    let identity: string | null;
    try {
      real = fs.realpathSync.native(folder);
      identity = identityOf(real);
    } catch (error) {
      throw hostError(error, folder, 'opened');
    }
    if (identity === null) throw new HostError('missing', folder, `“${folder}” is not a folder.`);
    return new VaultRoot(real, identity);
  }

  /** Throws `missing` where the folder is not there any more, or is another one. */
  check(): void {
    if (!this.isThere())
      throw new HostError(
        'missing',
        this.folder,
        `The vault “${this.folder}” is gone: it was moved, deleted, unmounted or replaced. Give its folder again.`,
      );
  }

  isThere(): boolean {
    try {
      return identityOf(this.folder) === this.identity;
    } catch {
      return false;
    }
  }

  /** Whether a real path is in the vault, or is its folder. */
  holds(real: string): boolean {
    const { folder } = this;
    return real === folder || real.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
  }
}

/** Null for what is no folder. A link that took the folder's place is another one, wherever it leads. */
function identityOf(folder: string): string | null {
  const stats = fs.lstatSync(folder, { bigint: true });
  return stats.isDirectory() ? `${stats.dev}:${stats.ino}` : null;
}
