/**
 * What the views show and do. They know nothing else of the vault: the vault is the app's, or one in memory.
 */
import type { CalendarDate } from '../../text/calendar-date';
import type { PageRules } from '../../page/page-rules';
import type { RowFinder } from '../../page/row-finder';
import type { AnsweredPlan } from '../../edit/answer-proposal';
import type { Answer } from '../../edit/answer';
import type { Ended, Refused } from '../../edit/refusals';
import type { Entity } from '../../entity/entity';
import type { RowAction } from '../../edit/row-action';
import type { VaultIndex } from '../../vault-index/build-index';
import type { FoundProposal } from '../../vault-index/proposal';
import type { QuestionRow, RaiseRow, TaskRow } from '../../vault-index/rows';

/** The vault as it was read last. */
export interface ViewData {
  readonly index: VaultIndex;
  readonly today: CalendarDate;
  readonly rules: PageRules;
  /** Rows by what a page's line says, or a note's. */
  readonly rows: RowFinder;
}

export type ActionName = RowAction['do'];

/** What came of it, as a sentence. */
export interface ActionResult extends Ended<'done' | 'refused'> {
  readonly said: string;
  /**
   * The row that says now what the one that was acted on said, where that has another id: a new owner makes it another
   * row.
   */
  readonly became?: string;
}

/** The proposals, and what answering them would write. */
export interface ViewReview {
  /** Of the last 30 days and not put off, what settles the most first. */
  readonly recent: readonly FoundProposal[];
  /** Of any day. */
  readonly all: readonly FoundProposal[];
  /** Nothing is written by it. */
  readonly answer: (answer: Answer) => AnsweredPlan | Refused;
}

export interface ViewStore {
  /** Null until the vault was read. */
  readonly known: ViewData | null;
  /** Why it could not be read, as a sentence. */
  readonly trouble: string | null;
  /** Called when `known` or `trouble` changed; the result ends that. Who subscribes is who wants the vault read. */
  subscribe(listener: () => void): () => void;
  /** To be called now and then: at midnight everything is a day later. */
  noticeDay(): void;
  /** The actions there are: what is not here is offered nowhere. */
  readonly actions: ReadonlySet<ActionName>;
  /** All sources of the row are changed, or none. Never rejects: what could not be done is said. */
  act(row: TaskRow | QuestionRow | RaiseRow, action: RowAction): Promise<ActionResult>;
  /** The same for several rows, as one step. */
  actAll(rows: readonly (TaskRow | QuestionRow | RaiseRow)[], action: RowAction): Promise<ActionResult>;
  /** Owners in a person's words: names parted by commas, `me`, nothing for nobody. Never rejects. */
  own(row: TaskRow, names: string): Promise<ActionResult>;
  /**
   * Writes a point to be raised with somebody into a note: the one in front where that is a meeting's, else where one
   * would look for it. Never rejects.
   */
  raise(entity: Entity, words: string, open: string | null): Promise<ActionResult>;
  /** Takes the last act back, and the one before when called again. Never rejects. */
  undo(): Promise<ActionResult>;
  /** Rejects with a sentence where the names memory cannot be read. */
  review(): Promise<ViewReview>;
  /** Writes what an answer would write. Never rejects. */
  write(plan: AnsweredPlan): Promise<ActionResult>;
}

/** What the views need of the app around them. */
export interface ViewHost {
  /** The note that is in front; null where none is. */
  readonly activePath: string | null;
  onActiveNote(listener: () => void): () => void;
  /** Opens a note; at a line (1-based) where one is given. */
  open(path: string, line: number | null, options: { readonly newTab: boolean }): void;
  /** Shows where things are with those who meet in a note, or with whose page it is. */
  brief(path: string): void;
  /** Shows a page's preview next to what the pointer is over, where the person has that switched on. */
  preview(event: MouseEvent, path: string, line: number | null): void;
  /**
   * Whether what is seen at a glance somewhere is folded away on this device: on a phone, until it was opened there.
   */
  isFolded(what: string): boolean;
  fold(what: string, folded: boolean): void;
}
