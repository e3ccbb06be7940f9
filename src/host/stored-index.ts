/**
 * The index as it was when it was put away, next to the readings it was made of: a start then restores most of it, and
 * exchanges the notes that changed since. It only saves time, and is as if it had never been there in the same cases as
 * readings; it is also of no use where a note that it was made of is not among the readings any more, or where other
 * names were remembered.
 *
 *     index/frame-1a2b….json   throughline-index 3 <of what> <checksum>
 *                              { paths, notes: [[path, told by, body hash], …], names, parts: [[of, name], …], frame }
 *     index/3c4d….json         throughline-index 3 <of what> <checksum>
 *                              some of its meetings, or of its rows
 */
import type { NamesMemory } from '../entity/names-memory';
import { ROW_KINDS, type RowKindId } from '../note/line-kinds';
import type { Note } from '../note/note';
import { checksum } from '../text/checksum';
import { inAscii } from '../text/ascii-json';
import { runYielding } from '../text/job';
import { textHash } from '../text/text-hash';
import type { IndexInput, VaultIndex } from '../vault-index/build-index';
import { snapshotSteps } from '../vault-index/take-snapshot';
import type { SnapshotFrame, SnapshotPart } from '../vault-index/snapshot';
import { restoreSteps } from '../vault-index/restore-index';
import type { NoteCache } from './note-cache';
import { HostError, type VaultState } from './vault-host';

const FOLDER = 'index';
const FORMAT = 'throughline-index 3';
const FRAME = 'frame-';
/** Rows in a part, by the readings in a text: a reading is many times longer. */
const ROWS_A_READING = 10;
/**
 * With more notes than this that changed since it was put away it is not brought up to date: a new one is made sooner.
 */
const MOST_CHANGED = 1_000;
/**
 * With more than this it is put away again when there is occasion: the whole of it is written that often, and that many
 * are exchanged at most at a start.
 */
const MANY_CHANGED = 100;

/** Notes in a piece of work. */
const YIELD_EVERY = 500;

interface StoredFrame {
  readonly paths: readonly string[];
  /** Of the notes that it was made of: path, what it was told by, its body hash. */
  readonly notes: readonly (readonly [path: number, identity: string, bodyHash: string])[];
  /** A hash of the names memory. */
  readonly names: string;
  readonly parts: readonly (readonly [of: SnapshotPart['of'], name: string])[];
  readonly frame: SnapshotFrame;
}

type Rest = () => Promise<void>;
const NO_REST: Rest = () => Promise.resolve();

interface StoredIndexOptions {
  readonly rest?: Rest | undefined;
  readonly kinds?: readonly RowKindId[] | undefined;
}

/**
 * An index of an earlier state of the vault, to be brought up to what was read now; null where none is kept that could
 * be. `kinds`: the rows that are asked for; others may be left out. Throws only what `rest` throws.
 */
export async function storedIndex(
  stored: NoteCache,
  now: IndexInput,
  { rest = NO_REST, kinds }: StoredIndexOptions = {},
): Promise<VaultIndex | null> {
  try {
    const frame = await readFrame(stored);
    await rest();
    if (frame === null || frame.names !== namesHash(now.memory)) return null;
    const found = await notesOf(stored, frame, { now: now.notes, rest });
    if (found === null) return null;
    const isSame = frame.paths.length === now.paths.length && frame.paths.every((path, at) => path === now.paths[at]);
    // One that is to be put away again is read whole.
    const rowKinds = kinds === undefined || found.changed > MANY_CHANGED ? ROW_KINDS : kinds;
    const parts: (() => SnapshotPart | null)[] = [];
    for (const [of, name] of frame.parts) {
      if (of !== 'meetings' && !rowKinds.includes(of)) continue;
      await rest();
      const text = (await stored.store.read(`${FOLDER}/${name}`)) ?? '';
      parts.push(() => parsed(stored, text) as SnapshotPart | null);
    }
    await rest();
    const input = { ...now, notes: found.notes, paths: isSame ? now.paths : frame.paths };
    const index = await runYielding(restoreSteps({ frame: frame.frame, parts, rowKinds }, input), rest);
    if (index !== null) stored.retain(identitiesOf(frame));
    return index;
  } catch (error) {
    if (error instanceof HostError) return null;
    throw error;
  }
}

/** Whether there is none, or one that much changed since. `notes`: all there are now. */
export function isIndexBehind(stored: NoteCache, notes: readonly Note[]): boolean {
  const { pins } = stored;
  if (pins.size === 0) return true;
  let changed = Math.max(0, pins.size - notes.length);
  for (const { path } of notes) if (pins.get(path) !== stored.identityOf(path)) changed += 1;
  return changed > MANY_CHANGED;
}

/**
 * Puts an index away in place of what is there; to be called after `save`. It is not to change meanwhile. Throws only
 * what `rest` throws.
 */
