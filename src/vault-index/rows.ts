/**
 * What the vault says, put together: meetings with their people, and rows that may be in several notes. Every row
 * carries where it comes from, newest last, so that acting on it finds its way home.
 */
import type { CalendarDate } from '../text/calendar-date';
import type { Entity, Via } from '../entity/entity';
import type { KindId } from '../note/kinds';
import type { Medium } from '../note/note';
import { byRowKind, type RowKindId, type StatementRowKind } from '../note/line-kinds';
import type { Priority, StatusType } from '../task/task';

/** Where a row is. */
export interface Source {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** The line as it is in the file. */
  readonly text: string;
  /** Nearest heading above, for the link: see `Item`. */
  readonly heading: string | null;
  /** The meeting's date, else the note's. */
  readonly date: CalendarDate | null;
  /** The meeting it was said in; null outside meetings. */
  readonly meeting: MeetingRecord | null;
  /** The entities that this telling belongs to; sorted by kind, name, id. */
  readonly entities: readonly Entity[];
}

/** A name of a meeting and what it came to. */
export interface MeetingName {
  readonly entity: Entity | null;
  readonly kind: KindId;
  readonly name: string;
  readonly via: Via;
  readonly candidates: readonly Entity[];
}

/** One event, a meeting or a message, however many notes tell of it. */
export interface MeetingRecord {
  /** The first note's path and line: unique. */
  readonly id: string;
  readonly date: CalendarDate | null;
  /** `HH:MM`. */
  readonly time: string | null;
  readonly title: string;
  /** The notes that tell of it, by path, those with a transcript last; the first gives title and link. */
  readonly notes: readonly { readonly path: string; readonly heading: string | null; readonly line: number }[];
  readonly names: readonly MeetingName[];
  /** Those of `names` that are known, each once, me left out; sorted by kind, name, id. */
  readonly entities: readonly Entity[];
  /** What came of it in a line: the summary's words, or null. */
  readonly summary: string | null;
  readonly nextMeeting: CalendarDate | null;
  readonly private: boolean;
  /** I am named among its people. */
  readonly meHere: boolean;
  /** A message is a contact, and no meeting. */
  readonly medium: Medium;
}

interface Row {
  /**
   * Stable over runs: from the normalised text (and owners); where several rows have the same, of the later ones from
   * the note that tells of each first, too.
   */
  readonly id: string;
  /** The words of the newest source, ready for a page. */
  readonly text: string;
  /** Ordered by date (undated first), path, line: the newest is last. Of a task that recurs the line to be done is. */
  readonly sources: readonly Source[];
  /** The entities it belongs to; sorted by kind, name, id. */
  readonly entities: readonly Entity[];
  /** Every source is private. */
  readonly private: boolean;
}

export interface Owner {
  readonly entity: Entity | null;
  /** The entity's name, or the name as written. */
  readonly name: string;
  readonly me: boolean;
}

export interface TaskRow extends Row {
  readonly owners: readonly Owner[];
  readonly mine: boolean;
  /** Done and cancelled are closed. */
  readonly open: boolean;
  readonly statusType: StatusType;
  readonly proposed: boolean;
  readonly due: CalendarDate | null;
  readonly priority: Priority;
  /** These three as the newest source has them. */
  readonly scheduled: CalendarDate | null;
  readonly start: CalendarDate | null;
  /** The day it was done, else cancelled. */
  readonly closedOn: CalendarDate | null;
  /** Distinct days on which it was asked for, oldest first. */
  readonly asked: readonly CalendarDate[];
}

export interface QuestionRow extends Row {
  readonly state: 'open' | 'answered';
  readonly answer: string | null;
  readonly answeredOn: CalendarDate | null;
  readonly pinned: boolean;
  /** Distinct days on which it was asked, oldest first. */
  readonly asked: readonly CalendarDate[];
}

/** A decision, or another statement. */
export interface DecisionRow extends Row {
  readonly date: CalendarDate | null;
}

export type RaiseRow = DecisionRow;

/** A row of any kind. */
export type AnyRow = TaskRow | QuestionRow | DecisionRow;

/** Rows of every kind: the vault's, or those that belong to one entity. */
export interface RowLists extends Readonly<Record<StatementRowKind, readonly DecisionRow[]>> {
  readonly tasks: readonly TaskRow[];
  readonly questions: readonly QuestionRow[];
  readonly raises: readonly RaiseRow[];
}

/** `rowsOf` gives each kind rows of that kind. */
export function rowLists(rowsOf: (kind: RowKindId) => readonly AnyRow[]): RowLists {
  return byRowKind(rowsOf) as Readonly<Record<RowKindId, readonly AnyRow[]>> as RowLists;
}
