import { ME, onThatEvening, PluginDouble, settle, click, TODAY, until, VAULT } from './plugin-double';
import type { FileContent } from './app-double';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rollUp } from '../../src/host/roll-up';
import { readSettings } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';

/** What the same engine makes of the same files in memory. */
async function inMemory(
  files: Readonly<Record<string, FileContent>>,
  me: readonly string[],
): Promise<Record<string, string>> {
  const host = new MemoryHost(files);
  await rollUp(host, { settings: readSettings({ me }).settings, today: TODAY, now: 0 });
  return host.texts();
}

function textFiles(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => !name.endsWith('.png')));
}

onThatEvening();

describe('loading', () => {
  test('offers few commands, whose names do not repeat the plugin’s, and touches nothing', async () => {
    const double = await new PluginDouble().load();
    expect(double.commands.map(({ name }) => name)).toEqual([
      'Change the row at the cursor',
      'Open',
      'Roll up vault',
      'Preview rollup',
      'Undo last rollup',
      'Remove everything',
      'Link names in this note',
      'Mark question answered',
      'Brief',
      'New meeting note',
      'Copy recap',
      'Page of a week',
      'Copy recap of a week',
    ]);
    for (const { id, name } of double.commands) expect(`${id} ${name}`).not.toMatch(/throughline/i);
    expect([double.app.writes, double.app.notices, double.data]).toEqual([[], [], { me: ME }]);
  });

  test('names wrong settings once, uses the defaults, and leaves data.json as it is', async () => {
    const data = { me: ['Ann Lee'], rowsPerSection: 'seven', rowPerQueue: 3 };
    const double = await new PluginDouble(VAULT, data).load();
    expect(double.app.shownNotices()).toEqual([
      expect.stringMatching(/“rowPerQueue” is not a setting[^]*“rowsPerSection” is "seven"/),
    ]);
    await double.agreed().rollUp();
    expect(double.app.notices.filter(({ text }) => text().includes('rowsPerSection'))).toHaveLength(1);
    expect(double.data).toBe(data);
  });

  test('takes over a data.json that Sync brings, and says what is wrong with it when that is new', async () => {
    const double = await new PluginDouble(VAULT, { rollupFolder: 7 }).agreed().load();
    await double.plugin.onExternalSettingsChange();
    expect(double.app.shownNotices()).toHaveLength(1);
    double.data = { me: ME, rollupFolder: 'Rollups', newPages: 'often' };
    await double.plugin.onExternalSettingsChange();
    expect(double.app.shownNotices().slice(1)).toEqual([expect.stringContaining('“newPages” is "often"')]);
    await double.rollUp();
    expect(Object.keys(double.app.texts())).toContain('Rollups/Follow-ups.md');
  });

  test('survives a data.json that cannot be read', async () => {
    const double = new PluginDouble();
    Object.assign(double.plugin, { loadData: () => Promise.reject(new Error('Unexpected token')) });
    await double.load();
    expect(double.app.shownNotices()).toEqual([
      expect.stringContaining('data.json could not be read: Unexpected token'),
    ]);
    expect(double.commands).toHaveLength(13);
  });
});

