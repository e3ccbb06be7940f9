/**
 * What a rollup leaves when it has written all it planned: that there is nothing to do, for as long as every file has
 * the time, size and inode it has now. Asked again, a rollup (or `--check`) of that day then answers from the list of files
 * alone.
 *
 *     settled/1a2b….json      ["throughline-settled 3 <ground> <checksum>",
 *                              { day, onPages, files, aside, unchanged, problems, proposals }]
 *
 * It only saves time: what is missing, damaged, or of another program, other settings or another day is as if it had
 * never been there. The limit is that of all that is told by time and size: a program that changes a file and keeps
 * both goes unseen.
 */
import type { CalendarDate } from '../text/calendar-date';
import { checksum } from '../text/checksum';
import { textHash } from '../text/text-hash';
import type { Problem } from '../note/problems';
import type { Proposal } from '../vault-index/proposal';
import type { FileEdit } from '../edit/plan';
import { type Settings, settingsText } from '../settings/settings';
import { fileIdentity, tellsChanges } from './file-identity';
import { RULE_FILES } from './rule-files';
import { HostError, type Listing, type VaultFile, type VaultHost } from './vault-host';

const FOLDER = 'settled';
const FORMAT = 'throughline-settled 4';
/** Files that are known by their text; reading more of them each time would save little. */
const MOST_ASIDE = 1_000;

/** Every file of the configuration folder that a rollup goes by, beside our own settings. */
const GROUND_FILES = [...Object.values(RULE_FILES), 'community-plugins.json', 'plugins/folder-notes/data.json'];

/** A rollup that would change nothing. */
export interface NothingToDo {
  readonly unchanged: number;
  readonly problems: readonly Problem[];
  readonly proposals: readonly Proposal[];
  readonly today: CalendarDate;
}

interface Settled extends Omit<NothingToDo, 'today'> {
  readonly day: CalendarDate;
  /** Whether a page says the day, so that `--check` goes by it. */
  readonly onPages: boolean;
  /** A hash over path and identity of every file. */
  readonly files: string;
  /** Files that were written or changed last, whose time says nothing yet, with a hash of their text. */
  readonly aside: readonly (readonly [path: string, hash: string])[];
}

export interface AskedFor {
  readonly settings: Settings;
  readonly today: CalendarDate;
  /** Take the day that the pages on disk were made for, where there is one. */
  readonly asOnPages?: boolean;
}

/**
 * What the rollup would say, where it surely would change nothing; null where that has to be worked out. Never throws.
 */
export async function nothingToDo(
  host: VaultHost,
  { settings, today, asOnPages }: AskedFor,
): Promise<NothingToDo | null> {
  try {
    const kept = await readSettled(host, settings);
    if (kept === null || (kept.day !== today && !(asOnPages === true && kept.onPages))) return null;
    const listing = await host.list();
    const aside = new Map(kept.aside);
    if (listing.failures.length > 0 || kept.files !== filesHash(listing.files, aside)) return null;
    for (const [path, hash] of aside) if (checksum(await host.read(path)) !== hash) return null;
    return { unchanged: kept.unchanged, problems: kept.problems, proposals: kept.proposals, today: kept.day };
  } catch (error) {
    if (error instanceof HostError) return null;
    throw error;
  }
}

/** A rollup that was carried out as a whole: every edit written, nothing unread. */
export interface WholeRollup {
  readonly settings: Settings;
  /** What was listed before anything was read. */
  readonly listed: Listing;
  /** When that was, milliseconds since the epoch. */
  readonly began: number;
  readonly day: CalendarDate;
  readonly onPages: boolean;
  readonly plan: {
    readonly edits: readonly FileEdit[];
    readonly unchanged: number;
    readonly proposals: readonly Proposal[];
  };
  readonly problems: readonly Problem[];
  /** A hash of the text that was read at a path; null where nobody made one. */
  readonly hashOf: (path: string) => string | null;
}

