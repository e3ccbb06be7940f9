/**
 * The index after notes were read anew: what it costs grows with what the notes say, not with the vault. It does not know how to
 * add or remove a note, nor what to do when names change: then a new index is to be built.
 *
 *   note ── read anew ──► its meetings' people ──► meetings it shares with other notes ──► lines ──► rows ──► entities' views
 */
import { type MeetingNames, meetingNames } from '../entity/meeting-names';
import { sameRegistryShare } from '../entity/registry';
import type { Note } from '../note/note';
import { compareText } from '../text/order';
import { type IndexInput, indexOf, type VaultIndex } from './build-index';
import { confirmMeetings } from './confirm-meetings';
import { compareMeetings, gatherMeetings, sameness } from './meetings';
import { resolveLines } from './resolve-lines';
import { exchanged, isSame, placeOf, type RowChange } from './row-groups';
import type { MeetingRecord } from './rows';
import { exchangeViews } from './views';

/**
 * Null where the notes change which notes or names there are: nothing was done then. Else the new index; the one given is used
 * up, for they share what did not change. Rows, meetings and views that say the same as before stay the objects they were.
 */
export function exchangeNotes(index: VaultIndex, changed: readonly Note[]): VaultIndex | null {
  const { registry, memory, mentions, parts } = index;
  const { rules, firstNames, rows } = parts;
  const given = exchangedNotes(parts.given, changed, (before, after) => sameRegistryShare(before, after));
  if (given === null) return null;
  const allTasks = rules.allTasks ?? false;
  const read = changed.filter(({ path }) => !rules.excluded(path)).map((note) => confirmMeetings(note, registry, { allTasks }));
  const notes = exchangedNotes(index.notes, read, () => true);
  if (notes === null) return null;

  const told = parts.told ?? toldIn(index.notes);
  const together = exchangeTold(told, index.notes, read);
  const namesOf = index.namesOf as Map<string, readonly MeetingNames[]>;
  for (const note of read) {
    if (note.meetings.length === 0) namesOf.delete(note.path);
    else namesOf.set(note.path, note.meetings.map((_, at) => meetingNames(registry, note, at, memory)));
  }
  const telling = [...together].sort(compareText).flatMap((path) => noteAt(notes, path) ?? []);
  const meetingsOf = index.meetingsOf as Map<string, readonly MeetingRecord[]>;
  const meetings = exchangeMeetings(meetingsOf, telling, namesOf);

  const linesOf = index.linesOf as Map<string, ReturnType<typeof resolveLines>>;
  const anew = new Set(read.map(({ path }) => path));
  const before = [];
  const after = [];
  for (const note of telling) {
    if (!anew.has(note.path) && !meetings.movedIn.has(note.path)) continue;
    const lines = resolveLines(note, meetingsOf.get(note.path) ?? [], { registry, mentions, memory, firstNames, me: rules.me });
    const known = linesOf.get(note.path);
    if (known !== undefined) before.push(known);
    after.push(lines);
    linesOf.set(note.path, lines);
  }
  const changes = rows.exchange(before, after);
  exchangeViews(index.views as Map<string, never>, meetings, changes);
  return indexOf({
    notes, paths: index.paths, registry, memory, mentions, meetingsOf, namesOf, linesOf, views: index.views,
    meetings: exchanged(index.meetings, meetings, compareMeetings),
    parts: { ...parts, given, told },
  });
}

/** A note as it was given. */
export function givenNote(index: VaultIndex, path: string): Note | null {
  return noteAt(index.parts.given, path);
}

/** More notes than this are sooner read into a new index. */
const MOST_EXCHANGED = 200;

/**
 * An index brought up to what is given now, by exchanging the notes that are other objects than they were. Null where a new one
 * is to be built: other paths, rules or answers, names that came or went, too many notes. The index given is used up.
 */
export function updatedIndex(index: VaultIndex, { notes, paths, memory, rules }: IndexInput): VaultIndex | null {
  const { given, rules: before } = index.parts;
  const sameRules = rules.kinds === before.kinds && rules.excluded === before.excluded && (rules.allTasks ?? false) === (before.allTasks ?? false)
    && rules.me.join('\n') === before.me.join('\n');
  if (index.memory !== memory || index.paths !== paths || !sameRules || notes.length !== given.length) return null;
  const changed = changedNotes(given, notes) ?? changedNotes(given, [...notes].sort(byPath));
  return changed === null ? null : changed.length === 0 ? index : exchangeNotes(index, changed);
}

