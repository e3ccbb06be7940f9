/** What a person answers to a proposal. */
import type { CalendarDate } from '../text/calendar-date';

/**
 * For which notes an answer holds: those it was asked for, those with the same account (or project, or people), or all.
 */
export type AnswerScope = 'note' | 'group' | 'always';

export interface Answer {
  readonly id: string;
  readonly accepted: boolean;
  /**
   * Who it means: a candidate's number from 1, a name, a page's path, `me`, `nobody`, `new`; null where only one can
   * be meant.
   */
  readonly as: string | null;
  /** Null: always where there is one candidate, else for the notes it was asked for. */
  readonly scope: AnswerScope | null;
  /** Not answered but put off to this day: the rest does not count. */
  readonly until?: CalendarDate | null;
}
