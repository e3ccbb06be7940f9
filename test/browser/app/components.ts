/**
 * The app's controls as they stand in its windows: the doubles of the API hold values but draw nothing. Class names and
 * nesting are those that themes and plugins know the app by; what is not known is as plain as it can be.
 */
const ICONS: Readonly<Record<string, string>> = {
  plus: '+',
  trash: '✕',
  'grip-vertical': '⠿',
  'chevron-left': '‹',
  'chevron-right': '›',
};

class Disableable {
  disabled = false;

  constructor(private readonly control: HTMLElement & { disabled: boolean }) {}

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    this.control.disabled = disabled;
    return this;
  }

  then(act: (self: this) => unknown): this {
    act(this);
    return this;
  }
}

export class ButtonComponent extends Disableable {
  readonly buttonEl: HTMLButtonElement;
  private clicked: ((event: MouseEvent) => unknown) | null = null;

  constructor(containerEl: HTMLElement) {
    const buttonEl = containerEl.createEl('button', { attr: { type: 'button' } });
    super(buttonEl);
    this.buttonEl = buttonEl;
    buttonEl.addEventListener('click', (event) => void this.clicked?.(event));
  }

  setButtonText(text: string): this {
    this.buttonEl.setText(text);
    return this;
  }

  setCta(): this {
    return this.setClass('mod-cta');
  }

  removeCta(): this {
    this.buttonEl.removeClass('mod-cta');
    return this;
  }

  setWarning(): this {
    return this.setClass('mod-warning');
  }

  setDestructive(): this {
    return this.setClass('mod-destructive');
  }

  setClass(name: string): this {
    this.buttonEl.addClass(name);
    return this;
  }

  /** The app draws icons; here each is a sign of its own. */
  setIcon(icon: string): this {
    this.buttonEl.setText(ICONS[icon] ?? icon);
    return this;
  }

  setTooltip(text: string): this {
    this.buttonEl.setAttribute('aria-label', text);
    return this;
  }

  onClick(clicked: (event: MouseEvent) => unknown): this {
    this.clicked = clicked;
    return this;
  }
}

/** In the app it is a box that can be clicked; a button here, so that the keyboard has a way to it. */
export class ExtraButtonComponent extends ButtonComponent {
  readonly extraSettingsEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    super(containerEl);
    this.extraSettingsEl = this.buttonEl;
    this.setClass('clickable-icon').setClass('extra-setting-button');
  }
}

/** A box around a checkbox that is laid over it: a click goes to either, the keyboard to the checkbox. */
export class ToggleComponent extends Disableable {
  readonly toggleEl: HTMLElement;
  private readonly checkbox: HTMLInputElement;
  private changed: ((on: boolean) => unknown) | null = null;

  constructor(containerEl: HTMLElement) {
    const toggleEl = containerEl.createDiv({ cls: 'checkbox-container' });
    const checkbox = toggleEl.createEl('input', { type: 'checkbox', attr: { tabindex: '0' } });
    super(checkbox);
    this.toggleEl = toggleEl;
    this.checkbox = checkbox;
    toggleEl.addEventListener('click', (event) => {
      if (event.target !== checkbox && !this.disabled) this.turn(!this.getValue());
    });
    checkbox.addEventListener('change', () => {
      this.turn(checkbox.checked);
    });
  }

  getValue(): boolean {
    return this.checkbox.checked;
  }

  /**
   * Whether the app tells of a value that is set from code is not documented; the doubles of the API do, so this does.
   */
  setValue(on: boolean): this {
    if (on !== this.getValue() || on !== this.toggleEl.hasClass('is-enabled')) this.turn(on);
    return this;
  }

  setTooltip(text: string): this {
    this.toggleEl.setAttribute('aria-label', text);
    return this;
  }

  onChange(changed: (on: boolean) => unknown): this {
    this.changed = changed;
    return this;
  }

  private turn(on: boolean): void {
    this.checkbox.checked = on;
    this.toggleEl.toggleClass('is-enabled', on);
    void this.changed?.(on);
  }
}

class TypedComponent<E extends HTMLInputElement | HTMLTextAreaElement> extends Disableable {
  private changed: ((text: string) => unknown) | null = null;

  constructor(readonly inputEl: E) {
    super(inputEl);
    inputEl.addEventListener('input', () => {
      this.onChanged();
    });
  }

  getValue(): string {
    return this.inputEl.value;
  }

  setValue(text: string): this {
    this.inputEl.value = text;
    return this;
  }

  setPlaceholder(text: string): this {
    this.inputEl.placeholder = text;
    return this;
  }

  onChange(changed: (text: string) => unknown): this {
    this.changed = changed;
    return this;
  }

  onChanged(): void {
    void this.changed?.(this.getValue());
  }
}

export class TextComponent extends TypedComponent<HTMLInputElement> {
  constructor(containerEl: HTMLElement, type = 'text') {
    super(containerEl.createEl('input', { type, attr: { spellcheck: 'false' } }));
  }
}

export class TextAreaComponent extends TypedComponent<HTMLTextAreaElement> {
  constructor(containerEl: HTMLElement) {
    super(containerEl.createEl('textarea', { attr: { spellcheck: 'false' } }));
  }
}

export class DropdownComponent extends Disableable {
  readonly selectEl: HTMLSelectElement;
  private changed: ((value: string) => unknown) | null = null;

  constructor(containerEl: HTMLElement) {
    const selectEl = containerEl.createEl('select', { cls: 'dropdown' });
    super(selectEl);
    this.selectEl = selectEl;
    selectEl.addEventListener('change', () => void this.changed?.(this.getValue()));
  }

  addOption(value: string, text: string): this {
    this.selectEl.createEl('option', { value, text });
    return this;
  }

  addOptions(options: Readonly<Record<string, string>>): this {
    for (const [value, text] of Object.entries(options)) this.addOption(value, text);
    return this;
  }

  getValue(): string {
    return this.selectEl.value;
  }

  setValue(value: string): this {
    this.selectEl.value = value;
    return this;
  }

  onChange(changed: (value: string) => unknown): this {
    this.changed = changed;
    return this;
  }
}

/** How a progress bar of the app is named is not documented: it says nothing to a reader here. */
export class ProgressBarComponent {
  private readonly lineEl: HTMLElement;
  private value = 0;

  constructor(containerEl: HTMLElement) {
    this.lineEl = containerEl
      .createDiv({ cls: 'setting-progress-bar' })
      .createDiv({ cls: 'setting-progress-bar-inner' });
  }

  getValue(): number {
    return this.value;
  }

  setValue(value: number): this {
    this.value = value;
    this.lineEl.setCssStyles({ width: `${value}%` });
    return this;
  }
}
