/**
 * An index out of what was put away of it, given the notes it was made of. What notes' lines came to is in its rows;
 * the lines themselves are resolved when somebody asks for those of one note, or when an exchange concerns them.
 */
import type { Entity } from '../entity/entity';
import { type MeetingNames, meetingNames } from '../entity/meeting-names';
import { FirstNames, mentionSteps } from '../entity/mentions';
import { registrySteps } from '../entity/registry';
import { vaultPathSteps } from '../entity/vault-paths';
import { byRowKind, byStatementRow, type RowKindId } from '../note/line-kinds';
import type { Note } from '../note/note';
import type { CalendarDate } from '../text/calendar-date';
import { compareText } from '../text/order';
import { sortSteps, type Job } from '../text/job';
import { PatchedMap } from '../text/patched-map';
import { type Findings, type IndexInput, indexOf, type VaultIndex } from './build-index';
import { confirmMeetings } from './confirm-meetings';
import { daysOf, entitiesHash } from './keep-index';
import {
  type KeptAny,
  type KeptDays,
  type KeptFrame,
  type KeptMeeting,
  type KeptNumbers,
  type KeptOwners,
  type KeptPart,
  type KeptQuestion,
  type KeptRow,
  type KeptSources,
  type KeptStatement,
  type KeptTask,
  VALUES_A_SOURCE,
} from './snapshot';
import { lazyMap } from './lazy-map';
import { type NoteLines, resolveLines } from './resolve-lines';
import type { AnyRow, DecisionRow, MeetingName, MeetingRecord, Owner, QuestionRow, Source, TaskRow } from './rows';
import { viewSteps } from './views';

/** Rows in a piece of work. */
const YIELD_EVERY = 500;

export interface KeptIndex {
  readonly frame: KeptFrame;
  /** All that were put away, in that order; each is asked for once. Null for one that is not there after all. */
  readonly parts: readonly (() => KeptPart | null)[];
}

/** `input`: what the index was made of. Null where it was made of something else after all. */
export function* restoreSteps(
  { frame, parts }: KeptIndex,
  { notes: given, paths, memory, noteRules, isExcluded, settings }: IndexInput,
): Job<VaultIndex | null> {
  const sorted = yield* sortSteps(given, (a, b) => compareText(a.path, b.path));
  const linkable = yield* vaultPathSteps(paths);
  const excluded = new Set<string>();
  let count = 0;
  for (const { path } of sorted) {
    if (++count % YIELD_EVERY === 0) yield;
    if (isExcluded(path)) excluded.add(path);
  }
  const registry = yield* registrySteps(sorted, {
    kinds: noteRules.kinds,
    me: settings.me,
    paths: linkable,
    excluded: (path) => excluded.has(path),
  });
  yield;
  if (entitiesHash(registry.entities) !== frame.entities) return null;
  yield;
  const byPath = new Map<string, Note>();
  for (const note of sorted) {
    if (++count % YIELD_EVERY === 0) yield;
    if (!excluded.has(note.path))
      byPath.set(note.path, confirmMeetings(note, registry, { allTasks: noteRules.allTasks }));
  }
  const mentions = yield* mentionSteps(registry, { accepted: memory.names, refused: memory.noNames });
  const reader = new RowReader(paths, registry.entities);
  const meetings: MeetingRecord[] = reader.meetings;
  const lists = byRowKind<AnyRow[]>(() => []);
  for (const read of parts) {
    yield;
    // One at a time, so that what it was read from is gone before the next.
    const part = read();
    if (part === null) return null;
    if (part.of === 'meetings') yield* eachYielding(part.rows, (row) => meetings.push(reader.meeting(row)));
    else {
      const { of, headings, rows } = part;
      reader.headings = headings;
      yield* eachYielding(rows, (row) => lists[of].push(READERS[of].read(row, reader)));
    }
  }
  const meetingsOf = yield* recordsOf(meetings);
  yield;
  const firstNames = new FirstNames();
  const noteAt = (path: string): Note => byPath.get(path) ?? missing(path);
  const meetingNotes = [...byPath.values()].filter((note) => note.meetings.length > 0);
  const namesOf = lazyMap<readonly MeetingNames[]>(new Set(meetingNotes.map(({ path }) => path)), (path) => {
    const note = noteAt(path);
    return note.meetings.map((_, at) => meetingNames(registry, note, at, memory));
  });
  yield;
  const linesOf = lazyMap<NoteLines>(new Set(byPath.keys()), (path) =>
    resolveLines(noteAt(path), meetingsOf.get(path) ?? [], { registry, mentions, memory, firstNames, me: settings.me }),
  );
  const findings = new Map(
    frame.found.map(([path, problems, cleared]): [string, Findings] => [
      paths[path] ?? '',
      { problems, cleared: new Set(cleared) },
    ]),
  );
  yield;
  const tables = byRowKind((kind) => ({
    rows: lists[kind],
    hidden: PatchedMap.of(new Map(frame.families[kind].hidden)),
    ids: PatchedMap.of(new Map(frame.families[kind].ids)),
  }));
  const views = yield* viewSteps(meetings, tables);
  return indexOf({
    notes: [...byPath.values()],
    paths,
    registry,
    memory,
    mentions,
    meetings,
    meetingsOf: PatchedMap.of(meetingsOf),
    namesOf: PatchedMap.of(namesOf),
    linesOf: PatchedMap.of(linesOf),
    views,
    parts: {
      given: sorted,
      rules: { noteRules, isExcluded, settings },
      firstNames,
      tables,
      findings: PatchedMap.of(findings),
      told: null,
      isRestored: true,
    },
  });
}

