/** The lines of a list: headings, and rows under them. */
import { plainText } from '../../text/plain-text';
import type { Entity } from '../../entity/entity';
import { pushInto } from '../../text/push-into';

export interface HeadingEntry {
  readonly is: 'heading';
  readonly key: string;
  readonly text: string;
  /** Rows under it. */
  readonly count: number;
}

interface RowEntry<R> {
  readonly is: 'row';
  readonly key: string;
  readonly row: R;
}

export type ListEntry<R> = HeadingEntry | RowEntry<R>;

interface Listed {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly Entity[];
}

/**
 * Headings with their rows; a group without rows is absent. A row under two headings would be two rows of one id: each
 * is given once.
 */
export function groupedEntries<R extends Listed>(
  groups: Iterable<readonly [heading: string, rows: readonly R[]]>,
): ListEntry<R>[] {
  const entries: ListEntry<R>[] = [];
  for (const [text, rows] of groups) {
    if (rows.length === 0) continue;
    if (text !== '') entries.push({ is: 'heading', key: `# ${text}`, text, count: rows.length });
    for (const row of rows) entries.push({ is: 'row', key: row.id, row });
  }
  return entries;
}

/** Rows by what `groupOf` calls them, groups in the order `compare` gives their names, rows in theirs. */
export function gathered<R>(
  rows: readonly R[],
  groupOf: (row: R) => string,
  compare: (a: string, b: string) => number,
): [string, R[]][] {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const name = groupOf(row);
    pushInto(groups, name, row);
  }
  return [...groups].sort(([a], [b]) => compare(a, b));
}

/** The words of a row as they are read, without the tags that made it one: where it is says as much. */
export function wordsOf(row: { readonly text: string }): string {
  const known = words.get(row);
  if (known !== undefined) return known;
  const made = plainText(row.text)
    .replace(/(^|\s)#(?:raise|pin|question|proposed)(?=\s|$)/gi, '$1')
    .trim();
  words.set(row, made);
  return made;
}

// Rows stay the same objects while nothing about them changes.
const words = new WeakMap<object, string>();
const searched = new WeakMap<object, string>();

/** Whether every word of a query is in the row's words or the names that belong to it, whatever case and accents. */
export function matches(row: Listed, names: readonly string[], query: readonly string[]): boolean {
  if (query.length === 0) return true;
  let text = searched.get(row);
  if (text === undefined) {
    text = folded([wordsOf(row), ...names, ...row.entities.map(({ name }) => name)].join('\n'));
    searched.set(row, text);
  }
  const whole = text;
  return query.every((word) => whole.includes(word));
}

export function queryWords(text: string): string[] {
  return folded(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
