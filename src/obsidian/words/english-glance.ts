/** What the small pictures of the side view and the code block say, in English. */
import type { QuestionAge, TaskAge } from '../../page/open-ages';
import { type CalendarDate, shortDate } from '../../text/calendar-date';

const days = (count: number): string =>
  count === 1 ? '1 day' : count < 60 ? `${count} days` : `${Math.round(count / 30.44)} months`;

export const ENGLISH_GLANCE = {
  title: 'At a glance',
  late: (tasks: number) => `${tasks} late in all`,
  everybodys: 'Everybody’s, by when due',
  byDue: 'By when due',
  byAge: 'By age',
  waited: (people: number) => (people === 1 ? 'waiting on 1 person' : `waiting on ${people} people`),
  longOpen: (questions: number) => `${questions} open for more than 30 days`,

  due: 'Open by when due',
  asked: 'Open questions by age',
  daysLate: 'days late',
  daysOld: 'days old',
  /** Below a bar, as short as can be. */
  short: {
    'late-month': '> 30',
    'late-week': '7–30',
    'late-day': '< 7',
    today: 'Today',
    'this-week': 'This week',
    later: 'Later',
    'no-date': 'No date',
    'old-month': '> 30',
    'old-week': '7–30',
    'old-day': '< 7',
    lapsed: 'Lapsed',
  } satisfies Record<TaskAge | QuestionAge, string>,
  /** In the filter, and read out. */
  long: {
    'late-month': 'More than 30 days late',
    'late-week': '7 to 30 days late',
    'late-day': 'Less than 7 days late',
    today: 'Due today',
    'this-week': 'Due this week',
    later: 'Due later',
    'no-date': 'No date',
    'old-month': 'More than 30 days old',
    'old-week': '7 to 30 days old',
    'old-day': 'Less than 7 days old',
    lapsed: 'Lapsed',
  } satisfies Record<TaskAge | QuestionAge, string>,
  bar: (name: string, count: number) => `${name}: ${count}`,

  waitingOn: 'Waiting on most',
  some: (shown: number, all: number) => `${shown} of ${all}`,
  owed: (count: number, oldest: number | null) => (oldest === null ? `${count}` : `${count} · ${days(oldest)}`),
  owes: (name: string, count: number, oldest: number | null, late: number) =>
    `${name}: ${count} open${oldest === null ? '' : `, the oldest for ${days(oldest)}`}${late === 0 ? '' : `, ${late} late`}`,

  /** `Oct`. */
  month: (date: CalendarDate) => shortDate(date).slice(-3),
  today: 'Today',
  meetingsWith: (names: string) => `Meetings with ${names}`,
  meetingsAbout: (names: string) => `Meetings about ${names}`,
  noMeetings: (names: string) => `No meeting of ${names} has a date.`,
  noneHere: 'The meeting of this note has no date, or is with nobody that is known.',
  stillOpen: (rows: number) => (rows === 0 ? 'nothing left open' : `${rows} still open`),
  private: 'private',
  named: 'named by the last meeting',
  earlier: (meetings: number) =>
    meetings === 1 ? '1 earlier meeting is not shown' : `${meetings} earlier meetings are not shown`,
  met: (ago: string) => `Last met ${ago}`,
  discussed: (ago: string) => `Last discussed ${ago}`,
  usually: (how: string) => `usually ${how}`,
  next: (day: string) => `next ${day}`,
  ago: (count: number) => {
    if (count === 0) return 'today';
    if (count === 1) return 'yesterday';
    if (count < 14) return `${count} days ago`;
    return count < 60 ? `${Math.round(count / 7)} weeks ago` : `${Math.round(count / 30.44)} months ago`;
  },
  every: (count: number) => {
    if (count <= 1) return 'every day';
    if (count >= 6 && count <= 8) return 'every week';
    if (count < 11) return `every ${count} days`;
    if (count >= 29 && count <= 33) return 'every month';
    return count < 56 ? `every ${Math.round(count / 7)} weeks` : `every ${Math.round(count / 30.44)} months`;
  },
};

export type GlanceWords = typeof ENGLISH_GLANCE;
