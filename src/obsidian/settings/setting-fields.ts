/**
 * One field a control of the settings window: what it shows of the settings, and what it makes of what is typed. What a
 * setting is for and what it may hold comes from the one table of settings; here are the names of the rows and the
 * forms of their controls.
 */
import type { SettingControl, SettingDefinition } from 'obsidian';
import { DEFAULT_KINDS, type EntityKind, type PageSection } from '../../note/kinds';
import type { SectionKind } from '../../note/note';
import { SECTION_HEADINGS } from '../../note/section-table';
import { WORD_LISTS, type WordListId } from '../../note/word-lists';
import { PROPERTY_KEYS, type PropertyKey, readSettings, type Settings, SETTINGS } from '../../settings/settings';
import { withPart } from './json-parts';
import { splitNames } from '../notices/roll-up-words';
import { settingProblemText } from '../words/engine-text';
import { words } from '../words/in-app';
import { keysOf } from '../../text/keys-of';

export type Typed = string | number | boolean;

export interface Field {
  readonly definition: SettingDefinition;
  /** What the control shows. */
  readonly shown: (settings: Settings) => Typed;
  /** The setting it belongs to, and that setting's new JSON value; undefined for its default. */
  readonly key: keyof Settings;
  readonly json: (typed: Typed, now: { readonly settings: Settings; readonly written: unknown }) => unknown;
}

type Control = SettingControl extends infer C
  ? C extends { key: string }
    ? Omit<C, 'key' | 'validate' | 'defaultValue'>
    : never
  : never;

interface Row<K extends keyof Settings> {
  readonly control: Control;
  readonly shown: (value: Settings[K]) => Typed;
  /** Of what was typed; the default where nothing was. */
  readonly json: (typed: Typed) => unknown;
}

const lines = (typed: Typed): string[] =>
  String(typed)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const asTyped = (typed: Typed): unknown => (typed === '' ? undefined : typed);
const trimmed = (typed: Typed): unknown => asTyped(String(typed).trim());

const list = (): {
  control: Control;
  shown: (value: readonly string[]) => string;
  json: (typed: Typed) => unknown;
} => ({ control: { type: 'textarea', rows: 4 }, shown: (values) => values.join('\n'), json: lines });

/** The settings that fit one control. */
const ROWS = {
  me: {
    control: { type: 'text', placeholder: words.firstRun.mePlaceholder },
    shown: (names) => names.join(', '),
    json: (typed) => splitNames(String(typed)),
  },
  startDate: { control: { type: 'text', placeholder: '2025-09-01' }, shown: (day) => day ?? '', json: trimmed },
  newPages: {
    control: { type: 'dropdown', options: words.settings.newPages },
    shown: (which) => which,
    json: asTyped,
  },
  rowsPerSection: { control: { type: 'number', min: 1, step: 1 }, shown: (rows) => rows, json: asTyped },
  blockPosition: {
    control: { type: 'text', placeholder: SETTINGS.blockPosition.fallback },
    shown: (place) => place,
    json: trimmed,
  },
  rollupFolder: {
    control: { type: 'folder', placeholder: SETTINGS.rollupFolder.fallback },
    shown: (folder) => folder,
    json: trimmed,
  },
  suggestOwners: { control: { type: 'toggle' }, shown: (on) => on, json: asTyped },
  calendars: {
    control: { type: 'textarea', rows: 2, placeholder: 'Calendar/Work.ics' },
    shown: (paths) => paths?.join('\n') ?? '',
    json: (typed) => (lines(typed).length === 0 ? undefined : lines(typed)),
  },
  meetingTemplate: {
    control: { type: 'file', filter: ({ extension }) => extension === 'md' },
    shown: (path) => path ?? '',
    json: trimmed,
  },
  rowsPerQueue: { control: { type: 'number', min: 10, step: 10 }, shown: (rows) => rows, json: asTyped },
  allTasks: { control: { type: 'toggle' }, shown: (all) => all, json: asTyped },
  proposedStatus: {
    control: { type: 'text', placeholder: SETTINGS.proposedStatus.fallback },
    shown: (symbol) => symbol,
    json: asTyped,
  },
  proposedTag: {
    control: { type: 'text', placeholder: SETTINGS.proposedTag.fallback },
    shown: (tag) => tag,
    json: trimmed,
  },
  exclude: list(),
  typeKeys: list(),
  meetingTypes: list(),
  notMeetingTypes: list(),
  dateKeys: list(),
  dayOrder: {
    control: { type: 'dropdown', options: words.settings.dayOrder },
    shown: (order) => order ?? 'unset',
    json: (typed) => (typed === 'unset' ? null : typed),
  },
  answerWords: list(),
} as const satisfies { readonly [K in keyof Settings]?: Row<K> };

export type RowKey = keyof typeof ROWS;

/** A field for a row of the table of settings. */
export function rowField(key: RowKey): Field {
  const { name, desc } = words.settings.rows[key];
  const { control, shown, json } = ROWS[key] as unknown as Row<RowKey>;
  return {
    key,
    shown: (settings) => shown(settings[key]),
    json,
    definition: {
      name,
      desc: desc ?? withoutMarks(SETTINGS[key].doc),
      control: controlOf(key, control, (typed) => wrongWith(key, name, json(typed))),
    },
  };
}

