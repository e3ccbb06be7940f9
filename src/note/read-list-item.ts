/** List items: what the section says of them, checkboxes at any depth. */
import type { Block } from '../text/block';
import { flatten } from '../text/flatten';
import { addTask } from './add-task';
import { wordsOf } from './body-lines';
import type { BodyReading, ListItem } from './body-reading';
import { hasTag } from './has-tag';
import { headingItem, headingLine } from './heading-lines';
import { isStatementKind } from './line-kinds';
import { openedByItem } from './open-meeting';
import { asks as isQuestion, cleanText, isPlaceholder, isTemplateLine } from './line-text';
import { looseCheckbox } from './loose-checkbox';
import { markedLine } from './marked-lines';
import { onlyNames } from './owner-names';
import { readCheckbox } from './read-checkbox';
import { readMeetingLine } from './read-meeting-line';
import { readPeopleItem } from './read-people';
import { addQuestion } from './read-question';
import { readMarkedLine } from './read-marked-line';
import { readPassingRaise, readRaise } from './read-raise';
import type { Scope } from './scopes';
import { taskOfWords } from './task-words';

export function readListItem(reading: BodyReading, block: Block, index: number): void {
  if (opensSection(reading, block, index)) return;
  const { input, lines, scopes } = reading;
  const scope = scopes.at(block.quote);
  if (input.isDaily && opensMeeting(reading, block, index)) return;
  if (readPeopleItem(reading, block, index, scope)) return;
  if (
    scope.section !== 'transcript' &&
    (reading.meeting !== null ||
      input.rules.allTasks ||
      block.status >= 0 ||
      reading.hasRaise ||
      lines.mayBeTagged(block))
  ) {
    const line = lines.kept(block.line, block.textFrom, block.textTo);
    if (line.plain || !isTemplateLine(line.words)) {
      const status = block.status < 0 ? null : String.fromCodePoint(input.text.text.codePointAt(block.status) ?? 32);
      if (block.level === scope.itemLevel) readTopItem(reading, { line, status, scope, index, block });
      else readNestedItem(reading, { line, status, scope, index, block });
    }
    if (block.rest.length > 0 && reading.meeting !== null) readMoreLines(reading, block, scope);
    else if (reading.hasRaise) for (const more of lines.behindFirst(block)) readPassingRaise(reading, more, scope);
  }
  // `- a` and right below it `**Action items:**`: Markdown takes that line for the item's, its writer does not.
  for (let rest = 0; rest < block.rest.length; rest += 2) {
    const from = block.rest[rest] ?? 0;
    if (block.quote > 0 || lines.startOf(from) !== from) continue;
    const bold = headingLine(input.text.piece(from, block.rest[rest + 1] ?? from), input.rules.sections);
    if (bold !== null) scopes.openBold(bold);
  }
}

/** An item's further lines are its detail, except those that say themselves what they are. */
function readMoreLines(reading: BodyReading, block: Block, scope: Scope): void {
  for (const more of reading.lines.behindFirst(block)) {
    if (readPassingRaise(reading, more, scope) || isTemplateLine(more.words)) continue;
    if (markedLine(more.words, reading.input.rules.words) === null) continue;
    const line = reading.lines.kept(more.line, more.from, more.to);
    readMarkedLine(reading, line, { scope, block: null, index: -1, below: [] });
  }
}

/** `- **Action items:**` over its items; in a section of actions also `- Ann:` and `- Website:`. */
function opensSection(reading: BodyReading, block: Block, index: number): boolean {
  const { input, meeting, scopes } = reading;
  if (block.status >= 0 || meeting === null || input.blocks[index + 1]?.parent !== index) return false;
  const words = input.text.piece(block.textFrom, block.textTo);
  // `- Who?` among open questions asks, whoever is named below it.
  if (scopes.at(block.quote).section === 'questions' && isQuestion(words)) return false;
  const heading = headingItem(words, input.rules.sections);
  const scope = scopes.at(block.quote);
  if (heading !== null) {
    if (isActions(scope) && isLabel(words, reading, block.line)) reading.labels.set(index, words);
    scopes.openItem(block, heading);
    return true;
  }
  if (!isActions(scope) || block.level !== scope.itemLevel || !isLabel(words, reading, block.line)) return false;
  reading.labels.set(index, words);
  scopes.openItem(block, words);
  return true;
}

/** Nothing but a name, or but words with a colon: what is to be done is below. */
function isLabel(text: string, { draft, input }: BodyReading, line: number): boolean {
  if (text.length > LONGEST_LABEL) return false;
  if (/[:：][*_]{0,3}$/.test(text.trimEnd())) return true;
  const names = onlyNames(cleanText(text), line, input.rules.words);
  if (names === null) return false;
  return names.every(
    ({ text: name, target }) =>
      target !== null ||
      name === 'me' ||
      !name.includes(' ') ||
      draft?.names.some((there) => there.text === name) === true,
  );
}

