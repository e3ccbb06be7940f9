/**
 * A rollup as a plan: what every page should hold, against what it holds. Computed as if the pages it creates were there
 * already, and until nothing it writes changes what would be read: rolling up twice is rolling up once.
 */
import { addDays, type CalendarDate } from '../text/calendar-date';
import { baseName, folderOf, foldFileName } from '../text/file-name';
import type { NamesMemory } from '../entity/names-memory';
import { resolveName } from '../entity/resolve';
import type { Note } from '../note/note';
import type { NoteRules } from '../note/note-rules';
import type { Problem } from '../note/problems';
import { readNote } from '../note/read-note';
import { indexSteps, type VaultIndex } from '../vault-index/build-index';
import { emptyView } from '../vault-index/entity-view';
import { compareText } from '../text/order';
import { finish, type Steps } from '../text/steps';
import { proposals, type Proposal } from '../vault-index/proposals';
import { decisionsFolder, decisionsPages } from '../page/decisions-page';
import { entityPage, type PageProperties } from '../page/entity-page';
import { followUpsPage } from '../page/follow-ups-page';
import { type FollowLink, type NoteLinks, noteLinks } from '../page/note-link';
import { openQuestionsPage } from '../page/open-questions-page';
import type { BlockPosition } from '../page/managed-block';
import { hasBlock, type PageInput, planPage } from '../page/plan-page';
import type { PageRules } from '../page/page-rules';
import type { RollupPage } from '../page/rollup-page';
import { waitingOnPage } from '../page/waiting-on-page';
import type { Settings } from '../settings/settings';
import type { FileEdit, Plan } from './plan';
import { type NewPageForms, newPages } from './new-pages';
import { type SpelledAsThere, spelledAsThere } from './spelled-as-there';

export interface RollupInput {
  readonly notes: readonly Note[];
  /** Every Markdown file of the vault. */
  readonly paths: readonly string[];
  /** The text of every page that may be written. */
  readonly pages: ReadonlyMap<string, string>;
  readonly memory: NamesMemory;
  readonly noteRules: NoteRules;
  readonly isExcluded: (path: string) => boolean;
  readonly settings: Settings;
  readonly today: CalendarDate;
  /** Of new pages; plain ones where it is absent. */
  readonly newPageForms?: NewPageForms | undefined;
}

export interface RollupPlan extends Plan {
  readonly index: VaultIndex;
  readonly proposals: readonly Proposal[];
  /** The notes' problems and the pages'. */
  readonly problems: readonly Problem[];
}

/** Passes after which a page that still moves is left as it is; two are the most any vault was seen to need. */
const PASSES = 4;

/** The index that a rollup of this input goes by. */
export function indexFor({ notes, paths, memory, noteRules, isExcluded, settings }: RollupInput): Steps<VaultIndex> {
  return indexSteps({ notes, paths, memory, rules: { kinds: noteRules.kinds, me: settings.me, excluded: isExcluded, allTasks: noteRules.allTasks } });
}

export function planRollup(input: RollupInput): RollupPlan {
  return finish(rollupSteps(input));
}

/** As `planRollup`, in pieces: of the index, and one a page. */
export function* rollupSteps(input: RollupInput): Steps<RollupPlan> {
  const { noteRules, isExcluded, settings, today } = input;
  const spelled = spelledAsThere(input.paths);
  const rules = { ...pageRules(settings, noteRules, today), rollupFolder: spelled(settings.rollupFolder) };
  let index = yield* indexFor(input);
  const kinds = noteRules.kinds.filter(({ id }) => settings.includeKinds?.includes(id) ?? true);
  const created = newPages(index, { newPages: settings.newPages, kinds, today, isExcluded, spelled, noteRules, forms: input.newPageForms });
  let notes = input.notes;
  const paths = [...input.paths, ...created.pages.keys()];
  if (created.pages.size > 0) {
    notes = [...notes, ...[...created.pages].map(([path, text]) => readNote(path, text, noteRules))];
    index = yield* indexFor({ ...input, notes, paths });
  }
  let texts = new Map([...input.pages, ...created.pages]);
  let wanted = yield* wantedPages(index, texts, { rules, settings, paths, spelled });
  for (let pass = 1; pass < PASSES; pass++) {
    // A line that moves out of a block is read from then on: what it says belongs on the pages of this same rollup.
    const reread = rereadChanged(notes, texts, wanted, noteRules);
    if (reread === null) break;
    notes = reread;
    texts = new Map([...texts, ...[...wanted].map(([path, { text }]) => [path, text] as const)]);
    index = yield* indexFor({ ...input, notes, paths });
    wanted = yield* wantedPages(index, texts, { rules, settings, paths, spelled });
  }
  const edits: FileEdit[] = [];
  const pageProblems: Problem[] = [];
  let unchanged = 0;
  for (const [path, { text, again, problem }] of [...wanted].sort(([a], [b]) => compareText(a, b))) {
    const before = input.pages.get(path) ?? null;
    // A note's own frontmatter was told of when it was read.
    const known = index.problems.some((other) => other.path === path && other.code === problem?.code);
    if (problem !== null && !known) pageProblems.push(problem);
    if (before === text) unchanged += problem === null ? 1 : 0;
    else edits.push({ path, before, after: text, again });
  }
  return {
    edits, unchanged, index,
    proposals: proposals(index, today),
    problems: [...index.problems, ...created.problems, ...pageProblems],
  };
}

