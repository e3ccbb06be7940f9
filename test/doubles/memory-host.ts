/**
 * A vault in memory that keeps a host's promises: `process` is one step, modification times move only when something is
 * written, names differing in letter case or Unicode form are one. It can be told to fail, and to change under the caller.
 */
import { nameKey, whyNotCreatable, whyOutside } from '../../src/host/path-safety';
import { HostError, type HostErrorCode, type Listing, type VaultHost } from '../../src/host/vault-host';

export type Operation = 'list' | 'read' | 'process' | 'create' | 'trash';

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
  private readonly files = new Map<string, StoredFile>();
  private readonly faults = new Map<string, HostErrorCode>();
  private readonly interruptions = new Map<string, () => void>();
  private writesLeft = Infinity;
  private clock = 1_000_000;

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}, { configDir = '.obsidian' }: { configDir?: string } = {}) {
    this.configDir = configDir;
    for (const [path, content] of Object.entries(files)) this.put(path, content);
  }

  /** Writes as somebody else would: not logged, never failing. */
  put(path: string, content: string | Uint8Array): void {
    this.files.set(path, { content, mtime: ++this.clock });
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
    const files = [...this.files].filter(([path]) => !path.split('/').some((part) => part.startsWith('.')));
    return {
      files: files.map(([path, { content, mtime }]) => ({ path, size: sizeOf(content), mtime })).sort((a, b) => (a.path < b.path ? -1 : 1)),
      failures: [...this.faults].filter(([key]) => key.startsWith('list ')).map(([key, code]) => failure(code, key.slice('list '.length))),
    };
  }

  async read(path: string): Promise<string> {
    await this.start('read', path);
    return this.textOf(path);
  }

  async readConfig(path: string): Promise<string | null> {
    await Promise.resolve();
    const content = this.files.get(`${this.configDir}/${path}`)?.content;
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
    if (why !== null) throw new HostError('denied', path, `“${path}” cannot be created: the path ${why}.`);
    const key = nameKey(path);
    if ([...this.files.keys()].some((other) => nameKey(other) === key || nameKey(other).startsWith(`${key}/`))) throw failure('exists', path);
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
  }

  private async start(operation: Operation, path: string): Promise<void> {
    await Promise.resolve();
    if (operation !== 'list' && whyOutside(path) !== null) throw failure('denied', path);
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
