/**
 * Tasks and questions said twice in other words. Likeness alone asks nothing: the one says all that the other says,
 * they have the same owner, and something else ties them. A number, a day, a negation or a name that differs keeps them
 * apart.
 *
 *     - [ ] Send the pricing draft to Acme @Bo        14 October, weekly
 *     - [ ] Share pricing draft with Acme @Bo         28 October, weekly        the same?
 *     - [ ] Send the pricing figures to Acme @Bo                                something else
 */
import { addDays, type CalendarDate } from '../text/calendar-date';
import type { Entity } from '../entity/entity';
import { foldWhole } from '../entity/fold-name';
import { canBeRemembered } from '../entity/row-decisions';
import { compareText } from '../text/order';
import { rowKey } from '../text/row-key';
import type { VaultIndex } from './build-index';
import type { ProposalDraft } from './proposal';
import type { Tie } from './proposal-why';
import { inOneNote, sharedContext, type Tied } from './shared-context';
import { type RowWords, rowWords, tablesOf, wordsKey, wordTables } from './row-words';
import type { QuestionRow, TaskRow } from './rows';
import { TokenPostings } from './token-postings';
import type { WordTable } from './word-table';
import { pushInto } from '../text/push-into';

/** Of which the newer was said since a day (null: ever). */
export function findDuplicates(index: VaultIndex, since: CalendarDate | null): ProposalDraft[] {
  const from = since === null ? '' : addDays(since, -MOST_DAYS);
  const isNear = ({ asked, private: isPrivate }: Row): boolean =>
    !isPrivate && asked.length > 0 && (asked[asked.length - 1] ?? '') >= from;
  const tasks = index.tasks.filter(
    (row) =>
      isNear(row) && !row.proposed && row.owners.length > 0 && !row.sources.some(({ text }) => text.includes('🔁')),
  );
  const recent = [
    ...tasks.map((row) =>
      asSaid(
        row,
        row.open,
        row.owners
          .map(({ me, entity, name }) => (me ? 'me' : (entity?.id ?? `?${foldWhole(name)}`)))
          .sort(compareText)
          .join('\n'),
        row.owners.flatMap(({ entity }) => entity ?? []),
      ),
    ),
    ...index.questions.filter(isNear).map((row) => asSaid(row, row.state === 'open', '', [])),
  ].map((one) => ({ one, tables: tablesOf(one.row.text) }));
  const pairs = wordTables().flatMap((table) =>
    pairsOf(
      recent.flatMap(({ one, tables }) => (tables.includes(table) ? [one] : [])),
      { table, index, since },
    ),
  );
  // Who is asked about one line twice answers the surest first; what is left shows then.
  const asked = new Set<Row>();
  const found: ProposalDraft[] = [];
  for (const { newer, older, tie } of pairs.sort(
    (a, b) =>
      a.surplus - b.surplus ||
      compareText(b.newer.last, a.newer.last) ||
      compareText(a.newer.row.id, b.newer.row.id) ||
      compareText(a.older.row.id, b.older.row.id),
  )) {
    if (asked.has(newer.row) || asked.has(older.row)) continue;
    asked.add(newer.row).add(older.row);
    found.push(questionOf(newer, older, tie));
  }
  return found;
}

interface Comparing {
  readonly table: WordTable;
  readonly index: VaultIndex;
  readonly since: CalendarDate | null;
}

/** Pairs in one language. */
function pairsOf(rows: readonly SaidRow[], { table, index, since }: Comparing): Pair[] {
  const groups = new Map<string, Worded[]>();
  for (const one of rows) {
    const says = rowWords(one.row.text, table);
    const key = `${one.isTask ? 'task' : says.asks}\n${one.owners}\n${says.turns}`;
    pushInto(groups, key, { ...one, says });
  }
  const apart = new Set(
    index.memory.decisions.flatMap((decision) =>
      decision.kind === 'not-same' && index.memory.rows.isSettled(decision.one, decision.other)
        ? [pairKey(rowWords(decision.one, table), rowWords(decision.other, table))]
        : [],
    ),
  );
  return [...groups.values()].flatMap((group) =>
    pairsIn(group, { table, index, since }).filter(({ newer, older }) => !apart.has(pairKey(newer.says, older.says))),
  );
}

/** Further apart, the same words are a new matter. */
const MOST_DAYS = 60;

