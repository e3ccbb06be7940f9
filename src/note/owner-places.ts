/**
 * Where in a task's words an owner may be named:
 *
 *     Ann to send the sheet · Ann: … · **Ann** — … · [[Ann]] will … · @ann … · Ann/Bo: … · I'll …      first
 *     … — Ann · … (Ann) · … (owner: Ann) · … → Bo · …, assigned to Ann · … [[Ann]]                     last
 *     **Brief** (Ann) — list all papers · … — Owner: Ann — due 19 Jun — …                             middle
 *
 * These are candidates: who they are, and whether they are anybody, the index decides.
 */
import { derived } from '../text/memoize';
import type { OwnerCandidate } from './note';
import { OWNER_NAMES, ownersNamed, SMALL_NAMES, WRAP } from './owner-names';
import { foldWord } from './word-list';
import { type Words, wordPatterns } from './word-lists';

export interface TaskWords {
  readonly text: string;
  readonly line: number;
  /** A present tense tells an owner too: behind a marker, and in a section of actions. */
  readonly present: boolean;
}

/** From the strongest. */
export function ownerCandidates({ text, line, present }: TaskWords, lists: Words): OwnerCandidate[] {
  const found: OwnerCandidate[] = [];
  const first = ownerFirst({ text, line, present }, lists);
  if (first !== null) found.push(first);
  const last = ownerLast(text, line, lists);
  if (last !== null) found.push(last);
  const middle = ownerInMiddle(text, line, lists);
  if (middle !== null) found.push(middle);
  return found;
}

const LONGEST = 200;

export function ownerFirst({ text, line, present }: TaskWords, lists: Words): OwnerCandidate | null {
  const p = patterns(lists);
  const head = text.slice(0, LONGEST);
  const mine = p.mine.exec(head);
  const candidate = (names: string, by: OwnerCandidate['by'], from: number): OwnerCandidate | null => {
    const rest = text.slice(from).trim();
    const owners = ownersNamed(names, line, lists);
    return owners.length === 0 || rest === ''
      ? null
      : { place: 'first', names: owners, by: names.startsWith('@') ? 'handle' : by, text: rest };
  };
  if (mine !== null) return candidate('me', 'verb', mine[0].length);
  if (!MAY_START.test(head)) return null;
  const led = p.led.exec(head);
  if (led !== null) {
    const [whole, names = '', colon, dash, verb, please] = led;
    const rest = head.slice(whole.length);
    if (verb !== undefined && p.notBefore.test(rest)) return null;
    const by =
      colon !== undefined ? 'colon' : verb !== undefined ? verbKind(verb) : dash !== undefined ? 'dash' : 'please';
    if (by !== 'dash' || please === undefined) {
      // `Remind Bo: the ladder` is nobody's; a web address or a time is no colon.
      if (!(colon !== undefined && /^(?::|\/\/|\d)/.test(head.slice(whole.trimEnd().length))))
        return candidate(names, by, whole.length);
    }
  }
  const handle = p.handle.exec(head);
  if (handle?.[1] !== undefined) return candidate(handle[1], 'handle', handle[0].length);
  const bracket = BRACKET.exec(head);
  if (bracket?.[1] !== undefined) return candidate(bracket[1], 'bracket', bracket[0].length);
  const bold = BOLD.exec(head);
  if (bold?.[2] !== undefined) return candidate(bold[2], 'present', bold[0].length);
  const now = present ? PRESENT.exec(head) : null;
  if (now?.[1] !== undefined && !p.noVerb.test(head.slice(now[0].length)))
    return candidate(now[1], 'present', now[0].length);
  return null;
}

