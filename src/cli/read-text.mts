/**
 * A file's text. Decoding is four fifths of what reading takes, and Node's own way from bytes to a string does it
 * character by character: ASCII as it is, and all other by way of UTF-16, takes two thirds of the time over a vault of
 * meeting notes.
 */
import { isAscii, isUtf8, transcode } from 'node:buffer';
import fs from 'node:fs';

/** From where the handle stands to the file's end; null where that is not UTF-8. */
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
