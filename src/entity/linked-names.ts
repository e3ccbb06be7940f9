/** Names given as wikilinks in the frontmatter of meetings: entities, though no page is there yet. */
import type { EntityKind, KindId } from '../note/kinds';
import type { Meeting } from '../note/note';
import type { CalendarDate } from '../text/calendar-date';
import type { Entity } from './entity';
import { compareText } from '../text/order';
import { nameParts } from './fold-name';
import { PERSON } from './person-name';
import { isPlaceholder } from './placeholders';

export class LinkedNames {
  private readonly seen = new Map<string, { kind: KindId; target: string; from: string; count: number; first: CalendarDate | null }>();
  private readonly kinds: ReadonlySet<KindId>;

  constructor(kinds: readonly EntityKind[]) {
    this.kinds = new Set(kinds.filter(({ enabled }) => enabled).map(({ id }) => id));
  }

  add(meeting: Meeting, from: string): void {
    for (const { kind, target } of meeting.names) {
      if (kind === null || target === null || !this.kinds.has(kind)) continue;
      // Only a relative target depends on where it stands.
      const key = `${kind}\n${target}\n${target.startsWith('.') ? from : ''}`;
      const known = this.seen.get(key);
      if (known === undefined) this.seen.set(key, { kind, target, from, count: 1, first: meeting.date });
      else {
        known.count += 1;
        if (meeting.date !== null && (known.first === null || meeting.date < known.first)) known.first = meeting.date;
      }
    }
  }

  /** The earliest dated meeting in whose frontmatter each entity is linked, by its id; `find` gives a link's entity. */
  firstDates(find: (target: string, from: string) => Entity | null): Map<string, CalendarDate> {
    const dates = new Map<string, CalendarDate>();
    for (const { target, from, first } of this.seen.values()) {
      const id = first === null ? undefined : find(target, from)?.id;
      if (first !== null && id !== undefined && first < (dates.get(id) ?? '9999')) dates.set(id, first);
    }
    return dates;
  }

  /** One entity a kind and name, spelled as it mostly is. */
  entities({ skip }: { skip: (name: string, target: string, from: string) => boolean }): Entity[] {
    const spellings = new Map<string, { kind: KindId; counts: Map<string, number> }>();
    for (const { kind, target, from, count } of this.seen.values()) {
      const name = targetName(target);
      if (name === '' || isPlaceholder(name, kind === PERSON) || skip(name, target, from)) continue;
      const parts = nameParts(name);
      const key = `${kind}:${kind === PERSON ? parts.name || parts.whole : parts.whole}`;
      const known = spellings.get(key) ?? { kind, counts: new Map<string, number>() };
      known.counts.set(name, (known.counts.get(name) ?? 0) + count);
      spellings.set(key, known);
    }
    return [...spellings].map(([id, { kind, counts }]) => {
      const [first] = [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b));
      const name = first?.[0] ?? id;
      return { id, kind, name, page: null, folder: null, aliases: [], emails: [], status: null, writable: true };
    });
  }
}

/** The words of a target without folders and `.md`; of a folder note, its folder's name. */
export function targetName(target: string): string {
  const parts = target.trim().replace(/\.md$/i, '').split('/').filter((part) => part.trim() !== '');
  const last = parts[parts.length - 1] ?? '';
  const folder = parts[parts.length - 2];
  return (folder !== undefined && /^(?:readme|index)$/i.test(last) ? folder : last).trim();
}
