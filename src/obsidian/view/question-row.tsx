/** A question as a row: how long it has been open, how often it was asked, and its answer once there is one. */
import type { ComponentChild } from 'preact';
import { daysBetween, type CalendarDate } from '../../text/calendar-date';
import { newest } from '../../page/row';
import type { QuestionRow } from '../../vault-index/rows';
import type { Acting } from './use-row-actions';
import { wordsOf } from './list-entry';
import { TextForm } from './row-editor';
import { RowFrame, type RowCommand } from './row-frame';
import type { RowPlace } from './row-list';
import { Details, entityLinks, Sources } from './row-parts';
import type { ViewData } from './view-store';
import { words } from '../words/in-app';

interface QuestionRowProps {
  readonly row: QuestionRow;
  readonly place: RowPlace;
  readonly active: boolean;
  readonly known: ViewData;
  readonly acting: Acting;
}

export function QuestionRowView({ row, place, active, known, acting }: QuestionRowProps): ComponentChild {
  const { today } = known;
  const { around } = acting;
  return (
    <RowFrame
      place={place}
      active={active}
      closed={row.state === 'answered'}
      deeds={active ? questionDeeds(row, acting) : []}
    >
      <div class="throughline-words">{wordsOf(row)}</div>
      {row.answer === null || row.answer === '' ? null : (
        <div class="throughline-answer">
          <span class="throughline-note">{words.views.row.answer}</span>
          {wordsOf({ text: row.answer })}
        </div>
      )}
      <Details>
        <span>{ageWords(row, today)}</span>
        {row.pinned ? <span>{words.views.row.pinned}</span> : null}
        {entityLinks(row.entities, { around, active })}
        <Sources sources={row.sources} today={today} around={around} active={active} />
      </Details>
    </RowFrame>
  );
}

/** `open 62 days, asked 3×`, `answered 28 Oct`. */
export function ageWords(
  { state, asked, answeredOn }: Pick<QuestionRow, 'state' | 'asked' | 'answeredOn'>,
  today: CalendarDate,
): string {
  if (state === 'answered')
    return answeredOn === null
      ? words.views.row.answered
      : words.views.row.answeredOn(words.views.day(answeredOn, today));
  const [first] = asked;
  return first === undefined ? words.views.row.undated : words.views.row.age(daysBetween(first, today), asked.length);
}

function questionDeeds(row: QuestionRow, { act, can, around }: Acting): readonly RowCommand[] {
  const source = newest(row);
  const open = row.state === 'open';
  const pin = row.pinned ? ('unpin' as const) : ('pin' as const);
  return [
    ...(open && can('answer')
      ? [
          {
            words: words.views.deeds.answer,
            key: 'a',
            form: (leave: () => void) => (
              <TextForm
                label={words.views.form.answer}
                take={words.views.form.setAnswered}
                given=""
                hint={words.views.form.answerHint}
                onLeave={leave}
                onTake={(answer) => {
                  leave();
                  void act(row, { do: 'answer', answer });
                }}
              />
            ),
          },
        ]
      : []),
    ...(open && can(pin)
      ? [
          {
            words: row.pinned ? words.views.deeds.unpin : words.views.deeds.pin,
            key: 'p',
            onPress: () => void act(row, { do: pin }),
          },
        ]
      : []),
    {
      words: words.views.deeds.open,
      key: 'Enter',
      onPress: (newTab: boolean) => around.open(source.path, source.line, { newTab }),
    },
  ];
}
