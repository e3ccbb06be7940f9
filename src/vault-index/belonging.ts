/**
 * Which entities a line belongs to: those that it names (link, owner, mention), and the meeting's only one of a kind, me not
 * counted. In a 1:1 everything concerns the other person; in a group nothing concerns anybody who is not named. That keeps one
 * Sam's facts off the other Sam's page.
 */
import type { Entity } from '../entity/entity';
import type { MeetingRecord, Owner } from './rows';
import { compareEntities } from '../entity/entity-order';

export interface Belongs {
  readonly meeting: MeetingRecord | null;
  /** Entities named in the line by link or mention. */
  readonly named: readonly Entity[];
  /** Null for what is not a task. */
  readonly owners: readonly Owner[] | null;
}

export function belongsTo({ meeting, named, owners }: Belongs): Entity[] {
  const found = new Map<string, Entity>();
  const add = (entity: Entity): void => void found.set(entity.id, entity);
  for (const entity of named) add(entity);
  if (meeting !== null) for (const entity of onlyOnes(meeting)) add(entity);
  if (owners !== null && owners.length > 0 && !owners.some(({ me }) => me)) {
    // A third party's task is on the third party's page only.
    for (const entity of [...found.values()]) if (entity.kind === 'person') found.delete(entity.id);
  }
  for (const { entity } of owners ?? []) if (entity !== null) add(entity);
  return [...found.values()].sort(compareEntities);
}

/** The meeting's entities that are alone of their kind. A name that nobody could place counts: somebody else was there. */
export function onlyOnes({ names }: MeetingRecord): Entity[] {
  const byKind = new Map<string, { count: Set<string>; entity: Entity | null }>();
  for (const { entity, kind, name } of names) {
    const key = entity?.kind ?? kind;
    const entry = byKind.get(key) ?? { count: new Set<string>(), entity: null };
    entry.count.add(entity?.id ?? `?${name.toLowerCase()}`);
    entry.entity ??= entity;
    byKind.set(key, entry);
  }
  const only: Entity[] = [];
  for (const { count, entity } of byKind.values()) if (count.size === 1 && entity !== null) only.push(entity);
  return only;
}
