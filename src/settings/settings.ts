/**
 * Every setting, one row each: reading, checking and the documentation are made of this table. They are the keys of the
 * plugin's `data.json`, which the command line reads too, so that both write the same bytes.
 */
import { type CalendarDate, isCalendarDate } from '../text/calendar-date';
import { DEFAULT_KINDS, type EntityKind, type KindId } from '../note/kinds';
import type { SectionKind } from '../note/note';
import { SECTION_HEADINGS } from '../note/section-table';
import { nestsTooDeep } from '../text/nesting';
import type { DayOrder } from '../text/written-dates';
import { DEFAULT_NOTE_RULES } from '../note/note-rules';
import { WORD_LIST_IDS, type WordListId } from '../note/word-lists';
import { folderName, kindsSetting } from './kinds-setting';
import {
  bool,
  type Check,
  entriesOf,
  listOf,
  mapOf,
  oneOf,
  orNull,
  text,
  textThat,
  unknownKeys,
  wholeNumber,
  wrong,
} from './setting-checks';
import type { Allowed, KeyOf, SettingProblem } from './setting-problems';
import { keysOf } from '../text/keys-of';

export interface Settings {
  readonly me: readonly string[];
  readonly startDate: CalendarDate | null;
  readonly exclude: readonly string[];
  readonly typeKeys: readonly string[];
  readonly meetingTypes: readonly string[];
  readonly notMeetingTypes: readonly string[];
  readonly dateKeys: readonly string[];
  readonly dayOrder: DayOrder | null;
  readonly looksLike: ReadonlyMap<string, boolean>;
  readonly answerWords: readonly string[];
  readonly words: ReadonlyMap<WordListId, readonly string[]>;
  readonly sections: ReadonlyMap<SectionKind, readonly string[]>;
  readonly allTasks: boolean;
  readonly proposedStatus: string;
  readonly proposedTag: string;
  readonly kinds: readonly EntityKind[];
  readonly includeKinds: readonly KindId[] | null;
  readonly newPages: 'linked' | 'frequent' | 'never';
  readonly properties: readonly PropertyKey[];
  readonly blockPosition: string;
  readonly rowsPerSection: number;
  readonly rollupFolder: string;
  readonly rowsPerQueue: number;
  readonly meetingTemplate: string | null;
  readonly suggestOwners: boolean;
  readonly calendars: readonly string[] | null;
}

interface Setting<T> {
  readonly fallback: T;
  readonly check: Check<T>;
  /** What it does, in a sentence or two, for the documentation. */
  readonly doc: string;
}

const SECTION_KINDS = keysOf(SECTION_HEADINGS);

/** The properties that Throughline keeps on entity pages. */
export const PROPERTY_KEYS = [
  'last_contact',
  'last_met',
  'meeting_count',
  'open_follow_ups',
  'open_questions',
] as const;
export type PropertyKey = (typeof PROPERTY_KEYS)[number];

