/**
 * All entities of a vault, and the ways a name can find them. Computed from the notes alone: the same in any order of notes.
 * It knows which entities fit a name, and never picks one among several: `resolveName` does, from the meeting.
 */
import type { Meeting, Note } from '../note/note';
import type { EntityKind, KindId } from '../note/kinds';
import type { Entity } from './entity';
import { emailsIn, foldFileName, foldName, nameParts, type NameParts } from './fold-name';
import { PERSON, shortens } from './person-name';
import { isMyself, isPlaceholder } from './placeholders';
import { SimilarNames } from './similar';
import { vaultPaths, type VaultPaths } from './vault-paths';

export interface RegistryRules {
  readonly kinds: readonly EntityKind[];
  /** The names and addresses that are the vault's owner. */
  readonly me: readonly string[];
  /** Every Markdown file of the vault, excluded ones too. */
  readonly paths: VaultPaths;
  /** Pages that resolve names and are never written; their meetings name nobody. */
  readonly excluded?: (path: string) => boolean;
}

/** Lists are sorted by `compareEntities`; a `kind` of null means any. I am in none of them. */
export interface Registry {
  readonly entities: readonly Entity[];
  readonly paths: VaultPaths;
  entityOfPage(path: string): Entity | null;
  /** Entities in whose own folder the path lies, innermost first. */
  entitiesOfPath(path: string): readonly Entity[];
  /** The entity whose folder a link's target names (`People/Ann Lee` for `People/Ann Lee/README.md`), if one. */
  entityOfFolder(target: string, from: string): Entity | null;
  named(text: string, kind: KindId | null): readonly Entity[];
  /** By another name, or by an address that stands in the text. */
  calledOrMailed(text: string, kind: KindId | null): readonly Entity[];
  mailed(text: string): readonly Entity[];
  /** People whose full name the text may shorten, in the whole vault. */
  shortenedBy(text: string): readonly Entity[];
  /** Entities whose name is nearly this one, or may be short for it, or it for theirs. */
  resembling(text: string, kind: KindId | null): readonly Entity[];
  isMe(text: string): boolean;
  isMyPage(path: string): boolean;
  /** Whether the text may shorten one of my own names. */
  maybeMe(text: string): boolean;
}

export function buildRegistry(notes: Iterable<Note>, rules: RegistryRules): Registry {
  const told = ownNames(rules.me);
  const myPages = new Map<string, Entity>();
  const pages: Entity[] = [];
  const links = new LinkedNames(rules.kinds);
  for (const note of notes) {
    const excluded = rules.excluded?.(note.path) ?? false;
    if (note.entity !== null) {
      const entity = pageEntity(note, excluded);
      if (told.owns(entity)) myPages.set(note.path, entity);
      else pages.push(entity);
    }
    if (!excluded) for (const meeting of note.meetings) links.add(meeting, note.path);
  }
  // What my own page says I am called is mine too.
  const mine = ownNames([...rules.me, ...[...myPages.values()].flatMap(({ name, aliases, emails }) => [name, ...aliases, ...emails])]);
  const names = new NameIndex();
  const byPage = new Map<string, Entity>();
  const byFolder = new Map<string, Entity[]>();
  for (const entity of pages.sort(compareEntities)) {
    names.add(entity);
    if (entity.page !== null) byPage.set(entity.page, entity);
    if (entity.folder === null) continue;
    const key = foldFileName(entity.folder);
    byFolder.set(key, [...(byFolder.get(key) ?? []), entity]);
  }
  const pageless = links.entities({
    skip: (name, target, from) =>
      mine.are(name) || rules.paths.follow(target, from).length > 0 || names.named(name, null).length > 0 || names.called(name, null).length > 0,
  });
  for (const entity of pageless.sort(compareEntities)) names.add(entity);

  const folders = vaultPaths([...byFolder.keys()].map((folder) => `${folder}.md`));
  const shortened = new Map<string, readonly Entity[]>();
  const entities = [...pages, ...pageless].sort(compareEntities);
  let similar: SimilarNames | null = null;
  return {
    entities,
    paths: rules.paths,
    entityOfPage: (path) => byPage.get(path) ?? null,
    entitiesOfPath: (path) => {
      const found: Entity[] = [];
      for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
        found.push(...(byFolder.get(foldFileName(path.slice(0, at))) ?? []));
      }
      return found;
    },
    entityOfFolder: (target, from) => {
      const found = folders.follow(target, from).flatMap((path) => byFolder.get(path.slice(0, -3)) ?? []);
      return found.length === 1 ? (found[0] ?? null) : null;
    },
    named: (text, kind) => names.named(text, kind),
    calledOrMailed: (text, kind) => {
      const called = names.called(text, kind);
      return called.length > 0 ? called : names.mailed(text);
    },
    mailed: (text) => names.mailed(text),
    shortenedBy: (text) => {
      const key = foldName(text);
      const known = shortened.get(key) ?? names.shortenedBy(key);
      shortened.set(key, known);
      return known;
    },
    resembling: (text, kind) => {
      similar ??= new SimilarNames(entities);
      const kinds = kind === null ? rules.kinds.map(({ id }) => id) : [kind];
      const alike = kinds.flatMap((one) => similar?.like(text, one) ?? []);
      return distinct([...alike, ...(kinds.includes(PERSON) ? names.shorterOrLonger(text) : [])]);
    },
    isMe: mine.are,
    isMyPage: (path) => myPages.has(path),
    maybeMe: mine.shortenedBy,
  };
}

