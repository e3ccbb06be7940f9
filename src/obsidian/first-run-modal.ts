/**
 * Asks before the first rollup on a device: who is asking, and whether these pages may be written. It plans and shows; it writes
 * nothing and remembers nothing.
 */
import { type App, ButtonComponent, Modal, Setting, type TextComponent } from 'obsidian';
import type { FileEdit } from '../edit/plan';
import { counted, inWords, pagesTouched, splitNames } from './roll-up-words';

/** What was agreed to: the plan as it was shown, and the names it was made for. */
export interface Agreement<P> {
  readonly me: readonly string[];
  readonly planned: P;
}

/** A plan as the modal shows it. */
export interface Shown {
  readonly plan: { readonly edits: readonly FileEdit[] };
}

export interface FirstRunQuestion<P extends Shown> {
  readonly me: readonly string[];
  /** Plans for those names; `onProgress` gets a text to show. Rejects when `signal` is aborted. */
  readonly plan: (me: readonly string[], options: { readonly onProgress: (text: string) => void; readonly signal: AbortSignal }) => Promise<P>;
  /** Closes the modal, as if it had been cancelled. */
  readonly signal: AbortSignal;
}

/** What was agreed to; null when it was not. */
export function askFirstRun<P extends Shown>(app: App, question: FirstRunQuestion<P>): Promise<Agreement<P> | null> {
  return new Promise((resolve) => {
    new FirstRunModal(app, question, resolve).open();
  });
}

class FirstRunModal<P extends Shown> extends Modal {
  private namesText: TextComponent | null = null;
  private statusEl: HTMLElement | null = null;
  private listEl: HTMLElement | null = null;
  private primary: ButtonComponent | null = null;
  /** The planning under way, and what stood in the field when it began. */
  private planning: { readonly stop: AbortController; readonly names: string } | null = null;
  /** The plan that is shown, and what stood in the field when it was made. */
  private shown: { readonly planned: P; readonly names: string } | null = null;
  private answer: Agreement<P> | null = null;
  private readonly closeOnAbort = (): void => this.close();

  constructor(app: App, private readonly question: FirstRunQuestion<P>, private readonly done: (answer: Agreement<P> | null) => void) {
    super(app);
  }

  override onOpen(): void {
    this.question.signal.addEventListener('abort', this.closeOnAbort);
    this.setTitle('Roll up for the first time');
    this.contentEl.createEl('p', {
      text: 'Throughline writes a part of its own into the pages of people, projects and accounts, and a few pages that gather what is open. First you see which. Nothing is written until you agree.',
    });
    new Setting(this.contentEl)
      .setName('Your names')
      .setDesc('As your notes write them, separated by commas: the full one, and any short one. They tell what you owe from what others owe you.')
      .addText((text) => {
        this.namesText = text.setValue(this.question.me.join(', ')).onChange(() => this.showState());
        text.inputEl.setAttribute('aria-label', 'Your names, separated by commas');
        text.inputEl.addEventListener('keydown', (event) => {
          // Enter also ends a word in an input method: not that one.
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          if (this.current() === null) void this.preview();
        });
      });
    this.statusEl = this.contentEl.createEl('p', { attr: { role: 'status' } });
    this.listEl = this.contentEl.createDiv({
      cls: 'throughline-paths',
      // Scrolls by keyboard too.
      attr: { tabindex: '0', role: 'region', 'aria-label': 'Pages that would be written' },
    });
    const buttons = this.contentEl.createDiv({ cls: 'modal-button-container' });
    this.primary = new ButtonComponent(buttons).setCta().onClick(() => this.proceed());
    new ButtonComponent(buttons).setButtonText('Cancel').onClick(() => this.close());
    this.showState();
    this.namesText?.inputEl.focus();
  }

  override onClose(): void {
    this.question.signal.removeEventListener('abort', this.closeOnAbort);
    this.planning?.stop.abort();
    this.contentEl.empty();
    this.done(this.answer);
  }

  /** The plan that is shown, when it was made for the names that stand there now. */
  private current(): P | null {
    return this.shown !== null && this.shown.names === this.names() ? this.shown.planned : null;
  }

  private names(): string {
    return this.namesText?.getValue() ?? '';
  }

  private proceed(): void {
    const planned = this.current();
    if (planned === null) {
      void this.preview();
      return;
    }
    this.answer = { me: splitNames(this.names()), planned };
    this.close();
  }

  private async preview(): Promise<void> {
    const names = this.names();
    if (this.planning?.names === names) return;
    this.planning?.stop.abort();
    const planning = { stop: new AbortController(), names };
    this.planning = planning;
    let failure = '';
    try {
      const planned = await this.question.plan(splitNames(names), {
        onProgress: (text) => {
          if (this.planning === planning) this.statusEl?.setText(text);
        },
        signal: planning.stop.signal,
      });
      if (this.planning === planning) this.shown = { planned, names };
    } catch (error) {
      failure = inWords(error);
    }
    // Another one began since, or the modal was closed: this one has nothing more to say.
    if (this.planning !== planning || planning.stop.signal.aborted) return;
    this.planning = null;
    this.showState();
    if (failure !== '') this.statusEl?.setText(failure);
  }

  /** Sets the texts and the button to where things stand. */
  private showState(): void {
    const planned = this.current();
    this.primary?.setButtonText(planned === null ? 'Show what would change' : 'Roll up');
    this.listEl?.empty();
    this.statusEl?.setText('');
    if (planned === null) return;
    const created = planned.plan.edits.filter(({ before }) => before === null);
    const changed = planned.plan.edits.filter(({ before }) => before !== null);
    const touched = pagesTouched(created.length, changed.length);
    this.statusEl?.setText(touched === null ? 'Nothing would change: everything is up to date.' : `This would be written: ${touched}.`);
    this.list(`${counted(created.length, 'new page', 'new pages')}`, created);
    this.list(`${counted(changed.length, 'changed page', 'changed pages')}`, changed);
  }

  private list(heading: string, edits: readonly FileEdit[]): void {
    if (edits.length === 0 || this.listEl === null) return;
    this.listEl.createEl('h3', { text: heading });
    const list = this.listEl.createEl('ul');
    for (const { path } of edits) list.createEl('li', { text: path });
  }
}
