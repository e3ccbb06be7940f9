/**
 * The views' store over the vault as the plugin holds it: what is done goes through the one port, and what came of it
 * is read back at once.
 */
import type { Entity } from '../../entity/entity';
import { PERSON } from '../../entity/person-name';
import type { AnsweredPlan } from '../../edit/answer-proposal';
import { ownerToWrite } from '../../edit/owner-to-write';
import { ACTS_ON, type RowAction } from '../../edit/row-action';
import type { ChangedLine, ToggleLine } from '../../edit/row-plan';
import { followIn } from '../../edit/page-plans';
import { pageRules } from '../../edit/page-rules';
import { RowFinder } from '../../page/row-finder';
import type { SkippedEdit } from '../../edit/skips';
import { carryOut } from '../../host/carry-out';
import { raiseNext } from '../../host/raise-next';
import { actOnRows, noteOf } from '../../host/row-action';
import { baseName } from '../../text/file-name';
import { undoLast } from '../../host/undo';
import { HostError, type VaultHost } from '../../host/vault-host';
import type { CalendarDate } from '../../text/calendar-date';
import type { QuestionRow, RaiseRow, Source, TaskRow } from '../../vault-index/rows';
import type { LiveStore } from '../vault/live-store';
import type { PluginSettings } from '../vault/plugin-settings';
import { inWords, splitNames } from '../notices/roll-up-words';
import { wordsOf } from './list-entry';
import type { ActionResult, ActionName, ViewData, ViewReview, ViewStore } from './view-store';
import { say as phrase } from '../../words/say';
import { failureText, effectsText, refusalText, skipText } from '../words/engine-text';
import { words } from '../words/in-app';
import { keysOf } from '../../text/keys-of';

const { said: say } = words.views;

interface LiveViewParts {
  readonly store: LiveStore;
  readonly host: VaultHost;
  readonly settings: PluginSettings;
  readonly today: () => CalendarDate;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The Tasks plugin's own toggle, where it runs. */
  readonly toggleLine?: ToggleLine | undefined;
}

export class LiveViewStore implements ViewStore {
  readonly actions: ReadonlySet<ActionName> = new Set(keysOf(ACTS_ON));
  trouble: string | null = null;
  private made: { readonly of: object; readonly known: ViewData } | null = null;
  private readonly listeners = new Set<() => void>();
  private stopListening: (() => void) | null = null;
  /** How many acts of this window can be taken back: none that somebody did elsewhere. */
  private undoable = 0;

  constructor(private readonly parts: LiveViewParts) {}

