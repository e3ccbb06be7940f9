/**
 * A person's answers to proposals as a plan: lines of the names memory, an alias of a page, a new page. Nothing is
 * decided here: an answer that leaves open what it means is refused, with a way out.
 *
 *     resolve   accepted   - "Sam" → [[Sam Ortega]]                 rejected   - "Sam" is not [[Sam Ortega]]
 *     alias     accepted   the page's `aliases`                     rejected   - "Zoe Brant" is not [[Zoë Brandt]]
 *     create    accepted   a new page                               rejected   - "Gwen" gets no page
 *     merge     accepted   the other's name as an alias             rejected   - [[Jon Stefan]] is not [[Jon Stefans]]
 *     repair    accepted   the page with whole markers            (a rejection is refused: it stays left alone as it is)
 *     hand-over accepted   the owner in the lines of the tasks      rejected   - [[Ann Lee]] hands nothing over
 *
 * Answers about rows are in `answer-rows`.
 */
import { foldFileName, isSafeFileName } from '../text/file-name';
import type { CalendarDate } from '../text/calendar-date';
import type { Entity } from '../entity/entity';
import { foldName, foldWhole, spokenName } from '../entity/fold-name';
import type { NameAnswer, DecisionScope } from '../entity/names-lines';
import { PERSON } from '../entity/person-name';
import { resolveName, resolveOwner } from '../entity/resolve';
import { namesOfOwner } from '../note/names';
import { contextOf } from '../vault-index/proposals';
import type { FoundProposal, ProposalPlace } from '../vault-index/proposal';
import type { Answer, AnswerScope } from './answer';
import { type AnswerInput, Changes, entityLink, noteLink } from './answer-changes';
import type { AnswerEffect } from './answer-effects';
import { answerRows, changePlaces, placesByNote, putOff } from './answer-rows';
import { ownerWords, withNewOwner } from './hand-over';
import { pinResolvedNames } from './pin-resolved-names';
import { newPagePath } from './new-pages';
import type { FileEdit } from './plan';
import { type Ended, isRefused, type Refused, refused } from './refusals';
import { answerRepair } from './repair-page';

interface Answered {
  readonly found: FoundProposal;
  readonly accepted: boolean;
  /** The day to which it was put off; null where it was answered. */
  readonly until: CalendarDate | null;
  /** What becomes of it. */
  readonly effects: readonly AnswerEffect[];
}

export interface AnsweredPlan extends Ended<'planned'> {
  readonly edits: readonly FileEdit[];
  readonly answers: readonly Answered[];
}

/**
 * All answers as one plan, or the first that cannot be taken. What was settled about names before stays so, by a line
 * of its own where need be.
 */
export function answerProposals(
  found: readonly FoundProposal[],
  answers: readonly Answer[],
  input: AnswerInput,
): AnsweredPlan | Refused {
  const changes = new Changes(input);
  const answered: Answered[] = [];
  for (const answer of answers) {
    const one = found.find(({ proposal }) => proposal.id === answer.id);
    if (one === undefined) return refused({ code: 'not-proposed', id: answer.id });
    if (answers.some((other) => other !== answer && other.id === answer.id))
      return refused({ code: 'answered-twice', name: one.proposal.name });
    const effects =
      answer.until != null
        ? putOff(one, answer.until, changes)
        : (answerRepair(one, answer, changes) ??
          answerRows(one, answer, changes) ??
          (answer.accepted ? accept(one, answer, changes) : reject(one, answer, changes)));
    if (isRefused(effects)) return effects;
    answered.push({ found: one, accepted: answer.accepted, until: answer.until ?? null, effects });
  }
  const kept = pinResolvedNames(
    answered.flatMap(({ found: one, accepted, until }, at) =>
      until === null ? [{ found: one, accepted, inGroups: answers[at]?.scope === 'group' }] : [],
    ),
    changes,
  );
  if (isRefused(kept)) return kept;
  const last = answered.pop();
  if (last !== undefined) answered.push({ ...last, effects: [...last.effects, ...kept] });
  return { outcome: 'planned', edits: changes.edits(), answers: answered };
}

type Effects = readonly AnswerEffect[] | Refused;

