/** The settings as rows of the app's settings window: every row of the table of settings, in groups and pages. */
import { type App, ConfirmationModal, Menu, type Plugin, PluginSettingTab, type SettingDefinition, type SettingDefinitionItem, type SettingDefinitionPage } from 'obsidian';
import type { EntityKind } from '../note/kinds';
import type { SectionKind } from '../note/note';
import { SECTION_HEADINGS } from '../note/section-table';
import { PROPERTY_KEYS, type Settings } from '../settings/settings';
import { AddKindModal } from './add-kind-modal';
import type { DeviceSettings, DeviceSwitch } from './device-settings';
import { withPart } from './json-parts';
import { showLines } from './notices';
import type { PluginSettings } from './plugin-settings';
import { inWords } from './roll-up-words';
import {
  defaultKind, type Field, inSentenceCase, KIND_PART_KEYS, kindField, PAGE_SECTION_KEYS, pageSectionName, propertyField, type RowKey, rowField, sectionField, type Typed,
  withPageSections, writtenField,
} from './setting-fields';

const SECTION_KINDS = Object.keys(SECTION_HEADINGS) as readonly SectionKind[];

export class ThroughlineSettingTab extends PluginSettingTab {
  /** The fields of the rows that are shown, by the key of their control. */
  private readonly fields = new Map<string, Field>();

  constructor(app: App, plugin: Plugin, private readonly stored: PluginSettings, private readonly device: DeviceSettings) {
    super(app, plugin);
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    this.fields.clear();
    return [
      this.row('me'), this.row('startDate'), this.row('newPages'),
      {
        type: 'group', heading: 'Pages of people, projects and accounts',
        items: [
          { type: 'page', name: 'Kinds of pages', desc: 'Who and what gets pages: their folders, types, properties, templates and sections.', items: this.kinds() },
          { type: 'page', name: 'Properties kept on pages', desc: 'For Bases and other views of your vault.', items: PROPERTY_KEYS.map((key) => this.field(propertyField(key))) },
          this.row('rowsPerSection'), this.row('blockPosition'),
        ],
      },
      { type: 'group', heading: 'Rollup pages', items: [this.row('rollupFolder'), this.row('rowsPerQueue'), this.row('allTasks')] },
      { type: 'group', heading: 'Taking notes', items: [this.row('meetingTemplate'), this.row('suggestOwners')] },
      {
        type: 'group', heading: 'Reading notes',
        items: [
          this.row('exclude'), this.row('typeKeys'), this.row('meetingTypes'), this.row('notMeetingTypes'), this.row('dateKeys'),
          { type: 'page', name: 'Headings of sections', desc: 'Your own words for action items, decisions, open questions and the rest, in any language.', items: SECTION_KINDS.map((section) => this.field(sectionField(section))) },
          this.row('answerWords'), this.row('proposedStatus'), this.row('proposedTag'),
        ],
      },
      {
        type: 'group', heading: 'This device',
        items: this.device.switches.map(({ key, name, desc, available }): SettingDefinition => ({ name, desc, visible: () => available(), control: { key: `device.${key}`, type: 'toggle' } })),
      },
    ];
  }

  override getControlValue(key: string): unknown {
    const own = this.switchOf(key);
    return own === undefined ? this.fields.get(key)?.shown(this.stored.current) : own.isOn();
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const own = this.switchOf(key);
    if (own !== undefined) {
      own.set(value === true);
      return;
    }
    const field = this.fields.get(key);
    if (field === undefined || !isTyped(value)) return;
    await this.save(field.key, field.json(value, { settings: this.stored.current, written: this.stored.written(field.key) }));
  }

  private row(key: RowKey): SettingDefinition {
    return this.field(rowField(key));
  }

  private field(field: Field): SettingDefinition {
    const { definition } = field;
    if (definition.control !== undefined) this.fields.set(definition.control.key, field);
    return definition;
  }

  private switchOf(key: string): DeviceSwitch | undefined {
    return this.device.switches.find((each) => key === `device.${each.key}`);
  }

  private async save(key: keyof Settings, json: unknown): Promise<void> {
    try {
      await this.stored.change(key, json);
    } catch (error) {
      showLines([`The setting was not saved: ${inWords(error)}`], { stays: true });
    }
  }

  /** As `save`, where rows come, go or move by it. */
  private async restructure(key: keyof Settings, json: unknown): Promise<void> {
    await this.save(key, json);
    this.update();
  }

  private kinds(): SettingDefinitionItem[] {
    return [{
      type: 'list',
      heading: 'Kinds of pages',
      items: this.stored.current.kinds.map((kind) => this.kind(kind)),
      addItem: {
        name: 'Add a kind',
        action: () => new AddKindModal(this.app, this.stored.current.kinds, ({ id, folder }) => {
          void this.restructure('kinds', withPart(this.stored.written('kinds'), [id], { folder, ...(Array.isArray(this.stored.written('kinds')) ? { id } : {}) }));
        }).open(),
      },
    }];
  }

  private kind(kind: EntityKind): SettingDefinitionPage {
    const { id, folder, enabled, sections } = kind;
    const change = (next: readonly EntityKind['sections'][number][]): void => {
      void this.restructure('kinds', withPageSections(this.stored.written('kinds'), { id, sections: next }));
    };
    const missing = PAGE_SECTION_KEYS.filter((section) => !sections.includes(section));
    const standard = defaultKind(id) !== undefined;
    return {
      type: 'page',
      name: inSentenceCase(id.replace(/-/g, ' ')),
      desc: enabled ? `Pages in folders named ${folder}.` : 'Not used.',
      items: [
        ...KIND_PART_KEYS.map((part) => this.field(kindField(id, part))),
        this.field(writtenField(id)),
        {
          type: 'list',
          heading: 'Sections of its pages, in this order',
          emptyState: 'Its pages show the head line alone.',
          items: sections.map((section) => ({ name: pageSectionName(section) })),
          onDelete: (at) => change(sections.filter((_, index) => index !== at)),
          onReorder: (from, to) => change(moved(sections, from, to)),
          ...(missing.length === 0 ? {} : {
            addItem: {
              name: 'Add a section',
              action: (el: HTMLElement) => {
                const menu = new Menu();
                for (const section of missing) menu.addItem((item) => item.setTitle(pageSectionName(section)).onClick(() => change([...sections, section])));
                const { left, bottom } = el.getBoundingClientRect();
                menu.showAtPosition({ x: left, y: bottom }, el.doc);
              },
            },
          }),
        },
        {
          name: standard ? 'Reset this kind' : 'Remove this kind',
          desc: standard ? 'Folders, types, properties and sections as they were at first.' : 'Its pages stay as they are.',
          action: () => this.askToForget(id, standard),
        },
      ],
    };
  }

  private askToForget(id: string, standard: boolean): void {
    const modal = new ConfirmationModal(this.app);
    modal.setTitle(standard ? 'Reset this kind?' : 'Remove this kind?');
    modal.contentEl.createEl('p', { text: standard ? `What was set for the kind “${id}” is forgotten.` : `What was set for the kind “${id}” is forgotten. Its pages stay as they are.` });
    modal.addButton((button) => button.setButtonText(standard ? 'Reset' : 'Remove').setDestructive().onClick(() => {
      void this.restructure('kinds', withPart(this.stored.written('kinds'), [id], undefined));
    }));
    modal.addCancelButton();
    modal.open();
  }
}

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}

function isTyped(value: unknown): value is Typed {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
