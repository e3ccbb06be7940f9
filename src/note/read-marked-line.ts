/** Marked lines: decisions, tasks and questions that say themselves what they are, wherever in a meeting they are. */
import type { Block } from '../text/block';
import { addTask } from './add-task';
import type { Line } from './body-lines';
import type { BodyReading } from './body-reading';
import { cleanText, isPlaceholder } from './line-text';
import { markedLine } from './marked-lines';
import { addQuestion } from './read-question';
import type { Scope } from './scopes';
import type { MarkedLine } from './tagged-line';
import { taskOfWords } from './task-words';

interface MarkedPlace {
  readonly scope: Scope;
  readonly block: Block | null;
  readonly index: number;
  readonly below: readonly string[];
}

/** True where the line was read by its marker. */
export function readMarkedLine(reading: BodyReading, line: Line, place: MarkedPlace): boolean {
  if (reading.meeting === null) return false;
  const marked = markedLine(line.words, reading.input.rules.words);
  const { section } = place.scope;
  if (marked?.isLoose === true && (section === 'actions' || section === 'follow-ups')) return false;
  return marked !== null && addMarked(reading, line, marked, place);
}

function addMarked(reading: BodyReading, line: Line, marked: MarkedLine, place: MarkedPlace): boolean {
  const { scope, below, block, index } = place;
  const own = line.words.slice(marked.from, marked.to);
  // `- **Decision**:`, and what was decided on the item's next line.
  const said = own.trim() === '' && block !== null ? (reading.lines.behindFirst(block)[0]?.words ?? '') : own;
  const text = cleanText(said);
  if (isPlaceholder(text)) return true;
  const rest = { ...line, words: said };
  if (marked.is === 'decision') {
    reading.body.decisions.push(reading.itemOf(rest, text, scope));
    return true;
  }
  if (marked.is === 'question') {
    addQuestion(reading, rest, { status: null, below, scope });
    return true;
  }
  const task = taskOfWords(text, reading.input.rules);
  return (
    task !== null &&
    addTask(reading, rest, task, {
      scope,
      form: block === null ? 'line' : 'bullet',
      block,
      index,
      marker: marked.named,
      marked: true,
      onlyOwned: marked.needsOwner,
    })
  );
}
