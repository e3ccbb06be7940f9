/**
 * Actions on lines that need not be tasks: the words that may take a line's place, the best first. Which of them the
 * note then says what was wanted with is read back by whoever asks (`row-actions`).
 *
 *     pin       - Who signs? ^q1                      →    - Who signs? #pin ^q1
 *     settled   - Who signs?                          →    - Who signs? [answered:: 2025-11-03]
 *     raised    - Pilot budget [[Dana Fox]] #raise    →    - ~~Pilot budget [[Dana Fox]] #raise~~
 */
import type { CalendarDate } from '../text/calendar-date';

interface LineParts {
  /** Quote marks, list marker, checkbox, heading marks. */
  readonly before: string;
  readonly words: string;
  /** Block id and white space. */
  readonly behind: string;
}

const BEFORE = /^[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[^\]]{1,2}\][ \t]+)?)?(?:#{1,6}[ \t]+)?/u;
const BLOCK_ID = /[ \t]\^[a-zA-Z0-9-]+$/;

function partsOf(line: string): LineParts {
  const before = BEFORE.exec(line)?.[0] ?? '';
  const end = trimmed(line, line.length);
  const id = BLOCK_ID.exec(line.slice(Math.max(before.length, end - LONGEST_ID), end));
  const to = trimmed(line, id === null ? end : end - id[0].length);
  return {
    before,
    words: line.slice(before.length, Math.max(before.length, to)),
    behind: line.slice(Math.max(before.length, to)),
  };
}

const LONGEST_ID = 200;

/** Where the line ends when blanks after it are left out. */
function trimmed(line: string, to: number): number {
  let end = to;
  while (end > 0 && /[ \t\r]/.test(line.charAt(end - 1))) end -= 1;
  return end;
}

/** A paragraph asks only while it ends in its question mark: there the tag goes to the front. */
export function pinned(line: string): readonly string[] {
  const { before, words, behind } = partsOf(line);
  return [`${before}${words} #pin${behind}`, `${before}#pin ${words}${behind}`];
}

export function unpinned(line: string): readonly string[] {
  const { before, words, behind } = partsOf(line);
  const without = words
    .split(' ')
    .filter((word) => word.toLowerCase() !== '#pin')
    .join(' ');
  return [`${before}${without}${behind}`];
}

/** Closed without words: a field that says when; where the line would not ask any more with one, struck through. */
export function closedWithoutWords(line: string, today: CalendarDate): readonly string[] {
  const { before, words, behind } = partsOf(line);
  return [`${before}${words} [answered:: ${today}]${behind}`, `${before}~~${words}~~${behind}`];
}

/** A tag that opens the line is none after `~~`: it goes to the end then. */
export function struckThrough(line: string): readonly string[] {
  const { before, words, behind } = partsOf(line);
  const [tags = ''] = LEADING_TAGS.exec(words) ?? [];
  return [`${before}~~${words.slice(tags.length)}${tags === '' ? '' : ` ${tags.trim()}`}~~${behind}`];
}

const LEADING_TAGS = /^(?:#[^\s#]{1,80}[ \t]+)+/;
