/** Carries a plan out, one file at a time; a file that cannot be written never keeps the rest from being. */
import type { FileEdit, Plan } from '../edit/plan';
import { HostError, type VaultHost } from './vault-host';

export interface SkippedEdit {
  readonly path: string;
  /** A sentence. */
  readonly reason: string;
}

export interface CarriedOut {
  /** Paths of the edits that were carried out, in the plan's order; those created and trashed are among them. */
  readonly written: readonly string[];
  readonly created: readonly string[];
  readonly trashed: readonly string[];
  /** Left alone on purpose: the file changed, went or came since the plan was made. */
  readonly skipped: readonly SkippedEdit[];
  /** What could not be written for an I/O reason. */
  readonly failures: readonly HostError[];
}

export interface CarryOutOptions {
  /** Called before each edit. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** An edit whose file no longer holds the text it was computed from is computed again from what is there, or skipped. */
export async function carryOut(host: VaultHost, { edits }: Pick<Plan, 'edits'>, { onProgress }: CarryOutOptions = {}): Promise<CarriedOut> {
  const done: Outcomes = { written: [], created: [], trashed: [], skipped: [], failures: [] };
  for (const [index, edit] of edits.entries()) {
    onProgress?.(index, edits.length);
    try {
      await carryOutEdit(host, edit, done);
    } catch (error) {
      const failure = asHostError(error, edit.path);
      // A new page has no place where a file stands for its folder.
      const noPlace = failure.code === 'missing' && edit.before === null;
      if (failure.code === 'denied' || failure.code === 'io' || noPlace) done.failures.push(failure);
      else done.skipped.push({ path: edit.path, reason: failure.message });
    }
  }
  return done;
}

interface Outcomes {
  readonly written: string[];
  readonly created: string[];
  readonly trashed: string[];
  readonly skipped: SkippedEdit[];
  readonly failures: HostError[];
}

async function carryOutEdit(host: VaultHost, edit: FileEdit, done: Outcomes): Promise<void> {
  const { path, before, after } = edit;
  if (before === after) return;
  if (after === null) {
    if (await host.read(path) !== before) {
      done.skipped.push({ path, reason: CHANGED });
      return;
    }
    await host.trash(path);
    done.written.push(path);
    done.trashed.push(path);
  } else if (before === null) {
    await create(host, edit, after, done);
  } else {
    await change(host, edit, after, done);
  }
}

async function create(host: VaultHost, edit: FileEdit, after: string, done: Outcomes): Promise<void> {
  try {
    await host.create(edit.path, after);
    done.written.push(edit.path);
    done.created.push(edit.path);
  } catch (error) {
    // Sync may have brought the same page since: then it is one to be changed.
    if (edit.again === undefined || !(error instanceof HostError) || error.code !== 'exists') throw error;
    try {
      await change(host, edit, after, done);
    } catch (second) {
      // A file of that name in another letter case: there is nothing under this one.
      throw second instanceof HostError && second.code === 'missing' ? error : second;
    }
  }
}

async function change(host: VaultHost, { path, before, again }: FileEdit, after: string, done: Outcomes): Promise<void> {
  let outcome = 'same' as 'same' | 'written' | 'skipped';
  await host.process(path, (now) => {
    const next = now === before ? after : again?.(now) ?? null;
    outcome = next === null ? 'skipped' : next === now ? 'same' : 'written';
    return next;
  });
  if (outcome === 'written') done.written.push(path);
  if (outcome === 'skipped') done.skipped.push({ path, reason: CHANGED });
}

const CHANGED = 'The file changed since the plan was made.';

function asHostError(error: unknown, path: string): HostError {
  if (error instanceof HostError) return error;
  return new HostError('io', path, `“${path}” could not be written: ${error instanceof Error ? error.message : String(error)}`, error);
}
