/** Meetings in a daily note: its headings and bullets that tell of one. */
import { plainText } from '../text/plain-text';
import { isCalendarDate } from '../text/calendar-date';
import { flatten } from '../text/flatten';
import { meetingWordIn, wordForm } from './meeting-word';
import { leadingTime } from './moments';
import { namesInText } from './names';
import type { Name } from './note';
import type { Words } from './word-lists';

export interface DayMeeting {
  readonly title: string;
  readonly time: string | null;
  readonly names: readonly Name[];
  /** What has to be known of a name for it to be a meeting: the index knows. Null where it is one in any case. */
  readonly needs: 'entity' | 'person' | null;
  /** It has a time or a meeting's word itself, not only a link. */
  readonly own: boolean;
}

/**
 *     ### 1:1 with Ann           a meeting's word and a name
 *     ### 09:30 Standup          a time and a word
 *     ## 14:00 [[Ann Lee]]       a link, with a time or without
 *     ## RDS meeting             a name and a word
 */
export function dayHeading(text: string, words: Words): DayMeeting | null {
  const { title, time, names } = partsOf(text);
  if (names.length > 0) {
    const word = meetingWordIn(title, words);
    return {
      title,
      time,
      names,
      needs: time !== null && word !== null ? null : 'entity',
      own: time !== null || word !== null,
    };
  }
  if (isPlural(title, words)) return null;
  const word = meetingWordIn(title, words);
  if (word === null) return time === null ? null : withKnownName(title, time, words);
  if (time === null && (!hasName(title, words) || prepares(title, words))) return null;
  return { title, time, names: namesBehind(title, words), needs: null, own: true };
}

/**
 *     - 11:00 [[Ann]] / [[Bo]] rota        a time and a known person
 *     - 09:00 Standup                      a time and a meeting's word
 *     - [[Ann Hale]]                       a link to one, with children
 */
export function dayItem(
  text: string,
  words: Words,
  { hasChildren }: { readonly hasChildren: boolean },
): DayMeeting | null {
  const { title, time, names } = partsOf(text);
  if (time !== null) {
    if (names.length > 0) return { title, time, names, needs: 'person', own: true };
    const word = meetingWordIn(title, words);
    if (word !== null && !prepares(title, words))
      return { title, time, names: namesBehind(title, words), needs: null, own: true };
    return withKnownName(title, time, words);
  }
  return hasChildren && names.length > 0 && text.startsWith('[')
    ? { title, time, names, needs: 'person', own: false }
    : null;
}

interface Parts {
  readonly title: string;
  readonly time: string | null;
  /** Links to notes that are no days. */
  readonly names: readonly Name[];
}

function partsOf(text: string): Parts {
  const links = text.includes('[[') || text.includes('](') ? namesInText(text, 0) : [];
  const names = links.filter(
    ({ target }) => target !== null && !isCalendarDate(target.slice(target.lastIndexOf('/') + 1)),
  );
  const plain = plainText(text)
    .replace(/(^|\s)#[^\s#]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const timed = leadingTime(plain);
  return { title: flatten(timed === null || timed.rest === '' ? plain : timed.rest), time: timed?.time ?? null, names };
}

/** `14:00 Ann Lee`: it is one where somebody of that name is known. */
function withKnownName(title: string, time: string, words: Words): DayMeeting | null {
  const names = [...namesBehind(title, words), ...fullNames(title)];
  return names.length === 0 ? null : { title, time, names, needs: 'person', own: true };
}

function fullNames(title: string): Name[] {
  return [...title.matchAll(FULL_NAME)].map(([text]) => ({ text: flatten(text), target: null, line: 0 }));
}

const FULL_NAME = /\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,2}/gu;

/** The names after `with`: `1:1 with Ann`, `Call with Ann Lee and Bo`. */
function namesBehind(title: string, words: Words): Name[] {
  const parts = title.split(' ');
  const at = parts.findIndex((part) => words['with-words'].has(part.toLowerCase()));
  if (at < 0) return [];
  return [
    ...parts
      .slice(at + 1)
      .join(' ')
      .matchAll(NAMES),
  ].map(([text]) => ({ text: flatten(text), target: null, line: 0 }));
}

const NAMES = /\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}/gu;

/** A heading that is nothing but a plural is over its meetings: `Meetings`, `Calls`, `My meetings`. */
function isPlural(title: string, words: Words): boolean {
  const form = wordForm(title);
  return words['meeting-folders'].has(form) || /^(?:(?:my|our|today's|todays|all) )?\p{L}+s$/u.test(form);
}

/** Whether there is a name or another word of its own next to the meeting's word: `RDS meeting`, not `Meeting`. */
function hasName(title: string, words: Words): boolean {
  if (namesBehind(title, words).length > 0) return true;
  const form = wordForm(title).replace(/[\s:!]+$/, '');
  const parts = form.split(' ');
  const isWord = (from: number): boolean => words['meeting-nouns'].has(parts.slice(from).join(' '));
  return !isWord(0) && parts.length <= 6 && parts.some((_, at) => at > 0 && at <= 4 && isWord(at));
}

function prepares(title: string, words: Words): boolean {
  const [first = '', second = ''] = wordForm(title).split(' ');
  return words['preparing-words'].has(first) && !words['with-words'].has(second);
}
