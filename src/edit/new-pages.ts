/**
 * Pages for names that have none: by default those given as wikilinks in a meeting's frontmatter that nothing
 * resembles. Never for me (the registry holds no entity for me), never where a near-duplicate is known: that is a
 * question for a person. A private meeting makes no page.
 */
import { addDays, type CalendarDate } from '../text/calendar-date';
import { baseName, folderOf, foldFileName, isSafeFileName } from '../text/file-name';
import { compareText } from '../text/order';
import type { Entity } from '../entity/entity';
import { foldName } from '../entity/fold-name';
import { isPlaceholder } from '../entity/placeholders';
import { SimilarNames } from '../entity/similar';
import type { NoteRules } from '../note/note-rules';
import { readNote } from '../note/read-note';
import type { EntityKind, KindId } from '../note/kinds';
import type { Problem } from '../note/problems';
import type { VaultIndex } from '../vault-index/build-index';
import { fillTemplate } from './page-template';
import type { ExistingSpelling } from './existing-spelling';

/** How new pages look where the vault's own pages do not say. */
export interface NewPageForms {
  /** The template of a kind, with its path. */
  readonly templates: ReadonlyMap<KindId, { readonly path: string; readonly text: string }>;
  /**
   * The file name of a folder note as the Folder notes plugin has it, `{{folder_name}}` or `README`; null where notes
   * are by themselves.
   */
  readonly folderNote: string | null;
}

interface NewPageRules {
  readonly newPages: 'linked' | 'frequent' | 'never';
  /** Those whose pages may be written. */
  readonly kinds: readonly EntityKind[];
  readonly today: CalendarDate;
  readonly isExcluded: (path: string) => boolean;
  readonly spelled: ExistingSpelling;
  readonly noteRules: NoteRules;
  readonly forms?: NewPageForms | undefined;
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
  const nameless = namesWithoutPage(index, rules);
  const taken = new Map(nameless.length === 0 ? [] : index.paths.map((path) => [foldFileName(path), path]));
  for (const { name, kind: id, id: entityId } of nameless) {
    const kind = rules.kinds.find((one) => one.id === id && one.enabled);
    if (kind === undefined) continue;
    if (!isSafeFileName(name)) {
      const place = index.views.get(entityId)?.meetings[0]?.notes[0];
      if (place !== undefined)
        problems.push({
          path: place.path,
          line: place.line,
          code: 'page-name-unusable',
          name: shortName(name),
        });
      continue;
    }
    const path = rules.spelled(newPagePath(name, kind, index.registry.entities, rules.forms?.folderNote ?? null));
    if (rules.isExcluded(path)) continue;
    const other = placesOf(name, path)
      .map((place) => taken.get(foldFileName(place)))
      .find((place) => place !== undefined);
    if (other !== undefined) {
      problems.push({
        path: other,
        line: null,
        code: 'page-name-taken',
        name,
        page: path,
        kind: kind.id,
      });
      continue;
    }
    taken.set(foldFileName(path), path);
    const { text, problem } = newPageText(name, path, kind, rules);
    pages.set(path, text);
    if (problem !== null && !problems.some((other) => other.path === problem.path && other.code === problem.code))
      problems.push(problem);
  }
  return { pages, problems };
}

function shortName(name: string): string {
  const characters = Array.from(name);
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : name;
}

/** From the kind's template, where what it makes is a page of that kind, as this rollup and the next will read it. */
function newPageText(
  name: string,
  path: string,
  kind: EntityKind,
  { forms, noteRules, today }: NewPageRules,
): { readonly text: string; readonly problem: Problem | null } {
  const plain = `---\ntype: ${kind.types[0] ?? kind.id}\n---\n# ${name}\n`;
  const template = forms?.templates.get(kind.id);
  if (template === undefined) return { text: plain, problem: null };
  const text = fillTemplate(template.text, { title: name, today });
  const page = readNote(path, text, noteRules);
  if (!page.ignored && page.entity?.kind === kind.id && page.entity.name === name) return { text, problem: null };
  return {
    text: plain,
    problem: {
      path: template.path,
      line: null,
      code: 'template-unusable',
      kind: kind.id,
      name,
    },
  };
}

