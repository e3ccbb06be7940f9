/**
 * The journal of a vault: what every plan changed, written before the plan is carried out. `undo` reads it,
 * and what tells at the next start that a plan stopped half-way.
 *
 * Such a plan is taken back, not completed: to whoever gave the command it then did not happen, and giving it again
 * does what it would have done. Completing it would toggle a task once more, or let `undo` take back one plan too many.
 * Each file is put back only while it holds exactly what that plan wrote, so nothing that was changed since is touched.
 * Where another plan followed, which took the half-done state for what is there, nothing is taken back: it counts as
 * done as far as it came, and can be undone.
 *
 * Whose plan is under way is in its file's name. A program settles what it left itself on this device; of others it
 * knows not whether they still run, nor whether Sync brought all they wrote.
 */
import { compareText } from '../text/order';
import {
  type FileChange,
  inverse,
  type JournalName,
  type JournalPlan,
  parseJournal,
  parseName,
  planId,
  printJournal,
  printName,
  timeOf,
} from '../edit/journal';
import { readIfThere, writeIfUnchanged } from './write-if-unchanged';
import { HostError, type VaultHost, type VaultState } from './vault-host';

/** What is kept at most; the last plan is kept however large it is. */
interface JournalBounds {
  readonly plans: number;
  /** Of all its files. */
  readonly bytes: number;
}

export const JOURNAL_BOUNDS: JournalBounds = { plans: 200, bytes: 64 * 1024 * 1024 };

const FOLDER = 'journal';

interface Entry extends JournalName {
  readonly name: string;
  readonly size: number;
}

async function entriesOf(state: VaultState): Promise<Entry[]> {
  const files = await state.list(FOLDER);
  return files.flatMap(({ name, size }) => {
    const parsed = parseName(name);
    return parsed === null ? [] : [{ ...parsed, name, size }];
  });
}

interface PlanHead {
  readonly what: string;
  readonly now: number;
  /** The plan that is taken back. */
  readonly of: string | null;
}

/** A plan under way. */
export interface OpenPlan {
  readonly id: string;
  /** Changes that were computed while it was carried out, noted before they are made. */
  add(changes: readonly FileChange[]): Promise<void>;
  /** `changes`: those that were made. `failed`: some could not be made for an I/O reason. */
  finish(
    made: { readonly changes: readonly FileChange[]; readonly failed: boolean },
    bounds?: JournalBounds,
  ): Promise<void>;
}

/** Notes what a plan is about to change. Nothing may be written where this throws. */
export async function openPlan(
  state: VaultState,
  { what, now, of }: PlanHead,
  changes: readonly FileChange[],
): Promise<OpenPlan> {
  const { writer } = state;
  const plan = { what, at: now, vault: state.vaultName, of, failed: false };
  const pathOf = (name: JournalName): string => `${FOLDER}/${printName(name)}`;
  const print = (some: readonly FileChange[], failed = false): string =>
    printJournal({ ...plan, failed, changes: some });
  let id = '';
  for (let attempt = 1; id === ''; attempt++) {
    const wanted = planId(
      now,
      (await entriesOf(state)).map((entry) => entry.id),
      writer,
    );
    try {
      await state.create(pathOf({ id: wanted, writer, part: 1 }), print(changes));
      id = wanted;
    } catch (error) {
      if (!(error instanceof HostError) || error.code !== 'exists' || attempt === 20) throw error;
    }
  }
  const first = pathOf({ id, writer, part: 1 });
  const done = pathOf({ id, writer: null, part: 1 });
  const doneInPart = pathOf({ id, writer: null, part: 1, failed: true });
  let parts = 1;
  // What is finished counts as finished: a name that cannot be cleared away now is next time.
  const clear = (path: string): Promise<void> => state.remove(path).catch(() => undefined);
  return {
    id,
    async add(more) {
      await state.create(pathOf({ id, writer, part: parts + 1 }), print(more));
      parts += 1;
    },
    async finish({ changes: made, failed }, bounds = JOURNAL_BOUNDS) {
      if (made.length === 0 && of === null) await state.remove(first);
      else if (parts === 1 && made.length === changes.length && !failed) await state.rename(first, done);
      else {
        try {
          await state.create(done, print(made, failed));
        } catch (error) {
          // What was computed meanwhile is in the other parts: the next run takes all of it back.
          if (parts > 1) throw error;
          // On a full disk a name can still be changed: the files that were not written hold their old text, which
          // undoing leaves.
          await state.rename(first, failed ? doneInPart : done);
        }
        await clear(first);
      }
      for (let part = 2; part <= parts; part++) await clear(pathOf({ id, writer, part }));
      await trim(state, bounds);
    },
  };
}

