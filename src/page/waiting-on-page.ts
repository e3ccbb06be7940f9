/** What others owe, by owner, the oldest first. */
import { dateBeside } from '../text/calendar-date';
import { foldName } from '../entity/fold-name';
import { compareText } from '../text/order';
import type { Owner, TaskRow } from '../vault-index/rows';
import { beforeDay, isOld, WHO_ARE_YOU } from './follow-ups-page';
import type { NoteLinks } from './note-link';
import type { PageRules } from './page-rules';
import { asOfLine, counted, queueSection, type RollupPage, sectionLines } from './rollup-page';
import { askedWords, newest, sourcedRow } from './row';

export function waitingOnPage(tasks: readonly TaskRow[], rules: PageRules, links: NoteLinks): RollupPage {
  const open = rules.meKnown ? tasks.filter((task) => task.open && !task.proposed && !task.mine && task.owners.length > 0) : [];
  const recent = open.filter((task) => !isOld(task, rules));
  const groups = new Map<string, { owner: Owner; tasks: TaskRow[] }>();
  for (const task of recent) {
    const owner = task.owners[0];
    if (owner === undefined) continue;
    const key = owner.entity?.id ?? `\u0000${foldName(owner.name)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { owner, tasks: [task] });
    else group.tasks.push(task);
  }
  for (const group of groups.values()) group.tasks.sort(byAge);
  const sorted = [...groups.entries()].sort(([x, a], [y, b]) => {
    const first = a.tasks[0];
    const second = b.tasks[0];
    return (first === undefined || second === undefined ? 0 : compareText(age(first), age(second))) || compareText(x, y);
  });
  const foot = counted(open.length - recent.length, `from before ${beforeDay(rules)}`);
  return {
    path: `${rules.rollupFolder}/Waiting on.md`,
    title: 'Waiting on',
    kind: 'waiting-on',
    rows: [
      asOfLine(rules, groups.size === 0 ? [] : [
        `${recent.length} from ${groups.size} ${groups.size === 1 ? 'person' : 'people'}`,
        ...counted(recent.filter(({ due }) => due !== null && due < rules.today).length, 'late'),
      ]),
      ...(rules.meKnown ? [] : [WHO_ARE_YOU]),
      ...sectionLines(sorted.map(([, group]) =>
        queueSection(`## ${ownerLink(group.owner, links)}`, group.tasks, (task) => waitingRow(task, rules, links))), rules),
      ...foot,
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
  return compareText(age(a), age(b)) || compareText(a.due ?? '~', b.due ?? '~')
    || compareText(newest(a).path, newest(b).path) || newest(a).line - newest(b).line || compareText(a.id, b.id);
}

function waitingRow(task: TaskRow, rules: PageRules, links: NoteLinks): string {
  const others = task.owners.slice(1).filter(({ me }) => !me).map((owner) => ownerLink(owner, links));
  const details = [
    others.length === 0 ? null : `with ${others.join(', ')}`,
    task.due === null ? null : `due ${dateBeside(task.due, rules.today)}`,
    askedWords(task.asked, rules.today),
  ].filter((detail) => detail !== null);
  return sourcedRow(task, { details }, { links, reference: rules.today });
}
