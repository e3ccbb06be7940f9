/**
 * The words of a row by which it may be known again in other words, and what keeps two rows apart however alike they read.
 *
 *     Does Sam send all three drafts to Acme before Friday?
 *          ^^^ name     ^^^^^ number  ^^^^ name     ^^^^^^ number (a day)
 *               ^^^^     ^^^^^^ words             ^^^^^^ turn
 *
 * The little words are English; of other languages all words count, which finds less and never more.
 */

export interface RowWords {
  /** Distinct, without endings and little words, in the order they stand; `turns` but for negations are among them. */
  readonly words: readonly string[];
  /** Those of `words` written like a name where no sentence begins, in order. */
  readonly names: readonly string[];
  /** Numbers, days and months, negations, and words that turn the meaning (`before`, `from`), sorted: they must be the same. */
  readonly turns: string;
  /** `who`, `when`… of a question; `` where it asks for yes or no, or is none. */
  readonly asks: string;
  /** It says that something is not settled yet. */
  readonly undecided: boolean;
}

export function rowWords(text: string): RowWords {
  const words: string[] = [];
  const names: string[] = [];
  const turns: string[] = [];
  const seen = new Set<string>();
  let asks = '';
  let at = 0;
  let undecided = false;
  let starts = true;
  const plain = text
    .replace(/\[\[(?:[^\]|[]*\|)?([^\]|[]*)\]\]/g, '$1')
    .replace(/\]\([^()\s]*\)/g, ' ')
    .replace(/(^|\s)#[^\s#]+/g, ' ')
    .normalize('NFKC');
  for (const [token] of plain.matchAll(TOKEN)) {
    if (/^[.?!:]/.test(token)) {
      starts = true;
      continue;
    }
    const first = starts;
    starts = false;
    const negated = /n['’]t$/i.test(token);
    const bare = token.replace(/['’](?:s|t|re|ve|ll|d|m)?$/i, '');
    const folded = foldWord(bare);
    at += 1;
    if (UNDECIDED.has(folded)) undecided = true;
    if (asks === '' && at <= ASKED_WITHIN && ASKS.has(folded)) asks = folded === 'whom' || folded === 'whose' ? 'who' : folded;
    if (negated || NEGATIONS.has(folded)) turns.push('not');
    else if (!LITTLE.has(folded) && !ASKS.has(folded)) {
      const turn = /\p{N}/u.test(folded) || TURNS.has(folded);
      if (turn) turns.push(folded);
      const stem = turn ? folded : stemOf(folded);
      if (seen.has(stem)) continue;
      seen.add(stem);
      words.push(stem);
      if (!turn && !first && bare !== bare.toLowerCase()) names.push(stem);
    }
  }
  return { words, names, turns: turns.sort().join(' '), asks, undecided };
}

/** The same for texts of the same words, little words, endings and order aside: what was answered about a line still holds when that is all an edit changed. */
export function wordsKey({ words, turns, asks }: RowWords): string {
  return [[...words].sort().join(' '), turns, asks].join('\n');
}

const TOKEN = /[\p{L}\p{M}\p{N}]+(?:['’]\p{L}{1,2})?|[.?!:](?=\s)/gu;
/** A question's own word stands near its front: `At what price…`, `And who…`. */
const ASKED_WITHIN = 3;

function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return /^[a-z0-9]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}+/gu, '').replace(/ł/g, 'l').replace(/ø/g, 'o').replace(/ß/g, 'ss');
}

/** An English word without its ending, and words for one and the same doing as one. Only ever compared with another such stem. */
function stemOf(word: string): string {
  const stem = withoutEnding(word);
  return ALIKE.get(stem) ?? stem;
}

function withoutEnding(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const stem = word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ings?|ed|es|s)$/, '').replace(/(.)\1$/, '$1').replace(/e$/, '');
  return stem.length < 3 ? word : stem;
}

const ALIKE: ReadonlyMap<string, string> = new Map([
  ['send', 'share', 'forward', 'mail', 'email'], ['schedule', 'arrange'], ['fix', 'repair', 'mend'], ['finish', 'complete'], ['phone', 'telephone'],
].flatMap((group) => group.map((word): [string, string] => [withoutEnding(word), withoutEnding(group[0] ?? word)])));

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ''));
}

const LITTLE = set(`a an the of to for in on at by with or and is are was were be been being do does did has have had will would shall should
  can could may might must this that these those it its we us our you your they them their he she his him her i me my so as if then than there
  here up down into about also just please now go goes going gone went get gets got make makes made mean means any some again still all both
  let lets too very really yet each every what's s t`);
const ASKS = set('who whom whose what when where why which how');
const NEGATIONS = set('not no never without none nor cannot nobody nothing nicht kein keine keinen nie ohne ne pas jamais sans non nao sin не нет без');
/** They change what is said, and so do numbers. */
const TURNS = set(`before after from against off out until till since between instead except internal external old new less more first second third last next
  one two three four five six seven eight nine ten eleven twelve half double
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
  north south east west left right front back inside outside inner outer upper lower high low big small early late day night open close opened closed
  q1 q2 q3 q4 today tomorrow yesterday morning afternoon evening week month quarter year weekly monthly`);
const UNDECIDED = set('open unclear undecided unknown tbd pending whether maybe perhaps unsure discuss ask clarify');
