/**
 * What a person answered about tasks and questions, as lines of the names memory. Words are compared as rows are:
 * letter case, punctuation and link syntax never count.
 *
 *   - "Send the draft to Bo" is the same as "Share the draft with Bo"        one row from now on, the newest decides
 *   - "Send the draft" is not the same as "Send the final draft"             never asked again
 *   - "Who signs for Acme?" is not answered by "Acme signs in May"
 *   - "Sam" waits until 2025-11-10 · upo5o2j4m1                              asked again from that day on
 *                                    ^ the proposal's ID
 *   - links that lead nowhere stay                                         never asked about
 *
 * `is the same as` reaches on: what is the same as a third thing is the same. Lines that contradict each other,
 * directly or by what they reach, decide nothing. The order of lines never counts.
 */
import { type CalendarDate, isCalendarDate } from '../text/calendar-date';
import { rowKey } from '../text/row-key';

export type RowDecision =
  | { readonly kind: 'same'; readonly one: string; readonly other: string }
  | { readonly kind: 'not-same'; readonly one: string; readonly other: string }
  | { readonly kind: 'no-answer'; readonly question: string; readonly statement: string }
  | { readonly kind: 'links-stay' }
  | { readonly kind: 'waits'; readonly name: string; readonly id: string; readonly until: CalendarDate };

/** A bullet's words, or null where they are no such line. */
export function parseRowDecision(words: string): RowDecision | null {
  if (LINKS_STAY.test(words)) return { kind: 'links-stay' };
  const waits = WAITS.exec(words)?.groups;
  if (waits !== undefined) {
    const { name = '', until = '', id = '' } = waits;
    return isCalendarDate(until) ? { kind: 'waits', name: name.trim(), id: id.toLowerCase(), until } : null;
  }
  const { one = '', verb = '', other = '' } = PAIR.exec(words)?.groups ?? {};
  if (one.trim() === '' || other.trim() === '') return null;
  const said = verb.toLowerCase().replace(/ +/g, ' ');
  if (said === 'is not answered by') return { kind: 'no-answer', question: one.trim(), statement: other.trim() };
  return { kind: said === 'is the same as' ? 'same' : 'not-same', one: one.trim(), other: other.trim() };
}

