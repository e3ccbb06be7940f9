/** An index into the form in which it is put away. The index stays as it is. */
import type { CalendarDate } from '../text/calendar-date';
import type { Entity } from '../entity/entity';
import { byRowKind, byStatementRow, ROW_KINDS, type RowKindId } from '../note/line-kinds';
import type { Job } from '../text/job';
import { textHash } from '../text/text-hash';
import type { VaultIndex } from './build-index';
import { daysOf } from './read-rows';
import {
  type SnapshotAny,
  type SnapshotDays,
  type SnapshotFrame,
  type SnapshotList,
  type SnapshotMeeting,
  type SnapshotNumbers,
  type SnapshotOwners,
  type SnapshotPart,
  type SnapshotQuestion,
  type SnapshotRow,
  type SnapshotSources,
  type SnapshotStatement,
  type SnapshotTask,
} from './snapshot';
import type { AnyRow, DecisionRow, MeetingRecord, Owner, QuestionRow, Source, TaskRow } from './rows';

/** Rows in a piece of work. */
const YIELD_EVERY = 200;

/**
 * `part` gets each part as soon as it is made, of at most `size` rows; yields between pieces of the work. Null,
 * whatever parts there were, for an index that cannot be put away.
 */
export function* snapshotSteps(
  index: VaultIndex,
  size: number,
  part: (part: SnapshotPart) => void,
): Job<SnapshotFrame | null> {
  const numbers = new IndexNumbers(index);
  for (let at = 0; at < index.meetings.length; at += size) {
    part({
      of: 'meetings',
      rows: yield* mapped(index.meetings.slice(at, at + size), (meeting) => keptMeeting(meeting, numbers)),
    });
  }
  for (const of of ROW_KINDS) {
    const rows: readonly AnyRow[] = index[of];
    for (let at = 0; at < rows.length; at += size) {
      const headings = new Headings();
      const kept = yield* mapped(rows.slice(at, at + size), (row) => KEEPERS[of].keep(row, numbers, headings));
      part({ of, headings: headings.all, rows: kept });
    }
  }
  const found: SnapshotFrame['found'][number][] = [];
  for (const [path, { problems, cleared }] of index.parts.findings) {
    if (found.length % YIELD_EVERY === 0) yield;
    found.push([numbers.ofPath(path), problems, [...cleared]]);
  }
  const { tables } = index.parts;
  const families = byRowKind((of) => ({
    hidden: [...tables[of].hidden],
    ids: [...tables[of].ids],
  }));
  return numbers.areAllKnown ? { entities: entitiesHash(index.registry.entities), families, found } : null;
}

/** Rows of one kind, to be read back without the index they are of. */
export function listSnapshot(of: RowKindId, rows: readonly AnyRow[]): SnapshotList {
  const [numbers, headings] = [new OwnNumbers(), new Headings()];
  const kept = rows.map((row) => KEEPERS[of].keep(row, numbers, headings));
  const meetings = numbers.meetings.all.map((meeting) => keptMeeting(meeting, numbers));
  const { paths, entities } = numbers;
  return { of, paths: paths.all, entities: entities.all, meetings, headings: headings.all, rows: kept };
}

export function entitiesHash(entities: readonly Entity[]): string {
  return textHash(JSON.stringify(entities));
}

function* mapped<T, V>(list: readonly T[], map: (one: T) => V): Job<V[]> {
  const all: V[] = [];
  for (const one of list) {
    all.push(map(one));
    if (all.length % YIELD_EVERY === 0) yield;
  }
  return all;
}

/** Paths, entities and meetings as numbers. */
abstract class Numbers {
  protected abstract ofPlace(path: string): number;
  protected abstract ofOne(entity: Entity): number;
  protected abstract ofEvent(meeting: MeetingRecord): number;

  readonly ofPath = (path: string): number => this.ofPlace(path);
  readonly ofEntity = (entity: Entity | null): number => (entity === null ? -1 : this.ofOne(entity));
  readonly ofEntities = (entities: readonly Entity[]): SnapshotNumbers => {
    const [only] = entities;
    return only === undefined ? 0 : entities.length === 1 ? this.ofEntity(only) + 1 : entities.map(this.ofEntity);
  };

  readonly ofMeeting = (meeting: MeetingRecord | null): number => (meeting === null ? -1 : this.ofEvent(meeting));
}

/** By the lists of an index, which are there again when it is restored. */
class IndexNumbers extends Numbers {
  areAllKnown = true;
  private readonly paths: ReadonlyMap<string, number>;
  private readonly entities: ReadonlyMap<Entity, number>;
  private readonly meetings: ReadonlyMap<MeetingRecord, number>;

  constructor({ paths, registry, meetings }: VaultIndex) {
    super();
    this.paths = new Map(paths.map((path, at) => [path, at]));
    this.entities = new Map(registry.entities.map((entity, at) => [entity, at]));
    this.meetings = new Map(meetings.map((meeting, at) => [meeting, at]));
  }

  protected ofPlace(path: string): number {
    return this.known(this.paths.get(path));
  }

  protected ofOne(entity: Entity): number {
    return this.known(this.entities.get(entity));
  }

  protected ofEvent(meeting: MeetingRecord): number {
    return this.known(this.meetings.get(meeting));
  }

  private known(number: number | undefined): number {
    if (number === undefined) this.areAllKnown = false;
    return number ?? -1;
  }
}

