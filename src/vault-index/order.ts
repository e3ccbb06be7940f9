/** Total orders, the same on every device: UTF-16, never a locale's. */
import type { Entity } from '../entity/entity';
import type { Source } from './rows';

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By kind, name, id. */
export function compareEntities(a: Entity, b: Entity): number {
  return compareText(a.kind, b.kind) || compareText(a.name, b.name) || compareText(a.id, b.id);
}

/** By date (undated first), path, line: the newest is last. */
export function compareSources(a: Source, b: Source): number {
  return compareText(a.date ?? '', b.date ?? '') || compareText(a.path, b.path) || a.line - b.line;
}
