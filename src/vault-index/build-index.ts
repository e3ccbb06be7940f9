/**
 * The index of a vault: every note's lines resolved to entities, and put together. The order in which notes are given
 * does not matter. It reads no text and knows no pages' layout.
 */
import { FirstNames, type Mentions, mentionSteps } from '../entity/mentions';
import type { NamesMemory } from '../entity/names-memory';
import { type Registry, registrySteps } from '../entity/registry';
import { vaultPathSteps } from '../entity/vault-paths';
import { type MeetingNames, meetingNames } from '../entity/meeting-names';
import type { EntityKind } from '../note/kinds';
import type { Note } from '../note/note';
import type { Problem } from '../note/problems';
import { confirmMeetings } from './confirm-meetings';
import type { EntityView } from './entity-view';
import { meetingSteps } from './meetings';
import { VaultRows } from './vault-rows';
import { viewSteps } from './views';
import { compareText } from '../text/order';
import { runSync, sortSteps, type Job } from '../text/job';
import { type NoteLines, resolveLines } from './resolve-lines';
import type { MeetingRecord, RowLists } from './rows';

export interface IndexRules {
  readonly kinds: readonly EntityKind[];
  /** The names that are me. */
  readonly me: readonly string[];
  /** Whether a path lies in an excluded folder: its page resolves names and is never written. */
  readonly excluded: (path: string) => boolean;
  /** Tasks outside meetings count too. */
  readonly allTasks?: boolean;
}

export interface IndexInput {
  readonly notes: readonly Note[];
  /** Every Markdown file of the vault, excluded ones too: what links can resolve to. */
  readonly paths: readonly string[];
  readonly memory: NamesMemory;
  readonly rules: IndexRules;
}

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
  readonly meetingsOf: ReadonlyMap<string, readonly MeetingRecord[]>;
  /** What each of a note's own meetings names, before notes of one meeting are put together. */
  readonly namesOf: ReadonlyMap<string, readonly MeetingNames[]>;
  readonly linesOf: ReadonlyMap<string, NoteLines>;
  /** By entity id; an entity of which the vault says nothing has none. */
  readonly views: ReadonlyMap<string, EntityView>;
  readonly problems: readonly Problem[];
  /** What `exchangeNotes` goes on from; nobody else's. */
  readonly parts: IndexParts;
}

/** What resolving a note's lines told of it. */
export type Findings = Pick<NoteLines, 'problems' | 'cleared'>;

export interface IndexParts {
  /** As they were given, sorted by path; excluded ones too. */
  readonly given: readonly Note[];
  readonly rules: IndexRules;
  readonly firstNames: FirstNames;
  readonly rows: VaultRows;
  /** What resolving the lines of a note found, where they were not resolved: kept from an earlier time. */
  readonly foundEarlier?: (path: string) => Findings | undefined;
  /** By what notes of one meeting have in common, their paths; made when first needed. */
  readonly told?: Map<string, readonly string[]>;
}

export function buildIndex(input: IndexInput): VaultIndex {
  return runSync(indexSteps(input));
}

/** As `buildIndex`, in pieces: one a note, one a kind of row. */
export function* indexSteps({ notes: given, paths, memory, rules }: IndexInput): Job<VaultIndex> {
  const sorted = yield* sortSteps(given, (a, b) => compareText(a.path, b.path));
  const linkable = yield* vaultPathSteps(paths);
  const registry = yield* registrySteps(sorted, {
    kinds: rules.kinds,
    me: rules.me,
    paths: linkable,
    excluded: rules.excluded,
  });
  const notes: Note[] = [];
  for (const note of sorted) {
    yield;
    if (!rules.excluded(note.path)) notes.push(confirmMeetings(note, registry, { allTasks: rules.allTasks ?? false }));
  }
  const mentions = yield* mentionSteps(registry, { accepted: memory.names, refused: memory.noNames });
  const namesOf = new Map<string, MeetingNames[]>();
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
  );
  const linesOf = new Map<string, NoteLines>();
  const firstNames = new FirstNames();
  for (const note of notes) {
    yield;
    linesOf.set(
      note.path,
      resolveLines(note, meetingsOf.get(note.path) ?? [], { registry, mentions, memory, firstNames, me: rules.me }),
    );
  }
  const rows = new VaultRows();
  yield* rows.fill([...linesOf.values()]);
  const views = yield* viewSteps(meetings, rows.lists());
  return indexOf({
    notes,
    paths,
    registry,
    memory,
    mentions,
    meetings,
    meetingsOf,
    namesOf,
    linesOf,
    views,
    parts: { given: sorted, rules, firstNames, rows },
  });
}

/** An index put together: its rows are its parts', its problems are gathered when somebody asks for them. */
export function indexOf(made: Omit<VaultIndex, keyof RowLists | 'problems'>): VaultIndex {
  const { notes, paths, registry, memory, mentions, meetings, meetingsOf, namesOf, linesOf, views, parts } = made;
  const { tasks, questions, decisions, facts, risks, raises } = parts.rows.lists();
  let problems: readonly Problem[] | null = null;
  return {
    notes,
    paths,
    registry,
    memory,
    mentions,
    meetings,
    meetingsOf,
    namesOf,
    linesOf,
    views,
    parts,
    tasks,
    questions,
    decisions,
    facts,
    risks,
    raises,
    get problems() {
      return (problems ??= indexProblems(notes, (path) => parts.foundEarlier?.(path) ?? linesOf.get(path)));
    },
  };
}

/** Of reading, but for owners that the vault turned out to know, then of names. */
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