/** In the order in which they are asked for. */
class OwnNumbers extends Numbers {
  readonly paths = new Numbered<string>();
  readonly entities = new Numbered<Entity>();
  readonly meetings = new Numbered<MeetingRecord>();

  protected ofPlace(path: string): number {
    return this.paths.number(path);
  }

  protected ofOne(entity: Entity): number {
    return this.entities.number(entity);
  }

  protected ofEvent(meeting: MeetingRecord): number {
    return this.meetings.number(meeting);
  }
}

/** A list of which each has one place. */
class Numbered<T> {
  readonly all: T[] = [];
  private readonly known = new Map<T, number>();

  number(one: T): number {
    const known = this.known.get(one);
    if (known !== undefined) return known;
    this.known.set(one, this.all.length);
    return this.all.push(one) - 1;
  }
}

/** The headings of a part, each once. */
class Headings extends Numbered<string> {
  ofHeading(heading: string | null): number {
    return heading === null ? -1 : this.number(heading);
  }
}

function keptMeeting(
  {
    date,
    time,
    title,
    notes,
    names,
    entities,
    summary,
    nextMeeting,
    private: isPrivate,
    meHere,
    medium,
  }: MeetingRecord,
  numbers: Numbers,
): SnapshotMeeting {
  return [
    date,
    time,
    title,
    notes.map(({ path, line, heading }) => [numbers.ofPath(path), line, heading]),
    names.map(({ entity, kind, name, via, candidates }) => [
      numbers.ofEntity(entity),
      entity?.kind === kind ? 0 : kind,
      entity?.name === name ? 0 : name,
      via,
      numbers.ofEntities(candidates),
    ]),
    numbers.ofEntities(entities),
    summary,
    nextMeeting,
    bit(isPrivate),
    bit(meHere),
    bit(medium === 'message'),
  ];
}

function keptRow({ id, text, entities, private: isPrivate }: AnyRow, numbers: Numbers): SnapshotRow {
  return [id, text, numbers.ofEntities(entities), bit(isPrivate)];
}

function keptSources({ text, sources, entities: all }: AnyRow, numbers: Numbers, headings: Headings): SnapshotSources {
  return sources.flatMap(({ path, line, text: whole, heading, date, meeting, entities }): SnapshotSources => {
    const at = whole.indexOf(text);
    return [
      numbers.ofPath(path),
      line,
      at < 0 ? 0 : whole.slice(0, at),
      at < 0 ? whole : whole.slice(at + text.length),
      headings.ofHeading(heading),
      meeting !== null && meeting.date === date ? 0 : date,
      numbers.ofMeeting(meeting),
      entities === all ? -1 : numbers.ofEntities(entities),
    ];
  });
}

function keptTask(row: TaskRow, numbers: Numbers, headings: Headings): SnapshotTask {
  const { owners, open, proposed, statusType, due, priority, scheduled, start, closedOn, asked, sources } = row;
  const hasDays = (scheduled ?? start ?? closedOn) !== null;
  return [
    ...keptRow(row, numbers),
    keptOwners(owners, numbers),
    bit(open),
    bit(proposed),
    statusType,
    due,
    priority,
    hasDays ? [scheduled, start, closedOn] : 0,
    keptDays(asked, sources),
    ...keptSources(row, numbers, headings),
  ];
}

function keptOwners(owners: readonly Owner[], numbers: Numbers): SnapshotOwners {
  const [only] = owners;
  if (only === undefined) return 0;
  if (owners.length === 1 && only.entity?.name === only.name)
    return numbers.ofEntity(only.entity) * 2 + 2 + bit(only.me);
  return owners.flatMap(({ entity, me, name }) => [
    numbers.ofEntity(entity),
    bit(me),
    entity?.name === name ? 0 : name,
  ]);
}

function keptQuestion(row: QuestionRow, numbers: Numbers, headings: Headings): SnapshotQuestion {
  const { state, answer, answeredOn, pinned, asked, sources } = row;
  return [
    ...keptRow(row, numbers),
    bit(state === 'answered'),
    answer,
    answeredOn,
    bit(pinned),
    keptDays(asked, sources),
    ...keptSources(row, numbers, headings),
  ];
}

function keptStatement(row: DecisionRow, numbers: Numbers, headings: Headings): SnapshotStatement {
  const { date, sources } = row;
  return [
    ...keptRow(row, numbers),
    date !== null && sources[sources.length - 1]?.date === date ? 0 : date,
    ...keptSources(row, numbers, headings),
  ];
}

interface Keeper<R> {
  keep(row: R, numbers: Numbers, headings: Headings): SnapshotAny;
}

const TASKS: Keeper<TaskRow> = { keep: keptTask };
const QUESTIONS: Keeper<QuestionRow> = { keep: keptQuestion };
const STATEMENTS: Keeper<DecisionRow> = { keep: keptStatement };

/** How a row of each kind is put away. */
const KEEPERS: Readonly<Record<RowKindId, Keeper<AnyRow>>> = {
  tasks: TASKS,
  questions: QUESTIONS,
  ...byStatementRow(() => STATEMENTS),
  raises: STATEMENTS,
};

function keptDays(asked: readonly CalendarDate[], sources: readonly Source[]): SnapshotDays {
  const days = daysOf(sources);
  return days.length === asked.length && days.every((day, at) => day === asked[at]) ? 0 : asked;
}

function bit(is: boolean): 0 | 1 {
  return is ? 1 : 0;
}