function* eachYielding<T>(list: readonly T[], visit: (one: T) => void): Job<void> {
  for (const [at, one] of list.entries()) {
    if (at % YIELD_EVERY === 0) yield;
    visit(one);
  }
}

/** The records of each note's meetings, in the note's order. */
function* recordsOf(meetings: readonly MeetingRecord[]): Job<Map<string, readonly MeetingRecord[]>> {
  const byPath = new Map<string, { line: number; record: MeetingRecord }[]>();
  for (const [at, record] of meetings.entries()) {
    if (at % YIELD_EVERY === 0) yield;
    for (const { path, line } of record.notes) {
      const list = byPath.get(path);
      if (list === undefined) byPath.set(path, [{ line, record }]);
      else list.push({ line, record });
    }
  }
  const records = new Map<string, readonly MeetingRecord[]>();
  for (const [path, list] of byPath) {
    if (list.length > 1) list.sort((a, b) => a.line - b.line);
    records.set(
      path,
      list.map(({ record }) => record),
    );
  }
  return records;
}

function missing(path: string): never {
  throw new Error(`no note was read at “${path}”`);
}

/** Rows as they were. What several of them have alike is one object. */
class RowReader {
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
  ]: KeptMeeting): MeetingRecord {
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

  entities(numbers: KeptNumbers): readonly Entity[] {
    if (numbers === 0) return NONE;
    if (typeof numbers === 'number') return (this.alone[numbers] ??= this.listed([numbers - 1]));
    return this.listed(numbers);
  }

  private listed(numbers: readonly number[]): readonly Entity[] {
    return numbers.flatMap((number) => this.entity(number) ?? []);
  }

  owners(kept: KeptOwners): readonly Owner[] {
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

  days(asked: KeptDays, sources: readonly Source[]): readonly CalendarDate[] {
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
  sources(kept: KeptSources, from: number, row: RowStart): readonly Source[] {
    if (kept.length === from + VALUES_A_SOURCE) return [this.source(kept, from, row)];
    const sources: Source[] = [];
    for (let at = from; at < kept.length; at += VALUES_A_SOURCE) sources.push(this.source(kept, at, row));
    return sources;
  }

  start([id, text, entities, isPrivate]: KeptRow): RowStart {
    return { id, text, entities: this.entities(entities), private: isPrivate === 1 };
  }

  private source(kept: KeptSources, at: number, { text, entities: all }: RowStart): Source {
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

type Kept = KeptSources[number] | undefined;

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

const TASKS: Reader<TaskRow, KeptTask> = {
  read: (kept, reader) => {
    const [id, text, entities, isPrivate, owners, open, proposed, statusType, due, priority, asked, ...sources] = kept;
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
      asked: reader.days(asked, told),
    };
  },
};

const QUESTIONS: Reader<QuestionRow, KeptQuestion> = {
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

const STATEMENTS: Reader<DecisionRow, KeptStatement> = { read: readStatement };

/** How a row of each kind is read back. */
const READERS: Readonly<Record<RowKindId, Reader<AnyRow, KeptAny>>> = {
  tasks: TASKS,
  questions: QUESTIONS,
  ...byStatementRow(() => STATEMENTS),
  raises: STATEMENTS,
};

function readStatement(kept: KeptStatement, reader: RowReader): DecisionRow {
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
