/** A task of any form where it is to be changed, and what becomes of its line. */
import type { Ended } from './refusals';
import type { TaskItem } from '../note/note';
import type { Words } from '../note/word-lists';
import type { LinePlace } from './row-plan';
import type { TaskActionRules } from './task-actions';

/** A task's line in its note. */
export interface FormPlace extends LinePlace {
  readonly text: string;
  readonly before: string;
  readonly item: TaskItem;
}

export interface FormRules extends TaskActionRules {
  readonly words: Words;
}

export interface FormActed extends Ended<'done'> {
  /** The lines in the line's place. */
  readonly after: readonly string[];
  /** The line as the grammar reads it. */
  readonly asTask: string;
}

/** Words that are no checkbox are tasks without the global filter too. */
export function withoutFilter<T extends TaskActionRules>(how: T): T {
  return how.tasks.globalFilter === '' ? how : { ...how, tasks: { ...how.tasks, globalFilter: '' } };
}

/** The line as a refusal names it. */
export function placeOf({ path, line, before }: FormPlace): LinePlace & { readonly source: string } {
  return { path, line, source: before };
}
