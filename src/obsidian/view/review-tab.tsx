/**
 * What only the person can settle: what is asked about names and lines, each with its evidence, and the tasks that were
 * proposed.
 */
import type { ComponentChild } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { plainText } from '../../text/plain-text';
import { inWords } from '../notices/roll-up-words';
import { Check, FilterBar } from './filter-bar';
import type { RowActions } from './use-row-actions';
import type { ListEntry } from './list-entry';
import { ProposalRow } from './proposal-row';
import { RowList, type RowPlace } from './row-list';
import { proposedCount, triageNotes, type TriageNote } from './triage-entries';
import { TriageNoteView, TriageTaskView } from './triage-row';
import type { FoundProposal } from '../../vault-index/proposal';
import type { TaskRow } from '../../vault-index/rows';
import type { ViewData, ViewReview, ViewStore } from './view-store';
import { say } from '../../words/say';
import { words } from '../words/in-app';

export interface ReviewFilter {
  readonly text: string;
  readonly showsAll: boolean;
}

export const NO_REVIEW_FILTER: ReviewFilter = { text: '', showsAll: false };

interface ReviewTabProps {
  readonly known: ViewData;
  readonly store: ViewStore;
  readonly acting: RowActions;
  readonly filter: ReviewFilter;
  readonly onFilter: (filter: ReviewFilter) => void;
}

type ReviewRow =
  | { readonly is: 'proposal'; readonly found: FoundProposal }
  | { readonly is: 'note'; readonly note: TriageNote }
  | { readonly is: 'task'; readonly task: TaskRow };

export function ReviewTab({ known, store, acting, filter, onFilter }: ReviewTabProps): ComponentChild {
  const [state, setState] = useState<{ readonly review: ViewReview | null; readonly trouble: string | null }>({
    review: null,
    trouble: null,
  });
  const [asked, ask] = useState(0);
  const isLarge = known.index.notes.length > LARGE;
  useEffect(() => {
    let wanted = true;
    store.review().then(
      (review) => {
        if (wanted) setState({ review, trouble: null });
      },
      (error: unknown) => {
        if (wanted) setState({ review: null, trouble: inWords(error) });
      },
    );
    return () => {
      wanted = false;
    };
  }, [store, isLarge ? null : known, asked]);
  const { review, trouble } = state;
  const { text, showsAll } = filter;
  const all = review === null ? NONE : showsAll ? review.all : review.recent;
  const asking = useMemo(() => {
    const query = text
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    const fits = ({ proposal: { name, why, evidence, candidates } }: FoundProposal): boolean => {
      if (query.length === 0) return true;
      const searched = [
        name,
        say(words.engine.why, why),
        ...evidence.map((one) => one.text),
        ...candidates.map((one) => one.name),
      ]
        .map(plainText)
        .join('\n')
        .toLowerCase();
      return query.every((word) => searched.includes(word));
    };
    return all
      .filter(fits)
      .map((found): ListEntry<ReviewRow> => ({ is: 'row', key: found.proposal.id, row: { is: 'proposal', found } }));
  }, [all, text]);
  const notes = useMemo(() => triageNotes(known, { text, showsAll }), [known, text, showsAll]);
  const proposed = useMemo(() => proposedCount(known), [known]);
  const shown = notes.reduce((sum, { tasks }) => sum + tasks.length, 0);
  const entries = useMemo(
    (): readonly ListEntry<ReviewRow>[] =>
      notes.length === 0
        ? asking
        : [
            ...(asking.length === 0
              ? []
              : [
                  { is: 'heading' as const, key: '# asked', text: words.views.headings.toAnswer, count: asking.length },
                  ...asking,
                ]),
            { is: 'heading', key: '# proposed', text: words.views.headings.proposed, count: shown },
            ...notes.flatMap((note): ListEntry<ReviewRow>[] => [
              { is: 'row', key: `note ${note.path}`, row: { is: 'note', note } },
              ...note.tasks.map((task): ListEntry<ReviewRow> => ({
                is: 'row',
                key: `task ${task.id}`,
                row: { is: 'task', task },
              })),
            ]),
          ],
    [asking, notes, shown],
  );
  if (trouble !== null)
    return (
      <p class="throughline-empty mod-wrong" role="alert">
        {trouble}
      </p>
    );
  if (review === null)
    return (
      <p class="throughline-empty" role="status">
        {words.views.review.looking}
      </p>
    );
  const row = (one: ReviewRow, place: RowPlace, active: boolean): ComponentChild => {
    if (one.is === 'task')
      return (
        <TriageTaskView key={one.task.id} task={one.task} place={place} active={active} known={known} acting={acting} />
      );
    if (one.is === 'note')
      return (
        <TriageNoteView
          key={one.note.path}
          note={one.note}
          place={place}
          active={active}
          known={known}
          acting={acting}
        />
      );
    return (
      <ProposalRow
        key={one.found.proposal.id}
        found={one.found}
        place={place}
        active={active}
        review={review}
        store={store}
        around={acting.around}
        today={known.today}
        onWritten={(acted) => {
          acting.wrote(acted);
          ask(asked + 1);
        }}
      />
    );
  };
  const older = text === '' && !showsAll ? proposed - shown : 0;
  return (
    <>
      <FilterBar text={text} onText={(given) => onFilter({ ...filter, text: given })} set={Number(showsAll)}>
        {isLarge ? (
          <button type="button" onClick={() => ask(asked + 1)}>
            {words.views.review.again}
          </button>
        ) : null}
        <Check
          label={words.views.filter.older}
          value={showsAll}
          onCheck={(value) => onFilter({ ...filter, showsAll: value })}
        />
      </FilterBar>
      <RowList
        label={words.views.review.label}
        entries={entries}
        busy={acting.busy}
        follow={(key) => followed(key, acting)}
        empty={all.length === 0 && text === '' ? words.views.review.none : words.views.nothingFits}
        row={row}
      />
      {older <= 0 ? null : (
        <p class="throughline-foot">
          <button type="button" class="throughline-link" onClick={() => onFilter({ ...filter, showsAll: true })}>
            {words.views.review.older(older)}
          </button>
        </p>
      )}
    </>
  );
}

/** A proposed task with a new owner is another row. */
function followed(key: string, { became }: RowActions): string | undefined {
  const id = key.startsWith('task ') ? became.get(key.slice('task '.length)) : undefined;
  return id === undefined ? undefined : `task ${id}`;
}

/**
 * Notes of a vault in which looking takes long enough to be felt: there it is done when somebody asks, not whenever a
 * note is saved.
 */
const LARGE = 2000;

const NONE: readonly FoundProposal[] = [];
