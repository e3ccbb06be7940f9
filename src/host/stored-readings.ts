/**
 * What notes said when they were read last, put away (by the command line beside the journal, by the app in a database of the
 * device), so that a vault that did not change is listed and not read. It only saves time: whatever is missing, damaged, or of another program or other settings is as if it had never been there, and a
 * failed write is no failure of anybody's.
 *
 *     readings/1a2b….json      ["throughline-readings 1 <of what> <checksum>",
 *                              [ [path, mtime, size, hash of a page's text, what the note says], … ] ]
 *
 * A file is taken to be unchanged by its time and size, unless it changed while or shortly before it was read: then its time says
 * nothing. A page that may be written is read in any case and known by its text.
 */
import { noteFrom, type StoredNote, storedNote } from '../note/stored-note';
import { type FileReading, type FileRules, fromText, readFile } from './read-file';
import { HostError, type ReadingsPlace, type TextStore, type VaultFile, type VaultHost, type VaultState } from './vault-host';

const FOLDER = 'readings';
const FORMAT = 'throughline-readings 1';
/** Readings in a file: writing and checking a few large ones is much faster than many small ones. */
const IN_A_CHUNK = 1_000;
/** A file with less than this part of the readings it may have is small; several of those are put together. */
const SMALL = 0.25;
const MOST_SMALL = 8;
/** Characters of all that is put away; what a larger vault says beyond that is read each time. */
const LARGEST = 300_000_000;
/** Some disks tell a file's time in steps of two seconds. */
const COARSEST_TIME = 2_000;

/** `note` is null where the text is none that counts: ignored, or in an excluded folder. */
type Reading = readonly [path: string, mtime: number, size: number, page: string | null, note: StoredNote | null];

interface Chunk {
  readonly count: number;
  readonly length: number;
  /** Readings of it that still hold. */
  readonly live: Reading[];
}

export interface KeepingOptions {
  /** All that a reading depends on besides the note and the program: settings, rules. */
  readonly ground: string;
  readonly rules: FileRules;
  /** Awaited between pieces of the work: lets an interface live, and cancels by throwing. */
  readonly rest?: (() => Promise<void>) | undefined;
}

/** What the host keeps of earlier readings; null where it keeps none. */
export async function storedReadings(host: VaultHost, options: KeepingOptions): Promise<StoredReadings | null> {
  const { readings } = host.state;
  return readings === undefined ? null : StoredReadings.open(host, readings, options);
}

export class StoredReadings {
  private readonly known = new Map<string, { readonly reading: Reading; readonly chunk: string }>();
  private readonly chunks = new Map<string, Chunk>();
  /** Files that are of no use to anybody. */
  private readonly useless: string[] = [];
  private fresh = new Map<string, Reading>();
  private readonly ground: string;
  private readonly rules: FileRules;
  private readonly rest: () => Promise<void>;
  private readonly inAChunk: number;

  private readonly store: TextStore;
  /** The last file written, while there is room in it: what is read next goes into one with it. */
  private latest: { readonly name: string; readonly readings: readonly Reading[] } | null = null;

  private constructor(
    private readonly host: Pick<VaultHost, 'read' | 'isUnsaved'>, { store, of, inAChunk = IN_A_CHUNK }: ReadingsPlace, { ground, rules, rest = () => Promise.resolve() }: KeepingOptions,
  ) {
    this.store = store;
    this.ground = checksum(`${of}\n${ground}`);
    this.rules = rules;
    this.rest = rest;
    this.inAChunk = inAChunk;
  }

  static async open(host: Pick<VaultHost, 'read' | 'isUnsaved'>, place: ReadingsPlace, options: KeepingOptions): Promise<StoredReadings> {
    const stored = new StoredReadings(host, place, options);
    const { store } = place;
    try {
      for (const { name } of await store.list(FOLDER)) {
        await stored.rest();
        const text = await store.read(`${FOLDER}/${name}`) ?? '';
        const readings = stored.taken(text);
        if (readings === null) stored.useless.push(name);
        else stored.add(name, readings, text.length);
      }
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
    }
    return stored;
  }

  /** As `readFile`. */
  async read(file: VaultFile): Promise<FileReading> {
    const { host } = this;
    const known = this.known.get(file.path);
    if (known === undefined) return this.noted(file, await readFile(host, file, this.rules));
    const { reading, chunk } = known;
    const [, mtime, size, page, note] = reading;
    if (page === null) {
      if (mtime !== file.mtime || size !== file.size) return this.noted(file, await readFile(host, file, this.rules));
      this.chunks.get(chunk)?.live.push(reading);
      return fromText(note === null ? null : noteFrom(note), null);
    }
    let text: string | null = null;
    const answer = await readFile({
      read: async (path) => {
        text = await host.read(path);
        return text;
      },
    }, file, this.rules, (read) => (note !== null && checksum(read) === page ? fromText(noteFrom(note), read) : null));
    if (text !== null && answer.page !== null && checksum(text) === page) this.chunks.get(chunk)?.live.push(reading);
    else this.noted(file, answer);
    return answer;
  }

