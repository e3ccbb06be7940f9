/**
 * One field a control of the settings window: what it shows of the settings, and what it makes of what is typed. What a setting is
 * for and what it may hold comes from the one table of settings; here stand the names of the rows and the forms of their controls.
 */
import type { SettingControl, SettingDefinition } from 'obsidian';
import { DEFAULT_KINDS, type EntityKind, type PageSection } from '../note/kinds';
import type { SectionKind } from '../note/note';
import { SECTION_HEADINGS } from '../note/section-table';
import { PROPERTY_KEYS, type PropertyKey, readSettings, type Settings, SETTINGS } from '../settings/settings';
import { withPart } from './json-parts';
import { splitNames } from './roll-up-words';

export type Typed = string | number | boolean;

export interface Field {
  readonly definition: SettingDefinition;
  /** What the control shows. */
  readonly shown: (settings: Settings) => Typed;
  /** The setting it belongs to, and that setting's new JSON value; undefined for its default. */
  readonly key: keyof Settings;
  readonly json: (typed: Typed, now: { readonly settings: Settings; readonly written: unknown }) => unknown;
}

type Control = SettingControl extends infer C ? C extends { key: string } ? Omit<C, 'key' | 'validate' | 'defaultValue'> : never : never;

interface Row<K extends keyof Settings> {
  readonly name: string;
  readonly control: Control;
  readonly shown: (value: Settings[K]) => Typed;
  /** Of what was typed; the default where nothing was. */
  readonly json: (typed: Typed) => unknown;
}

const lines = (typed: Typed): string[] => String(typed).split('\n').map((line) => line.trim()).filter((line) => line !== '');
const asTyped = (typed: Typed): unknown => (typed === '' ? undefined : typed);
const trimmed = (typed: Typed): unknown => asTyped(String(typed).trim());

const list = (name: string): { name: string; control: Control; shown: (value: readonly string[]) => string; json: (typed: Typed) => unknown } => (
  { name, control: { type: 'textarea', rows: 4 }, shown: (values) => values.join('\n'), json: lines });

/** The settings that fit one control. */
const ROWS = {
  me: { name: 'Your names', control: { type: 'text', placeholder: 'Ann Lee, Ann' }, shown: (names) => names.join(', '), json: (typed) => splitNames(String(typed)) },
  startDate: { name: 'Start date', control: { type: 'text', placeholder: '2025-09-01' }, shown: (day) => day ?? '', json: trimmed },
  newPages: {
    name: 'New pages',
    control: { type: 'dropdown', options: { linked: 'For names given as links', frequent: 'For names met often', never: 'Never' } },
    shown: (which) => which, json: asTyped,
  },
  rowsPerSection: { name: 'Rows per section', control: { type: 'number', min: 1, step: 1 }, shown: (rows) => rows, json: asTyped },
  blockPosition: { name: 'Place of the block', control: { type: 'text', placeholder: SETTINGS.blockPosition.fallback }, shown: (place) => place, json: trimmed },
  rollupFolder: { name: 'Folder of the rollup pages', control: { type: 'folder', placeholder: SETTINGS.rollupFolder.fallback }, shown: (folder) => folder, json: trimmed },
  suggestOwners: { name: 'Suggest people behind @', control: { type: 'toggle' }, shown: (on) => on, json: asTyped },
  meetingTemplate: { name: 'Template for meeting notes', control: { type: 'file', filter: ({ extension }) => extension === 'md' }, shown: (path) => path ?? '', json: trimmed },
  rowsPerQueue: { name: 'Rows per list', control: { type: 'number', min: 10, step: 10 }, shown: (rows) => rows, json: asTyped },
  allTasks: { name: 'Tasks of all notes', control: { type: 'toggle' }, shown: (all) => all, json: asTyped },
  proposedStatus: { name: 'Status of proposed tasks', control: { type: 'text', placeholder: SETTINGS.proposedStatus.fallback }, shown: (symbol) => symbol, json: asTyped },
  proposedTag: { name: 'Tag of proposed tasks', control: { type: 'text', placeholder: SETTINGS.proposedTag.fallback }, shown: (tag) => tag, json: trimmed },
  exclude: list('Excluded folders'),
  typeKeys: list('Type properties'),
  meetingTypes: list('Types of meetings'),
  notMeetingTypes: list('Types of other notes'),
  dateKeys: list('Date properties'),
  answerWords: list('Words before an answer'),
} as const satisfies { readonly [K in keyof Settings]?: Row<K> };

export type RowKey = keyof typeof ROWS;

/** A field for a row of the table of settings. */
export function rowField<K extends RowKey>(key: K): Field {
  const { name, control, shown, json } = ROWS[key] as unknown as Row<K>;
  return {
    key,
    shown: (settings) => shown(settings[key]),
    json,
    definition: { name, desc: withoutMarks(SETTINGS[key].doc), control: controlOf(key, control, (typed) => wrongWith(key, name, json(typed))) },
  };
}

const PROPERTIES: Record<PropertyKey, string> = {
  last_contact: 'Last contact', meetings: 'Meetings', open_follow_ups: 'Open follow-ups', open_questions: 'Open questions',
};

