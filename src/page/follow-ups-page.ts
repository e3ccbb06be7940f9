/** My follow-ups by when they are due, and what needs an owner. */
import { addDays, type CalendarDate, dateBeside, daysBetween, shortDate, longDate } from '../text/calendar-date';
import { compareText } from '../text/order';
import type { Parting, Parts } from '../vault-index/partition';
import type { TaskRow } from '../vault-index/rows';
import { type NoteLinks } from './note-link';
import type { PageRules } from './page-rules';
import {
  aboutWords,
  asOfLine,
  counted,
  type QueueSection,
  queueSection,
  type RollupPage,
  type RowWriting,
  sectionLines,
} from './rollup-page';
import { sourcedRow } from './row';
import { isOld, taskLife } from './task-life';
import { newestFirst } from './row-order';

export type DueBucket = 'late' | 'today' | 'this-week' | 'later' | 'no-date';

/** Where a due date falls; weeks end on Sunday. */
export function dueBucket(due: CalendarDate | null, today: CalendarDate): DueBucket {
  if (due === null) return 'no-date';
  if (due < today) return 'late';
  if (due === today) return 'today';
  // 2024-01-01 was a Monday.
  const weekday = ((daysBetween('2024-01-01', today) % 7) + 7) % 7;
  return due <= addDays(today, 6 - weekday) ? 'this-week' : 'later';
}

const PRIORITIES = ['highest', 'high', 'medium', 'none', 'low', 'lowest'];

/** Due soonest, then the most pressing, then asked for last. */
export function byDue(a: TaskRow, b: TaskRow): number {
  return (
    compareText(a.due ?? '~', b.due ?? '~') ||
    PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) ||
    newestFirst(a, b)
  );
}

type FollowUpPart = DueBucket | 'unowned' | 'proposed' | 'old' | 'lapsed';

/** Mine by when they are due, what needs an owner; how many are proposed, lapsed and old. */
export function followUpParts(rules: PageRules): Parting<TaskRow> {
  return {
    partOf: (task): FollowUpPart | null => {
      if (!task.open) return null;
      if (task.proposed) return isOld(task, rules) ? null : 'proposed';
      // `@me` is me whatever my names are.
      if (!task.mine && task.owners.length > 0) return null;
      const life = taskLife(task, rules);
      return life !== 'current' ? life : task.mine ? dueBucket(task.due, rules.today) : 'unowned';
    },
    orderIn: (part) => (part === 'old' || part === 'lapsed' || part === 'proposed' ? null : byDue),
  };
}

/** `tasks` as `followUpParts` has them. */
export function followUpsPage(tasks: Parts<TaskRow>, rules: PageRules, { links, written }: RowWriting): RollupPage {
  const part = (name: FollowUpPart): readonly TaskRow[] => tasks.get(name) ?? [];
  const section = (heading: string, name: FollowUpPart): QueueSection =>
    queueSection(heading, part(name), written, (task) => followUpRow(task, rules, links));
  const unowned = part('unowned').length;
  const foot = [
    ...counted(part('proposed').length, 'proposed'),
    ...counted(part('lapsed').length, 'lapsed'),
    ...counted(part('old').length, `from before ${beforeDay(rules)}`),
  ];
  return {
    path: `${rules.rollupFolder}/Follow-ups.md`,
    title: 'Follow-ups',
    kind: 'follow-ups',
    rows: [
      asOfLine(rules, [
        ...counted(part('late').length, 'late'),
        ...counted(part('today').length, 'today'),
        ...counted(part('this-week').length, 'this week'),
        ...counted(unowned, unowned === 1 ? 'needs an owner' : 'need an owner'),
      ]),
      ...(rules.meKnown ? [] : [WHO_ARE_YOU]),
      ...sectionLines(
        [
          section('## Late', 'late'),
          section('## Today', 'today'),
          section('## This week', 'this-week'),
          section('## Later', 'later'),
          section('## No date', 'no-date'),
          section('## Needs an owner', 'unowned'),
        ],
        rules,
      ),
      ...(foot.length === 0 ? [] : [foot.join(' · ')]),
    ],
  };
}

/** Until the names that are me are known, nobody's task is called mine or waited for. */
export const WHO_ARE_YOU = 'Tell Throughline who you are: set “me” in its settings, or use “--me NAME”.';

export function beforeDay({ startDate, today }: PageRules): string {
  return startDate.slice(0, 4) === today.slice(0, 4) ? shortDate(startDate) : longDate(startDate);
}

function followUpRow(task: TaskRow, rules: PageRules, links: NoteLinks): string {
  const about = aboutWords(task.entities, links, [['person'], ['account'], ['project']]);
  const details = task.due === null ? [] : [dateBeside(task.due, rules.today)];
  return sourcedRow(task, { arrow: about, details }, { links, reference: rules.today });
}
