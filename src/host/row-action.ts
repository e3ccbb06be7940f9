/**
 * Does something to a row, or to several at once: its notes read, the plan made, carried out as one step that `undo`
 * takes back.
 */
import type { ToggleLine } from '../edit/complete-task';
import type { FileEdit } from '../edit/plan';
import type { RowAction } from '../edit/row-action';
import {
  actInNote,
  type ChangedLine,
  type Declined,
  planRowActions,
  type RowActionRules,
  type RowSource,
} from '../edit/row-actions';
import type { Note } from '../note/note';
import type { Settings } from '../settings/settings';
import type { CalendarDate } from '../text/calendar-date';
import { carryOut, type SkippedEdit } from './carry-out';
import { recoverJournal } from './journal';
import { LARGEST_NOTE } from './read-file';
import { readRules } from './read-vault';
import { HostError, type VaultHost } from './vault-host';

export interface RowActionOptions {
  readonly settings: Settings;
  readonly today: CalendarDate;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** False only says what would become of the lines. */
  readonly write: boolean;
  /** The note as the index read it: `noteOf` of `row-action`. */
  readonly noteThen: (path: string) => Note | null;
  readonly toggleLine?: ToggleLine | undefined;
}

export interface RowActed {
  readonly outcome: 'done';
  /** The lines as they were changed, or would be; none where all of them say so already. */
  readonly changes: readonly ChangedLine[];
  /** Paths of the notes that were written. */
  readonly written: readonly string[];
  /** Notes that changed while this was under way, so that it was not certain any more which line was meant. */
  readonly skipped: readonly SkippedEdit[];
  /** What could not be written for an I/O reason. */
  readonly failures: readonly HostError[];
}

/** `sources`: the row's, as the index has them. Throws a HostError where a note cannot be read. */
export async function actOnRow(
  host: VaultHost,
  sources: readonly RowSource[],
  action: RowAction,
  options: RowActionOptions,
): Promise<RowActed | Declined> {
  return actOnRows(host, [sources], action, options);
}

/** The same for several rows, each given by its sources: one step, which one undo takes back. */
export async function actOnRows(
  host: VaultHost,
  rows: readonly (readonly RowSource[])[],
  action: RowAction,
  options: RowActionOptions,
): Promise<RowActed | Declined> {
  const sources = rows.flat();
  const { settings, today, now, write, noteThen, toggleLine } = options;
  const { rules, failures: unread } = await readRules(host, settings);
  // What the vault's statuses are nobody knows then.
  if (unread.length > 0) return { outcome: 'done', changes: [], written: [], skipped: [], failures: unread };
  const how: RowActionRules = { rules, today, noteThen, toggleLine };
  if (write) await recoverJournal(host, now);
  const texts = new Map<string, string>();
  for (const { path, line } of sources) {
    if (texts.has(path)) continue;
    const text = await textOf(host, path);
    if (text !== null && text.length > LARGEST_NOTE)
      return { outcome: 'declined', path, line, why: `${path} is over 5 MB and was not read`, wayOut: 'split it' };
    if (text !== null) texts.set(path, text);
  }
  const plan = planRowActions(rows, action, texts, how);
  if (plan.outcome === 'declined') return plan;
  const changes = new Map<string, readonly ChangedLine[]>(
    plan.edits.map(({ path }) => [path, plan.changes.filter((change) => change.path === path)]),
  );
  const nothing = { written: [], skipped: [], failures: [] };
  if (!write || plan.edits.length === 0) return { outcome: 'done', changes: [...changes.values()].flat(), ...nothing };
  const edits = plan.edits.map((edit): FileEdit => ({
    ...edit,
    recompute: (there) => {
      const acted = actInNote(edit.path, there, actedOn(sources, edit.path, plan.changes), action, how);
      if (acted.outcome === 'declined') return null;
      changes.set(edit.path, acted.changes);
      return acted.text;
    },
  }));
  const { written, skipped, failures } = await carryOut(
    host,
    { edits },
    { what: action.do === 'complete' || action.do === 'reopen' ? 'complete' : 'edit', now },
  );
  return { outcome: 'done', changes: written.flatMap((path) => changes.get(path) ?? []), written, skipped, failures };
}

/** The sources of a note that the plan changed: copies that were settled before stay. */
function actedOn(sources: readonly RowSource[], path: string, changes: readonly ChangedLine[]): readonly RowSource[] {
  const texts = new Set(changes.filter((change) => change.path === path).map(({ before }) => before));
  return sources.filter((source) => source.path === path && texts.has(source.text));
}

/** Null where no note is there any more. */
export async function textOf(host: VaultHost, path: string): Promise<string | null> {
  try {
    return await host.read(path);
  } catch (error) {
    if (error instanceof HostError && error.code === 'missing') return null;
    throw error;
  }
}

/** A note of an index, by its path; `notes` are sorted by path. */
export function noteOf(notes: readonly Note[], path: string): Note | null {
  let low = 0;
  let high = notes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((notes[middle]?.path ?? '') < path) low = middle + 1;
    else high = middle;
  }
  const note = notes[low];
  return note?.path === path ? note : null;
}
