/** The settings as rows of the app's settings window. What each does and may hold comes from the one table of settings. */
import { type App, type Plugin, PluginSettingTab, type SettingDefinitionItem } from 'obsidian';
import { PROPERTY_KEYS, type PropertyKey, type Settings, SETTINGS } from '../settings/settings';
import { showLines } from './notices';
import type { PluginSettings } from './plugin-settings';
import { inWords, splitNames } from './roll-up-words';

/** A setting that fits one control. */
interface Row<K extends keyof Settings> {
  readonly name: string;
  /** What the control shows. */
  readonly shown: (value: Settings[K]) => string | number;
  /** The JSON value for `data.json`; undefined for an empty control, which stands for the default. */
  readonly json: (typed: string | number) => unknown;
}

const asTyped = (typed: string | number): unknown => (typed === '' ? undefined : typed);

const ROWS = {
  me: { name: 'Your names', shown: (names) => names.join(', '), json: (typed) => splitNames(String(typed)) },
  startDate: { name: 'Start date', shown: (day) => day ?? '', json: (typed) => asTyped(String(typed).trim()) },
  exclude: {
    name: 'Excluded folders',
    shown: (globs) => globs.join('\n'),
    json: (typed) => String(typed).split('\n').map((glob) => glob.trim()).filter((glob) => glob !== ''),
  },
  rollupFolder: { name: 'Folder of the rollup pages', shown: (folder) => folder, json: (typed) => asTyped(String(typed).trim()) },
  newPages: { name: 'New pages', shown: (which) => which, json: asTyped },
  rowsPerSection: { name: 'Rows per section', shown: (rows) => rows, json: asTyped },
} as const satisfies { readonly [K in keyof Settings]?: Row<K> };

type RowKey = keyof typeof ROWS;

const NEW_PAGES: Record<Settings['newPages'], string> = {
  linked: 'For names given as links',
  frequent: 'For names met often',
  never: 'Never',
};

const PROPERTIES: Record<PropertyKey, string> = {
  last_contact: 'Last contact',
  meetings: 'Meetings',
  open_follow_ups: 'Open follow-ups',
  open_questions: 'Open questions',
};

const PROPERTY = 'properties.';

export class ThroughlineSettingTab extends PluginSettingTab {
  constructor(app: App, plugin: Plugin, private readonly stored: PluginSettings) {
    super(app, plugin);
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    return [
      { ...row('me'), control: { ...control('me'), type: 'text', placeholder: 'Ann Lee, Ann' } },
      { ...row('startDate'), control: { ...control('startDate'), type: 'text', placeholder: '2025-09-01' } },
      { ...row('exclude'), control: { ...control('exclude'), type: 'textarea', rows: 4 } },
      { ...row('rollupFolder'), control: { ...control('rollupFolder'), type: 'folder', placeholder: SETTINGS.rollupFolder.fallback } },
      { ...row('newPages'), control: { ...control('newPages'), type: 'dropdown', options: NEW_PAGES } },
      {
        ...row('rowsPerSection'),
        control: { key: 'rowsPerSection', type: 'number', defaultValue: SETTINGS.rowsPerSection.fallback, min: 1, step: 1, validate: validator('rowsPerSection') },
      },
      {
        type: 'group',
        heading: 'Properties kept on pages',
        items: PROPERTY_KEYS.map((key) => ({
          name: PROPERTIES[key],
          desc: `Kept as ${key}. One that was there before is never changed.`,
          control: { key: `${PROPERTY}${key}`, type: 'toggle' },
        })),
      },
    ];
  }

  override getControlValue(key: string): unknown {
    const settings = this.stored.current;
    const property = propertyOf(key);
    if (property !== null) return settings.properties.includes(property);
    return isRowKey(key) ? shownIn(key, settings) : undefined;
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    try {
      const property = propertyOf(key);
      if (property !== null) {
        const kept = PROPERTY_KEYS.filter((each) => (each === property ? value === true : this.stored.current.properties.includes(each)));
        await this.stored.change('properties', kept);
      } else if (isRowKey(key) && (typeof value === 'string' || typeof value === 'number')) {
        await this.stored.change(key, ROWS[key].json(value));
      }
    } catch (error) {
      showLines([`The setting was not saved: ${inWords(error)}`], { stays: true });
    }
  }
}

/** The documentation's sentences, without their marks for code. */
function row(key: RowKey): { readonly name: string; readonly desc: string } {
  return { name: ROWS[key].name, desc: SETTINGS[key].doc.replace(/`/g, '') };
}

function control<K extends RowKey>(key: K): { readonly key: K; readonly validate: (typed: string) => string | undefined } {
  return { key, validate: validator(key) };
}

/** Says what is wrong with what was typed, by the very check that reads `data.json`. */
function validator(key: RowKey): (typed: string | number) => string | undefined {
  return (typed) => {
    const json = ROWS[key].json(typed);
    const problems: string[] = [];
    if (json !== undefined) SETTINGS[key].check.read(json, ROWS[key].name, problems);
    return problems.length === 0 ? undefined : `${problems.join('. ')}.`;
  };
}

function shownIn<K extends RowKey>(key: K, settings: Settings): string | number {
  const { shown } = ROWS[key] as Row<K>;
  return shown(settings[key]);
}

function isRowKey(key: string): key is RowKey {
  return Object.hasOwn(ROWS, key);
}

function propertyOf(key: string): PropertyKey | null {
  return PROPERTY_KEYS.find((property) => key === `${PROPERTY}${property}`) ?? null;
}
