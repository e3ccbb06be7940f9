/**
 * What every page should hold. Pages are computed from their rows, and rows from what the index says of an entity:
 * while that stays the object it was, so does the page, and nothing is computed again.
 */
import type { CalendarDate } from '../text/calendar-date';
import { baseName, folderOf, foldFileName } from '../text/file-name';
import type { Entity } from '../entity/entity';
import { resolveName } from '../entity/resolve';
import { linkKey } from '../entity/vault-paths';
import type { NoteRules } from '../note/note-rules';
import type { Problem } from '../note/problems';
import { DECISION_PARTS, decisionQuarters, decisionsPage } from '../page/decisions-page';
import { type EntityPageContent, entityPage, type PageProperties } from '../page/entity-page';
import { followUpParts, followUpsPage } from '../page/follow-ups-page';
import type { BlockPosition } from '../page/managed-block';
import { type FollowLink, linksAmong, type NoteLinks, NoteNames } from '../page/note-link';
import { openQuestionsPage, questionParts } from '../page/open-questions-page';
import type { PageRules } from '../page/page-rules';
import { pageRules } from './page-rules';
import { hasBlock, type PageInput, planPage } from '../page/plan-page';
import { type RollupPage, WrittenRows } from '../page/rollup-page';
import { decisionsFolder, isQuarterName, ROLLUP_PAGE_NAMES } from '../page/rollup-page-names';
import { waitingOnPage, waitingParts } from '../page/waiting-on-page';
import type { Settings } from '../settings/settings';
import { textKey } from '../text/row-key';
import type { Job } from '../text/job';
import type { ListChange } from '../text/sorted-list';
import type { VaultIndex } from '../vault-index/build-index';
import { emptyView, type EntityView } from '../vault-index/entity-view';
import { changedPaths } from '../vault-index/note-changes';
import { Partition, type Parts } from '../vault-index/partition';
import type { DecisionRow, QuestionRow, TaskRow } from '../vault-index/rows';
import { respelled, type ExistingSpelling, type Spellings, spellingSteps } from './existing-spelling';

export interface PlannedPage {
  readonly text: string;
  readonly recompute: (now: string) => string | null;
  readonly problem: Problem | null;
}

/** What the pages of a rollup go by. Where all of it stays the same objects, pages computed before still hold. */
interface PageGround {
  readonly settings: Settings;
  readonly noteRules: NoteRules;
  readonly today: CalendarDate;
  /** Every Markdown file, and those that the plan creates. */
  readonly paths: readonly string[];
}

export interface PlannedPages {
  readonly count: number;
  /** Null for pages of which there is nothing to say, and which hold nothing of ours. */
  page(path: string): PlannedPage | null;
  /** Those that hold another text than they should, or have a problem. */
  readonly notable: readonly (readonly [path: string, page: PlannedPage])[];
}

/** Pages that are as they were, to look at in a piece of work. */
const YIELD_EVERY = 500;

/** Pages as they were last computed, to be held by whoever rolls the same vault up again and again. */
export class PageMemory {
  private ground: Ground | null = null;
  private readonly decisions = new Partition(DECISION_PARTS);
  /** By entity id. */
  private contents = new Map<string, Content>();
  private readonly empty = new WeakMap<Entity, EntityView>();
  private planned = new Map<string, Planned>();
  private rollups = new Map<string, Rollup>();
  /** Takes in what the links of the page that is being made depend on. */
  private asked = new Set<number>();

  /** `texts`: the pages as they are. */
  *wanted(index: VaultIndex, texts: ReadonlyMap<string, string>, given: PageGround): Job<PlannedPages> {
    const { settings } = given;
    const decided = yield* this.decisions.of(index.decisions);
    const ground = yield* this.groundOf(index, decided, texts, given);
    const { spelled } = ground;
    let wanted = 0;
    const notable: [string, PlannedPage][] = [];
    const add = (path: string, before: string | undefined, page: PlannedPage): void => {
      wanted += 1;
      if (page.text !== before || page.problem !== null) notable.push([path, page]);
    };
    let count = 0;
    for (const entity of index.registry.entities) {
      if (++count % YIELD_EVERY === 0) yield;
      if (entity.page === null || !entity.writable || !(settings.includeKinds?.includes(entity.kind) ?? true)) continue;
      const text = texts.get(entity.page);
      if (text === undefined) continue;
      const view = index.views.get(entity.id) ?? this.emptyViewOf(entity);
      let content = this.contents.get(entity.id);
      let page = content?.view === view ? this.known(entity.page, text, content) : undefined;
      if (page === undefined) {
        yield;
        if (content?.view !== view) content = this.contentOf(entity.id, view, ground);
        page = this.plan(entity.page, text, content, entityInput(entity, text, content, settings));
      }
      if (page !== null) add(entity.page, text, page);
    }
    for (const rollup of yield* this.rollupPages(index, decided, ground)) {
      const path = spelled(rollup.path);
      const { title, kind, rows } = rollup;
      const text = texts.get(path);
      const before = text ?? `# ${title}\n`;
      let page = this.known(path, before, rollup);
      if (page === undefined) {
        yield;
        page = this.plan(path, before, rollup, { kind, rows, properties: {}, position: 'below-title' });
      }
      if (page !== null) add(path, text, page);
    }
    return { count: wanted, notable, page: (path) => this.page(path) };
  }

