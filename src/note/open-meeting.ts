/** What opens a meeting within a note: a heading, or in a daily note a list item. */
import { flatten } from '../text/flatten';
import { plainText } from '../text/plain-text';
import type { BodyInput, MeetingDraft } from './body';
import { headingTags, peopleInBody } from './clues';
import { type DayMeeting, dayHeading, dayItem } from './day-meetings';
import { groupOf } from './looks-like';
import { isMeetingValue, meetingWordIn } from './meeting-word';
import { leadingTime, momentIn } from './moments';
import { namesInText } from './names';
import type { KindName } from './note';
import type { Reason } from './reasons';
import { datedHeading } from './running-note';

interface Opening {
  readonly words: string;
  /** The heading as it is in the file. */
  readonly source: string;
  readonly line: number;
  readonly isPrivate: boolean;
  readonly index: number;
}

/** A draft, or the reasons why the heading looks like a meeting and is none; null for any other heading. */
type Opened = { readonly draft: MeetingDraft } | { readonly looksLike: readonly Reason[] } | null;

export function openedByHeading(input: BodyInput, opening: Opening): Opened {
  const { words } = opening;
  const tag = words.includes('#')
    ? headingTags(words).find((one) => isMeetingValue(one.slice(one.lastIndexOf('/') + 1), input.rules.words))
    : undefined;
  if (tag !== undefined && withoutTags(plainText(words)) !== '') return { draft: taggedMeeting(input, opening, tag) };
  if (input.running !== null) return openedByDate(input, opening);
  if (!input.isDaily) return null;
  const found = dayHeading(words, input.rules.words);
  return found === null || givesWay(input, opening.index, found)
    ? null
    : { draft: dayDraft(input, opening, found, { signal: 'day-heading', value: found.title }) };
}

/** `null` for an item that tells of no meeting. */
export function openedByItem(input: BodyInput, opening: Opening): MeetingDraft | null {
  const hasChildren = input.blocks[opening.index + 1]?.parent === opening.index;
  const found = dayItem(opening.words, input.rules.words, { hasChildren });
  return found === null ? null : dayDraft(input, opening, found, { signal: 'day-item', value: found.title });
}

/** The day's own title, or a heading that merely links, with meetings below it. */
function givesWay({ blocks, text, rules }: BodyInput, index: number, found: DayMeeting): boolean {
  const level = blocks[index]?.level ?? 0;
  if (found.own && level > 1) return false;
  for (let at = index + 1; at < blocks.length; at++) {
    const block = blocks[at];
    if (block === undefined || block.kind !== 'heading' || block.quote > 0 || block.parent >= 0) continue;
    if (block.level <= level) return false;
    const below = dayHeading(text.piece(block.textFrom, block.textTo), rules.words);
    if (below !== null && (below.own || level === 1)) return true;
  }
  return false;
}

function openedByDate(input: BodyInput, opening: Opening): Opened {
  const { running, rules } = input;
  const day = running === null ? null : datedHeading(opening.words, rules);
  if (running === null || day === null) return null;
  const because: Reason[] = [{ signal: 'dated-heading', value: plainText(opening.words) }];
  if (running.strict && meetingWordIn(day.rest, rules.words) === null && !hasPeopleBelow(input, opening.index)) {
    const group = groupOf(input.path, because);
    const answer = rules.looksLike.get(group);
    if (answer !== true) return answer === false ? null : { looksLike: because };
    because.push({ signal: 'answer', value: group });
  }
  const rest = plainText(day.rest);
  return {
    draft: {
      ...draftOf(opening, [...running.names, ...linksOf(opening)]),
      title: flatten(rest === '' ? running.title : rest),
      date: flatten(day.date),
      time: day.time,
      because,
    },
  };
}

function hasPeopleBelow({ blocks, text, rules }: BodyInput, index: number): boolean {
  const level = blocks[index]?.level ?? 0;
  let end = index + 1;
  for (; end < blocks.length; end++) {
    const block = blocks[end];
    if (block?.kind === 'heading' && block.quote === 0 && block.parent < 0 && block.level <= level) break;
  }
  return peopleInBody({ blocks: blocks.slice(index + 1, end), text, rules }) !== null;
}

function taggedMeeting(input: BodyInput, opening: Opening, tag: string): MeetingDraft {
  const plain = withoutTags(plainText(opening.words));
  const timed = leadingTime(plain);
  const moment = momentIn(plain, input.rules.dayOrder);
  return {
    ...draftOf(opening, linksOf(opening)),
    title: flatten(timed === null || timed.rest === '' ? plain : timed.rest),
    date: input.date ?? moment?.date ?? null,
    time: timed?.time ?? moment?.time ?? null,
    because: [{ signal: 'tagged-heading', value: tag }],
  };
}

function dayDraft(input: BodyInput, opening: Opening, found: DayMeeting, reason: Reason): MeetingDraft {
  return {
    ...draftOf(
      opening,
      found.names.map((name) => ({ ...name, line: opening.line, kind: null })),
    ),
    title: found.title,
    date: input.date,
    time: found.time,
    needs: found.needs,
    because: [reason],
  };
}

function draftOf({ line, source, isPrivate }: Opening, names: readonly KindName[]): MeetingDraft {
  return {
    line,
    lastLine: null,
    title: '',
    heading: source,
    date: null,
    time: null,
    names: [...names],
    summary: null,
    nextMeeting: null,
    private: isPrivate,
    needs: null,
    because: [],
  };
}

/** A link to a day is nobody. */
function linksOf({ words, line }: Opening): KindName[] {
  if (!words.includes('[')) return [];
  return namesInText(words, line)
    .filter(({ target }) => target !== null && momentIn(target) === null)
    .map((name) => ({ ...name, kind: null }));
}

function withoutTags(text: string): string {
  return text
    .replace(/(^|\s)#[^\s#]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
