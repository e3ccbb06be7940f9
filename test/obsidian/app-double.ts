/**
 * The app for tests: the doubles of the API, made faithful where the plugin leans on it. Files are bytes; `process` is one step;
 * creating what is there fails; sizes and times are kept; an editor maps its cursor through changes as the real one does;
 * buttons and fields answer to clicks and typing; a modal stays open until it is closed; notices are kept to be read.
 */
import { TextDecoder, TextEncoder } from 'node:util';
import { EditorState, type TransactionSpec } from '@codemirror/state';
import type { App as AppOriginal, EditorPosition, EditorTransaction } from 'obsidian';
import { App, ButtonComponent, Editor, MarkdownView, Modal, Notice, TAbstractFile, TextComponent, type TFile, WorkspaceLeaf } from 'obsidian-test-mocks/obsidian';

export type FileContent = string | Uint8Array;

// The test environment's windows have no text coding; every window the app runs in does.
Object.assign(window, { TextDecoder, TextEncoder });

export interface ShownNotice {
  readonly text: () => string;
  readonly element: HTMLElement;
  readonly stays: boolean;
  hidden: boolean;
}

export class AppDouble {
  readonly app = App.createConfigured__();
  /** Every change of a file, in order: `modify People/Ann.md`. */
  readonly writes: string[] = [];
  /** Notes read so far. */
  reads = 0;
  readonly notices: ShownNotice[] = [];
  readonly modals: Modal[] = [];
  /** Whether the app drops byte order marks when it reads text, which is not documented. */
  dropsByteOrderMarks = false;
  /** Whether reading a file takes long enough for the window to have its turn. */
  slow = false;
  private readonly files = new Map<string, Uint8Array>();
  private readonly faults = new Map<string, Error>();
  private time = 1_000_000;

  constructor(files: Readonly<Record<string, FileContent>> = {}) {
    this.storeBytes();
    this.guardVault();
    this.keepWindows();
    for (const [path, content] of Object.entries(files)) this.put(path, content);
    this.writes.length = 0;
    for (const event of ['create', 'modify', 'delete'] as const) {
      this.app.vault.on(event, (file) => this.writes.push(`${event} ${file instanceof TAbstractFile ? file.path : 'nothing'}`));
    }
    this.app.workspace.setLayoutReady__();
  }

  get original(): AppOriginal {
    return this.app.asOriginalType__();
  }

