/**
 * One pass through a note's blocks: headings open sections and meetings, list items and paragraphs say things. One
 * construct a file; this one calls them.
 */
import type { Block } from '../text/block';
import type { Body, BodyInput } from './body';
import { problemsOfUnclosed } from './body-problems';
import { BodyReading } from './body-reading';
import type { Question } from './note';
import { readHeading } from './read-heading';
import { readListItem } from './read-list-item';
import { readParagraph } from './read-paragraph';
import { readPassingRaise } from './read-raise';

export function readBody(input: BodyInput): Body {
  const reading = new BodyReading(input);
  const { scopes } = reading;
  for (const [index, block] of input.blocks.entries()) {
    if (block.kind !== 'heading' && block.kind !== 'item' && block.kind !== 'paragraph') {
      if (!block.closed) reading.body.problems.push(...problemsOfUnclosed(input.path, block));
      continue;
    }
    reading.enter(block.line);
    scopes.enter(block.line);
    if (scopes.quoteDepth > 0 && !isInSameQuote(reading, block)) scopes.closeQuote();
    if (block.kind === 'heading') readHeading(reading, block, index);
    else if (block.kind === 'item') readListItem(reading, block, index);
    else if (block.parent < 0) readParagraph(reading, block, index);
    else if (reading.hasRaise)
      for (const line of reading.lines.of(block)) readPassingRaise(reading, line, scopes.at(block.quote));
  }
  reading.enter(Infinity);
  reading.closeMeeting(null);
  dropUnasked(reading.body);
  return reading.body;
}

/** Two quotes with a blank line between are two; a callout's title counts for its own only. */
function isInSameQuote({ scopes, input, lines }: BodyReading, block: Block): boolean {
  if (block.quote < scopes.quoteDepth) return false;
  const { text } = input.text;
  let at = lines.startOf(block.from) - 1;
  if (at < 0) return false;
  if (text[at] === '\n' && text[at - 1] === '\r') at -= 1;
  for (at = lines.startOf(at); text[at] === ' '; at++);
  return text[at] === '>';
}

/**
 * Among questions with a question mark a bullet without one is said about them: `- Who pays?` and `- requirements.txt`.
 * Where no line has one, each is a question.
 */
function dropUnasked({ questions }: Body): void {
  const asking = new Set(questions.filter(({ text }) => ASKS.test(text)).map(placeOf));
  const kept = questions.filter(
    (question) =>
      question.section !== 'questions' ||
      question.answered ||
      ASKS.test(question.text) ||
      CHECKBOX.test(question.source) ||
      !asking.has(placeOf(question)),
  );
  if (kept.length < questions.length) questions.splice(0, questions.length, ...kept);
}

const ASKS = /[?？؟]/;
const CHECKBOX = /^[\s>]*(?:[-*+]|\d+[.)])\s+\[.\]/;

function placeOf({ meeting, heading }: Question): string {
  return `${meeting ?? ''}\n${heading ?? ''}`;
}
