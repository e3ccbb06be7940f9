/**
 * A rollup as a plan: what every page should hold, against what it holds. Computed as if the pages it creates were
 * there already, and until nothing it writes changes what would be read: rolling up twice is rolling up once.
 */
import type { CalendarDate } from '../text/calendar-date';
import type { Note } from '../note/note';
import type { NoteRules } from '../note/note-rules';
import type { Problem } from '../note/problems';
import { readNote } from '../note/read-note';
import { type IndexInput, indexSteps, type VaultIndex } from '../vault-index/build-index';
import { givenNote, updateSteps } from '../vault-index/update-index';
import { changedPaths } from '../vault-index/note-changes';
import { compareText } from '../text/order';
import { runSync, sortSteps, type Job } from '../text/job';
import { proposals, PROPOSALS_A_DAY } from '../vault-index/proposals';
import type { Proposal } from '../vault-index/proposal';
import { markAsMade } from '../page/plan-page';
import type { Settings } from '../settings/settings';
import type { FileEdit, Plan } from './plan';
import { type NewPageForms, type NewPages, newPages } from './new-pages';
import { repairProposals } from './repair-page';
import { respelled, type ExistingSpelling, type Spellings, spellingSteps } from './existing-spelling';
import { PageMemory, type PlannedPage, type PlannedPages } from './page-plans';

export interface RollupInput extends IndexInput {
  /** The text of every page that may be written. */
  readonly pages: ReadonlyMap<string, string>;
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
  /** As the vault was asked about last. */
  index: VaultIndex | null = null;
  /** As it would be with the pages that are still to be made; null while there are none. */
  indexWithCreated: VaultIndex | null = null;
  readonly pages = new PageMemory();
  private created: { readonly from: readonly unknown[]; readonly pages: NewPages } | null = null;
  private enlarged: {
    readonly paths: readonly string[];
    readonly created: NewPages;
    readonly withCreated: Created;
  } | null = null;
  private spelling: { readonly paths: readonly string[]; readonly spellings: Spellings } | null = null;
  private readonly marked = new WeakMap<PlannedPage, string>();
  private readonly reread = new WeakMap<
    PlannedPage,
    { readonly from: Note; readonly now: Note; readonly note: Note }
  >();

  /** `from`: all that the new pages depend on. */
  newPages(from: readonly unknown[], compute: () => NewPages): NewPages {
    if (this.created === null || this.created.from.some((one, at) => one !== from[at]))
      this.created = { from, pages: compute() };
    return this.created.pages;
  }

  /** What a plan's new pages add to a vault; the same objects while both are the same. */
  withCreated(paths: readonly string[], created: NewPages, noteRules: NoteRules): Created {
    if (this.enlarged?.paths !== paths || this.enlarged.created !== created) {
      const notes = [...created.pages].map(([path, text]) => readNote(path, text, noteRules));
      this.enlarged = { paths, created, withCreated: { notes, paths: [...paths, ...created.pages.keys()] } };
    }
    return this.enlarged.withCreated;
  }

  spelledIn(paths: readonly string[]): ExistingSpelling {
    const known = this.spelling;
    const spellings = known === null ? null : respelled(known.spellings, changedPaths(known.paths, paths));
    this.spelling = { paths, spellings: spellings ?? runSync(spellingSteps(paths)) };
    return this.spelling.spellings.spelled;
  }

  /** The text of a page that is made. */
  asMade(page: PlannedPage): string {
    const text = this.marked.get(page) ?? markAsMade(page.text);
    this.marked.set(page, text);
    return text;
  }

  /** The note as it will read once its page is written; the note itself where that says the same. */
  asWritten(note: Note, page: PlannedPage, noteRules: NoteRules): Note {
    const known = this.reread.get(page);
    if (known?.from === note) return known.note;
    const now = readNote(note.path, page.text, noteRules);
    const written = says(now) === says(note) ? note : now;
    this.reread.set(page, { from: note, now, note: written });
    return written;
  }

  /** What a page says by a text that was read while planning; null where it was not. */
  writtenNote(path: string, text: string): Note | null {
    const page = this.pages.page(path);
    return page?.text === text ? (this.reread.get(page)?.now ?? null) : null;
  }
}

interface Created {
  readonly notes: readonly Note[];
  readonly paths: readonly string[];
}

/** Passes after which a page that still moves is left as it is; two are the most any vault was seen to need. */
const PASSES = 4;

/** The index of a rollup of this input. */
export function indexFor(input: RollupInput): Job<VaultIndex> {
  return indexSteps(input);
}

export function planRollup(input: RollupInput, memory?: RollupMemory): RollupPlan {
  return runSync(rollupSteps(input, memory));
}

/** As `planRollup`, in pieces: of the index, and one a page. */
export function* rollupSteps(input: RollupInput, memory?: RollupMemory): Job<RollupPlan> {
  const plan = yield* pageSteps(input, memory);
  const broken = new Set(plan.problems.flatMap(({ code, path }) => (code === 'markers-broken' ? [path] : [])));
  const repairs = repairProposals(new Map([...input.pages].filter(([path]) => broken.has(path)))).map(
    ({ proposal }) => proposal,
  );
  const { edits, unchanged, index, problems } = plan;
  return {
    edits,
    unchanged,
    index,
    problems,
    proposals: [...repairs, ...proposals(index, input.today)].slice(0, PROPOSALS_A_DAY),
  };
}

