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
import { similarEntities } from '../entity/similar';
import type { KindId } from '../note/kinds';
import type { VaultIndex } from './build-index';
import { compareText } from '../text/order';
import { findAnswers } from './answered-proposals';
import { findClosings } from './close-proposals';
import { findDuplicates } from './duplicate-proposals';
import { findHandOvers } from './hand-over-proposals';
import { findLostLinks } from './link-proposals';
import { findMerges } from './merge-proposals';
import { ownerContext } from './resolve-lines';
import { rowId, textKey } from '../text/row-key';
import type { MeetingRecord, Source } from './rows';
import { findSplits } from './split-proposals';

/**
 * `resolve`: whom a name means. `alias`: whether it is another spelling of one that is known. `create`: whether it gets
 * a page. `merge`: whether two pages are one person's. `split`: whether one page is two persons'. `hand-over`: who does
 * what somebody who has left was to do. `close`: whether the open tasks of what is done are cancelled. `duplicate`:
 * whether two tasks, or two questions, say the same. `answered`: whether a later decision or fact answers a question.
 * `link`: whether links that lead nowhere are mended.
 */
export type ProposalKind =
  | 'resolve'
  | 'create'
  | 'alias'
  | 'merge'
  | 'split'
  | 'hand-over'
  | 'close'
  | 'duplicate'
  | 'answered'
  | 'link'
  | 'repair';

export interface ProposalEvidence {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly date: CalendarDate | null;
}

export interface Proposal {
  /** Stable: from the kind, the name and its candidates' names; from the words of the rows where it is about those. */
  readonly id: string;
  readonly kind: ProposalKind;
  /** The words of the newer row where it is about rows. */
  readonly name: string;
  /** `task` or `question` where it is about rows, `link` where it is about links. */
  readonly entityKind: KindId;
  readonly candidates: readonly { readonly kind: KindId; readonly name: string; readonly page: string | null }[];
  /** In a sentence. */
  readonly why: string;
  /** Newest first, five at most. */
  readonly evidence: readonly ProposalEvidence[];
  /** How many places one answer settles. */
  readonly count: number;
}

/** Where a name stands that an answer would settle. */
export interface ProposalPlace extends ProposalEvidence {
  readonly meeting: MeetingRecord | null;
}

/** A row that a proposal is about. */
export interface QuestionedRow {
  readonly id: string;
  readonly text: string;
  readonly sources: readonly Source[];
}

/** A proposal with all that an answer needs. */
export interface FoundProposal {
  readonly proposal: Proposal;
  /** In the proposal's order. */
  readonly candidates: readonly Entity[];
  /** Whose tasks are to be handed over, or cancelled. */
  readonly about?: Entity;
  /** The rows it is about: the newer and the older, or the question and what may answer it. */
  readonly rows?: readonly QuestionedRow[];
  /** All of them, newest first. */
  readonly places: readonly ProposalPlace[];
}

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

/** Everything there is to ask about names since a day (null: ever), what settles the most first, then the newest. */
export function findProposals(index: VaultIndex, since: CalendarDate | null): FoundProposal[] {
  const names = [...unsettledNames(index, since).values()].flatMap((unsettled) => proposed(unsettled, index) ?? []);
  const found = [
    ...names,
    ...[
      ...findMerges(index, since),
      ...findHandOvers(index, since),
      ...findClosings(index, since),
      ...findSplits(index, since),
      ...findDuplicates(index, since),
      ...findAnswers(index, since),
      ...findLostLinks(index, since),
    ].map(asProposal),
  ];
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
  // Links mended are a comfort; whose words are whose comes first.
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
  const make = (proposal: ProposalKind, fits: readonly Entity[], why: string): FoundProposal =>
    asProposal({ kind: proposal, name, entityKind: kind, candidates: fits, why, places });
  if (candidates.length > 1)
    return make(
      'resolve',
      candidates,
      `“${name}” fits ${candidates.length} pages, and nothing in the meeting decides.`,
    );
  if (candidates.length === 1)
    return make('resolve', candidates, `“${name}” fits one page, but nothing in the meeting says so.`);
  const contexts = places.map((place) => contextOf(place, { memory }));
  const meetingsOf = ({ id }: Entity): number => views.get(id)?.meetings.length ?? 0;
  const similar = similarEntities(registry, name, kind).filter((entity) => {
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
    return make('alias', similar, `“${name}” resembles ${similar.map((entity) => entity.name).join(', ')}.`);
  const notes = new Set(places.map(({ path }) => path)).size;
  // A link gets its page by the setting for new pages; a page “Sam” would take what is said of every Sam.
  if (
    linked !== null ||
    notes < MEETINGS_FOR_A_PAGE ||
    memory.getsNoPage(name) ||
    (kind === PERSON && registry.shortenedBy(name).length > 0)
  )
    return null;
  return make('create', [], `“${name}” was named in ${notes} notes and has no page.`);
}

/** What is asked, before it has an id. */
export interface ProposalDraft extends Pick<Proposal, 'kind' | 'name' | 'entityKind' | 'why'> {
  readonly candidates: readonly Entity[];
  readonly about?: Entity;
  readonly rows?: readonly QuestionedRow[];
  /** What the ID is made of, instead of the name and the candidates. */
  readonly key?: string;
  /** Where it is not the number of places. */
  readonly count?: number;
  readonly places: readonly ProposalPlace[];
}

const LISTED_PLACES = 5;

export function asProposal({
  kind,
  name,
  entityKind,
  candidates,
  why,
  about,
  rows,
  key,
  count,
  places: given,
}: ProposalDraft): FoundProposal {
  const places = [...given].sort(
    (a, b) => compareText(b.date ?? '', a.date ?? '') || compareText(a.path, b.path) || a.line - b.line,
  );
  const fits = candidates.map((entity) => ({ kind: entity.kind, name: entity.name, page: entity.page }));
  const evidence = places.slice(0, LISTED_PLACES).map(({ path, line, text, date }) => ({ path, line, text, date }));
  const id =
    key !== undefined
      ? rowId(textKey(key))
      : idOf(
          { kind, name, entityKind },
          candidates.map((entity) => `${entity.kind}:${foldWhole(entity.name)}`),
        );
  return {
    proposal: { id, kind, name, entityKind, candidates: fits, why, evidence, count: count ?? places.length },
    candidates,
    places,
    ...(about === undefined ? {} : { about }),
    ...(rows === undefined ? {} : { rows }),
  };
}

function idOf(
  { kind, name, entityKind }: Pick<Proposal, 'kind' | 'name' | 'entityKind'>,
  candidates: readonly string[],
): string {
  return rowId(textKey([kind, entityKind, foldWhole(name), ...[...candidates].sort(compareText)].join('\n')));
}
