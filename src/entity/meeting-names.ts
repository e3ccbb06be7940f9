/**
 * Who and what a meeting is about: the names of its frontmatter or heading, and the entity in whose folder the note
 * lies.
 *
 *   participants: Ann          pass 1   [[Ann Lee]] is known by itself
 *   entities.people: [[Ann Lee]]  pass 2   Ann fits a person of this meeting
 */
import type { KindId } from '../note/kinds';
import type { KindName, Note } from '../note/note';
import { derived } from '../text/memoize';
import type { Entity, Resolution, Via } from './entity';
import { foldName, foldWhole, nameParts } from './fold-name';
import type { NamesMemory } from './names-memory';
import { PERSON } from './person-name';
import type { Registry } from './registry';
import { type NamesOfNote, resolveName, resolveOwner, type ResolveContext } from './resolve';
import { unknownAttendeeMeant } from './unknown-attendees';

/** A name of a meeting and what it came to; `entity` is null where that is not known. */
export interface NamedEntity {
  readonly entity: Entity | null;
  readonly kind: KindId;
  /** The entity's name, or the words as written. */
  readonly name: string;
  readonly via: Via;
  readonly candidates: readonly Entity[];
}

export interface MeetingNames {
  /** In the order they are, each entity once, me and placeholders left out; the folder's entity last. */
  readonly names: readonly NamedEntity[];
  /** Those that are known. */
  readonly entities: readonly Entity[];
  /** Whether I am named. */
  readonly meHere: boolean;
}

/** A meeting's names as written, and what each came to. */
interface ResolvedNames {
  readonly found: readonly (readonly [KindName, readonly Resolution[]])[];
  readonly meHere: boolean;
}

export function resolveMeetingNames(
  registry: Registry,
  note: Note,
  meetingIndex: number,
  memory?: NamesMemory,
): ResolvedNames {
  const meeting = note.meetings[meetingIndex];
  if (meeting === undefined) return { found: [], meHere: false };
  const ofFolder = registry.entitiesOfPath(note.path);
  const { path } = note;
  const { date } = meeting;
  const ofNote = namesOfNote(note);
  const resolveAll = ({
    meetingEntities,
    sure,
    unknownAttendees,
    meHere,
  }: Pick<ResolveContext, 'meetingEntities' | 'sure' | 'unknownAttendees' | 'meHere'>): [KindName, Resolution[]][] =>
    meeting.names.map((name) => [
      name,
      resolveOne(registry, name, {
        kind: name.kind,
        path,
        date,
        meetingEntities,
        sure,
        unknownAttendees,
        meHere,
        memory,
        ofNote,
      }),
    ]);

  // Nothing said in the first pass may rest on a guess of the first pass; what was answered for always may give way to
  // an answer for this group, and no answer rests on another: who was there by an answer alone counts for first names
  // only.
  const first = resolveAll({ meetingEntities: [] });
  const sure = distinctEntities([
    ...first.flatMap(([, found]) => found.map(({ entity, via }) => (via === 'memory' ? null : entity))),
    ...ofFolder,
  ]);
  const meHere = first.some(([, found]) => found.some(({ me }) => me));
  const second = first.every(([, found]) =>
    found.every(({ entity, me, nobody, via }) => (entity !== null || me || nobody) && via !== 'memory'),
  )
    ? first
    : resolveAll({ meetingEntities: sure, sure, meHere });
  const there = distinctEntities([
    ...sure,
    ...second.flatMap(([, found]) => found.map(({ entity, via }) => (via === 'memory' ? entity : null))),
  ]);
  const third = there.length > sure.length ? resolveAll({ meetingEntities: there, sure, meHere }) : second;
  // A first name may mean somebody there who nobody can place.
  const unknown = third.flatMap(([name, found]) => (name.kind === PERSON && !found.some(isKnown) ? [name] : []));
  const unknownAttendees = unknown.filter((name) => !isShortFor(name, unknown)).map(({ text }) => text);
  const found =
    unknownAttendees.length > 0 && third.some(([, found]) => found.some(({ via }) => via === 'context'))
      ? resolveAll({ meetingEntities: there, sure, unknownAttendees, meHere })
      : third;
  return { found: found.map(([name, each]) => [name, titled(registry, name, each, unknownAttendees)]), meHere };
}

