/**
 * Writing a file so that after a crash it is the old one or the new one: a temporary file next to it, flushed, renamed.
 */
import fs from 'node:fs';
import path from 'node:path';
import { HostError } from '../host/vault-host';
import { hostError, isSystemError } from './system-error.mts';

interface Replacement {
  readonly vaultPath: string;
  readonly text: string;
  /** The file as it was when the text was computed. */
  readonly before: fs.BigIntStats;
}

/**
 * Replaces a file, keeping its mode and, where the system lets us, its owner and attributes. False when it changed
 * since
 * `before`. Other names of the same file (hard links) keep the old text: written in place it could be torn by a crash,
 * and snapshots made of links would change with it.
 */
export async function replaceFile(file: string, { vaultPath, text, before }: Replacement): Promise<boolean> {
  // Renaming over it would work, for the folder allows it; but whoever made it read-only meant it.
  if ((before.mode & 0o222n) === 0n)
    throw new HostError('denied', vaultPath, `“${vaultPath}” could not be written: it is read-only.`);
  let temporary: string | null = null;
  try {
    fs.accessSync(file, fs.constants.W_OK);
    temporary = writeBeside(file, text, Number(before.mode & 0o7777n), before);
    const now = fs.statSync(file, { bigint: true });
    if (now.mtimeNs !== before.mtimeNs || now.size !== before.size || now.ino !== before.ino) return false;
    await rename(temporary, file);
    temporary = null;
    flushFolder(path.dirname(file));
    return true;
  } catch (error) {
    throw hostError(error, vaultPath, 'written');
  } finally {
    if (temporary !== null) fs.rmSync(temporary, { force: true });
  }
}

let written = 0;

/** Whose temporary file a name is: the number of the process that made it; null for all other names. */
export function temporaryPid(name: string): number | null {
  const match = /^\.throughline-(\d{1,10})-\d+\.tmp$/.exec(name);
  return match === null ? null : Number(match[1]);
}

/**
 * Writes a temporary file in the file's folder and flushes it to the disk; gives its path. Leaves none when it
 * fails.
 */
export function writeBeside(file: string, text: string, mode: number, owner?: fs.BigIntStats): string {
  written += 1;
  // Hidden, so that neither Obsidian nor a listing takes it for a note.
  const temporary = path.join(path.dirname(file), `.throughline-${process.pid}-${written}.tmp`);
  try {
    if (owner !== undefined) copyAttributes(file, temporary);
    const handle = fs.openSync(temporary, owner === undefined ? 'wx' : 'r+', mode);
    try {
      fs.writeFileSync(handle, text);
      if (owner !== undefined) keepOwner(handle, owner, mode);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
  return temporary;
}

/**
 * What a system keeps of a file next to its bytes (on macOS tags, comments and access lists, on Windows its streams)
 * comes with a copy of it, and Node has no other way to it. Linux copies bytes alone: extended attributes are lost
 * there.
 */
function copyAttributes(file: string, temporary: string): void {
  fs.copyFileSync(file, temporary, fs.constants.COPYFILE_EXCL);
  fs.chmodSync(temporary, 0o600);
  fs.truncateSync(temporary);
}

function keepOwner(handle: number, { uid, gid }: fs.BigIntStats, mode: number): void {
  const made = fs.fstatSync(handle, { bigint: true });
  if (made.uid !== uid || made.gid !== gid) {
    try {
      fs.fchownSync(handle, Number(uid), Number(gid));
    } catch {
      // Only an administrator may give files away; the text matters more.
    }
  }
  // After the change of owner, which takes set-id bits off; `open` took the process's mask off.
  fs.fchmodSync(handle, mode);
}

/** Gives a temporary file its name, never over another file; throws `EEXIST` when one is there. */
export function placeNew(temporary: string, file: string): void {
  try {
    try {
      fs.linkSync(temporary, file);
    } catch (error) {
      if (!isSystemError(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES', 'EXDEV')) throw error;
      // A disk without hard links (FAT, some network drives): the name is taken first, by an empty file that is surely
      // ours.
      fs.closeSync(fs.openSync(file, 'wx'));
      fs.renameSync(temporary, file);
    }
  } finally {
    fs.rmSync(temporary, { force: true });
  }
  flushFolder(path.dirname(file));
}

/** Windows refuses to rename over a file that a virus scanner or Sync holds open for a moment. */
async function rename(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      fs.renameSync(from, to);
      return;
    } catch (error) {
      if (process.platform !== 'win32' || attempt === 6 || !isSystemError(error, 'EPERM', 'EACCES', 'EBUSY'))
        throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * 2 ** attempt));
    }
  }
}

/** Makes a rename last through a power cut; Windows knows no such call, and some network drives refuse it. */
function flushFolder(folder: string): void {
  let handle: number | null = null;
  try {
    handle = fs.openSync(folder, 'r');
    fs.fsyncSync(handle);
  } catch {
    // The file itself is flushed: at worst its old text is back after a power cut.
  } finally {
    if (handle !== null) fs.closeSync(handle);
  }
}
