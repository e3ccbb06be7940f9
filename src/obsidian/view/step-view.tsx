/** One step: what is asked, and the keys that answer it. `S` leaves it as it is. */
import type { ComponentChild } from 'preact';
import type { Entity } from '../../entity/entity';
import { foldWhole } from '../../entity/fold-name';
import { readDateWords } from '../../text/date-words';
import type { MeetingName, QuestionRow, RaiseRow, TaskRow } from '../../vault-index/rows';
import type { FoundProposal } from '../../vault-index/proposal';
import type { RowActions } from './use-row-actions';
import { wordsOf } from './list-entry';
import type { Passed, Step } from './note-steps';
import { ageWords } from './question-row';
import { RaiseForm } from './raise-form';
import { DayForm, TextForm } from './row-editor';
import { RowFrame, type RowCommand } from './row-frame';
import type { RowPlace } from './row-list';
import { Details, entityLinks, Sources } from './row-parts';
import { openDeed } from './task-row';
import type { ActionResult, ViewData, ViewReview } from './view-store';
import { words } from '../words/in-app';

const { days, deeds, form, steps } = words.views;

interface StepProps {
  readonly step: Step;
  readonly place: RowPlace;
  readonly active: boolean;
  readonly path: string;
  readonly people: readonly Entity[];
  readonly known: ViewData;
  /** Null until it is known what is proposed. */
  readonly review: ViewReview | null;
  readonly acting: RowActions;
  readonly onSettle: (name: string) => void;
  readonly onLeave: (how: Passed) => void;
  readonly onAct: (work: () => Promise<ActionResult>, passes?: boolean) => void;
}

export function StepView({ step, ...props }: StepProps): ComponentChild {
  const { place, active, known, acting, onLeave } = props;
  const { today } = known;
  const skip: RowCommand = {
    words: deeds.skip,
    key: 's',
    onPress: () => onLeave('skipped'),
  };
  switch (step.is) {
    case 'name': {
      const { name, candidates } = step.name;
      const answers = nameDeeds(step.name, props);
      return (
        <RowFrame place={place} active={active} cls="mod-step" deeds={[...answers, skip]}>
          <p class="throughline-why">{steps.whoIs}</p>
          <div class="throughline-words">{name}</div>
          <Details>
            {props.review === null ? (
              <span>{steps.looking}</span>
            ) : candidates.length === 0 ? (
              <span>{words.views.row.noPage}</span>
            ) : (
              <span>{words.views.row.couldBe(words.views.or(candidates.map((one) => one.name)))}</span>
            )}
          </Details>
        </RowFrame>
      );
    }
    case 'owner':
    case 'date': {
      const { task } = step;
      return (
        <RowFrame
          place={place}
          active={active}
          cls="mod-step"
          deeds={[
            ...(step.is === 'owner' ? ownerDeeds(task, props) : dateDeeds(task, props)),
            ...settleDeeds(task, props),
            openDeed(task, acting),
            skip,
          ]}
        >
          <p class="throughline-why">{step.is === 'owner' ? steps.whoDoes : steps.when}</p>
          <div class="throughline-words">{wordsOf(task)}</div>
          <Details>
            {task.owners.length === 0 ? null : (
              <span>{task.owners.map(({ name, me }) => (me ? words.views.row.me : name)).join(', ')}</span>
            )}
            <Sources sources={task.sources} today={today} around={acting.around} active={active} />
          </Details>
        </RowFrame>
      );
    }
    case 'raise': {
      const { raise } = step;
      return (
        <RowFrame
          place={place}
          active={active}
          cls="mod-step"
          deeds={[...raiseDeeds(raise, props), openDeed(raise, acting), skip]}
        >
          <p class="throughline-why">{steps.wasRaised}</p>
          <div class="throughline-words">{wordsOf(raise)}</div>
          <Details>
            {entityLinks(
              raise.entities.filter(({ page }) => !raise.sources.some(({ path }) => path === page)),
              { around: acting.around, active },
            )}
            <Sources sources={raise.sources} today={today} around={acting.around} active={active} />
          </Details>
        </RowFrame>
      );
    }
    case 'question': {
      const { question } = step;
      return (
        <RowFrame
          place={place}
          active={active}
          cls="mod-step"
          deeds={[...questionDeeds(question, props), openDeed(question, acting), skip]}
        >
          <p class="throughline-why">{steps.isAnswered}</p>
          <div class="throughline-words">{wordsOf(question)}</div>
          <Details>
            <span>{ageWords(question, today)}</span>
            {question.pinned ? <span>{words.views.row.pinned}</span> : null}
            {entityLinks(question.entities, { around: acting.around, active })}
            <Sources sources={question.sources} today={today} around={acting.around} active={active} />
          </Details>
        </RowFrame>
      );
    }
    case 'changes':
      return (
        <RowFrame
          place={place}
          active={active}
          cls="mod-step"
          deeds={[
            {
              words: deeds.seen,
              key: 'Enter',
              onPress: () => onLeave('dealt with'),
            },
          ]}
        >
          <p class="throughline-why">{steps.changed}</p>
          <ul class="throughline-changes">
            {step.changes.slice(0, SHOWN_CHANGES).map(({ is, row }) => (
              <li key={row.id}>
                {wordsOf(row)}
                <Details>
                  <span>{words.views.row[is]}</span>
                  <Sources sources={row.sources} today={today} around={acting.around} active={active} />
                </Details>
              </li>
            ))}
          </ul>
          {step.changes.length > SHOWN_CHANGES ? (
            <p class="throughline-note">{steps.moreChanged(step.changes.length - SHOWN_CHANGES)}</p>
          ) : null}
        </RowFrame>
      );
  }
}

