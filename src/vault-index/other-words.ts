/**
 * Whether two lines that tell of one event say the same in other words: their content words mostly agree, and nothing
 * that would tell two statements apart differs. Who reports it (`Ann said that …`) and that several agreed do not
 * count.
 *
 *     Lior will ask Kushal for introductions to the MAI team    ─┐ the same: all but one of the words of the shorter
 *     Lior to ask Kushal for introductions to the key MAI team  ─┘
 *     Lior will ask Majid for introductions to the MAI team       another name
 *
 * Nothing here knows rows or notes; `fold-lines.ts` finds the pairs.
 */
import { asUsual, type Vocabulary, wordsOf, wordsOfName } from './event-vocabulary';
import { type RowWords, rowWords } from './row-words';

export interface Statement {
  readonly says: RowWords;
  /** Without fillers; a known person is one word. */
  readonly words: ReadonlySet<string>;
  /** Words of names in it, those of its first word too. */
  readonly names: ReadonlySet<string>;
  /** Who is said to report it; null for nobody. */
  readonly reporter: string | null;
  readonly isQuestion: boolean;
  /** It leaves something open: `whether`, `decide`. */
  readonly isOpen: boolean;
  /** By a group of words that speak against each other, those that it has; null where the language has no groups. */
  readonly contrasts: ReadonlyMap<number, ReadonlySet<string>> | null;
}

