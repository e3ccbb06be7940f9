/** Which of several meetings a row is cited from on an entity's page. */
import type { Entity } from '../entity/entity';
import type { Source } from '../vault-index/rows';

/**
 * The row with its newest telling that belongs to the entity last, which is the one that is cited; the row itself where
 * that is the last anyway.
 */
export function ownTelling<R extends { readonly sources: readonly Source[] }>(row: R, { id }: Entity): R {
  const { sources } = row;
  if (sources.length < 2) return row;
  const own = sources.filter(({ entities }) => entities.some((entity) => entity.id === id)).pop();
  return own === undefined || own === sources[sources.length - 1]
    ? row
    : { ...row, sources: [...sources.filter((source) => source !== own), own] };
}
