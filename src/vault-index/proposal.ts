/** A question that only a person can answer, with its evidence; `proposals.ts` finds them. */
import type { Entity } from '../entity/entity';
import { foldWhole } from '../entity/fold-name';
import type { KindId } from '../note/kinds';
import type { CalendarDate } from '../text/calendar-date';
import { compareText } from '../text/order';
import { rowId, textKey } from '../text/row-key';
import type { Why } from './proposal-why';
import type { MeetingRecord, Source } from './rows';

/**
 * `resolve`: who a name means. `alias`: whether it is another spelling of one that is known. `create`: whether it gets
 * a page. `merge`: whether two pages are one person's. `split`: whether one page is two persons'. `hand-over`: who does
 * what somebody who has left was to do. `close`: whether the open tasks of what is done are cancelled. `duplicate`:
 * whether two tasks, or two questions, say the same. `event`: whether several events are one. `answered`: whether a
 * later decision or fact answers a question. `link`: whether links that lead nowhere are fixed.
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
  | 'event'
  | 'answered'
  | 'link'
  | 'repair';

interface ProposalEvidence {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly date: CalendarDate | null;
}

export interface Proposal {
  /** Stable: from the kind, the name and its candidates' names; from the words of the rows where it is about those. */
  readonly id: string;
  readonly kind: ProposalKind;
  /** The words of the newer row where it is about rows, `link` where it is about links. */
  readonly name: string;
  /** `task` or `question` where it is about rows, `meeting` or `message`, `link` where it is about links. */
  readonly entityKind: KindId;
  readonly candidates: readonly { readonly kind: KindId; readonly name: string; readonly page: string | null }[];
  readonly why: Why;
  /** Newest first, five at most. */
  readonly evidence: readonly ProposalEvidence[];
  /** How many places one answer settles. */
  readonly count: number;
}

/** Where a name is that an answer would settle. */
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

/** From the kind, the name and the candidates, in any order. */
export function idOf(
  { kind, name, entityKind }: Pick<Proposal, 'kind' | 'name' | 'entityKind'>,
  candidates: readonly string[],
): string {
  return rowId(textKey([kind, entityKind, foldWhole(name), ...[...candidates].sort(compareText)].join('\n')));
}
