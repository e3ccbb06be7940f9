/**
 * A vault of the app for tests and the browser's harness: the API's double, made faithful where the plugin leans on it.
 * Files are bytes; `process` is one step; creating what is there fails; sizes and times are kept.
 */
import type { App as AppOriginal } from 'obsidian';
import { App, TAbstractFile, type TFile } from 'obsidian-test-mocks/obsidian';

export type FileContent = string | Uint8Array;

export class AppFiles {
  readonly app = App.createConfigured__();
  /** Every change of a file, in order: `modify People/Ann.md`. */
  readonly writes: string[] = [];
  /** Notes read so far. */
  reads = 0;
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
    for (const [path, content] of Object.entries(files)) this.put(path, content);
    this.writes.length = 0;
    for (const event of ['create', 'modify', 'delete'] as const) {
      this.app.vault.on(event, (file) =>
        this.writes.push(`${event} ${file instanceof TAbstractFile ? file.path : 'nothing'}`),
      );
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
  fail(
    operation: 'read' | 'process' | 'create' | 'createFolder' | 'trash' | 'mkdir',
    path: string,
    error: Error,
  ): void {
    this.faults.set(`${operation} ${path}`, error);
  }

  /** The text as the bytes say, byte order mark included. */
  text(path: string): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.bytes(path));
  }

  /** The text of each file outside the configuration folder. */
  texts(): Record<string, string> {
    return Object.fromEntries(
      [...this.files.keys()]
        .filter((path) => !path.startsWith('.'))
        .sort()
        .map((path) => [path, this.text(path)]),
    );
  }

  /** Of every file, those of the configuration folder too. */
  paths(): string[] {
    return [...this.files.keys()].sort();
  }

  private bytes(path: string): Uint8Array {
    const bytes = this.files.get(path);
    if (bytes === undefined)
      throw Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), { code: 'ENOENT' });
    return bytes;
  }

  protected store(path: string, bytes: Uint8Array): void {
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
      exists: (path: string) =>
        late(() => this.files.has(path) || [...this.files.keys()].some((file) => file.startsWith(`${path}/`))),
      list: (path: string) =>
        late(() => {
          const below = [...this.files.keys()].filter((file) => file.startsWith(`${path}/`));
          return { files: below.filter((file) => !file.slice(path.length + 1).includes('/')), folders: [] };
        }),
      stat: (path: string) =>
        late(() => (this.files.has(path) ? { type: 'file', ctime: 0, mtime: 0, size: this.bytes(path).length } : null)),
      mkdir: (path: string) =>
        late(() => {
          this.meet('mkdir', path);
        }),
      rename: (from: string, to: string) =>
        late(() => {
          const bytes = this.bytes(from);
          this.files.delete(from);
          this.files.set(to, bytes);
        }),
      read: (path: string) => late(() => this.decoded(path)),
      readBinary: (path: string) => late(() => Uint8Array.from(this.bytes(path)).buffer),
      write: (path: string, text: string) =>
        late(() => {
          this.store(path, new TextEncoder().encode(text));
        }),
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
        if (this.slow)
          await new Promise((resolve) => {
            window.setTimeout(resolve, 5);
          });
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
}
