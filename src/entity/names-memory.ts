/**
 * What the lines of the names memory mean at a place: who a name was said to be there. How a line is written is the
 * business of `names-lines`; that the meeting may speak against an answer is that of `resolve`.
 */
import type { CalendarDate } from '../text/calendar-date';
import type { Entity } from './entity';
import { foldFileName, foldWhole } from './fold-name';
import { targetName } from './linked-names';
import type { NameAnswer } from './names-lines';
import type { Registry } from './registry';
import { isRowDecision, rowMemory, type RowMemory } from './row-decisions';
import { pushInto } from '../text/push-into';

/** An answer that holds where it was asked for. */
interface Recalled {
  /** Null: me, or no name at all. */
  readonly entity: Entity | null;
  readonly me: boolean;
  /** It was given for every note, so the meeting may speak against it. */
  readonly always: boolean;
  /**
   * It comes before names and aliases: given for this note or group, or told who else was known. Who got the name since
   * was not meant.
   */
  readonly settled: boolean;
}

export interface RecallContext {
  readonly path: string;
  readonly date: CalendarDate | null;
  readonly meetingEntities: readonly Entity[];
  /**
   * Those that the meeting names by itself, not by an answer: answers are for these groups, so that none rests on
   * another. Else `meetingEntities`.
   */
  readonly sure?: readonly Entity[] | undefined;
}

export interface NamesMemory {
  /** Its own note, from which its links lead. */
  readonly path: string;
  readonly decisions: readonly NameAnswer[];
  /** The line of each decision, 1-based; empty where that is not known. */
  readonly lines: readonly number[];
  /** What was answered about tasks and questions. */
  readonly rows: RowMemory;
  /** Null where nothing was answered, answers contradict each other, or the entity is gone. */
  recall(registry: Registry, text: string, context: RecallContext): Recalled | null;
  /**
   * Who an answer for every note meant that does not hold here any more, for somebody has the name who was not known
   * to it.
   */
  outgrown(registry: Registry, text: string, context: RecallContext): Entity | null;
  /** Whether it was answered that the words do not mean the entity, here or everywhere. */
  refuses(registry: Registry, text: string, entity: Entity, context: RecallContext): boolean;
  /** Whether it was answered that two are not one, or that the name of one does not mean the other. */
  areDifferent(registry: Registry, one: Entity, other: Entity): boolean;
  /** Whether it was answered that the entity's open tasks stay as they are. */
  keepsTasks(registry: Registry, entity: Entity): boolean;
  /** Whether it was answered that a name gets no page. */
  getsNoPage(name: string): boolean;
  /** Folded words answered to be no name, everywhere. */
  readonly noNames: ReadonlySet<string>;
  /** Folded words answered to be a name, in whatever scope. */
  readonly names: ReadonlySet<string>;
}

