/** Whether a name, a heading, a tag or a folder says “meeting”: the word by which it does. */
import { derived } from '../text/memoize';
import { writtenDates } from '../text/written-dates';
import { foldWord } from './word-list';
import { wordPatterns, type Words } from './word-lists';

/** As words are compared: hyphens, underscores and dots are spaces, and `MeetingNotes` is two words. */
export function wordForm(text: string): string {
  const parted = /\p{Ll}\p{Lu}/u.test(text) ? text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2') : text;
  return foldWord(parted)
    .replace(/[-_.]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Without the dates in it, which hold words too: `2025-1-1` is no 1:1. */
function withoutDates(text: string): string {
  let rest = text;
  for (const { from, to } of writtenDates(text).reverse()) rest = `${rest.slice(0, from)} ${rest.slice(to)}`;
  return rest;
}

const NUMBERED_CALL = 'call #?\\d{1,4}';

interface Patterns {
  readonly noun: RegExp;
  readonly openerAndNoun: RegExp;
  /** Before a link. */
  readonly openerAndName: RegExp;
  /** Before any other name a word like “with” is wanted: “Call Customs” is no meeting’s title. */
  readonly openerWithName: RegExp;
  readonly other: RegExp;
}

const patternsOf = derived((words: Words): Patterns => {
  const of = wordPatterns(words);
  const start = '(?:^|[^\\p{L}\\p{N}:])';
  const end = '(?![\\p{L}\\p{N}])';
  const suffixes = [...words['meeting-nouns']].filter((word) => /^\p{Script=Latin}{7,}$/u.test(word)).join('|');
  const unspaced = [...words['meeting-nouns']].filter((word) => /[\p{Script=Han}\p{Script=Katakana}]/u.test(word));
  return {
    noun: new RegExp(
      `${start}(${of['meeting-nouns']}|\\p{L}{2,20}(?:${suffixes}))${end}|(${unspaced.join('|') || '(?!)'})`,
      'u',
    ),
    openerAndNoun: new RegExp(`${start}(${of['meeting-openers']} (?:call|review)|${NUMBERED_CALL})${end}`, 'u'),
    openerAndName: new RegExp(`${start}(${of['meeting-openers']}) (?:${of['with-words']} )?$`, 'u'),
    openerWithName: new RegExp(`${start}(${of['meeting-openers']}) ${of['with-words']} $`, 'u'),
    other: new RegExp(`${start}(${of['other-names']})${end}`, 'u'),
  };
});

/**
 * The meeting's word in a title or name, as it is written there in lower case; null for none.
 *
 *     Yard sync         Vorstandssitzung         Weekly call         Call with [[Bo Kim]]
 *          ^ word       ^ word                   ^ only with a noun  ^ only before a name
 */
export function meetingWordIn(text: string, words: Words): string | null {
  const { noun, openerAndNoun, openerAndName, openerWithName } = patternsOf(words);
  const plain = withoutDates(text);
  const form = wordForm(plain);
  const match = noun.exec(form) ?? openerAndNoun.exec(form);
  if (match !== null) return (match[1] ?? match[2] ?? match[0]).trim();
  for (const { index, 0: name } of plain.matchAll(NAME_BEHIND)) {
    const before = `${wordForm(plain.slice(0, index))} `;
    const word = (name.endsWith('[') ? openerAndName : openerWithName).exec(before)?.[1];
    if (word !== undefined) return word;
  }
  return null;
}

/** A link or a capitalised word after another word. */
const NAME_BEHIND = / (?:\[\[|@?\p{Lu}[\p{Ll}'’]+)/gu;

/** Whether a title or name says that this is an agenda, a template, an index: the word. */
export function otherWordIn(text: string, words: Words): string | null {
  return patternsOf(words).other.exec(wordForm(withoutDates(text)))?.[1] ?? null;
}

/** Whether a type's or a tag's whole value says “meeting”: `Meeting`, `1-1`, `type/meeting`, `SupervisorMeeting`. */
export function isMeetingValue(value: string, words: Words): boolean {
  return value.split('/').some((part) => {
    const form = wordForm(part);
    if (words['meeting-nouns'].has(form)) return true;
    const last = form.slice(form.lastIndexOf(' ') + 1);
    return form !== last && (last === 'meeting' || last === 'meetings');
  });
}

/** Whether a folder is one of meetings: `Meetings`, `team-meetings`, `note-reunion`, `Meetings 2025`, `1-1s`. */
export function isMeetingFolder(folder: string, words: Words): boolean {
  const names = words['meeting-folders'];
  const parts = wordForm(folder).split(' ');
  if (names.has(parts.join(' '))) return true;
  while (parts.length > 1 && isFiller(parts[parts.length - 1] ?? '', words)) parts.pop();
  for (let length = Math.min(3, parts.length); length > 0; length--) {
    if (names.has(parts.slice(-length).join(' '))) return true;
    if (length === parts.length) continue;
    const [next] = parts.slice(length);
    if (names.has(parts.slice(0, length).join(' ')) && next !== undefined && words['with-words'].has(next)) return true;
  }
  return false;
}

function isFiller(word: string, words: Words): boolean {
  return /^\d+$/.test(word) || words['folder-fillers'].has(word);
}