function accept(found: FoundProposal, answer: Answer, changes: Changes): Effects {
  const {
    proposal: { name, kind },
    candidates,
  } = found;
  if (kind === 'merge') return acceptMerge(found, answer, changes);
  if (kind === 'hand-over') return acceptHandOver(found, answer, changes);
  const as = answer.as?.trim() ?? null;
  if (as !== null && /^(?:me|nobody)$/i.test(as)) {
    const scoped = scopesOf(found, answer.scope ?? 'always', changes.input);
    if (isRefused(scoped)) return scoped;
    const isMe = as.toLowerCase() === 'me';
    const effects = changes.decide(
      scoped.map((scope): NameAnswer =>
        isMe
          ? { kind: 'means', text: name, target: null, scope, among: null, since: null }
          : { kind: 'no-name', text: name, scope, since: null },
      ),
    );
    return checked(found, isMe ? 'me' : 'nobody', { scope: answer.scope ?? 'always', effects, changes });
  }
  if (kind === 'create' ? as === null : as?.toLowerCase() === 'new') {
    if (kind === 'resolve') return refused({ code: 'not-a-full-name', name });
    return createPage(found, name, changes);
  }
  const target = whoIsMeant(found, as, changes.input);
  if (isRefused(target)) return target;
  if (kind !== 'resolve' && answer.scope === null) return callAlso(found, target, changes);
  return remember(found, target, answer.scope ?? (candidates.length === 1 ? 'always' : 'note'), changes);
}

function reject(
  { proposal: { name, kind }, candidates, places, about }: FoundProposal,
  { scope, as }: Answer,
  changes: Changes,
): Effects {
  if (as !== null) return refused({ code: 'rejection-names-somebody' });
  if (kind === 'create') return changes.decide([{ kind: 'no-page', text: name }]);
  if (kind === 'hand-over' && about !== undefined) {
    const target = changes.linkTo(about);
    return typeof target === 'string' ? changes.decide([{ kind: 'keeps', target }]) : target;
  }
  const links = candidates.map((entity) => changes.linkTo(entity));
  const bad = links.find((link) => typeof link !== 'string');
  if (bad !== undefined && typeof bad !== 'string') return bad;
  const targets = links.filter((link) => typeof link === 'string');
  if (kind === 'merge') {
    const [one, other] = targets;
    return changes.decide(one === undefined || other === undefined ? [] : [{ kind: 'different', one, other }]);
  }
  const scoped = scopesOf(
    { proposal: { name }, candidates, places },
    kind === 'resolve' ? (scope ?? 'always') : 'always',
    changes.input,
  );
  if (isRefused(scoped)) return scoped;
  return changes.decide(
    targets.flatMap((target) => scoped.map((one): NameAnswer => ({ kind: 'is-not', text: name, target, scope: one }))),
  );
}

interface Meant {
  readonly proposal: Pick<FoundProposal['proposal'], 'name' | 'entityKind'>;
  readonly candidates: readonly Entity[];
}

/** The entity an answer names; where it names none, the only one that can be meant. */
function whoIsMeant(
  { proposal: { name, entityKind }, candidates }: Meant,
  as: string | null,
  { index }: AnswerInput,
): Entity | Refused {
  const [only] = candidates;
  if (as === null) {
    if (only !== undefined && candidates.length === 1) return only;
    return refused({ code: 'several-candidates', name, candidates: candidates.map((one) => one.name) });
  }
  const numbered = /^\d{1,3}$/.test(as) ? candidates[Number(as) - 1] : undefined;
  if (numbered !== undefined) return numbered;
  const { registry } = index;
  const page = registry.entityOfPage(as) ?? registry.entityOfPage(`${as}.md`);
  if (page !== null) return page;
  const ofName = candidates.filter((one) => foldWhole(one.name) === foldWhole(as));
  const fits =
    ofName.length > 0 ? ofName : [...registry.named(as, entityKind), ...registry.calledOrMailed(as, entityKind)];
  const distinct = [...new Set(fits.length > 0 ? fits : registry.named(as, null))];
  const [fit] = distinct;
  if (fit !== undefined && distinct.length === 1) return fit;
  if (fit !== undefined)
    return refused({ code: 'several-pages', name: as, count: distinct.length, example: fit.page ?? fit.name });
  return refused({ code: 'no-such-page', name: as, hasCandidates: candidates.length > 0 });
}

