/**
 * The vault as the plugin holds it in memory: read when somebody first asks, kept up with the app's events from then
 * on, for the views, the status bar, the command line, the API and live writing. Events are gathered until they settle;
 * whoever asks in between gets the vault as it is at that moment.
 */
import type { CalendarDate } from '../../text/calendar-date';
import type { RollupInput } from '../../edit/plan-rollup';
import { type LivePlan, LiveVault } from '../../host/live-vault';
import type { Review } from '../../host/review';
import type { HostError, VaultFile, VaultHost } from '../../host/vault-host';
import type { VaultIndex } from '../../vault-index/build-index';
import type { Rename } from '../../vault-index/rename-proposals';
import type { Pace } from './pace';
import type { PluginSettings } from './plugin-settings';

interface LiveStoreParts {
  readonly host: VaultHost;
  readonly settings: PluginSettings;
  readonly pace: Pace;
  readonly today: () => CalendarDate;
  /** Milliseconds since the epoch; without it nothing that was read is kept for the next start. */
  readonly now?: (() => number) | undefined;
}

export interface KnownIndex {
  readonly index: VaultIndex;
  readonly noteRules: RollupInput['noteRules'];
  /** Settings that could not be read: what those rules say is a guess then. */
  readonly rulesUnread: readonly HostError[];
  readonly today: CalendarDate;
}

/**
 * Milliseconds without an event after which what came in is read: the app saves a note two seconds after the last key.
 */
export const SETTLED = 2000;
/** Milliseconds between two keys of somebody who types into a settings field. */
const TYPED = 250;
/** Milliseconds after which what was read is put away for the next start. */
export const KEPT = 30_000;

export class LiveStore {
  private known: KnownIndex | null = null;
  private live: Promise<LiveVault> | null = null;
  private readonly changed = new Map<string, VaultFile>();
  private readonly gone = new Set<string>();
  private stale = true;
  private ended = false;
  private timer: number | null = null;
  private keepingTimer: number | null = null;
  private keeping: Promise<void> = Promise.resolve();
  private readonly listeners = new Set<() => void>();
  private readonly seen: Rename[] = [];

  constructor(private readonly parts: LiveStoreParts) {}

  /** What was known last, even if out of date; null before anything was read. */
  get last(): KnownIndex | null {
    return this.known;
  }

  /** The index as the vault is now, where nothing has to be read for it; else null. */
  get fresh(): KnownIndex | null {
    return this.stale || this.known?.today !== this.parts.today() ? null : this.known;
  }

  /** The index as the vault is now. */
  async current(): Promise<KnownIndex> {
    const day = this.parts.today();
    const { fresh } = this;
    if (fresh !== null) return fresh;
    // What changes from here on is for the next time; what another who asked had read already was not known here yet.
    this.stale = false;
    const live = await this.upToDate();
    const index = await live.index(day);
    const { noteRules, rulesUnread } = live;
    const next = { index, noteRules, rulesUnread, today: day };
    this.known = next;
    for (const listener of [...this.listeners]) listener();
    return next;
  }

  /** As the app's events say it is now. */
  vault(): Promise<LiveVault> {
    return this.upToDate();
  }

  /** The edits that bring every page up to date. */
  async plan(): Promise<LivePlan> {
    return (await this.upToDate()).plan(this.parts.today());
  }

  /** What is proposed in the vault as it is now, renames that were seen among it. */
  async review(): Promise<Review> {
    return (await this.upToDate()).review(this.parts.today(), { renamed: this.renames });
  }

  /** A file is new or holds another text. */
  touch(file: VaultFile): void {
    this.gone.delete(file.path);
    this.changed.set(file.path, file);
    this.gather();
  }

  /** No file is at this path any more. */
  leave(path: string): void {
    this.changed.delete(path);
    this.gone.add(path);
    this.gather();
  }

  /** A file was renamed, or moved. */
  move(from: string, file: VaultFile): void {
    this.leave(from);
    this.touch(file);
    const before = this.seen.findIndex(({ to }) => to === from);
    const [earlier] = before < 0 ? [] : this.seen.splice(before, 1);
    this.seen.push({ from: earlier?.from ?? from, to: file.path });
  }

  /** Renames since the plugin was loaded: nothing in the files tells of them later. */
  get renames(): readonly Rename[] {
    return this.seen;
  }

  /** The settings or rules changed: whoever asks next gets the vault read by the new ones; listeners get it at once. */
  reopen(): void {
    this.live = null;
    this.gather(TYPED);
  }

  /** `listener` is called whenever another index is known; the result takes it away again. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  end(): void {
    this.ended = true;
    this.rest();
    if (this.keepingTimer !== null) window.clearTimeout(this.keepingTimer);
    this.keepingTimer = null;
    this.listeners.clear();
    this.changed.clear();
    this.gone.clear();
    this.known = null;
    this.live = null;
  }

  /** Nothing is read for events alone while nobody listens. */
  private gather(quiet = SETTLED): void {
    this.stale = true;
    this.rest();
    if (this.ended || this.listeners.size === 0) return;
    this.timer = window.setTimeout(() => {
      this.timer = null;
      this.current().catch(() => undefined);
    }, quiet);
  }

  private rest(): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = null;
  }

  private async upToDate(): Promise<LiveVault> {
    try {
      if (this.live !== null && (await this.live).rulesUnread.length > 0) this.live = null;
      if (this.live === null) {
        this.changed.clear();
        this.gone.clear();
        this.live = this.open();
      }
      const opening = this.live;
      const live = await opening;
      if (this.changed.size + this.gone.size > 0) {
        const change = { changed: [...this.changed.values()], gone: [...this.gone] };
        this.changed.clear();
        this.gone.clear();
        await live.update(change);
      }
      this.keepLater(live);
      return live;
    } catch (error) {
      this.stale = true;
      this.live = null;
      throw error;
    }
  }

  /** Whatever is read until then is put away together. */
  private keepLater(live: LiveVault): void {
    const {
      now,
      host: {
        state: { readings },
      },
    } = this.parts;
    if (now === undefined || readings === undefined || this.ended || this.keepingTimer !== null) return;
    this.keepingTimer = window.setTimeout(() => {
      this.keepingTimer = null;
      // What fails here is read from the notes at the next start.
      this.keeping = this.keeping.then(() => live.keepReadings(now())).catch(() => undefined);
    }, KEPT);
  }

  private open(): Promise<LiveVault> {
    const { host, settings, pace } = this.parts;
    return LiveVault.open(host, {
      settings: settings.current,
      rest: async () => {
        await pace.yieldIfDue();
        if (this.ended) throw new Error('Throughline was unloaded.');
      },
    });
  }
}
