/**
 * What somebody or some program appended to an entity's page, and the notes say anyway: each list item of the page's
 * own sections, next to the line of a note that says it. Who confirms it has the page without those items; what is
 * nowhere else is never touched.
 *
 *     ## Key facts
 *     - Acme moves to Lisbon in May        Sync.md:12  - Acme moves to Lisbon in May      word for word
 *     - Acme will move to Lisbon in May                                                   nearly
 *     - Likes long lunches                                                                nowhere: stays
 */
import type { Entity } from '../entity/entity';
import { PERSON } from '../note/kinds';
import { LINE_KINDS } from '../note/line-kinds';
import type { CalendarDate } from '../text/calendar-date';
import { readFrontmatter } from '../text/frontmatter';
import type { Job } from '../text/job';
import { lineStarts, lineText } from '../text/lines';
import { compareText } from '../text/order';
import { pushInto } from '../text/push-into';
import { rowId, rowKey, textKey } from '../text/row-key';
import { scanBlocks } from '../text/blocks';
import type { VaultIndex } from '../vault-index/build-index';
import { vocabularyOf } from '../vault-index/event-vocabulary';
import { likeness, saysAllOf, statementOf } from '../vault-index/other-words';
import { tablesOf } from '../vault-index/row-words';
import { TokenPostings } from '../vault-index/token-postings';
import { givenNote } from '../vault-index/update-index';

/** A line of a note. */
interface Proof {
  readonly path: string;
  readonly line: number;
  /** As a person reads it. */
  readonly text: string;
}

/** An item of a page that a note says. */
export interface ProvenItem extends Proof {
  /** Stable while the item's line and page are the same. */
  readonly id: string;
  readonly isExact: boolean;
  readonly proof: Proof;
}

/** By page, then line. `pages`: texts of entities' pages. */
export function* provenItems(index: VaultIndex, pages: ReadonlyMap<string, string>): Job<ProvenItem[]> {
  const told = yield* toldOfEntities(index);
  const found: ProvenItem[] = [];
  for (const entity of [...index.registry.entities].sort((a, b) => compareText(a.page ?? '', b.page ?? ''))) {
    yield;
    const text = entity.page === null || !entity.writable ? undefined : pages.get(entity.page);
    if (entity.page === null || text === undefined) continue;
    const items = ownItems(entity.page, text, index);
    if (items.length > 0) found.push(...provenOf(items, told.get(entity.id) ?? [], index, entity));
  }
  return found;
}

/** The page without those items; it is the text that they were found in. */
export function withoutItems(text: string, items: readonly ProvenItem[]): string {
  const starts = lineStarts(text);
  const gone = new Set(items.map(({ line }) => line));
  const isBlank = (line: number): boolean => lineText(text, starts, line).trim() === '';
  let after = '';
  let lastKept = 0;
  let isAfterGone = false;
  for (let line = 1; line <= starts.length; line++) {
    // The blank line after an item of a loose list goes with it.
    const isItsBlank = isAfterGone && isBlank(line) && (lastKept === 0 || isBlank(lastKept));
    isAfterGone = gone.has(line);
    if (gone.has(line) || isItsBlank) continue;
    lastKept = line;
    after += text.slice(starts[line - 1], starts[line] ?? text.length);
  }
  return after;
}

interface OwnItem extends Proof {
  /** The whole line. */
  readonly source: string;
  /** The day that it begins with: `2025-10-14: …`. */
  readonly day: CalendarDate | null;
  /** A checkbox's status character. */
  readonly status: string | null;
}

function ownItems(path: string, text: string, index: VaultIndex): OwnItem[] {
  const starts = lineStarts(text);
  const note = givenNote(index, path);
  // Meetings that the page itself holds are told nowhere else.
  const inMeetings = new Set(
    LINE_KINDS.flatMap((kind) => (note?.[kind] ?? []).flatMap(({ line, meeting }) => (meeting === null ? [] : [line]))),
  );
  return ownLines(text).flatMap((line): OwnItem[] => {
    const source = lineText(text, starts, line);
    const [, status = null, words = ''] = /^(?:[-*+]|\d{1,9}[.)])\s+(?:\[(.)\]\s+)?(.*)$/.exec(source) ?? [];
    const [, day = null, rest = words] = /^(\d{4}-\d\d-\d\d): +(.+)$/.exec(words) ?? [];
    return inMeetings.has(line) || rest.trim() === '' ? [] : [{ path, line, text: rest.trim(), source, day, status }];
  });
}

/** List items of one line, below a heading, outside quotes, code and our block; 1-based. */
function ownLines(text: string): number[] {
  const { bodyFrom, bodyLine } = readFrontmatter(text);
  const blocks = scanBlocks(text, bodyFrom, bodyLine);
  const firstHeading = blocks.find(({ kind, level, quote }) => kind === 'heading' && level > 1 && quote === 0);
  if (firstHeading === undefined) return [];
  return blocks.flatMap(({ kind, level, quote, parent, line, lastLine }) =>
    kind === 'item' && level === 0 && quote === 0 && parent === -1 && line === lastLine && line > firstHeading.line
      ? [line]
      : [],
  );
}

