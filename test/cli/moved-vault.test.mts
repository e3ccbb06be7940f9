/**
 * The vault's folder moved, deleted, emptied, replaced or renamed while a command runs, or between two: a message,
 * nothing made again, nothing lost.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openFolder } from '../../src/cli/folder-host.mts';
import { carryOut } from '../../src/host/carry-out';
import { recoverJournal } from '../../src/host/journal';
import { LiveVault } from '../../src/host/live-vault';
import { rollUp } from '../../src/host/roll-up';
import { undoLast } from '../../src/host/undo';
import { HostError } from '../../src/host/vault-host';
import { readSettings } from '../../src/settings/settings';

const { settings } = readSettings({ me: ['Mara Voss'] });
const today = '2025-11-03';
const NOW = Date.now();
const NOTE = '---\ntype: 1-1\ndate: 2025-10-28\npeople: ["[[Dana Fox]]"]\n---\n## Actions\n- [ ] Send draft @me\n';

let folder = '';
beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-moved-')));
  fs.mkdirSync(at('Vault/.obsidian'), { recursive: true });
  fs.mkdirSync(at('Vault/Meetings'));
  fs.writeFileSync(at('Vault/Meetings/2025-10-28 Dana.md'), NOTE);
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const at = (file: string): string => path.join(folder, file);

function filesOf(name: string): string[] {
  return fs.readdirSync(at(name), { recursive: true, encoding: 'utf8' }).sort();
}

const AWAY: Readonly<Record<string, () => void>> = {
  moved: () => {
    fs.renameSync(at('Vault'), at('Elsewhere'));
  },
  deleted: () => {
    fs.rmSync(at('Vault'), { recursive: true });
  },
  'replaced by a link': () => {
    fs.renameSync(at('Vault'), at('Elsewhere'));
    fs.symlinkSync(at('Elsewhere'), at('Vault'));
  },
  'replaced by another folder': () => {
    fs.renameSync(at('Vault'), at('Elsewhere'));
    fs.mkdirSync(at('Vault'));
    fs.writeFileSync(at('Vault/other.md'), 'another vault');
  },
  'replaced by a file': () => {
    fs.rmSync(at('Vault'), { recursive: true });
    fs.writeFileSync(at('Vault'), '');
  },
};

test.each(Object.entries(AWAY))('%s while it is watched: it stops, and makes nothing', async (_, goAway) => {
  const host = openFolder(at('Vault'));
  const live = await LiveVault.open(host, { settings, rest: () => Promise.resolve() });
  const plan = await live.plan(today);
  goAway();
  const there = filesOf('');
  await expect(live.refresh()).rejects.toMatchObject({
    code: 'missing',
    message: expect.stringMatching(/moved, deleted, unmounted or replaced/) as unknown,
  });
  // A plan that was made before finds nothing to write into.
  expect(await carryOut(host, plan, { what: 'live', now: NOW }).catch((error: unknown) => error)).not.toMatchObject({
    failures: [],
  });
  await expect(rollUp(host, { settings, today, now: NOW })).rejects.toMatchObject({ code: 'missing' });
  expect(filesOf('')).toEqual(there);
});

test('emptied, as by a disk that went: it stops', async () => {
  const host = openFolder(at('Vault'));
  const live = await LiveVault.open(host, { settings, rest: () => Promise.resolve() });
  fs.rmSync(at('Vault/Meetings'), { recursive: true });
  await expect(live.refresh()).rejects.toMatchObject({ code: 'missing' });
});

test('a folder of it that cannot be listed is as it was, and is told', async () => {
  const host = openFolder(at('Vault'));
  const live = await LiveVault.open(host, { settings, rest: () => Promise.resolve() });
  const before = await live.plan(today);
  const list = host.list.bind(host);
  host.list = async () => {
    const { failures, ...listing } = await list();
    const error = new HostError('denied', 'Meetings', '“Meetings” could not be listed: permission denied.');
    return { ...listing, files: [{ path: 'a.md', size: 0, mtime: 0 }], failures: [...failures, error] };
  };
  await live.refresh();
  const { failures, index } = await live.plan(today);
  expect(failures).toMatchObject([{ path: 'Meetings' }]);
  expect(index.tasks.map(({ text }) => text)).toEqual(before.index.tasks.map(({ text }) => text));
});

test('renamed between a run and its undo: it is taken back, and redone', async () => {
  await rollUp(openFolder(at('Vault')), { settings, today, now: NOW });
  const rolledUp = filesOf('Vault').filter((file) => file.endsWith('.md'));
  fs.renameSync(at('Vault'), at('Renamed'));
  const host = openFolder(at('Renamed'));
  expect(await undoLast(host, { now: NOW + 1, write: true })).toMatchObject({ outcome: 'done', failures: [] });
  expect(filesOf('Renamed').filter((file) => file.endsWith('.md') && !file.startsWith('.'))).toEqual([
    'Meetings/2025-10-28 Dana.md',
  ]);
  expect(await undoLast(host, { now: NOW + 2, write: true, redo: true })).toMatchObject({ outcome: 'done' });
  expect(filesOf('Renamed').filter((file) => file.endsWith('.md') && !file.startsWith('.'))).toEqual(rolledUp);
});

test('renamed after a run that was killed: it is taken back', async () => {
  const host = openFolder(at('Vault'));
  const ended = spawnSync(process.execPath, ['-e', '0']).pid;
  Object.assign(host.state, { writer: host.state.writer.replace(/-\d+-(\d+)$/, `-${ended}-$1`) });
  const rename = host.state.rename.bind(host.state);
  host.state.rename = () => Promise.reject(new Error('killed'));
  await rollUp(host, { settings, today, now: NOW }).catch(() => undefined);
  host.state.rename = rename;
  fs.renameSync(at('Vault'), at('Renamed'));
  const { plans } = await recoverJournal(openFolder(at('Renamed')), NOW + 1);
  expect(plans).toMatchObject([{ what: 'rollup' }]);
  expect(filesOf('Renamed').filter((file) => file.endsWith('.md'))).toEqual(['Meetings/2025-10-28 Dana.md']);
  expect(fs.existsSync(at('Renamed/.trash'))).toBe(false);
});