/** `path`: the memory's own note, from which its links lead. */
export function namesMemory(
  decisions: readonly NameAnswer[],
  path: string,
  lines: readonly number[] = [],
): NamesMemory {
  const byWords = new Map<string, Answer[]>();
  const refusals = new Map<string, Refusal[]>();
  const noNames = new Set<string>();
  const names = new Set<string>();
  const noPages = new Set<string>();
  const different = decisions.filter((decision) => decision.kind === 'different');
  for (const decision of decisions) {
    if (isOfTwo(decision) || decision.kind === 'keeps' || isRowDecision(decision)) continue;
    const key = foldWhole(decision.text);
    if (decision.kind === 'is-not') pushInto(refusals, key, decision);
    else if (decision.kind === 'no-page') noPages.add(key);
    else {
      pushInto(byWords, key, decision);
      if (decision.kind === 'means') names.add(key);
      else if (decision.scope.in === 'vault') noNames.add(key);
    }
  }
  const found = (
    registry: Registry,
    text: string,
    context: RecallContext,
  ): { recalled: Recalled; covers: boolean } | null => {
    const key = foldWhole(text);
    const all = byWords.get(key);
    if (key === '' || all === undefined) return null;
    const holding = all
      .map((answer) => ({ answer, weight: weigh(registry, answer, context, path) }))
      .filter(({ weight }) => weight > 0);
    const most = Math.max(...holding.map(({ weight }) => weight));
    const alike = holding.filter(({ weight }) => weight === most).map(({ answer }) => answer);
    if (answeredAtOnce(alike)) return null;
    const inTime = latest(alike, context.date);
    const each = inTime.map((answer) => recalledBy(registry, answer, path));
    const [one] = each;
    if (one === undefined || one === null) return null;
    if (each.some((other) => other === null || other.entity !== one.entity || other.me !== one.me)) return null;
    if (one.entity !== null && weightAgainst(registry, key, one.entity, context) >= most) return null;
    return { recalled: one, covers: inTime.every((answer) => covers(registry, answer, all, context, path)) };
  };
  const recall = (registry: Registry, text: string, context: RecallContext): Recalled | null => {
    const answer = found(registry, text, context);
    return answer?.covers === true ? answer.recalled : null;
  };
  const outgrown = (registry: Registry, text: string, context: RecallContext): Entity | null => {
    const answer = found(registry, text, context);
    return answer === null || answer.covers ? null : answer.recalled.entity;
  };
  const weightAgainst = (registry: Registry, key: string, entity: Entity, context: RecallContext): number =>
    Math.max(
      0,
      ...(refusals.get(key) ?? [])
        .filter(({ target }) => leadsTo(registry, target, entity, path))
        .map((refusal) => weigh(registry, refusal, context, path)),
    );
  const refuses = (registry: Registry, text: string, entity: Entity, context: RecallContext): boolean => {
    if (refusals.size === 0) return false;
    const key = foldWhole(text);
    const against = weightAgainst(registry, key, entity, context);
    if (against === 0) return false;
    return (byWords.get(key) ?? []).every(
      (answer) =>
        answer.kind !== 'means' ||
        answer.target === null ||
        !leadsTo(registry, answer.target, entity, path) ||
        weigh(registry, answer, context, path) < against,
    );
  };
  const isNamedApart = (registry: Registry, { name, aliases }: Entity, other: Entity): boolean =>
    [name, ...aliases].some((text) =>
      (refusals.get(foldWhole(text)) ?? []).some(
        ({ scope, target }) => scope.in === 'vault' && leadsTo(registry, target, other, path),
      ),
    );
  const areDifferent = (registry: Registry, a: Entity, b: Entity): boolean =>
    isNamedApart(registry, a, b) ||
    isNamedApart(registry, b, a) ||
    different.some(
      ({ one, other }) =>
        (leadsTo(registry, one, a, path) && leadsTo(registry, other, b, path)) ||
        (leadsTo(registry, one, b, path) && leadsTo(registry, other, a, path)),
    );
  const keepsTasks = (registry: Registry, entity: Entity): boolean =>
    decisions.some((decision) => decision.kind === 'keeps' && leadsTo(registry, decision.target, entity, path));
  return {
    path,
    decisions,
    lines,
    rows: rowMemory(decisions.filter((decision) => isRowDecision(decision))),
    recall,
    outgrown,
    refuses,
    areDifferent,
    keepsTasks,
    getsNoPage: (name) => noPages.has(foldWhole(name)),
    noNames,
    names,
  };
}

function isOfTwo(decision: NameAnswer): decision is Extract<NameAnswer, { kind: 'different' | 'event' }> {
  return decision.kind === 'different' || decision.kind === 'event';
}

type Answer = Extract<NameAnswer, { kind: 'means' | 'no-name' }>;
type Refusal = Extract<NameAnswer, { kind: 'is-not' }>;

/** The same question, told by who else was known, answered in two ways: on two devices, before they met. */
function answeredAtOnce(answers: readonly Answer[]): boolean {
  const targets = new Map<string, string>();
  for (const answer of answers) {
    if (answer.kind !== 'means' || answer.among === null || answer.target === null) continue;
    const asked = [...new Set([...answer.among, answer.target].map(foldFileName))].sort().join('\n');
    const target = foldFileName(answer.target);
    if ((targets.get(asked) ?? target) !== target) return true;
    targets.set(asked, target);
  }
  return false;
}

/** 0: does not hold here. */
function weigh(registry: Registry, answer: Answer | Refusal, context: RecallContext, path: string): number {
  const { scope } = answer;
  if (scope.in === 'vault') return 1;
  if (scope.in === 'note')
    return isNote(registry, scope.note, answer.kind, context, path) ? Number.MAX_SAFE_INTEGER : 0;
  const here = (target: string): boolean => {
    const entity = entityOfLink(registry, target, path);
    return entity !== null && (context.sure ?? context.meetingEntities).some(({ id }) => id === entity.id);
  };
  return scope.with.length > 0 && scope.with.every(here) ? 1 + scope.with.length : 0;
}

