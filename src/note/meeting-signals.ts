/**
 * What makes a note a meeting: one table of signals, a row each.
 *
 * *Strong*: one is enough, with a date. *Medium*: two of different families, one of them people or folder, with a date.
 * *Against*: beats all but a decisive one (a type, an importer's mark). What is one signal short, or torn, looks like a
 * meeting, and is asked about.
 */
import type { Block } from '../text/block';
import { propertyOf } from '../text/frontmatter';
import { wholeWikilink } from '../text/wikilinks';
import {
  type Clues,
  frontmatterTags,
  headTags,
  linesOf,
  hasMeetingHeading,
  meetingFolderOf,
  meetingSections,
  peopleInBody,
  typeValues,
} from './clues';
import { dayHeading, dayItem } from './day-meetings';
import { headingKey } from './heading-key';
import { importerOf, importerTag } from './importers';
import { isMeetingValue, meetingWordIn, otherWordIn, wordForm } from './meeting-word';
import { isMessageValue, messageHead } from './message-head';
import { wholeDate } from './moments';
import { isTemplate } from './names';
import { scalarText } from './note-date';
import type { DatePlace } from './problems';
import type { Reason, SignalId } from './reasons';

type Family = 'people' | 'folder' | 'word' | 'sections';

interface Signal {
  readonly id: SignalId;
  readonly strength: 'decisive' | 'strong' | 'medium' | 'against';
  readonly family?: Family;
  /** What gives the signal, or null. */
  readonly find: (clues: Clues) => string | null;
}

const SIGNALS: readonly Signal[] = [
  { id: 'type', strength: 'decisive', find: meetingType },
  { id: 'importer', strength: 'decisive', find: importer },
  { id: 'tag', strength: 'strong', find: (clues) => meetingTag(frontmatterTags(clues), clues) },
  {
    id: 'head-tag',
    strength: 'strong',
    find: (clues) => (isDayOfMuch(clues) ? null : meetingTag(headTags(clues), clues)),
  },
  { id: 'message', strength: 'strong', find: message },
  { id: 'people-property', strength: 'strong', family: 'people', find: ({ peopleKey }) => peopleKey },
  { id: 'people', strength: 'strong', family: 'people', find: attendanceOfDay },
  { id: 'people', strength: 'medium', family: 'people', find: peopleInBody },
  { id: 'folder', strength: 'medium', family: 'folder', find: meetingFolderOf },
  { id: 'word', strength: 'medium', family: 'word', find: wordInTitle },
  { id: 'sections', strength: 'medium', family: 'sections', find: meetingSections },
  { id: 'other-type', strength: 'against', find: otherType },
  { id: 'other-tag', strength: 'against', find: otherTag },
  { id: 'template', strength: 'against', find: templateToken },
  { id: 'other-name', strength: 'against', find: otherName },
  { id: 'daily', strength: 'against', find: periodic },
  { id: 'links', strength: 'against', find: indexOfLinks },
];

const OF = (strength: Signal['strength']): readonly Signal[] =>
  SIGNALS.filter((signal) => signal.strength === strength);
const [DECISIVE, STRONG, MEDIUM, AGAINST] = [OF('decisive'), OF('strong'), OF('medium'), OF('against')];

export interface Verdict {
  readonly isMeeting: boolean;
  /** What speaks for it: where it is a meeting, and where it only looks like one. */
  readonly reasons: readonly Reason[];
  /** It is none, and one signal more would make it one; or signals contradict each other. */
  readonly looksLike: boolean;
}

const NONE: Verdict = { isMeeting: false, reasons: [], looksLike: false };

