/**
 * Does something to a row, to several at once, or to the task on one line: its notes read, the plan made, carried out
 * as one step that `undo` takes back. Each note is read once before it is written, and nothing is listed.
 */
import { completeTask, completeTaskAgain } from '../edit/complete-task';
import type { FileEdit } from '../edit/plan';
import type { RowAction } from '../edit/row-action';
import type { RowSource } from '../edit/act-on-line';
import { planRowActions } from '../edit/row-actions';
import { type ChangedLine, type LinePlace, type RowActionPlan, type ToggleLine } from '../edit/row-plan';
import { type Ended, type Refusal, refused, type Refused } from '../edit/refusals';
import type { SkippedEdit } from '../edit/skips';
import type { Note } from '../note/note';
import type { NoteRules } from '../note/note-rules';
import type { Settings } from '../settings/settings';
import type { CalendarDate } from '../text/calendar-date';
import { carryOut } from './carry-out';
import { recoverJournal } from './journal';
import { LARGEST_NOTE } from './read-file';
import { readRules } from './read-vault';
import type { HostError, VaultHost } from './vault-host';
import { readIfThere } from './write-if-unchanged';
import { firstNotBefore } from '../text/sorted-list';

interface ActOptions {
  /** By which the notes were read. */
  readonly rules: NoteRules;
  readonly today: CalendarDate;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** False only says what would become of the lines. */
  readonly write: boolean;
  readonly toggleLine?: ToggleLine | undefined;
  /** The journal was recovered already. */
  readonly recovered?: boolean;
}

export interface RowActionOptions extends ActOptions {
  /** The note as the index read it: `noteOf` of `row-action`. */
  readonly noteThen: (path: string) => Note | null;
}

export interface RowActed extends Ended<'done'> {
  /** The lines as they were changed, or would be; none where all of them say so already. */
  readonly changes: readonly ChangedLine[];
  /** Paths of the notes that were written. */
  readonly written: readonly string[];
  /** Notes that changed while this was under way, so that it was not certain any more which line was meant. */
  readonly skipped: readonly SkippedEdit[];
  /** What could not be written for an I/O reason. */
  readonly failures: readonly HostError[];
}

/**
 * One step, which one undo takes back. `rows`: each given by its sources, as the index has them. Throws a HostError
 * where a note cannot be read.
 */
export async function actOnRows(
  host: VaultHost,
  rows: readonly (readonly RowSource[])[],
  action: RowAction,
  options: RowActionOptions,
): Promise<RowActed | Refused> {
  return act(host, rows.flat(), options, {
    what: planNameOf(action),
    plan: (texts) => planRowActions(rows, action, texts, options),
  });
}

type RowPlanName = 'complete' | 'edit';

/** What the journal calls it. */
export function planNameOf(action: RowAction): RowPlanName {
  return action.do === 'complete' || action.do === 'reopen' ? 'complete' : 'edit';
}

/** As `actOnRows` plans it for one row, from the notes as they are now; whoever asked carries it out later. */
export function planOnRow(
  host: VaultHost,
  sources: readonly RowSource[],
  action: RowAction,
  how: Pick<RowActionOptions, 'rules' | 'today' | 'noteThen'>,
): Promise<RowActionPlan | Refused> {
  return planned(host, sources, (texts) => planRowActions([sources], action, texts, how));
}

export interface CompleteAtOptions extends Omit<ActOptions, 'rules'> {
  readonly settings: Settings;
}

/**
 * Toggles the task on a line of a note, whatever note it is, by the rules that the vault has now. Throws as `actOnRows`
 * does, and where those rules cannot be read.
 */
export async function completeAt(
  host: VaultHost,
  place: LinePlace,
  { settings, ...given }: CompleteAtOptions,
): Promise<RowActed | Refused> {
  const {
    rules,
    failures: [unread],
  } = await readRules(host, settings);
  // What the vault's statuses are nobody knows then.
  if (unread !== undefined) throw unread;
  const options = { ...given, rules };
  const { path, line } = place;
  return act(host, [place], options, {
    what: 'complete',
    plan: (texts) => {
      const before = texts.get(path);
      if (before === undefined) return refused({ code: 'note-gone', path });
      const acted = completeTask(before, place, options);
      return acted.outcome === 'refused'
        ? acted
        : {
            outcome: 'planned',
            changes: acted.changes,
            edits: acted.text === before ? [] : [{ path, before, after: acted.text }],
            again: (_, now) => completeTaskAgain(now, { path, line, text: before }, options),
          };
    },
  });
}

interface Act {
  readonly what: RowPlanName;
  readonly plan: (texts: ReadonlyMap<string, string>) => RowActionPlan | Refused;
}

async function act(
  host: VaultHost,
  places: readonly LinePlace[],
  { now, write, recovered }: Pick<ActOptions, 'now' | 'write' | 'recovered'>,
  { what, plan: planIn }: Act,
): Promise<RowActed | Refused> {
  if (write && recovered !== true) await recoverJournal(host, now);
  const plan = await planned(host, places, planIn);
  if (plan.outcome === 'refused') return plan;
  const changes = new Map<string, readonly ChangedLine[]>(
    plan.edits.map(({ path }) => [path, plan.changes.filter((change) => change.path === path)]),
  );
  if (!write || plan.edits.length === 0)
    return { outcome: 'done', changes: plan.changes, written: [], skipped: [], failures: [] };
  const refusals = new Map<string, Refusal>();
  const edits = plan.edits.map((edit): FileEdit => ({
    ...edit,
    recompute: (there) => {
      const acted = plan.again(edit.path, there);
      if (acted.outcome === 'done') changes.set(edit.path, acted.changes);
      else refusals.set(edit.path, acted.refusal);
      return acted.outcome === 'done' ? acted.text : null;
    },
  }));
  const { written, skipped, failures } = await carryOut(host, { edits }, { what, now, recovered: true });
  return {
    outcome: 'done',
    changes: written.flatMap((path) => changes.get(path) ?? []),
    written,
    skipped: skipped.map((skip) => {
      const refusal = refusals.get(skip.path);
      return refusal === undefined ? skip : { path: skip.path, why: { code: 'refused', refusal } };
    }),
    failures,
  };
}

/** The plan made of the notes as they are now, each read once. */
async function planned(
  host: VaultHost,
  places: readonly LinePlace[],
  planIn: Act['plan'],
): Promise<RowActionPlan | Refused> {
  const texts = new Map<string, string>();
  for (const { path } of places) {
    if (texts.has(path)) continue;
    const text = await readIfThere(host, path);
    if (text !== null && text.length > LARGEST_NOTE) return refused({ code: 'note-too-large', path });
    if (text !== null) texts.set(path, text);
  }
  return planIn(texts);
}

/** A note of an index, by its path; `notes` are sorted by path. */
export function noteOf(notes: readonly Note[], path: string): Note | null {
  const note = notes[firstNotBefore(notes, (one) => one.path < path)];
  return note?.path === path ? note : null;
}
