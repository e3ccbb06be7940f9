/**
 * Who is waited on most: whoever owes something, with how much is open, how much of it is late, and since when the
 * oldest was asked for.
 *
 *     Dana Fox 3, since 14 Oct │ Bo Kim 2, 1 late, since 20 Oct
 */
import { foldName } from '../entity/fold-name';
import type { CalendarDate } from '../text/calendar-date';
import { compareText } from '../text/order';
import type { Owner, TaskRow } from '../vault-index/rows';
import { isCurrentTask } from './open-ages';
import type { PageRules } from './page-rules';

export interface WaitedOn {
  /** As `ownerId` gives it. */
  readonly id: string;
  readonly owner: Owner;
  readonly count: number;
  readonly late: number;
  /** The day the oldest was first asked for; null where nobody knows of any. */
  readonly since: CalendarDate | null;
}

/** Who a task's owner is taken for: `me`, an entity's id, or the name, however spelled, where no page has it. */
export function ownerId({ entity, name, me }: Owner): string {
  return me ? 'me' : (entity?.id ?? `name:${foldName(name) || name}`);
}

/**
 * The most first, then whoever has owed longest. A task of two is waited for from both. Until it is known who I am
 * nobody is waited on: each of them could be me.
 */
export function waitedOn(
  tasks: readonly TaskRow[],
  rules: Pick<PageRules, 'today' | 'startDate' | 'meKnown'>,
): readonly WaitedOn[] {
  if (!rules.meKnown) return [];
  const found = new Map<string, { owner: Owner; count: number; late: number; since: CalendarDate | null }>();
  for (const task of tasks) {
    if (task.mine || !isCurrentTask(task, rules)) continue;
    const asked = task.asked[0] ?? null;
    const late = Number(task.due !== null && task.due < rules.today);
    // Named twice, somebody still owes it once.
    const counted: string[] = [];
    for (const owner of task.owners) {
      const id = ownerId(owner);
      if (counted.includes(id)) continue;
      counted.push(id);
      const known = found.get(id);
      if (known === undefined) found.set(id, { owner, count: 1, late, since: asked });
      else {
        known.count += 1;
        known.late += late;
        if (asked !== null && (known.since === null || asked < known.since)) known.since = asked;
      }
    }
  }
  return [...found]
    .map(([id, one]) => ({ id, ...one }))
    .sort(
      (a, b) =>
        b.count - a.count ||
        compareText(a.since ?? '~', b.since ?? '~') ||
        compareText(a.owner.name, b.owner.name) ||
        compareText(a.id, b.id),
    );
}
