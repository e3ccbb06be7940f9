/** What a checkbox's character means, by the vault's own Tasks settings. */
import type { StatusType, Task } from './task';

export interface TaskStatus {
  /** One code point. */
  readonly symbol: string;
  readonly name: string;
  /** The symbol a toggle goes to. */
  readonly next: string;
  readonly type: StatusType;
}

/** What Tasks knows without settings. `X` is none of them. */
export const DEFAULT_STATUSES: readonly TaskStatus[] = [
  { symbol: ' ', name: 'Todo', next: 'x', type: 'TODO' },
  { symbol: 'x', name: 'Done', next: ' ', type: 'DONE' },
  { symbol: '/', name: 'In Progress', next: 'x', type: 'IN_PROGRESS' },
  { symbol: '-', name: 'Cancelled', next: ' ', type: 'CANCELLED' },
];

/** The status of a symbol; one that nobody registered counts as TODO and is done next. */
export function statusOf(symbol: string, statuses: readonly TaskStatus[]): TaskStatus {
  for (const status of statuses) if (status.symbol === symbol) return status;
  return { symbol, name: 'Unknown', next: 'x', type: 'TODO' };
}

/** Where a toggle leads. */
export function nextStatus(status: TaskStatus, statuses: readonly TaskStatus[]): TaskStatus {
  return statusOf(status.next, statuses);
}

/**
 * The status of a recurring task's next copy: the first TODO along the chain after `done`, else the first IN_PROGRESS,
 * else a space.
 */
export function nextCopyStatus(done: TaskStatus, statuses: readonly TaskStatus[]): TaskStatus {
  for (const wanted of ['TODO', 'IN_PROGRESS'] as const) {
    let status = nextStatus(done, statuses);
    for (let step = 0; step < Math.max(statuses.length, 1); step++) {
      if (status.type === wanted) return status;
      status = nextStatus(status, statuses);
    }
  }
  return statusOf(' ', statuses);
}

export interface ProposedBy {
  readonly symbol: string;
  readonly tag: string;
}

export const PROPOSED_BY: ProposedBy = { symbol: '?', tag: '#proposed' };

/**
 * Whether a task is only proposed: the vault's settings call its symbol so; its symbol is `?`, and they do not name it
 * otherwise; or it has the tag, done or not.
 */
export function isProposed(
  task: Pick<Task, 'status' | 'tags'>,
  statuses: readonly TaskStatus[],
  by: ProposedBy = PROPOSED_BY,
): boolean {
  const named = statuses.find(({ symbol }) => symbol === task.status);
  if (named === undefined ? task.status === by.symbol : /propos/i.test(named.name)) return true;
  const wanted = by.tag.toLowerCase();
  return task.tags.some((tag) => tag.toLowerCase() === wanted);
}
