/**
 * Which lines of a paragraph are a table's (GitHub Flavored Markdown, "Tables"): the row above the delimiter row, and
 * all below it.
 *
 *     | Who | What |        the header has as many cells as
 *     | --- | :--: |        the delimiter row; else it is no table for some readers, and for others it is
 */

interface TableLines {
  /** The header's index, or -1. */
  readonly rows: number;
  /** The index of the first line of what may or may not be a table, or -1. */
  readonly unclear: number;
}

export function tableLines(lines: readonly string[]): TableLines {
  const delimiter = lines.findIndex((line, index) => index > 0 && DELIMITER.test(line.trim()) && /[|:]/.test(line));
  if (delimiter < 0) return NONE;
  const header = delimiter - 1;
  const isTable =
    (lines[delimiter] ?? '').includes('|') && cellCount(lines[header] ?? '') === cellCount(lines[delimiter] ?? '');
  return isTable ? { rows: header, unclear: -1 } : { rows: -1, unclear: header };
}

const NONE: TableLines = { rows: -1, unclear: -1 };
const DELIMITER = /^\|?(?:[ \t]*:?-+:?[ \t]*\|)*(?:[ \t]*:?-+:?)?[ \t]*$/;

function cellCount(line: string): number {
  const row = line.trim().replace(/^\|/, '');
  let bars = 0;
  let at = 0;
  for (; at < row.length; at += 1) {
    if (row[at] === '\\') at += 1;
    else if (row[at] === '|') bars += 1;
  }
  return row.endsWith('|') && !row.endsWith('\\|') ? bars : bars + 1;
}
