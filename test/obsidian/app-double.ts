/**
 * The app for tests: its vault, and the doubles of the API's windows made faithful. An editor maps its cursor through
 * changes as the real one does; buttons and fields answer to clicks and typing; a modal stays open until it is closed;
 * notices are kept to be read.
 */
import { type ChangeDesc, type ChangeSet, EditorState, Transaction, type TransactionSpec } from '@codemirror/state';
import type { EditorPosition, EditorTransaction } from 'obsidian';
import {
  ButtonComponent,
  Editor,
  MarkdownView,
  Modal,
  Notice,
  TextComponent,
  WorkspaceLeaf,
} from 'obsidian-test-mocks/obsidian';
import { AppFiles, type FileContent } from '../doubles/app-files';

export type { FileContent } from '../doubles/app-files';

export interface ShownNotice {
  readonly text: () => string;
  readonly element: HTMLElement;
  readonly stays: boolean;
  hidden: boolean;
}

export class AppDouble extends AppFiles {
  readonly notices: ShownNotice[] = [];
  readonly modals: Modal[] = [];

  constructor(files: Readonly<Record<string, FileContent>> = {}) {
    super(files);
    this.keepWindows();
  }

  /** Opens the note in an editor, the cursor before `cursorAt`. */
  open(
    path: string,
    { cursorAt = '', mode = 'source' }: { readonly cursorAt?: string; readonly mode?: 'source' | 'preview' } = {},
  ): OpenNote {
    const leaf = WorkspaceLeaf.create2__(this.app);
    const view = MarkdownView.create2__(leaf);
    // The editor knows one line end.
    const text = this.text(path)
      .replace(/^\uFEFF/, '')
      .replace(/\r\n/g, '\n');
    const editor = new EditorDouble(text, text.indexOf(cursorAt));
    Object.assign(view, {
      editor,
      file: this.app.vault.getFileByPath(path),
      getMode: () => mode,
      save: () => {
        this.store(path, new TextEncoder().encode(editor.getValue()));
        this.app.vault.trigger('modify', view.file);
        return Promise.resolve();
      },
    });
    Object.assign(leaf, { view, viewState: { type: 'markdown' } });
    this.app.workspace.setActiveLeaf(leaf);
    return {
      editor,
      close: () => {
        leaf.detach();
      },
    };
  }

  /** Notices that are on the screen. */
  shownNotices(): string[] {
    return this.notices.filter(({ hidden }) => !hidden).map(({ text }) => text());
  }

  private keepWindows(): void {
    const { notices, modals } = this;
    jest.spyOn(Notice.prototype, 'constructor__').mockImplementation(function keep(this: Notice, _message, duration) {
      const notice: ShownNotice = {
        text: () => linesOf(this.messageEl),
        element: this.messageEl,
        stays: duration === 0,
        hidden: false,
      };
      notices.push(notice);
      Object.assign(this, {
        hide: () => {
          notice.hidden = true;
        },
      });
    });
    jest.spyOn(ButtonComponent.prototype, 'constructor2__').mockImplementation(function listen(this: ButtonComponent) {
      this.buttonEl.addEventListener('click', () => {
        this.simulateClick__();
      });
    });
    jest.spyOn(TextComponent.prototype, 'constructor4__').mockImplementation(function listen(this: TextComponent) {
      this.inputEl.addEventListener('input', () => {
        this.setValue(this.inputEl.value);
      });
    });
    jest.spyOn(Modal.prototype, 'open').mockImplementation(function open(this: Modal) {
      modals.push(this);
      this.onOpen();
    });
    jest.spyOn(Modal.prototype, 'close').mockImplementation(function close(this: Modal) {
      if (!modals.includes(this)) return;
      modals.splice(modals.indexOf(this), 1);
      this.onClose();
    });
  }
}

/** One line for each child that holds text alone. */
function linesOf(element: HTMLElement): string {
  return element.childElementCount === 0
    ? element.textContent
    : [...element.children].map(({ textContent }) => textContent).join('\n');
}

export interface OpenNote {
  readonly editor: EditorDouble;
  readonly close: () => void;
}

/** An editor whose changes are those of the editor library that the app is built on. */
export class EditorDouble extends Editor {
  /** The changes of every transaction, as `from-to:text`, offsets in the text before it. */
  readonly transactions: string[][] = [];
  /** The editor library's own view, as far as it is asked for. */
  readonly cm = {
    dispatch: (spec: TransactionSpec): void => {
      this.apply(spec);
    },
  };
  private state: EditorState;
  /** What Ctrl+Z takes back, the last first: moved along by what is not in the history, as the library does. */
  private history: ChangeSet[] = [];

  constructor(text: string, cursor: number) {
    super();
    this.state = EditorState.create({ doc: text, selection: { anchor: Math.max(0, cursor) } });
  }

  /** Types at the cursor, as a person does; not saved yet. */
  type(text: string): void {
    this.apply(this.state.replaceSelection(text));
  }

  /** Ctrl+Z. */
  override undo(): void {
    const [last, ...others] = this.history;
    if (last === undefined) return;
    this.history = others;
    this.state = this.state.update({ changes: last }).state;
  }

  private apply(spec: TransactionSpec): void {
    const transaction = this.state.update(spec);
    const { changes, startState } = transaction;
    if (transaction.annotation(Transaction.addToHistory) !== false)
      this.history = [changes.invert(startState.doc), ...this.history];
    else {
      let over: ChangeDesc = changes.desc;
      this.history = this.history.map((step) => {
        const moved = step.map(over);
        over = over.mapDesc(step, true);
        return moved;
      });
    }
    this.state = transaction.state;
  }

  cursor(): EditorPosition {
    return this.offsetToPos(this.state.selection.main.head);
  }

  /** What stands behind the cursor in its line. */
  behindCursor(): string {
    const { head } = this.state.selection.main;
    return this.state.sliceDoc(head, this.state.doc.lineAt(head).to);
  }

  override getValue(): string {
    return this.state.doc.toString();
  }

  override offsetToPos(offset: number): EditorPosition {
    const line = this.state.doc.lineAt(offset);
    return { line: line.number - 1, ch: offset - line.from };
  }

  override posToOffset({ line, ch }: EditorPosition): number {
    return this.state.doc.line(line + 1).from + ch;
  }

  override transaction({ changes = [] }: EditorTransaction): void {
    const spec: TransactionSpec & {
      readonly changes: { readonly from: number; readonly to: number; readonly insert: string }[];
    } = {
      changes: changes.map(({ from, to, text }) => ({
        from: this.posToOffset(from),
        to: this.posToOffset(to ?? from),
        insert: text,
      })),
    };
    this.transactions.push(spec.changes.map(({ from, to, insert }) => `${from}-${to}:${insert}`));
    this.apply(spec);
  }
}
