/**
 * Where in a task's words an owner may be named:
 *
 *     Ann to send the sheet · Ann: … · **Ann** — … · [[Ann]] will … · @ann … · Ann/Bo: … · I'll …      first
 *     … — Ann · … (Ann) · … (owner: Ann) · … → Bo · …: Bo · …, assigned to Ann · … [[Ann]]             last
 *     **Brief** (Ann) — list all papers · … (Ann). … · … — Owner: Ann — due 19 Jun — …                middle
 *
 * These are candidates: who they are, and whether they are anybody, the index decides.
 */
import { derived } from '../text/memoize';
import type { OwnerCandidate } from './note';
import { endOf, nameRunEnds, smallRunEnds } from './name-run';
import { ownersNamed } from './owner-names';
import { foldWord } from './word-list';
import { type Words, wordPatterns } from './word-lists';

export interface TaskWords {
  readonly text: string;
  readonly line: number;
  /** After an action marker, an item or a bare line of an actions section, or anywhere else. */
  readonly stands: 'marked' | 'listed' | 'bare' | 'elsewhere';
}

/** From the strongest. */
export function ownerCandidates({ text, line, stands }: TaskWords, lists: Words): OwnerCandidate[] {
  const found: OwnerCandidate[] = [];
  const first = ownerFirst({ text, line, stands }, lists);
  if (first !== null) found.push(first);
  const last = ownerLast(text, line, lists);
  if (last !== null) found.push(last);
  const middle = ownerInMiddle(text, line, lists);
  if (middle !== null) found.push(middle);
  return found;
}

const LONGEST = 200;

function ownerFirst({ text: numbered, line, stands }: TaskWords, lists: Words): OwnerCandidate | null {
  const p = patterns(lists);
  const text = numbered.replace(NUMBER_FIRST, '');
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
  const led = ledBy(head, lists);
  if (led !== null) {
    const { names, to, tail } = led;
    const [, colon, dash, verb, please] = tail;
    const whole = head.slice(0, to + tail[0].length);
    const rest = head.slice(whole.length);
    if (verb !== undefined && p.notBefore.test(rest)) return null;
    const by =
      colon !== undefined
        ? 'colon'
        : verb !== undefined
          ? verbKind(verb, stands)
          : dash !== undefined
            ? 'dash'
            : 'please';
    if (by !== 'dash' || please === undefined) {
      // `Remind Bo: the ladder` is nobody's; a web address or a time is no colon.
      if (!(colon !== undefined && /^(?::|\/\/|\d)/.test(head.slice(whole.trimEnd().length))))
        return candidate(names, by, whole.length);
    }
  }
  const handles = handlesEnd(head);
  if (handles > 0) {
    const behind = BEHIND_HANDLES.exec(head.slice(handles));
    if (behind !== null) return candidate(head.slice(0, handles), 'handle', handles + behind[0].length);
  }
  return (
    bracketFirst(head, lists, candidate) ??
    boldFirst(head, lists, candidate, stands !== 'elsewhere') ??
    (stands === 'marked' || stands === 'listed' ? presentFirst(head, lists, candidate) : null)
  );
}

type Make = (names: string, by: OwnerCandidate['by'], from: number) => OwnerCandidate | null;

/** `[Ann] …`, `(Ann) …` */
function bracketFirst(head: string, lists: Words, candidate: Make): OwnerCandidate | null {
  const end = head.startsWith('[') ? BRACKET_END : head.startsWith('(') ? PARENTHESIS_END : null;
  const found = end === null ? null : runBefore(head, 1, end, lists);
  return found === null ? null : candidate(found.names, 'bracket', found.to);
}

/** `**Ann** sends …`; among actions also `**Ann** Send …` */
function boldFirst(head: string, lists: Words, candidate: Make, isAction: boolean): OwnerCandidate | null {
  const mark = /^(?:\*\*|__)/.exec(head)?.[0];
  const [small, any] = mark === '**' ? [STARS_END, STARS_ANY] : [LINES_END, LINES_ANY];
  const found = mark === undefined ? null : runBefore(head, 2, isAction ? any : small, lists);
  return found === null ? null : candidate(found.names, 'present', found.to);
}

/** `Ann sends …` */
function presentFirst(head: string, lists: Words, candidate: Make): OwnerCandidate | null {
  const found = runBefore(head, 0, PRESENT_END, lists);
  return found === null || NO_VERB.test(head.slice(found.to)) ? null : candidate(found.names, 'present', found.to);
}

