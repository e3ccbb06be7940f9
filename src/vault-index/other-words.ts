/**
 * Whether two lines that tell of one event say the same in other words: their content words mostly agree, and nothing
 * that would tell two statements apart differs.
 *
 *     Lior will ask Kushal for introductions to the MAI team    ─┐ the same: all but one of the words of the shorter
 *     Lior to ask Kushal for introductions to the key MAI team  ─┘
 *     Lior will ask Majid for introductions to the MAI team       another name
 */
import { type RowWords, rowWords } from './row-words';
import type { WordTable } from './word-table';

export interface Statement {
  readonly says: RowWords;
  /** Words of names in it, those of its first word too. */
  readonly names: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

export function statementOf(text: string, table: WordTable): Statement {
  const says = rowWords(text, table);
  const names = new Set(says.names);
  const first = SUBJECT.exec(text.replace(/^[^\p{L}\p{N}]+/u, ''))?.[1];
  if (first !== undefined) for (const word of wordsOfName(first, table)) names.add(word);
  return { says, names, words: new Set(says.words) };
}

/** A first word that is no verb of an order: `Lior Genzel …`, `Lior will …`. */
const SUBJECT =
  /^(\p{Lu}[\p{L}\p{M}'’-]*)(?= (?:\p{Lu}|(?:will|to|should|shall|can|could|may|must|is|are|was|were|has|have|had|agreed|wants|wird|soll|muss|kann|hat|ist|und)\b))/u;

export function wordsOfName(name: string, table: WordTable | undefined): readonly string[] {
  return table === undefined ? [] : rowWords(`x ${name}`, table).words.filter((word) => word !== 'x');
}

/** `people`: the words of the names of each person who is named in the event. */
export function sayTheSame(one: Statement, other: Statement, people: People): boolean {
  const [a, b] = [one.says, other.says];
  if (a.amounts !== b.amounts || a.asks !== b.asks || a.undecided !== b.undecided) return false;
  const common = commonOf(one.words, other.words);
  const [onlyA, onlyB] = [one.words.size - common, other.words.size - common];
  // What only one says may be more of it; what each says beyond the other is another matter, except a few words.
  if (common < FEWEST || onlyA + onlyB > common || Math.min(onlyA, onlyB) * PARTS > common) return false;
  return !turnsAgainst(a, b) && !namesAgainst(one, other, common, people);
}

/** By a word of a name, all words of the names that have it. */
export type People = ReadonlyMap<string, ReadonlySet<string>>;

const FEWEST = 2;
/** Of as many common words one may differ on both sides. */
const PARTS = 5;

/** The first says all that the second does, in many words, and hardly more: a note holds what was said twice. */
export function saysAll({ words: many }: Statement, { words: few }: Statement): boolean {
  const common = commonOf(many, few);
  return common === few.size && common >= FEWEST_IN_ONE_NOTE && (many.size - common) * 3 <= common;
}

const FEWEST_IN_ONE_NOTE = 6;

/** How alike two statements are that say the same; more is more. */
export function likeness(one: Statement, other: Statement): number {
  const common = commonOf(one.words, other.words);
  return common / (one.words.size + other.words.size - common);
}

function commonOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let common = 0;
  for (const word of few) if (many.has(word)) common += 1;
  return common;
}

/** Each names somebody or something that the other does not; or one of them a person, or in few words anything. */
function namesAgainst(one: Statement, other: Statement, common: number, people: People): boolean {
  const [a, b] = [namesBeyond(one, other), namesBeyond(other, one)];
  if (a.length > 0 && b.length > 0) return true;
  const [more, there] = a.length > 0 ? [a, other.words] : [b, one.words];
  if (more.length === 0) return false;
  return (
    common < FEWEST_WITH_NAMES ||
    more.some((name) => {
      const person = people.get(name);
      return person !== undefined && ![...person].some((word) => there.has(word));
    })
  );
}

const FEWEST_WITH_NAMES = 4;

function namesBeyond({ names }: Statement, { words }: Statement): readonly string[] {
  return [...names].filter((name) => !words.has(name));
}

/** Each turns what it says otherwise than the other: `before` and `after`. */
function turnsAgainst({ turns: one }: RowWords, { turns: other }: RowWords): boolean {
  if (one === other) return false;
  const [a, b] = [one.split(' '), other.split(' ')];
  return a.some((turn) => turn !== '' && !b.includes(turn)) && b.some((turn) => turn !== '' && !a.includes(turn));
}
