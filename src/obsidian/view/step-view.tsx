/** One step: what is asked, and the keys that answer it. `S` leaves it as it is. */
import type { ComponentChild } from 'preact';
import type { Entity } from '../../entity/entity';
import { foldWhole } from '../../entity/fold-name';
import { readDateWords } from '../../text/date-words';
import type { MeetingName, QuestionRow, TaskRow } from '../../vault-index/rows';
import type { FoundProposal } from '../../vault-index/proposals';
import type { ActingState } from './acting';
import { wordsOf } from './list-entry';
import type { Step } from './note-steps';
import { ageWords } from './question-row';
import { RaiseForm } from './raise-form';
import { DayForm, TextForm } from './row-editor';
import { RowFrame, type RowDeed } from './row-frame';
import type { RowPlace } from './row-list';
import { Details, entityLinks, Sources } from './row-parts';
import { openDeed } from './task-row';
import type { Acted, Known, ViewReview } from './view-store';

export interface StepProps {
  readonly step: Step;
  readonly place: RowPlace;
  readonly active: boolean;
  readonly path: string;
  readonly people: readonly Entity[];
  readonly known: Known;
  /** Null until it is known what is proposed. */
  readonly review: ViewReview | null;
  readonly acting: ActingState;
  readonly onSettle: (name: string) => void;
  readonly onLeave: () => void;
  readonly onAct: (work: () => Promise<Acted>, passes?: boolean) => void;
}

export function StepView({ step, ...props }: StepProps): ComponentChild {
  const { place, active, known, acting, onLeave } = props;
  const { today } = known;
  const skip: RowDeed = { words: 'Skip', key: 's', onPress: onLeave };
  switch (step.is) {
    case 'name': {
      const { name, candidates } = step.name;
      const deeds = nameDeeds(step.name, props);
      return (
        <RowFrame place={place} active={active} cls="mod-step" deeds={[...deeds, skip]}>
          <p class="throughline-why">Who is this?</p>
          <div class="throughline-words">{name}</div>
          <Details>{props.review === null ? <span>Looking for who it could be…</span> : candidates.length === 0 ? <span>No page has this name</span> : <span>{`Could be ${candidates.map((one) => one.name).join(' or ')}`}</span>}</Details>
        </RowFrame>
      );
    }
    case 'owner': case 'date': {
      const { task } = step;
      return (
        <RowFrame place={place} active={active} cls="mod-step" deeds={[...(step.is === 'owner' ? ownerDeeds(task, props) : dateDeeds(task, props)), ...settleDeeds(task, props), openDeed(task, acting), skip]}>
          <p class="throughline-why">{step.is === 'owner' ? 'Who does it?' : 'By when?'}</p>
          <div class="throughline-words">{wordsOf(task)}</div>
          <Details>
            {task.owners.length === 0 ? null : <span>{task.owners.map(({ name, me }) => (me ? 'Me' : name)).join(', ')}</span>}
            <Sources sources={task.sources} today={today} around={acting.around} active={active} />
          </Details>
        </RowFrame>
      );
    }
    case 'question': {
      const { question } = step;
      return (
        <RowFrame place={place} active={active} cls="mod-step" deeds={[...questionDeeds(question, props), openDeed(question, acting), skip]}>
          <p class="throughline-why">Open from before. Is it answered?</p>
          <div class="throughline-words">{wordsOf(question)}</div>
          <Details>
            <span>{ageWords(question, today)}</span>
            {question.pinned ? <span>Pinned</span> : null}
            {entityLinks(question.entities, { around: acting.around, active })}
            <Sources sources={question.sources} today={today} around={acting.around} active={active} />
          </Details>
        </RowFrame>
      );
    }
    case 'changes': return (
      <RowFrame place={place} active={active} cls="mod-step" deeds={[{ words: 'Seen', key: 'Enter', onPress: onLeave }]}>
        <p class="throughline-why">What changed since you last met</p>
        <ul class="throughline-changes">
          {step.changes.slice(0, SHOWN_CHANGES).map(({ is, row }) => (
            <li key={row.id}>
              {wordsOf(row)}
              <Details><span>{is === 'decided' ? 'Decided' : 'Answered'}</span><Sources sources={row.sources} today={today} around={acting.around} active={active} /></Details>
            </li>
          ))}
        </ul>
        {step.changes.length > SHOWN_CHANGES ? <p class="throughline-note">{`${step.changes.length - SHOWN_CHANGES} more are in the list of all.`}</p> : null}
      </RowFrame>
    );
  }
}

type DeedParts = Omit<StepProps, 'step'>;

const SHOWN_CHANGES = 5;
const SHOWN_PEOPLE = 5;

