/**
 * Answers to proposals about tasks and questions.
 *
 *     duplicate   accepted   - "Send the draft" is the same as "Share the draft"    rejected   - "…" is not the same as "…"
 *     event       accepted   - [[A]] and [[B]] are one meeting                    rejected   - [[A]] and [[B]] are two meetings
 *     answered    accepted   a line `Answer: …` below the question                  rejected   - "…" is not answered by "…"
 *     close       accepted   the tasks cancelled where they are                   rejected   - [[Atlas]] hands nothing over
 *     link        accepted   the links of those notes fixed                        rejected   - links that lead nowhere stay
 *     split       accepted   - "Ann Fox" is not [[Ann Lee]]                         rejected   - "Ann Fox" → [[Ann Lee]]
 *     any         put off    - "Sam" waits until 2025-11-10 · upo5o2j4m1
 */
import type { NameAnswer } from '../entity/names-lines';
import type { CalendarDate } from '../text/calendar-date';
import { findLinks, noteTarget } from '../text/wikilinks';
import type { FoundProposal, ProposalKind, ProposalPlace, QuestionedRow } from '../vault-index/proposal';
import { type Changes, noteLink } from './answer-changes';
import type { AnswerEffect } from './answer-effects';
import { answerQuestion } from './answer-question';
import { fixLinks } from './link-note';
import { cancelled, changeableLines, changeTasks } from './hand-over';
import { type Ended, type Refused, refused } from './refusals';
import { pushInto } from '../text/push-into';

type Effects = readonly AnswerEffect[] | Refused;

interface RowAnswer {
  readonly accepted: boolean;
  readonly as: string | null;
  readonly scope: string | null;
}

/** Null where the proposal is none of these. */
export function answerRows(found: FoundProposal, { accepted, as, scope }: RowAnswer, changes: Changes): Effects | null {
  const {
    proposal: { kind, name },
    about,
    candidates: [entity],
    rows: [one, other] = [],
  } = found;
  if (!ABOUT_ROWS.has(kind)) return null;
  if (as !== null) return refused({ code: 'yes-or-no', name });
  if (scope !== null) return refused({ code: 'answer-holds-everywhere', name });
  if (kind === 'split' && entity !== undefined) {
    const target = changes.linkTo(entity);
    if (typeof target !== 'string') return target;
    const scoped = { in: 'vault' } as const;
    return changes.decide([
      accepted
        ? { kind: 'is-not', text: name, target, scope: scoped }
        : { kind: 'means', text: name, target, scope: scoped, among: null, since: null },
    ]);
  }
  if (kind === 'close' && about !== undefined) {
    if (accepted) return cancelTasks(found.places, changes);
    const target = changes.linkTo(about);
    return typeof target === 'string' ? changes.decide([{ kind: 'keeps', target }]) : target;
  }
  if (kind === 'event') return answerEvents(found, accepted, changes);
  if (kind === 'link') return accepted ? repairNotes(found.places, changes) : changes.decide([{ kind: 'links-stay' }]);
  if (one === undefined || other === undefined) return null;
  if (kind === 'duplicate')
    return changes.decide([{ kind: accepted ? 'same' : 'not-same', one: one.text, other: other.text }]);
  return accepted
    ? writeAnswer(one, other, changes)
    : changes.decide([{ kind: 'no-answer', question: one.text, statement: other.text }]);
}

const ABOUT_ROWS: ReadonlySet<ProposalKind> = new Set<ProposalKind>([
  'duplicate',
  'event',
  'answered',
  'close',
  'split',
  'link',
]);

/** Of one event each with the first; of several each with each other. */
function answerEvents({ places, proposal: { name } }: FoundProposal, isOne: boolean, changes: Changes): Effects {
  const links = places.flatMap(({ path }) => noteLink(path, changes.input) ?? []);
  if (links.length < places.length) return refused({ code: 'note-not-linkable', name });
  return changes.decide(
    links.flatMap((one, at) =>
      links
        .slice(at + 1)
        .flatMap((other): NameAnswer[] => (isOne && at > 0 ? [] : [{ kind: 'event', one, other, isOne }])),
    ),
  );
}

/** The proposal is not asked again before the day. */
export function putOff(
  { proposal: { id, name } }: FoundProposal,
  until: CalendarDate,
  changes: Changes,
): readonly AnswerEffect[] {
  const words = Array.from(name);
  const decision: NameAnswer = {
    kind: 'waits',
    name: words.length > SHOWN ? `${words.slice(0, SHOWN).join('')}…` : name,
    id,
    until,
  };
  return changes.decide([decision]);
}

