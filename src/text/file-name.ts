/** Vault paths: `/` between folders, no leading `/`. */
import { isDirectionMark, withoutDirectionMarks } from './direction-marks';

/** The file's name without folders and without `.md`. */
export function baseName(path: string): string {
  const from = path.lastIndexOf('/') + 1;
  if (path.endsWith('.md')) return path.slice(from, Math.max(from, path.length - 3));
  return path.slice(from).replace(/\.md$/i, '');
}

/** The folder's path, or '' for the vault's root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** Two names that a file system without letter case or Unicode forms takes for one fold to the same text. */
export function foldFileName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Of one UTF-16 code unit: of C0 and C1, or an end of a line to some programs. */
function isControl(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code <= 0x9f) || code === 0x2028 || code === 0x2029;
}

/** The words of a title without what a file's name may not hold. */
export function fileWords(title: string): string {
  return withoutDirectionMarks(title)
    .replace(/[\\/:*?"<>|#^[\]%\s\p{Cc}]+/gu, ' ')
    .trim();
}

const FORBIDDEN = /[\\/:*?"<>|#^[\]%]/;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * Whether a note of this name can be made on every system and linked to: no separator or character that Windows,
 * Android or a wikilink refuses, none that is not seen, no leading dot, no trailing dot or blank, no device name, at
 * most 120 characters.
 */
export function isSafeFileName(name: string): boolean {
  if (name === '' || name.length > 120 || name !== name.trim()) return false;
  if (name.startsWith('.') || name.endsWith('.')) return false;
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if (isControl(code) || isDirectionMark(code)) return false;
  }
  return !FORBIDDEN.test(name) && !RESERVED.test(name);
}
