/**
 * Which entity a name means. The steps, in order; the first with any fit decides: one fit resolves, among several only
 * the meeting's own entities or a remembered answer may choose, and what is left is for a person to say.
 *
 *   link path · exact name · alias or e-mail · remembered answer · first name (and initial) within this meeting
 *
 * Nothing is guessed: a first name that fits one page of the vault and nothing in the meeting is a candidate, no more.
 */
import type { KindId } from '../note/kinds';
import type { Name } from '../note/note';
import type { CalendarDate } from '../text/calendar-date';
import type { Entity, Resolution, Via } from './entity';
import { compareEntities } from './entity-order';
import type { NameParts } from './fold-name';
import { targetName } from './linked-names';
import type { NamesMemory } from './names-memory';
import { PERSON, shortens } from './person-name';
import { isPlaceholder } from './placeholders';
import type { Registry } from './registry';
import { mayBeUnknownAttendee, unknownAttendeeMeant } from './unknown-attendees';

export interface ResolveContext {
  /** The kind the name was given for; null where nothing says (an owner, a link in a line). */
  readonly kind: KindId | null;
  /** The note in which the name is. */
  readonly path: string;
  readonly date: CalendarDate | null;
  readonly meetingEntities: readonly Entity[];
  /** Those of them that the meeting names by itself, not by an answer; else all. */
  readonly sure?: readonly Entity[] | undefined;
  /** Names of the meeting that nobody could place: who is called so was there too. */
  readonly unknownAttendees?: readonly string[] | undefined;
  /** I am named in the meeting, so that my first name may mean me. */
  readonly meHere?: boolean | undefined;
  readonly memory?: NamesMemory | undefined;
  /** Other names that the note itself gives to its people: a handle's owner. */
  readonly ofNote?: NamesOfNote | undefined;
}

/** Handles and addresses of a note, in lower case, to the names that are next to them. */
export type NamesOfNote = ReadonlyMap<string, Pick<Name, 'text' | 'target'>>;

export function resolveName(registry: Registry, given: Name, context: ResolveContext): Resolution {
  const name = namedInNote(given, context);
  if (name.target !== null) return resolveLink(registry, name.target, context);
  return resolveText(registry, name.text, context);
}

/**
 * The owners a text names: `Ann Lee or Bo Kim`, `Ann & Bo`, `Bo Kim/Cy Orr`. One, the whole, unless each part is known;
 * of `Ann Lee – Acme` the part before the dash, if that is.
 */
export function resolveOwner(registry: Registry, name: Name, context: ResolveContext): Resolution[] {
  const whole = resolveName(registry, name, context);
  if (name.target !== null || isSettled(whole) || whole.candidates.length > 0) return [whole];
  const dash = name.text.search(/ [–—-] /);
  const before = dash > 0 ? resolveText(registry, name.text.slice(0, dash), context) : null;
  if (before !== null && isSettled(before)) return [before];
  const parts = splitNames(name.text);
  if (parts.length < 2) return [whole];
  const each = parts.map((text) => resolveText(registry, text, context));
  return each.every(isSettled) && each.some(({ nobody }) => !nobody) ? each : [whole];
}

/** An owner as a queue names it; `entity` is null for whoever has no page. */
export interface NamedOwner extends Pick<Resolution, 'entity' | 'me' | 'nobody' | 'candidates'> {
  readonly name: string;
}

/**
 * As `resolveOwner`, with the names: of somebody in the meeting who has no page the whole one, which a first name there
 * stands for.
 */
export function namedOwners(registry: Registry, given: Name, context: ResolveContext): readonly NamedOwner[] {
  const name = namedInNote(given, context);
  const found = resolveOwner(registry, name, context);
  const [only] = found;
  const isOpen = only !== undefined && found.length === 1 && !isSettled(only) && only.candidates.length === 0;
  const unknownAttendees = isOpen && name.target === null ? unknownAttendeesMeant(registry, name.text, context) : null;
  return (
    unknownAttendees?.map((stranger) => ({ ...UNKNOWN, name: stranger })) ??
    found.map(({ entity, me, nobody, candidates }) => ({
      entity,
      me,
      nobody,
      candidates,
      name: entity?.name ?? name.text,
    }))
  );
}

