/**
 * What is within a managed block in the editor next to its text: a label, a row's checkbox, buttons after the row
 * that the cursor is in.
 */
import { type EditorView, WidgetType } from '@codemirror/view';
import { editorInfoField } from 'obsidian';
import type { TaskRow } from '../../vault-index/rows';
import { wordsOf } from '../view/list-entry';
import { words } from '../words/in-app';

export class Label extends WidgetType {
  override eq(): boolean {
    return true;
  }

  override toDOM(): HTMLElement {
    return createSpan({
      cls: 'throughline-label',
      text: words.block.label,
      attr: { title: words.block.title },
    });
  }
}

/** A button at a row's end. `same` tells two of them apart: what they do depends on it alone. */
export class RowButton extends WidgetType {
  constructor(
    private readonly parts: {
      readonly text: string;
      readonly same: string;
      readonly press: (from: string, newTab: boolean) => void;
    },
  ) {
    super();
  }

  override eq({ parts: { text, same } }: RowButton): boolean {
    return text === this.parts.text && same === this.parts.same;
  }

  override toDOM(view: EditorView): HTMLElement {
    const button = createEl('button', { cls: 'throughline-source', text: this.parts.text, attr: { type: 'button' } });
    button.addEventListener('click', (event) => {
      event.preventDefault();
      this.parts.press(view.state.field(editorInfoField, false)?.file?.path ?? '', event.ctrlKey || event.metaKey);
    });
    return button;
  }

  /** The click is the button's, not a place for the cursor. */
  override ignoreEvent(): boolean {
    return true;
  }
}

/** Ticks the task at its source. The page's own line stays until the next rollup. */
export class TickBox extends WidgetType {
  constructor(
    private readonly task: TaskRow,
    private readonly tick: (task: TaskRow) => void,
  ) {
    super();
  }

  override eq({ task }: TickBox): boolean {
    return task === this.task;
  }

  override toDOM(): HTMLElement {
    const box = createEl('input', {
      cls: 'task-list-item-checkbox throughline-tick',
      attr: { type: 'checkbox', 'aria-label': words.block.tick(wordsOf(this.task)) },
    });
    box.checked = !this.task.open;
    box.addEventListener('click', (event) => {
      event.preventDefault();
      this.tick(this.task);
    });
    return box;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}
