/**
 * Meetings, each once. Notes of one date with the same source or byte-identical bodies tell of one meeting: counted
 * once, all linked (two summaries of one recording; a copy left in another folder).
 */
import type { Entity } from '../entity/entity';
import type { MeetingNames } from '../entity/meeting-names';
import type { Meeting, Note } from '../note/note';
import type { MeetingName, MeetingRecord } from './rows';
import { compareText } from '../text/order';
import { runSync, sortSteps, type Job } from '../text/job';
import { compareEntities } from '../entity/entity-order';

export interface MeetingOf {
  /** The record of each of a note's meetings, by path, in the note's order. */
  readonly byPath: ReadonlyMap<string, readonly MeetingRecord[]>;
  /** By date (undated first), time, id. */
  readonly all: readonly MeetingRecord[];
}

type MeetingSource = {
  readonly note: Note;
  readonly meeting: Meeting;
  readonly names: readonly MeetingName[];
  readonly meHere: boolean;
};

/** `notes` sorted by path; `namesOf` resolves a meeting's names. */
export function gatherMeetings(
  notes: readonly Note[],
  namesOf: (note: Note, meeting: number) => MeetingNames,
): MeetingOf {
  return runSync(meetingSteps(notes, namesOf));
}

/** As `gatherMeetings`, in pieces. */
export function* meetingSteps(
  notes: readonly Note[],
  namesOf: (note: Note, meeting: number) => MeetingNames,
): Job<MeetingOf> {
  const groups = new Map<string, MeetingSource[]>();
  const groupOf = new Map<string, string>();
  let count = 0;
  for (const note of notes) {
    if (++count % YIELD_EVERY === 0) yield;
    note.meetings.forEach((meeting, at) => {
      const { names, meHere } = namesOf(note, at);
      const told: MeetingSource = { note, meeting, names, meHere };
      const own = `${note.path}\n${meeting.line}`;
      const keys = meetingKeys(note);
      const [group = own, ...others] = knownGroups(keys, groupOf);
      const list = groups.get(group) ?? [];
      groups.set(group, list);
      // A note may be what joins two groups: the same source as one, the same body as the other.
      for (const other of others) {
        list.push(...(groups.get(other) ?? []));
        groups.delete(other);
        for (const [key, value] of groupOf) if (value === other) groupOf.set(key, group);
      }
      for (const key of keys) groupOf.set(key, group);
      list.push(told);
    });
  }
  const byPath = new Map<string, MeetingRecord[]>();
  const all: MeetingRecord[] = [];
  for (const group of groups.values()) {
    if (++count % YIELD_EVERY === 0) yield;
    const record = meetingRecord(group);
    all.push(record);
    for (const { note } of group) {
      const list = byPath.get(note.path);
      if (list === undefined) byPath.set(note.path, [record]);
      else list.push(record);
    }
  }
  return { byPath, all: yield* sortSteps(all, compareMeetings) };
}

/** Each once; a vault's meetings ask, and nearly all are told one or none. */
function knownGroups(keys: readonly string[], groupOf: ReadonlyMap<string, string>): readonly string[] {
  const found: string[] = [];
  for (const key of keys) {
    const group = groupOf.get(key);
    if (group !== undefined && !found.includes(group)) found.push(group);
  }
  return found;
}

/** Notes or meetings in a piece of work. */
const YIELD_EVERY = 200;

/** By date (undated first), time, id. */
export function compareMeetings(a: MeetingRecord, b: MeetingRecord): number {
  return compareText(a.date ?? '', b.date ?? '') || compareText(a.time ?? '', b.time ?? '') || compareText(a.id, b.id);
}

/** Keys that two notes of one meeting share; none for daily notes, whose meetings are several, and for undated ones. */
export function meetingKeys({ kind, date, source, bodyHash }: Note): string[] {
  if (kind !== 'meeting' || date === null) return [];
  const keys: string[] = [];
  if (source !== null) keys.push(`source\n${date}\n${source}`);
  if (bodyHash !== '') keys.push(`body\n${date}\n${bodyHash}`);
  return keys;
}

function meetingRecord(group: readonly MeetingSource[]): MeetingRecord {
  const [first] = group;
  if (first === undefined) throw new Error('a meeting that no note tells of');
  // A note's own names are each there once.
  const names = group.length === 1 ? first.names : namesOfAll(group);
  const entities: Entity[] = [];
  for (const { entity } of names) if (entity !== null) entities.push(entity);
  const firstOf = <T>(pick: (meeting: Meeting) => T | null): T | null =>
    group.map(({ meeting }) => pick(meeting)).find((value) => value !== null) ?? null;
  return {
    id: `${first.note.path}:${first.meeting.line}`,
    date: first.meeting.date,
    time: firstOf(({ time }) => time),
    title: first.meeting.title,
    notes: group.map(({ note, meeting }) => ({ path: note.path, heading: meeting.heading, line: meeting.line })),
    names,
    entities: entities.sort(compareEntities),
    summary: firstOf(({ summary, private: isPrivate }) => (isPrivate ? null : summary)),
    nextMeeting: firstOf(({ nextMeeting }) => nextMeeting),
    private: group.some(({ meeting }) => meeting.private),
    meHere: group.some(({ meHere }) => meHere),
  };
}

/** The names of several notes, each entity once, and each unknown name of a kind. */
function namesOfAll(group: readonly MeetingSource[]): readonly MeetingName[] {
  const names = new Map<string, MeetingName>();
  for (const told of group) {
    for (const name of told.names) {
      const key = name.entity === null ? `?${name.kind}\n${name.name}` : name.entity.id;
      if (!names.has(key)) names.set(key, name);
    }
  }
  return [...names.values()];
}
