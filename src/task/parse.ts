/**
 * One line → one task.
 *
 *     - [ ] Send minutes @Ann Lee ⏫ 📅 2025-03-14 ^a1
 *                                 ^ trailing run: signifiers, tags and owners, in any order
 *           ^ text, to which the run's tags return
 *
 * `parse` does not know where the line is, nor who an owner's name means.
 */
import { isCalendarDate } from '../text/calendar-date';
import { flatten } from '../text/flatten';
import { memoize } from '../text/memoize';
import { unclearTail } from './owner';
import { readRecurrence, type Recurrence } from './recurrence';
import type { TaskField } from './signifiers';
import { statusOf } from './status';
import type { DateField, Priority, Task } from './task';
import { readTaskLine, type TaskLine } from './task-line';
import type { TaskRules } from './tasks-settings';
import { readTrailingRun, type TrailingRun, type WrittenField } from './trailing-run';

export interface ParseOptions {
  /**
   * For notes: no-break spaces and what editors leave there are read through. Without it the line is read as Tasks
   * reads it.
   */
  readonly lenient?: boolean | undefined;
  /**
   * For notes: fields of the other form count too, so that a line written before the vault's setting changed still says
   * its date.
   */
  readonly bothForms?: boolean | undefined;
  /** Knows names that do not look like one: asked about a tail after `@` that would else be `unclearOwner`. */
  readonly isName?: ((tail: string) => boolean) | undefined;
}

/**
 * The task on `line` (without its line end), or null where Tasks sees none. Takes linear time on any line and never
 * throws.
 */
export function parseTask(line: string, rules: TaskRules, options: ParseOptions = {}): Task | null {
  return readTask(line, rules, options)?.task ?? null;
}

/** A task with where its parts are in the line, for edits. */
export interface ReadTask {
  readonly task: Task;
  readonly frame: TaskLine;
  readonly run: TrailingRun;
  readonly recurrence: Recurrence | null;
}

export function readTask(
  line: string,
  rules: TaskRules,
  { lenient = false, bothForms = false, isName }: ParseOptions = {},
): ReadTask | null {
  const frame = readTaskLine(line, { lenient });
  if (frame === null) return null;
  const { source, bodyFrom, bodyTo } = frame;
  if (rules.globalFilter !== '' && !source.slice(bodyFrom, bodyTo).includes(rules.globalFilter)) return null;

  const run = readTrailingRun(frame, {
    format: bothForms ? 'either' : rules.format,
    owners: rules.owners === 'read',
    isName,
  });
  const values = run.fields.length === 0 ? NO_VALUES : valuesOf(run);
  const invalidDates: DateField[] = [];
  const day = (field: DateField): string | null => {
    const value = values[field];
    if (value === null) return null;
    const date = dayNamed(value);
    if (date === null) invalidDates.push(field);
    return date;
  };
  const status = source.slice(frame.statusFrom, frame.statusTo);
  const described = describe(run, source, bodyFrom);
  const text = lenient
    ? (DOUBLE_SPACE.test(described) ? described.replace(/ {2,}/g, ' ') : described).trim()
    : described;
  const recurrence = recurrenceOf(values);
  const onCompletion = values.onCompletion?.toLowerCase();
  const { priority, dependsOn } = values;
  const owners = ownersOf(run);
  return {
    frame,
    run,
    recurrence,
    task: {
      text,
      status,
      statusType: statusOf(status, rules.statuses).type,
      owners,
      unclearOwner: owners.length === 0 && rules.owners === 'read' ? unclearTail(source, bodyFrom, run.textTo) : null,
      priority: isPriority(priority) ? priority : 'none',
      due: day('due'),
      scheduled: day('scheduled'),
      start: day('start'),
      created: day('created'),
      done: day('done'),
      cancelled: day('cancelled'),
      invalidDates: invalidDates.length === 0 ? NONE : invalidDates,
      recurrence: recurrence?.text ?? null,
      onCompletion: onCompletion === 'keep' || onCompletion === 'delete' ? onCompletion : null,
      id: values.id,
      dependsOn: dependsOn === null ? NONE : dependsOn.split(',').map((id) => id.trim()),
      blockLink: frame.linkFrom < 0 ? null : source.slice(frame.linkFrom, frame.linkTo),
      tags: tagsOf(text, rules.globalFilter),
      ownerHidesSignifiers: run.ownerHidesSignifiers,
    },
  };
}

/** A search for two characters stops at each word's space: an expression is thrice as fast. */
const DOUBLE_SPACE = / {2}/;

/** Each day is one string, however many tasks are due on it. */
const dayNamed = memoize(4_000, (text) => (isCalendarDate(text) ? text : null));

type Values = Record<TaskField, string | null>;

const NO_VALUES: Readonly<Values> = noValues();

function noValues(): Values {
  return {
    priority: null,
    due: null,
    scheduled: null,
    start: null,
    created: null,
    done: null,
    cancelled: null,
    recurrence: null,
    onCompletion: null,
    id: null,
    dependsOn: null,
  };
}

/** Of doubles the leftmost counts, the last in the run's list. */
function valuesOf({ fields }: TrailingRun): Values {
  const values = noValues();
  for (const { field, value } of fields) values[field] = value;
  return values;
}

function ownersOf({ owners }: TrailingRun): readonly string[] {
  const [only] = owners;
  return only === undefined ? NONE : owners.length === 1 ? only.names : owners.flatMap(({ names }) => names);
}

const NONE: readonly never[] = [];

function isPriority(value: string | null): value is Priority {
  return value !== null;
}

/**
 * The description: what is before the run, then the run's tags and what was kept of it, in the order of the line.
 */
function describe({ tags, textTo, keptFrom, keptTo }: TrailingRun, source: string, bodyFrom: number): string {
  let text = source.slice(bodyFrom, textTo);
  if (tags.length === 0 && keptFrom < 0) return text;
  let kept = keptFrom < 0 ? '' : ` ${source.slice(keptFrom, keptTo).trim()}`;
  for (const { from, to } of tags) {
    if (kept !== '' && from > keptFrom) {
      text += kept;
      kept = '';
    }
    text += ` ${source.slice(from, to)}`;
  }
  return flatten(text + kept);
}

/** As Tasks finds them, in the whole description; one that is the global filter is none. */
function tagsOf(text: string, globalFilter: string): readonly string[] {
  if (!text.includes('#')) return NONE;
  const tags = (text.match(/(?:^|\s)#[^ !@#$%^&*(),.?":{}|<>]+/g) ?? []).map((tag) => tag.trim());
  return globalFilter === '' ? tags : tags.filter((tag) => tag !== globalFilter);
}

/** The date a rule counts from: due, else scheduled, else start. */
export function referenceField(has: (field: DateField) => boolean): DateField | null {
  return (['due', 'scheduled', 'start'] as const).find(has) ?? null;
}

function recurrenceOf(values: Readonly<Values>): Recurrence | null {
  const rule = values.recurrence?.trim();
  if (rule === undefined || rule === '') return null;
  const recurrence = readRecurrence(rule);
  if (recurrence === null || recurrence.whenDone) return recurrence;
  const reference = referenceField((field) => values[field] !== null);
  return reference !== null && !isCalendarDate(values[reference] ?? '') ? null : recurrence;
}

/** The field of the trailing run that counts: of doubles the leftmost. */
export function fieldInForce(run: TrailingRun, field: TaskField): WrittenField | null {
  return [...run.fields].reverse().find((one) => one.field === field) ?? null;
}