/** `**103.4** — Ann to …`, `#3: Ann to …` */
const NUMBER_FIRST = /^(?:\*\*|__)?#?\d{1,4}(?:[.-]\d{1,3}){0,2}(?:\*\*|__)?(?:\s?[—–:]|\s-|[.)]\s)\s*(?=\S)/;
const MAY_START = /^[\p{L}@([*_=]/u;
/** `@ann`, `@Ann Hale`, `@[[Ann Hale]]`. */
const HANDLE_AT =
  /@(?:\[\[[^[\]]{1,100}\]\]|[\p{L}\p{N}_][\p{L}\p{N}_.-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*)?)?)/uy;
const HANDLE_JOINT = /(?:,| and| &| und| et)? (?=@)/y;
const BEHIND_HANDLES = /^[:,]?\s+(?=\S)/;
const BRACKET_END = /\](?!\() ?:? +(?=\S)/y;
const PARENTHESIS_END = /\) ?:? +(?=\S)/y;
const STARS_END = /\*\* +(?=\p{Ll})/uy;
const LINES_END = /__ +(?=\p{Ll})/uy;
const STARS_ANY = /\*\* +(?=\p{L})/uy;
const LINES_ANY = /__ +(?=\p{L})/uy;
const PRESENT_END = / +(?=\p{Ll})/uy;

/** Where the handles end that a text begins with; -1 where it begins with none. */
function handlesEnd(text: string): number {
  let end = endOf(HANDLE_AT, text, 0);
  for (let more = 0; end >= 0 && more < 4; more++) {
    const joint = endOf(HANDLE_JOINT, text, end);
    const next = joint < 0 ? -1 : endOf(HANDLE_AT, text, joint);
    if (next < 0) break;
    end = next;
  }
  return end;
}

interface Run {
  readonly names: string;
  /** Where what follows the names ends. */
  readonly to: number;
}

/** The longest run of names from `at` that `behind`, which is sticky, follows. */
function runBefore(text: string, at: number, behind: RegExp, lists: Words): Run | null {
  for (const end of namesEnds(text, at, lists)) {
    const to = endOf(behind, text, end);
    if (to >= 0) return { names: text.slice(at, end), to };
  }
  return null;
}

/** Also for *both* and *me*. */
function namesEnds(text: string, at: number, lists: Words): number[] {
  const word = endOf(patterns(lists).bothOrMe, text, at);
  const ends = nameRunEnds(text, at);
  return word < 0 || ends.includes(word) ? ends : [...ends, word];
}

/** `to`: where the names end, those without a name among them. */
function ledBy(head: string, lists: Words): { names: string; to: number; tail: RegExpExecArray } | null {
  const { led, andOthers } = patterns(lists);
  for (const named of [...namesEnds(head, 0, lists), ...smallRunEnds(head, 0)]) {
    const others = endOf(andOthers, head, named);
    const end = others < 0 ? named : others;
    led.lastIndex = end;
    const tail = led.exec(head);
    if (tail !== null) return { names: head.slice(0, named), to: end, tail };
  }
  return null;
}

function verbKind(verb: string, stands: TaskWords['stands']): OwnerCandidate['by'] {
  if (!/^(?:to|will|should|shall)$/i.test(verb)) return 'verb';
  return stands === 'marked' ? 'marked-to' : 'to';
}

