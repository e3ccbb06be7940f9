/**
 * Names of entities in running text: full names and other names, longest first, never a part of another word.
 *
 *   Annual review: Ann Lee's draft for Acme, see [[Atlas]]
 *                  ^^^^^^^             ^^^^       no mention within a link
 *
 * Of names of one word only what projects, accounts and aliases are called is found, in its written case, and no common
 * word. A first name alone is looked for among the people of a meeting (`firstNameMentions`), nowhere else.
 */
import { memoize } from '../text/memoize';
import type { Entity } from './entity';
import { isCommonWord } from './common-words';
import { compareEntities } from './entity-order';
import { foldWhole, nameParts, spokenName } from './fold-name';
import { isNameLike, isPartOfLonger } from './mention-edges';
import {
  BREAK,
  FOLD_WHOLE,
  HALF,
  OWN_WORD,
  characterTable,
  classAt,
  hiddenUntil,
  isApostropheWithin,
  isWordAt,
  standsAlone,
  tailEnd,
  unreadRanges,
  wordEnd,
} from './mention-text';
import { givenName, PERSON } from './person-name';
import type { Registry } from './registry';
import { runSync, type Job } from '../text/job';

interface Mention {
  /** Offsets in the text. */
  readonly from: number;
  readonly to: number;
  /** Several where the name is more than one's; sorted. */
  readonly entities: readonly Entity[];
}

interface MentionRules {
  /** Folded common words that were accepted as names. */
  readonly accepted?: ReadonlySet<string>;
  /** Folded words that were answered to be no name. */
  readonly refused?: ReadonlySet<string>;
}

/** The names of a registry, ready to be looked for. */
export interface Mentions {
  readonly root: TrieNode;
  readonly table: Uint16Array;
  /** Flags by hash of a name's first word: what is looked at before anything else. */
  readonly firstWords: Uint8Array;
}

interface TrieNode {
  readonly next: Map<string, TrieNode>;
  readonly names: SpelledName[];
}

interface SpelledName {
  readonly entity: Entity;
  readonly text: string;
  /** The words as written, where only the written case will do. */
  readonly cased: readonly string[] | null;
}

const HASHES = 1 << 17;

export function buildMentions(registry: Registry, rules?: MentionRules): Mentions {
  return runSync(mentionSteps(registry, rules));
}

/** Entities in a piece of work. */
const YIELD_EVERY = 200;

/** As `buildMentions`, in pieces. */
export function* mentionSteps(registry: Registry, { accepted, refused }: MentionRules = {}): Job<Mentions> {
  const mentions: Mentions = {
    root: { next: new Map(), names: [] },
    table: characterTable(),
    firstWords: new Uint8Array(HASHES),
  };
  let count = 0;
  for (const entity of registry.entities) {
    if (count++ % YIELD_EVERY === 0) yield;
    addName(mentions, entity, entity.name, { alias: false, accepted, refused });
    for (const alias of entity.aliases) addName(mentions, entity, alias, { alias: true, accepted, refused });
  }
  return mentions;
}

/** Mentions in order, none overlapping another. One pass; the cost does not grow with the number of names. */
export function findMentions(mentions: Mentions, text: string): Mention[] {
  const { table, firstWords } = mentions;
  const found: Mention[] = [];
  let unread: readonly (readonly [number, number])[] | null = null;
  const length = text.length;
  let at = 0;
  while (at < length) {
    let code = text.charCodeAt(at);
    let kind = table[code] ?? BREAK;
    if (kind === BREAK) {
      at += 1;
      continue;
    }
    const from = at;
    let hash = 0;
    let whole = false;
    for (;;) {
      // Nearly all text is read by this line.
      for (; kind > HALF; kind = table[code] ?? BREAK) {
        hash = hashStep(hash, kind);
        at += 1;
        if (at >= length) break;
        code = text.charCodeAt(at);
      }
      if (at >= length) break;
      if (kind === HALF) kind = classAt(table, text, at);
      if (kind === OWN_WORD) break;
      if (kind === FOLD_WHOLE) whole = true;
      else if (at === from || !((code === APOSTROPHE || code === QUOTE) && isApostropheWithin(table, text, at))) break;
      at += 1;
      if (at >= length) break;
      code = text.charCodeAt(at);
      kind = table[code] ?? BREAK;
    }
    if (at === from) {
      at += 1;
      if (kind !== OWN_WORD) continue;
      hash = hashStep(0, code);
    } else {
      if (code === PLUS || code === NUMBER_SIGN) {
        for (const end = tailEnd(table, text, at); at < end; at += 1) hash = hashStep(hash, text.charCodeAt(at));
      }
      if (whole) hash = hashOf(foldWhole(text.slice(from, at)));
    }
    if (firstWords[slot(hash)] === 0) continue;
    const mention = longestAt(mentions, text, from);
    if (mention === null) continue;
    unread ??= unreadRanges(text);
    const hidden = hiddenUntil(unread, mention.from, mention.to);
    if (hidden < 0) found.push(mention);
    at = Math.max(at, hidden < 0 ? mention.to : hidden);
  }
  return found;
}