/**
 * Whether a note is the one an answer is for. Who a name means is said of one note alone: where several could be meant
 * it is asked again. Who it does not mean holds for each of them, and where the note is gone for those of its day: it
 * was renamed.
 */
function isNote(
  registry: Registry,
  target: string,
  kind: NameAnswer['kind'],
  { path: here, date }: RecallContext,
  path: string,
): boolean {
  const notes = notesOf(registry, target, path);
  if (kind !== 'is-not') return notes.length === 1 && notes[0] === here;
  if (notes.length > 0) return notes.includes(here);
  return date !== null && targetName(target).startsWith(date);
}

/** The notes an answer's link may mean; a note that was moved by something that fixes no links is found by its name. */
export function notesOf({ paths }: Registry, target: string, path: string): readonly string[] {
  const notes = paths.follow(target, path);
  return notes.length > 0 || !target.includes('/')
    ? notes
    : paths.follow(target.slice(target.lastIndexOf('/') + 1), path);
}

/** Whether a link of the memory means the entity; one that leads nowhere any more does by its words. */
function leadsTo(registry: Registry, target: string, entity: Entity, path: string): boolean {
  const found = entityOfLink(registry, target, path);
  if (found !== null) return found.id === entity.id;
  const words = foldWhole(targetName(target));
  return [entity.name, ...entity.aliases].some((name) => foldWhole(name) === words);
}

/** Those with the latest `since` that is not after the date; before them all, the earliest. */
function latest(answers: readonly Answer[], date: CalendarDate | null): readonly Answer[] {
  const starts = answers.map(({ since }) => since ?? '').sort();
  const begun = date === null ? starts : starts.filter((since) => since <= date);
  const start = begun.length > 0 ? begun[begun.length - 1] : starts[0];
  return answers.filter(({ since }) => (since ?? '') === start);
}

function recalledBy(registry: Registry, answer: Answer, path: string): Recalled | null {
  const always = answer.scope.in === 'vault';
  const settled = !always || (answer.kind === 'means' && answer.among !== null && answer.since !== null);
  if (answer.kind === 'no-name') return { entity: null, me: false, always, settled };
  if (answer.target === null) return { entity: null, me: true, always, settled };
  const entity = entityOfLink(registry, answer.target, path);
  if (entity !== null) return { entity, me: false, always, settled };
  const [page] = registry.paths.follow(answer.target, path);
  return page !== undefined && registry.isMyPage(page) ? { entity: null, me: true, always, settled } : null;
}

function covers(
  registry: Registry,
  answer: Answer,
  all: readonly Answer[],
  { date }: RecallContext,
  path: string,
): boolean {
  if (answer.kind === 'no-name' || answer.among === null || answer.since === null) return true;
  if (answer.scope.in !== 'vault' || date === null || date <= answer.since) return true;
  const knownTo = new Set<Entity | null>();
  for (const other of all) {
    if (other.kind !== 'means') continue;
    for (const target of [other.target, ...(other.among ?? [])]) {
      if (target !== null) knownTo.add(entityOfLink(registry, target, path));
    }
  }
  const fits = [
    ...registry.named(answer.text, null),
    ...registry.calledOrMailed(answer.text, null),
    ...registry.shortenedBy(answer.text),
  ];
  // Who was first met after a day is not who was meant on it: somebody new changes nothing that was settled.
  return fits.every(
    (entity) => knownTo.has(entity) || entity.page === null || (registry.firstMet(entity) ?? '') > date,
  );
}

/** The entity a link of the memory leads to: its page, else the one of that name. */
export function entityOfLink(registry: Registry, target: string, path: string): Entity | null {
  const pages = registry.paths.follow(target, path);
  const [page] = pages;
  const entity = page !== undefined && pages.length === 1 ? registry.entityOfPage(page) : null;
  if (entity !== null) return entity;
  const folder = registry.entityOfFolder(target, path);
  if (folder !== null) return folder;
  const named = registry.named(targetName(target), null);
  if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null;
  // A page that got another name keeps the old one as an alias.
  const called = registry.calledOrMailed(targetName(target), null);
  return called.length === 1 ? (called[0] ?? null) : null;
}
