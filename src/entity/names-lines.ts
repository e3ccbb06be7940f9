/**
 * What a person answered about names, as a note they can read and edit (`Throughline/Names.md`): one line a decision.
 *
 *   - "Sam" → [[Sam Ortega]] · among [[Sam Ortega]], [[Sam Fox]] · since 2025-10-01
 *     ^ words  ^ meaning        ^ who else was known then          ^ from which notes on
 *   - "Sam" with [[Acme]], [[Dana Fox]] → [[Sam Ortega]]
 *   - "Sam" in [[2025-10-28 Sync]] → [[Sam Ortega]]
 *   - "May" is not a name
 *   - "Gwen" gets no page                    somebody all the same: she counts as a person who was there
 *   - "Sam" is not [[Sam Fox]]               whoever else may be meant; for a note or a group too
 *   - [[Jon Stefan]] is not [[Jon Stefans]]
 *   - [[Ann Lee]] hands nothing over         who has left keeps the tasks that name them
 *   - [[14 Oct Sync]] and [[14 Oct mail]] are one meeting, or: are two meetings
 *
 * Answers about tasks and questions are there too: `row-decisions.ts`.
 *
 * An answer for a note beats one for a group, the greater group beats the smaller, and any group beats always. Of
 * several answers alike, the one with the latest `since` not after the note's date holds; the first holds for older
 * notes too. `among` makes an answer ask again: a note dated after `since` is not covered once another entity fits the
 * words that no answer about them knew; who is first met in a later meeting does not count yet. A line without `among`
 * holds until it is changed. Answers that speak against each other (two devices, one question) decide nothing: it is
 * asked again. The order of lines never counts, nor how often one is there.
 */
import type { Problem } from '../note/problems';
import { isCalendarDate, type CalendarDate } from '../text/calendar-date';
import { targetName } from './linked-names';
import { isRowDecision, parseRowDecision, printRowDecision, type RowDecision } from './row-decisions';

/** Link targets as written, without brackets, subpath and alias. */
export type NameAnswer =
  | {
      readonly kind: 'means';
      readonly text: string;
      /** Null: me. */
      readonly target: string | null;
      readonly scope: DecisionScope;
      readonly among: readonly string[] | null;
      readonly since: CalendarDate | null;
    }
  | {
      readonly kind: 'no-name';
      readonly text: string;
      readonly scope: DecisionScope;
      readonly since: CalendarDate | null;
    }
  | { readonly kind: 'is-not'; readonly text: string; readonly target: string; readonly scope: DecisionScope }
  | { readonly kind: 'no-page'; readonly text: string }
  | { readonly kind: 'keeps'; readonly target: string }
  | { readonly kind: 'different'; readonly one: string; readonly other: string }
  /** Whether two notes tell of one event. */
  | { readonly kind: 'event'; readonly one: string; readonly other: string; readonly isOne: boolean }
  | RowDecision;

export type DecisionScope =
  | { readonly in: 'vault' }
  | { readonly in: 'note'; readonly note: string }
  | { readonly in: 'group'; readonly with: readonly string[] };

/**
 * Reads the note; prose and other bullets are skipped, a bullet that begins like a decision and is none is a
 * problem.
 */
export function parseNames(
  text: string,
  path: string,
): { decisions: NameAnswer[]; /** Where each stands, 1-based. */ lines: number[]; problems: Problem[] } {
  const decisions: NameAnswer[] = [];
  const lines: number[] = [];
  const problems: Problem[] = [];
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    const words = bulletWords(line);
    if (words === null) continue;
    const decision = parseDecision(words);
    if (decision !== null) {
      decisions.push(decision);
      lines.push(at + 1);
    } else if (looksMeant(words)) {
      problems.push({
        path,
        line: at + 1,
        code: 'names-line-unreadable',
        words: words.slice(0, 120),
      });
    }
  }
  return { decisions, lines, problems };
}

/** The decision as its line, without line end. Words that a line cannot hold (line breaks, quotes) are left out. */
export function printNameAnswer(decision: NameAnswer): string {
  if (isRowDecision(decision)) return printRowDecision(decision);
  if (decision.kind === 'different') return `- ${printLink(decision.one)} is not ${printLink(decision.other)}`;
  if (decision.kind === 'event') {
    const are = decision.isOne ? 'are one meeting' : 'are two meetings';
    return `- ${printLink(decision.one)} and ${printLink(decision.other)} ${are}`;
  }
  if (decision.kind === 'keeps') return `- ${printLink(decision.target)} hands nothing over`;
  if (decision.kind === 'no-page') return `- "${printable(decision.text)}" gets no page`;
  const subject = `- "${printable(decision.text)}"${printScope(decision.scope)}`;
  if (decision.kind === 'is-not') return `${subject} is not ${printLink(decision.target)}`;
  const since = decision.since === null ? '' : ` · since ${decision.since}`;
  if (decision.kind === 'no-name') return `${subject} is not a name${since}`;
  const among =
    decision.among === null || decision.among.length === 0
      ? ''
      : ` · among ${decision.among.map(printLink).join(', ')}`;
  return `${subject} → ${decision.target === null ? 'me' : printLink(decision.target)}${among}${since}`;
}