/** Whether the whole note is a meeting. `throughline:` and an entity's page were decided before. */
export function judge(clues: Clues): Verdict {
  const { when } = clues;
  const decisive = found(DECISIVE, clues);
  if (decisive.length > 0 && !isToBeFilled(clues)) return yes([...decisive, ...dateReason(clues)]);
  const strong = found(STRONG, clues);
  // Nothing in an undated note without a tag says that somebody met.
  if (when.date === null) return judgeUndated(clues, strong);
  const onlyCreated = when.place === 'created';
  const inFolder = meetingFolderOf(clues);
  const inDatedFolder = inFolder !== null && when.named && otherName(clues) === null;
  const enough = inDatedFolder || (strong.length > 0 && !onlyCreated);
  if (enough) {
    const reasons = inDatedFolder ? [{ signal: 'folder', value: inFolder } as const, ...strong] : strong;
    const other = against(clues);
    // `type: reference` on a note that its tag and its title call a meeting says how it is kept.
    const isOutvoted =
      other?.signal === 'other-type' &&
      strong.some(isTag) &&
      (inFolder !== null || wordInTitle(clues) !== null) &&
      (hasMeetingHeading(clues) || when.named);
    return other === null || isOutvoted ? yes([...reasons, ...dateReason(clues)]) : torn(reasons);
  }
  const medium = found(MEDIUM, beforeDayMeetings(clues));
  const families = new Set([...medium, ...strong].flatMap(({ signal }) => familyOf(signal) ?? []));
  const reasons = [...strong, ...medium];
  if (strong.some(isTag) && medium.length > 0)
    return against(clues) === null ? yes([...reasons, ...dateReason(clues)]) : torn(reasons);
  const isPair = families.size > 1 && (families.has('people') || families.has('folder'));
  if (isPair) return against(clues) === null ? yes([...reasons, ...dateReason(clues)]) : torn(reasons);
  const isShort =
    strong.some(isTag) ||
    families.size > 1 ||
    ((families.has('people') || families.has('folder') || families.has('word')) && !onlyCreated);
  return isShort && against(clues) === null ? looks(reasons) : NONE;
}

/** A template whose date is still its token, whatever type it gives the notes made of it. */
function isToBeFilled({ frontmatter, rules }: Clues): boolean {
  return rules.dateKeys.some((key) => scalarText(propertyOf(frontmatter, key)).startsWith('<%'));
}

/** What a daily note's meetings say is theirs: for the note as a whole only what is above them counts. */
function beforeDayMeetings(clues: Clues): Clues {
  const { when, blocks, text, rules } = clues;
  if (when.daily === null) return clues;
  const first = blocks.findIndex(
    ({ kind, quote, parent, textFrom, textTo }) =>
      (kind === 'heading' || kind === 'item') &&
      quote === 0 &&
      parent < 0 &&
      (kind === 'heading'
        ? dayHeading(text.piece(textFrom, textTo), rules.words) !== null
        : dayItem(text.piece(textFrom, textTo), rules.words, { hasChildren: false }) !== null),
  );
  return first < 0 ? clues : { ...clues, blocks: blocks.slice(0, first) };
}

/** Only what is tagged or is in a folder of meetings is looked at closer. */
function judgeUndated(clues: Clues, strong: readonly Reason[]): Verdict {
  const isTagged = strong.some(isTag);
  if (!isTagged && meetingFolderOf(clues) === null) return NONE;
  const reasons = [...strong, ...found(MEDIUM, clues)];
  const isShort = isTagged || reasons.some(({ signal }) => familyOf(signal) === 'people');
  return isShort && against(clues) === null ? looks(reasons) : NONE;
}

const yes = (reasons: readonly Reason[]): Verdict => ({ isMeeting: true, reasons, looksLike: false });
const looks = (reasons: readonly Reason[]): Verdict => ({ isMeeting: false, reasons, looksLike: true });
/** For and against: only a tag says so expressly that it is worth asking. */
const torn = (reasons: readonly Reason[]): Verdict =>
  reasons.some(isTag) || reasons.length > 1 ? looks(reasons) : NONE;

function isTag({ signal }: Reason): boolean {
  return signal === 'tag' || signal === 'head-tag';
}

function found(signals: readonly Signal[], clues: Clues): Reason[] {
  const reasons: Reason[] = [];
  for (const { id, find } of signals) {
    const value = find(clues);
    if (value !== null) reasons.push({ signal: id, value });
  }
  return reasons;
}

/** What speaks against it, or null. */
function against(clues: Clues): Reason | null {
  for (const { id, find } of AGAINST) {
    const value = find(clues);
    if (value !== null) return { signal: id, value };
  }
  return null;
}

function familyOf(id: SignalId): Family | undefined {
  return SIGNALS.find((signal) => signal.id === id)?.family;
}

export function dateReason({ when: { place } }: { readonly when: { readonly place: DatePlace | null } }): Reason[] {
  return place === null ? [] : [{ signal: 'date', value: place }];
}

// What gives each signal

function meetingType(clues: Clues): string | null {
  const { rules } = clues;
  const hit = typeValues(clues).find(
    ({ value }) => rules.meetingTypes.includes(value.toLowerCase()) || isMeetingValue(value, rules.words),
  );
  return hit === undefined ? null : `${hit.key}: ${hit.value}`;
}

