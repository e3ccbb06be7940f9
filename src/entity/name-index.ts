/**
 * Entities by their names, other names and addresses. It says who fits a name; what several fits mean is not its
 * business.
 */
import type { KindId } from '../note/kinds';
import { memoize } from '../text/memoize';
import type { Entity } from './entity';
import { distinctEntities } from './entity-order';
import { emailsIn, nameParts, type NameParts } from './fold-name';
import { PERSON, shortens } from './person-name';
import { pushInto } from '../text/push-into';

interface IndexedName {
  readonly entity: Entity;
  readonly parts: NameParts;
  readonly alias: boolean;
}

/** Filled in once, by entities in their order. */
export class NameIndex {
  private readonly byName = new Map<string, IndexedName[]>();
  private readonly byEmail = new Map<string, Entity[]>();
  /** People by the first and by the last word of a full name. */
  private readonly byWord = new Map<string, { entity: Entity; words: readonly string[] }[]>();

  add(entity: Entity): void {
    this.addName(entity, entity.name, false);
    for (const alias of entity.aliases) this.addName(entity, alias, true);
    for (const email of entity.emails) pushInto(this.byEmail, email, entity);
  }

  /** Those of the same kind that go by an entity's name, by one of theirs. */
  namesakes({ name, kind }: Entity): readonly Entity[] {
    const named = this.named(name, kind);
    return named.length > 0 ? named : this.called(name, kind);
  }

  /** The other names of an archived copy are found as the page in use, where nobody else has them. */
  addOtherNames(entity: Entity, { aliases, emails }: Entity): void {
    for (const alias of aliases) {
      if (this.named(alias, null).length === 0 && this.called(alias, null).length === 0)
        this.addName(entity, alias, true);
    }
    for (const email of emails) if (!this.byEmail.has(email)) pushInto(this.byEmail, email, entity);
  }

  named(text: string, kind: KindId | null): readonly Entity[] {
    return this.find(text, kind, false);
  }

  called(text: string, kind: KindId | null): readonly Entity[] {
    return this.find(text, kind, true);
  }

  /** As `named` or `called`, with the answers remembered: for an index that is filled. */
  finder(way: 'named' | 'called'): (text: string, kind: KindId | null) => readonly Entity[] {
    const byKind = new Map<KindId | null, (text: string) => readonly Entity[]>();
    return (text, kind) => {
      let find = byKind.get(kind);
      if (find === undefined) byKind.set(kind, (find = memoize(20_000, (name) => this[way](name, kind))));
      return find(text);
    };
  }

  mailed(text: string): readonly Entity[] {
    return text.includes('@') ? distinctEntities(emailsIn(text).flatMap((email) => this.byEmail.get(email) ?? [])) : [];
  }

  shortenedBy(key: string): readonly Entity[] {
    const words = key.split(' ');
    const near = [
      ...(this.byWord.get(words[0] ?? '') ?? []),
      ...(words.length > 1 ? (this.byWord.get(words[words.length - 1] ?? '') ?? []) : []),
    ];
    return distinctEntities(near.filter((person) => shortens(words, person.words)).map(({ entity }) => entity));
  }

  /** People whose name this one may shorten, or who may be meant by this one in full. */
  shorterOrLonger(text: string): readonly Entity[] {
    const { name } = nameParts(text);
    const words = name.split(' ');
    const first = words[0] ?? '';
    if (words.length === 1) return this.shortenedBy(name);
    const near = [...(this.byWord.get(first) ?? []), ...(this.byWord.get(words[words.length - 1] ?? '') ?? [])];
    const shorter = near.filter((person) => shortens(person.words, words)).map(({ entity }) => entity);
    return [
      ...this.shortenedBy(name),
      ...shorter,
      ...this.named(first, PERSON).filter((entity) => nameParts(entity.name).name === first),
    ];
  }

  private addName(entity: Entity, text: string, alias: boolean): void {
    const parts = nameParts(text);
    const key = keyOf(parts, entity.kind);
    if (key === '') return;
    pushInto(this.byName, key, { entity, parts, alias });
    if (entity.kind !== PERSON) return;
    const words = parts.name.split(' ');
    const last = words[words.length - 1];
    if (words.length < 2 || words[0] === undefined || last === undefined) return;
    pushInto(this.byWord, words[0], { entity, words });
    if (last !== words[0]) pushInto(this.byWord, last, { entity, words });
  }

  private find(text: string, kind: KindId | null, alias: boolean): readonly Entity[] {
    const asked = nameParts(text);
    if (asked.whole === '') return [];
    const found: IndexedName[] = [];
    for (const key of new Set([asked.name, asked.titled, asked.whole])) {
      for (const name of this.byName.get(key) ?? []) {
        if (name.alias === alias && (kind === null || name.entity.kind === kind) && fits(asked, name)) found.push(name);
      }
    }
    const exact = found.filter((name) => name.parts.whole === asked.whole);
    return distinctEntities((exact.length > 0 ? exact : found).map(({ entity }) => entity));
  }
}

/**
 * What a page is found by. `Dr Lee` is not `Lee`: a title counts where it is before one word. Only people's
 * parentheses are dropped.
 */
function keyOf(parts: NameParts, kind: KindId): string {
  if (kind !== PERSON) return parts.whole;
  return parts.honorific !== null && !parts.name.includes(' ') ? parts.titled : parts.name || parts.whole;
}

/**
 * A title or a parenthesis may be left out on either side; two different ones are two people until someone says
 * otherwise.
 */
function fits(asked: NameParts, { entity, parts }: IndexedName): boolean {
  if (entity.kind !== PERSON) return parts.whole === asked.whole || parts.whole === asked.titled;
  if (keyOf(parts, PERSON) !== asked.name && keyOf(parts, PERSON) !== keyOf(asked, PERSON)) return false;
  return agree(asked.honorific, parts.honorific) && agree(asked.qualifier, parts.qualifier);
}

function agree(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}
