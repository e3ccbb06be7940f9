/**
 * What ties two rows next to their words: what they concern, the series of meetings they were said in, the people
 * there.
 */
import type { Entity } from '../entity/entity';
import { compareEntities } from '../entity/entity-order';
import { foldWhole } from '../entity/fold-name';
import { PERSON } from '../entity/person-name';
import type { Tie } from './proposal-why';
import type { MeetingRecord, Source } from './rows';

export interface Tied {
  readonly sources: readonly Source[];
  readonly entities: readonly Entity[];
}

/** Null for nothing. `owners` tie nothing: both rows have them anyway. */
export function sharedContext(one: Tied, other: Tied, owners: readonly Entity[] = []): Tie | null {
  const counts = (entity: Entity): boolean => !owners.some(({ id }) => id === entity.id);
  const shared = sharedOf(one.entities, other.entities).filter(counts);
  const [thing] = shared.filter(({ kind }) => kind !== PERSON);
  if (thing !== undefined) return { code: 'both-concern', name: thing.name };
  const [first, second] = [meetingsOf(one), meetingsOf(other)];
  const about = sharedOf(
    first.flatMap(({ entities }) => entities),
    second.flatMap(({ entities }) => entities),
  ).find((entity) => entity.kind !== PERSON && counts(entity));
  if (about !== undefined) return { code: 'meeting-about', name: about.name };
  const titles = new Set(first.map(seriesOf));
  const series = second.find((meeting) => seriesOf(meeting) !== '' && titles.has(seriesOf(meeting)));
  if (series !== undefined) return { code: 'same-series', title: series.title };
  const groups = new Set(first.map(peopleOf));
  const people = second.find((meeting) => peopleOf(meeting) !== '' && groups.has(peopleOf(meeting)));
  if (people !== undefined) return { code: 'same-people' };
  const [person] = shared;
  return person === undefined ? null : { code: 'both-concern', name: person.name };
}

/**
 * Whether one note tells of both: who writes two lines there means two things. Two notes of one meeting say one thing
 * twice.
 */
export function inOneNote(one: Tied, other: Tied): boolean {
  const paths = new Set(one.sources.map(({ path }) => path));
  return other.sources.some(({ path }) => paths.has(path));
}

function meetingsOf({ sources }: Tied): MeetingRecord[] {
  return sources.flatMap(({ meeting }) => meeting ?? []);
}

function sharedOf(one: readonly Entity[], other: readonly Entity[]): Entity[] {
  const there = new Set(one);
  return [...new Set(other)].filter((entity) => there.has(entity)).sort(compareEntities);
}

/** A title without what tells one meeting of a series from the next. */
function seriesOf({ title }: MeetingRecord): string {
  return foldWhole(title.replace(/[\p{N}]+/gu, ' ')).trim();
}

function peopleOf({ entities }: MeetingRecord): string {
  return entities
    .filter(({ kind }) => kind === PERSON)
    .map(({ id }) => id)
    .join('\n');
}
