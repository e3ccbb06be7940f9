/** Paragraphs: labels that count as headings, and lines that say something by themselves. */
import type { Block } from '../text/block';
import { addTask } from './add-task';
import type { PassingLine } from './body-lines';
import type { BodyReading } from './body-reading';
import { headingLine } from './heading-lines';
import { cleanText, isPlaceholder, isTemplateLine } from './line-text';
import { looseCheckbox } from './loose-checkbox';
import { markedLine } from './marked-lines';
import { onlyNames } from './owner-names';
import { MOST_BELOW } from './questions';
import { isQuotedTranscript } from './read-heading';
import { readMeetingLine } from './read-meeting-line';
import { readMarkedLine } from './read-marked-line';
import { readAskingLines } from './read-question';
import { readPeopleLines } from './read-people';
import { readPassingRaise } from './read-raise';
import { readTable } from './read-table';
import type { Scope } from './scopes';
import { delimiterIn } from './table-rows';
import { taskOfWords } from './task-words';

export function readParagraph(reading: BodyReading, block: Block, index: number): void {
  if (isQuotedTranscript(reading, block)) return;
  const { scopes, lines } = reading;
  if (block.callout !== null) {
    const title = reading.input.text.piece(block.textFrom, block.textTo);
    scopes.openQuote(block.quote, title, block.callout);
    return;
  }
  const scope = scopes.at(block.quote);
  if (reading.draft === null && !reading.hasRaise) return;
  if (scope.section === 'transcript') return;
  let rest: PassingLine[] = [];
  for (const line of lines.of(block)) {
    const bold = headingLine(line.words, reading.input.rules.sections) ?? namesOverItems(reading, line, block, index);
    if (bold === null) {
      rest.push(line);
      continue;
    }
    readLines(reading, rest, block);
    rest = [];
    reading.standup?.head(bold, line.line);
    if (block.quote === 0) scopes.openBold(bold);
    else scopes.openQuote(block.quote, bold);
  }
  readLines(reading, rest, block);
}

/** The last line of a paragraph among actions, where it is nothing but names and their items are right below it. */
function namesOverItems({ scopes, input }: BodyReading, line: PassingLine, block: Block, index: number): string | null {
  const next = input.blocks[index + 1];
  if (next?.kind !== 'item' || next.quote !== block.quote || next.line !== line.line + 1) return null;
  const { section } = scopes.at(block.quote);
  const isOfActions = section === 'actions' || section === 'follow-ups';
  return isOfActions && onlyNames(line.words, line.line, input.rules.words) !== null ? line.words : null;
}

/** The lines of a paragraph that no bold heading parts: a table, or lines that each may say something. */
function readLines(reading: BodyReading, all: readonly PassingLine[], block: Block): void {
  const scope = reading.scopes.at(block.quote);
  const lines = reading.draft === null ? all : readPeopleLines(reading, all, scope);
  const delimiter = reading.draft === null || lines.length < 2 ? -1 : delimiterIn(lines);
  const header = lines[delimiter - 1];
  readPlainLines(reading, header === undefined ? lines : lines.slice(0, delimiter - 1), block);
  if (header !== undefined) readTable(reading, header, lines.slice(delimiter + 1), scope);
}

function readPlainLines(reading: BodyReading, lines: readonly PassingLine[], block: Block): void {
  const scope = reading.scopes.at(block.quote);
  const meeting = reading.draft;
  const isQuote = block.quote > 0 && reading.scopes.quoteDepth === 0;
  const said: PassingLine[] = [];
  for (const [at, line] of lines.entries()) {
    if (isTemplateLine(line.words) || readPassingRaise(reading, line, scope)) continue;
    if (meeting === null) continue;
    if (readMeetingLine(reading, line.words, line.line, { scope, quoted: block.quote > 0 })) continue;
    if (readLooseLine(reading, line, scope)) continue;
    if (readMarkedText(reading, line, { scope, below: lines.slice(at + 1, at + 1 + MOST_BELOW) })) continue;
    said.push(line);
  }
  if (meeting === null || said.length === 0 || isQuote) return;
  const { section } = scope;
  if (section === 'summary') reading.addToSummary(scope, 'paragraphs', said.map(({ words }) => words).join(' '));
  if (section === 'questions' || scope.mixed.includes('questions'))
    readAskingLines(
      reading,
      said.map(({ line, from, to }) => reading.lines.kept(line, from, to)),
      scope,
    );
  if (section === 'actions' || section === 'follow-ups') readBareLines(reading, said, scope);
}

/** `[ ] Send`, `-[ ] Book` */
function readLooseLine(reading: BodyReading, { line, from, to, words }: PassingLine, scope: Scope): boolean {
  const loose = looseCheckbox(words);
  if (loose === null) return false;
  const kept = reading.lines.kept(line, from, to);
  const said = kept.words.slice(loose.from);
  const task = taskOfWords(cleanText(said), reading.input.rules, loose.status);
  return (
    task !== null && addTask(reading, { ...kept, words: said }, task, { scope, form: 'line', block: null, index: -1 })
  );
}

/** A marked line; lines up to the next marked one may answer it. */
function readMarkedText(
  reading: BodyReading,
  { line, from, to, words }: PassingLine,
  { scope, below }: { readonly scope: Scope; readonly below: readonly PassingLine[] },
): boolean {
  const lists = reading.input.rules.words;
  if (markedLine(words, lists) === null) return false;
  const next = below.findIndex((one) => markedLine(one.words, lists) !== null);
  return readMarkedLine(reading, reading.lines.kept(line, from, to), {
    scope,
    block: null,
    index: -1,
    below: (next < 0 ? below : below.slice(0, next)).map((one) => one.words),
  });
}

/** Lines of a section of actions without a bullet: those with an owner or a due date are tasks. */
function readBareLines(reading: BodyReading, lines: readonly PassingLine[], scope: Scope): void {
  for (const { line, from, to } of lines) {
    const kept = reading.lines.kept(line, from, to);
    const text = cleanText(kept.words);
    const isProse = text.length > LONGEST_TASK || SENTENCES.test(text);
    if (isProse) reading.proseBelow.add(scope.opened);
    // A name alone is whose the next ones are, and no task.
    const isNoTask = reading.proseBelow.has(scope.opened) || onlyNames(text, line, reading.input.rules.words) !== null;
    const task = isNoTask ? null : taskOfWords(text, reading.input.rules);
    if (task !== null && addTask(reading, kept, task, { scope, form: 'line', block: null, index: -1, onlyOwned: true }))
      continue;
    if (isPlaceholder(text) || reading.toldLines.has(scope.opened)) continue;
    reading.toldLines.add(scope.opened);
    reading.body.problems.push({ path: reading.input.path, line, code: 'line-no-item' });
  }
}

/** Three sentences: what was said, not what is to be done. Lines after it are no items either. */
const SENTENCES = /\p{L}[.?!] \p{Lu}.*\p{L}[.?!] \p{Lu}/u;
/** Longer lines are prose. */
const LONGEST_TASK = 280;
