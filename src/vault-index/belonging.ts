/**
 * Which entities a line belongs to: those that it names (link, owner, mention), and the meeting's only one of a kind,
 * me not counted. In a 1:1 everything concerns the other person; in a group nothing concerns anybody who is not named.
 * That keeps one Sam's facts off the other Sam's page.
 */
import type { Entity } from '../entity/entity';
import type { MeetingRecord, Owner } from './rows';
import { compareEntities } from '../entity/entity-order';
import { compactList } from '../text/compact-list';

interface Belongs {
  /** The meeting's only ones of a kind, as `onlyOnes` gives them; none outside meetings. */
  readonly only: readonly Entity[];
  /** Entities named in the line by link or mention. */
  readonly named: readonly Entity[];
  /** Null for what is not a task. */
  readonly owners: readonly Owner[] | null;
}

export function belongsTo({ only, named, owners }: Belongs): readonly Entity[] {
  const found: Entity[] = [];
  // A third party's task is on the third party's page only.
  const isAnothers = owners !== null && owners.length > 0 && !owners.some(({ me }) => me);
  for (const entity of named) if (!isAnothers || entity.kind !== 'person') add(entity, found);
  for (const entity of only) if (!isAnothers || entity.kind !== 'person') add(entity, found);
  if (owners !== null) for (const { entity } of owners) if (entity !== null) add(entity, found);
  const [first] = found;
  if (first === undefined) return NOBODY;
  if (found.length === 1) return onlyList(first);
  return compactList(found.sort(compareEntities));
}

export const NOBODY: readonly Entity[] = compactList([]);

/** Most lines belong to one entity, and those of one all alike. */
function onlyList(entity: Entity): readonly Entity[] {
  const known = lists.get(entity);
  if (known !== undefined) return known;
  const list = [entity];
  lists.set(entity, list);
  return list;
}

const lists = new WeakMap<Entity, readonly Entity[]>();

function add(entity: Entity, to: Entity[]): void {
  if (!to.some(({ id }) => id === entity.id)) to.push(entity);
}

/**
 * The meeting's entities that are alone of their kind. A name that nobody could place counts: somebody else was there.
 */
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
