/** `throughline queue`: who owes what by when. */
import { taskItemOf } from '../page/brief';
import { byDue, dueBucket } from '../page/follow-ups-page';
import { taskLife } from '../page/task-life';
import { filteredTasks, type QueueFilter, tasksListing } from '../page/queue-listing';
import type { AskedVault } from '../host/load-vault';
import { newest } from '../page/row';
import type { TaskRow } from '../vault-index/rows';
import {
  type Answer,
  ask,
  type AskOptions,
  dayNamed,
  entityNamed,
  entityRecord,
  ownerNamed,
  ownerRecord,
  sourceRecord,
} from './ask.mts';
import type { ExitStatus, Shell } from './shell.mts';

export interface QueueOptions extends AskOptions {
  readonly owner?: string;
  readonly dueBefore?: string;
}

export function queue(shell: Shell, options: QueueOptions): Promise<ExitStatus> {
  return ask(shell, { ...options, kinds: ['tasks'] }, (vault, today) =>
    queueAnswer(vault, {
      owner: options.owner === undefined ? undefined : ownerNamed(options.owner, vault),
      entity: options.entity === undefined ? undefined : entityNamed(options.entity, vault, 'leave --entity out').id,
      dueBefore: options.dueBefore === undefined ? undefined : dayNamed(options.dueBefore, today),
      all: options.all,
    }),
  );
}

function queueAnswer(vault: AskedVault, filter: QueueFilter): Answer {
  const { index, rules } = vault;
  const found = filteredTasks(index.tasks, filter);
  const shown = filter.all === true ? found : found.filter((task) => taskLife(task, rules) === 'current');
  const lapsed = filter.all === true ? 0 : found.filter((task) => taskLife(task, rules) === 'lapsed').length;
  return {
    listing: tasksListing(index.tasks, filter, rules),
    record: {
      today: rules.today,
      meKnown: rules.meKnown,
      tasks: [...shown].sort(byDue).map((task) => taskRecord(task, vault)),
      old: found.length - shown.length - lapsed,
      lapsed,
    },
  };
}

/** `sources` are oldest first: `complete` takes the place of any. */
export function taskRecord(task: TaskRow, { index, rules }: Pick<AskedVault, 'index' | 'rules'>) {
  const { id, text, owners, mine, due, priority, asked, entities, sources } = task;
  const item = taskItemOf(newest(task), index)?.task;
  return {
    id,
    text,
    owners: owners.map(ownerRecord),
    mine,
    open: task.open,
    due,
    scheduled: item?.scheduled ?? null,
    start: item?.start ?? null,
    priority,
    bucket: dueBucket(due, rules.today),
    asked,
    entities: entities.map(entityRecord),
    sources: sources.map(sourceRecord),
  };
}
