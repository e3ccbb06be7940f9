/**
 * One entry of a list of people: a name, other names that are next to it, and whether the person was there.
 *
 *     - @annh - Ann Hale (Acme) [host]
 *       ^^^^^ other name  ^^^^^^^^^^^^^^ said about her
 */
import { plainText } from '../text/plain-text';
import { findLinks, noteTarget } from '../text/wikilinks';
import { headingKey } from './heading-key';
import { isTemplate } from './names';
import type { Words } from './word-lists';

export interface PersonEntry {
  readonly text: string;
  /** A link's path, as written. */
  readonly target: string | null;
  /** Handles and addresses of the same person, without `@`. */
  readonly also: readonly string[];
  readonly absent: boolean;
  /** The whole entry is in parentheses: a name somewhere else, a company alone. */
  readonly bracketed: boolean;
}

/** The people that one entry names, mostly one; none where it names nobody. */
export function peopleOfEntry(entry: string, words: Words): readonly PersonEntry[] {
  const raw = entry.replace(/（/g, ' (').replace(/）/g, ') ').replace(PRONOUNS, ' ').replace(/ {2,}/g, ' ').trim();
  if (raw === '' || raw.length > LONGEST_ENTRY || isTemplate(raw)) return NOBODY;
  const link = raw.includes('[') ? findLinks(raw).find((one) => !one.embed && noteTarget(one) !== null) : undefined;
  const text = tidied(plainText(raw.replace(STRUCK, '$1')));
  const gone = STRUCK.test(raw) || CROSSED.test(raw);
  if (link !== undefined)
    return [ofLink(link.text, noteTarget(link), takeNames(text), gone || saysAbsent(text, words))];

  const inBrackets = WHOLLY_BRACKETED.exec(text)?.[1];
  const { handles, emails, team, rest } = takeNames(inBrackets ?? text);
  if (rest.replace(EDGES, '') === '' && handles.length > 1)
    return handles.map((handle) => person(handle, [], { absent: gone, bracketed: false }));
  const { name, said } = nameIn(emails.length > 0 ? rest.replace(LAST_NAME_FIRST, '$2 $1') : rest, words);
  const also = [...handles, ...emails];
  const first = name ?? also[0];
  if (first === undefined || (team && name === null)) return NOBODY;
  return [
    person(
      first,
      also.filter((other) => other !== first),
      { absent: gone || saysAbsent(said, words), bracketed: inBrackets !== undefined },
    ),
  ];
}

/** Somebody who is only named. */
export function personCalled(name: string): PersonEntry {
  return person(name, [], { absent: false, bracketed: false });
}

