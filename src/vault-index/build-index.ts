/**
 * The index of a vault: every note's lines resolved to entities, and put together. The order in which notes are given does not
 * matter. It reads no text and knows no pages' layout.
 */
import type { Entity } from '../entity/entity';
import { buildMentions, FirstNames, type Mentions } from '../entity/mentions';
import type { NamesMemory } from '../entity/names-memory';
import { buildRegistry, type Registry } from '../entity/registry';
import { vaultPaths } from '../entity/vault-paths';
import { type MeetingNames, meetingNames } from '../entity/meeting-names';
import type { EntityKind } from '../note/kinds';
import type { Note } from '../note/note';
import type { Problem } from '../note/problems';
import { confirmMeetings } from './confirm-meetings';
import type { EntityView } from './entity-view';
import { gatherMeetings } from './meetings';
import { mergeQuestions, mergeRaises, mergeStatements, mergeTasks } from './merge-rows';
import { compareText } from '../text/order';
import { finish, type Steps } from '../text/steps';
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
}

export function buildIndex(input: IndexInput): VaultIndex {
  return finish(indexSteps(input));
}

/** As `buildIndex`, in pieces: one a note, one a kind of row. */
export function* indexSteps({ notes: given, paths, memory, rules }: IndexInput): Steps<VaultIndex> {
  const sorted = [...given].sort((a, b) => compareText(a.path, b.path));
  const registry = buildRegistry(sorted, { kinds: rules.kinds, me: rules.me, paths: vaultPaths(paths), excluded: rules.excluded });
  yield;
  const notes = sorted.filter(({ path }) => !rules.excluded(path)).map((note) => confirmMeetings(note, registry, { allTasks: rules.allTasks ?? false }));
  const mentions = buildMentions(registry, { accepted: memory.names, refused: memory.noNames });
  const namesOf = new Map<string, MeetingNames[]>();
  for (const note of notes) {
    yield;
    if (note.meetings.length > 0) namesOf.set(note.path, note.meetings.map((_, at) => meetingNames(registry, note, at, memory)));
  }
  const { byPath: meetingsOf, all: meetings } = gatherMeetings(notes, (note, at) => namesOf.get(note.path)?.[at] ?? NOBODY);
  const linesOf = new Map<string, NoteLines>();
  const firstNames = new FirstNames();
  for (const note of notes) {
    yield;
    linesOf.set(note.path, resolveLines(note, meetingsOf.get(note.path) ?? [], { registry, mentions, memory, firstNames, me: rules.me }));
  }
  const all = [...linesOf.values()];
  const tasks = mergeTasks(joined(all, (lines) => lines.tasks));
  yield;
  const questions = mergeQuestions(joined(all, (lines) => lines.questions));
  yield;
  const decisions = mergeStatements(joined(all, (lines) => lines.decisions));
  yield;
  const facts = mergeStatements(joined(all, (lines) => lines.facts));
  yield;
  const risks = mergeStatements(joined(all, (lines) => lines.risks));
  yield;
  const raises = mergeRaises(joined(all, (lines) => lines.raises));
  yield;
  const rows = { tasks, questions, decisions, facts, risks, raises };
  return {
    notes, paths, registry, memory, mentions, meetings, meetingsOf, namesOf, linesOf, ...rows,
    views: gatherViews(meetings, rows),
    problems: [
      ...joined(notes, ({ path, problems }) => (problems.length === 0 ? problems : problems.filter(({ code, line }) =>
        code !== 'owner-unclear' || line === null || !(linesOf.get(path)?.cleared.has(line) ?? false)))),
      ...joined(all, ({ problems }) => problems),
    ],
  };
}

/** As `flatMap`, which takes several times as long on a vault's worth of lists. */
function joined<T, V>(parts: readonly T[], listOf: (part: T) => readonly V[]): V[] {
  const whole: V[] = [];
  for (const part of parts) for (const value of listOf(part)) whole.push(value);
  return whole;
}

const NOBODY: MeetingNames = { names: [], entities: [], meHere: false };

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer V)[] ? V[] : T[K] };

/** Gives every row to the entities it belongs to. Private rows are on no entity's page. */
function gatherViews(meetings: readonly MeetingRecord[], rows: RowLists): Map<string, EntityView> {
  const views = new Map<string, Writable<EntityView>>();
  const viewOf = (entity: Entity): Writable<EntityView> => {
    const known = views.get(entity.id);
    if (known !== undefined) return known;
    const view: Writable<EntityView> = { entity, meetings: [], tasks: [], questions: [], decisions: [], facts: [], risks: [], raises: [] };
    views.set(entity.id, view);
    return view;
  };
  for (const meeting of meetings) for (const entity of meeting.entities) viewOf(entity).meetings.push(meeting);
  for (const row of rows.tasks) if (!row.private) for (const entity of row.entities) viewOf(entity).tasks.push(row);
  for (const row of rows.questions) if (!row.private) for (const entity of row.entities) viewOf(entity).questions.push(row);
  for (const row of rows.decisions) if (!row.private) for (const entity of row.entities) viewOf(entity).decisions.push(row);
  for (const row of rows.facts) if (!row.private) for (const entity of row.entities) viewOf(entity).facts.push(row);
  for (const row of rows.risks) if (!row.private) for (const entity of row.entities) viewOf(entity).risks.push(row);
  for (const row of rows.raises) if (!row.private) for (const entity of row.entities) viewOf(entity).raises.push(row);
  return views;
}

