/**
 * The names memory's own note with answers added to it. Lines that speak against a new answer to the same question go;
 * all else in the note stays, and no answer is there twice.
 */
import { foldFileName, foldWhole } from '../entity/fold-name';
import { targetName } from '../entity/linked-names';
import { parseNames, printNameAnswer, type NameAnswer } from '../entity/names-lines';
import { contradictsRow, isRowDecision } from '../entity/row-decisions';
import { lineEnd, lineEnding, lineStarts } from '../text/lines';

/** What a new note begins with. */
const HEAD = '# Names\n\nWhat was decided about names, one line each. Edit or delete a line to change your mind.\n\n';

/** `text`: the note as it is, null where there is none. */
export function withDecisions(text: string | null, decisions: readonly NameAnswer[]): string {
  let names = text ?? HEAD;
  for (const decision of decisions) names = withDecision(names, decision);
  return names;
}

function withDecision(text: string, decision: NameAnswer): string {
  const starts = lineStarts(text);
  const printed = printNameAnswer(decision);
  let kept = '';
  let last = -1;
  let known = false;
  for (const [at, from] of starts.entries()) {
    const next = starts[at + 1] ?? text.length;
    const [there] = parseNames(text.slice(from, lineEnd(text, starts, at + 1)), '').decisions;
    if (there !== undefined && contradicts(there, decision)) continue;
    kept += text.slice(from, next);
    if (there === undefined) continue;
    last = kept.length;
    known ||= printNameAnswer(there) === printed;
  }
  if (known) return kept;
  const ending = lineEnding(text);
  // Below the answers that are there; else at the end.
  const at = last < 0 ? kept.length : last;
  const before = at === 0 || /[\r\n]$/.test(kept.slice(0, at)) ? '' : ending;
  return `${kept.slice(0, at)}${before}${printed}${ending}${kept.slice(at)}`;
}

/** Whether two answers to one question cannot both hold. */
function contradicts(there: NameAnswer, decision: NameAnswer): boolean {
  if (isRowDecision(there) || isRowDecision(decision))
    return isRowDecision(there) && isRowDecision(decision) && contradictsRow(there, decision);
  if (there.kind === 'event' && decision.kind === 'event')
    return (
      there.isOne !== decision.isOne &&
      ((sameTarget(there.one, decision.one) && sameTarget(there.other, decision.other)) ||
        (sameTarget(there.one, decision.other) && sameTarget(there.other, decision.one)))
    );
  if (
    there.kind === 'event' ||
    decision.kind === 'event' ||
    there.kind === 'different' ||
    there.kind === 'keeps' ||
    decision.kind === 'different' ||
    decision.kind === 'keeps'
  )
    return false;
  if (foldWhole(there.text) !== foldWhole(decision.text)) return false;
  if (there.kind === 'no-page' || decision.kind === 'no-page')
    return there.kind === 'no-page' && decision.kind === 'means' && decision.scope.in === 'vault';
  if (!sameScope(there, decision)) return false;
  if (there.kind === 'is-not' || decision.kind === 'is-not') {
    const [refusal, answer] = there.kind === 'is-not' ? [there, decision] : [decision, there];
    return (
      answer.kind === 'means' &&
      refusal.kind === 'is-not' &&
      answer.target !== null &&
      sameTarget(answer.target, refusal.target)
    );
  }
  if (there.kind === decision.kind && there.kind === 'means' && decision.kind === 'means') {
    // The same question once more: the later answer reaches as far back as the earlier one did.
    if (there.among !== null && decision.among !== null && askedAbout(there) === askedAbout(decision)) return true;
    const sameMeaning =
      there.target === null || decision.target === null
        ? there.target === decision.target
        : sameTarget(there.target, decision.target);
    return !sameMeaning && there.since === decision.since;
  }
  return (
    there.kind !== decision.kind && (there.since === decision.since || there.since === null || decision.since === null)
  );
}

type Scoped = Extract<NameAnswer, { scope: unknown }>;

function sameScope({ scope: a }: Scoped, { scope: b }: Scoped): boolean {
  if (a.in === 'note') return b.in === 'note' && sameTarget(a.note, b.note);
  if (a.in === 'group') return b.in === 'group' && linkSet(a.with) === linkSet(b.with);
  return b.in === 'vault';
}

function askedAbout({ target, among }: Extract<NameAnswer, { kind: 'means' }>): string {
  return linkSet([...(among ?? []), ...(target === null ? [] : [target])]);
}

function linkSet(links: readonly string[]): string {
  return [...new Set(links.map(foldFileName))].sort().join('\n');
}

/** The same path; or, where one is a name only, the same name. */
function sameTarget(a: string, b: string): boolean {
  if (foldFileName(a) === foldFileName(b)) return true;
  return (!a.includes('/') || !b.includes('/')) && foldWhole(targetName(a)) === foldWhole(targetName(b));
}