describe('the first rollup on a device', () => {
  test('writes nothing before it is agreed to, and nothing when it is cancelled', async () => {
    const double = await new PluginDouble(VAULT, null).load();
    await double.preview();
    expect(double.modalText()).toMatch(/This would be written: \d+ pages new, \d+ changed\./);
    expect(double.modalText()).toContain('People/Dana Fox.md');
    expect(double.modalText()).toContain('Throughline/Follow-ups.md');
    double.press('Cancel');
    await settle();
    expect([double.app.writes, double.data, double.app.modals]).toEqual([[], null, []]);
    double.start();
    await until(() => double.app.modals[0]);
    expect(double.app.writes).toEqual([]);
  });

  test('writes what was shown once it is agreed to, and keeps the names', async () => {
    const double = await new PluginDouble(VAULT, { rowsPerSection: 5, mine: 'kept' }).load();
    double.start();
    await until(() => double.app.modals[0]);
    double.typeNames('Ann Lee, Ann,, Ann Lee');
    double.press('Show what would change');
    await until(() => double.modalText().includes('This would be written') || undefined);
    const listed = [...(double.app.modals[0]?.contentEl.querySelectorAll('li') ?? [])].map(
      ({ textContent }) => textContent,
    );
    double.press('Roll up');
    const said = await until(() => double.app.shownNotices().find((text) => / changed\.$/m.test(text)));
    expect(said).toMatch(/^\d+ pages new, \d+ changed\./);
    const written = double.app.writes
      .filter((write) => write.endsWith('.md'))
      .map((write) => write.replace(/^(?:create|modify) /, ''));
    expect(written.sort()).toEqual(listed.sort());
    expect(double.data).toEqual({ rowsPerSection: 5, mine: 'kept', me: ['Ann Lee', 'Ann'] });
    expect(double.app.modals).toEqual([]);
    expect(await double.rollUp()).toBe('Everything was up to date.');
  });

  test('stops reading when it is closed meanwhile', async () => {
    const double = await new PluginDouble().load();
    double.app.slow = true;
    double.start();
    await until(() => double.app.modals[0]);
    double.press('Show what would change');
    await until(() => double.modalText().includes('Reading') || undefined);
    double.press('Cancel');
    await settle();
    expect(double.app.reads).toBeLessThan(3);
    expect(double.app.shownNotices()).toEqual([]);
  });

  test('asks on every device anew, with the names that are known already', async () => {
    const double = await new PluginDouble().load();
    double.start();
    await until(() => double.app.modals[0]);
    expect(double.app.modals[0]?.contentEl.querySelector('input')?.value).toBe('Ann Lee, Ann');
  });

  test('a plan is agreed to for the names it was made for only', async () => {
    const double = await new PluginDouble().load();
    await double.preview();
    double.typeNames('Kim Vale');
    expect(double.modalText()).toContain('Show what would change');
    expect(double.modalText()).not.toContain('Throughline/Follow-ups.md');
    expect(() => {
      double.press('Roll up');
    }).toThrow('No button');
  });

  test('says in words why it could not plan, and can be tried again', async () => {
    const double = await new PluginDouble().load();
    const { vault } = double.app.app;
    const getFiles = vault.getFiles.bind(vault);
    Object.assign(vault, {
      getFiles: () => {
        throw new Error('The vault is locked');
      },
    });
    double.start();
    await until(() => double.app.modals[0]);
    double.press('Show what would change');
    await until(() => double.modalText().includes('The vault is locked') || undefined);
    Object.assign(vault, { getFiles });
    double.press('Show what would change');
    await until(() => double.modalText().includes('This would be written') || undefined);
    expect(double.app.writes).toEqual([]);
  });
});

