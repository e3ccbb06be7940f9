/**
 * The index of a vault: every note's lines resolved to entities, and put together. The order in which notes are given
 * does not matter. It reads no text and knows no pages' layout.
 */
import { FirstNames, type Mentions, mentionSteps } from '../entity/mentions';
import type { NamesMemory } from '../entity/names-memory';
import { type Registry, registrySteps } from '../entity/registry';
import { vaultPathSteps } from '../entity/vault-paths';
import { type MeetingNames, meetingNames } from '../entity/meeting-names';
import { ROW_KINDS, type RowKindId } from '../note/line-kinds';
import type { Note } from '../note/note';
import type { NoteRules } from '../note/note-rules';
import type { Problem } from '../note/problems';
import { confirmMeetings } from './confirm-meetings';
import { foldLines } from './fold-lines';
import { eventAnswers } from '../event/event-answers';
import { meetingSteps } from './meetings';
import { type RowTables, rowTableSteps } from './row-table';
import { type Views, viewSteps } from './views';
import { compareText } from '../text/order';
import { runSync, sortSteps, type Job } from '../text/job';
import { PatchedMap } from '../text/patched-map';
import { isRegular, type Regulars, regularsOf } from './regulars';
import { type NoteLines, resolveLines } from './resolve-lines';
import { type MeetingRecord, type RowLists, rowLists } from './rows';

/** What is read once of a vault and passed on as it is: to the index, and with more to a rollup. */
export interface IndexInput extends IndexRules {
  readonly notes: readonly Note[];
  /** Every Markdown file of the vault, excluded ones too: what links can resolve to. */
  readonly paths: readonly string[];
  readonly memory: NamesMemory;
}

interface IndexRules {
  readonly noteRules: NoteRules;
  /** Whether a path is in an excluded folder: its page resolves names and is never written. */
  readonly isExcluded: (path: string) => boolean;
  /** `me`: the names that are me. */
  readonly settings: { readonly me: readonly string[] };
}

/** An index is a value: an update gives another, which shares what did not change. */
export interface VaultIndex extends RowLists {
  /** By path. Daily notes hold only the meetings whose heading links an entity. */
  readonly notes: readonly Note[];
  readonly paths: readonly string[];
  readonly registry: Registry;
  readonly memory: NamesMemory;
  readonly mentions: Mentions;
  /** By date (undated first), time, id. */
  readonly meetings: readonly MeetingRecord[];
  /** The records of each note's meetings, in the note's order. */
  readonly meetingsOf: PatchedMap<string, readonly MeetingRecord[]>;
  /** What each of a note's own meetings names, before notes of one meeting are put together. */
  readonly namesOf: PatchedMap<string, readonly MeetingNames[]>;
  readonly linesOf: PatchedMap<string, NoteLines>;
  readonly views: Views;
  readonly problems: readonly Problem[];
  /** Internal state of `updateSteps`. Do not read it elsewhere. */
  readonly parts: IndexParts;
}

/** What resolving a note's lines told of it. */
export type Findings = Pick<NoteLines, 'problems' | 'cleared'>;

export function hasFound({ problems, cleared }: Findings): boolean {
  return problems.length + cleared.size > 0;
}

interface IndexParts {
  /** As they were given, sorted by path; excluded ones too. */
  readonly given: readonly Note[];
  readonly rules: IndexRules;
  readonly firstNames: FirstNames;
  readonly tables: RowTables;
  /** What resolving the lines of notes found, where it found something. */
  readonly findings: PatchedMap<string, Findings>;
  /** By what notes of one meeting have in common, their paths; null until it is first needed. */
  readonly told: PatchedMap<string, readonly string[]> | null;
  /** Names of people without a page that several notes know: counted when somebody first asks. */
  readonly regulars: () => Regulars;
  /** Kinds of which it has rows: all, unless it was read back for a list of one kind. Then it has no views. */
  readonly rowKinds: readonly RowKindId[];
  /** It was read back from what was kept of it: lines are resolved when somebody asks for them. */
  readonly isRestored: boolean;
}