const LINKS_STAY = /^links that lead nowhere stay\.?$/i;
const WAITS =
  /^["“”„«](?<name>[^"“”„«»]+)["“”»] +waits until +(?<until>\d{4}-\d{2}-\d{2}) *[·•;,]? *(?<id>[a-z0-9]{4,24})\.?$/i;
const PAIR =
  /^["“”„«](?<one>[^"“”„«»]+)["“”»] +(?<verb>is +the +same +as|is +not +the +same +as|is +not +answered +by) +["“”„«](?<other>[^"“”„«»]+)["“”»]\.?$/i;

export function printRowDecision(decision: RowDecision): string {
  switch (decision.kind) {
    case 'same':
      return `- "${printable(decision.one)}" is the same as "${printable(decision.other)}"`;
    case 'not-same':
      return `- "${printable(decision.one)}" is not the same as "${printable(decision.other)}"`;
    case 'no-answer':
      return `- "${printable(decision.question)}" is not answered by "${printable(decision.statement)}"`;
    case 'links-stay':
      return '- links that lead nowhere stay';
    case 'waits':
      return `- "${printable(decision.name)}" waits until ${decision.until} · ${decision.id}`;
  }
}

const KINDS: ReadonlySet<string> = new Set<RowDecision['kind']>([
  'same',
  'not-same',
  'no-answer',
  'links-stay',
  'waits',
]);

export function isRowDecision(decision: { readonly kind: string }): decision is RowDecision {
  return KINDS.has(decision.kind);
}

/** Whether a line has to go for an answer to the same question. */
export function contradictsRow(there: RowDecision, decision: RowDecision): boolean {
  if (there.kind === 'waits' && decision.kind === 'waits')
    return there.id === decision.id && there.until !== decision.until;
  const isPair = (one: RowDecision): one is Pair => one.kind === 'same' || one.kind === 'not-same';
  return (
    isPair(there) &&
    isPair(decision) &&
    there.kind !== decision.kind &&
    pairKey(rowKey(there.one), rowKey(there.other)) === pairKey(rowKey(decision.one), rowKey(decision.other))
  );
}

/** Whether a line can be written that reads back as those words. */
export function canBeRemembered(text: string): boolean {
  return text.length <= LONGEST && rowKey(printable(text)) === rowKey(text) && /[\p{L}\p{N}]/u.test(printable(text));
}

const LONGEST = 300;

export interface RowMemory {
  /** The words that stand for all that were said to be the same; null for most, which stand for themselves. */
  sameAs(text: string): string | null;
  /** Whether it was answered if two say the same, either way. */
  isSettled(one: string, other: string): boolean;
  isNoAnswer(question: string, statement: string): boolean;
  readonly linksStay: boolean;
  /** Whether a proposal was put off beyond a day. */
  waits(id: string, today: CalendarDate): boolean;
}

type Pair = Extract<RowDecision, { kind: 'same' | 'not-same' }>;

export function rowMemory(decisions: readonly RowDecision[]): RowMemory {
  const texts = new Map<number, string>();
  const same: [number, number][] = [];
  const apart = new Set<string>();
  const told = new Set<string>();
  const noAnswers: [number, number][] = [];
  const until = new Map<string, CalendarDate>();
  let linksStay = false;
  const keyOf = (text: string): number => {
    const key = rowKey(text);
    const known = texts.get(key);
    // Of several spellings the first by its code units, so that the order of lines does not count.
    if (known === undefined || text < known) texts.set(key, text);
    return key;
  };
  for (const decision of decisions) {
    if (decision.kind === 'waits') {
      if (decision.until > (until.get(decision.id) ?? '')) until.set(decision.id, decision.until);
    } else if (decision.kind === 'links-stay') linksStay = true;
    else if (decision.kind === 'no-answer') noAnswers.push([rowKey(decision.question), rowKey(decision.statement)]);
    else {
      const one = keyOf(decision.one);
      const other = keyOf(decision.other);
      if (one === other) continue;
      if (decision.kind === 'same') same.push([one, other]);
      else apart.add(pairKey(one, other));
      told.add(pairKey(one, other));
    }
  }
  // Two devices that answered differently have answered nothing.
  const agreed = same.filter(([one, other]) => !apart.has(pairKey(one, other)));
  for (const [one, other] of same) if (apart.has(pairKey(one, other))) told.delete(pairKey(one, other));
  const rootOf = sameRoots(agreed, apart);
  const rootKey = (key: number): number => rootOf.get(key) ?? key;
  const settled = new Set<string>(told);
  for (const pair of told) {
    const [one, other] = pair.split(' ').map(Number);
    if (one !== undefined && other !== undefined) settled.add(pairKey(rootKey(one), rootKey(other)));
  }
  const refused = new Set(noAnswers.map(([question, statement]) => `${rootKey(question)} ${statement}`));
  return {
    sameAs: (text) => {
      if (rootOf.size === 0) return null;
      const root = rootOf.get(rowKey(text));
      return root === undefined ? null : (texts.get(root) ?? null);
    },
    isSettled: (one, other) => {
      if (settled.size === 0) return false;
      const [a, b] = [rowKey(one), rowKey(other)];
      return settled.has(pairKey(a, b)) || settled.has(pairKey(rootKey(a), rootKey(b)));
    },
    isNoAnswer: (question, statement) =>
      refused.size > 0 && refused.has(`${rootKey(rowKey(question))} ${rowKey(statement)}`),
    linksStay,
    waits: (id, today) => (until.get(id) ?? '') > today,
  };
}

function pairKey(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** The least key of those that are the same, for each of them; none for those of which two were said to be apart. */
function sameRoots(same: readonly [number, number][], apart: ReadonlySet<string>): Map<number, number> {
  const parents = new Map<number, number>();
  const rootOf = (key: number): number => {
    let root = key;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
    for (let at = key; at !== root;) {
      const up = parents.get(at) ?? root;
      parents.set(at, root);
      at = up;
    }
    return root;
  };
  for (const [one, other] of same) {
    const [a, b] = [rootOf(one), rootOf(other)];
    parents.set(Math.max(a, b), Math.min(a, b));
    parents.set(Math.min(a, b), Math.min(a, b));
  }
  const torn = new Set<number>();
  for (const pair of apart) {
    const [one, other] = pair.split(' ').map(Number);
    if (
      one !== undefined &&
      other !== undefined &&
      parents.has(one) &&
      parents.has(other) &&
      rootOf(one) === rootOf(other)
    )
      torn.add(rootOf(one));
  }
  return new Map(
    [...parents.keys()].map((key): [number, number] => [key, rootOf(key)]).filter(([, root]) => !torn.has(root)),
  );
}

/** Without what a line cannot hold, and without tags, which would count as the memory's own. */
function printable(text: string): string {
  return text
    .replace(/["“”„«»\r\n\u2028\u2029]/g, ' ')
    .replace(/(^|\s)#[^\s#]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
