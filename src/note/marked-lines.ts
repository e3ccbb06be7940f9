/**
 * Lines that say themselves what they are, anywhere in a meeting: a marker, then a colon or a dash.
 *
 *     **Decision:** the gate opens at six      Decided - two shifts         Finanzbeschluss: 200 Euro
 *     ACTION 3: Bo books the yard              TODO (Ann): order cones      TODO for @Ann call the drivers
 *     ❓ Open question: who pays?               AI: Ann to send the sheet    (only with an owner after it)
 *     Agreed that the gate opens at six
 *     #todo ann to ask the mill                (and other tags: `tagged-line.ts`)
 */
import { derived } from '../text/memoize';
import { type MarkedLine, taggedLine } from './tagged-line';
import { foldWord } from './word-list';
import { type Words, wordPatterns } from './word-lists';

/** Null for any other line. */
export function markedLine(words: string, lists: Words): MarkedLine | null {
  return taggedLine(words, lists) ?? markedByWords(words, lists);
}

/** As `markedLine`, of a checkbox, whose tags are the Tasks plugin's. */
export function markedByWords(words: string, lists: Words): MarkedLine | null {
  const head = words.slice(0, LONGEST_HEAD);
  const lead = LEAD.exec(head)?.[0].length ?? 0;
  const rest = head.slice(lead);
  const marked = MARK.test(head) ? markedFirst(words, rest, lead, lists) : markedAtEnd(words);
  if (marked !== null) return marked;
  return opens(rest, lists) || tellsVote(words, lists)
    ? { is: 'decision', from: lead, named: null, needsOwner: false, isLoose: true }
    : null;
}

/** `The board approves the budget unanimously`; a longer text tells more than that. */
function tellsVote(words: string, lists: Words): boolean {
  if (words.length > LONGEST_VOTE) return false;
  const { vote } = patterns(lists);
  return vote.test(words.toLowerCase().replace(/’/g, "'")) && !words.includes('?');
}

const LONGEST_VOTE = 400;

/** `Agreed that …`, which needs no colon; nothing that asks. */
function opens(rest: string, lists: Words): boolean {
  const { opener, starts } = patterns(lists);
  return (
    starts.words.has(rest.slice(0, starts.length).toLowerCase().replace(/[‘’ʼ]/g, "'")) &&
    opener.test(foldWord(rest)) &&
    !rest.includes('?')
  );
}

function markedFirst(words: string, rest: string, lead: number, lists: Words): MarkedLine | null {
  const { atOwner, marker, compound } = patterns(lists);
  const on = ON_SOMEBODY.exec(rest);
  if (on !== null) return { is: 'task', from: lead + on[0].length, named: on[1] ?? null, needsOwner: false };
  const at = atOwner.exec(rest);
  // What is named after it is read as an owner first.
  if (at !== null) return { is: 'task', from: lead + at[0].length, named: null, needsOwner: false };
  const found = marker.exec(rest);
  if (found === null) {
    const bare = BARE_TODO.exec(rest);
    if (bare !== null) return { is: 'task', from: lead + bare[0].length, named: bare[1] ?? null, needsOwner: false };
    const decision = compound.exec(rest);
    return decision === null
      ? markedAtEnd(words)
      : { is: 'decision', from: lead + decision[0].length, named: null, needsOwner: false };
  }
  const [whole, word = '', number, inBrackets, behind] = found;
  const is = kindOf(word, lists);
  const named = inBrackets ?? behind ?? null;
  if (is === null || (behind !== undefined && (is !== 'task' || /^\p{Ll}/u.test(behind)))) return null;
  // `Q3: revenue` is a quarter's.
  if (number !== undefined && is === 'question' && !words.includes('?')) return null;
  return {
    is,
    from: lead + whole.length,
    named: is === 'task' ? (named?.trim() ?? null) : null,
    needsOwner: word === 'AI' && named === null,
  };
}

