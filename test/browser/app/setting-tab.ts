/**
 * The settings window as Obsidian 1.13 makes it of definitions: rows, groups, lists and pages, by what the API's own
 * documentation says of each. A change is validated, then handed to the tab, which stores it; what is wrong is said
 * below the row and not handed on. What the documentation leaves open is taken at its least: a row that comes or goes
 * is seen when the tab asks for it, not before.
 */
import { type App as AppMock } from 'obsidian-test-mocks/obsidian';
import type {
  App,
  Plugin,
  SettingControl,
  SettingDefinition,
  SettingDefinitionGroup,
  SettingDefinitionItem,
  SettingDefinitionList,
  SettingDefinitionPage,
  SettingGroupItem,
} from 'obsidian';
import { ExtraButtonComponent, TextAreaComponent, TextComponent } from './components';
import { suggestPaths } from './path-suggest';
import { Setting, SettingGroup } from './setting';
import { Modal } from './windows';

type Predicate = boolean | (() => boolean) | undefined;

const holds = (predicate: Predicate, otherwise: boolean): boolean =>
  typeof predicate === 'function' ? predicate() : (predicate ?? otherwise);

let made = 0;

export abstract class SettingTab {
  icon = '';
  readonly containerEl = createDiv({ cls: 'vertical-tab-content' });
  settingItems: SettingDefinitionItem[] = [];
  /** Apart: the names of a tab's own parts are the plugin's to choose. */
  readonly drawing__ = new TabDrawing(this);

  constructor(readonly app: App) {}

  abstract getSettingDefinitions(): SettingDefinitionItem[];
  abstract getControlValue(key: string): unknown;
  abstract setControlValue(key: string, value: unknown): void | Promise<void>;

  update(): void {
    this.settingItems = this.getSettingDefinitions();
    this.drawing__.renderIfShown();
  }

  refreshDomState(): void {
    this.drawing__.applyPredicates();
  }

  hide(): void {
    this.drawing__.hide();
  }
}

class TabDrawing {
  /** The pages that are open, one within the other, by their names: an update keeps them. */
  private trail: string[] = [];
  private readonly predicates: (() => void)[] = [];
  private shown = false;

  constructor(private readonly tab: SettingTab) {}

  show(): void {
    this.shown = true;
    this.trail = [];
    this.tab.update();
  }

  hide(): void {
    this.shown = false;
    this.tab.containerEl.empty();
  }

  renderIfShown(): void {
    if (this.shown) this.render();
  }

  applyPredicates(): void {
    for (const apply of this.predicates) apply();
  }

