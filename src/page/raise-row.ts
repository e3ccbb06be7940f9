/**
 * What waits to be raised, on the page it waits on: there the name that it ends in says nothing.
 *
 *     - Pilot budget [[Dana Fox]] #raise      →      - Pilot budget — [[2025-10-30|30 Oct]]
 *     - Talk to [[Dana Fox]] #raise           →      - Talk to [[Dana Fox]] — [[2025-10-30|30 Oct]]
 */
import type { Entity } from '../entity/entity';
import { foldName } from '../entity/fold-name';
import { findLinks } from '../text/wikilinks';
import type { RaiseRow } from '../vault-index/rows';
import type { NoteLinks } from './note-link';
import type { PageContext } from './page-context';
import { newest, sourcedRow } from './row';

export function raiseRow(context: PageContext, row: RaiseRow): string {
  return sourcedRow(
    { ...row, text: withoutAddressee(row, { entity: context.view.entity, links: context.links }) },
    {},
    context,
  );
}

/** The words of a row on what is about the entity alone. */
export function withoutAddressee(
  row: RaiseRow,
  context: { readonly entity: Entity; readonly links: NoteLinks },
): string {
  const text = row.text.replace(/(?:\s+#[^\s#]+)+$/, '');
  const tail = LINK_BEHIND.exec(text)?.[0] ?? MENTION_BEHIND.exec(text)?.[0] ?? '';
  if (tail === '' || !means(tail, context, row)) return row.text;
  const rest = text.slice(0, -tail.length).trimEnd();
  // What an arrow or an `@` points to is no part of the sentence; `talk to` and `ask` are not said without their name.
  const needed = tail.startsWith('[[') && SHORT_WORD.test(rest);
  return rest.includes(' ') && !needed ? rest : row.text;
}

const LINK_BEHIND = /(?:(?:→|[-=]>|@)\s?)?\[\[[^[\]]*\]\]$/;
const MENTION_BEHIND = /@[^@[\]]{1,80}$/;
const SHORT_WORD = /(?:^|\s)\p{Ll}{1,4}$/u;

/** Whether a link or a mention is of the page's own entity. */
function means(
  tail: string,
  { entity, links }: { readonly entity: Entity; readonly links: NoteLinks },
  row: RaiseRow,
): boolean {
  const names = [entity.name, ...entity.aliases, entity.name.split(' ')[0] ?? ''].map(foldName);
  if (!tail.endsWith(']]')) return names.includes(foldName(tail.slice(1)));
  const [own] = findLinks(links.toEntity(entity));
  const [link] = findLinks(links.relink(tail, newest(row).path));
  return link !== undefined && own !== undefined
    ? link.target === own.target
    : names.includes(foldName(link?.text ?? findLinks(tail)[0]?.text ?? ''));
}