/** Notes that there is nothing to do now. Never throws; where anything is in doubt, nothing is noted. */
export async function markUpToDate(
  host: VaultHost,
  { settings, listed, began, day, onPages, plan, problems, hashOf }: WholeRollup,
): Promise<void> {
  if (host.state.readings?.of === undefined) return;
  try {
    await forgetSettled(host);
    const before = new Map(listed.files.map((file) => [file.path, file]));
    const written = new Map(plan.edits.map(({ path, after }) => [path, after]));
    const listing = await host.list();
    const aside = new Map<string, string>();
    // What was written well before the last file, and still is what we wrote, gets another time by any later change.
    const last = listing.files.reduce((newest, { mtime }) => Math.max(newest, mtime), 0);
    for (const file of listing.files) {
      const after = written.get(file.path);
      if (after === undefined || after === null) {
        const was = before.get(file.path);
        if (was === undefined || fileIdentity(was) !== fileIdentity(file)) return;
        if (tellsChanges(file, began)) continue;
        const hash = hashOf(file.path);
        if (hash === null) return;
        aside.set(file.path, hash);
      } else if (!tellsChanges(file, last)) aside.set(file.path, checksum(after));
      else if ((await host.read(file.path)) !== after) return;
    }
    const isThere = new Set(listing.files.map(({ path }) => path));
    const isWhole =
      listing.failures.length === 0 &&
      [...before.keys()].every((path) => isThere.has(path) || written.get(path) === null) &&
      [...written].every(([path, after]) => isThere.has(path) === (after !== null));
    const isReadFromVault = settings.kinds.every(
      ({ enabled, template }) => !enabled || template === undefined || template === null || isThere.has(template),
    );
    if (!isWhole || !isReadFromVault || aside.size > MOST_ASIDE) return;
    const settled: Settled = {
      day,
      onPages,
      files: filesHash(listing.files, aside),
      aside: [...aside],
      unchanged: plan.unchanged + plan.edits.filter(({ after }) => after !== null).length,
      problems,
      proposals: plan.proposals,
    };
    const body = JSON.stringify(settled);
    await host.state.create(
      `${FOLDER}/${textHash(body)}.json`,
      `${await heading(host, settings, textHash(body))}\n${body}]`,
    );
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
  }
}

/** Takes it away. Throws HostErrors. */
export async function forgetSettled({ state }: Pick<VaultHost, 'state'>): Promise<void> {
  for (const { name } of await state.list(FOLDER)) await state.remove(`${FOLDER}/${name}`);
}

async function readSettled(host: VaultHost, settings: Settings): Promise<Settled | null> {
  if (host.state.readings?.of === undefined) return null;
  const [only, ...others] = await host.state.list(FOLDER);
  if (only === undefined || others.length > 0) return null;
  const text = (await host.state.read(`${FOLDER}/${only.name}`)) ?? '';
  const end = text.indexOf('\n');
  const body = text.slice(end + 1, -1);
  if (end < 0 || !text.endsWith(']') || text.slice(0, end) !== (await heading(host, settings, textHash(body))))
    return null;
  try {
    return JSON.parse(body) as Settled;
  } catch {
    return null;
  }
}

/** What it depends on besides the files: the program, the settings, the configuration folder's files as they stand. */
async function heading(host: VaultHost, settings: Settings, sum: string): Promise<string> {
  const files: (string | null)[] = [];
  for (const path of GROUND_FILES) files.push(await host.readConfig(path));
  const ground = textHash(
    JSON.stringify([host.state.readings?.of ?? '', host.configDir, settingsText(settings), files]),
  );
  return `["${FORMAT} ${ground} ${sum}",`;
}

/** Of those set aside the time is left out: they are known by their text. */
function filesHash(files: readonly VaultFile[], aside: ReadonlyMap<string, unknown>): string {
  return checksum(files.map((file) => `${file.path}\t${aside.has(file.path) ? '' : fileIdentity(file)}\n`).join(''));
}
