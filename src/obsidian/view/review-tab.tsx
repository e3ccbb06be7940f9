/** What only the person can settle, each with its evidence. */
import type { ComponentChild } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { plainText } from '../../text/plain-text';
import { Check, FilterBar } from './filter-bar';
import type { ListEntry } from './list-entry';
import { ProposalRow } from './proposal-row';
import { RowList } from './row-list';
import type { FoundProposal } from '../../vault-index/proposals';
import type { Acted, Around, Known, ViewReview, ViewStore } from './view-store';

export interface ReviewFilter {
  readonly text: string;
  readonly showsAll: boolean;
}

export const NO_REVIEW_FILTER: ReviewFilter = { text: '', showsAll: false };

interface ReviewTabProps {
  readonly known: Known;
  readonly store: ViewStore;
  readonly around: Around;
  readonly filter: ReviewFilter;
  readonly onFilter: (filter: ReviewFilter) => void;
  readonly onWritten: (acted: Acted) => void;
}

export function ReviewTab({ known, store, around, filter, onFilter, onWritten }: ReviewTabProps): ComponentChild {
  const [state, setState] = useState<{ readonly review: ViewReview | null; readonly trouble: string | null }>({ review: null, trouble: null });
  const [asked, ask] = useState(0);
  const isLarge = known.index.notes.length > LARGE;
  useEffect(() => {
    let wanted = true;
    store.review().then(
      (review) => wanted && setState({ review, trouble: null }),
      (error: unknown) => wanted && setState({ review: null, trouble: error instanceof Error ? error.message : String(error) }),
    );
    return () => { wanted = false; };
  }, [store, isLarge ? null : known, asked]);
  const { review, trouble } = state;
  const { text, showsAll } = filter;
  const all = review === null ? NONE : showsAll ? review.all : review.recent;
  const entries = useMemo(() => {
    const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
    const fits = ({ proposal: { name, why, evidence, candidates } }: FoundProposal): boolean => {
      const searched = [name, why, ...evidence.map((one) => one.text), ...candidates.map((one) => one.name)].map(plainText).join('\n').toLowerCase();
      return words.every((word) => searched.includes(word));
    };
    return all.filter(fits).map((found): ListEntry<FoundProposal> => ({ is: 'row', key: found.proposal.id, row: found }));
  }, [all, text]);
  if (trouble !== null) return <p class="throughline-empty mod-wrong" role="alert">{trouble}</p>;
  if (review === null) return <p class="throughline-empty" role="status">Looking for what needs an answer…</p>;
  return (
    <>
      <FilterBar text={text} onText={(given) => onFilter({ ...filter, text: given })} set={Number(showsAll)}>
        {isLarge ? <button type="button" onClick={() => ask(asked + 1)}>Look again</button> : null}
        <Check label="Older than 30 days too" value={showsAll} onCheck={(value) => onFilter({ ...filter, showsAll: value })} />
      </FilterBar>
      <RowList label="Proposals" entries={entries} empty={all.length === 0 ? 'Nothing needs an answer.' : 'Nothing fits this filter.'}
        row={(found, place, active) => <ProposalRow key={found.proposal.id} found={found} place={place} active={active} review={review} store={store} around={around} today={known.today} onWritten={(acted) => {
          onWritten(acted);
          ask(asked + 1);
        }} />} />
    </>
  );
}

/** Notes of a vault in which looking takes long enough to be felt: there it is done when somebody asks, not whenever a note is saved. */
const LARGE = 2000;

const NONE: readonly FoundProposal[] = [];
