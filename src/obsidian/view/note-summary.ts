/**
 * What the open note leaves to settle: who was there, which names nobody could place, tasks without owner or date, and
 * what was left open last time.
 */
import { contactsOf, isMeeting } from '../../page/contacts';
import { PERSON } from '../../entity/person-name';
import type { Entity } from '../../entity/entity';
import { byDue } from '../../page/follow-ups-page';
import { hasLapsed } from '../../page/open-questions-page';
import type { CalendarDate } from '../../text/calendar-date';
import type { DecisionRow, MeetingName, MeetingRecord, QuestionRow, RaiseRow, TaskRow } from '../../vault-index/rows';
import type { ViewData } from './view-store';

export interface NoteSummary {
  readonly meetings: readonly MeetingRecord[];
  readonly entities: readonly Entity[];
  /** Names of its meetings that came to nobody. */
  readonly unresolved: readonly MeetingName[];
  /** Its open tasks that lack an owner or a date. */
  readonly loose: readonly TaskRow[];
  /** The meeting before, with the same people, or of the same series. */
  readonly last: MeetingRecord | null;
  /** Open since before this note, with these people or from the meeting before. */
  readonly lastTime: readonly QuestionRow[];
  /** Waits to be raised with those who meet. */
  readonly raises: readonly RaiseRow[];
  /**
   * Those of them that waited for this meeting, once its day has come: written before it; undated ones where it is the
   * last one held.
   */
  readonly waited: readonly RaiseRow[];
  /** Decided or answered elsewhere since the meeting before, about those who meet. */
  readonly changed: readonly Change[];
}

export interface Change {
  readonly is: 'decided' | 'answered';
  readonly row: DecisionRow | QuestionRow;
  readonly date: CalendarDate;
}

/** Null where the note holds no meeting. */
export function noteSummary({ index, rules }: Pick<ViewData, 'index' | 'rules'>, path: string): NoteSummary | null {
  const meetings = index.meetingsOf.get(path) ?? [];
  const [first] = meetings;
  if (first === undefined) return null;
  const entities = distinct(meetings.flatMap((meeting) => meeting.entities));
  const here = (row: { readonly sources: readonly { readonly path: string }[] }): boolean =>
    row.sources.some((source) => source.path === path);
  const last = meetingBefore(first, index.views.get(peopleOf(first)[0]?.id ?? '')?.meetings ?? index.meetings);
  const people = peopleOf(first);
  const [only] = people;
  const isOf = (question: QuestionRow): boolean =>
    (last !== null && question.sources.some(({ meeting }) => meeting?.id === last.id)) ||
    (only !== undefined && people.length === 1 && question.entities.some(({ id }) => id === only.id));
  const date = first.date ?? rules.today;
  const since = last?.date ?? null;
  const ids = new Set(entities.map(({ id }) => id));
  const concerns = (row: { readonly entities: readonly Entity[]; readonly private: boolean }): boolean =>
    !row.private && row.entities.some(({ id }) => ids.has(id));
  const raises = index.raises.filter(concerns);
  const isLastHeld = ({ id }: Entity): boolean => {
    const held =
      index.views.get(id)?.meetings.filter((meeting) => meeting.date !== null && meeting.date <= rules.today) ?? [];
    return held[held.length - 1]?.id === first.id;
  };
  const waited =
    first.date === null || first.date > rules.today
      ? []
      : raises.filter(
          (row) =>
            !here(row) &&
            (row.date === null
              ? row.entities.some((entity) => ids.has(entity.id) && isLastHeld(entity))
              : row.date < date),
        );
  return {
    meetings,
    entities,
    last,
    raises,
    waited,
    unresolved: meetings.flatMap(({ names }) => names.filter(({ entity, via }) => entity === null && via === 'none')),
    loose: index.tasks
      .filter((task) => task.open && !task.proposed && here(task) && (task.owners.length === 0 || task.due === null))
      .sort(byLineIn(path)),
    lastTime: index.questions.filter(
      (question) =>
        question.state === 'open' &&
        !hasLapsed(question, rules) &&
        (question.asked[0] ?? date) < date &&
        isOf(question),
    ),
    changed:
      since === null
        ? []
        : [
            ...index.decisions.flatMap((row): Change[] =>
              row.date !== null && row.date > since && row.date <= rules.today && concerns(row) && !here(row)
                ? [{ is: 'decided', row, date: row.date }]
                : [],
            ),
            ...index.questions.flatMap((row): Change[] =>
              row.answeredOn !== null && row.answeredOn > since && concerns(row) && !here(row)
                ? [{ is: 'answered', row, date: row.answeredOn }]
                : [],
            ),
          ].sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1)),
  };
}

/** As the note has them: what is done to one moves no other. */
function byLineIn(path: string): (a: TaskRow, b: TaskRow) => number {
  const lineOf = ({ sources }: TaskRow): number => sources.find((source) => source.path === path)?.line ?? 0;
  return (a, b) => lineOf(a) - lineOf(b);
}

/** What an entity's page is opened for: what is between the two of us. */
export interface EntitySummary {
  readonly entity: Entity;
  readonly lastMet: CalendarDate | null;
  readonly mine: readonly TaskRow[];
  readonly theirs: readonly TaskRow[];
  readonly unowned: readonly TaskRow[];
  readonly raises: readonly RaiseRow[];
  readonly questions: readonly QuestionRow[];
}

/** Null where the note is no entity's page. `stays`: rows that are shown though they are settled. */
export function entitySummary(
  { index, rules }: Pick<ViewData, 'index' | 'rules'>,
  path: string,
  stays: ReadonlySet<string>,
): EntitySummary | null {
  const entity = index.registry.entityOfPage(path);
  if (entity === null) return null;
  const { tasks = [], questions = [], raises = [], meetings = [] } = index.views.get(entity.id) ?? {};
  const shown = tasks.filter((task) => !task.proposed && (task.open || stays.has(task.id))).sort(byDue);
  const { lastMet } = contactsOf(meetings, rules.today);
  return {
    entity,
    raises,
    lastMet,
    mine: shown.filter(({ mine }) => mine),
    theirs: shown.filter(({ mine, owners }) => !mine && owners.length > 0),
    unowned: shown.filter(({ owners }) => owners.length === 0),
    questions: questions.filter(
      (question) => stays.has(question.id) || (question.state === 'open' && !hasLapsed(question, rules)),
    ),
  };
}

function meetingBefore(meeting: MeetingRecord, among: readonly MeetingRecord[]): MeetingRecord | null {
  const { date } = meeting;
  if (date === null) return null;
  const people = peopleOf(meeting)
    .map(({ id }) => id)
    .join('\n');
  const series = seriesOf(meeting);
  const earlier = among.filter((other) => isMeeting(other) && other.date !== null && other.date < date);
  const fits =
    people === ''
      ? earlier.filter((other) => seriesOf(other) === series && series !== '')
      : earlier.filter(
          (other) =>
            peopleOf(other)
              .map(({ id }) => id)
              .join('\n') === people,
        );
  return fits[fits.length - 1] ?? null;
}

function peopleOf({ entities }: MeetingRecord): readonly Entity[] {
  return entities.filter(({ kind }) => kind === PERSON);
}

/** A title without what tells one meeting of a series from the next. */
function seriesOf({ title }: MeetingRecord): string {
  return title
    .replace(/\p{N}+/gu, '')
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase();
}

function distinct(entities: readonly Entity[]): Entity[] {
  return [...new Map(entities.map((entity) => [entity.id, entity])).values()];
}
