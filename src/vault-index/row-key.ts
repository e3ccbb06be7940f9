/** What makes two lines the same thing said twice. */

/**
 * The text without what does not count: letter case, width, link syntax, tags, punctuation, runs of blanks.
 * `Send the [[Draft|draft]] to Bo! #auto` and `send the draft to Bo` are one. Empty text stays as it is.
 */
export function rowKey(text: string): string {
  const words = text
    .replace(/\[\[(?:[^\]|[]*\|)?([^\]|[]*)\]\]/g, '$1')
    .replace(/\]\([^()\s]*\)/g, ' ')
    .replace(/(^|\s)#[^\s#]+/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? text.trim() : words;
}

/** A short stable id from a key: 53 bits as base 36 (cyrb53's mixing, public domain). */
export function rowId(key: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
