/** Links, pipes and devices under the names of notes, pages and settings: nothing hangs, nothing is written through. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openFolder } from '../../src/cli/folder-host.mts';
import { planVaultRollup, rollUp } from '../../src/host/roll-up';
import { removeFromVault } from '../../src/host/remove';
import { readSettings } from '../../src/settings/settings';

const { settings } = readSettings({ me: ['Mara Voss'] });
const today = '2025-11-03';
const NOW = Date.UTC(2025, 10, 3, 10);
const NOTE = '---\ntype: 1-1\ndate: 2025-10-28\npeople: ["[[Dana Fox]]"]\n---\n## Actions\n- [ ] Send draft @me\n';

let folder = '';
beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-odd-')));
  for (const name of ['Vault/.obsidian', 'Vault/Meetings', 'Vault/People', 'Vault/Contacts', 'Outside'])
    fs.mkdirSync(at(name), { recursive: true });
  fs.writeFileSync(at('Vault/Meetings/2025-10-28 Dana.md'), NOTE);
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const at = (file: string): string => path.join(folder, file);

function pipe(file: string): void {
  fs.mkdirSync(path.dirname(at(file)), { recursive: true });
  if (spawnSync('mkfifo', [at(file)]).status !== 0) throw new Error('There are no pipes here.');
}

async function rolledUp(): Promise<{ codes: string[]; failed: string[]; written: readonly string[] }> {
  const { problems, failures, result } = await rollUp(openFolder(at('Vault')), { settings, today, now: NOW });
  return {
    codes: problems.map(({ code, path: file }) => `${file} ${code}`),
    failed: [...failures, ...result.failures].map((error) => error.path),
    written: result.written,
  };
}

describe('a page that is a link', () => {
  test('within the vault is not planned as new, nor written through', async () => {
    fs.writeFileSync(at('Vault/Contacts/dana.md'), 'My own words.\n');
    fs.symlinkSync('../Contacts/dana.md', at('Vault/People/Dana Fox.md'));
    for (let run = 0; run < 2; run++) {
      const { codes, failed, written } = await rolledUp();
      expect({ codes, failed }).toEqual({ codes: [], failed: [] });
      expect(written.filter((file) => file.startsWith('People'))).toEqual([]);
    }
    expect(fs.readFileSync(at('Vault/Contacts/dana.md'), 'utf8')).toBe('My own words.\n');
  });

  test.each([
    ['a rollup page', 'Throughline/Follow-ups.md', 'Contacts/mine.md'],
    ['one that leads nowhere', 'Throughline/Follow-ups.md', 'Contacts/nowhere.md'],
  ])('%s: it is told, and not written through', async (_, page, target) => {
    if (!target.includes('nowhere')) fs.writeFileSync(at(`Vault/${target}`), 'My own words.\n');
    fs.mkdirSync(at('Vault/Throughline'));
    fs.symlinkSync(`../${target}`, at(`Vault/${page}`));
    expect((await rolledUp()).failed).toEqual([page]);
    expect(fs.existsSync(at('Vault/Contacts/nowhere.md'))).toBe(false);
    if (!target.includes('nowhere')) expect(fs.readFileSync(at(`Vault/${target}`), 'utf8')).toBe('My own words.\n');
  });

  test('a folder of pages that is one: nothing is made in what it leads to', async () => {
    fs.rmdirSync(at('Vault/People'));
    fs.symlinkSync('Contacts', at('Vault/People'));
    expect((await rolledUp()).failed).toEqual(['People/Dana Fox.md']);
    expect(fs.readdirSync(at('Vault/Contacts'))).toEqual([]);
  });
});

test('a link to a folder beside the vault whose name begins as its does leads out', async () => {
  fs.mkdirSync(at('Vault two'));
  fs.writeFileSync(at('Vault two/secret.md'), 'secret');
  fs.symlinkSync(at('Vault two/secret.md'), at('Vault/secret.md'));
  fs.symlinkSync(at('Vault two'), at('Vault/two'));
  const host = openFolder(at('Vault'));
  await expect(host.read('secret.md')).rejects.toMatchObject({ code: 'denied' });
  await expect(host.read('two/secret.md')).rejects.toMatchObject({ code: 'denied' });
  await expect(host.create('two/new.md', '')).rejects.toMatchObject({ code: 'denied' });
});

describe('a pipe in the place of', () => {
  test.each([
    ['a note', 'Vault/Meetings/2025-10-29 Bo.md', []],
    ['a page', 'Vault/People/Dana Fox.md', []],
    ['a rollup page', 'Vault/Throughline/Follow-ups.md', ['Throughline/Follow-ups.md']],
    [
      'settings of another plugin',
      'Vault/.obsidian/plugins/obsidian-tasks-plugin/data.json',
      ['.obsidian/plugins/obsidian-tasks-plugin/data.json'],
    ],
    ["Obsidian's settings", 'Vault/.obsidian/app.json', ['.obsidian/app.json']],
  ])('%s keeps nothing waiting', async (_, file, failed) => {
    pipe(file);
    expect((await rolledUp()).failed).toEqual(failed);
    expect(fs.lstatSync(at(file)).isFIFO()).toBe(true);
  });

  test('our own settings and files', async () => {
    pipe('Vault/.obsidian/plugins/throughline/data.json');
    pipe('Vault/.obsidian/plugins/throughline/live-writing-paused.json');
    const host = openFolder(at('Vault'));
    await expect(host.readConfig('plugins/throughline/data.json')).rejects.toMatchObject({ code: 'denied' });
    await expect(host.state.read('live-writing-paused.json')).rejects.toMatchObject({ code: 'denied' });
    await expect(host.process('Meetings/pipe.md', () => 'x')).rejects.toMatchObject({ code: 'missing' });
    pipe('Vault/Meetings/pipe.md');
    await expect(host.process('Meetings/pipe.md', () => 'x')).rejects.toMatchObject({ code: 'denied' });
    await expect(host.read('Meetings/pipe.md')).rejects.toMatchObject({ code: 'denied' });
  });
});

describe('folders of ours that lead out of the vault', () => {
  test('.trash: what is removed stays in the vault', async () => {
    await rolledUp();
    fs.symlinkSync(at('Outside'), at('Vault/.trash'));
    const { failures } = await removeFromVault(openFolder(at('Vault')), { settings, now: NOW + 1, write: true });
    expect(failures.length).toBeGreaterThan(0);
    expect(failures[0]?.message).toContain('symbolic link');
    expect(fs.readdirSync(at('Outside'))).toEqual([]);
  });

  test.each([
    ['to a folder of the vault', 'Contacts'],
    ['to nowhere', 'Nowhere'],
  ])('.trash, a link %s: nothing goes there, and all that was to go is there still', async (_, target) => {
    await rolledUp();
    const pages = fs.readdirSync(at('Vault/Throughline'));
    fs.symlinkSync(target, at('Vault/.trash'));
    const { failures, result } = await removeFromVault(openFolder(at('Vault')), {
      settings,
      now: NOW + 1,
      write: true,
    });
    expect(failures.length).toBeGreaterThan(0);
    for (const { code, message } of failures)
      expect([code, message]).toEqual(['denied', expect.stringContaining('“.trash” is a symbolic link') as unknown]);
    expect(result?.trashed).toEqual([]);
    expect(fs.readdirSync(at('Vault/Throughline'))).toEqual(pages);
    expect(fs.readdirSync(at('Vault/Contacts'))).toEqual([]);
    expect(fs.existsSync(at('Vault/Nowhere'))).toBe(false);
  });

  test('.throughline: nothing is kept there, and so nothing is written', async () => {
    fs.rmdirSync(at('Vault/.obsidian'));
    fs.symlinkSync(at('Outside'), at('Vault/.throughline'));
    await expect(openFolder(at('Vault')).state.create('a.json', '')).rejects.toMatchObject({ code: 'denied' });
    expect((await planVaultRollup(openFolder(at('Vault')), { settings, today })).plan.edits.length).toBeGreaterThan(0);
    expect((await rolledUp()).written).toEqual([]);
    expect(fs.readdirSync(at('Outside'))).toEqual([]);
  });
});
