/**
 * A vault in memory that keeps a host's promises: `process` is one step, modification times move only when something is
 * written, names differing in letter case or Unicode form are one. It can be told to fail, and to change under the
 * caller.
 */
import { nameKey, whyNotCreatable, whyOutside } from '../../src/host/path-safety';
import { ENGLISH_ENGINE } from '../../src/words/english';
import { say } from '../../src/words/say';
import {
  HostError,
  type HostErrorCode,
  type Listing,
  type StateFile,
  type VaultFile,
  type VaultHost,
  type VaultState,
} from '../../src/host/vault-host';

export type Operation =
  | 'list'
  | 'stat'
  | 'read'
  | 'read-config'
  | 'process'
  | 'create'
  | 'trash'
  | 'discard'
  | 'state-list'
  | 'state-read'
  | 'state-create'
  | 'state-rename'
  | 'state-remove';

/** Sees every call; what it throws is what the call throws. */
export interface CallWatcher {
  readonly before?: (operation: Operation, path: string) => void;
  /** Behind the effect. */
  readonly after?: (operation: Operation, path: string) => void;
}

interface StoredFile {
  readonly content: string | Uint8Array;
  readonly mtime: number;
}

export class MemoryHost implements VaultHost {
  readonly configDir: string;
  /** Every write in order: `process People/Ann.md`. */
  readonly writes: string[] = [];
  /** What was sent to the trash, by path. */
  readonly trashed = new Map<string, string | Uint8Array>();
  readonly state: VaultState;
  watcher: CallWatcher = {};
  private runs = 1;
  private readonly files = new Map<string, StoredFile>();
  private readonly faults = new Map<string, HostErrorCode>();
  private readonly interruptions = new Map<string, () => void>();
  private writesLeft = Infinity;
  private clock = 1_000_000;

  constructor(
    files: Readonly<Record<string, string | Uint8Array>> = {},
    { configDir = '.obsidian' }: { configDir?: string } = {},
  ) {
    this.configDir = configDir;
    this.state = this.stateIn(`${configDir}/plugins/throughline`);
    for (const [path, content] of Object.entries(files)) this.put(path, content);
  }

  /** Writes as somebody else would: not logged, never failing. */
  put(path: string, content: string | Uint8Array, mtime = ++this.clock): void {
    this.files.set(path, { content, mtime });
  }

  remove(path: string): void {
    this.files.delete(path);
  }

  /** Every call of this operation on this path fails from now on. */
  fail(operation: Operation, path: string, code: HostErrorCode): void {
    this.faults.set(`${operation} ${path}`, code);
  }

  /** All writes behind the next `count` fail, as on a full disk. */
  fillAfter(count: number): void {
    this.writesLeft = count;
  }

  /** Runs once, between the call of an operation on this path and its effect. */
  interrupt(operation: Operation, path: string, what: () => void): void {
    this.interruptions.set(`${operation} ${path}`, what);
  }

  /** Another run of the same program on this device: the one before has ended. */
  restart(): void {
    this.runs += 1;
    this.watcher = {};
    this.faults.clear();
    this.interruptions.clear();
    this.writesLeft = Infinity;
  }

  /** Our own files, by their paths in the state folder. */
  stateTexts(): Record<string, string> {
    const folder = `${this.configDir}/plugins/throughline/`;
    return Object.fromEntries(
      [...this.files]
        .flatMap(([path, { content }]) =>
          path.startsWith(folder) && typeof content === 'string' ? [[path.slice(folder.length), content] as const] : [],
        )
        .sort(),
    );
  }

  /** The text of each file outside the configuration folder, as it is now. */
  texts(): Record<string, string> {
    const texts: Record<string, string> = {};
    for (const [path, { content }] of [...this.files].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (!path.startsWith('.') && typeof content === 'string') texts[path] = content;
    }
    return texts;
  }

  mtime(path: string): number | null {
    return this.files.get(path)?.mtime ?? null;
  }

  async list(): Promise<Listing> {
    await this.start('list', '');
    this.watcher.after?.('list', '');
    const files = [...this.files].filter(([path]) => !path.split('/').some((part) => part.startsWith('.')));
    return {
      files: files
        .map(([path, { content, mtime }]) => ({ path, size: sizeOf(content), mtime }))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
      others: [],
      failures: [...this.faults]
        .filter(([key]) => key.startsWith('list '))
        .map(([key, code]) => failure(code, key.slice('list '.length))),
    };
  }

  async stat(path: string): Promise<VaultFile> {
    await this.start('stat', path);
    const file = this.files.get(path);
    if (file === undefined) throw failure('missing', path);
    this.watcher.after?.('stat', path);
    return { path, size: sizeOf(file.content), mtime: file.mtime };
  }

  async read(path: string): Promise<string> {
    await this.start('read', path);
    const text = this.textOf(path);
    this.watcher.after?.('read', path);
    return text;
  }

