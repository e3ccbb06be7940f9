/**
 * Lines that say the same thing become one row. Ordered by meeting date, path and line the newest decides; of one day,
 * done (or answered) wins.
 */
import type { CalendarDate } from '../text/calendar-date';
import type { Entity } from '../entity/entity';
import type { Question, TaskItem } from '../note/note';
import { compareText } from '../text/order';
import { compareEntities } from '../entity/entity-order';
import { compareSources } from './source-order';
import { memoize } from '../text/memoize';
import { rowId, rowKey } from '../text/row-key';
import type { DecisionRow, Owner, QuestionRow, RaiseRow, Source, TaskRow } from './rows';

/** One line, resolved. */
export interface ResolvedLine<T> {
  readonly item: T;
  /** The words for the page. */
  readonly text: string;
  /** The words under which a person said that it is the same as other lines; null for most. */
  readonly sameAs: string | null;
  readonly source: Source;
  readonly entities: readonly Entity[];
  readonly private: boolean;
}

export interface ResolvedTask extends ResolvedLine<TaskItem> {
  readonly owners: readonly Owner[];
}

/** A row's lines in order, and what every kind of row has. */
export interface Gathered<S> {
  readonly lines: readonly S[];
  /** Those of the newest day. */
  readonly latest: readonly S[];
  readonly id: string;
  readonly text: string;
  readonly sources: readonly Source[];
  readonly entities: readonly Entity[];
  readonly private: boolean;
}

/** How lines of one kind become rows. */
export interface RowKind<S extends ResolvedLine<unknown>, R> {
  /** Lines of one key are one row. */
  keyOf(line: S): number;
  /** Null where the lines come to no row. */
  rowOf(gathered: Gathered<S>): R | null;
  /** Whether a single line may come to none. */
  readonly hides?: boolean;
}

/** The lines of one key, put in order; `group` is sorted in place and not empty. */
export function gather<S extends ResolvedLine<unknown>>(key: number, group: S[]): Gathered<S> {
  const [first] = group;
  if (first === undefined) throw new Error('a row that no line tells of');
  if (group.length === 1) {
    return {
      lines: group,
      latest: group,
      id: rowId(key),
      text: first.text,
      sources: [first.source],
      entities: first.entities,
      private: first.private,
    };
  }
  group.sort((a, b) => compareSources(a.source, b.source));
  // What a private line says is on no page while another line says it too.
  const shown = group.some((line) => !line.private) ? group.filter((line) => !line.private) : group;
  const last = group[group.length - 1] ?? first;
  const lastShown = shown[shown.length - 1] ?? first;
  return {
    lines: group,
    latest: group.filter(({ source }) => source.date === last.source.date),
    id: rowId(key),
    text: lastShown.text,
    sources: shown.map(({ source }) => source),
    entities: shown.length === 1 ? lastShown.entities : unionOf(shown),
    private: lastShown.private,
  };
}

function unionOf(lines: readonly ResolvedLine<unknown>[]): Entity[] {
  const all = new Map<string, Entity>();
  for (const { entities } of lines) for (const entity of entities) all.set(entity.id, entity);
  return [...all.values()].sort(compareEntities);
}

/** Distinct days, oldest first. */
function days(lines: readonly ResolvedLine<unknown>[]): readonly CalendarDate[] {
  const [only] = lines;
  if (only !== undefined && lines.length === 1) return only.source.date === null ? NO_DAYS : oneDay(only.source.date);
  const found = new Set<CalendarDate>();
  for (const {
    source: { date },
  } of lines)
    if (date !== null) found.add(date);
  const [day] = found;
  return day !== undefined && found.size === 1 ? oneDay(day) : [...found].sort(compareText);
}

const NO_DAYS: readonly CalendarDate[] = [];
/** Every row of a day has the same list. */
const oneDay = memoize<readonly CalendarDate[]>(20_000, (day) => [day]);

function lastOf<T, V>(lines: readonly T[], pick: (line: T) => V | null): V | null {
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    const value = line === undefined ? null : pick(line);
    if (value !== null) return value;
  }
  return null;
}

export const TASK_ROWS: RowKind<ResolvedTask, TaskRow> = {
  keyOf: ({ text, sameAs, owners }) => rowKey(sameAs ?? text, ownersKey(owners)),
  rowOf: ({ lines, latest, id, text, sources, entities, private: isPrivate }) => {
    const closed = latest.find(({ item }) => isClosed(item));
    const decides = closed ?? latest[latest.length - 1];
    if (decides === undefined) return null;
    const { owners } = decides;
    // Fields written out, here and below: a spread gives every row a hidden class of its own, and a vault has many
    // rows.
    return {
      id,
      text,
      sources,
      entities,
      private: isPrivate,
      owners,
      mine: owners.some(({ me }) => me),
      open: closed === undefined,
      statusType: decides.item.task.statusType,
      proposed: latest.every(({ item }) => item.proposed),
      due: lastOf(latest, ({ item }) => item.task.due),
      priority: decides.item.task.priority,
      asked: days(lines),
    };
  },
};

function isClosed({ task }: TaskItem): boolean {
  return task.statusType === 'DONE' || task.statusType === 'CANCELLED' || task.statusType === 'NON_TASK';
}

function ownersKey(owners: readonly Owner[]): string {
  const [only] = owners;
  if (only !== undefined && owners.length === 1) return ownerKey(only);
  return owners.map(ownerKey).sort(compareText).join('\n');
}

function ownerKey({ me, entity, name }: Owner): string {
  return me ? 'me' : (entity?.id ?? `?${name.toLowerCase()}`);
}

export const QUESTION_ROWS: RowKind<ResolvedLine<Question>, QuestionRow> = {
  keyOf: ({ text, sameAs }) => rowKey(sameAs ?? text),
  rowOf: ({ lines, latest, id, text, sources, entities, private: isPrivate }) => {
    const answered = latest.find(({ item }) => item.answered);
    return {
      id,
      text,
      sources,
      entities,
      private: isPrivate,
      state: answered === undefined ? 'open' : 'answered',
      answer: answered === undefined ? null : lastOf(latest, ({ item }) => item.answer),
      answeredOn: answered === undefined ? null : (answered.item.answeredOn ?? answered.source.date),
      pinned: lines.some(({ item }) => item.pinned),
      asked: days(lines),
    };
  },
};

/** Decisions, facts, risks, outcomes; dated by their newest telling. */
export const STATEMENT_ROWS: RowKind<ResolvedLine<unknown>, DecisionRow> = {
  keyOf: ({ text }) => rowKey(text),
  rowOf: dated,
};

/** What waits to be raised; a line that is done takes its copies with it. */
export const RAISE_ROWS: RowKind<ResolvedLine<{ readonly done: boolean }>, RaiseRow> = {
  keyOf: ({ text }) => rowKey(text),
  rowOf: (row) => (row.latest.some(({ item }) => item.done) ? null : dated(row)),
  hides: true,
};

function dated<S extends ResolvedLine<unknown>>({
  id,
  text,
  sources,
  entities,
  private: isPrivate,
  lines,
}: Gathered<S>): DecisionRow {
  return { id, text, sources, entities, private: isPrivate, date: lines[lines.length - 1]?.source.date ?? null };
}
