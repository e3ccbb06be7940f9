/**
 * Where things are with a person, a project, an account, or the people of a note: what one wants to know a minute
 * before a meeting. Rows and their order; `brief-words` makes Markdown, text and a message of them.
 *
 *     You owe · Dana owes · Needs an owner · Raise next · Unanswered · Decided · Since you last met
 *
 * Unlike a page it is of today: what lapsed by today is a count, what is late says so. Rows are those of the entities'
 * views, on which nothing private is.
 */
import type { Entity } from '../entity/entity';
import { compareEntities } from '../entity/entity-order';
import type { KindId } from '../note/kinds';
import { compareText } from '../text/order';
import type { CalendarDate } from '../text/calendar-date';
import type { VaultIndex } from '../vault-index/build-index';
import type { DecisionRow, MeetingRecord, QuestionRow, RaiseRow, RowLists, TaskRow } from '../vault-index/rows';
import { nextPlanned, type PlannedMeeting } from './calendar';
import { isMeeting } from './contacts';
import { byDue } from './follow-ups-page';
import { taskLife } from './task-life';
import { ownTelling } from './own-telling';
import type { PageRules } from './page-rules';
import { pinnedFirst } from './queue-listing';
import { questionState } from './question-life';
import { newestFirst } from './row-order';

export interface BriefList<R> {
  /** The first of them. */
  readonly rows: readonly R[];
  readonly total: number;
}

/** Something that happened since the last meeting, elsewhere or to what was left open. */
export type Change =
  | { readonly is: 'done' | 'new-task'; readonly date: CalendarDate; readonly row: TaskRow }
  | { readonly is: 'answered' | 'new-question'; readonly date: CalendarDate; readonly row: QuestionRow }
  | { readonly is: 'decided'; readonly date: CalendarDate; readonly row: DecisionRow };

export interface Brief {
  /** The entity's name, or the note's title. */
  readonly title: string;
  /** The entity's; `note` for the people of one. */
  readonly kind: KindId;
  /** Who or what it is about; the one entity, or a note's. */
  readonly about: readonly Entity[];
  readonly lastMet: CalendarDate | null;
  readonly lastMessage: CalendarDate | null;
  /** Today's meeting counts: one is about to walk in. */
  readonly next: CalendarDate | null;
  readonly meetings: number;
  readonly messages: number;
  readonly youOwe: BriefList<TaskRow>;
  /** A person's own; everybody's but mine for what is no person. */
  readonly theyOwe: BriefList<TaskRow>;
  readonly needsOwner: BriefList<TaskRow>;
  readonly raise: BriefList<RaiseRow>;
  readonly questions: BriefList<QuestionRow>;
  /** Questions that nobody asked again. */
  readonly lapsed: number;
  readonly decisions: BriefList<DecisionRow>;
  /** All of it: what other sections show already need not be shown once more. */
  readonly since: BriefList<Change>;
  /** Rows a section shows. */
  readonly most: number;
  /** Open tasks that lapsed, and those from before the start date: counts. */
  readonly lapsedTasks: number;
  readonly older: number;
}

export interface BriefRules {
  readonly rules: PageRules;
  /** Rows a section shows at most. */
  readonly rows?: number;
  /** What the calendar says of today and the next days. */
  readonly planned?: readonly PlannedMeeting[];
}

/** So that seven sections fit on a screen: five rows, of what merely informs three. */
export const BRIEF_ROWS = 5;
const FEW_ROWS = 3;

export function entityBrief(entity: Entity, index: VaultIndex, how: BriefRules): Brief {
  return briefOf({ title: entity.name, kind: entity.kind, about: [entity] }, index, how);
}

/** Of several at once, as of a group that meets. */
export function groupBrief(about: readonly Entity[], title: string, index: VaultIndex, how: BriefRules): Brief {
  const [only] = about;
  return about.length === 1 && only !== undefined
    ? entityBrief(only, index, how)
    : briefOf({ title, kind: 'note', about }, index, how);
}

/**
 * The people of a note's meetings; its projects and accounts where it has none; of a page, its entity. Null where the
 * note is about nobody.
 */
export function noteBrief(path: string, index: VaultIndex, how: BriefRules): Brief | null {
  const own = index.registry.entityOfPage(path);
  if (own !== null) return entityBrief(own, index, how);
  const all = new Map(
    (index.meetingsOf.get(path) ?? []).flatMap(({ entities }) =>
      entities.map((entity) => [entity.id, entity] as const),
    ),
  );
  const people = [...all.values()].filter(({ kind }) => kind === 'person');
  const about = (people.length > 0 ? people : [...all.values()]).sort(compareEntities);
  const [only] = about;
  if (only === undefined) return null;
  const title = index.notes.find((note) => note.path === path)?.title ?? only.name;
  return groupBrief(about, title, index, how);
}

