/**
 * Edits of one task line that leave every other byte alone: spaces, doubles, dates that do not exist, a hard break, a
 * CR.
 *
 *     - [ ] Send minutes ⏫  📅 2025-03-14 ^a1··
 *        ^ status                ^ a value, replaced where it is
 *                                        ^ where a new field goes: the end of the run, before the block link
 *
 * An edit is read back before it is given out; one that would not be read as meant is declined with null.
 */
import { isCalendarDate, type CalendarDate } from '../text/calendar-date';
import { fieldInForce, parseTask, readTask, type ParseOptions, type ReadTask } from './parse';
import { writeField, type TaskField } from './signifiers';
import type { DateField, Priority, Task } from './task';
import { isWhiteSpace, readTaskLine, trimmedEnd, type TaskLine } from './task-line';
import type { TaskRules } from './tasks-settings';
import type { TrailingRun } from './trailing-run';

/** Replaces the UTF-16 code units `from` to `to` of a line. */
export interface LineChange {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Only the status character; dates are not stamped (`toggleTask` and `moveToStatus` do that). */
export function setStatus(line: string, symbol: string, rules: TaskRules, options?: ParseOptions): string | null {
  const read = readTask(line, rules, options);
  if (read === null) return null;
  const edited = applyChanges(line, [statusChange(read, symbol)]);
  return parseTask(edited, rules, options)?.status === symbol ? edited : null;
}

/** Sets a date, or takes it off the line with null. */
export function setDate(
  line: string,
  field: DateField,
  date: CalendarDate | null,
  rules: TaskRules,
  options?: ParseOptions,
): string | null {
  if (date !== null && !isCalendarDate(date)) return null;
  return editField(
    line,
    field,
    date,
    rules,
    options,
    (task) => task[field] === date && !task.invalidDates.includes(field),
  );
}

export function setPriority(line: string, priority: Priority, rules: TaskRules, options?: ParseOptions): string | null {
  return editField(
    line,
    'priority',
    priority === 'none' ? null : priority,
    rules,
    options,
    (task) => task.priority === priority,
  );
}

/**
 * Sets the owners, each a name (`Ann Lee`) or a wikilink (`[[Ann Lee]]`), none for nobody. They take the place of the
 * first owner that was there, else they follow the text, where they hide no signifier from Tasks.
 */
export function setOwner(
  line: string,
  names: readonly string[],
  rules: TaskRules,
  options?: ParseOptions,
): string | null {
  const read = readTask(line, rules, options);
  if (read === null) return null;
  const { owners } = read.run;
  const isMeant = (task: Task): boolean =>
    task.owners.length === names.length && task.owners.every((owner, index) => owner === names[index]);
  const mentions = names.map((name) => `@${name}`).join(' ');
  const field = `[owner:: ${names.join(', ')}]`;
  // A name that cannot be told from prose after an `@` is written as a field.
  const wordings = names.length === 0 ? [''] : owners[0]?.form === 'field' ? [field] : [mentions, field];
  // After more tags than Tasks reads, an owner is read at the end only.
  const places =
    owners.length > 0 || names.length === 0
      ? [-1]
      : [rules.owners === 'read' ? read.run.textTo : read.frame.bodyTo, endOfRun(line, read)];
  for (const text of wordings) {
    for (const place of places) {
      const changes =
        place >= 0
          ? [insertion(line, place, text, ' ')]
          : owners.map(({ from, to }, index) =>
              index === 0 && text !== '' ? { from, to, text } : removal(line, read, from, to),
            );
      const edited = applyChanges(line, changes);
      const task = parseTask(edited, rules, options);
      if (task !== null && isMeant(task) && sameBut(read.task, task, 'owners')) return edited;
    }
  }
  return null;
}

function editField(
  line: string,
  field: TaskField,
  value: string | null,
  rules: TaskRules,
  options: ParseOptions | undefined,
  isMeant: (task: Task) => boolean,
): string | null {
  const read = readTask(line, rules, options);
  if (read === null) return null;
  const edited = applyChanges(line, fieldChanges(line, read, field, value, rules));
  const task = parseTask(edited, rules, options);
  return task !== null && isMeant(task) && sameBut(read.task, task, field) ? edited : null;
}

export function statusChange({ frame }: ReadTask, symbol: string): LineChange {
  return { from: frame.statusFrom, to: frame.statusTo, text: symbol };
}

/**
 * The changes that give `field` its value: in its own bytes where it is, else after everything else; null takes
 * all of it away.
 */
export function fieldChanges(
  line: string,
  read: ReadTask,
  field: TaskField,
  value: string | null,
  { format }: TaskRules,
): LineChange[] {
  if (value === null) {
    return read.run.fields.filter((one) => one.field === field).map(({ from, to }) => removal(line, read, from, to));
  }
  const written = fieldInForce(read.run, field);
  if (written === null)
    return [
      insertion(line, endOfRun(line, read), writeField(field, value, format), format === 'dataview' ? '  ' : ' '),
    ];
  if (field === 'priority' && format === 'tasks')
    return [{ from: written.from, to: written.to, text: writeField(field, value, format) }];
  return [{ from: written.valueFrom, to: written.valueTo, text: value }];
}

/** Takes the block link off. */
export function blockLinkRemoval(line: string, { frame }: ReadTask): LineChange[] {
  return frame.linkFrom < 0
    ? []
    : [{ from: trimmedEnd(line, frame.bodyFrom, frame.linkFrom), to: frame.linkTo, text: '' }];
}

/**
 * `line` with the changes made; where two take the same bytes away, once. Those at one place are made in their order.
 */
export function applyChanges(line: string, changes: readonly LineChange[]): string {
  let edited = '';
  let kept = 0;
  for (const { from, to, text } of [...changes].sort((one, other) => one.from - other.from || one.to - other.to)) {
    edited += line.slice(kept, Math.max(kept, from)) + text;
    kept = Math.max(kept, to);
  }
  return edited + line.slice(kept);
}

/**
 * Where Tasks reads a new field: the body's end as it is strictly read, after what lenient reading looks through, but
 * before a block link even if only lenient reading sees it. A signifier glued to a tag (`#t⏫`) is read only while it
 * is last.
 */
function endOfRun(line: string, { frame, run }: ReadTask): number {
  const glued = firstGluedToTag(frame, run);
  if (glued >= 0) return glued;
  const strict = readTaskLine(line, { lenient: false });
  if (strict === null) return frame.bodyTo;
  return frame.linkFrom >= 0 && strict.linkFrom < 0 ? trimmedEnd(line, frame.bodyFrom, frame.linkFrom) : strict.bodyTo;
}

/** The offset of the first field in the body's last word when that word begins with `#`, or -1. */
function firstGluedToTag({ source, bodyFrom, bodyTo }: TaskLine, { fields }: TrailingRun): number {
  const last = fields[0];
  if (last === undefined || last.to !== bodyTo) return -1;
  let word = bodyTo;
  while (word > bodyFrom && !isWhiteSpace(source.charCodeAt(word - 1))) word--;
  if (source.charCodeAt(word) !== 35) return -1;
  return fields.reduce((first, { from }) => (from > word ? Math.min(first, from) : first), last.from);
}

function insertion(line: string, at: number, text: string, space: string): LineChange {
  const before = at === 0 || isWhiteSpace(line.charCodeAt(at - 1)) ? '' : space;
  const follows = at < line.length && !isWhiteSpace(line.charCodeAt(at)) ? ' ' : '';
  return { from: at, to: at, text: before + text + follows };
}

/** Takes `from` to `to` away with the white space on one side, so that what was around it stays apart. */
function removal(line: string, { frame }: ReadTask, from: number, to: number): LineChange {
  const before = trimmedEnd(line, frame.bodyFrom, from);
  let after = to;
  while (after < frame.bodyTo && isWhiteSpace(line.charCodeAt(after))) after++;
  if (before === frame.bodyFrom) return { from, to: after, text: '' };
  const isApart = after > to || after >= frame.bodyTo;
  return { from: isApart ? before : from, to, text: '' };
}

const COMPARED: readonly (keyof Task)[] = [
  'text',
  'status',
  'owners',
  'priority',
  'due',
  'scheduled',
  'start',
  'created',
  'done',
  'cancelled',
  'invalidDates',
  'recurrence',
  'onCompletion',
  'id',
  'dependsOn',
  'blockLink',
  'tags',
];

/**
 * Whether nothing but one field was changed, as far as reading tells (a date that a rule counts from may give or take
 * the rule).
 */
function sameBut(one: Task, other: Task, changed: TaskField | 'owners'): boolean {
  return COMPARED.every((key) => {
    if (key === changed || (key === 'recurrence' && ['due', 'scheduled', 'start'].includes(changed))) return true;
    if (key === 'invalidDates') return without(one.invalidDates, changed) === without(other.invalidDates, changed);
    return String(one[key]) === String(other[key]);
  });
}

function without(fields: readonly string[], changed: string): string {
  return fields.filter((field) => field !== changed).join();
}