/** The notes that are other objects than those at their place; null where that is another path's, or there are too many. */
function changedNotes(given: readonly Note[], notes: readonly Note[]): Note[] | null {
  const changed: Note[] = [];
  for (let at = 0; at < notes.length; at++) {
    const note = notes[at];
    const known = given[at];
    if (note === undefined || known === note) continue;
    if (known?.path !== note.path || changed.length === MOST_EXCHANGED) return null;
    changed.push(note);
  }
  return changed;
}

/** Null where one of the notes was not there, or may not take the place of the one that was. */
function exchangedNotes(sorted: readonly Note[], changed: readonly Note[], allow: (before: Note, after: Note) => boolean): readonly Note[] | null {
  const notes = [...sorted];
  for (const note of changed) {
    const at = placeOf(notes, note, byPath);
    const before = notes[at];
    if (before?.path !== note.path || !allow(before, note)) return null;
    notes[at] = note;
  }
  return notes;
}

function noteAt(notes: readonly Note[], path: string): Note | null {
  const note = notes[placeOf(notes, { path }, byPath)];
  return note?.path === path ? note : null;
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return compareText(a.path, b.path);
}

/** The notes that may tell of one meeting, by what they have in common. */
type Told = Map<string, readonly string[]>;

function toldIn(notes: readonly Note[]): Told {
  const told: Told = new Map();
  for (const note of notes) for (const key of sameness(note)) told.set(key, [...(told.get(key) ?? []), note.path]);
  return told;
}

/** Puts the notes read anew in; gives the paths of all notes that did or do tell of a meeting together with one of them. */
function exchangeTold(told: Told, before: readonly Note[], read: readonly Note[]): Set<string> {
  const keysOf = new Map(read.map((note) => [note.path, sameness(note)]));
  const together = new Set<string>();
  const gather = (path: string): void => {
    if (together.has(path)) return;
    together.add(path);
    const known = noteAt(before, path);
    const keys = [...(known === null ? [] : sameness(known)), ...(keysOf.get(path) ?? [])];
    for (const key of keys) for (const other of told.get(key) ?? []) gather(other);
  };
  for (const { path } of read) {
    const known = noteAt(before, path);
    const keys = keysOf.get(path) ?? [];
    const left = known === null ? [] : sameness(known).filter((key) => !keys.includes(key));
    gather(path);
    for (const key of keys) if (!(told.get(key) ?? []).includes(path)) told.set(key, [...(told.get(key) ?? []), path]);
    for (const key of keys) for (const other of told.get(key) ?? []) gather(other);
    for (const key of left) {
      const others = (told.get(key) ?? []).filter((other) => other !== path);
      if (others.length === 0) told.delete(key);
      else told.set(key, others);
    }
  }
  return together;
}

interface MeetingChange extends RowChange<MeetingRecord> {
  /** Paths of notes that got another record for one of their meetings. */
  readonly movedIn: ReadonlySet<string>;
}

/** Gathers the meetings of notes that tell of theirs together, and of no other note's. */
function exchangeMeetings(
  meetingsOf: Map<string, readonly MeetingRecord[]>, telling: readonly Note[], namesOf: ReadonlyMap<string, readonly MeetingNames[]>,
): MeetingChange {
  const known = new Map<string, MeetingRecord>();
  for (const { path } of telling) for (const record of meetingsOf.get(path) ?? []) known.set(record.id, record);
  const { byPath: found, all } = gatherMeetings(telling, (note, at) => namesOf.get(note.path)?.[at] ?? { names: [], entities: [], meHere: false });
  const kept = new Map(all.map((record) => {
    const before = known.get(record.id);
    return [record, before !== undefined && isSame(before, record) ? before : record] as const;
  }));
  const stay = new Set(kept.values());
  const movedIn = new Set<string>();
  for (const { path } of telling) {
    const before = meetingsOf.get(path) ?? [];
    const records = (found.get(path) ?? []).map((record) => kept.get(record) ?? record);
    if (records.length !== before.length || records.some((record, at) => record !== before[at])) movedIn.add(path);
    if (records.length === 0) meetingsOf.delete(path);
    else meetingsOf.set(path, records);
  }
  const gone = [...known.values()].filter((record) => !stay.has(record));
  const before = new Set(known.values());
  return { gone, come: [...stay].filter((record) => !before.has(record)), movedIn };
}
