/** One order of entities, for every list of them. */
import { compareText } from '../text/order';
import type { Entity } from './entity';

/** By kind, name, id: total, and the same on every device. */
export function compareEntities(a: Entity, b: Entity): number {
  return compareText(a.kind, b.kind) || compareText(a.name, b.name) || compareText(a.id, b.id);
}

/** Each once, sorted. */
export function distinctEntities(entities: readonly Entity[]): readonly Entity[] {
  return entities.length < 2 ? entities : [...new Set(entities)].sort(compareEntities);
}
