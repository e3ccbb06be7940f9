/** Everything the vault says about one entity. */
import type { Entity } from '../entity/entity';
import { type MeetingRecord, type RowLists, rowLists } from './rows';

export interface EntityView extends RowLists {
  readonly entity: Entity;
  /** By date (undated first), then id: the newest is last. Those to come are here too. */
  readonly meetings: readonly MeetingRecord[];
}

export function emptyView(entity: Entity): EntityView {
  return { entity, meetings: [], ...rowLists(() => []) };
}
