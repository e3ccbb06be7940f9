/**
 * Today's meetings, each in three lines: before it what one needs to know, after it what came of it.
 *
 *     Dana Fox · last met 21 Oct                                  Dana Fox · Scope cut; Lisbon still open.
 *     You owe 2: Send pricing draft · Dana owes 1: Confirm …      Decided: Pilot ships without SSO
 *     Raise: Pilot budget · Asked: Who signs for Acme?            Yours: Send pricing draft · theirs: Confirm …
 */
import { dateBeside } from '../text/calendar-date';
import type { VaultIndex } from '../vault-index/build-index';
import type { MeetingRecord } from '../vault-index/rows';
import { type BriefList, type BriefRules, groupBrief } from './brief';
import type { Entity } from '../entity/entity';
import { givenName } from '../entity/person-name';
import type { PlannedMeeting } from './calendar';
import { isMeeting } from './contacts';
import { plainWords } from './listing';
import type { NoteLinks } from './note-link';
import { withoutAddressee } from './raise-row';
import { meetingLines } from './recap';

export interface TodaysMeeting {
  readonly meeting: MeetingRecord;
  readonly path: string;
  /** Of its heading in a daily note, else 1. */
  readonly line: number;
  /** Plain text; three at most. */
  readonly lines: readonly string[];
}

interface TodayRules extends BriefRules {
  readonly links: NoteLinks;
}

/** By time, those without one first, then by path. */
export function todaysMeetings(index: VaultIndex, how: TodayRules): readonly TodaysMeeting[] {
  return index.meetings
    .filter((event) => event.date === how.rules.today && isMeeting(event))
    .flatMap((meeting) => {
      const [note] = meeting.notes;
      return note === undefined
        ? []
        : [{ meeting, path: note.path, line: note.line, lines: linesOf(meeting, index, how) }];
    });
}

function linesOf(meeting: MeetingRecord, index: VaultIndex, how: TodayRules): readonly string[] {
  const about = peopleFirst(meeting.entities);
  const names = about.map(({ name }) => name).join(', ');
  if (meeting.private) return [join([names, 'private'])];
  const decisions = meetingLines(meeting, index, 'decisions');
  const tasks = meetingLines(meeting, index, 'tasks').filter(({ item }) => !item.proposed);
  if (meeting.summary !== null || decisions.length + tasks.length > 0) {
    const mine = tasks.filter(({ owners }) => owners.some(({ me }) => me));
    const others = tasks.filter((task) => !mine.includes(task));
    return [
      join([names, meeting.summary === null ? '' : plainWords(meeting.summary, 120)]),
      join([first('Decided', decisions)]),
      join([first('Yours', mine), first('Others’', others)]),
    ].filter((line) => line !== '');
  }
  return linesBefore(about, meeting.title, index, how);
}

/** Of an entry of the calendar that has no note yet: what to know before it. */
export function linesOfPlanned(
  { entry, entities, others }: PlannedMeeting,
  index: VaultIndex,
  how: TodayRules,
): readonly string[] {
  const lines = linesBefore(peopleFirst(entities), entry.title, index, how);
  const unknown = others.slice(0, MOST_UNKNOWN).join(', ');
  const more = others.length > MOST_UNKNOWN ? ` and ${others.length - MOST_UNKNOWN} more` : '';
  return [...lines, ...(unknown === '' ? [] : [`with ${unknown}${more}`])].map((line) => plainWords(line));
}

/** Names on a line of people without a page. */
const MOST_UNKNOWN = 4;

function peopleFirst(entities: readonly Entity[]): readonly Entity[] {
  const people = entities.filter(({ kind }) => kind === 'person');
  return people.length > 0 ? people : entities;
}

function linesBefore(about: readonly Entity[], title: string, index: VaultIndex, how: TodayRules): readonly string[] {
  if (about.length === 0) return [];
  const names = about.map(({ name }) => name).join(', ');
  const { lastMet, youOwe, theyOwe, raise, questions } = groupBrief(about, title, index, how);
  const [only] = about;
  const they = about.length === 1 && only?.kind === 'person' ? givenName(only.name) : 'others';
  return [
    join([names, lastMet === null ? 'not met before' : `last met ${dateBeside(lastMet, how.rules.today)}`]),
    join([list('You owe', youOwe), list(they === 'others' ? 'Others owe' : `${they} owes`, theyOwe)]),
    join([
      list('Raise', {
        ...raise,
        rows: raise.rows.map((row) => ({
          text:
            about.length === 1 && only !== undefined
              ? withoutAddressee(row, { entity: only, links: how.links })
              : row.text,
        })),
      }),
      list('Asked', questions),
    ]),
  ].filter((line) => line !== '');
}

function list(words: string, { rows, total }: BriefList<{ readonly text: string }>): string {
  const [one] = rows;
  return one === undefined ? '' : `${words}${total > 1 ? ` ${total}` : ''}: ${plainWords(one.text, MOST)}`;
}

function first(words: string, said: readonly { readonly text: string }[]): string {
  return list(words, { rows: said, total: said.length });
}

/** Of a row, so that two are on a line. */
const MOST = 80;

function join(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
