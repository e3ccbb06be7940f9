/** One note's lines with their entities: the part of the index that changes when only this note does. */
import type { CalendarDate } from '../text/calendar-date';
import type { Entity } from '../entity/entity';
import { distinctEntities } from '../entity/entity-order';
import { namesOfNote } from '../entity/meeting-names';
import { findMentions, type FirstName, type FirstNames, firstNameMentions, type Mentions } from '../entity/mentions';
import type { NamesMemory, RecallContext } from '../entity/names-memory';
import { givenName } from '../entity/person-name';
import type { Registry } from '../entity/registry';
import { resolveName, type ResolveContext } from '../entity/resolve';
import type { Item, Meeting, Note, Raise, TaskItem } from '../note/note';
import type { KindId } from '../note/kinds';
import { byStatement } from '../note/line-kinds';
import type { Problem } from '../note/problems';
import { compactList } from '../text/compact-list';
import { belongsTo, NOBODY, onlyOnes } from './belonging';
import type { ResolvedLine, ResolvedLists, ResolvedTask } from './merge-rows';
import { ownerList, ownerOf } from './owners';
import type { MeetingRecord, Owner, Source } from './rows';
import { type OwnerContext, taskOwners } from './task-owners';

export interface NoteLines extends ResolvedLists {
  readonly problems: readonly Problem[];
  /** Lines whose `owner-unclear` is none: what is after the `@` is a name that the vault knows. */
  readonly cleared: ReadonlySet<number>;
}

interface Names {
  readonly registry: Registry;
  readonly mentions: Mentions;
  readonly memory: NamesMemory;
  readonly firstNames: FirstNames;
  /** The names that are me: a first name that is also mine is nobody's. */
  readonly me: readonly string[];
  /** Whether the vault knows somebody of that name who has no page. */
  readonly isRegular: (name: string) => boolean;
}

/** `meetings`: the records of the note's own meetings, in its order. */
export function resolveLines(note: Note, meetings: readonly MeetingRecord[], names: Names): NoteLines {
  const findings: Findings = { problems: [], cleared: new Set() };
  const known = meetings.map((meeting, at) => placeIn(note, meeting, note.meetings[at] ?? null, names));
  let outside: Place | null = null;
  const place = ({ meeting: at }: Item): Place =>
    (at === null ? null : known[at]) ?? (outside ??= placeIn(note, null, null, names));
  const statement = <T extends Item>(item: T): ResolvedLine<T> => said(item, place(item), names, null);
  // Of what is private only my own tasks count, and those in no entity's name.
  const open = <T extends Item>(items: readonly T[]): readonly ResolvedLine<T>[] =>
    compactList((items.some((item) => item.private) ? items.filter((item) => !item.private) : items).map(statement));
  return {
    tasks: compactList(
      note.tasks.map((item) => task(item, place(item), names, findings)).filter((line) => line !== null),
    ),
    questions: open(note.questions),
    ...byStatement((kind) => open(note[kind])),
    raises: compactList(open(note.raises).map((raise) => raised(raise, place(raise.item), names, findings))),
    problems: compactList(findings.problems),
    cleared: findings.cleared.size === 0 ? NO_LINES : findings.cleared,
  };
}

const NO_LINES: ReadonlySet<number> = new Set();

/** What all lines of one meeting have in common, or those outside meetings: worked out once. */
interface Place {
  readonly note: Note;
  readonly meeting: MeetingRecord | null;
  /** Of the meeting's people. */
  readonly firstNames: readonly FirstName[];
  /** The meeting's only ones of a kind. */
  readonly only: readonly Entity[];
  /** The meeting's own heading, for lines that are below none. */
  readonly heading: string | null;
  readonly date: CalendarDate | null;
  /** For the names of owners; `links` for those of any kind. */
  readonly owners: OwnerContext;
  readonly links: ResolveContext;
}

function placeIn(note: Note, meeting: MeetingRecord | null, own: Meeting | null, names: Names): Place {
  const owners = {
    ...ownerContext(note.path, meeting?.date ?? note.date, meeting, names.memory),
    ofNote: namesOfNote(note),
    isRegular: names.isRegular,
  };
  const place = {
    note,
    meeting,
    heading: own?.heading ?? null,
    date: own?.date ?? note.date,
    owners,
    links: { ...owners, kind: null },
  };
  if (meeting === null) return { ...place, firstNames: [], only: [] };
  const unknownAttendees = meeting.names.filter(({ entity }) => entity === null).map(({ name }) => name);
  return {
    ...place,
    firstNames: names.firstNames.of(calledByFirstName(meeting.entities, owners, names), [
      ...names.me,
      ...unknownAttendees,
    ]),
    only: onlyOnes(meeting),
  };
}

function sourceOf({ line, source, heading }: Item, place: Place, entities: readonly Entity[]): Source {
  return {
    path: place.note.path,
    line,
    text: source,
    heading: heading ?? place.heading,
    date: place.date,
    meeting: place.meeting,
    entities,
  };
}

/** Without those that an answer says their first name does not mean. */
function calledByFirstName(
  people: readonly Entity[],
  context: RecallContext,
  { registry, memory }: Names,
): readonly Entity[] {
  const refused = people.filter((entity) => memory.refuses(registry, givenName(entity.name), entity, context));
  return refused.length === 0 ? people : people.filter((entity) => !refused.includes(entity));
}

interface Findings {
  readonly problems: Problem[];
  readonly cleared: Set<number>;
}

function said<T extends Item>(
  item: T,
  place: Place,
  names: Names,
  owners: readonly Owner[] | null,
  text = item.text,
): ResolvedLine<T> {
  const named = compactList(namedIn(item, text, place, names));
  const entities = item.private ? NOBODY : belongsTo({ only: place.only, named, owners });
  return {
    item,
    text,
    source: sourceOf(item, place, entities),
    // Of statements nobody is asked.
    sameAs: 'task' in item || 'answered' in item ? names.memory.rows.sameAs(text) : null,
    saidAs: null,
    named,
    private: item.private,
  };
}