type DeedParts = Omit<StepProps, 'step'>;

const SHOWN_CHANGES = 5;
const SHOWN_PEOPLE = 5;

/** The proposal about a name of this note, answered at once: `Z` takes it back. */
function nameDeeds(
  { name, kind }: MeetingName,
  { review, path, acting, onAct, onSettle }: DeedParts,
): readonly RowCommand[] {
  const found = review?.all.find(
    ({ proposal, places }) =>
      NAMING.includes(proposal.kind) &&
      proposal.entityKind === kind &&
      foldWhole(proposal.name) === foldWhole(name) &&
      places.some((place) => place.path === path),
  );
  if (review === null || found === undefined)
    return [
      {
        words: deeds.inReview,
        key: 'Enter',
        onPress: () => onSettle(name),
      },
    ];
  const {
    proposal: { id, kind: asks, candidates },
  } = found;
  const deed = (label: string, key: string, accepted: boolean, as: string | null): RowCommand => ({
    words: label,
    key,
    onPress: () => onAct(() => acting.answer(review, { id, accepted, as, scope: null })),
  });
  return [
    ...(asks === 'create'
      ? [deed(deeds.makePage, 'c', true, null)]
      : candidates
          .slice(0, 9)
          .map((one, at) => deed(one.name, String(at + 1), true, candidates.length === 1 ? null : String(at + 1)))),
    ...(asks === 'create'
      ? [deed(deeds.withoutPage, 'x', false, null)]
      : [
          deed(deeds.thatIsMe, 'm', true, 'me'),
          deed(deeds.noName, 'x', true, 'nobody'),
          ...(candidates.length === 1 ? [deed(deeds.somebodyElse, 'n', false, null)] : []),
        ]),
  ];
}

const NAMING: readonly FoundProposal['proposal']['kind'][] = ['resolve', 'alias', 'create'];

