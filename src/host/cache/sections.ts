/**
 * What is kept of a vault between two runs, in sections that are read alone: the command line's next to the journal,
 * the app's in a database of the device. It only saves time. A section that is missing, damaged, or of another program,
 * other settings or other files is as if it had never been there; a failed write is nobody's failure.
 *
 *     cache/questions-1a2b….json      throughline-cache 1 <ground> <checksum>
 *                                     [hash of all files, [[path, hash of its text], …]]
 *                                     the section
 *
 * The limit is that of whatever goes by time and size: a program that changes a file and keeps its time, size, inode
 * and time of change goes unseen.
 */
import type { FileEdit } from '../../edit/plan';
import { type Settings, settingsText } from '../../settings/settings';
import { inAscii } from '../../text/ascii-json';
import { checksum } from '../../text/checksum';
import { textHash } from '../../text/text-hash';
import { fileIdentity, tellsChanges } from '../file-identity';
import { RULE_FILES } from '../rule-files';
import { HostError, type Listing, type TextStore, type VaultHost } from '../vault-host';

const FOLDER = 'cache';
const FORMAT = 'throughline-cache 1';
/** Files that are known by their text; reading more of them each time would save little. */
const MOST_ASIDE = 1_000;

/** Every file of the configuration folder that a rollup uses, next to our own settings. */
const GROUND_FILES = [...Object.values(RULE_FILES), 'community-plugins.json', 'plugins/folder-notes/data.json'];

/** Tells one state of a vault's files from any other. */
export interface Stamp {
  /** A hash over path and identity of every file. */
  readonly files: string;
  /** Files that were changed last, whose time says nothing yet, with a hash of their text. */
  readonly aside: readonly (readonly [path: string, hash: string])[];
}

export class Sections {
  private names: readonly string[] | null = null;

  private constructor(
    private readonly host: VaultHost,
    private readonly store: TextStore,
    private readonly ground: string,
  ) {}

  /** Null where nothing is kept. Throws HostErrors, as all it does. */
  static async open(host: VaultHost, settings: Settings): Promise<Sections | null> {
    const { readings } = host.state;
    if (readings === undefined) return null;
    const files: (string | null)[] = [];
    for (const path of GROUND_FILES) files.push(await host.readConfig(path));
    const ground = textHash(JSON.stringify([readings.of, host.configDir, settingsText(settings), files]));
    return new Sections(host, readings.store, ground);
  }

  /** What was kept under a name, as JSON, where all files are as they were then; else null. */
  async read(name: string, listing: Listing): Promise<unknown> {
    if (listing.failures.length > 0) return null;
    for (const file of await this.filesOf(name)) {
      const text = (await this.store.read(`${FOLDER}/${file}`)) ?? '';
      const [end, behind] = [text.indexOf('\n'), text.indexOf('\n', text.indexOf('\n') + 1)];
      if (behind < 0 || text.slice(0, end) !== this.heading(checksum(text, end + 1))) continue;
      const stamp = JSON.parse(text.slice(end + 1, behind)) as Stamp;
      if (await this.isCurrent(stamp, listing)) return JSON.parse(text.slice(behind + 1)) as unknown;
    }
    return null;
  }

  /** Keeps a section in place of the one of its name. */
  async keep(name: string, stamp: Stamp, section: unknown): Promise<void> {
    const body = `${inAscii(JSON.stringify(stamp))}\n${inAscii(JSON.stringify(section))}`;
    const sum = checksum(body);
    const file = `${name}-${sum}.json`;
    const before = await this.filesOf(name);
    if (!before.includes(file)) await this.store.create(`${FOLDER}/${file}`, `${this.heading(sum)}\n${body}`);
    for (const old of before) if (old !== file) await this.store.remove(`${FOLDER}/${old}`);
    this.names = null;
  }

