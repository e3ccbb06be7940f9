/**
 * Lines as Markdown and editors count them: LF, CRLF and a lone CR end a line; U+2028 and U+2029 do not. After a final
 * line end one more, empty, line begins. Lines are numbered from 1, offsets are UTF-16 code units.
 */
import { firstNotBefore } from './sorted-list';

type LineEnding = '\n' | '\r\n' | '\r';

/** Where each line begins; the first is always 0, so `''` has one line. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  let lf = indexFrom(text, '\n', 0);
  let cr = indexFrom(text, '\r', 0);
  for (;;) {
    const end = Math.min(lf, cr);
    if (end === text.length) return starts;
    const next = end === cr && lf === cr + 1 && lf < text.length ? end + 2 : end + 1;
    starts.push(next);
    if (lf < next) lf = indexFrom(text, '\n', next);
    if (cr < next) cr = indexFrom(text, '\r', next);
  }
}

/** How many lines end between two offsets; `to` is never within a CRLF. */
export function countLineEnds(text: string, from: number, to: number): number {
  // Searched as a string of its own, so that a character that is missing is not looked for beyond it.
  const part = text.slice(from, to);
  let count = 0;
  for (let lf = part.indexOf('\n'); lf >= 0; lf = part.indexOf('\n', lf + 1)) count += 1;
  for (let cr = part.indexOf('\r'); cr >= 0; cr = part.indexOf('\r', cr + 1))
    if (part.charCodeAt(cr + 1) !== LF) count += 1;
  return count;
}

/** A line without its line end; `''` for a line that the text does not have. */
export function lineText(text: string, starts: readonly number[], line: number): string {
  const start = starts[line - 1];
  return start === undefined ? '' : text.slice(start, lineEnd(text, starts, line));
}

/** The offset at which a line's text ends: that of its line end, or the text's length. */
export function lineEnd(text: string, starts: readonly number[], line: number): number {
  const next = starts[line];
  if (next === undefined) return text.length;
  return text.charCodeAt(next - 1) === LF && next >= 2 && text.charCodeAt(next - 2) === CR ? next - 2 : next - 1;
}

/** Where the text ends except a final line end. */
export function finalLineEnd(text: string): number {
  const end = text.length;
  if (text.charCodeAt(end - 1) === LF) return text.charCodeAt(end - 2) === CR ? end - 2 : end - 1;
  return text.charCodeAt(end - 1) === CR ? end - 1 : end;
}

/**
 * Where the last line begins that begins at `from`, a line's start, or after it; none begins after a final line end.
 */
export function finalLineStart(text: string, from: number): number {
  let start = finalLineEnd(text);
  for (; start > from; start -= 1) {
    const code = text.charCodeAt(start - 1);
    if (code === LF || code === CR) break;
  }
  return start;
}

/** The line that an offset is in; a line end belongs to the line it ends. */
export function lineAt(starts: readonly number[], offset: number): number {
  return Math.max(
    1,
    firstNotBefore(starts, (start) => start <= offset),
  );
}

/** The line end a text uses, judged by its first; `\n` where it has none. */
export function lineEnding(text: string): LineEnding {
  const cr = text.indexOf('\r');
  const lf = text.indexOf('\n');
  if (cr < 0 || (lf >= 0 && lf < cr)) return '\n';
  return lf === cr + 1 ? '\r\n' : '\r';
}

const LF = 10;
const CR = 13;

function indexFrom(text: string, sought: string, from: number): number {
  const index = text.indexOf(sought, from);
  return index < 0 ? text.length : index;
}
