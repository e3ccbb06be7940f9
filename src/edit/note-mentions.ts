/**
 * Who the names in a piece of a note's text mean: full names and other names as `findMentions` finds them, first names
 * of the meeting's own people. `resolveName` has the last word: what it does not lead to the same entity is for a
 * person to say.
 *
 *     Ann sends Acme the draft; Sam May will check
 *     ^ was there  ^ a page      ^ two Sams: unsure
 */
import type { CalendarDate } from '../text/calendar-date';
import type { Entity } from '../entity/entity';
import { distinctEntities } from '../entity/entity-order';
import { foldWhole } from '../entity/fold-name';
import { buildMentions, findMentions, firstNamePlaces, firstNamesOf, type Mentions } from '../entity/mentions';
import { hiddenUntil } from '../entity/mention-text';
import { givenName, PERSON } from '../entity/person-name';
import { resolveName } from '../entity/resolve';
import type { KindId } from '../note/kinds';
import type { Note } from '../note/note';
import type { VaultIndex } from '../vault-index/build-index';
import { ownerContext } from '../vault-index/resolve-lines';
import type { MeetingRecord } from '../vault-index/rows';
import { pushInto } from '../text/push-into';

export interface NoteMention {
  /** Offsets in the text that was looked at. */
  readonly from: number;
  readonly to: number;
  /** Null where several fit. */
  readonly entity: Entity | null;
  /** Those that fit; the one alone where it is certain. */
  readonly candidates: readonly Entity[];
  /** It is a common word as well, or a first name alone, that was not accepted as a name yet. */
  readonly unaccepted: boolean;
  /** It is the first name alone of somebody who was there. */
  readonly firstName: boolean;
}

/** Where a text is; what else was said there decides who is meant. */
export interface MentionPlace {
  readonly path: string;
  readonly date: CalendarDate | null;
  readonly meeting: MeetingRecord | null;
}

export class MentionFinder {
  /** What would be found besides if every word were accepted as a name. */
  private readonly unaccepted: Mentions;
  private readonly called = new Map<MeetingRecord, CalledSo[]>();

  /** `me`: the names that are me. */
  constructor(
    private readonly index: VaultIndex,
    private readonly me: readonly string[],
  ) {
    const { registry, memory } = index;
    const single = ({ name, aliases }: Entity): boolean =>
      [name, ...aliases].some((one) => !/[\s\u00a0]/.test(one.trim()));
    this.unaccepted = buildMentions(
      { ...registry, entities: registry.entities.filter(single) },
      { accepted: new AnyWord(), refused: memory.noNames },
    );
  }

  /** In order, none overlapping another. */
  find(text: string, place: MentionPlace): NoteMention[] {
    const certain = findMentions(this.index.mentions, text);
    const ranges = certain.map(({ from, to }) => [from, to] as const);
    const unaccepted = findMentions(this.unaccepted, text).filter(({ from, to }) => hiddenUntil(ranges, from, to) < 0);
    const named: Found[] = [
      ...certain.map((mention) => ({ ...mention, kind: null, unaccepted: false, shared: false, open: false })),
      ...unaccepted.map((mention) => ({ ...mention, kind: null, unaccepted: true, shared: false, open: false })),
    ];
    return merged(named.sort(byPlace), this.firstNames(text, place).sort(byPlace)).flatMap(
      (one) => this.decide(text, one, place) ?? [],
    );
  }

  private firstNames(text: string, place: MentionPlace): Found[] {
    const { meeting } = place;
    if (meeting === null) return [];
    let called = this.called.get(meeting);
    if (called === undefined) this.called.set(meeting, (called = this.calledIn(meeting, place)));
    return called.flatMap(({ word, ...who }) =>
      text.includes(word)
        ? firstNamePlaces(text, word).map((at): Found => ({ ...at, ...who, kind: PERSON, open: false }))
        : [],
    );
  }

