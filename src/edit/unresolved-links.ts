/**
 * Links of a note that lead nowhere in Obsidian, though a page of the vault is meant: with folder notes that is every
 * `[[Name]]`.
 *
 *     [[Ann Lee#Goals|Ann]]      →      [[People/Ann Lee/README#Goals|Ann]]
 *     [[Ann Lee]]                →      [[People/Ann Lee/README|Ann Lee]]
 */
import type { Entity } from '../entity/entity';
import { resolveName } from '../entity/resolve';
import { findLinks, type Link, noteTarget } from '../text/wikilinks';
import type { VaultIndex } from '../vault-index/build-index';
import { ownerContext } from '../vault-index/resolve-lines';
import type { MentionPlace } from './note-mentions';

interface UnresolvedLink {
  readonly link: Link;
  /** Null where several pages could be meant. */
  readonly entity: Entity | null;
  readonly candidates: readonly Entity[];
}

/** A link of a text and the entity it leads to, as the rollup reads it; null where it leads elsewhere, or nowhere. */
interface EntityLink {
  readonly link: Link;
  readonly entity: Entity | null;
  /** It leads nowhere in Obsidian as it is. */
  readonly unresolved: UnresolvedLink | null;
}

export function entityLinks(
  text: string,
  { registry, memory }: VaultIndex,
  { path, date, meeting }: MentionPlace,
): EntityLink[] {
  if (!text.includes('[')) return [];
  const context = ownerContext(path, date, meeting, memory, null);
  return findLinks(text).flatMap((link): EntityLink[] => {
    const target = noteTarget(link);
    if (target === null) return [];
    const { entity, candidates } = resolveName(registry, { text: link.text, target, line: 0 }, context);
    const pages = entity === null ? candidates.filter(({ page }) => page !== null) : [entity];
    const leadsNowhere = link.wiki && !link.embed && registry.paths.follow(target, path).length === 0;
    const unresolved = leadsNowhere && (entity === null ? pages.length > 1 : entity.page !== null);
    return [{ link, entity, unresolved: unresolved ? { link, entity, candidates: pages } : null }];
  });
}

/**
 * The link with a target that leads to the page, reading as it reads now. `target`: the page as a wikilink needs it;
 * `bar`: `\|` in a table.
 */
export function fixedLink(
  source: string,
  { link, target, bar }: { readonly link: Link; readonly target: string; readonly bar: string },
): string | null {
  const { subpath } = link;
  const inner = source.slice(2, -2);
  const at = inner.indexOf('|');
  const alias = at < 0 ? '' : inner.slice(at + 1);
  if (alias.trim() !== '') return `[[${target}${subpath}${bar}${alias}]]`;
  const words = subpath === '' ? link.text : `${link.text} > ${subpath.replace(/^#+\^?/, '').replace(/#/g, ' > ')}`;
  return words === target && subpath === '' ? `[[${target}]]` : `[[${target}${subpath}${bar}${words}]]`;
}
