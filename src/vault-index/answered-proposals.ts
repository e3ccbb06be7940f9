/**
 * A question that is still open, and a later decision or fact that seems to answer it: nearly all words of the question
 * are in it, one of them rare, something else ties the two, and it holds what was asked for.
 *
 *     - Who signs for Acme?                      14 October, with Acme
 *     - Bo Kim signs for Acme from January       28 October, with Acme        its answer?
 */
import { addDays, type CalendarDate } from '../text/calendar-date';
import { isCommonWord } from '../entity/common-words';
import { foldWhole } from '../entity/fold-name';
import { PERSON } from '../entity/person-name';
import { canBeRemembered } from '../entity/row-decisions';
import { compareText } from '../text/order';
import type { VaultIndex } from './build-index';
import type { ProposalDraft } from './proposal';
import type { Tie } from './proposal-why';
import { sharedContext } from './shared-context';
import { type RowWords, rowWords, tablesOf, wordsKey, wordTables } from './row-words';
import type { DecisionRow, QuestionRow } from './rows';
import { TokenPostings } from './token-postings';
import type { WordTable } from './word-table';

/**
 * Of questions answered since a day (null: ever). One statement a question: the one that says most of its words, then
 * the newest.
 */
export function findAnswers(index: VaultIndex, since: CalendarDate | null): ProposalDraft[] {
  const statements = [...index.decisions, ...index.facts]
    .filter(
      ({ date, private: isPrivate, text }) =>
        !isPrivate && date !== null && (since === null || date >= since) && !/[?？]\W{0,5}$/.test(text),
    )
    .map((row) => ({ row, date: row.date ?? '', tables: tablesOf(row.text) }))
    .sort((a, b) => compareText(a.date, b.date) || compareText(a.row.id, b.row.id));
  if (statements.length === 0) return [];
  const from = since === null ? '' : addDays(since, -MOST_DAYS);
  const open = index.questions.flatMap((row) => {
    const last = row.asked[row.asked.length - 1];
    return row.state !== 'open' || row.private || last === undefined || last < from || !canBeRemembered(row.text)
      ? []
      : [{ row, last, tables: tablesOf(row.text) }];
  });
  const best = new Map<QuestionRow, Answering>();
  for (const table of wordTables()) {
    const stated = statements.flatMap(({ row, date, tables }): Stated[] => {
      if (!tables.includes(table)) return [];
      const says = rowWords(row.text, table);
      return says.undecided ? [] : [{ row, date, says, has: new Set(says.words) }];
    });
    const found = answersIn(
      open.filter(({ tables }) => tables.includes(table)),
      stated,
      { table, index },
    );
    for (const [row, answer] of found) {
      const known = best.get(row);
      if (known === undefined || compareAnswers(answer, known) < 0) best.set(row, answer);
    }
  }
  return open.flatMap(({ row }) => {
    const answer = best.get(row);
    return answer === undefined ? [] : [questionOf(row, answer.stated.row, answer.tie)];
  });
}

interface Answering {
  readonly share: number;
  readonly tie: Tie;
  readonly stated: Stated;
}

/** The best in one language, by question. */
function answersIn(
  open: readonly { readonly row: QuestionRow; readonly last: CalendarDate }[],
  statements: readonly Stated[],
  { table, index }: { readonly table: WordTable; readonly index: VaultIndex },
): Map<QuestionRow, Answering> {
  const best = new Map<QuestionRow, Answering>();
  if (open.length === 0 || statements.length === 0) return best;
  const postings = new TokenPostings(statements, ({ says }) => says.words);
  const refused = new Set(
    index.memory.decisions.flatMap((decision) =>
      decision.kind === 'no-answer'
        ? [`${wordsKey(rowWords(decision.question, table))}\n\n${wordsKey(rowWords(decision.statement, table))}`]
        : [],
    ),
  );
  for (const { row, last } of open) {
    const asked = rowWords(row.text, table);
    if (asked.words.length < FEWEST) continue;
    const until = addDays(last, MOST_DAYS);
    const window = { isBefore: ({ date }: Stated) => date <= last, isBeyond: ({ date }: Stated) => date > until };
    const seen = new Set<Stated>();
    const fits: Answering[] = [];
    // An answer has most of the words, so it has one of the rarest few.
    const missing = asked.words.length - Math.ceil(asked.words.length * shareFor(asked));
    const rarest = [...asked.words].sort((a, b) => postings.count(a) - postings.count(b)).slice(0, missing + 1);
    for (const word of rarest) {
      for (const stated of postings.withWord(word, window)) {
        if (seen.has(stated)) continue;
        seen.add(stated);
        if (
          index.memory.rows.isNoAnswer(row.text, stated.row.text) ||
          (refused.size > 0 && refused.has(`${wordsKey(asked)}\n\n${wordsKey(stated.says)}`))
        )
          continue;
        const fit = fitOf({ row, asked }, stated, table);
        if (fit !== null) fits.push({ ...fit, stated });
      }
    }
    const [first] = fits.filter(({ stated }) => canBeRemembered(stated.row.text)).sort(compareAnswers);
    if (first !== undefined) best.set(row, first);
  }
  return best;
}

