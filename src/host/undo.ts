/**
 * The last plan taken back: every file that still holds what it wrote holds what it held before. Others are left, and
 * named. That is a plan itself, so that it is old or new like any other; asking once more goes one plan further back,
 * and `redo` takes the last undoing back.
 */
import { type FileChange, inverse } from '../edit/journal';
import type { Ended } from '../edit/refusals';
import type { SkippedEdit } from '../edit/skips';
import type { Coded, Nothing } from '../text/coded';
import { carryOut } from './carry-out';
import { journalPlans, type FoundPlan, pauseLiveWriting, resumeLiveWriting, recoverJournal } from './journal';
import { HostError, type VaultHost } from './vault-host';

export interface UndoOptions {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** False only says what would be put back. */
  readonly write: boolean;
  /** Takes the last undoing back, where no other plan came after it. */
  readonly redo?: boolean;
  /** Only plans of these names; any plan where absent. */
  readonly what?: readonly string[];
}

export interface Undone extends Ended<'done'> {
  /** The plan that is taken back; of an undoing that is taken back, that undoing. */
  readonly plan: { readonly what: string; readonly at: number };
  /** Hold what they held before. */
  readonly restored: readonly string[];
  /** Were made by the plan and went to the trash. */
  readonly trashed: readonly string[];
  /** Were sent to the trash by the plan and are back. */
  readonly back: readonly string[];
  readonly left: readonly SkippedEdit[];
  readonly failures: readonly HostError[];
}

export interface NothingParameters {
  'nothing-to-undo': Nothing;
  'nothing-to-redo': Nothing;
  /** `what` is what the other program does: `rollup`. */
  'still-writing': { readonly what: string };
}

export interface NothingToUndo extends Ended<'nothing'> {
  readonly why: Coded<NothingParameters>;
}

/** Throws a HostError where the journal cannot be read. */
export async function undoLast(host: VaultHost, options: UndoOptions): Promise<Undone | NothingToUndo> {
  const { now, write } = options;
  const settled = write ? (await recoverJournal(host, now)).failures : [];
  const plan = await lastPlan(host, options);
  if (plan === null)
    return { outcome: 'nothing', why: { code: options.redo === true ? 'nothing-to-redo' : 'nothing-to-undo' } };
  if (plan.underWay) return { outcome: 'nothing', why: { code: 'still-writing', what: plan.what } };
  const { wanted, left, failures } = await whatToDo(host, inverse(plan.changes));
  const named = { outcome: 'done' as const, plan: { what: plan.what, at: plan.at } };
  if (!write)
    return {
      ...named,
      ...sorted(
        wanted,
        wanted.map(({ path }) => path),
      ),
      left,
      failures,
    };
  // Before anything is put back, or it would be written again at once.
  if (plan.changes.length > 0 && WRITES_PAGES.includes(plan.what)) {
    try {
      await pauseLiveWriting(host.state);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return { ...named, ...sorted([], []), left: [], failures: [error] };
    }
  }
  // What could not be looked at is for the next time: the plan then does not count as undone.
  const what = options.redo === true ? 'redo' : 'undo';
  const result = await carryOut(
    host,
    { edits: wanted },
    failures.length > 0 ? { what, now, recovered: true } : { what, now, of: plan.id, recovered: true },
  );
  // Whoever puts everything back that was removed wants it kept up to date as before.
  if (plan.what === 'remove' && result.failures.length === 0)
    await resumeLiveWriting(host.state).catch(() => undefined);
  return {
    ...named,
    ...sorted(wanted, result.written),
    left: [...left, ...result.skipped],
    failures: [...settled, ...failures, ...result.failures],
  };
}

/** Plans that live writing would do again. */
const WRITES_PAGES: readonly string[] = ['rollup', 'live'];

async function lastPlan(host: VaultHost, { now, what, redo = false }: UndoOptions): Promise<FoundPlan | null> {
  const takenBack = new Set<string>();
  for await (const plan of journalPlans(host, now)) {
    const isTakenBack = takenBack.has(plan.id);
    // An undoing that failed in part is not done: the plan is still the one to take back.
    if (plan.of !== null && !plan.failed && !isTakenBack) takenBack.add(plan.of);
    if (isTakenBack) continue;
    if (plan.what === 'redo') continue;
    if (plan.what === 'undo') {
      // Of one that failed in part, what it reached.
      if (redo && (plan.changes.length > 0 || !plan.failed)) return plan;
    } else if (redo) return null;
    else if (what === undefined || what.includes(plan.what)) return plan;
  }
  return null;
}

interface ToDo {
  readonly wanted: readonly FileChange[];
  readonly left: readonly SkippedEdit[];
  readonly failures: readonly HostError[];
}

/** Which of the changes can be made: those whose file holds what it held after the plan. */
async function whatToDo(host: VaultHost, changes: readonly FileChange[]): Promise<ToDo> {
  const wanted: FileChange[] = [];
  const left: SkippedEdit[] = [];
  const failures: HostError[] = [];
  for (const change of changes) {
    const { path, before, after } = change;
    try {
      const now = await host.read(path);
      if (now === before) wanted.push(change);
      else if (now !== after) left.push({ path, why: { code: before === null ? 'name-taken' : 'changed' } });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (error.code === 'not-utf8') left.push({ path, why: { code: 'not-utf8' } });
      else if (error.code !== 'missing') failures.push(error);
      else if (before === null) wanted.push(change);
      else if (after !== null) left.push({ path, why: { code: 'moved' } });
    }
  }
  return { wanted, left, failures };
}

function sorted(
  changes: readonly FileChange[],
  done: readonly string[],
): Pick<Undone, 'restored' | 'trashed' | 'back'> {
  const those = (which: (change: FileChange) => boolean): string[] =>
    changes
      .filter((change) => done.includes(change.path) && which(change))
      .map(({ path }) => path)
      .sort();
  return {
    restored: those(({ before, after }) => before !== null && after !== null),
    trashed: those(({ after }) => after === null),
    back: those(({ before }) => before === null),
  };
}
