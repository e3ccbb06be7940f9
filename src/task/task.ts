/** A task line as read: TypeScript's view of the `tasks` shape that `inspect --json` and `parse-tasks` print. */

export type StatusType = 'TODO' | 'IN_PROGRESS' | 'ON_HOLD' | 'DONE' | 'CANCELLED' | 'NON_TASK';
export type Priority = 'highest' | 'high' | 'medium' | 'none' | 'low' | 'lowest';
export type DateField = 'due' | 'scheduled' | 'start' | 'created' | 'done' | 'cancelled';

export interface Task {
  /** The description without signifiers and owners; trailing tags stay, as Tasks keeps them. */
  readonly text: string;
  /** One code point. */
  readonly status: string;
  readonly statusType: StatusType;
  /**
   * Each owner as written, without `@`: `Ann Lee`, `[[Ann Lee]]`, `Bo (PM, email: bo@example.com)`. In order of the
   * line.
   */
  readonly owners: readonly string[];
  /**
   * What follows a trailing `@` that was not taken as an owner because it does not look like a name; the caller, who
   * knows the vault's names, may still recognise the whole of it as one. Null mostly.
   */
  readonly unclearOwner: string | null;
  readonly priority: Priority;
  /**
   * Dates are `YYYY-MM-DD`, or null; a date that was written and does not exist is null and its field is in
   * `invalidDates`.
   */
  readonly due: string | null;
  readonly scheduled: string | null;
  readonly start: string | null;
  readonly created: string | null;
  readonly done: string | null;
  readonly cancelled: string | null;
  readonly invalidDates: readonly DateField[];
  /** As `rrule` words it, `every week on Monday when done`. */
  readonly recurrence: string | null;
  readonly onCompletion: 'keep' | 'delete' | null;
  readonly id: string | null;
  readonly dependsOn: readonly string[];
  /** ` ^id`, with its space. */
  readonly blockLink: string | null;
  readonly tags: readonly string[];
  /** True when an owner is after a signifier, which hides that signifier from the Tasks plugin. */
  readonly ownerHidesSignifiers: boolean;
}
