/**
 * The managed block in the editor: marked as computed, its markers out of sight, its tasks with a checkbox, and on the
 * row that the cursor is in buttons for all that can be done with it, and for where it was said.
 *
 *     Live preview   a quiet label in place of the first marker, nothing in place of the last; either shows while the cursor is in it
 *     source mode    the text as it is, its markers dimmed
 *
 * A note without a block costs one search when it is opened; an edit costs a look at the lines it changed.
 */
import {
  type EditorState,
  type Extension,
  type Range,
  StateEffect,
  StateField,
  type Text,
  type Transaction,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, type PluginValue, ViewPlugin } from '@codemirror/view';
import { type App, editorInfoField, editorLivePreviewField } from 'obsidian';
import { readBlock } from '../../page/managed-block';
import { type FoundRow, lastLink, type LineRow } from '../../page/row-finder';
import type { TaskRow } from '../../vault-index/rows';
import { Label, RowButton, TickBox } from './managed-block-widgets';
import type { ActionResult, ViewHost, ViewStore } from '../view/view-store';
import { words } from '../words/in-app';

/** From the begin marker's first character to the end marker's last. */
interface BlockRange {
  readonly from: number;
  readonly to: number;
}

interface Marked {
  readonly block: BlockRange | null;
  readonly livePreview: boolean;
  readonly decorations: DecorationSet;
}

export interface BlockParts {
  readonly app: Pick<App, 'workspace'>;
  readonly store: Pick<ViewStore, 'known' | 'subscribe' | 'act'>;
  readonly around: Pick<ViewHost, 'open'>;
  /** Shows all that can be done with a row. */
  readonly onChange: (row: FoundRow, line: string) => void;
  /** Tells what came of a tick. */
  readonly onActed: (acted: ActionResult) => void;
}

export function managedBlockExtension(parts: BlockParts): Extension {
  const field = StateField.define<Marked>({
    create: (state) => marked(state, findBlock(state.doc), parts),
    update(now, transaction) {
      const { state } = transaction;
      const block = transaction.docChanged ? blockAfter(now.block, transaction) : now.block;
      if (block === null) return now.block === null ? now : marked(state, null, parts);
      const same =
        !transaction.docChanged &&
        transaction.selection === undefined &&
        now.livePreview === isLivePreview(state) &&
        !transaction.effects.some((effect) => effect.is(ROWS_CHANGED));
      return same ? now : marked(state, block, parts);
    },
    provide: (marks) => EditorView.decorations.from(marks, ({ decorations }) => decorations),
  });
  return [field, ViewPlugin.define((view) => new Following(view, field, parts))];
}

const ROWS_CHANGED = StateEffect.define();

/** Keeps the rows of a block as the vault has them, while live preview shows one. */
class Following implements PluginValue {
  private stop: (() => void) | null = null;

  constructor(
    private readonly view: EditorView,
    private readonly field: StateField<Marked>,
    private readonly parts: BlockParts,
  ) {
    this.update();
  }

  update(): void {
    const { block, livePreview } = this.view.state.field(this.field);
    if (block !== null && livePreview)
      this.stop ??= this.parts.store.subscribe(() => this.view.dispatch({ effects: ROWS_CHANGED.of(null) }));
    else this.destroy();
  }

  destroy(): void {
    this.stop?.();
    this.stop = null;
  }
}

const MARK = 'throughline:';

function findBlock(doc: Text): BlockRange | null {
  if (!holdsMark(doc, 0, doc.length)) return null;
  const reading = readBlock(doc.toString());
  return 'block' in reading && reading.block !== null ? { from: reading.block.from, to: reading.block.to } : null;
}

/** Looks at whole lines, piece by piece: the text of a long note is never put together for it. */
function holdsMark(doc: Text, from: number, to: number): boolean {
  const last = doc.lineAt(to).number;
  for (let number = doc.lineAt(from).number; number <= last; number++)
    if (doc.line(number).text.includes(MARK)) return true;
  return false;
}