export async function keepIndex(stored: NoteCache, index: VaultIndex, rest: Rest = NO_REST): Promise<void> {
  if (!stored.isWhole || index.parts.rowKinds.length < ROW_KINDS.length) return;
  const {
    paths,
    memory,
    parts: { given },
  } = index;
  const numberOf = new Map(paths.map((path, at) => [path, at]));
  const notes: StoredFrame['notes'][number][] = [];
  for (const { path, bodyHash } of given) {
    if (notes.length % YIELD_EVERY === 0) await rest();
    const identity = stored.identityOf(path);
    const number = numberOf.get(path);
    // What an editor holds and did not save is nobody's text at the next start.
    if (identity === null || number === undefined) return;
    notes.push([number, identity, bodyHash]);
  }
  const { store } = stored;
  try {
    await removeAll(store);
    stored.retain(new Map());
    const names: StoredFrame['parts'][number][] = [];
    const waiting: SnapshotPart[] = [];
    const steps = snapshotSteps(index, stored.inAChunk * ROWS_A_READING, (part) => void waiting.push(part));
    let frame: SnapshotFrame | null = null;
    for (let isDone = false; !isDone;) {
      const { done, value } = steps.next();
      isDone = done === true;
      if (done === true) frame = value;
      await rest();
      for (const part of waiting.splice(0)) {
        names.push([part.of, await write(stored, part, '')]);
        await rest();
      }
    }
    if (frame === null) return;
    await rest();
    const whole: StoredFrame = { paths, notes, names: namesHash(memory), parts: names, frame };
    await write(stored, whole, FRAME);
    stored.retain(identitiesOf(whole));
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
  }
}

/** Takes it away. Throws HostErrors. */
export async function forgetIndex(state: VaultState): Promise<void> {
  await removeAll(state);
}

async function removeAll(store: NoteCache['store']): Promise<void> {
  const names = (await store.list(FOLDER)).map(({ name }) => name);
  // First that without which the others are nothing.
  for (const name of [...names.filter(isFrame), ...names.filter((one) => !isFrame(one))])
    await store.remove(`${FOLDER}/${name}`);
}

function isFrame(name: string): boolean {
  return name.startsWith(FRAME);
}

async function readFrame(stored: NoteCache): Promise<StoredFrame | null> {
  const [only, ...others] = (await stored.store.list(FOLDER)).filter(({ name }) => isFrame(name));
  return only === undefined || others.length > 0
    ? null
    : (parsed(stored, (await stored.store.read(`${FOLDER}/${only.name}`)) ?? '') as StoredFrame | null);
}

/**
 * The notes it was made of, those that did not change as they are now; null where one is not known any more, or too
 * many changed.
 */
async function notesOf(
  stored: NoteCache,
  { paths, notes }: StoredFrame,
  { now, rest }: { readonly now: readonly Note[]; readonly rest: Rest },
): Promise<{ readonly notes: readonly Note[]; readonly changed: number } | null> {
  const current = new Map(now.map((note) => [note.path, note]));
  const found: Note[] = [];
  let changed = Math.max(0, now.length - notes.length);
  for (const [number, identity, bodyHash] of notes) {
    if (found.length % YIELD_EVERY === 0) await rest();
    const path = paths[number] ?? '';
    const is = current.get(path);
    const same = is !== undefined && stored.identityOf(path) === identity ? is : null;
    const was = same ?? stored.noteAs(path, identity);
    if (was === null) return null;
    if (same?.bodyHash !== bodyHash && ++changed > MOST_CHANGED) return null;
    found.push(was.bodyHash === bodyHash ? was : { ...was, bodyHash });
  }
  return { notes: found, changed };
}

function identitiesOf({ paths, notes }: StoredFrame): ReadonlyMap<string, string> {
  return new Map(notes.map(([path, identity]) => [paths[path] ?? '', identity]));
}

function namesHash({ decisions, path, lines }: NamesMemory): string {
  return textHash(JSON.stringify([decisions, path, lines]));
}

/** Gives its name. */
async function write(stored: NoteCache, value: unknown, prefix: string): Promise<string> {
  const body = inAscii(JSON.stringify(value));
  const sum = checksum(body);
  const name = `${prefix}${sum}.json`;
  await stored.store.create(`${FOLDER}/${name}`, `${stored.heading(sum, FORMAT)}\n${body}`);
  return name;
}

/** Null for what is not whole, or not ours. */
function parsed(stored: NoteCache, text: string): unknown {
  const end = text.indexOf('\n');
  if (end < 0 || end > 200 || text.slice(0, end) !== stored.heading(checksum(text, end + 1), FORMAT)) return null;
  try {
    return JSON.parse(text.slice(end + 1)) as unknown;
  } catch {
    return null;
  }
}
