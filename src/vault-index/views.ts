/** Gives every row to the entities it belongs to. Private rows are on no entity's page. */
import type { Entity } from '../entity/entity';
import { byRowKind, ROW_KINDS, type RowKindId } from '../note/line-kinds';
import type { Job } from '../text/job';
import { PatchedMap } from '../text/patched-map';
import { exchanged, type ListChange } from '../text/sorted-list';
import { emptyView, type EntityView } from './entity-view';
import { compareMeetings } from './meetings';
import { byId, type RowChanges, type RowTables } from './row-table';
import { type AnyRow, type MeetingRecord, rowLists } from './rows';

/** By entity id; an entity of which the vault says nothing has none. */
export type Views = PatchedMap<string, EntityView>;

interface GrowingView {
  readonly entity: Entity;
  readonly meetings: MeetingRecord[];
  readonly rows: Readonly<Record<RowKindId, AnyRow[]>>;
}

/** `meetings` and the rows in their own orders, which the views keep. */
export function* viewSteps(meetings: readonly MeetingRecord[], tables: RowTables): Job<Views> {
  const growing = new Map<string, GrowingView>();
  const viewOf = (entity: Entity): GrowingView => {
    let view = growing.get(entity.id);
    if (view === undefined) growing.set(entity.id, (view = { entity, meetings: [], rows: byRowKind(() => []) }));
    return view;
  };
  let count = 0;
  for (const meeting of meetings) {
    if (++count % YIELD_EVERY === 0) yield;
    for (const entity of meeting.entities) viewOf(entity).meetings.push(meeting);
  }
  for (const kind of ROW_KINDS) {
    for (const row of tables[kind].rows) {
      if (++count % YIELD_EVERY === 0) yield;
      if (!row.private) for (const entity of row.entities) viewOf(entity).rows[kind].push(row);
    }
  }
  const views = new Map<string, EntityView>();
  for (const [id, { entity, meetings: met, rows }] of growing)
    views.set(id, { entity, meetings: met, ...rowLists((kind) => rows[kind]) });
  return PatchedMap.of(views);
}

/** Rows in a piece of work. */
const YIELD_EVERY = 2000;

/** The views after a change: those of the entities that it concerns are others, the rest stay the objects they are. */
export function exchangeViews(views: Views, meetings: ListChange<MeetingRecord>, rows: RowChanges): Views {
  const met = partOf(meetings);
  const told = byRowKind((kind) => partOf(shown(rows[kind])));
  const concerned = new Map<string, Entity>(met.entities);
  for (const kind of ROW_KINDS) for (const [id, entity] of told[kind].entities) concerned.set(id, entity);
  const changes = new Map<string, EntityView | undefined>();
  for (const [id, entity] of concerned) {
    const view = views.get(id) ?? emptyView(entity);
    const next: EntityView = {
      entity,
      meetings: exchanged(view.meetings, met.of(id), compareMeetings),
      ...rowLists((kind) => exchanged<AnyRow>(view[kind], told[kind].of(id), byId)),
    };
    const isEmpty = next.meetings.length === 0 && ROW_KINDS.every((kind) => next[kind].length === 0);
    changes.set(id, isEmpty ? undefined : next);
  }
  return views.patched(changes);
}

interface Part<R> {
  readonly entities: ReadonlyMap<string, Entity>;
  /** An entity's part of the change. */
  of(id: string): ListChange<R>;
}

/**
 * A change by the entities it concerns. A private meeting is on its people's pages, by its date; a private row on
 * nobody's.
 */
function partOf<R extends { readonly entities: readonly Entity[] }>({ removed, added }: ListChange<R>): Part<R> {
  const entities = new Map<string, Entity>();
  const parts = new Map<string, { removed: R[]; added: R[] }>();
  const add = (row: R, which: 'removed' | 'added'): void => {
    for (const entity of row.entities) {
      entities.set(entity.id, entity);
      const known = parts.get(entity.id) ?? { removed: [], added: [] };
      parts.set(entity.id, known);
      known[which].push(row);
    }
  };
  for (const row of removed) add(row, 'removed');
  for (const row of added) add(row, 'added');
  return { entities, of: (id) => parts.get(id) ?? NOTHING };
}

const NOTHING = { removed: [], added: [] };

function shown<R extends { readonly private: boolean }>({ removed, added }: ListChange<R>): ListChange<R> {
  return { removed: removed.filter((row) => !row.private), added: added.filter((row) => !row.private) };
}