/** Of a text without what follows an owner there (dates, fields). `cut` gives the text without it. */
function ownerLast(text: string, line: number, lists: Words): OwnerCandidate | null {
  const p = patterns(lists);
  const from = Math.max(0, text.length - LONGEST);
  const tail = text.slice(from);
  if (!MAY_END.test(tail)) return null;
  const labelled = runBehind(tail, p.labelBefore, LABEL_END, lists);
  const bracketed = labelled ?? runBehind(tail, BRACKET_OPEN, BRACKET_CLOSE, lists);
  const dashed = bracketed ?? runBehind(tail, DASH_OPEN, DASH_CLOSE, lists) ?? smallBehind(tail, ARROW_OPEN);
  const found = dashed ?? runBehind(tail, COLON_OPEN, DASH_CLOSE, lists) ?? smallBehind(tail, COLON_OPEN);
  const by = labelled !== null ? 'label' : bracketed !== null ? 'bracket' : dashed !== null ? 'dash' : 'colon';
  if (found !== null) {
    const owners = ownersNamed(found.names, line, lists);
    const rest = text.slice(0, from + found.from).trim();
    return owners.length === 0 || rest === ''
      ? null
      : {
          place: 'last',
          names: owners,
          by: found.names.startsWith('@') ? 'handle' : by,
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

function ownerInMiddle(text: string, line: number, lists: Words): OwnerCandidate | null {
  if (!MAY_HAVE_MIDDLE.test(text)) return null;
  const head = text.slice(0, 2 * LONGEST);
  const labelled = runBehind(head, patterns(lists).labelInMiddle, DASH_OR_END, lists);
  const found =
    runBehind(head, BRACKET_BEFORE, BRACKET_THEN_DASH, lists) ??
    labelled ??
    runBehind(head, DASH_BEFORE, DASH_NEXT, lists);
  if (found === null) return null;
  const owners = ownersNamed(found.names, line, lists);
  return owners.length === 0
    ? null
    : {
        place: 'middle',
        names: owners,
        by: found.names.startsWith('@') ? 'handle' : found === labelled ? 'label' : 'dash',
        text: null,
      };
}

const MAY_HAVE_MIDDLE = /\s(?:[-–—]{1,2}|\|)\s|\)(?:[.;]\s|\s?(?:[→⇒➔]|[-=]>))/;

/** The first run of names that `before` leads to and `behind`, which is sticky, follows. */
function runBehind(text: string, before: RegExp, behind: RegExp, lists: Words): { from: number; names: string } | null {
  for (const opener of text.matchAll(before)) {
    const at = opener.index + opener[0].length;
    const run = runBefore(text, at, behind, lists);
    if (run !== null) return { from: opener.index, names: run.names };
  }
  return null;
}

/** As `runBehind`, to the end, where the first name is written small: `… -> ann, Bo`. */
function smallBehind(text: string, before: RegExp): { from: number; names: string } | null {
  for (const opener of text.matchAll(before)) {
    const at = opener.index + opener[0].length;
    const end = smallRunEnds(text, at).find((one) => endOf(DASH_CLOSE, text, one) >= 0);
    if (end !== undefined) return { from: opener.index, names: text.slice(at, end) };
  }
  return null;
}

const BRACKET_OPEN = /\s?[*_]{0,2}[([](?!\[)/g;
const BRACKET_CLOSE = /\s?[)\]][*_]{0,2}[.]?$/y;
const DASH_OPEN = /\s(?:[-=]{1,2}>|[→⇒➔|]|[-–—]{1,2})\s?/g;
const ARROW_OPEN = /\s(?:[-=]{1,2}>|[→⇒➔])\s?/g;
const COLON_OPEN = /\s?[:：]\s/g;
const DASH_CLOSE = /(?:\*{1,3}|_{1,2}|==)?[.]?$/y;
const LABEL_END = /\s?[)\]]?[.]?$/y;
const BRACKET_BEFORE = /\s\(/g;
const BRACKET_THEN_DASH = /\)(?:[.;]\s|\s?[-–—:]{1,2}\s|\s?—|\s?(?:[→⇒➔]|[-=]>))/y;
const DASH_BEFORE = /\s(?:[-–—]{1,2}|\|)(?=\s)\s/g;
const DASH_NEXT = /(?=\s(?:[-–—]{1,2}|\|)\s)/y;
const DASH_OR_END = /(?=\s(?:[-–—]{1,2}|[|·])\s|[;,]\s|$)/y;

const patterns = derived((words: Words) => {
  const verbs = anyCase(words['owner-verbs']);
  const labels = anyCase(words['owner-labels']);
  return {
    mine: /^(?:\*\*)?(?:I(?:['’]ll| will| shall| need to| have to| must| should| am going to|['’]m going to)|ich (?:werde|muss|soll)|je (?:vais|dois)|ik (?:zal|ga|moet))(?:\*\*)? /iu,
    bothOrMe: new RegExp(`(?:${anyCase(words['both-words'])}|${anyCase(words['me-words'])})`, 'uy'),
    andOthers: new RegExp(` ${wordPatterns(words)['owner-and-others']}(?:\\*\\*)?(?![\\p{L}'’])`, 'iuy'),
    led: new RegExp(
      `(?:(\\s?[:：](?:\\*{1,3}|_{1,2}|==)?\\s*)|(\\s(?:[-–—]{1,2}|[→⇒➔]|[-=]>)\\s+|—\\s*)|\\s+(${verbs})(?![\\p{L}'’])\\s+|,\\s(${anyCase(words['owner-please'])})(?!\\p{L})\\s+)`,
      'uy',
    ),
    notBefore: new RegExp(`^${wordPatterns(words)['owner-not-before']}(?!\\p{L})`, 'iu'),
    labelBefore: new RegExp(
      `\\s?[(\\[]\\s?${labels}\\s?[:：]?\\s|(?:,|;|\\.|\\s[-–—|·]{1,2})\\s[*_]{0,2}${labels}\\s?[:：]?[*_]{0,2}\\s|\\s(?:assigned to|zugewiesen an|assigné à|asignado a)\\s|\\s👤\\s?`,
      'gu',
    ),
    labelInMiddle: new RegExp(`\\s[-–—|]{1,2}\\s[*_]{0,2}${labels}\\s?[:：][*_]{0,2}\\s?`, 'gu'),
  };
});

/** After a name no verb that makes it hers: what she is, may or had; a name that goes on. */
const NO_VERB =
  /^(?:\p{Ll}+en$|(?:about|re|regarding|as|after|before|nach|bei|wegen|über|für|mit|zu|um|an|auf|in|vor|naar|met|over|bij|om|op|aan|pour|avec|sur|au|à|para|con|sobre|por|is|are|was|were|has|had|have|may|might|can|could|would|and|or|the|a|an|of|in|on|at|for|from|with|by|who|which|that|says|said|thinks|asked|wondered|likes?|wants?|ist|war|hat|hatte|kann|könnte|würde|möchte|und|oder|der|die|das|aus|von|meint|est|était|a|peut|pourrait|et|ou|de|du|es|era|ha|puede|podría|y|o|del|was|heeft|kan|zou|en|of|van|è|era|può|e|di|é|foi|pode|do|da)(?!\p{L}))/u;

/** Written small, or with a capital. */
function anyCase(words: ReadonlySet<string>): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`).join('|')})`;
}
