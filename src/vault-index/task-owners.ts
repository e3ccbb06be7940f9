/**
 * Whose a task is: the first of the places where an owner may be named that names somebody.
 *
 *     - Ann to send the sheet            Ann was there, or has a page, or is me
 *     - Lena to review the budget        nobody knows Lena; twice in the note, she is an owner without a page
 *     - Slipway: move the docks          a project's: nobody
 *
 * Without an `@` or a field a word is an owner only if it is somebody. What is in an owner's place and is nobody is
 * reported.
 */
import { foldName } from '../entity/fold-name';
import { PERSON } from '../entity/person-name';
import type { Registry } from '../entity/registry';
import { type NamedOwner, namedOwners, resolveName, type ResolveContext, splitNames } from '../entity/resolve';
import type { Name, Note, OwnerCandidate, TaskItem } from '../note/note';
import { isPlaceholderOwner, looksLikeName } from '../task/owner-name';
import { initialsOf } from './initials';
import { isCommon, mayBeNew } from './new-owner';
import { unknownHeads } from './unknown-heads';

interface FoundOwner extends NamedOwner {
  /** As written. */
  readonly written: string;
}

export interface TaskOwners {
  /** The place that named them; null where none did. */
  readonly place: Pick<OwnerCandidate, 'place' | 'by'> | null;
  readonly owners: readonly FoundOwner[];
  /** The task's words, without a name that was found to be its owner's. */
  readonly text: string;
  /** What is after an `@` is a name after all: no problem of the line. */
  readonly cleared: boolean;
  /** A name in an owner's place that nobody has. */
  readonly unknown: string | null;
  readonly ambiguous: readonly FoundOwner[];
}

/** Where a task's owners are looked for; `isRegular`: whether the vault knows somebody of that name without a page. */
export interface OwnerContext extends ResolveContext {
  readonly isRegular: (name: string) => boolean;
}

export function taskOwners(item: TaskItem, note: Note, registry: Registry, context: OwnerContext): TaskOwners {
  const { candidates, task } = item;
  let unknown: string | null = null;
  const ambiguous: FoundOwner[] = [];
  const places = candidates.length > 0 ? candidates : [runOf(item)];
  for (const candidate of places) {
    const found = ownersOf(candidate, { item, note, registry, context });
    if (found.owners.length > 0) {
      return {
        place: candidate,
        owners: found.owners,
        text: candidate.text ?? task.text,
        cleared: false,
        unknown: null,
        ambiguous: found.owners.filter(({ entity, candidates: fits }) => entity === null && fits.length > 1),
      };
    }
    unknown ??= found.unknown;
    ambiguous.push(...found.ambiguous);
  }
  const told = ownerToldByPages(item, registry, context);
  if (told !== null) {
    const owners = namedOwners(registry, told.owner, context).map((one) => ({ ...one, written: told.owner.text }));
    return {
      place: { place: 'run', by: 'handle' },
      owners: owners.filter(({ nobody }) => !nobody),
      text: told.text,
      cleared: true,
      unknown: null,
      ambiguous: [],
    };
  }
  return { place: null, owners: [], text: task.text, cleared: false, unknown, ambiguous };
}

function runOf({ owners }: TaskItem): OwnerCandidate {
  return { place: 'run', by: 'handle', names: owners, text: null };
}

interface Asking {
  readonly item: TaskItem;
  readonly note: Note;
  readonly registry: Registry;
  readonly context: OwnerContext;
}

interface Found {
  readonly owners: readonly FoundOwner[];
  readonly unknown: string | null;
  readonly ambiguous: readonly FoundOwner[];
}

const NOBODY: Found = { owners: [], unknown: null, ambiguous: [] };

function ownersOf(candidate: OwnerCandidate, asking: Asking): Found {
  const { registry, context } = asking;
  const named = candidate.names.filter(({ text }) => !isPlaceholderOwner(text));
  const both = candidate.names.length === 1 && isBoth(candidate.names[0]) ? bothOf(asking) : null;
  if (both !== null) return { ...NOBODY, owners: both };
  const isBare = candidate.place !== 'run' && candidate.by !== 'handle';
  const found = named.flatMap((name) =>
    namedOwners(registry, (isBare ? initialsOf(asking.note).get(name.text) : undefined) ?? name, context)
      .filter(({ nobody }) => !nobody)
      .map((owner) => ({ ...owner, written: name.text })),
  );
  if (candidate.place === 'run') return { ...NOBODY, owners: found };
  // `Invite to the yard: Ann, Bo` is nobody's, unless the section is a list of such lines.
  if (
    candidate.place === 'last' &&
    candidate.by === 'colon' &&
    !unknownHeads(asking.note).endMost(asking.item, 'colon')
  )
    return NOBODY;
  const known = found.filter((owner) => isSomebody(owner, context));
  const unclear = found.filter((owner) => owner.entity === null && !owner.me && owner.candidates.length > 1);
  const strange = found.filter((owner) => !known.includes(owner) && owner.entity === null);
  const isNamed = candidate.by === 'field' || candidate.by === 'label' || candidate.by === 'handle';
  if (isNamed) {
    const owners = found.filter(
      (owner) => known.includes(owner) || (owner.entity === null && isNameOf(owner, candidate)),
    );
    return owners.length > 0 ? { ...NOBODY, owners } : NOBODY;
  }
  if (found.some(({ entity }) => entity !== null && entity.kind !== PERSON)) return NOBODY;
  // `Ann and Lena to …`: who is with somebody known is somebody.
  const isSmall = known.every(({ written }) => /^\p{Ll}/u.test(written));
  const together = known.length > 0 ? strange.filter(({ written }) => mayBeNew(written, isSmall)) : [];
  if (known.length > 0)
    return { ...NOBODY, owners: found.filter((owner) => known.includes(owner) || together.includes(owner)) };
  if (unclear.length > 0) return { owners: [], unknown: null, ambiguous: candidate.by === 'name' ? [] : unclear };
  const isNew = strange.length > 0 && strange.every(({ written }) => isNewOwner(written, candidate, asking));
  if (isNew) return { ...NOBODY, owners: strange };
  const [first] = strange;
  return first !== undefined && isToldOf(first, candidate) ? { ...NOBODY, unknown: first.written } : NOBODY;
}

