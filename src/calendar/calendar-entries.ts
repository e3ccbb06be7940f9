/**
 * What a calendar file says of some days: every occurrence of its events, on the reader's clock. A series that recurs
 * is given occurrence by occurrence; one that was moved is where it was moved to, and one that was cancelled is
 * nowhere.
 *
 * This folder does not know that there are notes. The library (`ical.js`) reads one event at a time; it gets the
 * time zones of the file with it, and keeps nothing.
 */
import ICAL from 'ical.js';
import type { ProblemInFile } from '../note/problems';
import { addDays, type CalendarDate, daysBetween, isCalendarDate } from '../text/calendar-date';
import { compareText } from '../text/order';
import { type CalendarBlock, calendarBlocks } from './calendar-blocks';
import { clockTime, isZone, momentOf } from './local-time';
import { messageOf } from '../text/message-of';

export interface InvitedPerson {
  /** As the calendar has it, or null. */
  readonly name: string | null;
  /** In lower case, or null. */
  readonly email: string | null;
  readonly declined: boolean;
}

export interface CalendarEntry {
  readonly uid: string;
  readonly title: string;
  readonly date: CalendarDate;
  /** Of an entry of several days the last; else `date`. */
  readonly lastDate: CalendarDate;
  /** `HH:MM`; null for what takes all day. */
  readonly time: string | null;
  readonly endTime: string | null;
  readonly location: string | null;
  /** Organiser and invited people, each once; no rooms and no groups. */
  readonly people: readonly InvitedPerson[];
  readonly recurs: boolean;
  /** Of its event in the file, 1-based. */
  readonly line: number;
}

interface CalendarReading {
  /** By day and time, those of all day first. */
  readonly entries: readonly CalendarEntry[];
  readonly problems: readonly CalendarProblem[];
}

type CalendarProblem = ProblemInFile<'calendar-unreadable' | 'calendar-zone-unknown' | 'calendar-recurs-too-often'>;

export interface CalendarDays {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The reader's time zone. */
  readonly zone: string;
}

export function calendarEntries(text: string, days: CalendarDays): CalendarReading {
  const { events, zones, isCancelled, problems } = calendarBlocks(text);
  const reader = new EventReader(days, zones, [...problems]);
  if (!isCancelled) for (const series of seriesIn(events, days, reader)) reader.add(series);
  return {
    entries: reader.entries.sort(
      (a, b) => compareText(a.date, b.date) || compareText(a.time ?? '', b.time ?? '') || a.line - b.line,
    ),
    problems: reader.problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  };
}

interface ReadEvent {
  readonly event: ICAL.Event;
  readonly line: number;
}

/** The event, and its occurrences that say something of their own. */
interface EventSeries {
  readonly whole: ReadEvent | null;
  readonly single: readonly ReadEvent[];
}

/** By UID; of two versions of one occurrence the later one counts. */
function seriesIn(events: readonly CalendarBlock[], days: CalendarDays, reader: EventReader): EventSeries[] {
  const byUid = new Map<string, Map<string, ReadEvent>>();
  for (const block of events) {
    if (!mayConcern(block, days)) continue;
    const read = reader.read(block);
    if (read === null) continue;
    const { event } = read;
    const uid = event.uid || `line ${block.line}`;
    const versions = byUid.get(uid) ?? new Map<string, ReadEvent>();
    byUid.set(uid, versions);
    const which = event.component.getFirstPropertyValue('recurrence-id')?.toString() ?? '';
    const known = versions.get(which);
    if (known === undefined || event.sequence >= known.event.sequence) versions.set(which, read);
  }
  return [...byUid.values()].map((versions) => ({
    whole: versions.get('') ?? null,
    single: [...versions].flatMap(([which, read]) => (which === '' ? [] : [read])),
  }));
}

/** Whether an event can have to do with the days, by its own dates: most of a calendar is past. */
function mayConcern({ text }: CalendarBlock, { from, to }: CalendarDays): boolean {
  if (/^RECURRENCE-ID[;:]/im.test(text)) return true;
  const start = dayAfter(/^DTSTART[^\r\n:]*:(\d{8})/im, text);
  if (start === null) return true;
  // A zone's day may be the one before or after the reader's.
  if (daysBetween(to, start) > 1) return false;
  if (/^RDATE[;:]/im.test(text)) return true;
  if (/^RRULE[;:]/im.test(text)) {
    const until = dayAfter(/UNTIL=(\d{8})/i, text);
    return until === null || daysBetween(until, from) <= MOST_DAYS;
  }
  const end = dayAfter(/^DTEND[^\r\n:]*:(\d{8})/im, text) ?? start;
  return daysBetween(end, from) <= (/^DURATION[;:]/im.test(text) ? MOST_DAYS : 1);
}

/** An entry longer than this is no meeting: it is looked for no further back. */
const MOST_DAYS = 31;

