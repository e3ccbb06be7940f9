/**
 * An open task given to somebody else where it stands: its owner changes, no other byte does.
 *
 *     - [ ] Send draft @Ann Lee 📅 2025-10-31     →     - [ ] Send draft @Bo Kim 📅 2025-10-31
 */
import type { Entity } from '../entity/entity';
import { lineEnd, lineStarts } from '../text/lines';
import { parseTask, type ParseOptions } from '../task/parse';
import { setOwner } from '../task/task-edit';
import type { TaskRules } from '../task/tasks-settings';

export interface HandOver {
  /** The line as it stands, without its line end. */
  readonly line: string;
  /** 1-based: where it stood. */
  readonly at: number;
  /** Whether an owner as written is the one who has gone. */
  readonly isGone: (owner: string) => boolean;
  /** A name or a wikilink. */
  readonly to: string;
}

/** The text with the task's owner changed; null where the line is not there any more (or more than once), or cannot take it. */
export function handOver(text: string, { line, at, isGone, to }: HandOver, rules: TaskRules): string | null {
  const starts = lineStarts(text);
  const from = placeOf(text, starts, line, at);
  const task = parseTask(line, rules, AS_IN_NOTES);
  if (from === null || task === null) return null;
  const owners = [...new Set(task.owners.map((owner) => (isGone(owner) ? to : owner)))];
  const edited = owners.includes(to) ? setOwner(line, owners, rules, AS_IN_NOTES) : null;
  return edited === null ? null : text.slice(0, from) + edited + text.slice(from + line.length);
}

const AS_IN_NOTES: ParseOptions = { lenient: true, bothForms: true };

/** The offset of the line: where it was, else the only one that reads so. */
function placeOf(text: string, starts: readonly number[], line: string, at: number): number | null {
  const reads = (number: number): boolean => text.slice(starts[number - 1] ?? 0, lineEnd(text, starts, number)) === line;
  if (at <= starts.length && reads(at)) return starts[at - 1] ?? null;
  const found = starts.map((_, index) => index + 1).filter(reads);
  return found.length === 1 ? starts[(found[0] ?? 1) - 1] ?? null : null;
}

/** How an owner is written so that it means the entity and nobody else. */
export function ownerWords({ name }: Entity, link: string, isAlone: boolean): string {
  return isAlone ? name : `[[${link}|${name}]]`;
}
