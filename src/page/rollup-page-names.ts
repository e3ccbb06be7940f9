/** What the pages of the rollup folder are called. */
import type { PageRules } from './page-rules';

/** Of those in the folder itself. */
export const ROLLUP_PAGE_NAMES = ['Follow-ups', 'Waiting on', 'Open questions'] as const;

export function decisionsFolder({ rollupFolder }: Pick<PageRules, 'rollupFolder'>): string {
  return `${rollupFolder}/Decisions`;
}

/** Whether a page of decisions may be called so: `2025-Q4`, in any letter case. */
export function isQuarterName(name: string): boolean {
  return /^\d{4}-Q[1-4]$/i.test(name);
}

export function weeksFolder({ rollupFolder }: Pick<PageRules, 'rollupFolder'>): string {
  return `${rollupFolder}/Weeks`;
}

/** Whether the page of a week may be called so: `2025-W44`, in any letter case. */
export function isWeekName(name: string): boolean {
  return /^\d{4}-W[0-5]\d$/i.test(name);
}
