/** What a tick in a view asks of the vault: counted, for each call costs a phone its time. */
// First: it gives the window the text coding that every window of the app has.
import '../app-double';
import { MemoryHost } from '../../doubles/memory-host';
import { LiveStore } from '../../../src/obsidian/vault/live-store';
import { Pace } from '../../../src/obsidian/vault/pace';
import { PluginSettings } from '../../../src/obsidian/vault/plugin-settings';
import { LiveViewStore } from '../../../src/obsidian/view/live-view-store';

const TODAY = '2025-11-03';
const head = (date: string): string => `---\ntype: 1-1\ndate: ${date}\npeople: "[[Dana Fox]]"\n---\n## Actions\n`;
const VAULT = {
  'People/Dana Fox.md': '# Dana Fox\n',
  'Meetings/1.md': `${head('2025-10-14')}- [ ] Send draft\n- [ ] Call Bo\n`,
  'Meetings/2.md': `${head('2025-10-28')}- [ ] Send draft\n- [ ] Book a room\n`,
  '.obsidian/plugins/obsidian-tasks-plugin/data.json': '{"setDoneDate":false}',
};

async function open(host: MemoryHost): Promise<{ views: LiveViewStore; calls: string[] }> {
  const settings = new PluginSettings({
    loadData: () => Promise.resolve({ me: ['Mara Voss'] }),
    saveData: () => Promise.resolve(),
  });
  await settings.load();
  const [today, now] = [(): string => TODAY, (): number => Date.UTC(2025, 10, 3, 10)];
  const store = new LiveStore({ host, settings, pace: new Pace(() => 0), today });
  const views = new LiveViewStore({ store, host, settings, today, now });
  await store.current();
  const calls: string[] = [];
  host.watcher = { before: (operation, path) => void calls.push(`${operation} ${path}`) };
  return { views, calls };
}

async function tick(views: LiveViewStore, text: string): Promise<boolean> {
  const row = views.known?.index.tasks.find((one) => one.text === text);
  if (row === undefined) throw new Error('There is no such row.');
  return (await views.act(row, { do: 'complete' })).outcome === 'done';
}

test.each([
  ['Call Bo', ['Meetings/1.md']],
  ['Send draft', ['Meetings/1.md', 'Meetings/2.md']],
])('%s: each note is read once before and once after it is written, nothing is listed', async (text, notes) => {
  const host = new MemoryHost(VAULT);
  const { views, calls } = await open(host);
  expect(await tick(views, text)).toBe(true);

  expect(calls.filter((call) => /^(?:list|read-config) /.test(call))).toEqual([]);
  for (const note of notes) {
    const own = calls.filter((call) => call.endsWith(` ${note}`)).map((call) => call.split(' ')[0]);
    expect(own).toEqual(['read', 'process', 'stat', 'read']);
  }
  // The journal is listed to be recovered, for the plan's own name, and for what is too old; each once.
  expect(calls.filter((call) => call.startsWith('state-list'))).toHaveLength(3);
  // By the rules that the vault was read by: its Tasks settings add no done date.
  expect(host.texts()['Meetings/1.md']).toContain(`- [x] ${text}\n`);
});

test('by rules that could not be read nothing is written, until they can be', async () => {
  const host = new MemoryHost(VAULT);
  host.fail('read-config', '.obsidian/app.json', 'io');
  const { views } = await open(host);
  expect(await tick(views, 'Call Bo')).toBe(false);
  expect(host.writes).toEqual([]);
  host.restart();
  expect(await tick(views, 'Call Bo')).toBe(true);
});