/**
 * Entities a line names: by link or `@`, by name or alias in its words, by the first name of somebody who was there.
 */
function namedIn(
  item: Item,
  text: string,
  { meeting, firstNames, owners, links }: Place,
  { registry, mentions }: Names,
): readonly Entity[] {
  const mentioned = findMentions(mentions, text);
  const called = firstNameMentions(text, firstNames);
  if (item.names.length === 0 && mentioned.length === 0) return called;
  const found: Entity[] = [];
  for (const name of item.names) {
    const { entity } = resolveName(registry, name, links);
    if (entity !== null) found.push(entity);
  }
  for (const { from, to, entities: all } of mentioned) {
    const entities = notRefused(all, text.slice(from, to), owners, registry);
    const [only] =
      entities.length === 1
        ? entities
        : entities.filter((entity) => meeting?.entities.some(({ id }) => id === entity.id) === true);
    if (only !== undefined) found.push(only);
  }
  found.push(...called);
  return found;
}

/** Without those that an answer says the words do not mean; a page of that very name is not denied it. */
function notRefused(
  entities: readonly Entity[],
  words: string,
  context: ResolveContext,
  registry: Registry,
): readonly Entity[] {
  const { memory } = context;
  const isRefused = (entity: Entity): boolean =>
    memory?.refuses(registry, words, entity, context) === true && !registry.named(words, null).includes(entity);
  return entities.some(isRefused) ? entities.filter((entity) => !isRefused(entity)) : entities;
}

function raised(raise: ResolvedLine<Raise>, place: Place, names: Names, { problems }: Findings): ResolvedLine<Raise> {
  const entities = linkedIn(raise.item, place, names) ?? raise.source.entities;
  if (entities.length === 0 && !raise.item.done) {
    problems.push({
      path: place.note.path,
      line: raise.item.line,
      code: 'raise-unknown',
      names: raise.item.names.map(({ text }) => text),
    });
  }
  return { ...raise, source: { ...raise.source, entities } };
}

/**
 * Who a line that is to be raised links or names after an `@`: it waits on their pages, whoever else is in its words.
 * Null: nobody known.
 */
function linkedIn(item: Item, { links }: Place, { registry }: Names): readonly Entity[] | null {
  const found = item.names.flatMap((name) => resolveName(registry, name, links).entity ?? []);
  return found.length === 0 ? null : distinctEntities(found);
}

/** Where an owner's name is: what else was said there decides who it is. */
export function ownerContext(
  path: string,
  date: CalendarDate | null,
  meeting: MeetingRecord | null,
  memory: NamesMemory,
  kind: KindId | null = 'person',
): ResolveContext {
  const unknownAttendees = meeting === null ? NONE : unknownAttendeesIn(meeting);
  const entities = meeting?.entities ?? [];
  return {
    kind,
    path,
    date,
    meetingEntities: entities,
    sure: meeting === null ? entities : namedByItself(meeting),
    unknownAttendees,
    meHere: meeting?.meHere ?? false,
    memory,
  };
}

/** The entities of a meeting without those that are there by an answer alone. */
function namedByItself({ names, entities }: MeetingRecord): readonly Entity[] {
  if (!names.some(({ via }) => via === 'memory')) return entities;
  const sure = new Set(names.map(({ entity, via }) => (via === 'memory' ? null : entity)));
  return entities.filter((entity) => sure.has(entity));
}

const NONE: readonly string[] = [];

/** People named in a meeting that nobody could place. */
function unknownAttendeesIn({ names }: MeetingRecord): readonly string[] {
  const found = names.filter(({ entity, kind }) => entity === null && kind === 'person');
  return found.length === 0 ? NONE : found.map(({ name }) => name);
}

function task(item: TaskItem, place: Place, names: Names, { problems, cleared }: Findings): ResolvedTask | null {
  // `- [R] ## Proposed`: a heading that a click made a task. Nobody is to do it.
  if (/^#{2,6}\s/.test(item.task.text)) return null;
  const {
    note: { path },
    owners: context,
  } = place;
  const found = taskOwners(item, place.note, names.registry, context);
  const { text } = found;
  // A line that counts only with an owner or a due date, and has neither.
  if (item.onlyOwned && found.owners.length === 0 && item.task.due === null) return null;
  if (found.cleared) cleared.add(item.line);
  for (const { written, candidates } of found.ambiguous) {
    problems.push({
      path,
      line: item.line,
      code: 'name-ambiguous',
      name: written,
      candidates: candidates.map((candidate) => candidate.name),
    });
  }
  const isOpen = item.task.statusType !== 'DONE' && item.task.statusType !== 'CANCELLED';
  if (found.unknown !== null && isOpen) {
    problems.push({ path, line: item.line, code: 'owner-unknown', name: found.unknown });
  }
  const owners = found.owners.map(({ entity, me, name }) => ownerOf(entity, me, name));
  const distinct =
    owners.length < 2
      ? owners
      : owners.filter((owner, at) => owners.findIndex((other) => sameOwner(owner, other)) === at);
  if (item.private && !distinct.some(({ me }) => me)) return null;
  const kept = ownerList(distinct);
  const { source, named, sameAs } = said(item, place, names, kept, text);
  return { item, text, sameAs, saidAs: null, source, named, private: item.private, owners: kept };
}

function sameOwner(a: Owner, b: Owner): boolean {
  return a.me === b.me && a.entity?.id === b.entity?.id && (a.entity !== null || a.me || a.name === b.name);
}
