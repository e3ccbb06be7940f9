/**
 * The managed block in the editor: marked as computed, its markers out of sight, and on the row that the cursor is in a button
 * that leads to where the row was said.
 *
 *     Live preview   a quiet label in place of the first marker, nothing in place of the last; either shows while the cursor is in it
 *     source mode    the text as it is, its markers dimmed
 *
 * A note without a block costs one search when it is opened; an edit costs a look at the lines it changed.
 */
import { type EditorState, type Extension, type Range, StateField, type Text, type Transaction } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { type App, editorInfoField, editorLivePreviewField } from 'obsidian';
import { readBlock } from '../page/managed-block';
import { findLinks } from '../text/wikilinks';
import { words } from './words/in-app';

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

export function managedBlockExtension(app: Pick<App, 'workspace'>): Extension {
  return StateField.define<Marked>({
    create: (state) => marked(state, findBlock(state.doc), app),
    update(now, transaction) {
      const { state } = transaction;
      const block = transaction.docChanged ? blockAfter(now.block, transaction) : now.block;
      if (block === null) return now.block === null ? now : marked(state, null, app);
      const same = !transaction.docChanged && transaction.selection === undefined && now.livePreview === isLivePreview(state);
      return same ? now : marked(state, block, app);
    },
    provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
  });
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
  for (let number = doc.lineAt(from).number; number <= last; number++) if (doc.line(number).text.includes(MARK)) return true;
  return false;
}

/** Moved along with an edit that touches no marker; looked for again after any other. */
function blockAfter(block: BlockRange | null, { changes, startState, newDoc }: Transaction): BlockRange | null {
  let again = false;
  changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    again ||= holdsMark(newDoc, fromB, toB) || (block !== null && touchesMarker(startState.doc, block, fromA, toA));
    // A fence that opens or closes above may swallow the block or set it free.
    again ||= block !== null && fromA < block.from && /^\s*(?:`{3}|~{3}|%%|<!--|\$\$|---)/.test(newDoc.lineAt(fromB).text);
  });
  if (again) return findBlock(newDoc);
  return block === null ? null : { from: changes.mapPos(block.from, 1), to: changes.mapPos(block.to, -1) };
}

function touchesMarker(doc: Text, { from, to }: BlockRange, changedFrom: number, changedTo: number): boolean {
  const [begin, end] = [doc.lineAt(from), doc.lineAt(to)];
  return (changedFrom <= begin.to && changedTo >= begin.from) || (changedFrom <= end.to && changedTo >= end.from);
}

function isLivePreview(state: EditorState): boolean {
  return state.field(editorLivePreviewField, false) === true;
}

function marked(state: EditorState, block: BlockRange | null, app: Pick<App, 'workspace'>): Marked {
  const livePreview = isLivePreview(state);
  if (block === null) return { block, livePreview, decorations: Decoration.none };
  const { doc } = state;
  const [begin, end] = [doc.lineAt(block.from), doc.lineAt(block.to)];
  const cursor = doc.lineAt(state.selection.main.head);
  const decorations: Range<Decoration>[] = [];
  for (let number = begin.number; number <= end.number; number++) {
    const line = doc.line(number);
    const isMarker = number === begin.number || number === end.number;
    decorations.push(COMPUTED.range(line.from));
    if (isMarker && livePreview && number !== cursor.number) {
      decorations.push((number === begin.number ? LABEL : HIDDEN).range(line.from, line.to));
    } else if (isMarker) {
      decorations.push(DIMMED.range(line.from, line.to));
    } else if (number === cursor.number) {
      const source = sourceLink(line.text);
      if (source !== null) decorations.push(Decoration.widget({ widget: new SourceButton(source, app), side: 1 }).range(line.to));
    }
  }
  return { block, livePreview, decorations: Decoration.set(decorations, true) };
}

/** What the row's link leads to, as the app opens links; a row ends in the link to its source. */
function sourceLink(row: string): string | null {
  const links = findLinks(row);
  const last = links[links.length - 1];
  if (last === undefined || row.slice(last.to).trim() !== '') return null;
  return last.wiki ? last.target + last.subpath : decodedPath(last.target + last.subpath);
}

function decodedPath(target: string): string | null {
  try {
    return decodeURI(target);
  } catch {
    return null;
  }
}

class Label extends WidgetType {
  override eq(): boolean {
    return true;
  }

  override toDOM(): HTMLElement {
    return createSpan({
      cls: 'throughline-label', text: words.block.label,
      attr: { title: words.block.title },
    });
  }
}

class SourceButton extends WidgetType {
  constructor(private readonly link: string, private readonly app: Pick<App, 'workspace'>) {
    super();
  }

  override eq(other: SourceButton): boolean {
    return other.link === this.link;
  }

  override toDOM(view: EditorView): HTMLElement {
    const button = createEl('button', { cls: 'throughline-source', text: words.block.source, attr: { type: 'button' } });
    button.addEventListener('click', (event) => {
      event.preventDefault();
      const from = view.state.field(editorInfoField, false)?.file?.path ?? '';
      void this.app.workspace.openLinkText(this.link, from);
    });
    return button;
  }

  /** The click is the button's, not a place for the cursor. */
  override ignoreEvent(): boolean {
    return true;
  }
}

const COMPUTED = Decoration.line({ class: 'throughline-computed' });
const DIMMED = Decoration.mark({ class: 'throughline-marker' });
const HIDDEN = Decoration.replace({});
const LABEL = Decoration.replace({ widget: new Label() });
