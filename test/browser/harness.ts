/**
 * The browser's side: the plugin's own views over a vault in memory, with the doubles of the API in place of the app. It is
 * bundled and driven by the tests; `window.harness` is what they call.
 */
import { setup } from 'obsidian-test-mocks/setup';
import { App, type WorkspaceLeaf as LeafMock, WorkspaceLeaf } from 'obsidian-test-mocks/obsidian';
import type { WorkspaceLeaf as LeafOriginal } from 'obsidian';
import { LiveStore } from '../../src/obsidian/live-store';
import { Pace } from '../../src/obsidian/pace';
import { PluginSettings } from '../../src/obsidian/plugin-settings';
import { QueueBlockChild } from '../../src/obsidian/code-block';
import { LiveViewStore } from '../../src/obsidian/view/live-view-store';
import { SideView } from '../../src/obsidian/view/side-view';
import type { Around } from '../../src/obsidian/view/view-store';
import { MemoryHost } from '../doubles/memory-host';

setup();

export interface MountOptions {
  readonly texts: Readonly<Record<string, string>>;
  /** `data.json`. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly today: string;
  /** The view's part of a workspace file. */
  readonly panel?: object;
  readonly activePath?: string | null;
}

class Bench {
  readonly opened: string[] = [];
  host = new MemoryHost();
  today = '';
  private views: LiveViewStore | null = null;
  private activePath: string | null = null;
  private readonly noteListeners = new Set<() => void>();
  private view: SideView | null = null;
  private child: QueueBlockChild | null = null;
  store: LiveStore | null = null;

  async mountView(options: MountOptions): Promise<void> {
    const { store, around } = await this.vault(options);
    const app = App.createConfigured__();
    Object.assign(app.workspace, { requestSaveLayout: () => undefined });
    const leaf: LeafMock = WorkspaceLeaf.create2__(app);
    this.view = new SideView(leaf as unknown as LeafOriginal, store, around);
    this.view.contentEl.addClass('view-content');
    document.querySelector('.workspace-leaf-content')?.replaceChildren(this.view.contentEl);
    await this.view.onOpen();
    await this.view.setState({ panel: options.panel ?? {} }, { history: false });
  }

  /** A note in reading view that holds nothing but the block. */
  async mountBlock(source: string, options: MountOptions): Promise<void> {
    const { store, around } = await this.vault(options);
    const note = document.querySelector('.workspace-leaf-content');
    note?.setAttribute('class', 'markdown-rendered');
    const element = createDiv();
    element.className = 'block-language-throughline';
    note?.replaceChildren(element);
    this.child = new QueueBlockChild(element, { source, path: options.activePath ?? 'Notes/Ideas.md', store, around });
    this.child.load();
    await this.store?.current();
  }

  async unmount(): Promise<void> {
    await this.view?.onClose();
    this.child?.unload();
  }

  /** How many listen to the vault. */
  get listeners(): number {
    return (this.store as unknown as { listeners: Set<unknown> } | null)?.listeners.size ?? 0;
  }

  noticeDay(): void {
    this.views?.noticeDay();
  }

  showNote(path: string | null): void {
    this.activePath = path;
    for (const listener of this.noteListeners) listener();
  }

  /** Writes as somebody else would, and tells the plugin as the app does. */
  async put(path: string, text: string): Promise<void> {
    this.host.put(path, text);
    await this.tell(path);
  }

  texts(): Record<string, string> {
    return this.host.texts();
  }

  private async tell(path: string): Promise<void> {
    const { files } = await this.host.list();
    const file = files.find((one) => one.path === path);
    if (file === undefined) this.store?.leave(path);
    else this.store?.touch(file);
    await this.store?.current();
  }

  private async vault({ texts, data, today, activePath = null }: MountOptions): Promise<{ store: LiveViewStore; around: Around }> {
    this.host = new MemoryHost(texts);
    this.activePath = activePath;
    this.today = today;
    const settings = new PluginSettings({ loadData: () => Promise.resolve(data), saveData: () => Promise.resolve() });
    await settings.load();
    const store = new LiveStore({ host: this.host, settings, pace: new Pace(() => performance.now()), today: () => this.today });
    this.store = store;
    const active = (): string | null => this.activePath;
    const around: Around = {
      get activePath() {
        return active();
      },
      onActiveNote: (listener) => {
        this.noteListeners.add(listener);
        return () => { this.noteListeners.delete(listener); };
      },
      open: (path, line, { newTab }) => { this.opened.push(`${path}${line === null ? '' : `:${line}`}${newTab ? ' in a new tab' : ''}`); },
      preview: () => undefined,
    };
    this.views = new LiveViewStore({ store, host: this.host, settings, today: () => this.today, now: () => Date.UTC(2025, 10, 3, 10) });
    return { store: this.views, around };
  }
}

declare global {
  interface Window {
    harness: Bench;
  }
}

window.harness = new Bench();