/** The name that is next to a handle in the note's own list of people. */
function namedInNote(name: Name, { ofNote }: ResolveContext): Name {
  if (ofNote === undefined || ofNote.size === 0 || name.target !== null) return name;
  const meant = ofNote.get(name.text.replace(/^@/, '').toLowerCase());
  return meant === undefined ? name : { ...name, text: meant.text, target: meant.target };
}

/** `Petra`, `Petra and Ömer`: all of them, or null. My own first name is nobody else's. */
function unknownAttendeesMeant(
  registry: Registry,
  text: string,
  { unknownAttendees = [] }: ResolveContext,
): readonly string[] | null {
  if (unknownAttendees.length === 0) return null;
  const each = [...new Set(unknownAttendees.flatMap(splitNames))];
  const one = (part: string): string | null =>
    registry.maybeMe(part) ? null : unknownAttendeeMeant(part, each, registry.nameParts);
  const whole = one(text);
  if (whole !== null) return [whole];
  const parts = splitNames(text).map(one);
  const known = parts.filter((part) => part !== null);
  return known.length > 1 && known.length === parts.length ? known : null;
}

/** Where a text might part into names; commas and the like within parentheses part nothing. */
export function splitNames(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const token of text.split(SEPARATORS)) {
    if (depth === 0 && IS_SEPARATOR.test(token)) {
      parts.push(part.trim());
      part = '';
      continue;
    }
    for (const char of token) depth = Math.max(0, depth + (char === '(' ? 1 : char === ')' ? -1 : 0));
    part += token;
  }
  return [...parts, part.trim()].filter((one) => one !== '');
}

const SEPARATORS = /( (?:or|and|und|oder|et|ou|y|e|og|och|i|и) |[,;/&+、，;]|[()])/i;
const IS_SEPARATOR = /^(?: \p{L}+ |[,;/&+、，;])$/u;

function isSettled({ entity, me, nobody }: Resolution): boolean {
  return entity !== null || me || nobody;
}

const UNKNOWN: Resolution = { entity: null, via: 'none', candidates: [], me: false, nobody: false };
const ME: Resolution = { ...UNKNOWN, via: 'name', me: true };
const NOBODY: Resolution = { ...UNKNOWN, nobody: true };

function known(entity: Entity, via: Via): Resolution {
  return { entity, via, candidates: [], me: false, nobody: false };
}

function undecided(candidates: readonly Entity[]): Resolution {
  return candidates.length === 0 ? UNKNOWN : { ...UNKNOWN, candidates: [...candidates].sort(compareEntities) };
}

function resolveLink(registry: Registry, target: string, context: ResolveContext): Resolution {
  const base = targetName(target);
  if (base === '') return UNKNOWN;
  const paths = registry.paths.follow(target, context.path);
  if (paths.some((path) => registry.isMyPage(path))) {
    if (paths.length === 1) return { ...ME, via: 'link' };
  }
  const pages = [...new Set(paths.map((path) => registry.entityOfPage(path)))].filter((entity) => entity !== null);
  if (pages.length > 0) {
    const chosen = choose(registry, base, preferKind(pages, context.kind), 'link', context);
    if (chosen.entity !== null || pages.length > 1) return chosen;
  }
  // A link in a line that leads to a note means that note, whatever an entity may be called.
  if (paths.length === 1 && context.kind === null) return UNKNOWN;
  const inFolder = target.includes('/') ? registry.entityOfFolder(target, context.path) : null;
  if (inFolder !== null) return known(inFolder, 'link');
  if (registry.isMe(base)) return { ...ME, via: 'link' };

  const settled = settledBefore(registry, base, context);
  if (settled !== null) return settled;
  const named = preferKind(registry.named(base, null), context.kind);
  if (named.length === 0 && isPlaceholder(base, isForPeople(context.kind), registry.nameParts)) return NOBODY;
  const remembered = named.some(({ page }) => page !== null) ? null : remember(registry, base, context);
  if (remembered !== null) return remembered;
  if (named.length > 0) return choose(registry, base, named, paths.length === 1 ? 'name' : 'link', context);
  // The link leads to some other note: it may be that note's name, and no one's first name.
  if (paths.length === 1) return UNKNOWN;
  const called = preferKind(registry.calledOrMailed(base, null), context.kind);
  if (called.length > 0) return choose(registry, base, called, 'alias', context);
  return resolveShortened(registry, base, context);
}

