/**
 * An entity's page from what the vault says of it. It holds absolute dates only: a day that passes changes nothing on
 * it but the meeting that has come. Rows are ordered totally, so every device writes the same bytes.
 */
import { addDays, type CalendarDate, dateBeside, longDate } from '../text/calendar-date';
import { compareText } from '../text/order';
import type { EntityView } from '../vault-index/entity-view';
import type { MeetingRecord, QuestionRow } from '../vault-index/rows';
import { contactCounts, contactsOf, isMeeting } from './contacts';
import { ENTITY_SECTIONS } from './entity-sections';
import type { PageContext } from './page-context';
import type { NoteLinks } from './note-link';
import { LAPSE_DAYS, type PageRules } from './page-rules';
import { taskHasLapsed } from './task-life';

/** The properties kept on an entity's page; null is never written. */
export interface PageProperties {
  /** A meeting's or a message's day. */
  readonly last_contact: CalendarDate | null;
  readonly last_met: CalendarDate | null;
  readonly meeting_count: number;
  readonly open_follow_ups: number;
  readonly open_questions: number;
}

export interface EntityPageContent {
  /** Lines of the managed block: a status line, headings, bullets. Empty when the vault says nothing of it. */
  readonly rows: readonly string[];
  readonly properties: PageProperties;
}

/** Computes an entity's page; see DESIGN's example of a person's. */
export function entityPage(view: EntityView, rules: PageRules, links: NoteLinks): EntityPageContent {
  const context = pageContext(view, rules, links);
  const properties: PageProperties = {
    last_contact: context.lastContact,
    last_met: context.lastMet,
    meeting_count: context.past.length,
    open_follow_ups: context.openTasks.length,
    open_questions: context.openQuestions.length,
  };
  const rows: string[] = [];
  const status = statusLine(context);
  if (status !== '') rows.push(status);
  for (const id of rules.sections.get(view.entity.kind) ?? []) {
    const section = ENTITY_SECTIONS[id];
    const { lines, total, next, rest = 'earlier' } = section.rows(context);
    if (lines.length === 0) continue;
    rows.push(`### ${section.title(context)}`, ...lines);
    if (total > lines.length) rows.push(`- ${leftOut(`${total - lines.length} ${rest}`, next)}`);
  }
  return { rows, properties };
}

function pageContext(view: EntityView, rules: PageRules, links: NoteLinks): PageContext {
  const contacts = contactsOf(view.meetings, rules.today);
  const { lastContact } = contacts;
  const dates = [...view.tasks, ...view.questions, ...view.decisions].map(
    (row) => row.sources[row.sources.length - 1]?.date ?? '',
  );
  const reference = lastContact ?? (dates.reduce((a, b) => (a > b ? a : b), '') || rules.today);
  return {
    view,
    rules,
    links,
    reference,
    ...contacts,
    openTasks: view.tasks.filter(
      (task) => task.open && !task.proposed && (lastContact === null || !taskHasLapsed(task, lastContact)),
    ),
    openQuestions: view.questions.filter((question) => stillAsked(question, lastContact)),
  };
}

/**
 * Whether an open question is still open between us; tasks that lapse do the same. What nobody asked again in the 30
 * days before the last meeting or message has lapsed: measured from there and not from today, so that the page stays as
 * it is while nothing happens.
 */
function stillAsked(question: QuestionRow, last: CalendarDate | null): boolean {
  if (question.state !== 'open') return false;
  const asked = question.asked[question.asked.length - 1];
  return question.pinned || last === null || asked === undefined || asked >= addDays(last, -LAPSE_DAYS);
}

function statusLine({ view, past, messages, lastMet, lastMessage, rules, reference }: PageContext): string {
  const parts: string[] = [];
  const verb = view.entity.kind === 'project' || view.entity.kind === 'topic' ? 'Last discussed' : 'Last met';
  if (lastMet !== null) parts.push(`**${verb} ${longDate(lastMet)}**`);
  if (lastMessage !== null)
    parts.push(
      lastMet === null
        ? `**Last message ${longDate(lastMessage)}**`
        : `last message ${dateBeside(lastMessage, reference)}`,
    );
  const next = nextMeeting(view, past, rules.today);
  if (next !== null) parts.push(`next ${dateBeside(next, reference)}`);
  const counts = contactCounts(past.length, messages.length);
  if (counts !== '') parts.push(counts);
  return parts.join(' · ');
}

/**
 * The first meeting note after today; else what the last meeting named, while that is still to come: of a private one
 * only its own date counts.
 */
function nextMeeting(view: EntityView, past: readonly MeetingRecord[], today: CalendarDate): CalendarDate | null {
  const noted = view.meetings
    .filter((event) => isMeeting(event) && event.date !== null && event.date > today)
    .map(({ date }) => date ?? '')
    .sort(compareText)[0];
  const named = past[0]?.private === true ? null : (past[0]?.nextMeeting ?? null);
  if (noted !== undefined) return named !== null && named > today && named < noted ? named : noted;
  return named !== null && named > today ? named : null;
}

/** `10 earlier`, linking on to the newest of them. */
function leftOut(words: string, link: ((words: string) => string) | null): string {
  return link === null ? words : link(words);
}
