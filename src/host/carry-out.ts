/**
 * Carries a plan out, one file at a time; a file that cannot be written never keeps the rest from being. What every
 * file holds is in the journal before it is changed: an edit that has to be computed again, because its file changed
 * since the plan was made, is noted there first as well.
 */
import type { FileChange, PlanName } from '../edit/journal';
import type { FileEdit, Plan } from '../edit/plan';
import type { Skip, SkippedEdit } from '../edit/skips';
import { type OpenPlan, openPlan, resumeLiveWriting, recoverJournal } from './journal';
import { HostError, type HostErrorCode, type VaultHost } from './vault-host';
import { writeIfUnchanged } from './write-if-unchanged';
import { messageOf } from '../text/message-of';

export interface CarriedOut {
  /** Paths of the edits that were carried out, in the plan's order; those created and trashed are among them. */
  readonly written: readonly string[];
  readonly created: readonly string[];
  readonly trashed: readonly string[];
  /** They held already what they should: another run wrote it first. */
  readonly foundDone: readonly string[];
  /** Left alone on purpose: the file changed, went or came since the plan was made. */
  readonly skipped: readonly SkippedEdit[];
  /** What could not be written for an I/O reason. */
  readonly failures: readonly HostError[];
}

export interface CarryOutOptions {
  /** What the journal calls it. */
  readonly what: PlanName;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The journal was recovered already, before the plan was made. */
  readonly recovered?: boolean | undefined;
  /** The id of the plan in the journal that this one takes back. */
  readonly of?: string;
  /** Called before each edit. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * An edit whose file no longer holds the text it was computed from is computed again from what is there, or skipped.
 * Where the journal cannot be written nothing is: that is then the only failure.
 */
export async function carryOut(
  host: VaultHost,
  { edits }: Pick<Plan, 'edits'>,
  { what, now, recovered, of, onProgress }: CarryOutOptions,
): Promise<CarriedOut> {
  const wanted = edits.filter(({ before, after }) => before !== after);
  const done: Outcomes = { made: [], written: new Set(), foundDone: new Set(), skipped: [], failures: [] };
  if (what === 'rollup') await resumeLiveWriting(host.state).catch(() => undefined);
  // A command that is undone is noted even where nothing is left to be put back: the next undo goes further.
  if (wanted.length === 0 && of === undefined) return carriedOut(edits, done);
  if (recovered !== true) await recoverJournal(host, now);
  let journal: OpenPlan;
  try {
    journal = await openPlan(host.state, { what, now, of: of ?? null }, wanted.map(changeOf));
  } catch (error) {
    done.failures.push(leadingTo('journal-unwritten', error, 'journal'));
    return carriedOut(edits, done);
  }
  try {
    await carryOutAll(host, wanted, { journal, done, byItself: what === 'live', onProgress });
  } finally {
    // A plan that was stopped on purpose counts as done as far as it came.
    try {
      await journal.finish({ changes: done.made, failed: done.failures.length > 0 });
    } catch (error) {
      done.failures.push(leadingTo('journal-open', error, 'journal'));
    }
  }
  return carriedOut(edits, done);
}

interface Outcomes {
  readonly made: FileChange[];
  readonly written: Set<string>;
  readonly foundDone: Set<string>;
  readonly skipped: SkippedEdit[];
  readonly failures: HostError[];
}

function carriedOut(edits: readonly FileEdit[], { made, written, foundDone, skipped, failures }: Outcomes): CarriedOut {
  const pathsOf = (which: (change: FileChange) => boolean): string[] => {
    const paths = new Set(made.filter(which).map(({ path }) => path));
    return edits.flatMap(({ path }) => (paths.has(path) ? [path] : []));
  };
  return {
    written: edits.flatMap(({ path }) => (written.has(path) ? [path] : [])),
    created: pathsOf(({ before }) => before === null),
    trashed: pathsOf(({ after }) => after === null),
    foundDone: edits.flatMap(({ path }) => (foundDone.has(path) ? [path] : [])),
    skipped,
    failures,
  };
}

interface UnderWay {
  readonly journal: OpenPlan;
  readonly done: Outcomes;
  readonly byItself: boolean;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Times an edit is computed again because its file changed once more: somebody else is writing it. */
const ROUNDS = 4;

async function carryOutAll(
  host: VaultHost,
  edits: readonly FileEdit[],
  { journal, done, byItself, onProgress }: UnderWay,
): Promise<void> {
  let open: readonly FileEdit[] = edits;
  for (let round = 1; open.length > 0; round++) {
    const late: FileEdit[] = [];
    for (const [index, edit] of open.entries()) {
      if (round === 1) onProgress?.(index, edits.length);
      try {
        const again = await carryOutEdit(host, edit, { done, byItself });
        if (again !== null && round < ROUNDS) late.push(again);
        else if (again !== null) done.skipped.push({ path: edit.path, why: { code: 'changed' } });
      } catch (error) {
        note(asHostError(error, edit.path), edit, done);
      }
    }
    if (late.length > 0)
      await journal.add(late.map(changeOf)).catch((error: unknown) => {
        for (const { path } of late.splice(0)) {
          const { code, message } = asHostError(error, path);
          done.failures.push(new HostError(code, path, message, error, 'change-unnoted'));
        }
      });
    open = late;
  }
}

/**
 * The edit as it has to be now, where the file holds something else than it was computed from; null when it is settled.
 */
async function carryOutEdit(
  host: VaultHost,
  edit: FileEdit,
  { done, byItself }: Pick<UnderWay, 'done' | 'byItself'>,
): Promise<FileEdit | null> {
  const { path, after, recompute } = edit;
  const written = await writeIfUnchanged(host, edit, { byItself });
  if (written.outcome === 'done') {
    done.made.push(changeOf(edit));
    done.written.add(path);
  }
  if (written.outcome === 'nothing') done.foundDone.add(path);
  if (written.outcome !== 'changed') return null;
  const { now } = written;
  const next = now === null || after === null || recompute === undefined ? null : recompute(now);
  if (next === null) done.skipped.push({ path, why: { code: now === null ? 'gone' : 'changed' } });
  if (next !== null && next === now) done.foundDone.add(path);
  return next === null || next === now ? null : { path, before: now, after: next, recompute };
}

/** What is in the way where it is no fault of the disk's. */
const IN_THE_WAY: Readonly<Partial<Record<HostErrorCode, Skip>>> = {
  missing: { code: 'gone' },
  exists: { code: 'changed' },
  'not-utf8': { code: 'not-utf8' },
};

function note(failure: HostError, { path, before }: FileEdit, done: Outcomes): void {
  // A new page has no place where a file stands for its folder.
  const noPlace = failure.code === 'missing' && before === null;
  const why = noPlace ? undefined : IN_THE_WAY[failure.code];
  if (why === undefined) done.failures.push(failure);
  else done.skipped.push({ path, why });
}

function changeOf({ path, before, after }: FileEdit): FileChange {
  return { path, before, after };
}

function asHostError(error: unknown, path: string): HostError {
  if (error instanceof HostError) return error;
  return new HostError('io', path, messageOf(error), error, 'not-written');
}

function leadingTo(ledTo: HostError['ledTo'], error: unknown, place: string): HostError {
  const { code, path, message } = asHostError(error, place);
  return new HostError(code, path, message, error, ledTo);
}