/** The proposal about a name of this note, answered at once: `Z` takes it back. */
function nameDeeds({ name, kind }: MeetingName, { review, path, acting, onAct, onSettle }: DeedParts): readonly RowDeed[] {
  const found = review?.all.find(({ proposal, places }) => NAMING.includes(proposal.kind) && proposal.entityKind === kind && foldWhole(proposal.name) === foldWhole(name) && places.some((place) => place.path === path));
  if (review === null || found === undefined) return [{ words: 'Look in the review', key: 'Enter', onPress: () => onSettle(name) }];
  const { proposal: { id, kind: asks, candidates } } = found;
  const deed = (words: string, key: string, accepted: boolean, as: string | null): RowDeed => ({ words, key, onPress: () => onAct(() => acting.answer(review, { id, accepted, as, scope: null })) });
  return [
    ...(asks === 'create' ? [deed('Make a page', 'c', true, null)] : candidates.slice(0, 9).map((one, at) => deed(one.name, String(at + 1), true, candidates.length === 1 ? null : String(at + 1)))),
    ...(asks === 'create' ? [deed('No page', 'x', false, null)] : [deed('That is me', 'm', true, 'me'), deed('No name', 'x', true, 'nobody'), ...(candidates.length === 1 ? [deed('Somebody else', 'n', false, null)] : [])]),
  ];
}

const NAMING: readonly FoundProposal['proposal']['kind'][] = ['resolve', 'alias', 'create'];

function ownerDeeds(task: TaskRow, { people, known, acting, onAct }: DeedParts): readonly RowDeed[] {
  const own = (names: string): void => onAct(() => acting.own(task, names));
  return [
    ...(known.rules.meKnown ? [{ words: 'Me', key: 'm', onPress: () => own('me') }] : []),
    ...people.slice(0, SHOWN_PEOPLE).map(({ name }, at): RowDeed => ({ words: name, key: String(at + 1), onPress: () => own(name) })),
    {
      words: 'Somebody else', key: 'o', form: (leave) => (
        <TextForm label="Owner" take="Set owner" given="" hint="A name, several with commas, me, or nothing for nobody" offers={acting.people(task)} onLeave={leave} onTake={(names) => {
          leave();
          if (names !== '') own(names);
        }} />
      ),
    },
  ];
}

const DAYS = [['Today', 't', 'today'], ['Tomorrow', '1', 'tomorrow'], ['Friday', '2', 'fri'], ['Next week', '3', 'next week']] as const;

function dateDeeds(task: TaskRow, { known: { today }, acting, onAct }: DeedParts): readonly RowDeed[] {
  const due = (date: string): void => onAct(() => acting.act(task, { do: 'due', date }));
  return [
    ...DAYS.map(([words, key, meant]): RowDeed => ({ words, key, onPress: () => due(readDateWords(meant, today)?.date ?? today) })),
    {
      words: 'Another day', key: 'd', form: (leave) => (
        <DayForm label="Due" take="Set due date" today={today} given={null} mayBeNone={false} onLeave={leave} onTake={(date) => {
          leave();
          if (date !== null) due(date);
        }} />
      ),
    },
  ];
}

function settleDeeds(task: TaskRow, { acting, onAct }: DeedParts): readonly RowDeed[] {
  return [
    { words: 'Done', key: ' ', onPress: () => onAct(() => acting.act(task, { do: 'complete' })) },
    { words: 'Drop', key: 'x', onPress: () => onAct(() => acting.act(task, { do: 'dismiss' })) },
  ];
}

function questionDeeds(question: QuestionRow, { people, acting, onAct }: DeedParts): readonly RowDeed[] {
  const [first] = people;
  return [
    {
      words: 'Answered', key: 'a', form: (leave) => (
        <TextForm label="Answer" take="Mark answered" given="" hint="Nothing where it is settled without words" onLeave={leave} onTake={(answer) => {
          leave();
          onAct(() => acting.act(question, { do: 'answer', answer }));
        }} />
      ),
    },
    ...(first === undefined ? [] : [{
      words: 'Raise next time', key: 'r', form: (leave: () => void) => (
        <RaiseForm among={people} given={wordsOf(question)} onRaise={(entity, said) => onAct(() => acting.raise(entity, said), true)} onLeave={leave} />
      ),
    }]),
    ...(question.pinned ? [] : [{ words: 'Still open, pin it', key: 'p', onPress: () => onAct(() => acting.act(question, { do: 'pin' }), true) }]),
    { words: 'Drop', key: 'x', onPress: () => onAct(() => acting.act(question, { do: 'drop' })) },
  ];
}
