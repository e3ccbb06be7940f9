/**
 * The meetings of somebody or something over the last half year, and what each left open.
 *
 *     Jun        Jul        Aug        Sep        Oct        Nov
 *      ▫          ▪     ▪         ▪     ▫    ▮    ▪   │ next
 *     last met 28 Oct, usually every 2 weeks; 4 earlier are not on it
 *
 * Of a private meeting there is only its date.
 */
import type { Entity } from '../entity/entity';
import { addDays, type CalendarDate, daysBetween } from '../text/calendar-date';
import { compareText } from '../text/order';
import type { VaultIndex } from '../vault-index/build-index';
import type { MeetingRecord, QuestionRow, TaskRow } from '../vault-index/rows';
import { isMeeting } from './contacts';
import { hasLapsed } from './open-questions-page';
import type { PageRules } from './page-rules';

export interface TimelineMeeting {
  readonly id: string;
  readonly date: CalendarDate;
  /** Null of a private meeting, and of one that the last only named the day of. */
  readonly title: string | null;
  /** Its note, and its line there (1-based); null where it has none yet. */
  readonly place: { readonly path: string; readonly line: number } | null;
  readonly private: boolean;
  /** Tasks and questions that were said there, belong to the person the timeline shows, and are open today. */
  readonly open: number;
}

export interface MeetingTimeline {
  readonly about: readonly Entity[];
  /** The days it begins and ends with; today is between them. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** By date, those to come last. */
  readonly meetings: readonly TimelineMeeting[];
  /** Meetings before those, which are not on it. */
  readonly earlier: number;
  /** Today's counts. */
  readonly last: CalendarDate | null;
  /** After today: of a meeting's note, else the day that the last meeting named. */
  readonly next: CalendarDate | null;
  /** Days from one meeting to the next, where there are enough to tell and most of them are about as far apart. */
  readonly usual: number | null;
}

type TimelineRules = Pick<PageRules, 'today'>;

/**
 * Days that a timeline reaches back: a half year, less where there was less, or so much that its marks would not be
 * apart.
 */
const SPANS = [42, 91, 182, 364, 728];
const HALF_YEAR = 182;
/** So many at least, though they be older than half a year. */
const FEW = 3;
export const MOST_MARKS = 30;
const MOST_AHEAD = 4;

/**
 * Of the one an entity's page is of, or of those a meeting note's first meeting concerns. Null where there is no
 * meeting to show.
 */
export function timelineOfNote(path: string, index: VaultIndex, rules: TimelineRules): MeetingTimeline | null {
  const own = index.registry.entityOfPage(path);
  if (own !== null) return meetingTimeline([own], index, rules);
  const entities = index.meetingsOf.get(path)?.[0]?.entities ?? [];
  const people = entities.filter(({ kind }) => kind === 'person');
  const group = people.length > 0 ? people : entities;
  const shared = meetingTimeline(group, index, rules);
  if (people.length < 2 || (shared !== null && shared.meetings.length + shared.earlier > 1)) return shared;
  // These people never met before as a group: what they met about has a past.
  for (const kind of ['project', 'account']) {
    const [only, ...others] = entities.filter((entity) => entity.kind === kind);
    if (only !== undefined && others.length === 0) return meetingTimeline([only], index, rules);
  }
  return shared;
}

