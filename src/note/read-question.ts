/** Questions: an item of a questions section, a line that asks, a bullet tagged `#question`. */
import type { Line } from './body-lines';
import type { BodyReading } from './body-reading';
import { isPlaceholder } from './line-text';
import { askingLines, questionOf } from './questions';
import type { Scope } from './scopes';

export function addQuestion(
  reading: BodyReading,
  line: Line,
  { status, below, scope }: { status: string | null; below: readonly string[]; scope: Scope },
): void {
  const { rules, date } = reading.input;
  const base = reading.itemOf(line, line.words, scope);
  const meetingDate = reading.draft?.date ?? date;
  const question = questionOf(base, { words: line.words, status, below, meetingDate }, rules);
  if (!isPlaceholder(question.text)) reading.body.questions.push(question);
}

export function readAskingLines(reading: BodyReading, lines: readonly Line[], scope: Scope): void {
  for (const { line, below } of askingLines(lines)) addQuestion(reading, line, { status: null, below, scope });
}
