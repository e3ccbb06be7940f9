/** Paragraphs: labels that count as headings, and lines that say something by themselves. */
import type { Block } from '../text/block';
import type { PassingLine } from './body-lines';
import type { BodyReading } from './body-reading';
import { headingLine } from './heading-lines';
import { isTemplateLine } from './line-text';
import { isQuotedTranscript } from './read-heading';
import { readMeetingLine } from './read-meeting-line';
import { readAskingLines } from './read-question';
import { readPeopleLines } from './read-people';
import { readPassingRaise } from './read-raise';

export function readParagraph(reading: BodyReading, block: Block): void {
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
    const bold = headingLine(line.words, reading.input.rules.sections);
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

/** The lines of a paragraph that no bold heading parts. */
function readLines(reading: BodyReading, lines: readonly PassingLine[], block: Block): void {
  const scope = reading.scopes.at(block.quote);
  const meeting = reading.draft;
  const said: PassingLine[] = [];
  for (const line of meeting === null ? lines : readPeopleLines(reading, lines, scope)) {
    if (isTemplateLine(line.words) || readPassingRaise(reading, line, scope)) continue;
    if (meeting === null) continue;
    if (readMeetingLine(reading, line.words, line.line, { scope, quoted: block.quote > 0 })) continue;
    said.push(line);
  }
  if (meeting === null || said.length === 0) return;
  if (scope.section === 'summary') reading.addToSummary(scope, 'paragraphs', said.map(({ words }) => words).join(' '));
  if (scope.section === 'questions')
    readAskingLines(
      reading,
      said.map(({ line, from, to }) => reading.lines.kept(line, from, to)),
      scope,
    );
}
