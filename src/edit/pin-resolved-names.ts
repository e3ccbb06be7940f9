/**
 * An answer decides what was asked. What it would move besides stays as it was, by a line for its note, and where no
 * line can hold it the answer is refused: so no answer changes what another settled.
 *
 *     settled   "Sam O" → [[Sam Ortega]]      2025-10-10 Sync: Sam O, @Sam          @Sam is Sam Ortega: he was there
 *     answered  "Sam" with [[Acme]] → [[Sam Fox]]
 *     kept      "Sam" in [[2025-10-10 Sync]] → [[Sam Ortega]]
 */
import { resolveMeetingNames } from '../entity/meeting-names';
import type { NameAnswer } from '../entity/names-lines';
import { targetName } from '../entity/linked-names';
import { resolveName, resolveOwner, splitNames } from '../entity/resolve';
import { foldWhole } from '../entity/fold-name';
import type { Entity, Resolution } from '../entity/entity';
import { allLines } from '../note/line-kinds';
import type { Item, Name } from '../note/note';
import type { VaultIndex } from '../vault-index/build-index';
import { findProposals } from '../vault-index/proposals';
import type { FoundProposal, ProposalKind } from '../vault-index/proposal';
import { ownerContext } from '../vault-index/resolve-lines';
import { type Changes, entityLink, noteLink } from './answer-changes';
import type { AnswerEffect } from './answer-effects';
import { type Refused, refused } from './refusals';

interface GivenAnswer {
  readonly found: FoundProposal;
  readonly accepted: boolean;
  /** Places outside any group stay a question. */
  readonly inGroups: boolean;
}

/** Proposals about who names mean; the others change tasks and questions. */
const ABOUT_NAMES: ReadonlySet<ProposalKind> = new Set<ProposalKind>(['resolve', 'create', 'alias', 'merge']);

/** Adds the lines that are needed, and gives them as they are written. */
export function pinResolvedNames(answers: readonly GivenAnswer[], changes: Changes): readonly AnswerEffect[] | Refused {
  const given = answers.filter(({ found }) => ABOUT_NAMES.has(found.proposal.kind));
  if (given.length === 0) return [];
  const { index, indexWith } = changes.input;
  const before = settledNames(index);
  const kept = new Map<string, AnswerEffect>();
  for (let pass = 0; ; pass += 1) {
    const after = indexWith(changes.naming());
    const now = settledNames(after);
    const moved = [...before].flatMap(([place, was]) =>
      was.meant === now.get(place)?.meant || isDenied(was, now.get(place), given) ? [] : [was],
    );
    if (moved.length === 0) return askedAgain(given, after) ?? [...kept.values()];
    const pins = moved.map((name) => pinOf(name, changes));
    const [first] = moved;
    // Once is enough, unless a line that keeps one name moves another.
    if (pass === PASSES || first === undefined || pins.some((pin) => pin === null))
      return first === undefined ? [...kept.values()] : wouldMove(first, changes);
    for (const effect of changes.decide(pins.filter((pin) => pin !== null))) kept.set(JSON.stringify(effect), effect);
  }
}

const PASSES = 2;

function wouldMove({ text, path, line, meant, entity }: SettledName, { input: { names } }: Changes): Refused {
  return refused({
    code: 'would-mean-another',
    name: text,
    path,
    line,
    meant: entity === null ? (meant === 'me' ? 'me' : 'nobody') : { name: entity.name },
    memory: names.path,
  });
}

/** A place that an answer was for and that would be asked about all the same; other places of the name may well be. */
function askedAgain(given: readonly GivenAnswer[], after: VaultIndex): Refused | null {
  const keyOf = (id: string, { path, line }: { readonly path: string; readonly line: number }): string =>
    `${id}\n${path}\n${line}`;
  const answered = new Set(
    given
      .filter(({ inGroups }) => !inGroups)
      .flatMap(({ found: { proposal, places } }) => places.map((place) => keyOf(proposal.id, place))),
  );
  for (const { proposal, places } of findProposals(after, null)) {
    const place = places.find((one) => answered.has(keyOf(proposal.id, one)));
    if (place !== undefined)
      return refused({ code: 'would-ask-again', name: proposal.name, path: place.path, line: place.line });
  }
  return null;
}

/** One name at one place that means somebody who has a page, or me, or was answered to be nobody. */
interface SettledName {
  /** Who: the page's path. */
  readonly meant: string;
  readonly entity: Entity | null;
  readonly via: Resolution['via'];
  readonly text: string;
  readonly path: string;
  readonly line: number;
}

/** By note and place in it: pages may get other lines, their names stay in order. */
function settledNames(index: VaultIndex): Map<string, SettledName> {
  const settled = new Map<string, SettledName>();
  for (const note of index.notes) {
    let at = 0;
    const add = (name: Name, found: readonly Resolution[]): void => {
      const texts =
        found.length === 1 ? [name.target === null ? name.text : targetName(name.target)] : splitNames(name.text);
      at += 1;
      for (const [part, { entity, me, nobody, via }] of found.entries()) {
        if (entity?.page == null && !me && !(nobody && via === 'memory')) continue;
        const meant = entity?.page ?? (me ? 'me' : 'nobody');
        settled.set(`${note.path}\n${at}\n${part}`, {
          meant,
          entity,
          via,
          text: texts[part] ?? name.text,
          path: note.path,
          line: name.line,
        });
      }
    };
    const { registry, memory } = index;
    for (const meeting of note.meetings.keys())
      for (const [name, found] of resolveMeetingNames(registry, note, meeting, memory).found) add(name, found);
    for (const item of allLines<Item & { readonly owners?: readonly Name[] }>(note)) {
      const meeting = item.meeting === null ? null : (index.meetingsOf.get(note.path)?.[item.meeting] ?? null);
      const context = ownerContext(note.path, meeting?.date ?? note.date, meeting, memory);
      for (const owner of item.owners ?? []) add(owner, resolveOwner(registry, owner, context));
      for (const name of item.names) add(name, [resolveName(registry, name, { ...context, kind: null })]);
    }
  }
  return settled;
}

/**
 * Who is said not to be meant is meant nowhere by a first name alone: that nobody said before. What somebody said
 * stays.
 */
function isDenied(
  { text, via, entity }: SettledName,
  now: SettledName | undefined,
  given: readonly GivenAnswer[],
): boolean {
  return (
    now === undefined &&
    via === 'context' &&
    given.some(
      ({ found: { proposal, candidates }, accepted }) =>
        !accepted &&
        proposal.kind !== 'merge' &&
        foldWhole(proposal.name) === foldWhole(text) &&
        candidates.some(({ id }) => id === entity?.id),
    )
  );
}

function pinOf({ meant, entity, text, path }: SettledName, { input }: Changes): NameAnswer | null {
  const note = noteLink(path, input);
  if (note === null) return null;
  const scope = { in: 'note', note } as const;
  if (meant === 'nobody') return { kind: 'no-name', text, scope, since: null };
  const target = entity === null ? null : entityLink(entity, input);
  return entity !== null && target === null ? null : { kind: 'means', text, target, scope, among: null, since: null };
}
