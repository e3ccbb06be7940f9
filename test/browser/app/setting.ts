/**
 * A row of the app's windows: name and description in front, the controls behind; and a group of such rows under a
 * heading.
 */
import {
  ButtonComponent,
  DropdownComponent,
  ExtraButtonComponent,
  TextAreaComponent,
  TextComponent,
  ToggleComponent,
} from './components';

export class Setting {
  readonly settingEl: HTMLElement;
  readonly infoEl: HTMLElement;
  readonly nameEl: HTMLElement;
  readonly descEl: HTMLElement;
  readonly controlEl: HTMLElement;
  private errorEl: HTMLElement | null = null;

  constructor(containerEl: HTMLElement) {
    this.settingEl = containerEl.createDiv({ cls: 'setting-item' });
    this.infoEl = this.settingEl.createDiv({ cls: 'setting-item-info' });
    this.nameEl = this.infoEl.createDiv({ cls: 'setting-item-name' });
    this.descEl = this.infoEl.createDiv({ cls: 'setting-item-description' });
    this.controlEl = this.settingEl.createDiv({ cls: 'setting-item-control' });
  }

  setName(name: string | DocumentFragment): this {
    this.nameEl.setText(name);
    return this;
  }

  setDesc(desc: string | DocumentFragment): this {
    this.descEl.setText(desc);
    return this;
  }

  setClass(name: string): this {
    this.settingEl.addClass(name);
    return this;
  }

  setHeading(): this {
    return this.setClass('setting-item-heading');
  }

  /** What is wrong with what was typed, below the row's description; none for an empty text. */
  setErrorMessage(message: string | null): this {
    this.settingEl.toggleClass('is-invalid', message !== null && message !== '');
    this.errorEl ??= this.infoEl.createDiv({ cls: 'setting-item-error', attr: { role: 'alert' } });
    this.errorEl.setText(message ?? '');
    return this;
  }

  addButton(make: (button: ButtonComponent) => unknown): this {
    make(new ButtonComponent(this.controlEl));
    return this;
  }

  addExtraButton(make: (button: ExtraButtonComponent) => unknown): this {
    make(new ExtraButtonComponent(this.controlEl));
    return this;
  }

  addToggle(make: (toggle: ToggleComponent) => unknown): this {
    this.setClass('mod-toggle');
    make(new ToggleComponent(this.controlEl));
    return this;
  }

  addText(make: (text: TextComponent) => unknown): this {
    make(new TextComponent(this.controlEl));
    return this;
  }

  addTextArea(make: (text: TextAreaComponent) => unknown): this {
    make(new TextAreaComponent(this.controlEl));
    return this;
  }

  addDropdown(make: (dropdown: DropdownComponent) => unknown): this {
    make(new DropdownComponent(this.controlEl));
    return this;
  }
}

export class SettingGroup {
  readonly groupEl: HTMLElement;
  readonly listEl: HTMLElement;
  private heading: Setting | null = null;

  constructor(containerEl: HTMLElement) {
    this.groupEl = containerEl.createDiv({ cls: 'setting-group' });
    this.listEl = this.groupEl.createDiv({ cls: 'setting-items' });
  }

  setHeading(text: string | DocumentFragment): this {
    this.headingRow().setName(text).nameEl.setAttrs({ role: 'heading', 'aria-level': '3' });
    return this;
  }

  addClass(...names: string[]): this {
    this.groupEl.addClass(...names);
    return this;
  }

  addSetting(make: (setting: Setting) => unknown): this {
    make(new Setting(this.listEl));
    return this;
  }

  addExtraButton(make: (button: ExtraButtonComponent) => unknown): this {
    make(new ExtraButtonComponent(this.headingRow().controlEl));
    return this;
  }

  private headingRow(): Setting {
    if (this.heading === null) {
      this.heading = new Setting(this.groupEl).setHeading();
      this.groupEl.prepend(this.heading.settingEl);
    }
    return this.heading;
  }
}
