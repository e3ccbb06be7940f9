/** What others owe, by owner, the oldest first. */
import { dateBeside } from '../text/calendar-date';
import { foldName } from '../entity/fold-name';
import { compareText } from '../text/order';
import type { Parting, Parts } from '../vault-index/partition';
import type { Owner, TaskRow } from '../vault-index/rows';
import { beforeDay, WHO_ARE_YOU } from './follow-ups-page';
import type { NoteLinks } from './note-link';
import type { PageRules } from './page-rules';
import { asOfLine, counted, queueSection, type RollupPage, type RowWriting, sectionLines } from './rollup-page';
import { askedWords, sourcedRow } from './row';
import { taskLife } from './task-life';
import { byPlace } from './row-order';

/** Those that are only counted. No owner is called that. */
const OLD = '\u0001';
const LAPSED = '\u0002';

/** By owner, the oldest first. */
export function waitingParts(rules: PageRules): Parting<TaskRow> {
  return {
    partOf: (task) => {
      const { open, proposed, mine, owners } = task;
      const [owner] = owners;
      if (!rules.meKnown || !open || proposed || mine || owner === undefined) return null;
      const life = taskLife(task, rules);
      if (life !== 'current') return life === 'old' ? OLD : LAPSED;
      return owner.entity?.id ?? `\u0000${foldName(owner.name)}`;
    },
    orderIn: (part) => (part === OLD || part === LAPSED ? null : byAge),
  };
}

/** `waiting` as `waitingParts` has it. */
export function waitingOnPage(waiting: Parts<TaskRow>, rules: PageRules, { links, written }: RowWriting): RollupPage {
  const groups = [...waiting]
    .flatMap(([key, tasks]) => {
      const [first] = tasks;
      const owner = first?.owners[0];
      return key === OLD || key === LAPSED || first === undefined || owner === undefined
        ? []
        : [{ key, owner, first, tasks }];
    })
    .sort((a, b) => compareText(age(a.first), age(b.first)) || compareText(a.key, b.key));
  const count = groups.reduce((sum, { tasks }) => sum + tasks.length, 0);
  const late = groups.reduce(
    (sum, { tasks }) => sum + tasks.filter(({ due }) => due !== null && due < rules.today).length,
    0,
  );
  const foot = [
    ...counted(waiting.get(LAPSED)?.length ?? 0, 'lapsed'),
    ...counted(waiting.get(OLD)?.length ?? 0, `from before ${beforeDay(rules)}`),
  ];
  return {
    path: `${rules.rollupFolder}/Waiting on.md`,
    title: 'Waiting on',
    kind: 'waiting-on',
    rows: [
      asOfLine(
        rules,
        groups.length === 0
          ? []
          : [`${count} from ${groups.length} ${groups.length === 1 ? 'person' : 'people'}`, ...counted(late, 'late')],
      ),
      ...(rules.meKnown ? [] : [WHO_ARE_YOU]),
      ...sectionLines(
        groups.map(({ owner, tasks }) =>
          queueSection(`## ${ownerLink(owner, links)}`, tasks, written, (task) => waitingRow(task, rules, links)),
        ),
        rules,
      ),
      ...(foot.length === 0 ? [] : [foot.join(' · ')]),
    ],
  };
}

function ownerLink({ entity, name }: Owner, links: NoteLinks): string {
  return links.toEntity({ page: entity?.page ?? null, name });
}

/** Undated tasks come last: nobody knows how long they have waited. */
function age(task: TaskRow): string {
  return task.asked[0] ?? '~';
}

function byAge(a: TaskRow, b: TaskRow): number {
  return compareText(age(a), age(b)) || compareText(a.due ?? '~', b.due ?? '~') || byPlace(a, b);
}

function waitingRow(task: TaskRow, rules: PageRules, links: NoteLinks): string {
  const others = task.owners
    .slice(1)
    .filter(({ me }) => !me)
    .map((owner) => ownerLink(owner, links));
  const details = [
    others.length === 0 ? null : `with ${others.join(', ')}`,
    task.due === null ? null : `due ${dateBeside(task.due, rules.today)}`,
    askedWords(task.asked, rules.today),
  ].filter((detail) => detail !== null);
  return sourcedRow(task, { details }, { links, reference: rules.today });
}
