/**
 * What a click on the checkbox does (TASKS-FORMAT 13), as edits of the line.
 *
 *     - [ ] Water ferns 🔁 every week 📅 2025-03-14 🆔 a1
 *
 *     - [ ] Water ferns 🔁 every week 📅 2025-03-21                     the next copy, from the same text
 *     - [x] Water ferns 🔁 every week 📅 2025-03-14 🆔 a1 ✅ 2025-03-15
 */
import { isCalendarDate, type CalendarDate } from '../text/calendar-date';
import { readTask, referenceField, type ParseOptions, type ReadTask } from './parse';
import { moveWith, nextDay } from './recurrence';
import type { TaskField } from './signifiers';
import type { DateField } from './task';
import { nextCopyStatus, nextStatus, statusOf, type TaskStatus } from './status';
import { applyChanges, blockLinkRemoval, fieldChanges, statusChange, type LineChange } from './task-edit';
import type { TaskRules } from './tasks-settings';

interface Toggled {
  /** What is in the line's place: mostly one line, two when the task recurs, none when `🏁 delete` takes it. */
  readonly lines: readonly string[];
}

/**
 * Moves the task to the next status of its chain; null where the line is no task. A CR at the line's end stays on every
 * line.
 */
export function toggleTask(
  line: string,
  rules: TaskRules,
  today: CalendarDate,
  options?: ParseOptions,
): Toggled | null {
  const read = readTask(line, rules, options);
  return read === null
    ? null
    : move(line, read, nextStatus(statusOf(read.task.status, rules.statuses), rules.statuses), rules, today);
}

/** The same to a status of one's choice: done, cancelled, in progress. */
export function moveToStatus(
  line: string,
  symbol: string,
  rules: TaskRules,
  today: CalendarDate,
  options?: ParseOptions,
): Toggled | null {
  const read = readTask(line, rules, options);
  return read === null ? null : move(line, read, statusOf(symbol, rules.statuses), rules, today);
}

function move(line: string, read: ReadTask, to: TaskStatus, rules: TaskRules, today: CalendarDate): Toggled {
  const from = statusOf(read.task.status, rules.statuses);
  if (to.symbol === from.symbol) return { lines: [line] };
  const moved = applyChanges(line, [
    statusChange(read, to.symbol),
    ...stamp(line, read, 'done', from.type === 'DONE', to.type === 'DONE', rules.setDoneDate ? today : null, rules),
    ...stamp(
      line,
      read,
      'cancelled',
      from.type === 'CANCELLED',
      to.type === 'CANCELLED',
      rules.setCancelledDate ? today : null,
      rules,
    ),
  ]);
  if (to.type !== 'DONE' || from.type === 'DONE') return { lines: [moved] };

  const copy = nextCopy(line, read, nextCopyStatus(to, rules.statuses), rules, today);
  const done = read.task.onCompletion === 'delete' ? [] : [moved];
  if (copy === null) return { lines: done };
  return { lines: rules.recurrenceOnNextLine ? [...done, copy] : [copy, ...done] };
}

/** A date that says since when: stamped on entering, left alone while staying, gone otherwise. */
function stamp(
  line: string,
  read: ReadTask,
  field: DateField,
  was: boolean,
  becomes: boolean,
  day: CalendarDate | null,
  rules: TaskRules,
): LineChange[] {
  return was && becomes ? [] : fieldChanges(line, read, field, becomes ? day : null, rules);
}

/** What belongs to the one occurrence and not to the next. */
const OF_THE_OCCURRENCE: readonly TaskField[] = ['done', 'cancelled', 'id', 'dependsOn'];

/**
 * The line of the next occurrence, its dates as far apart as they were; null without a rule, or when the rule has run
 * out.
 */
function nextCopy(
  line: string,
  read: ReadTask,
  status: TaskStatus,
  rules: TaskRules,
  today: CalendarDate,
): string | null {
  const { task, recurrence } = read;
  if (recurrence === null) return null;
  const isWritten = (field: DateField): boolean => task[field] !== null || task.invalidDates.includes(field);
  const referenceName = referenceField(isWritten);
  const reference = referenceName === null ? null : task[referenceName];
  const next = nextDay(recurrence, reference, today);
  if (next === null && referenceName !== null) return null;

  const dropsScheduled = rules.removeScheduledDateOnRecurrence && (isWritten('due') || isWritten('start'));
  const changes = [statusChange(read, status.symbol), ...blockLinkRemoval(line, read)];
  for (const field of OF_THE_OCCURRENCE) changes.push(...fieldChanges(line, read, field, null, rules));
  changes.push(...fieldChanges(line, read, 'created', rules.setCreatedDate ? today : null, rules));
  for (const field of ['due', 'scheduled', 'start'] as const) {
    const date = task[field];
    if (field === 'scheduled' && dropsScheduled) changes.push(...fieldChanges(line, read, field, null, rules));
    else if (date !== null && next !== null)
      changes.push(...fieldChanges(line, read, field, moved(date, reference, next), rules));
  }
  return applyChanges(line, changes);
}

function moved(date: CalendarDate, reference: CalendarDate | null, next: CalendarDate): CalendarDate {
  const day = reference === null ? next : moveWith(date, reference, next);
  return isCalendarDate(day) ? day : date;
}
