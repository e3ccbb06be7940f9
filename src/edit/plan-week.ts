/** The page of a week as a plan: one file, made new or brought up to date. */
import { noteLinks } from '../page/note-link';
import type { PageRules } from '../page/page-rules';
import { markAsMade, planPage } from '../page/plan-page';
import type { Week } from '../page/week';
import { weekPage, weekPagePath } from '../page/week-page';
import type { VaultIndex } from '../vault-index/build-index';
import { existingSpelling } from './existing-spelling';
import { followIn } from './page-plans';
import type { Plan } from './plan';

export interface WeekPlan extends Plan {
  readonly path: string;
  /** Why the page cannot be written: its markers are broken. */
  readonly isDamaged: boolean;
}

export function weekPath(week: Pick<Week, 'days'>, rules: PageRules, { paths }: Pick<VaultIndex, 'paths'>): string {
  return existingSpelling([...paths])(weekPagePath(week.days, rules));
}

/** `before`: what the page holds; null where there is none. */
export function planWeek(
  week: Week,
  { index, rules, before }: { readonly index: VaultIndex; readonly rules: PageRules; readonly before: string | null },
): WeekPlan {
  const path = weekPath(week, rules, index);
  // A link to another note of the page's own name needs its path, before the page is there as well.
  const links = noteLinks(new Set([...index.paths, path]), followIn(index.registry));
  const { title, kind, rows } = weekPage(week, rules, links);
  const input = { kind, rows };
  const { text, problem } = planPage(before ?? `# ${title}\n`, input);
  const after = before === null ? markAsMade(text) : text;
  return {
    path,
    edits: after === before ? [] : [{ path, before, after, recompute: (now) => planPage(now, input).text }],
    unchanged: after === before ? 1 : 0,
    isDamaged: problem !== null,
  };
}
