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
import { type AnswerInput, Changes, entityLink, noteLink, type Refused, refused } from './answer-changes';
import { answerRows, placesByNote, putOff } from './answer-rows';
import { changeTasks, ownerWords, withNewOwner } from './hand-over';
import { pinResolvedNames } from './pin-resolved-names';
import { newPagePath } from './new-pages';
import type { FileEdit } from './plan';
import { answerRepair } from './repair-page';

export interface Answered {
  readonly found: FoundProposal;
  readonly accepted: boolean;
  /** The day to which it was put off; null where it was answered. */
  readonly until: CalendarDate | null;
  /** What becomes of it: lines of the memory as they are written, sentences otherwise. */
  readonly said: readonly string[];
}

export interface AnsweredPlan {
  readonly outcome: 'planned';
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
    if (one === undefined)
      return refused(
        `nothing is proposed under “${answer.id}”, or it was answered already`,
        'look at the list again',
        'give an ID as `review --all` lists it',
      );
    if (answers.some((other) => other !== answer && other.id === answer.id))
      return refused(`“${one.proposal.name}” is answered twice`, 'give one answer for an ID');
    const said =
      answer.until != null
        ? putOff(one, answer.until, changes)
        : (answerRepair(one, answer, changes) ??
          answerRows(one, answer, changes) ??
          (answer.accepted ? accept(one, answer, changes) : reject(one, answer, changes)));
    if ('outcome' in said) return said;
    answered.push({ found: one, accepted: answer.accepted, until: answer.until ?? null, said });
  }
  const kept = pinResolvedNames(
    answered.flatMap(({ found: one, accepted, until }, at) =>
      until === null ? [{ found: one, accepted, inGroups: answers[at]?.scope === 'group' }] : [],
    ),
    changes,
  );
  if ('outcome' in kept) return kept;
  const last = answered.pop();
  if (last !== undefined) answered.push({ ...last, said: [...last.said, ...kept] });
  return { outcome: 'planned', edits: changes.edits(), answers: answered };
}

type Said = readonly string[] | Refused;

function accept(found: FoundProposal, answer: Answer, changes: Changes): Said {
  const {
    proposal: { name, kind },
    candidates,
  } = found;
  if (kind === 'merge') return acceptMerge(found, answer, changes);
  if (kind === 'hand-over') return acceptHandOver(found, answer, changes);
  const as = answer.as?.trim() ?? null;
  if (as !== null && /^(?:me|nobody)$/i.test(as)) {
    const scoped = scopesOf(found, answer.scope ?? 'always', changes.input);
    if ('outcome' in scoped) return scoped;
    const isMe = as.toLowerCase() === 'me';
    const said = changes.decide(
      scoped.map((scope): NameAnswer =>
        isMe
          ? { kind: 'means', text: name, target: null, scope, among: null, since: null }
          : { kind: 'no-name', text: name, scope, since: null },
      ),
    );
    return checked(found, isMe ? 'me' : 'nobody', { scope: answer.scope ?? 'always', said, changes });
  }
  if (kind === 'create' ? as === null : as?.toLowerCase() === 'new') {
    if (kind === 'resolve')
      return refused(
        `“${name}” is no full name for a page`,
        'make the page, then choose it',
        'make the page in Obsidian, then give its name with --as',
      );
    return createPage(found, name, changes);
  }
  const target = whoIsMeant(found, as, changes.input);
  if ('outcome' in target) return target;
  if (kind !== 'resolve' && answer.scope === null) return callAlso(found, target, changes);
  return remember(found, target, answer.scope ?? (candidates.length === 1 ? 'always' : 'note'), changes);
}