function importer(clues: Clues): string | null {
  const marked = importerOf(clues.frontmatter, clues.text.text);
  if (marked !== null) return marked;
  const tagged = importerTag(frontmatterTags(clues));
  return tagged !== null && clues.when.date !== null && peopleInBody(clues) !== null ? tagged : null;
}

function meetingTag(tags: readonly string[], { rules: { words } }: Clues): string | null {
  return tags.find((tag) => isMeetingValue(tag, words)) ?? null;
}

/** A mail or chat that says who it is from or to: not a meeting, but an event too. */
function message({ frontmatter, text }: Clues): string | null {
  const { says, isAddressed, hasHeader } = messageHead(frontmatter, text.repair);
  return says !== null && hasHeader ? says : isAddressed ? 'from, to' : null;
}

/**
 * A daily note is tagged for what it holds. One that is only named so, and says who came or what to do, is tagged for
 * what it is.
 */
function isDayOfMuch(clues: Clues): boolean {
  const { when, rules, path } = clues;
  if (when.daily === null) return false;
  const isKept = (rules.dailyNotes?.dateOf(path) ?? null) !== null;
  return isKept || !hasMeetingHeading(clues);
}

function wordInTitle({ name, heading, rules: { words } }: Clues): string | null {
  return meetingWordIn(name, words) ?? (heading === null ? null : meetingWordIn(heading, words));
}

/**
 * A note named by its day, in its file's name or as its first heading, that says who came: `2025-03-04.md` with
 * `Present: Ann Hale, Bo Kim`.
 */
function attendanceOfDay(clues: Clues): string | null {
  const { when, heading } = clues;
  if (!when.named && (when.place !== 'heading' || heading === null || wholeDate(heading) === null)) return null;
  const label = peopleInBody(beforeDayMeetings(clues));
  const labels = clues.rules.words['attendance-labels'];
  const key = label === null ? '' : headingKey(label);
  return labels.has(key) || key.split(' ').some((word) => labels.has(word)) ? label : null;
}

function otherType(clues: Clues): string | null {
  const { rules } = clues;
  const isMessage = message(clues) !== null;
  const hit = typeValues(clues).find(
    ({ value }) =>
      !(isMessage && isMessageValue(value)) &&
      (rules.notMeetingTypes.includes(value.toLowerCase()) || isOther(value, clues)),
  );
  return hit === undefined ? null : `${hit.key}: ${hit.value}`;
}

function otherTag(clues: Clues): string | null {
  const tags = [...frontmatterTags(clues), ...headTags(clues)];
  return tags.find((tag) => tag.split('/').some((part) => isOther(part, clues))) ?? null;
}

function isOther(value: string, { rules: { words } }: Clues): boolean {
  return words['other-types'].has(wordForm(value));
}

function otherName(clues: Clues): string | null {
  const { name, heading, when, rules } = clues;
  const ofName = otherWordIn(name, rules.words);
  const ofHeading = ofName !== null || heading === null ? null : otherWordIn(heading, rules.words);
  if (ofHeading === null) return ofName;
  // Minutes written into their agenda: named or kept as those of a meeting, they say who came.
  const isKept = meetingFolderOf(clues) !== null || meetingWordIn(name, rules.words) !== null;
  return isKept && when.place !== 'created' && peopleInBody(clues) !== null ? null : ofHeading;
}

function templateToken({ name, heading }: Clues): string | null {
  return isTemplate(name) || (heading !== null && isTemplate(heading)) ? (heading ?? name) : null;
}

/**
 * Weekly, monthly and yearly notes; daily ones where the person keeps them, unless they are in a folder of meetings.
 */
function periodic(clues: Clues): string | null {
  if (/^\d{4}(?:-?(?:W\d{1,2}|Q[1-4]|\d{2}))?$/i.test(clues.name.trim())) return clues.name;
  const daily = clues.rules.dailyNotes?.dateOf(clues.path) ?? null;
  return daily !== null && meetingFolderOf(clues) === null ? clues.name : null;
}

/** A note that is nothing but links. */
function indexOfLinks({ blocks, text }: Clues): string | null {
  let links = 0;
  for (const block of blocks) {
    if (block.kind === 'heading' || block.kind === 'rule') continue;
    if (block.kind !== 'item' || !isLink(block, text)) return null;
    links += 1;
  }
  return links >= 3 ? String(links) : null;
}

function isLink(block: Block, text: Clues['text']): boolean {
  const [line = '', ...more] = linesOf(block, text);
  return more.length === 0 && (wholeWikilink(line.trim()) !== null || /^\[[^\]]+\]\([^)]+\)$/.test(line.trim()));
}