/** The oldest plans beyond the bounds go; what is under way stays. What cannot be deleted now is next time. */
async function trim(state: VaultState, { plans, bytes }: JournalBounds): Promise<void> {
  const entries = (await entriesOf(state))
    .filter(({ writer }) => writer === null)
    .sort((a, b) => compareText(b.id, a.id));
  let kept = 0;
  let total = 0;
  for (const { name, size } of entries) {
    total += size;
    kept += 1;
    if (kept > 1 && (kept > plans || total > bytes)) await state.remove(`${FOLDER}/${name}`).catch(() => undefined);
  }
}

export interface FoundPlan extends JournalPlan {
  readonly id: string;
  /** Another program's, which may still be at it. */
  readonly underWay: boolean;
}

/** How long a plan of a program that cannot be asked is taken to be under way: none takes as long. */
const LONGEST_RUN = 60 * 60 * 1000;

/** This vault's plans that can be read, the last first; each is read when it is asked for. */
export async function* journalPlans(host: VaultHost, now: number): AsyncGenerator<FoundPlan> {
  const { state } = host;
  const entries = await entriesOf(state);
  const finished = new Set(entries.flatMap(({ id, writer }) => (writer === null ? [id] : [])));
  const ids = [...new Set(entries.map(({ id }) => id))].sort((a, b) => compareText(b, a));
  for (const id of ids) {
    const parts = entries.filter((entry) => entry.id === id && (entry.writer === null) === finished.has(id));
    const plan = await readParts(state, parts);
    if (plan === null || !(await isOfThisVault(host, plan))) continue;
    yield { ...plan, id, underWay: parts.some(({ writer }) => isUnderWay(state, writer, plan.at, now)) };
  }
}

/** `at`: when it began. A clock that was wrong then, or is now, keeps nobody waiting. */
function isUnderWay(state: VaultState, writer: string | null, at: number, now: number): boolean {
  return writer !== null && !state.hasEnded(writer) && Math.abs(now - at) < LONGEST_RUN;
}

/**
 * Several vaults may share one configuration folder, so a plan says whose it is by the vault's name. A vault that was
 * renamed since is known by its files: one holds what the plan wrote, or all hold what they did before it.
 */
async function isOfThisVault(host: VaultHost, { vault, changes }: JournalPlan): Promise<boolean> {
  if (vault === host.state.vaultName) return true;
  let untouched = 0;
  for (const { path, before, after } of changes) {
    const now = await readIfThere(host, path).catch(() => null);
    if (now !== null && now === after) return true;
    if (now !== null && now === before) untouched += 1;
  }
  return untouched > 0 && untouched === changes.filter(({ before }) => before !== null).length;
}

/** Null where the first part is missing or damaged; a later part that is damaged was not begun. */
async function readParts(state: VaultState, parts: readonly Entry[]): Promise<JournalPlan | null> {
  const read: { readonly part: number; readonly plan: JournalPlan | null }[] = [];
  for (const { name, part } of [...parts].sort((a, b) => a.part - b.part)) {
    const text = await state.read(`${FOLDER}/${name}`);
    read.push({ part, plan: text === null ? null : parseJournal(text) });
  }
  const first = read.find(({ part }) => part === 1)?.plan ?? null;
  if (first === null) return null;
  const failed = first.failed || parts.some((part) => part.failed === true);
  return { ...first, failed, changes: read.flatMap(({ plan }) => plan?.changes ?? []) };
}

export interface Recovered {
  /** Plans that had stopped half-way. */
  readonly plans: readonly {
    readonly what: string;
    readonly at: number;
    /** Files that hold what they did before it. */
    readonly restored: readonly string[];
    /** Files that were changed since, and so were left. */
    readonly left: readonly string[];
  }[];
  readonly failures: readonly HostError[];
}

