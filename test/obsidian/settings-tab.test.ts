// First: it gives the window the text coding that every window of the app has.
import { AppDouble } from './app-double';
import type {
  Plugin as PluginOriginal,
  SettingControl,
  SettingDefinition,
  SettingDefinitionItem,
  SettingDefinitionList,
  SettingDefinitionPage,
} from 'obsidian';
import { DeviceSettings } from '../../src/obsidian/vault/device-settings';
import { PluginSettings } from '../../src/obsidian/vault/plugin-settings';
import { ThroughlineSettingTab } from '../../src/obsidian/settings/settings-tab';
import { SETTING_KEYS } from '../../src/settings/settings';

type Row = SettingDefinition & { readonly control: SettingControl };

interface Tab {
  readonly app: AppDouble;
  readonly tab: ThroughlineSettingTab;
  readonly saved: unknown[];
  readonly rows: readonly Row[];
  readonly items: readonly SettingDefinitionItem[];
  readonly row: (key: string) => Row;
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
  const tab = new ThroughlineSettingTab(
    app.original,
    {} as PluginOriginal,
    stored,
    new DeviceSettings(app.original, () => undefined),
    () => undefined,
  );
  const items = tab.getSettingDefinitions();
  const rows = items.flatMap(allItems).filter((item): item is Row => 'control' in item);
  return {
    app,
    tab,
    saved,
    rows,
    items,
    row: (key) => {
      const found = rows.find(({ control }) => control.key === key);
      if (found === undefined)
        throw new Error(`No row for ${key}: ${rows.map(({ control }) => control.key).join(' ')}`);
      return found;
    },
  };
}

/** The item and all it holds. */
function allItems(item: SettingDefinitionItem): SettingDefinitionItem[] {
  return [item, ...('items' in item ? (item.items ?? []).flatMap((each) => allItems(each)) : [])];
}

function pageOf({ items }: Tab, name: string): SettingDefinitionPage {
  const found = items
    .flatMap(allItems)
    .find((item): item is SettingDefinitionPage => 'type' in item && item.type === 'page' && item.name === name);
  if (found === undefined) throw new Error(`No page ${name}.`);
  return found;
}

/** The list of a kind's sections. */
function sectionsOf(tab: Tab, kind: string): SettingDefinitionList {
  const found = pageOf(tab, kind).items?.find(
    (item): item is SettingDefinitionList => 'type' in item && item.type === 'list',
  );
  if (found === undefined) throw new Error(`No list of sections for ${kind}.`);
  return found;
}

/** What data.json holds after something was typed; or what the row says is wrong. */
async function check(data: unknown, key: string, typed: unknown): Promise<unknown> {
  const { tab, row, saved } = await open(data);
  const { validate } = row(key).control as { validate?: (value: unknown) => string | undefined };
  const wrong = validate?.(typed);
  if (wrong !== undefined) return wrong;
  await tab.setControlValue(key, typed);
  return saved.at(-1);
}

describe('rows', () => {
  test('every setting can be edited, every part of every kind, every section', async () => {
    const { rows } = await open({ kinds: { vendor: { folder: 'Vendors' } } });
    const keys = rows.map(({ control }) => control.key);
    expect(new Set(keys).size).toBe(keys.length);
    // Groups that look like meetings are answered one by one, not set.
    for (const key of SETTING_KEYS.filter((one) => one !== 'looksLike'))
      expect(keys.some((each) => each === key || each.startsWith(`${key}.`))).toBe(true);
    for (const kind of ['person', 'project', 'account', 'topic', 'vendor']) {
      expect(keys.filter((key) => key.startsWith(`kinds.${kind}.`)).map((key) => key.split('.')[2])).toEqual([
        'enabled',
        'folder',
        'otherFolders',
        'keys',
        'types',
        'template',
      ]);
      expect(keys).toContain(`includeKinds.${kind}`);
    }
    for (const section of ['questions', 'follow-ups', 'next-meeting', 'transcript'])
      expect(keys).toContain(`sections.${section}`);
  });

  test('each has a name in sentence case and says what it does, in words without marks', async () => {
    const { rows } = await open(null);
    for (const { name, desc } of rows) {
      expect(name).toMatch(/^[A-Z][^A-Z`]*$/);
      expect(desc).toMatch(/^[A-Z][^`]{20,}\.$/);
    }
  });

  test('they show the settings, and defaults where there are none', async () => {
    const { tab } = await open({
      me: ['Ann Lee', 'Ann'],
      startDate: '2025-09-01',
      rowsPerSection: 'seven',
      properties: ['meeting_count'],
      kinds: { person: { folder: 'Contacts' }, topic: true },
      sections: { questions: ['Offene Fragen', 'Klären'] },
      includeKinds: ['person'],
    });
    const shown = (...keys: string[]): unknown[] => keys.map((key) => tab.getControlValue(key));
    expect(shown('me', 'startDate', 'rollupFolder', 'newPages', 'rowsPerSection', 'allTasks')).toEqual([
      'Ann Lee, Ann',
      '2025-09-01',
      'Throughline',
      'linked',
      7,
      false,
    ]);
    expect(shown('exclude')).toEqual(['**/archive/**\n**/_archive/**\n**/templates/**\n**/_templates/**']);
    expect(shown('properties.meeting_count', 'properties.last_contact')).toEqual([true, false]);
    expect(shown('kinds.person.folder', 'kinds.topic.enabled', 'kinds.person.types', 'kinds.person.template')).toEqual([
      'Contacts',
      true,
      'person\npeople\ncontact',
      '',
    ]);
    expect(shown('includeKinds.person', 'includeKinds.project', 'sections.questions', 'sections.risks')).toEqual([
      true,
      false,
      'Offene Fragen\nKlären',
      '',
    ]);
    expect(shown('other', 'device.agreed')).toEqual([undefined, false]);
  });
});

