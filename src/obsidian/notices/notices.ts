/** The notices of long work: one that shows how far it is, one that says what came of it. */
import { ButtonComponent, Notice, ProgressBarComponent } from 'obsidian';
import { words } from '../words/in-app';

/** Stays until dismissed. */
const STAYS = 0;

/** A notice of several lines. One that `stays` is for what a person must not miss. */
export function showLines(lines: readonly string[], { stays }: { readonly stays: boolean }): void {
  const text = createFragment((fragment) => {
    for (const line of lines) fragment.createDiv({ cls: 'throughline-line', text: line });
  });
  if (stays) new Notice(text, STAYS);
  else new Notice(text);
}

/** Shows how far long work is, with a button that cancels it. */
export class ProgressNotice {
  private readonly notice: Notice;
  private readonly textEl: HTMLElement;
  private readonly bar: ProgressBarComponent;

  constructor(text: string, onCancel: () => void) {
    this.notice = new Notice('', STAYS);
    const { messageEl } = this.notice;
    messageEl.addClass('throughline-progress');
    this.textEl = messageEl.createDiv({ text, attr: { role: 'status' } });
    const cancel = new ButtonComponent(messageEl).setButtonText(words.cancel).onClick(onCancel);
    // The app dismisses a notice at any click, and its Cancel with it: here only Cancel is clicked.
    this.notice.containerEl.addEventListener(
      'click',
      (event) => {
        if (!event.composedPath().includes(cancel.buttonEl)) event.stopImmediatePropagation();
      },
      { capture: true },
    );
    this.bar = new ProgressBarComponent(messageEl.createDiv({ cls: 'throughline-progress-bar' }));
  }

  /** `part` of the whole, from 0 to 1; null where that is not known. */
  show(text: string, part: number | null = null): void {
    this.textEl.setText(text);
    if (part !== null) this.bar.setValue(Math.round(part * 100));
  }

  hide(): void {
    this.notice.hide();
  }
}
