/**
 * What only a person can settle about names, each with its evidence. Few and recent: names of meetings and open tasks
 * of the last 30 days, ordered so that one answer settles the most.
 */
import { addDays, type CalendarDate } from '../text/calendar-date';
import type { Entity } from '../entity/entity';
import { compareEntities } from '../entity/entity-order';
import { foldWhole } from '../entity/fold-name';
import { PERSON } from '../entity/person-name';
import { resolveName, resolveOwner, splitNames } from '../entity/resolve';
import type { KindId } from '../note/kinds';
import type { VaultIndex } from './build-index';
import { compareText } from '../text/order';
import { findAnswers } from './answered-proposals';
import { findClosings } from './close-proposals';
import { findDuplicates } from './duplicate-proposals';
import { findHandOvers } from './hand-over-proposals';
import { findLikelyEvents } from './likely-events';
import { findLostLinks } from './link-proposals';
import { findMerges } from './merge-proposals';
import { ownerContext } from './resolve-lines';
import {
  asProposal,
  type FoundProposal,
  idOf,
  type Proposal,
  type ProposalDraft,
  type ProposalKind,
  type ProposalPlace,
} from './proposal';
import type { Why } from './proposal-why';
import { findSplits } from './split-proposals';

/** How far back names are asked about, and how many questions a day. */
export const PROPOSAL_DAYS = 30;
export const PROPOSALS_A_DAY = 10;
/** A name without a page is proposed as one once it was in this many meetings. */
const MEETINGS_FOR_A_PAGE = 2;

/** What is asked on a day: few, and recent. */
export function proposals(index: VaultIndex, today: CalendarDate): Proposal[] {
  return findProposals(index, addDays(today, -PROPOSAL_DAYS))
    .filter(({ proposal }) => !index.memory.rows.waits(proposal.id, today))
    .slice(0, PROPOSALS_A_DAY)
    .map(({ proposal }) => proposal);
}

/** What else is asked; since a day, or null: ever. */
const FINDERS: readonly ((index: VaultIndex, since: CalendarDate | null) => ProposalDraft[])[] = [
  findMerges,
  findHandOvers,
  findClosings,
  findSplits,
  findLikelyEvents,
  findDuplicates,
  findAnswers,
  findLostLinks,
];

/** Everything there is to ask about names since a day (null: ever), what settles the most first, then the newest. */
export function findProposals(index: VaultIndex, since: CalendarDate | null): FoundProposal[] {
  const names = [...unsettledNames(index, since).values()].flatMap((unsettled) => proposed(unsettled, index) ?? []);
  const found = [...names, ...FINDERS.flatMap((find) => find(index, since)).map(asProposal)];
  const ids = new Map<string, number>();
  for (const {
    proposal: { id },
  } of found)
    ids.set(id, (ids.get(id) ?? 0) + 1);
  // Only where pages of one name are asked about twice do their paths tell the questions apart.
  const distinct = found.map((one) =>
    (ids.get(one.proposal.id) ?? 0) < 2
      ? one
      : {
          ...one,
          proposal: {
            ...one.proposal,
            id: idOf(
              one.proposal,
              one.candidates.map(({ id }) => id),
            ),
          },
        },
  );
  // Links fixed are a comfort; whose words are whose comes first.
  return distinct.sort(
    ({ proposal: a }, { proposal: b }) =>
      Number(a.kind === 'link') - Number(b.kind === 'link') ||
      b.count - a.count ||
      compareText(b.evidence[0]?.date ?? '', a.evidence[0]?.date ?? '') ||
      compareText(a.id, b.id),
  );
}

interface Unsettled {
  readonly name: string;
  readonly kind: KindId;
  readonly candidates: readonly Entity[];
  /** The entity that a link made of the name, which has no page. */
  readonly linked: Entity | null;
  readonly places: ProposalPlace[];
  /** Path and line of each. */
  readonly seen: Set<string>;
}

