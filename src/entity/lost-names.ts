/**
 * Answers that have no effect any more, for a link of theirs leads nowhere, or to several: a page or note was renamed
 * by something that fixes no links. What can be found with certainty is found (`names-memory`); the rest is said, with
 * its line.
 *
 *   - "Sam" in [[2025-10-28 Sync]] → [[Sam Ortega]]
 *              ^ no such note        ^ no such page
 */
import type { Problem, ProblemParameters } from '../note/problems';
import { isRowDecision } from './row-decisions';
import { entityOfLink, type NamesMemory, notesOf } from './names-memory';
import type { NameAnswer } from './names-lines';
import type { Registry } from './registry';

export function lostNames(registry: Registry, { decisions, lines, path }: NamesMemory): Problem[] {
  return decisions.flatMap((decision, at): Problem[] => {
    const lost = lostLink(registry, decision, path);
    const line = lines[at] ?? null;
    return lost === null ? [] : [{ path, line, code: 'names-link-nowhere', ...lost }];
  });
}

type LostLink = ProblemParameters['names-link-nowhere'];

/** The first of a decision's links that leads nowhere, or to several; null for none. */
function lostLink(registry: Registry, decision: NameAnswer, path: string): LostLink | null {
  if (isRowDecision(decision)) return null;
  const page = (target: string): LostLink | null => {
    const pages = registry.paths.follow(target, path);
    const isFound =
      entityOfLink(registry, target, path) !== null ||
      (pages[0] !== undefined && pages.length === 1 && registry.isMyPage(pages[0]));
    if (isFound) return null;
    return { link: target, to: 'page', count: Math.max(pages.length, registry.named(target, null).length) };
  };
  const first = (targets: readonly string[]): LostLink | null => targets.map(page).find((one) => one !== null) ?? null;
  if (decision.kind === 'different') return first([decision.one, decision.other]);
  if (decision.kind === 'event') {
    const lost = [decision.one, decision.other].find((link) => notesOf(registry, link, path).length !== 1);
    return lost === undefined ? null : { link: lost, to: 'note', count: notesOf(registry, lost, path).length };
  }
  if (decision.kind === 'keeps') return page(decision.target);
  if (decision.kind === 'no-page') return null;
  const { scope } = decision;
  if (scope.in === 'note') {
    const notes = notesOf(registry, scope.note, path);
    // Who a name does not mean holds for each of several.
    if (notes.length === 0 || (notes.length > 1 && decision.kind !== 'is-not'))
      return { link: scope.note, to: 'note', count: notes.length };
  }
  const group = scope.in === 'group' ? first(scope.with) : null;
  if (group !== null || decision.kind === 'no-name' || decision.target === null) return group;
  return page(decision.target);
}