function reject(
  { proposal: { name, kind }, candidates, places, about }: FoundProposal,
  { scope, as }: Answer,
  changes: Changes,
): Said {
  if (as !== null)
    return refused('a rejection says whom a name does not mean', 'name nobody, or accept', 'leave --as out, or accept');
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
  if ('outcome' in scoped) return scoped;
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
    return refused(
      `“${name}” could be ${candidates.map((one) => one.name).join(' or ')}`,
      'say which',
      `say which, as in --as 1 or --as "${only?.name ?? 'NAME'}"`,
    );
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
    return refused(
      `“${as}” is the name of ${distinct.length} pages`,
      `give its path, as in ${fit.page ?? fit.name}`,
      `give its path, as in --as "${fit.page ?? fit.name}"`,
    );
  return refused(
    `no page is called “${as}”`,
    candidates.length > 0 ? 'choose one of the candidates' : 'give the name of a page, or make that page first',
    candidates.length > 0 ? 'give a candidate’s number or name, as in --as 1' : null,
  );
}

/** Lines of the memory, checked: each place that they are for must come to the entity. */
function remember(found: FoundProposal, entity: Entity, scope: AnswerScope, changes: Changes): Said {
  const {
    proposal: { name },
    candidates,
    places,
  } = found;
  const { today } = changes.input;
  const target = changes.linkTo(entity);
  if (typeof target !== 'string') return target;
  const scoped = scopesOf(found, scope, changes.input);
  if ('outcome' in scoped) return scoped;
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
  const said = changes.decide(
    scoped.map((one): NameAnswer => ({ kind: 'means', text: name, target, scope: one, among, since })),
  );
  return checked(found, entity, { scope, said, changes });
}

interface Saying {
  readonly scope: AnswerScope;
  readonly said: readonly string[];
  readonly changes: Changes;
}

/** What was said, where every place that it is for comes to that by it. */
function checked(
  { proposal: { name, entityKind }, candidates, places }: FoundProposal,
  meant: Entity | 'me' | 'nobody',
  { scope, said, changes }: Saying,
): Said {
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
    return alone === 0
      ? said
      : [
          ...said,
          `${alone === 1 ? 'One place is' : `${alone} places are`} in a meeting with nobody and nothing known; it is asked about again.`,
        ];
  }
  return refused(
    `“${name}” in ${missed.path}:${missed.line} would not be ${typeof meant === 'string' ? meant : meant.name} by that`,
    scope === 'note'
      ? `write the full name or a link there, or look at ${changes.input.names.path}`
      : 'answer for those notes alone',
    scope === 'note' ? null : 'answer for those notes alone, with --for note',
  );
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
    if (notes.some((note) => note === null))
      return refused(
        `“${name}” stands in a note whose name cannot be linked to`,
        'answer for every note, or for the group',
        'answer with --for always or --for group',
      );
    return notes.flatMap((note) => (note === null ? [] : [{ in: 'note', note }]));
  }
  const groups = new Map<string, DecisionScope>();
  for (const place of places) {
    const links = groupOf(place, candidates).map((entity) => entityLink(entity, input));
    if (links.length > 0 && links.every((link) => link !== null))
      groups.set(links.join('\n'), { in: 'group', with: links });
  }
  if (groups.size === 0)
    return refused(
      `“${name}” stands in no meeting with an account, project or person that is known`,
      'answer for those notes alone, or for every note',
      'answer with --for note or --for always',
    );
  return [...groups.values()];
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
function callAlso(found: FoundProposal, entity: Entity, changes: Changes): Said {
  const {
    proposal: { name },
  } = found;
  const alias = spokenName(name).trim();
  if (entity.page === null) return createPage({ ...found, candidates: [] }, entity.name, changes, alias);
  if (changes.alias(entity.page, alias)) return [`${entity.page} has the alias “${alias}”.`];
  return remember(found, entity, 'always', changes);
}

