/** A line or cell that lists people: where it parts, and who of it was there. */
import { type PersonEntry, peopleOfEntry, personCalled } from './person-entry';
import type { Words } from './word-lists';

export interface PeopleList {
  readonly people: readonly PersonEntry[];
  /** How many entries named nobody though they say something: three words and more. */
  readonly others: number;
}

/**
 *     Ann Hale, Bo Kim (Acme, PM) and @cyo      three
 *     Lee, Ann; Kim, Bo                         two
 *     (Tarek), Ann, the usual suspects          two, and one that names nobody
 *     Ann Hale / NIST / she, her                one: of an item of a list (`isItem`) that says who somebody is
 */
export function peopleOfList(text: string, words: Words, { isItem = false } = {}): PeopleList {
  const people: PersonEntry[] = [];
  let others = 0;
  const entries = entriesOf(isItem ? withoutCard(text) : text);
  if (entries.length > 2 && entries.every((entry) => LETTER.test(entry)))
    return { people: entries.map((letter) => personCalled(letter)), others: 0 };
  for (const entry of entries) {
    const found = peopleOfEntry(entry, words);
    if (found.length === 0 && entry.split(' ').length > 2) others += 1;
    people.push(...found);
  }
  // `(Acme)` alone is a company; among names a name in parentheses is somebody who came later, or left.
  const open = people.filter(({ bracketed }) => !bracketed);
  const isLine = entries.length > 1 && open.length > 0;
  return { people: isLine ? people : open, others };
}

const MOST_ENTRIES = 300;
/** `G, L, M, N`: who is meant is told elsewhere. */
const LETTER = /^\p{Lu}$/u;
/** Only the name, and its handles, of an item that says of one person where she works, what she is, what she is called. */
function withoutCard(text: string): string {
  const [first = '', ...parts] = text.replace(/\((?:she|he|they)\b[^()]*\)/gi, '').split(/[/|]|[,;]\s?/);
  if (!/\S \S/.test(first.trim()) || !parts.some(saysWho)) return text;
  return [first, ...parts.flatMap((part) => HANDLE_ALONE.exec(part)?.[0] ?? [])].join(' ');
}

function saysWho(part: string): boolean {
  const said = part.trim();
  return /^\p{Lu}{3,}$/u.test(said) || CARD.test(said) || ORGANISATION.test(said) || ROLE.test(said);
}

const HANDLE_ALONE = /^\s*@[\w-]+\s*$/;
/** Pronouns, a handle somewhere, a page. */
const CARD =
  /^(?:(?:she|he|they|her|him|them)(?:[/-]\p{L}+)*|(?:gh|github|twitter|gitlab|mastodon|t)\s?:.*|https?:\S+)$/iu;
const ROLE =
  /(?:^|\s)(?:fellow|lecturer|professor|engineer|manager|director|student|postdoc|researcher|scientist|developer|analyst|officer)(?:\s|$)/i;

/** `Ann Hale, NIST`, `Ann Hale, University of Lisbon`: where she works. */
function isOrganisation(part: string, first: string): boolean {
  return first.includes(' ') && (/^(?:\p{Lu}{3,}|TU \p{Lu}\p{L}+)$/u.test(part) || ORGANISATION.test(part));
}

const ORGANISATION =
  /(?:^|[\s/])(?:university|universität|université|universidad|universiteit|università|college|institute?|laborator(?:y|ies)|labs?|tech|foundation|centre|center|hochschule|survey|library)(?:[\s/]|$)/i;
const DEGREE = /^(?:jr|sr|ph\.?d|md|mba|esq|msc|bsc|inc|ltd|llc|gmbh|ag)\.?$/i;

function entriesOf(text: string): string[] {
  const line = text.length > LONGEST_LINE ? text.slice(0, LONGEST_LINE) : text;
  const given = (IN_BRACKETS.exec(line)?.[1] ?? line).replace(LINKS_IN_A_ROW, '$1, ');
  const bySemicolon = parted(given, ';');
  if (bySemicolon.length > 1 && bySemicolon.every((part) => /^[^,]+, [^,]+$/.test(part))) return bySemicolon;
  const byComma = bySemicolon.flatMap((part) =>
    LAST_NAME_FIRST.test(part) ? [part] : parted(part, ',').flatMap((one) => parted(one, '、')),
  );
  return byComma
    .flatMap(
      (part) =>
        SEVERAL_IN_BRACKETS.exec(part)?.[1]
          ?.split(',')
          .map((one) => `(${one.trim()})`) ?? [part],
    )
    .filter((part, at) => part !== '' && !DEGREE.test(part) && !(at > 0 && isOrganisation(part, byComma[0] ?? '')))
    .flatMap((part) => (REMARKED.test(part) ? [part] : byWords(part)))
    .slice(0, MOST_ENTRIES);
}

const LONGEST_LINE = 5_000;
/** `[ann](https://example.com/ann) [bo](https://example.com/bo)` */
const LINKS_IN_A_ROW = /(\]\([^()\s]{1,300}\))\s+(?=\[)/g;
/** `[Ann Hale, Bo Kim]`, and no link. */
const IN_BRACKETS = /^\[([^[\]]+)\]\.?$/;
/** `Ann, (Bo, Cy)`: those who came later, or have no vote. */
const SEVERAL_IN_BRACKETS = /^\(([^()]+,[^()]+)\)$/;
const LAST_NAME_FIRST = /^[^,<>]+, [^,<>]+ <[^<>@\s]+@[^<>@\s]+>$/;
/** What is said of somebody may hold slashes and conjunctions of its own. */
const REMARKED = / [-–—] |: /;

/** At `and`, `&`, `/` and `+`, none of them within brackets; `@org/core` is one. */
function byWords(text: string): string[] {
  const spaced = text.replace(/(^|\s)[&+](?=\s)/g, '$1and');
  const parts = JOINED.test(spaced) ? splitOutside(spaced, JOINED) : [spaced];
  return parts
    .map((part) => part.replace(LEADING_AND, ''))
    .flatMap((part) => (part.includes('/') && !/@\S*\//.test(part) ? parted(part, '/') : [part]))
    .filter((part) => part !== '');
}

const JOINED = / (?:and|und|et|y|e|en|och|og|sowie|plus) | [|•·] /i;
const LEADING_AND = /^(?:and|und|et|y|e|en|sowie|plus)\s+/i;

function splitOutside(text: string, pattern: RegExp): string[] {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  for (const token of text.split(new RegExp(`(${pattern.source}|[()[\\]])`, 'i'))) {
    if (depth === 0 && pattern.test(token)) {
      parts.push(part.trim());
      part = '';
      continue;
    }
    if (token === '(' || token === '[') depth += 1;
    else if ((token === ')' || token === ']') && depth > 0) depth -= 1;
    part += token;
  }
  return [...parts, part.trim()];
}

function parted(text: string, separator: string): string[] {
  if (!text.includes(separator) && separator !== ',') return [text.trim()];
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const char = text[at];
    if (char === '(' || char === '[' || char === '<') depth += 1;
    else if ((char === ')' || char === ']' || char === '>') && depth > 0) depth -= 1;
    else if (char === undefined || (depth === 0 && (char === separator || (separator === ',' && WIDE.has(char))))) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  // A bracket that is never closed must not hide what is after it.
  return depth > 0 && parts.length === 1 ? text.split(separator).map((part) => part.trim()) : parts;
}

/** Commas of other scripts. */
const WIDE: ReadonlySet<string> = new Set(['，', '、', '،', '；']);