const MAY_START = /^[\p{L}@[*_=]/u;
/** `@ann`, `@Ann Hale`, `@[[Ann Hale]]`. */
const HANDLE_AT =
  "@(?:\\[\\[[^[\\]]{1,100}\\]\\]|[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,38}(?: \\p{Lu}[\\p{L}\\p{M}'’.-]{0,30}){0,2})";
const BRACKET = new RegExp(`^\\[(${OWNER_NAMES})\\](?!\\() ?:? +(?=\\S)`, 'u');
const BOLD = new RegExp(`^(\\*\\*|__)(${OWNER_NAMES})\\1 +(?=\\p{Ll})`, 'u');
const PRESENT = new RegExp(`^(${OWNER_NAMES}) +(?=\\p{Ll})`, 'u');

function verbKind(verb: string): OwnerCandidate['by'] {
  return /^(?:to|will|should)$/i.test(verb) ? 'to' : 'verb';
}

/** Of a text without what follows an owner there (dates, fields). `cut` gives the text without it. */
export function ownerLast(text: string, line: number, lists: Words): OwnerCandidate | null {
  const p = patterns(lists);
  const from = Math.max(0, text.length - LONGEST);
  const tail = text.slice(from);
  if (!MAY_END.test(tail)) return null;
  const labelled = p.labelledLast.exec(tail);
  const match = labelled ?? p.last.exec(tail);
  if (match !== null) {
    const names = match[1] ?? match[2] ?? match[3] ?? '';
    const owners = ownersNamed(names, line, lists);
    const rest = text.slice(0, from + match.index).trim();
    return owners.length === 0 || rest === ''
      ? null
      : {
          place: 'last',
          names: owners,
          by: names.startsWith('@') ? 'handle' : labelled === null ? 'dash' : 'label',
          text: rest,
        };
  }
  const link = LINK_LAST.exec(tail);
  if (link?.[2] === undefined) return null;
  const rest = text.slice(0, from + link.index).trim();
  const before = /([\p{L}'’]+)[*_]*$/u.exec(rest)?.[1];
  // `Call [[Ann]]`, `Send it to [[Ann]]`
  if (before === undefined || !/\s/.test(rest) || lists['before-a-task'].has(foldWord(before))) return null;
  return { place: 'last', names: ownersNamed(link[2], line, lists), by: 'link', text: rest };
}

const MAY_END = /(?:[\p{L}\p{M}\p{N})\]*_.]|==)$/u;
const LINK_LAST = /(\s)(\[\[[^[\]]{1,100}\]\])[.]?$/;

export function ownerInMiddle(text: string, line: number, lists: Words): OwnerCandidate | null {
  if (!/\s[-–—]{1,2}\s/.test(text)) return null;
  const match = patterns(lists).middle.exec(text.slice(0, 2 * LONGEST));
  const names = match?.[1] ?? match?.[2] ?? match?.[3];
  if (names === undefined) return null;
  const owners = ownersNamed(names, line, lists);
  return owners.length === 0
    ? null
    : {
        place: 'middle',
        names: owners,
        by: names.startsWith('@') ? 'handle' : match?.[2] === undefined ? 'dash' : 'label',
        text: null,
      };
}

const patterns = derived((words: Words) => {
  const lists = wordPatterns(words);
  const names = `(?:${OWNER_NAMES}|${anyCase(words['both-words'])}|${anyCase(words['me-words'])})`;
  const small = `(?:${names}|${SMALL_NAMES})`;
  const dash = '\\s[-–—]{1,2}\\s';
  const verbs = anyCase(words['owner-verbs']);
  const labels = anyCase(words['owner-labels']);
  return {
    mine: /^(?:\*\*)?(?:I(?:['’]ll| will| shall| need to| have to| must| should| am going to|['’]m going to)|ich (?:werde|muss|soll)|je (?:vais|dois)|ik (?:zal|ga|moet))(?:\*\*)? /iu,
    led: new RegExp(
      `^(${small})(?:(\\s?[:：]${WRAP}\\s*)|(\\s[-–—]{1,2}\\s+|—\\s*)|\\s+(${verbs})(?![\\p{L}'’])\\s+|,\\s(${anyCase(words['owner-please'])})(?!\\p{L})\\s+)`,
      'u',
    ),
    notBefore: new RegExp(`^${lists['owner-not-before']}(?!\\p{L})`, 'iu'),
    noVerb: NO_VERB,
    handle: new RegExp(`^(${HANDLE_AT}(?:(?:,| and| &| und| et)? ${HANDLE_AT}){0,4})[:,]?\\s+(?=\\S)`, 'u'),
    labelledLast: new RegExp(
      `\\s?[(\\[]\\s?(?:${labels})\\s?[:：]?\\s(${names})\\s?[)\\]][.]?$|(?:,|;|\\.|${dash.slice(0, -2)})\\s(?:${labels})\\s?[:：]?\\s(${names})[.]?$|\\s(?:assigned to|zugewiesen an|assigné à|asignado a)\\s(${names})[.]?$`,
      'u',
    ),
    last: new RegExp(
      `\\s?[(\\[](${names})\\s?[)\\]][.]?$|\\s(?:[-–—]{1,2}|[→⇒➔]|[-=]>)\\s?(${names})${WRAP}[.]?$`,
      'u',
    ),
    middle: new RegExp(
      `\\s\\((${names})\\)(?=\\s?[-–—:]{1,2}\\s|\\s?—)|${dash}(?:${labels})\\s?[:：]\\s?(${names})(?=\\s[-–—]{1,2}\\s|$)|${dash}(${names})(?=\\s[-–—]{1,2}\\s)`,
      'u',
    ),
  };
});

/** Behind a name no verb that makes it hers: what she is, may or had; a name that goes on. */
const NO_VERB =
  /^(?:is|are|was|were|has|had|have|may|might|can|could|would|and|or|the|a|an|of|in|on|at|for|from|with|by|who|which|that|says|said|thinks|asked|wondered|likes?|wants?|ist|war|hat|hatte|kann|könnte|würde|möchte|und|oder|der|die|das|aus|von|meint|est|était|a|peut|pourrait|et|ou|de|du|es|era|ha|puede|podría|y|o|del|was|heeft|kan|zou|en|of|van|è|era|può|e|di|é|foi|pode|do|da)(?!\p{L})/u;

/** Written small, or with a capital. */
function anyCase(words: ReadonlySet<string>): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`).join('|')})`;
}
