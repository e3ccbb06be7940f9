/** A proposal with its evidence. What an answer would write is shown as a diff, and written when that is agreed to. */
import type { ComponentChild } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Answer, AnswerScope } from '../../edit/answer';
import { addDays, type CalendarDate } from '../../text/calendar-date';
import { baseName } from '../../text/file-name';
import { plainText } from '../../text/plain-text';
import type { FoundProposal, Proposal } from '../../vault-index/proposal';
import { Choose } from './filter-bar';
import { PlanDiff } from './plan-diff-view';
import { Form } from './row-editor';
import { RowFrame, type RowCommand } from './row-frame';
import type { RowPlace } from './row-list';
import type { ActionResult, ViewHost, ViewReview, ViewStore } from './view-store';
import { words } from '../words/in-app';
import { say } from '../../words/say';
import { refusalText } from '../words/engine-text';

const { deeds, review: ask } = words.views;

interface ProposalRowProps {
  readonly found: FoundProposal;
  readonly place: RowPlace;
  readonly active: boolean;
  readonly review: ViewReview;
  readonly store: ViewStore;
  readonly around: ViewHost;
  readonly today: CalendarDate;
  readonly onWritten: (acted: ActionResult) => void;
}

export function ProposalRow({ found, place, active, around, today, ...rest }: ProposalRowProps): ComponentChild {
  const { proposal } = found;
  const { evidence, count, why } = proposal;
  const shown = active ? evidence : evidence.slice(0, 1);
  return (
    <RowFrame
      place={place}
      active={active}
      cls="mod-proposal"
      deeds={active ? deedsOf(found, { around, today, ...rest }) : []}
    >
      <div class="throughline-words">{questionOf(proposal)}</div>
      <p class="throughline-why">{say(words.engine.why, why)}</p>
      <ul class="throughline-evidence" aria-label={ask.evidence}>
        {shown.map(({ path, line, text, date }) => (
          <li key={`${path}:${line}`}>
            <q>{plainText(text.replace(/^\s*(?:>\s?)*(?:[-*+]|\d+[.)])\s+(?:\[.\]\s+)?/, ''))}</q>{' '}
            <button
              type="button"
              class="throughline-link"
              tabIndex={active ? 0 : -1}
              onClick={(event) => around.open(path, line, { newTab: event.ctrlKey || event.metaKey })}
              onMouseOver={(event) => around.preview(event, path, line)}
            >
              {[
                date === null ? '' : words.views.day(date, today),
                baseName(path).replace(/^\d{4}-\d{2}-\d{2}[\s_-]*/, ''),
              ]
                .join(' ')
                .trim() || baseName(path)}
            </button>
          </li>
        ))}
      </ul>
      {count > shown.length ? <p class="throughline-note">{ask.places(count)}</p> : null}
    </RowFrame>
  );
}

/** What is asked, as a question. */
function questionOf({ kind, name, candidates }: Proposal): string {
  const named = plainText(name);
  const [first, second] = candidates.map((candidate) => candidate.name);
  switch (kind) {
    case 'resolve':
      return candidates.length > 1 ? ask.whoIs(named) : ask.isIt(named, first ?? '');
    case 'create':
      return ask.makePage(named);
    case 'alias':
      return candidates.length > 1 ? ask.nameOfThese(named) : ask.nameOf(named, first ?? '');
    case 'merge':
      return ask.same(first ?? named, second ?? '');
    case 'split':
      return ask.orElse(named, first ?? '');
    case 'hand-over':
      return ask.takesOver(named);
    case 'close':
      return ask.cancel(named);
    case 'duplicate':
      return ask.saidTwice(named);
    case 'event':
      return ask.oneEvent(named);
    case 'answered':
      return ask.answered(named);
    case 'link':
      return ask.fixLinks;
    case 'repair':
      return ask.fixBlock(named);
  }
}

type DeedParts = Omit<ProposalRowProps, 'found' | 'place' | 'active'>;

function deedsOf(found: FoundProposal, parts: DeedParts): readonly RowCommand[] {
  const {
    proposal: {
      kind,
      candidates,
      evidence: [first],
    },
  } = found;
  const { around, today } = parts;
  const deed = (label: string, key: string, answer: Omit<Answer, 'id' | 'scope'>, hasScope = false): RowCommand => ({
    words: label,
    key,
    form: (leave) => (
      <AnswerForm found={found} label={label} answer={answer} hasScope={hasScope} leave={leave} {...parts} />
    ),
  });
  const accepted = { accepted: true, as: null };
  const several = candidates.length > 1 && kind !== 'duplicate';
  const isName = kind === 'resolve' || kind === 'alias';
  return [
    ...(kind === 'hand-over' ? [deed(deeds.toMe, 'm', { accepted: true, as: 'me' })] : []),
    ...(several
      ? candidates
          .slice(0, 9)
          .map(({ name }, at) =>
            deed(
              kind === 'merge' ? deeds.keep(name) : name,
              String(at + 1),
              { accepted: true, as: String(at + 1) },
              kind === 'resolve',
            ),
          )
      : []),
    ...(several || kind === 'hand-over' ? [] : [deed(deeds.yes, 'y', accepted, kind === 'resolve')]),
    ...(isName
      ? [
          deed(deeds.thatIsMe, 'm', { accepted: true, as: 'me' }),
          deed(deeds.noName, 'x', { accepted: true, as: 'nobody' }),
        ]
      : []),
    ...(kind === 'repair' ? [] : [deed(deeds.no, 'n', { accepted: false, as: null })]),
    deed(deeds.later, 'l', { accepted: false, as: null, until: addDays(today, LATER_DAYS) }),
    ...(first === undefined
      ? []
      : [
          {
            words: deeds.open,
            key: 'Enter',
            onPress: (newTab: boolean) => around.open(first.path, first.line, { newTab }),
          },
        ]),
  ];
}

const LATER_DAYS = 7;

const SCOPES: readonly { readonly value: AnswerScope; readonly words: string }[] = [
  { value: 'note', words: ask.scopes.note },
  { value: 'group', words: ask.scopes.group },
  { value: 'always', words: ask.scopes.always },
];

interface AnswerFormProps extends DeedParts {
  readonly found: FoundProposal;
  readonly label: string;
  readonly answer: Omit<Answer, 'id' | 'scope'>;
  readonly hasScope: boolean;
  readonly leave: () => void;
}

function AnswerForm({
  found: {
    proposal: { id },
    candidates,
  },
  label,
  answer,
  hasScope,
  leave,
  review,
  store,
  onWritten,
}: AnswerFormProps): ComponentChild {
  const [scope, setScope] = useState<AnswerScope>(candidates.length === 1 ? 'always' : 'note');
  const [busy, setBusy] = useState(false);
  const planned = useMemo(
    () => review.answer({ ...answer, id, scope: hasScope ? scope : null }),
    [review, answer, id, scope, hasScope],
  );
  const isRefused = planned.outcome === 'refused';
  const take = async (): Promise<void> => {
    if (isRefused || busy) return;
    setBusy(true);
    const acted = await store.write(planned);
    leave();
    onWritten(acted);
  };
  return (
    <Form
      label={label}
      saying={isRefused ? upper(refusalText(planned.refusal)) : ask.wouldBeWritten}
      wrong={isRefused}
      take={ask.write}
      onTake={() => void take()}
      onLeave={leave}
    >
      {hasScope ? <Choose label={ask.holdsFor} value={scope} choices={SCOPES} onChoose={setScope} /> : null}
      {isRefused ? null : <PlanDiff edits={planned.edits} />}
    </Form>
  );
}

function upper(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
