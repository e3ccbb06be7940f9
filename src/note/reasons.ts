/** Why something is, or is not, a meeting, as data: `because: tag "meeting", date in the file name`. */

export type SignalId =
  | 'role'
  | 'answer'
  | 'type'
  | 'importer'
  | 'tag'
  | 'head-tag'
  | 'message'
  | 'people-property'
  | 'folder'
  | 'people'
  | 'word'
  | 'sections'
  | 'other-type'
  | 'other-tag'
  | 'other-name'
  | 'template'
  | 'links'
  | 'daily'
  | 'dated-heading'
  | 'day-heading'
  | 'day-item'
  | 'tagged-heading'
  | 'date';

export interface Reason {
  readonly signal: SignalId;
  /** What in the note gives it: the tag, the folder, the label; of `date` where the date is. */
  readonly value: string;
}
