/** `throughline questions`: what was asked and never answered, with its life. */
import { isOld } from '../page/task-life';
import type { PageRules } from '../page/page-rules';
import { pinnedFirst, type QueueFilter, questionsListing } from '../page/queue-listing';
import { questionAge, questionState } from '../page/question-life';
import type { QuestionRow } from '../vault-index/rows';
import { type Answer, askList, type AskOptions, entityNamed, entityRecord, sourceRecord } from './ask.mts';
import type { ExitStatus, Shell } from './shell.mts';

export function questions(shell: Shell, options: AskOptions): Promise<ExitStatus> {
  const { entity, all } = options;
  return askList(shell, { ...options, list: 'questions' }, async ({ listed: { rows }, rules, vault }) =>
    questionsAnswer(rows, rules, {
      entity: entity === undefined ? undefined : entityNamed(entity, await vault(), 'leave --entity out').id,
      all,
    }),
  );
}

/** As JSON the open ones, those that were answered lately being text; with `--all` every question. */
function questionsAnswer(
  rows: readonly QuestionRow[],
  rules: PageRules,
  { entity, all }: Pick<QueueFilter, 'entity' | 'all'>,
): Answer {
  const found = rows
    .filter(({ entities }) => entity === undefined || entities.some(({ id }) => id === entity))
    .sort(pinnedFirst);
  const isOpen = (question: QuestionRow): boolean =>
    ['open', 'asked-again'].includes(questionState(question, rules)) && (question.pinned || !isOld(question, rules));
  return {
    listing: () => questionsListing(rows, { entity, all }, rules),
    record: () => ({
      today: rules.today,
      questions: (all === true ? found : found.filter(isOpen)).map((question) => questionRecord(question, rules)),
      lapsed: found.filter((question) => questionState(question, rules) === 'lapsed').length,
    }),
  };
}

/** `age` in days since it was first asked. */
export function questionRecord(question: QuestionRow, rules: PageRules) {
  const { id, text, pinned, answer, answeredOn, asked, entities, sources } = question;
  return {
    id,
    text,
    state: questionState(question, rules),
    pinned,
    age: questionAge(question, rules.today),
    asked,
    answer,
    answered: answeredOn,
    entities: entities.map(entityRecord),
    sources: sources.map(sourceRecord),
  };
}
