/** The tools that answer from lists: brief, queue, questions, decisions, today. They write nothing. */
import type { AskedVault } from '../host/load-vault';
import { type Brief, type BriefList, BRIEF_ROWS, entityBrief } from '../page/brief';
import { byDue, dueBucket } from '../page/follow-ups-page';
import { isCurrentTask } from '../page/open-ages';
import { questionState } from '../page/question-life';
import { pinnedFirst, filteredDecisions, filteredTasks } from '../page/queue-listing';
import { isOld, taskLife } from '../page/task-life';
import { todaysMeetings } from '../page/today';
import type { AnyRow } from '../vault-index/rows';
import { about, dayOf, entityOf, isShown, nameField, older, ownerOf, PAGING } from './arguments';
import { entityName, NOTICE, quote, type RowKind, rowRecord, sourceRecords } from './quote';
import { optional, text, whole, withDefault } from './input';
import { pageOf, tool } from './tool';

export const brief = tool(
  {
    name: 'brief',
    title: 'Brief',
    description:
      'What is open with one person, project or account: what I owe them, what they owe, what to raise, open questions, decisions, changes since the last meeting. Each row has its source.',
    input: {
      name: nameField('A name, an alias, or the path of the page.'),
      rows: withDefault(whole({ least: 1, most: 30, about: 'Rows of each section.' }), BRIEF_ROWS),
    },
  },
  async ({ name: given, rows }, { vault }) => {
    const asked = await vault.asked();
    return answer(
      asked,
      briefRecord(entityBrief(entityOf(given, asked), asked.index, { rules: asked.rules, rows }), asked),
    );
  },
);

function briefRecord(of: Brief, { rules }: AskedVault): object {
  const list = (kind: RowKind, { rows, total }: BriefList<AnyRow>): object | undefined =>
    total === 0 ? undefined : { total, rows: rows.map((row) => rowRecord(kind, row, rules)) };
  const { youOwe, theyOwe, needsOwner, raise, questions, decisions, since, most, lapsed, older: old } = of;
  return {
    name: quote(of.title),
    kind: of.kind,
    page: of.about[0]?.page ?? null,
    lastMet: of.lastMet,
    lastMessage: of.lastMessage,
    next: of.next,
    meetings: of.meetings,
    messages: of.messages,
    iOwe: list('task', youOwe),
    theyOwe: list('task', theyOwe),
    needsOwner: list('task', needsOwner),
    raiseNext: list('raise', raise),
    questions: list('question', questions),
    decisions: list('decision', decisions),
    since:
      since.total === 0
        ? undefined
        : {
            total: since.total,
            rows: since.rows.slice(0, most).map(({ is, date, row }) => ({
              is,
              date,
              id: row.id,
              quote: quote(row.text),
              sources: sourceRecords(row.sources),
            })),
          },
    lapsedQuestions: lapsed === 0 ? undefined : lapsed,
    olderTasks: old === 0 ? undefined : old,
  };
}

export const queue = tool(
  {
    name: 'queue',
    title: 'Follow-ups',
    description:
      'Open tasks by due date: mine, other people’s, and those without an owner. Filter by owner ("me", "nobody" or a name), by what it is about, and by due date.',
    input: {
      owner: optional(nameField('"me", "nobody", or a name.')),
      about,
      due_before: optional(text({ most: 40, about: 'Due before this day: YYYY-MM-DD, fri, "next week".' })),
      older,
      ...PAGING,
    },
  },
  async (given, { vault }) => {
    const asked = await vault.asked();
    const { index, rules } = asked;
    const found = filteredTasks(index.tasks, {
      owner: given.owner === undefined ? undefined : ownerOf(given.owner, asked),
      entity: given.about === undefined ? undefined : entityOf(given.about, asked).id,
      dueBefore: given.due_before === undefined ? undefined : dayOf(given.due_before, rules.today),
    }).filter(isShown);
    const shown = given.older ? found : found.filter((task) => taskLife(task, rules) === 'current');
    const { rows, ...page } = pageOf([...shown].sort(byDue), given);
    return answer(asked, {
      ...page,
      rows: rows.map((row) => rowRecord('task', row, rules)),
      notShown: found.length > shown.length ? { older: found.length - shown.length } : undefined,
    });
  },
);

export const questions = tool(
  {
    name: 'questions',
    title: 'Open questions',
    description: 'Questions that nobody answered, those asked most often first.',
    input: { about, older, ...PAGING },
  },
  async (given, { vault }) => {
    const asked = await vault.asked();
    const { index, rules } = asked;
    const entity = given.about === undefined ? undefined : entityOf(given.about, asked).id;
    const found = index.questions
      .filter((row) => isShown(row) && (entity === undefined || row.entities.some(({ id }) => id === entity)))
      .filter(
        (row) =>
          given.older ||
          (['open', 'asked-again'].includes(questionState(row, rules)) && (row.pinned || !isOld(row, rules))),
      )
      .sort(pinnedFirst);
    const { rows, ...page } = pageOf(found, given);
    return answer(asked, { ...page, rows: rows.map((row) => rowRecord('question', row, rules)) });
  },
);

export const decisions = tool(
  {
    name: 'decisions',
    title: 'Decisions',
    description: 'What was decided, the newest first.',
    input: { about, ...PAGING },
  },
  async (given, { vault }) => {
    const asked = await vault.asked();
    const entity = given.about === undefined ? undefined : entityOf(given.about, asked).id;
    const found = filteredDecisions(asked.index.decisions.filter(isShown), { entity });
    const { rows, ...page } = pageOf(found, given);
    return answer(asked, { ...page, rows: rows.map((row) => rowRecord('decision', row, asked.rules)) });
  },
);

/** Meetings and tasks of the day at most. */
const MOST_DUE = 20;

export const today = tool(
  {
    name: 'today',
    title: 'Today',
    description: 'Today’s meetings, each with what to know before it, and my tasks that are overdue or due today.',
    input: {},
  },
  async (_, { vault }) => {
    const asked = await vault.asked();
    const { index, rules, links } = asked;
    const due = index.tasks
      .filter((task) => isCurrentTask(task, rules) && (task.mine || !rules.meKnown) && isShown(task))
      .filter((task) => ['late', 'today'].includes(dueBucket(task.due, rules.today)))
      .sort(byDue);
    const meetings = todaysMeetings(index, { rules, links });
    return answer(asked, {
      meetings: meetings.slice(0, MOST_DUE).map(({ meeting, path, line, lines }) => ({
        title: quote(meeting.title),
        time: meeting.time ?? undefined,
        with: meeting.entities.slice(0, 10).map(entityName),
        quotes: lines.map((one) => quote(one)),
        path,
        line,
      })),
      ...(meetings.length > MOST_DUE ? { moreMeetings: meetings.length - MOST_DUE } : {}),
      due: { total: due.length, rows: due.slice(0, MOST_DUE).map((row) => rowRecord('task', row, rules)) },
    });
  },
);

/** What every answer has: the notice, the day, and how much of the vault it leaves out. */
export function answer({ rules, failures }: Pick<AskedVault, 'rules' | 'failures'>, record: object): object {
  return {
    notice: NOTICE,
    today: rules.today,
    ...(rules.meKnown ? {} : { meUnknown: 'Nobody is known to be "me" yet. `throughline init` asks for the name.' }),
    ...(failures.length === 0 ? {} : { unread: failures.length }),
    ...record,
  };
}
