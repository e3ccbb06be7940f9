/**
 * How a view acts: what it may do, what was said of the last act, and which rows stay in sight because something was
 * done to them.
 */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { Entity } from '../../entity/entity';
import { PERSON } from '../../entity/person-name';
import type { RowAction } from '../../edit/row-action';
import type { QuestionRow, RaiseRow, TaskRow } from '../../vault-index/rows';
import type { Answer } from '../../edit/answer';
import type { ActionResult, ActionName, ViewHost, ViewReview, ViewStore } from './view-store';
import { words } from '../words/in-app';
import { refusalText } from '../words/engine-text';

type AnyRow = TaskRow | QuestionRow | RaiseRow;

export interface Acting {
  readonly around: ViewHost;
  readonly can: (action: ActionName) => boolean;
  readonly act: (row: AnyRow, action: RowAction) => Promise<ActionResult>;
  /** Several rows as one step, which one undo takes back. */
  readonly actAll: (rows: readonly AnyRow[], action: RowAction) => Promise<ActionResult>;
  /** Owners in a person's words: `Ann Lee, me`. */
  readonly own: (row: TaskRow, names: string) => Promise<ActionResult>;
  /** Notes a point to be raised with somebody. */
  readonly raise: (entity: Entity, words: string) => Promise<ActionResult>;
  /** Answers a proposal at once; one that is refused is said. */
  readonly answer: (review: ViewReview, answer: Answer) => Promise<ActionResult>;
  /** Names to be offered as owners, those of the row's meeting first. */
  readonly people: (row: TaskRow) => readonly string[];
}

export interface RowActions extends Acting {
  /** The last act's outcome; null before the first. */
  readonly said: ActionResult | null;
  /** Whether something is being written. */
  readonly busy: boolean;
  readonly lingering: ReadonlySet<string>;
  /** Which row a row that was acted on became. */
  readonly became: ReadonlyMap<string, string>;
  readonly say: (acted: ActionResult | null) => void;
  /** An answer to a proposal was written. */
  readonly wrote: (acted: ActionResult) => void;
  readonly undo: () => Promise<ActionResult>;
  /** What is done is out of sight from here on. */
  readonly settle: () => void;
}

export function useRowActions(store: ViewStore, around: ViewHost): RowActions {
  const [said, say] = useState<ActionResult | null>(null);
  const [busy, setBusy] = useState(false);
  const [lingering, linger] = useState<ReadonlySet<string>>(NONE);
  const [became, follow] = useState<ReadonlyMap<string, string>>(NOWHERE);
  // Two that act at once would read each other's half: the second waits.
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  /** Each act's row, before and after: to be gone back. */
  const acts = useRef<(readonly [string, string])[]>([]);
  return useMemo(() => {
    /** Without a row: taking back. `several`: no one row's place follows what became of it. */
    const inTurn = (work: () => Promise<ActionResult>, row?: AnyRow | 'several'): Promise<ActionResult> => {
      const mine = turn.current.then(async () => {
        setBusy(true);
        try {
          const acted = await work();
          const { became: id } = acted;
          const done = acted.outcome === 'done';
          const pair: readonly (string | undefined)[] =
            row === 'several'
              ? []
              : row !== undefined
                ? [row.id, id]
                : [...(done ? (acts.current.pop() ?? []) : [])].reverse();
          if (row !== undefined && done) acts.current.push(row === 'several' ? ['', ''] : [row.id, id ?? row.id]);
          const [from, to] = pair;
          if (from !== undefined && to !== undefined) {
            follow((known) => new Map([...known, [from, to]]));
            linger((known) => new Set([...known, to]));
          }
          say(acted);
          return acted;
        } finally {
          setBusy(false);
        }
      });
      turn.current = mine.catch(() => undefined);
      return mine;
    };
    return {
      around,
      said,
      busy,
      lingering,
      became,
      say,
      can: (action) => store.actions.has(action),
      act: (row, action) => {
        linger((known) => new Set([...known, row.id]));
        return inTurn(() => store.act(row, action), row);
      },
      actAll: (rows, action) => {
        linger((known) => new Set([...known, ...rows.map(({ id }) => id)]));
        return inTurn(() => store.actAll(rows, action), 'several');
      },
      own: (row, names) => {
        linger((known) => new Set([...known, row.id]));
        return inTurn(() => store.own(row, names), row);
      },
      raise: (entity, said) => inTurn(() => store.raise(entity, said, around.activePath), 'several'),
      answer: (review, answer) =>
        inTurn(async () => {
          const planned = review.answer(answer);
          return planned.outcome === 'refused'
            ? {
                outcome: 'refused',
                said: words.views.said.notDone(refusalText(planned.refusal)),
              }
            : store.write(planned);
        }, 'several'),
      people: (row) => peopleOf(row, store),
      wrote: (acted) => {
        if (acted.outcome === 'done') acts.current.push(['', '']);
        say(acted);
      },
      undo: () => inTurn(() => store.undo()),
      settle: () => linger(NONE),
    };
  }, [store, around, said, busy, lingering, became]);
}

const NONE: ReadonlySet<string> = new Set();
const NOWHERE: ReadonlyMap<string, string> = new Map();
const PEOPLE_OFFERED = 500;

function peopleOf(row: TaskRow, { known }: ViewStore): readonly string[] {
  const here = row.sources.flatMap(({ meeting }) => meeting?.entities ?? []).filter(({ kind }) => kind === PERSON);
  const all = known?.index.registry.entities.filter(({ kind, status }) => kind === PERSON && status === null) ?? [];
  return [...new Set(['me', ...[...here, ...all].map(({ name }) => name)])].slice(0, PEOPLE_OFFERED);
}
