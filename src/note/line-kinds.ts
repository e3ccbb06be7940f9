/**
 * The kinds of lines that a note says something with, one row a kind. Reading, storing, the index and its snapshot go
 * by these lists; what a kind's line has besides its words is in `LineTypes`.
 */
import type { Job } from '../text/job';

/**
 * Kinds that are their words alone: the items of a section of the same name. `row`: lines of several notes that say the
 * same are one row, on pages under `title`; `line`: they belong to their meeting only.
 */
const STATEMENTS = {
  decisions: { as: 'row', title: 'Decided' },
  facts: { as: 'row', title: 'Key facts' },
  outcomes: { as: 'line', title: null },
  risks: { as: 'row', title: 'Risks' },
} as const;

export type StatementKind = keyof typeof STATEMENTS;
export type StatementRowKind = {
  [K in StatementKind]: (typeof STATEMENTS)[K]['as'] extends 'row' ? K : never;
}[StatementKind];

export type LineKind = 'tasks' | 'questions' | StatementKind | 'raises';
export type RowKindId = 'tasks' | 'questions' | StatementRowKind | 'raises';

export const STATEMENT_KINDS: readonly StatementKind[] = Object.keys(STATEMENTS).filter(isStatementKind);
export const STATEMENT_ROW_KINDS: readonly StatementRowKind[] = STATEMENT_KINDS.filter(isRowKind);

/** In the order in which scripts get them. */
export const LINE_KINDS: readonly LineKind[] = ['tasks', 'questions', ...STATEMENT_KINDS, 'raises'];
export const ROW_KINDS: readonly RowKindId[] = ['tasks', 'questions', ...STATEMENT_ROW_KINDS, 'raises'];

export function isStatementKind(section: string | null): section is StatementKind {
  return section !== null && Object.hasOwn(STATEMENTS, section);
}

function isRowKind(kind: StatementKind): kind is StatementRowKind {
  return STATEMENTS[kind].as === 'row';
}

/** The heading above the rows of a kind. */
export function statementTitle(kind: StatementRowKind): string {
  return STATEMENTS[kind].title;
}

/** One value a kind of statement, in the kinds' order: all objects made so have one shape. */
export function byStatement<T>(valueOf: (kind: StatementKind) => T): Record<StatementKind, T> {
  return byKind(STATEMENT_KINDS, valueOf);
}

/** As `byStatement`, of those that become rows. */
export function byStatementRow<T>(valueOf: (kind: StatementRowKind) => T): Record<StatementRowKind, T> {
  return byKind(STATEMENT_ROW_KINDS, valueOf);
}

/** One value a kind of row. */
export function byRowKind<T>(valueOf: (kind: RowKindId) => T): Record<RowKindId, T> {
  return byKind(ROW_KINDS, valueOf);
}

/** As `byRowKind`, in pieces. */
export function* byRowKindSteps<T>(valueOf: (kind: RowKindId) => Job<T>): Job<Record<RowKindId, T>> {
  const values = new Map<RowKindId, T>();
  for (const kind of ROW_KINDS) values.set(kind, yield* valueOf(kind));
  return Object.fromEntries(values) as Record<RowKindId, T>;
}

function byKind<K extends string, T>(kinds: readonly K[], valueOf: (kind: K) => T): Record<K, T> {
  const values: Partial<Record<K, T>> = {};
  for (const kind of kinds) values[kind] = valueOf(kind);
  return values as Record<K, T>;
}

/** Everything that is in the lists, kind by kind. */
export function allLines<T>(lists: Readonly<Record<LineKind, readonly T[]>>): readonly T[] {
  return LINE_KINDS.flatMap((kind) => lists[kind]);
}
