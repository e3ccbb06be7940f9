/**
 * A heading of a daily note that links something opens a meeting only where the link is an entity: `## [[Ann Lee]]`
 * does, `## [[Reading list]]` does not. One note cannot know which; the index can.
 */
import type { Registry } from '../entity/registry';
import { resolveName } from '../entity/resolve';
import { byStatement } from '../note/line-kinds';
import { PERSON } from '../note/kinds';
import type { Item, Meeting, Note } from '../note/note';
import { hasTag } from '../note/has-tag';

/**
 * The note with the meetings that are none taken out, and of what they held only what counts anywhere: tasks where
 * every note's are wanted (`allTasks`), questions that are tagged, what is to be raised.
 */
export function confirmMeetings(note: Note, registry: Registry, { allTasks }: { allTasks: boolean }): Note {
  if (note.kind === 'meeting' || note.meetings.length === 0) return note;
  const kept = note.meetings.map((meeting) => isMeeting(meeting, note.path, registry));
  if (kept.every((keep) => keep)) return note;
  const place = kept.map((keep, at) => (keep ? kept.slice(0, at).filter(Boolean).length : null));
  const replace = <T extends Item>(items: readonly T[]): T[] =>
    items.map((item) => (item.meeting === null ? item : { ...item, meeting: place[item.meeting] ?? null }));
  const inMeeting = <T extends Item>(items: readonly T[]): T[] =>
    replace(items).filter(({ meeting }) => meeting !== null);
  const orTagged = <T extends Item>(items: readonly T[]): T[] =>
    replace(items).filter(({ meeting, source }) => meeting !== null || hasTag(source, 'question'));
  return {
    ...note,
    meetings: note.meetings.filter((_, at) => kept[at]),
    tasks: allTasks ? replace(note.tasks) : inMeeting(note.tasks),
    questions: orTagged(note.questions),
    ...byStatement((of) => inMeeting(note[of])),
    raises: replace(note.raises),
  };
}

/** A link counts where it is an entity's, another name where exactly one person has it. */
function isMeeting({ names, needs, date }: Meeting, path: string, registry: Registry): boolean {
  if (needs === null) return true;
  const context = { kind: null, path, date, meetingEntities: [] };
  return names.some((name) => {
    const { entity, me, candidates } = resolveName(registry, name, context);
    if (name.target === null) return me || entity?.kind === PERSON;
    return me || [entity, ...candidates].some((one) => one != null && (needs === 'entity' || one.kind === PERSON));
  });
}