export function buildIndex(input: IndexInput): VaultIndex {
  return runSync(indexSteps(input));
}

/** As `buildIndex`, in pieces: one a note, one a kind of row. */
export function* indexSteps({
  notes: given,
  paths,
  memory,
  noteRules,
  isExcluded,
  settings,
}: IndexInput): Job<VaultIndex> {
  const { me } = settings;
  const { allTasks } = noteRules;
  const sorted = yield* sortSteps(given, (a, b) => compareText(a.path, b.path));
  const linkable = yield* vaultPathSteps(paths);
  const registry = yield* registrySteps(sorted, {
    kinds: noteRules.kinds,
    me,
    paths: linkable,
    excluded: isExcluded,
  });
  const notes: Note[] = [];
  for (const note of sorted) {
    yield;
    if (!isExcluded(note.path)) notes.push(confirmMeetings(note, registry, { allTasks }));
  }
  const mentions = yield* mentionSteps(registry, { accepted: memory.names, refused: memory.noNames });
  const namesOf = new Map<string, readonly MeetingNames[]>();
  for (const note of notes) {
    yield;
    if (note.meetings.length > 0)
      namesOf.set(
        note.path,
        note.meetings.map((_, at) => meetingNames(registry, note, at, memory)),
      );
  }
  const { byPath: meetingsOf, all: meetings } = yield* meetingSteps(
    notes,
    (note, at) => namesOf.get(note.path)?.[at] ?? NOBODY,
    eventAnswers(memory, registry),
  );
  const linesOf = new Map<string, NoteLines>();
  const findings = new Map<string, Findings>();
  const firstNames = new FirstNames();
  const regulars = regularsOf(notes);
  yield;
  for (const note of notes) {
    yield;
    const lines = resolveLines(note, meetingsOf.get(note.path) ?? [], {
      registry,
      mentions,
      memory,
      firstNames,
      me,
      isRegular: (name) => isRegular(regulars, name),
    });
    linesOf.set(note.path, lines);
    if (hasFound(lines)) findings.set(note.path, lines);
  }
  for (const meeting of meetings) {
    yield;
    for (const [path, lines] of foldLines(meeting, (at) => linesOf.get(at), memory.rows)) linesOf.set(path, lines);
  }
  const tables = yield* rowTableSteps([...linesOf.values()]);
  const views = yield* viewSteps(meetings, tables);
  return indexOf({
    notes,
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
      regulars: () => regulars,
      rowKinds: ROW_KINDS,
      isRestored: false,
    },
  });
}

/** An index put together: its rows are its parts', its problems are gathered when somebody asks for them. */
export function indexOf(made: Omit<VaultIndex, keyof RowLists | 'problems'>): VaultIndex {
  const { notes, parts } = made;
  let problems: readonly Problem[] | null = null;
  return {
    ...made,
    ...rowLists((kind) => parts.tables[kind].rows),
    get problems() {
      return (problems ??= indexProblems(notes, (path) => parts.findings.get(path)));
    },
  };
}

/** Of reading, except owners that the vault turned out to know, then of names. */
function indexProblems(notes: readonly Note[], found: (path: string) => Findings | undefined): Problem[] {
  return [
    ...joined(notes, ({ path, problems }) =>
      problems.length === 0
        ? problems
        : problems.filter(
            ({ code, line }) => code !== 'owner-unclear' || line === null || !(found(path)?.cleared.has(line) ?? false),
          ),
    ),
    ...joined(notes, ({ path }) => found(path)?.problems ?? NONE),
  ];
}

/** As `flatMap`, which takes several times as long on a vault's worth of lists. */
function joined<T, V>(parts: readonly T[], listOf: (part: T) => readonly V[]): V[] {
  const whole: V[] = [];
  for (const part of parts) for (const value of listOf(part)) whole.push(value);
  return whole;
}

const NONE: readonly Problem[] = [];
const NOBODY: MeetingNames = { names: [], entities: [], meHere: false };