function acceptMerge({ proposal: { name }, candidates }: FoundProposal, { as, scope }: Answer, changes: Changes): Said {
  if (scope !== null) return refused('two pages are one for every note', 'answer for every note', 'leave --for out');
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
    return refused(
      `“${as ?? name}” is neither of the two pages`,
      'say which of the two to keep',
      'give --as 1 or --as 2 for the page to keep',
    );
  if (!changes.alias(kept.page, other.name))
    return refused(`the frontmatter of ${kept.page} cannot take an alias`, 'mend it first');
  return [
    `${kept.page} has the alias “${other.name}”.`,
    `${other.page ?? other.name} is left as it is: move what you wrote there over and delete it, and everything said of ${other.name} is ${kept.name}’s.`,
  ];
}

function acceptHandOver(
  { proposal: { name }, places, about }: FoundProposal,
  { as, scope }: Answer,
  changes: Changes,
): Said {
  const { index } = changes.input;
  if (scope !== null)
    return refused('tasks are handed over as they are listed', 'answer for every note', 'leave --for out');
  if (as === null || about === undefined)
    return refused(`nobody is named who takes over from ${name}`, 'say who', 'say who, as in --as "NAME" or --as me');
  const isMe = as.trim().toLowerCase() === 'me';
  const heir = isMe
    ? null
    : whoIsMeant({ proposal: { name, entityKind: about.kind }, candidates: [] }, as.trim(), changes.input);
  if (heir !== null && 'outcome' in heir) return heir;
  if (heir === about) return refused(`${name} has left`, 'name somebody else', 'name somebody else with --as');
  const link = heir === null ? 'me' : changes.linkTo(heir);
  if (typeof link !== 'string') return link;
  const to = heir === null ? 'me' : ownerWords(heir, link, index.registry.named(heir.name, null).length === 1);
  const { pages, rules } = changes.input;
  for (const [path, lines] of placesByNote(places)) {
    const isGone = (owner: string, line: number): boolean =>
      places.some(
        (place) =>
          place.path === path &&
          place.line === line &&
          namesOfOwner(owner, place.line).some((one) =>
            resolveOwner(index.registry, one, contextOf(place, index)).some(({ entity }) => entity === about),
          ),
      );
    if (
      !changes.edit(path, (now) =>
        changeTasks(now, { lines, then: pages.get(path) ?? '' }, rules, (words, line) =>
          withNewOwner(words, { isGone: (owner) => isGone(owner, line), to }, rules.tasks),
        ),
      )
    ) {
      return refused(
        `the owner of ${path}:${lines.map(({ line }) => line).join(', ')} could not be changed`,
        'change it in the note',
      );
    }
  }
  return places.map(({ path, line }) => `${path}:${line} is ${heir?.name ?? 'my'}${heir === null ? '' : '’s'} task.`);
}

function createPage(
  { proposal: { name: asked, entityKind }, candidates }: FoundProposal,
  name: string,
  changes: Changes,
  alias: string | null = null,
): Said {
  const { index, kinds, isExcluded } = changes.input;
  const kind = kinds.find(({ id }) => id === entityKind);
  const title = entityKind === PERSON ? spokenName(name).trim() : name.trim();
  if (kind === undefined || !isSafeFileName(title) || foldName(title) === '')
    return refused(
      `no file can be called “${title}” on every system`,
      'make the page by hand, then choose it',
      'make the page by hand and give its name with --as',
    );
  const path = newPagePath(title, kind, index.registry.entities);
  if (isExcluded(path))
    return refused(
      `${path} would lie in an excluded folder`,
      'make the page elsewhere, then choose it',
      'make the page elsewhere and give its name with --as',
    );
  if (!changes.create(path, `---\ntype: ${kind.types[0] ?? kind.id}\n---\n# ${title}\n`, kind.id))
    return refused(`${path} is there already`, 'rename it, or make the page elsewhere');
  if (alias !== null) changes.alias(path, alias);
  const apart = candidates.map((entity) => changes.linkTo(entity)).filter((link) => typeof link === 'string');
  const said = changes.decide(
    apart.map((target): NameAnswer => ({ kind: 'is-not', text: asked, target, scope: { in: 'vault' } })),
  );
  return [`${path} is new${alias === null ? '' : `, with the alias “${alias}”`}.`, ...said];
}