  /** As it was planned last. */
  page(path: string): PlannedPage | null {
    return this.planned.get(path)?.wanted ?? null;
  }

  private emptyViewOf(entity: Entity): EntityView {
    const view = this.empty.get(entity) ?? emptyView(entity);
    this.empty.set(entity, view);
    return view;
  }

  private *groundOf(
    { registry }: VaultIndex,
    decided: Parts<DecisionRow>,
    texts: ReadonlyMap<string, string>,
    given: PageGround,
  ): Job<Ground> {
    const { settings, noteRules, today, paths } = given;
    const known = this.ground;
    // Dropped half-way, it leaves none that is partly one and partly the other.
    this.ground = null;
    const moved = known === null ? null : changedPaths(known.given.paths, paths);
    const spellings = (known === null ? null : respelled(known.spellings, moved)) ?? (yield* spellingSteps(paths));
    const isMoved = moved === null || moved.removed.length + moved.added.length > 0;
    const { spelled } = spellings;
    const rollupFolder = spelled(settings.rollupFolder);
    const quarterPages =
      moved === null || known === null || known.rules.rollupFolder !== rollupFolder
        ? quarterPagesIn(paths, rollupFolder)
        : [
            ...known.quarterPages.filter((path) => !moved.removed.includes(path)),
            ...quarterPagesIn(moved.added, rollupFolder),
          ];
    const quarters = decisionQuarters(
      decided,
      quarterPages.filter((path) => texts.has(path)).map((path) => baseName(path).toUpperCase()),
    );
    const rollupPaths = [
      ...ROLLUP_PAGE_NAMES.map((name) => `${rollupFolder}/${name}.md`),
      ...quarters.map((quarter) => `${decisionsFolder({ rollupFolder })}/${quarter}.md`),
    ].map(spelled);
    const stays =
      moved !== null &&
      known !== null &&
      known.given.settings === settings &&
      known.given.noteRules === noteRules &&
      known.given.today === today &&
      known.registry.entities === registry.entities &&
      known.quarters.join() === quarters.join() &&
      known.rollupPaths.join('\n') === rollupPaths.join('\n');
    if (stays) {
      if (isMoved) this.forgetLinked(known, moved);
      this.ground = { ...known, registry, given, quarterPages };
      return this.ground;
    }
    const rules = { ...pageRules(settings, noteRules, today), rollupFolder };
    const names = yield* namesOf(new Set([...paths, ...rollupPaths]));
    // By the registry as it is when a link is followed: where links lead changes with every path, who is who does not.
    const follow: FollowLink = (target, from) => followIn(this.ground?.registry ?? registry)(target, from);
    const links = linksAmong(names, follow, (name) => this.asked.add(askedKey(name)));
    this.contents = new Map();
    this.planned = new Map();
    this.rollups = new Map();
    this.ground = {
      given,
      registry,
      quarters,
      quarterPages,
      rollupPaths,
      spellings,
      spelled,
      rules,
      names,
      links,
      followUps: new Partition(followUpParts(rules)),
      waiting: new Partition(waitingParts(rules)),
      questions: new Partition(questionParts(rules)),
    };
    return this.ground;
  }

  /** Pages with a link that notes which came or went may make another. */
  private forgetLinked({ names, rollupPaths }: Ground, moved: ListChange<string>): void {
    for (const path of moved.removed) if (!rollupPaths.includes(path)) names.remove(path);
    for (const path of moved.added) if (!rollupPaths.includes(path)) names.add(path);
    const keys = [...moved.removed, ...moved.added].map(askedKey);
    for (const [id, { asked }] of this.contents) if (keys.some((key) => asked.includes(key))) this.contents.delete(id);
    for (const [name, { asked }] of this.rollups) if (keys.some((key) => asked.has(key))) this.rollups.delete(name);
  }

  private contentOf(id: string, view: EntityView, { rules, links }: Ground): Content {
    this.asked = new Set();
    const { rows, properties } = entityPage(view, rules, links);
    const content = { view, rows, properties, asked: Int32Array.from(this.asked) };
    this.contents.set(id, content);
    return content;
  }

