/**
 * Rows under headings, before they are Markdown, text or JSON: what the command line prints and the app copies.
 *
 *     title       Dana Fox
 *     summary     last met 28 Oct · next 4 Nov
 *     section     You owe
 *       row       Send pricing draft → Acme · due 31 Oct                Meetings/2025-10-28 Dana.md:12
 *       more      2 more
 *     foot        11 proposed
 */
import { type CalendarDate, dateBeside } from '../text/calendar-date';
import { plainText } from '../text/plain-text';
import type { Source } from '../vault-index/rows';
import { escapeRow } from './escape-row';
import type { NoteLinks } from './note-link';
import { newest, sourcedRow } from './row';

/** Somebody or something a row names next to its text. */
export interface Named {
  readonly name: string;
  readonly page: string | null;
}

export interface ListedRow {
  /** A note's words. */
  readonly text: string;
  readonly sources: readonly Source[];
  /** Who it is for, or what it is about. */
  readonly arrow: readonly Named[];
  /** Our own words. */
  readonly details: readonly string[];
  /** It wants to be seen first. */
  readonly late: boolean;
  /** Of a row that is a task, its id. */
  readonly task?: string;
}

export interface ListedSection {
  readonly title: string;
  readonly rows: readonly ListedRow[];
  /** Rows that are not shown. */
  readonly more: number;
}

export interface Listing {
  readonly title: string;
  readonly summary: readonly string[];
  /** What is to be known before the rows. */
  readonly first?: string;
  /** None is empty. */
  readonly sections: readonly ListedSection[];
  readonly foot: readonly string[];
}

/** As Markdown with links that resolve; ends without a line end. */
export function listingMarkdown(
  { title, summary, first, sections, foot }: Listing,
  { links, today }: { readonly links: NoteLinks; readonly today: CalendarDate },
): string {
  const lines = [`# ${escapeRow(title)}`, ...(summary.length === 0 ? [] : [summary.join(' · ')])];
  if (first !== undefined) lines.push('', first);
  for (const section of sections) lines.push('', ...sectionMarkdown(section, { links, today }));
  if (foot.length > 0) lines.push('', foot.join(' · '));
  return lines.join('\n');
}

/** A section's heading and its rows, each with the link to where it was said. */
export function sectionMarkdown(
  { title, rows, more }: ListedSection,
  { links, today }: { readonly links: NoteLinks; readonly today: CalendarDate },
): string[] {
  return [
    `## ${escapeRow(title)}`,
    ...rows.map(({ arrow, details, text, sources }) =>
      sourcedRow(
        { text, sources },
        {
          arrow: arrow.map((one) => links.toEntity(one)),
          details: details.filter((words) => words !== dateOf({ sources }, today)).map((words) => escapeRow(words)),
        },
        { links, reference: today },
      ),
    ),
    ...(more > 0 ? [`- ${more} more`] : []),
  ];
}

/** What the link at the row's end reads, so that it is not said twice. */
function dateOf(row: Pick<ListedRow, 'sources'>, today: CalendarDate): string | null {
  const { date } = newest(row);
  return date === null ? null : dateBeside(date, today);
}

/** A note's words without Markdown, tags and fields, on one line, at most so long. */
export function plainWords(text: string, most = 300): string {
  return plainText(escapeRow(text, most))
    .replace(/&lt;/g, '<')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/**
 * The row's words and what belongs to them, as text: `Send pricing draft → Acme · due 31 Oct`. What the words name is
 * not named again.
 */
export function listedWords(row: ListedRow): string {
  const { words, names, details } = listedParts(row);
  return `${words}${names.length === 0 ? '' : ` → ${names.join(', ')}`}${details.map((detail) => ` · ${detail}`).join('')}`;
}

/** As `listedWords`, in parts: each may be of a script that runs the other way. */
export function listedParts({ text, arrow, details }: ListedRow): {
  readonly words: string;
  readonly names: readonly string[];
  readonly details: readonly string[];
} {
  const words = plainWords(text);
  return {
    words,
    names: arrow.map(({ name }) => name).filter((name) => !words.includes(name)),
    details: details.map((detail) => plainWords(detail)),
  };
}

/** Where its newest source is, as `complete PATH:LINE` takes it. */
export function placeOf(row: Pick<ListedRow, 'sources'>): string {
  const { path, line } = newest(row);
  return `${path}:${line}`;
}