  async readConfig(path: string): Promise<string | null> {
    const full = `${this.configDir}/${path}`;
    await this.start('read-config', full);
    const content = this.files.get(full)?.content;
    this.watcher.after?.('read-config', full);
    return typeof content === 'string' ? content : null;
  }

  async process(path: string, change: (now: string) => string | null): Promise<string> {
    await this.start('process', path);
    const now = this.textOf(path);
    const next = change(now);
    if (next === null || next === now) return now;
    this.write('process', path, next);
    return next;
  }

  async create(path: string, text: string): Promise<void> {
    await this.start('create', path);
    const why = whyNotCreatable(path);
    if (why !== null)
      throw new HostError(
        'denied',
        path,
        `“${path}” cannot be created: the path ${say(ENGLISH_ENGINE.pathFaults, why)}.`,
      );
    const key = nameKey(path);
    if ([...this.files.keys()].some((other) => nameKey(other) === key || nameKey(other).startsWith(`${key}/`)))
      throw failure('exists', path);
    this.write('create', path, text);
  }

  async trash(path: string): Promise<void> {
    await this.start('trash', path);
    const file = this.files.get(path);
    if (file === undefined) throw failure('missing', path);
    this.count(path);
    this.trashed.set(path, file.content);
    this.files.delete(path);
    this.writes.push(`trash ${path}`);
    this.watcher.after?.('trash', path);
  }

  async discard(path: string): Promise<void> {
    await this.start('discard', path);
    if (!this.files.delete(path)) throw failure('missing', path);
    this.writes.push(`discard ${path}`);
    this.watcher.after?.('discard', path);
  }

  private async start(operation: Operation, path: string): Promise<void> {
    await Promise.resolve();
    if (operation !== 'list' && whyOutside(path) !== null) throw failure('denied', path);
    this.watcher.before?.(operation, path);
    const key = `${operation} ${path}`;
    const interruption = this.interruptions.get(key);
    this.interruptions.delete(key);
    interruption?.();
    const code = this.faults.get(key);
    if (code !== undefined && operation !== 'list') throw failure(code, path);
  }

  private textOf(path: string): string {
    const content = this.files.get(path)?.content;
    if (content === undefined) throw failure('missing', path);
    if (typeof content !== 'string') throw failure('not-utf8', path);
    return content;
  }

  private write(operation: Operation, path: string, text: string): void {
    this.count(path);
    this.files.set(path, { content: text, mtime: ++this.clock });
    this.writes.push(`${operation} ${path}`);
    this.watcher.after?.(operation, path);
  }

  private stateIn(folder: string): VaultState {
    const full = (path: string): string => `${folder}/${path}`;
    const done = (operation: Operation, path: string): void => this.watcher.after?.(operation, path);
    const writer = (): string => `memory-${this.runs}`;
    return {
      vaultName: 'Memory',
      get writer() {
        return writer();
      },
      hasEnded: (other) => other.startsWith('memory-') && other !== writer(),
      list: async (path) => {
        await this.start('state-list', path);
        const prefix = `${full(path)}/`;
        const found = [...this.files].flatMap(([name, { content }]): StateFile[] =>
          name.startsWith(prefix) && !name.slice(prefix.length).includes('/')
            ? [{ name: name.slice(prefix.length), size: sizeOf(content) }]
            : [],
        );
        done('state-list', path);
        return found.sort((a, b) => (a.name < b.name ? -1 : 1));
      },
      read: async (path) => {
        await this.start('state-read', path);
        const content = this.files.get(full(path))?.content;
        done('state-read', path);
        return typeof content === 'string' ? content : null;
      },
      create: async (path, text) => {
        await this.start('state-create', path);
        if (this.files.has(full(path))) throw failure('exists', path);
        this.count(path);
        this.files.set(full(path), { content: text, mtime: ++this.clock });
        done('state-create', path);
      },
      rename: async (from, to) => {
        await this.start('state-rename', from);
        const file = this.files.get(full(from));
        if (file === undefined) throw failure('missing', from);
        this.files.delete(full(from));
        this.files.set(full(to), file);
        done('state-rename', from);
      },
      remove: async (path) => {
        await this.start('state-remove', path);
        this.files.delete(full(path));
        done('state-remove', path);
      },
      sweep: () => Promise.resolve(),
    };
  }

  private count(path: string): void {
    if (this.writesLeft <= 0) throw new HostError('io', path, `“${path}” could not be written: the disk is full.`);
    this.writesLeft -= 1;
  }
}

function failure(code: HostErrorCode, path: string): HostError {
  return new HostError(code, path, `“${path}”: ${code}.`);
}

function sizeOf(content: string | Uint8Array): number {
  return typeof content === 'string' ? new TextEncoder().encode(content).length : content.length;
}
