/** What `throughline complete` prints. */
import type { TaskChange } from '../edit/complete-task';
import { painter, printable } from './report.mts';
import type { Output } from './shell.mts';

export interface CompleteReport {
  readonly path: string;
  readonly change: TaskChange;
  readonly written: boolean;
}

/**
 *     Changed Meetings/2025-10-28 Dana.md:12
 *       - [ ] Send pricing draft
 *     → - [x] Send pricing draft ✅ 2025-11-03
 */
export function completeText({ path, change: { line, before, after }, written }: CompleteReport, { colours }: Pick<Output, 'colours'>): string {
  const paint = painter(colours);
  const place = printable(`${path}:${line}`);
  const unchanged = after.length === 1 && after[0] === before;
  const headline = unchanged ? `Nothing to change at ${place}: the Tasks settings lead from its status to itself.` : `${written ? 'Changed' : 'Would change'} ${place}`;
  return [
    paint(headline, 'bold'),
    `  ${printable(before)}`,
    ...(unchanged ? [] : after.map((one) => `→ ${paint(printable(one), 'green')}`)),
    ...(after.length === 0 ? ['→ (the line goes, as its 🏁 delete says)'] : []),
  ].map((row) => `${row}\n`).join('');
}

/** The record of `--json`; lines are without their line ends. */
export function completeRecord({ path, change: { line, before, after } }: Omit<CompleteReport, 'written'>) {
  return { path, line, before, after };
}
