/** Which vault paths may be touched, and which names every system that a vault is synced to can hold. */
import type { Coded, Nothing } from '../text/coded';

/** What is wrong with a path. The words are in `words/`. */
export interface PathFaultParameters {
  empty: Nothing;
  'not-relative': Nothing;
  'leaves-vault': Nothing;
  'empty-part': Nothing;
  /** Null for a control character. */
  character: { readonly character: string | null };
  'ends-badly': Nothing;
  'starts-with-space': Nothing;
  'reserved-name': { readonly part: string };
  'too-long': Nothing;
}

type PathFault = Coded<PathFaultParameters>;

/**
 * Why a path does not lie in the vault; null when it does. Says nothing of symbolic links.
 */
export function whyOutside(path: string): PathFault | null {
  if (path === '') return { code: 'empty' };
  if (path.includes('\0')) return { code: 'character', character: null };
  if (path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path) || path.startsWith('\\')) return { code: 'not-relative' };
  for (const part of path.split('/')) {
    if (part === '..') return { code: 'leaves-vault' };
    if (part === '' || part === '.') return { code: 'empty-part' };
  }
  // On Windows `\` parts folders.
  return path.split('\\').includes('..') ? { code: 'leaves-vault' } : null;
}

/**
 * Why no file of this path is created; null when it may be. Existing files are not held to
 * it.
 */
export function whyNotCreatable(path: string): PathFault | null {
  const outside = whyOutside(path);
  if (outside !== null) return outside;
  for (const part of path.split('/')) {
    const character = [...part].find((one) => one < ' ' || '<>:"|?*\\'.includes(one));
    if (character !== undefined) return { code: 'character', character: character < ' ' ? null : character };
    if (/[. ]$/.test(part)) return { code: 'ends-badly' };
    if (part.startsWith(' ')) return { code: 'starts-with-space' };
    if (/^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i.test(part)) return { code: 'reserved-name', part };
    if (utf8Length(part) > LONGEST_NAME) return { code: 'too-long' };
  }
  return null;
}

/** Equal for names that one system or another takes for the same: letter case and Unicode form folded. */
export function nameKey(path: string): string {
  return path.normalize('NFC').toLowerCase().normalize('NFC').replace(/ς/g, 'σ');
}

/** Bytes most file systems allow in a name. */
const LONGEST_NAME = 255;

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