  private async filesOf(name: string): Promise<readonly string[]> {
    this.names ??= (await this.store.list(FOLDER)).map((file) => file.name);
    return this.names.filter((file) => file.startsWith(`${name}-`));
  }

  private heading(sum: string): string {
    return `${FORMAT} ${this.ground} ${sum}`;
  }

  private async isCurrent({ files, aside }: Stamp, listing: Listing): Promise<boolean> {
    if (files !== filesHash(listing, new Map(aside))) return false;
    for (const [path, hash] of aside) if (checksum(await this.host.read(path)) !== hash) return false;
    return true;
  }
}

/** Takes all of it away. Throws HostErrors. */
export async function forgetSections({ state }: Pick<VaultHost, 'state'>): Promise<void> {
  const store = state.readings?.store ?? state;
  for (const { name } of await store.list(FOLDER)) await store.remove(`${FOLDER}/${name}`);
}

interface FilesRead {
  /** What was listed before anything was read. */
  readonly listed: Listing;
  /** When that was, or before; milliseconds since the epoch. */
  readonly began: number;
  /** A hash of the text that was read at a path; null where nobody made one. */
  readonly hashOf: (path: string) => string | null;
}

/** The stamp of files as they were read; null where that cannot be told. */
export function stampOf({ listed, began, hashOf }: FilesRead): Stamp | null {
  const aside = new Map<string, string>();
  for (const file of listed.files) {
    if (tellsChanges(file, began)) continue;
    const hash = /\.md$/i.test(file.path) ? hashOf(file.path) : null;
    if (hash === null) return null;
    aside.set(file.path, hash);
  }
  return stamped(listed, aside);
}

/** The same after all these edits were written; null where anything else changed meanwhile. */
export async function stampAfter(
  host: VaultHost,
  { listed, began, hashOf, edits }: FilesRead & { readonly edits: readonly FileEdit[] },
): Promise<Stamp | null> {
  if (edits.length === 0) return stampOf({ listed, began, hashOf });
  const before = new Map(listed.files.map((file) => [file.path, file]));
  const written = new Map(edits.map(({ path, after }) => [path, after]));
  const listing = await host.list();
  const aside = new Map<string, string>();
  // What was written well before the last file, and still is what we wrote, gets another time by any later change.
  const last = listing.files.reduce((newest, { mtime }) => Math.max(newest, mtime), 0);
  for (const file of listing.files) {
    const after = written.get(file.path);
    if (after === undefined || after === null) {
      const was = before.get(file.path);
      if (was === undefined || fileIdentity(was) !== fileIdentity(file)) return null;
      if (tellsChanges(file, began)) continue;
      const hash = hashOf(file.path);
      if (hash === null) return null;
      aside.set(file.path, hash);
    } else if (!tellsChanges(file, last)) aside.set(file.path, checksum(after));
    else if ((await host.read(file.path)) !== after) return null;
  }
  const isThere = new Set(listing.files.map(({ path }) => path));
  const isWhole =
    [...before.keys()].every((path) => isThere.has(path) || written.get(path) === null) &&
    [...written].every(([path, after]) => isThere.has(path) === (after !== null));
  return isWhole ? stamped(listing, aside) : null;
}

function stamped(listing: Listing, aside: ReadonlyMap<string, string>): Stamp | null {
  if (listing.failures.length > 0 || aside.size > MOST_ASIDE) return null;
  return { files: filesHash(listing, aside), aside: [...aside] };
}

/** Of files set aside the time is left out: they are known by their text. */
function filesHash({ files, others }: Listing, aside: ReadonlyMap<string, unknown>): string {
  const told = files.map((file) => `${file.path}\t${aside.has(file.path) ? '' : fileIdentity(file)}\n`);
  return checksum(`${told.join('')}\n${others.join('\n')}`);
}

/** Gives null instead of throwing where the host fails: what is kept only saves time. */
export async function ifKept<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HostError) return null;
    throw error;
  }
}
