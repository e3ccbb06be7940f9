/**
 * A rollup as a plan: what every page should hold, against what it holds. Computed as if the pages it creates were there
 * already, and until nothing it writes changes what would be read: rolling up twice is rolling up once.
 */
import type { CalendarDate } from '../text/calendar-date';
import type { NamesMemory } from '../entity/names-memory';
import type { Note } from '../note/note';
import type { NoteRules } from '../note/note-rules';
import type { Problem } from '../note/problems';
import { readNote } from '../note/read-note';
import { type IndexInput, indexSteps, type VaultIndex } from '../vault-index/build-index';
import { updatedIndex } from '../vault-index/exchange-notes';
import { compareText } from '../text/order';
import { finish, sortSteps, type Steps } from '../text/steps';
import { proposals, PROPOSALS_A_DAY, type Proposal } from '../vault-index/proposals';
import { markAsMade } from '../page/plan-page';
import type { Settings } from '../settings/settings';
import type { FileEdit, Plan } from './plan';
import { type NewPageForms, type NewPages, newPages } from './new-pages';
import { repairProposals } from './repair-page';
import { type SpelledAsThere, spelledAsThere } from './spelled-as-there';
import { PageMemory, type WantedPage } from './wanted-pages';

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

export interface RollupPlan extends PagePlan {
  readonly proposals: readonly Proposal[];
}

export interface PagePlan extends Plan {
  readonly index: VaultIndex;
  /** The notes' problems and the pages'. */
  readonly problems: readonly Problem[];
}

/** What one plan leaves to the next of the same vault: it is computed from what changed since. */
export class RollupMemory {
  /** As of the last plan, as if that had been carried out. */
  index: VaultIndex | null = null;
  readonly pages = new PageMemory();
  private created: { readonly from: readonly unknown[]; readonly pages: NewPages } | null = null;
  private spelling: { readonly paths: readonly string[]; readonly spelled: SpelledAsThere } | null = null;

  /** `from`: all that the new pages depend on. */
  newPages(from: readonly unknown[], compute: () => NewPages): NewPages {
    if (this.created === null || this.created.from.some((one, at) => one !== from[at])) this.created = { from, pages: compute() };
    return this.created.pages;
  }

  spelledIn(paths: readonly string[]): SpelledAsThere {
    if (this.spelling?.paths !== paths) this.spelling = { paths, spelled: spelledAsThere(paths) };
    return this.spelling.spelled;
  }
}

/** Passes after which a page that still moves is left as it is; two are the most any vault was seen to need. */
const PASSES = 4;

/** The index that a rollup of this input goes by. */
export function indexFor(input: RollupInput): Steps<VaultIndex> {
  return indexSteps(indexInput(input));
}

export function planRollup(input: RollupInput, memory?: RollupMemory): RollupPlan {
  return finish(rollupSteps(input, memory));
}

/** As `planRollup`, in pieces: of the index, and one a page. */
export function* rollupSteps(input: RollupInput, memory?: RollupMemory): Steps<RollupPlan> {
  const plan = yield* pageSteps(input, memory);
  const broken = new Set(plan.problems.flatMap(({ code, path }) => (code === 'markers-broken' ? [path] : [])));
  const repairs = repairProposals(new Map([...input.pages].filter(([path]) => broken.has(path)))).map(({ proposal }) => proposal);
  return { ...plan, proposals: [...repairs, ...proposals(plan.index, input.today)].slice(0, PROPOSALS_A_DAY) };
}

/** A rollup's edits without its proposals: what keeps pages up to date. */
export function* pageSteps(input: RollupInput, memory: RollupMemory = new RollupMemory()): Steps<PagePlan> {
  const { noteRules, isExcluded, settings, today } = input;
  let index = yield* indexAsOf(input, memory);
  const asked = index;
  const created = memory.newPages([index.registry, index.meetings, index.memory, input.paths, noteRules, settings, today, input.newPageForms], () => newPages(asked, {
    newPages: settings.newPages,
    kinds: noteRules.kinds.filter(({ id }) => settings.includeKinds?.includes(id) ?? true),
    today, isExcluded, spelled: memory.spelledIn(input.paths), noteRules, forms: input.newPageForms,
  }));
  let { notes, paths } = input;
  let texts = input.pages;
  if (created.pages.size > 0) {
    notes = [...notes, ...[...created.pages].map(([path, text]) => readNote(path, text, noteRules))];
    paths = [...paths, ...created.pages.keys()];
    texts = new Map([...texts, ...created.pages]);
    index = yield* indexAsOf({ ...input, notes, paths }, memory);
  }
  let wanted = yield* memory.pages.wanted(index, texts, { settings, noteRules, today, paths });
  for (let pass = 1; pass < PASSES; pass++) {
    // A line that moves out of a block is read from then on: what it says belongs on the pages of this same rollup.
    const reread = yield* rereadChanged(notes, texts, wanted, noteRules);
    if (reread === null) break;
    notes = reread;
    texts = new Map([...texts, ...[...wanted].map(([path, { text }]) => [path, text] as const)]);
    index = yield* indexAsOf({ ...input, notes, paths }, memory);
    wanted = yield* memory.pages.wanted(index, texts, { settings, noteRules, today, paths });
  }
  const edits: FileEdit[] = [];
  const pageProblems: Problem[] = [];
  let unchanged = 0;
  for (const [path, { text, again, problem }] of yield* sortSteps([...wanted], ([a], [b]) => compareText(a, b))) {
    const before = input.pages.get(path) ?? null;
    // A note's own frontmatter was told of when it was read.
    if (problem !== null && !index.problems.some((other) => other.path === path && other.code === problem.code)) pageProblems.push(problem);
    if (before === text) unchanged += problem === null ? 1 : 0;
    else edits.push({ path, before, after: before === null ? markAsMade(text) : text, again });
  }
  return { edits, unchanged, index, problems: [...index.problems, ...created.problems, ...pageProblems] };
}

/** The memory's index brought up to the notes where that is possible, else a new one. */
export function* indexAsOf(input: RollupInput, memory: RollupMemory): Steps<VaultIndex> {
  const wanted = indexInput(input);
  const known = memory.index;
  // Dropped half-way, the work leaves no index that is partly one and partly the other.
  memory.index = null;
  const index = (known === null ? null : updatedIndex(known, wanted)) ?? (yield* indexSteps(wanted));
  memory.index = index;
  return index;
}

function indexInput({ notes, paths, memory, noteRules: { kinds, allTasks }, isExcluded, settings: { me } }: RollupInput): IndexInput {
  return { notes, paths, memory, rules: { kinds, me, excluded: isExcluded, allTasks } };
}

/** The notes with those read anew that a planned text changes in what they say; null when it changes none. A piece a note read. */
function* rereadChanged(
  notes: readonly Note[], texts: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, WantedPage>, rules: NoteRules,
): Steps<Note[] | null> {
  const changed = new Map<string, Note>();
  for (const note of notes) {
    const text = wanted.get(note.path)?.text;
    if (text === undefined || text === texts.get(note.path)) continue;
    yield;
    const now = readNote(note.path, text, rules);
    if (says(now) !== says(note)) changed.set(note.path, now);
  }
  return changed.size === 0 ? null : notes.map((note) => changed.get(note.path) ?? note);
}

/** What a note says, where it stands left out: a block that grows moves the lines below it. */
function says(note: Note): string {
  return JSON.stringify(note, (key, value: unknown) => (key === 'line' || key === 'lastLine' || key === 'bodyHash' ? undefined : value));
}
