/**
 * An index as it is put away, as JSON: its rows and meetings, which most of making one goes into. Notes, entities and
 * paths are numbers in lists that are there again when it is restored; 0 stands for what follows from the rest.
 * Everything else is made anew.
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
export type KeptNumbers = number | readonly number[];
/**
 * Three values an owner: entity (-1 for none), 1 for me, name (0: the entity's). One who has a page: twice its number
 * and 2, and 1 for me; none: 0.
 */
export type KeptOwners = number | readonly (number | string)[];
/** 0: the sources' distinct days. */
export type KeptDays = readonly CalendarDate[] | 0;
/** 0: none of them. */
export type KeptTaskDays =
  readonly [scheduled: CalendarDate | null, start: CalendarDate | null, closedOn: CalendarDate | null] | 0;
/**
 * Eight values a source: path, line, what stands before and behind the row's text (0 and the whole line where it is not
 * in it), heading (-1 for none), date (0: the meeting's), meeting (-1 for none), entities (-1: the row's).
 */
export type KeptSources = readonly (KeptNumbers | string | null)[];
export const VALUES_A_SOURCE = 8;

export type KeptRow = readonly [id: string, text: string, entities: KeptNumbers, isPrivate: 0 | 1];
export type KeptTask = readonly [
  ...KeptRow,
  owners: KeptOwners,
  open: 0 | 1,
  proposed: 0 | 1,
  statusType: StatusType,
  due: CalendarDate | null,
  priority: Priority,
  days: KeptTaskDays,
  asked: KeptDays,
  ...KeptSources,
];
export type KeptQuestion = readonly [
  ...KeptRow,
  answered: 0 | 1,
  answer: string | null,
  answeredOn: CalendarDate | null,
  pinned: 0 | 1,
  asked: KeptDays,
  ...KeptSources,
];
/** `date` 0: the last source's. */
export type KeptStatement = readonly [...KeptRow, date: CalendarDate | null | 0, ...KeptSources];
export type KeptAny = KeptTask | KeptQuestion | KeptStatement;

export type KeptName = readonly [entity: number, kind: KindId | 0, name: string | 0, via: Via, candidates: KeptNumbers];
export type KeptMeeting = readonly [
  date: CalendarDate | null,
  time: string | null,
  title: string,
  notes: readonly (readonly [path: number, line: number, heading: string | null])[],
  names: readonly KeptName[],
  entities: KeptNumbers,
  summary: string | null,
  nextMeeting: CalendarDate | null,
  isPrivate: 0 | 1,
  meHere: 0 | 1,
  isMessage: 0 | 1,
];

/** A piece of it: some of the meetings, or of the rows of one kind, in their order. */
export type KeptPart = KeptMeetings | KeptRows;

export interface KeptMeetings {
  readonly of: 'meetings';
  readonly rows: readonly KeptMeeting[];
}

/** Rows of one kind with all that they name: read alone. */
export interface KeptList extends KeptRows {
  readonly paths: readonly string[];
  readonly entities: readonly Entity[];
  readonly meetings: readonly KeptMeeting[];
}

export interface KeptRows {
  readonly of: RowKindId;
  readonly headings: readonly string[];
  readonly rows: readonly KeptAny[];
}

/** What is not in pieces. */
export interface KeptFrame {
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
