/**
 * Where the app keeps what it read from notes: a database of this device alone, by vault. Sync does not carry it, and
 * whatever goes wrong with it (no database at all, a full disk, another window that deletes it) costs time and nothing
 * else.
 */
import { HostError, type StateFile, type TextStore } from '../../host/vault-host';
import { words } from '../words/in-app';

const TEXTS = 'texts';

export class ReadingDatabase implements TextStore {
  private opening: Promise<IDBDatabase> | null = null;
  private isOver = false;
  /** Somebody had everything removed: to keep anything now would bring back what they took away. */
  private isForgotten = false;

  /** `factory`: the window's `indexedDB`, absent where there is none. */
  constructor(
    private readonly factory: IDBFactory | undefined,
    private readonly name: string,
  ) {}

  async list(folder: string): Promise<readonly StateFile[]> {
    const prefix = `${folder}/`;
    const keys = await this.run(folder, 'readonly', (texts) => texts.getAllKeys());
    return keys.flatMap((key) =>
      typeof key === 'string' && key.startsWith(prefix) ? [{ name: key.slice(prefix.length), size: 0 }] : [],
    );
  }

  async read(path: string): Promise<string | null> {
    const text: unknown = await this.run(path, 'readonly', (texts) => texts.get(path));
    return typeof text === 'string' ? text : null;
  }

  async create(path: string, text: string): Promise<void> {
    await this.run(path, 'readwrite', (texts) => texts.add(text, path));
  }

  async remove(path: string): Promise<void> {
    await this.run(path, 'readwrite', (texts) => texts.delete(path));
  }

  /** Takes the whole database away, and keeps nothing from then on until `resume`. */
  async delete(): Promise<void> {
    const { factory, name } = this;
    this.isForgotten = true;
    await this.close();
    if (factory === undefined) return;
    await new Promise<void>((resolve, reject) => {
      const request = factory.deleteDatabase(name);
      request.onsuccess = () => resolve();
      request.onerror = () => reject(failure(name, request.error));
      // Another window of this vault is asked to let go of it, and does.
      request.onblocked = () => undefined;
    });
  }

  /** What is under way is written as a whole or not at all; nothing can be read or written any more. */
  async end(): Promise<void> {
    this.isOver = true;
    await this.close();
  }

  /** It keeps again, after `delete`: in a new database, with the first that is kept. */
  resume(): void {
    this.isForgotten = false;
  }

  private async close(): Promise<void> {
    const { opening } = this;
    this.opening = null;
    if (opening !== null)
      await opening.then(
        (database) => database.close(),
        () => undefined,
      );
  }

  /** One step of its own: done when it is written, as far as the device says so. */
  private async run<T>(
    path: string,
    mode: IDBTransactionMode,
    ask: (texts: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const database = await this.database();
    return new Promise<T>((resolve, reject) => {
      let request: IDBRequest<T>;
      let transaction: IDBTransaction;
      try {
        transaction = database.transaction(TEXTS, mode);
        request = ask(transaction.objectStore(TEXTS));
      } catch (error) {
        reject(failure(path, error));
        return;
      }
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(failure(path, transaction.error ?? request.error));
    });
  }

  private database(): Promise<IDBDatabase> {
    if (this.isOver || this.isForgotten) return Promise.reject(failure(this.name, 'it was closed'));
    this.opening ??= this.opened().catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
  }

  private opened(): Promise<IDBDatabase> {
    const { factory, name } = this;
    return new Promise<IDBDatabase>((resolve, reject) => {
      if (factory === undefined) {
        reject(failure(name, 'there are no databases here'));
        return;
      }
      const request = factory.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(TEXTS);
      request.onerror = () => reject(failure(name, request.error));
      request.onblocked = () => reject(failure(name, 'another window holds it'));
      request.onsuccess = () => {
        const database = request.result;
        const letGo = (): void => {
          database.close();
          this.opening = null;
        };
        // The browser took it away, or another window wants to delete it.
        database.onclose = letGo;
        database.onversionchange = letGo;
        resolve(database);
      };
    });
  }
}

function failure(place: string, cause: unknown): HostError {
  const why = cause instanceof Error ? cause.message || cause.name : typeof cause === 'string' ? cause : null;
  const exists = cause instanceof Error && cause.name === 'ConstraintError';
  return new HostError(exists ? 'exists' : 'io', place, words.files.cacheFailed(place, why), cause);
}
