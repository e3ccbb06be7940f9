/**
 * Two pages that may be one person's, project's or account's: alike in spelling **and** tied by something else. Two
 * people can be as alike as two spellings of one, so likeness alone asks nothing, and two who were in one meeting are
 * two.
 *
 *     People/Jon Stefan.md      with Acme on 1 and 8 October
 *     People/John Stefan.md     with Acme on 15 October          → one and the same?
 */
import type { CalendarDate } from '../text/calendar-date';
import type { Entity } from '../entity/entity';
import { compareEntities } from '../entity/entity-order';
import { PERSON } from '../entity/person-name';
import { foldWhole } from '../entity/fold-name';
import type { VaultIndex } from './build-index';
import type { ProposalDraft } from './proposal';
import type { Tie } from './proposal-why';
import type { MeetingRecord } from './rows';

/**
 * Pairs of which one was met since a day (null: ever). The first candidate is the one met more often, the name the
 * other's.
 */
export function findMerges(index: VaultIndex, since: CalendarDate | null): ProposalDraft[] {
  const { registry, memory, views } = index;
  const meetingsOf = ({ id }: Entity): readonly MeetingRecord[] => views.get(id)?.meetings ?? [];
  const isAsked = ({ page, status, writable }: Entity): boolean => page !== null && status === null && writable;
  const asked = new Set<string>();
  const found: ProposalDraft[] = [];
  for (const { entity, meetings } of views.values()) {
    const last = meetings[meetings.length - 1]?.date ?? null;
    if (!isAsked(entity) || last === null || (since !== null && last < since)) continue;
    for (const other of registry.resembling(entity.name, entity.kind)) {
      if (other === entity || !isAsked(other)) continue;
      const [one, two] = [entity, other].sort(
        (a, b) => meetingsOf(b).length - meetingsOf(a).length || compareEntities(a, b),
      );
      if (one === undefined || two === undefined || asked.has(`${one.id}\n${two.id}`)) continue;
      asked.add(`${one.id}\n${two.id}`);
      if (isSettled(one, two) || memory.areDifferent(registry, one, two)) continue;
      const tie = tieOf(one, two, meetingsOf);
      if (tie === null) continue;
      const places = meetingsOf(two)
        .concat(meetingsOf(one).slice(-1))
        .flatMap((meeting) => {
          const [note] = meeting.notes;
          return note === undefined || meeting.private
            ? []
            : [{ path: note.path, line: note.line, text: meeting.title, date: meeting.date, meeting }];
        });
      found.push({
        kind: 'merge',
        name: two.name,
        entityKind: one.kind,
        candidates: [one, two],
        places,
        why: { code: 'spelled-alike', name: two.name, other: one.name, tie },
      });
    }
  }
  return found;
}

/** One already has the other's name. */
function isSettled(one: Entity, two: Entity): boolean {
  const has = ({ aliases }: Entity, { name }: Entity): boolean =>
    aliases.some((alias) => foldWhole(alias) === foldWhole(name));
  return has(one, two) || has(two, one);
}

/**
 * What ties them next to their spelling; null for nothing, or where something speaks against it.
 */
function tieOf(one: Entity, two: Entity, meetingsOf: (entity: Entity) => readonly MeetingRecord[]): Tie | null {
  const first = meetingsOf(one);
  const met = new Set(first);
  const second = meetingsOf(two);
  if (second.some((meeting) => met.has(meeting))) return null;
  const shared = one.emails.find((email) => two.emails.includes(email));
  if (shared !== undefined) return { code: 'same-address', address: shared };
  // What is private gives nobody a reason; that two were in one room speaks against it all the same.
  const open = (meetings: readonly MeetingRecord[]): readonly MeetingRecord[] =>
    meetings.filter((meeting) => !meeting.private);
  const company = sharedIn(
    open(first),
    open(second),
    (entity) => entity.kind !== PERSON && entity.id !== one.id && entity.id !== two.id,
  );
  if (company[0] !== undefined) return { code: 'met-about', name: company[0].name };
  const people = sharedIn(open(first), open(second), (entity) => entity.kind === PERSON);
  if (people.length > 1) return { code: 'met-with', names: people.slice(0, 2).map(({ name }) => name) };
  const domain = one.emails
    .map(domainOf)
    .find((own) => own !== '' && !PUBLIC.test(own) && two.emails.some((email) => domainOf(email) === own));
  return domain === undefined ? null : { code: 'same-domain', domain };
}

function sharedIn(
  first: readonly MeetingRecord[],
  second: readonly MeetingRecord[],
  counts: (entity: Entity) => boolean,
): Entity[] {
  const there = new Set(first.flatMap(({ entities }) => entities));
  return [...new Set(second.flatMap(({ entities }) => entities))]
    .filter((entity) => there.has(entity) && counts(entity))
    .sort(compareEntities);
}

function domainOf(email: string): string {
  return email.slice(email.indexOf('@') + 1);
}

/** Where everybody may have an address. */
const PUBLIC =
  /^(?:gmail|googlemail|outlook|hotmail|live|icloud|me|mac|yahoo|gmx|web|proton|protonmail|aol|mail|qq|163|126)\./;
