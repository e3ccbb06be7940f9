/** Which vault paths may be touched, and which names every system that a vault is synced to can hold. */

/**
 * Why a path does not lie in the vault, as the end of a sentence; null when it does. Says nothing of symbolic links.
 */
export function whyOutside(path: string): string | null {
  if (path === '') return 'is empty';
  if (path.includes('\0')) return 'holds a NUL character';
  if (path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path) || path.startsWith('\\'))
    return 'is not relative to the vault';
  for (const part of path.split('/')) {
    if (part === '..') return 'leaves the vault';
    if (part === '' || part === '.') return 'has an empty part';
  }
  // On Windows `\` parts folders.
  return path.split('\\').includes('..') ? 'leaves the vault' : null;
}

/**
 * Why no file of this path is created, as the end of a sentence; null when it may be. Existing files are not held to
 * it.
 */
export function whyNotCreatable(path: string): string | null {
  const outside = whyOutside(path);
  if (outside !== null) return outside;
  for (const part of path.split('/')) {
    const character = [...part].find((one) => one < ' ' || '<>:"|?*\\'.includes(one));
    if (character !== undefined)
      return `holds ${character < ' ' ? 'a control character' : `\`${character}\``}, which not every system allows in a file name`;
    if (/[. ]$/.test(part)) return 'has a part that ends in a dot or space, which Windows drops';
    if (part.startsWith(' ')) return 'has a part that starts with a space';
    if (/^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i.test(part))
      return `has the part “${part}”, a name Windows keeps for itself`;
    if (utf8Length(part) > LONGEST_NAME) return 'has a part that is too long for a file name';
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
