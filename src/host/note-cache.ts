/**
 * What notes said when they were read last, put away (by the command line next to the journal, by the app in a database
 * of the device), so that a vault that did not change is listed and not read. It only saves time: whatever is missing,
 * damaged, or of another program or other settings is as if it had never been there, and a failed write is no failure
 * of anybody's.
 *
 *     readings/1a2b….json      throughline-readings 4 <of what> <checksum>
 *                              the readings, as `cached-note` writes them
 *
 * A file is taken to be unchanged by its time, size and inode, unless it changed while or shortly before it was read:
 * then its time says nothing, and it is read once more and known by its text. So is a page that may be written,
 * wherever its text is needed.
 */
import type { Note } from '../note/note';
import { checksum } from '../text/checksum';
import { identityIn, noteOf, type Reading, readingOf, takenReadings, writtenReadings } from './cached-note';
import { fileIdentity, tellsChanges } from './file-identity';
import { type FileReading, type FileRules, fromText, readFile } from './read-file';
import {
  HostError,
  type ReadingsPlace,
  type TextStore,
  type VaultFile,
  type VaultHost,
  type VaultState,
} from './vault-host';

const FOLDER = 'readings';
const FORMAT = 'throughline-readings 4';
/** Readings in a file: writing and checking a few large ones is much faster than many small ones. */
const IN_A_CHUNK = 1_000;
/** A file with less than this part of the readings it may have is small; several of those are put together. */
const SMALL = 0.25;
const MOST_SMALL = 8;
/** Characters of all that is put away; what a larger vault says beyond that is read each time. */
const LARGEST = 300_000_000;

interface Fresh {
  readonly reading: Reading;
  readonly file: Pick<VaultFile, 'mtime'>;
}

interface Known {
  readonly reading: Reading;
  readonly chunk: string;
}

interface Chunk {
  readonly count: number;
  readonly length: number;
  /** Readings of it that still hold. */
  readonly live: Reading[];
}

interface KeepingOptions {
  /** All that a reading depends on besides the note and the program: settings, rules. */
  readonly ground: string;
  readonly rules: FileRules;
  /** The text of a file of this time or later is hashed, for its time may say nothing; milliseconds since the epoch. */
  readonly recent: number;
  /** Whether the texts of pages are asked for; true by default. */
  readonly readsPages?: boolean | undefined;
  /** Awaited between pieces of the work: lets an interface live, and cancels by throwing. */
  readonly rest?: (() => Promise<void>) | undefined;
}

/** What the host keeps of earlier readings; null where it keeps none. */
export async function storedReadings(host: VaultHost, options: KeepingOptions): Promise<NoteCache | null> {
  const { readings } = host.state;
  return readings === undefined ? null : NoteCache.open(host, readings, options);
}

export class NoteCache {
  /** By path; of several readings of a note the one that fits counts. */
  private readonly known = new Map<string, readonly Known[]>();
  private readonly chunks = new Map<string, Chunk>();
  /** Files that are of no use to anybody. */
  private readonly useless: string[] = [];
  private fresh = new Map<string, Fresh>();
  /** What each note was told by when it was read last, as far as it could be told at all. */
  private readonly current = new Map<string, string>();
  /** Readings that are to stay though others of their notes came: an index is kept that was made of them. */
  private pinned: ReadonlyMap<string, string> = new Map();
  /** Something of it could not be put away. */
  private isFull = false;
  private readonly ground: string;
  private readonly rules: FileRules;
  private readonly rest: () => Promise<void>;
  private readonly recent: number;
  private readonly readsPages: boolean;
  /** Readings in a text. */
  readonly inAChunk: number;

  readonly store: TextStore;
  /** The last file written, while there is room in it: what is read next goes into one with it. */
  private latest: { readonly name: string; readonly readings: readonly Reading[] } | null = null;

  private constructor(
    private readonly host: Pick<VaultHost, 'read' | 'isUnsaved'>,
    { store, of, inAChunk = IN_A_CHUNK }: ReadingsPlace,
    { ground, rules, recent, readsPages = true, rest = () => Promise.resolve() }: KeepingOptions,
  ) {
    this.store = store;
    this.ground = checksum(`${of}\n${ground}`);
    this.rules = rules;
    this.rest = rest;
    this.recent = recent;
    this.readsPages = readsPages;
    this.inAChunk = inAChunk;
  }

