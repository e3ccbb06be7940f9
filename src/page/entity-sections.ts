/** The sections of entity pages, one row a section: its heading, its rows, their order. */
import { addDays, dateBeside } from '../text/calendar-date';
import { baseName } from '../text/file-name';
import type { Entity } from '../entity/entity';
import { givenName } from '../entity/person-name';
import type { PageSection } from '../note/kinds';
import { byStatementRow, type StatementRowKind, statementTitle } from '../note/line-kinds';
import { compareText } from '../text/order';
import type { DecisionRow, MeetingRecord, QuestionRow, RaiseRow, Source, TaskRow } from '../vault-index/rows';
import { contactCounts, isMeeting } from './contacts';
import type { PageContext } from './page-context';
import { LAPSE_DAYS } from './page-rules';
import { ownTelling } from './own-telling';
import { raiseRow } from './raise-row';
import { askedWords, composeRow, headingPath, newest, sourcedRow } from './row';
import { byAskings, byPlace, newestFirst } from './row-order';

interface SectionRows {
  /** Bullets, capped. */
  readonly lines: readonly string[];
  readonly total: number;
  /** What the rows left out are: older, or merely further ones. */
  readonly rest?: 'earlier' | 'earlier meetings' | 'more';
  /** Links words to where the first row left out is; null where nothing is left out or may be shown. */
  readonly next: ((words: string) => string) | null;
}

interface Section {
  title(context: PageContext): string;
  rows(context: PageContext): SectionRows;
}

export const ENTITY_SECTIONS: Readonly<Record<PageSection, Section>> = {
  'you-owe': {
    title: () => 'You owe',
    rows: (context) =>
      taskRows(
        context,
        context.openTasks.filter(({ mine }) => mine),
        withoutOwner,
      ),
  },
  'they-owe': {
    title: ({ view }) => `${givenName(view.entity.name)} owes`,
    rows: (context) =>
      taskRows(
        context,
        context.openTasks.filter((task) => !task.mine && owns(task, context.view.entity)),
        withoutOwner,
      ),
  },
  'needs-owner': {
    title: () => 'Needs an owner',
    rows: (context) =>
      taskRows(
        context,
        context.openTasks.filter(({ owners }) => owners.length === 0),
        withoutOwner,
      ),
  },
  'open-tasks': {
    title: () => 'Follow-ups',
    rows: (context) => taskRows(context, context.openTasks, ownerWords),
  },
  raise: {
    title: () => 'Raise next',
    rows: (context) =>
      list(context, [...context.view.raises].sort(newestFirst), (row: RaiseRow) => raiseRow(context, row)),
  },
  questions: {
    title: () => 'Unanswered',
    rows: (context) =>
      list(context, [...context.openQuestions].sort(byAskings), (row: QuestionRow) => questionRow(context, row)),
  },
  ...byStatementRow(statements),
  people: { title: () => 'People', rows: peopleRows },
  meetings: { title: () => 'Meetings', rows: meetingRows },
};

/** Caps a list of rows and says where it goes on. */
function list<T extends { readonly sources: readonly Source[] }>(
  { rules, links }: PageContext,
  all: readonly T[],
  render: (row: T) => string,
): SectionRows {
  const rest = all[rules.rowsPerSection];
  return {
    lines: all.slice(0, rules.rowsPerSection).map(render),
    total: all.length,
    next: rest === undefined ? null : (words) => links.toNote(newest(rest).path, headingPath(newest(rest)), words),
  };
}

/**
 * What came up in the 30 days before we last met comes first, by when it is due; then the rest, the newest first.
 * Measured from that meeting and not from today, so that the page stays as it is while nothing happens; and an old
 * vault does not open with last year.
 */
function taskRows(
  context: PageContext,
  tasks: readonly TaskRow[],
  owner: (context: PageContext, task: TaskRow) => string | null,
): SectionRows {
  const since = addDays(context.reference, -LAPSE_DAYS);
  const dueIfRecent = (task: TaskRow): string => ((newest(task).date ?? '') < since ? '~~' : (task.due ?? '~'));
  const sorted = [...tasks].sort(
    (a, b) =>
      compareText(dueIfRecent(a), dueIfRecent(b)) ||
      compareText(newest(b).date ?? '', newest(a).date ?? '') ||
      compareText(a.due ?? '~', b.due ?? '~') ||
      byPlace(a, b),
  );
  const rows = list(context, sorted, (task) => {
    const details = [
      owner(context, task),
      task.due === null ? null : `due ${dateBeside(task.due, context.reference)}`,
      askedWords(task.asked, context.reference),
    ].filter((detail) => detail !== null);
    return sourcedRow(task, { details }, context);
  });
  return { ...rows, rest: 'more' };
}

function withoutOwner(): null {
  return null;
}