/** Settles what a run of this program on this device left half done; done before anything is read for a new plan. */
export async function recoverJournal(host: VaultHost, now: number): Promise<Recovered> {
  const { state } = host;
  const plans: Recovered['plans'][number][] = [];
  const failures: HostError[] = [];
  try {
    await state.sweep(now);
    const entries = await entriesOf(state);
    const finished = entries.filter(({ writer }) => writer === null).map(({ id }) => id);
    const open = entries.filter(({ writer, part }) => writer !== null && part === 1);
    for (const entry of open.sort((a, b) => compareText(b.id, a.id))) {
      const parts = entries.filter(({ id, writer }) => id === entry.id && writer === entry.writer);
      const isOurs = entry.writer !== null && state.hasEnded(entry.writer);
      const plan = await readParts(state, parts);
      if (isUnderWay(state, entry.writer, plan?.at ?? timeOf(entry.id), now)) continue;
      const isLast = entries.every(({ id, writer }) => id <= entry.id || (writer !== null && state.hasEnded(writer)));
      if (finished.includes(entry.id) || plan === null) {
        // It was finished and only not cleared away; or there is no telling what it was.
        for (const { name } of [...parts].reverse()) await state.remove(`${FOLDER}/${name}`);
      } else if (!(await isOfThisVault(host, plan))) continue;
      else if (isOurs && isLast) {
        const takenBack = await takeBack(host, { parts, plan, failures });
        if (takenBack !== null) plans.push({ what: plan.what, at: plan.at, ...takenBack });
      } else await closeAsItIs(state, parts, plan);
    }
    for (const { name, id, part, writer } of entries) {
      // Later parts whose first one is gone.
      const isAlone =
        part > 1 && !entries.some((other) => other.id === id && other.writer === writer && other.part === 1);
      if (isAlone && !isUnderWay(state, writer, timeOf(id), now)) await state.remove(`${FOLDER}/${name}`);
    }
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    failures.push(error);
  }
  return { plans, failures };
}

interface HalfDone {
  readonly parts: readonly Entry[];
  readonly plan: JournalPlan;
  readonly failures: HostError[];
}

/** Null where another run is at it already. */
async function takeBack(
  host: VaultHost,
  { parts, plan, failures }: HalfDone,
): Promise<Pick<Recovered['plans'][number], 'restored' | 'left'> | null> {
  const { state } = host;
  const restored: string[] = [];
  const left: string[] = [];
  // Under our own name, so that two that start at once do not both do it: the later would take back what the earlier
  // wrote since.
  const own: string[] = [];
  for (const { name, ...entry } of parts) {
    const claimed = `${FOLDER}/${printName({ ...entry, writer: state.writer })}`;
    try {
      await state.rename(`${FOLDER}/${name}`, claimed);
    } catch (error) {
      if (error instanceof HostError && error.code === 'missing') return null;
      throw error;
    }
    own.push(claimed);
  }
  let failed = false;
  for (const change of inverse(plan.changes)) {
    try {
      const written = await writeIfUnchanged(host, change, { discards: true });
      if (written.outcome === 'done') restored.push(change.path);
      else if (written.outcome === 'changed') left.push(change.path);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      failures.push(error);
      failed = true;
    }
  }
  // What could not be put back is tried again by the next run.
  if (!failed) for (const path of own.reverse()) await state.remove(path);
  return { restored, left };
}

/** What was made of it can be undone; the files it did not reach hold their old text, which undoing leaves. */
async function closeAsItIs(state: VaultState, parts: readonly Entry[], plan: JournalPlan): Promise<void> {
  const id = parts[0]?.id ?? '';
  try {
    await state.create(
      `${FOLDER}/${printName({ id, writer: null, part: 1 })}`,
      printJournal({ ...plan, failed: false }),
    );
  } catch (error) {
    if (!(error instanceof HostError) || error.code !== 'exists') throw error;
  }
  for (const { name } of [...parts].reverse()) await state.remove(`${FOLDER}/${name}`);
}

const PAUSED = 'live-writing-paused.json';

/**
 * Live writing would write again what was just taken back: it rests, on every device that sees this folder, until a
 * rollup is asked for again.
 */
export async function pauseLiveWriting(state: VaultState): Promise<void> {
  try {
    await state.create(PAUSED, '{"version":1}\n');
  } catch (error) {
    if (!(error instanceof HostError) || error.code !== 'exists') throw error;
  }
}

/** A rollup is asked for again, or a removal taken back: what is read may be kept for the next start again, too. */
export async function resumeLiveWriting(state: VaultState): Promise<void> {
  state.readings?.resume?.();
  await state.remove(PAUSED);
}

export async function isLiveWritingPaused(state: VaultState): Promise<boolean> {
  return (await state.read(PAUSED)) !== null;
}