/** By kind, name, id: total, and the same on every device. */
export function compareEntities(a: Entity, b: Entity): number {
  return compareText(a.kind, b.kind) || compareText(a.name, b.name) || compareText(a.id, b.id);
}

/**
 * Whether exchanging a note leaves the registry as it is, so that it need not be built again. A change in the vault's paths
 * always asks for a new one.
 */
export function sameRegistryShare(before: Note, after: Note): boolean {
  return before.path === after.path && share(before) === share(after);
}

/** The words of a target without folders and `.md`; of a folder note, its folder's name. */
export function targetName(target: string): string {
  const parts = target.trim().replace(/\.md$/i, '').split('/').filter((part) => part.trim() !== '');
  const last = parts[parts.length - 1] ?? '';
  const folder = parts[parts.length - 2];
  return (folder !== undefined && /^(?:readme|index)$/i.test(last) ? folder : last).trim();
}

function share(note: Note): string {
  return JSON.stringify([
    note.entity,
    note.meetings.map(({ names }) => names.filter(({ kind, target }) => kind !== null && target !== null).map(({ kind, target }) => [kind, target])),
  ]);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function pageEntity(note: Note, excluded: boolean): Entity {
  const page = note.entity;
  if (page === null) throw new Error('not an entity page');
  const emails = page.emails.flatMap((text) => emailsIn(text));
  return {
    id: note.path,
    kind: page.kind,
    name: page.name,
    page: note.path,
    folder: page.folder,
    aliases: page.aliases.filter((alias) => emailsIn(alias).length === 0),
    emails: [...new Set([...emails, ...page.aliases.flatMap((text) => emailsIn(text))])],
    status: page.status,
    writable: !excluded,
  };
}

interface OwnNames {
  readonly are: (text: string) => boolean;
  readonly owns: (entity: Entity) => boolean;
  readonly shortenedBy: (text: string) => boolean;
}

function ownNames(me: readonly string[]): OwnNames {
  const names = new Set<string>();
  const emails = new Set<string>();
  for (const text of me) {
    const parts = nameParts(text);
    if (parts.name !== '') names.add(parts.name).add(parts.whole);
    for (const email of parts.emails) emails.add(email);
  }
  const full = [...names].map((name) => name.split(' '));
  const are = (text: string): boolean => {
    if (isMyself(text)) return true;
    const parts = nameParts(text);
    if (parts.emails.some((email) => emails.has(email))) return true;
    return parts.name === '' ? names.has(parts.whole) : names.has(parts.name) || names.has(parts.whole);
  };
  return {
    are,
    // A first name that is mine may well be another person's alias: only my full names and addresses make a page mine.
    owns: ({ kind, name, aliases, emails: mails }) =>
      kind === PERSON && (are(name) || mails.some((email) => emails.has(email)) || aliases.some((alias) => foldName(alias).includes(' ') && are(alias))),
    shortenedBy: (text) => {
      const words = foldName(text).split(' ');
      return full.some((name) => shortens(words, name));
    },
  };
}

/** Names given as wikilinks in the frontmatter of meetings. */
class LinkedNames {
  private readonly seen = new Map<string, { kind: KindId; target: string; from: string; count: number }>();
  private readonly kinds: ReadonlySet<KindId>;

  constructor(kinds: readonly EntityKind[]) {
    this.kinds = new Set(kinds.filter(({ enabled }) => enabled).map(({ id }) => id));
  }

  add(meeting: Meeting, from: string): void {
    for (const { kind, target } of meeting.names) {
      if (kind === null || target === null || !this.kinds.has(kind)) continue;
      // Only a relative target depends on where it stands.
      const key = `${kind}\n${target}\n${target.startsWith('.') ? from : ''}`;
      const known = this.seen.get(key);
      if (known === undefined) this.seen.set(key, { kind, target, from, count: 1 });
      else known.count += 1;
    }
  }

  /** One entity a kind and name, spelled as it mostly is. */
  entities({ skip }: { skip: (name: string, target: string, from: string) => boolean }): Entity[] {
    const spellings = new Map<string, { kind: KindId; counts: Map<string, number> }>();
    for (const { kind, target, from, count } of this.seen.values()) {
      const name = targetName(target);
      if (name === '' || isPlaceholder(name, kind === PERSON) || skip(name, target, from)) continue;
      const parts = nameParts(name);
      const key = `${kind}:${kind === PERSON ? parts.name || parts.whole : parts.whole}`;
      const known = spellings.get(key) ?? { kind, counts: new Map<string, number>() };
      known.counts.set(name, (known.counts.get(name) ?? 0) + count);
      spellings.set(key, known);
    }
    return [...spellings].map(([id, { kind, counts }]) => {
      const [first] = [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b));
      const name = first?.[0] ?? id;
      return { id, kind, name, page: null, folder: null, aliases: [], emails: [], status: null, writable: true };
    });
  }
}