export function pageRules(settings: Settings, { kinds }: NoteRules, today: CalendarDate): PageRules {
  return {
    today,
    rollupFolder: settings.rollupFolder,
    rowsPerSection: settings.rowsPerSection,
    rowsPerQueue: settings.rowsPerQueue,
    startDate: settings.startDate ?? addDays(today, -START_DAYS),
    sections: new Map(kinds.map(({ id, sections }) => [id, sections])),
    meKnown: settings.me.length > 0,
  };
}

/** How far the queues reach back where no start date is set. */
const START_DAYS = 60;

interface WantedPage {
  readonly text: string;
  readonly again: (now: string) => string | null;
  readonly problem: Problem | null;
}

interface Wanting {
  readonly rules: PageRules;
  readonly settings: Settings;
  readonly paths: readonly string[];
  readonly spelled: SpelledAsThere;
}

/** What each page shall hold, by path. Pages of which there is nothing to say, and which hold nothing of ours, are absent. */
function* wantedPages(index: VaultIndex, texts: ReadonlyMap<string, string>, { rules, settings, paths, spelled }: Wanting): Steps<Map<string, WantedPage>> {
  const wanted = new Map<string, WantedPage>();
  const rollups = (links: NoteLinks): RollupPage[] => [
    followUpsPage(index.tasks, rules, links),
    waitingOnPage(index.tasks, rules, links),
    openQuestionsPage(index.questions, rules, links),
    ...decisionsPages(index.decisions, existingQuarters(texts, rules), rules, links),
  ].map((page) => ({ ...page, path: spelled(page.path) }));
  const links = noteLinks([...new Set([...paths, ...rollupPaths(index, texts, rules).map(spelled)])], followIn(index));
  for (const entity of index.registry.entities) {
    yield;
    if (entity.page === null || !entity.writable || !(settings.includeKinds?.includes(entity.kind) ?? true)) continue;
    const text = texts.get(entity.page);
    if (text === undefined) continue;
    const { rows, properties } = entityPage(index.views.get(entity.id) ?? emptyView(entity), rules, links);
    if (rows.length === 0 && !hasBlock(text)) continue;
    wanted.set(entity.page, wantedPage(entity.page, text, {
      kind: entity.kind,
      rows: rows.length === 0 ? [NOTHING_YET] : rows,
      properties: keptProperties(properties, settings),
      position: blockPosition(settings),
    }));
  }
  for (const { path, title, kind, rows } of rollups(links)) {
    wanted.set(path, wantedPage(path, texts.get(path) ?? `# ${title}\n`, { kind, rows, properties: {}, position: 'below-title' }));
  }
  return wanted;
}

const NOTHING_YET = 'No meetings yet.';

function blockPosition({ blockPosition: at }: Settings): BlockPosition {
  return at === 'below-title' || at === 'end' ? at : { heading: at };
}

function wantedPage(path: string, text: string, input: PageInput): WantedPage {
  const planned = planPage(text, input);
  return {
    text: planned.text,
    again: (now) => planPage(now, input).text,
    problem: planned.problem === null ? null : { path, ...planned.problem },
  };
}

function keptProperties(properties: PageProperties, { properties: wanted }: Settings): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const key of wanted) {
    const value = properties[key];
    if (value !== null) kept[key] = value;
  }
  return kept;
}

function existingQuarters(texts: ReadonlyMap<string, string>, rules: PageRules): string[] {
  const folder = decisionsFolder(rules);
  return [...texts.keys()].filter((path) => foldFileName(folderOf(path)) === foldFileName(folder) && /^\d{4}-Q[1-4]$/i.test(baseName(path))).map((path) => baseName(path).toUpperCase());
}

/** A link means the one note that it resolves to, else the page of the entity that it names (`[[Ann Lee]]` for a folder note). */
function followIn({ registry }: VaultIndex): FollowLink {
  return (target, from) => {
    const [only, ...others] = registry.paths.follow(target, from);
    if (only !== undefined && others.length === 0) return only;
    const name = { text: baseName(target), target, line: 0 };
    return resolveName(registry, name, { kind: null, path: from, date: null, meetingEntities: [] }).entity?.page ?? null;
  };
}

/** The paths of the rollup pages do not depend on links; their rows do. */
function rollupPaths(index: VaultIndex, texts: ReadonlyMap<string, string>, rules: PageRules): string[] {
  const words: NoteLinks = { toNote: (_path, _heading, text) => text, toEntity: ({ name }) => name, relink: (text) => text };
  return [
    ...['Follow-ups', 'Waiting on', 'Open questions'].map((name) => `${rules.rollupFolder}/${name}.md`),
    ...decisionsPages(index.decisions, existingQuarters(texts, rules), rules, words).map(({ path }) => path),
  ];
}

/** The notes with those read anew that a planned text changes in what they say; null when it changes none. */
function rereadChanged(
  notes: readonly Note[], texts: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, WantedPage>, rules: NoteRules,
): Note[] | null {
  let changed = false;
  const reread = notes.map((note) => {
    const text = wanted.get(note.path)?.text;
    if (text === undefined || text === texts.get(note.path)) return note;
    const now = readNote(note.path, text, rules);
    if (says(now) === says(note)) return note;
    changed = true;
    return now;
  });
  return changed ? reread : null;
}

/** What a note says, where it stands left out: a block that grows moves the lines below it. */
function says(note: Note): string {
  return JSON.stringify(note, (key, value: unknown) => (key === 'line' || key === 'lastLine' || key === 'bodyHash' ? undefined : value));
}
