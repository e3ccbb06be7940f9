/**
 * All entities of a vault, and the ways a name can find them. Computed from the notes alone: the same in any order of
 * notes. It knows which entities fit a name, and never picks one among several: `resolveName` does, from the meeting.
 */
import type { KindName, Note } from '../note/note';
import type { EntityKind, KindId } from '../note/kinds';
import { memoize } from '../text/memoize';
import type { CalendarDate } from '../text/calendar-date';
import type { Entity } from './entity';
import { compareEntities, distinctEntities } from './entity-order';
import { compareText } from '../text/order';
import { runSync, type Job } from '../text/job';
import type { ListChange } from '../text/sorted-list';
import { emailsIn, foldFileName, foldName, nameParts, type NameParts } from './fold-name';
import { LinkedNames, namesEntity, targetName } from './linked-names';
import { NameIndex } from './name-index';
import { PERSON, shortens } from './person-name';
import { isMyself } from './placeholders';
import { SimilarNames } from './similar';
import { type VaultPaths, vaultPathSteps } from './vault-paths';
import { pushInto } from '../text/push-into';

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
  /** Of an archived page whose name a page in use has: that one. */
  entityOfPage(path: string): Entity | null;
  /** Entities in whose own folder the path lies, innermost first. */
  entitiesOfPath(path: string): readonly Entity[];
  /** The entity whose folder a link's target names (`People/Ann Lee` for `People/Ann Lee/README.md`), if one. */
  entityOfFolder(target: string, from: string): Entity | null;
  /** As the function of this name, each name taken apart once. */
  readonly nameParts: (text: string) => NameParts;
  named(text: string, kind: KindId | null): readonly Entity[];
  /** By another name, or by an address that is in the text. */
  calledOrMailed(text: string, kind: KindId | null): readonly Entity[];
  mailed(text: string): readonly Entity[];
  /** People whose full name the text may shorten, in the whole vault. */
  shortenedBy(text: string): readonly Entity[];
  /** Entities whose name is nearly this one, or may be short for it, or it for theirs. */
  resembling(text: string, kind: KindId | null): readonly Entity[];
  /**
   * The first day of a meeting that names the entity by itself: by a link, its name, another name or an address; null
   * for none.
   */
  firstMet(entity: Entity): CalendarDate | null;
  isMe(text: string): boolean;
  isMyPage(path: string): boolean;
  /** Whether the text may shorten one of my own names. */
  maybeMe(text: string): boolean;
  /**
   * The registry after notes went and came, one read again among both; null where another is to be built. Where a link
   * in a meeting's names may mean a path that comes or goes with them, another is to be built whatever this says.
   */
  exchanged(change: NotesExchange): Registry | null;
}

interface NotesExchange extends ListChange<Note> {
  /** All notes there are then. */
  readonly notes: readonly Note[];
  readonly moved: ListChange<string>;
}

export function buildRegistry(notes: Iterable<Note>, rules: RegistryRules): Registry {
  return runSync(registrySteps(notes, rules));
}

/** Notes or entities in a piece of work. */
const YIELD_EVERY = 500;

