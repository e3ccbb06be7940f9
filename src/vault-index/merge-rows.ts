/**
 * What lines that say the same thing come to, one row a kind. Ordered by meeting date, path and line the newest
 * decides; of one day, done (or answered) wins.
 */
import type { CalendarDate } from '../text/calendar-date';
import type { Entity } from '../entity/entity';
import { byStatementRow, type RowKindId, type StatementKind } from '../note/line-kinds';
import type { Item, Question, Raise, TaskItem } from '../note/note';
import { compareText } from '../text/order';
import { compareEntities } from '../entity/entity-order';
import { memoize } from '../text/memoize';
import { rowKey } from '../text/row-key';
import type { AnyRow, DecisionRow, Owner, QuestionRow, RaiseRow, Source, TaskRow } from './rows';

/** One line, resolved. */
export interface ResolvedLine<T> {
  readonly item: T;
  /** The words for the page. */
  readonly text: string;
  /** The words under which a person said that it is the same as other lines; null for most. */
  readonly sameAs: string | null;
  /** The words of another telling of the event that says it in other words, or its own where that is this one. */
  readonly saidAs: string | null;
  readonly source: Source;
  /** Everybody and everything that its words name. */
  readonly named: readonly Entity[];
  readonly private: boolean;
  /** A task's. */
  readonly owners?: readonly Owner[];
}

export interface ResolvedTask extends ResolvedLine<TaskItem> {
  readonly owners: readonly Owner[];
}

/** What the lines of each kind come to. */
export interface ResolvedLists extends Readonly<Record<StatementKind, readonly ResolvedLine<Item>[]>> {
  readonly tasks: readonly ResolvedTask[];
  readonly questions: readonly ResolvedLine<Question>[];
  readonly raises: readonly ResolvedLine<Raise>[];
}