function briefOf(
  { title, kind, about }: Pick<Brief, 'title' | 'kind' | 'about'>,
  index: VaultIndex,
  { rules, rows = BRIEF_ROWS, planned = [] }: BriefRules,
): Brief {
  const views = about.flatMap(({ id }) => index.views.get(id) ?? []);
  const ids = new Set(about.map(({ id }) => id));
  const all = <K extends keyof RowLists>(which: K): RowLists[K][number][] => [
    ...new Map(views.flatMap((view) => view[which].map((row) => [row.id, row] as const))).values(),
  ];
  // Of one entity each decision is cited from a meeting of its own.
  const [only, ...others] = about;
  const own = (rows: readonly DecisionRow[]): DecisionRow[] =>
    rows.map((row) => (only === undefined || others.length > 0 ? row : ownTelling(row, only)));
  const events = [
    ...new Map(views.flatMap((view) => view.meetings.map((meeting) => [meeting.id, meeting] as const))).values(),
  ];
  const meetings = events.filter(isMeeting);
  const messages = events.filter((event) => !isMeeting(event) && event.date !== null && event.date <= rules.today);
  const past = meetings.filter(({ date }) => date !== null && date <= rules.today);
  // Of a meeting today the one before it is the last.
  const lastMet = latest(meetings.filter(({ date }) => date !== null && date < rules.today));
  const tasks = all('tasks').filter(({ proposed }) => !proposed);
  const open = tasks.filter((task) => task.open);
  const recent = open.filter((task) => taskLife(task, rules) === 'current').sort(byDue);
  const lapsedTasks = open.filter((task) => taskLife(task, rules) === 'lapsed').length;
  const isTheirs = (task: TaskRow): boolean =>
    !task.mine &&
    task.owners.some(
      ({ entity }) => about.every((one) => one.kind !== 'person') || (entity !== null && ids.has(entity.id)),
    );
  const questions = all('questions');
  const unanswered = questions.filter(({ state }) => state === 'open');
  const asked = unanswered.filter((question) => questionState(question, rules) !== 'lapsed').sort(pinnedFirst);
  const list = <R>(found: readonly R[], most = rows): BriefList<R> => ({
    rows: found.slice(0, most),
    total: found.length,
  });
  const few = rows <= BRIEF_ROWS ? Math.min(rows, FEW_ROWS) : rows;
  const changes =
    lastMet === null ? [] : changesSince(lastMet, { tasks, questions, decisions: all('decisions') }, rules.today);
  return {
    title,
    kind,
    about,
    lastMet,
    lastMessage: latest(messages),
    next:
      [nextMeeting(meetings, past, rules.today), nextPlanned(planned, about, rules.today)]
        .filter((date) => date !== null)
        .sort(compareText)[0] ?? null,
    meetings: past.length,
    messages: messages.length,
    youOwe: list(recent.filter(({ mine }) => mine)),
    theyOwe: list(recent.filter(isTheirs)),
    needsOwner: list(
      recent.filter(({ owners }) => owners.length === 0),
      few,
    ),
    raise: list(all('raises').sort(newestFirst)),
    questions: list(asked),
    lapsed: unanswered.length - asked.length,
    decisions: list(own(all('decisions')).sort(newestFirst), few),
    since: { rows: changes, total: changes.length },
    most: rows,
    lapsedTasks,
    older: open.length - recent.length - lapsedTasks,
  };
}

function latest(meetings: readonly MeetingRecord[]): CalendarDate | null {
  return meetings.reduce<CalendarDate | null>(
    (last, { date }) => (date !== null && (last === null || date > last) ? date : last),
    null,
  );
}

/**
 * The first meeting note from today on; else the day that the last meeting named. Of a private one only its own date
 * counts.
 */
function nextMeeting(
  meetings: readonly MeetingRecord[],
  past: readonly MeetingRecord[],
  today: CalendarDate,
): CalendarDate | null {
  const days = meetings.flatMap(({ date }) => (date !== null && date >= today ? [date] : []));
  const last = latest(past);
  const named = past
    .filter(({ date }) => date === last)
    .map((meeting) => (meeting.private ? null : meeting.nextMeeting))
    .filter((date) => date !== null && date >= today);
  return [...days, ...named].filter((date) => date !== null).sort(compareText)[0] ?? null;
}

/**
 * What is new since the day of the last meeting: done, answered, and said in meetings since. Newest first. What was
 * said on the day itself was said at that meeting.
 */
function changesSince(
  since: CalendarDate,
  { tasks, questions, decisions }: Pick<RowLists, 'tasks' | 'questions' | 'decisions'>,
  today: CalendarDate,
): readonly Change[] {
  const isSince = (date: CalendarDate | null): date is CalendarDate => date !== null && date > since && date <= today;
  const changes: Change[] = [];
  for (const row of tasks) {
    const said = row.sources[0]?.date ?? null;
    const done = row.open ? null : row.closedOn;
    if (isSince(done)) changes.push({ is: 'done', date: done, row });
    else if (row.open && isSince(said)) changes.push({ is: 'new-task', date: said, row });
  }
  for (const row of questions) {
    const said = row.sources[0]?.date ?? null;
    if (row.state === 'answered' && isSince(row.answeredOn))
      changes.push({ is: 'answered', date: row.answeredOn, row });
    else if (row.state === 'open' && isSince(said)) changes.push({ is: 'new-question', date: said, row });
  }
  for (const row of decisions) if (isSince(row.date)) changes.push({ is: 'decided', date: row.date, row });
  return changes.sort(
    (a, b) =>
      compareText(b.date, a.date) || KINDS.indexOf(a.is) - KINDS.indexOf(b.is) || compareText(a.row.id, b.row.id),
  );
}

const KINDS: readonly Change['is'][] = ['done', 'answered', 'decided', 'new-task', 'new-question'];
