/**
 * The app's windows: they stand in the page until they are closed, the keyboard is in them, Escape closes the
 * uppermost, and where the keyboard was it is again.
 */
import { Scope } from 'obsidian-test-mocks/obsidian';
import { ButtonComponent } from './components';

const OPEN: Modal[] = [];

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  OPEN.at(-1)?.close();
});

/** Those who wait for a window. */
const WAITING: (() => void)[] = [];
const FOCUSABLE = 'input, textarea, select, button, a[href], [tabindex="0"]';
let made = 0;

export class Modal {
  readonly containerEl = createDiv({ cls: ['modal-container', 'mod-dim'] });
  readonly modalEl: HTMLElement;
  readonly titleEl: HTMLElement;
  readonly contentEl: HTMLElement;
  readonly scope = Scope.create__();
  shouldRestoreSelection = true;
  private focusedBefore: Element | null = null;

  constructor(readonly app: unknown) {
    this.containerEl.createDiv({ cls: 'modal-bg' }).addEventListener('click', () => {
      this.close();
    });
    made += 1;
    this.modalEl = this.containerEl.createDiv({
      cls: 'modal',
      attr: { role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': `modal-title-${made}`, tabindex: '-1' },
    });
    // What the app makes of a title is not documented; a reader hears it as one.
    this.titleEl = this.modalEl
      .createDiv({ cls: 'modal-header' })
      .createDiv({ cls: 'modal-title', attr: { id: `modal-title-${made}`, role: 'heading', 'aria-level': '2' } });
    this.contentEl = this.modalEl.createDiv({ cls: 'modal-content' });
  }

  static nextOpened__(): Promise<void> {
    return new Promise((resolve) => {
      WAITING.push(resolve);
    });
  }

  open(): void {
    if (OPEN.includes(this)) return;
    this.focusedBefore = document.activeElement;
    OPEN.push(this);
    document.body.append(this.containerEl);
    void this.onOpen();
    if (!this.modalEl.contains(document.activeElement))
      (this.modalEl.querySelector<HTMLElement>(FOCUSABLE) ?? this.modalEl).focus();
    for (const opened of WAITING.splice(0)) opened();
  }

  close(): void {
    if (!OPEN.includes(this)) return;
    OPEN.splice(OPEN.indexOf(this), 1);
    this.containerEl.detach();
    this.onClose();
    if (this.focusedBefore instanceof HTMLElement && this.focusedBefore.isConnected) this.focusedBefore.focus();
  }

  onOpen(): Promise<void> | void {}

  onClose(): void {}

  setTitle(title: string): this {
    this.titleEl.setText(title);
    return this;
  }

  setContent(content: string | DocumentFragment): this {
    this.contentEl.setText(content);
    return this;
  }
}

export class ConfirmationModal extends Modal {
  readonly buttonContainerEl: HTMLElement;

  constructor(app: unknown) {
    super(app);
    this.modalEl.addClass('mod-confirmation');
    this.buttonContainerEl = this.modalEl.createDiv({ cls: 'modal-button-container' });
  }

  addClass(name: string): this {
    this.containerEl.addClass(name);
    return this;
  }

  /** Closes the window after it was pressed. */
  addButton(make: (button: ButtonComponent) => unknown): this {
    const button = new ButtonComponent(this.buttonContainerEl);
    make(button);
    button.buttonEl.addEventListener('click', () => {
      this.close();
    });
    return this;
  }

  /** The app's own word, where none is given. */
  addCancelButton(text = document.documentElement.lang === 'de' ? 'Abbrechen' : 'Cancel'): this {
    return this.addButton((button) => button.setButtonText(text));
  }
}

/** Typing narrows a list, of which one is chosen. */
export abstract class SuggestModal<T> extends Modal {
  limit = 100;
  emptyStateText = 'No results found.';
  readonly inputEl: HTMLInputElement;
  readonly resultContainerEl: HTMLElement;
  private shown: T[] = [];
  private at = 0;