/** By id: the linked names, and of `frequent` also those that are only words. */
function namesWithoutPage(index: VaultIndex, { newPages: which, today }: NewPageRules): Entity[] {
  const { registry, views, memory } = index;
  const open = (entity: Entity): boolean =>
    !memory.getsNoPage(entity.name) &&
    !registry
      .resembling(entity.name, entity.kind)
      .some((other) => other.id !== entity.id && !memory.areDifferent(registry, entity, other));
  const linked = registry.entities.filter(({ page, id }) => {
    const meetings = (views.get(id)?.meetings ?? []).filter((meeting) => !meeting.private);
    return (
      page === null &&
      meetings.length > 0 &&
      (which === 'linked' || meetings.filter(({ date }) => isRecent(date, today)).length >= FREQUENT_MEETINGS)
    );
  });
  return [...linked, ...(which === 'frequent' ? frequentWords(index, today) : [])]
    .filter(open)
    .sort((a, b) => compareText(a.id, b.id));
}

function isRecent(date: CalendarDate | null, today: CalendarDate): boolean {
  return date !== null && date >= addDays(today, -FREQUENT_DAYS) && date <= today;
}

/**
 * Names in plain words that nobody is known by: in three meetings, of people first and last name, none like another of
 * them.
 */
function frequentWords({ meetings }: VaultIndex, today: CalendarDate): Entity[] {
  const found = new Map<string, { kind: KindId; spellings: Map<string, number>; count: number }>();
  for (const { date, names, private: isPrivate } of meetings) {
    if (isPrivate || !isRecent(date, today)) continue;
    for (const { entity, kind, name, candidates } of names) {
      const folded = foldName(name);
      const isPerson = kind === 'person';
      if (
        entity !== null ||
        candidates.length > 0 ||
        folded === '' ||
        (isPerson && !folded.includes(' ')) ||
        isPlaceholder(name, isPerson)
      )
        continue;
      const id = `${kind}:${folded}`;
      const entry = found.get(id) ?? { kind, spellings: new Map<string, number>(), count: 0 };
      entry.count += 1;
      entry.spellings.set(name, (entry.spellings.get(name) ?? 0) + 1);
      found.set(id, entry);
    }
  }
  const names = [...found].map(([id, { kind, spellings }]): Entity => ({
    id,
    kind,
    name: mostCommonKey(spellings),
    page: null,
    folder: null,
    aliases: [],
    emails: [],
    status: null,
    writable: true,
  }));
  const alike = new SimilarNames(names);
  return names.filter(
    ({ id, kind, name }) => (found.get(id)?.count ?? 0) >= FREQUENT_MEETINGS && alike.like(name, kind).length < 2,
  );
}

/** Where a page of that name may be already: as a note, or as a folder note of any form. */
function placesOf(name: string, path: string): string[] {
  const home =
    path.endsWith(`/${name}.md`) && !path.endsWith(`/${name}/${name}.md`) ? folderOf(path) : folderOf(folderOf(path));
  const at = home === '' ? name : `${home}/${name}`;
  return [path, `${at}.md`, `${at}/${name}.md`, `${at}/README.md`, `${at}/index.md`];
}

/**
 * In the kind's folder that holds most of its pages, in their layout: `People/Ann Lee.md`, or `People/Ann
 * Lee/README.md` where most are such; the first one as `folderNote` says.
 */
export function newPagePath(
  name: string,
  { id, folder, otherFolders }: EntityKind,
  entities: readonly Entity[],
  folderNote: string | null = null,
): string {
  const pages = entities.flatMap(({ kind, page, folder: own, writable }) =>
    kind === id && page !== null && writable ? [{ page, own }] : [],
  );
  const names = [folder, ...otherFolders].map(foldFileName);
  const homes = pages.map(({ page, own }) => folderOf(own ?? page));
  const home =
    mostCommon(homes.filter((path) => names.includes(foldFileName(path.slice(path.lastIndexOf('/') + 1))))) ?? folder;
  const there = pages.filter(({ page, own }) => folderOf(own ?? page) === home);
  const folderNotes = there.filter(({ own }) => own !== null);
  const prefix = home === '' ? '' : `${home}/`;
  if (there.length === 0 && folderNote !== null)
    return `${prefix}${name}/${folderNote.replace(/\{\{folder_name\}\}/g, () => name)}.md`;
  if (folderNotes.length * 2 <= there.length) return `${prefix}${name}.md`;
  const note =
    mostCommon(folderNotes.map(({ page, own }) => (baseName(page) === baseName(own ?? '') ? '' : baseName(page)))) ??
    '';
  return `${prefix}${name}/${note === '' ? name : note}.md`;
}

/** The most common value; of several the first in UTF-16 order. */
function mostCommon(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts.size === 0 ? null : mostCommonKey(counts);
}

function mostCommonKey(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort(([a, x], [b, y]) => y - x || compareText(a, b))[0]?.[0] ?? '';
}
