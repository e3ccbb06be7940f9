/** What can be done to a row of a queue, a page or a brief, as data. */
import type { CalendarDate } from '../text/calendar-date';
import type { Priority } from '../task/task';

export type RowAction =
  /** To done; a recurring task leaves its next copy. */
  | { readonly do: 'complete' }
  | { readonly do: 'reopen' }
  /** A proposed task is one's own to do from here on; nothing but what made it a proposal goes. */
  | { readonly do: 'accept' }
  /** To cancelled, by the vault's statuses. */
  | { readonly do: 'dismiss' }
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
  /** Nobody wants to know any more: struck through, a checkbox cancelled. */
  | { readonly do: 'drop' }
  /** It was raised. */
  | { readonly do: 'raised' };

/** Which rows an action is for. */
export const ACTS_ON: Readonly<Record<RowAction['do'], 'task' | 'question' | 'raise'>> = {
  complete: 'task',
  reopen: 'task',
  accept: 'task',
  dismiss: 'task',
  due: 'task',
  snooze: 'task',
  priority: 'task',
  owner: 'task',
  pin: 'question',
  unpin: 'question',
  answer: 'question',
  drop: 'question',
  raised: 'raise',
};
