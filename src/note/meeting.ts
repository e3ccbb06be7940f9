/** Meetings: those that a heading opens, and what their lines add to them. */
import { plainText } from '../text/plain-text';
import { isCalendarDate } from '../text/calendar-date';
import { flatten } from '../text/flatten';
import type { MeetingDraft } from './body';
import type { KindId } from './kinds';
import { namesInText, namesOfValue } from './names';
import type { KindName } from './note';
import { leadingTime, momentIn } from './note-date';
import type { NoteRules } from './note-rules';
import { hasTag } from './has-tag';

/**
 * The meeting that a heading opens, or null.
 *
 *     ## 14:30 [[Ann Lee]] pricing        in a daily note
 *     ## Kick-off [[Atlas]] #meeting      in any note
 *
 * A link to a day is no entity. Whether another link is one, the index decides.
 */
export function meetingOfHeading(
  words: string,
  source: string,
  { line, isDaily, isPrivate, date }: { line: number; isDaily: boolean; isPrivate: boolean; date: string | null },
): MeetingDraft | null {
  const tagged = hasTag(words, 'meeting');
  if (!tagged && !(isDaily && (words.includes('[[') || words.includes('](')))) return null;
  const names = namesInText(words, line).filter(
    ({ target }) => target !== null && !isCalendarDate(target.slice(target.lastIndexOf('/') + 1)),
  );
  if (!tagged && names.length === 0) return null;
  const plain = plainText(words)
    .replace(/(^|\s)#[^\s#]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const timed = leadingTime(plain);
  const moment = momentIn(plain);
  return {
    line,
    lastLine: null,
    title: flatten(timed === null || timed.rest === '' ? plain : timed.rest),
    heading: source,
    date: date ?? moment?.date ?? null,
    time: timed?.time ?? moment?.time ?? null,
    names: names.map((name): KindName => ({ ...name, kind: null })),
    summary: null,
    nextMeeting: null,
    private: isPrivate,
    tagged,
  };
}

/** `attendees:: [[Ann Lee]], Bo Kim`: the names of a kind, given by a line of a meeting; null for any other line. */
export function namesOfField(text: string, line: number, rules: NoteRules): KindName[] | null {
  if (!text.includes('::')) return null;
  const match = /^[[(]?([\p{L}][\p{L} _-]{0,30})::\s*(.+)$/u.exec(
    text.replace(/^(?:\*\*|__)([^*_]+)(?:\*\*|__)/, '$1'),
  );
  const kind = match?.[1] === undefined ? null : kindOfKey(match[1].trim().toLowerCase(), rules);
  if (match?.[2] === undefined || kind === null) return null;
  const value = /^[[(](?!\[)/.test(text) ? match[2].replace(/[\])]\s*$/, '') : match[2];
  return namesOfValue(value, line, (words) => words).map((name) => ({ ...name, kind }));
}

function kindOfKey(key: string, { kinds }: NoteRules): KindId | null {
  return kinds.find(({ enabled, keys }) => enabled && keys.some((own) => own.toLowerCase() === key))?.id ?? null;
}

const NEXT_MEETING =
  /^next (?:\S{1,20} ){0,3}?(?:meetings?|1:1|1-1|one-on-one|check-?in|touch-?point|call|sync|session|catch-?up)\b[^:]{0,60}:(.*)$/i;

/** The day of `Next meeting (if any): 2025-10-31`; null where there is no such line or no such day. */
export function nextMeetingOf(line: string): string | null {
  if (!/next/i.test(line)) return null;
  const match = NEXT_MEETING.exec(plainText(line).replace(/[\u2010-\u2014]/g, '-'));
  return match?.[1] === undefined ? null : (momentIn(match[1])?.date ?? null);
}

const LONGEST_SUMMARY = 1_000;

/** A summary's paragraphs as one plain text of at most 1,000 characters, cut between words; null for none. */
export function summaryOf(paragraphs: readonly string[]): string | null {
  const text = paragraphs
    .map(plainText)
    .filter((words) => words !== '')
    .join(' ');
  if (text === '') return null;
  if (text.length <= LONGEST_SUMMARY) return flatten(text);
  const space = text.lastIndexOf(' ', LONGEST_SUMMARY - 1);
  return `${text.slice(0, space > LONGEST_SUMMARY / 2 ? space : LONGEST_SUMMARY - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
