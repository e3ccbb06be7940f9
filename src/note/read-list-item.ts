/** List items: what the section says of them, checkboxes at any depth. */
import type { Block } from '../text/block';
import { flatten } from '../text/flatten';
import { wordsOf } from './body-lines';
import type { BodyReading, ListItem } from './body-reading';
import { hasTag } from './has-tag';
import { headingItem, headingLine } from './heading-lines';
import { isStatementKind } from './line-kinds';
import { isPlaceholder, isTemplateLine } from './line-text';
import { openedByItem } from './open-meeting';
import { readCheckbox } from './read-checkbox';
import { readMeetingLine } from './read-meeting-line';
import { readPeopleItem } from './read-people';
import { addQuestion } from './read-question';
import { readPassingRaise, readRaise } from './read-raise';

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
    if (reading.hasRaise) for (const more of lines.behindFirst(block)) readPassingRaise(reading, more, scope);
  }
  // `- a` and right below it `**Action items:**`: Markdown takes that line for the item's, its writer does not.
  for (let rest = 0; rest < block.rest.length; rest += 2) {
    const from = block.rest[rest] ?? 0;
    if (block.quote > 0 || lines.startOf(from) !== from) continue;
    const bold = headingLine(input.text.piece(from, block.rest[rest + 1] ?? from), input.rules.sections);
    if (bold !== null) scopes.openBold(bold);
  }
}

/** `- **Action items:**` over its items. */
function opensSection({ input, meeting, scopes }: BodyReading, block: Block, index: number): boolean {
  if (block.status >= 0 || meeting === null || input.blocks[index + 1]?.parent !== index) return false;
  const heading = headingItem(input.text.piece(block.textFrom, block.textTo), input.rules.sections);
  if (heading !== null) scopes.openItem(block, heading);
  return heading !== null;
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
  if ((meeting !== null && scope.section === 'questions') || hasTag(text, 'question')) {
    addQuestion(reading, line, { status, below: reading.lines.below(block, index), scope });
    return;
  }
  if (status !== null && readCheckbox(reading, item, status)) return;
  if (meeting === null) return;
  const { section } = scope;
  if (isStatementKind(section)) body[section].push(reading.itemOf(line, text, scope));
  else if (section === 'summary') reading.addToSummary(scope, 'bullets', text);
}

/** Children are their parent's detail; but what is to be done below a mere bullet (`- Ann:`) is not lost. */
function readNestedItem(reading: BodyReading, item: ListItem): void {
  const { line, status, scope, block } = item;
  if (readRaise(reading, line, status, scope) || scope.section === 'questions') return;
  if (hasTag(line.words, 'question')) {
    addQuestion(reading, line, { status, below: reading.lines.below(block, item.index), scope });
    return;
  }
  if (status === null) return;
  const { blocks } = reading.input;
  for (let parent = blocks[block.parent]; parent !== undefined; parent = blocks[parent.parent])
    if (parent.status >= 0) return;
  if (!isPlaceholder(wordsOf(line))) readCheckbox(reading, item, status);
}
