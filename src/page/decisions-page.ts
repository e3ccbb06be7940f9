/** Decisions, the newest first, a page a quarter. */
import { monthOf, quarterOf } from '../text/calendar-date';
import { compareText } from '../text/order';
import type { DecisionRow } from '../vault-index/rows';
import type { NoteLinks } from './note-link';
import type { PageRules } from './page-rules';
import { aboutWords, type QueueSection, type RollupPage, sectionLines } from './rollup-page';
import { newest, sourcedRow } from './row';

/** Rows of one month at most: a month of three meetings a day decides less. */
const ROWS_PER_MONTH = 300;

/** A page for each quarter in which something was decided, and for each of `existing` (`2025-Q4`) that has none left. */
export function decisionsPages(decisions: readonly DecisionRow[], existing: readonly string[], rules: PageRules, links: NoteLinks): RollupPage[] {
  const quarters = new Map<string, DecisionRow[]>(existing.map((quarter) => [quarter, []]));
  for (const decision of decisions) {
    if (decision.date === null || decision.private) continue;
    const quarter = quarterOf(decision.date);
    const list = quarters.get(quarter);
    if (list === undefined) quarters.set(quarter, [decision]);
    else list.push(decision);
  }
  return [...quarters].sort(([a], [b]) => compareText(a, b)).map(([quarter, list]) => ({
    path: `${decisionsFolder(rules)}/${quarter}.md`,
    title: `Decisions ${quarter}`,
    kind: 'decisions',
    rows: list.length === 0 ? ['Nothing decided.'] : sectionLines(byMonth(list.sort(newestFirst), rules, links), { ...rules, rowsPerQueue: ROWS_PER_MONTH }),
  }));
}

export function decisionsFolder({ rollupFolder }: Pick<PageRules, 'rollupFolder'>): string {
  return `${rollupFolder}/Decisions`;
}

function byMonth(decisions: readonly DecisionRow[], rules: PageRules, links: NoteLinks): QueueSection[] {
  const months = new Map<string, string[]>();
  for (const decision of decisions) {
    const heading = `## ${monthOf(decision.date ?? '')}`;
    const row = decisionRow(decision, rules, links);
    const list = months.get(heading);
    if (list === undefined) months.set(heading, [row]);
    else list.push(row);
  }
  return [...months].map(([heading, rows]) => ({ heading, rows }));
}

function newestFirst(a: DecisionRow, b: DecisionRow): number {
  return compareText(b.date ?? '', a.date ?? '') || compareText(newest(a).path, newest(b).path) || newest(a).line - newest(b).line || compareText(a.id, b.id);
}

function decisionRow(decision: DecisionRow, rules: PageRules, links: NoteLinks): string {
  // The page is one quarter's: its dates need no year.
  return sourcedRow(decision, { about: aboutWords(decision.entities, links, [['account'], ['project'], ['person']]) }, { links, reference: decision.date ?? rules.today });
}