  static async open(
    host: Pick<VaultHost, 'read' | 'isUnsaved'>,
    place: ReadingsPlace,
    options: KeepingOptions,
  ): Promise<NoteCache> {
    const stored = new NoteCache(host, place, options);
    const { store } = place;
    try {
      for (const { name } of await store.list(FOLDER)) {
        await stored.rest();
        const text = (await store.read(`${FOLDER}/${name}`)) ?? '';
        const readings = stored.taken(text);
        if (readings === null) stored.useless.push(name);
        else stored.add(name, readings, text.length);
      }
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
    }
    return stored;
  }

  /** Whether notes below a folder were read before. */
  knowsBelow(folder: string): boolean {
    return [...this.known.keys()].some((path) => path.startsWith(`${folder}/`));
  }

  /** As `readFile`. */
  async read(file: VaultFile): Promise<FileReading> {
    const { host } = this;
    const known = this.known.get(file.path) ?? [];
    const identity = fileIdentity(file);
    const unchanged = known.find(
      ({ reading }) => reading.identity === identity && !(reading.isPage && this.readsPages),
    );
    if (unchanged !== undefined) return fromText(noteOf(this.holding(unchanged)), null);
    let same: Known | undefined;
    let hash: string | null = null;
    const answer = await readFile(host, file, this.rules, (text) => {
      if (file.mtime >= this.recent || known.some(({ reading }) => reading.hash !== null)) hash = checksum(text);
      same = known.find(({ reading }) => reading.hash !== null && reading.hash === hash);
      return same === undefined ? null : fromText(noteOf(same.reading), same.reading.isPage ? text : null);
    });
    if (same === undefined) this.noted(file, answer, hash);
    else if (same.reading.identity === identity) this.holding(same);
    else this.note(file, { ...same.reading, identity });
    return answer;
  }

  /** What the note's text was told by when it was read last in this process; null where that is not kept. */
  identityOf(path: string): string | null {
    return this.current.get(path) ?? null;
  }

  /** A hash of that text; null where none was made. */
  hashOf(path: string): string | null {
    const told = this.identityOf(path);
    return told?.startsWith('=') === true ? told.slice(1) : null;
  }

  /** Whether there was anything of use. */
  get wasThere(): boolean {
    return this.chunks.size > 0;
  }

  /** The note as it was read when it was told so; null where that is not known any more. */
  noteAs(path: string, identity: string): Note | null {
    const known = this.known.get(path)?.find(({ reading }) => identityIn(reading) === identity);
    return known === undefined ? null : noteOf(known.reading);
  }

  /** Keeps the readings of these identities, by path, for as long as there is no other list of them. */
  retain(identities: ReadonlyMap<string, string>): void {
    this.pinned = identities;
    for (const [path, identity] of identities) {
      if (this.current.get(path) === identity) continue;
      const known = this.known.get(path)?.find(({ reading }) => identityIn(reading) === identity);
      if (known !== undefined) this.chunks.get(known.chunk)?.live.push(known.reading);
    }
  }

  get pins(): ReadonlyMap<string, string> {
    return this.pinned;
  }

  /** Whether all that was read is put away: nothing changed a moment before it was read, and there is room. */
  get isWhole(): boolean {
    return this.fresh.size === 0 && !this.isFull;
  }

  /** A page that was just written: known by its text. `note`: what it says, where that was read already. */
  async wrote(path: string, text: string, note: Note | null): Promise<FileReading> {
    const file = { path, mtime: Infinity, size: text.length };
    const reading =
      note === null ? await readFile({ read: () => Promise.resolve(text) }, file, this.rules) : fromText(note, text);
    if (reading.page !== null) this.noted(file, reading, null);
    else this.current.delete(path);
    return reading;
  }