  private render(): void {
    const focused = document.activeElement?.getAttribute('data-key');
    this.predicates.length = 0;
    this.tab.containerEl.empty();
    let items = this.tab.settingItems;
    const open: string[] = [];
    for (const name of this.trail) {
      const page = items
        .flatMap((item) => ('type' in item && item.type !== 'page' ? (item.items ?? []) : [item]))
        .find((item): item is SettingDefinitionPage => 'type' in item && item.name === name);
      if (page === undefined) break;
      open.push(name);
      items = page.items ?? [];
    }
    this.trail = open;
    const title = open.at(-1);
    if (title !== undefined) this.titleBar(title);
    for (const item of inGroups(items)) this.group(item);
    if (focused !== null && focused !== undefined)
      this.tab.containerEl.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  private titleBar(title: string): void {
    const bar = this.tab.containerEl.createDiv({ cls: 'setting-page-titlebar' });
    const back = new ExtraButtonComponent(bar)
      .setIcon('chevron-left')
      .setTooltip(document.documentElement.lang === 'de' ? 'Zurück' : 'Back')
      .onClick(() => {
        this.trail.pop();
        this.render();
        this.tab.containerEl.querySelector<HTMLElement>(`[data-key="page:${CSS.escape(title)}"]`)?.focus();
      });
    bar.createDiv({ cls: 'setting-page-title', text: title, attr: { role: 'heading', 'aria-level': '2' } });
    back.buttonEl.focus();
  }

  private group(definition: SettingDefinitionGroup): void {
    const group = new SettingGroup(this.tab.containerEl);
    if (definition.heading !== undefined) group.setHeading(definition.heading);
    if (definition.cls !== undefined) group.addClass(...definition.cls.split(' '));
    const list = isList(definition) ? definition : null;
    if (list !== null) this.list(list, group);
    for (const [index, item] of (definition.items ?? []).entries()) {
      group.addSetting((setting) => {
        this.row(item, setting, index);
        if (list !== null) listItem(list, setting, index);
      });
    }
    if (list !== null && isMobile()) addRow(list, group);
    this.predicate(() => {
      group.groupEl.toggle(holds(definition.visible, true));
    });
  }

  private list({ addItem, emptyState, items = [] }: SettingDefinitionList, group: SettingGroup): void {
    group.addClass('mod-list');
    if (addItem !== undefined && !isMobile())
      group.addExtraButton((button) =>
        button
          .setIcon('plus')
          .setTooltip(addItem.name)
          .onClick(() => {
            addItem.action(button.extraSettingsEl);
          }),
      );
    if (items.length === 0 && emptyState !== undefined)
      group.listEl.createDiv({ cls: 'setting-items-empty' }).append(emptyState);
  }

  private row(item: SettingGroupItem, setting: Setting, index: number): void {
    setting.setName(item.name).setDesc(item.desc ?? '');
    this.predicate(() => {
      setting.settingEl.toggle(holds(item.visible, true));
    });
    if ('type' in item) {
      tappable(setting, `page:${item.name}`, () => {
        this.trail.push(item.name);
        this.render();
      });
      setting.controlEl.createSpan({ cls: 'setting-page-chevron', text: '›', attr: { 'aria-hidden': 'true' } });
    } else if (item.action !== undefined) {
      const { action } = item;
      tappable(setting, `action:${item.name}`, (el) => {
        action(el, index);
      });
    } else if (item.render !== undefined) throw new Error(`“${item.name}” renders itself, which is not drawn here.`);
    else if (item.control !== undefined) this.control(item, item.control, setting);
  }

  private control({ name }: SettingDefinition, control: SettingControl, setting: Setting): void {
    made += 1;
    setting.descEl.id = `setting-desc-${made}`;
    const value = this.tab.getControlValue(control.key) ?? control.defaultValue;
    const validate = control.validate as ((value: unknown) => unknown) | undefined;
    const check = async (candidate: unknown): Promise<boolean> => {
      const wrong = await validate?.(candidate);
      setting.setErrorMessage(typeof wrong === 'string' ? wrong : null);
      return typeof wrong !== 'string' || wrong === '';
    };
    const changed = (next: unknown): void => {
      void check(next).then(async (fits) => {
        if (fits) await this.tab.setControlValue(control.key, next);
      });
    };
    const inputEl = draw(control, value, { setting, changed, app: this.tab.app });
    // How the app names its controls is not documented: as its row is called, here.
    inputEl.setAttrs({ 'aria-label': name, 'aria-describedby': setting.descEl.id, 'data-key': control.key });
    this.predicate(() => {
      (inputEl as HTMLInputElement).disabled = holds(control.disabled, false);
    });
    void check(value);
  }

  private predicate(apply: () => void): void {
    this.predicates.push(apply);
    apply();
  }
}

export abstract class PluginSettingTab extends SettingTab {
  constructor(
    app: App,
    readonly plugin: Plugin,
  ) {
    super(app);
  }
}

/** The settings window, with one tab of one plugin. */
export class SettingsWindow extends Modal {
  constructor(
    app: App,
    private readonly tab: SettingTab,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.modalEl.addClass('mod-settings');
    this.setTitle(document.documentElement.lang === 'de' ? 'Einstellungen' : 'Settings');
    this.contentEl.addClass('vertical-tab-content-container');
    this.contentEl.append(this.tab.containerEl);
    this.tab.drawing__.show();
  }

