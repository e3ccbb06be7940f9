/**
 * A list that is walked with the arrow keys: one row holds the place, `Home` and `End` go to its ends. Only rows that
 * are in sight are there; the one with the focus always is. What a row shows, and the keys it answers to, is its own.
 */
import type { ComponentChild } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { HeadingEntry, ListEntry } from './list-entry';
import { useVirtualRows } from './virtual-rows';

/** What a row's own element needs of the list; to be spread over it. */
export interface RowPlace {
  readonly role: 'row';
  readonly tabIndex: number;
  readonly 'aria-rowindex': number;
  readonly 'data-key': string;
  readonly 'data-index': number;
  readonly onFocusIn: () => void;
  readonly onClick: () => void;
}

interface RowListProps<R> {
  readonly label: string;
  readonly entries: readonly ListEntry<R>[];
  /** `active`: it holds the place, and shows what can be done. */
  readonly row: (row: R, place: RowPlace, active: boolean) => ComponentChild;
  /** Said in place of an empty list. */
  readonly empty: string;
  /** All rows are there: for lists that are short and are in a note. */
  readonly whole?: boolean;
  /** The key of the row that a row has become. */
  readonly follow?: (key: string) => string | undefined;
  /** Something is being written: which row a row becomes is not known yet. */
  readonly busy?: boolean;
}

export function RowList<R>({
  label,
  entries,
  row,
  empty,
  whole = false,
  follow,
  busy = false,
}: RowListProps<R>): ComponentChild {
  const listEl = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useState<string | null>(null);
  const lastAt = useRef(0);
  const goTo = useRef<string | null>(null);
  const rowIndexes = useMemo(() => entries.flatMap(({ is }, index) => (is === 'row' ? [index] : [])), [entries]);
  const places = useMemo(() => new Map(entries.map(({ key }, index) => [key, index])), [entries]);

  // A row that is gone leaves its place to the one that came there.
  const found = chosen === null ? undefined : (places.get(chosen) ?? places.get(follow?.(chosen) ?? ''));
  const activeAt = chosen === null ? -1 : (found ?? nearest(rowIndexes, lastAt.current));
  const active = entries[activeAt]?.key ?? null;
  const wasGone = chosen !== null && active !== null && active !== chosen;
  if (activeAt >= 0) lastAt.current = activeAt;
  const stop = activeAt >= 0 ? activeAt : (rowIndexes[0] ?? -1);

  const keyOf = useMemo(() => (index: number) => entries[index]?.key ?? '', [entries]);
  const guess = useMemo(
    () => (index: number) => (entries[index]?.is === 'heading' ? HEADING_HEIGHT : ROW_HEIGHT),
    [entries],
  );
  const { items, size, measure } = useVirtualRows({
    count: whole ? 0 : entries.length,
    scrollElement: () => listEl.current,
    keyOf,
    guess,
    kept: stop,
  });

  useLayoutEffect(() => {
    const list = listEl.current;
    if (!wasGone || list === null) return;
    const { activeElement, body } = list.doc;
    const isLost = activeElement === body || activeElement === list;
    // The focus went with the row: until it is known where to, the list has it, so that no key is lost.
    if (busy && isLost) list.focus({ preventScroll: true });
    if (busy) return;
    if (isLost) goTo.current = active;
    choose(active);
  });
  useLayoutEffect(() => {
    const wanted = goTo.current;
    if (wanted === null || listEl.current === null) return;
    const element = elementOf(listEl.current, wanted);
    if (element === null) return;
    goTo.current = null;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  });

  const emptyEl = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const now = emptyEl.current ?? listEl.current;
    if (now === null || chosen === null || now.doc.activeElement !== now.doc.body) return;
    // The last row went with the focus: the next key, most likely one that takes it back, must find the view. Taken
    // back, the row has it again.
    if (now === emptyEl.current) now.focus({ preventScroll: true });
    else if (active !== null) elementOf(now, active)?.focus({ preventScroll: true });
  }, [entries.length === 0]);

  const move = (to: number | undefined): void => {
    const key = to === undefined ? undefined : entries[to]?.key;
    if (key === undefined) return;
    goTo.current = key;
    choose(key);
    // The place may be held already, by a row whose button has the focus.
    if (key === active && listEl.current !== null) elementOf(listEl.current, key)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const at = rowIndexes.indexOf(stop);
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: rowIndexes.length - 1,
      PageDown: Math.min(at + PAGE, rowIndexes.length - 1),
      PageUp: Math.max(at - PAGE, 0),
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (chosen === null && event.key === 'ArrowDown') move(stop);
    else move(rowIndexes[to]);
  };

  if (entries.length === 0)
    return (
      <p class="throughline-empty" tabIndex={-1} ref={emptyEl}>
        {empty}
      </p>
    );
  const line = (entry: ListEntry<R>, index: number): ComponentChild =>
    entry.is === 'heading' ? (
      <Heading entry={entry} index={index} />
    ) : (
      row(
        entry.row,
        {
          role: 'row',
          tabIndex: index === stop ? 0 : -1,
          'aria-rowindex': index + 1,
          'data-key': entry.key,
          'data-index': index,
          onFocusIn: () => choose(entry.key),
          // A tap on a phone does not always bring the focus along.
          onClick: () => choose(entry.key),
        },
        index === activeAt,
      )
    );
  return (
    <div
      class={whole ? 'throughline-list' : 'throughline-list mod-virtual'}
      role="grid"
      aria-label={label}
      aria-rowcount={entries.length}
      tabIndex={-1}
      ref={listEl}
      onKeyDown={onKeyDown}
    >
      {whole ? (
        entries.map((entry, index) => (
          <div class="throughline-line" role="presentation" key={entry.key}>
            {line(entry, index)}
          </div>
        ))
      ) : (
        <div class="throughline-space" role="presentation" style={{ '--throughline-size': `${size}px` }}>
          {items.map(({ index, start }) => {
            const entry = entries[index];
            return entry === undefined ? null : (
              <div
                class="throughline-line"
                role="presentation"
                key={entry.key}
                data-index={index}
                ref={measure}
                style={{ '--throughline-start': `${start}px` }}
              >
                {line(entry, index)}
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}

/** Before they were measured. */
const ROW_HEIGHT = 54;
const HEADING_HEIGHT = 34;
const PAGE = 10;

function Heading({
  entry: { text, count },
  index,
}: {
  readonly entry: HeadingEntry;
  readonly index: number;
}): ComponentChild {
  return (
    <div class="throughline-heading" role="row" aria-rowindex={index + 1}>
      <span role="gridcell">
        <bdi>{text}</bdi> <span class="throughline-count">{count.toLocaleString('en')}</span>
      </span>
    </div>
  );
}

/** Of sorted indexes the one that is where `at` was, or the last one before. */
function nearest(indexes: readonly number[], at: number): number {
  return indexes.find((index) => index >= at) ?? indexes[indexes.length - 1] ?? -1;
}

/** Keys hold whatever a note's words do: none is put into a selector. */
function elementOf(list: HTMLElement, key: string): HTMLElement | null {
  return list.findAll('[data-key]').find((element) => element.getAttribute('data-key') === key) ?? null;
}

export function isTyping(target: EventTarget | null): boolean {
  if (target === null || !(target as Node).instanceOf(HTMLElement)) return false;
  return (target as HTMLElement).matches('input:not([type=checkbox]), textarea, select');
}
