/**
 * Events that may be one: of one day and of mostly the same people, and most of what one says the other says. Nothing
 * joins them but a person's answer; those of one cluster are asked about at once.
 *
 *     14 Oct  Ann, Bo   - Order the masts in Lisbon      - Sell the crane  ─┐ one meeting?
 *     14 Oct  Ann, Bo   - The masts are ordered in Lisbon  - The yard …    ─┘
 */
import { type EventAnswers, eventAnswers, isAnswered } from '../event/event-answers';
import { foldWhole } from '../entity/fold-name';
import { PERSON } from '../note/kinds';
import { ROW_KINDS } from '../note/line-kinds';
import type { CalendarDate } from '../text/calendar-date';
import { compareText } from '../text/order';
import { pushInto } from '../text/push-into';
import type { VaultIndex } from './build-index';
import { vocabularyOf } from './event-vocabulary';
import { sayTheSame, type Statement, statementOf } from './other-words';
import type { ProposalDraft } from './proposal';
import { tablesOf } from './row-words';
import type { MeetingRecord } from './rows';
import { givenNote } from './update-index';

interface Likely {
  /** By first note's path. */
  readonly events: readonly MeetingRecord[];
  /** Of the pair that is most alike: lines of the shorter that the other says too, and all of them. */
  readonly same: number;
  readonly of: number;
}

/** Of which one was since a day (null: ever). */
export function findLikelyEvents(index: VaultIndex, since: CalendarDate | null): ProposalDraft[] {
  return likelyEvents(index, since).map(({ events, same, of }) => {
    const [{ title, medium } = { title: '', medium: 'meeting' as const }] = events;
    return {
      kind: 'event',
      name: title,
      entityKind: medium,
      candidates: [],
      places: events.flatMap((meeting) => {
        const [note] = meeting.notes;
        if (note === undefined) return [];
        return [{ path: note.path, line: note.line, text: meeting.title, date: meeting.date, meeting }];
      }),
      key: ['event', ...events.map(({ id }) => id)].join('\n'),
      why: { code: 'told-twice', medium, events: events.length, same, of },
    };
  });
}

export function likelyEvents(index: VaultIndex, since: CalendarDate | null): readonly Likely[] {
  const byDay = new Map<CalendarDate, MeetingRecord[]>();
  for (const event of index.meetings) {
    const { date, notes, private: isPrivate } = event;
    // An answer is about notes: of a note that holds several meetings it would say nothing.
    const isWhole = notes.every(
      ({ path }) => (index.meetingsOf.get(path) ?? []).length === 1 && givenNote(index, path)?.kind === 'meeting',
    );
    if (date !== null && !isPrivate && isWhole && (since === null || date >= since)) pushInto(byDay, date, event);
  }
  const answers = eventAnswers(index.memory, index.registry);
  return [...byDay.values()].flatMap((events) => likelyOfDay(events, index, answers));
}

function likelyOfDay(events: readonly MeetingRecord[], index: VaultIndex, answers: EventAnswers): Likely[] {
  const candidates = pairsOf(events).filter(
    ([one, other]) =>
      one.medium === other.medium &&
      haveSamePeople(one, other) &&
      !one.notes.some(({ path }) => other.notes.some((note) => isAnswered(answers, path, note.path))),
  );
  if (candidates.length === 0) return [];
  const statements = statementsOf([...new Set(candidates.flat())], index);
  const pairs = candidates.flatMap(([one, other]) => {
    const [few = [], many = []] = [statements.get(one) ?? [], statements.get(other) ?? []].sort(
      (a, b) => a.length - b.length,
    );
    const same = few.filter((line) => many.some((said) => line.of === said.of && sayTheSame(line, said))).length;
    return same >= FEWEST && same * 2 > few.length ? [{ events: [one, other], same, of: few.length }] : [];
  });
  const clusters: Likely[] = [];
  for (const pair of pairs.sort((a, b) => b.same * a.of - a.same * b.of)) {
    const touching = clusters.filter((cluster) => cluster.events.some((event) => pair.events.includes(event)));
    for (const cluster of touching) clusters.splice(clusters.indexOf(cluster), 1);
    const all = new Set([...touching, pair].flatMap((cluster) => cluster.events));
    const { same, of } = touching[0] ?? pair;
    clusters.push({ events: [...all].sort((a, b) => compareText(a.id, b.id)), same, of });
  }
  return clusters;
}

const FEWEST = 2;
/** Events of a day that are compared with each other. */
const MOST_A_DAY = 60;

function pairsOf(events: readonly MeetingRecord[]): readonly (readonly [MeetingRecord, MeetingRecord])[] {
  const compared = events.slice(0, MOST_A_DAY);
  return compared.flatMap((one, at) => compared.slice(at + 1).map((other) => [one, other] as const));
}

/** Half of all people of both were at both. */
function haveSamePeople(one: MeetingRecord, other: MeetingRecord): boolean {
  const [a, b] = [peopleOf(one), peopleOf(other)];
  const shared = [...a].filter((name) => b.has(name)).length;
  return shared > 0 && shared * 2 >= a.size + b.size - shared;
}

function peopleOf({ names }: MeetingRecord): ReadonlySet<string> {
  return new Set(
    names.flatMap(({ entity, kind, name }) =>
      (entity?.kind ?? kind) === PERSON ? [entity?.id ?? foldWhole(name)] : [],
    ),
  );
}

interface Line extends Statement {
  readonly of: string;
}

/** A longer line is no row that two people would write down. */
const LONGEST = 2_000;

/** What each event's notes say, in one language. */
function statementsOf(
  events: readonly MeetingRecord[],
  { linesOf }: VaultIndex,
): ReadonlyMap<MeetingRecord, readonly Line[]> {
  const said = new Map(
    events.map((event) => {
      const lines = event.notes.flatMap(({ path }) => {
        const note = linesOf.get(path);
        return note === undefined ? [] : ROW_KINDS.flatMap((of) => note[of].map(({ text }) => ({ of, text })));
      });
      const short = lines.filter(({ text }) => text.length <= LONGEST);
      const distinct = new Map(short.map((line) => [`${line.of}\n${line.text}`, line]));
      return [event, [...distinct.values()]] as const;
    }),
  );
  const texts = [...said.values()].flat().map(({ text }) => text);
  const [table] = tablesOf(texts.join('. '));
  if (table === undefined) return new Map();
  const names = events.flatMap((event) =>
    event.names.flatMap(({ entity, kind, name }) => ((entity?.kind ?? kind) === PERSON ? [entity?.name ?? name] : [])),
  );
  const vocabulary = vocabularyOf(table, names, texts);
  return new Map(
    [...said].map(([event, lines]) => [event, lines.map(({ of, text }) => ({ of, ...statementOf(text, vocabulary) }))]),
  );
}
