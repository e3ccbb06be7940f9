/** Events, each once: all notes that tell of one are counted once, and all linked. */
import type { Entity } from '../entity/entity';
import type { MeetingNames } from '../entity/meeting-names';
import type { EventAnswers } from '../event/event-answers';
import { eventGroupSteps } from '../event/event-groups';
import type { Medium, Meeting, Note } from '../note/note';
import type { MeetingName, MeetingRecord } from './rows';
import { compareText } from '../text/order';
import { runSync, sortSteps, type Job } from '../text/job';
import { compareEntities } from '../entity/entity-order';
import { pushInto } from '../text/push-into';

interface MeetingOf {
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
  answers: EventAnswers,
): MeetingOf {
  return runSync(meetingSteps(notes, namesOf, answers));
}

/** As `gatherMeetings`, in pieces. */
export function* meetingSteps(
  notes: readonly Note[],
  namesOf: (note: Note, meeting: number) => MeetingNames,
  answers: EventAnswers,
): Job<MeetingOf> {
  const groups: MeetingSource[][] = [];
  let count = 0;
  const told = (note: Note, at: number, meeting: Meeting): MeetingSource => {
    const { names, meHere } = namesOf(note, at);
    return { note, meeting, names, meHere };
  };
  for (const event of yield* eventGroupSteps(notes, answers)) {
    if (++count % YIELD_EVERY === 0) yield;
    const first = event.flatMap((note) => {
      const [meeting] = note.meetings;
      return meeting === undefined ? [] : [told(note, 0, meeting)];
    });
    // The note that somebody wrote gives the title and the link, not the transcript that it was made of.
    if (first.length > 1)
      first.sort((a, b) => Number(a.note.event.heard.length > 0) - Number(b.note.event.heard.length > 0));
    if (first.length > 0) groups.push(first);
    for (const note of event)
      for (const [at, meeting] of note.meetings.entries()) if (at > 0) groups.push([told(note, at, meeting)]);
  }
  const byPath = new Map<string, MeetingRecord[]>();
  const all: MeetingRecord[] = [];
  for (const group of groups) {
    if (++count % YIELD_EVERY === 0) yield;
    const record = meetingRecord(group);
    all.push(record);
    for (const { note } of group) {
      pushInto(byPath, note.path, record);
    }
  }
  return { byPath, all: yield* sortSteps(all, compareMeetings) };
}

/** Notes or meetings in a piece of work. */
const YIELD_EVERY = 200;

/** By date (undated first), time, id. */
export function compareMeetings(a: MeetingRecord, b: MeetingRecord): number {
  return compareText(a.date ?? '', b.date ?? '') || compareText(a.time ?? '', b.time ?? '') || compareText(a.id, b.id);
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
    medium: mediumOf(group),
  };
}

/** A message where some note says so and none that it is a meeting. */
function mediumOf(group: readonly MeetingSource[]): Medium {
  const said = group.map(({ note }) => note.event.medium);
  return said.includes('message') && !said.includes('meeting') ? 'message' : 'meeting';
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
