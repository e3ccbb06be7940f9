/**
 * Who a meeting's title, heading or folder names. Of a 1:1 it is who was there; other titles name somebody only where
 * the name is known.
 *
 *     1:1 with Ann        Ann <> Bo        Tea with Bo Kim about nets        1-1s/Ann Hale/2025-03-04.md
 */
import { derived } from '../text/memoize';
import { plainText } from '../text/plain-text';
import { isCalendarDate } from '../text/calendar-date';
import { baseName } from '../text/file-name';
import type { MeetingDraft } from './body';
import { headingKey } from './heading-key';
import { namesInText } from './names';
import type { KindName } from './note';
import { wholeName } from './person-entry';
import { wordPatterns, type Words } from './word-lists';

/**
 * Who a meeting's title names; of a note that is one meeting, `path` is its own, and its name and folders count too.
 */
export function titledPeople(
  { title, line, names }: Pick<MeetingDraft, 'title' | 'line' | 'names'>,
  path: string | null,
  words: Words,
): readonly KindName[][] {
  // The heading's own links say it better.
  const ofTitle = path === null && names.some(({ target }) => target !== null) ? [] : peopleOfTitle(title, line, words);
  if (path === null) return [ofTitle];
  const name = baseName(path);
  return [ofTitle, name === title ? [] : peopleOfTitle(name, line, words), peopleOfFolder(path, words)];
}

/** `line`: where the title is. Names of a 1:1 are people; the kind of others is for the index to say. */
function peopleOfTitle(title: string, line: number, words: Words): KindName[] {
  const text = withoutDates(plainText(title.length > LONGEST ? title.slice(0, LONGEST) : title));
  const { oneToOne } = patternsOf(words);
  const match = oneToOne.exec(text);
  if (match !== null) {
    const rest = `${text.slice(0, match.index)} / ${text.slice(match.index + match[0].length)}`;
    return named(namesIn(rest, words), { kind: 'person', line, place: 'title' });
  }
  return named(namesIn(text, words, { onlyKnown: true }), { kind: null, line, place: 'title' });
}

/** Who a note's first heading names: its links, and its words as a title. */
export function peopleOfHeading(heading: string, line: number, words: Words): KindName[] {
  const links = namesInText(heading, line).filter(
    ({ target }) => target !== null && !isCalendarDate(target.slice(target.lastIndexOf('/') + 1)),
  );
  if (links.length === 0) return peopleOfTitle(heading, line, words);
  return links.map((name) => ({ ...name, kind: null, from: { place: 'title', label: null } }));
}

/** `1-1s/Ann Hale/2025-03-04.md`, `1-1s/Ann Hale 2025-03-04.md`, `1-1 Ann Hale/2025-03-04.md`. */
function peopleOfFolder(path: string, words: Words): KindName[] {
  const parts = path.replace(/\.md$/i, '').split('/').slice(-4);
  for (const [at, folder] of parts.slice(0, -1).entries()) {
    if (!patternsOf(words).oneToOne.test(folder)) continue;
    const own = peopleOfTitle(folder, 1, words);
    const inside = own.length > 0 ? own : named(namesIn(withoutDates(parts[at + 1] ?? ''), words), FOLDER);
    return inside.map((name) => ({ ...name, from: { place: 'folder', label: folder } }));
  }
  return [];
}

const LONGEST = 300;
const FOLDER = { kind: 'person', line: 1, place: 'folder' } as const;

function named(
  names: readonly string[],
  { kind, line, place }: { kind: 'person' | null; line: number; place: 'title' | 'folder' },
): KindName[] {
  return names.map((text) => ({ text, target: null, line, kind, from: { place, label: null } }));
}

interface Patterns {
  readonly oneToOne: RegExp;
  readonly withWords: RegExp;
}

const patternsOf = derived((words: Words): Patterns => {
  const of = wordPatterns(words);
  return {
    // The lists have spaces where titles have hyphens, colons or nothing.
    oneToOne: new RegExp(
      `(?:^|[^\\p{L}\\p{N}:])(?:${of['one-to-one'].replace(/ /g, '[ \\-:_]')})(?![\\p{L}\\p{N}:])`,
      'iu',
    ),
    withWords: new RegExp(`(?:^|\\s)${of['title-with']}\\s*`, 'iu'),
  };
});

/** The names of a title: what follows `with`, or all of it where it is nothing but names between separators. */
function namesIn(text: string, words: Words, { onlyKnown = false } = {}): string[] {
  const { withWords } = patternsOf(words);
  const match = withWords.exec(text);
  if (match !== null) return entries(text.slice(match.index + match[0].length), words);
  const names = entries(text, words);
  // `Ann / Bo` and `Ann <> Bo`; of `Yard walk` only a 1:1 makes a name.
  return onlyKnown && names.length < 2 ? [] : names;
}

function entries(text: string, words: Words): string[] {
  // `Ann Hale- Pricing`: a colon that no file's name may have.
  const [, front] = /^(.*?\p{L})-\s/u.exec(text) ?? [];
  const before = front === undefined ? [] : entries(front, words);
  if (before.length > 0) return before;
  const names: string[] = [];
  for (const part of text.split(SEPARATORS)) {
    const name = nameOf(part, words);
    // `Ann Hale, Yard plans for May`: after the names comes what it was about.
    if (names.length > 0 && goesOnInSmall(part, name, words)) break;
    if (name !== null) names.push(name);
  }
  return names;
}

/** Whether words in small letters follow the name that none but a subject has. */
function goesOnInSmall(part: string, name: string | null, words: Words): boolean {
  const [, next = ''] = /^\s*(\S+)/.exec(name === null ? part : part.slice(part.indexOf(name) + name.length)) ?? [];
  return /^\p{Ll}/u.test(next) && !words['title-ends'].has(headingKey(next));
}

const SEPARATORS = /\s*(?:<-?>|↔|⇄|[/,&+|;:()–—]|\s-\s|\s(?:and|und|et|y|e|en|x|vs)\s)\s*/i;

/** The capitalised words at the start of a part, up to one that ends the names; none of a filler's. */
function nameOf(part: string, words: Words): string | null {
  const given = part.replace(/^[^\p{L}\p{N}@]+|[^\p{L}\p{N}.’']+$/gu, '').replace(/^@/, '');
  const kept: string[] = [];
  for (const word of given.split(/\s+/)) {
    const key = headingKey(word);
    if (words['title-ends'].has(key)) break;
    if (words['title-fillers'].has(key)) {
      if (kept.length > 0) break;
      continue;
    }
    if (!/^[\p{Lu}\p{Lo}]/u.test(word) && !words['name-particles'].has(key)) break;
    kept.push(word.replace(/['’]s$/, ''));
  }
  const name = kept.join(' ');
  return /\p{Lu}|\p{Lo}/u.test(name) ? wholeName(name, words) : null;
}

/** Without dates, times, tags and numbers of an issue. */
function withoutDates(text: string): string {
  return text
    .replace(/(^|\s)#[^\s#]+/g, ' ')
    .replace(/\d{4}[-./_ ]?\d{1,2}[-./_ ]?\d{1,2}|\d{1,2}[-./_]\d{1,2}[-./_]\d{2,4}|\b\d{1,2}[.:h]\d{2}(?!\d)/g, ' ')
    .replace(MONTH_DATES, ' ');
}

const MONTH_DATES =
  /(?:\d{1,2}\.?\s+)?(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\p{L}{0,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\p{L}{0,8}\.?,?\s+(?:de\s+)?\d{4}/giu;
