/**
 * Which lines are one row. Lines with the same words (and owners) are one row where they are of one event, or where
 * what they were said in shares a person, a project, an account or a series.
 *
 *     14 Oct  Ann, weekly    - Who signs?  ─┐ one row
 *     28 Oct  Ann and Bo     - Who signs?  ─┘ ┐ Bo's is no row with Ann's: with 14 Oct it shares nothing
 *     30 Oct  Bo             - Who signs?  ───┘ another row
 */
import type { CalendarDate } from '../text/calendar-date';
import { foldWhole } from '../entity/fold-name';
import { rowKey } from '../text/row-key';
import type { ResolvedLine } from './merge-rows';
import type { MeetingRecord, Owner, Source } from './rows';
import { seriesOf } from './series';

/** The event that a line is of: the meeting, else the note. */
function eventOf({ meeting, path }: Source): string {
  return meeting?.id ?? path;
}

/**
 * Taken in order, a line joins the earliest row with every member of which it shares something. Of a row that is due
 * the day that it is due, before another; two different days in one note are two rows, as `dueOf` tells. `lines` sorted
 * by source.
 */
export function groupLines<S extends ResolvedLine<unknown>>(
  lines: readonly S[],
  dueOf: (line: S) => CalendarDate | null,
): readonly (readonly S[])[] {
  const groups: Group<S>[] = [];
  const having = new Map<string, Set<Group<S>>>();
  for (const line of lines) {
    const shares = new Set(sharesOf(line));
    const due = dueOf(line);
    const place = due === null ? '' : `${line.source.path}\n${rowKey(line.text)}`;
    let group: Group<S> | null = null;
    const near = new Set([...shares].flatMap((share) => [...(having.get(share) ?? [])]));
    for (const one of near) {
      if (group !== null && !isBefore(one, group, due)) continue;
      if (due !== null && [...(one.duesIn.get(place) ?? [])].some((other) => other !== due)) continue;
      if (sharesWithAll(one, shares)) group = one;
    }
    if (group === null) {
      group = { at: groups.length, lines: [], shares: [], counts: new Map(), dues: new Set(), duesIn: new Map() };
      groups.push(group);
    }
    group.lines.push(line);
    group.shares.push(shares);
    for (const share of shares) {
      group.counts.set(share, (group.counts.get(share) ?? 0) + 1);
      const known = having.get(share);
      if (known === undefined) having.set(share, new Set([group]));
      else known.add(group);
    }
    if (due === null) continue;
    group.dues.add(due);
    group.duesIn.set(place, (group.duesIn.get(place) ?? new Set()).add(due));
  }
  return groups.map((group) => group.lines);
}

interface Group<S> {
  readonly at: number;
  readonly lines: S[];
  readonly shares: ReadonlySet<string>[];
  /** How many of its lines have a share. */
  readonly counts: Map<string, number>;
  readonly dues: Set<CalendarDate>;
  /** By note and words. */
  readonly duesIn: Map<string, Set<CalendarDate>>;
}

/** Whether a group comes first for a line that is due on a day: one due then, else the earlier. */
function isBefore<S>(one: Group<S>, other: Group<S>, due: CalendarDate | null): boolean {
  const [a, b] = due === null ? [false, false] : [one.dues.has(due), other.dues.has(due)];
  return a === b ? one.at < other.at : a;
}

function sharesWithAll<S>({ counts, shares: all, lines }: Group<S>, shares: ReadonlySet<string>): boolean {
  let sum = 0;
  for (const share of shares) {
    const count = counts.get(share) ?? 0;
    if (count === lines.length) return true;
    sum += count;
  }
  return sum >= lines.length && all.every((one) => [...shares].some((share) => one.has(share)));
}

/** What another line may have in common with it; me it has not. */
function sharesOf({ source, named, sameAs, owners }: ResolvedLine<unknown>): string[] {
  const shares = [`event\n${eventOf(source)}`, ...(source.meeting === null ? [] : sharesOfMeeting(source.meeting))];
  for (const { id } of source.entities) shares.push(id);
  for (const { id } of named) shares.push(id);
  if (owners?.some(isAnother) === true) shares.push(OWNER);
  if (sameAs !== null) shares.push(ANSWERED);
  return shares;
}

/** Lines of the same words have the same owners. */
const OWNER = 'owner';
/** A person said that they are the same. */
const ANSWERED = 'answered';

function isAnother({ me }: Owner): boolean {
  return !me;
}

const ofMeeting = new WeakMap<MeetingRecord, readonly string[]>();

function sharesOfMeeting(meeting: MeetingRecord): readonly string[] {
  const known = ofMeeting.get(meeting);
  if (known !== undefined) return known;
  const series = seriesOf(meeting);
  const shares = [
    ...meeting.names.map(({ entity, kind, name }) => entity?.id ?? `name\n${kind}\n${foldWhole(name)}`),
    ...(series === '' ? [] : [`series\n${series}`]),
  ];
  ofMeeting.set(meeting, shares);
  return shares;
}
