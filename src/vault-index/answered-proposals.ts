/**
 * A question that is still open, and a later decision or fact that seems to answer it: nearly all words of the question are in it, one
 * of them rare, something else ties the two, and it holds what was asked for.
 *
 *     - Who signs for Acme?                      14 October, with Acme
 *     - Bo Kim signs for Acme from January       28 October, with Acme        its answer?
 */
import { addDays, type CalendarDate } from '../text/calendar-date';
import { canBeRemembered } from '../entity/row-decisions';
import { compareText } from '../text/order';
import type { VaultIndex } from './build-index';
import type { Question } from './proposals';
import { tieOf } from './row-ties';
import { type RowWords, rowWords, wordsKey } from './row-words';
import type { DecisionRow, QuestionRow } from './rows';
import { TokenPostings } from './token-postings';

/** Of questions answered since a day (null: ever). One statement a question: the one that says most of its words, then the newest. */
export function findAnswers(index: VaultIndex, since: CalendarDate | null): Question[] {
  const statements = [...index.decisions, ...index.facts]
    .filter(({ date, private: isPrivate, text }) => !isPrivate && date !== null && (since === null || date >= since) && !/[?？]\W{0,5}$/.test(text))
    .map((row): Stated => {
      const says = rowWords(row.text);
      return { row, date: row.date ?? '', says, has: new Set(says.words) };
    })
    .filter(({ says }) => !says.undecided)
    .sort((a, b) => compareText(a.date, b.date) || compareText(a.row.id, b.row.id));
  if (statements.length === 0) return [];
  const postings = new TokenPostings(statements, ({ says }) => says.words);
  const from = since === null ? '' : addDays(since, -MOST_DAYS);
  const refused = new Set(index.memory.decisions.flatMap((decision) => (decision.kind === 'no-answer' ? [`${wordsKey(rowWords(decision.question))}\n\n${wordsKey(rowWords(decision.statement))}`] : [])));
  return index.questions.flatMap((row): Question[] => {
    const last = row.asked[row.asked.length - 1];
    if (row.state !== 'open' || row.private || last === undefined || last < from || !canBeRemembered(row.text)) return [];
    const asked = rowWords(row.text);
    if (asked.words.length < FEWEST) return [];
    const until = addDays(last, MOST_DAYS);
    const window = { isBefore: ({ date }: Stated) => date <= last, isBeyond: ({ date }: Stated) => date > until };
    const seen = new Set<Stated>();
    const fits: (Fit & { readonly stated: Stated })[] = [];
    // An answer has most of the words, so it has one of the rarest few.
    const missing = asked.words.length - Math.ceil(asked.words.length * shareFor(row, asked));
    const rarest = [...asked.words].sort((a, b) => postings.count(a) - postings.count(b)).slice(0, missing + 1);
    for (const word of rarest) {
      for (const stated of postings.withWord(word, window)) {
        if (seen.has(stated)) continue;
        seen.add(stated);
        if (index.memory.rows.isNoAnswer(row.text, stated.row.text) || (refused.size > 0 && refused.has(`${wordsKey(asked)}\n\n${wordsKey(stated.says)}`))) continue;
        const fit = fitOf({ row, asked }, stated);
        if (fit !== null) fits.push({ ...fit, stated });
      }
    }
    const [best] = fits.filter(({ stated }) => canBeRemembered(stated.row.text)).sort((a, b) => b.share - a.share || compareText(b.stated.date, a.stated.date) || compareText(a.stated.row.id, b.stated.row.id));
    return best === undefined ? [] : [questionOf(row, best.stated.row, best.tie)];
  });
}

/** Fewer words say too little of what was asked. */
const FEWEST = 2;
const MOST_DAYS = 60;
/** How much of the question's words the answer has at the least: less where who, when or how many tells an answer by itself. */
const SHARE = 0.8;
const SHARE_WHERE_TOLD = 0.65;

function shareFor({ text }: QuestionRow, { asks }: RowWords): number {
  return /^(?:who|when)$/.test(asks) || HOW_MUCH.test(text) ? SHARE_WHERE_TOLD : SHARE;
}

interface Stated {
  readonly row: DecisionRow;
  readonly date: string;
  readonly says: RowWords;
  readonly has: ReadonlySet<string>;
}

interface Fit {
  readonly share: number;
  readonly tie: string;
}

function fitOf({ row, asked }: { readonly row: QuestionRow; readonly asked: RowWords }, { row: statement, says, has: there }: Stated): Fit | null {
  const shared = asked.words.filter((word) => there.has(word));
  const share = shared.length / asked.words.length;
  if (shared.length < FEWEST || share < shareFor(row, asked) || !asked.names.every((name) => there.has(name))) return null;
  const turns = new Set(says.turns.split(' '));
  if (!asked.turns.split(' ').every((turn) => turn === '' || turn === 'not' || turns.has(turn))) return null;
  if (!tellsWhatIsAsked({ row, asked, shared }, { row: statement, says })) return null;
  const tie = tieOf(row, statement);
  return tie === null ? null : { share, tie };
}

/** Who is a name that the question does not have; when, how much and how many want a number or a day; the rest wants more words. */
function tellsWhatIsAsked({ row, asked }: { readonly row: QuestionRow; readonly asked: RowWords; readonly shared: readonly string[] }, { row: statement, says }: { readonly row: DecisionRow; readonly says: RowWords }): boolean {
  const named = new Set(asked.words);
  switch (asked.asks) {
    case 'who': return says.names.some((name) => !named.has(name)) || statement.entities.some((entity) => entity.kind === 'person' && statement.text.includes(entity.name) && !row.text.includes(entity.name));
    case 'when': return hasNumber(says.turns);
    case 'how': return !HOW_MUCH.test(row.text) || hasNumber(says.turns);
    default: return true;
  }
}

const HOW_MUCH = /\bhow (?:many|much|long|often|big|far)\b/i;

function hasNumber(turns: string): boolean {
  return turns.split(' ').some((turn) => /\p{N}|..day$|^(?:january|february|march|april|june|july|august|september|october|november|december|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|double|q[1-4]|tomorrow|week|month|quarter|year)$/u.test(turn));
}

function questionOf(question: QuestionRow, statement: DecisionRow, tie: string): Question {
  const places = [question, statement].flatMap(({ sources }) => sources.slice(-1)).map(({ path, line, text, date, meeting }) => ({ path, line, text, date, meeting }));
  return {
    kind: 'answered', name: question.text, entityKind: 'question', candidates: [], places, count: 1, rows: [question, statement],
    key: ['answered', question.id, statement.id].join('\n'),
    why: `“${statement.text}” was said later, and ${tie}.`,
  };
}