/** Moved along with an edit that touches no marker; looked for again after any other. */
function blockAfter(block: BlockRange | null, { changes, startState, newDoc }: Transaction): BlockRange | null {
  const moves: boolean[] = [];
  changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    moves.push(
      holdsMark(newDoc, fromB, toB) ||
        (block !== null &&
          (touchesMarker(startState.doc, block, fromA, toA) ||
            // A fence that opens or closes above may swallow the block or set it free.
            (fromA < block.from && /^\s*(?:`{3}|~{3}|%%|<!--|\$\$|---)/.test(newDoc.lineAt(fromB).text)))),
    );
  });
  if (moves.includes(true)) return findBlock(newDoc);
  return block === null ? null : { from: changes.mapPos(block.from, 1), to: changes.mapPos(block.to, -1) };
}

function touchesMarker(doc: Text, { from, to }: BlockRange, changedFrom: number, changedTo: number): boolean {
  const [begin, end] = [doc.lineAt(from), doc.lineAt(to)];
  return (changedFrom <= begin.to && changedTo >= begin.from) || (changedFrom <= end.to && changedTo >= end.from);
}

function isLivePreview(state: EditorState): boolean {
  return state.field(editorLivePreviewField, false) === true;
}

function marked(state: EditorState, block: BlockRange | null, parts: BlockParts): Marked {
  const livePreview = isLivePreview(state);
  if (block === null) return { block, livePreview, decorations: Decoration.none };
  const { doc } = state;
  const [begin, end] = [doc.lineAt(block.from), doc.lineAt(block.to)];
  const cursor = doc.lineAt(state.selection.main.head);
  const page = state.field(editorInfoField, false)?.file?.path ?? '';
  const rows = parts.store.known?.rows ?? null;
  const decorations: Range<Decoration>[] = [];
  for (let number = begin.number; number <= end.number; number++) {
    const line = doc.line(number);
    const isMarker = number === begin.number || number === end.number;
    decorations.push(COMPUTED.range(line.from));
    if (isMarker && livePreview && number !== cursor.number) {
      decorations.push((number === begin.number ? LABEL : HIDDEN).range(line.from, line.to));
    } else if (isMarker) {
      decorations.push(DIMMED.range(line.from, line.to));
    } else {
      const row = rows?.ofPage(line.text, page) ?? null;
      if (row !== null && livePreview) decorations.push(...alive(row, line.from, parts));
      if (number === cursor.number)
        decorations.push(
          ...buttonsOf(row, line.text, parts).map((widget) => Decoration.widget({ widget, side: 1 }).range(line.to)),
        );
    }
  }
  return { block, livePreview, decorations: Decoration.set(decorations, true) };
}

/** A task's checkbox, after its list mark; what is settled by now is struck out until the next rollup. */
function alive({ found }: LineRow, from: number, { store, onActed }: BlockParts): Range<Decoration>[] {
  const isSettled =
    (found.is === 'task' && !found.row.open) || (found.is === 'question' && found.row.state === 'answered');
  const tick = (task: TaskRow): void => void store.act(task, { do: task.open ? 'complete' : 'reopen' }).then(onActed);
  return [
    ...(isSettled ? [SETTLED.range(from)] : []),
    ...(found.is === 'task'
      ? [Decoration.widget({ widget: new TickBox(found.row, tick), side: 1 }).range(from + '- '.length)]
      : []),
  ];
}

/** To the very line where the row was said, as far as that is known; else to the heading that its link leads to. */
function buttonsOf(row: LineRow | null, line: string, { app, around, onChange }: BlockParts): readonly RowButton[] {
  const link = sourceLink(line);
  const source = row === null ? null : row.source;
  return [
    ...(row === null || row.found.is === 'statement'
      ? []
      : [
          new RowButton({
            text: words.block.change,
            same: `${row.found.is} ${row.found.row.id}`,
            press: () => onChange(row.found, line),
          }),
        ]),
    ...(link === null
      ? []
      : [
          new RowButton({
            text: words.block.source,
            same: source === null ? link : `${source.path}:${source.line}`,
            press: (from, newTab) => {
              if (source === null) void app.workspace.openLinkText(link, from, newTab);
              else around.open(source.path, source.line, { newTab });
            },
          }),
        ]),
  ];
}

/** What the row's link leads to, as the app opens links. */
function sourceLink(row: string): string | null {
  const last = lastLink(row);
  if (last === null) return null;
  return last.wiki ? last.target + last.subpath : decodedPath(last.target + last.subpath);
}

function decodedPath(target: string): string | null {
  try {
    return decodeURI(target);
  } catch {
    return null;
  }
}

const SETTLED = Decoration.line({ class: 'throughline-settled' });
const COMPUTED = Decoration.line({ class: 'throughline-computed' });
const DIMMED = Decoration.mark({ class: 'throughline-marker' });
const HIDDEN = Decoration.replace({});
const LABEL = Decoration.replace({ widget: new Label() });
