/** The page of a week: `Throughline/Weeks/2025-W44.md`. It is written on command, and not by a rollup. */
import type { WeekDays } from '../text/iso-week';
import { weekTitle } from '../text/iso-week';
import { sectionMarkdown } from './listing';
import type { NoteLinks } from './note-link';
import type { PageRules } from './page-rules';
import { asOfLine, type RollupPage } from './rollup-page';
import { weeksFolder } from './rollup-page-names';
import type { Week } from './week';
import { weekListing } from './week-words';

export function weekPagePath({ week }: WeekDays, { rollupFolder }: Pick<PageRules, 'rollupFolder'>): string {
  return `${weeksFolder({ rollupFolder })}/${week}.md`;
}

export function weekPage(week: Week, rules: PageRules, links: NoteLinks): RollupPage {
  const { summary, first, sections, foot } = weekListing(week, rules);
  return {
    path: weekPagePath(week.days, rules),
    title: weekTitle(week.days),
    kind: 'week',
    rows: [
      asOfLine(rules, summary),
      ...(first === undefined ? [] : [first]),
      ...(sections.length === 0 ? ['Nothing in this week.'] : []),
      // Dates of another year than the week's carry their year.
      ...sections.flatMap((section) => sectionMarkdown(section, { links, today: week.days.to })),
      ...(foot.length === 0 ? [] : [foot.join(' · ')]),
    ],
  };
}