type Row = TaskRow | QuestionRow;

interface SaidRow {
  readonly row: Row;
  readonly isTask: boolean;
  readonly open: boolean;
  readonly owners: string;
  readonly ownedBy: readonly Entity[];
  /** The day it was last said; `` for none. */
  readonly last: string;
}

interface Worded extends SaidRow {
  readonly says: RowWords;
}

interface Pair {
  readonly newer: Worded;
  readonly older: Worded;
  readonly tie: Tie;
  /** Words that only one of them has. */
  readonly surplus: number;
}

function asSaid(row: Row, open: boolean, owners: string, ownedBy: readonly Entity[]): SaidRow {
  return { row, isTask: 'statusType' in row, open, owners, ownedBy, last: row.asked[row.asked.length - 1] ?? '' };
}

function pairsIn(group: readonly Worded[], { table, index, since }: Comparing): Pair[] {
  if (group.length < 2) return [];
  const postings = new TokenPostings(group, ({ says }) => says.words);
  const found: Pair[] = [];
  for (const small of group) {
    for (const large of postings.withRarest(small)) {
      if (large === small || large.says.words.length < small.says.words.length) continue;
      if (large.says.words.length === small.says.words.length && compareText(small.row.id, large.row.id) >= 0) continue;
      const [newer, older] = compareText(small.last, large.last) > 0 ? [small, large] : [large, small];
      if (!older.open && !(older.last === newer.last && newer.open)) continue;
      if ((since !== null && newer.last < since) || addDays(older.last, MOST_DAYS) < newer.last) continue;
      const surplus = surplusOf(small, large, table);
      if (
        surplus === null ||
        // To the letter the same, and yet two: they share nothing, or are due on two days.
        rowKey(small.row.text) === rowKey(large.row.text) ||
        (surplus > 0 && inOneNote(small.row, large.row)) ||
        index.memory.rows.isSettled(small.row.text, large.row.text)
      )
        continue;
      const tie = sharedContext(small.row, large.row, small.ownedBy);
      if (tie !== null && canBeRemembered(small.row.text) && canBeRemembered(large.row.text))
        found.push({ newer, older, tie, surplus });
    }
  }
  return found;
}

function pairKey(one: RowWords, other: RowWords): string {
  return [wordsKey(one), wordsKey(other)].sort(compareText).join('\n\n');
}

/**
 * How many words the one says beyond the other; null where that is too much, or where the one does not say all of the
 * other.
 */
function surplusOf(small: Worded, large: Worded, table: WordTable): number | null {
  const [few, many] = [small.says, large.says];
  const there = new Set(many.words);
  if (few.words.length < FEWEST || !few.words.every((word) => there.has(word))) return null;
  const surplus = many.words.length - few.words.length;
  if (surplus > few.words.length / 3) return null;
  // The order of the names says who gives and who gets.
  const both = few.names.filter((name) => many.names.includes(name));
  if (both.join(' ') !== many.names.filter((name) => both.includes(name)).join(' ')) return null;
  const own = new Set(few.words);
  // A name that only one of them has must be what the other is about anyway.
  const known = new Set(
    [...small.row.entities, ...meetingEntities(small.row)].flatMap(({ name }) => rowWords(`x ${name}`, table).words),
  );
  return many.names.every((name) => own.has(name) || known.has(name)) ? surplus : null;
}

const FEWEST = 2;

function meetingEntities({ sources }: Tied): readonly Entity[] {
  return sources.flatMap(({ meeting }) => meeting?.entities.filter(({ kind }) => kind !== 'person') ?? []);
}

function questionOf(newer: Worded, older: Worded, tie: Tie): ProposalDraft {
  const places = [newer, older]
    .flatMap(({ row: { sources } }) => sources.slice(-1))
    .map(({ path, line, text, date, meeting }) => ({ path, line, text, date, meeting }));
  const what = newer.isTask ? 'task' : 'question';
  return {
    kind: 'duplicate',
    name: newer.row.text,
    entityKind: what,
    candidates: [],
    places,
    count: 1,
    rows: [newer.row, older.row],
    key: ['duplicate', ...[newer.row.id, older.row.id].sort(compareText)].join('\n'),
    why: { code: 'said-twice', text: older.row.text, of: what, tie, newerClosed: !newer.open },
  };
}
