/**
 * Links in recent meetings that lead nowhere in Obsidian though a page is surely meant: with folder notes that is every
 * `[[Ann Lee]]`. One question for all of them, because a person who wants one fixed wants all.
 */
import type { CalendarDate } from '../text/calendar-date';
import type { Entity } from '../entity/entity';
import { compareEntities } from '../entity/entity-order';
import { resolveName } from '../entity/resolve';
import { allLines } from '../note/line-kinds';
import type { Item, Raise } from '../note/note';
import type { VaultIndex } from './build-index';
import type { ProposalPlace, ProposalDraft } from './proposal';
import { ownerContext } from './resolve-lines';

/** In notes with a meeting since a day (null: ever). */
export function findLostLinks(
  { notes, meetingsOf, registry, memory }: VaultIndex,
  since: CalendarDate | null,
): ProposalDraft[] {
  if (memory.rows.linksStay) return [];
  const places: ProposalPlace[] = [];
  const pages = new Set<Entity>();
  for (const note of notes) {
    if (
      note.private ||
      note.entity !== null ||
      !note.meetings.some(({ date }) => since === null || (date !== null && date >= since))
    )
      continue;
    for (const item of allLines<Item & Partial<Pick<Raise, 'done'>>>(note)) {
      if (item.done === true) continue;
      const links = item.names.filter(
        ({ target }) => target !== null && registry.paths.follow(target, note.path).length === 0,
      );
      if (links.length === 0 || item.private) continue;
      const meeting = item.meeting === null ? null : (meetingsOf.get(note.path)?.[item.meeting] ?? null);
      const date = meeting?.date ?? note.date;
      if (meeting?.private === true) continue;
      const meant = links
        .flatMap(
          (name) => resolveName(registry, name, ownerContext(note.path, date, meeting, memory, null)).entity ?? [],
        )
        .filter(({ page }) => page !== null);
      if (meant.length === 0) continue;
      for (const entity of meant) pages.add(entity);
      places.push({ path: note.path, line: item.line, text: item.source, date, meeting });
    }
  }
  if (places.length === 0) return [];
  const names = [...pages].sort(compareEntities).map(({ name }) => name);
  const notesWithThem = new Set(places.map(({ path }) => path)).size;
  return [
    {
      kind: 'link',
      name: 'link',
      entityKind: 'link',
      candidates: [],
      places,
      count: 1,
      key: 'link',
      why: {
        code: 'links-lost',
        notes: notesWithThem,
        pages: names.slice(0, SHOWN),
        more: Math.max(0, names.length - SHOWN),
      },
    },
  ];
}

const SHOWN = 3;
