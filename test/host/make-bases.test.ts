/** Bases in a vault: made, made anew, left alone, undone, removed. */
import { makeBases } from '../../src/host/make-bases';
import { removeFromVault } from '../../src/host/remove';
import { undoLast } from '../../src/host/undo';
import { readSettings } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';

const NOW = Date.UTC(2025, 10, 3, 10);
const ALL = ['Throughline/Accounts.base', 'Throughline/People.base', 'Throughline/Projects.base'];

async function make(
  host: MemoryHost,
  { json = {}, write = true, now = NOW }: { json?: object; write?: boolean; now?: number } = {},
) {
  const { plan, result, failures } = await makeBases(host, { settings: readSettings(json).settings, now, write });
  expect(failures).toEqual([]);
  return {
    edits: plan.edits.map(({ path }) => path).sort(),
    written: [...(result?.written ?? [])].sort(),
    unchanged: plan.unchanged,
    left: plan.left.map(({ path }) => path),
  };
}

function basesOf(host: MemoryHost): string[] {
  return Object.keys(host.texts())
    .filter((path) => path.endsWith('.base'))
    .sort();
}

test('one a kind; made twice is made once, and shown is not written', async () => {
  const host = new MemoryHost({ 'People/Ann Lee.md': '# Ann Lee\n' });
  expect(await make(host, { write: false })).toEqual({ edits: ALL, written: [], unchanged: 0, left: [] });
  expect(basesOf(host)).toEqual([]);
  expect(await make(host)).toMatchObject({ written: ALL });
  expect(await make(host)).toEqual({ edits: [], written: [], unchanged: 3, left: [] });
});

test('other settings make them anew; one that was changed, or was there before, is left', async () => {
  const host = new MemoryHost({ 'Throughline/projects.base': 'views: []\n' });
  expect(await make(host)).toMatchObject({
    written: ['Throughline/Accounts.base', 'Throughline/People.base'],
    left: ['Throughline/projects.base'],
  });
  await host.process('Throughline/People.base', (now) => now.replace('All pages', 'Everybody'));
  const changed = host.texts()['Throughline/People.base'];
  expect(await make(host, { json: { properties: { meetings: false } } })).toEqual({
    edits: ['Throughline/Accounts.base'],
    written: ['Throughline/Accounts.base'],
    unchanged: 0,
    left: ['Throughline/People.base', 'Throughline/projects.base'],
  });
  expect(host.texts()).toMatchObject({
    'Throughline/People.base': changed,
    'Throughline/projects.base': 'views: []\n',
  });
});

test('only of kinds whose pages are written, and in the folder of the settings', async () => {
  const host = new MemoryHost({});
  await make(host, {
    json: { includeKinds: ['person'], rollupFolder: 'Work/Rolled up', kinds: { person: { folder: 'CRM/Contacts' } } },
  });
  expect(basesOf(host)).toEqual(['Work/Rolled up/Contacts.base']);
});

test('undone, and removed where nobody changed them', async () => {
  const host = new MemoryHost({});
  await make(host);
  await undoLast(host, { now: NOW + 1000, write: true });
  expect(basesOf(host)).toEqual([]);
  await make(host, { now: NOW + 2000 });
  await host.process('Throughline/People.base', (now) => `${now}# mine\n`);
  const { result } = await removeFromVault(host, { settings: readSettings({}).settings, now: NOW + 3000, write: true });
  expect(result?.trashed).toEqual(['Throughline/Accounts.base', 'Throughline/Projects.base']);
  expect(basesOf(host)).toEqual(['Throughline/People.base']);
});
