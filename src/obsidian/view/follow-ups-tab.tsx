/** Every follow-up, by when it is due, whose it is, what it is about, or its note. */
import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ActingState } from './acting';
import { Check, Choose, FilterBar, frequentChoices } from './filter-bar';
import { type FollowUpFilter, followUpEntries, type Grouping, GROUPINGS, NO_FILTER, ownerId } from './follow-up-entries';
import { RowList } from './row-list';
import { TaskRowView } from './task-row';
import { proposedCount } from './triage-entries';
import type { Known } from './view-store';

interface FollowUpsTabProps {
  readonly known: Known;
  readonly acting: ActingState;
  readonly filter: FollowUpFilter;
  readonly onFilter: (filter: FollowUpFilter) => void;
  /** Shows the proposed ones, to be accepted or dismissed. */
  readonly onProposed: () => void;
}

export function FollowUpsTab({ known, acting, filter, onFilter, onProposed }: FollowUpsTabProps): ComponentChild {
  const { lingering } = acting;
  const entries = useMemo(() => followUpEntries(known, filter, lingering), [known, filter, lingering]);
  const { tasks } = known.index;
  const shown = useMemo(() => tasks.filter(({ open, proposed }) => open && !proposed), [tasks]);
  const owners = useMemo(() => frequentChoices(shown.flatMap((task) => (task.owners.length === 0 ? [{ value: 'nobody', words: 'Nobody' }] : task.owners.map((owner) => ({ value: ownerId(owner), words: owner.me ? 'Me' : owner.name })))), { any: 'Anybody', chosen: filter.owner }), [shown, filter.owner]);
  const abouts = useMemo(() => frequentChoices(shown.flatMap(({ entities }) => entities.map(({ id, name }) => ({ value: id, words: name }))), { any: 'Anything', chosen: filter.about }), [shown, filter.about]);
  const proposed = useMemo(() => proposedCount(known), [known]);
  const change = (part: Partial<FollowUpFilter>): void => {
    acting.settle();
    onFilter({ ...filter, ...part });
  };
  const set = Number(filter.owner !== '') + Number(filter.about !== '') + Number(filter.group !== NO_FILTER.group) + Number(filter.showsDone);
  return (
    <>
      <FilterBar text={filter.text} onText={(text) => change({ text })} set={set}>
        <Choose label="Owner" value={filter.owner} choices={owners} onChoose={(owner) => change({ owner })} />
        <Choose label="About" value={filter.about} choices={abouts} onChoose={(about) => change({ about })} />
        <Choose label="Group by" value={filter.group} choices={Object.entries(GROUPINGS).map(([value, words]) => ({ value, words }))} onChoose={(group) => change({ group: group as Grouping })} />
        <Check label="Done ones too" value={filter.showsDone} onCheck={(showsDone) => change({ showsDone })} />
      </FilterBar>
      {known.rules.meKnown ? null : <p class="throughline-hint">Throughline does not know yet which names are yours: give them in its settings, and what you wait for is told apart from what you owe.</p>}
      <RowList label="Follow-ups" entries={entries} busy={acting.busy} follow={(key) => acting.became.get(key)} empty={filter.text === '' && set === 0 ? 'Nothing is open.' : 'Nothing fits this filter.'}
        row={(row, place, active) => <TaskRowView key={row.id} row={row} place={place} active={active} known={known} acting={acting} />} />
      {proposed === 0 ? null : <p class="throughline-foot"><button type="button" class="throughline-link" onClick={onProposed}>{`${proposed.toLocaleString('en')} proposed, not counted here`}</button></p>}
    </>
  );
}
