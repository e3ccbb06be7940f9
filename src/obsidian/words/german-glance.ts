/** What the small pictures of the side view and the code block say, in German. */
import type { GlanceWords } from './english-glance';
import { writtenIn } from './written-date';

const days = (count: number): string =>
  count === 1 ? '1 Tag' : count < 60 ? `${count} Tage` : `${Math.round(count / 30.44)} Monate`;

export const GERMAN_GLANCE: GlanceWords = {
  title: 'Auf einen Blick',
  late: (tasks) => `insgesamt ${tasks} überfällig`,
  everybodys: 'Von allen, nach Fälligkeit',
  byDue: 'Nach Fälligkeit',
  byAge: 'Nach Alter',
  waited: (people) => (people === 1 ? 'du wartest auf 1 Person' : `du wartest auf ${people} Personen`),
  longOpen: (questions) => `${questions} seit mehr als 30 Tagen offen`,

  due: 'Offenes nach Fälligkeit',
  asked: 'Offene Fragen nach Alter',
  daysLate: 'Tage überfällig',
  daysOld: 'Tage alt',
  short: {
    'late-month': '> 30',
    'late-week': '7–30',
    'late-day': '< 7',
    today: 'Heute',
    'this-week': 'Diese Woche',
    later: 'Später',
    'no-date': 'Ohne Datum',
    'old-month': '> 30',
    'old-week': '7–30',
    'old-day': '< 7',
    lapsed: 'Verfallen',
  },
  long: {
    'late-month': 'Mehr als 30 Tage überfällig',
    'late-week': '7 bis 30 Tage überfällig',
    'late-day': 'Weniger als 7 Tage überfällig',
    today: 'Heute fällig',
    'this-week': 'Diese Woche fällig',
    later: 'Später fällig',
    'no-date': 'Ohne Datum',
    'old-month': 'Mehr als 30 Tage alt',
    'old-week': '7 bis 30 Tage alt',
    'old-day': 'Weniger als 7 Tage alt',
    lapsed: 'Verfallen',
  },
  bar: (name, count) => `${name}: ${count}`,

  waitingOn: 'Am meisten wartest du auf',
  some: (shown, all) => `${shown} von ${all}`,
  owed: (count, oldest) => (oldest === null ? `${count}` : `${count} · ${days(oldest)}`),
  owes: (name, count, oldest, late) =>
    `${name}: ${count} offen${oldest === null ? '' : `, das älteste ${days(oldest)} alt`}${late === 0 ? '' : `, ${late} überfällig`}`,

  month: writtenIn('de', { month: 'short' }),
  today: 'Heute',
  meetingsWith: (names) => `Treffen mit ${names}`,
  meetingsAbout: (names) => `Besprechungen zu ${names}`,
  noMeetings: (names) => `Keine Besprechung zu ${names} hat ein Datum.`,
  noneHere: 'Die Besprechung dieser Notiz hat kein Datum oder ist mit niemandem, der bekannt ist.',
  stillOpen: (rows) => (rows === 0 ? 'nichts mehr offen' : `${rows} noch offen`),
  private: 'privat',
  named: 'beim letzten Mal genannt',
  earlier: (meetings) =>
    meetings === 1
      ? 'Eine frühere Besprechung ist nicht gezeigt'
      : `${meetings} frühere Besprechungen sind nicht gezeigt`,
  met: (ago) => `Zuletzt getroffen ${ago}`,
  discussed: (ago) => `Zuletzt besprochen ${ago}`,
  usually: (how) => `meist ${how}`,
  next: (day) => `nächstes Mal am ${day}`,
  ago: (count) => {
    if (count === 0) return 'heute';
    if (count === 1) return 'gestern';
    if (count < 14) return `vor ${count} Tagen`;
    return count < 60 ? `vor ${Math.round(count / 7)} Wochen` : `vor ${Math.round(count / 30.44)} Monaten`;
  },
  every: (count) => {
    if (count <= 1) return 'jeden Tag';
    if (count >= 6 && count <= 8) return 'jede Woche';
    if (count < 11) return `alle ${count} Tage`;
    if (count >= 29 && count <= 33) return 'jeden Monat';
    return count < 56 ? `alle ${Math.round(count / 7)} Wochen` : `alle ${Math.round(count / 30.44)} Monate`;
  },
};