/** A row's lines in order, and what every kind of row has. */
interface Gathered<S> {
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
export interface RowKind<S, R> {
  /** Lines of one key are of the same words and owners: which of them are one row, `groupLines` tells. */
  keyOf(line: S): number;
  /** The day that tells lines of the same words in one note apart; null for none. */
  dueOf?(line: S): CalendarDate | null;
  /** Two lines that say it in other words have the same; null for a line that is never known again in other words. */
  alikeIn(line: S): string | null;
  /** Null where the lines come to no row. */
  rowOf(gathered: Gathered<S>): R | null;
}

/** The words by which a line is known. */
function wordsOf({ text, sameAs, saidAs }: ResolvedLine<unknown>): string {
  return saidAs ?? sameAs ?? text;
}

/** The lines of one row, sorted and not empty, put together. */
export function gather<S extends ResolvedLine<unknown>>(id: string, lines: readonly S[]): Gathered<S> {
  const [first] = lines;
  if (first === undefined) throw new Error('a row that no line tells of');
  if (lines.length === 1) {
    const { text, source, private: isPrivate } = first;
    return { lines, latest: lines, id, text, sources: [source], entities: source.entities, private: isPrivate };
  }
  // What a private line says is on no page while another line says it too.
  const shown = lines.some((line) => !line.private) ? lines.filter((line) => !line.private) : lines;
  const last = lines[lines.length - 1] ?? first;
  const lastShown = shown[shown.length - 1] ?? first;
  return {
    lines,
    latest: lines.filter(({ source }) => source.date === last.source.date),
    id,
    text: fullestOf(shown, lastShown),
    sources: shown.map(({ source }) => source),
    entities: shown.length === 1 ? lastShown.source.entities : unionOf(shown),
    private: lastShown.private,
  };
}

/** Of an event's wordings the one with the most words; of as many the last. */
function fullestOf(lines: readonly ResolvedLine<unknown>[], last: ResolvedLine<unknown>): string {
  if (last.saidAs === null) return last.text;
  let [text, most] = [last.text, 0];
  for (const line of lines) {
    if (line.source.meeting !== last.source.meeting) continue;
    const count = line.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    if (count >= most) [text, most] = [line.text, count];
  }
  return text;
}

function unionOf(lines: readonly ResolvedLine<unknown>[]): Entity[] {
  const all = new Map<string, Entity>();
  for (const { source } of lines) for (const entity of source.entities) all.set(entity.id, entity);
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

const TASK_ROWS: RowKind<ResolvedTask, TaskRow> = {
  keyOf: (line) => rowKey(wordsOf(line), ownersKey(line.owners)),
  alikeIn: ({ item: { task }, owners }) => (task.recurrence === null ? ownersKey(owners) : null),
  // The next line of a task that recurs is due on another day, and is the same task.
  dueOf: ({ item: { task } }) => (task.recurrence === null ? task.due : null),
  rowOf: ({ lines, latest, id, text, sources, entities, private: isPrivate }) => {
    const next = nextOf(lines);
    const closed = next === null ? latest.find(({ item }) => isClosed(item)) : undefined;
    const decides = next ?? closed ?? latest[latest.length - 1];
    if (decides === undefined) return null;
    const { owners } = decides;
    const said = next === null ? latest : [next];
    const told = next === null ? sources : withLast(sources, next.source);
    const newest = told[told.length - 1];
    const { scheduled, start, done, cancelled } = (lines.find(({ source }) => source === newest) ?? decides).item.task;
    // Fields written out, here and below: a spread gives every row a hidden class of its own, and a vault has many
    // rows.
    return {
      id,
      text,
      sources: told,
      entities,
      private: isPrivate,
      owners,
      mine: owners.some(({ me }) => me),
      open: closed === undefined,
      statusType: decides.item.task.statusType,
      proposed: said.every(({ item }) => item.proposed),
      due: lastOf(said, ({ item }) => item.task.due),
      priority: decides.item.task.priority,
      scheduled,
      start,
      closedOn: done ?? cancelled,
      asked: days(lines),
    };
  },
};

/**
 * The task that recurs, of all lines that tell of it: the newest open one, of one day the one that is due last. Done
 * lines are its history, and so are older open ones. Null where it does not recur, or where no line is open.
 */
function nextOf(lines: readonly ResolvedTask[]): ResolvedTask | null {
  if (!lines.some(({ item }) => item.task.recurrence !== null)) return null;
  let next: ResolvedTask | null = null;
  for (const line of lines) {
    if (isClosed(line.item)) continue;
    const isOlder =
      next !== null &&
      next.source.date === line.source.date &&
      compareText(line.item.task.due ?? '', next.item.task.due ?? '') < 0;
    if (!isOlder) next = line;
  }
  return next;
}

function withLast(sources: readonly Source[], last: Source): readonly Source[] {
  return sources[sources.length - 1] === last || !sources.includes(last)
    ? sources
    : [...sources.filter((source) => source !== last), last];
}

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

const QUESTION_ROWS: RowKind<ResolvedLine<Question>, QuestionRow> = {
  keyOf: (line) => rowKey(wordsOf(line)),
  alikeIn: () => '',
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

/** Dated by their newest telling. */
const STATEMENT_ROWS: RowKind<ResolvedLine<Item>, DecisionRow> = {
  keyOf: (line) => rowKey(wordsOf(line)),
  alikeIn: () => '',
  rowOf: dated,
};

/** What waits to be raised; a line that is done takes its copies with it. */
const RAISE_ROWS: RowKind<ResolvedLine<Raise>, RaiseRow> = {
  keyOf: ({ text }) => rowKey(text),
  alikeIn: () => null,
  rowOf: (row) => (row.latest.some(({ item }) => item.done) ? null : dated(row)),
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

/** Each for lines of its own kind. */
export const ROWS: Readonly<Record<RowKindId, RowKind<ResolvedLine<unknown>, AnyRow>>> = {
  tasks: TASK_ROWS,
  questions: QUESTION_ROWS,
  ...byStatementRow(() => STATEMENT_ROWS),
  raises: RAISE_ROWS,
};
