/**
 * An index out of what was put away of it, given the notes it was made of. What notes' lines came to is in its rows;
 * the lines themselves are resolved when somebody asks for those of one note, or when an exchange concerns them.
 */
import type { Entity } from '../entity/entity';
import { type MeetingNames, meetingNames } from '../entity/meeting-names';
import { FirstNames, mentionSteps } from '../entity/mentions';
import { registrySteps } from '../entity/registry';
import { vaultPathSteps } from '../entity/vault-paths';
import type { Note } from '../note/note';
import { compareText } from '../text/order';
import { sortSteps, type Job } from '../text/job';
import { type Findings, type IndexInput, indexOf, type VaultIndex } from './build-index';
import { confirmMeetings } from './confirm-meetings';
import { daysOf, entitiesHash } from './keep-index';
import {
  type KeptDays,
  type KeptFrame,
  type KeptMeeting,
  type KeptNumbers,
  type KeptOwners,
  type KeptPart,
  type KeptQuestion,
  type KeptSources,
  type KeptStatement,
  type KeptTask,
  SOURCES_OF,
} from './snapshot';
import { LazyMap } from './lazy-map';
import { type NoteLines, resolveLines } from './resolve-lines';
import type { DecisionRow, MeetingName, MeetingRecord, Owner, QuestionRow, RowLists, Source, TaskRow } from './rows';
import { VaultRows } from './vault-rows';
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
  { notes: given, paths, memory, rules }: IndexInput,
): Job<VaultIndex | null> {
  const sorted = yield* sortSteps(given, (a, b) => compareText(a.path, b.path));
  const linkable = yield* vaultPathSteps(paths);
  const excluded = new Set<string>();
  let count = 0;
  for (const { path } of sorted) {
    if (++count % YIELD_EVERY === 0) yield;
    if (rules.excluded(path)) excluded.add(path);
  }
  const registry = yield* registrySteps(sorted, {
    kinds: rules.kinds,
    me: rules.me,
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
      byPath.set(note.path, confirmMeetings(note, registry, { allTasks: rules.allTasks ?? false }));
  }
  const mentions = yield* mentionSteps(registry, { accepted: memory.names, refused: memory.noNames });
  const rowsOf = new RowReader(paths, registry.entities);
  const lists: { -readonly [K in keyof RowLists]: RowLists[K][number][] } = {
    tasks: [],
    questions: [],
    decisions: [],
    facts: [],
    risks: [],
    raises: [],
  };
  for (const read of parts) {
    yield;
    // One at a time, so that what it was read from is gone before the next.
    const part = read();
    if (part === null) return null;
    if (part.of !== 'meetings') rowsOf.headings = part.headings;
    const add: () => void =
      part.of === 'meetings'
        ? each(part.rows, (row) => void rowsOf.meetings.push(rowsOf.meeting(row)))
        : part.of === 'tasks'
          ? each(part.rows, (row) => void lists.tasks.push(rowsOf.task(row)))
          : part.of === 'questions'
            ? each(part.rows, (row) => void lists.questions.push(rowsOf.question(row)))
            : each(part.rows, (row) => void lists[part.of].push(rowsOf.statement(row)));
    for (let at = 0; at < part.rows.length; at += YIELD_EVERY) {
      yield;
      add();
    }
  }
  const { meetings } = rowsOf;
  const meetingsOf = yield* recordsOf(meetings);
  yield;
  const firstNames = new FirstNames();
  const noteAt = (path: string): Note => byPath.get(path) ?? missing(path);
  const namesOf = new LazyMap<MeetingNames[]>(
    new Set([...byPath.values()].flatMap(({ path, meetings: { length } }) => (length > 0 ? path : []))),
    (path) => {
      const note = noteAt(path);
      return note.meetings.map((_, at) => meetingNames(registry, note, at, memory));
    },
  );
  yield;
  const linesOf = new LazyMap<NoteLines>(new Set(byPath.keys()), (path) =>
    resolveLines(noteAt(path), meetingsOf.get(path) ?? [], { registry, mentions, memory, firstNames, me: rules.me }),
  );
  const found = new Map(
    frame.found.map(([path, problems, cleared]): [string, Findings] => [
      paths[path] ?? '',
      { problems, cleared: new Set(cleared) },
    ]),
  );
  yield;
  const rows = new VaultRows();
  rows.restore(lists, frame.hidden, (path) => linesOf.get(path));
  const views = yield* viewSteps(meetings, rows.lists());
  return indexOf({
    notes: [...byPath.values()],
    paths,
    registry,
    memory,
    mentions,
    meetings,
    meetingsOf,
    namesOf,
    linesOf,
    views,
    parts: {
      given: sorted,
      rules,
      firstNames,
      rows,
      foundEarlier: (path) => (linesOf.isUnmade(path) ? (found.get(path) ?? NOTHING_FOUND) : undefined),
    },
  });
}

const NOTHING_FOUND: Findings = { problems: [], cleared: new Set() };

/** Does the next piece each time it is called. */
function each<T>(list: readonly T[], does: (one: T) => void): () => void {
  let at = 0;
  return () => {
    const end = Math.min(at + YIELD_EVERY, list.length);
    for (; at < end; at++) does(list[at] as T);
  };
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
    };
  }

  task(kept: KeptTask): TaskRow {
    const [id, text, entities, isPrivate, owners, open, proposed, statusType, due, priority, asked] = kept;
    const sources = this.sources(kept, SOURCES_OF.tasks, text);
    const whose = this.owners(owners);
    return {
      id,
      text,
      sources,
      entities: this.entities(entities),
      private: isPrivate === 1,
      owners: whose,
      mine: whose.some(({ me }) => me),
      open: open === 1,
      statusType,
      proposed: proposed === 1,
      due,
      priority,
      asked: this.days(asked, sources),
    };
  }

  question(kept: KeptQuestion): QuestionRow {
    const [id, text, entities, isPrivate, answered, answer, answeredOn, pinned, asked] = kept;
    const sources = this.sources(kept, SOURCES_OF.questions, text);
    return {
      id,
      text,
      sources,
      entities: this.entities(entities),
      private: isPrivate === 1,
      state: answered === 1 ? 'answered' : 'open',
      answer,
      answeredOn,
      pinned: pinned === 1,
      asked: this.days(asked, sources),
    };
  }

  statement(kept: KeptStatement): DecisionRow {
    const [id, text, entities, isPrivate, date] = kept;
    const sources = this.sources(kept, SOURCES_OF.statements, text);
    return {
      id,
      text,
      sources,
      entities: this.entities(entities),
      private: isPrivate === 1,
      date: date === 0 ? (sources[sources.length - 1]?.date ?? null) : date,
    };
  }

  private path(number: number): string {
    return this.paths[number] ?? '';
  }

  private entity(number: number): Entity | null {
    return this.all[number] ?? null;
  }

  private entities(numbers: KeptNumbers): readonly Entity[] {
    if (numbers === 0) return NONE;
    if (typeof numbers === 'number') return (this.alone[numbers] ??= this.listed([numbers - 1]));
    return this.listed(numbers);
  }

  private listed(numbers: readonly number[]): readonly Entity[] {
    return numbers.flatMap((number) => this.entity(number) ?? []);
  }

  private owners(kept: KeptOwners): readonly Owner[] {
    if (kept === 0) return NONE;
    if (typeof kept === 'number') {
      const entity = this.entity((kept >> 1) - 1);
      return (this.owned[kept] ??= [{ entity, me: (kept & 1) === 1, name: entity?.name ?? '' }]);
    }
    const owners: Owner[] = [];
    for (let at = 0; at < kept.length; at += 3) {
      const entity = this.entity(kept[at] as number);
      const name = kept[at + 2];
      owners.push({ entity, me: kept[at + 1] === 1, name: typeof name === 'string' ? name : (entity?.name ?? '') });
    }
    return owners;
  }

  private days(asked: KeptDays, sources: readonly Source[]): TaskRow['asked'] {
    if (asked !== 0) return asked;
    const [{ date } = { date: null }] = sources;
    if (sources.length !== 1 || date === null) return daysOf(sources);
    const known = this.dates.get(date);
    if (known !== undefined) return known;
    const only = [date];
    this.dates.set(date, only);
    return only;
  }

  private sources(kept: KeptTask | KeptQuestion | KeptStatement, from: number, text: string): readonly Source[] {
    const values = kept as KeptSources;
    if (values.length === from + SOURCE) return [this.source(values, from, text)];
    const sources: Source[] = [];
    for (let at = from; at < values.length; at += SOURCE) sources.push(this.source(values, at, text));
    return sources;
  }

  private source(kept: KeptSources, at: number, text: string): Source {
    const meeting = this.meetings[kept[at + 6] as number] ?? null;
    const before = kept[at + 2];
    const behind = kept[at + 3] as string;
    const date = kept[at + 5] as string | null | 0;
    return {
      path: this.path(kept[at] as number),
      line: kept[at + 1] as number,
      text: before === 0 ? behind : `${before as string}${text}${behind}`,
      heading: this.headings[kept[at + 4] as number] ?? null,
      date: date === 0 ? (meeting?.date ?? null) : date,
      meeting,
    };
  }
}

/** Values a source. */
const SOURCE = 7;
const NONE: readonly never[] = [];