  /**
   * Puts away what was read again since it was opened, or saved last. `began`: before anything of it was read, or later
   * where nothing can have changed since unnoticed; milliseconds since the epoch. Throws only what `rest` throws.
   */
  async save(began: number): Promise<void> {
    const { fresh, inAChunk } = this;
    this.fresh = new Map();
    const left: Reading[] = [];
    for (const [path, { reading, file }] of fresh) {
      if (tellsChanges(file, began)) left.push(reading);
      else if (reading.hash !== null) left.push({ ...reading, identity: null });
      else this.fresh.set(path, { reading, file });
    }
    const stays = (reading: Reading): boolean => {
      const now = fresh.get(reading.path)?.reading;
      return now === undefined || (this.isPinned(reading) && identityIn(now) !== identityIn(reading));
    };
    const small = [...this.chunks].filter(([, { count }]) => count < SMALL * inAChunk);
    const useless = this.useless.splice(0);
    const obsolete: string[] = [];
    if (left.length + useless.length === 0 && this.chunks.size === 0) return;
    if (this.latest !== null) {
      obsolete.push(this.latest.name);
      left.unshift(...this.latest.readings.filter(stays));
      this.latest = null;
    }
    for (const [name, { count, live }] of this.chunks) {
      const isWasteful = live.length < count * 0.75;
      if (!isWasteful && !(small.length > MOST_SMALL && count < SMALL * inAChunk)) continue;
      obsolete.push(name);
      left.push(...live.filter(stays));
    }
    try {
      // First of all: a damaged one has the name of what is to be written.
      for (const name of useless) await this.store.remove(`${FOLDER}/${name}`);
      const written = new Set<string>();
      let room = LARGEST;
      for (const [name, { length }] of this.chunks) if (!obsolete.includes(name)) room -= length;
      for (let at = 0; at < left.length && room > 0; at += inAChunk) {
        await this.rest();
        const readings = left.slice(at, at + inAChunk);
        const text = this.written(readings);
        room -= text.length;
        this.isFull = room <= 0;
        if (this.isFull) break;
        const name = `${checksum(text.slice(0, text.indexOf('\n')))}-${readings.length}.json`;
        await this.create(name, text);
        written.add(name);
        if (readings.length < inAChunk) this.latest = { name, readings };
      }
      for (const name of obsolete) if (!written.has(name)) await this.store.remove(`${FOLDER}/${name}`);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      this.isFull = true;
    }
  }

  /** Lets go of what was known before: whoever goes on reads what changes, and saves that. */
  letGo(): void {
    this.known.clear();
    this.chunks.clear();
  }

  /** Its reading still holds. */
  private holding({ reading, chunk }: Known): Reading {
    this.chunks.get(chunk)?.live.push(reading);
    this.current.set(reading.path, identityIn(reading));
    return reading;
  }

  /** `hash`: of its text, where that was asked for; a page's always is. */
  private noted(file: VaultFile, { note, page, ofText }: FileReading, hash: string | null): void {
    const told = {
      path: file.path,
      identity: fileIdentity(file),
      hash: hash ?? (page === null ? null : checksum(page)),
      isPage: page !== null,
    };
    if (ofText && this.host.isUnsaved?.(file.path) !== true) this.note(file, readingOf(told, note));
    else this.current.delete(file.path);
  }

  private note(file: VaultFile, reading: Reading): void {
    this.fresh.set(file.path, { reading, file });
    this.current.set(file.path, identityIn(reading));
  }

  private isPinned(reading: Reading): boolean {
    return this.pinned.get(reading.path) === identityIn(reading);
  }

  private add(name: string, readings: readonly Reading[], length: number): void {
    this.chunks.set(name, { count: readings.length, length, live: [] });
    for (const reading of readings) {
      const known: Known = { reading, chunk: name };
      const others = this.known.get(reading.path);
      this.known.set(reading.path, others === undefined ? [known] : [...others, known]);
    }
  }

  private async create(name: string, text: string): Promise<void> {
    try {
      await this.store.create(`${FOLDER}/${name}`, text);
    } catch (error) {
      // The same readings are there already.
      if (!(error instanceof HostError) || error.code !== 'exists') throw error;
    }
  }

  private written(readings: readonly Reading[]): string {
    const body = writtenReadings(readings);
    return `${this.heading(checksum(body))}\n${body}`;
  }

  /** Null for what is not whole, or not ours. */
  private taken(text: string): readonly Reading[] | null {
    const end = text.indexOf('\n');
    return end < 0 || end > 200 || text.slice(0, end) !== this.heading(checksum(text, end + 1))
      ? null
      : takenReadings(text, end + 1);
  }

  /**
   * What a text of a format begins with that is of this program, these settings and rules; `sum` is the text's that
   * follows.
   */
  heading(sum: string, format = FORMAT): string {
    return `${format} ${this.ground} ${sum}`;
  }
}

/** Takes all of it away. */
export async function forgetReadings(state: VaultState): Promise<void> {
  for (const { name } of await state.list(FOLDER)) await state.remove(`${FOLDER}/${name}`);
  await state.readings?.forget?.();
}