  /** The first names of a meeting's people, without those that an answer says it does not mean. */
  private calledIn(meeting: MeetingRecord, { path, date }: MentionPlace): CalledSo[] {
    const { registry, memory } = this.index;
    const context = ownerContext(path, date, meeting, memory);
    const people = meeting.entities.filter(
      (entity) => entity.kind === PERSON && !memory.refuses(registry, givenName(entity.name), entity, context),
    );
    const others = [...this.me, ...meeting.names.filter(({ entity }) => entity === null).map(({ name }) => name)];
    const accepted = new Set(firstNamesOf(people, others, memory.names).map(({ entity }) => entity));
    const clear = new Set(firstNamesOf(people, others, new AnyWord()).map(({ entity }) => entity));
    const words = new Map<string, Entity[]>();
    for (const person of people) pushInto(words, givenName(person.name), person);
    return [...words].flatMap(([word, entities]) => {
      const folded = foldWhole(word);
      if (word.length < 2 || folded === '' || folded.includes(' ') || memory.noNames.has(folded)) return [];
      const shared = !entities.every((entity) => clear.has(entity));
      return { word, entities, shared, unaccepted: !shared && !entities.every((entity) => accepted.has(entity)) };
    });
  }

  /** Null: it means me, nobody, or nothing that is a name here. */
  private decide(
    text: string,
    { from, to, entities: all, kind, unaccepted, shared, open }: Found,
    { path, date, meeting }: MentionPlace,
  ): NoteMention | null {
    const { registry, memory } = this.index;
    const context = ownerContext(path, date, meeting, memory, kind);
    const words = text.slice(from, to);
    const firstName = kind === PERSON;
    const recalled = memory.recall(registry, words, context);
    const { entity, me, nobody, via, candidates } = resolveName(
      registry,
      { text: words, target: null, line: 0 },
      context,
    );
    if (me || nobody || (recalled !== null && recalled.entity === null)) return null;
    const entities = all.filter((one) => one === entity || !memory.refuses(registry, words, one, context));
    const fits = distinctEntities([...entities, ...candidates, ...(entity === null ? [] : [entity])]);
    const [only] = fits;
    if (only === undefined) return null;
    const meant = entity ?? (fits.length === 1 && candidates.length === 0 ? only : null);
    const certain =
      meant !== null &&
      entities.includes(meant) &&
      (recalled === null || recalled.entity === meant) &&
      ((!shared && !open) || via === 'memory');
    return certain
      ? { from, to, entity: meant, candidates: [meant], unaccepted, firstName }
      : { from, to, entity: null, candidates: fits, unaccepted: false, firstName };
  }
}

interface CalledSo extends Pick<Found, 'entities' | 'shared' | 'unaccepted'> {
  readonly word: string;
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly entities: readonly Entity[];
  readonly kind: KindId | null;
  readonly unaccepted: boolean;
  /** A first name that others of the meeting share: only an answer says whose it is. */
  readonly shared: boolean;
  /** A name of one's own that is somebody else's first name here. */
  readonly open: boolean;
}

function byPlace(a: Found, b: Found): number {
  return a.from - b.from;
}

/** First names that are within other names are none. Both lists are sorted. */
function merged(named: readonly Found[], firstNames: readonly Found[]): Found[] {
  const all: Found[] = [];
  let at = 0;
  for (const name of named) {
    let whole = name;
    for (let first = firstNames[at]; first !== undefined && first.from < name.to; first = firstNames[++at]) {
      if (first.to <= name.from) {
        all.push(first);
      } else if (first.from === name.from && first.to === name.to) {
        const entities = distinctEntities([...name.entities, ...first.entities]);
        whole = {
          ...name,
          entities,
          unaccepted: name.unaccepted && entities.length === 1,
          open: entities.length > name.entities.length,
        };
      }
    }
    all.push(whole);
  }
  return [...all, ...firstNames.slice(at)];
}

/** Every word is accepted. */
class AnyWord extends Set<string> {
  override has(): boolean {
    return true;
  }
}

/** The meeting that a line of a note belongs to. */
export function meetingAt(index: VaultIndex, note: Note | undefined, line: number): MentionPlace | null {
  if (note === undefined) return null;
  const at = note.meetings.findIndex((meeting) => meeting.line <= line && line <= (meeting.lastLine ?? Infinity));
  const own = note.meetings[at];
  return { path: note.path, date: own?.date ?? note.date, meeting: index.meetingsOf.get(note.path)?.[at] ?? null };
}