const QUOTED = /^["“”„«](?<text>[^"“”„«»]+)["“”»]/;
const LINK = /^\[\[(?<target>[^[\]|#^]+)(?:[#^][^[\]|]*)?(?:\|[^[\]]*)?\]\]/;
const ARROW = /^(?:→|[-=]+>|⇒|➜|➔)/;

function bulletWords(line: string): string | null {
  const bullet = /^[ \t]{0,8}[-*+] +(?:\[.\] +)?(?=\S)/.exec(line);
  return bullet === null ? null : line.slice(bullet[0].length).trim();
}

function looksMeant(words: string): boolean {
  return (
    QUOTED.test(words) ||
    (/^\[\[/.test(words) &&
      /\]\]\s{0,9}(?:is not|hands nothing|and \[\[[^[\]]+\]\]\s{1,9}are (?:one|two)|→|->)/.test(words))
  );
}

function parseDecision(words: string): NameAnswer | null {
  const row = parseRowDecision(words);
  if (row !== null) return row;
  const read = new Reader(words);
  const one = read.link();
  if (one !== null) {
    if (read.word(/^hands nothing over/i)) return read.atEnd() ? { kind: 'keeps', target: one } : null;
    if (read.word(/^and(?= )/i)) {
      const other = read.link();
      const isOne = read.word(/^are one (?:meeting|message|event)(?![\p{L}\p{N}])/iu);
      const isRead = isOne || read.word(/^are two (?:meetings|messages|events)(?![\p{L}\p{N}])/iu);
      return other !== null && isRead && read.atEnd() ? { kind: 'event', one, other, isOne } : null;
    }
    if (!read.word(/^is not(?= )/i)) return null;
    const other = read.link();
    return other !== null && read.atEnd() ? { kind: 'different', one, other } : null;
  }
  const text = read.take(QUOTED)?.groups?.['text']?.trim() ?? '';
  if (text === '') return null;
  let scope: DecisionScope = { in: 'vault' };
  if (read.word(/^in(?= )/i)) {
    const note = read.link();
    if (note === null) return null;
    scope = { in: 'note', note };
  } else if (read.word(/^with(?= )/i)) {
    const group = read.links();
    if (group.length === 0) return null;
    scope = { in: 'group', with: group };
  }
  if (read.word(/^gets no page/i)) return scope.in === 'vault' && read.atEnd() ? { kind: 'no-page', text } : null;
  if (read.word(/^is not a name/i)) {
    const since = read.since();
    return since !== undefined && read.atEnd() ? { kind: 'no-name', text, scope, since } : null;
  }
  if (read.word(/^is not(?= )/i)) {
    const other = read.link();
    return other !== null && read.atEnd() ? { kind: 'is-not', text, target: other, scope } : null;
  }
  if (!read.word(ARROW)) return null;
  const target = read.link();
  if (target === null && !read.word(/^me(?![\p{L}\p{N}])/iu)) return null;
  const among = read.word(/^[·•;,]? *among(?= )/i) ? read.links() : null;
  const since = read.since();
  return since !== undefined && read.atEnd() ? { kind: 'means', text, target, scope, among, since } : null;
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  take(pattern: RegExp): RegExpExecArray | null {
    while (/[ \t\u00a0]/.test(this.text.charAt(this.at))) this.at += 1;
    const match = pattern.exec(this.text.slice(this.at));
    if (match !== null) this.at += match[0].length;
    return match;
  }

  word(pattern: RegExp): boolean {
    return this.take(pattern) !== null;
  }

  link(): string | null {
    const target = this.take(LINK)?.groups?.['target']?.trim();
    return target === undefined || target === '' ? null : target;
  }

  links(): string[] {
    const found: string[] = [];
    for (let link = this.link(); link !== null; link = this.word(/^(?:,|&|and(?= ))/i) ? this.link() : null)
      found.push(link);
    return found;
  }

  /** Null where no date is given, undefined where what is there is none. */
  since(): CalendarDate | null | undefined {
    if (!this.word(/^[·•;,]? *since(?= )/i)) return null;
    const date = this.take(/^\d{4}-\d{2}-\d{2}/)?.[0];
    return date !== undefined && isCalendarDate(date) ? date : undefined;
  }

  atEnd(): boolean {
    this.take(/^\.?$/);
    return this.at === this.text.length;
  }
}

function printScope(scope: DecisionScope): string {
  if (scope.in === 'note') return ` in ${printLink(scope.note)}`;
  return scope.in === 'group' ? ` with ${scope.with.map(printLink).join(', ')}` : '';
}

/** A path is shown by its name: `[[People/Ann Lee/README|Ann Lee]]`. */
function printLink(target: string): string {
  const words = target.replace(/[[\]|#^\r\n\u2028\u2029]/g, ' ').trim();
  const name = words.includes('/') ? targetName(words) : words;
  return name === words || name === '' ? `[[${words}]]` : `[[${words}|${name}]]`;
}

function printable(text: string): string {
  return text.replace(/["“”„«»\r\n\u2028\u2029]/g, ' ').trim();
}