export function propertyField(property: PropertyKey): Field {
  return {
    key: 'properties',
    shown: ({ properties }) => properties.includes(property),
    json: (typed, { settings: { properties } }) => PROPERTY_KEYS.filter((each) => (each === property ? typed === true : properties.includes(each))),
    definition: { name: PROPERTIES[property], desc: `Kept as ${property}. One that was there before is never changed.`, control: { key: `properties.${property}`, type: 'toggle' } },
  };
}

/** Headings of one section in the person's own words. */
export function sectionField(section: SectionKind): Field {
  return {
    key: 'sections',
    shown: ({ sections }) => (sections.get(section) ?? []).join('\n'),
    json: (typed, { written }) => withPart(written, [section], lines(typed).length === 0 ? undefined : lines(typed)),
    definition: {
      name: inSentenceCase(section.replace(/-/g, ' ')),
      desc: `Further headings, one a line. Known already: ${SECTION_HEADINGS[section].slice(0, 6).join(', ')} and ${SECTION_HEADINGS[section].length - 6} more.`,
      control: { key: `sections.${section}`, type: 'textarea', rows: 2 },
    },
  };
}

type KindPart = 'folder' | 'otherFolders' | 'keys' | 'types' | 'template' | 'enabled';

const KIND_PARTS: { readonly [P in KindPart]: { readonly name: string; readonly desc: string; readonly control: Control; readonly json: (typed: Typed) => unknown } } = {
  enabled: { name: 'Use this kind', desc: 'Its names are looked for in meetings, and its pages are kept.', control: { type: 'toggle' }, json: asTyped },
  folder: { name: 'Folder', desc: 'Where new pages go. A folder of this name is recognised at any depth.', control: { type: 'folder' }, json: trimmed },
  otherFolders: { name: 'Other folders', desc: 'Further names of folders that hold such pages, one a line.', control: { type: 'textarea', rows: 2 }, json: lines },
  keys: { name: 'Properties that name them', desc: 'Properties of a meeting that hold their names, one a line. A dot steps into a group: entities.people.', control: { type: 'textarea', rows: 4 }, json: lines },
  types: { name: 'Types of their pages', desc: 'Values of type that make a note such a page, one a line.', control: { type: 'textarea', rows: 3 }, json: lines },
  template: { name: 'Template', desc: 'A note that new pages are made from. {{title}} and {{date}} are filled in; nothing in it is run.', control: { type: 'file', filter: ({ extension }) => extension === 'md' }, json: trimmed },
};

export const KIND_PART_KEYS = Object.keys(KIND_PARTS) as readonly KindPart[];

export function kindField(id: string, part: KindPart): Field {
  const { name, desc, control, json } = KIND_PARTS[part];
  const key = `kinds.${id}.${part}`;
  return {
    key: 'kinds',
    shown: ({ kinds }) => {
      const value = kinds.find((kind) => kind.id === id)?.[part] ?? '';
      return typeof value === 'string' || typeof value === 'boolean' ? value : value.join('\n');
    },
    json: (typed, { written }) => withPart(written, [id, part], part === 'enabled' && typed === defaultKind(id)?.enabled ? undefined : json(typed)),
    definition: {
      name, desc,
      control: controlOf(key, control, (typed) => {
        const value = json(typed);
        if (value === undefined) return part === 'folder' && defaultKind(id) === undefined ? 'A kind of your own needs a folder.' : undefined;
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
      const kept = ids.filter((each) => (each === id ? typed === true : includeKinds?.includes(each) ?? true));
      return kept.length === ids.length ? undefined : kept;
    },
    definition: { name: 'Write into its pages', desc: 'Off, its pages tell names apart and stay as they are, and none is made.', control: { key: `includeKinds.${id}`, type: 'toggle' } },
  };
}

const PAGE_SECTIONS: Record<PageSection, string> = {
  'you-owe': 'You owe', 'they-owe': 'They owe', 'needs-owner': 'Needs an owner', 'open-tasks': 'Open tasks', raise: 'Raise next', questions: 'Unanswered',
  decisions: 'Decided', people: 'People', risks: 'Risks', facts: 'Key facts', meetings: 'Meetings',
};

export const PAGE_SECTION_KEYS = Object.keys(PAGE_SECTIONS) as readonly PageSection[];

export function pageSectionName(section: PageSection): string {
  return PAGE_SECTIONS[section];
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

/** What is wrong with the setting `key` as `json` has it, by the very check that reads `data.json`; `name` stands for its place. */
export function wrongWith(key: keyof Settings, name: string, json: unknown): string | undefined {
  if (json === undefined) return undefined;
  const { problems } = readSettings({ [key]: json });
  const named = problems.map((problem) => problem.replace(/^"[^"]*"/, `“${name}”`));
  return named.length === 0 ? undefined : `${named.join('. ')}.`;
}

function controlOf(key: string, control: Control, validate: (typed: Typed) => string | undefined): SettingControl {
  return (control.type === 'toggle' || control.type === 'dropdown' ? { ...control, key } : { ...control, key, validate });
}

/** The documentation's sentences, without their marks for code. */
function withoutMarks(doc: string): string {
  return doc.replace(/`/g, '');
}
