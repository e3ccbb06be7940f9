/** Decisions, the newest first, a page a quarter. */
import { monthOf, quarterOf } from '../text/calendar-date';
import { compareText } from '../text/order';
import type { Parting, Parts } from '../vault-index/partition';
import type { DecisionRow } from '../vault-index/rows';
import type { NoteLinks } from './note-link';
import type { PageRules } from './page-rules';
import {
  aboutWords,
  type QueueSection,
  queueSection,
  type RollupPage,
  type RowWriting,
  sectionLines,
} from './rollup-page';
import { decisionsFolder } from './rollup-page-names';
import { sourcedRow } from './row';
import { pushInto } from '../text/push-into';
import { byPlace } from './row-order';

/** Rows of one month at most: a month of three meetings a day decides less. */
const ROWS_PER_MONTH = 300;

/** By quarter (`2025-Q4`), the newest first. */
export const DECISION_PARTS: Parting<DecisionRow> = {
  partOf: ({ date, private: isPrivate }) => (date === null || isPrivate ? null : quarterOf(date)),
  orderIn: () => newestFirst,
};

/**
 * The quarters that have a page, the first first: in which something was decided, and `existing` ones that have nothing
 * left.
 */
export function decisionQuarters(decisions: Parts<DecisionRow>, existing: readonly string[]): string[] {
  return [...new Set([...existing, ...decisions.keys()])].sort(compareText);
}

/** The page of one quarter; `decisions` as `DECISION_PARTS` has that part. */
export function decisionsPage(
  quarter: string,
  decisions: readonly DecisionRow[],
  rules: PageRules,
  writing: RowWriting,
): RollupPage {
  return {
    path: `${decisionsFolder(rules)}/${quarter}.md`,
    title: `Decisions ${quarter}`,
    kind: 'decisions',
    rows:
      decisions.length === 0
        ? ['Nothing decided.']
        : sectionLines(byMonth(decisions, rules, writing), { ...rules, rowsPerQueue: ROWS_PER_MONTH }),
  };
}

function byMonth(decisions: readonly DecisionRow[], rules: PageRules, { links, written }: RowWriting): QueueSection[] {
  const months = new Map<string, DecisionRow[]>();
  for (const decision of decisions) {
    const heading = `## ${monthOf(decision.date ?? '')}`;
    pushInto(months, heading, decision);
  }
  return [...months].map(([heading, list]) =>
    queueSection(heading, list, written, (decision) => decisionRow(decision, rules, links)),
  );
}

function newestFirst(a: DecisionRow, b: DecisionRow): number {
  return compareText(b.date ?? '', a.date ?? '') || byPlace(a, b);
}

function decisionRow(decision: DecisionRow, rules: PageRules, links: NoteLinks): string {
  // The page is one quarter's: its dates need no year.
  return sourcedRow(
    decision,
    { about: aboutWords(decision.entities, links, [['account'], ['project'], ['person']]) },
    { links, reference: decision.date ?? rules.today },
  );
}