  constructor(app: unknown) {
    super(app);
    this.modalEl.removeClass('modal');
    this.modalEl.addClass('prompt');
    this.modalEl.empty();
    this.inputEl = this.modalEl.createDiv({ cls: 'prompt-input-container' }).createEl('input', {
      cls: 'prompt-input',
      type: 'text',
      attr: {
        role: 'combobox',
        'aria-expanded': 'true',
        'aria-controls': `prompt-results-${made}`,
        'aria-autocomplete': 'list',
      },
    });
    this.resultContainerEl = this.modalEl.createDiv({
      cls: 'prompt-results',
      attr: { id: `prompt-results-${made}`, role: 'listbox' },
    });
    this.inputEl.addEventListener('input', () => {
      this.suggest();
    });
    this.inputEl.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) this.mark((this.at + step + this.shown.length) % Math.max(1, this.shown.length));
      else if (event.key === 'Enter' && !event.isComposing) this.choose(this.at, event);
      else return;
      event.preventDefault();
    });
  }

  override open(): void {
    super.open();
    this.inputEl.focus();
    this.suggest();
  }

  setPlaceholder(text: string): void {
    this.inputEl.placeholder = text;
    // The window has no title: it is called as its field is.
    this.modalEl.removeAttribute('aria-labelledby');
    for (const el of [this.modalEl, this.inputEl, this.resultContainerEl]) el.setAttribute('aria-label', text);
  }

  abstract getSuggestions(query: string): T[];
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;

  private suggest(): void {
    this.shown = this.getSuggestions(this.inputEl.value).slice(0, this.limit);
    this.resultContainerEl.empty();
    if (this.shown.length === 0)
      this.resultContainerEl.createDiv({
        cls: 'suggestion-empty',
        text: this.emptyStateText,
        attr: { role: 'option', 'aria-selected': 'false' },
      });
    for (const [at, value] of this.shown.entries()) {
      const el = this.resultContainerEl.createDiv({ cls: 'suggestion-item', attr: { role: 'option' } });
      this.renderSuggestion(value, el);
      el.addEventListener('click', (event) => {
        this.choose(at, event);
      });
    }
    this.mark(0);
  }

  private mark(at: number): void {
    this.at = at;
    for (const [index, el] of [...this.resultContainerEl.querySelectorAll('.suggestion-item')].entries()) {
      el.classList.toggle('is-selected', index === at);
      el.setAttribute('aria-selected', String(index === at));
      if (index === at) el.scrollIntoView({ block: 'nearest' });
    }
  }

  /** The app closes the window first. */
  private choose(at: number, event: MouseEvent | KeyboardEvent): void {
    const value = this.shown[at];
    if (value === undefined) return;
    this.close();
    this.onChooseSuggestion(value, event);
  }
}

/** A letter after the other is looked for, as the app does; its order of hits is its own. */
export abstract class FuzzySuggestModal<T> extends SuggestModal<{
  readonly item: T;
  readonly match: { readonly score: number; readonly matches: never[] };
}> {
  abstract getItems(): T[];
  abstract getItemText(item: T): string;
  abstract onChooseItem(item: T, event: MouseEvent | KeyboardEvent): void;

  override getSuggestions(query: string) {
    const wanted = [...query.toLowerCase().replace(/\s/g, '')];
    const fits = (text: string): boolean => {
      let from = 0;
      return wanted.every((letter) => {
        from = text.indexOf(letter, from) + 1;
        return from > 0;
      });
    };
    return this.getItems()
      .filter((item) => fits(this.getItemText(item).toLowerCase()))
      .map((item) => ({ item, match: { score: 0, matches: [] as never[] } }));
  }

  override onChooseSuggestion({ item }: { readonly item: T }, event: MouseEvent | KeyboardEvent): void {
    this.onChooseItem(item, event);
  }
}

/** Each in a box at the window's upper end. They stay here until they are hidden: tests read them. */
export class Notice {
  readonly containerEl: HTMLElement;
  readonly messageEl: HTMLElement;

  constructor(message: string | DocumentFragment, duration?: number) {
    const all =
      document.querySelector('.notice-container') ??
      document.body.createDiv({ cls: 'notice-container', attr: { role: 'region', 'aria-label': 'Notices' } });
    this.containerEl = createDiv({ cls: 'notice', attr: { 'data-stays': String(duration === 0) } });
    this.messageEl = this.containerEl.createDiv({ cls: 'notice-message' });
    this.messageEl.append(message);
    all.append(this.containerEl);
  }

  get noticeEl(): HTMLElement {
    return this.messageEl;
  }

  setMessage(message: string | DocumentFragment): this {
    this.messageEl.replaceChildren(message);
    return this;
  }

  hide(): void {
    this.containerEl.detach();
  }
}

class MenuItem {
  readonly el: HTMLElement;

  constructor(parent: HTMLElement, hide: () => void) {
    this.el = parent.createDiv({ cls: 'menu-item', attr: { role: 'menuitem', tabindex: '-1' } });
    this.el.addEventListener('click', hide);
  }

  setTitle(title: string): this {
    this.el.createDiv({ cls: 'menu-item-title', text: title });
    return this;
  }

  onClick(clicked: (event: MouseEvent) => unknown): this {
    this.el.addEventListener('click', (event) => void clicked(event));
    return this;
  }
}

export class Menu {
  private readonly el = createDiv({ cls: 'menu', attr: { role: 'menu' } });
  private focusedBefore: Element | null = null;

  addItem(make: (item: MenuItem) => unknown): this {
    make(new MenuItem(this.el, () => this.hide()));
    return this;
  }

  showAtPosition({ x, y }: { readonly x: number; readonly y: number }, doc: Document = document): this {
    this.focusedBefore = doc.activeElement;
    (doc.querySelector('main') ?? doc.body).append(this.el);
    this.el.setCssStyles({
      left: `${Math.min(x, doc.documentElement.clientWidth - this.el.offsetWidth)}px`,
      top: `${Math.min(y, doc.documentElement.clientHeight - this.el.offsetHeight)}px`,
    });
    const items = [...this.el.querySelectorAll<HTMLElement>('.menu-item')];
    items[0]?.focus();
    this.el.addEventListener('keydown', (event) => {
      const at = items.indexOf(doc.activeElement as HTMLElement);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) items[(at + step + items.length) % items.length]?.focus();
      else if (event.key === 'Enter') items[at]?.click();
      else if (event.key === 'Escape') this.hide();
      else return;
      event.preventDefault();
    });
    return this;
  }

  hide(): this {
    this.el.detach();
    if (this.focusedBefore instanceof HTMLElement) this.focusedBefore.focus();
    return this;
  }
}
