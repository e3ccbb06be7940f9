/** A list of any length of which only what is in sight is there. */
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import { RowHeights } from './row-heights';

interface VirtualRows {
  /** Indexes in sight, the kept one among them, with where each begins. */
  readonly items: readonly { readonly index: number; readonly start: number }[];
  /** Height of the whole list. */
  readonly size: number;
  /** To be called with each row's element, which carries its index as `data-index`. */
  readonly measure: (element: HTMLElement | null) => void;
}

interface VirtualOptions {
  readonly count: number;
  readonly scrollElement: () => HTMLElement | null;
  /** The same function as long as the rows are the same. */
  readonly keyOf: (index: number) => string;
  readonly guess: (index: number) => number;
  /** The row with the focus stays, wherever one scrolls to: its element would take the focus along. */
  readonly kept: number;
}

export function useVirtualRows({ count, scrollElement, keyOf, guess, kept }: VirtualOptions): VirtualRows {
  const [, redraw] = useReducer((times: number, _: null) => times + 1, 0);
  const heights = useRef<RowHeights>(undefined);
  heights.current ??= new RowHeights();
  const rows = heights.current;
  rows.take(count, keyOf, guess);
  const view = useRef({ top: 0, height: 0 });
  const observer = useRef<{ readonly win: Window; readonly size: ResizeObserver }>(undefined);

  const element = scrollElement();
  useLayoutEffect(() => {
    const list = scrollElement();
    if (list === null || count === 0) return undefined;
    const look = (): void => {
      const seen = view.current;
      const next = { top: list.scrollTop, height: list.clientHeight };
      if (next.top === seen.top && next.height === seen.height) return;
      const isSame =
        rows.at(next.top) === rows.at(seen.top) &&
        rows.at(next.top + next.height) === rows.at(seen.top + seen.height) &&
        next.height === seen.height;
      view.current = next;
      if (!isSame) redraw(null);
    };
    const size = observerIn(list.win, look);
    size.observe(list);
    list.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      size.disconnect();
      list.removeEventListener('scroll', look);
    };
  }, [element, element?.win, count === 0, rows]);
  useLayoutEffect(() => () => observer.current?.size.disconnect(), []);

  const seen = (entries: readonly ResizeObserverEntry[]): void => {
    const list = scrollElement();
    const measured: [number, number][] = [];
    for (const {
      target,
      borderBoxSize: [box],
    } of entries) {
      if (!target.isConnected) observer.current?.size.unobserve(target);
      else if (box !== undefined) measured.push([Number(target.getAttribute('data-index')), box.blockSize]);
    }
    const { top } = view.current;
    const isAbove = new Set(measured.flatMap(([index]) => (rows.startOf(index) < top ? [index] : [])));
    const changed = rows.measure(measured);
    if (changed.length === 0) return;
    // What is above must not push away what is read.
    const more = changed.reduce((sum, [index, by]) => sum + (isAbove.has(index) ? by : 0), 0);
    if (list !== null && more !== 0) list.scrollTop += more;
    redraw(null);
  };
  const measure = useRef((row: HTMLElement | null): void => {
    if (row === null) return;
    const { win } = row;
    if (observer.current?.win !== win) {
      observer.current?.size.disconnect();
      observer.current = { win, size: observerIn(win, seen) };
    }
    observer.current.size.observe(row);
  });

  const { top, height } = view.current;
  return {
    items: inSight(rows, { from: rows.at(top) - OVERSCAN, to: rows.at(top + height) + OVERSCAN, count, kept }),
    size: rows.size,
    measure: measure.current,
  };
}

/** An observer looks when its own window is drawn: that of a hidden window would see nothing in one that is not. */
function observerIn(win: Window, look: ResizeObserverCallback): ResizeObserver {
  const { ResizeObserver: Observer } = win as Window & { readonly ResizeObserver: typeof ResizeObserver };
  return new Observer(look);
}

const OVERSCAN = 6;

function inSight(
  rows: RowHeights,
  {
    from,
    to,
    count,
    kept,
  }: { readonly from: number; readonly to: number; readonly count: number; readonly kept: number },
): { index: number; start: number }[] {
  const first = Math.max(0, from);
  const last = Math.min(count - 1, to);
  const indexes: number[] = kept >= 0 && kept < first ? [kept] : [];
  for (let index = first; index <= last; index++) indexes.push(index);
  if (kept > last && kept < count) indexes.push(kept);
  return indexes.map((index) => ({ index, start: rows.startOf(index) }));
}
