/** Shows the links that could be made, each to be chosen or not. */
import { type App, ButtonComponent, Modal, Setting } from 'obsidian';
import { nameToggle } from '../settings/name-toggle';
import { words } from '../words/in-app';

/** A change of the note that a person may choose. */
export interface LinkChoice {
  /** 1-based. */
  readonly line: number;
  /** Offsets in the note's text, and the words that are there. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly link: string;
  /** The line around it, for reading. */
  readonly before: string;
  readonly after: string;
  readonly fixes: boolean;
}

interface LinkQuestion {
  readonly choices: readonly LinkChoice[];
  /** Names that could be several: shown, never linked. */
  readonly unsure: readonly string[];
  /** Closes the modal, as if it had been cancelled. */
  readonly signal: AbortSignal;
}

/** Those that were chosen; null where it was cancelled. */
export function askWhichLinks(app: App, question: LinkQuestion): Promise<readonly LinkChoice[] | null> {
  return new Promise((resolve) => new LinkModal(app, question, resolve).open());
}

class LinkModal extends Modal {
  private readonly chosen: Set<LinkChoice>;
  private agreed = false;
  private readonly closeOnAbort = (): void => this.close();

  constructor(
    app: App,
    private readonly question: LinkQuestion,
    private readonly done: (chosen: readonly LinkChoice[] | null) => void,
  ) {
    super(app);
    // A link that leads nowhere may be one on purpose: fixing it is offered, not taken for granted.
    this.chosen = new Set(question.choices.filter(({ fixes }) => !fixes));
  }

  override onOpen(): void {
    const { choices, unsure, signal } = this.question;
    signal.addEventListener('abort', this.closeOnAbort);
    this.modalEl.addClass('throughline-window');
    this.setTitle(words.commands.link);
    if (choices.length === 0) this.contentEl.createEl('p', { text: words.link.nothing });
    const list = this.contentEl.createDiv({ cls: 'throughline-paths' });
    for (const choice of choices) {
      const around = createFragment((fragment) => {
        fragment.appendText(choice.before);
        fragment.createEl('mark', { text: choice.text });
        fragment.appendText(choice.after);
      });
      new Setting(list)
        .setName(around)
        .setDesc(
          choice.fixes
            ? words.link.leadsNowhere(choice.line, choice.link)
            : words.link.wouldBecome(choice.line, choice.link),
        )
        .addToggle((toggle) => {
          toggle.setValue(this.chosen.has(choice)).onChange((on) => {
            if (on) this.chosen.add(choice);
            else this.chosen.delete(choice);
          });
          nameToggle(toggle, words.link.label(choice.text, choice.line));
        });
    }
    for (const text of unsure) this.contentEl.createEl('p', { text });
    const buttons = this.contentEl.createDiv({ cls: 'modal-button-container' });
    if (choices.length > 0) {
      new ButtonComponent(buttons)
        .setButtonText(words.link.agree)
        .setCta()
        .onClick(() => {
          this.agreed = true;
          this.close();
        });
    }
    new ButtonComponent(buttons)
      .setButtonText(choices.length > 0 ? words.cancel : words.close)
      .onClick(() => this.close());
  }

  override onClose(): void {
    this.question.signal.removeEventListener('abort', this.closeOnAbort);
    this.contentEl.empty();
    this.done(this.agreed ? this.question.choices.filter((choice) => this.chosen.has(choice)) : null);
  }
}
