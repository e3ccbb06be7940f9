/** What can be done to a row of a queue, a page or a brief, as data. */
import type { CalendarDate } from '../text/calendar-date';
import type { Priority } from '../task/task';

export type RowAction =
  /** To done; a recurring task leaves its next copy. */
  | { readonly do: 'complete' }
  | { readonly do: 'reopen' }
  | { readonly do: 'due'; readonly date: CalendarDate | null }
  /** Out of sight until that day: see `snoozedDates`. */
  | { readonly do: 'snooze'; readonly until: CalendarDate }
  | { readonly do: 'priority'; readonly priority: Priority }
  /** Names (`Ann Lee`) or wikilinks (`[[Ann Lee]]`), as `ownerToWrite` gives them; none for nobody. */
  | { readonly do: 'owner'; readonly owners: readonly string[] }
  | { readonly do: 'pin' }
  | { readonly do: 'unpin' }
  /** One line; '' for a question that is settled without words. */
  | { readonly do: 'answer'; readonly answer: string }
  /** It was raised. */
  | { readonly do: 'raised' };

/** Which rows an action is for. */
export const ACTS_ON: Readonly<Record<RowAction['do'], 'task' | 'question' | 'raise'>> = {
  complete: 'task', reopen: 'task', due: 'task', snooze: 'task', priority: 'task', owner: 'task',
  pin: 'question', unpin: 'question', answer: 'question', raised: 'raise',
};
