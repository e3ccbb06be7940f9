/** The characters that Windows-1252 shows for the bytes 80 to 9F; a blank for the five it leaves undefined. */
const UPPER = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * Text saved as UTF-8, opened as Windows-1252 and saved again; the five undefined bytes dropped or kept as controls.
 */
export function damage(text: string, lost: 'dropped' | 'kept'): string {
  return Array.from(new TextEncoder().encode(text))
    .map((byte) => {
      if (byte < 0x80 || byte > 0x9f) return String.fromCharCode(byte);
      const shown = UPPER.charAt(byte - 0x80);
      return shown === ' ' ? (lost === 'kept' ? String.fromCharCode(byte) : '') : shown;
    })
    .join('');
}
