/**
 * Which open tasks are rows of the queues, and which are only counted: what was last asked for before the start date,
 * and what lapsed.
 *
 *     - [ ] Call Bo        29 Sep        open on 3 Nov: somebody made it a checkbox
 *     - Call Bo            29 Sep        lapsed: no checkbox, no due date, and nobody asked for it again
 */
import { readTaskLine } from '../task/task-line';
import { addDays, type CalendarDate } from '../text/calendar-date';
import type { TaskRow } from '../vault-index/rows';
import { LAPSE_DAYS, type PageRules } from './page-rules';

type TaskLife = 'current' | 'old' | 'lapsed';

type Lived = Pick<TaskRow, 'due' | 'sources'>;

export function taskLife(task: Lived, rules: Pick<PageRules, 'today' | 'startDate'>): TaskLife {
  if (isOld(task, rules)) return 'old';
  return taskHasLapsed(task, rules.today) ? 'lapsed' : 'current';
}

/** Last asked for before the start date: counted, not shown. */
export function isOld(
  row: { readonly sources: readonly { readonly date: CalendarDate | null }[] },
  { startDate }: Pick<PageRules, 'startDate'>,
): boolean {
  const date = row.sources[row.sources.length - 1]?.date ?? null;
  return date !== null && date < startDate;
}

/** A task that is no checkbox and has no due date, and that nobody asked for again in the 30 days before `day`. */
export function taskHasLapsed({ due, sources }: Lived, day: CalendarDate): boolean {
  const last = sources[sources.length - 1]?.date ?? null;
  return due === null && last !== null && last < addDays(day, -LAPSE_DAYS) && !sources.some(isCheckbox);
}

function isCheckbox({ text }: { readonly text: string }): boolean {
  return readTaskLine(text, { lenient: true }) !== null;
}
