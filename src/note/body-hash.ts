/**
 * A note's body as 53 bits, to find copies of one meeting among the notes of one date.
 *
 * Every character counts of the first 2,048 (what people wrote is before the transcript), beyond them every 128th
 * and of the last 256 every one; and the length. Hashing all of 34 KB would cost a third of the time that reading a
 * note may take: whoever has the texts compares in full the few notes of one day that agree in this.
 */
export function bodyHash(text: string, from: number): string {
  let body = text;
  let start = from;
  // Line ends do not count. The first tells them all: a search of the whole would cost as much as the hash.
  const lf = text.indexOf('\n', from);
  if ((lf < 0 || text.charCodeAt(lf - 1) === 13) && text.includes('\r', from)) {
    body = text.slice(from).replace(/\r\n?/g, '\n');
    start = 0;
  }
  let end = body.length;
  while (end > start && isBlank(body.charCodeAt(end - 1))) end -= 1;
  if (end === start) return '';
  let a = 0xdeadbeef ^ (end - start);
  let b = 0x41c6ce57 ^ (end - start);
  const dense = Math.min(end, start + 2_048);
  const tail = Math.max(dense, end - 256);
  for (let at = start; at < end; at += at < dense || at >= tail ? 1 : 128) {
    const code = body.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 9;
}
