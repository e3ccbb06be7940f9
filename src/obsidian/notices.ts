/** The notices of a rollup: one that shows how far it is, one that says what came of it. */
import { ButtonComponent, Notice } from 'obsidian';

/** Stays until dismissed. */
const STAYS = 0;

/** A notice of several lines. One that `stays` is for what a person must not miss. */
export function showLines(lines: readonly string[], { stays }: { readonly stays: boolean }): void {
  const text = createFragment((fragment) => {
    for (const line of lines) fragment.createDiv({ text: line });
  });
  if (stays) new Notice(text, STAYS);
  else new Notice(text);
}

/** Shows how far long work is, with a button that cancels it. */
export class ProgressNotice {
  private readonly notice: Notice;
  private readonly textEl: HTMLElement;
  private readonly button: ButtonComponent;

  constructor(text: string, onCancel: () => void) {
    this.notice = new Notice('', STAYS);
    this.notice.messageEl.addClass('throughline-progress');
    this.textEl = this.notice.messageEl.createDiv({ text, attr: { role: 'status' } });
    this.button = new ButtonComponent(this.notice.messageEl).setButtonText('Cancel').onClick(onCancel);
  }

  show(text: string): void {
    this.textEl.setText(text);
  }

  /** From here on it is not to be cancelled. */
  withoutCancel(): void {
    this.button.buttonEl.detach();
  }

  hide(): void {
    this.notice.hide();
  }
}
