/** A line of a note found again after the note changed: surely that line, or none. */
import { lineEnd, lineStarts, lineText } from '../text/lines';

/** A line of a text as it was then. */
interface EarlierLine {
  /** 1-based. */
  readonly line: number;
  /** The whole text. */
  readonly text: string;
}

/**
 * Where the line is now. It is the same where all above it is as it was; elsewhere it must be in the note
 * exactly once, byte for byte.
 */
export function findLine(now: string, { line, text }: EarlierLine): number | 'gone' | 'several' {
  const startsThen = lineStarts(text);
  const starts = lineStarts(now);
  const above = text.slice(0, startsThen[line - 1] ?? 0);
  if (now.startsWith(above) && lineText(now, starts, line) === lineText(text, startsThen, line)) return line;
  const [from, to] = lineSpan(text, startsThen, line);
  const before = text.slice(from, to);
  const found: number[] = [];
  for (let at = 1; at <= starts.length && found.length < 2; at++) {
    const [first, last] = lineSpan(now, starts, at);
    if (last - first === before.length && now.startsWith(before, first)) found.push(at);
  }
  const [only, other] = found;
  return only === undefined ? 'gone' : other === undefined ? only : 'several';
}

/** The offsets of a line without its line end, after the BOM, which belongs to the file and not to its first line. */
export function lineSpan(text: string, starts: readonly number[], line: number): readonly [number, number] {
  const from = line === 1 && text.charCodeAt(0) === 0xfeff ? 1 : (starts[line - 1] ?? 0);
  return [from, lineEnd(text, starts, line)];
}
