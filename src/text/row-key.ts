/** What makes two lines the same thing said twice, as a number. */

/**
 * A 53-bit hash of the text without what does not count: letter case, width, link syntax, tags, punctuation, runs of
 * blanks. `Send the [[Draft|draft]] to Bo! #auto` and `send the draft to Bo` are one. A hundred thousand different
 * texts share one with a chance of one in two million. `more` goes in as it is.
 */
export function rowKey(text: string, more = ''): number {
  const hash = new Mix();
  if (!addPlain(hash, text)) {
    const words = text
      .replace(/\[\[(?:[^\]|[]*\|)?([^\]|[]*)\]\]/g, '$1')
      .replace(/\]\([^()\s]*\)/g, ' ')
      .replace(/(^|\s)#[^\s#]+/g, ' ')
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim();
    hash.clear();
    hash.addText(words === '' ? text.trim() : words);
  }
  if (more !== '') {
    hash.add(SEPARATOR);
    hash.addText(more);
  }
  return hash.value();
}

/** As a short text: base 36. In two halves, for of numbers beyond 32 bits the engine makes digits one by one. */
export function rowId(key: number): string {
  const high = Math.floor(key / LOW_DIGITS);
  const low = (key - high * LOW_DIGITS).toString(36);
  return high === 0 ? low : high.toString(36) + low.padStart(5, '0');
}

/** 36 to the fifth. */
const LOW_DIGITS = 60_466_176;

/**
 * Numbers that sort as these keys' ids do as texts, except a few equal ones: as if all ids had the digits of the
 * longest.
 */
export function rowOrder(key: number): number {
  let order = key;
  while (order > 0 && order < ELEVEN_DIGITS) order *= 36;
  return order;
}

/** 36 to the tenth, the least that has as many digits as 53 bits may take. */
const ELEVEN_DIGITS = 3_656_158_440_062_976;

/** The hash of a text as it is. */
export function textKey(text: string): number {
  const hash = new Mix();
  hash.addText(text);
  return hash.value();
}

const SEPARATOR = 0x1f;

/** Plain ASCII words, most of what there is, in one pass that makes no string; false where it needs more than that. */
function addPlain(hash: Mix, text: string): boolean {
  // In variables of its own: every line of a vault goes through here, and fields take twice as long.
  let { a, b } = hash;
  let gap = false;
  let any = false;
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at);
    if (code > 126 || code === HASH || code === BRACKET) return false;
    if (code >= 65 && code <= 90) code += 32;
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      if (gap && any) {
        a = Math.imul(a ^ 32, MIX_A);
        b = Math.imul(b ^ 32, MIX_B);
      }
      gap = false;
      any = true;
      a = Math.imul(a ^ code, MIX_A);
      b = Math.imul(b ^ code, MIX_B);
    } else {
      gap = true;
    }
  }
  hash.a = a;
  hash.b = b;
  return any;
}

const HASH = 35;
const BRACKET = 91;

const MIX_A = 2654435761;
const MIX_B = 1597334677;

/** cyrb53 (public domain): two 32-bit lanes, 53 bits taken. */
class Mix {
  a = 0xdeadbeef;
  b = 0x41c6ce57;

  clear(): void {
    this.a = 0xdeadbeef;
    this.b = 0x41c6ce57;
  }

  add(code: number): void {
    this.a = Math.imul(this.a ^ code, MIX_A);
    this.b = Math.imul(this.b ^ code, MIX_B);
  }

  addText(text: string): void {
    for (let at = 0; at < text.length; at++) this.add(text.charCodeAt(at));
  }

  value(): number {
    let { a, b } = this;
    a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
    return 4294967296 * (2097151 & b) + (a >>> 0);
  }
}
