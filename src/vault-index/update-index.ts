/**
 * The index after notes were read again, came or went: what it costs grows with what the notes say, not with the vault.
 * It does not know what to do when entities change: then a new index is to be built.
 *
 *   note ── read again ──► its meetings' people ──► meetings it shares with other notes ──► lines ──► rows ──► entities' views
 *   path ── new or gone ──► notes with a link that may mean it ──► lines …
 */
import { type MeetingNames, meetingNames } from '../entity/meeting-names';
import { printNameAnswer } from '../entity/names-lines';
import { type EventAnswers, eventAnswers } from '../event/event-answers';
import { eventKeys } from '../event/event-groups';
import { foldFileName } from '../entity/fold-name';
import { linkKey } from '../entity/vault-paths';
import { ROW_KINDS } from '../note/line-kinds';
import type { Note } from '../note/note';
import { compareText } from '../text/order';
import { runSync, type Job } from '../text/job';
import { PatchedMap } from '../text/patched-map';
import { exchanged, type ListChange, placeOf } from '../text/sorted-list';
import { type Findings, hasFound, type IndexInput, indexOf, type VaultIndex } from './build-index';
import { confirmMeetings } from './confirm-meetings';
import { foldLines } from './fold-lines';
import { compareMeetings, gatherMeetings } from './meetings';
import { changedNotes, changedPaths, notesThatLink } from './note-changes';
import { exchangeRegulars, isRegular, mayNameOne } from './regulars';
import { type NoteLines, resolveLines } from './resolve-lines';
import { exchangeLines, isSame } from './row-table';
import type { MeetingRecord } from './rows';
import { exchangeViews } from './views';
import { pushInto } from '../text/push-into';

export function updateIndex(index: VaultIndex, input: IndexInput): VaultIndex | null {
  return runSync(updateSteps(index, input));
}

/**
 * An index of what is given now, by exchanging the notes that are other objects than they were; the one given stays as
 * it is, and both share what did not change. Null where a new one is to be built: other rules or answers, entities that
 * came or went, too many notes. Rows, meetings and views that say the same as before stay the objects they were.
 */
export function* updateSteps(
  index: VaultIndex,
  { notes, paths, memory, noteRules, isExcluded, settings }: IndexInput,
): Job<VaultIndex | null> {
  const { given, rules: before } = index.parts;
  const sameRules =
    noteRules.kinds === before.noteRules.kinds &&
    isExcluded === before.isExcluded &&
    noteRules.allTasks === before.noteRules.allTasks &&
    settings.me.join('\n') === before.settings.me.join('\n');
  if (index.memory !== memory || !sameRules) return null;
  const changed = changedNotes(given, notes);
  const moved = changed === null ? null : changedPaths(index.paths, paths);
  if (changed === null || moved === null) return null;
  if (changed.removed.length + changed.added.length + moved.removed.length + moved.added.length === 0) return index;
  return yield* exchangeSteps(index, changed, { ...moved, paths });
}

interface PathsChange extends ListChange<string> {
  readonly paths: readonly string[];
}