const APOSTROPHE = 0x27;
const QUOTE = 0x2019;
const PLUS = 0x2b;
const NUMBER_SIGN = 0x23;

/** A first name that means one of a meeting's people there. */
export interface FirstName {
  readonly word: string;
  readonly entity: Entity;
}

/** First names of people; each name is taken apart once, by whoever holds this. */
export class FirstNames {
  private readonly ofEntity = new WeakMap<Entity, (FirstName & { readonly folded: string }) | null>();
  private readonly begins = memoize(20_000, (name) => nameParts(name).name.split(' ')[0] ?? '');

  /** `accepted`: folded common words that were accepted as names. */
  constructor(private readonly accepted?: Pick<ReadonlySet<string>, 'has'>) {}

  /**
   * Those that mean somebody of a meeting. `people`: the meeting's; `others`: names of those there who are not known,
   * or me; a first name that two of all these share is nobody's.
   */
  of(people: readonly Entity[], others: readonly string[] = []): FirstName[] {
    const found: FirstName[] = [];
    for (const entity of people) {
      const first = this.firstNameOf(entity);
      if (first === null) continue;
      const isShared =
        people.some(
          (other) =>
            other !== entity &&
            other.kind === PERSON &&
            (this.begins(other.name) === first.folded ||
              other.aliases.some((alias) => this.begins(alias) === first.folded)),
        ) || others.some((name) => this.begins(name) === first.folded);
      if (!isShared) found.push(first);
    }
    return found;
  }

  private firstNameOf(entity: Entity): (FirstName & { readonly folded: string }) | null {
    const known = this.ofEntity.get(entity);
    if (known !== undefined) return known;
    const word = entity.kind === PERSON ? givenName(entity.name) : '';
    const folded = foldWhole(word);
    const first =
      word.length < 2 ||
      folded === '' ||
      folded.includes(' ') ||
      (isCommonWord(folded) && this.accepted?.has(folded) !== true)
        ? null
        : { word, entity, folded };
    this.ofEntity.set(entity, first);
    return first;
  }
}

/** As `FirstNames.of`, for one meeting. */
export function firstNamesOf(
  people: readonly Entity[],
  others: readonly string[] = [],
  accepted?: Pick<ReadonlySet<string>, 'has'>,
): FirstName[] {
  return new FirstNames(accepted).of(people, others);
}

/** People whose first name is in the text alone. */
export function firstNameMentions(text: string, firstNames: readonly FirstName[]): Entity[] {
  const found: Entity[] = [];
  // The plain search first: it rules out nearly every line.
  for (const { word, entity } of firstNames)
    if (text.includes(word) && firstNamePlaces(text, word).length > 0) found.push(entity);
  return found;
}

function hashStep(hash: number, code: number): number {
  return (Math.imul(hash, 33) + code) | 0;
}

function slot(hash: number): number {
  return (hash ^ (hash >>> 17)) & (HASHES - 1);
}

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at += 1) hash = hashStep(hash, word.charCodeAt(at));
  return hash;
}

interface NameUse {
  readonly alias: boolean;
  readonly accepted: ReadonlySet<string> | undefined;
  readonly refused: ReadonlySet<string> | undefined;
}

function addName(mentions: Mentions, entity: Entity, text: string, use: NameUse): void {
  const spelled = spelledWords(mentions.table, entity.kind === PERSON ? spokenName(text) : text);
  addWords(mentions, entity, text, spelled, use);
  if (entity.kind !== PERSON) return;
  // `Dr. Ann Lee` is also `Ann Lee`.
  const { name, honorific } = nameParts(text);
  const bare = spelled.slice(honorific === null ? 0 : honorific.split(' ').length);
  if (bare.length > 1 && bare.length < spelled.length && bare.map(({ folded }) => folded).join(' ') === name)
    addWords(mentions, entity, text, bare, use);
}

function addWords(
  mentions: Mentions,
  entity: Entity,
  text: string,
  spelled: readonly SpelledWord[],
  { alias, accepted, refused }: NameUse,
): void {
  const [first] = spelled;
  if (first === undefined || spelled.length > MOST_WORDS) return;
  const key = spelled.map(({ folded }) => folded).join(' ');
  if (refused?.has(key) === true || refused?.has(foldWhole(text)) === true) return;
  const common =
    accepted?.has(key) !== true && spelled.every(({ folded }) => isCommonWord(folded) || /^\d+$/.test(folded));
  if (spelled.length === 1) {
    if (entity.kind === PERSON && !alias && accepted?.has(key) !== true) return;
    if (common || !isDistinct(first.written)) return;
  }
  if (HIRAGANA_ONLY.test(key) && accepted?.has(key) !== true && accepted?.has(foldWhole(text)) !== true) return;
  let node = mentions.root;
  for (const { folded } of spelled) {
    let next = node.next.get(folded);
    if (next === undefined) node.next.set(folded, (next = { next: new Map(), names: [] }));
    node = next;
  }
  node.names.push({
    entity,
    text,
    cased: spelled.length === 1 || common ? spelled.map(({ written }) => written) : null,
  });
  mentions.firstWords[slot(hashOf(first.folded))] = 1;
}