  private *rollupPages(
    { tasks, questions }: VaultIndex,
    decided: Parts<DecisionRow>,
    ground: Ground,
  ): Job<RollupPage[]> {
    const { rules, links, quarters } = ground;
    const followUps = yield* ground.followUps.of(tasks);
    const waiting = yield* ground.waiting.of(tasks);
    const asked = yield* ground.questions.of(questions);
    const pages: [name: string, from: unknown, compute: (written: WrittenRows) => RollupPage][] = [
      ['Follow-ups', followUps, (written) => followUpsPage(followUps, rules, { links, written })],
      ['Waiting on', waiting, (written) => waitingOnPage(waiting, rules, { links, written })],
      ['Open questions', asked, (written) => openQuestionsPage(asked, rules, { links, written })],
      ...quarters.map((quarter): [string, unknown, (written: WrittenRows) => RollupPage] => {
        const list = decided.get(quarter) ?? NOTHING_DECIDED;
        return [quarter, list, (written) => decisionsPage(quarter, list, rules, { links, written })];
      }),
    ];
    const made: RollupPage[] = [];
    for (const [name, from, compute] of pages) {
      let rollup = this.rollups.get(name);
      if (rollup === undefined || rollup.from !== from) {
        yield;
        // Rows written before are not asked about again: what they depend on is kept with them, as long as there are
        // not too many.
        const kept =
          rollup !== undefined && rollup.asked.size < MOST_ASKED
            ? rollup
            : { asked: new Set<number>(), written: new WrittenRows() };
        this.asked = kept.asked;
        rollup = { ...kept, from, page: compute(kept.written) };
        this.rollups.set(name, rollup);
      }
      made.push(rollup.page);
    }
    return made;
  }

  /**
   * The page as planned before, where its text and what it is made from are the same; undefined where it is to be
   * planned.
   */
  private known(path: string, text: string, from: object): PlannedPage | null | undefined {
    const known = this.planned.get(path);
    return known !== undefined && known.from === from && known.before === text ? known.wanted : undefined;
  }

  /** `from`: what the rows were made of; the same object means the same rows. */
  private plan(path: string, text: string, from: object, input: PageInput | null): PlannedPage | null {
    const wanted = input === null ? null : wantedPage(path, text, input);
    this.planned.set(path, { before: text, from, wanted });
    return wanted;
  }
}

const NOTHING_DECIDED: readonly DecisionRow[] = [];

/** Names of notes that the rows of one page are remembered to depend on. */
const MOST_ASKED = 10_000;

interface Content extends EntityPageContent {
  readonly view: EntityView;
  /** Names of notes, as numbers: while none of these comes or goes, the links stay as they are. */
  readonly asked: Int32Array;
}

interface Rollup {
  readonly from: unknown;
  readonly page: RollupPage;
  readonly written: WrittenRows;
  readonly asked: Set<number>;
}

/** Two names in a thousand million share one: then a page is made once more than need be. */
function askedKey(pathOrTarget: string): number {
  return textKey(linkKey(pathOrTarget)) | 0;
}

/** Null for a page of which there is nothing to say and which holds nothing of ours. */
function entityInput(
  { kind }: Entity,
  text: string,
  { rows, properties }: EntityPageContent,
  settings: Settings,
): PageInput | null {
  if (rows.length === 0 && !hasBlock(text)) return null;
  return {
    kind,
    rows: rows.length === 0 ? [NOTHING_YET] : rows,
    properties: keptProperties(properties, settings),
    position: blockPosition(settings),
  };
}

interface Ground {
  readonly given: PageGround;
  readonly registry: VaultIndex['registry'];
  /** Those that have a page, or get one. */
  readonly quarters: readonly string[];
  /** Paths in the folder of decisions that are named as a quarter. */
  readonly quarterPages: readonly string[];
  readonly rollupPaths: readonly string[];
  readonly spellings: Spellings;
  readonly spelled: ExistingSpelling;
  readonly rules: PageRules;
  readonly names: NoteNames;
  readonly links: NoteLinks;
  readonly followUps: Partition<TaskRow>;
  readonly waiting: Partition<TaskRow>;
  readonly questions: Partition<QuestionRow>;
}

interface Planned {
  readonly before: string;
  readonly from: object;
  readonly wanted: PlannedPage | null;
}

function* namesOf(paths: Iterable<string>): Job<NoteNames> {
  const names = new NoteNames();
  let count = 0;
  for (const path of paths) {
    if (++count % YIELD_EVERY === 0) yield;
    names.add(path);
  }
  return names;
}

const NOTHING_YET = 'No meetings yet.';

function blockPosition({ blockPosition: at }: Settings): BlockPosition {
  return at === 'below-title' || at === 'end' ? at : { heading: at };
}

function wantedPage(path: string, text: string, input: PageInput): PlannedPage {
  const planned = planPage(text, input);
  return {
    // The text itself where nothing changes: it is compared with many times.
    text: planned.text === text ? text : planned.text,
    recompute: (now) => planPage(now, input).text,
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

function quarterPagesIn(paths: readonly string[], rollupFolder: string): string[] {
  const folder = foldFileName(decisionsFolder({ rollupFolder }));
  return paths.filter((path) => isQuarterName(baseName(path)) && foldFileName(folderOf(path)) === folder);
}

/**
 * A link means the one note that it resolves to, else the page of the entity that it names (`[[Ann Lee]]` for a folder
 * note).
 */
export function followIn(registry: VaultIndex['registry']): FollowLink {
  return (target, from) => {
    const [only, ...others] = registry.paths.follow(target, from);
    if (only !== undefined && others.length === 0) return only;
    const name = { text: baseName(target), target, line: 0 };
    return (
      resolveName(registry, name, { kind: null, path: from, date: null, meetingEntities: [] }).entity?.page ?? null
    );
  };
}
