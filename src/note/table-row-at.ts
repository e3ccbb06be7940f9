/** The table that a line is a row of: its columns, and the cells of its rows. */
import { lineStarts, lineText } from '../text/lines';
import { tableColumns, type TableColumns } from './table-columns';
import { type Cell, cellsOf, isDelimiter } from './table-rows';
import type { Words } from './word-lists';

export interface TableRowAt {
  readonly headers: readonly string[];
  readonly columns: TableColumns;
  /** The line's own cells, by their place in the whole line. */
  readonly cells: readonly Cell[];
  /** The other rows' cells, the next ones first. */
  readonly others: readonly (readonly Cell[])[];
}

/** Null where the line is in no table of tasks. */
export function tableRowAt(text: string, line: number, words: Words): TableRowAt | null {
  const starts = lineStarts(text);
  const rowAt = (number: number): string => lineText(text, starts, number).replace(PREFIX, '');
  const rows = (from: number, step: -1 | 1): string[] => {
    const found: string[] = [];
    for (let at = from; at > 0 && at <= starts.length && found.length < MOST_ROWS; at += step) {
      const row = rowAt(at);
      if (!row.includes('|')) break;
      found.push(row);
    }
    return found;
  };
  const above = rows(line - 1, -1);
  const delimiter = above.findIndex(isDelimiter);
  const header = above[delimiter + 1];
  if (delimiter < 0 || header === undefined) return null;
  const headers = cellsOf(header).map(({ text: words }) => words);
  // What the note read as a task's row is one: which columns it has does not depend on the section any more.
  const columns = tableColumns(headers, { section: 'actions', mixed: [] }, words);
  if (columns?.is !== 'task') return null;
  const source = lineText(text, starts, line);
  const prefix = PREFIX.exec(source)?.[0].length ?? 0;
  return {
    headers,
    columns,
    cells: cellsOf(source.slice(prefix)).map((cell) => ({ ...cell, from: cell.from + prefix, to: cell.to + prefix })),
    others: [...rows(line + 1, 1), ...above.slice(0, delimiter)].map(cellsOf),
  };
}

/** Quote marks and indentation. */
const PREFIX = /^[ \t>\ufeff]*/;
const MOST_ROWS = 500;
