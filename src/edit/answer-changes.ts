/** What answers to proposals change, gathered as edits. */
import type { CalendarDate } from '../text/calendar-date';
import { foldFileName } from '../text/file-name';
import type { Entity } from '../entity/entity';
import { parseNames, printNameAnswer, type NameAnswer } from '../entity/names-lines';
import { namesMemory } from '../entity/names-memory';
import type { EntityKind } from '../note/kinds';
import type { NoteRules } from '../note/note-rules';
import type { TaskRules } from '../task/tasks-settings';
import type { VaultIndex } from '../vault-index/build-index';
import { markAsMade, planPage } from '../page/plan-page';
import { addAlias } from './add-alias';
import { withDecisions } from './names-page';
import type { AnswerEffect } from './answer-effects';
import type { FileEdit } from './plan';
import { type Refused, refused } from './refusals';

export interface AnswerInput {
  readonly index: VaultIndex;
  readonly names: { readonly path: string; /** Null where there is no such note. */ readonly text: string | null };
  /** The text of every page that may be written, and of every note with a task that may be handed over. */
  readonly pages: ReadonlyMap<string, string>;
  readonly tasks: TaskRules;
  /** By which notes were read. */
  readonly rules: NoteRules;
  readonly kinds: readonly EntityKind[];
  readonly isExcluded: (path: string) => boolean;
  readonly today: CalendarDate;
  /** The index as it would be with other texts in these files, the names memory and new ones among them. */
  readonly indexWith: (texts: ReadonlyMap<string, string>) => VaultIndex;
}

/** A target that leads to the entity from anywhere: its page's name where no other note has it, else its path. */
export function entityLink(entity: Entity, input: Pick<AnswerInput, 'index'>): string | null {
  return entity.page === null ? linkable(entity.name) : noteLink(entity.page, input);
}

export function noteLink(path: string, { index }: Pick<AnswerInput, 'index'>): string | null {
  const bare = path.replace(/\.md$/i, '');
  const name = bare.slice(bare.lastIndexOf('/') + 1);
  const isAlone = !/^(?:readme|index)$/i.test(name) && index.registry.paths.follow(name, '').length === 1;
  return linkable(isAlone ? name : bare);
}

function linkable(target: string): string | null {
  return /[[\]|#^\r\n\u2028\u2029]/.test(target) ? null : target;
}

/** The texts as they become, answer by answer. */
export class Changes {
  private readonly texts = new Map<
    string,
    { readonly before: string | null; after: string; readonly steps: ((now: string) => string | null)[] }
  >();
  private readonly taken: Set<string>;
  /** The kinds of new pages, by path. */
  private readonly made = new Map<string, string>();

  constructor(readonly input: AnswerInput) {
    this.taken = new Set(input.index.paths.map(foldFileName));
  }

  edits(): FileEdit[] {
    return [...this.texts]
      .filter(([, { before, after }]) => before !== after)
      .map(([path, { before, after, steps }]) => ({
        path,
        before,
        after: this.asMade(path, after),
        recompute: (now) => steps.reduce<string | null>((text, step) => (text === null ? null : step(text)), now),
      }));
  }

  /** Files as they become that say what names mean: the memory and entities' pages, new ones with them. */
  naming(): ReadonlyMap<string, string> {
    const {
      index: { registry },
      names,
    } = this.input;
    const changed = [...this.texts].filter(
      ([path, { before, after }]) =>
        before !== after && (path === names.path || before === null || registry.entityOfPage(path) !== null),
    );
    return new Map(changed.map(([path, { after }]) => [path, after]));
  }

  linkTo(entity: Entity): string | Refused {
    return entityLink(entity, this.input) ?? refused({ code: 'not-linkable', name: entity.page ?? entity.name });
  }

  memory(): ReturnType<typeof namesMemory> {
    const { path, text } = this.input.names;
    return namesMemory(parseNames(this.texts.get(path)?.after ?? text ?? '', path).decisions, path);
  }

  decide(decisions: readonly NameAnswer[]): AnswerEffect[] {
    const { path, text } = this.input.names;
    if (decisions.length === 0) return [];
    const known = this.texts.get(path);
    const after = withDecisions(known?.after ?? text, decisions);
    this.put(path, text, after, (now) => withDecisions(now, decisions));
    return decisions.map((decision) => ({ code: 'remembered', line: printNameAnswer(decision) }));
  }

  alias(page: string, alias: string): boolean {
    return this.edit(page, (now) => addAlias(now, alias));
  }

  edit(path: string, change: (now: string) => string | null): boolean {
    const before = this.input.pages.get(path) ?? null;
    const now = this.texts.get(path)?.after ?? before;
    const after = now === null ? null : change(now);
    if (after === null) return false;
    this.put(path, before, after, change);
    return true;
  }

  /** A page for an entity of that kind. */
  create(path: string, text: string, kind: string): boolean {
    if (this.taken.has(foldFileName(path))) return false;
    this.taken.add(foldFileName(path));
    this.made.set(path, kind);
    this.texts.set(path, { before: null, after: text, steps: [() => null] });
    return true;
  }

  /**
   * A new page has its block at once, empty as yet: its marker says that the page is ours, and may go again while
   * nobody wrote in it.
   */
  private asMade(path: string, text: string): string {
    const kind = this.made.get(path);
    return kind === undefined ? text : markAsMade(planPage(text, { kind, rows: [] }).text);
  }

  private put(path: string, before: string | null, after: string, step: (now: string) => string | null): void {
    const known = this.texts.get(path);
    if (known === undefined) this.texts.set(path, { before, after, steps: [step] });
    else {
      known.after = after;
      known.steps.push(step);
    }
  }
}