interface IndexedName {
  readonly entity: Entity;
  readonly parts: NameParts;
  readonly alias: boolean;
}

/** Entities by their names, other names and addresses, and people by the words of their names. */
class NameIndex {
  private readonly byName = new Map<string, IndexedName[]>();
  private readonly byEmail = new Map<string, Entity[]>();
  /** People by the first and by the last word of a full name. */
  private readonly byWord = new Map<string, { entity: Entity; words: readonly string[] }[]>();

  add(entity: Entity): void {
    this.addName(entity, entity.name, false);
    for (const alias of entity.aliases) this.addName(entity, alias, true);
    for (const email of entity.emails) append(this.byEmail, email, entity);
  }

  named(text: string, kind: KindId | null): readonly Entity[] {
    return this.find(text, kind, false);
  }

  called(text: string, kind: KindId | null): readonly Entity[] {
    return this.find(text, kind, true);
  }

  mailed(text: string): readonly Entity[] {
    return text.includes('@') ? distinct(emailsIn(text).flatMap((email) => this.byEmail.get(email) ?? [])) : [];
  }

  shortenedBy(key: string): readonly Entity[] {
    const words = key.split(' ');
    const near = [...(this.byWord.get(words[0] ?? '') ?? []), ...(words.length > 1 ? this.byWord.get(words[words.length - 1] ?? '') ?? [] : [])];
    return distinct(near.filter((person) => shortens(words, person.words)).map(({ entity }) => entity));
  }

  /** People whose name this one may shorten, or who may be meant by this one in full. */
  shorterOrLonger(text: string): readonly Entity[] {
    const { name } = nameParts(text);
    const words = name.split(' ');
    const first = words[0] ?? '';
    if (words.length === 1) return this.shortenedBy(name);
    const near = [...(this.byWord.get(first) ?? []), ...(this.byWord.get(words[words.length - 1] ?? '') ?? [])];
    const shorter = near.filter((person) => shortens(person.words, words)).map(({ entity }) => entity);
    return [...this.shortenedBy(name), ...shorter, ...this.named(first, PERSON).filter((entity) => nameParts(entity.name).name === first)];
  }

  private addName(entity: Entity, text: string, alias: boolean): void {
    const parts = nameParts(text);
    const key = keyOf(parts, entity.kind);
    if (key === '') return;
    append(this.byName, key, { entity, parts, alias });
    if (entity.kind !== PERSON) return;
    const words = parts.name.split(' ');
    const last = words[words.length - 1];
    if (words.length < 2 || words[0] === undefined || last === undefined) return;
    append(this.byWord, words[0], { entity, words });
    if (last !== words[0]) append(this.byWord, last, { entity, words });
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
    return distinct((exact.length > 0 ? exact : found).map(({ entity }) => entity));
  }
}

/** What a page is found by. `Dr Lee` is not `Lee`: a title counts where it stands before one word. Only people's parentheses are dropped. */
function keyOf(parts: NameParts, kind: KindId): string {
  if (kind !== PERSON) return parts.whole;
  return parts.honorific !== null && !parts.name.includes(' ') ? parts.titled : parts.name || parts.whole;
}

/** A title or a parenthesis may be left out on either side; two different ones are two people until someone says otherwise. */
function fits(asked: NameParts, { entity, parts }: IndexedName): boolean {
  if (entity.kind !== PERSON) return parts.whole === asked.whole || parts.whole === asked.titled;
  if (keyOf(parts, PERSON) !== asked.name && keyOf(parts, PERSON) !== keyOf(asked, PERSON)) return false;
  return agree(asked.honorific, parts.honorific) && agree(asked.qualifier, parts.qualifier);
}

function agree(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function distinct(entities: readonly Entity[]): readonly Entity[] {
  return entities.length < 2 ? entities : [...new Set(entities)].sort(compareEntities);
}
