/**
 * Names so alike that a new page might be a second one for the same: reason to ask, never to decide. Two people can be
 * as alike as two spellings of one (0.85 against 0.80, measured), so this stays narrow and only ever keeps a page from
 * being made.
 *
 *   Jon Stefan · Jon Stephan · John Stefan · Stefan Jon · J. Stefan · Jon   resemble   Jon Stefan
 *   Dan Lee, Bo Kin, Atlas 2                                                do not     Ann Lee, Bo Kim, Atlas 1
 */
import type { KindId } from '../note/kinds';
import type { Entity } from './entity';
import { nameParts } from './fold-name';
import { PERSON } from './person-name';
import { pushInto } from '../text/push-into';
import { listed } from '../text/listed';

interface SpelledName {
  readonly entity: Entity;
  readonly words: readonly string[];
}

/** Names by what they share: all words but one and that one's first letter. No pair is compared that does not. */
export class SimilarNames {
  private readonly bySound = new Map<string, SpelledName[]>();
  private readonly byRest = new Map<string, SpelledName[]>();

  constructor(entities: readonly Entity[]) {
    for (const entity of entities) {
      for (const text of [entity.name, ...entity.aliases]) {
        const words = wordsOf(text, entity.kind);
        const name = { entity, words };
        for (const key of soundKeys(words)) pushInto(this.bySound, `${entity.kind}\n${key}`, name);
        for (const key of restKeys(words)) pushInto(this.byRest, `${entity.kind}\n${key}`, name);
      }
    }
  }

  like(text: string, kind: KindId): Entity[] {
    const words = wordsOf(text, kind);
    if (words.length === 0) return [];
    const found = new Set<Entity>();
    for (const key of soundKeys(words))
      for (const { entity } of this.bySound.get(`${kind}\n${key}`) ?? []) found.add(entity);
    for (const key of restKeys(words)) {
      for (const name of this.byRest.get(`${kind}\n${key}`) ?? []) {
        if (!found.has(name.entity) && differByOneSlip(words, name.words)) found.add(name.entity);
      }
    }
    return [...found];
  }
}

/** What a firm is, not what it is called. */
const FORMS: ReadonlySet<string> = new Set(
  listed(`
  the, inc, ltd, llc, llp, plc, corp, corporation, company, co, gmbh, ag, sa, sas, sarl, bv, nv, oy, ab, as,
  spa, srl, kg, se, limited`),
);

function wordsOf(text: string, kind: KindId): string[] {
  const parts = nameParts(text);
  const words = (kind === PERSON ? parts.name || parts.whole : parts.titled).split(' ').filter((word) => word !== '');
  if (kind === PERSON) return words;
  const called = words.filter((word) => !FORMS.has(word));
  return called.length > 0 ? called : words;
}

/** The words in any order, and run together, by their sound. */
function soundKeys(words: readonly string[]): Set<string> {
  const sounds = words.map(soundOf);
  return new Set([[...sounds].sort().join(' '), words.join('')]);
}

function restKeys(words: readonly string[]): Set<string> {
  if (words.length > MOST_WORDS) return new Set();
  const sounds = words.map(soundOf);
  return new Set(
    sounds.map(
      (sound, at) =>
        `${sounds
          .filter((_, other) => other !== at)
          .sort()
          .join(' ')}|${sound.charAt(0)}`,
    ),
  );
}

const MOST_WORDS = 8;

/** Spellings of one sound, for the names people mishear: Stephan and Stefan, Jon and John, Müller and Mueller. */
function soundOf(word: string): string {
  if (!/^[a-z]{3,}$/.test(word)) return word;
  return word
    .replace(/ph/g, 'f')
    .replace(/ck|ch|c|q/g, 'k')
    .replace(/z/g, 's')
    .replace(/[yj]/g, 'i')
    .replace(/w/g, 'v')
    .replace(/([aou])e/g, '$1')
    .replace(/([^aeiou])h/g, '$1')
    .replace(/h([^aeiou]|$)/g, '$1')
    .replace(/(.)\1+/g, '$1')
    .replace(/(.{2})e$/, '$1');
}

/** All words alike but one each, and those one letter apart: long enough for a slip, begun alike, no numbers. */
function differByOneSlip(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const rest = [...b];
  const left = a.filter((word) => {
    const at = rest.findIndex((other) => soundOf(other) === soundOf(word));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  const [one] = left;
  const [other] = rest;
  if (one === undefined || other === undefined || left.length !== 1) return false;
  if (Math.max(one.length, other.length) < 4 || /\p{N}/u.test(one + other)) return false;
  return isOneEditApart(one, other) || isOneEditApart(soundOf(one), soundOf(other));
}

/** One letter more, less, other, or two neighbours exchanged. */
function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const inA = a.slice(from, a.length - end);
  const inB = b.slice(from, b.length - end);
  if (Math.max(inA.length, inB.length) <= 1) return true;
  return inA.length === 2 && inB.length === 2 && inA[0] === inB[1] && inA[1] === inB[0];
}
