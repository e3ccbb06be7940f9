/** `throughline queue`: who owes what by when. */
import { byDue, dueBucket } from '../page/follow-ups-page';
import { taskLife } from '../page/task-life';
import { filteredTasks, type QueueFilter, tasksListing } from '../page/queue-listing';
import type { ListedRows } from '../host/cache/lists';
import type { PageRules } from '../page/page-rules';
import type { TaskRow } from '../vault-index/rows';
import {
  type Answer,
  askList,
  type AskOptions,
  dayNamed,
  entityNamed,
  entityRecord,
  ownerNamed,
  ownerRecord,
  sourceRecord,
} from './ask.mts';
import type { ExitStatus, Shell } from './shell.mts';

interface QueueOptions extends AskOptions {
  readonly owner?: string;
  readonly dueBefore?: string;
}

export function queue(shell: Shell, options: QueueOptions): Promise<ExitStatus> {
  const { owner, entity, dueBefore, all } = options;
  // What is left out is only counted, and that by no filter.
  const isPlain = [owner, entity, dueBefore, all].every((filter) => filter === undefined);
  const list = isPlain ? 'currentTasks' : 'openTasks';
  return askList(shell, { ...options, list }, async ({ listed, rules, vault }, today) =>
    queueAnswer(listed, rules, {
      owner: owner === undefined ? undefined : ownerNamed(owner, await vault()),
      entity: entity === undefined ? undefined : entityNamed(entity, await vault(), 'leave --entity out').id,
      dueBefore: dueBefore === undefined ? undefined : dayNamed(dueBefore, today),
      all,
    }),
  );
}

function queueAnswer({ rows: tasks, older }: ListedRows<TaskRow>, rules: PageRules, filter: QueueFilter): Answer {
  const found = filteredTasks(tasks, filter);
  const shown = filter.all === true ? found : found.filter((task) => taskLife(task, rules) === 'current');
  const lapsed = filter.all === true ? 0 : found.filter((task) => taskLife(task, rules) === 'lapsed').length;
  return {
    listing: () => tasksListing(tasks, filter, { rules, older }),
    record: () => ({
      today: rules.today,
      meKnown: rules.meKnown,
      tasks: [...shown].sort(byDue).map((task) => taskRecord(task, rules)),
      old: older + found.length - shown.length - lapsed,
      lapsed,
    }),
  };
}

/** `sources` are oldest first: `complete` takes the place of any. */
export function taskRecord(task: TaskRow, { today }: Pick<PageRules, 'today'>) {
  const { id, text, owners, mine, due, scheduled, start, priority, asked, entities, sources } = task;
  return {
    id,
    text,
    owners: owners.map(ownerRecord),
    mine,
    open: task.open,
    due,
    scheduled,
    start,
    priority,
    bucket: dueBucket(due, today),
    asked,
    entities: entities.map(entityRecord),
    sources: sources.map(sourceRecord),
  };
}
