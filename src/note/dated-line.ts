/**
 * The line near a note's top that says when the meeting was: `**Date:** 4 March 2025`, `| Date | … |`, or a date alone.
 */
import type { Block, BlockKind } from '../text/block';
import { writtenDates } from '../text/written-dates';
import { labelOf, linesOf } from './clues';
import { wholeDate } from './moments';
import type { NoteText } from './note-text';
import { foldWord } from './word-list';
import type { Words } from './word-lists';

/** The date's text and what is after it, or null. A heading that is nothing but a date opens a day, and is no line. */
export function datedLine(blocks: readonly Block[], text: NoteText, words: Words): string | null {
  for (const [index, block] of blocks.slice(0, MOST_BLOCKS).entries()) {
    if (block.quote > 1 || !MAY_SAY.has(block.kind)) continue;
    const lines = block.kind === 'html' ? htmlHeadings(text.piece(block.from, block.to)) : linesOf(block, text);
    for (const line of lines) {
      if (!/\d/.test(line)) continue;
      const said = saidDate(line, words);
      if (said !== null) return said;
      const alone = line.replace(/[*_]+/g, '').trim().replace(SHORT_YEAR, '$1 20$2');
      if (index < FIRST_BLOCKS && STANDS_ALONE.has(block.kind) && wholeDate(alone) !== null) return alone;
    }
  }
  return null;
}

/** `Mon, 29 Jun 26`: on a line of its own the last number is the year. */
const SHORT_YEAR = /^((?:\p{L}{2,10}\.?,? )?\d{1,2}\.? \p{L}{3,10}\.?),? ['’]?(\d{2})$/u;
const MAY_SAY: ReadonlySet<BlockKind> = new Set<BlockKind>(['paragraph', 'item', 'heading', 'html']);
const STANDS_ALONE: ReadonlySet<BlockKind> = new Set<BlockKind>(['paragraph', 'html']);

/** `<h3 align="center">05-02-2024</h3>`, as a cover sheet has it: the texts of headings of one line. */
function htmlHeadings(html: string): string[] {
  return [...html.slice(0, LONGEST_HTML).matchAll(/<h[1-6](?: [^<>]{0,200})?>([^<>\n]{1,80})<\/h[1-6]>/gi)].flatMap(
    ([, words]) => words ?? [],
  );
}

const LONGEST_HTML = 2_000;
const MOST_BLOCKS = 30;
/** Further down a date by itself is not the note's. */
const FIRST_BLOCKS = 4;

function saidDate(line: string, words: Words): string | null {
  const { label, value } = labelOf(line.slice(0, 160));
  if (label !== null && words['date-labels'].has(foldWord(label)) && writtenDates(value).length > 0) return value;
  // `Meeting date 2020-09-28`, without a colon.
  const [first] = writtenDates(line.slice(0, 80));
  if (first === undefined) return null;
  const before = foldWord(line.slice(0, first.from).replace(/[*_:\s]+$/, ''));
  return before.includes('date') && words['date-labels'].has(before) ? line.slice(first.from) : null;
}