export function statementOf(text: string, vocabulary: Vocabulary): Statement {
  const { table, people, tails } = vocabulary;
  let plain = asUsual(text, vocabulary);
  const agreed = table.agreement?.exec(plain)?.[0];
  const reported = agreed === undefined ? (table.report?.exec(plain) ?? null) : null;
  plain = plain.slice((agreed ?? reported?.[0] ?? '').length);
  const says = rowWords(plain, table);
  const named = new Set(says.names);
  const [opening = ''] = /\p{L}[\p{L}\p{M}'’-]*/u.exec(plain) ?? [];
  const isSubject = SUBJECT.test(plain.slice(plain.indexOf(opening)));
  for (const word of wordsOfName(opening, table)) if (isSubject || people.has(word)) named.add(word);
  const asPerson = (word: string): string => (named.has(word) ? people.get(word) : null) ?? word;
  const content = says.words.filter((word) => table.filler?.has(word) !== true);
  return {
    says,
    words: new Set(content.map(asPerson)),
    names: new Set(
      content
        .filter((word) => named.has(word))
        .map(asPerson)
        .filter((name) => !tails.has(name)),
    ),
    reporter:
      reported === null
        ? null
        : (wordsOfName(reported[1] ?? '', table).map((word) => people.get(word) ?? word)[0] ?? null),
    isQuestion: /[?？]\W{0,5}$/.test(plain),
    isOpen: table.open === undefined ? says.undecided : table.open.test(plain),
    contrasts: table.contrasts === undefined ? null : contrastsOf(says.words, table.contrasts),
  };
}

/** A first word that is no verb of an order: `Lior Genzel …`, `Lior will …`. */
const SUBJECT =
  /^\p{Lu}[\p{L}\p{M}'’-]* (?:\p{Lu}|(?:will|to|should|shall|can|could|may|must|is|are|was|were|has|have|had|agreed|wants|wird|soll|muss|kann|hat|ist|und)\b)/u;

function contrastsOf(
  words: readonly string[],
  groupsOf: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<number, ReadonlySet<string>> {
  const found = new Map<number, Set<string>>();
  for (const word of words)
    for (const group of groupsOf.get(word) ?? []) found.set(group, (found.get(group) ?? new Set()).add(word));
  return found;
}

/** Of two lines, whose statements have the vocabulary of one event. */
export function sayTheSame(one: Statement, other: Statement): boolean {
  if (!haveSameAmounts(one.says, other.says) || one.says.asks !== other.says.asks || one.isOpen !== other.isOpen)
    return false;
  if (one.reporter !== null && other.reporter !== null && one.reporter !== other.reporter) return false;
  const { common, only, both } = comparedWords(one, other);
  // What only one says may be more of it; what each says beyond the other is another matter, except a few words.
  if (common < FEWEST || both > common || only * partsOf(common, one) > common) return false;
  return !speaksAgainst(one, other) && !namesAgainst(one, other, common);
}

const FEWEST = 2;

/** Of as many common words one may differ on both sides: the longer a line, the less one word of it tells. */
function partsOf(common: number, { isQuestion }: Statement): number {
  if (isQuestion) return 5;
  return common >= 8 ? 3 : common >= 5 ? 4 : 5;
}

/** As `sayTheSame`, of lines in one note, which says a thing twice only where somebody appended to a list. */
export function saysAgain(one: Statement, other: Statement): boolean {
  const { common, only, both } = comparedWords(one, other);
  if (only === 0) return common >= 6 && both * 2 <= common;
  return common >= (swapsAWord(one, other) ? 10 : 7) && only * 5 <= common && both * 2 <= common;
}

/** Whether the first says all that the second does, except a word of many; and every name of it. */
export function saysAllOf(one: Statement, other: Statement): boolean {
  const missing = [...other.words].filter((word) => !one.words.has(word)).length;
  return (
    other.words.size >= (missing + 1) * FEWEST_OF_ONE - 1 &&
    [...other.names].every((name) => one.words.has(name) || name === one.reporter) &&
    (other.reporter === null || other.reporter === one.reporter || one.words.has(other.reporter)) &&
    sayTheSame(one, other)
  );
}

/** Of as many words one may be missing. */
const FEWEST_OF_ONE = 8;

/** One word where the other has another, between the same two: `sell it to banks now`, `sell it to shops now`. */
function swapsAWord(one: Statement, other: Statement): boolean {
  const places = placesBeyond(one, other);
  return placesBeyond(other, one).some((place) => places.includes(place));
}

function placesBeyond({ words }: Statement, other: Statement): readonly string[] {
  const all = ['', ...words, ''];
  return all.flatMap((word, at) =>
    word === '' || other.words.has(word) ? [] : [`${all[at - 1] ?? ''}\n${all[at + 1] ?? ''}`],
  );
}

/** How alike two statements are that say the same; more is more. */
export function likeness(one: Statement, other: Statement): number {
  const { common, both } = comparedWords(one, other);
  return common / (common + both);
}

/** Words of both; of those that the other has not, the fewer; and all of these. */
function comparedWords({ words: one }: Statement, { words: other }: Statement) {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let common = 0;
  for (const word of few) if (many.has(word)) common += 1;
  return { common, only: few.size - common, both: one.size + other.size - 2 * common };
}

/** Denials each; numbers and days once; a year that only one of them tells is the other's too. */
function haveSameAmounts({ amounts: one }: RowWords, { amounts: other }: RowWords): boolean {
  if (one === other) return true;
  const [a, b] = [one.split(' '), other.split(' ')];
  const [yearsA, yearsB] = [a.filter(isYear), b.filter(isYear)];
  return (
    haveSameWords(
      a.filter((word) => !isYear(word)),
      b.filter((word) => !isYear(word)),
    ) &&
    a.filter(isDenial).length === b.filter(isDenial).length &&
    (yearsA.length === 0 || yearsB.length === 0 || haveSameWords(yearsA, yearsB))
  );
}

function isYear(word: string): boolean {
  return /^20\d\d$/.test(word);
}

function isDenial(word: string): boolean {
  return word === 'not';
}

function haveSameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.every((word) => other.includes(word)) && other.every((word) => one.includes(word));
}

/** Each names somebody or something that the other does not; or one of them a person, or in few words anything. */
function namesAgainst(one: Statement, other: Statement, common: number): boolean {
  const [a, b] = [namesBeyond(one, other), namesBeyond(other, one)];
  if (a.length > 0 && b.length > 0) return true;
  const [more, { words }] = a.length > 0 ? [a, other] : [b, one];
  if (more.length === 0) return false;
  return (
    common < FEWEST_WITH_NAMES ||
    more.some((name) => name.startsWith('@') && !wordsOf(name).some((word) => words.has(word)))
  );
}

const FEWEST_WITH_NAMES = 4;

function namesBeyond({ names }: Statement, { words, reporter }: Statement): readonly string[] {
  return [...names].filter((name) => !words.has(name) && name !== reporter);
}

/** One has what speaks against a word of the other: `before` and `after`. */
function speaksAgainst(one: Statement, other: Statement): boolean {
  if (one.contrasts === null || other.contrasts === null) return turnsOtherwise(one.says, other.says);
  for (const [group, words] of one.contrasts) {
    const others = other.contrasts.get(group);
    if (others !== undefined && hasBeyond(words, others) && hasBeyond(others, words)) return true;
  }
  return false;
}

function turnsOtherwise({ turns: one }: RowWords, { turns: other }: RowWords): boolean {
  if (one === other) return false;
  const [a, b] = [new Set(one.split(' ')), new Set(other.split(' '))];
  return hasBeyond(a, b) && hasBeyond(b, a);
}

function hasBeyond(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const word of words) if (word !== '' && !others.has(word)) return true;
  return false;
}