  /** A page that was just written: known by its text. */
  async wrote(path: string, text: string): Promise<void> {
    const file = { path, mtime: 0, size: text.length };
    const reading = await readFile({ read: () => Promise.resolve(text) }, file, this.rules);
    if (reading.page !== null) this.noted(file, reading);
  }

  /**
   * Puts away what was read anew since it was opened, or saved last. `began`: before anything of it was read, or later where
   * nothing can have changed since unnoticed; milliseconds since the epoch. Throws only what `rest` throws.
   */
  async save(began: number): Promise<void> {
    const { fresh, inAChunk } = this;
    this.fresh = new Map();
    const left: Reading[] = [];
    for (const [path, reading] of fresh) {
      const [, mtime, , page] = reading;
      if (page !== null || mtime < began - COARSEST_TIME) left.push(reading);
      else this.fresh.set(path, reading);
    }
    const small = [...this.chunks].filter(([, { count }]) => count < SMALL * inAChunk);
    const useless = this.useless.splice(0);
    const obsolete: string[] = [];
    if (left.length + useless.length === 0 && this.chunks.size === 0) return;
    if (this.latest !== null) {
      obsolete.push(this.latest.name);
      left.unshift(...this.latest.readings.filter(([path]) => !fresh.has(path)));
      this.latest = null;
    }
    for (const [name, { count, live }] of this.chunks) {
      const isWasteful = live.length < count * 0.75;
      if (!isWasteful && !(small.length > MOST_SMALL && count < SMALL * inAChunk)) continue;
      obsolete.push(name);
      for (const reading of live) if (!fresh.has(reading[0])) left.push(reading);
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
        if (room <= 0) break;
        const name = `${checksum(text.slice(0, text.indexOf('\n')))}-${readings.length}.json`;
        await this.create(name, text);
        written.add(name);
        if (readings.length < inAChunk) this.latest = { name, readings };
      }
      for (const name of obsolete) if (!written.has(name)) await this.store.remove(`${FOLDER}/${name}`);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
    }
  }

  /** Lets go of what was known before: whoever goes on reads what changes, and saves that. */
  letGo(): void {
    this.known.clear();
    this.chunks.clear();
  }

  private noted(file: VaultFile, reading: FileReading): FileReading {
    const { note, page, ofText } = reading;
    if (ofText && this.host.isUnsaved?.(file.path) !== true) this.fresh.set(file.path, [file.path, file.mtime, file.size, page === null ? null : checksum(page), note === null ? null : storedNote(note)]);
    return reading;
  }

  private add(name: string, readings: readonly Reading[], length: number): void {
    this.chunks.set(name, { count: readings.length, length, live: [] });
    for (const reading of readings) {
      // What was read later of the same note.
      const other = this.known.get(reading[0]);
      if (other === undefined || other.reading[1] <= reading[1]) this.known.set(reading[0], { reading, chunk: name });
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
    // ASCII is decoded and parsed a third faster, and takes a byte a character.
    const body = JSON.stringify(readings).replace(/[^\0-~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return `${this.heading(checksum(body))}\n${body}]`;
  }

  /** Null for what is not whole, or not ours. */
  private taken(text: string): readonly Reading[] | null {
    const end = text.indexOf('\n');
    if (end < 0 || end > 200 || !text.endsWith(']') || text.slice(0, end) !== this.heading(checksum(text, end + 1, text.length - 1))) return null;
    try {
      // The text as it is: a piece of it would be gone through more slowly.
      return (JSON.parse(text) as readonly [heading: string, readings: readonly Reading[]])[1];
    } catch {
      return null;
    }
  }

  private heading(sum: string): string {
    return `["${FORMAT} ${this.ground} ${sum}",`;
  }
}

/** Takes all of it away. */
export async function forgetReadings(state: VaultState): Promise<void> {
  for (const { name } of await state.list(FOLDER)) await state.remove(`${FOLDER}/${name}`);
  await state.readings?.forget?.();
}

/** Against accidents. Four lanes, which a processor goes through at once: a vault's readings are tens of millions of characters. */
function checksum(text: string, from = 0, to = text.length): string {
  let [a, b, c, d] = [0x811c9dc5, 0x1b873593, 0x2545f491, 0x3c6ef372];
  let at = from;
  for (const end = to - 3; at < end; at += 4) {
    a = Math.imul(a ^ text.charCodeAt(at), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(at + 1), 0x85ebca6b);
    c = Math.imul(c ^ text.charCodeAt(at + 2), 0x9e3779b1);
    d = Math.imul(d ^ text.charCodeAt(at + 3), 0xc2b2ae35);
  }
  for (; at < to; at++) a = Math.imul(a ^ text.charCodeAt(at), 0x01000193);
  return [a, b, c, d].map((lane) => ((lane ^ (lane >>> 15)) >>> 0).toString(16).padStart(8, '0')).join('');
}