  get known(): ViewData | null {
    const { store, settings } = this.parts;
    const { last } = store;
    if (last === null) return null;
    if (this.made?.of !== last)
      this.made = {
        of: last,
        known: {
          index: last.index,
          today: last.today,
          rules: pageRules(settings.current, last.noteRules, last.today),
          rows: new RowFinder(last.index, followIn(last.index.registry)),
        },
      };
    return this.made.known;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    this.stopListening ??= this.parts.store.onChange(() => this.tell());
    void this.refresh();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      this.stopListening?.();
      this.stopListening = null;
    };
  }

  noticeDay(): void {
    const { store, today } = this.parts;
    if (this.listeners.size > 0 && store.last !== null && store.last.today !== today()) void this.refresh();
  }

  act(row: TaskRow | QuestionRow | RaiseRow, action: RowAction): Promise<ActionResult> {
    return this.actAll([row], action);
  }

  async actAll(rows: readonly (TaskRow | QuestionRow | RaiseRow)[], action: RowAction): Promise<ActionResult> {
    const { host, today, now, toggleLine, store } = this.parts;
    return this.trying(async () => {
      let { last } = store;
      if (last !== null && last.rulesUnread.length > 0) {
        store.reopen();
        last = await store.current();
      }
      if (last === null) return NOT_READ;
      if (last.rulesUnread.length > 0) return { outcome: 'refused', said: leftSaid([], last.rulesUnread) ?? '' };
      const { index, noteRules: rules } = last;
      const acted = await actOnRows(
        host,
        rows.map(({ sources }) => sources),
        action,
        {
          rules,
          today: today(),
          now: now(),
          write: true,
          noteThen: (path) => noteOf(index.notes, path),
          toggleLine,
        },
      );
      if (acted.outcome === 'refused') return { outcome: 'refused', said: say.notDone(refusalText(acted.refusal)) };
      const { changes, written, skipped, failures } = acted;
      if (written.length > 0) {
        this.undoable += 1;
        await this.reread(written);
      }
      const left = leftSaid(skipped, failures);
      if (left !== null) return { outcome: written.length > 0 ? 'done' : 'refused', said: left };
      if (changes.length === 0) return { outcome: 'done', said: say.already };
      const [row, ...others] = rows;
      const became = row === undefined || others.length > 0 ? null : this.rowAt(row, changes);
      const what = row === undefined || others.length > 0 ? say.rows(rows.length) : wordsOf(row);
      return {
        outcome: 'done',
        ...(became === null ? {} : { became }),
        said: `${saidOf(action)}: ${what}${changes.length > rows.length ? ` ${say.spread(changes.length, written.length)}` : ''}`,
      };
    });
  }

  own(row: TaskRow, names: string): Promise<ActionResult> {
    const { known } = this;
    const { me } = this.parts.settings.current;
    if (known === null) return Promise.resolve(NOT_READ);
    const { index } = known;
    const owners = splitNames(names).map((name) => {
      if (/^(?:me|myself)$/i.test(name)) return ownerToWrite('me', { index, me });
      const fits = [...new Set(index.registry.named(name, PERSON))];
      const [only] = fits;
      return only !== undefined && fits.length === 1 ? ownerToWrite(only, { index, me }) : name;
    });
    return this.act(row, { do: 'owner', owners });
  }

  raise(entity: Entity, point: string, open: string | null): Promise<ActionResult> {
    const { host, store, today, now } = this.parts;
    const { last } = store;
    if (last === null) return Promise.resolve(NOT_READ);
    return this.trying(async () => {
      const raised = await raiseNext(
        host,
        { entity, words: point },
        { index: last.index, rules: last.noteRules, today: today(), now: now(), open },
      );
      if (raised.outcome === 'refused') return { outcome: 'refused', said: say.notDone(refusalText(raised.refusal)) };
      this.undoable += 1;
      await this.reread([raised.path]);
      return { outcome: 'done', said: say.raised(entity.name, baseName(raised.path), wordsOf({ text: point })) };
    });
  }

  async undo(): Promise<ActionResult> {
    if (this.undoable === 0) return { outcome: 'refused', said: say.nothingToUndo };
    const { host, now } = this.parts;
    return this.trying(async () => {
      const undone = await undoLast(host, { now: now(), write: true, what: ['complete', 'edit', 'answers'] });
      if (undone.outcome === 'nothing') return { outcome: 'refused', said: phrase(words.engine.undoing, undone.why) };
      const { restored, trashed, back, left, failures } = undone;
      const written = [...restored, ...trashed, ...back];
      this.undoable -= 1;
      await this.reread(written);
      return {
        outcome: written.length > 0 ? 'done' : 'refused',
        said: leftSaid(left, failures) ?? say.takenBack(written.join(', ')),
      };
    });
  }

  async review(): Promise<ViewReview> {
    const review = await this.parts.store.review();
    return { recent: review.recent, all: review.all, answer: (answer) => review.answer([answer]) };
  }

  write(plan: AnsweredPlan): Promise<ActionResult> {
    const { host, now } = this.parts;
    return this.trying(async () => {
      const { written, skipped, failures } = await carryOut(host, plan, { what: 'answers', now: now() });
      if (written.length > 0) {
        this.undoable += 1;
        await this.reread(written);
      }
      const [answer] = plan.answers;
      return {
        outcome: written.length > 0 ? 'done' : 'refused',
        said: leftSaid(skipped, failures) ?? (answer === undefined ? say.nothingWritten : effectsText(answer.effects)),
      };
    });
  }

  /** The row that the changed lines belong to now; null where it is still the same one. */
  private rowAt({ id }: { readonly id: string }, changes: readonly ChangedLine[]): string | null {
    const { index } = this.parts.store.last ?? {};
    if (index === undefined) return null;
    const rows = [...index.tasks, ...index.questions];
    if (rows.some((row) => row.id === id)) return null;
    const isChanged = ({ path, text }: Source): boolean =>
      changes.some((change) => change.path === path && change.after.includes(text));
    return rows.find(({ sources }) => sources.some(isChanged))?.id ?? null;
  }

  /** Files that were written are read at once: the app tells of them in its own time. */
  private async reread(paths: readonly string[]): Promise<void> {
    const { host, store } = this.parts;
    for (const path of paths) {
      try {
        store.touch(await host.stat(path));
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        store.leave(path);
      }
    }
    await this.refresh();
  }

  private async refresh(): Promise<void> {
    const before = this.trouble;
    try {
      await this.parts.store.current();
      this.trouble = null;
    } catch (error) {
      this.trouble = words.views.unread(inWords(error));
    }
    if (this.trouble !== before) this.tell();
  }

  private async trying(work: () => Promise<ActionResult>): Promise<ActionResult> {
    try {
      return await work();
    } catch (error) {
      return { outcome: 'refused', said: say.notDone(inWords(error)) };
    }
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

const NOT_READ: ActionResult = { outcome: 'refused', said: words.views.notRead };

/** What was not written, and why; null where everything was. */
function leftSaid(skipped: readonly SkippedEdit[], failures: readonly HostError[]): string | null {
  const sentences = [...failures.map(failureText), ...skipped.map(skipText)];
  return sentences.length === 0 ? null : sentences.join(' ');
}

function saidOf(action: RowAction): string {
  switch (action.do) {
    case 'due':
      return action.date === null ? say.noDue : say.due(words.views.weekday(action.date));
    case 'snooze':
      return say.snoozed(words.views.weekday(action.until));
    case 'owner':
      return action.owners.length === 0 ? say.nobodys : say.did.owner;
    default:
      return say.did[action.do];
  }
}