  /** Writes as somebody else would: never failing. */
  put(path: string, content: FileContent): void {
    const parts = path.split('/').slice(0, -1);
    if (!path.startsWith('.')) {
      for (const at of parts.keys()) {
        const folder = parts.slice(0, at + 1).join('/');
        if (this.app.vault.getAbstractFileByPath(folder) === null) this.app.vault.createFolderSync__(folder);
      }
      if (this.app.vault.getAbstractFileByPath(path) === null) this.app.vault.createSync__(path, '');
    }
    this.store(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }

  /** Every call of this operation of the vault on this path fails from now on. */
  fail(operation: 'read' | 'process' | 'create' | 'createFolder' | 'trash' | 'mkdir', path: string, error: Error): void {
    this.faults.set(`${operation} ${path}`, error);
  }

  /** The text as the bytes say, byte order mark included. */
  text(path: string): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.bytes(path));
  }

  /** The text of each file outside the configuration folder. */
  texts(): Record<string, string> {
    return Object.fromEntries([...this.files.keys()].filter((path) => !path.startsWith('.')).sort().map((path) => [path, this.text(path)]));
  }

  /** Opens the note in an editor, the cursor before `cursorAt`. */
  open(path: string, { cursorAt = '', mode = 'source' }: { readonly cursorAt?: string; readonly mode?: 'source' | 'preview' } = {}): OpenNote {
    const leaf = WorkspaceLeaf.create2__(this.app);
    const view = MarkdownView.create2__(leaf);
    // The editor knows one line end.
    const text = this.text(path).replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
    const editor = new EditorDouble(text, text.indexOf(cursorAt));
    Object.assign(view, {
      editor,
      file: this.app.vault.getFileByPath(path),
      getMode: () => mode,
      save: () => {
        this.store(path, new TextEncoder().encode(editor.getValue()));
        this.app.vault.trigger('modify', view.file);
        return Promise.resolve();
      },
    });
    Object.assign(leaf, { view, viewState: { type: 'markdown' } });
    this.app.workspace.setActiveLeaf(leaf);
    return { editor, close: () => leaf.detach() };
  }

  /** Notices that are on the screen. */
  shownNotices(): string[] {
    return this.notices.filter(({ hidden }) => !hidden).map(({ text }) => text());
  }

  private bytes(path: string): Uint8Array {
    const bytes = this.files.get(path);
    if (bytes === undefined) throw Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), { code: 'ENOENT' });
    return bytes;
  }

  private store(path: string, bytes: Uint8Array): void {
    this.files.set(path, bytes);
    const file = this.app.vault.getFileByPath(path);
    this.time += 1;
    if (file !== null) Object.assign(file, { stat: { ctime: 0, mtime: this.time, size: bytes.length } });
  }

  private meet(operation: string, path: string): void {
    const fault = this.faults.get(`${operation} ${path}`);
    if (fault !== undefined) throw fault;
  }

  private decoded(path: string): string {
    return new TextDecoder('utf-8', { ignoreBOM: !this.dropsByteOrderMarks }).decode(this.bytes(path));
  }

  private storeBytes(): void {
    const late = <T>(work: () => T): Promise<T> => Promise.resolve().then(work);
    Object.assign(this.app.vault.adapter, {
      exists: (path: string) => late(() => this.files.has(path) || [...this.files.keys()].some((file) => file.startsWith(`${path}/`))),
      list: (path: string) => late(() => {
        const below = [...this.files.keys()].filter((file) => file.startsWith(`${path}/`));
        return { files: below.filter((file) => !file.slice(path.length + 1).includes('/')), folders: [] };
      }),
      stat: (path: string) => late(() => (this.files.has(path) ? { type: 'file', ctime: 0, mtime: 0, size: this.bytes(path).length } : null)),
      mkdir: (path: string) => late(() => this.meet('mkdir', path)),
      rename: (from: string, to: string) => late(() => {
        const bytes = this.bytes(from);
        this.files.delete(from);
        this.files.set(to, bytes);
      }),
      read: (path: string) => late(() => this.decoded(path)),
      readBinary: (path: string) => late(() => Uint8Array.from(this.bytes(path)).buffer),
      write: (path: string, text: string) => late(() => this.store(path, new TextEncoder().encode(text))),
      remove: (path: string) => late(() => this.files.delete(path)),
    });
  }

  private guardVault(): void {
    const { vault } = this.app;
    const create = vault.create.bind(vault);
    const createFolder = vault.createFolder.bind(vault);
    const cachedRead = vault.cachedRead.bind(vault);
    const trash = vault.trash.bind(vault);
    Object.assign(vault, {
      cachedRead: async (file: TFile) => {
        this.meet('read', file.path);
        this.reads += 1;
        if (this.slow) await new Promise((resolve) => { window.setTimeout(resolve, 5); });
        return cachedRead(file);
      },
      process: async (file: TFile, change: (data: string) => string) => {
        await Promise.resolve();
        this.meet('process', file.path);
        const text = change(this.decoded(file.path));
        this.store(file.path, new TextEncoder().encode(text));
        vault.trigger('modify', file);
        return text;
      },
      create: async (path: string, text: string) => {
        this.meet('create', path);
        if (vault.getAbstractFileByPathInsensitive__(path) !== null) throw new Error('File already exists.');
        const made = await create(path, text);
        this.store(path, new TextEncoder().encode(text));
        return made;
      },
      createFolder: async (path: string) => {
        this.meet('createFolder', path);
        if (vault.getAbstractFileByPathInsensitive__(path) !== null) throw new Error('Folder already exists.');
        return createFolder(path);
      },
      trash: async (file: TFile, system: boolean) => {
        this.meet('trash', file.path);
        return trash(file, system);
      },
    });
  }

  private keepWindows(): void {
    const { notices, modals } = this;
    jest.spyOn(Notice.prototype, 'constructor__').mockImplementation(function keep(this: Notice, _message, duration) {
      const notice: ShownNotice = { text: () => linesOf(this.messageEl), element: this.messageEl, stays: duration === 0, hidden: false };
      notices.push(notice);
      Object.assign(this, { hide: () => { notice.hidden = true; } });
    });
    jest.spyOn(ButtonComponent.prototype, 'constructor2__').mockImplementation(function listen(this: ButtonComponent) {
      this.buttonEl.addEventListener('click', () => this.simulateClick__());
    });
    jest.spyOn(TextComponent.prototype, 'constructor4__').mockImplementation(function listen(this: TextComponent) {
      this.inputEl.addEventListener('input', () => {
        this.setValue(this.inputEl.value);
      });
    });
    jest.spyOn(Modal.prototype, 'open').mockImplementation(function open(this: Modal) {
      modals.push(this);
      void this.onOpen();
    });
    jest.spyOn(Modal.prototype, 'close').mockImplementation(function close(this: Modal) {
      if (!modals.includes(this)) return;
      modals.splice(modals.indexOf(this), 1);
      this.onClose();
    });
  }
}

/** One line for each child that holds text alone. */
function linesOf(element: HTMLElement): string {
  return element.childElementCount === 0 ? element.textContent : [...element.children].map(({ textContent }) => textContent).join('\n');
}

export interface OpenNote {
  readonly editor: EditorDouble;
  readonly close: () => void;
}

/** An editor whose changes are those of the editor library that the app is built on. */
export class EditorDouble extends Editor {
  /** The changes of every transaction, as `from-to:text`, offsets in the text before it. */
  readonly transactions: string[][] = [];
  private state: EditorState;

  constructor(text: string, cursor: number) {
    super();
    this.state = EditorState.create({ doc: text, selection: { anchor: Math.max(0, cursor) } });
  }

  /** Types at the cursor, as a person does; not saved yet. */
  type(text: string): void {
    this.state = this.state.update(this.state.replaceSelection(text)).state;
  }

  cursor(): EditorPosition {
    return this.offsetToPos(this.state.selection.main.head);
  }

  /** What stands behind the cursor in its line. */
  behindCursor(): string {
    const { head } = this.state.selection.main;
    return this.state.sliceDoc(head, this.state.doc.lineAt(head).to);
  }

  override getValue(): string {
    return this.state.doc.toString();
  }

  override offsetToPos(offset: number): EditorPosition {
    const line = this.state.doc.lineAt(offset);
    return { line: line.number - 1, ch: offset - line.from };
  }

  override posToOffset({ line, ch }: EditorPosition): number {
    return this.state.doc.line(line + 1).from + ch;
  }

  override transaction({ changes = [] }: EditorTransaction): void {
    const spec: TransactionSpec & { readonly changes: { readonly from: number; readonly to: number; readonly insert: string }[] } = {
      changes: changes.map(({ from, to, text }) => ({ from: this.posToOffset(from), to: this.posToOffset(to ?? from), insert: text })),
    };
    this.transactions.push(spec.changes.map(({ from, to, insert }) => `${from}-${to}:${insert}`));
    this.state = this.state.update(spec).state;
  }
}
