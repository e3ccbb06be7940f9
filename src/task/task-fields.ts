import type { Task } from './task';

/** What a task's signifiers say, as `inspect --json` and `parse-tasks` print it; absent is null or []. */
export function taskFields(task: Task) {
  return {
    priority: task.priority,
    due: task.due,
    scheduled: task.scheduled,
    start: task.start,
    created: task.created,
    done: task.done,
    cancelled: task.cancelled,
    invalidDates: task.invalidDates,
    recurrence: task.recurrence,
    onCompletion: task.onCompletion,
    id: task.id,
    dependsOn: task.dependsOn,
    blockLink: task.blockLink,
    tags: task.tags,
  };
}
