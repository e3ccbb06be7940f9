/** `#raise` with a link or `@`: what waits on somebody's page until it was said. */
import { parseTask } from '../task/parse';
import type { Line, PassingLine } from './body-lines';
import type { BodyReading } from './body-reading';
import { cleanText, isTemplateLine, struckText } from './line-text';
import { namesOfOwner } from './names';
import { isClosed } from './questions';
import { hasTag } from './has-tag';
import type { Scope } from './scopes';
import { AS_IN_NOTES } from './task-words';

export function readRaise(reading: BodyReading, line: Line, status: string | null, scope: Scope): boolean {
  if (!reading.hasRaise || !hasTag(line.words, 'raise')) return false;
  const clean = cleanText(line.words);
  const struck = struckText(clean);
  const { tasks } = reading.input.rules;
  const task =
    status === null
      ? null
      : parseTask(
          `- [ ] ${struck ?? clean}`,
          tasks.globalFilter === '' ? tasks : { ...tasks, globalFilter: '' },
          AS_IN_NOTES,
        );
  const text = task === null ? (struck ?? clean) : cleanText(task.text);
  const item = reading.itemOf(line, text, scope);
  const names =
    task === null ? item.names : [...item.names, ...task.owners.flatMap((owner) => namesOfOwner(owner, line.line))];
  if (names.length === 0 || isTemplateLine(line.words)) return false;
  reading.body.raises.push({ ...item, names, done: struck !== null || (status !== null && isClosed(status, tasks)) });
  return true;
}

/** Reads a line that may be tagged; most are not, and are not copied. */
export function readPassingRaise(reading: BodyReading, { line, from, to, words }: PassingLine, scope: Scope): boolean {
  return (
    reading.hasRaise && hasTag(words, 'raise') && readRaise(reading, reading.lines.kept(line, from, to), null, scope)
  );
}