function ownerDeeds(task: TaskRow, { people, known, acting, onAct }: DeedParts): readonly RowCommand[] {
  const own = (names: string): void => onAct(() => acting.own(task, names));
  return [
    ...(known.rules.meKnown
      ? [
          {
            words: deeds.me,
            key: 'm',
            onPress: () => own('me'),
          },
        ]
      : []),
    ...people.slice(0, SHOWN_PEOPLE).map(({ name }, at): RowCommand => ({
      words: name,
      key: String(at + 1),
      onPress: () => own(name),
    })),
    {
      words: deeds.somebodyElse,
      key: 'o',
      form: (leave) => (
        <TextForm
          label={form.owner}
          take={form.setOwner}
          given=""
          hint={form.ownerHint}
          offers={acting.people(task)}
          onLeave={leave}
          onTake={(names) => {
            leave();
            if (names !== '') own(names);
          }}
        />
      ),
    },
  ];
}

const DAYS = [
  [days.today, 't', 'today'],
  [days.tomorrow, '1', 'tomorrow'],
  [days.friday, '2', 'fri'],
  [days.nextWeek, '3', 'next week'],
] as const;

function dateDeeds(task: TaskRow, { known: { today }, acting, onAct }: DeedParts): readonly RowCommand[] {
  const due = (date: string): void => onAct(() => acting.act(task, { do: 'due', date }));
  return [
    ...DAYS.map(([label, key, meant]): RowCommand => ({
      words: label,
      key,
      onPress: () => due(readDateWords(meant, today)?.date ?? today),
    })),
    {
      words: deeds.anotherDay,
      key: 'd',
      form: (leave) => (
        <DayForm
          label={form.due}
          take={form.setDue}
          today={today}
          given={null}
          mayBeNone={false}
          onLeave={leave}
          onTake={(date) => {
            leave();
            if (date !== null) due(date);
          }}
        />
      ),
    },
  ];
}

function settleDeeds(task: TaskRow, { acting, onAct }: DeedParts): readonly RowCommand[] {
  return [
    {
      words: deeds.done,
      key: ' ',
      onPress: () => onAct(() => acting.act(task, { do: 'complete' })),
    },
    {
      words: deeds.drop,
      key: 'x',
      onPress: () => onAct(() => acting.act(task, { do: 'dismiss' })),
    },
  ];
}

/** What was not raised yet goes on waiting where it is. */
function raiseDeeds(raise: RaiseRow, { acting, onAct, onLeave }: DeedParts): readonly RowCommand[] {
  return [
    ...(acting.can('raised')
      ? [
          {
            words: deeds.wasRaised,
            key: ' ',
            onPress: () => onAct(() => acting.act(raise, { do: 'raised' })),
          },
        ]
      : []),
    {
      words: deeds.notYet,
      key: 'n',
      onPress: () => onLeave('dealt with'),
    },
  ];
}

function questionDeeds(question: QuestionRow, { people, acting, onAct }: DeedParts): readonly RowCommand[] {
  const [first] = people;
  return [
    {
      words: deeds.answered,
      key: 'a',
      form: (leave) => (
        <TextForm
          label={form.answer}
          take={form.setAnswered}
          given=""
          hint={form.answerHint}
          onLeave={leave}
          onTake={(answer) => {
            leave();
            onAct(() => acting.act(question, { do: 'answer', answer }));
          }}
        />
      ),
    },
    ...(first === undefined
      ? []
      : [
          {
            words: deeds.raiseNextTime,
            key: 'r',
            form: (leave: () => void) => (
              <RaiseForm
                among={people}
                given={wordsOf(question)}
                onRaise={(entity, said) => onAct(() => acting.raise(entity, said), true)}
                onLeave={leave}
              />
            ),
          },
        ]),
    ...(question.pinned
      ? []
      : [
          {
            words: deeds.stillOpen,
            key: 'p',
            onPress: () => onAct(() => acting.act(question, { do: 'pin' }), true),
          },
        ]),
    {
      words: deeds.drop,
      key: 'x',
      onPress: () => onAct(() => acting.act(question, { do: 'drop' })),
    },
  ];
}