/** The meetings that all of them have in common. Null where there is none with a date. */
export function meetingTimeline(
  about: readonly Entity[],
  index: VaultIndex,
  { today }: TimelineRules,
): MeetingTimeline | null {
  const [first, ...others] = about.map(({ id }) => index.views.get(id));
  if (first === undefined || others.includes(undefined)) return null;
  const dated = first.meetings.filter(
    (meeting): meeting is Dated =>
      meeting.date !== null &&
      isMeeting(meeting) &&
      about.every(({ id }) => meeting.entities.some((entity) => entity.id === id)),
  );
  const past = dated.filter(({ date }) => date <= today);
  const ahead = dated.filter(({ date }) => date > today);
  const named = namedNext(past, today);
  const next = [...ahead.map(({ date }) => date), ...(named === null ? [] : [named])].sort(compareText)[0] ?? null;
  if (past.length === 0 && next === null) return null;
  const span = spanOf(past, today);
  const from = addDays(today, -span);
  const furthest = addDays(today, Math.floor(span / 3));
  const shown = past.filter(({ date }) => date >= from).slice(-MOST_MARKS);
  const open = openByMeeting(
    about.flatMap(({ id }) => index.views.get(id) ?? []),
    { today },
  );
  const mark = ({ id, date, title, notes: [note], private: isPrivate }: Dated): TimelineMeeting => ({
    id,
    date,
    title: isPrivate ? null : title,
    place: note === undefined ? null : { path: note.path, line: note.line },
    private: isPrivate,
    open: isPrivate ? 0 : (open.get(id) ?? 0),
  });
  const marks = [
    ...shown.map(mark),
    ...ahead.map(mark),
    ...(named === null || ahead.some(({ date }) => date === named)
      ? []
      : [{ id: `named ${named}`, date: named, title: null, place: null, private: false, open: 0 }]),
  ]
    .filter(({ date }) => date <= furthest)
    .sort((a, b) => compareText(a.date, b.date))
    .slice(0, shown.length + MOST_AHEAD);
  const end = marks[marks.length - 1]?.date ?? today;
  return {
    about,
    from,
    to: addDays(end > today ? end : today, Math.ceil(span / 14)),
    meetings: marks,
    earlier: past.length - shown.length,
    last: past[past.length - 1]?.date ?? null,
    next,
    usual: usualGap(past.map(({ date }) => date)),
  };
}

type Dated = MeetingRecord & { readonly date: CalendarDate };

function spanOf(past: readonly Dated[], today: CalendarDate): number {
  const recent = past.filter(({ date }) => daysBetween(date, today) <= HALF_YEAR);
  const oldest = (recent.length >= FEW ? recent : past.slice(-FEW))[0]?.date ?? today;
  const wanted = SPANS.findIndex((span) => daysBetween(oldest, today) <= span);
  let at = wanted < 0 ? SPANS.length - 1 : wanted;
  while (at > 0 && past.filter(({ date }) => daysBetween(date, today) <= (SPANS[at] ?? 0)).length > MOST_MARKS) at -= 1;
  return SPANS[at] ?? HALF_YEAR;
}

/** The day that the last meeting named, where it is still to come. A private one says nothing. */
function namedNext(past: readonly Dated[], today: CalendarDate): CalendarDate | null {
  const last = past[past.length - 1]?.date;
  return (
    past
      .flatMap(({ date, nextMeeting, private: isPrivate }) =>
        date === last && !isPrivate && nextMeeting !== null && nextMeeting > today ? [nextMeeting] : [],
      )
      .sort(compareText)[0] ?? null
  );
}

/** Rows that are open, by the meetings they were said in. */
function openByMeeting(
  lists: readonly { readonly tasks: readonly TaskRow[]; readonly questions: readonly QuestionRow[] }[],
  rules: TimelineRules,
): ReadonlyMap<string, number> {
  const rows = new Set<TaskRow | QuestionRow>(
    lists.flatMap(({ tasks, questions }) => [
      ...tasks.filter((task) => task.open && !task.proposed),
      ...questions.filter((question) => question.state === 'open' && !hasLapsed(question, rules)),
    ]),
  );
  const counts = new Map<string, number>();
  for (const { sources } of rows) {
    for (const id of new Set(sources.flatMap(({ meeting }) => (meeting === null ? [] : [meeting.id]))))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Of the last so many gaps. */
const GAPS = 8;
const FEWEST_GAPS = 3;

/** The gap in the middle, of two the smaller, where more than half of them are within a third of it or two days. */
function usualGap(dates: readonly CalendarDate[]): number | null {
  const days = [...new Set(dates)].slice(-GAPS - 1);
  const gaps = days
    .slice(1)
    .map((day, at) => daysBetween(days[at] ?? day, day))
    .sort((a, b) => a - b);
  const middle = gaps[Math.floor((gaps.length - 1) / 2)];
  if (middle === undefined || gaps.length < FEWEST_GAPS) return null;
  const near = gaps.filter((gap) => Math.abs(gap - middle) <= Math.max(2, middle / 3));
  return near.length * 2 > gaps.length ? middle : null;
}