function* exchangeSteps(index: VaultIndex, changed: ListChange<Note>, moved: PathsChange): Job<VaultIndex | null> {
  const { memory, mentions, parts } = index;
  const {
    rules: {
      noteRules: { allTasks },
      isExcluded,
      settings: { me },
    },
    firstNames,
  } = parts;
  const keys = new Set([...moved.removed, ...moved.added].map(linkKey));
  const isMoved = (target: string): boolean => keys.size > 0 && keys.has(linkKey(target));
  const given = exchangedNotes(parts.given, changed);
  const registry = index.registry.exchanged({ ...changed, notes: given, moved });
  if (registry === null) return null;
  const touched = new Set([...changed.removed, ...changed.added].map(({ path }) => path));
  const linked = yield* notesThatLink(parts.given, keys);
  // Who a meeting is with, and what was answered, may decide about names anywhere.
  const names = [...linked, ...changed.added].flatMap(({ meetings }) => meetings.flatMap((meeting) => meeting.names));
  if (names.some(({ target }) => target !== null && isMoved(target))) return null;
  const linking = linked.filter(({ path }) => !touched.has(path));
  if (keys.size > 0 && memory.decisions.some((decision) => speaksOf(printNameAnswer(decision), keys))) return null;

  yield;
  const confirmed = (list: readonly Note[]): Note[] =>
    list.filter(({ path }) => !isExcluded(path)).map((note) => confirmMeetings(note, registry, { allTasks }));
  const known = confirmed([...changed.added, ...linking]);
  const { regulars, changed: renowned } = exchangeRegulars(parts.regulars(), {
    removed: [...touched, ...linking.map(({ path }) => path)].flatMap((path) => noteAt(index.notes, path) ?? []),
    added: known,
  });
  // A name that came to be known, or is so no longer, may be an owner's in any note.
  const naming =
    renowned.size === 0
      ? []
      : given.filter((note) => !touched.has(note.path) && !linking.includes(note) && mayNameOne(note, renowned));
  const read = [...known, ...confirmed(naming)];
  const stays = new Set(read.map(({ path }) => path));
  const left = changed.removed.filter(({ path }) => !stays.has(path));
  const notes = exchangedNotes(index.notes, { removed: left, added: read });

  const answers = eventAnswers(memory, registry);
  const keysOf = (note: Note): readonly string[] => eventKeys(note, answers);
  const { told, together } = exchangeTold(
    parts.told ?? (yield* toldSteps(index.notes, keysOf)),
    { before: index.notes, read, left },
    keysOf,
  );
  yield;
  const namesOf = index.namesOf.patched(
    new Map<string, readonly MeetingNames[] | undefined>([
      ...left.map(({ path }) => [path, undefined] as const),
      ...read.map((note) => [note.path, namesIn(note, (at) => meetingNames(registry, note, at, memory))] as const),
    ]),
  );
  const telling = [...together].sort(compareText).flatMap((path) => noteAt(notes, path) ?? []);
  const meetings = exchangeMeetings(index.meetingsOf, { telling, left, answers }, namesOf);

  const lines = new Map<string, NoteLines | undefined>(left.map(({ path }) => [path, undefined]));
  for (const note of telling) {
    if (!stays.has(note.path) && !meetings.movedIn.has(note.path)) continue;
    yield;
    lines.set(
      note.path,
      resolveLines(note, meetings.of.get(note.path) ?? [], {
        ...{ registry, mentions, memory, firstNames, me },
        isRegular: (name) => isRegular(regulars, name),
      }),
    );
  }
  // What another note of its event says may be said in other words now.
  for (const event of new Set([...lines.keys()].flatMap((path) => meetings.of.get(path) ?? []))) {
    yield;
    const linesOf = (path: string): NoteLines | undefined => lines.get(path) ?? index.linesOf.get(path);
    for (const [path, folded] of foldLines(event, linesOf, memory.rows)) lines.set(path, folded);
  }
  const before: NoteLines[] = [];
  const after = [...lines.values()].filter((made) => made !== undefined);
  for (const path of lines.keys()) before.push(...[index.linesOf.get(path)].filter((known) => known !== undefined));
  yield;
  const { tables, changes } = exchangeLines(parts.tables, {
    before,
    after,
    paths: new Set(lines.keys()),
    linesOf: (path) => index.linesOf.get(path),
    kinds: parts.rowKinds,
  });
  yield;
  return indexOf({
    notes,
    paths: moved.paths,
    registry,
    memory,
    mentions,
    meetingsOf: meetings.of,
    namesOf,
    linesOf: index.linesOf.patched(lines),
    views: parts.rowKinds.length < ROW_KINDS.length ? index.views : exchangeViews(index.views, meetings, changes),
    meetings: exchanged(index.meetings, meetings, compareMeetings),
    parts: {
      ...parts,
      given,
      tables,
      told,
      regulars: () => regulars,
      findings: exchangedFindings(parts.findings, lines),
    },
  });
}

function namesIn(note: Note, namesAt: (meeting: number) => MeetingNames): readonly MeetingNames[] | undefined {
  return note.meetings.length === 0 ? undefined : note.meetings.map((_, at) => namesAt(at));
}

function exchangedFindings(
  findings: PatchedMap<string, Findings>,
  lines: ReadonlyMap<string, NoteLines | undefined>,
): PatchedMap<string, Findings> {
  const changes = new Map<string, Findings | undefined>();
  for (const [path, made] of lines) {
    const found = made !== undefined && hasFound(made) ? made : undefined;
    if (found !== undefined || findings.has(path)) changes.set(path, found);
  }
  return findings.patched(changes);
}

function speaksOf(line: string, keys: ReadonlySet<string>): boolean {
  const folded = foldFileName(line);
  return [...keys].some((key) => folded.includes(key));
}

/** A note as it was given. */
export function givenNote(index: VaultIndex, path: string): Note | null {
  return noteAt(index.parts.given, path);
}

function exchangedNotes(sorted: readonly Note[], { removed, added }: ListChange<Note>): readonly Note[] {
  const notes = [...sorted];
  const stays = new Set(added.map(({ path }) => path));
  for (const note of removed) {
    const at = placeOf(notes, note, byPath);
    if (!stays.has(note.path) && notes[at]?.path === note.path) notes.splice(at, 1);
  }
  for (const note of added) {
    const at = placeOf(notes, note, byPath);
    if (notes[at]?.path === note.path) notes[at] = note;
    else notes.splice(at, 0, note);
  }
  return notes;
}

