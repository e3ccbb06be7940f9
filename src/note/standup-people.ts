/**
 * Who reports in a standup: a name that heads a block of status was there.
 *
 *     **Ann Hale**            - Ann:               ## Bo Kim
 *     - Yesterday: labels       - Done: labels     Next: the lift
 */
import { plainText } from '../text/plain-text';
import type { MeetingDraft } from './body';
import { headingKey } from './heading-key';
import type { KindName } from './note';
import type { NoteRules } from './note-rules';
import { wholeName } from './person-entry';
import { meaningOf } from './section-table';
import type { Words } from './word-lists';

type Rules = Pick<NoteRules, 'words' | 'sections'>;

export class StandupPeople {
  private readonly heads: { readonly text: string; readonly line: number; reports: boolean }[] = [];

  constructor(private readonly rules: Rules) {}

  /** A heading, a bold line, or a list item over others. */
  head(words: string, line: number): void {
    if (words.length > LONGEST_HEAD || this.heads.length >= MOST_HEADS) return;
    const text = plainText(words).replace(/\s*[:：]\s*$/, '');
    if (!/^\p{Lu}|^\p{Lo}|^@\w/u.test(text) || meaningOf(text, this.rules.sections) !== null) return;
    const name = wholeName(text.replace(/^@/, ''), this.rules.words);
    if (name !== null && name.split(' ').length <= MOST_WORDS) this.heads.push({ text: name, line, reports: false });
  }

  /** A line below: `Done: …`, `Yesterday — …`, `**Blocked**`. */
  line(words: string): void {
    const head = this.heads[this.heads.length - 1];
    if (head !== undefined && !head.reports && reportsStatus(words, this.rules.words)) head.reports = true;
  }

  /** Those who reported: in a meeting called a standup whoever heads a block, else where most blocks are of status. */
  names({ title }: Pick<MeetingDraft, 'title'>): KindName[] {
    const reporting = this.heads.filter(({ reports }) => reports);
    const called = isCalledStandup(title, this.rules.words);
    if (reporting.length < 2 && !(called && this.heads.length > 0)) return [];
    // Without a word of status a head may be a topic: then only a known name counts.
    return this.heads.flatMap(({ text, line, reports }): KindName[] =>
      called || reports ? [{ text, target: null, line, kind: reports ? 'person' : null, from: REPORT }] : [],
    );
  }
}

const LONGEST_HEAD = 60;
const MOST_HEADS = 60;
const MOST_WORDS = 3;
const REPORT = { place: 'report', label: null } as const;

function reportsStatus(words: string, lists: Words): boolean {
  const [, first] = /^[*_]{0,3}([\p{L}' ]{3,20}?)[*_]{0,3}\s*(?:[:：–—-]|$)/u.exec(words) ?? [];
  return first !== undefined && lists['standup-reports'].has(headingKey(first));
}

function isCalledStandup(title: string, words: Words): boolean {
  const key = headingKey(title);
  const parts = key.split(' ');
  return parts.some((part, at) =>
    [part, `${part} ${parts[at + 1] ?? ''}`].some((word) => words['standup-names'].has(word)),
  );
}