interface Told extends Proof {
  readonly date: CalendarDate | null;
  readonly status: string | null;
  readonly people: readonly string[];
}

/** By an entity's id, what notes say that has to do with it: in its meetings, or naming it. */
function* toldOfEntities(index: VaultIndex): Job<ReadonlyMap<string, readonly Told[]>> {
  const told = new Map<string, Told[]>();
  for (const { path, entity } of index.notes) {
    yield;
    if (entity !== null) continue;
    const note = index.linesOf.get(path);
    if (note === undefined) continue;
    for (const kind of LINE_KINDS) {
      for (const { text, source, named, private: isPrivate } of note[kind]) {
        if (isPrivate || source.meeting === null) continue;
        const { line, date, meeting } = source;
        const [, status = null] = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[(.)\]/.exec(source.text) ?? [];
        const people = meeting.names.flatMap((one) =>
          (one.entity?.kind ?? one.kind) === PERSON ? [one.entity?.name ?? one.name] : [],
        );
        const about = new Set([...source.entities, ...named, ...meeting.entities].map(({ id }) => id));
        for (const id of about) pushInto(told, id, { path, line, text, date, status, people });
      }
    }
  }
  return told;
}

function provenOf(items: readonly OwnItem[], told: readonly Told[], index: VaultIndex, entity: Entity): ProvenItem[] {
  const byKey = new Map<number, Told[]>();
  for (const one of told) pushInto(byKey, rowKey(one.text), one);
  const fits = (item: OwnItem, one: Told): boolean =>
    (item.day === null || item.day === one.date) && (item.status === null || item.status === one.status);
  const exact = new Map(
    items.flatMap((item) => {
      const proof = byKey.get(rowKey(item.text))?.find((one) => fits(item, one)) ?? mentioned(item, index, entity);
      return proof === undefined ? [] : [[item, proof] as const];
    }),
  );
  const open = items.filter((item) => !exact.has(item));
  const near = nearlyTold(open, told, fits);
  return items.flatMap((item): ProvenItem[] => {
    const proof = exact.get(item) ?? near.get(item);
    if (proof === undefined) return [];
    const { path, line, text, source } = item;
    const { path: at, line: on, text: words } = proof;
    const id = rowId(textKey(`${path}\n${source}`));
    return [{ id, path, line, text, isExact: exact.has(item), proof: { path: at, line: on, text: words } }];
  });
}

/** `2025-10-14: Mentioned in: Sync with Acme`, and a meeting's summary cut off: the page's meetings say it. */
function mentioned({ day, text }: OwnItem, index: VaultIndex, { id }: Entity): Proof | undefined {
  if (day === null) return undefined;
  const title = rowKey(text.replace(/^Mentioned in: +/i, ''));
  const cut = /^(.{20,}?)\s*(?:\.\.\.|…)$/.exec(text)?.[1];
  for (const meeting of index.views.get(id)?.meetings ?? []) {
    if (meeting.date !== day || meeting.private) continue;
    for (const { path, line } of meeting.notes) {
      const [told] = givenNote(index, path)?.meetings ?? [];
      const summary = told?.summary ?? null;
      if (told !== undefined && rowKey(told.title) === title) return { path, line, text: told.title };
      if (summary !== null && (summary === text || (cut !== undefined && summary.startsWith(cut))))
        return { path, line, text: summary };
    }
  }
  return undefined;
}

/** Addresses are made of words that a text may have in any case. */
function hasAddresses(text: string, item: string): boolean {
  return (item.match(/\S*(?:@|:\/\/)\S*[\p{L}\p{N}]/gu) ?? []).every((address) => text.includes(address));
}

function nearlyTold(
  items: readonly OwnItem[],
  told: readonly Told[],
  fits: (item: OwnItem, one: Told) => boolean,
): ReadonlyMap<OwnItem, Told> {
  const texts = [...items, ...told].map(({ text }) => text);
  const [table] = tablesOf(texts.join('. '));
  const found = new Map<OwnItem, Told>();
  if (items.length === 0 || told.length === 0 || table === undefined) return found;
  const vocabulary = vocabularyOf(table, new Set(told.flatMap(({ people }) => people)), texts);
  const said = told.map((one) => ({ one, ...statementOf(one.text, vocabulary) }));
  const postings = new TokenPostings(said, ({ says }) => says.words);
  for (const item of items) {
    const statement = statementOf(item.text, vocabulary);
    const rows = new Set(statement.says.words.flatMap((word) => postings.with(word)));
    const [best] = [...rows]
      .filter((row) => fits(item, row.one) && saysAllOf(row, statement) && hasAddresses(row.one.text, item.text))
      .sort((a, b) => likeness(b, statement) - likeness(a, statement) || compareText(a.one.path, b.one.path));
    if (best !== undefined) found.set(item, best.one);
  }
  return found;
}