function noteAt(notes: readonly Note[], path: string): Note | null {
  const note = notes[placeOf(notes, { path }, byPath)];
  return note?.path === path ? note : null;
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return compareText(a.path, b.path);
}

/** The notes that may tell of one meeting, by what they have in common. */
type Told = PatchedMap<string, readonly string[]>;

/** Notes looked at in a piece of work. */
const YIELD_EVERY = 500;

/** What a note's event is known by. */
type KeysOf = (note: Note) => readonly string[];

function* toldSteps(notes: readonly Note[], keysOf: KeysOf): Job<Told> {
  const told = new Map<string, string[]>();
  for (const [at, note] of notes.entries()) {
    if (at % YIELD_EVERY === 0) yield;
    for (const key of keysOf(note)) pushInto(told, key, note.path);
  }
  return PatchedMap.of(told);
}

/**
 * With the notes read again and without those that left; and the paths of all notes that did or do tell of a meeting
 * together with one of them.
 */
function exchangeTold(
  told: Told,
  { before, read, left }: Readonly<Record<'before' | 'read' | 'left', readonly Note[]>>,
  keysOf: KeysOf,
): { readonly told: Told; readonly together: ReadonlySet<string> } {
  const nowOf = new Map(read.map((note) => [note.path, keysOf(note)]));
  const changes = new Map<string, readonly string[] | undefined>();
  const tellers = (key: string): readonly string[] => (changes.has(key) ? changes.get(key) : told.get(key)) ?? [];
  const together = new Set<string>();
  const gather = (path: string): void => {
    if (together.has(path)) return;
    together.add(path);
    const known = noteAt(before, path);
    const keys = [...(known === null ? [] : keysOf(known)), ...(nowOf.get(path) ?? [])];
    for (const key of keys) for (const other of tellers(key)) gather(other);
  };
  for (const { path } of [...read, ...left]) {
    const known = noteAt(before, path);
    const keys = nowOf.get(path) ?? [];
    const lost = known === null ? [] : keysOf(known).filter((key) => !keys.includes(key));
    gather(path);
    for (const key of keys) if (!tellers(key).includes(path)) changes.set(key, [...tellers(key), path]);
    for (const key of keys) for (const other of tellers(key)) gather(other);
    for (const key of lost) {
      const others = tellers(key).filter((other) => other !== path);
      changes.set(key, others.length === 0 ? undefined : others);
    }
  }
  return { told: told.patched(changes), together };
}

interface MeetingChange extends ListChange<MeetingRecord> {
  /** The records of each note's meetings, after the change. */
  readonly of: PatchedMap<string, readonly MeetingRecord[]>;
  /** Paths of notes that got another record for one of their meetings. */
  readonly movedIn: ReadonlySet<string>;
}

/**
 * Gathers the meetings of notes that tell of theirs together, and of no other note's; `left` told of some of them
 * before.
 */
function exchangeMeetings(
  meetingsOf: PatchedMap<string, readonly MeetingRecord[]>,
  {
    telling,
    left,
    answers,
  }: { readonly telling: readonly Note[]; readonly left: readonly Note[]; readonly answers: EventAnswers },
  namesOf: ReadonlyMap<string, readonly MeetingNames[]>,
): MeetingChange {
  const known = new Map<string, MeetingRecord>();
  for (const { path } of [...telling, ...left])
    for (const record of meetingsOf.get(path) ?? []) known.set(record.id, record);
  const { byPath: found, all } = gatherMeetings(
    telling,
    (note, at) => namesOf.get(note.path)?.[at] ?? { names: [], entities: [], meHere: false },
    answers,
  );
  const kept = new Map(
    all.map((record) => {
      const before = known.get(record.id);
      return [record, before !== undefined && isSame(before, record) ? before : record] as const;
    }),
  );
  const stay = new Set(kept.values());
  const changes = new Map<string, readonly MeetingRecord[] | undefined>(left.map(({ path }) => [path, undefined]));
  const movedIn = new Set<string>();
  for (const { path } of telling) {
    const before = meetingsOf.get(path) ?? [];
    const records = (found.get(path) ?? []).map((record) => kept.get(record) ?? record);
    if (records.length !== before.length || records.some((record, at) => record !== before[at])) movedIn.add(path);
    changes.set(path, records.length === 0 ? undefined : records);
  }
  const removed = [...known.values()].filter((record) => !stay.has(record));
  const before = new Set(known.values());
  return {
    removed,
    added: [...stay].filter((record) => !before.has(record)),
    of: meetingsOf.patched(changes),
    movedIn,
  };
}
