/**
 * Keeps pages up to date by itself, on a device whose person agreed to that: a page when it is opened, all of them ten
 * minutes after things settled, and never one that is being typed in.
 */
import { type App, type MarkdownFileInfo, type MarkdownView, type Plugin, TFile } from 'obsidian';
import type { FileEdit } from '../../edit/plan';
import { carryOut } from '../../host/carry-out';
import { isLiveWritingPaused } from '../../host/journal';
import type { VaultHost } from '../../host/vault-host';
import type { LiveStore } from './live-store';
import type { LongWork } from '../notices/long-work';

interface LiveWritingParts {
  readonly app: App;
  readonly host: VaultHost;
  readonly store: LiveStore;
  readonly work: LongWork;
  /** Whether this device writes by itself. */
  readonly isOn: () => boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Milliseconds of quiet after which pages are written. */
export const QUIET = 10 * 60_000;
/**
 * Milliseconds after the last event that a device which just woke, or started, waits before it writes a page that is
 * opened: what Sync brings meanwhile may be that page.
 */
export const AWAKE = 30_000;

export class LiveWriting {
  private timer: number | null = null;
  /** Until `AWAKE` has passed without an event: the pages that were opened meanwhile. */
  private waking: { readonly pages: Set<string>; timer: number } | null = null;
  private ended = false;
  private writing: Promise<void> = Promise.resolve();
  /** When each page was last typed in. */
  private readonly typed = new Map<string, number>();

  constructor(private readonly parts: LiveWritingParts) {}

  /** Listens until the plugin is unloaded. */
  start(plugin: Plugin): void {
    const { app } = this.parts;
    plugin.registerEvent(
      app.workspace.on('file-open', (file) => {
        if (file instanceof TFile) this.opened(file);
      }),
    );
    plugin.registerEvent(
      app.workspace.on('editor-change', (_editor: unknown, { file }: MarkdownView | MarkdownFileInfo) => {
        if (file !== null) this.typed.set(file.path, this.parts.now());
      }),
    );
    plugin.registerDomEvent(activeDocument, 'visibilitychange', () => {
      if (activeDocument.visibilityState === 'visible') this.wake();
    });
    this.wake();
    plugin.register(() => this.end());
  }

  /** Something in the vault changed: the quiet begins again. */
  disturbed(): void {
    if (this.waking !== null) this.wake();
    this.stop();
    if (this.ended || !this.parts.isOn()) return;
    this.timer = window.setTimeout(() => {
      this.timer = null;
      void this.write(() => true);
    }, QUIET);
  }

  /**
   * The page as it should be when a person looks at it. Others wait: their pages may be open on another device just
   * then.
   */
  private opened({ path }: TFile): void {
    if (!this.parts.isOn()) return;
    if (this.waking !== null) this.waking.pages.add(path);
    else void this.write((edit) => edit.path === path && edit.before !== null);
  }

  /** The device was away, or an event came in the time after that: the waiting begins, or begins again. */
  private wake(): void {
    if (this.waking !== null) window.clearTimeout(this.waking.timer);
    const pages = this.waking?.pages ?? new Set<string>();
    const timer = window.setTimeout(() => {
      this.waking = null;
      if (pages.size > 0 && this.parts.isOn())
        void this.write(({ path, before }) => before !== null && pages.has(path));
    }, AWAKE);
    this.waking = { pages, timer };
  }

  /**
   * Writes those of the edits that are wanted, one writing after the other. Never rejects: the next quiet is another
   * chance.
   */
  private write(isWanted: (edit: FileEdit) => boolean): Promise<void> {
    const { host, store, work, now, isOn } = this.parts;
    const hasToWait = (): boolean => this.ended || work.isUnderWay;
    const turn = async (): Promise<void> => {
      if (hasToWait() || !isOn() || (await isLiveWritingPaused(host.state))) return;
      const { edits } = await store.plan();
      const wanted = edits.filter(isWanted);
      const free = wanted.filter(({ path }) => !this.isTypedIn(path));
      if (hasToWait()) return;
      if (free.length > 0) await carryOut(host, { edits: free }, { what: 'live', now: now() });
      if (free.length < wanted.length) this.disturbed();
    };
    this.writing = this.writing.then(turn).catch(() => undefined);
    return this.writing;
  }

  private isTypedIn(path: string): boolean {
    return this.parts.now() - (this.typed.get(path) ?? -Infinity) < QUIET;
  }

  private stop(): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = null;
  }

  private end(): void {
    this.ended = true;
    if (this.waking !== null) window.clearTimeout(this.waking.timer);
    this.waking = null;
    this.stop();
  }
}
