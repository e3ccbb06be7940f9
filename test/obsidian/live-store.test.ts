// First: it gives the window the text coding that every window of the app has.
import './app-double';
import { KEPT, LiveStore } from '../../src/obsidian/vault/live-store';
import { Pace } from '../../src/obsidian/vault/pace';
import type { PluginSettings } from '../../src/obsidian/vault/plugin-settings';
import { readSettings } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';

const meeting = (line: string): string =>
  `---\ntype: 1-1\ndate: 2025-10-28\npeople: "[[Dana Fox]]"\n---\n## Decisions\n- ${line}\n`;

async function opened(): Promise<{
  host: MemoryHost;
  store: LiveStore;
  decided: () => Promise<string[]>;
  edit: (line: string) => Promise<void>;
}> {
  const host = new MemoryHost({ 'People/Dana Fox.md': '# Dana Fox\n', 'A.md': meeting('Pilot ships') });
  const settings = { current: readSettings({ me: ['Mara Voss'] }).settings } as PluginSettings;
  const store = new LiveStore({ host, settings, pace: new Pace(() => 0), today: () => '2025-11-03' });
  return {
    host,
    store,
    decided: async () => (await store.current()).index.decisions.map(({ text }) => text),
    edit: async (line) => {
      host.put('A.md', meeting(line));
      const file = (await host.list()).files.find(({ path }) => path === 'A.md');
      if (file !== undefined) store.touch(file);
    },
  };
}

test('what is known is the vault as it is, whoever asked for something else in between', async () => {
  const { store, decided, edit } = await opened();
  expect(await decided()).toEqual(['Pilot ships']);
  await edit('Pilot waits');
  expect((await store.plan()).edits.length).toBeGreaterThan(0);
  expect(await decided()).toEqual(['Pilot waits']);
  await edit('Pilot stays');
  await store.review();
  expect(await decided()).toEqual(['Pilot stays']);
});

test('what changes while the vault is read is read too', async () => {
  const { host, store, decided, edit } = await opened();
  const first = decided();
  await edit('Pilot waits');
  await first;
  expect(await decided()).toEqual(['Pilot waits']);
  host.remove('A.md');
  store.leave('A.md');
  expect(await decided()).toEqual([]);
});

test('a vault that could not be read is read anew by the next who asks', async () => {
  const { host, store, decided } = await opened();
  await decided();
  store.reopen();
  host.list = () => Promise.reject(new Error('gone'));
  await expect(store.current()).rejects.toThrow('gone');
  Reflect.deleteProperty(host, 'list');
  expect(await decided()).toEqual(['Pilot ships']);
});

test('what was read is put away a while later, for the next start, and not once the plugin is gone', async () => {
  const keptBy = async (act: (store: LiveStore) => void): Promise<string[]> => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate', 'nextTick'] });
    const host = new MemoryHost({ 'A.md': meeting('Pilot ships') });
    Object.assign(host.state, { readings: { store: host.state, of: 'build 1' } });
    const settings = { current: readSettings({ me: ['Mara Voss'] }).settings } as PluginSettings;
    const store = new LiveStore({
      host,
      settings,
      pace: new Pace(() => 0),
      today: () => '2025-11-03',
      now: () => 100_000_000,
    });
    await store.current();
    expect(Object.keys(host.stateTexts())).toEqual([]);
    act(store);
    await jest.advanceTimersByTimeAsync(KEPT + 1);
    jest.useRealTimers();
    return Object.keys(host.stateTexts()).map((path) => path.split('/')[0] ?? '');
  };
  expect([...new Set(await keptBy(() => undefined))].sort()).toEqual(['index', 'readings']);
  expect(
    await keptBy((store) => {
      store.end();
    }),
  ).toEqual([]);
});
