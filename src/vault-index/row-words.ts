/**
 * The words of a row by which it may be known again in other words, and what keeps two rows apart however alike they
 * read.
 *
 *     Does Sam send all three drafts to Acme before Friday?
 *          ^^^ name     ^^^^^ number  ^^^^ name     ^^^^^^ number (a day)
 *               ^^^^     ^^^^^^ words             ^^^^^^ turn
 *
 * Little words and endings are a language's. Which one a row is in, its words say: those that say nothing of it are
 * read in each, and two rows are compared in one. Of a language without a table all words count, which finds less and
 * never more.
 */
import { type Asks, type WordTable, wordSet, type WrittenWord } from './word-table';
import { englishWords } from './words-english';
import { germanWords } from './words-german';
import { frenchWords, spanishWords } from './words-romance';

export interface RowWords {
  /**
   * Distinct, without endings and little words, in the order they are; `turns` except negations and particles are
   * among them.
   */
  readonly words: readonly string[];
  /** Those of `words` written like a name where no sentence begins, in order. */
  readonly names: readonly string[];
  /**
   * Numbers, days and months, negations, and words that turn the meaning (`before`, `from`), sorted: they must be the
   * same.
   */
  readonly turns: string;
  /** Of `turns` numbers, days and negations, sorted. */
  readonly amounts: string;
  /** `who`, `when`… of a question; `` where it asks for yes or no, or is none. */
  readonly asks: Asks | '';
  /** It asks for a number, or how long or how often. */
  readonly asksHowMuch: boolean;
  /** It tells a number or a time. */
  readonly tellsHowMuch: boolean;
  /** It says that something is not settled yet. */
  readonly undecided: boolean;
}

let tables: readonly WordTable[] | null = null;

/** Always the same; made when first asked for, which loading the plugin does not. */
export function wordTables(): readonly WordTable[] {
  tables ??= [englishWords(), germanWords(), frenchWords(), spanishWords()];
  return tables;
}

/** The languages that a text may be in: those of which it has most little words; all where it has none. */
export function tablesOf(text: string): readonly WordTable[] {
  const all = wordTables();
  const counts = all.map(() => 0);
  for (const [token] of plainOf(text).matchAll(TOKEN)) {
    const folded = foldWord(bareOf(token));
    all.forEach(({ little, asks, letters }, at) => {
      counts[at] =
        (counts[at] ?? 0) + Number(little.has(folded) || asks.has(folded)) + Number(letters?.test(token) === true);
    });
  }
  const most = Math.max(...counts);
  return all.filter((_, at) => counts[at] === most);
}

export function rowWords(text: string, table: WordTable): RowWords {
  const words: string[] = [];
  const names: string[] = [];
  const turns: string[] = [];
  const amounts: string[] = [];
  const seen = new Set<string>();
  let asks: Asks | '' = '';
  let undecided = false;
  let tellsHowMuch = false;
  let isFirst = true;
  let before = '';
  let count = 0;
  const isQuestion = /[?？]\W{0,5}$/.test(text);
  const tokens = plainOf(text).match(TOKEN) ?? [];
  for (const [at, token] of tokens.entries()) {
    if (IS_STOP.test(token)) {
      if (!/[,;]/.test(token)) isFirst = true;
      continue;
    }
    const bare = bareOf(token);
    const word: WrittenWord = {
      folded: foldWord(bare),
      isCapital: bare !== bare.toLowerCase(),
      isFirst,
      opensQuestion: isQuestion && count === 0,
      before,
    };
    const { folded } = word;
    const asked = table.asks.get(folded);
    isFirst = false;
    before = folded;
    count += 1;
    if (table.undecided.has(folded)) undecided = true;
    if (asks === '' && count <= ASKED_WITHIN && asked !== undefined) asks = asked;
    if (/n['’]t$/i.test(token) || NEGATIONS.has(folded)) {
      turns.push('not');
      amounts.push('not');
    } else if (table.particles.has(folded) && !word.isCapital && endsClause(tokens[at + 1])) turns.push(`+${folded}`);
    else if (asked === undefined) {
      const turn = /\p{N}/u.test(folded) ? folded : (table.turns.get(folded) ?? null);
      if (turn === null && table.little.has(folded)) continue;
      const { stem, turn: turning } = turn === null ? table.stemOf(word) : { stem: turn, turn };
      if (turning !== null) turns.push(turning);
      if (turn !== null && (/\p{N}/u.test(turn) || table.amounts.has(turn))) {
        tellsHowMuch = true;
        amounts.push(turn);
      }
      if (seen.has(stem)) continue;
      seen.add(stem);
      words.push(stem);
      if (turn === null && table.isName(word)) names.push(stem);
    }
  }
  return {
    words,
    names,
    turns: turns.sort().join(' '),
    amounts: amounts.sort().join(' '),
    asks,
    asksHowMuch: table.howMuch.test(text),
    tellsHowMuch,
    undecided,
  };
}

/**
 * The same for texts of the same words, little words, endings and order aside: what was answered about a line still
 * holds when that is all an edit changed.
 */
export function wordsKey({ words, turns, asks }: RowWords): string {
  return [[...words].sort().join(' '), turns, asks].join('\n');
}

function plainOf(text: string): string {
  return text
    .replace(/\[\[(?:[^\]|[]*\|)?([^\]|[]*)\]\]/g, '$1')
    .replace(/\]\([^()\s]*\)/g, ' ')
    .replace(/(^|\s)#[^\s#]+/g, ' ')
    .normalize('NFKC');
}

const TOKEN = /[\p{L}\p{M}\p{N}]+(?:['’]\p{L}{1,2})?|[.?!:,;](?=\s|$)/gu;
const IS_STOP = /^[.?!:,;]/;
/** A question's own word is near its front: `At what price…`, `And who…`. */
const ASKED_WITHIN = 3;

function bareOf(token: string): string {
  return token.replace(/['’](?:s|t|re|ve|ll|d|m)?$/i, '');
}

function endsClause(next: string | undefined): boolean {
  return next === undefined || IS_STOP.test(next) || /^(?:und|oder)$/i.test(next);
}

/** `ä` is `ae`: what some write so, and not `a`, for a vowel tells one word from another (`drucken`, `drücken`). */
function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  return lower
    .replace(/[äöüßœ]/g, (letter) => SPELLED[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o');
}

const SPELLED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', œ: 'oe' };

/** Of all languages: a word that denies denies in any. */
const NEGATIONS =
  wordSet(`not no never without none nor cannot nobody nothing nicht kein keine keinen keinem keiner keines keins nie niemals ohne niemand niemanden niemandem nichts weder nirgends
  ne pas jamais sans non aucun aucune rien personne ni nunca sin ningun ninguno ninguna nadie nada tampoco nao не нет без`);
