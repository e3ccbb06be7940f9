/** The tool that tells of a week. It writes nothing. */
import type { AskedVault } from '../host/load-vault';
import { type Ended, type Week, weekIn } from '../page/week';
import { weekNamed } from '../text/week-named';
import { eventSources } from '../page/week-words';
import type { AnyRow, MeetingRecord } from '../vault-index/rows';
import { text, whole, withDefault } from './input';
import { entityName, quote, type RowKind, rowRecord } from './quote';
import { answer } from './read-tools';
import { tool } from './tool';
import { ToolError } from './tool-error';

const FEW = 10;
const MOST = 30;

export const week = tool(
  {
    name: 'week',
    title: 'A week',
    description:
      'What happened in a week: meetings, what I promised and was promised, what was done, answered, decided, and what was due and is still open. Private meetings are in no list.',
    input: {
      week: withDefault(text({ most: 40, about: '2025-W44, a day in it, "this week" or "last week".' }), 'this week'),
      rows: withDefault(whole({ least: 1, most: MOST, about: 'Rows of each list.' }), FEW),
    },
  },
  async ({ week: given, rows }, { vault }) => {
    const asked = await vault.asked();
    const days = weekNamed(given, asked.rules.today);
    if (days === null)
      throw new ToolError(
        'wrong-arguments',
        `"${quote(given)}" is not a week. Give one such as 2025-W44, 2025-10-28 or "last week".`,
      );
    return answer(asked, weekRecord(weekIn(days, asked.index, asked.rules), asked, rows));
  },
);

function weekRecord(found: Week, { rules }: AskedVault, most: number): object {
  const part = <T>(list: readonly T[], record: (one: T) => object): object | undefined =>
    list.length === 0 ? undefined : { total: list.length, rows: list.slice(0, most).map(record) };
  const rows = (kind: RowKind, list: readonly AnyRow[]) => part(list, (row) => rowRecord(kind, row, rules));
  const ended = (kind: RowKind, list: readonly Ended<AnyRow>[]) =>
    part(list, ({ row, date }) => ({ on: date, ...rowRecord(kind, row, rules) }));
  const { days, meetings, messages, people, privateMeetings } = found;
  return {
    week: days.week,
    from: days.from,
    to: days.to,
    meetings: part(meetings, eventRecord),
    messages: part(messages, eventRecord),
    privateMeetings: privateMeetings.length === 0 ? undefined : privateMeetings.length,
    people: part(people, ({ person, ...counts }) => ({ name: entityName(person), ...counts })),
    promisedByMe: rows('task', found.promisedByMe),
    promisedToMe: rows('task', found.promisedToMe),
    needsOwner: rows('task', found.needsOwner),
    done: ended('task', found.done),
    answered: ended('question', found.answered),
    decided: rows('decision', found.decided),
    slipped: rows('task', found.slipped),
    suggested: rows('task', found.proposed),
  };
}

function eventRecord(event: MeetingRecord): object {
  const [source] = eventSources(event).slice(-1);
  return {
    date: event.date,
    time: event.time ?? undefined,
    title: quote(event.title),
    with: event.entities.slice(0, 10).map(entityName),
    path: source?.path,
    line: source?.line,
  };
}
