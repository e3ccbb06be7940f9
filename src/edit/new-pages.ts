/**
 * Pages for names that have none: by default those given as wikilinks in a meeting's frontmatter that nothing resembles. Never
 * for me (the registry holds no entity for me), never where a near-duplicate is known: that is a question for a person.
 */
import { addDays, type CalendarDate } from '../text/calendar-date';
import { baseName, folderOf, foldFileName, isSafeFileName } from '../text/file-name';
import type { Entity } from '../entity/entity';
import { similarEntities } from '../entity/similar';
import type { EntityKind } from '../note/kinds';
import type { Problem } from '../note/problems';
import type { VaultIndex } from '../vault-index/build-index';
import { compareText } from '../text/order';

export interface NewPageRules {
  readonly newPages: 'linked' | 'frequent' | 'never';
  readonly kinds: readonly EntityKind[];
  readonly today: CalendarDate;
  readonly isExcluded: (path: string) => boolean;
}

export interface NewPages {
  /** Text by path. */
  readonly pages: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

const FREQUENT_MEETINGS = 3;
const FREQUENT_DAYS = 90;

export function newPages(index: VaultIndex, rules: NewPageRules): NewPages {
  const pages = new Map<string, string>();
  const problems: Problem[] = [];
  if (rules.newPages === 'never') return { pages, problems };
  const taken = new Map(index.paths.map((path) => [foldFileName(path), path]));
  const entities = index.registry.entities
    .filter(({ page, kind }) => page === null && rules.kinds.some(({ id, enabled }) => id === kind && enabled))
    .sort((a, b) => compareText(a.id, b.id));
  for (const entity of entities) {
    const kind = rules.kinds.find(({ id }) => id === entity.kind);
    if (kind === undefined || !isSafeFileName(entity.name)) continue;
    if (rules.newPages === 'frequent' && !isFrequent(entity, index, rules.today)) continue;
    if (similarEntities(index.registry, entity.name, entity.kind).some(({ id }) => id !== entity.id)) continue;
    const path = newPagePath(entity.name, kind, index.registry.entities);
    if (rules.isExcluded(path)) continue;
    const other = taken.get(foldFileName(path));
    if (other !== undefined) {
      problems.push({ path: other, line: null, code: 'page-name-taken', message: `A page for “${entity.name}” would be ${path}, but this file has that name and is no ${kind.id} page.` });
      continue;
    }
    taken.set(foldFileName(path), path);
    pages.set(path, `---\ntype: ${kind.types[0] ?? kind.id}\n---\n# ${entity.name}\n`);
  }
  return { pages, problems };
}

function isFrequent({ id }: Entity, { views }: VaultIndex, today: CalendarDate): boolean {
  const since = addDays(today, -FREQUENT_DAYS);
  const meetings = views.get(id)?.meetings ?? [];
  return meetings.filter(({ date }) => date !== null && date >= since && date <= today).length >= FREQUENT_MEETINGS;
}

/** In the kind's folder that holds most of its pages, in their layout: `People/Ann Lee.md`, or `People/Ann Lee/README.md` where most are such. */
export function newPagePath(name: string, { id, folder, otherFolders }: EntityKind, entities: readonly Entity[]): string {
  const pages = entities.flatMap(({ kind, page, folder: own, writable }) => (kind === id && page !== null && writable ? [{ page, own }] : []));
  const names = [folder, ...otherFolders].map(foldFileName);
  const homes = pages.map(({ page, own }) => folderOf(own ?? page));
  const home = mostCommon(homes.filter((path) => names.includes(foldFileName(path.slice(path.lastIndexOf('/') + 1))))) ?? folder;
  const there = pages.filter(({ page, own }) => folderOf(own ?? page) === home);
  const folderNotes = there.filter(({ own }) => own !== null);
  const prefix = home === '' ? '' : `${home}/`;
  if (folderNotes.length * 2 <= there.length) return `${prefix}${name}.md`;
  const note = mostCommon(folderNotes.map(({ page, own }) => (baseName(page) === baseName(own ?? '') ? '' : baseName(page)))) ?? '';
  return `${prefix}${name}/${note === '' ? name : note}.md`;
}

/** The most common value; of several the first in UTF-16 order. */
function mostCommon(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || compareText(a, b))[0]?.[0] ?? null;
}