function resolveText(registry: Registry, text: string, context: ResolveContext): Resolution {
  if (registry.isMe(text)) return ME;
  const { kind } = context;
  const forPeople = isForPeople(kind);
  const named = registry.named(text, kind).filter((entity) => !isBareFirstName(entity, registry));
  if (
    isPlaceholder(text, forPeople, registry.nameParts) &&
    registry.mailed(text).length === 0 &&
    (kind === null || kind === PERSON || named.length === 0)
  )
    return NOBODY;

  const settled = settledBefore(registry, text, context);
  if (settled !== null) return settled;
  if (named.length > 0) return choose(registry, text, named, 'name', context);
  const called = registry.calledOrMailed(text, kind);
  if (called.length > 0) return choose(registry, text, called, 'alias', context);
  const remembered = remember(registry, text, context);
  if (remembered !== null) return remembered;
  return resolveShortened(registry, text, context);
}

/** Those that nobody said the words do not mean. */
function withoutRefused<T extends Entity>(
  registry: Registry,
  text: string,
  fits: readonly T[],
  context: ResolveContext,
): readonly T[] {
  const { memory } = context;
  return memory === undefined ? fits : fits.filter((entity) => !memory.refuses(registry, text, entity, context));
}

/** Several fits: a remembered answer, an address next to the name, or the meeting may choose. */
function choose(
  registry: Registry,
  text: string,
  all: readonly Entity[],
  via: Via,
  context: ResolveContext,
): Resolution {
  // A page of that very name is not denied it.
  const fits = all.length > 1 || via === 'alias' ? withoutRefused(registry, text, all, context) : all;
  const [only] = fits;
  if (only !== undefined && fits.length === 1) {
    // Somebody got the name since it was answered who it means: that is asked once more.
    const before = context.memory?.outgrown(registry, text, context) ?? null;
    return before === null || before === only ? known(only, via) : undecided([only, before]);
  }
  const remembered = remember(registry, text, context);
  if (remembered !== null && (remembered.entity === null || fits.includes(remembered.entity))) return remembered;
  const mailed = registry.mailed(text).filter((entity) => fits.includes(entity));
  if (mailed[0] !== undefined && mailed.length === 1) return known(mailed[0], 'alias');
  const here = fits.filter((entity) => isHere(entity, context));
  if (here[0] !== undefined && here.length === 1) return known(here[0], 'context');
  return undecided(here.length > 1 ? here : fits);
}

/**
 * What was answered for this note or its group, or for all notes by somebody who was told who else was known: who got
 * the name as another name, or a page of that name, since then changes nothing that was settled.
 */
function settledBefore(registry: Registry, text: string, context: ResolveContext): Resolution | null {
  const answer = context.memory?.recall(registry, text, context) ?? null;
  return answer?.settled === true ? remember(registry, text, context) : null;
}