/** `Ann (she/her) Hale`. */
const PRONOUNS = /\(\s?(?:he|she|they|him|her|them|any|ze|er|sie|elle|il|ella|él)(?:\s?[/,]\s?\p{L}+){0,3}\s?\)/giu;
const LONGEST_ENTRY = 200;
const NOBODY: readonly PersonEntry[] = [];
const STRUCK = /^~~(.{1,150})~~/;
/** `❌ Ann`, `✗ Ann`. */
const CROSSED = /^(?:❌|✗|✘|🚫|⛔)/u;
/** As programs write it before an address: `Hale, Ann <ann@example.com>`. */
const LAST_NAME_FIRST = /^"?([^",]{1,40}), ([^",]{1,40})"?$/;
const WHOLLY_BRACKETED = /^\(([^()]{1,80})\)$/;
/** What is around a name and is none of it. */
const EDGES = /^[^\p{L}\p{N}(@'’]+|[^\p{L}\p{N})\].’]+$/gu;

function person(
  text: string,
  also: readonly string[],
  { absent, bracketed }: Pick<PersonEntry, 'absent' | 'bracketed'>,
): PersonEntry {
  return { text, target: null, also, absent, bracketed };
}

function ofLink(text: string, target: string | null, taken: Taken, absent: boolean): PersonEntry {
  return { text, target, also: [...taken.handles, ...taken.emails], absent, bracketed: false };
}

/** Without bullets, check marks and emoji before it. */
function tidied(text: string): string {
  return text.replace(/^(?:[^\p{L}\p{N}(@[<'’]+|\[[ xX]\] )+/u, '').trim();
}

interface Taken {
  readonly handles: readonly string[];
  readonly emails: readonly string[];
  /** `@org/core` is in it. */
  readonly team: boolean;
  readonly rest: string;
}

/** Handles and addresses taken out of a text. `@Ann Hale` is a name, not a handle. */
function takeNames(text: string): Taken {
  if (!text.includes('@')) return { handles: [], emails: [], team: false, rest: text };
  const handles: string[] = [];
  const emails: string[] = [];
  let team = false;
  let rest = text.replace(EMAIL, (_, email: string) => {
    emails.push(email);
    return ' ';
  });
  if (!CALLED.test(rest)) {
    rest = rest.replace(HANDLE, (_, before: string, handle: string) => {
      if (handle.includes('/')) team = true;
      else handles.push(handle);
      return `${before} `;
    });
  }
  return {
    handles,
    emails,
    team,
    rest: rest
      .replace(/\(\s*\)|\[\s*\]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  };
}

const EMAIL = /[<([]?(?:mailto:)?([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})[>)\]]?/g;
const HANDLE = /(^|[\s([,:/-])@([A-Za-z0-9_](?:[\w.-]*[A-Za-z0-9_])?(?:\/[\w.-]+)?)/g;
/** `@Ann Hale` and nothing else: who writes so means a name. */
const CALLED = /^@\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}[\p{L}'’-]*){1,3}$/u;

/** The name in what is left of an entry, and what is said about it. */
function nameIn(text: string, words: Words): { name: string | null; said: string } {
  let said = '';
  let open = text;
  // Parentheses from the end: `Ann Hale (Acme) [host]`; one that is alone may hold the name.
  for (let match = LAST_BRACKET.exec(open); match !== null; match = LAST_BRACKET.exec(open)) {
    said = `${match[2] ?? match[3] ?? ''} ${said}`;
    open = (match[1] ?? '').trim();
  }
  // The full stop of `Ann J. Hale` ends no sentence.
  const parts = open
    .replace(ABBREVIATED, `$1${ANOTHER_STOP} `)
    .split(REMARK)
    .map((part) => part.replaceAll(ANOTHER_STOP, '.').replace(EDGES, ''));
  const at = parts.findIndex((part) => part !== '');
  if (at < 0) return { name: wholeName(said.trim().replace(EDGES, ''), words), said: '' };
  // `Ann Hale (AH) - chair`, `Bo Kim(BK) – the mill`
  const [, bare = parts[at] ?? '', aside = ''] = /^([^(]{2,60}?)\s*\(([^()]{1,40})\)?$/.exec(parts[at] ?? '') ?? [];
  const { name, rest } = cutName(bare, words);
  return { name, said: [aside, rest, ...parts.slice(at + 1), said].join(' | ') };
}

const LAST_BRACKET = /^(.*?)\s*(?:\(([^()]*)\)|\[([^[\]]*)\])\W*$/s;
/** Between a name and what is said of it. */
const REMARK = /\s+(?:[-–—]+|\/\/|\||→|=>?)\s+|\s*[:：]\s+|\s*[:：]$|\.\s+|\s+[–—]+|[–—]+\s+/;

const ABBREVIATED = /((?:^|\s)(?:\p{Lu}|Dr|Prof|Mrs?|Ms|St))\.\s+(?=\p{Lu})/gu;
const ANOTHER_STOP = '\u2024';

/** `Ann Hale joined late` is Ann Hale; a text in lower case alone may be a name as people type it. */
function cutName(text: string, words: Words): { name: string | null; rest: string } {
  const name = wholeName(text, words);
  if (name !== null && (!CAPITAL.test(text.charAt(0)) || !/ \p{Ll}/u.test(text))) return { name, rest: '' };
  const parts = text.split(' ');
  let end = 0;
  while (end < parts.length && (!isLower(parts[end] ?? '') || words['name-particles'].has(parts[end] ?? ''))) end += 1;
  while (end > 0 && isLower(parts[end - 1] ?? '')) end -= 1;
  // `Going to move the docks in May`: a sentence.
  if (end === 1 && parts.length - end > LONGEST_SAID) return { name: null, rest: text };
  return { name: end === 0 ? name : wholeName(parts.slice(0, end).join(' '), words), rest: parts.slice(end).join(' ') };
}

/** Words said of somebody who is named by one word: `Ann joined after the break`. */
const LONGEST_SAID = 4;
const CAPITAL = /\p{Lu}|\p{Lo}/u;

function isLower(word: string): boolean {
  return /^\p{Ll}/u.test(word);
}

/** The text, where it may be a person's name: a few words of letters, none of them one that names do not have. */
export function wholeName(text: string, words: Words): string | null {
  const name = text.replace(/[?*†]+$/, '').trim();
  if (name.length < 2 || name.length > LONGEST_NAME) return null;
  const parts = name.split(/\s+/);
  if (parts.length > MOST_WORDS) return null;
  const isLowerCase = !parts.some((part) => CAPITAL.test(part));
  if (isLowerCase && parts.length > MOST_LOWER) return null;
  for (const part of parts) {
    if (!NAME_WORD.test(part)) return null;
    if (/\d/.test(part) && (parts.length > 1 || !/^\p{Ll}{2}/u.test(part))) return null;
    const key = part.toLowerCase();
    if (part === parts[0] && parts.length > 1 && ALSO_FIRST_NAMES.has(key) && CAPITAL.test(parts[1] ?? '')) continue;
    if (words['not-in-names'].has(key) && !(words['name-particles'].has(key) && parts.length > 1)) return null;
  }
  return name;
}

/** `Will Vincent`, `May Lee`. */
const ALSO_FIRST_NAMES: ReadonlySet<string> = new Set(
  'will may june april august grant bill art rich chase hope faith joy drew mark rob sue dawn summer jan'.split(' '),
);
const LONGEST_NAME = 60;
const MOST_WORDS = 5;
const MOST_LOWER = 3;
const NAME_WORD = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.·_-]*$/u;

function saysAbsent(said: string, words: Words): boolean {
  if (said.trim() === '') return false;
  return said.split(/[|,;(]/).some((part) => {
    const key = headingKey(part);
    if (key === '') return false;
    if (words['people-absent'].has(key)) return true;
    const start = key.split(' ').slice(0, 2);
    return words['people-absent'].has(start.join(' ')) || words['people-absent'].has(start[0] ?? '');
  });
}
