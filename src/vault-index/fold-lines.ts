/**
 * The lines of an event's notes that say the same in other words, put under one wording. Nothing is folded across
 * events. Two lines of one note are two things, unless they are long and say nearly the same: a list was appended to.
 *
 *     A.md   - Lior will ask Kushal for introductions       ─┐ saidAs: the words of A, or of B where more notes say them
 *     B.md   - Lior to ask Kushal for introductions to MAI  ─┘
 */
import type { RowMemory } from '../entity/row-decisions';
import { PERSON } from '../note/kinds';
import { byRowKind, ROW_KINDS } from '../note/line-kinds';
import type { CalendarDate } from '../text/calendar-date';
import { compareText } from '../text/order';
import { type ResolvedLine, type RowKind, ROWS } from './merge-rows';
import { type Vocabulary, vocabularyOf } from './event-vocabulary';
import { likeness, sayTheSame, saysAgain, type Statement, statementOf } from './other-words';
import type { NoteLines } from './resolve-lines';
import { tablesOf } from './row-words';
import type { AnyRow, MeetingRecord } from './rows';
import { TokenPostings } from './token-postings';
import { pushInto } from '../text/push-into';

type Line = ResolvedLine<unknown>;

/**
 * The lines of the event's notes under one wording each, those alone that are others than before. `linesOf`: a note's
 * lines, folded or not.
 */
export function foldLines(
  event: MeetingRecord,
  linesOf: (path: string) => NoteLines | undefined,
  memory: RowMemory,
): ReadonlyMap<string, NoteLines> {
  const changed = new Map<string, NoteLines>();
  const notes = event.notes.flatMap(({ path }) => {
    const lines = linesOf(path);
    return lines === undefined ? [] : [{ path, lines }];
  });
  const folds = byRowKind((kind) => {
    const lines = notes.flatMap(({ lines: all }): readonly Line[] => all[kind]);
    const told = lines.filter(({ source }) => source.meeting === event);
    return notes.length > 1 || mayRepeat(told) ? foldsOf(ROWS[kind], told, event, memory) : NONE;
  });
  for (const { path, lines } of notes) {
    const next = byRowKind((kind) =>
      refolded(lines[kind], event, (line) => folds[kind].get(ownKey(ROWS[kind], line)) ?? null),
    );
    if (ROW_KINDS.some((kind) => next[kind] !== lines[kind])) changed.set(path, { ...lines, ...next } as NoteLines);
  }
  return changed;
}

const NONE: ReadonlyMap<number, string> = new Map();

/** A quick look at one note's lines: two long ones begin alike. Nearly all notes have none, and cost no more. */
function mayRepeat(lines: readonly Line[]): boolean {
  const openings = lines.flatMap(({ text }) => (text.length < LONG ? [] : [text.slice(0, text.indexOf(' '))]));
  return new Set(openings).size < openings.length;
}

/** In UTF-16 units. */
const LONG = 60;

function refolded(
  lines: readonly Line[],
  event: MeetingRecord,
  foldOf: (line: Line) => string | null,
): readonly Line[] {
  const next = lines.map((line) => {
    if (line.source.meeting !== event) return line;
    const saidAs = foldOf(line);
    return saidAs === line.saidAs ? line : { ...line, saidAs };
  });
  return next.some((line, at) => line !== lines[at]) ? next : lines;
}

type Kind = RowKind<Line, AnyRow>;

/** By its own words. */
function ownKey(kind: Kind, line: Line): number {
  return kind.keyOf(line.saidAs === null ? line : { ...line, saidAs: null });
}

/** Lines of an event with the same words. */
interface Telling extends Statement {
  readonly key: number;
  readonly text: string;
  readonly sameAs: string | null;
  /** The notes that tell it so. */
  readonly paths: ReadonlySet<string>;
  readonly dues: ReadonlySet<CalendarDate>;
}

/** By the keys of lines that are folded, the words under which they are. */
function foldsOf(
  kind: Kind,
  lines: readonly Line[],
  event: MeetingRecord,
  memory: RowMemory,
): ReadonlyMap<number, string> {
  const folds = new Map<number, string>();
  const texts = lines.map(({ text }) => text);
  const [table] = tablesOf(texts.join('. '));
  if (lines.length < 2 || table === undefined) return folds;
  const vocabulary = vocabularyOf(table, peopleOf(lines, event), texts);
  for (const tellings of tellingsOf(kind, lines, vocabulary)) {
    for (const cluster of clustersOf(tellings, memory)) {
      const [first] = [...cluster].sort(byRank);
      if (first === undefined || cluster.length < 2) continue;
      for (const { key } of cluster) folds.set(key, first.sameAs ?? first.text);
    }
  }
  return folds;
}

