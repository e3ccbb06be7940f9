/** Shows a plan before it is carried out, and asks whether it should be. */
import { type App, ButtonComponent, Modal } from 'obsidian';
import type { FileEdit } from '../../edit/plan';
import { showPlan } from './plan-list';
import { words } from '../words/in-app';

interface PreviewQuestion {
  readonly title: string;
  /** Above the list: how much it is. */
  readonly lines: readonly string[];
  readonly edits: readonly FileEdit[];
  /** On the button that agrees. */
  readonly agree: string;
  /** Closes the modal, as if it had been cancelled. */
  readonly signal: AbortSignal;
}

/** Whether it was agreed to. A plan that changes nothing is shown, and cannot be. */
export function askPreview(app: App, question: PreviewQuestion): Promise<boolean> {
  return new Promise((resolve) => new PreviewModal(app, question, resolve).open());
}

class PreviewModal extends Modal {
  private agreed = false;
  private readonly closeOnAbort = (): void => this.close();

  constructor(
    app: App,
    private readonly question: PreviewQuestion,
    private readonly done: (agreed: boolean) => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { title, lines, edits, agree, signal } = this.question;
    signal.addEventListener('abort', this.closeOnAbort);
    this.modalEl.addClass('throughline-preview');
    this.setTitle(title);
    for (const text of lines) this.contentEl.createEl('p', { text });
    const list = this.contentEl.createDiv({
      cls: 'throughline-paths',
      attr: { tabindex: '0', role: 'region', 'aria-label': words.plan.wouldBeWritten },
    });
    showPlan(list, edits);
    const buttons = this.contentEl.createDiv({ cls: 'modal-button-container' });
    if (edits.length > 0) {
      new ButtonComponent(buttons)
        .setButtonText(agree)
        .setCta()
        .onClick(() => {
          this.agreed = true;
          this.close();
        });
    }
    new ButtonComponent(buttons)
      .setButtonText(edits.length > 0 ? words.cancel : words.close)
      .onClick(() => this.close());
  }

  override onClose(): void {
    this.question.signal.removeEventListener('abort', this.closeOnAbort);
    this.contentEl.empty();
    this.done(this.agreed);
  }
}
