/**
 * The browser's side: the plugin's own views over a vault in memory, with the doubles of the API in place of the app.
 * It is bundled and driven by the tests; `window.harness` is what they call.
 */
import { setup } from 'obsidian-test-mocks/setup';
import {
  App,
  editorInfoField,
  editorLivePreviewField,
  type WorkspaceLeaf as LeafMock,
  WorkspaceLeaf,
} from 'obsidian-test-mocks/obsidian';
import { EditorSelection, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import MarkdownIt from 'markdown-it';
import type { MarkdownRenderChild, WorkspaceLeaf as LeafOriginal } from 'obsidian';
import { livePages } from '../../src/obsidian/notes/live-page';
import { showBriefOf } from '../../src/obsidian/commands/meeting-commands';
import { managedBlockExtension } from '../../src/obsidian/notes/managed-block-extension';
import { RowModal } from '../../src/obsidian/notes/row-modal';
import { LiveStore } from '../../src/obsidian/vault/live-store';
import { Pace } from '../../src/obsidian/vault/pace';
import { PluginSettings } from '../../src/obsidian/vault/plugin-settings';
import { QueueBlockChild } from '../../src/obsidian/notes/code-block';
import { LiveViewStore } from '../../src/obsidian/view/live-view-store';
import { SideView } from '../../src/obsidian/view/side-view';
import type { ViewHost } from '../../src/obsidian/view/view-store';
import { MemoryHost } from '../doubles/memory-host';
import { Modal } from './app/windows';
import { PluginBench, type PluginOptions } from './plugin-bench';

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
  readonly folded = new Map<string, boolean>();
  host = new MemoryHost();
  today = '';
  private views: LiveViewStore | null = null;
  private activePath: string | null = null;
  private readonly noteListeners = new Set<() => void>();
  private view: SideView | null = null;
  private readonly children: MarkdownRenderChild[] = [];
  private child: QueueBlockChild | null = null;
  store: LiveStore | null = null;
  plugin: PluginBench | null = null;
  private settings: PluginSettings | null = null;

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

  /** A note in reading view, drawn part by part and each part handed on, as the app does; its wikilinks are links. */
  async mountPage(path: string, options: MountOptions): Promise<void> {
    const { store, around } = await this.vault({ ...options, activePath: path });
    const note = document.querySelector('.workspace-leaf-content');
    note?.setAttribute('class', 'markdown-rendered');
    note?.replaceChildren();
    const text = this.host.texts()[path] ?? '';
    const process = livePages({ store, around });
    const markdown = new MarkdownIt({ html: true });
    const body = withoutFrontmatter(text);
    const lines = body.split('\n');
    for (const { map, level, nesting } of markdown.parse(body, {})) {
      if (level !== 0 || nesting < 0 || map === null) continue;
      const [lineStart, lineEnd] = map;
      const el = createDiv();
      const source = lines
        .slice(lineStart, lineEnd)
        .join('\n')
        .replace(
          /\[\[([^\]|]*)(?:\|([^\]]*))?\]\]/g,
          (_, target: string, words?: string) =>
            `<a class="internal-link" href="#${encodeURIComponent(target)}">${words ?? target}</a>`,
        );
      el.append(...new DOMParser().parseFromString(markdown.render(source), 'text/html').body.childNodes);
      note?.append(el);
      process(el, {
        sourcePath: path,
        getSectionInfo: () => ({ text, lineStart, lineEnd: lineEnd - 1 }),
        addChild: (child) => {
          this.children.push(child);
          child.load();
        },
      });
    }
    await this.store?.current();
  }

  /** A note in live preview, as far as the plugin has a part in it; the cursor stands before `cursorAt`. */
  async mountEditor(path: string, cursorAt: string, options: MountOptions): Promise<void> {
    const { store, around } = await this.vault({ ...options, activePath: path });
    const note = document.querySelector('.workspace-leaf-content');
    note?.setAttribute('class', 'markdown-source-view is-live-preview');
    note?.replaceChildren();
    const text = withoutFrontmatter(this.host.texts()[path] ?? '');
    const app = App.createConfigured__();
    new EditorView({
      parent: note ?? document.body,
      state: EditorState.create({
        doc: text,
        selection: EditorSelection.cursor(Math.max(0, text.indexOf(cursorAt))),
        extensions: [
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': 'Note' }),
          editorLivePreviewField.init(() => true),
          editorInfoField.init(() => ({ file: { path } }) as never),
          managedBlockExtension({
            app: app.asOriginalType__(),
            store,
            around,
            onActed: (acted) => this.opened.push(acted.said),
            onChange: ({ is, row }, line) => {
              new RowModal(app.asOriginalType__(), { is, id: row.id, text: line }, { store, around }).open();
            },
          }),
        ],
      }),
    });
    await this.store?.current();
  }

  /** The brief for a page or meeting, as its command shows it. */
  async mountBrief(path: string, options: MountOptions): Promise<void> {
    await this.vault(options);
    const { host, store, settings, views } = this;
    if (store === null || settings === null || views === null) return;
    document.querySelector('.workspace-leaf-content')?.remove();
    const opened = Modal.nextOpened__();
    showBriefOf(
      { app: App.createConfigured__().asOriginalType__(), host, store, settings, views, zone: () => 'Europe/Berlin' },
      path,
    );
    await opened;
  }

  /** The plugin as the app loads it, with its own vault. */
  async startPlugin(options: PluginOptions): Promise<void> {
    document.querySelector('.workspace-leaf-content')?.remove();
    this.plugin = new PluginBench(options);
    await this.plugin.load();
  }

  async openSettings(options: PluginOptions): Promise<void> {
    await this.startPlugin(options);
    this.plugin?.openSettings();
  }

  async unmount(): Promise<void> {
    for (const child of this.children.splice(0)) child.unload();
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

  private async vault({
    texts,
    data,
    today,
    activePath = null,
  }: MountOptions): Promise<{ store: LiveViewStore; around: ViewHost }> {
    this.host = new MemoryHost(texts);
    this.activePath = activePath;
    this.today = today;
    const settings = new PluginSettings({ loadData: () => Promise.resolve(data), saveData: () => Promise.resolve() });
    await settings.load();
    this.settings = settings;
    const store = new LiveStore({
      host: this.host,
      settings,
      pace: new Pace(() => performance.now()),
      today: () => this.today,
    });
    this.store = store;
    const active = (): string | null => this.activePath;
    const around: ViewHost = {
      get activePath() {
        return active();
      },
      onActiveNote: (listener) => {
        this.noteListeners.add(listener);
        return () => {
          this.noteListeners.delete(listener);
        };
      },
      open: (path, line, { newTab }) => {
        this.opened.push(`${path}${line === null ? '' : `:${line}`}${newTab ? ' in a new tab' : ''}`);
      },
      brief: (path) => {
        this.opened.push(`brief of ${path}`);
      },
      preview: () => undefined,
      isFolded: (what) => this.folded.get(what) ?? document.body.classList.contains('is-phone'),
      fold: (what, folded) => {
        this.folded.set(what, folded);
      },
    };
    this.views = new LiveViewStore({
      store,
      host: this.host,
      settings,
      today: () => this.today,
      now: () => Date.UTC(2025, 10, 3, 10),
    });
    return { store: this.views, around };
  }
}

/** The app shows properties in their own way. Lines stay where they are. */
function withoutFrontmatter(text: string): string {
  return text.replace(/^---\n[^]*?\n---\n/, (front) => front.replace(/[^\n]/g, ''));
}

declare global {
  interface Window {
    harness: Bench;
  }
}

window.harness = new Bench();
