/**
 * Lines that a tag marks, anywhere in a meeting; a checkbox has its own meaning.
 *
 *     #todo ann to ask the mill      #todo:ann ask the mill      ann: #todo ask the mill      ask the mill #action
 *     #decide to take the van        take the van #decision
 */
import { isTagLine } from './clues';
import { foldWord } from './word-list';
import type { Words } from './word-lists';

export interface MarkedLine {
  readonly is: 'decision' | 'task' | 'question';
  /** Where what it says begins. */
  readonly from: number;
  /** Where it ends, if not with the line. */
  readonly to?: number;
  /** Who the marker itself names, as written: `TODO (Ann):`, `Arbeitsauftrag an Ann:`. */
  readonly named: string | null;
  /** `AI: …` is a task only with an owner after it. */
  readonly needsOwner: boolean;
  /** It only opens or ends as decisions do, and so do some tasks: `Agree on a date`. */
  readonly isLoose?: true;
}

/** Null for a line without such a tag, and for one of nothing but tags: `Tags: #todo #yard`. */
export function taggedLine(words: string, lists: Words): MarkedLine | null {
  if (!words.includes('#') || isTagLine(words)) return null;
  for (const match of words.matchAll(TAG)) {
    const [tag, before = '', name = '', whose] = match;
    const is = kindOf(name, lists);
    if (is === null) continue;
    const from = match.index + before.length;
    const behind = match.index + tag.length;
    const rest = words.slice(behind).replace(/^[\s:,–—-]+/, '');
    const head = words.slice(0, from).trimEnd();
    const [, who] = OWNER_BEFORE.exec(head) ?? [];
    const marked = { is, named: is === 'task' ? (whose ?? who ?? null) : null, needsOwner: false } as const;
    if (head === '' || who !== undefined) return { ...marked, from: words.length - rest.length };
    return rest === '' ? { ...marked, from: 0, to: head.length } : { ...marked, from: 0 };
  }
  return null;
}

const TAG = /(^|[\s*_(])#(\p{L}[\p{L}-]{1,20})(?:[:/]([\p{L}\p{N}_.-]{1,30}))?(?![\p{L}\p{N}_/-])/gu;
/** `ann: #todo …` */
const OWNER_BEFORE = /^@?([\p{L}\p{N}_.-]{1,30}):$/u;

function kindOf(tag: string, lists: Words): 'task' | 'decision' | null {
  const word = foldWord(tag.replace(/-/g, ' '));
  const compact = foldWord(tag);
  const isIn = (list: ReadonlySet<string>): boolean => list.has(word) || list.has(compact);
  if (isIn(lists['action-markers'])) return 'task';
  return isIn(lists['decision-markers']) || DECIDE.has(word) ? 'decision' : null;
}

/** As a tag it says that it was; before a colon, that it is to be. */
const DECIDE: ReadonlySet<string> = new Set(['decide', 'decided']);
