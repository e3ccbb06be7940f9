/**
 * A question's life: asked, asked again, answered, or lapsed when nobody asked again; pinned it does not lapse.
 *
 *     open · 20 days          asked 3× since 2 Sep · 62 days · pinned          lapsed · last asked 2 Sep          answered 28 Oct
 */
import { type CalendarDate, dateBeside, daysBetween } from '../text/calendar-date';
import type { QuestionRow } from '../vault-index/rows';
import { hasLapsed } from './open-questions-page';

type QuestionState = 'open' | 'asked-again' | 'answered' | 'lapsed';

export function questionState(question: QuestionRow, rules: { readonly today: CalendarDate }): QuestionState {
  if (question.state === 'answered') return 'answered';
  if (hasLapsed(question, rules)) return 'lapsed';
  return question.asked.length > 1 ? 'asked-again' : 'open';
}

/** Days since it was first asked; null where nobody knows when. */
export function questionAge({ asked: [first] }: Pick<QuestionRow, 'asked'>, today: CalendarDate): number | null {
  return first === undefined ? null : Math.max(daysBetween(first, today), 0);
}

/** What is said after a question: askings, age, pin, or how it ended. */
export function lifeWords(question: QuestionRow, rules: { readonly today: CalendarDate }): readonly string[] {
  const { asked, pinned, answeredOn } = question;
  const { today } = rules;
  const first = asked[0];
  const last = asked[asked.length - 1];
  const state = questionState(question, rules);
  if (state === 'answered') return [answeredOn === null ? 'answered' : `answered ${dateBeside(answeredOn, today)}`];
  if (state === 'lapsed') return ['lapsed', ...(last === undefined ? [] : [`last asked ${dateBeside(last, today)}`])];
  const age = questionAge(question, today);
  return [
    ...(first !== undefined && asked.length > 1 ? [`asked ${asked.length}× since ${dateBeside(first, today)}`] : []),
    ...(age === null ? [] : [age === 0 ? 'today' : `${age} ${age === 1 ? 'day' : 'days'}`]),
    ...(pinned ? ['pinned'] : []),
  ];
}
