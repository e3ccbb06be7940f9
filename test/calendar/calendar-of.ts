/** Calendar files in few words, and what is read of them. */
import { calendarEntries, type CalendarEntry } from '../../src/calendar/calendar-entries';

/** A file of these lines, which may be of several blocks. */
export function calendar(...lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

let count = 0;

/** An event; a UID of its own where none is given. */
export function event(...lines: readonly string[]): string {
  const uid = lines.some((line) => line.startsWith('UID:')) ? [] : [`UID:event-${++count}`];
  return ['BEGIN:VEVENT', ...uid, 'DTSTAMP:20250101T000000Z', ...lines, 'END:VEVENT'].join('\r\n');
}

/** As Outlook names and defines the zone of Berlin. */
export const BERLIN = [
  'BEGIN:VTIMEZONE',
  'TZID:W. Europe Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
].join('\r\n');

export interface Asked {
  readonly from?: string;
  readonly to?: string;
  readonly zone?: string;
}

export function read(text: string, { from = '2025-11-03', to = '2025-11-09', zone = 'Europe/Berlin' }: Asked = {}) {
  return calendarEntries(text, { from, to, zone });
}

/** `2025-11-03 09:00–09:30 Title`, one a line; all of it must have been read. */
export function told(text: string, asked?: Asked): readonly string[] {
  const { entries, problems } = read(text, asked);
  expect(problems).toEqual([]);
  return entries.map(words);
}

export function words({ date, lastDate, time, endTime, title }: CalendarEntry): string {
  const end = endTime === null ? '' : `–${endTime}`;
  return `${date}${lastDate === date ? '' : `–${lastDate}`} ${time === null ? 'all day' : `${time}${end}`} ${title}`;
}
