/** The queues as listings: who owes what by when, what was never answered, what was decided. */
import { foldName } from '../entity/fold-name';
import { addDays, type CalendarDate, dateBeside, monthOf, weekdayDate } from '../text/calendar-date';
import { compareText } from '../text/order';
import type { Entity } from '../entity/entity';
import type { DecisionRow, Owner, QuestionRow, TaskRow } from '../vault-index/rows';
import { beforeDay, byDue, type DueBucket, dueBucket, WHO_ARE_YOU } from './follow-ups-page';
import type { ListedRow, ListedSection, Listing, Named } from './listing';
import { JUST_ANSWERED_DAYS, type PageRules } from './page-rules';
import { lifeWords, questionState } from './question-life';
import { askedWords } from './row';
import { isOld, taskLife } from './task-life';
import { pushInto } from '../text/push-into';
import { byAskings, byPlace } from './row-order';

export type OwnerFilter =
  | { readonly is: 'me' | 'nobody' }
  | { readonly is: 'entity'; readonly id: string }
  | { readonly is: 'name'; readonly name: string };

export interface QueueFilter {
  readonly owner?: OwnerFilter | undefined;
  /** An entity's id. */
  readonly entity?: string | undefined;
  /** Due before that day; what has no due date is left out. */
  readonly dueBefore?: CalendarDate | undefined;
  /** Old ones, lapsed and answered ones too. */
  readonly all?: boolean | undefined;
}

/** The open tasks that pass; proposed ones are none. In no order. */
export function filteredTasks(
  tasks: readonly TaskRow[],
  { owner, entity, dueBefore }: QueueFilter,
): readonly TaskRow[] {
  return tasks.filter(
    (task) =>
      task.open &&
      !task.proposed &&
      (owner === undefined || isOwnedBy(task, owner)) &&
      concerns(task, entity) &&
      (dueBefore === undefined || (task.due !== null && task.due < dueBefore)),
  );
}

function isOwnedBy({ owners, mine }: TaskRow, owner: OwnerFilter): boolean {
  switch (owner.is) {
    case 'me':
      return mine;
    case 'nobody':
      return owners.length === 0;
    case 'entity':
      return owners.some(({ entity }) => entity?.id === owner.id);
    case 'name':
      return owners.some(({ entity, me, name }) => entity === null && !me && foldName(name) === foldName(owner.name));
  }
}

function concerns({ entities }: { readonly entities: readonly Entity[] }, id: string | undefined): boolean {
  return id === undefined || entities.some((entity) => entity.id === id);
}

const BUCKETS: readonly (readonly [DueBucket, string])[] = [
  ['late', 'Overdue'],
  ['today', 'Today'],
  ['this-week', 'This week'],
  ['later', 'Later'],
  ['no-date', 'No date'],
];

/**
 * Mine by when they are due, what needs an owner, what others owe, by owner. `older`: how many from before the start
 * date are not among the tasks.
 */
export function tasksListing(
  tasks: readonly TaskRow[],
  filter: QueueFilter,
  { rules, older = 0 }: { readonly rules: PageRules; readonly older?: number },
): Listing {
  const found = filteredTasks(tasks, filter);
  const shown = filter.all === true ? found : found.filter((task) => taskLife(task, rules) === 'current');
  const lapsed = filter.all === true ? 0 : found.filter((task) => taskLife(task, rules) === 'lapsed').length;
  const old = older + found.length - shown.length - lapsed;
  const mine = shown.filter((task) => task.mine).sort(byDue);
  const unowned = shown.filter(({ owners }) => owners.length === 0).sort(byDue);
  const waiting = shown.filter((task) => !task.mine && task.owners.length > 0);
  // Until it is known who I am, nobody is waited for: each of them could be me.
  const isKnown = rules.meKnown || filter.owner !== undefined;
  const late = shown.filter(({ due }) => due !== null && due < rules.today).length;
  const count = (list: readonly TaskRow[], words: string): string[] =>
    list.length === 0 ? [] : [`${list.length} ${words}`];
  const proposed = tasks.filter(
    (task) => task.open && task.proposed && !isOld(task, rules) && concerns(task, filter.entity),
  ).length;
  return {
    title: 'Follow-ups',
    summary: [
      weekdayDate(rules.today),
      ...(late === 0 ? [] : [`${late} overdue`]),
      ...count(mine, 'yours'),
      ...count(unowned, 'without an owner'),
      ...(waiting.length === 0 ? [] : [isKnown ? `waiting on ${waiting.length}` : `${waiting.length} by owner`]),
    ],
    ...(rules.meKnown ? {} : { first: WHO_ARE_YOU }),
    sections: [
      ...BUCKETS.map(([bucket, title]) =>
        section(
          title,
          mine.filter(({ due }) => dueBucket(due, rules.today) === bucket),
          (task) => taskRow(task, rules, task.entities),
        ),
      ),
      section('Needs an owner', unowned, (task) => taskRow(task, rules, task.entities)),
      ...byOwner(waiting).map(([owner, list]) =>
        section(isKnown ? `Waiting on ${owner}` : owner, list, (task) =>
          taskRow(
            task,
            rules,
            task.entities.filter(({ kind }) => kind !== 'person'),
          ),
        ),
      ),
    ].filter(({ rows }) => rows.length > 0),
    foot: [
      ...(proposed === 0 || filter.owner !== undefined || filter.dueBefore !== undefined
        ? []
        : [`${proposed} proposed`]),
      ...(lapsed === 0 ? [] : [`${lapsed} lapsed`]),
      ...(old === 0 ? [] : [`${old} from before ${beforeDay(rules)}`]),
    ],
  };
}

