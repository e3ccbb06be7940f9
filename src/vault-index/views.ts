/** Gives every row to the entities it belongs to. Private rows are on no entity's page. */
import type { Entity } from '../entity/entity';
import type { Job } from '../text/job';
import { emptyView, type EntityView } from './entity-view';
import { compareMeetings } from './meetings';
import { byId, exchanged, type RowChange } from './row-groups';
import type { MeetingRecord, RowLists } from './rows';
import type { RowChanges } from './vault-rows';

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer V)[] ? V[] : T[K] };

/**
 * By entity id; an entity of which nothing is said has none. `meetings` and the rows in their own orders, which the
 * views keep.
 */
export function* viewSteps(meetings: readonly MeetingRecord[], rows: RowLists): Job<Map<string, EntityView>> {
  const views = new Map<string, Writable<EntityView>>();
  const viewOf = (entity: Entity): Writable<EntityView> => {
    const known = views.get(entity.id);
    if (known !== undefined) return known;
    const view: Writable<EntityView> = {
      entity,
      meetings: [],
      tasks: [],
      questions: [],
      decisions: [],
      facts: [],
      risks: [],
      raises: [],
    };
    views.set(entity.id, view);
    return view;
  };
  let count = 0;
  function* give<R extends Pick<Owned, 'entities'>>(
    list: readonly R[],
    isShown: (row: R) => boolean,
    to: (view: Writable<EntityView>) => R[],
  ): Job<void> {
    for (const row of list) {
      if (++count % YIELD_EVERY === 0) yield;
      if (isShown(row)) for (const entity of row.entities) to(viewOf(entity)).push(row);
    }
  }
  const isOpen = (row: Owned): boolean => !row.private;
  yield* give(
    meetings,
    () => true,
    (view) => view.meetings,
  );
  yield* give(rows.tasks, isOpen, (view) => view.tasks);
  yield* give(rows.questions, isOpen, (view) => view.questions);
  yield* give(rows.decisions, isOpen, (view) => view.decisions);
  yield* give(rows.facts, isOpen, (view) => view.facts);
  yield* give(rows.risks, isOpen, (view) => view.risks);
  yield* give(rows.raises, isOpen, (view) => view.raises);
  return views;
}

/** Rows in a piece of work. */
const YIELD_EVERY = 2000;

/** Exchanges the views of the entities that a change concerns; the others stay the objects they are. */
export function exchangeViews(
  views: Map<string, EntityView>,
  meetings: RowChange<MeetingRecord>,
  rows: RowChanges,
): void {
  const parted = { meetings: part(meetings), ...partedRows(rows) };
  const concerned = new Map<string, Entity>();
  for (const { entities } of Object.values(parted)) for (const [id, entity] of entities) concerned.set(id, entity);
  for (const [id, entity] of concerned) {
    const view = views.get(id) ?? emptyView(entity);
    const next: EntityView = {
      entity,
      meetings: parted.meetings.on(view.meetings, id, compareMeetings),
      tasks: parted.tasks.on(view.tasks, id, byId),
      questions: parted.questions.on(view.questions, id, byId),
      decisions: parted.decisions.on(view.decisions, id, byId),
      facts: parted.facts.on(view.facts, id, byId),
      risks: parted.risks.on(view.risks, id, byId),
      raises: parted.raises.on(view.raises, id, byId),
    };
    if (isEmpty(next)) views.delete(id);
    else views.set(id, next);
  }
}

interface Owned {
  readonly entities: readonly Entity[];
  readonly private: boolean;
}

interface Parted<R> {
  readonly entities: ReadonlyMap<string, Entity>;
  /** An entity's list with its part of the change made. */
  on(list: readonly R[], id: string, compare: (a: R, b: R) => number): readonly R[];
}

/**
 * A change by the entities it concerns. A private meeting is on its people's pages, by its date; a private row on
 * nobody's.
 */
function part<R extends { readonly entities: readonly Entity[] }>({ removed, added }: RowChange<R>): Parted<R> {
  const entities = new Map<string, Entity>();
  const parts = new Map<string, { removed: R[]; added: R[] }>();
  const add = (row: R, which: 'removed' | 'added'): void => {
    for (const entity of row.entities) {
      entities.set(entity.id, entity);
      const known = parts.get(entity.id) ?? { removed: [], added: [] };
      known[which].push(row);
      parts.set(entity.id, known);
    }
  };
  for (const row of removed) add(row, 'removed');
  for (const row of added) add(row, 'added');
  return {
    entities,
    on: (list, id, compare) => {
      const change = parts.get(id);
      return change === undefined ? list : exchanged(list, change, compare);
    },
  };
}

function partedRows({ tasks, questions, decisions, facts, risks, raises }: RowChanges): {
  [K in keyof RowChanges]: Parted<RowLists[K][number]>;
} {
  return {
    tasks: part(shown(tasks)),
    questions: part(shown(questions)),
    decisions: part(shown(decisions)),
    facts: part(shown(facts)),
    risks: part(shown(risks)),
    raises: part(shown(raises)),
  };
}

function shown<R extends Owned>({ removed, added }: RowChange<R>): RowChange<R> {
  const isShown = (row: R): boolean => !row.private;
  return { removed: removed.filter(isShown), added: added.filter(isShown) };
}

function isEmpty({ meetings, tasks, questions, decisions, facts, risks, raises }: EntityView): boolean {
  return [meetings, tasks, questions, decisions, facts, risks, raises].every(({ length }) => length === 0);
}
