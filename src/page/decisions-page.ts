/** Decisions, the newest first, a page a quarter. */
import { monthOf, quarterOf } from '../text/calendar-date';
import { compareText } from '../text/order';
import type { DecisionRow } from '../vault-index/rows';
import type { NoteLinks } from './note-link';
import type { PageRules } from './page-rules';
import { aboutWords, type QueueSection, queueSection, type RollupPage, sectionLines } from './rollup-page';
import { newest, sourcedRow } from './row';

/** Rows of one month at most: a month of three meetings a day decides less. */
const ROWS_PER_MONTH = 300;

/** The quarters that have a page, the first first: in which something was decided, and `existing` ones (`2025-Q4`) that have nothing left. */
export function decisionQuarters(decisions: readonly DecisionRow[], existing: readonly string[]): string[] {
  const quarters = new Set(existing);
  let before = '';
  for (const { date, private: isPrivate } of decisions) {
    if (date === null || isPrivate) continue;
    // Rows come in no order of dates, but a vault has few months.
    const month = date.slice(0, 7);
    if (month === before) continue;
    before = month;
    quarters.add(quarterOf(date));
  }
  return [...quarters].sort(compareText);
}

/** The page of one quarter (`2025-Q4`). */
export function decisionsPage(quarter: string, decisions: readonly DecisionRow[], rules: PageRules, links: NoteLinks): RollupPage {
  const list = decisions.filter(({ date, private: isPrivate }) => date !== null && !isPrivate && quarterOf(date) === quarter);
  return {
    path: `${decisionsFolder(rules)}/${quarter}.md`,
    title: `Decisions ${quarter}`,
    kind: 'decisions',
    rows: list.length === 0 ? ['Nothing decided.'] : sectionLines(byMonth(list.sort(newestFirst), rules, links), { ...rules, rowsPerQueue: ROWS_PER_MONTH }),
  };
}

export function decisionsFolder({ rollupFolder }: Pick<PageRules, 'rollupFolder'>): string {
  return `${rollupFolder}/Decisions`;
}

function byMonth(decisions: readonly DecisionRow[], rules: PageRules, links: NoteLinks): QueueSection[] {
  const months = new Map<string, DecisionRow[]>();
  for (const decision of decisions) {
    const heading = `## ${monthOf(decision.date ?? '')}`;
    const list = months.get(heading);
    if (list === undefined) months.set(heading, [decision]);
    else list.push(decision);
  }
  return [...months].map(([heading, list]) => queueSection(heading, list, (decision) => decisionRow(decision, rules, links)));
}

function newestFirst(a: DecisionRow, b: DecisionRow): number {
  return compareText(b.date ?? '', a.date ?? '') || compareText(newest(a).path, newest(b).path) || newest(a).line - newest(b).line || compareText(a.id, b.id);
}

function decisionRow(decision: DecisionRow, rules: PageRules, links: NoteLinks): string {
  // The page is one quarter's: its dates need no year.
  return sourcedRow(decision, { about: aboutWords(decision.entities, links, [['account'], ['project'], ['person']]) }, { links, reference: decision.date ?? rules.today });
}
