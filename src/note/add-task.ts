/** A task of any form, put to the note's: with what its words and its place say of owner and due date. */
import type { Block } from '../text/block';
import { flatten } from '../text/flatten';
import type { Task } from '../task/task';
import { isProposed } from '../task/status';
import type { Line } from './body-lines';
import { problemsOfTask } from './body-problems';
import type { BodyReading } from './body-reading';
import { cleanText, isPlaceholder } from './line-text';
import type { TaskForm } from './note';
import type { Scope } from './scopes';
import { readTaskWords, type TaskContext } from './task-words';

interface TaskPlace {
  readonly scope: Scope;
  readonly form: TaskForm;
  /** The list item it is, for its children; null for a row or a line. */
  readonly block: Block | null;
  readonly index: number;
  readonly column?: TaskContext['column'];
  readonly marker?: string | null;
  /** It was marked as an action: a present tense tells an owner. */
  readonly marked?: boolean;
  /** It counts only where it has an owner or a due date. */
  readonly onlyOwned?: boolean;
}

/** False where nothing was added: a placeholder, or a line that is no task by itself. */
export function addTask(reading: BodyReading, line: Line, parsed: Task, place: TaskPlace): boolean {
  const { body, input } = reading;
  const { path, rules } = input;
  // A task's text is made of its line's words.
  const clean = line.plain ? parsed.text.trim() : cleanText(parsed.text);
  if (isPlaceholder(clean)) return false;
  const { scope, form, block, index, column, marker, marked = false, onlyOwned = false } = place;
  const followUp = scope.section === 'actions' || scope.section === 'follow-ups';
  const { task, dueText, owners, candidates, unreadDue } = readTaskWords(
    clean === parsed.text ? parsed : { ...parsed, text: clean },
    {
      line: line.line,
      base: reading.draft?.date ?? input.date,
      order: rules.dayOrder,
      words: rules.words,
      tasks: rules.tasks,
      below: block === null || block.lastLine === block.line ? NO_LINES : reading.lines.below(block, index),
      column,
      marker,
      above: reading.aboveOf(block, scope),
      stands: marked ? 'marked' : !followUp ? 'elsewhere' : form === 'line' ? 'bare' : 'listed',
    },
  );
  if (onlyOwned && task.due === null && candidates.length === 0 && owners.length === 0) return false;
  const { text } = task;
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
    task,
    form,
    dueText: dueText === null ? null : flatten(dueText),
    owners,
    candidates,
    onlyOwned,
    proposed: isProposed(task, rules.tasks.statuses, rules.proposedBy),
    followUp,
  });
  if (task.statusType === 'DONE' || task.statusType === 'CANCELLED') return true;
  body.problems.push(...problemsOfTask(path, line.line, task));
  if (unreadDue !== null) body.problems.push({ path, line: line.line, code: 'due-unread', words: flatten(unreadDue) });
  return true;
}

const NO_LINES: readonly string[] = [];
