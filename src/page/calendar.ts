/**
 * What calendar files say of today and the next days, next to what the notes say: an entry that has its note already is
 * that meeting, every other one is planned.
 */
import type { CalendarEntry } from '../calendar/calendar-entries';
import { entryPeople } from '../calendar/entry-people';
import type { Entity } from '../entity/entity';
import { foldWhole } from '../entity/fold-name';
import type { CalendarDate } from '../text/calendar-date';
import type { VaultIndex } from '../vault-index/build-index';
import type { MeetingRecord, Source } from '../vault-index/rows';
import { isMeeting } from './contacts';
import { pushInto } from '../text/push-into';

/** An entry of the calendar file at `path`. */
export interface FiledEntry extends CalendarEntry {
  readonly path: string;
}

export interface PlannedMeeting {
  readonly entry: FiledEntry;
  /** People, and others that its title names. Sorted. */
  readonly entities: readonly Entity[];
  /** Names, or addresses, of people that the vault does not know. */
  readonly others: readonly string[];
  /** The note that tells of it, where there is one. */
  readonly meeting: MeetingRecord | null;
}

/** In the entries' order; without those that I declined. */
export function plannedMeetings(
  entries: readonly FiledEntry[],
  { registry, meetings }: Pick<VaultIndex, 'registry' | 'meetings'>,
): readonly PlannedMeeting[] {
  const byDay = new Map<CalendarDate, MeetingRecord[]>();
  for (const meeting of meetings) {
    if (meeting.date === null || !isMeeting(meeting)) continue;
    pushInto(byDay, meeting.date, meeting);
  }
  const taken = new Set<MeetingRecord>();
  return entries.flatMap((entry) => {
    const { entities, others, meDeclined } = entryPeople(entry, registry);
    if (meDeclined) return [];
    const meeting = noteOf(
      { entry, entities },
      (byDay.get(entry.date) ?? []).filter((one) => !taken.has(one)),
    );
    if (meeting !== null) taken.add(meeting);
    return [{ entry, entities, others, meeting }];
  });
}

/** By its title; else by its time and somebody of it; else by the very same people, where one note alone fits. */
function noteOf(
  { entry, entities }: { readonly entry: FiledEntry; readonly entities: readonly Entity[] },
  meetings: readonly MeetingRecord[],
): MeetingRecord | null {
  const ids = new Set(entities.map(({ id }) => id));
  const title = foldWhole(entry.title);
  const tests: readonly ((meeting: MeetingRecord) => boolean)[] = [
    (meeting) => title !== '' && foldWhole(meeting.title) === title,
    (meeting) =>
      entry.time !== null &&
      meeting.time === entry.time &&
      (ids.size === 0 || meeting.entities.some(({ id }) => ids.has(id))),
    (meeting) => {
      const people = meeting.entities.filter(({ kind }) => kind === 'person');
      return (
        (meeting.time === null || entry.time === null) &&
        people.length > 0 &&
        people.length === entities.filter(({ kind }) => kind === 'person').length &&
        people.every(({ id }) => ids.has(id))
      );
    },
  ];
  for (const test of tests) {
    const [only, ...more] = meetings.filter(test);
    if (only !== undefined) return more.length === 0 ? only : null;
  }
  return null;
}

/** Where an entry is written: a row that says so. */
export function entrySource({ entry: { path, line, title, date }, entities }: PlannedMeeting): Source {
  return { path, line, text: title, heading: null, date, meeting: null, entities };
}

/** The next entry with somebody from a day on; null where there is none. */
export function nextPlanned(
  planned: readonly PlannedMeeting[],
  about: readonly Entity[],
  today: CalendarDate,
): CalendarDate | null {
  const ids = new Set(about.map(({ id }) => id));
  return (
    planned.find(({ entry, entities }) => entry.date >= today && entities.some(({ id }) => ids.has(id)))?.entry.date ??
    null
  );
}
