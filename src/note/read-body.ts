/**
 * One pass through a note's blocks: headings open sections and meetings, list items and paragraphs say things. One
 * construct a file; this one calls them.
 */
import type { Block } from '../text/block';
import type { Body, BodyInput } from './body';
import { problemsOfUnclosed } from './body-problems';
import { BodyReading } from './body-reading';
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
