/**
 * What every page shall hold. Pages are computed from their rows, and rows from what the index says of an entity: while that stays
 * the object it was, so does the page, and nothing is computed again.
 */
import { addDays, type CalendarDate } from '../text/calendar-date';
import { baseName, folderOf, foldFileName } from '../text/file-name';
import type { Entity } from '../entity/entity';
import { resolveName } from '../entity/resolve';
import type { NoteRules } from '../note/note-rules';
import type { Problem } from '../note/problems';
import { decisionQuarters, decisionsFolder, decisionsPage } from '../page/decisions-page';
import { type EntityPageContent, entityPage, type PageProperties } from '../page/entity-page';
import { followUpsPage } from '../page/follow-ups-page';
import type { BlockPosition } from '../page/managed-block';
import { type FollowLink, type NoteLinks, noteLinks } from '../page/note-link';
import { openQuestionsPage } from '../page/open-questions-page';
import type { PageRules } from '../page/page-rules';
import { hasBlock, type PageInput, planPage } from '../page/plan-page';
import type { RollupPage } from '../page/rollup-page';
import { waitingOnPage } from '../page/waiting-on-page';
import type { Settings } from '../settings/settings';
import type { Steps } from '../text/steps';
import type { VaultIndex } from '../vault-index/build-index';
import { emptyView, type EntityView } from '../vault-index/entity-view';
import { type SpelledAsThere, spelledAsThere } from './spelled-as-there';

export interface WantedPage {
  readonly text: string;
  readonly again: (now: string) => string | null;
  readonly problem: Problem | null;
}

/** What the pages of a rollup go by. Where all of it stays the same objects, pages computed before still hold. */
export interface PageGround {
  readonly settings: Settings;
  readonly noteRules: NoteRules;
  readonly today: CalendarDate;
  /** Every Markdown file, and those that the plan creates. */
  readonly paths: readonly string[];
}

/** Pages as they were last computed, to be held by whoever rolls the same vault up again and again. */
export class PageMemory {
  private ground: Ground | null = null;
  private contents = new WeakMap<EntityView, EntityPageContent>();
  private readonly empty = new WeakMap<Entity, EntityView>();
  private planned = new Map<string, Planned>();
  private rollups = new Map<string, { readonly from: unknown; readonly page: RollupPage }>();

  /** By path. Pages of which there is nothing to say, and which hold nothing of ours, are absent. `texts`: the pages as they are. */
  *wanted(index: VaultIndex, texts: ReadonlyMap<string, string>, given: PageGround): Steps<Map<string, WantedPage>> {
    const { settings } = given;
    const ground = this.groundOf(index, texts, given);
    const { spelled } = ground;
    const wanted = new Map<string, WantedPage>();
    for (const entity of index.registry.entities) {
      yield;
      if (entity.page === null || !entity.writable || !(settings.includeKinds?.includes(entity.kind) ?? true)) continue;
      const text = texts.get(entity.page);
      if (text === undefined) continue;
      const content = this.contentOf(index.views.get(entity.id) ?? this.emptyViewOf(entity), ground);
      if (content.rows.length === 0 && !hasBlock(text)) continue;
      wanted.set(entity.page, this.plan(entity.page, text, content, () => ({
        kind: entity.kind,
        rows: content.rows.length === 0 ? [NOTHING_YET] : content.rows,
        properties: keptProperties(content.properties, settings),
        position: blockPosition(settings),
      })));
    }
    for (const page of yield* this.rollupPages(index, ground)) {
      yield;
      const path = spelled(page.path);
      const { title, kind, rows } = page;
      wanted.set(path, this.plan(path, texts.get(path) ?? `# ${title}\n`, page, () => ({ kind, rows, properties: {}, position: 'below-title' })));
    }
    return wanted;
  }

  private emptyViewOf(entity: Entity): EntityView {
    const view = this.empty.get(entity) ?? emptyView(entity);
    this.empty.set(entity, view);
    return view;
  }

