/** What lines add to the meeting they are in. */
import { plainText } from '../text/plain-text';
import { flatten } from '../text/flatten';
import type { KindId } from './kinds';
import { momentIn } from './moments';
import { namesOfValue } from './names';
import type { KindName } from './note';
import type { NoteRules } from './note-rules';

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
