/** Everything the vault says about one entity. */
import type { Entity } from '../entity/entity';
import type { DecisionRow, MeetingRecord, QuestionRow, RaiseRow, StatementRow, TaskRow } from './rows';

export interface EntityView {
  readonly entity: Entity;
  /** By date (undated first), then id: the newest is last. Those to come are here too. */
  readonly meetings: readonly MeetingRecord[];
  readonly tasks: readonly TaskRow[];
  readonly questions: readonly QuestionRow[];
  readonly decisions: readonly DecisionRow[];
  readonly facts: readonly StatementRow[];
  readonly risks: readonly StatementRow[];
  readonly raises: readonly RaiseRow[];
}

export function emptyView(entity: Entity): EntityView {
  return { entity, meetings: [], tasks: [], questions: [], decisions: [], facts: [], risks: [], raises: [] };
}
