/** A brief in words: as a listing (for Markdown and a terminal), and as a short message to nudge somebody with. */
import { givenName } from '../entity/person-name';
import { dateBeside, shortDate } from '../text/calendar-date';
import type { RaiseRow, TaskRow } from '../vault-index/rows';
import type { Brief, BriefList, Change } from './brief';
import { contactCounts } from './contacts';
import { type ListedRow, type ListedSection, type Listing, plainWords } from './listing';
import { beforeDay } from './follow-ups-page';
import type { NoteLinks } from './note-link';
import type { PageRules } from './page-rules';
import { decisionRow, questionRow, taskRow } from './queue-listing';
import { withoutAddressee } from './raise-row';
import { askedWords, newest } from './row';

/** What each row is: said once, `new` where it came up since the last meeting. */
export function briefListing(
  brief: Brief,
  { rules, links }: { readonly rules: PageRules; readonly links: NoteLinks },
): Listing {
  const { about, kind, lastMet, lastMessage, next, meetings, messages, lapsed, lapsedTasks, older } = brief;
  const counts = contactCounts(meetings, messages);
  const others = about.filter(({ name }) => name !== brief.title);
  const isPerson = kind === 'person';
  const fresh = new Set(
    brief.since.rows.filter(({ is }) => is !== 'done' && is !== 'answered').map(({ row }) => row.id),
  );
  const shown = new Set<string>();
  const section = <R extends { readonly id: string }>(
    title: string,
    { rows, total }: BriefList<R>,
    row: (one: R) => ListedRow,
  ): ListedSection[] => {
    for (const { id } of rows) shown.add(id);
    const listed = rows.map((one) => (fresh.has(one.id) ? withWord(row(one), 'new') : row(one)));
    return total === 0 ? [] : [{ title, rows: listed, more: total - rows.length }];
  };
  const owners = (task: TaskRow): ListedRow =>
    taskRow(task, rules, isPerson ? [] : task.owners.map(({ entity, name }) => ({ name, page: entity?.page ?? null })));
  const [only] = about;
  const raised = (row: RaiseRow): ListedRow => ({
    text: about.length === 1 && only !== undefined ? withoutAddressee(row, { entity: only, links }) : row.text,
    sources: row.sources,
    arrow: [],
    details: [],
    late: false,
  });
  const sections = [
    ...section('You owe', brief.youOwe, (task) => taskRow(task, rules)),
    ...section(
      isPerson ? `${givenName(brief.title)} owes` : kind === 'note' ? 'They owe' : 'Others owe',
      brief.theyOwe,
      owners,
    ),
    ...section('Needs an owner', brief.needsOwner, (task) => taskRow(task, rules)),
    ...section('Raise next', brief.raise, raised),
    ...section('Unanswered', brief.questions, (question) => questionRow(question, rules)),
    ...section('Decided', brief.decisions, (decision) => decisionRow(decision, rules)),
  ];
  const since = brief.since.rows.filter(({ row }) => !shown.has(row.id));
  return {
    title: brief.title,
    summary: [
      ...(others.length === 0 ? [] : [others.map(({ name }) => name).join(', ')]),
      lastMet === null
        ? 'not met before'
        : `last ${kind === 'project' || kind === 'topic' ? 'discussed' : 'met'} ${dateBeside(lastMet, rules.today)}`,
      ...(lastMessage === null ? [] : [`last message ${dateBeside(lastMessage, rules.today)}`]),
      ...(next === null ? [] : [next === rules.today ? 'today' : `next ${dateBeside(next, rules.today)}`]),
      ...(counts === '' ? [] : [counts]),
    ],
    sections:
      since.length === 0 || lastMet === null
        ? sections
        : [
            ...sections,
            {
              title: `Since you last met (${dateBeside(lastMet, rules.today)})`,
              rows: since.slice(0, brief.most).map((change) => changeRow(change, rules)),
              more: Math.max(since.length - brief.most, 0),
            },
          ],
    foot: [
      ...(rules.meKnown ? [] : ['set your names to see which tasks are yours']),
      ...(lapsed === 0 ? [] : [`${lapsed} ${lapsed === 1 ? 'question' : 'questions'} lapsed`]),
      ...(lapsedTasks === 0 ? [] : [`${lapsedTasks} ${lapsedTasks === 1 ? 'follow-up' : 'follow-ups'} lapsed`]),
      ...(older === 0 ? [] : [`${older} open from before ${beforeDay(rules)}`]),
    ],
  };
}

function withWord(row: ListedRow, word: string): ListedRow {
  return { ...row, details: [...row.details, word] };
}

const WORDS: Readonly<Record<Change['is'], string>> = {
  done: 'done',
  answered: 'answered',
  decided: 'decided',
  'new-task': 'new',
  'new-question': 'asked',
};

function changeRow(change: Change, { today }: PageRules): ListedRow {
  const { row, is, date } = change;
  const owners =
    'owners' in row
      ? row.owners.map(({ entity, name, me }) => ({
          name: me ? 'you' : name,
          page: me ? null : (entity?.page ?? null),
        }))
      : [];
  const answer = change.is === 'answered' ? change.row.answer : null;
  return {
    text: answer === null ? row.text : `${row.text} → ${answer}`,
    sources: [newest(row)],
    arrow: owners,
    details: [`${WORDS[is]} ${dateBeside(date, today)}`],
    late: false,
  };
}

/** Points that one message holds. */
const NUDGED = 5;

/**
 * What somebody owes and was asked, as a message to send them; null where there is nothing to remind them of, or nobody
 * in particular.
 *
 *     Hi Dana, a quick reminder of what is open between us:
 *     - Confirm the Lisbon dates (asked 14 Oct, again 28 Oct)
 *     - Send the slot sheets (was due 24 Oct)
 */
export function nudge({ kind, title, theyOwe }: Brief, { today }: PageRules): string | null {
  if (kind !== 'person' || theyOwe.rows.length === 0) return null;
  const points = theyOwe.rows.slice(0, NUDGED).map(({ text, due, asked }) => {
    const when =
      due !== null
        ? [`${due < today ? 'was due' : 'due'} ${due === today ? 'today' : shortDate(due)}`]
        : [askedWords(asked, today) ?? (asked[0] === undefined ? null : `from ${dateBeside(asked[0], today)}`)].filter(
            (words) => words !== null,
          );
    return `- ${plainWords(text)}${when.length === 0 ? '' : ` (${when.join(', ')})`}`;
  });
  return [`Hi ${givenName(title)}, a quick reminder of what is open between us:`, ...points].join('\n');
}