  override onClose(): void {
    this.tab.hide();
  }
}

function isList(definition: SettingDefinitionGroup): definition is SettingDefinitionList {
  return definition.type === 'list';
}

interface Drawing {
  readonly setting: Setting;
  readonly changed: (value: unknown) => void;
  readonly app: App;
}

/** The control; what it is of holds its value. */
function draw(control: SettingControl, value: unknown, { setting, changed, app }: Drawing): HTMLElement {
  if (control.type === 'toggle') {
    setting.addToggle((toggle) => toggle.setValue(value === true).onChange(changed));
    return setting.controlEl.querySelector('input') ?? setting.controlEl;
  }
  if (control.type === 'dropdown') {
    setting.addDropdown((dropdown) => dropdown.addOptions(control.options).setValue(String(value)).onChange(changed));
    return setting.controlEl.querySelector('select') ?? setting.controlEl;
  }
  if (control.type === 'textarea') {
    const area = new TextAreaComponent(setting.controlEl).setValue(String(value)).onChange(changed);
    area.inputEl.rows = control.rows ?? 2;
    return area.inputEl;
  }
  if (control.type !== 'text' && control.type !== 'number' && control.type !== 'file' && control.type !== 'folder')
    throw new Error(`A ${control.type} is not drawn here.`);
  const field = new TextComponent(setting.controlEl, control.type === 'number' ? 'number' : 'text')
    .setValue(String(value))
    .setPlaceholder(control.placeholder ?? '');
  field.onChange((typed) => {
    changed(control.type === 'number' ? numberOf(typed, control.defaultValue ?? 0) : typed);
  });
  if (control.type === 'number') {
    for (const limit of ['min', 'max', 'step'] as const)
      if (control[limit] !== undefined) field.inputEl.setAttribute(limit, String(control[limit]));
  }
  const { vault } = app as unknown as AppMock;
  if (control.type === 'file')
    suggestPaths(field.inputEl, () =>
      vault
        .getFiles()
        .filter((file) => control.filter?.(file as never) ?? true)
        .map(({ path }) => path),
    );
  if (control.type === 'folder')
    suggestPaths(field.inputEl, () =>
      vault
        .getAllFolders(control.includeRoot ?? false)
        .filter((folder) => control.filter?.(folder as never) ?? true)
        .map(({ path }) => path),
    );
  return field.inputEl;
}

function numberOf(typed: string, otherwise: number): number {
  const number = Number.parseFloat(typed);
  return Number.isNaN(number) ? otherwise : number;
}

/** Rows outside any group are one without a heading. */
function inGroups(items: readonly SettingDefinitionItem[]): SettingDefinitionGroup[] {
  const groups: SettingDefinitionGroup[] = [];
  let loose: SettingGroupItem[] | null = null;
  for (const item of items) {
    if ('type' in item && item.type !== 'page') {
      groups.push(item);
      loose = null;
    } else if (loose === null) {
      loose = [item];
      groups.push({ type: 'group', items: loose });
    } else loose.push(item);
  }
  return groups;
}

/** A row that is pressed as a whole. How the keyboard gets to it in the app is not documented: as to a button, here. */
function tappable(setting: Setting, key: string, press: (el: HTMLElement) => void): void {
  const { settingEl } = setting;
  settingEl.addClass('mod-action', 'tappable');
  const name = setting.nameEl.textContent;
  const button = setting.nameEl;
  button.setAttrs({ role: 'button', tabindex: '0', 'data-key': key, 'aria-label': name });
  settingEl.addEventListener('click', (event) => {
    if (!(event.target as Element).closest('.clickable-icon')) press(settingEl);
  });
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    press(settingEl);
  });
}

/** Entries of a list: moved by the handle in front, taken away by the button or a key. */
function listItem({ onDelete, onReorder }: SettingDefinitionList, setting: Setting, index: number): void {
  const { settingEl, nameEl } = setting;
  if (onReorder !== undefined) {
    settingEl.prepend(createDiv({ cls: 'setting-drag-handle', text: '⠿', attr: { 'aria-hidden': 'true' } }));
    settingEl.draggable = true;
    settingEl.addEventListener('dragstart', (event) => event.dataTransfer?.setData('text/plain', String(index)));
    settingEl.addEventListener('dragover', (event) => {
      event.preventDefault();
    });
    settingEl.addEventListener('drop', (event) => {
      event.preventDefault();
      onReorder(Number(event.dataTransfer?.getData('text/plain')), index);
    });
  }
  if (onDelete !== undefined) {
    const word = document.documentElement.lang === 'de' ? 'Löschen' : 'Delete';
    setting.addExtraButton((button) =>
      button
        .setIcon('trash')
        .setTooltip(`${word}: ${nameEl.textContent}`)
        .onClick(() => {
          onDelete(index);
        }),
    );
    settingEl.addEventListener('keydown', (event) => {
      if (event.key === 'Delete' || event.key === 'Backspace') onDelete(index);
    });
  }
}

function addRow({ addItem }: SettingDefinitionList, group: SettingGroup): void {
  if (addItem === undefined) return;
  group.addSetting((setting) => {
    setting.setName(`+ ${addItem.name}`).setClass('mod-add-item');
    tappable(setting, 'add', addItem.action);
  });
}

function isMobile(): boolean {
  return document.body.hasClass('is-mobile');
}