/** Enough to know the proposal by. */
const SHOWN = 60;

function cancelTasks(places: readonly ProposalPlace[], changes: Changes): Effects {
  const { rules, today } = changes.input;
  const done = changePlaces(places, changes, (line) => cancelled(line, rules.tasks, today));
  if (done.outcome === 'nothing') return refused({ code: 'tasks-not-cancelled', path: done.path });
  return places.map((place) => {
    const { path, line } = place;
    return { code: done.places.includes(place) ? 'cancelled' : 'task-left', path, line };
  });
}

interface ChangedPlaces extends Ended<'done'> {
  readonly places: readonly ProposalPlace[];
}

/** No line of this note can be changed, and none of another. */
interface NoneChanged extends Ended<'nothing'> {
  readonly path: string;
}

/** Changes the lines that can be changed: it returns which. */
export function changePlaces(
  places: readonly ProposalPlace[],
  changes: Changes,
  change: (words: string, place: { readonly path: string; readonly line: number }) => string | null,
): ChangedPlaces | NoneChanged {
  const { rules, pages } = changes.input;
  const done: ProposalPlace[] = [];
  for (const [path, all] of placesByNote(places)) {
    const then = pages.get(path) ?? '';
    const changed = (words: string, line: number): string | null => change(words, { path, line });
    const lines = changeableLines(all, then, rules, changed);
    if (lines.length === 0) continue;
    if (!changes.edit(path, (now) => changeTasks(now, { lines, then }, rules, changed)))
      return { outcome: 'nothing', path };
    done.push(...lines);
  }
  const [first] = places;
  return done.length === 0 ? { outcome: 'nothing', path: first?.path ?? '' } : { outcome: 'done', places: done };
}

function repairNotes(places: readonly ProposalPlace[], changes: Changes): Effects {
  const { rules, pages, index } = changes.input;
  const effects: AnswerEffect[] = [];
  for (const path of placesByNote(places).keys()) {
    const then = pages.get(path);
    // What a link means may depend on where it is: a note that changed meanwhile is left alone.
    if (then === undefined || !changes.edit(path, (now) => (now === then ? fixLinks(now, path, index, rules) : null)))
      return refused({ code: 'links-not-fixed', path });
    effects.push({ code: fixLinks(then, path, index, rules) === then ? 'links-left' : 'links-fixed', path });
  }
  return effects;
}

/** Every note that asks it gets the answer, with the note that gave it. */
function writeAnswer(question: QuestionedRow, statement: QuestionedRow, changes: Changes): Effects {
  const { input } = changes;
  const { rules, pages } = input;
  const source = statement.sources[statement.sources.length - 1];
  if (source === undefined) return refused({ code: 'answer-gone', question: question.text });
  const link = noteLink(source.path, input);
  const words = linksThatLead(statement.text, source.path, input)
    .replace(/(^|\s)#[^\s#]+/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  const answer = [
    words,
    ...(link === null
      ? []
      : [`([[${link.includes('/') ? `${link}|${link.slice(link.lastIndexOf('/') + 1)}` : link}]])`]),
    ...(source.date === null ? [] : [`[answered:: ${source.date}]`]),
  ].join(' ');
  const effects: AnswerEffect[] = [];
  for (const { path, line, text } of [...question.sources].sort((a, b) => b.line - a.line)) {
    const then = pages.get(path) ?? '';
    if (!changes.edit(path, (now) => answerQuestion(now, { path, line, text, then, answer }, rules))) {
      return refused({ code: 'answer-not-written', path, line });
    }
    effects.push({ code: 'answered', path, line });
  }
  return effects.reverse();
}

/**
 * The text with only those of its links that lead to one note from wherever they are; of the others their words are
 * left.
 */
function linksThatLead(text: string, path: string, { index: { registry } }: Changes['input']): string {
  let after = '';
  let at = 0;
  for (const link of findLinks(text)) {
    const target = noteTarget(link);
    const leads =
      !link.wiki || (target !== null && !target.startsWith('.') && registry.paths.follow(target, path).length === 1);
    after += text.slice(at, link.from) + (leads && !link.embed ? text.slice(link.from, link.to) : link.text);
    at = link.to;
  }
  return after + text.slice(at);
}

/** The places of each note. */
export function placesByNote(places: readonly ProposalPlace[]): Map<string, ProposalPlace[]> {
  const found = new Map<string, ProposalPlace[]>();
  for (const place of places) {
    pushInto(found, place.path, place);
  }
  return found;
}
