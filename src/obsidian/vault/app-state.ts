/** Our own few files in the running app's vault: hidden from the vault itself, so they go through its adapter. */
import { type App, normalizePath } from 'obsidian';
import { HostError, type ReadingsPlace, type StateFile, type VaultState } from '../../host/vault-host';
import { ReadingDatabase } from './reading-database';
import { words } from '../words/in-app';
import { attempt } from './attempt';

/** Kept on this device, for this vault, and not synced: by it a device knows its own unfinished work. */
const DEVICE = 'throughline-device';
/** Readings in one text of the database: to check and parse them takes a few milliseconds, on a phone somewhat more. */
const IN_A_CHUNK = 100;

export class AppState implements VaultState {
  readonly writer: string;
  readonly readings: ReadingsPlace | undefined;
  private readonly device: string;
  private readonly database: ReadingDatabase | null;

  /**
   * `build`: the plugin's, by which what was read by another is recognised; where there is none, nothing that was read
   * is kept.
   */
  constructor(
    private readonly app: App,
    build?: string,
  ) {
    const known: unknown = app.loadLocalStorage(DEVICE);
    this.device = typeof known === 'string' && /^[a-z0-9]{8,}$/.test(known) ? known : randomWord();
    if (known !== this.device) app.saveLocalStorage(DEVICE, this.device);
    this.writer = `app-${this.device}-${randomWord()}`;
    // The device's word is of this vault alone: so is its database.
    const database = build === undefined ? null : new ReadingDatabase(window.indexedDB, `throughline-${this.device}`);
    this.database = database;
    this.readings =
      build === undefined || database === null
        ? undefined
        : {
            store: database,
            of: build,
            inAChunk: IN_A_CHUNK,
            forget: () => database.delete(),
            resume: () => database.resume(),
          };
  }

  /** Nothing is kept from here on. */
  end(): void {
    void this.database?.end();
  }

  get vaultName(): string {
    return this.app.vault.getName();
  }

  /** One app at a time has a vault open on a device: whoever wrote before this one was loaded is gone. */
  hasEnded(writer: string): boolean {
    return writer.startsWith(`app-${this.device}-`) && writer !== this.writer;
  }

  async list(folder: string): Promise<readonly StateFile[]> {
    const found = new Map<string, StateFile>();
    for (const place of this.places(folder)) {
      await attempt(place, 'list', async () => {
        const { adapter } = this.app.vault;
        if (!(await adapter.exists(place))) return;
        const { files } = await adapter.list(place);
        for (const file of files) {
          const name = file.slice(file.lastIndexOf('/') + 1);
          if (!found.has(name)) found.set(name, { name, size: (await adapter.stat(file))?.size ?? 0 });
        }
      });
    }
    return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async read(path: string): Promise<string | null> {
    for (const place of this.places(path)) {
      const text = await attempt(place, 'read', async () =>
        (await this.app.vault.adapter.exists(place)) ? this.app.vault.adapter.read(place) : null,
      );
      if (text !== null) return text;
    }
    return null;
  }

  /**
   * The adapter promises no file or a whole one as little as it promises the contrary: what is not whole is not trusted
   * when read.
   */
  async create(path: string, text: string): Promise<void> {
    const place = this.place(path);
    await attempt(place, 'create', async () => {
      const { adapter } = this.app.vault;
      if (await adapter.exists(place)) throw new HostError('exists', place, words.files.exists(place, place));
      const folder = place.slice(0, place.lastIndexOf('/'));
      if (!(await adapter.exists(folder))) await adapter.mkdir(folder);
      await adapter.write(place, text);
    });
  }

  async rename(from: string, to: string): Promise<void> {
    const { adapter } = this.app.vault;
    for (const [at, place] of this.places(from).entries()) {
      const done = await attempt(place, 'rename', async () => {
        if (!(await adapter.exists(place))) return false;
        await adapter.rename(place, this.places(to)[at] ?? to);
        return true;
      });
      if (done) return;
    }
    const place = this.place(from);
    throw new HostError('missing', place, words.files.gone(place));
  }

  async remove(path: string): Promise<void> {
    for (const place of this.places(path)) {
      await attempt(place, 'delete', async () => {
        const { adapter } = this.app.vault;
        if (await adapter.exists(place)) await adapter.remove(place);
      });
    }
  }

  /** The app makes no temporary files in the vault; the command line clears its own away. */
  async sweep(): Promise<void> {
    await Promise.resolve();
  }

  private place(path: string): string {
    return normalizePath(`${this.app.vault.configDir}/plugins/throughline/${path}`);
  }

  /**
   * Where it may lie: what the command line kept before the app first opened the vault still counts. New files go to
   * the first of them.
   */
  private places(path: string): readonly string[] {
    return [this.place(path), normalizePath(`.throughline/${path}`)];
  }
}

function randomWord(): string {
  return [...window.crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => byte.toString(36).padStart(2, '0'))
    .join('');
}
