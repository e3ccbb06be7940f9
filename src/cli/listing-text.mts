/**
 * A listing as text for a terminal: rows wrapped to its width, each with the place that `complete` takes. Piped, a row
 * is a line.
 */
import { type ListedRow, type Listing, listedWords, placeOf } from '../page/listing';
import { printable } from '../text/printable';
import { type Paint, painter } from './report.mts';
import type { Output } from './shell.mts';

/**
 *     Dana Fox · last met 28 Oct · next 4 Nov
 *
 *     You owe
 *     1 Send pricing draft · due 31 Oct  Meetings/2025-10-28 Dana.md:12
 *
 * Ends in a line end. `width`: columns of the terminal, null where there is none.
 */
export function listingText(
  { title, summary, first, sections, foot }: Listing,
  { colours, width }: Pick<Output, 'colours' | 'width'>,
): string {
  const paint = painter(colours);
  const columns = width === undefined ? null : Math.max(width, NARROWEST);
  const lines = wrapped([title, ...summary].map(printable).join(' · '), { columns, first: '', rest: '' }).map(
    (line, at) => (at === 0 ? line.replace(printable(title), (words) => paint(words, 'bold')) : line),
  );
  if (first !== undefined) lines.push('', ...wrapped(printable(first), { columns, first: '', rest: '' }));
  const digits = String(sections.reduce((rows, section) => rows + section.rows.length, 0)).length;
  let number = 0;
  for (const section of sections) {
    lines.push('', paint(printable(section.title), 'bold'));
    for (const row of section.rows) lines.push(...rowLines(row, String(++number).padStart(digits), columns, paint));
    if (section.more > 0) lines.push(`  ${paint(`${section.more} more; --all shows them`, 'dim')}`);
  }
  if (sections.length === 0) lines.push('', 'Nothing.');
  if (foot.length > 0)
    lines.push(
      '',
      ...wrapped(printable(foot.join(' · ')), { columns, first: '', rest: '' }).map((line) => paint(line, 'dim')),
    );
  return lines.map((line) => `${line}\n`).join('');
}

const NARROWEST = 30;

function rowLines(row: ListedRow, number: string, columns: number | null, paint: Paint): string[] {
  const margin = ' '.repeat(number.length + 3);
  const words = printable(listedWords(row));
  const others = new Set(row.sources.map(({ path, line }) => `${path}:${line}`)).size - 1;
  const place =
    printable(placeOf(row)) + (others > 0 ? ` and ${others} other ${others === 1 ? 'place' : 'places'}` : '');
  const shown = (line: string): string => (row.late ? paint(line, 'red') : line);
  const first = `  ${paint(number, 'dim')} `;
  if (columns === null || margin.length + columnsOf(words) + columnsOf(place) + 2 <= columns)
    return [`${first}${shown(words)}  ${paint(place, 'dim')}`];
  const [head = '', ...rest] = wrapped(words, { columns: columns - margin.length, first: '', rest: '  ' });
  return [
    `${first}${shown(head)}`,
    ...rest.map((line) => `${margin}${shown(line)}`),
    `${margin}  ${paint(place, 'dim')}`,
  ];
}

/** Breaks at spaces; a word that is too long for a line sticks out. */
function wrapped(
  text: string,
  { columns, first, rest }: { readonly columns: number | null; readonly first: string; readonly rest: string },
): string[] {
  if (columns === null) return [first + text];
  const lines: string[] = [];
  let line = first;
  let used = first.length;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    const wide = columnsOf(word);
    if (!isEmpty && used + 1 + wide > columns) {
      lines.push(line);
      [line, used, isEmpty] = [rest, rest.length, true];
    }
    line += isEmpty ? word : ` ${word}`;
    used += isEmpty ? wide : wide + 1;
    isEmpty = false;
  }
  return [...lines, line];
}

/** Columns a terminal takes for a text: none for marks, two for East Asian characters and emoji. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (NO_WIDTH.test(character)) continue;
    columns += WIDE.test(character) ? 2 : 1;
  }
  return columns;
}

const NO_WIDTH = /\p{M}|[\u200b-\u200d]/u;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u;
