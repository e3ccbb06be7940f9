/** `throughline today`: the day's meetings, each with what to know before it, what is due, and the next days. */
import type { AskedVault } from '../host/load-vault';
import { entrySource, type PlannedMeeting } from '../page/calendar';
import { isMeeting } from '../page/contacts';
import { byDue, dueBucket, WHO_ARE_YOU } from '../page/follow-ups-page';
import { isCurrentTask } from '../page/open-ages';
import type { ListedRow, ListedSection } from '../page/listing';
import { taskRow } from '../page/queue-listing';
import { linesOfPlanned, type TodaysMeeting, todaysMeetings } from '../page/today';
import { addDays, type CalendarDate, weekdayDate, weekdayShort } from '../text/calendar-date';
import { compareText } from '../text/order';
import type { MeetingRecord, TaskRow } from '../vault-index/rows';
import { type Answer, ask, type AskOptions, entityRecord } from './ask.mts';
import { taskRecord } from './queue.mts';
import type { ExitStatus, Shell } from './shell.mts';

/** Days after today that are reported. */
const DAYS_AHEAD = 7;
/** Meetings of those days that are listed. */
const MOST_COMING = 12;

export function today(shell: Shell, options: AskOptions): Promise<ExitStatus> {
  return ask(shell, { ...options, ahead: DAYS_AHEAD }, todayAnswer);
}

/** A row of the day, and where it is in it. */
interface Timed {
  readonly date: CalendarDate;
  readonly time: string | null;
  readonly row: ListedRow;
}

function todayAnswer(vault: AskedVault): Answer {
  const { index, rules, links, planned } = vault;
  const how = { rules, links };
  const meetings = todaysMeetings(index, how);
  const isNow = ({ entry }: PlannedMeeting): boolean => entry.date <= rules.today && entry.lastDate >= rules.today;
  const unwritten = planned.filter((one) => isNow(one) && one.meeting === null);
  const timeOf = new Map(planned.map(({ meeting, entry }) => [meeting?.id, entry.time]));
  const day = [
    ...meetings.map((one): Timed => ({
      date: rules.today,
      time: one.meeting.time ?? timeOf.get(one.meeting.id) ?? null,
      row: meetingRow(one),
    })),
    ...unwritten.map((one): Timed => ({
      date: rules.today,
      time: one.entry.time,
      row: plannedRow(one, linesOfPlanned(one, index, how)),
    })),
  ].sort(byTime);
  const coming = comingRows(vault);
  const mine = index.tasks.filter((task) => isCurrentTask(task, rules) && (task.mine || !rules.meKnown)).sort(byDue);
  const due = (bucket: string): TaskRow[] => mine.filter((task) => dueBucket(task.due, rules.today) === bucket);
  const [late, now] = [due('late'), due('today')];
  const tasks = (title: string, list: readonly TaskRow[]): ListedSection => ({
    title,
    rows: list.map((task) => taskRow(task, rules, task.entities)),
    more: 0,
  });
  return {
    listing: () => ({
      title: 'Today',
      summary: [
        weekdayDate(rules.today),
        `${day.length} ${day.length === 1 ? 'meeting' : 'meetings'}`,
        ...(late.length === 0 ? [] : [`${late.length} overdue`]),
        ...(now.length === 0 ? [] : [`${now.length} due today`]),
      ],
      sections: [
        { title: 'Meetings', rows: day.map(({ row }) => row), more: 0 },
        tasks('Overdue', late),
        tasks('Due today', now),
        {
          title: 'Next days',
          rows: coming.slice(0, MOST_COMING).map(({ row }) => row),
          more: Math.max(coming.length - MOST_COMING, 0),
        },
      ].filter(({ rows }) => rows.length > 0),
      ...(rules.meKnown ? {} : { first: WHO_ARE_YOU }),
      foot: [],
    }),
    record: () => ({
      today: rules.today,
      meKnown: rules.meKnown,
      meetings: meetings.map(({ meeting, path, line, lines }) => ({
        path,
        line,
        title: meeting.title,
        time: meeting.time,
        entities: meeting.entities.map(entityRecord),
        lines,
      })),
      planned: planned.map((one) => plannedRecord(one, isNow(one) ? linesOfPlanned(one, index, how) : [])),
      tasks: [...late, ...now].map((task) => taskRecord(task, rules)),
    }),
  };
}

/** What is to come, by day and time: notes of those days, and entries of the calendar that have none. */
function comingRows({ index, rules, planned }: AskedVault): Timed[] {
  const last = addDays(rules.today, DAYS_AHEAD);
  const isComing = (date: CalendarDate | null): date is CalendarDate =>
    date !== null && date > rules.today && date <= last;
  const timeOf = new Map(planned.map(({ meeting, entry }) => [meeting?.id, entry.time]));
  const notes = index.meetings.flatMap((meeting): Timed[] => {
    const { date } = meeting;
    const [note] = meeting.notes;
    if (!isComing(date) || !isMeeting(meeting) || note === undefined) return [];
    const time = meeting.time ?? timeOf.get(meeting.id) ?? null;
    const row = meetingRow({ meeting: { ...meeting, time }, path: note.path, line: note.line, lines: [] });
    return [{ date, time, row: onDay(row, date, meeting) }];
  });
  const entries = planned.flatMap((one): Timed[] =>
    isComing(one.entry.date) && one.meeting === null
      ? [{ date: one.entry.date, time: one.entry.time, row: onDay(plannedRow(one, []), one.entry.date, one) }]
      : [],
  );
  return [...notes, ...entries].sort(byTime);
}

function byTime(a: Timed, b: Timed): number {
  return compareText(a.date, b.date) || compareText(a.time ?? '', b.time ?? '');
}

function onDay(row: ListedRow, date: CalendarDate, { entities }: Pick<MeetingRecord, 'entities'>): ListedRow {
  const people = entities.filter(({ kind }) => kind === 'person');
  return { ...row, text: `${weekdayShort(date)} ${row.text}`, arrow: people.slice(0, MOST_PEOPLE) };
}

/** People on a row of the next days. */
const MOST_PEOPLE = 4;

function meetingRow({ meeting, path, line, lines }: TodaysMeeting): ListedRow {
  const { title, time, date, notes, entities } = meeting;
  return {
    text: time === null ? title : `${time} ${title}`,
    sources: [{ path, line, text: title, heading: notes[0]?.heading ?? null, date, meeting, entities }],
    arrow: [],
    details: lines,
    late: false,
  };
}

function plannedRow(planned: PlannedMeeting, lines: readonly string[]): ListedRow {
  const { title, time } = planned.entry;
  return {
    text: `${time ?? 'all day:'} ${title === '' ? 'Busy' : title}`,
    sources: [entrySource(planned)],
    arrow: [],
    details: lines,
    late: false,
  };
}

function plannedRecord({ entry, entities, others, meeting }: PlannedMeeting, lines: readonly string[]) {
  const { path, line, title, date, lastDate, time, endTime, location, recurs } = entry;
  const [note] = meeting?.notes ?? [];
  return {
    path,
    line,
    title,
    date,
    lastDate,
    time,
    endTime,
    location,
    recurs,
    entities: entities.map(entityRecord),
    others,
    note: note === undefined ? null : { path: note.path, line: note.line },
    lines,
  };
}