/** A person with a page, me, somebody who was there, or a name that other notes know. */
function isSomebody(
  { entity, me, name, candidates }: NamedOwner,
  { unknownAttendees = [], isRegular }: OwnerContext,
): boolean {
  if (entity !== null) return entity.kind === PERSON;
  if (me || (candidates.length === 0 && !isCommon(name) && isRegular(name))) return true;
  return unknownAttendees.some((stranger) => splitNames(stranger).some((one) => foldName(one) === foldName(name)));
}

function isNameOf({ written }: FoundOwner, { by }: OwnerCandidate): boolean {
  return by === 'handle' ? written !== '' : looksLikeName(written) && !isCommon(written);
}

/** A name that nobody knows and that may be somebody's all the same. */
function isNewOwner(written: string, { by, place }: OwnerCandidate, { note, item }: Asking): boolean {
  if (!mayBeNew(written)) return false;
  if (place === 'last') return (by === 'bracket' || by === 'dash') && unknownHeads(note).endMost(item, by);
  if (place !== 'first') return false;
  // `Action: Ryan to …` says twice that somebody acts.
  if (by === 'marked-to') return true;
  if (written.includes(' ')) return by === 'to';
  const heads = unknownHeads(note);
  if (by === 'to') return heads.isRepeated(written);
  return by === 'colon' && heads.headsMost(written, item);
}

/** Told only where it looks like a person: the sentence says so, or a page of that first name does. */
function isToldOf({ written, candidates }: FoundOwner, { by, place }: OwnerCandidate): boolean {
  if (place === 'above' || by === 'name' || !mayBeNew(written)) return false;
  return candidates.length > 0 || by === 'to' || by === 'marked-to' || by === 'verb' || by === 'please';
}

function isBoth(name: Name | undefined): boolean {
  return name !== undefined && BOTH.has(name.text.toLowerCase());
}

const BOTH: ReadonlySet<string> = new Set(
  'both|both of us|beide|wir beide|les deux|tous les deux|tous deux|ambos|ambas|los dos|beiden|allebei|entrambi|entrambe|os dois'.split(
    '|',
  ),
);

/** The two who were there, where they are two; with one other, and me. */
function bothOf({ context }: Asking): readonly FoundOwner[] | null {
  const { meetingEntities, unknownAttendees = [], meHere = false } = context;
  const there: FoundOwner[] = [
    ...meetingEntities
      .filter(({ kind }) => kind === PERSON)
      .map((entity) => ({ ...UNKNOWN, entity, name: entity.name, written: entity.name })),
    ...unknownAttendees.map((name) => ({ ...UNKNOWN, name, written: name })),
  ];
  const me = { ...UNKNOWN, me: true, name: 'me', written: 'me' };
  if (there.length === 2 && !meHere) return there;
  return there.length === 1 ? [...there, me] : null;
}

const UNKNOWN = { entity: null, me: false, nobody: false, candidates: [] };

/**
 * What did not look like a name (`@ann lee`) may be one all the same: the vault has a page for it. With the text
 * without it.
 */
function ownerToldByPages(
  { task: { text, unclearOwner }, line }: TaskItem,
  registry: Registry,
  context: ResolveContext,
): { owner: Name; text: string } | null {
  if (unclearOwner === null) return null;
  const owner = { text: unclearOwner, target: null, line };
  const { entity, me, via } = resolveName(registry, owner, context);
  return me || (entity !== null && (via === 'name' || via === 'alias'))
    ? { owner, text: withoutTail(text, unclearOwner) }
    : null;
}

function withoutTail(text: string, tail: string): string {
  const at = text.lastIndexOf(`@${tail}`);
  return at < 0 ? text : `${text.slice(0, at)}${text.slice(at + tail.length + 1)}`.trim();
}
