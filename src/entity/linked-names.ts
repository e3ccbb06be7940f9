/** Names given as wikilinks in the frontmatter of meetings: entities, though no page is there yet. */
import type { EntityKind, KindId } from '../note/kinds';
import type { KindName, Meeting } from '../note/note';
import type { CalendarDate } from '../text/calendar-date';
import type { Entity } from './entity';
import { compareText } from '../text/order';
import type { Job } from '../text/job';
import { nameParts } from './fold-name';
import { PERSON } from './person-name';
import { isPlaceholder } from './placeholders';

/** Names looked up in a piece of work. */
const YIELD_EVERY = 200;

export class LinkedNames {
  private readonly seen = new Map<
    string,
    { kind: KindId; target: string; from: string; count: number; first: CalendarDate | null }
  >();
  /** Names given as text, and links of headings: the first day of each. */
  private readonly others = new Map<
    string,
    { kind: KindId | null; target: string | null; text: string; from: string; first: CalendarDate }
  >();
  private readonly kinds: ReadonlySet<KindId>;

  constructor(kinds: readonly EntityKind[]) {
    this.kinds = new Set(kinds.filter(({ enabled }) => enabled).map(({ id }) => id));
  }

  add(meeting: Meeting, from: string): void {
    for (const { kind, target, text } of meeting.names) {
      if ((target === null) !== (kind === null) && meeting.date !== null) {
        const key = `${kind ?? ''}\n${target ?? text}\n${target?.startsWith('.') === true ? from : ''}`;
        const known = this.others.get(key);
        if (known === undefined || meeting.date < known.first)
          this.others.set(key, { kind, target, text, from, first: meeting.date });
      }
      if (kind === null || target === null || !this.kinds.has(kind)) continue;
      // Only a relative target depends on where it is.
      const key = `${kind}\n${target}\n${target.startsWith('.') ? from : ''}`;
      const known = this.seen.get(key);
      if (known === undefined) this.seen.set(key, { kind, target, from, count: 1, first: meeting.date });
      else {
        known.count += 1;
        if (meeting.date !== null && (known.first === null || meeting.date < known.first)) known.first = meeting.date;
      }
    }
  }

  /**
   * The earliest dated meeting that names each entity by itself, by its id: a link's entity by `find`, a text's (a full
   * name, another name, an address; never a first name alone) by `read`.
   */
  firstDates({
    find,
    read,
  }: {
    find: (target: string, from: string) => Entity | null;
    read: (text: string, kind: KindId | null) => Entity | null;
  }): Map<string, CalendarDate> {
    const dates = new Map<string, CalendarDate>();
    const add = (entity: Entity | null, first: CalendarDate | null): void => {
      if (entity !== null && first !== null && first < (dates.get(entity.id) ?? '9999')) dates.set(entity.id, first);
    };
    for (const { target, from, first } of this.seen.values()) add(find(target, from), first);
    for (const { text, kind, target, from, first } of this.others.values())
      add(target === null ? read(text, kind) : find(target, from), first);
    return dates;
  }

  /** One entity a kind and name, spelled as it mostly is. */
  *entities({ skip }: { skip: (name: string, target: string, from: string) => boolean }): Job<Entity[]> {
    const spellings = new Map<string, { kind: KindId; counts: Map<string, number> }>();
    let looked = 0;
    for (const { kind, target, from, count } of this.seen.values()) {
      if (++looked % YIELD_EVERY === 0) yield;
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

/** Whether a link of a meeting makes an entity of its own, where nothing is known by its name. */
export function namesEntity(
  { kind, target }: Pick<KindName, 'kind' | 'target'>,
  kinds: readonly EntityKind[],
): boolean {
  if (kind === null || target === null || !kinds.some(({ id, enabled }) => id === kind && enabled)) return false;
  const name = targetName(target);
  return name !== '' && !isPlaceholder(name, kind === PERSON);
}

/** The words of a target without folders and `.md`; of a folder note, its folder's name. */
export function targetName(target: string): string {
  const parts = target
    .trim()
    .replace(/\.md$/i, '')
    .split('/')
    .filter((part) => part.trim() !== '');
  const last = parts[parts.length - 1] ?? '';
  const folder = parts[parts.length - 2];
  return (folder !== undefined && /^(?:readme|index)$/i.test(last) ? folder : last).trim();
}
