/**
 * Answers that have no effect any more, for a link of theirs leads nowhere, or to several: a page or note was renamed
 * by something that mends no links. What can be found with certainty is found (`names-memory`); the rest is said, with
 * its line.
 *
 *   - "Sam" in [[2025-10-28 Sync]] → [[Sam Ortega]]
 *              ^ no such note        ^ no such page
 */
import type { Problem } from '../note/problems';
import { isRowDecision } from './row-decisions';
import { entityOfLink, type NamesMemory, notesOf } from './names-memory';
import type { NameAnswer } from './names-lines';
import type { Registry } from './registry';

export function lostNames(registry: Registry, { decisions, lines, path }: NamesMemory): Problem[] {
  return decisions.flatMap((decision, at): Problem[] => {
    const lost = lostLink(registry, decision, path);
    const line = lines[at] ?? null;
    return lost === null
      ? []
      : [{ path, line, code: 'names-link-nowhere', message: `${lost} Until then this answer has no effect.` }];
  });
}

/** What is wrong with a decision's links, and the way out; null for nothing. */
function lostLink(registry: Registry, decision: NameAnswer, path: string): string | null {
  if (isRowDecision(decision)) return null;
  const page = (target: string): string | null => {
    const pages = registry.paths.follow(target, path);
    const isFound =
      entityOfLink(registry, target, path) !== null ||
      (pages[0] !== undefined && pages.length === 1 && registry.isMyPage(pages[0]));
    return isFound ? null : wayOut(target, Math.max(pages.length, registry.named(target, null).length), 'page');
  };
  const first = (targets: readonly string[]): string | null => targets.map(page).find((one) => one !== null) ?? null;
  if (decision.kind === 'different') return first([decision.one, decision.other]);
  if (decision.kind === 'keeps') return page(decision.target);
  if (decision.kind === 'no-page') return null;
  const { scope } = decision;
  if (scope.in === 'note') {
    const notes = notesOf(registry, scope.note, path);
    // Whom a name does not mean holds for each of several.
    if (notes.length === 0 || (notes.length > 1 && decision.kind !== 'is-not'))
      return wayOut(scope.note, notes.length, 'note');
  }
  const group = scope.in === 'group' ? first(scope.with) : null;
  if (group !== null || decision.kind === 'no-name' || decision.target === null) return group;
  return page(decision.target);
}

function wayOut(target: string, count: number, what: 'note' | 'page'): string {
  return count > 1
    ? `[[${target}]] is the name of ${count} ${what}s; write the path of the one that is meant, or delete the line.`
    : `[[${target}]] leads to no ${what}; if it was renamed or moved, link it again, else delete the line.`;
}
