/** The settings as rows of the app's settings window: every row of the table of settings, in groups and pages. */
import {
  type App,
  ConfirmationModal,
  Menu,
  type Plugin,
  PluginSettingTab,
  type SettingDefinition,
  type SettingDefinitionItem,
  type SettingDefinitionPage,
} from 'obsidian';
import type { EntityKind } from '../../note/kinds';
import { SECTION_HEADINGS } from '../../note/section-table';
import { WORD_LIST_IDS } from '../../note/word-lists';
import { PROPERTY_KEYS, type Settings } from '../../settings/settings';
import { AddKindModal } from './add-kind-modal';
import type { DeviceSettings, DeviceSwitch } from '../vault/device-settings';
import { withPart } from './json-parts';
import { showLines } from '../notices/notices';
import { kindName } from './kind-name';
import type { PluginSettings } from '../vault/plugin-settings';
import { inWords } from '../notices/roll-up-words';
import {
  defaultKind,
  type Field,
  KIND_PART_KEYS,
  kindField,
  PAGE_SECTION_KEYS,
  pageSectionName,
  propertyField,
  type RowKey,
  rowField,
  sectionField,
  wordField,
  type Typed,
  withPageSections,
  writtenField,
} from './setting-fields';
import { words } from '../words/in-app';
import { keysOf } from '../../text/keys-of';

const SECTION_KINDS = keysOf(SECTION_HEADINGS);

export class ThroughlineSettingTab extends PluginSettingTab {
  /** The fields of the rows that are shown, by the key of their control. */
  private readonly fields = new Map<string, Field>();

  constructor(
    app: App,
    plugin: Plugin,
    private readonly stored: PluginSettings,
    private readonly device: DeviceSettings,
    private readonly offerBases: () => void,
  ) {
    super(app, plugin);
    this.containerEl.addClass('throughline-settings');
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    this.fields.clear();
    return [
      this.row('me'),
      this.row('startDate'),
      this.row('newPages'),
      {
        type: 'group',
        heading: words.settings.groups.pages,
        items: [
          { type: 'page', ...words.settings.subpages.kinds, items: this.kinds() },
          {
            type: 'page',
            ...words.settings.subpages.properties,
            items: PROPERTY_KEYS.map((key) => this.field(propertyField(key))),
          },
          this.row('rowsPerSection'),
          this.row('blockPosition'),
          { ...words.settings.bases, action: this.offerBases },
        ],
      },
      {
        type: 'group',
        heading: words.settings.groups.rollupPages,
        items: [this.row('rollupFolder'), this.row('rowsPerQueue'), this.row('allTasks')],
      },
      {
        type: 'group',
        heading: words.settings.groups.takingNotes,
        items: [this.row('meetingTemplate'), this.row('calendars'), this.row('suggestOwners')],
      },
      {
        type: 'group',
        heading: words.settings.groups.readingNotes,
        items: [
          this.row('exclude'),
          this.row('typeKeys'),
          this.row('meetingTypes'),
          this.row('notMeetingTypes'),
          this.row('dateKeys'),
          this.row('dayOrder'),
          {
            type: 'page',
            ...words.settings.subpages.words,
            items: WORD_LIST_IDS.map((id) => this.field(wordField(id))),
          },
          {
            type: 'page',
            ...words.settings.subpages.sections,
            items: SECTION_KINDS.map((section) => this.field(sectionField(section))),
          },
          this.row('answerWords'),
          this.row('proposedStatus'),
          this.row('proposedTag'),
        ],
      },
      {
        type: 'group',
        heading: words.settings.groups.device,
        items: this.device.switches.map(({ key, name, desc, available }): SettingDefinition => ({
          name,
          desc,
          visible: () => available(),
          control: { key: `device.${key}`, type: 'toggle' },
        })),
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
      // One switch is offered only where another is on.
      this.refreshDomState();
      return;
    }
    const field = this.fields.get(key);
    if (field === undefined || !isTyped(value)) return;
    await this.save(
      field.key,
      field.json(value, { settings: this.stored.current, written: this.stored.written(field.key) }),
    );
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
      showLines([words.settings.notSaved(inWords(error))], { stays: true });
    }
  }

  /** As `save`, where rows come, go or move by it. */
  private async restructure(key: keyof Settings, json: unknown): Promise<void> {
    await this.save(key, json);
    this.update();
  }

  private kinds(): SettingDefinitionItem[] {
    return [
      {
        type: 'list',
        heading: words.settings.subpages.kinds.name,
        items: this.stored.current.kinds.map((kind) => this.kind(kind)),
        addItem: {
          name: words.settings.kinds.add,
          action: () => {
            new AddKindModal(this.app, this.stored.current.kinds, ({ id, folder }) => {
              void this.restructure(
                'kinds',
                withPart(this.stored.written('kinds'), [id], {
                  folder,
                  ...(Array.isArray(this.stored.written('kinds')) ? { id } : {}),
                }),
              );
            }).open();
          },
        },
      },
    ];
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
      name: kindName(id),
      desc: enabled ? words.settings.kinds.inFolder(folder) : words.settings.kinds.notUsed,
      items: [
        ...KIND_PART_KEYS.map((part) => this.field(kindField(id, part))),
        this.field(writtenField(id)),
        {
          type: 'list',
          heading: words.settings.kinds.sections,
          emptyState: words.settings.kinds.noSections,
          items: sections.map((section) => ({ name: pageSectionName(section) })),
          onDelete: (at) => change(sections.filter((_, index) => index !== at)),
          onReorder: (from, to) => change(moved(sections, from, to)),
          ...(missing.length === 0
            ? {}
            : {
                addItem: {
                  name: words.settings.kinds.addSection,
                  action: (el: HTMLElement) => {
                    const menu = new Menu();
                    for (const section of missing)
                      menu.addItem((item) =>
                        item.setTitle(pageSectionName(section)).onClick(() => change([...sections, section])),
                      );
                    const { left, bottom } = el.getBoundingClientRect();
                    menu.showAtPosition({ x: left, y: bottom }, el.doc);
                  },
                },
              }),
        },
        {
          name: standard ? words.settings.kinds.reset : words.settings.kinds.remove,
          desc: standard ? words.settings.kinds.resetDesc : words.settings.kinds.removeDesc,
          action: () => this.askToForget(id, standard),
        },
      ],
    };
  }

  private askToForget(id: string, standard: boolean): void {
    const modal = new ConfirmationModal(this.app);
    modal.setTitle(standard ? words.settings.kinds.askReset : words.settings.kinds.askRemove);
    modal.contentEl.createEl('p', {
      text: standard ? words.settings.kinds.forgotten(id) : words.settings.kinds.forgottenPages(id),
    });
    modal.addButton((button) =>
      button
        .setButtonText(standard ? words.settings.kinds.resetButton : words.settings.kinds.removeButton)
        .setDestructive()
        .onClick(() => {
          void this.restructure('kinds', withPart(this.stored.written('kinds'), [id], undefined));
        }),
    );
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
