/**
 * A file's text. Decoding is four fifths of what reading takes, and Node's own way from bytes to a string does it
 * character by character: ASCII as it is, and all other by way of UTF-16, takes two thirds of the time over a vault of
 * meeting notes.
 */
import { isAscii, isUtf8, transcode } from 'node:buffer';
import fs from 'node:fs';
import { HostError } from '../host/vault-host';

/**
 * A file's text; null where that is not UTF-8. A pipe or a device is never waited for. `flags`: see `open`; throws what
 * it throws, and a HostError for what is no ordinary file.
 */
export function readOrdinary(file: string, vaultPath: string, flags: number = fs.constants.O_RDONLY): string | null {
  const handle = fs.openSync(file, flags | NEVER_WAIT);
  try {
    const stats = fs.fstatSync(handle);
    refuseExtraordinary(stats, vaultPath);
    // Read at once into a place of its own, which spares copies of what is kept of a vault.
    return stats.size >= SCRATCH.length ? textOf(fs.readFileSync(handle)) : readText(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/** Throws for pipes, sockets and devices; a folder fails by itself when it is read. */
export function refuseExtraordinary(stats: fs.Stats | fs.BigIntStats, vaultPath: string): void {
  if (!stats.isFile() && !stats.isDirectory())
    throw new HostError('denied', vaultPath, `“${vaultPath}” is a pipe or a device, not a file, and was left alone.`);
}

/** Windows knows no such flag, and no such files. */
const flags: Readonly<Partial<Record<string, number>>> = { ...fs.constants };
const NEVER_WAIT = flags['O_NONBLOCK'] ?? 0;

/** From where the handle is to the file's end; null where that is not UTF-8. */
export function readText(handle: number): string | null {
  for (let length = 0; ;) {
    const read = fs.readSync(handle, SCRATCH, length, SCRATCH.length - length, null);
    length += read;
    if (read === 0) return textOf(SCRATCH.subarray(0, length));
    if (length === SCRATCH.length) return textOf(Buffer.concat([SCRATCH, fs.readFileSync(handle)]));
  }
}

/** Null for bytes that are not UTF-8. A byte order mark stays. */
export function textOf(bytes: Buffer): string | null {
  if (isAscii(bytes)) return bytes.toString('latin1');
  return isUtf8(bytes) ? transcode(bytes, 'utf8', 'utf16le').toString('utf16le') : null;
}

/** Scratch paper: holds nothing from one call to the next. A note larger than this costs a copy. */
const SCRATCH = Buffer.allocUnsafeSlow(1 << 20);