/** As `buildRegistry`, in pieces. */
export function* registrySteps(notes: Iterable<Note>, rules: RegistryRules): Job<Registry> {
  const told = ownNames(rules.me);
  const myPages = new Map<string, Entity>();
  const pages: Entity[] = [];
  const links = new LinkedNames(rules.kinds);
  const isExcluded = rules.excluded ?? (() => false);
  let count = 0;
  for (const note of notes) {
    if (++count % YIELD_EVERY === 0) yield;
    const excluded = isExcluded(note.path);
    if (note.entity !== null) {
      const entity = pageEntity(note, excluded);
      if (told.owns(entity)) myPages.set(note.path, entity);
      else pages.push(entity);
    }
    if (!excluded) for (const meeting of note.meetings) links.add(meeting, note.path);
  }
  // What my own page says I am called is mine too.
  const mine = ownNames([
    ...rules.me,
    ...[...myPages.values()].flatMap(({ name, aliases, emails }) => [name, ...aliases, ...emails]),
  ]);
  const names = new NameIndex();
  const byPage = new Map<string, Entity>();
  const byFolder = new Map<string, Entity[]>();
  const inUse: Entity[] = [];
  // A page in an excluded folder is of its own only where no page in use has its name: live ones come first.
  for (const entity of [...pages].sort((a, b) => Number(b.writable) - Number(a.writable) || compareEntities(a, b))) {
    if (++count % YIELD_EVERY === 0) yield;
    const live = entity.writable ? [] : names.namesakes(entity).filter(({ writable }) => writable);
    const meant = live.length === 1 ? (live[0] ?? entity) : entity;
    if (live.length === 0) {
      names.add(entity);
      inUse.push(entity);
    } else if (meant !== entity) names.addOtherNames(meant, entity);
    if (entity.page !== null) byPage.set(entity.page, meant);
    if (entity.folder === null) continue;
    const key = foldFileName(entity.folder);
    pushInto(byFolder, key, meant);
  }
  const pageless = yield* links.entities({
    skip: (name, target, from) =>
      mine.are(name) ||
      rules.paths.follow(target, from).length > 0 ||
      names.named(name, null).length > 0 ||
      names.called(name, null).length > 0,
  });
  yield;
  for (const entity of pageless.sort(compareEntities)) {
    if (++count % YIELD_EVERY === 0) yield;
    names.add(entity);
  }

  const folders = yield* vaultPathSteps([...byFolder.keys()].map((folder) => `${folder}.md`));
  const shortened = new Map<string, readonly Entity[]>();
  const entities = [...inUse, ...pageless].sort(compareEntities);
  let similar: SimilarNames | null = null;
  const nameGiven = (text: string, kind: KindId | null): Entity | null => {
    const named = names.named(text, kind);
    const fits = named.length > 0 ? named : names.called(text, kind);
    const [fit, another] = fits.length > 0 ? fits : names.mailed(text);
    return another === undefined ? (fit ?? null) : null;
  };
  const named = names.finder('named');
  const calledBy = names.finder('called');
  // What does not depend on where links lead.
  const standing = {
    entities,
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
    nameParts: memoize(20_000, nameParts),
    named,
    calledOrMailed: (text, kind) => {
      const called = calledBy(text, kind);
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
      return distinctEntities([...alike, ...(kinds.includes(PERSON) ? names.shorterOrLonger(text) : [])]);
    },
    isMe: memoize(20_000, mine.are),
    isMyPage: (path) => myPages.has(path),
    maybeMe: memoize(20_000, mine.shortenedBy),
  } satisfies Partial<Registry>;

  // Made out here: a registry is not to hold the one before it.
  const datesOf =
    (all: Iterable<Note>): LinkedNames['firstDates'] =>
    (by) =>
      linkedNamesIn(all, rules.kinds, isExcluded).firstDates(by);
  // `firstDates` is asked when somebody first wants one, where `known` has them not.
  const among = (
    paths: VaultPaths,
    firstDates: LinkedNames['firstDates'],
    known: Map<string, CalendarDate> | null,
  ): Registry => {
    let firsts = known;
    const linked = (target: string, from: string): Entity | null => {
      const found = paths.follow(target, from);
      if (found.length > 0) {
        const [page, ...others] = new Set(found.map((path) => byPage.get(path) ?? null));
        return others.length === 0 ? (page ?? null) : null;
      }
      const [fit, another] = names.named(targetName(target), null);
      return another === undefined ? (fit ?? null) : null;
    };
    return {
      ...standing,
      paths,
      firstMet: ({ id }) => (firsts ??= firstDates({ find: linked, read: nameGiven })).get(id) ?? null,
      exchanged: ({ removed, added, notes: next, moved }) => {
        if (!samePages(removed, added)) return null;
        for (const {
          name: { kind, target, text },
          date,
          from,
          count: more,
        } of sharesOf(removed, added, isExcluded)) {
          if (target !== null && namesEntity({ kind, target }, rules.kinds)) {
            const name = targetName(target);
            const fits = [...names.named(name, null), ...names.called(name, null)];
            const [fit] = fits;
            // One more link that spells a name as it mostly is spelled moves nothing.
            const isSpelledSo =
              more > 0 && fits.length === 1 && fit?.page === null && fit.kind === kind && fit.name === name;
            const isOfPages =
              mine.are(name) ||
              paths.follow(target, from).length > 0 ||
              (fits.length > 0 && fits.every(({ page }) => page !== null));
            if (!isSpelledSo && !isOfPages) return null;
          }
          if (firsts === null || date === null) continue;
          const entity = target === null ? nameGiven(text, kind) : linked(target, from);
          const first = entity === null ? null : (firsts.get(entity.id) ?? '9999');
          if (first !== null && (more > 0 ? date < first : date <= first)) return null;
        }
        const nextPaths = moved.removed.length + moved.added.length === 0 ? paths : paths.exchanged(moved);
        return among(nextPaths, datesOf(next), firsts);
      },
    };
  };
  return among(rules.paths, (by) => links.firstDates(by), null);
}

function linkedNamesIn(
  notes: Iterable<Note>,
  kinds: readonly EntityKind[],
  isExcluded: (path: string) => boolean,
): LinkedNames {
  const links = new LinkedNames(kinds);
  for (const note of notes)
    if (!isExcluded(note.path)) for (const meeting of note.meetings) links.add(meeting, note.path);
  return links;
}

/** Whether notes that come say of the same pages the same as those that go. */
function samePages(gone: readonly Note[], come: readonly Note[]): boolean {
  const pages = (notes: readonly Note[]): string =>
    JSON.stringify(
      notes
        .flatMap(({ path, entity }) => (entity === null ? [] : [[path, entity] as const]))
        .sort(([a], [b]) => compareText(a, b)),
    );
  return pages(gone) === pages(come);
}

interface Share {
  readonly name: Pick<KindName, 'kind' | 'target' | 'text'>;
  readonly date: CalendarDate | null;
  readonly from: string;
  /** How often more it is named on that day; below nothing for less. Never nothing. */
  count: number;
}

/** What notes add to the names that meetings give, and take from them; what one takes and another adds is neither. */
function sharesOf(
  gone: readonly Note[],
  come: readonly Note[],
  isExcluded: (path: string) => boolean,
): readonly Share[] {
  const shares = new Map<string, Share>();
  const add = (notes: readonly Note[], count: number): void => {
    for (const { path: from, meetings } of notes) {
      if (isExcluded(from)) continue;
      for (const { names, date } of meetings) {
        for (const { kind, target, text } of names) {
          const key = JSON.stringify([
            date,
            kind,
            target ?? text,
            target === null,
            target?.startsWith('.') === true ? from : '',
          ]);
          const share = shares.get(key) ?? { name: { kind, target, text }, date, from, count: 0 };
          share.count += count;
          shares.set(key, share);
        }
      }
    }
  };
  add(gone, -1);
  add(come, 1);
  return [...shares.values()].filter(({ count }) => count !== 0);
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
      kind === PERSON &&
      (are(name) ||
        mails.some((email) => emails.has(email)) ||
        aliases.some((alias) => foldName(alias).includes(' ') && are(alias))),
    shortenedBy: (text) => {
      const words = foldName(text).split(' ');
      return full.some((name) => shortens(words, name));
    },
  };
}
