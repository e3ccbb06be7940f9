/**
 * Rows of a page that Throughline wrote, alive where they are: the same rows as in the side view, in the page's
 * order.
 */
import type { ComponentChild } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { FoundRow } from '../../page/row-finder';
import { plainText } from '../../text/plain-text';
import { type RowActions, useRowActions } from './use-row-actions';
import type { ListEntry } from './list-entry';
import { QuestionRowView } from './question-row';
import { RaiseRowView } from './raise-row';
import { RowFrame } from './row-frame';
import { RowList, type RowPlace } from './row-list';
import { SaidStrip } from './said-strip';
import { TaskRowView } from './task-row';
import { undoKey } from './undo-key';
import type { ViewHost, ViewData, ViewStore } from './view-store';
import { words } from '../words/in-app';
import { useStore } from './use-store';

/** A line of a page, and the row that it was found to be of. */
export interface PageLine {
  readonly is: FoundRow['is'];
  readonly id: string;
  /** As it is on the page. */
  readonly text: string;
}

interface PageRowsProps {
  readonly lines: readonly PageLine[];
  readonly label: string;
  readonly store: ViewStore;
  readonly around: ViewHost;
  /** Whether the keyboard is put on the first row. */
  readonly takesFocus?: boolean;
}

type Shown = { readonly line: PageLine; readonly found: FoundRow | null };

export function PageRows({ lines, label, store, around, takesFocus = false }: PageRowsProps): ComponentChild {
  useStore(store);
  const rootEl = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (takesFocus) rootEl.current?.querySelector<HTMLElement>('.throughline-row')?.focus();
  }, [takesFocus]);
  const acting = useRowActions(store, around);
  const { known } = store;
  const { became } = acting;
  const entries = useMemo(
    () =>
      known === null
        ? []
        : lines.map((line): ListEntry<Shown> => ({
            is: 'row',
            key: `${line.is} ${line.id}`,
            row: { line, found: foundNow(line, known, became) },
          })),
    [known, lines, became],
  );
  if (known === null) return null;
  return (
    <div class="throughline-block" ref={rootEl} onKeyDown={undoKey(acting)}>
      <RowList
        whole
        label={label}
        entries={entries}
        busy={acting.busy}
        empty=""
        row={(shown, place, active) => (
          <PageRowView
            key={`${shown.line.is} ${shown.line.id}`}
            shown={shown}
            place={place}
            active={active}
            known={known}
            acting={acting}
          />
        )}
      />
      <SaidStrip acting={acting} />
    </div>
  );
}

/** The row that the line's row is by now: an owner that was set makes another row of it. */
function foundNow({ is, id }: PageLine, { rows }: ViewData, became: RowActions['became']): FoundRow | null {
  const seen = new Set<string>();
  let now: string | undefined = id;
  while (now !== undefined && !seen.has(now)) {
    const found = rows.byId(is, now);
    if (found !== null) return found;
    seen.add(now);
    now = became.get(now);
  }
  return null;
}

interface PageRowProps {
  readonly shown: Shown;
  readonly place: RowPlace;
  readonly active: boolean;
  readonly known: ViewData;
  readonly acting: RowActions;
}

function PageRowView({ shown: { line, found }, ...parts }: PageRowProps): ComponentChild {
  switch (found?.is) {
    case 'task':
      return <TaskRowView row={found.row} {...parts} />;
    case 'question':
      return <QuestionRowView row={found.row} {...parts} />;
    case 'raise':
      return <RaiseRowView row={found.row} {...parts} />;
    default:
      return (
        <RowFrame place={parts.place} active={parts.active} closed deeds={[]}>
          <div class="throughline-words">{plainText(line.text.replace(/^[-*+] /, ''))}</div>
          <p class="throughline-why">{words.views.gone}</p>
        </RowFrame>
      );
  }
}