/** Lines of the memory, checked: each place that they are for must come to the entity. */
function remember(found: FoundProposal, entity: Entity, scope: AnswerScope, changes: Changes): Effects {
  const {
    proposal: { name },
    candidates,
    places,
  } = found;
  const { today } = changes.input;
  const target = changes.linkTo(entity);
  if (typeof target !== 'string') return target;
  const scoped = scopesOf(found, scope, changes.input);
  if (isRefused(scoped)) return scoped;
  const among =
    scope === 'always'
      ? [
          ...new Set(
            [entity, ...candidates].map((one) => changes.linkTo(one)).filter((link) => typeof link === 'string'),
          ),
        ]
      : null;
  const before = changes.memory();
  const asked = [...(among ?? [])].map(foldFileName).sort().join('\n');
  // What was answered for all notes before stays for the notes before these; an answer to this very question goes.
  const isLater = before.decisions.some(
    (one) =>
      one.kind === 'means' &&
      one.scope.in === 'vault' &&
      foldWhole(one.text) === foldWhole(name) &&
      [...new Set([...(one.among ?? []), ...(one.target === null ? [] : [one.target])])]
        .map(foldFileName)
        .sort()
        .join('\n') !== asked,
  );
  const oldest = places.flatMap(({ date }) => date ?? []).sort()[0] ?? today;
  const since = scope !== 'always' ? null : isLater ? oldest : today;
  const effects = changes.decide(
    scoped.map((one): NameAnswer => ({ kind: 'means', text: name, target, scope: one, among, since })),
  );
  return checked(found, entity, { scope, effects, changes });
}

interface GivenEffects {
  readonly scope: AnswerScope;
  readonly effects: readonly AnswerEffect[];
  readonly changes: Changes;
}

/** What becomes of it, where every place that it is for comes to that by it. */
function checked(
  { proposal: { name, entityKind }, candidates, places }: FoundProposal,
  meant: Entity | 'me' | 'nobody',
  { scope, effects, changes }: GivenEffects,
): Effects {
  const { index } = changes.input;
  const memory = changes.memory();
  const missed = places.find((place) => {
    if (scope === 'group' && groupOf(place, candidates).length === 0) return false;
    const given = { ...contextOf(place, index), kind: entityKind, memory };
    const { entity, me, nobody } = resolveName(index.registry, { text: name, target: null, line: place.line }, given);
    return meant === 'me' ? !me : meant === 'nobody' ? !nobody : entity !== meant;
  });
  if (missed === undefined) {
    const alone = scope === 'group' ? places.filter((place) => groupOf(place, candidates).length === 0).length : 0;
    return alone === 0 ? effects : [...effects, { code: 'asked-again', places: alone }];
  }
  const { path, line } = missed;
  return refused({
    code: 'would-not-mean',
    name,
    path,
    line,
    meant: typeof meant === 'string' ? meant : { name: meant.name },
    memory: scope === 'note' ? changes.input.names.path : null,
  });
}

/** The scopes that cover the places: one a note, one a group, or the vault. */
function scopesOf(
  {
    proposal: { name },
    candidates,
    places,
  }: Pick<FoundProposal, 'candidates' | 'places'> & { readonly proposal: { readonly name: string } },
  scope: AnswerScope,
  input: AnswerInput,
): readonly DecisionScope[] | Refused {
  if (scope === 'always') return [{ in: 'vault' }];
  if (scope === 'note') {
    const notes = [...new Set(places.map(({ path }) => path))].map((path) => noteLink(path, input));
    if (notes.some((note) => note === null)) return refused({ code: 'note-not-linkable', name });
    return notes.flatMap((note) => (note === null ? [] : [{ in: 'note', note }]));
  }
  const groups = new Map<string, DecisionScope>();
  for (const place of places) {
    const links = groupOf(place, candidates).map((entity) => entityLink(entity, input));
    if (links.length > 0 && links.every((link) => link !== null))
      groups.set(links.join('\n'), { in: 'group', with: links });
  }
  return groups.size === 0 ? refused({ code: 'no-group', name }) : [...groups.values()];
}

/**
 * What a meeting is known by: its accounts, else its projects and the like, else its people; those that are asked about
 * left out.
 */
function groupOf({ meeting }: ProposalPlace, candidates: readonly Entity[]): readonly Entity[] {
  const others = (meeting?.names ?? []).flatMap(({ entity, via }) =>
    entity === null || via === 'memory' || candidates.includes(entity) ? [] : [entity],
  );
  const accounts = others.filter(({ kind }) => kind === 'account');
  if (accounts.length > 0) return accounts;
  const things = others.filter(({ kind }) => kind !== PERSON);
  return things.length > 0 ? things : others;
}

/**
 * The name as another of the entity's: in its page, which is made where there is none; else as a line of the memory.
 */
