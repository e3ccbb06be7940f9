/**
 * What only a person can settle about names, each with its evidence. Few and recent: names of meetings and open tasks of the last
 * 30 days, ordered so that one answer settles the most.
 */
import { addDays, type CalendarDate } from '../text/calendar-date';
import type { Entity } from '../entity/entity';
import { foldName } from '../entity/fold-name';
import { resolveOwner } from '../entity/resolve';
import { similarEntities } from '../entity/similar';
import type { KindId } from '../note/kinds';
import type { VaultIndex } from './build-index';
import { compareText } from '../text/order';
import { ownerContext } from './resolve-lines';
import { rowId, textKey } from './row-key';

export type ProposalKind = 'resolve' | 'create' | 'alias';

export interface ProposalEvidence {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly date: CalendarDate | null;
}

export interface Proposal {
  /** Stable: from the kind, the name and its candidates. */
  readonly id: string;
  readonly kind: ProposalKind;
  readonly name: string;
  readonly entityKind: KindId;
  readonly candidates: readonly { readonly kind: KindId; readonly name: string; readonly page: string | null }[];
  /** In a sentence. */
  readonly why: string;
  /** Newest first, five at most. */
  readonly evidence: readonly ProposalEvidence[];
  /** How many places one answer settles. */
  readonly count: number;
}

/** How far back names are asked about, and how many questions a day. */
export const PROPOSAL_DAYS = 30;
export const PROPOSALS_A_DAY = 10;
/** A name without a page is proposed as one once it was in this many meetings. */
const MEETINGS_FOR_A_PAGE = 2;

interface Unsettled {
  readonly name: string;
  readonly kind: KindId;
  readonly candidates: readonly Entity[];
  readonly places: ProposalEvidence[];
}

export function proposals(index: VaultIndex, today: CalendarDate): Proposal[] {
  const found = [...unsettledNames(index, addDays(today, -PROPOSAL_DAYS)).values()].flatMap((unsettled) => proposal(unsettled, index) ?? []);
  return found
    .sort((a, b) => b.count - a.count || compareText(b.evidence[0]?.date ?? '', a.evidence[0]?.date ?? '') || compareText(a.id, b.id))
    .slice(0, PROPOSALS_A_DAY);
}

function unsettledNames(index: VaultIndex, since: CalendarDate): Map<string, Unsettled> {
  const found = new Map<string, Unsettled>();
  const add = (name: string, kind: KindId, candidates: readonly Entity[], place: ProposalEvidence): void => {
    const folded = foldName(name);
    if (folded === '') return;
    const key = [kind, folded, ...candidates.map(({ id }) => id).sort(compareText)].join('\n');
    const known = found.get(key);
    if (known === undefined) found.set(key, { name, kind, candidates, places: [place] });
    else if (!known.places.some(({ path, line }) => path === place.path && line === place.line)) known.places.push(place);
  };
  for (const { date, names, notes: [note] } of index.meetings) {
    if (date === null || date < since || note === undefined) continue;
    for (const { entity, name, kind, candidates, via } of names) {
      if (entity === null && via === 'none') add(name, kind, candidates, { path: note.path, line: note.line, text: name, date });
    }
  }
  for (const { open, owners, sources } of index.tasks) {
    const source = sources[sources.length - 1];
    if (!open || source === undefined || source.date === null || source.date < since) continue;
    for (const { entity, me, name } of owners) {
      if (entity !== null || me) continue;
      const context = ownerContext(source.path, source.date, source.meeting, index.memory);
      const candidates = resolveOwner(index.registry, { text: name, target: null, line: source.line }, context).flatMap((resolution) => resolution.candidates);
      add(name, 'person', candidates, { path: source.path, line: source.line, text: source.text, date: source.date });
    }
  }
  return found;
}

function proposal({ name, kind, candidates, places }: Unsettled, { registry }: VaultIndex): Proposal | null {
  const evidence = [...places].sort((a, b) => compareText(b.date ?? '', a.date ?? '') || compareText(a.path, b.path) || a.line - b.line);
  const make = (proposed: ProposalKind, fits: readonly Entity[], why: string): Proposal => ({
    id: rowId(textKey([proposed, kind, foldName(name), ...fits.map(({ id }) => id).sort(compareText)].join('\n'))),
    kind: proposed, name, entityKind: kind,
    candidates: fits.map((entity) => ({ kind: entity.kind, name: entity.name, page: entity.page })),
    why, evidence: evidence.slice(0, 5), count: places.length,
  });
  if (candidates.length > 1) return make('resolve', candidates, `“${name}” fits ${candidates.length} pages, and nothing in the meeting decides.`);
  if (candidates.length === 1) return make('resolve', candidates, `“${name}” fits one page, but nothing in the meeting says so.`);
  const similar = similarEntities(registry, name, kind).filter(({ status }) => status === null);
  if (similar.length > 0) return make('alias', similar, `“${name}” resembles ${similar.map((entity) => entity.name).join(', ')}.`);
  const meetings = new Set(places.map(({ path }) => path)).size;
  return meetings < MEETINGS_FOR_A_PAGE ? null : make('create', [], `“${name}” was named in ${meetings} notes and has no page.`);
}