export function propertyField(property: PropertyKey): Field {
  return {
    key: 'properties',
    shown: ({ properties }) => properties.includes(property),
    json: (typed, { settings: { properties } }) =>
      PROPERTY_KEYS.filter((each) => (each === property ? typed === true : properties.includes(each))),
    definition: {
      name: words.settings.properties[property],
      desc: words.settings.propertyDesc(property),
      control: { key: `properties.${property}`, type: 'toggle' },
    },
  };
}

/** Further words for one list. */
export function wordField(id: WordListId): Field {
  return {
    key: 'words',
    shown: (settings) => (settings.words.get(id) ?? []).join('\n'),
    json: (typed, { written }) => withPart(written, [id], lines(typed).length === 0 ? undefined : lines(typed)),
    definition: {
      name: (id.charAt(0).toUpperCase() + id.slice(1)).replace(/-/g, ' '),
      desc: withoutMarks(WORD_LISTS[id].doc),
      control: { key: `words.${id}`, type: 'textarea', rows: 2 },
    },
  };
}

/** Headings of one section in the person's own words. */
export function sectionField(section: SectionKind): Field {
  return {
    key: 'sections',
    shown: ({ sections }) => (sections.get(section) ?? []).join('\n'),
    json: (typed, { written }) => withPart(written, [section], lines(typed).length === 0 ? undefined : lines(typed)),
    definition: {
      name: words.settings.sectionNames[section],
      desc: words.settings.sectionDesc(
        SECTION_HEADINGS[section].slice(0, 6).join(', '),
        SECTION_HEADINGS[section].length - 6,
      ),
      control: { key: `sections.${section}`, type: 'textarea', rows: 2 },
    },
  };
}

type KindPart = 'folder' | 'otherFolders' | 'keys' | 'types' | 'template' | 'enabled';

const KIND_PARTS: {
  readonly [P in KindPart]: { readonly control: Control; readonly json: (typed: Typed) => unknown };
} = {
  enabled: { control: { type: 'toggle' }, json: asTyped },
  folder: { control: { type: 'folder' }, json: trimmed },
  otherFolders: { control: { type: 'textarea', rows: 2 }, json: lines },
  keys: { control: { type: 'textarea', rows: 4 }, json: lines },
  types: { control: { type: 'textarea', rows: 3 }, json: lines },
  template: { control: { type: 'file', filter: ({ extension }) => extension === 'md' }, json: trimmed },
};

export const KIND_PART_KEYS = keysOf(KIND_PARTS);

export function kindField(id: string, part: KindPart): Field {
  const { name, desc } = words.settings.kindParts[part];
  const { control, json } = KIND_PARTS[part];
  const key = `kinds.${id}.${part}`;
  return {
    key: 'kinds',
    shown: ({ kinds }) => {
      const value = kinds.find((kind) => kind.id === id)?.[part] ?? '';
      return typeof value === 'string' || typeof value === 'boolean' ? value : value.join('\n');
    },
    json: (typed, { written }) =>
      withPart(written, [id, part], part === 'enabled' && typed === defaultKind(id)?.enabled ? undefined : json(typed)),
    definition: {
      name,
      desc,
      control: controlOf(key, control, (typed) => {
        const value = json(typed);
        if (value === undefined)
          return part === 'folder' && defaultKind(id) === undefined ? words.settings.kinds.needsFolder : undefined;
        return wrongWith('kinds', name, { [id]: { folder: id, [part]: value } });
      }),
    },
  };
}

/** Whether Throughline writes into the pages of a kind. */
export function writtenField(id: string): Field {
  return {
    key: 'includeKinds',
    shown: ({ includeKinds }) => includeKinds?.includes(id) ?? true,
    json: (typed, { settings: { kinds, includeKinds } }) => {
      const ids = kinds.filter((kind) => kind.enabled || kind.id === id).map((kind) => kind.id);
      const kept = ids.filter((each) => (each === id ? typed === true : (includeKinds?.includes(each) ?? true)));
      return kept.length === ids.length ? undefined : kept;
    },
    definition: { ...words.settings.kindParts.written, control: { key: `includeKinds.${id}`, type: 'toggle' } },
  };
}

export const PAGE_SECTION_KEYS = Object.keys(words.settings.pageSections) as readonly PageSection[];

export function pageSectionName(section: PageSection): string {
  return words.settings.pageSections[section];
}

/** The JSON value of `kinds` with the page sections of one kind changed. */
export function withPageSections(written: unknown, { id, sections }: Pick<EntityKind, 'id' | 'sections'>): unknown {
  const standard = defaultKind(id)?.sections.join() === sections.join();
  return withPart(written, [id, 'sections'], standard ? undefined : [...sections]);
}

export function defaultKind(id: string): EntityKind | undefined {
  return DEFAULT_KINDS.find((kind) => kind.id === id);
}

export function inSentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * What is wrong with the setting `key` as `json` has it, by the very check that reads `data.json`; `name` stands for
 * its place.
 */
export function wrongWith(key: keyof Settings, name: string, json: unknown): string | undefined {
  if (json === undefined) return undefined;
  const { problems } = readSettings({ [key]: json });
  const named = problems.map((problem) => settingProblemText(problem, name));
  return named.length === 0 ? undefined : `${named.join('. ')}.`;
}

function controlOf(key: string, control: Control, validate: (typed: Typed) => string | undefined): SettingControl {
  return control.type === 'toggle' || control.type === 'dropdown' ? { ...control, key } : { ...control, key, validate };
}

/** The documentation's sentences, without their marks for code; what they call by its name is in quotes. */
function withoutMarks(doc: string): string {
  return doc.replace(/`/g, '').replace(/\*([^*\s][^*]*)\*/g, '“$1”');
}
