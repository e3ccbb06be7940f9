/** Rows and meetings out of the form in which they are put away. */
import type { Entity } from '../entity/entity';
import { byStatementRow, type RowKindId } from '../note/line-kinds';
import type { CalendarDate } from '../text/calendar-date';
import { compareText } from '../text/order';
import type { AnyRow, DecisionRow, MeetingName, MeetingRecord, Owner, QuestionRow, Source, TaskRow } from './rows';
import {
  type SnapshotAny,
  type SnapshotDays,
  type SnapshotList,
  type SnapshotMeeting,
  type SnapshotNumbers,
  type SnapshotOwners,
  type SnapshotQuestion,
  type SnapshotRow,
  type SnapshotSources,
  type SnapshotStatement,
  type SnapshotTask,
  VALUES_A_SOURCE,
} from './snapshot';

/** The rows of one kind that were kept with all that they name. */
export function rowsOfList({ of, paths, entities, meetings, headings, rows }: SnapshotList): readonly AnyRow[] {
  const reader = new RowReader(paths, entities);
  for (const meeting of meetings) reader.meetings.push(reader.meeting(meeting));
  reader.headings = headings;
  return rows.map((row) => READERS[of].read(row, reader));
}

/** Rows as they were. What several of them have alike is one object. */
export class RowReader {
  readonly meetings: MeetingRecord[] = [];
  /** Of the part that is read. */
  headings: readonly string[] = [];
  /** Lists of one entity, of one owner, of one day. */
  private readonly alone: (readonly Entity[])[] = [];
  private readonly owned: (readonly Owner[])[] = [];
  private readonly dates = new Map<string, readonly string[]>();

  constructor(
    private readonly paths: readonly string[],
    private readonly all: readonly Entity[],
  ) {}

  meeting([
    date,
    time,
    title,
    notes,
    names,
    entities,
    summary,
    nextMeeting,
    isPrivate,
    meHere,
    isMessage,
  ]: SnapshotMeeting): MeetingRecord {
    const places = notes.map(([path, line, heading]) => ({ path: this.path(path), heading, line }));
    return {
      id: `${places[0]?.path ?? ''}:${places[0]?.line ?? 0}`,
      date,
      time,
      title,
      notes: places,
      names: names.map(([number, kind, name, via, candidates]): MeetingName => {
        const entity = this.entity(number);
        return {
          entity,
          kind: kind === 0 ? (entity?.kind ?? '') : kind,
          name: name === 0 ? (entity?.name ?? '') : name,
          via,
          candidates: this.entities(candidates),
        };
      }),
      entities: this.entities(entities),
      summary,
      nextMeeting,
      private: isPrivate === 1,
      meHere: meHere === 1,
      medium: isMessage === 1 ? 'message' : 'meeting',
    };
  }

  path(number: number): string {
    return this.paths[number] ?? '';
  }

  private entity(number: number): Entity | null {
    return this.all[number] ?? null;
  }

  entities(numbers: SnapshotNumbers): readonly Entity[] {
    if (numbers === 0) return NONE;
    if (typeof numbers === 'number') return (this.alone[numbers] ??= this.listed([numbers - 1]));
    return this.listed(numbers);
  }

  private listed(numbers: readonly number[]): readonly Entity[] {
    return numbers.flatMap((number) => this.entity(number) ?? []);
  }

  owners(kept: SnapshotOwners): readonly Owner[] {
    if (kept === 0) return NONE;
    if (typeof kept === 'number') {
      const entity = this.entity((kept >> 1) - 1);
      return (this.owned[kept] ??= [{ entity, me: (kept & 1) === 1, name: entity?.name ?? '' }]);
    }
    const owners: Owner[] = [];
    for (let at = 0; at < kept.length; at += 3) {
      const entity = this.entity(numberIn(kept[at]));
      const name = kept[at + 2];
      owners.push({ entity, me: kept[at + 1] === 1, name: typeof name === 'string' ? name : (entity?.name ?? '') });
    }
    return owners;
  }

  days(asked: SnapshotDays, sources: readonly Source[]): readonly CalendarDate[] {
    if (asked !== 0) return asked;
    const [{ date } = { date: null }] = sources;
    if (sources.length !== 1 || date === null) return daysOf(sources);
    const known = this.dates.get(date);
    if (known !== undefined) return known;
    const only = [date];
    this.dates.set(date, only);
    return only;
  }

