/**
 * Proposed tasks to be looked through: by the note they were proposed in, the newest first, each note a row of its own
 * to settle it at once.
 */
import { newest } from '../../page/row';
import { addDays, type CalendarDate } from '../../text/calendar-date';
import { compareText } from '../../text/order';
import type { TaskRow } from '../../vault-index/rows';
import { matches, queryWords } from './list-entry';
import type { ViewData } from './view-store';

export interface TriageNote {
  readonly path: string;
  readonly date: CalendarDate | null;
  /** In the note's order. */
  readonly tasks: readonly TaskRow[];
}

export interface TriageFilter {
  readonly text: string;
  /** Those older than 30 days too. */
  readonly showsAll: boolean;
}

/** Like the other questions of the review. */
const RECENT_DAYS = 30;

export function triageNotes(
  { index, today }: Pick<ViewData, 'index' | 'today'>,
  { text, showsAll }: TriageFilter,
): readonly TriageNote[] {
  const query = queryWords(text);
  const since = addDays(today, -RECENT_DAYS);
  const notes = new Map<
    string,
    { readonly path: string; readonly date: CalendarDate | null; readonly tasks: TaskRow[] }
  >();
  for (const task of index.tasks) {
    if (
      !isWaiting(task) ||
      !matches(
        task,
        task.owners.map(({ name }) => name),
        query,
      )
    )
      continue;
    const { path, date } = newest(task);
    if (!showsAll && (date === null || date < since)) continue;
    const note = notes.get(path);
    if (note === undefined) notes.set(path, { path, date, tasks: [task] });
    else note.tasks.push(task);
  }
  for (const { tasks } of notes.values()) tasks.sort((a, b) => newest(a).line - newest(b).line);
  return [...notes.values()].sort((a, b) => compareText(b.date ?? '', a.date ?? '') || compareText(a.path, b.path));
}

/** How many there are, of any age. */
export function proposedCount({ index }: Pick<ViewData, 'index'>): number {
  return index.tasks.filter(isWaiting).length;
}

function isWaiting({ open, proposed }: TaskRow): boolean {
  return open && proposed;
}
