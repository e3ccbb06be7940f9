/**
 * Tables in a paragraph: which of its lines they are, and their cells.
 *
 *     | Action         | Owner | Due |
 *     |----------------|-------|-----|      the line that makes it a table
 *     | Book the yard  | Bo    | Fri |
 */

/** The index of the delimiter line, or -1: the line before it is the header, those after it are rows. */
export function delimiterIn(lines: readonly { readonly words: string }[]): number {
  for (let at = 1; at < lines.length; at++)
    if (isDelimiter(lines[at]?.words ?? '') && lines[at - 1]?.words.includes('|') === true) return at;
  return -1;
}

export function isDelimiter(line: string): boolean {
  const first = line.trimStart().charAt(0);
  if (first !== '|' && first !== ':' && first !== '-') return false;
  return line.includes('|') && line.includes('-') && /^[\s|:-]+$/.test(line);
}

export interface Cell {
  readonly text: string;
  /** In the line's words. */
  readonly from: number;
  readonly to: number;
}

/** The cells of a row, trimmed. `\|`, and a pipe in a link's alias, part nothing. */
export function cellsOf(words: string): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  let inLink = false;
  const add = (to: number): void => {
    const raw = words.slice(from, to);
    const start = from + (raw.length - raw.trimStart().length);
    const text = raw.trim();
    cells.push({ text: text.replaceAll('\\|', '|'), from: start, to: start + text.length });
  };
  for (let at = 0; at < words.length; at++) {
    const code = words.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 91 && words.charCodeAt(at + 1) === 91) inLink = words.indexOf(']]', at) > 0;
    else if (code === 93 && words.charCodeAt(at + 1) === 93) inLink = false;
    else if (code === 124 && !inLink) {
      add(at);
      from = at + 1;
    }
  }
  add(words.length);
  // A pipe at either end opens and closes the row.
  if (cells[0]?.text === '' && words.trimStart().startsWith('|')) cells.shift();
  if (cells.length > 0 && cells[cells.length - 1]?.text === '' && words.trimEnd().endsWith('|')) cells.pop();
  return cells;
}