const LONGEST_LABEL = 80;

function isActions({ section }: Scope): boolean {
  return section === 'actions' || section === 'follow-ups';
}

/** `- 11:00 [[Ann Lee]] rota` in a daily note. */
function opensMeeting(reading: BodyReading, block: Block, index: number): boolean {
  const { input, scopes } = reading;
  if (block.level > 0 || block.quote > 0 || block.status >= 0) return false;
  const source = flatten(input.text.text.slice(block.textFrom, block.textTo));
  if (!MAY_OPEN.test(source)) return false;
  const scope = scopes.at(0);
  const draft = openedByItem(input, {
    words: input.text.repair(source),
    source,
    line: block.line,
    isPrivate: input.private || scope.private,
    index,
  });
  if (draft === null) return false;
  reading.openItemMeeting({ ...draft, heading: scope.heading }, block.lastLine);
  return true;
}

/** A time, or a link. */
const MAY_OPEN = /^[*_\s]{0,4}(?:\d|\[)/;

function readTopItem(reading: BodyReading, item: ListItem): void {
  const { line, status, scope, block, index } = item;
  const { body } = reading;
  const text = wordsOf(line);
  const meeting = reading.draft;
  if (isPlaceholder(text) || readRaise(reading, line, status, scope)) return;
  if (meeting !== null && readMeetingLine(reading, line.words, line.line, { scope, quoted: block.quote > 0 })) return;
  const asks = scope.mixed.includes('questions') && status === null && isQuestion(text);
  if (readMarkedItem(reading, item)) return;
  if ((meeting !== null && (scope.section === 'questions' || asks)) || hasTag(text, 'question')) {
    addQuestion(reading, line, { status, below: reading.lines.below(block, index), scope });
    return;
  }
  if (status !== null && readCheckbox(reading, item, status)) return;
  if (meeting === null || readLooseCheckbox(reading, item)) return;
  // In a quote that is no callout only checkboxes and marked lines count.
  if (block.quote > 0 && reading.scopes.quoteDepth === 0) return;
  const { section } = scope;
  if (section === 'decisions' && OPTION.test(text)) return;
  if (isStatementKind(section)) body[section].push(reading.itemOf(line, text, scope));
  else if (section === 'summary') reading.addToSummary(scope, 'bullets', text);
  else if (isActions(scope) && status === null) readBullet(reading, item, text);
}

/** What may be chosen is not yet decided: `Option 2: two shifts`. */
const OPTION = /^[*_]{0,3}(?:option|alternative|variante|opción|optie|opzione|opção) (?:\d|[A-F])[*_]{0,3}\s?[:.–—-]/iu;

/** A list item of a section of actions. */
function readBullet(reading: BodyReading, { line, scope, block, index }: ListItem, text: string): void {
  // A link is something to read, not something to do.
  if (LINK_ALONE.test(text)) return;
  const task = taskOfWords(text, reading.input.rules);
  if (task !== null) addTask(reading, line, task, { scope, form: 'bullet', block, index });
}

const LINK_ALONE = /^!?(?:\[\[[^[\]]{1,200}\]\]|\[[^[\]]{1,200}\]\([^()\s]{1,500}\)|https?:\/\/\S+)[.]?$/;

function readMarkedItem(reading: BodyReading, { line, status, scope, block, index }: ListItem): boolean {
  if (status !== null || reading.meeting === null) return false;
  return readMarkedLine(reading, line, { scope, block, index, below: reading.lines.below(block, index) });
}

/** `- [] Ring` */
function readLooseCheckbox(reading: BodyReading, { line, status, scope, block, index }: ListItem): boolean {
  const loose = status === null && reading.meeting !== null ? looseCheckbox(line.words) : null;
  if (loose === null) return false;
  const words = line.words.slice(loose.from);
  const task = taskOfWords(cleanText(words), reading.input.rules, loose.status);
  if (task !== null) addTask(reading, { ...line, words }, task, { scope, form: 'bullet', block, index });
  return task !== null;
}

/** Children are their parent's detail; but a checkbox and a marked line say something at any depth. */
function readNestedItem(reading: BodyReading, item: ListItem): void {
  const { line, status, scope, block } = item;
  if (readRaise(reading, line, status, scope)) return;
  if (hasTag(line.words, 'question') && scope.section !== 'questions') {
    addQuestion(reading, line, { status, below: reading.lines.below(block, item.index), scope });
    return;
  }
  if (readMarkedItem(reading, item)) return;
  if (status !== null && !isPlaceholder(wordsOf(line))) readCheckbox(reading, item, status);
  else readLooseCheckbox(reading, item);
}
