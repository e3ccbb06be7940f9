/** `throughline today`: the day's meetings, each with what to know before it, and what is due. */
import type { AskedVault } from '../host/load-vault';
import { byDue, dueBucket, WHO_ARE_YOU } from '../page/follow-ups-page';
import { isCurrentTask } from '../page/open-ages';
import type { ListedRow, ListedSection } from '../page/listing';
import { taskRow } from '../page/queue-listing';
import { type TodaysMeeting, todaysMeetings } from '../page/today';
import { weekdayDate } from '../text/calendar-date';
import type { TaskRow } from '../vault-index/rows';
import { type Answer, ask, type AskOptions, entityRecord } from './ask.mts';
import { taskRecord } from './queue.mts';
import type { ExitStatus, Shell } from './shell.mts';

export function today(shell: Shell, options: AskOptions): Promise<ExitStatus> {
  return ask(shell, options, todayAnswer);
}

function todayAnswer(vault: AskedVault): Answer {
  const { index, rules, links } = vault;
  const meetings = todaysMeetings(index, { rules, links });
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
        `${meetings.length} ${meetings.length === 1 ? 'meeting' : 'meetings'}`,
        ...(late.length === 0 ? [] : [`${late.length} overdue`]),
        ...(now.length === 0 ? [] : [`${now.length} due today`]),
      ],
      sections: [
        { title: 'Meetings', rows: meetings.map(meetingRow), more: 0 },
        tasks('Overdue', late),
        tasks('Due today', now),
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
      tasks: [...late, ...now].map((task) => taskRecord(task, rules)),
    }),
  };
}

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
