/** Headings: each opens a section, some a meeting. */
import type { Block } from '../text/block';
import { flatten } from '../text/flatten';
import type { BodyReading } from './body-reading';
import { openedByHeading } from './open-meeting';
import { peopleOfHeading } from './people-title';
import { readPeopleHeading } from './read-people';
import { readRaise } from './read-raise';
import { hasTag } from './has-tag';

export function readHeading(reading: BodyReading, block: Block, index: number): void {
  const { input, scopes } = reading;
  const source = flatten(input.text.text.slice(block.textFrom, block.textTo));
  const words = input.text.repair(source);
  const parent = input.blocks[block.parent];
  if (parent !== undefined) {
    // `- ## Actions`; a heading further down in an item is a part of what it says.
    if (parent.line === block.line) scopes.openItem(parent, words);
    return;
  }
  if (block.quote > 0) {
    if (!isQuotedTranscript(reading, block)) scopes.openQuote(block.quote, words);
    return;
  }
  const scope = scopes.openHeading(block.level, words, source);
  readPeopleHeading(reading, words, block.line, scope);
  if (reading.hasRaise && hasTag(words, 'raise'))
    readRaise(reading, reading.lines.kept(block.line, block.textFrom, block.textTo), null, scope);
  if (input.meeting !== null) {
    if (reading.isFirstHeading && block.level <= 2)
      reading.people?.addNames(peopleOfHeading(words, block.line, input.rules.words));
    reading.standup?.head(words, block.line);
    reading.isFirstHeading = false;
    if (block.level === 1 && hasTag(words, 'private')) input.meeting.private = true;
    return;
  }
  const open = reading.draft;
  if (open !== null && block.level <= reading.meetingLevel) reading.closeMeeting(block.line - 1);
  // Within a meeting a heading's links are what was talked about.
  if (reading.meeting !== null && reading.meetingLevel > 0) return;
  const opened = openedByHeading(input, {
    words,
    source,
    line: block.line,
    isPrivate: input.private || scope.private,
    index,
  });
  if (opened === null) return;
  if (!('draft' in opened)) {
    reading.body.looksLike ??= opened.looksLike;
    return;
  }
  reading.closeMeeting(block.line - 1);
  reading.openMeeting(opened.draft, block.level);
}

/** Whatever a transcript's callout holds, headings too, is its own. */
export function isQuotedTranscript({ scopes }: BodyReading, { quote }: Block): boolean {
  return scopes.quoteDepth > 0 && scopes.at(quote).section === 'transcript';
}