describe('a rollup', () => {
  test('writes the bytes that the same engine writes elsewhere', async () => {
    const double = await new PluginDouble().agreed().load();
    const expected = await inMemory(VAULT, ME);
    expect(Object.keys(expected).length).toBeGreaterThan(Object.keys(VAULT).length);
    await double.rollUp();
    expect(textFiles(double.app.texts())).toEqual(expected);
    expect(double.app.text('People/Bo Kim.md')).toMatch(/^\uFEFF---\r\n/);
  });

  test('writes the same bytes where the app drops byte order marks', async () => {
    const double = await new PluginDouble().agreed().load();
    double.app.dropsByteOrderMarks = true;
    await double.rollUp();
    expect(textFiles(double.app.texts())).toEqual(await inMemory(VAULT, ME));
    double.app.writes.length = 0;
    expect(await double.rollUp()).toMatch(/^Everything was up to date\./);
    expect(double.app.writes).toEqual([]);
  });

  test('of the sample vault writes the bytes that the same engine writes elsewhere', async () => {
    const root = path.join(__dirname, '../../seeds');
    const files = Object.fromEntries(
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .map(
          (file) => [path.relative(root, file).split(path.sep).join('/'), Uint8Array.from(readFileSync(file))] as const,
        ),
    );
    const texts = Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [name, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]),
    );
    expect(Object.keys(texts).length).toBeGreaterThan(20);
    const double = await new PluginDouble(files).agreed().load();
    await double.rollUp();
    expect(double.app.texts()).toEqual(
      Object.fromEntries(Object.entries(await inMemory(texts, ME)).filter(([name]) => !name.startsWith('.'))),
    );
    double.app.writes.length = 0;
    expect(await double.rollUp()).toMatch(/^Everything was up to date\./);
    expect(double.app.writes).toEqual([]);
  });

  test('the second time writes nothing', async () => {
    const double = await new PluginDouble().agreed().load();
    expect(await double.rollUp()).toMatch(/^\d+ pages new, \d+ changed\.$/);
    double.app.writes.length = 0;
    expect(await double.rollUp()).toBe('Everything was up to date.');
    expect(double.app.writes).toEqual([]);
  });

  test('goes by the person’s own calendar day', async () => {
    const double = await new PluginDouble().agreed().load();
    await double.rollUp();
    expect(double.app.text('Throughline/Follow-ups.md')).toContain('As of Mon 3 Nov 2025');
  });

  test('changes an open page through its editor and leaves the cursor in the person’s own words', async () => {
    const double = await new PluginDouble().agreed().load();
    const { editor } = double.app.open('People/Dana Fox.md', { cursorAt: 'at the fair' });
    editor.type('again ');
    await double.rollUp();
    expect(editor.behindCursor()).toBe('at the fair.');
    expect(editor.transactions).toHaveLength(1);
    expect(editor.getValue()).toContain('Met again at the fair.\n');
    expect(editor.getValue()).toContain('<!-- throughline:begin person');
    expect(double.app.text('People/Dana Fox.md')).toBe(editor.getValue());
    double.app.writes.length = 0;
    expect(await double.rollUp()).toBe('Everything was up to date.');
    expect([double.app.writes, editor.transactions.length]).toEqual([[], 1]);
  });

  test('names the file that is no UTF-8 and the one that could not be written, and writes the others', async () => {
    const double = await new PluginDouble({ ...VAULT, 'Meetings/old.md': Uint8Array.from([0x63, 0x61, 0x66, 0xe9]) })
      .agreed()
      .load();
    double.app.fail('process', 'People/Dana Fox.md', new Error('ENOSPC: no space left on device'));
    const said = await double.rollUp();
    expect(said).toContain('Meetings/old.md: This file is not UTF-8 text');
    expect(said).toContain('“People/Dana Fox.md” could not be written: ENOSPC: no space left on device');
    expect(said).toMatch(/^\d+ pages new, \d+ changed\./);
    expect(double.app.notices.at(-1)?.stays).toBe(true);
    expect(double.app.text('People/Bo Kim.md')).toContain('throughline:begin');
    expect(double.app.text('People/Dana Fox.md')).toBe(VAULT['People/Dana Fox.md']);
  });

  test('says in words what went wrong altogether', async () => {
    const double = await new PluginDouble().agreed().load();
    Object.assign(double.app.app.vault, {
      getFiles: () => {
        throw new Error('The vault is locked');
      },
    });
    expect(await double.rollUp()).toBe('The vault could not be rolled up: The vault is locked');
  });

  test('does not start twice at once', async () => {
    const double = await new PluginDouble().agreed().load();
    double.start();
    double.start();
    await until(() => double.app.shownNotices().find((text) => text.includes('pages new')));
    expect(double.app.notices.filter(({ text }) => text() === 'Throughline is already running.')).toHaveLength(1);
    expect(await double.rollUp()).toBe('Everything was up to date.');
  });

  test('can be cancelled while it reads, and has written nothing then', async () => {
    const double = await new PluginDouble().agreed().load();
    double.app.slow = true;
    double.start();
    const progress = await until(() => double.app.notices.find(({ text }) => text().startsWith('Reading')));
    click(progress.element, 'Cancel');
    await until(() => double.app.shownNotices().find((text) => text === 'Rollup cancelled. Nothing was written.'));
    expect([double.app.writes, progress.hidden]).toEqual([[], true]);
    expect(double.app.reads).toBeLessThan(3);
    expect(await double.rollUp()).toMatch(/pages new/);
  });
});

describe('unloading', () => {
  test('takes the modal away and writes nothing', async () => {
    const double = await new PluginDouble().load();
    await double.preview();
    double.unload();
    await settle();
    expect([double.app.modals, double.app.writes, double.app.shownNotices()]).toEqual([[], [], []]);
  });

  test('ends a rollup under way without a word and leaves no notice', async () => {
    const double = await new PluginDouble().agreed().load();
    double.app.slow = true;
    double.start();
    await until(() => double.app.notices.find(({ text }) => text().startsWith('Reading')));
    double.unload();
    await settle();
    expect([double.app.writes, double.app.shownNotices()]).toEqual([[], []]);
  });

  test('leaves no listener in the vault or the workspace', async () => {
    const double = new PluginDouble();
    const listeners = (): number[] =>
      [double.app.app.vault, double.app.app.workspace, double.app.app.metadataCache].map(
        (events) => Object.values(Reflect.get(events, '_') as Record<string, unknown[]>).flat().length,
      );
    const before = listeners();
    await double.load();
    double.unload();
    expect(listeners()).toEqual(before);
  });
});