/** What was answered before, where it holds; null where nothing was, or where the meeting speaks against it. */
function remember(registry: Registry, text: string, context: ResolveContext): Resolution | null {
  const answer = context.memory?.recall(registry, text, context) ?? null;
  if (answer === null) return null;
  const { entity, me } = answer;
  if (entity === null && !me) return { ...NOBODY, via: 'memory' };
  // An answer for every note is for those that leave it open: where somebody of that name was there, the meeting
  // decides as before. Who is there by an answer alone speaks against no other answer.
  const own = context.sure === undefined ? context : { ...context, meetingEntities: context.sure };
  if (answer.always && (entity === null || !isHere(entity, own))) {
    const others = withoutRefused(registry, text, shortenedHere(registry, text, own), context);
    if (others.length > 0 || isStrangers(registry, text, context)) return null;
  }
  return entity === null ? { ...ME, via: 'memory' } : known(entity, 'memory');
}

function resolveShortened(registry: Registry, text: string, context: ResolveContext): Resolution {
  if (!isForPeople(context.kind)) return undecided(registry.named(text, null));
  const here = withoutRefused(registry, text, shortenedHere(registry, text, context), context);
  const mine = registry.maybeMe(text);
  // I was in every meeting I took notes of: my first name is me, unless someone in the vault shares it and I am not
  // named here.
  if (
    here.length === 0 &&
    mine &&
    !isStrangers(registry, text, context) &&
    (context.meHere === true || registry.shortenedBy(text).length === 0)
  )
    return { ...ME, via: 'context' };
  if (here[0] !== undefined && here.length === 1 && !mine && !isStrangers(registry, text, context))
    return known(here[0], 'context');
  if (here.length > 0) return undecided(here);
  const elsewhere = withoutRefused(
    registry,
    text,
    registry.shortenedBy(text).filter(({ status }) => status === null),
    context,
  );
  const likely =
    elsewhere.length > 0
      ? elsewhere
      : withoutRefused(registry, text, registry.named(likeName(text, registry.nameParts(text)), null), context);
  return undecided(likely.slice(0, MOST_CANDIDATES));
}

/** Of half a vault called Ann these many are shown, the first by name: who is asked reads no more. */
const MOST_CANDIDATES = 24;

/** Whether the text may mean somebody who was there and nobody could place. */
function isStrangers(registry: Registry, text: string, { unknownAttendees = [] }: ResolveContext): boolean {
  return mayBeUnknownAttendee(text, unknownAttendees, registry.nameParts);
}

/** The meeting's people whose name the text shortens, by one of their names. */
function shortenedHere(registry: Registry, text: string, context: ResolveContext): Entity[] {
  const { name, qualifier } = registry.nameParts(text);
  const words = name.split(' ');
  return context.meetingEntities.filter((entity) => {
    if (entity.kind !== PERSON || (context.kind !== null && context.kind !== PERSON)) return false;
    return [entity.name, ...entity.aliases].some((full) => {
      const parts = registry.nameParts(full);
      if (qualifier !== null && parts.qualifier !== null && qualifier !== parts.qualifier) return false;
      return shortens(words, parts.name.split(' ')) || (isBareFirstName(entity, registry) && parts.name === name);
    });
  });
}

/** An address that no page holds may still look like a name: a candidate, never more. */
function likeName(text: string, { emails: [email] }: NameParts): string {
  return email === undefined ? text : email.slice(0, email.indexOf('@')).replace(/[._\d]+/g, ' ');
}

/** One word linked as a person somewhere, without a page: no one knows yet which of all the Sams that is. */
function isBareFirstName({ kind, page, name }: Entity, registry: Registry): boolean {
  return page === null && kind === PERSON && !registry.nameParts(name).name.includes(' ');
}

function isHere(entity: Entity, context: ResolveContext): boolean {
  return context.meetingEntities.some(({ id }) => id === entity.id);
}

function isForPeople(kind: KindId | null): boolean {
  return kind === null || kind === PERSON;
}

function preferKind(entities: readonly Entity[], kind: KindId | null): readonly Entity[] {
  const ofKind = kind === null ? [] : entities.filter((entity) => entity.kind === kind);
  return ofKind.length > 0 ? ofKind : entities;
}