/** Who was there, and who the lines name. */
function peopleOf(lines: readonly Line[], event: MeetingRecord): readonly string[] {
  return [
    ...event.names.flatMap(({ entity, kind, name }) =>
      (entity?.kind ?? kind) === PERSON ? [entity?.name ?? name] : [],
    ),
    ...lines.flatMap(({ named }) => named.flatMap(({ kind, name }) => (kind === PERSON ? [name] : []))),
  ];
}

/** What may be said in other words of each other, in the order of their words. */
function tellingsOf(kind: Kind, lines: readonly Line[], vocabulary: Vocabulary): Telling[][] {
  const found = new Map<string, Map<number, Line[]>>();
  for (const line of lines) {
    const within = kind.alikeIn(line);
    if (within === null) continue;
    const key = ownKey(kind, line);
    const group = found.get(within) ?? new Map<number, Line[]>();
    found.set(within, group);
    pushInto(group, key, line);
  }
  return [...found.values()].map((group) =>
    [...group]
      .map(([key, same]): Telling => {
        const [text = ''] = same.map((line) => line.text).sort(compareText);
        return {
          key,
          text,
          sameAs: same[0]?.sameAs ?? null,
          paths: new Set(same.map(({ source: { path } }) => path)),
          dues: new Set(same.flatMap((line) => kind.dueOf?.(line) ?? [])),
          ...statementOf(text, vocabulary),
        };
      })
      .sort((a, b) => compareText(a.text, b.text) || a.key - b.key),
  );
}

/** What a person said is the same goes first, then what most notes say, then the fullest. */
function byRank(a: Telling, b: Telling): number {
  return (
    Number(b.sameAs !== null) - Number(a.sameAs !== null) ||
    b.paths.size - a.paths.size ||
    b.words.size - a.words.size ||
    compareText(a.text, b.text)
  );
}

/**
 * The likeliest pairs first; two clusters are one where every telling of one says the same as every one of the other.
 */
function clustersOf(tellings: readonly Telling[], memory: RowMemory): ReadonlySet<readonly Telling[]> {
  const clusterOf = new Map<Telling, readonly Telling[]>(tellings.map((telling) => [telling, [telling]]));
  for (const [one, other] of pairsOf(tellings, memory)) {
    const [a, b] = [clusterOf.get(one) ?? [], clusterOf.get(other) ?? []];
    if (a === b || a.length + b.length > MOST_TOGETHER) continue;
    if (!a.every((left) => b.every((right) => isOne(left, right, memory)))) continue;
    const both = [...a, ...b];
    for (const telling of both) clusterOf.set(telling, both);
  }
  return new Set(clusterOf.values());
}

const MOST_TOGETHER = 40;

function pairsOf(tellings: readonly Telling[], memory: RowMemory): [Telling, Telling][] {
  const postings = new TokenPostings(tellings, ({ says }) => says.words);
  const pairs: { readonly one: Telling; readonly other: Telling; readonly alike: number }[] = [];
  const before = new Set<Telling>();
  for (const one of tellings) {
    before.add(one);
    for (const other of new Set(one.says.words.flatMap((word) => postings.with(word))))
      if (!before.has(other) && isOne(one, other, memory)) pairs.push({ one, other, alike: likeness(one, other) });
  }
  // Of pairs as alike as each other the one whose words come first.
  return pairs.sort((a, b) => b.alike - a.alike).map(({ one, other }) => [one, other]);
}

function isOne(one: Telling, other: Telling, memory: RowMemory): boolean {
  if ([...one.paths].some((path) => other.paths.has(path)) && !saysAgain(one, other)) return false;
  if (one.sameAs !== null && other.sameAs !== null) return false;
  const isSameDay = one.dues.size === 0 || other.dues.size === 0 || [...one.dues].some((due) => other.dues.has(due));
  return isSameDay && sayTheSame(one, other) && !memory.isSettled(one.text, other.text);
}