function ownerWords({ links }: PageContext, { owners }: TaskRow): string {
  if (owners.length === 0) return 'no owner';
  return owners
    .map(({ me, entity, name }) => (me ? 'you' : links.toEntity({ page: entity?.page ?? null, name })))
    .join(', ');
}

function owns(task: TaskRow, entity: Entity): boolean {
  return task.owners.some((owner) => owner.entity?.id === entity.id);
}

function questionRow(context: PageContext, question: QuestionRow): string {
  const { reference } = context;
  const first = question.asked[0];
  const details =
    first !== undefined && question.asked.length > 1
      ? [`${question.asked.length}× since ${dateBeside(first, reference)}`]
      : [];
  return sourcedRow(question, { details }, context);
}

/** What was said so, each as it was said in a meeting of the entity's own. */
function statements(kind: StatementRowKind): Section {
  return {
    title: () => statementTitle(kind),
    rows: (context) => {
      const own = context.view[kind].map((row) => ownTelling(row, context.view.entity));
      return list(context, [...own].sort(newestFirst), (row: DecisionRow) => sourcedRow(row, {}, context));
    },
  };
}

/**
 * Who was in this entity's meetings: most often first, then met last, then by name. A private one names nobody.
 */
function peopleRows(context: PageContext): SectionRows {
  const { past, messages, rules, links, reference } = context;
  const seen = new Map<string, { entity: Entity; count: number; messages: number; last: string }>();
  for (const meeting of [...past, ...messages]) {
    const isMessage = !isMeeting(meeting);
    for (const entity of meeting.private ? [] : meeting.entities) {
      if (entity.kind !== 'person' || entity.id === context.view.entity.id) continue;
      const entry = seen.get(entity.id);
      const known = entry ?? { entity, count: 0, messages: 0, last: '' };
      if (entry === undefined) seen.set(entity.id, known);
      if (isMessage) known.messages++;
      else known.count++;
      if ((meeting.date ?? '') > known.last) known.last = meeting.date ?? '';
    }
  }
  const sorted = [...seen.values()].sort(
    (a, b) =>
      b.count - a.count ||
      b.messages - a.messages ||
      compareText(b.last, a.last) ||
      compareText(a.entity.name, b.entity.name) ||
      compareText(a.entity.id, b.entity.id),
  );
  const lines = sorted
    .slice(0, rules.rowsPerSection)
    .map(
      ({ entity, count, messages: written, last }) =>
        `- ${links.toEntity(entity)} · ${contactCounts(count, written)}, last ${dateBeside(last, reference)}`,
    );
  return { lines, total: sorted.length, rest: 'more', next: null };
}

/**
 * Newest first: the date as a link, and what came of it. A private meeting gives its date and nothing else. Messages
 * are one count.
 */
function meetingRows(context: PageContext): SectionRows {
  const { past, messages, lastMessage, rules, reference } = context;
  const rest = past[rules.rowsPerSection];
  const [newestMessage] = messages;
  const written =
    newestMessage === undefined || lastMessage === null
      ? []
      : [
          `- ${contactCounts(0, messages.length)}, last ${messageLink(context, newestMessage, dateBeside(lastMessage, reference))}`,
        ];
  return {
    lines: [...past.slice(0, rules.rowsPerSection).map((meeting) => meetingRow(context, meeting)), ...written],
    total: past.length + written.length,
    rest: written.length > 0 ? 'earlier meetings' : 'earlier',
    next: rest === undefined || rest.private ? null : (words) => meetingLink(context, rest, words),
  };
}

function meetingRow(context: PageContext, meeting: MeetingRecord): string {
  const words = dateBeside(meeting.date ?? '', context.reference);
  if (meeting.private) return `- ${words}`;
  const title = meeting.title === baseName(meeting.notes[0]?.path ?? '') ? '' : meeting.title;
  const said = meeting.summary === null ? title : firstSentence(meeting.summary);
  const link = meetingLink(context, meeting, words);
  return said === '' ? `- ${link}` : composeRow({ lead: link, text: said, link: '' });
}

function messageLink(context: PageContext, message: MeetingRecord, words: string): string {
  return message.private ? words : meetingLink(context, message, words);
}

function meetingLink({ links }: PageContext, { notes: [note] }: MeetingRecord, words: string): string {
  return note === undefined ? words : links.toNote(note.path, note.heading, words);
}

const SENTENCE_LENGTH = 160;
/** A sentence that ends before this says little alone: `Second slip.` */
const SHORT_SENTENCE = 20;

function firstSentence(text: string): string {
  for (const end of text.slice(0, SENTENCE_LENGTH).matchAll(/[.!?。！？](?=\s|$)/gu)) {
    if (end.index >= SHORT_SENTENCE) return text.slice(0, end.index + 1);
  }
  return text.length <= SENTENCE_LENGTH
    ? text
    : `${text.slice(0, text.lastIndexOf(' ', SENTENCE_LENGTH) + 1 || SENTENCE_LENGTH).trim()}…`;
}