/** What says most of the question's words, then the newest. */
function compareAnswers(a: Answering, b: Answering): number {
  return (
    b.share - a.share || compareText(b.stated.date, a.stated.date) || compareText(a.stated.row.id, b.stated.row.id)
  );
}

/** Fewer words say too little of what was asked. */
const FEWEST = 2;
const MOST_DAYS = 60;
/**
 * How much of the question's words the answer has at the least: less where who, when or how many tells an answer by
 * itself.
 */
const SHARE = 0.8;
const SHARE_WHERE_TOLD = 0.65;

function shareFor({ asks, asksHowMuch }: RowWords): number {
  return /^(?:who|when)$/.test(asks) || asksHowMuch ? SHARE_WHERE_TOLD : SHARE;
}

interface Stated {
  readonly row: DecisionRow;
  readonly date: string;
  readonly says: RowWords;
  readonly has: ReadonlySet<string>;
}

interface Fit {
  readonly share: number;
  readonly tie: Tie;
}

function fitOf(
  { row, asked }: { readonly row: QuestionRow; readonly asked: RowWords },
  { row: statement, says, has: there }: Stated,
  table: WordTable,
): Fit | null {
  const shared = asked.words.filter((word) => there.has(word));
  const share = shared.length / asked.words.length;
  if (shared.length < FEWEST || share < shareFor(asked) || !asked.names.every((name) => there.has(name))) return null;
  const turns = new Set(says.turns.split(' '));
  if (!asked.turns.split(' ').every((turn) => turn === '' || turn === 'not' || turns.has(turn))) return null;
  if (!tellsWhatIsAsked({ row, asked }, { row: statement, says }, table)) return null;
  const tie = sharedContext(row, statement);
  return tie === null ? null : { share, tie };
}

/**
 * Who is a name that the question does not have; when, how much and how many want a number or a day; the rest wants
 * more words.
 */
function tellsWhatIsAsked(
  { row, asked }: { readonly row: QuestionRow; readonly asked: RowWords },
  { row: statement, says }: { readonly row: DecisionRow; readonly says: RowWords },
  table: WordTable,
): boolean {
  const named = new Set(asked.words);
  switch (asked.asks) {
    // Where nouns are written like names, only who is known, or was there, is one.
    case 'who':
      return (
        (table.writesNouns !== true && says.names.some((name) => !named.has(name))) ||
        peopleOf(statement).some((name) => isNamed(name, statement.text) && !isNamed(name, row.text))
      );
    case 'when':
      return says.tellsHowMuch;
    case 'how':
      return !asked.asksHowMuch || says.tellsHowMuch;
    default:
      return true;
  }
}

function peopleOf({ entities, sources }: DecisionRow): readonly string[] {
  return [
    ...entities.filter(({ kind }) => kind === PERSON),
    ...sources.flatMap(({ meeting }) => meeting?.names.filter(({ kind }) => kind === PERSON) ?? []),
  ].map(({ name }) => name);
}

/** By the whole name, or by a first one that is no common word. */
function isNamed(name: string, text: string): boolean {
  const said = ` ${foldWhole(text)} `;
  const folded = foldWhole(name);
  const [first = ''] = folded.split(' ', 1);
  return folded !== '' && (said.includes(` ${folded} `) || (!isCommonWord(first) && said.includes(` ${first} `)));
}

function questionOf(question: QuestionRow, statement: DecisionRow, tie: Tie): ProposalDraft {
  const places = [question, statement]
    .flatMap(({ sources }) => sources.slice(-1))
    .map(({ path, line, text, date, meeting }) => ({ path, line, text, date, meeting }));
  return {
    kind: 'answered',
    name: question.text,
    entityKind: 'question',
    candidates: [],
    places,
    count: 1,
    rows: [question, statement],
    key: ['answered', question.id, statement.id].join('\n'),
    why: { code: 'said-later', text: statement.text, tie },
  };
}
