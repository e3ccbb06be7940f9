/** The rows of every kind, kept as notes' lines come and go. */
import type { Item, Question, Raise } from '../note/note';
import {
  QUESTION_ROWS,
  RAISE_ROWS,
  type ResolvedLine,
  type ResolvedTask,
  STATEMENT_ROWS,
  TASK_ROWS,
} from './merge-rows';
import type { NoteLines } from './resolve-lines';
import type { HiddenTelling } from './restored-rows';
import { type RowChange, RowGroups, type Touched } from './row-groups';
import type { DecisionRow, QuestionRow, RaiseRow, RowLists, StatementRow, TaskRow } from './rows';
import type { Job } from '../text/job';

/** What an exchange of a note's lines did to the rows of each kind. */
export type RowChanges = { readonly [K in keyof RowLists]: RowChange<RowLists[K][number]> };

export type HiddenTellings = { readonly [K in keyof RowLists]: readonly HiddenTelling[] };

export class VaultRows {
  private readonly tasks = new RowGroups<ResolvedTask, TaskRow>(TASK_ROWS);
  private readonly questions = new RowGroups<ResolvedLine<Question>, QuestionRow>(QUESTION_ROWS);
  private readonly decisions = new RowGroups<ResolvedLine<Item>, DecisionRow>(STATEMENT_ROWS);
  private readonly facts = new RowGroups<ResolvedLine<Item>, StatementRow>(STATEMENT_ROWS);
  private readonly risks = new RowGroups<ResolvedLine<Item>, StatementRow>(STATEMENT_ROWS);
  private readonly raises = new RowGroups<ResolvedLine<Raise>, RaiseRow>(RAISE_ROWS);

  /** All lines of a vault, in pieces; to be called once. */
  *fill(notes: readonly NoteLines[]): Job<void> {
    yield* this.tasks.fill(notes, ({ tasks }) => tasks);
    yield* this.questions.fill(notes, ({ questions }) => questions);
    yield* this.decisions.fill(notes, ({ decisions }) => decisions);
    yield* this.facts.fill(notes, ({ facts }) => facts);
    yield* this.risks.fill(notes, ({ risks }) => risks);
    yield* this.raises.fill(notes, ({ raises }) => raises);
  }

  lists(): RowLists {
    return {
      tasks: this.tasks.rows,
      questions: this.questions.rows,
      decisions: this.decisions.rows,
      facts: this.facts.rows,
      risks: this.risks.rows,
      raises: this.raises.rows,
    };
  }

  /** Rows that were kept, in place of `fill`; `linesOf` gives a note's lines when they are needed after all. */
  restore(rows: RowLists, hidden: HiddenTellings, linesOf: (path: string) => NoteLines | undefined): void {
    this.tasks.restore(rows.tasks, hidden.tasks, (path) => linesOf(path)?.tasks ?? []);
    this.questions.restore(rows.questions, hidden.questions, (path) => linesOf(path)?.questions ?? []);
    this.decisions.restore(rows.decisions, hidden.decisions, (path) => linesOf(path)?.decisions ?? []);
    this.facts.restore(rows.facts, hidden.facts, (path) => linesOf(path)?.facts ?? []);
    this.risks.restore(rows.risks, hidden.risks, (path) => linesOf(path)?.risks ?? []);
    this.raises.restore(rows.raises, hidden.raises, (path) => linesOf(path)?.raises ?? []);
  }

  /** What must be known besides the rows to restore them. */
  *hidden(): Job<HiddenTellings> {
    return {
      tasks: yield* this.tasks.hidden(),
      questions: yield* this.questions.hidden(),
      decisions: yield* this.decisions.hidden(),
      facts: yield* this.facts.hidden(),
      risks: yield* this.risks.hidden(),
      raises: yield* this.raises.hidden(),
    };
  }

  /** To be called before an exchange. */
  *prepare(): Job<void> {
    for (const kind of [this.tasks, this.questions, this.decisions, this.facts, this.risks, this.raises])
      yield* kind.prepare();
  }

  /** `before`: lines that were given earlier, the same objects. */
  exchange(before: readonly NoteLines[], after: readonly NoteLines[], touched: Touched): RowChanges {
    return {
      tasks: this.tasks.exchange(
        [...each(before, ({ tasks }) => tasks)],
        [...each(after, ({ tasks }) => tasks)],
        touched,
      ),
      questions: this.questions.exchange(
        [...each(before, ({ questions }) => questions)],
        [...each(after, ({ questions }) => questions)],
        touched,
      ),
      decisions: this.decisions.exchange(
        [...each(before, ({ decisions }) => decisions)],
        [...each(after, ({ decisions }) => decisions)],
        touched,
      ),
      facts: this.facts.exchange(
        [...each(before, ({ facts }) => facts)],
        [...each(after, ({ facts }) => facts)],
        touched,
      ),
      risks: this.risks.exchange(
        [...each(before, ({ risks }) => risks)],
        [...each(after, ({ risks }) => risks)],
        touched,
      ),
      raises: this.raises.exchange(
        [...each(before, ({ raises }) => raises)],
        [...each(after, ({ raises }) => raises)],
        touched,
      ),
    };
  }
}

function* each<V>(notes: readonly NoteLines[], listOf: (lines: NoteLines) => readonly V[]): Generator<V> {
  for (const lines of notes) yield* listOf(lines);
}
