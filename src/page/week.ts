/**
 * What happened in a week: who was met, what was promised, done, answered and decided, what slipped, and what was
 * proposed and nobody looked at. Rows and their order; `week-words` makes listings and a message of them.
 *
 * A row is in one list only, the first that it fits: done, slipped, promised. What is private is in none.
 */
import type { Entity } from '../entity/entity';
import type { CalendarDate } from '../text/calendar-date';
import type { WeekDays } from '../text/iso-week';
import { compareText } from '../text/order';
import type { VaultIndex } from '../vault-index/build-index';
import type { DecisionRow, MeetingRecord, QuestionRow, Source, TaskRow } from '../vault-index/rows';
import { isMeeting } from './contacts';
import { byDue } from './follow-ups-page';
import type { PageRules } from './page-rules';
import { newest } from './row';
import { byPlace, newestFirst, type Sourced } from './row-order';

/** A row that came to an end on a day of the week. */
export interface Ended<R> {
  readonly row: R;
  readonly date: CalendarDate;
}

/** Who was met, or wrote. */
interface SeenPerson {
  readonly person: Entity;
  readonly meetings: number;
  readonly messages: number;
}

export interface Week {
  readonly days: WeekDays;
  /** By date and time. */
  readonly meetings: readonly MeetingRecord[];
  readonly messages: readonly MeetingRecord[];
  /** The days of private meetings: nothing else is said of them. */
  readonly privateMeetings: readonly CalendarDate[];
  /** Whoever was in most meetings first. */
  readonly people: readonly SeenPerson[];
  /** Said in the week, whether or not it is open by now. */
  readonly promisedByMe: readonly TaskRow[];
  readonly promisedToMe: readonly TaskRow[];
  readonly needsOwner: readonly TaskRow[];
  readonly done: readonly Ended<TaskRow>[];
  readonly answered: readonly Ended<QuestionRow>[];
  readonly decided: readonly DecisionRow[];
  /** Was due in the week, and is open after that day. */
  readonly slipped: readonly TaskRow[];
  /** Proposed in the week and neither accepted nor dismissed; the newest first. */
  readonly proposed: readonly TaskRow[];
}

export function weekIn(
  days: WeekDays,
  index: Pick<VaultIndex, 'meetings' | 'tasks' | 'questions' | 'decisions'>,
  { today }: Pick<PageRules, 'today'>,
): Week {
  const isIn = (date: CalendarDate | null): date is CalendarDate =>
    date !== null && date >= days.from && date <= days.to;
  const told = <R extends { readonly sources: readonly Source[] }>(row: R): R => toldWithin(row, isIn);
  const events = index.meetings.filter(({ date }) => isIn(date) && date <= today);
  const open = events.filter((event) => !event.private);
  const [meetings, messages] = [open.filter(isMeeting), open.filter((event) => !isMeeting(event))];

  const done: Ended<TaskRow>[] = [];
  const slipped: TaskRow[] = [];
  const promised: TaskRow[] = [];
  const proposed: TaskRow[] = [];
  for (const row of index.tasks) {
    if (row.private) continue;
    const isSaid = row.sources.some(({ date }) => isIn(date) && date <= today);
    if (row.proposed) {
      if (row.open && isSaid) proposed.push(told(row));
      continue;
    }
    const ended = row.open ? null : row.closedOn;
    if (isIn(ended)) done.push({ row, date: ended });
    else if (row.open && isIn(row.due) && row.due < today) slipped.push(row);
    else if (isSaid) promised.push(told(row));
  }
  promised.sort(byDue);
  return {
    days,
    meetings,
    messages,
    privateMeetings: events.filter((event) => event.private && isMeeting(event)).flatMap(({ date }) => date ?? []),
    people: peopleIn(meetings, messages),
    promisedByMe: promised.filter(({ mine }) => mine),
    promisedToMe: promised.filter(({ mine, owners }) => !mine && owners.length > 0),
    needsOwner: promised.filter(({ owners }) => owners.length === 0),
    done: done.sort((a, b) => compareText(a.date, b.date) || oldestFirst(a.row, b.row)),
    answered: index.questions
      .flatMap((row): Ended<QuestionRow>[] =>
        !row.private && row.state === 'answered' && isIn(row.answeredOn) ? [{ row, date: row.answeredOn }] : [],
      )
      .sort((a, b) => compareText(a.date, b.date) || oldestFirst(a.row, b.row)),
    decided: index.decisions
      .filter((row) => !row.private && row.sources.some(({ date }) => isIn(date) && date <= today))
      .map(told)
      .sort(oldestFirst),
    slipped: slipped.sort(byDue),
    proposed: proposed.sort(newestFirst),
  };
}

/** The row as the week told it: its newest telling of the week is the one that is cited. */
function toldWithin<R extends { readonly sources: readonly Source[] }>(
  row: R,
  isIn: (date: CalendarDate | null) => boolean,
): R {
  const { sources } = row;
  const own = sources.filter(({ date }) => isIn(date)).pop();
  return own === undefined || own === newest(row)
    ? row
    : { ...row, sources: [...sources.filter((source) => source !== own), own] };
}

/** In the order in which it was said. */
function oldestFirst(a: Sourced, b: Sourced): number {
  return compareText(newest(a).date ?? '', newest(b).date ?? '') || byPlace(a, b);
}

function peopleIn(meetings: readonly MeetingRecord[], messages: readonly MeetingRecord[]): readonly SeenPerson[] {
  const seen = new Map<string, { readonly person: Entity; meetings: number; messages: number }>();
  for (const event of [...meetings, ...messages]) {
    for (const person of event.entities) {
      if (person.kind !== 'person') continue;
      const one = seen.get(person.id) ?? { person, meetings: 0, messages: 0 };
      seen.set(person.id, one);
      if (isMeeting(event)) one.meetings += 1;
      else one.messages += 1;
    }
  }
  return [...seen.values()].sort(
    (a, b) =>
      b.meetings - a.meetings ||
      b.messages - a.messages ||
      compareText(a.person.name, b.person.name) ||
      compareText(a.person.id, b.person.id),
  );
}
