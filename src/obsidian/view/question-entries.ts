/** The questions as a list: asked again, then by project, account and person; answered; lapsed. */
import { compareText } from '../../text/order';
import { isOld } from '../../page/task-life';
import { hasLapsed } from '../../page/open-questions-page';
import { type AgeCount, isCurrentQuestion, type QuestionAge, questionAgeOf, questionAges } from '../../page/open-ages';
import type { Entity } from '../../entity/entity';
import type { QuestionRow } from '../../vault-index/rows';
import { gathered, groupedEntries, type ListEntry, matches, queryWords } from './list-entry';
import type { ViewData } from './view-store';
import { words } from '../words/in-app';
import { byAskings } from '../../page/row-order';

export interface QuestionFilter {
  readonly text: string;
  /** An entity's id; '' for any. */
  readonly about: string;
  /** How long they have been open; '' for any. */
  readonly age: QuestionAge | '';
  readonly showsClosed: boolean;
}

export const NO_QUESTION_FILTER: QuestionFilter = { text: '', about: '', age: '', showsClosed: false };

/** `lingering`: rows that were answered here a moment ago and stay where they are. */
export function questionEntries(
  { index, rules }: Pick<ViewData, 'index' | 'rules'>,
  { text, about, age, showsClosed }: QuestionFilter,
  lingering: ReadonlySet<string> = new Set(),
): ListEntry<QuestionRow>[] {
  const { headings } = words.views;
  const ageOf = questionAgeOf(rules);
  const rows = fitting(index.questions, { text, about }).filter(
    (question) =>
      age === '' || ((isCurrentQuestion(question, rules) || lingering.has(question.id)) && ageOf(question) === age),
  );
  const open = rows.filter(({ state, id }) => state === 'open' || lingering.has(id));
  const old = (question: QuestionRow): boolean => !question.pinned && isOld(question, rules);
  const lapsed = (question: QuestionRow): boolean => hasLapsed(question, rules);
  const live = open.filter((question) => !old(question) && !lapsed(question)).sort(byAskings);
  const again = live.filter(({ asked }) => asked.length > 1);
  const once = live.filter(({ asked }) => asked.length <= 1);
  const closed: (readonly [string, readonly QuestionRow[]])[] =
    !showsClosed && age !== 'lapsed'
      ? []
      : [
          [
            headings.answered,
            rows
              .filter(({ state, id, private: isPrivate }) => state === 'answered' && !isPrivate && !lingering.has(id))
              .sort(byAnswered),
          ],
          [headings.lapsed, open.filter((question) => !old(question) && lapsed(question)).sort(byAskings)],
          [headings.before(words.views.day(rules.startDate, rules.today)), open.filter(old).sort(byAskings)],
        ];
  return groupedEntries([[headings.askedAgain, again], ...gathered(once, aboutOf, byRank(live)), ...closed]);
}

/** What is seen at a glance of those that pass, whatever their age. */
export function questionGlance(
  { index, rules }: Pick<ViewData, 'index' | 'rules'>,
  filter: QuestionFilter,
): readonly AgeCount<QuestionAge>[] {
  return questionAges(fitting(index.questions, filter), rules);
}

function fitting(
  questions: readonly QuestionRow[],
  { text, about }: Pick<QuestionFilter, 'text' | 'about'>,
): QuestionRow[] {
  const query = queryWords(text);
  return questions.filter(
    (question) =>
      (about === '' || question.entities.some(({ id }) => id === about)) && matches(question, NOBODY, query),
  );
}

/** How many are answered, lapsed or from before the start: what `showsClosed` adds. */
export function closedCount({ index, rules }: Pick<ViewData, 'index' | 'rules'>): number {
  return index.questions.filter((question) =>
    question.state === 'answered'
      ? !question.private
      : hasLapsed(question, rules) || (!question.pinned && isOld(question, rules)),
  ).length;
}

const NOBODY: readonly string[] = [];
const OTHER = words.views.headings.other;
const KINDS = ['project', 'account', 'person'];

function mainEntity({ entities }: QuestionRow): Entity | null {
  return (
    KINDS.map((kind) => entities.find((entity) => entity.kind === kind)).find((entity) => entity !== undefined) ?? null
  );
}

function aboutOf(question: QuestionRow): string {
  return mainEntity(question)?.name ?? OTHER;
}

/** Projects, accounts, people, each by name; what belongs to none at the end. */
function byRank(rows: readonly QuestionRow[]): (a: string, b: string) => number {
  const ranks = new Map<string, number>();
  for (const row of rows) {
    const entity = mainEntity(row);
    ranks.set(aboutOf(row), entity === null ? KINDS.length : KINDS.indexOf(entity.kind));
  }
  return (a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || compareText(a, b);
}

function byAnswered(a: QuestionRow, b: QuestionRow): number {
  return compareText(b.answeredOn ?? '', a.answeredOn ?? '') || byAskings(a, b);
}