const MOST_WORDS = 12;

/** Japanese given names in hiragana are words as well (さくら is a cherry blossom). */
const HIRAGANA_ONLY = /^[\u3041-\u309f ]+$/;

/** One word must be distinct in writing: `pricing` does not, `Acme`, `q3` and `アトラス` do; one character never does. */
function isDistinct(word: string): boolean {
  return word.length > 1 && (/[\p{Lu}\p{N}]/u.test(word) || word.toUpperCase() === word);
}

interface SpelledWord {
  readonly folded: string;
  readonly written: string;
}

function spelledWords(table: Uint16Array, text: string): SpelledWord[] {
  const words: SpelledWord[] = [];
  for (let at = 0; at < text.length;) {
    if (!isWordAt(table, text, at)) {
      at += 1;
      continue;
    }
    const end = wordEnd(table, text, at);
    const written = text.slice(at, end);
    const folded = foldWhole(written);
    if (folded !== '') words.push({ folded, written: written.normalize('NFC') });
    at = end;
  }
  return words;
}

function longestAt(mentions: Mentions, text: string, from: number): Mention | null {
  const { root, table } = mentions;
  let best: Mention | null = null;
  const spans: number[] = [];
  let node = root;
  let at = from;
  for (;;) {
    const end = wordEnd(table, text, at);
    const word = text.slice(at, end);
    const next: TrieNode | undefined = node.next.get(word) ?? node.next.get(foldWhole(word));
    if (next === undefined) return best;
    node = next;
    spans.push(at, end);
    if (node.names.length > 0) {
      const entities = [
        ...new Set(node.names.filter((name) => isWritten(mentions, text, spans, name)).map(({ entity }) => entity)),
      ];
      if (entities.length > 0) best = { from, to: end, entities: entities.sort(compareEntities) };
    }
    at = end;
    while (at < text.length && at - end < 4 && !isWordAt(table, text, at)) at += 1;
    if (at >= text.length || at - end >= 4) return best;
  }
}

/** Whether the words at `spans` (from, to, from, to…) are this name as it may be written. */
function isWritten(
  { root, table }: Mentions,
  text: string,
  spans: readonly number[],
  { entity, text: name, cased }: SpelledName,
): boolean {
  const from = spans[0] ?? 0;
  const to = spans[spans.length - 1] ?? 0;
  for (let index = 1; index + 1 < spans.length; index += 2) {
    const start = spans[index] ?? 0;
    const initial = start - (spans[index - 1] ?? 0) === 1;
    for (let at = start; at < (spans[index + 1] ?? 0); at += 1)
      if (!joins(text.charAt(at), name, initial)) return false;
  }
  if (
    cased !== null &&
    !cased.every((word, index) => text.slice(spans[index * 2], spans[index * 2 + 1]).normalize('NFC') === word)
  )
    return false;
  return (
    standsAlone(text, from, to) &&
    !isPartOfLonger(table, text, {
      from,
      to,
      person: entity.kind === PERSON,
      single: spans.length === 2,
      begins: (word) => root.next.has(word),
    })
  );
}

/** Between the words of a name: spaces, and the signs its own spelling has. */
function joins(char: string, name: string, afterInitial: boolean): boolean {
  if (char === ' ' || char === '\t' || char === '\u00a0') return true;
  if (char === '.' && afterInitial) return true;
  if (/[-\u2010-\u2013]/.test(char)) return /[-\u2010-\u2013]/.test(name);
  return char !== '\n' && name.includes(char);
}

/** Where the word is alone, in its written case, with no other name right before or after it. */
export function firstNamePlaces(text: string, word: string): { readonly from: number; readonly to: number }[] {
  const unread = unreadRanges(text);
  const places: { from: number; to: number }[] = [];
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + word.length)) {
    const to = from + word.length;
    if (isWordAt(null, text, from - 1) || isWordAt(null, text, to) || !standsAlone(text, from, to)) continue;
    if (hiddenUntil(unread, from, to) >= 0) continue;
    if (
      isPartOfLonger(null, text, { from, to, person: true, single: true, begins: () => false }) ||
      followsName(text, from)
    )
      continue;
    places.push({ from, to });
  }
  return places;
}

/** `Mary Ann`, `Uncle Sam`: a capitalised word before, that does not begin its sentence. */
function followsName(text: string, at: number): boolean {
  if (text.charAt(at - 1) !== ' ' || !isWordAt(null, text, at - 2)) return false;
  let start = at - 2;
  while (start > 0 && isWordAt(null, text, start - 1)) start -= 1;
  if (!isNameLike(null, text, start)) return false;
  return start > 1 && text.charAt(start - 1) === ' ' && /[\p{L}\p{N},]/u.test(text.charAt(start - 2));
}