/** `AI on Ann to ask the mill`, `Action on @bo: …` */
const ON_SOMEBODY = /^(?:AI|ACTION|Action(?: item)?|ACTION ITEM|TODO) on ([@\p{Lu}[][^:,]{0,40}?)(?: to |: ?)(?=\S)/u;

/** `TODO (Ann) asks the mill`: in capitals it needs no colon. */
const BARE_TODO = /^TODO(?: ?\(([^()]{1,40})\))?(?:\*\*)? +(?=[\p{L}\p{N}[])/u;

/** `… (TODO Ann)`, `… (ACTION)`, `… [AGREED]`, `… – approved by board vote` */
function markedAtEnd(words: string): MarkedLine | null {
  const decided = DECIDED_LAST.exec(words);
  if (decided !== null)
    return { is: 'decision', from: 0, to: decided.index, named: null, needsOwner: false, isLoose: true };
  if (!words.endsWith(')') || !/TODO|ACTION/.test(words)) return null;
  const match = MARK_LAST.exec(words);
  return match === null
    ? null
    : { is: 'task', from: 0, to: match.index, named: match[1]?.trim() ?? null, needsOwner: false };
}

const DECIDED_LAST =
  / (?:[([](?:AGREED|DECIDED|APPROVED|RESOLVED)[)\]]|[-–—] (?:[Aa]pproved|[Aa]greed)(?: by (?:\p{L}+ )?vote)?)[.]?$/u;
const MARK_LAST = / ?\((?:TODO|ACTION)(?: ?:? ([^():]{1,40}))?\)$/;

function kindOf(word: string, lists: Words): MarkedLine['is'] | null {
  if (word.toLowerCase() === 'ai') return word === 'AI' ? 'task' : null;
  const folded = foldWord(word);
  if (lists['action-markers'].has(folded)) return 'task';
  return lists['decision-markers'].has(folded) ? 'decision' : 'question';
}

const LONGEST_HEAD = 90;

/** Each has one of these. */
const MARK = /[:：@]|\s[-–—]|TODO|^\W{0,8}(?:AI|A[Cc][Tt][Ii][Oo][Nn])\b/;
/** Emoji, arrows, brackets of emphasis before the marker. */
const LEAD = /^(?:-{1,3}> ?|=> ?)?(?:[^\p{L}\p{N}*_=`[\](){}<>"'“‘«|\\/:@#]{1,8})?(?:\*{1,3}|_{1,3}|==)?/u;

/** The first letters of each, as many as the shortest has: by these most lines are told to open with none of them. */
function startsOf(openers: readonly string[]): { readonly length: number; readonly words: ReadonlySet<string> } {
  const length = Math.min(...openers.map((opener) => opener.length));
  return { length, words: new Set(openers.map((opener) => opener.slice(0, length))) };
}

const patterns = derived((words: Words) => {
  const lists = wordPatterns(words);
  const any = `${lists['action-markers']}|${lists['decision-markers']}|${lists['question-markers']}|ai`;
  const close = '(?:\\*{1,3}|_{1,3}|==)?';
  return {
    vote: new RegExp(`(?:^|[^\\p{L}])${lists['decision-phrases']}(?!\\p{L})`, 'u'),
    opener: new RegExp(`^${lists['decision-openers']}(?![\\p{L}])`, 'u'),
    starts: startsOf([...words['decision-openers']]),
    atOwner: new RegExp(
      `^(?:ACTION|ACTION ITEM|TODO|AI|[Aa]ction|[Aa]ction item|[Tt]o-?[Dd]o)${close} ?(?:for )?:? ?(?=@)`,
      'u',
    ),
    marker: new RegExp(
      `^(?:(?:board|final|group|team|committee|joint|unanimous) (?=decision|vote|resolution))?(${any})(?: ?#?(\\d{1,3}))?(?: ?\\(([^()]{1,40})\\)| (?:for|an|für|pour|para|voor|per) ([@\\p{L}[][^:]{0,40}?))?${close}(?:\\s?[:：]|\\s[-–—](?=\\s))${close}\\s*`,
      'iu',
    ),
    compound:
      /^\p{Lu}[\p{L}-]{2,30}(?:beschluss|beschluß|entscheidung|entscheid)(?:\*\*)?(?: ?\d{1,3})?\s?:(?:\*\*)?\s*/u,
  };
});