function callAlso(found: FoundProposal, entity: Entity, changes: Changes): Effects {
  const {
    proposal: { name },
  } = found;
  const alias = spokenName(name).trim();
  if (entity.page === null) return createPage({ ...found, candidates: [] }, entity.name, changes, alias);
  if (changes.alias(entity.page, alias)) return [{ code: 'alias', page: entity.page, alias }];
  return remember(found, entity, 'always', changes);
}

function acceptMerge(
  { proposal: { name }, candidates }: FoundProposal,
  { as, scope }: Answer,
  changes: Changes,
): Effects {
  if (scope !== null) return refused({ code: 'merge-holds-everywhere' });
  const kept =
    as === null
      ? candidates[0]
      : candidates.find(
          (one, at) =>
            as.trim() === String(at + 1) ||
            as.trim() === one.page ||
            `${as.trim()}.md` === one.page ||
            foldWhole(as) === foldWhole(one.name),
        );
  const other = candidates.find((one) => one !== kept);
  if (kept === undefined || other === undefined || kept.page === null)
    return refused({ code: 'neither-page', name: as ?? name });
  if (!changes.alias(kept.page, other.name)) return refused({ code: 'no-alias-possible', page: kept.page });
  return [
    { code: 'alias', page: kept.page, alias: other.name },
    { code: 'other-page-stays', page: other.page ?? other.name, other: other.name, kept: kept.name },
  ];
}

function acceptHandOver(
  { proposal: { name }, places, about }: FoundProposal,
  { as, scope }: Answer,
  changes: Changes,
): Effects {
  const { index } = changes.input;
  if (scope !== null) return refused({ code: 'hand-over-as-listed' });
  if (as === null || about === undefined) return refused({ code: 'no-heir', name });
  const isMe = as.trim().toLowerCase() === 'me';
  const heir = isMe
    ? null
    : whoIsMeant({ proposal: { name, entityKind: about.kind }, candidates: [] }, as.trim(), changes.input);
  if (heir !== null && isRefused(heir)) return heir;
  if (heir === about) return refused({ code: 'heir-has-left', name });
  const link = heir === null ? 'me' : changes.linkTo(heir);
  if (typeof link !== 'string') return link;
  const to = heir === null ? 'me' : ownerWords(heir, link, index.registry.named(heir.name, null).length === 1);
  const { rules } = changes.input;
  const done = changePlaces(places, changes, (words, { path, line }) => {
    const isGone = (owner: string): boolean =>
      places.some(
        (place) =>
          place.path === path &&
          place.line === line &&
          namesOfOwner(owner, place.line).some((one) =>
            resolveOwner(index.registry, one, contextOf(place, index)).some(({ entity }) => entity === about),
          ),
      );
    return withNewOwner(words, { isGone, to }, rules.tasks);
  });
  if (done.outcome === 'nothing') {
    const lines = (placesByNote(places).get(done.path) ?? []).map(({ line }) => line);
    return refused({ code: 'owner-not-changed', path: done.path, lines });
  }
  return places.map((place) => {
    const { path, line } = place;
    return done.places.includes(place)
      ? { code: 'handed-over', path, line, owner: heir?.name ?? null }
      : { code: 'task-left', path, line };
  });
}

function createPage(
  { proposal: { name: asked, entityKind }, candidates }: FoundProposal,
  name: string,
  changes: Changes,
  alias: string | null = null,
): Effects {
  const { index, kinds, isExcluded } = changes.input;
  const kind = kinds.find(({ id }) => id === entityKind);
  const title = entityKind === PERSON ? spokenName(name).trim() : name.trim();
  if (kind === undefined || !isSafeFileName(title) || foldName(title) === '')
    return refused({ code: 'not-a-file-name', name: title });
  const path = newPagePath(title, kind, index.registry.entities);
  if (isExcluded(path)) return refused({ code: 'page-excluded', path });
  if (!changes.create(path, `---\ntype: ${kind.types[0] ?? kind.id}\n---\n# ${title}\n`, kind.id))
    return refused({ code: 'page-exists', path });
  if (alias !== null) changes.alias(path, alias);
  const apart = candidates.map((entity) => changes.linkTo(entity)).filter((link) => typeof link === 'string');
  const remembered = changes.decide(
    apart.map((target): NameAnswer => ({ kind: 'is-not', text: asked, target, scope: { in: 'vault' } })),
  );
  return [{ code: 'new-page', page: path, alias }, ...remembered];
}