function dayAfter(pattern: RegExp, text: string): CalendarDate | null {
  const [, digits = ''] = pattern.exec(text) ?? [];
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  return isCalendarDate(day) ? day : null;
}

/** Occurrences of one event that are gone through: a rule may recur each second for ever. */
const MOST_STEPS = 5_000;

class EventReader {
  readonly entries: CalendarEntry[] = [];
  private readonly zonesUnknown = new Set<string>();
  private zoneTexts: readonly { readonly name: string; readonly text: string }[] | null = null;

  constructor(
    private readonly days: CalendarDays,
    private readonly zones: readonly CalendarBlock[],
    readonly problems: CalendarProblem[],
  ) {}

  /** Null where it cannot be read: a problem says so. */
  read({ line, text }: CalendarBlock): ReadEvent | null {
    try {
      const root = parsed([...this.zonesFor(text), text]);
      const component = root.getFirstSubcomponent('vevent');
      if (component?.getFirstPropertyValue('dtstart') === null || component === null) {
        this.problems.push({ line, code: 'calendar-unreadable', cause: 'bad-event', detail: 'DTSTART' });
        return null;
      }
      // Its exceptions are looked after here: the library takes those for exceptions that are none of this event.
      const event = new ICAL.Event(component, { strictExceptions: true, exceptions: [] });
      // Values are read when they are asked for.
      return [event.startDate, event.endDate].every((time) => dayOf(time) !== '') ? { event, line } : null;
    } catch (error) {
      this.problems.push({ line, code: 'calendar-unreadable', cause: 'bad-event', detail: detailOf(error) });
      return null;
    }
  }

  /** The file's zones that an event names: it is read with them. */
  private zonesFor(text: string): readonly string[] {
    if (!/TZID=/i.test(text)) return [];
    this.zoneTexts ??= this.zones.flatMap((block) => {
      try {
        const zone = parsed([block.text]).getFirstSubcomponent('vtimezone');
        const name = zone?.getFirstPropertyValue('tzid') ?? null;
        return name === null ? [] : [{ name: String(name), text: block.text }];
      } catch (error) {
        this.unreadable(block.line, error);
        return [];
      }
    });
    const unfolded = text.replace(/\r\n[ \t]/g, '');
    return this.zoneTexts.filter(({ name }) => unfolded.includes(name)).map((zone) => zone.text);
  }

  private unreadable(line: number, error: unknown): void {
    if (!this.problems.some((problem) => problem.line === line))
      this.problems.push({ line, code: 'calendar-unreadable', cause: 'bad-event', detail: detailOf(error) });
  }

  add({ whole, single }: EventSeries): void {
    const moved = new Set<string>();
    for (const one of single) {
      const id = one.event.recurrenceId;
      moved.add(this.keyOf(id, 'recurrence-id', one));
      if (id.isDate) moved.add(id.toString());
      if (!isCancelled(one.event)) this.addOccurrence(one, one.event.startDate, { recurs: true });
    }
    if (whole === null || isCancelled(whole.event)) return;
    if (!whole.event.isRecurring()) {
      this.addOccurrence(whole, whole.event.startDate, { recurs: false });
      return;
    }
    try {
      this.addRecurring(whole, moved);
    } catch (error) {
      this.unreadable(whole.line, error);
    }
  }

  private addRecurring(whole: ReadEvent, moved: ReadonlySet<string>): void {
    const { event, line } = whole;
    const first = addDays(this.days.from, -MOST_DAYS);
    const last = addDays(this.days.to, 1);
    const dropped = new Set(
      event.component
        .getAllProperties('exdate')
        .flatMap((property) =>
          property
            .getValues()
            .flatMap((value) => (value instanceof ICAL.Time && value.isDate ? [value.toString()] : [])),
        ),
    );
    const occurrences = event.iterator(startNear(event, first));
    for (let step = 0; ; step++) {
      const start = occurrences.next() as ICAL.Time | null | undefined;
      if (start === null || start === undefined) return;
      const day = dayOf(start);
      if (day > last) return;
      if (step >= MOST_STEPS) {
        this.problems.push({ line, code: 'calendar-recurs-too-often' });
        return;
      }
      if (day < first || dropped.has(day)) continue;
      if (moved.has(this.keyOf(start, 'dtstart', whole)) || moved.has(day)) continue;
      this.addOccurrence(whole, start, { recurs: true });
    }
  }

  /** An occurrence's moment, whatever zone it is given in. */
  private keyOf(time: ICAL.Time, property: string, read: ReadEvent): string {
    return time.isDate ? time.toString() : String(this.momentOf(time, property, read) ?? time.toString());
  }

