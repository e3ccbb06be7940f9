/**
 * An index out of what was put away of it, given the notes it was made of. What notes' lines came to is in its rows;
 * the lines themselves are resolved when somebody asks for those of one note, or when an exchange concerns them.
 */
import { type MeetingNames, meetingNames } from '../entity/meeting-names';
import { FirstNames, mentionSteps } from '../entity/mentions';
import { registrySteps } from '../entity/registry';
import { vaultPathSteps } from '../entity/vault-paths';
import { byRowKind, ROW_KINDS, type RowKindId } from '../note/line-kinds';
import type { Note } from '../note/note';
import { compareText } from '../text/order';
import { sortSteps, type Job } from '../text/job';
import { PatchedMap } from '../text/patched-map';
import { type Findings, type IndexInput, indexOf, type VaultIndex } from './build-index';
import { confirmMeetings } from './confirm-meetings';
import { entitiesHash } from './take-snapshot';
import { READERS, RowReader } from './read-rows';
import type { SnapshotFrame, SnapshotPart } from './snapshot';
import { foldLines } from './fold-lines';
import { lazyMap } from './lazy-map';
import { isRegular, type Regulars, regularsOf } from './regulars';
import { type NoteLines, resolveLines } from './resolve-lines';
import type { AnyRow, MeetingRecord } from './rows';
import { type Views, viewSteps } from './views';
import { pushInto } from '../text/push-into';

/** Rows in a piece of work. */
const YIELD_EVERY = 500;

export interface SnapshotIndex {
  readonly frame: SnapshotFrame;
  /** All that were put away, in that order; each is asked for once. Null for one that is not there after all. */
  readonly parts: readonly (() => SnapshotPart | null)[];
  /** Kinds of rows that the parts hold. */
  readonly rowKinds: readonly RowKindId[];
}

/** `input`: what the index was made of. Null where it was made of something else after all. */
export function* restoreSteps(
  { frame, parts, rowKinds }: SnapshotIndex,
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
  let counted: Regulars | null = null;
  const regulars = (): Regulars => (counted ??= regularsOf([...byPath.values()]));
  const names = {
    ...{ registry, mentions, memory, firstNames, me: settings.me },
    isRegular: (name: string) => isRegular(regulars(), name),
  };
  const resolved = lazyMap<NoteLines>(new Set(byPath.keys()), (path) =>
    resolveLines(noteAt(path), meetingsOf.get(path) ?? [], names),
  );
  const linesOf = lazyMap<NoteLines>(new Set(byPath.keys()), (path) => {
    let lines = resolved.get(path) ?? missing(path);
    for (const event of meetingsOf.get(path) ?? [])
      lines = foldLines(event, (at) => (at === path ? lines : resolved.get(at)), memory.rows).get(path) ?? lines;
    return lines;
  });
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
  const isWhole = rowKinds.length === ROW_KINDS.length;
  const views: Views = isWhole ? yield* viewSteps(meetings, tables) : PatchedMap.of(new Map<string, never>());
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
      regulars,
      rowKinds,
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
      pushInto(byPath, path, { line, record });
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