  /** `kept` from a place on: a row's sources. */
  sources(kept: SnapshotSources, from: number, row: RowStart): readonly Source[] {
    if (kept.length === from + VALUES_A_SOURCE) return [this.source(kept, from, row)];
    const sources: Source[] = [];
    for (let at = from; at < kept.length; at += VALUES_A_SOURCE) sources.push(this.source(kept, at, row));
    return sources;
  }

  start([id, text, entities, isPrivate]: SnapshotRow): RowStart {
    return { id, text, entities: this.entities(entities), private: isPrivate === 1 };
  }

  private source(kept: SnapshotSources, at: number, { text, entities: all }: RowStart): Source {
    const meeting = this.meetings[numberIn(kept[at + 6])] ?? null;
    const before = kept[at + 2];
    const behind = textIn(kept[at + 3]) ?? '';
    const date = kept[at + 5];
    const entities = kept[at + 7];
    return {
      path: this.path(numberIn(kept[at])),
      line: numberIn(kept[at + 1]),
      text: typeof before === 'string' ? `${before}${text}${behind}` : behind,
      heading: this.headings[numberIn(kept[at + 4])] ?? null,
      date: date === 0 ? (meeting?.date ?? null) : textIn(date),
      meeting,
      entities:
        entities === -1 || entities === null || (typeof entities !== 'object' && typeof entities !== 'number')
          ? all
          : this.entities(entities),
    };
  }
}

type Kept = SnapshotSources[number] | undefined;

function numberIn(value: Kept): number {
  return typeof value === 'number' ? value : -1;
}

function textIn(value: Kept): string | null {
  return typeof value === 'string' ? value : null;
}

/** What every row begins with. */
type RowStart = Pick<DecisionRow, 'id' | 'text' | 'entities' | 'private'>;

interface Reader<R, K> {
  read(kept: K, reader: RowReader): R;
}

const TASKS: Reader<TaskRow, SnapshotTask> = {
  read: (kept, reader) => {
    const [id, text, entities, isPrivate, owners, open, proposed, statusType, due, priority, days, asked, ...sources] =
      kept;
    const start = reader.start([id, text, entities, isPrivate]);
    const told = reader.sources(sources, 0, start);
    const whose = reader.owners(owners);
    return {
      id,
      text,
      sources: told,
      entities: start.entities,
      private: start.private,
      owners: whose,
      mine: whose.some(({ me }) => me),
      open: open === 1,
      statusType,
      proposed: proposed === 1,
      due,
      priority,
      scheduled: days === 0 ? null : days[0],
      start: days === 0 ? null : days[1],
      closedOn: days === 0 ? null : days[2],
      asked: reader.days(asked, told),
    };
  },
};

const QUESTIONS: Reader<QuestionRow, SnapshotQuestion> = {
  read: (kept, reader) => {
    const [id, text, entities, isPrivate, answered, answer, answeredOn, pinned, asked, ...sources] = kept;
    const start = reader.start([id, text, entities, isPrivate]);
    const told = reader.sources(sources, 0, start);
    return {
      id,
      text,
      sources: told,
      entities: start.entities,
      private: start.private,
      state: answered === 1 ? 'answered' : 'open',
      answer,
      answeredOn,
      pinned: pinned === 1,
      asked: reader.days(asked, told),
    };
  },
};

const STATEMENTS: Reader<DecisionRow, SnapshotStatement> = { read: readStatement };

/** How a row of each kind is read back. */
export const READERS: Readonly<Record<RowKindId, Reader<AnyRow, SnapshotAny>>> = {
  tasks: TASKS,
  questions: QUESTIONS,
  ...byStatementRow(() => STATEMENTS),
  raises: STATEMENTS,
};

function readStatement(kept: SnapshotStatement, reader: RowReader): DecisionRow {
  const [id, text, entities, isPrivate, date, ...sources] = kept;
  const start = reader.start([id, text, entities, isPrivate]);
  const told = reader.sources(sources, 0, start);
  return {
    id,
    text,
    sources: told,
    entities: start.entities,
    private: start.private,
    date: date === 0 ? (told[told.length - 1]?.date ?? null) : date,
  };
}

const NONE: readonly never[] = [];

/** Distinct days, oldest first. */
export function daysOf(sources: readonly Source[]): readonly CalendarDate[] {
  const [only] = sources;
  if (only !== undefined && sources.length === 1) return only.date === null ? [] : [only.date];
  return [...new Set(sources.flatMap(({ date }) => date ?? []))].sort(compareText);
}
