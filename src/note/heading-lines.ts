/** Lines that stand for headings: nothing but bold, or a label that names a section. */
import { headingKey } from './heading-key';
import { meaningOf, type SectionTable } from './section-table';

/**
 * The words of a line that is nothing but bold, a colon within or after, or a label of a section, `Action items:`;
 * null for any other line. One that asks is a question; `**Present: Ann Hale**` is a label and what it says.
 */
export function headingLine(line: string, table: SectionTable): string | null {
  const bold = boldLine(line);
  if (bold === null) return labelLine(line, table);
  const colon = bold.search(/[:：]\s/);
  return colon > 0 && meaningOf(bold.slice(0, colon), table) !== null ? null : bold;
}

function boldLine(line: string): string | null {
  const first = line[0];
  if (first !== '*' && first !== '_') return null;
  const match = /^(\*{2,3}|__)([^*_\n]{1,100})\1\s*:?\s*$/.exec(line);
  const words = match?.[2]?.trim() ?? '';
  return words === '' || words.endsWith('?') ? null : words;
}

function labelLine(line: string, table: SectionTable): string | null {
  if (line.length > LONGEST_LABEL || !COLON_LAST.test(line)) return null;
  const means = meaningOf(line, table) ?? meaningOf(lastWords(line), table);
  return means === null ? null : line.trim();
}

const LONGEST_LABEL = 80;
const COLON_LAST = /[:：][*_]{0,3}\s{0,9}$/;

/**
 * The words of a list item that is a heading for the items below it: bold, a label, or a section's bare name; null for
 * any other.
 *
 *     - **Action items:**      - We wrote down some action items:      - Attendees
 *       - Book the yard          - Book the yard                         - Ann Hale
 */
export function headingItem(text: string, table: SectionTable): string | null {
  if (text.length > LONGEST_LABEL) return null;
  const words = text.trim();
  const heading = headingLine(words, table);
  // `- **Remove the old gate from the plan**` says what to do.
  if (heading !== null) return isSentence(heading, table) ? null : heading;
  const means = meaningOf(COLON_LAST.test(words) ? lastWords(words) : words, table);
  return means === null || means.section === null ? null : words;
}

function isSentence(words: string, table: SectionTable): boolean {
  return words.split(/\s+/).length > LONGEST_NAME && !COLON_LAST.test(words) && meaningOf(words, table) === null;
}

const LONGEST_NAME = 5;

/** `action items` of `we wrote down some action items`. */
function lastWords(text: string): string {
  return headingKey(text).split(' ').slice(-2).join(' ');
}
