/**
 * When a task is due, in words: a day after a word that says so.
 *
 *     Ann to send the sheet by Fri 3/14          Order the cones (due 2025-03-14)          Sand the bench EOD
 *                           ^ due word, then the day
 *
 * A date without such a word is what the task is about.
 */
import type { CalendarDate } from '../text/calendar-date';
import { derived } from '../text/memoize';
import { dayAtStart, type DueOptions } from './due-day';
import { ITEM_WORDS } from './item-words';
import { foldWord } from './word-list';
import { type Words, wordPatterns } from './word-lists';

export interface Due {
  /** Null where the words cannot be read for certain. */
  readonly date: CalendarDate | null;
  /** The day's words as written. */
  readonly words: string;
  /** Where the due word begins, and where the day ends. */
  readonly from: number;
  readonly to: number;
}

export type DueContext = Omit<DueOptions, 'shortNames'>;

/** The due date that a line says; of several the first that can be read. */
export function dueIn(text: string, options: DueContext, words: Words): Due | null {
  const { any, dueWord } = patterns(words);
  if (!any.test(text.toLowerCase())) return null;
  let unread: Due | null = null;
  for (const match of text.matchAll(dueWord)) {
    const [whole, before = '', word = '', itself] = match;
    const from = match.index + before.length;
    if (isHeldBack(text.slice(Math.max(0, from - 20), from), words)) continue;
    const at = itself === undefined ? match.index + whole.length : from;
    const shortNames = itself === undefined && !ENGLISH.has(foldWord(word));
    const day = dayAtStart(text.slice(at), { ...options, shortNames });
    if (day === null) continue;
    const due = { date: day.date, words: trimmed(text.slice(at, at + day.to)), from, to: at + day.to };
    if (due.date !== null) return due;
    unread ??= due;
  }
  return unread;
}

/** A Due column's cell, or what is after `Due:`: the day needs no word before it. */
export function dueOfField(text: string, options: DueContext, words: Words): Due | null {
  const clean = text.trim();
  const due = dueIn(clean, options, words);
  if (due !== null && due.from === 0) return due;
  const gap = /^(?:until|till|by|on|jusqu'au|hasta|tot|fino al) /i.exec(clean)?.[0].length ?? 0;
  const day = dayAtStart(clean.slice(gap), { ...options, shortNames: true });
  if (day === null) return due;
  const rest = clean.slice(gap + day.to).trim();
  // `next week or so` is no day.
  const date = /^(?:or so|oder so|ou plus|-ish)/i.test(rest) ? null : day.date;
  return { date, words: trimmed(clean.slice(gap, gap + day.to)), from: 0, to: gap + day.to };
}

const ENGLISH: ReadonlySet<string> = new Set(ITEM_WORDS['due-words'].words.en.filter((word) => word !== 'deadline'));

/** `@due(2025-03-14)` is how task paper writes it. */
const patterns = derived((words: Words) => {
  const dueWords = wordPatterns(words)['due-words'];
  return {
    any: new RegExp(`${dueWords}|\\beo[dwmy]\\b|\\bcob\\b|まで|之前`),
    dueWord: new RegExp(
      `(^|[^\\p{L}\\p{N}])(?:(${dueWords})(?![\\p{L}\\p{N}'’-])[\\s:*_(]{0,4}|(eod|eow|eom|eoy|cob)(?![\\p{L}\\p{N}]))`,
      'giu',
    ),
  };
});

/** `not by Friday`. */
function isHeldBack(before: string, words: Words): boolean {
  const word = /([\p{L}'’]+)\s*$/u.exec(before)?.[1];
  return word !== undefined && words['due-not-after'].has(foldWord(word));
}

function trimmed(words: string): string {
  return words.replace(/^[\s:*_([–—-]+|[\s*_\])]+$/g, '');
}