  private groundOf({ registry, decisions }: VaultIndex, texts: ReadonlyMap<string, string>, given: PageGround): Ground {
    const { settings, noteRules, today, paths } = given;
    const known = this.ground;
    const ofPaths = known !== null && known.given.paths === paths ? known : null;
    const spelled = ofPaths === null ? spelledAsThere(paths) : ofPaths.spelled;
    const quarters = decisionQuarters(decisions, existingQuarters(texts, spelled(settings.rollupFolder)));
    if (ofPaths !== null && ofPaths.given.settings === settings && ofPaths.given.noteRules === noteRules && ofPaths.given.today === today
      && ofPaths.registry === registry && ofPaths.quarters.join() === quarters.join()) return ofPaths;
    const rules = { ...pageRules(settings, noteRules, today), rollupFolder: spelled(settings.rollupFolder) };
    const rollupPaths = [
      ...['Follow-ups', 'Waiting on', 'Open questions'].map((name) => `${rules.rollupFolder}/${name}.md`),
      ...quarters.map((quarter) => `${decisionsFolder(rules)}/${quarter}.md`),
    ];
    const links = noteLinks(new Set([...paths, ...rollupPaths.map(spelled)]), followIn(registry));
    this.contents = new WeakMap();
    this.planned = new Map();
    this.rollups = new Map();
    this.ground = { given, registry, quarters, spelled, rules, links };
    return this.ground;
  }

  private contentOf(view: EntityView, { rules, links }: Ground): EntityPageContent {
    const known = this.contents.get(view);
    if (known !== undefined) return known;
    const content = entityPage(view, rules, links);
    this.contents.set(view, content);
    return content;
  }

  private* rollupPages({ tasks, questions, decisions }: VaultIndex, { rules, links, quarters }: Ground): Steps<RollupPage[]> {
    const made: RollupPage[] = [];
    const pages: [name: string, from: unknown, compute: () => RollupPage][] = [
      ['Follow-ups', tasks, () => followUpsPage(tasks, rules, links)],
      ['Waiting on', tasks, () => waitingOnPage(tasks, rules, links)],
      ['Open questions', questions, () => openQuestionsPage(questions, rules, links)],
      ...quarters.map((quarter): [string, unknown, () => RollupPage] => [quarter, decisions, () => decisionsPage(quarter, decisions, rules, links)]),
    ];
    for (const [name, from, compute] of pages) {
      yield;
      const known = this.rollups.get(name);
      const page = known !== undefined && known.from === from ? known.page : compute();
      this.rollups.set(name, { from, page });
      made.push(page);
    }
    return made;
  }

  /** `from`: what the rows were made of; the same object means the same rows. */
  private plan(path: string, text: string, from: object, input: () => PageInput): WantedPage {
    const known = this.planned.get(path);
    if (known !== undefined && known.from === from && known.before === text) return known.wanted;
    const wanted = wantedPage(path, text, input());
    this.planned.set(path, { before: text, from, wanted });
    return wanted;
  }
}

interface Ground {
  readonly given: PageGround;
  readonly registry: VaultIndex['registry'];
  /** Those that have a page, or get one. */
  readonly quarters: readonly string[];
  readonly spelled: SpelledAsThere;
  readonly rules: PageRules;
  readonly links: NoteLinks;
}

interface Planned {
  readonly before: string;
  readonly from: object;
  readonly wanted: WantedPage;
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

const NOTHING_YET = 'No meetings yet.';

function blockPosition({ blockPosition: at }: Settings): BlockPosition {
  return at === 'below-title' || at === 'end' ? at : { heading: at };
}

function wantedPage(path: string, text: string, input: PageInput): WantedPage {
  const planned = planPage(text, input);
  return {
    // The text itself where nothing changes: it is compared with many times.
    text: planned.text === text ? text : planned.text,
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

function existingQuarters(texts: ReadonlyMap<string, string>, rollupFolder: string): string[] {
  const folder = foldFileName(decisionsFolder({ rollupFolder }));
  const quarters: string[] = [];
  for (const path of texts.keys()) {
    const name = baseName(path);
    if (/^\d{4}-Q[1-4]$/i.test(name) && foldFileName(folderOf(path)) === folder) quarters.push(name.toUpperCase());
  }
  return quarters;
}

/** A link means the one note that it resolves to, else the page of the entity that it names (`[[Ann Lee]]` for a folder note). */
export function followIn(registry: VaultIndex['registry']): FollowLink {
  return (target, from) => {
    const [only, ...others] = registry.paths.follow(target, from);
    if (only !== undefined && others.length === 0) return only;
    const name = { text: baseName(target), target, line: 0 };
    return resolveName(registry, name, { kind: null, path: from, date: null, meetingEntities: [] }).entity?.page ?? null;
  };
}
