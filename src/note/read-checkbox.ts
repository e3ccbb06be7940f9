/** Checkboxes: tasks, or questions marked `[?]`. */
import { withoutComments } from '../text/plain-text';
import { parseTask } from '../task/parse';
import type { BodyReading, ListItem } from './body-reading';
import { addTask } from './add-task';
import { isPlaceholder } from './line-text';
import { markedByWords } from './marked-lines';
import { hasOwnerOrDate, marksQuestion } from './questions';
import { addQuestion } from './read-question';
import { AS_IN_NOTES } from './task-words';

/** False where the vault's rules see no task in the line. */
export function readCheckbox(reading: BodyReading, { line, scope, block, index }: ListItem, status: string): boolean {
  const { rules, text } = reading.input;
  if (reading.meeting === null && !rules.allTasks) return true;
  const repaired = line.intact ? line.source : text.repair(line.source);
  const task = parseTask(line.plain ? repaired : withoutComments(repaired), rules.tasks, AS_IN_NOTES);
  if (task === null) return false;
  const isAction = scope.section === 'actions' || scope.section === 'follow-ups';
  if (!isAction && reading.meeting !== null && marksQuestion(status, rules.tasks) && !hasOwnerOrDate(task)) {
    addQuestion(reading, line, { status, below: reading.lines.below(block, index), scope });
  } else {
    // `- [ ] Action: Ann to send it` says what `- Action: Ann to send it` says.
    const marked = reading.meeting === null ? null : markedByWords(task.text, rules.words);
    if (marked?.is !== 'task' || isPlaceholder(task.text.slice(marked.from)))
      addTask(reading, line, task, { scope, form: 'checkbox', block, index });
    else
      addTask(
        reading,
        line,
        { ...task, text: task.text.slice(marked.from, marked.to) },
        { scope, form: 'checkbox', block, index, marker: marked.named, marked: true },
      );
  }
  return true;
}
