import { carryOut } from '../../src/host/carry-out';
import { recoverJournal } from '../../src/host/journal';
import { undoLast } from '../../src/host/undo';
import { AppState } from '../../src/obsidian/vault/app-state';
import { AppVaultHost } from '../../src/obsidian/vault/app-vault-host';
import { Pace } from '../../src/obsidian/vault/pace';
import { describeState } from '../host/state-contract';
import { AppDouble } from './app-double';

const NOW = Date.UTC(2025, 10, 3, 10);
const EDITS = [
  { path: 'a.md', before: 'a', after: 'A' },
  { path: 'New/b.md', before: null, after: 'b' },
];

describeState('the app', () => new AppState(new AppDouble().original));

function hostOf(double: AppDouble): AppVaultHost {
  return new AppVaultHost(double.original, new Pace(() => 0));
}

test('a device knows itself again after the app was started anew, and no other', () => {
  const double = new AppDouble();
  const [first, second, elsewhere] = [
    new AppState(double.original),
    new AppState(double.original),
    new AppState(new AppDouble().original),
  ];
  expect(second.writer).not.toBe(first.writer);
  expect(second.hasEnded(first.writer)).toBe(true);
  expect(elsewhere.hasEnded(first.writer)).toBe(false);
});

test('what was written is taken back after a restart', async () => {
  const double = new AppDouble({ 'a.md': 'a' });
  await carryOut(hostOf(double), { edits: EDITS }, { what: 'rollup', now: NOW });
  expect(double.texts()).toEqual({ 'a.md': 'A', 'New/b.md': 'b' });
  expect(await undoLast(hostOf(double), { now: NOW + 1, write: true })).toMatchObject({
    restored: ['a.md'],
    trashed: ['New/b.md'],
    left: [],
    failures: [],
  });
  expect(double.text('a.md')).toBe('a');
});

test('what the app was closed in the middle of is taken back when it starts', async () => {
  const double = new AppDouble({ 'a.md': 'a' });
  const host = hostOf(double);
  await carryOut(host, { edits: EDITS }, { what: 'rollup', now: NOW });
  const [{ name } = { name: '' }] = await host.state.list('journal');
  await host.state.rename(`journal/${name}`, `journal/${name.replace('.json', `.open.${host.state.writer}.json`)}`);
  // While it still runs, it is not for anybody else to take back.
  expect(await recoverJournal(host, NOW + 1)).toEqual({ plans: [], failures: [] });
  expect(await recoverJournal(hostOf(double), NOW + 1)).toMatchObject({
    plans: [{ what: 'rollup', restored: ['New/b.md', 'a.md'], left: [] }],
    failures: [],
  });
  expect(double.text('a.md')).toBe('a');
});

test('where the journal cannot be written nothing is', async () => {
  const double = new AppDouble({ 'a.md': 'a' });
  double.fail('mkdir', '.obsidian/plugins/throughline/journal', Object.assign(new Error('EACCES'), { code: 'EACCES' }));
  expect(await carryOut(hostOf(double), { edits: EDITS }, { what: 'rollup', now: NOW })).toMatchObject({
    written: [],
    failures: [{ code: 'denied', ledTo: 'journal-unwritten' }],
  });
  expect(double.texts()).toEqual({ 'a.md': 'a' });
});

test('what the command line kept before the app first opened the vault can be undone', async () => {
  const double = new AppDouble({ 'a.md': 'a' });
  const host = hostOf(double);
  await carryOut(host, { edits: [{ path: 'a.md', before: 'a', after: 'A' }] }, { what: 'rollup', now: NOW });
  const [{ name } = { name: '' }] = await host.state.list('journal');
  const { adapter } = double.original.vault;
  await adapter.mkdir('.throughline/journal');
  await adapter.rename(`.obsidian/plugins/throughline/journal/${name}`, `.throughline/journal/${name}`);
  expect((await host.state.list('journal')).map((file) => file.name)).toEqual([name]);
  expect(await undoLast(hostOf(double), { now: NOW + 1, write: true })).toMatchObject({
    restored: ['a.md'],
    failures: [],
  });
  await host.state.rename(`journal/${name}`, 'journal/other.json');
  expect(await adapter.exists('.throughline/journal/other.json')).toBe(true);
  await host.state.remove('journal/other.json');
  expect(await host.state.read('journal/other.json')).toBe(null);
});
