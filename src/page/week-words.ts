/** A week in words: as a listing (for its page, Markdown and a terminal), and as a plain recap to send. */
import { dateBeside, shortDate, weekdayDate } from '../text/calendar-date';
import { weekSpan, weekTitle } from '../text/iso-week';
import type { MeetingRecord, Owner, QuestionRow, Source, TaskRow } from '../vault-index/rows';
import { contactCounts } from './contacts';
import { WHO_ARE_YOU } from './follow-ups-page';
import { type ListedRow, type ListedSection, type Listing, type Named, plainWords } from './listing';
import type { PageRules } from './page-rules';
import { decisionRow, taskRow } from './queue-listing';
import { taskLines } from './recap';
import type { Ended, Week } from './week';

/** Rows of a section, so that the page stays one to read. */
const MOST_ROWS = 50;
/** Of what was proposed, which is a list to go through elsewhere. */
const MOST_PROPOSED = 10;

/** `all`: every row. */
export function weekListing(
  week: Week,
  rules: Pick<PageRules, 'today' | 'meKnown'>,
  { all = false }: { readonly all?: boolean } = {},
): Listing {
  const section = <R>(title: string, found: readonly R[], row: (one: R) => ListedRow, most = MOST_ROWS) => {
    const shown = all ? found : found.slice(0, most);
    return { title, rows: shown.map(row), more: found.length - shown.length };
  };
  const promised = (task: TaskRow): ListedRow => promisedRow(task, rules);
  const { meetings, messages, privateMeetings, people } = week;
  const sections: ListedSection[] = [
    section('Met', meetings, eventRow),
    section('Messages', messages, eventRow),
    section('You promised', week.promisedByMe, promised),
    section(rules.meKnown ? 'Promised to you' : 'Promised', week.promisedToMe, promised),
    section('Needs an owner', week.needsOwner, promised),
    section('Done', week.done, (ended) => doneRow(ended, rules)),
    section('Answered', week.answered, (ended) => answeredRow(ended, rules)),
    section('Decided', week.decided, (decision) => decisionRow(decision, rules, aboutWhat(decision.entities))),
    section('Slipped', week.slipped, (task) => ({ ...promised(task), late: true })),
    section('Proposed, not looked at', week.proposed, promised, MOST_PROPOSED),
  ].filter(({ rows }) => rows.length > 0);
  const counts = contactCounts(meetings.length + privateMeetings.length, messages.length);
  return {
    title: weekTitle(week.days),
    summary: [
      weekSpan(week.days),
      ...(counts === '' ? [] : [counts]),
      ...(people.length === 0 ? [] : [`${people.length} ${people.length === 1 ? 'person' : 'people'}`]),
    ],
    ...(rules.meKnown ? {} : { first: WHO_ARE_YOU }),
    sections,
    foot:
      privateMeetings.length === 0
        ? []
        : [
            `${privateMeetings.length} private ${privateMeetings.length === 1 ? 'meeting' : 'meetings'}: ${privateMeetings.map(shortDate).join(', ')}`,
          ],
  };
}

/** People on a row at most: a townhall names everybody. */
const MOST_PEOPLE = 6;

function eventRow(event: MeetingRecord): ListedRow {
  const { title, time, date, entities } = event;
  const people = entities.filter(({ kind }) => kind === 'person');
  const about = people.length > 0 ? people : entities;
  const others = about.length - MOST_PEOPLE;
  return {
    text: title,
    sources: eventSources(event),
    arrow: about.slice(0, MOST_PEOPLE),
    details: [
      ...(others > 0 ? [`${others} more`] : []),
      ...(date === null ? [] : [shortDate(date)]),
      ...(time === null ? [] : [time]),
    ],
    late: false,
  };
}

/** The notes that tell of an event; the first note is cited. */
export function eventSources(meeting: MeetingRecord): readonly Source[] {
  const { title, date, notes, entities } = meeting;
  return notes
    .map(({ path, line, heading }) => ({ path, line, text: title, heading, date, meeting, entities }))
    .reverse();
}

/** What it is about, people aside: they own it, or were there. */
function aboutWhat<E extends { readonly kind: string }>(entities: readonly E[]): readonly E[] {
  return entities.filter(({ kind }) => kind !== 'person');
}

function promisedRow(task: TaskRow, rules: Pick<PageRules, 'today'>): ListedRow {
  const about = [...(task.mine ? [] : named(task.owners)), ...aboutWhat(task.entities)];
  const row = taskRow(task, rules, about);
  const end = task.open ? [] : [task.statusType === 'CANCELLED' ? 'cancelled' : 'done'];
  return { ...row, details: [...row.details, ...end], late: row.late && task.open };
}

function named(owners: readonly Owner[]): readonly Named[] {
  return owners.map(({ entity, name, me }) => ({ name: me ? 'you' : name, page: me ? null : (entity?.page ?? null) }));
}

function doneRow({ row, date }: Ended<TaskRow>, { today }: Pick<PageRules, 'today'>): ListedRow {
  const { text, sources, owners, statusType, id } = row;
  const word = statusType === 'CANCELLED' ? 'cancelled' : 'done';
  return {
    text,
    sources,
    arrow: named(owners).slice(0, 2),
    details: [`${word} ${dateBeside(date, today)}`],
    late: false,
    task: id,
  };
}

function answeredRow({ row, date }: Ended<QuestionRow>, { today }: Pick<PageRules, 'today'>): ListedRow {
  const { text, answer, sources } = row;
  return {
    text: answer === null ? text : `${text} → ${answer}`,
    sources,
    arrow: [],
    details: [`answered ${dateBeside(date, today)}`],
    late: false,
  };
}

/**
 * The week as plain text for a mail or a chat; lines end in `\n`, the last has none. What was only proposed is left
 * out.
 *
 *     Week 44 of 2025, 27 Oct – 2 Nov 2025
 *
 *     Met
 *     - Tue 28 Oct 2025: Pricing with Dana (Dana Fox)
 *
 *     Actions
 *     Mara Voss
 *     - Send pricing draft (by 31 Oct)
 */
export function weekRecap(week: Week, { me }: { readonly me: readonly string[] }): string {
  const { days, meetings, done, decided, answered, slipped } = week;
  const block = (title: string, lines: readonly string[]): string[][] =>
    lines.length === 0 ? [] : [[title, ...lines]];
  const actions = [...week.promisedByMe, ...week.promisedToMe, ...week.needsOwner];
  return [
    [`${weekTitle(days)}, ${weekSpan(days)}`],
    ...block('Met', meetings.map(metLine)),
    ...block(
      'Decided',
      decided.map(({ text }) => `- ${plainWords(text)}`),
    ),
    ...block(
      'Done',
      done.flatMap(({ row }) => (row.statusType === 'CANCELLED' ? [] : [`- ${plainWords(row.text)}`])),
    ),
    ...block(
      'Answered',
      answered.map(
        ({ row: { text, answer } }) => `- ${plainWords(text)}${answer === null ? '' : ` ${plainWords(answer)}`}`,
      ),
    ),
    ...block('Actions', taskLines(actions, { me, reference: days.to })),
    ...block('Not done yet', taskLines(slipped, { me, reference: days.to })),
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function metLine({ title, date, entities }: MeetingRecord): string {
  const people = entities.filter(({ kind }) => kind === 'person').map(({ name }) => name);
  const words = plainWords(title);
  const others = people.filter((name) => !words.includes(name));
  const day = date === null ? '' : `${weekdayDate(date)}: `;
  return `- ${day}${words}${others.length === 0 ? '' : ` (${others.join(', ')})`}`;
}
