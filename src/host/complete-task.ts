/** Toggles one task in its note: read, checked, written as one step that sees the note as it is at that moment. */
import type { CalendarDate } from '../text/calendar-date';
import {
  completeTask,
  completeTaskAgain,
  type NoTask,
  type TaskChange,
  type TaskPlace,
  type ToggleLine,
} from '../edit/complete-task';
import type { Settings } from '../settings/settings';
import { LARGEST_NOTE } from './read-file';
import { readRules } from './read-vault';
import { carryOut } from './carry-out';
import { recoverJournal } from './journal';
import type { VaultHost } from './vault-host';

export interface CompleteOptions {
  readonly settings: Settings;
  readonly today: CalendarDate;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** False only says what would become of it. */
  readonly write: boolean;
  readonly toggleLine?: ToggleLine | undefined;
}

/**
 * The note changed between reading and writing, and it is not certain any more which line was meant: nothing was
 * written.
 */
export interface LeftAlone extends Omit<NoTask, 'outcome'> {
  readonly outcome: 'left-alone';
}

/**
 * Throws a HostError where the note, or settings it is read by, cannot be read or written, `missing` where there is
 * none.
 */
export async function completeInVault(
  host: VaultHost,
  place: TaskPlace,
  { settings, today, now, write, toggleLine }: CompleteOptions,
): Promise<TaskChange | NoTask | LeftAlone> {
  const { path, line } = place;
  const {
    rules,
    failures: [unread],
  } = await readRules(host, settings);
  // What the vault's statuses are nobody knows then.
  if (unread !== undefined) throw unread;
  const how = { rules, today, toggleLine };
  if (write) await recoverJournal(host, now);
  const text = await host.read(path);
  if (text.length > LARGEST_NOTE)
    return { outcome: 'no-task', why: `${path} is over 5 MB and was not read`, wayOut: 'split it' };
  const planned = completeTask(text, place, how);
  if (planned.outcome === 'no-task' || !write) return planned;
  const last: { outcome: TaskChange | NoTask } = { outcome: planned };
  const recompute = (there: string): string | null => {
    const outcome = completeTaskAgain(there, { path, line, text }, how);
    last.outcome = outcome;
    return outcome.outcome === 'toggled' ? outcome.edit.after : null;
  };
  const { skipped, failures } = await carryOut(
    host,
    { edits: [{ ...planned.edit, recompute }] },
    { what: 'complete', now },
  );
  const [failure] = failures;
  if (failure !== undefined) throw failure;
  const [left] = skipped;
  if (left !== undefined && last.outcome.outcome === 'toggled')
    return { outcome: 'left-alone', why: `${path} was left alone: ${left.reason}`, wayOut: 'try again' };
  return asLeftAlone(last.outcome);
}

function asLeftAlone(outcome: TaskChange | NoTask): TaskChange | LeftAlone {
  return outcome.outcome === 'toggled' ? outcome : { ...outcome, outcome: 'left-alone' };
}
