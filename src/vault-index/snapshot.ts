/**
 * An index as it is put away, as JSON: its rows and meetings, which most of making one goes into. Notes, entities and
 * paths are numbers in lists that are there again when it is restored; 0 stands for what follows from the rest.
 * Everything else is made again.
 */
import type { CalendarDate } from '../text/calendar-date';
import type { Entity, Via } from '../entity/entity';
import type { KindId } from '../note/kinds';
import type { Problem } from '../note/problems';
import type { Priority, StatusType } from '../task/task';
import type { RowKindId } from '../note/line-kinds';
import type { ByFamily } from './row-table';

/**
 * None as 0, one as its number and 1, several as a list. Numbers and texts are read several times faster than lists.
 */
export type SnapshotNumbers = number | readonly number[];
/**
 * Three values an owner: entity (-1 for none), 1 for me, name (0: the entity's). One who has a page: twice its number
 * and 2, and 1 for me; none: 0.
 */
export type SnapshotOwners = number | readonly (number | string)[];
/** 0: the sources' distinct days. */
export type SnapshotDays = readonly CalendarDate[] | 0;
/** 0: none of them. */
type SnapshotTaskDays =
  readonly [scheduled: CalendarDate | null, start: CalendarDate | null, closedOn: CalendarDate | null] | 0;
/**
 * Eight values a source: path, line, what is before and after the row's text (0 and the whole line where it is not
 * in it), heading (-1 for none), date (0: the meeting's), meeting (-1 for none), entities (-1: the row's).
 */
export type SnapshotSources = readonly (SnapshotNumbers | string | null)[];
export const VALUES_A_SOURCE = 8;

export type SnapshotRow = readonly [id: string, text: string, entities: SnapshotNumbers, isPrivate: 0 | 1];
export type SnapshotTask = readonly [
  ...SnapshotRow,
  owners: SnapshotOwners,
  open: 0 | 1,
  proposed: 0 | 1,
  statusType: StatusType,
  due: CalendarDate | null,
  priority: Priority,
  days: SnapshotTaskDays,
  asked: SnapshotDays,
  ...SnapshotSources,
];
export type SnapshotQuestion = readonly [
  ...SnapshotRow,
  answered: 0 | 1,
  answer: string | null,
  answeredOn: CalendarDate | null,
  pinned: 0 | 1,
  asked: SnapshotDays,
  ...SnapshotSources,
];
/** `date` 0: the last source's. */
export type SnapshotStatement = readonly [...SnapshotRow, date: CalendarDate | null | 0, ...SnapshotSources];
export type SnapshotAny = SnapshotTask | SnapshotQuestion | SnapshotStatement;

type SnapshotName = readonly [
  entity: number,
  kind: KindId | 0,
  name: string | 0,
  via: Via,
  candidates: SnapshotNumbers,
];
export type SnapshotMeeting = readonly [
  date: CalendarDate | null,
  time: string | null,
  title: string,
  notes: readonly (readonly [path: number, line: number, heading: string | null])[],
  names: readonly SnapshotName[],
  entities: SnapshotNumbers,
  summary: string | null,
  nextMeeting: CalendarDate | null,
  isPrivate: 0 | 1,
  meHere: 0 | 1,
  isMessage: 0 | 1,
];

/** A piece of it: some of the meetings, or of the rows of one kind, in their order. */
export type SnapshotPart = SnapshotMeetings | SnapshotRows;

interface SnapshotMeetings {
  readonly of: 'meetings';
  readonly rows: readonly SnapshotMeeting[];
}

/** Rows of one kind with all that they name: read alone. */
export interface SnapshotList extends SnapshotRows {
  readonly paths: readonly string[];
  readonly entities: readonly Entity[];
  readonly meetings: readonly SnapshotMeeting[];
}

interface SnapshotRows {
  readonly of: RowKindId;
  readonly headings: readonly string[];
  readonly rows: readonly SnapshotAny[];
}

/** What is not in pieces. */
export interface SnapshotFrame {
  /** A hash over all entities in their order. */
  readonly entities: string;
  /** As in a `RowTable`. */
  readonly families: Readonly<
    Record<
      RowKindId,
      {
        readonly hidden: ByFamily<readonly string[]>;
        readonly ids: ByFamily<readonly string[]>;
      }
    >
  >;
  /** What resolving lines found, of notes where it found something. */
  readonly found: readonly (readonly [path: number, problems: readonly Problem[], cleared: readonly number[]])[];
}
