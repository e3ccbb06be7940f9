/**
 * Open questions: those asked again first, then by what they are about; on wish those that are answered or have lapsed.
 */
import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import { QUESTION_AGES, type QuestionAge } from '../../page/open-ages';
import type { RowActions } from './use-row-actions';
import { AgeBars } from './age-bars';
import { Check, Choose, FilterBar, frequentChoices } from './filter-bar';
import { Glance } from './glance';
import { closedCount, questionEntries, type QuestionFilter, questionGlance } from './question-entries';
import { QuestionRowView } from './question-row';
import { RowList } from './row-list';
import type { ViewData } from './view-store';
import { words } from '../words/in-app';

interface QuestionsTabProps {
  readonly known: ViewData;
  readonly acting: RowActions;
  readonly filter: QuestionFilter;
  readonly onFilter: (filter: QuestionFilter) => void;
}

export function QuestionsTab({ known, acting, filter, onFilter }: QuestionsTabProps): ComponentChild {
  const { lingering } = acting;
  const { questions } = known.index;
  const entries = useMemo(() => questionEntries(known, filter, lingering), [known, filter, lingering]);
  const ages = useMemo(() => questionGlance(known, filter), [known, filter]);
  const closed = useMemo(() => closedCount(known), [known]);
  const abouts = useMemo(
    () =>
      frequentChoices(
        questions
          .filter(({ state }) => state === 'open')
          .flatMap(({ entities }) => entities.map(({ id, name }) => ({ value: id, words: name }))),
        { any: words.views.filter.anything, chosen: filter.about },
      ),
    [questions, filter.about],
  );
  const change = (part: Partial<QuestionFilter>): void => {
    acting.settle();
    onFilter({ ...filter, ...part });
  };
  const set = Number(filter.about !== '') + Number(filter.age !== '') + Number(filter.showsClosed);
  return (
    <>
      <FilterBar text={filter.text} onText={(text) => change({ text })} set={set}>
        <Choose
          label={words.views.filter.about}
          value={filter.about}
          choices={abouts}
          onChoose={(about) => change({ about })}
        />
        <Choose
          label={words.views.filter.age}
          value={filter.age}
          choices={AGE_CHOICES}
          onChoose={(age) => change({ age })}
        />
        <Check
          label={words.views.filter.closed}
          value={filter.showsClosed}
          onCheck={(showsClosed) => change({ showsClosed })}
        />
      </FilterBar>
      {questions.every(({ state }) => state !== 'open') ? null : (
        <Glance what="questions" around={acting.around} summary={glanceWords(ages)} caption={words.views.glance.byAge}>
          <AgeBars
            label={words.views.glance.asked}
            counts={ages}
            chosen={filter.age}
            onChoose={(age) => change({ age })}
          />
        </Glance>
      )}
      <RowList
        label={words.views.questions.label}
        entries={entries}
        busy={acting.busy}
        empty={filter.text === '' && set === 0 ? words.views.questions.none : words.views.nothingFits}
        row={(row, place, active) => (
          <QuestionRowView key={row.id} row={row} place={place} active={active} known={known} acting={acting} />
        )}
      />
      {filter.showsClosed || closed === 0 ? null : (
        <p class="throughline-foot">
          <button type="button" class="throughline-link" onClick={() => change({ showsClosed: true })}>
            {words.views.questions.closed(closed)}
          </button>
        </p>
      )}
    </>
  );
}

const AGE_CHOICES: readonly { readonly value: QuestionAge | ''; readonly words: string }[] = [
  { value: '', words: words.views.filter.anyAge },
  ...QUESTION_AGES.map((age) => ({ value: age, words: words.views.glance.long[age] })),
];

function glanceWords(ages: ReturnType<typeof questionGlance>): readonly string[] {
  const long = ages.find(({ age }) => age === 'old-month')?.count ?? 0;
  return long === 0 ? [] : [words.views.glance.longOpen(long)];
}