/** A rollup's edits without its proposals: what keeps pages up to date. */
export function* pageSteps(input: RollupInput, memory: RollupMemory = new RollupMemory()): Job<PagePlan> {
  const { noteRules, isExcluded, settings, today } = input;
  const asked = yield* indexAsOf(input, memory);
  const created = memory.newPages(
    [
      asked.registry.entities,
      asked.meetings,
      asked.memory,
      input.paths,
      noteRules,
      settings,
      today,
      input.newPageForms,
    ],
    () =>
      newPages(asked, {
        newPages: settings.newPages,
        kinds: noteRules.kinds.filter(({ id }) => settings.includeKinds?.includes(id) ?? true),
        today,
        isExcluded,
        spelled: (path) => memory.spelledIn(input.paths)(path),
        noteRules,
        forms: input.newPageForms,
      }),
  );
  let { notes, paths } = input;
  let texts = input.pages;
  let index = asked;
  const isEnlarged = created.pages.size > 0;
  if (isEnlarged) {
    const added = memory.withCreated(paths, created, noteRules);
    notes = [...notes, ...added.notes];
    paths = added.paths;
    texts = new Map([...texts, ...created.pages]);
    index = yield* indexAsOf({ ...input, notes, paths }, memory, { isEnlarged });
  } else memory.indexWithCreated = null;
  let wanted = yield* memory.pages.wanted(index, texts, { settings, noteRules, today, paths });
  const notable = new Set([...created.pages.keys(), ...wanted.notable.map(([path]) => path)]);
  for (let pass = 1; pass < PASSES; pass++) {
    // A line that moves out of a block is read from then on: what it says belongs on the pages of this same rollup.
    const reread = yield* rereadChanged(index, texts, wanted, { memory, noteRules });
    if (reread.size === 0) break;
    notes = notes.map((note) => reread.get(note.path) ?? note);
    texts = new Map([...texts, ...wanted.notable.map(([path, { text }]) => [path, text] as const)]);
    index = yield* indexAsOf({ ...input, notes, paths }, memory, { isEnlarged });
    wanted = yield* memory.pages.wanted(index, texts, { settings, noteRules, today, paths });
    for (const [path] of wanted.notable) notable.add(path);
  }
  const edits: FileEdit[] = [];
  const pageProblems: Problem[] = [];
  let unchanged = wanted.count;
  for (const path of yield* sortSteps([...notable], compareText)) {
    const page = wanted.page(path);
    if (page === null) continue;
    const { text, recompute, problem } = page;
    const before = input.pages.get(path) ?? null;
    if (problem !== null) pageProblems.push(problem);
    if (before !== text || problem !== null) unchanged -= 1;
    if (before === null) yield;
    if (before !== text) edits.push({ path, before, after: before === null ? memory.asMade(page) : text, recompute });
  }
  let problems: readonly Problem[] | null = null;
  return {
    edits,
    unchanged,
    index,
    get problems() {
      // A note's own frontmatter was reported when it was read.
      const isTold = (problem: Problem): boolean =>
        index.problems.some(({ path, code }) => path === problem.path && code === problem.code);
      return (problems ??= [
        ...index.problems,
        ...created.problems,
        ...pageProblems.filter((problem) => !isTold(problem)),
      ]);
    },
  };
}

/** The memory's index brought up to the notes where that is possible, else a new one. */
export function* indexAsOf(input: RollupInput, memory: RollupMemory, { isEnlarged = false } = {}): Job<VaultIndex> {
  const which = isEnlarged ? 'indexWithCreated' : 'index';
  const updated = memory[which] === null ? null : yield* updateSteps(memory[which], input);
  // Two whole ones are not held at once.
  if (updated === null) memory[which] = null;
  memory[which] = updated ?? (yield* indexSteps(input));
  return memory[which];
}

/** Notes that a planned text changes in what they say, as they will read, by path. */
function* rereadChanged(
  index: VaultIndex,
  texts: ReadonlyMap<string, string>,
  { notable }: PlannedPages,
  { memory, noteRules }: { readonly memory: RollupMemory; readonly noteRules: NoteRules },
): Job<Map<string, Note>> {
  const changed = new Map<string, Note>();
  for (const [path, page] of notable) {
    const note = page.text === texts.get(path) ? null : givenNote(index, path);
    if (note === null) continue;
    yield;
    const written = memory.asWritten(note, page, noteRules);
    if (written !== note) changed.set(path, written);
  }
  return changed;
}

/** What a note says, where it is left out: a block that grows moves the lines below it. */
function says(note: Note): string {
  return JSON.stringify(note, (key, value: unknown) =>
    key === 'line' || key === 'lastLine' || key === 'bodyHash' ? undefined : value,
  );
}