test.each([
  ['me', 'Ann Lee, , Ann', { me: ['Ann Lee', 'Ann'] }],
  ['startDate', ' 2025-09-01 ', { startDate: '2025-09-01' }],
  ['exclude', 'Old/**\n\n Mail/** ', { exclude: ['Old/**', 'Mail/**'] }],
  ['exclude', '', { exclude: [] }],
  ['rollupFolder', 'Rollups', { rollupFolder: 'Rollups' }],
  ['newPages', 'never', { newPages: 'never' }],
  ['rowsPerSection', 12, { rowsPerSection: 12 }],
  ['allTasks', true, { allTasks: true }],
  ['proposedStatus', '!', { proposedStatus: '!' }],
  [
    'properties.meeting_count',
    false,
    { properties: ['last_contact', 'last_met', 'open_follow_ups', 'open_questions'] },
  ],
  ['sections.questions', 'Offene Fragen\nKlären', { sections: { questions: ['Offene Fragen', 'Klären'] } }],
  ['kinds.person.folder', 'Contacts', { kinds: { person: { folder: 'Contacts' } } }],
  ['kinds.account.types', 'firm\nclient', { kinds: { account: { types: ['firm', 'client'] } } }],
  ['kinds.person.template', 'Templates/Person.md', { kinds: { person: { template: 'Templates/Person.md' } } }],
  ['kinds.topic.enabled', true, { kinds: { topic: { enabled: true } } }],
  ['includeKinds.project', false, { includeKinds: ['person', 'account'] }],
])('%s: typing %j saves %j', async (key, typed, expected) => {
  expect(await check(null, key, typed)).toEqual(expected);
});

test.each([
  ['startDate', '2025-02-30', /^“Start date” is "2025-02-30"; it must be a day that exists/],
  ['rowsPerSection', 0, /^“Rows per section” is 0; it must be a whole number from 1 to 1000/],
  ['exclude', '!Old', /it must be a glob/],
  ['proposedStatus', 'ab', /it must be one character/],
  ['kinds.person.folder', '../Out', /^“Folder” is "\.\.\/Out"; it must be a folder/],
  ['kinds.person.template', '../Out.md', /it must be the path of a note/],
])('%s: %j is refused with what is allowed', async (key, typed, expected) => {
  expect(await check(null, key, typed)).toMatch(expected);
});