  private addOccurrence(read: ReadEvent, start: ICAL.Time, { recurs }: { readonly recurs: boolean }): void {
    const { event, line } = read;
    const end = start.clone();
    end.addDuration(event.duration);
    const from = this.onClock(start, 'dtstart', read);
    const until = this.onClock(end, 'dtstart', read);
    // An end is not part of the entry: what ends at midnight is of the day before.
    const isMidnight = until.time === null || until.time === '00:00';
    const lastDate = isMidnight && until.date > from.date ? addDays(until.date, -1) : until.date;
    if (from.date > this.days.to || lastDate < this.days.from || lastDate < from.date) return;
    this.entries.push({
      uid: event.uid,
      title: oneLine(event.summary),
      date: from.date,
      lastDate,
      time: from.time,
      endTime: from.time === null || until.time === from.time ? null : until.time,
      location: oneLine(event.location) || null,
      people: peopleOf(event.component),
      recurs,
      line,
    });
  }

  private onClock(
    time: ICAL.Time,
    property: string,
    read: ReadEvent,
  ): { readonly date: CalendarDate; readonly time: string | null } {
    if (time.isDate) return { date: dayOf(time), time: null };
    const moment = this.momentOf(time, property, read);
    return moment === null
      ? { date: dayOf(time), time: time.toString().slice(11, 16) }
      : clockTime(moment, this.days.zone);
  }

  /** Seconds since the epoch; null for a time that is the same on every clock. */
  private momentOf(time: ICAL.Time, property: string, { event, line }: ReadEvent): number | null {
    const { zone } = time;
    if (zone === ICAL.Timezone.utcTimezone || zone.component instanceof ICAL.Component) return time.toUnixTime();
    const name = nameOfZone(event, property);
    if (name === '') return null;
    const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second) / 1000;
    if (isZone(name)) return momentOf(wall, name);
    if (!this.zonesUnknown.has(name)) {
      this.zonesUnknown.add(name);
      this.problems.push({ line, code: 'calendar-zone-unknown', zone: name.slice(0, 60) });
    }
    return null;
  }
}

/** Throws what the library throws. */
function parsed(blocks: readonly string[]): ICAL.Component {
  const json: unknown = ICAL.parse(['BEGIN:VCALENDAR', ...blocks, 'END:VCALENDAR'].join('\r\n'));
  return new ICAL.Component(json as string[]);
}

function detailOf(error: unknown): string {
  return messageOf(error).slice(0, 80);
}

function isCancelled({ component }: ICAL.Event): boolean {
  return String(component.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED';
}

function dayOf(time: ICAL.Time): CalendarDate {
  return time.toString().slice(0, 10);
}

/**
 * Where the library begins to count, so that a daily event of ten years is not counted from its first day: a whole
 * number of its steps later. A rule with a COUNT, and one of months or years, is counted from the start.
 */
function startNear({ component, startDate }: ICAL.Event, day: CalendarDate): ICAL.Time {
  const rules = component.getAllProperties('rrule');
  const rule: unknown = rules[0]?.getFirstValue();
  if (!(rule instanceof ICAL.Recur) || rules.length > 1 || rule.count !== null) return startDate;
  const step = rule.freq === 'DAILY' ? rule.interval : rule.freq === 'WEEKLY' ? 7 * rule.interval : 0;
  const steps = step === 0 ? 0 : Math.floor(daysBetween(dayOf(startDate), day) / step) - 1;
  if (steps <= 0) return startDate;
  const start = startDate.clone();
  start.adjust(steps * step, 0, 0, 0);
  return start;
}

function peopleOf(component: ICAL.Component): InvitedPerson[] {
  const people = new Map<string, InvitedPerson>();
  for (const property of [...component.getAllProperties('organizer'), ...component.getAllProperties('attendee')]) {
    const type = parameter(property, 'cutype').toUpperCase();
    if (type === 'ROOM' || type === 'RESOURCE' || type === 'GROUP') continue;
    const address = String(property.getFirstValue())
      .replace(/^mailto:/i, '')
      .trim()
      .toLowerCase();
    const email = /^[^\s@]+@[^\s@]+$/.test(address) ? address : null;
    const given = oneLine(parameter(property, 'cn')).replace(/^["']|["']$/g, '');
    const name = given === '' || given.toLowerCase() === email ? null : given;
    if (email === null && name === null) continue;
    const declined = parameter(property, 'partstat').toUpperCase() === 'DECLINED';
    const key = email ?? (name ?? '').toLowerCase();
    const known = people.get(key);
    people.set(key, { name: known?.name ?? name, email, declined: declined || known?.declined === true });
  }
  return [...people.values()];
}

/** '' where there is none. */
function parameter(property: ICAL.Property, name: string): string {
  const value: unknown = property.getParameter(name);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
}

function nameOfZone({ component }: ICAL.Event, name: string): string {
  const property = component.getFirstProperty(name);
  return property === null ? '' : parameter(property, 'tzid');
}

function oneLine(text: string | null | undefined): string {
  return (text ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
