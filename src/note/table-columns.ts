/** What a table's columns hold, by their headers; null for a table that holds no items. */
import { plainText } from '../text/plain-text';
import type { SectionKind } from './note';
import { foldWord } from './word-list';
import type { Words } from './word-lists';

export interface TableColumns {
  readonly is: 'task' | 'decision' | 'question';
  readonly item: number;
  /** -1 where there is none. */
  readonly owner: number;
  readonly due: number;
  readonly status: number;
}

interface TableScope {
  readonly section: SectionKind | null;
  readonly mixed: readonly SectionKind[];
}

/** In a section of its kind an item's column is enough; elsewhere an owner, due or status column is next to it. */
export function tableColumns(headers: readonly string[], scope: TableScope, words: Words): TableColumns | null {
  const keys = headers.map(headerKey);
  // `Acuerdo/Decisión`
  const isOf = (key: string, list: ReadonlySet<string>): boolean =>
    list.has(key) || (key.includes('/') && key.split('/').some((part) => list.has(part.trim())));
  const column = (list: ReadonlySet<string>): number => keys.findIndex((key) => isOf(key, list));
  const owner = column(words['owner-labels']);
  const status = column(words['status-columns']);
  const due = keys.findIndex((key, at) => at !== owner && isOf(key, words['due-labels']));
  const sections = scope.section === null ? scope.mixed : [scope.section];
  for (const { is, columns, of } of KINDS) {
    const inSection = sections.some((section) => of.includes(section));
    let item = column(words[columns]);
    if (item < 0 && inSection) item = column(words['what-columns']);
    // `Short description`
    if (item < 0 && inSection)
      item = keys.findIndex((key, at) => at !== owner && at !== due && at !== status && hasWord(key, words));
    if (item < 0 || item === owner || item === due || item === status) continue;
    if (inSection || owner >= 0 || due >= 0 || status >= 0) return { is, item, owner, due, status };
  }
  return null;
}

function hasWord(key: string, words: Words): boolean {
  return key.split(' ').some((word) => words['what-columns'].has(word));
}

const KINDS: readonly {
  readonly is: TableColumns['is'];
  readonly columns: 'action-columns' | 'decision-columns' | 'question-columns';
  readonly of: readonly SectionKind[];
}[] = [
  { is: 'task', columns: 'action-columns', of: ['actions', 'follow-ups'] },
  { is: 'decision', columns: 'decision-columns', of: ['decisions'] },
  { is: 'question', columns: 'question-columns', of: ['questions'] },
];

/** A header as the word lists have it. */
export function headerKey(header: string): string {
  return foldWord(plainText(header))
    .replace(/\s*\([^()]*\)$/, '')
    .replace(/[\s:：/]+$|^[^\p{L}✓✔✅]+/gu, '');
}