const texts = listOf(text(), { code: 'texts' });
const words: Check<readonly string[]> = {
  allowed: texts.allowed,
  read: (value, at, problems) => texts.read(value, at, problems)?.map((word) => word.toLowerCase()),
};
const glob = textThat({ code: 'glob' }, (value) => {
  const trimmed = value.trim().replace(/^\.?\/|\/$/g, '');
  return trimmed === '' || trimmed.startsWith('!') || trimmed.length > 500 ? null : trimmed;
});
const day = textThat({ code: 'day' }, (value) => (isCalendarDate(value.trim()) ? value.trim() : null));
const statusSymbol = textThat({ code: 'character' }, (value) => ([...value].length === 1 ? value : null));
const tag = textThat({ code: 'tag' }, (value) => {
  const name = value.trim().replace(/^#/, '');
  return name !== '' && !/[\s#]/.test(name) ? `#${name.toLowerCase()}` : null;
});

/** An object whose keys are among `ids`; others are named and left out. */
function textsBy<K extends string>(
  ids: readonly K[],
  { allowed, of }: { readonly allowed: Allowed; readonly of: KeyOf },
): Check<ReadonlyMap<K, readonly string[]>> {
  return {
    allowed,
    read(value, at, problems) {
      problems.push(...unknownKeys(value, ids, { at: `${at}.`, of }));
      const known = Object.fromEntries(
        (entriesOf(value) ?? []).filter(([key]) => (ids as readonly string[]).includes(key)),
      );
      const read = mapOf(texts, allowed).read(entriesOf(value) === null ? value : known, at, problems);
      return read as ReadonlyMap<K, readonly string[]> | undefined;
    },
  };
}

const sectionWords = textsBy(SECTION_KINDS, { allowed: { code: 'headings-by-section' }, of: 'section' });
const listWords = textsBy(WORD_LIST_IDS, { allowed: { code: 'words-by-list' }, of: 'word-list' });

const propertyList = listOf(oneOf(PROPERTY_KEYS), { code: 'properties' });
const propertySwitches = mapOf(bool(), { code: 'switches-by-property' });

/** Settings may still have the name that a property had. */
function byNewName(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((key: unknown) => (key === 'meetings' ? 'meeting_count' : key));
  const entries = entriesOf(value);
  return entries?.some(([key]) => key === 'meetings') === true
    ? Object.fromEntries(entries.map(([key, one]) => [key === 'meetings' ? 'meeting_count' : key, one]))
    : value;
}

const propertiesSetting: Check<readonly PropertyKey[]> = {
  allowed: { code: 'properties-in-any-form' },
  read(given, at, problems) {
    const value = byNewName(given);
    if (typeof value === 'boolean') return value ? PROPERTY_KEYS : [];
    if (Array.isArray(value)) return propertyList.read(value, at, problems);
    if (entriesOf(value) === null) {
      problems.push(wrong(at, value, this.allowed));
      return undefined;
    }
    problems.push(...unknownKeys(value, PROPERTY_KEYS, { at: `${at}.`, of: 'property' }));
    const switches = propertySwitches.read(value, at, problems);
    return PROPERTY_KEYS.filter((key) => switches?.get(key) !== false);
  },
};

export const SETTINGS: { readonly [K in keyof Settings]: Setting<Settings[K]> } = {
  me: {
    fallback: [],
    check: texts,
    doc: "Your names as they appear in your notes. Needed to tell your tasks from other people's.",
  },
  startDate: {
    fallback: null,
    check: orNull(day, 'days-before'),
    doc: 'Older follow-ups and questions are counted on summary pages, not listed.',
  },
  exclude: {
    fallback: ['**/archive/**', '**/_archive/**', '**/templates/**', '**/_templates/**'],
    check: listOf(glob, { code: 'globs' }),
    doc: "Paths to skip, as glob patterns (in any letter case). Naming a folder skips everything in it. Replaces the default. Hidden folders, Obsidian's excluded files and your template folders are never read.",
  },
  typeKeys: {
    fallback: DEFAULT_NOTE_RULES.typeKeys,
    check: texts,
    doc: "Properties that hold a note's type; the first one found is used.",
  },
  meetingTypes: {
    fallback: DEFAULT_NOTE_RULES.meetingTypes,
    check: words,
    doc: 'Values of `type` that make a note a meeting.',
  },
  notMeetingTypes: {
    fallback: DEFAULT_NOTE_RULES.notMeetingTypes,
    check: words,
    doc: 'Values of `type` that keep a note with a date and people from being a meeting.',
  },
  dateKeys: {
    fallback: DEFAULT_NOTE_RULES.dateKeys,
    check: texts,
    doc: "Properties that hold a note's date; the first one with a date is used.",
  },
  dayOrder: {
    fallback: DEFAULT_NOTE_RULES.dayOrder,
    check: orNull(oneOf(['day-first', 'month-first']), 'as-dates-tell'),
    doc: 'Whether `03/04/2025` is 3 April (`day-first`) or 4 March (`month-first`), if nothing in the note decides. Unset, the first rollup sets it where at least two notes leave no choice.',
  },
  looksLike: {
    fallback: DEFAULT_NOTE_RULES.looksLike,
    check: mapOf(bool(), { code: 'switches-by-group' }),
    doc: 'Whether notes that look like meetings are meetings, by group as `inspect` shows it: `{"Inbox: people": true}`.',
  },
  answerWords: {
    fallback: DEFAULT_NOTE_RULES.answerWords,
    check: words,
    doc: 'Extra words that mark an answer under a question, in any language. With `["Antwort"]`, `Antwort: Dana` works like `A: Dana`.',
  },
  words: {
    fallback: new Map(),
    check: listWords,
    doc: `Extra words for reading your notes, in any language: \`{"meeting-nouns": ["Stammtisch"]}\`. Lists: ${WORD_LIST_IDS.join(', ')}.`,
  },
  sections: {
    fallback: new Map(),
    check: sectionWords,
    doc: `Extra headings for each section, in any language: \`{"questions": ["Offene Fragen"]}\`. Sections: ${SECTION_KINDS.join(', ')}.`,
  },
  allTasks: {
    fallback: DEFAULT_NOTE_RULES.allTasks,
    check: bool(),
    doc: 'Also include tasks from notes that are not meetings.',
  },
  proposedStatus: {
    fallback: DEFAULT_NOTE_RULES.proposedBy.symbol,
    check: statusSymbol,
    doc: 'Checkbox character for suggested tasks. They are counted but not listed. Ignored if your Tasks settings use it for something else.',
  },
  proposedTag: {
    fallback: DEFAULT_NOTE_RULES.proposedBy.tag,
    check: tag,
    doc: 'The tag of suggested tasks.',
  },
  kinds: {
    fallback: DEFAULT_KINDS,
    check: kindsSetting,
    doc: 'Changes to the page types (`person`, `project`, `account`, `topic`), and types of your own: `{"person": {"folder": "Contacts"}, "topic": true, "vendor": {"folder": "Vendors"}}`. Parts of a type: keys, types, folder, otherFolders, sections, template, enabled. A template is the path of a note; `{{title}}` and `{{date}}` in it are filled in.',
  },
  includeKinds: {
    fallback: null,
    check: orNull(texts, 'all-enabled'),
    doc: 'The page types Throughline writes into.',
  },
  newPages: {
    fallback: 'linked',
    check: oneOf(['linked', 'frequent', 'never']),
    doc: "Who gets a page automatically: names linked in a meeting's properties (`linked`), names in three meetings within 90 days (`frequent`), or nobody (`never`).",
  },
  properties: {
    fallback: PROPERTY_KEYS,
    check: propertiesSetting,
    doc: `The properties Throughline updates on pages: true or false for all, a list, or an object, \`{"last_met": false}\`. Available: ${PROPERTY_KEYS.map((key) => `\`${key}\``).join(', ')}. Properties you already have are never changed.`,
  },
  blockPosition: {
    fallback: 'below-title',
    check: text(),
    doc: 'Where a new managed block goes: `below-title`, `end`, or the heading to put it under.',
  },
  rowsPerSection: {
    fallback: 7,
    check: wholeNumber({ from: 1, to: 1000 }),
    doc: 'Maximum items per section of a page.',
  },
  rollupFolder: {
    fallback: 'Throughline',
    check: folderName,
    doc: 'Folder for summary pages and Names.md.',
  },
  rowsPerQueue: {
    fallback: 500,
    check: wholeNumber({ from: 10, to: 5000 }),
    doc: 'Maximum items per section of a summary page. Very long pages slow other plugins down.',
  },
  meetingTemplate: {
    fallback: null,
    check: orNull(text(), 'no-template'),
    doc: 'The path of a note that *New meeting note* starts from. `{{title}}`, `{{date}}`, `{{people}}` (or `{{participants}}`, `{{project}}`…) and `{{carried}}` are filled in.',
  },
  calendars: {
    fallback: null,
    check: orNull(texts, 'every-calendar'),
    doc: 'Calendar files (`.ics`) that `today`, briefs and *New meeting note* go by: a list of paths in the vault. An empty list means none.',
  },
  suggestOwners: {
    fallback: true,
    check: bool(),
    doc: 'Suggest people when you type `@` in a task. Off where another plugin already uses `@`.',
  },
};

export const SETTING_KEYS = keysOf(SETTINGS);

export const DEFAULT_SETTINGS: Settings = settingsFrom((key) => SETTINGS[key].fallback);

/**
 * The settings in `json` (a parsed `data.json`; null or undefined where there is none). `problems` name
 * the key, what is wrong and what is allowed; what is right is used all the same. Never throws.
 */
export function readSettings(json: unknown): {
  readonly settings: Settings;
  readonly problems: readonly SettingProblem[];
} {
  if (json === null || json === undefined) return { settings: DEFAULT_SETTINGS, problems: [] };
  if (nestsTooDeep(json)) return { settings: DEFAULT_SETTINGS, problems: [{ code: 'too-deep', at: 'settings' }] };
  const entries = entriesOf(json);
  if (entries === null) return { settings: DEFAULT_SETTINGS, problems: [wrong('settings', json, { code: 'object' })] };
  const problems = unknownKeys(json, SETTING_KEYS, { at: '', of: 'setting' });
  const values = new Map(entries);
  const settings = settingsFrom(<K extends keyof Settings>(key: K): Settings[K] => {
    const { check, fallback } = SETTINGS[key] as Setting<Settings[K]>;
    const read = values.has(key) ? check.read(values.get(key), key, problems) : undefined;
    return read === undefined ? fallback : read;
  });
  return { settings, problems: [...problems, ...unknownKinds(settings)] };
}

function settingsFrom(valueOf: <K extends keyof Settings>(key: K) => Settings[K]): Settings {
  return Object.fromEntries(SETTING_KEYS.map((key) => [key, valueOf(key)])) as unknown as Settings;
}

/** All that the settings say as one text: two that differ in anything differ in it. */
export function settingsText(settings: Settings): string {
  // A map has no JSON of its own: it would be `{}` whatever it holds.
  return JSON.stringify(settings, (_, value: unknown) => (value instanceof Map ? [...value] : value));
}

/** Kinds that are asked for and known to no row. */
function unknownKinds({ kinds, includeKinds }: Settings): SettingProblem[] {
  const asked = Object.fromEntries((includeKinds ?? []).map((id) => [id, true]));
  return unknownKeys(
    asked,
    kinds.map(({ id }) => id),
    { at: 'includeKinds: ', of: 'kind' },
  );
}
