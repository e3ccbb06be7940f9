/** `throughline questions`: what was asked and never answered, with its life. */
import { isOld } from '../page/task-life';
import type { AskedVault } from '../host/load-vault';
import { byAskings, type QueueFilter, questionsListing } from '../page/queue-listing';
import { questionAge, questionState } from '../page/question-life';
import type { QuestionRow } from '../vault-index/rows';
import { type Answer, ask, type AskOptions, entityNamed, entityRecord, sourceRecord } from './ask.mts';
import type { ExitStatus, Shell } from './shell.mts';

export function questions(shell: Shell, options: AskOptions): Promise<ExitStatus> {
  return ask(shell, { ...options, kinds: ['questions'] }, (vault) =>
    questionsAnswer(vault, {
      entity: options.entity === undefined ? undefined : entityNamed(options.entity, vault, 'leave --entity out').id,
      all: options.all,
    }),
  );
}

/** As JSON the open ones, those that were answered lately being text; with `--all` every question. */
function questionsAnswer(vault: AskedVault, { entity, all }: Pick<QueueFilter, 'entity' | 'all'>): Answer {
  const { index, rules } = vault;
  const found = index.questions
    .filter(({ entities }) => entity === undefined || entities.some(({ id }) => id === entity))
    .sort(byAskings);
  const isOpen = (question: QuestionRow): boolean =>
    ['open', 'asked-again'].includes(questionState(question, rules)) && (question.pinned || !isOld(question, rules));
  return {
    listing: questionsListing(index.questions, { entity, all }, rules),
    record: {
      today: rules.today,
      questions: (all === true ? found : found.filter(isOpen)).map((question) => questionRecord(question, vault)),
      lapsed: found.filter((question) => questionState(question, rules) === 'lapsed').length,
    },
  };
}

/** `age` in days since it was first asked. */
export function questionRecord(question: QuestionRow, { rules }: Pick<AskedVault, 'rules'>) {
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
