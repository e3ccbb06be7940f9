/**
 * Owners as lines have them. A vault's tasks belong to the same few people: who they are is one object each, and one
 * list where a task has one owner, for a hundred thousand of either would be a tenth of what an index holds.
 */
import type { Entity } from '../entity/entity';
import { compactList } from '../text/compact-list';
import { memoize } from '../text/memoize';
import type { Owner } from './rows';

/** `words`: the name as it is written, which says who it is where no entity does. */
export function ownerOf(entity: Entity | null, me: boolean, words: string): Owner {
  if (me) return entity === null ? mine(words)[0] : { entity, me, name: entity.name };
  return entity === null ? named(words)[0] : ofEntity(entity)[0];
}

/** The list to be kept. */
export function ownerList(owners: readonly Owner[]): readonly Owner[] {
  const [only] = owners;
  if (only === undefined || owners.length > 1) return compactList(owners);
  const known = only.entity !== null ? ofEntity(only.entity) : only.me ? mine(only.name) : named(only.name);
  return known[0] === only ? known : owners.slice();
}

type OnlyOwner = readonly [Owner];

const mine = memoize<OnlyOwner>(1000, (name) => [{ entity: null, me: true, name }]);
const named = memoize<OnlyOwner>(5000, (name) => [{ entity: null, me: false, name }]);

const byEntity = new WeakMap<Entity, OnlyOwner>();

function ofEntity(entity: Entity): OnlyOwner {
  const known = byEntity.get(entity);
  if (known !== undefined) return known;
  const only: OnlyOwner = [{ entity, me: false, name: entity.name }];
  byEntity.set(entity, only);
  return only;
}
