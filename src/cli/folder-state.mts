/** Our own few files in a vault that is a folder on disk, and whose they are. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { HostError, type ReadingsPlace, type StateFile, type VaultState } from '../host/vault-host';
import { readOrdinary } from './read-text.mts';
import { processStart } from './process-start.mts';
import { hostError, isSystemError } from './system-error.mts';
import type { VaultRoot } from './vault-root.mts';
import { placeNew, temporaryPid, writeBeside } from './write-file.mts';

/** When this process began, milliseconds since the epoch. */
const STARTED = Math.trunc(performance.timeOrigin);
const DEVICE =
  os
    .hostname()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
    .slice(0, 40) || 'device';

export class FolderState implements VaultState {
  readonly vaultName: string;
  readonly writer = `cli-${DEVICE}-${process.pid}-${STARTED}`;
  private swept = false;

  readonly readings: ReadingsPlace | undefined;

  private readonly root: string;

  /** `keepsReadingsOf`: the program that may keep here what it read. */
  constructor(
    private readonly vault: VaultRoot,
    private readonly configDir: string,
    keepsReadingsOf?: string,
  ) {
    this.root = vault.folder;
    this.vaultName = path.basename(vault.folder);
    this.readings = keepsReadingsOf === undefined ? undefined : { store: this, of: keepsReadingsOf };
  }

  hasEnded(writer: string): boolean {
    const [, device, pid, began] = /^cli-([a-z0-9]+)-(\d+)-(\d+)$/.exec(writer) ?? [];
    if (device !== DEVICE || writer === this.writer) return false;
    // Another that had our number is gone: there is one of a number at a time.
    if (Number(pid) === process.pid || !isRunning(Number(pid))) return true;
    // Its number may be another program's by now, which began later.
    const start = processStart(Number(pid));
    return start !== null && start > Number(began) + CLOCK_STEP;
  }

  async list(folder: string): Promise<readonly StateFile[]> {
    await Promise.resolve();
    const found = new Map<string, StateFile>();
    for (const place of this.placesOf(folder)) {
      try {
        for (const entry of fs.readdirSync(path.join(this.root, place), { withFileTypes: true })) {
          const size = entry.isFile() ? sizeOf(path.join(this.root, place, entry.name)) : null;
          if (size !== null && !found.has(entry.name)) found.set(entry.name, { name: entry.name, size });
        }
      } catch (error) {
        if (!isSystemError(error, 'ENOENT', 'ENOTDIR')) throw hostError(error, place, 'listed');
      }
    }
    return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async read(file: string): Promise<string | null> {
    await Promise.resolve();
    for (const place of this.placesOf(file)) {
      try {
        // What is damaged is nothing that counts, and is there.
        return readOrdinary(path.join(this.root, place), place) ?? '';
      } catch (error) {
        if (!isSystemError(error, 'ENOENT', 'ENOTDIR')) throw hostError(error, place, 'read');
      }
    }
    return null;
  }

  async create(file: string, text: string): Promise<void> {
    await Promise.resolve();
    const place = this.vaultPath(file);
    const full = path.join(this.root, place);
    try {
      // It would be made again where it was.
      this.vault.check();
      fs.mkdirSync(path.dirname(full), { recursive: true });
      placeNew(writeBeside(full, text, OWN_FILE), full);
    } catch (error) {
      // Something that is no folder is in a folder's place.
      if (isSystemError(error, 'EEXIST') && !fs.existsSync(full))
        throw new HostError(
          'io',
          place,
          `“${place}” could not be created: a file is in the place of its folder.`,
          error,
        );
      throw hostError(error, place, 'created');
    }
  }

  async rename(from: string, to: string): Promise<void> {
    await Promise.resolve();
    const places = this.placesOf(from);
    const at = Math.max(
      0,
      places.findIndex((place) => fs.existsSync(path.join(this.root, place))),
    );
    const place = places[at] ?? from;
    try {
      fs.renameSync(path.join(this.root, place), path.join(this.root, this.placesOf(to)[at] ?? to));
    } catch (error) {
      throw hostError(error, place, 'renamed');
    }
  }

  async remove(file: string): Promise<void> {
    await Promise.resolve();
    for (const place of this.placesOf(file)) {
      try {
        fs.rmSync(path.join(this.root, place), { force: true });
      } catch (error) {
        if (!isSystemError(error, 'ENOTDIR')) throw hostError(error, place, 'deleted');
      }
    }
  }

  /** Once a run; a file or folder that cannot be looked at is left. */
  async sweep(now: number): Promise<void> {
    await Promise.resolve();
    if (this.swept) return;
    this.swept = true;
    const own = this.placesOf('journal');
    const folders = [
      '',
      ...['readings', 'index', 'cache'].flatMap((folder) => this.placesOf(folder)),
      ...own.flatMap((place) => [path.dirname(place), place]),
    ];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      for (const entry of entriesOf(path.join(this.root, folder))) {
        const place = path.join(folder, entry.name);
        if (entry.isDirectory() && !entry.name.startsWith('.') && !folder.startsWith('.')) folders.push(place);
        else if (entry.isFile() && temporaryPid(entry.name) !== null)
          removeLeftover(path.join(this.root, place), temporaryPid(entry.name) ?? 0, now);
      }
    }
  }

  /**
   * Where a state file is in the vault. A vault that Obsidian never opened has no configuration folder, and gets none
   * from us.
   */
  private vaultPath(file: string): string {
    return this.placesOf(file)[0] ?? file;
  }

  /**
   * Where it may lie: what was kept before Obsidian first opened the vault still counts. New files go to the first of
   * them.
   */
  private placesOf(file: string): readonly string[] {
    const own = `${WITHOUT_CONFIG}/${file}`;
    if (!fs.existsSync(path.join(this.root, this.configDir))) {
      this.refuseOutside(WITHOUT_CONFIG);
      return [own];
    }
    const first = `${this.configDir}/plugins/throughline/${file}`;
    return this.isInside(WITHOUT_CONFIG) ? [first, own] : [first];
  }

  /** Several vaults may share a configuration folder by a link; a folder of our own is in the vault. */
  private refuseOutside(folder: string): void {
    if (!this.isInside(folder))
      throw new HostError(
        'denied',
        folder,
        `“${folder}” leads out of the vault through a symbolic link; put a folder in its place.`,
      );
  }

  private isInside(folder: string): boolean {
    try {
      return this.vault.holds(fs.realpathSync.native(path.join(this.root, folder)));
    } catch (error) {
      return isSystemError(error, 'ENOENT');
    }
  }
}

/** The system tells when a program began in whole seconds, and the clock may have been set since. */
const CLOCK_STEP = 10_000;

const WITHOUT_CONFIG = '.throughline';

/** The old texts of private notes: for their owner only. */
const OWN_FILE = 0o600;

function entriesOf(folder: string): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function sizeOf(file: string): number | null {
  try {
    return fs.lstatSync(file).size;
  } catch {
    // It went between listing and asking.
    return null;
  }
}

/** Writing a file takes seconds at most; a number may by now be another program's. */
const LONGEST_WRITE = 24 * 60 * 60 * 1000;

function removeLeftover(file: string, pid: number, now: number): void {
  try {
    const { mtimeMs } = fs.lstatSync(file);
    const isOld = pid === process.pid ? mtimeMs < STARTED : !isRunning(pid) || now - mtimeMs > LONGEST_WRITE;
    if (isOld) fs.rmSync(file, { force: true });
  } catch {
    // Another run cleared it away, or may not delete it.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isSystemError(error, 'ESRCH');
  }
}
