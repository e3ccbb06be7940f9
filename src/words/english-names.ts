/** Who a name means, and the sentence for a name that nobody has, or several. */
import type { Entity } from '../entity/entity';
import { findEntity } from '../entity/find-entity';
import type { OwnerFilter } from '../page/queue-listing';
import { closest } from '../settings/closest';
import type { VaultIndex } from '../vault-index/build-index';
import { ownersCalled } from '../vault-index/owners-called';

interface Named {
  readonly index: Pick<VaultIndex, 'registry' | 'tasks'>;
}

/** The message says who it could be, or what to give instead. */
export class UnknownName extends Error {}

/** Throws a UnknownName that says who it could be. */
export function entityNamed(given: string, vault: Named, meToo: string): Entity {
  const found = findEntity(vault.index.registry, given);
  switch (found.is) {
    case 'one':
      return found.entity;
    case 'me':
      throw new UnknownName(`"${given}" is you; ${meToo}`);
    case 'several':
      throw new UnknownName(
        `"${given}" could be ${listed(found.candidates)}; give the whole name, or the path of the page`,
      );
    case 'none':
      throw new UnknownName(unknown(given, found.nearly, vault));
  }
}

function unknown(given: string, alike: readonly Entity[], { index }: Named): string {
  const slip =
    alike.length > 0
      ? null
      : closest(
          given,
          index.registry.entities.map(({ name }) => name),
        );
  const nearly = slip === null ? alike : index.registry.entities.filter(({ name }) => name === slip);
  return nearly.length > 0
    ? `no person, project or account is called "${given}"; did you mean ${listed(nearly)}?`
    : `no person, project or account is called "${given}"; give the name of a person, project or account`;
}

function listed(entities: readonly Entity[]): string {
  return inWords(entities.map(({ name, page, kind }) => (page === null ? `${name} (${kind})` : `${name} (${page})`)));
}

function inWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1] ?? ''}`;
}

/** `me`, `nobody`, an entity, or a name that a task gives and that has no page. Throws an UnknownName as well. */
export function ownerNamed(given: string, vault: Named): OwnerFilter {
  if (/^(?:me|myself|mine)$/i.test(given)) return { is: 'me' };
  if (/^(?:nobody|none|no one|unowned)$/i.test(given)) return { is: 'nobody' };
  const found = findEntity(vault.index.registry, given);
  if (found.is === 'me') return { is: 'me' };
  if (found.is === 'one') return { is: 'entity', id: found.entity.id };
  if (found.is === 'several')
    throw new UnknownName(
      `"${given}" could be ${listed(found.candidates)}; give the whole name, or the path of the page`,
    );
  const [owner, ...others] = ownersCalled(vault.index.tasks, given);
  if (owner !== undefined && others.length === 0) return { is: 'name', name: owner };
  if (owner !== undefined)
    throw new UnknownName(`"${given}" could be ${inWords([owner, ...others])}; give the whole name`);
  throw new UnknownName(unknown(given, found.nearly, vault));
}