function unsettledNames(index: VaultIndex, since: CalendarDate | null): Map<string, Unsettled> {
  const found = new Map<string, Unsettled>();
  const add = (
    name: string,
    kind: KindId,
    candidates: readonly Entity[],
    place: ProposalPlace,
    linked: Entity | null = null,
  ): void => {
    const folded = foldWhole(name);
    if (folded === '') return;
    const key = [kind, folded, linked === null, ...candidates.map(({ id }) => id).sort(compareText)].join('\n');
    const known = found.get(key);
    const at = `${place.path}:${place.line}`;
    if (known === undefined) found.set(key, { name, kind, candidates, linked, places: [place], seen: new Set([at]) });
    else if (!known.seen.has(at)) {
      known.seen.add(at);
      known.places.push(place);
    }
  };
  const isRecent = (date: CalendarDate | null): boolean => since === null || (date !== null && date >= since);
  for (const meeting of index.meetings) {
    const {
      date,
      names,
      notes: [note],
    } = meeting;
    // What is private is shown as evidence to nobody.
    if (meeting.private || !isRecent(date) || note === undefined) continue;
    for (const { entity, name, kind, candidates, via } of names) {
      const place = { path: note.path, line: note.line, text: name, date, meeting };
      if (entity === null && via === 'none')
        for (const part of partsOf(name, kind, candidates, place, index)) add(part.name, kind, part.candidates, place);
      else if (entity !== null && entity.page === null && via === 'link')
        add(entity.name, entity.kind, [], place, entity);
    }
  }
  for (const { open, owners, sources, private: isPrivate } of index.tasks) {
    if (isPrivate || !open) continue;
    for (const { entity, me, name } of owners) {
      if (entity !== null || me) continue;
      for (const { path, line, text, date, meeting } of sources) {
        if (!isRecent(date) || meeting?.private === true) continue;
        const place = { path, line, text, date, meeting };
        const fits = resolveOwner(index.registry, { text: name, target: null, line }, contextOf(place, index)).flatMap(
          ({ candidates }) => candidates,
        );
        for (const part of partsOf(name, PERSON, fits, place, index)) add(part.name, PERSON, part.candidates, place);
      }
    }
  }
  return found;
}

interface Part {
  readonly name: string;
  readonly candidates: readonly Entity[];
}

/** `Ann Lee & Bo` may be two people: then those are asked about who are not known. */
function partsOf(
  name: string,
  kind: KindId,
  candidates: readonly Entity[],
  place: ProposalPlace,
  index: VaultIndex,
): Part[] {
  const whole = [{ name, candidates }];
  if (kind !== PERSON || candidates.length > 0) return whole;
  const parts = splitNames(name);
  if (parts.length < 2) return whole;
  return parts.flatMap((text) => {
    const {
      entity,
      me,
      nobody,
      candidates: fits,
    } = resolveName(index.registry, { text, target: null, line: place.line }, contextOf(place, index));
    return entity !== null || me || nobody ? [] : [{ name: text, candidates: fits }];
  });
}

/** What a name at a place is resolved by. */
export function contextOf(
  { path, date, meeting }: ProposalPlace,
  { memory }: Pick<VaultIndex, 'memory'>,
): ReturnType<typeof ownerContext> {
  return ownerContext(path, date, meeting, memory);
}

function proposed(unsettled: Unsettled, { registry, memory, views }: VaultIndex): FoundProposal | null {
  const { name, kind, candidates, linked, places } = unsettled;
  const make = (proposal: ProposalKind, fits: readonly Entity[], why: Why): FoundProposal =>
    asProposal({ kind: proposal, name, entityKind: kind, candidates: fits, why, places });
  if (candidates.length > 1)
    return make('resolve', candidates, { code: 'several-fit', name, count: candidates.length });
  const [candidate] = candidates;
  if (candidate !== undefined)
    return make('resolve', candidates, { code: 'one-fits', name, candidate: candidate.name });
  const contexts = places.map((place) => contextOf(place, { memory }));
  const meetingsOf = ({ id }: Entity): number => views.get(id)?.meetings.length ?? 0;
  const similar = registry.resembling(name, kind).filter((entity) => {
    if (
      entity.status !== null ||
      entity === linked ||
      contexts.some((context) => memory.refuses(registry, name, entity, context))
    )
      return false;
    if (linked === null) return true;
    if (memory.areDifferent(registry, linked, entity)) return false;
    // Of two names without a page one is asked about, the rarer.
    return entity.page !== null || (meetingsOf(entity) - meetingsOf(linked) || compareEntities(linked, entity)) > 0;
  });
  if (similar.length > 0)
    return make('alias', similar, { code: 'resembles', name, others: similar.map((entity) => entity.name) });
  const notes = new Set(places.map(({ path }) => path)).size;
  // A link gets its page by the setting for new pages; a page “Sam” would take what is said of every Sam.
  if (
    linked !== null ||
    notes < MEETINGS_FOR_A_PAGE ||
    memory.getsNoPage(name) ||
    (kind === PERSON && registry.shortenedBy(name).length > 0)
  )
    return null;
  return make('create', [], { code: 'named-often', name, notes });
}
