import type { Plugin as PluginOriginal, SettingControl, SettingDefinitionItem } from 'obsidian';
import { PluginSettings } from '../../src/obsidian/plugin-settings';
import { ThroughlineSettingTab } from '../../src/obsidian/settings-tab';
import { AppDouble } from './app-double';

interface Tab {
  readonly app: AppDouble;
  readonly tab: ThroughlineSettingTab;
  readonly saved: unknown[];
  readonly row: (name: string) => { readonly desc: string; readonly control: SettingControl };
  readonly names: readonly string[];
}

async function open(data: unknown): Promise<Tab> {
  const app = new AppDouble();
  const saved: unknown[] = [];
  const stored = new PluginSettings({
    loadData: () => Promise.resolve(data),
    saveData: (json) => {
      saved.push(json);
      return Promise.resolve();
    },
  });
  await stored.load();
  const tab = new ThroughlineSettingTab(app.original, {} as PluginOriginal, stored);
  const rows = tab.getSettingDefinitions().flatMap((item) => rowsOf(item));
  return {
    app, tab, saved,
    names: rows.map(({ name }) => name),
    row: (name) => {
      const found = rows.find((row) => row.name === name);
      if (found === undefined || !('control' in found) || found.control === undefined) throw new Error(`No row ${name}.`);
      return { desc: typeof found.desc === 'string' ? found.desc : '', control: found.control };
    },
  };
}

function rowsOf(item: SettingDefinitionItem): { readonly name: string; readonly desc?: string | DocumentFragment; readonly control?: SettingControl }[] {
  if (!('type' in item)) return [item];
  return 'items' in item ? (item.items ?? []).flatMap((each) => rowsOf(each)) : [];
}

/** What a person sees, types, and what data.json holds then; or what the row says is wrong. */
async function check(data: unknown, name: string, typed: unknown): Promise<unknown> {
  const { tab, row, saved } = await open(data);
  const { key, validate } = row(name).control as { key: string; validate?: (value: unknown) => string | undefined };
  const wrong = validate?.(typed);
  if (wrong !== undefined) return wrong;
  await tab.setControlValue(key, typed);
  return saved.at(-1);
}

test('every row says what it does, in words without marks', async () => {
  const { names, row } = await open(null);
  expect(names).toEqual([
    'Your names', 'Start date', 'Excluded folders', 'Folder of the rollup pages', 'New pages', 'Rows per section',
    'Last contact', 'Meetings', 'Open follow-ups', 'Open questions',
  ]);
  for (const name of names) expect(row(name).desc).toMatch(/^[A-Z][^`]{20,}\.$/);
});

test('rows show the settings, and defaults where there are none', async () => {
  const { tab } = await open({ me: ['Ann Lee', 'Ann'], startDate: '2025-09-01', rowsPerSection: 'seven', properties: ['meetings'] });
  expect(['me', 'startDate', 'exclude', 'rollupFolder', 'newPages', 'rowsPerSection', 'properties.meetings', 'properties.last_contact', 'other']
    .map((key) => tab.getControlValue(key))).toEqual([
    'Ann Lee, Ann', '2025-09-01', '**/archive/**\n**/_archive/**\n**/templates/**\n**/_templates/**', 'Throughline', 'linked', 7, true, false, undefined,
  ]);
});

test.each([
  ['Your names', 'Ann Lee, , Ann', { me: ['Ann Lee', 'Ann'] }],
  ['Start date', ' 2025-09-01 ', { startDate: '2025-09-01' }],
  ['Excluded folders', 'Old/**\n\n Mail/** ', { exclude: ['Old/**', 'Mail/**'] }],
  ['Excluded folders', '', { exclude: [] }],
  ['Folder of the rollup pages', 'Rollups', { rollupFolder: 'Rollups' }],
  ['New pages', 'never', { newPages: 'never' }],
  ['Rows per section', 12, { rowsPerSection: 12 }],
  ['Meetings', false, { properties: ['last_contact', 'open_follow_ups', 'open_questions'] }],
])('%s: typing %j saves %j', async (name, typed, expected) => {
  expect(await check(null, name, typed)).toEqual(expected);
});

test.each([
  ['Start date', '2025-02-30', /^"Start date" is "2025-02-30"; it must be a day that exists/],
  ['Rows per section', 0, /^"Rows per section" is 0; it must be a whole number from 1 to 1000/],
  ['Excluded folders', '!Old', /it must be a glob/],
])('%s: %j is refused with what is allowed', async (name, typed, expected) => {
  expect(await check(null, name, typed)).toMatch(expected);
});

test('an emptied field goes back to the default, and everything else in data.json stays', async () => {
  expect(await check({ startDate: '2025-09-01', rollupFolder: 7, mine: { kept: true } }, 'Start date', '')).toEqual({ rollupFolder: 7, mine: { kept: true } });
});

test('a setting that cannot be saved is told, and the old one holds', async () => {
  const { app, tab } = await open({ me: ['Ann Lee'] });
  Object.assign(tab, { stored: Object.assign(Reflect.get(tab, 'stored') as object, { file: { saveData: () => Promise.reject(new Error('disk full')) } }) });
  await tab.setControlValue('me', 'Bo Kim');
  expect(app.shownNotices()).toEqual(['The setting was not saved: disk full']);
  expect(tab.getControlValue('me')).toBe('Ann Lee');
});