describe('what else data.json holds', () => {
  test('stays when a field is emptied, which takes the setting back to its default', async () => {
    expect(await check({ startDate: '2025-09-01', rollupFolder: 7, mine: { kept: true } }, 'startDate', '')).toEqual({
      rollupFolder: 7,
      mine: { kept: true },
    });
  });

  test('stays in a kind and in the sections, known or not', async () => {
    const data = {
      kinds: { person: { folder: 'Contacts', colour: 'red' }, vendor: { folder: 'Vendors' } },
      sections: { risks: ['Gefahren'], odd: 1 },
    };
    expect(await check(data, 'kinds.person.types', 'human')).toEqual({
      ...data,
      kinds: { ...data.kinds, person: { folder: 'Contacts', colour: 'red', types: ['human'] } },
    });
    expect(await check(data, 'kinds.person.folder', '')).toEqual({
      ...data,
      kinds: { ...data.kinds, person: { colour: 'red' } },
    });
    expect(await check(data, 'sections.risks', '')).toEqual({ ...data, sections: { odd: 1 } });
  });

  test('a kind of one’s own keeps its folder', async () => {
    expect(await check({ kinds: { vendor: { folder: 'Vendors' } } }, 'kinds.vendor.folder', '')).toBe(
      'A kind of your own needs a folder.',
    );
  });

  test('stays where kinds are written as a list, or a kind as true', async () => {
    expect(await check({ kinds: [{ id: 'vendor', folder: 'Vendors' }] }, 'kinds.person.folder', 'Contacts')).toEqual({
      kinds: [
        { id: 'vendor', folder: 'Vendors' },
        { id: 'person', folder: 'Contacts' },
      ],
    });
    expect(
      await check({ kinds: [{ id: 'vendor', folder: 'Vendors', keys: ['v'] }] }, 'kinds.vendor.folder', 'Sellers'),
    ).toEqual({ kinds: [{ id: 'vendor', folder: 'Sellers', keys: ['v'] }] });
    expect(await check({ kinds: { topic: true } }, 'kinds.topic.folder', 'Themes')).toEqual({
      kinds: { topic: { enabled: true, folder: 'Themes' } },
    });
  });

  test('stays when saving fails, which is told', async () => {
    const { app, tab } = await open({ me: ['Ann Lee'] });
    Object.assign(tab, {
      stored: Object.assign(Reflect.get(tab, 'stored') as object, {
        file: { saveData: () => Promise.reject(new Error('disk full')) },
      }),
    });
    await tab.setControlValue('me', 'Bo Kim');
    expect(app.shownNotices()).toEqual(['The setting was not saved: disk full']);
    expect(tab.getControlValue('me')).toBe('Ann Lee');
  });
});

describe('kinds', () => {
  test('writing into all of them again is the default', async () => {
    expect(await check({ includeKinds: ['person', 'project'], mine: 1 }, 'includeKinds.account', true)).toEqual({
      mine: 1,
    });
  });

  test('the sections of their pages can be moved, taken away, and put back to what they were', async () => {
    const tab = await open(null);
    sectionsOf(tab, 'Person').onReorder?.(1, 0);
    await Promise.resolve();
    expect(tab.saved.at(-1)).toEqual({
      kinds: {
        person: { sections: ['they-owe', 'you-owe', 'needs-owner', 'raise', 'questions', 'decisions', 'meetings'] },
      },
    });
    sectionsOf({ ...tab, items: tab.tab.getSettingDefinitions() }, 'Person').onReorder?.(1, 0);
    await Promise.resolve();
    expect(tab.saved.at(-1)).toEqual({});
    sectionsOf({ ...tab, items: tab.tab.getSettingDefinitions() }, 'Person').onDelete?.(3);
    await Promise.resolve();
    expect(tab.saved.at(-1)).toEqual({
      kinds: { person: { sections: ['you-owe', 'they-owe', 'needs-owner', 'questions', 'decisions', 'meetings'] } },
    });
  });

  test('one of the person’s own is added when what is typed can be one', async () => {
    const tab = await open({ kinds: { topic: true } });
    const list = pageOf(tab, 'Kinds of pages').items?.[0] as SettingDefinitionList;
    list.addItem?.action(createDiv());
    const { modals } = tab.app;
    const [name, folder] = [...(modals[0]?.contentEl.querySelectorAll('input') ?? [])];
    const type = (input: HTMLInputElement | undefined, text: string): void => {
      if (input === undefined) throw new Error('No such field.');
      input.value = text;
      input.dispatchEvent(new Event('input'));
    };
    const add = (): void =>
      [...(modals[0]?.contentEl.querySelectorAll('button') ?? [])]
        .find(({ textContent }) => textContent === 'Add')
        ?.click();
    type(name, 'Person');
    type(folder, 'Vendors');
    add();
    expect(modals[0]?.contentEl.textContent).toContain('There is a kind “person” already.');
    type(name, 'Outside vendor');
    type(folder, '');
    add();
    expect(modals[0]?.contentEl.textContent).toContain('“Folder” is ""; it must be a folder');
    type(folder, 'Vendors');
    add();
    await Promise.resolve();
    expect([modals, tab.saved]).toEqual([[], [{ kinds: { topic: true, 'outside-vendor': { folder: 'Vendors' } } }]]);
  });
});

test('what is set for this device is not in data.json', async () => {
  const { tab, saved, app } = await open(null);
  await tab.setControlValue('device.agreed', true);
  expect([tab.getControlValue('device.agreed'), saved]).toEqual([true, []]);
  expect(app.original.loadLocalStorage('throughline-agreed-to-write')).toBe(true);
  await tab.setControlValue('device.agreed', false);
  expect(app.original.loadLocalStorage('throughline-agreed-to-write')).not.toBe(true);
});
