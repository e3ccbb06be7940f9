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
import { type RowWords, rowWords } from './row-words';
import type { DecisionRow, QuestionRow } from './rows';
import { TokenPostings } from './token-postings';

/** Of questions answered since a day (null: ever). One statement a question: the one that says most of its words, then the newest. */
export function findAnswers(index: VaultIndex, since: CalendarDate | null): Question[] {
  const statements = [...index.decisions, ...index.facts]
    .filter(({ date, private: isPrivate, text }) => !isPrivate && date !== null && (since === null || date >= since) && canBeRemembered(text) && !/[?？]\W*$/.test(text))
    .map((row): Stated => ({ row, date: row.date ?? '', says: rowWords(row.text) }))
    .filter(({ says }) => !says.undecided);
  if (statements.length === 0) return [];
  const postings = new TokenPostings(statements, ({ says }) => says.words);
  return index.questions.flatMap((row): Question[] => {
    const last = row.asked[row.asked.length - 1];
    if (row.state !== 'open' || row.private || last === undefined || !canBeRemembered(row.text)) return [];
    const asked = rowWords(row.text);
    if (asked.words.length < FEWEST) return [];
    const seen = new Set<Stated>();
    const fits: (Fit & { readonly stated: Stated })[] = [];
    for (const word of asked.words) {
      // A name, or a word of every second line, is what the two are about, not what is said about it.
      if (asked.names.includes(word)) continue;
      for (const stated of postings.withWord(word)) {
        if (seen.has(stated)) continue;
        seen.add(stated);
        if (stated.date <= last || addDays(last, MOST_DAYS) < stated.date || index.memory.rows.isNoAnswer(row.text, stated.row.text)) continue;
        const fit = fitOf({ row, asked }, stated);
        if (fit !== null) fits.push({ ...fit, stated });
      }
    }
    const [best] = fits.sort((a, b) => b.share - a.share || compareText(b.stated.date, a.stated.date) || compareText(a.stated.row.id, b.stated.row.id));
    return best === undefined ? [] : [questionOf(row, best.stated.row, best.tie)];
  });
}

/** Fewer words say too little of what was asked. */
const FEWEST = 2;
const MOST_DAYS = 60;
/** How much of the question's words the answer has at the least: less where who, when or how many tells an answer by itself. */
const SHARE = 0.8;
const SHARE_WHERE_TOLD = 0.65;

interface Stated {
  readonly row: DecisionRow;
  readonly date: string;
  readonly says: RowWords;
}

interface Fit {
  readonly share: number;
  readonly tie: string;
}

function fitOf({ row, asked }: { readonly row: QuestionRow; readonly asked: RowWords }, { row: statement, says }: Stated): Fit | null {
  const there = new Set(says.words);
  const shared = asked.words.filter((word) => there.has(word));
  const share = shared.length / asked.words.length;
  if (shared.length < FEWEST || share < (/^(?:who|when)$/.test(asked.asks) || HOW_MUCH.test(row.text) ? SHARE_WHERE_TOLD : SHARE) || !asked.names.every((name) => there.has(name))) return null;
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