/** The handles and addresses that are next to names in a note; none that is another's first name as well. */
export const namesOfNote = derived(({ meetings }: Pick<Note, 'meetings'>): NamesOfNote => {
  const names = meetings.flatMap((meeting) => meeting.names);
  if (!names.some(({ also }) => also !== undefined)) return NO_NAMES;
  const found = new Map<string, KindName>();
  for (const name of names) {
    for (const other of name.also ?? []) {
      const key = other.toLowerCase();
      const isOthers = names.some(
        ({ text }) => text !== name.text && foldName(text).split(' ')[0] === key && foldName(name.text) !== key,
      );
      if (!isOthers && !found.has(key)) found.set(key, name);
    }
  }
  return found;
});

const NO_NAMES: NamesOfNote = new Map();

/** A first name in a meeting's title is that page's where exactly one in use has it, and no person without a page. */
function titled(
  registry: Registry,
  name: KindName,
  found: readonly Resolution[],
  unknownAttendees: readonly string[],
): readonly Resolution[] {
  const [only] = found;
  const isOfTitle = name.from?.place === 'title' || name.from?.place === 'folder';
  if (!isOfTitle || only === undefined || found.length > 1 || isKnown(only)) return found;
  const fits = registry.shortenedBy(name.text).filter(({ page, status }) => page === null || status === null);
  const [fit, ...others] = fits;
  if (fit?.page == null || others.length > 0 || !fit.writable || registry.maybeMe(name.text)) return found;
  if (unknownAttendeeMeant(name.text, unknownAttendees, registry.nameParts) !== null) return found;
  return [{ entity: fit, via: 'context', candidates: [], me: false, nobody: false }];
}

/** Whether a title's name is short for another of them: its `Petra` is the `Petra Klein` of the list, nobody else. */
function isShortFor({ text, from }: KindName, names: readonly KindName[]): boolean {
  if (from === undefined || !SHORT_PLACES.has(from.place)) return false;
  const key = foldName(text);
  const others = names.flatMap((other) => (foldName(other.text) === key ? [] : [other.text]));
  return unknownAttendeeMeant(text, others, nameParts) !== null;
}

const SHORT_PLACES: ReadonlySet<string> = new Set(['title', 'folder', 'report']);

function isKnown({ entity, me, nobody }: Resolution): boolean {
  return entity !== null || me || nobody;
}

export function meetingNames(registry: Registry, note: Note, meetingIndex: number, memory?: NamesMemory): MeetingNames {
  const { found: resolved, meHere } = resolveMeetingNames(registry, note, meetingIndex, memory);
  const unknown = resolved.flatMap(([name, found]) => (name.kind === PERSON && !found.some(isKnown) ? [name] : []));
  const names = new Map<string, NamedEntity>();
  const add = (named: NamedEntity): void => {
    const key =
      named.entity === null
        ? `${named.kind}\n${foldName(named.name) || foldWhole(named.name) || named.name}`
        : named.entity.id;
    const before = names.get(key);
    if (before === undefined || RANK.indexOf(named.via) < RANK.indexOf(before.via)) names.set(key, named);
  };
  for (const [name, found] of resolved) {
    for (const { entity, via, candidates, me, nobody } of found) {
      if (me || nobody) continue;
      if (entity !== null) add({ entity, kind: entity.kind, name: entity.name, via, candidates });
      else if (name.kind === PERSON && isShortFor(name, unknown)) continue;
      else if (name.kind !== null && name.text.trim() !== '')
        add({ entity, kind: name.kind, name: name.text, via: 'none', candidates });
    }
  }
  for (const entity of note.meetings[meetingIndex] === undefined ? [] : registry.entitiesOfPath(note.path))
    add({ entity, kind: entity.kind, name: entity.name, via: 'context', candidates: [] });
  const all = [...names.values()];
  return { names: all, entities: distinctEntities(all.map(({ entity }) => entity)), meHere };
}

/** From the surest to the least. */
const RANK: readonly Via[] = ['link', 'name', 'alias', 'memory', 'context', 'none'];

/** `Ann Lee & Bo Kim` as one attendee may be two. */
function resolveOne(registry: Registry, name: KindName, context: ResolveContext): Resolution[] {
  return name.target === null ? resolveOwner(registry, name, context) : [resolveName(registry, name, context)];
}

function distinctEntities(entities: readonly (Entity | null)[]): readonly Entity[] {
  const byId = new Map<string, Entity>();
  for (const entity of entities) if (entity !== null) byId.set(entity.id, entity);
  return [...byId.values()];
}
