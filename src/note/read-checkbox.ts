/** Checkboxes: tasks, or questions marked `[?]`. */
import { withoutComments } from '../text/plain-text';
import { parseTask } from '../task/parse';
import { isProposed } from '../task/status';
import type { Task } from '../task/task';
import type { Line } from './body-lines';
import { problemsOfTask } from './body-problems';
import type { BodyReading, ListItem } from './body-reading';
import { cleanText, isPlaceholder } from './line-text';
import { namesOfOwner } from './names';
import type { Name, TaskForm } from './note';
import { hasOwnerOrDate, marksQuestion } from './questions';
import { addQuestion } from './read-question';
import type { Scope } from './scopes';

/** False where the vault's rules see no task in the line. */
export function readCheckbox(reading: BodyReading, { line, scope, block, index }: ListItem, status: string): boolean {
  const { rules, text } = reading.input;
  if (reading.meeting === null && !rules.allTasks) return true;
  const repaired = line.intact ? line.source : text.repair(line.source);
  const task = parseTask(line.plain ? repaired : withoutComments(repaired), rules.tasks, AS_IN_NOTES);
  if (task === null) return false;
  const followUp = scope.section === 'actions' || scope.section === 'follow-ups';
  if (!followUp && reading.meeting !== null && marksQuestion(status, rules.tasks) && !hasOwnerOrDate(task)) {
    addQuestion(reading, line, { status, below: reading.lines.below(block, index), scope });
  } else {
    addTask(reading, line, task, { scope, followUp, form: 'checkbox' });
  }
  return true;
}

export function addTask(
  reading: BodyReading,
  line: Line,
  task: Task,
  { scope, followUp, form }: { readonly scope: Scope; readonly followUp: boolean; readonly form: TaskForm },
): void {
  const {
    body,
    input: { path, rules },
  } = reading;
  // A task's text is made of its line's words.
  const text = line.plain ? task.text.trim() : cleanText(task.text);
  if (isPlaceholder(text)) return;
  const { source, heading, section, meeting, names, private: isPrivate } = reading.itemOf(line, text, scope);
  // Spelled out: spreading the item costs more than the rest of this function.
  body.tasks.push({
    line: line.line,
    source,
    text,
    heading,
    section,
    meeting,
    names,
    private: isPrivate,
    task: text === task.text ? task : { ...task, text },
    form,
    dueText: null,
    owners: ownersOf(task, line.line),
    proposed: isProposed(task, rules.tasks.statuses, rules.proposedBy),
    followUp,
  });
  if (task.statusType !== 'DONE' && task.statusType !== 'CANCELLED')
    body.problems.push(...problemsOfTask(path, line.line, task));
}

export function ownersOf({ owners }: Task, line: number): Name[] {
  const [only, ...more] = owners;
  if (only === undefined) return NO_OWNERS;
  return more.length === 0 ? namesOfOwner(only, line) : owners.flatMap((owner) => namesOfOwner(owner, line));
}

const NO_OWNERS: Name[] = [];

export const AS_IN_NOTES = { lenient: true, bothForms: true };
