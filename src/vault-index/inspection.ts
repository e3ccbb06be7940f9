/** What was read, as `inspect --json` prints it: the shape of DESIGN section 5, which scripts rely on. */
import type { CalendarDate } from '../text/calendar-date';
import { addDays } from '../text/calendar-date';
import { taskFields } from '../task/task-fields';
import { byStatement } from '../note/line-kinds';
import type { Item, Note, Question, TaskItem } from '../note/note';
import { PERSON } from '../note/kinds';
import { groupOf } from '../note/looks-like';
import type { Problem } from '../note/problems';
import type { Reason } from '../note/reasons';
import type { VaultIndex } from './build-index';
import { likelyEvents } from './likely-events';
import { compareText } from '../text/order';
import { compareEntities } from '../entity/entity-order';
import { eventId } from './event-id';
import { habitsOf } from './habits';
import { indexedOwners } from './indexed-owners';
import type { QuestionRow } from './rows';
import type { NamedEntity } from '../entity/meeting-names';

/** Days after which an open question has lapsed. */
const LAPSE_DAYS = 30;

const inspectedItem = ({ line, text, meeting }: Item) => ({ line, text, meeting });

const inspectedName = ({ entity, kind, name, via }: NamedEntity) => ({
  kind: entity?.kind ?? kind,
  name: entity?.name ?? name,
  page: entity?.page ?? null,
  via,
});

/** `path`: only that note's. */
export function inspection(
  index: VaultIndex,
  { today, path }: { readonly today: CalendarDate; readonly path?: string | undefined },
) {
  const notes = index.notes.filter((note) => path === undefined || note.path === path);
  const asked = new Map(
    index.questions.flatMap((row) => row.sources.map((source) => [`${source.path}\n${source.line}`, row] as const)),
  );
  return {
    notes: notes.map((note) => inspectedNote(note, index, { today, asked })),
    events: inspectedEvents(index, path),
    lookLikeMeetings: lookLikeMeetings(notes),
    habits: habitsOf(notes, index),
    entities: [...index.registry.entities]
      .sort(compareEntities)
      .map(({ kind, name, page, aliases }) => ({ kind, name, page, aliases: [...aliases] })),
    problems: sortedProblems(index.problems.filter((problem) => path === undefined || problem.path === path)),
  };
}

/** Of one note only those it tells of. */
function inspectedEvents(index: VaultIndex, path: string | undefined) {
  const records = path === undefined ? index.meetings : (index.meetingsOf.get(path) ?? []);
  const asked = new Set(likelyEvents(index, null).flatMap(({ events }) => events));
  return records.map((record) => ({
    id: eventId(record, index),
    date: record.date,
    medium: record.medium,
    notes: record.notes.map((note) => ({ path: note.path, line: note.line })),
    people: record.names.flatMap(({ entity, kind, name }) => ((entity?.kind ?? kind) === PERSON ? [name] : [])),
    certain: !asked.has(record),
  }));
}

export type Inspection = ReturnType<typeof inspection>;

export interface LooksLike {
  /** The key under which the setting `looksLike` keeps the answer. */
  readonly group: string;
  readonly why: readonly Reason[];
  readonly paths: readonly string[];
}

/** Notes that are no meetings and look like some, by what they share; the largest group first. */
export function lookLikeMeetings(notes: readonly Pick<Note, 'path' | 'looksLike'>[]): LooksLike[] {
  const groups = new Map<
    string,
    { readonly group: string; readonly why: readonly Reason[]; readonly paths: string[] }
  >();
  for (const { path, looksLike } of notes) {
    if (looksLike === null) continue;
    const group = groupOf(path, looksLike);
    const known = groups.get(group);
    if (known === undefined) groups.set(group, { group, why: looksLike, paths: [path] });
    else known.paths.push(path);
  }
  return [...groups.values()].sort((a, b) => b.paths.length - a.paths.length || compareText(a.group, b.group));
}

/** By path, line, code, and then all that it tells. */
export function sortedProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compareText(a.path, b.path) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      compareText(a.code, b.code) ||
      compareText(JSON.stringify(a), JSON.stringify(b)),
  );
}

interface Questions {
  readonly today: CalendarDate;
  /** The question that a line asks, by path and line: it may be asked in other notes too. */
  readonly asked: ReadonlyMap<string, QuestionRow>;
}

function inspectedNote(note: Note, index: VaultIndex, questions: Questions) {
  const records = index.meetingsOf.get(note.path) ?? [];
  const names = (index.namesOf.get(note.path) ?? []).map((found) => found.names);
  return {
    path: note.path,
    kind: note.kind,
    type: note.type,
    date: note.date,
    title: note.title,
    entities: uniqueNames(names.flat()).map(inspectedName),
    meetings: note.meetings.map(({ line, title, date, because }, at) => ({
      line,
      title,
      date,
      because,
      medium: records[at]?.medium ?? 'meeting',
      event: records[at] === undefined ? null : eventId(records[at], index),
      entities: (names[at] ?? []).map(inspectedName),
    })),
    tasks: note.tasks.flatMap((item) => inspectedTask(item, note, index)),
    questions: note.questions.map((item) => inspectedQuestion(item, note, questions)),
    ...byStatement((of) => note[of].map(inspectedItem)),
    raises: note.raises.map(inspectedItem),
    summary: note.meetings.map(({ summary }) => summary).find((summary) => summary !== null) ?? null,
    nextMeeting: note.meetings.map(({ nextMeeting }) => nextMeeting).find((date) => date !== null) ?? null,
  };
}

function uniqueNames(names: readonly NamedEntity[]): NamedEntity[] {
  const seen = new Set<string>();
  return names.filter(({ entity, kind, name }) => {
    const key = entity?.id ?? `${kind}\n${name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function inspectedTask(item: TaskItem, note: Note, index: VaultIndex) {
  const { task } = item;
  const { owners, text } = indexedOwners(item, note, index);
  if (item.onlyOwned && owners.length === 0 && task.due === null) return [];
  return [
    {
      ...inspectedItem(item),
      text,
      status: task.status,
      statusType: task.statusType,
      section: item.section,
      proposed: item.proposed,
      form: item.form,
      dueText: item.dueText,
      owners: owners.map(({ entity, me, name, written }) => ({ text: written, name, page: entity?.page ?? null, me })),
      ...taskFields(task),
    },
  ];
}

/**
 * As its newest meeting left it: asked again it has not lapsed, answered later it is answered. A private one is judged
 * by itself.
 */
function inspectedQuestion(item: Question, note: Note, { today, asked }: Questions) {
  const row = asked.get(`${note.path}\n${item.line}`);
  const answered = row === undefined ? item.answered : row.state === 'answered';
  const newest =
    row?.asked[row.asked.length - 1] ?? (item.meeting === null ? null : note.meetings[item.meeting]?.date) ?? note.date;
  const lapsed = !answered && !(row?.pinned ?? item.pinned) && newest !== null && newest < addDays(today, -LAPSE_DAYS);
  return {
    ...inspectedItem(item),
    status: answered ? 'answered' : lapsed ? 'lapsed' : 'open',
    answer: item.answer ?? row?.answer ?? null,
    answered: answered ? (item.answeredOn ?? row?.answeredOn ?? null) : null,
  };
}
