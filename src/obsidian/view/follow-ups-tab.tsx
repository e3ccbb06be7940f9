/** Every follow-up, by when it is due, whose it is, what it is about, or its note. */
import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import { TASK_AGES, type TaskAge } from '../../page/open-ages';
import type { RowActions } from './use-row-actions';
import { Check, Choose, FilterBar, frequentChoices } from './filter-bar';
import { ownerId } from '../../page/waited-on';
import { AgeBars } from './age-bars';
import { type FollowUpFilter, followUpEntries, followUpGlance, GROUPINGS, NO_FILTER } from './follow-up-entries';
import { Glance } from './glance';
import { RowList } from './row-list';
import { TaskRowView } from './task-row';
import { proposedCount } from './triage-entries';
import { WaitingBars } from './waiting-bars';
import type { ViewData } from './view-store';
import { words } from '../words/in-app';
import { keysOf } from '../../text/keys-of';

interface FollowUpsTabProps {
  readonly known: ViewData;
  readonly acting: RowActions;
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
  const owners = useMemo(
    () =>
      frequentChoices(
        shown.flatMap((task) =>
          task.owners.length === 0
            ? [{ value: 'nobody', words: words.views.row.nobody }]
            : task.owners.map((owner) => ({
                value: ownerId(owner),
                words: owner.me ? words.views.row.me : owner.name,
              })),
        ),
        { any: words.views.filter.anybody, chosen: filter.owner },
      ),
    [shown, filter.owner],
  );
  const abouts = useMemo(
    () =>
      frequentChoices(
        shown.flatMap(({ entities }) => entities.map(({ id, name }) => ({ value: id, words: name }))),
        { any: words.views.filter.anything, chosen: filter.about },
      ),
    [shown, filter.about],
  );
  const glance = useMemo(() => followUpGlance(known, filter), [known, filter]);
  const proposed = useMemo(() => proposedCount(known), [known]);
  const change = (part: Partial<FollowUpFilter>): void => {
    acting.settle();
    onFilter({ ...filter, ...part });
  };
  const set =
    Number(filter.owner !== '') +
    Number(filter.about !== '') +
    Number(filter.age !== '') +
    Number(filter.group !== NO_FILTER.group) +
    Number(filter.showsDone);
  return (
    <>
      <FilterBar text={filter.text} onText={(text) => change({ text })} set={set}>
        <Choose
          label={words.views.filter.owner}
          value={filter.owner}
          choices={owners}
          onChoose={(owner) => change({ owner })}
        />
        <Choose
          label={words.views.filter.about}
          value={filter.about}
          choices={abouts}
          onChoose={(about) => change({ about })}
        />
        <Choose
          label={words.views.filter.due}
          value={filter.age}
          choices={AGE_CHOICES}
          onChoose={(age) => change({ age })}
        />
        <Choose
          label={words.views.filter.groupBy}
          value={filter.group}
          choices={keysOf(GROUPINGS).map((value) => ({ value, words: GROUPINGS[value] }))}
          onChoose={(group) => change({ group })}
        />
        <Check
          label={words.views.filter.done}
          value={filter.showsDone}
          onCheck={(showsDone) => change({ showsDone })}
        />
      </FilterBar>
      {known.rules.meKnown ? null : <p class="throughline-hint">{words.views.followUps.unknownMe}</p>}
      {shown.length === 0 ? null : (
        <Glance
          what="follow-ups"
          around={acting.around}
          summary={glanceWords(glance)}
          caption={filter.owner === '' ? words.views.glance.everybodys : words.views.glance.byDue}
        >
          <AgeBars
            label={words.views.glance.due}
            counts={glance.ages}
            chosen={filter.age}
            onChoose={(age) => change({ age })}
          />
          {glance.waited.length === 0 ? null : (
            <WaitingBars
              waited={glance.waited}
              most={WAITED_ON}
              today={known.today}
              chosen={filter.owner}
              filters
              press={({ id }) =>
                () =>
                  change({ owner: id === filter.owner ? '' : id })
                }
            />
          )}
        </Glance>
      )}
      <RowList
        label={words.views.followUps.label}
        entries={entries}
        busy={acting.busy}
        follow={(key) => acting.became.get(key)}
        empty={filter.text === '' && set === 0 ? words.views.nothingOpen : words.views.nothingFits}
        row={(row, place, active) => (
          <TaskRowView key={row.id} row={row} place={place} active={active} known={known} acting={acting} />
        )}
      />
      {proposed === 0 ? null : (
        <p class="throughline-foot">
          <button type="button" class="throughline-link" onClick={onProposed}>
            {words.views.followUps.proposed(proposed)}
          </button>
        </p>
      )}
    </>
  );
}

/** The others are in the filter, and below each other in the list when it is grouped by owner. */
const WAITED_ON = 3;

const AGE_CHOICES: readonly { readonly value: TaskAge | ''; readonly words: string }[] = [
  { value: '', words: words.views.filter.anyDay },
  ...TASK_AGES.map((age) => ({ value: age, words: words.views.glance.long[age] })),
];

/** `4 late`, `waiting on 3 people`. */
function glanceWords({ ages, waited }: ReturnType<typeof followUpGlance>): readonly string[] {
  const late = ages.reduce((sum, { age, count }) => sum + (age.startsWith('late-') ? count : 0), 0);
  return [
    late === 0 ? '' : words.views.glance.late(late),
    waited.length === 0 ? '' : words.views.glance.waited(waited.length),
  ];
}
