/**
 * How late what is open is, and how long what was asked has waited: a few buckets, each with how much falls into it.
 *
 *     days late  > 30 │ 7–30 │ < 7 │ today │ this week │ later │ no date          days old  > 30 │ 7–30 │ < 7 │ no date │ lapsed
 */
import { type CalendarDate, daysBetween } from '../text/calendar-date';
import type { QuestionRow, TaskRow } from '../vault-index/rows';
import { dueBucket } from './follow-ups-page';
import { hasLapsed } from './open-questions-page';
import type { PageRules } from './page-rules';
import { questionAge } from './question-life';
import { isOld, taskLife } from './task-life';

/** In the order of time: what is late longest comes first. */
export const TASK_AGES = ['late-month', 'late-week', 'late-day', 'today', 'this-week', 'later', 'no-date'] as const;
export type TaskAge = (typeof TASK_AGES)[number];

/** By the day it was first asked, the oldest first; what lapsed is apart, however old it is. */
export const QUESTION_AGES = ['old-month', 'old-week', 'old-day', 'no-date', 'lapsed'] as const;
export type QuestionAge = (typeof QUESTION_AGES)[number];

export interface AgeCount<A extends string> {
  readonly age: A;
  readonly count: number;
}

/** More days than this are a month's; as many as this and fewer, down to a week, are weeks'. */
const MONTH = 30;
const WEEK = 7;

/** Where a due date falls. Made once for a list: twenty thousand rows have a few hundred days. */
export function taskAgeOf({ today }: Pick<PageRules, 'today'>): (task: Pick<TaskRow, 'due'>) => TaskAge {
  const known = new Map<CalendarDate | null, TaskAge>();
  return ({ due }) => {
    let age = known.get(due);
    if (age === undefined) {
      const bucket = dueBucket(due, today);
      age =
        bucket === 'late' && due !== null
          ? `late-${lengthOf(daysBetween(due, today))}`
          : (bucket as Exclude<typeof bucket, 'late'>);
      known.set(due, age);
    }
    return age;
  };
}

/** Of an open question. */
export function questionAgeOf(rules: Pick<PageRules, 'today'>): (question: QuestionRow) => QuestionAge {
  return (question) => {
    if (hasLapsed(question, rules)) return 'lapsed';
    const days = questionAge(question, rules.today);
    return days === null ? 'no-date' : `old-${lengthOf(days)}`;
  };
}

function lengthOf(days: number): 'month' | 'week' | 'day' {
  return days > MONTH ? 'month' : days >= WEEK ? 'week' : 'day';
}

/** Open, accepted, not lapsed and not from before the start date: what the lists show above their counts. */
export function isCurrentTask(task: TaskRow, rules: Pick<PageRules, 'today' | 'startDate'>): boolean {
  return task.open && !task.proposed && taskLife(task, rules) === 'current';
}

export function isCurrentQuestion(question: QuestionRow, rules: Pick<PageRules, 'startDate'>): boolean {
  return question.state === 'open' && (question.pinned || !isOld(question, rules));
}

export function taskAges(
  tasks: readonly TaskRow[],
  rules: Pick<PageRules, 'today' | 'startDate'>,
): readonly AgeCount<TaskAge>[] {
  return counted(
    TASK_AGES,
    tasks.filter((task) => isCurrentTask(task, rules)),
    taskAgeOf(rules),
  );
}

export function questionAges(
  questions: readonly QuestionRow[],
  rules: Pick<PageRules, 'today' | 'startDate'>,
): readonly AgeCount<QuestionAge>[] {
  return counted(
    QUESTION_AGES,
    questions.filter((question) => isCurrentQuestion(question, rules)),
    questionAgeOf(rules),
  );
}

/** Every bucket, those that hold nothing too: what is missing says as much as what is there. */
function counted<R, A extends string>(
  ages: readonly A[],
  rows: readonly R[],
  ageOf: (row: R) => A,
): readonly AgeCount<A>[] {
  const counts = new Map<A, number>();
  for (const row of rows) {
    const age = ageOf(row);
    counts.set(age, (counts.get(age) ?? 0) + 1);
  }
  return ages.map((age) => ({ age, count: counts.get(age) ?? 0 }));
}
