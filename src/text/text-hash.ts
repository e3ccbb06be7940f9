/**
 * 64 bits over a text, as two mixed halves: tells a changed text from an unchanged one; no guard against malice.
 * Sixteen hex digits.
 */
export function textHash(text: string): string {
  let [one, two] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // FNV-1a, and next to it a multiply and shift that sees each place.
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ (code + (at & 0xff)), 0x85ebca6b);
    two ^= two >>> 15;
  }
  return [one, two].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
