/** Who a calendar entry is with: its people as the vault knows them, by address and by name. Nothing is guessed. */
import type { Entity } from '../entity/entity';
import { distinctEntities } from '../entity/entity-order';
import type { Registry } from '../entity/registry';
import type { CalendarEntry, InvitedPerson } from './calendar-entries';

interface EntryPeople {
  /** Those that have a page or are known by a link; me and whoever declined left out. Sorted. */
  readonly entities: readonly Entity[];
  /** Names, or addresses, of those that the vault does not know. */
  readonly others: readonly string[];
  /** I declined. */
  readonly meDeclined: boolean;
}

export function entryPeople({ people, title }: CalendarEntry, registry: Registry): EntryPeople {
  const entities: Entity[] = [];
  const others: string[] = [];
  let meDeclined = false;
  for (const person of people) {
    if (isMe(person, registry)) meDeclined ||= person.declined;
    else if (!person.declined) {
      const entity = entityOf(person, registry);
      if (entity === null) others.push(person.name ?? person.email ?? '');
      else entities.push(entity);
    }
  }
  // A calendar of one's own has no list of people: then those whose whole name the title gives.
  if (people.length === 0) entities.push(...inTitle(title, registry));
  return { entities: distinctEntities(entities), others, meDeclined };
}

function isMe({ name, email }: InvitedPerson, registry: Registry): boolean {
  return (email !== null && registry.isMe(email)) || (name !== null && namesOf(name).some((one) => registry.isMe(one)));
}

/** By the address, else by the name; several of one name are nobody. */
function entityOf({ name, email }: InvitedPerson, registry: Registry): Entity | null {
  const steps: readonly (readonly Entity[])[] = [
    email === null ? [] : registry.calledOrMailed(email, 'person'),
    ...(name === null
      ? []
      : namesOf(name).flatMap((one) => [registry.named(one, 'person'), registry.calledOrMailed(one, 'person')])),
  ];
  const [only, ...more] = steps.find((fits) => fits.length > 0) ?? [];
  return only !== undefined && more.length === 0 ? only : null;
}

/** `Fox, Dana` is Dana Fox in many a company's address book; what is in brackets is a department. */
function namesOf(given: string): readonly string[] {
  const name = given.replace(/\s*[([][^)\]]*[)\]]\s*$/, '').trim();
  const [, last, first] = /^([^,]+),\s*([^,]+)$/.exec(name) ?? [];
  return last === undefined || first === undefined ? [name] : [name, `${first} ${last}`];
}

function inTitle(title: string, registry: Registry): readonly Entity[] {
  return title.split(/\s+(?:with|mit|avec|con|met|and|und|[-–—:|/&+<>]+)\s+|[,:/|&+]\s*|<>/i).flatMap((part) => {
    const [only, ...more] = part.trim() === '' ? [] : registry.named(part.trim(), null);
    return only !== undefined && more.length === 0 ? [only] : [];
  });
}
