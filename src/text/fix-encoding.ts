/**
 * Damaged text as it is to be saved: only what is certain. What could be ordinary writing is fixed where its own line
 * shows that it was damaged as a whole, and holds nothing that was written since.
 *
 *     Lâ€™Ã©tÃ© â€” IRMÃƒ         every letter of the code page is part of a damaged one: the line is decoded as a whole
 *     itâ€™s “MAÇÃ»                  ’ is certain; Ã» could be a letter and a quote, next to what was written since, and stays
 */
import { decodedWhole, findRepairs, isOfCodePage } from './encoding';

interface FixedText {
  readonly text: string;
  /** 1-based lines in which bytes were lost: the most usual character of those that fit was taken. */
  readonly unsure: ReadonlySet<number>;
}

/**
 * Lines stay lines, and their ends as they are. The same string where nothing is certainly damaged. Linear in the text.
 */
export function fixEncoding(text: string): FixedText {
  const unsure = new Set<number>();
  let fixed = text;
  // Text may have been damaged more than once; each round undoes one saving.
  for (let round = 0; round < ROUNDS; round++) {
    const next = fixOnce(fixed, unsure);
    if (next === fixed) break;
    fixed = next;
  }
  return { text: fixed, unsure };
}

const ROUNDS = 5;

function fixOnce(text: string, unsure: Set<number>): string {
  const repairs = findRepairs(text);
  if (!repairs.some(({ sure }) => sure)) return text;
  let result = '';
  let kept = 0;
  let line = 1;
  for (let at = 0, index = 0; index < repairs.length; line++) {
    const end = lineEndFrom(text, at);
    const first = index;
    while (index < repairs.length && (repairs[index]?.from ?? 0) < end) index += 1;
    const own = repairs.slice(first, index);
    if (own.length > 0) {
      const whole = own.some(({ sure }) => sure) ? decodedWhole(text.slice(at, end)) : null;
      if (whole !== null) {
        result += text.slice(kept, at) + whole;
        kept = end;
      }
      const isWhole = own.some(({ sure }) => sure) && !holdsOther(text, { from: at, to: end }, own);
      for (const { from, to, text: meant, complete, sure } of own) {
        if (whole !== null || (!sure && !isWhole)) continue;
        if (!complete) unsure.add(line);
        result += text.slice(kept, from) + meant;
        kept = to;
      }
    }
    at = end;
  }
  return result + text.slice(kept);
}

/**
 * Whether the line holds a character of the code page that is no part of any damage: it was written since, or is all
 * there is.
 */
function holdsOther(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  repairs: readonly { readonly from: number; readonly to: number }[],
): boolean {
  let at = from;
  for (const repair of [...repairs, { from: to, to }]) {
    for (; at < repair.from; at++) if (isOfCodePage(text.charCodeAt(at))) return true;
    at = repair.to;
  }
  return false;
}

/** After the line end that comes next. */
function lineEndFrom(text: string, at: number): number {
  LINE_END.lastIndex = at;
  return LINE_END.test(text) ? LINE_END.lastIndex : text.length;
}

const LINE_END = /\r\n|\n|\r/g;
