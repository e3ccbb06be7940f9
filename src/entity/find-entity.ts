/**
 * Who a person means who asks by name: `brief dana`, `--owner "Dana Fox"`, `--entity Projects/Atlas.md`. Nothing is
 * guessed among several.
 */
import type { Entity } from './entity';
import { distinctEntities } from './entity-order';
import { foldName } from './fold-name';
import type { Registry } from './registry';

type FoundEntity =
  | { readonly is: 'one'; readonly entity: Entity }
  | { readonly is: 'several'; readonly candidates: readonly Entity[] }
  | { readonly is: 'me' }
  /** Entities of nearly that name. */
  | { readonly is: 'none'; readonly nearly: readonly Entity[] };

/**
 * By its page's path or a link to it, its name, another name or an address, or the beginning of its name, in that
 * order: the first that fits anything decides. A first name that only one has is that one's here: whoever asks sees at
 * once who was meant.
 */
export function findEntity(registry: Registry, given: string): FoundEntity {
  const text = given
    .trim()
    .replace(/^@/, '')
    .replace(/^\[\[([^[\]|]*)(?:\|[^[\]]*)?\]\]$/, '$1')
    .trim();
  const ofPage = registry.entityOfPage(text) ?? registry.entityOfPage(`${text}.md`);
  const steps: readonly (() => readonly Entity[])[] = [
    () => (ofPage === null ? [] : [ofPage]),
    () =>
      /[/]|\.md$/i.test(text)
        ? registry.entities.filter(
            ({ page, folder }) =>
              page !== null && (isPath(page, text) || (folder !== null && isPath(`${folder}.md`, text))),
          )
        : [],
    () => registry.named(text, null),
    () => registry.calledOrMailed(text, null),
  ];
  for (const step of steps) {
    const fits = step();
    if (fits.length > 0) return decided(fits);
  }
  if (text !== '' && registry.isMe(text)) return { is: 'me' };
  const folded = foldName(text);
  const begun =
    folded === ''
      ? []
      : distinctEntities([
          ...registry.shortenedBy(text),
          ...registry.entities.filter(({ name }) => `${foldName(name)} `.startsWith(`${folded} `)),
        ]);
  if (begun.length > 0) return decided(begun);
  return { is: 'none', nearly: folded === '' ? [] : registry.resembling(text, null).slice(0, MOST_NEARLY) };
}

const MOST_NEARLY = 5;

function isPath(page: string, text: string): boolean {
  const wanted = text.replace(/\.md$/i, '').toLowerCase();
  return page.replace(/\.md$/i, '').toLowerCase() === wanted;
}

function decided(fits: readonly Entity[]): FoundEntity {
  const [entity, other] = fits;
  return entity !== undefined && other === undefined ? { is: 'one', entity } : { is: 'several', candidates: fits };
}
