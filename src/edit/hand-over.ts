/**
 * Open tasks given to somebody else, or cancelled, where they are: a line's owner or status changes, no other byte
 * does.
 *
 *     - [ ] Send draft @Ann Lee 📅 2025-10-31     →     - [ ] Send draft @Bo Kim 📅 2025-10-31
 *     - [ ] Send draft @Ann Lee 📅 2025-10-31     →     - [-] Send draft @Ann Lee 📅 2025-10-31 ❌ 2025-11-03
 *
 * Lines are given as they were in an earlier text, and found again by `findLine`; one that is not sure leaves the whole
 * note alone.
 */
import type { Entity } from '../entity/entity';
import type { NoteRules } from '../note/note-rules';
import type { CalendarDate } from '../text/calendar-date';
import { lineStarts } from '../text/lines';
import { parseTask, type ParseOptions } from '../task/parse';
import { statusOf } from '../task/status';
import { setOwner } from '../task/task-edit';
import { moveToStatus } from '../task/toggle';
import type { TaskRules } from '../task/tasks-settings';
import { isTaskLine } from './complete-task';
import { findLine, lineSpan } from './find-line';

interface TaskLines {
  /** Numbers (1-based) in the text of then, and what is there without the line end. */
  readonly lines: readonly { readonly line: number; readonly text: string }[];
  /** The note as it was read. */
  readonly then: string;
}

/**
 * The text with lines changed, each told with its number of then; null where one is not surely there, or is no task any
 * more, or cannot be changed.
 */
export function changeTasks(
  now: string,
  { lines, then }: TaskLines,
  rules: NoteRules,
  change: (words: string, line: number) => string | null,
): string | null {
  let text = now;
  // From below, so that all above the next one is as it was.
  const distinct = new Map(lines.map((one) => [one.line, one.text]));
  for (const [line, words] of [...distinct].sort(([a], [b]) => b - a)) {
    const at = findLine(text, { line, text: then });
    if (typeof at !== 'number' || !isTaskLine(text, at, rules)) return null;
    const [from, to] = lineSpan(text, lineStarts(text), at);
    const changed = text.slice(from, to) === words ? change(words, line) : null;
    if (changed === null) return null;
    text = text.slice(0, from) + changed + text.slice(to);
  }
  return text;
}

/** Those of the lines that can be changed: the same task may be a bullet, or words of a paragraph, elsewhere. */
export function changeableLines<T extends TaskLines['lines'][number]>(
  lines: readonly T[],
  then: string,
  rules: NoteRules,
  change: (words: string, line: number) => string | null,
): T[] {
  return lines.filter((line) => changeTasks(then, { lines: [line], then }, rules, change) !== null);
}

interface NewOwner {
  /** Whether an owner as written is the one who has gone. */
  readonly isGone: (owner: string) => boolean;
  /** A name or a wikilink. */
  readonly to: string;
}

/** The task's line with its owner changed; null where it cannot take it. */
export function withNewOwner(line: string, { isGone, to }: NewOwner, rules: TaskRules): string | null {
  const task = parseTask(line, rules, AS_IN_NOTES);
  if (task === null) return null;
  const owners = [...new Set(task.owners.map((owner) => (isGone(owner) ? to : owner)))];
  return owners.includes(to) ? setOwner(line, owners, rules, AS_IN_NOTES) : null;
}

/** The task's line cancelled, by the vault's own status for that; the line itself where it is closed already. */
export function cancelled(line: string, rules: TaskRules, today: CalendarDate): string | null {
  const task = parseTask(line, rules, AS_IN_NOTES);
  if (task === null) return null;
  if (CLOSED.has(statusOf(task.status, rules.statuses).type)) return line;
  const symbol =
    statusOf('-', rules.statuses).type === 'CANCELLED'
      ? '-'
      : rules.statuses.find(({ type }) => type === 'CANCELLED')?.symbol;
  const moved = symbol === undefined ? null : moveToStatus(line, symbol, rules, today, AS_IN_NOTES);
  const [only, ...others] = moved?.lines ?? [];
  return only === undefined || others.length > 0 ? null : only;
}

const AS_IN_NOTES: ParseOptions = { lenient: true, bothForms: true };
const CLOSED: ReadonlySet<string> = new Set(['DONE', 'CANCELLED', 'NON_TASK']);

/** How an owner is written so that it means the entity and nobody else. */
export function ownerWords({ name }: Entity, link: string, isAlone: boolean): string {
  return isAlone ? name : `[[${link}|${name}]]`;
}