/** By the first owner, whoever waits longest first. */
function byOwner(tasks: readonly TaskRow[]): (readonly [string, TaskRow[]])[] {
  const groups = new Map<string, { readonly owner: Owner; readonly tasks: TaskRow[] }>();
  for (const task of [...tasks].sort((a, b) => compareText(a.asked[0] ?? '~', b.asked[0] ?? '~') || byDue(a, b))) {
    const owner = task.owners.find(({ me }) => !me);
    if (owner === undefined) continue;
    const key = owner.entity?.id ?? `\u0000${foldName(owner.name)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { owner, tasks: [task] });
    else group.tasks.push(task);
  }
  return [...groups.values()].map(({ owner, tasks: list }) => [owner.name, list] as const);
}

function section<R>(title: string, list: readonly R[], row: (one: R) => ListedRow): ListedSection {
  return { title, rows: list.map(row), more: 0 };
}

/** A task with when it is due, how pressing it is and how often it was asked for. */
export function taskRow(task: TaskRow, { today }: Pick<PageRules, 'today'>, about: readonly Named[] = []): ListedRow {
  const { text, sources, due, priority, asked } = task;
  const details = [
    due === null ? null : `due ${dateBeside(due, today)}`,
    priority === 'none' ? null : `${priority} priority`,
    askedWords(asked, today),
  ];
  return {
    text,
    sources,
    arrow: about.slice(0, 2),
    details: details.filter((words) => words !== null),
    late: due !== null && due < today,
    task: task.id,
  };
}

export function questionsListing(
  questions: readonly QuestionRow[],
  { entity, all }: Pick<QueueFilter, 'entity' | 'all'>,
  rules: PageRules,
): Listing {
  const found = questions.filter((question) => concerns(question, entity)).sort(pinnedFirst);
  const isNew = (question: QuestionRow): boolean => all === true || question.pinned || !isOld(question, rules);
  const of = (...states: readonly ReturnType<typeof questionState>[]): QuestionRow[] =>
    found.filter((question) => states.includes(questionState(question, rules)));
  const again = of('asked-again').filter(isNew);
  const open = of('open').filter(isNew);
  const lapsed = of('lapsed');
  const answered = of('answered').sort(
    (a, b) => compareText(b.answeredOn ?? '', a.answeredOn ?? '') || pinnedFirst(a, b),
  );
  const justAnswered = answered.filter(
    ({ answeredOn }) =>
      all === true ||
      (answeredOn !== null && answeredOn <= rules.today && answeredOn >= addDays(rules.today, -JUST_ANSWERED_DAYS)),
  );
  const row = (question: QuestionRow): ListedRow => questionRow(question, rules, question.entities);
  return {
    title: 'Open questions',
    summary: [
      weekdayDate(rules.today),
      `${again.length + open.length} open`,
      ...(again.length === 0 ? [] : [`${again.length} asked again`]),
    ],
    sections: [
      section('Asked again', again, row),
      section('Open', open, row),
      section(all === true ? 'Answered' : 'Just answered', justAnswered, row),
      ...(all === true ? [section('Lapsed', lapsed, row)] : []),
    ].filter(({ rows }) => rows.length > 0),
    foot: all === true || lapsed.length === 0 ? [] : [`${lapsed.length} lapsed`],
  };
}

/** A question with its life, and its answer where it has one. */
export function questionRow(
  question: QuestionRow,
  rules: Pick<PageRules, 'today'>,
  about: readonly Named[] = [],
): ListedRow {
  const { text, sources, answer, state } = question;
  return {
    text: state === 'answered' && answer !== null ? `${text} → ${answer}` : text,
    sources,
    arrow: about.slice(0, 2),
    details: lifeWords(question, rules),
    late: false,
  };
}

/** Pinned first, then asked most often, then asked last. */
export function pinnedFirst(a: QuestionRow, b: QuestionRow): number {
  return Number(b.pinned) - Number(a.pinned) || byAskings(a, b);
}

/** More are counted, unless all are asked for. */
const DECISIONS_SHOWN = 50;

/** The decisions that pass, the newest first. */
export function filteredDecisions(
  decisions: readonly DecisionRow[],
  { entity }: Pick<QueueFilter, 'entity'>,
): readonly DecisionRow[] {
  return decisions
    .filter((decision) => concerns(decision, entity))
    .sort((a, b) => compareText(b.date ?? '', a.date ?? '') || byPlace(a, b));
}

/** The newest first, by month. */
export function decisionsListing(
  decisions: readonly DecisionRow[],
  { entity, all }: Pick<QueueFilter, 'entity' | 'all'>,
  rules: PageRules,
): Listing {
  const found = filteredDecisions(decisions, { entity });
  const shown = all === true ? found : found.slice(0, DECISIONS_SHOWN);
  const months = new Map<string, DecisionRow[]>();
  for (const decision of shown) {
    const month = decision.date === null ? 'No date' : monthOf(decision.date);
    pushInto(months, month, decision);
  }
  return {
    title: 'Decisions',
    summary: [`${found.length} ${found.length === 1 ? 'decision' : 'decisions'}`],
    sections: [...months].map(([month, list]) =>
      section(month, list, (decision) => decisionRow(decision, rules, decision.entities)),
    ),
    foot: found.length === shown.length ? [] : [`${found.length - shown.length} earlier`],
  };
}

export function decisionRow(
  { text, sources, date }: DecisionRow,
  { today }: Pick<PageRules, 'today'>,
  about: readonly Named[] = [],
): ListedRow {
  return {
    text,
    sources,
    arrow: about.slice(0, 2),
    details: date === null ? [] : [dateBeside(date, today)],
    late: false,
  };
}
