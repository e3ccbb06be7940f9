/**
 * A minute after a meeting: what it leaves to settle, one step at a time, each with a key. Made again for each note.
 */
import type { ComponentChild } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Entity } from '../../entity/entity';
import type { RowActions } from './use-row-actions';
import type { ListEntry } from './list-entry';
import { noteSteps, type Passed, progress, type Step } from './note-steps';
import type { NoteSummary } from './note-summary';
import { isTyping, RowList } from './row-list';
import { ActionButton } from './row-parts';
import { StepView } from './step-view';
import type { ActionResult, ViewData, ViewReview, ViewStore } from './view-store';
import { words } from '../words/in-app';

interface StepStripProps {
  readonly path: string;
  readonly summary: NoteSummary;
  readonly people: readonly Entity[];
  readonly known: ViewData;
  readonly store: ViewStore;
  readonly acting: RowActions;
  /** Shows what is proposed about a name. */
  readonly onSettle: (name: string) => void;
}

/** What was done to a step: to be gone back, the last of it first. */
interface Done {
  readonly id: string;
  /** It was left, though it is still to be seen in the note. */
  readonly passed: boolean;
  /** Something was written. */
  readonly acted: boolean;
}

export function StepStrip({ path, summary, people, known, store, acting, onSettle }: StepStripProps): ComponentChild {
  // What is answered here is no news here.
  const news = useRef(new Set(summary.changed.map(({ row }) => row.id)));
  const steps = useMemo(
    () => noteSteps({ ...summary, changed: summary.changed.filter(({ row }) => news.current.has(row.id)) }),
    [summary],
  );
  const seen = useRef(new Set<string>());
  const [passed, pass] = useState<ReadonlyMap<string, Passed>>(NONE);
  const done = useRef<Done[]>([]);
  for (const { id } of steps) seen.current.add(id);
  const { current, at, of, skipped } = progress(steps, { seen: seen.current, passed });
  const review = useReview(
    store,
    known,
    steps.some(({ is }) => is === 'name'),
  );
  const leave = ({ id }: Step, how: Passed): void => {
    done.current.push({ id, passed: true, acted: false });
    pass((before) => new Map([...before, [id, how]]));
  };
  const act = async ({ id }: Step, work: () => Promise<ActionResult>, passes = false): Promise<void> => {
    const acted = await work();
    if (acted.outcome !== 'done') return;
    done.current.push({ id, passed: passes, acted: true });
    if (passes) pass((before) => new Map([...before, [id, 'dealt with']]));
  };
  const back = (): void => {
    const last = done.current.pop();
    if (last?.passed === true) pass((before) => new Map([...before].filter(([id]) => id !== last.id)));
    if (last?.acted !== false) void acting.undo();
  };
  const entries = useMemo(
    (): readonly ListEntry<Step>[] => (current === null ? [] : [{ is: 'row', key: current.id, row: current }]),
    [current],
  );
  if (of === 0) return <p class="throughline-empty">{words.views.note.settled}</p>;
  const again = (): void => pass((before) => new Map([...before].filter(([, how]) => how !== 'skipped')));
  return (
    <div
      class="throughline-steps"
      onKeyDown={(event) => {
        if (event.defaultPrevented || event.isComposing || isTyping(event.target) || event.altKey) return;
        const key = event.key.toLowerCase();
        if (key === 'z' && !event.shiftKey) back();
        else if (key === 'b' && current === null && skipped > 0 && !event.ctrlKey && !event.metaKey) again();
        else return;
        event.preventDefault();
      }}
    >
      <div class="throughline-progress-line">
        <progress max={of} value={current === null ? of : at - 1} aria-label={words.views.steps.settled} />
        <span role="status">{current === null ? words.views.steps.done : words.views.steps.of(at, of)}</span>
      </div>
      <RowList
        whole
        label={words.views.note.settle}
        entries={entries}
        busy={acting.busy}
        empty={words.views.steps.ended(of, skipped)}
        row={(step, place, active) => (
          <StepView
            key={step.id}
            step={step}
            place={place}
            active={active}
            path={path}
            people={people}
            known={known}
            review={review}
            acting={acting}
            onSettle={onSettle}
            onLeave={(how) => leave(step, how)}
            onAct={(work, passes) => void act(step, work, passes)}
          />
        )}
      />
      {current !== null || skipped === 0 ? null : (
        <div class="throughline-actions throughline-steps-end">
          <ActionButton words={words.views.steps.again} hint="B" keys="b" onPress={again} />
        </div>
      )}
    </div>
  );
}

const NONE: ReadonlyMap<string, Passed> = new Map();

/** Loaded where a name is among the steps. */
function useReview(store: ViewStore, known: ViewData, wanted: boolean): ViewReview | null {
  const [review, set] = useState<ViewReview | null>(null);
  useEffect(() => {
    if (!wanted) return undefined;
    let isWaited = true;
    store.review().then(
      (found) => {
        if (isWaited) set(found);
      },
      () => undefined,
    );
    return () => {
      isWaited = false;
    };
  }, [store, known, wanted]);
  return review;
}
