// First: it gives the window the text coding that every window of the app has.
import './app-double';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { carryOut } from '../../src/host/carry-out';
import { LiveVault } from '../../src/host/live-vault';
import { planVaultRollup } from '../../src/host/roll-up';
import { removeFromVault } from '../../src/host/remove';
import { undoLast } from '../../src/host/undo';
import { HostError } from '../../src/host/vault-host';
import { ReadingDatabase } from '../../src/obsidian/vault/reading-database';
import { readSettings, type Settings } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';

// Every window of the app copies what goes into a database; the tests' windows do not, and texts need no copy.
Object.assign(globalThis, { structuredClone: (value: unknown) => value });

const { settings } = readSettings({ me: ['Mara Voss'] });
const today = '2025-11-03';
/** Later than any file of the double by far: no file changed a moment ago. */
const LATER = 100_000_000;
const meeting = (line: string): string =>
  `---\ntype: 1-1\ndate: 2025-10-28\npeople: "[[Dana Fox]]"\n---\n## Decisions\n- ${line}\n`;
const TEXTS = {
  'People/Dana Fox.md': '# Dana Fox\n',
  ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`Meetings/${at}.md`, meeting(`Pilot ${at} ships`)])),
};

const factory = (): IDBFactory => new IDBFactory();
const databaseOf = (databases: IDBFactory): ReadingDatabase => new ReadingDatabase(databases, 'throughline-abc');

/** The vault as the app of that build opens it. */
function opens(host: MemoryHost, databases: IDBFactory, build = 'build 1'): ReadingDatabase {
  const database = databaseOf(databases);
  Object.assign(host.state, {
    readings: {
      store: database,
      of: build,
      inAChunk: 4,
      forget: () => database.delete(),
      resume: () => {
        database.resume();
      },
    },
  });
  return database;
}

/** Notes that are read while the vault is opened; its plan is held to be the one from nothing. */
async function readAtStart(
  host: MemoryHost,
  given: Settings = settings,
): Promise<{ reads: string[]; live: LiveVault }> {
  const reads: string[] = [];
  host.watcher = {
    before: (operation, path) => {
      if (operation === 'read' && path.startsWith('Meetings/')) reads.push(path);
    },
  };
  const live = await LiveVault.open(host, { settings: given, rest: () => Promise.resolve() });
  host.watcher = {};
  const { readings } = host.state;
  Object.assign(host.state, { readings: undefined });
  const anew = await planVaultRollup(host, { settings: given, today });
  Object.assign(host.state, { readings });
  expect((await live.plan(today)).edits.map(({ path, after }) => [path, after])).toEqual(
    anew.plan.edits.map(({ path, after }) => [path, after]),
  );
  return { reads: reads.sort(), live };
}

/** A vault that was opened before, and kept. */
async function kept(): Promise<{ host: MemoryHost; databases: IDBFactory }> {
  const host = new MemoryHost(TEXTS);
  const databases = factory();
  const database = opens(host, databases);
  const { reads, live } = await readAtStart(host);
  expect(reads).toHaveLength(9);
  await live.keepReadings(LATER);
  await database.end();
  return { host, databases };
}

async function textsIn(databases: IDBFactory): Promise<string[]> {
  return (await databaseOf(databases).list('readings')).map(({ name }) => name);
}

async function damage(databases: IDBFactory, change: (text: string) => string): Promise<void> {
  const database = databaseOf(databases);
  for (const { name } of await database.list('readings')) {
    const text = (await database.read(`readings/${name}`)) ?? '';
    await database.remove(`readings/${name}`);
    await database.create(`readings/${name}`, change(text));
  }
  await database.end();
}

test('what was read is not read again at the next start', async () => {
  const { host, databases } = await kept();
  opens(host, databases);
  expect((await readAtStart(host)).reads).toEqual([]);
});

test('a note that changed meanwhile is read, and kept in its turn', async () => {
  const { host, databases } = await kept();
  host.put('Meetings/3.md', meeting('Pilot waits'));
  host.put('Meetings/new.md', meeting('Something new'));
  host.remove('Meetings/5.md');
  opens(host, databases);
  const { reads, live } = await readAtStart(host);
  expect(reads).toEqual(['Meetings/3.md', 'Meetings/new.md']);
  await live.keepReadings(LATER);
  // While it is open, what changes is put away too: in one text with what came just before, as long as that is small.
  for (const line of ['Pilot stays', 'Pilot goes']) {
    host.put('Meetings/7.md', meeting(line));
    await live.refresh();
    await live.keepReadings(LATER);
  }
  const texts = await textsIn(databases);
  expect(texts.length).toBeLessThanOrEqual(5);
  opens(host, databases);
  expect((await readAtStart(host)).reads).toEqual([]);
});

test('a note whose time says nothing yet is not kept', async () => {
  const host = new MemoryHost(TEXTS);
  const databases = factory();
  opens(host, databases);
  const { live } = await readAtStart(host);
  const times = (await host.list()).files.map(({ mtime }) => mtime);
  await live.keepReadings(Math.min(...times));
  opens(host, databases);
  expect((await readAtStart(host)).reads).toHaveLength(9);
});

test('what is typed and not saved is not kept', async () => {
  const host = Object.assign(new MemoryHost(TEXTS), { isUnsaved: (path: string) => path === 'Meetings/3.md' });
  const databases = factory();
  opens(host, databases);
  await (await readAtStart(host)).live.keepReadings(LATER);
  opens(host, databases);
  expect((await readAtStart(host)).reads).toEqual(['Meetings/3.md']);
});

it.each<
  [string, (given: { host: MemoryHost; databases: IDBFactory }) => Promise<{ build?: string; given?: Settings }>]
>([
  ['another build', () => Promise.resolve({ build: 'build 2' })],
  [
    'other settings',
    () => Promise.resolve({ given: readSettings({ me: ['Mara Voss'], exclude: ['Nowhere'] }).settings }),
  ],
  [
    'a damaged text',
    async ({ databases }) => damage(databases, (text) => text.replace('ships', 'sinks')).then(() => ({})),
  ],
  [
    'a text that was cut short',
    async ({ databases }) => damage(databases, (text) => text.slice(0, -20)).then(() => ({})),
  ],
])('with %s everything is read anew, and what was kept makes room', async (_, change) => {
  const before = await kept();
  const { build, given } = await change(before);
  opens(before.host, before.databases, build);
  const old = await textsIn(before.databases);
  const { reads, live } = await readAtStart(before.host, given);
  expect(reads).toHaveLength(9);
  await live.keepReadings(LATER);
  const now = await textsIn(before.databases);
  expect(now.length).toBe(old.length);
  opens(before.host, before.databases, build);
  expect((await readAtStart(before.host, given)).reads).toEqual([]);
});

test('without room nothing is kept, and nobody is told', async () => {
  const host = new MemoryHost(TEXTS);
  const databases = factory();
  opens(host, databases);
  const { live } = await readAtStart(host);
  const add = jest.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('There is no room.', 'QuotaExceededError');
  });
  await live.keepReadings(LATER);
  expect(add).toHaveBeenCalledTimes(1);
  add.mockRestore();
  expect(await textsIn(databases)).toEqual([]);
  opens(host, databases);
  expect((await readAtStart(host)).reads).toHaveLength(9);
});

test('closed in the middle, it holds whole texts or none', async () => {
  const host = new MemoryHost(TEXTS);
  for (const turns of [0, 1, 2, 3, 5, 8, 13]) {
    const databases = factory();
    const database = opens(host, databases);
    const { live } = await readAtStart(host);
    const keeping = live.keepReadings(LATER);
    for (let turn = 0; turn < turns; turn++)
      await new Promise((resolve) => {
        setTimeout(resolve, 0);
      });
    await database.end();
    await keeping;
    opens(host, databases);
    const { reads } = await readAtStart(host);
    expect([9, 5, 1, 0]).toContain(reads.length);
  }
});

test('work that is cancelled keeps nothing half', async () => {
  const host = new MemoryHost(TEXTS);
  const databases = factory();
  opens(host, databases);
  let stops = Infinity;
  const live = await LiveVault.open(host, {
    settings,
    rest: () => (--stops < 0 ? Promise.reject(new Error('unloaded')) : Promise.resolve()),
  });
  stops = 1;
  await expect(live.keepReadings(LATER)).rejects.toThrow('unloaded');
  opens(host, databases);
  expect((await readAtStart(host)).reads.length).toBeGreaterThan(0);
});

test('where there are no databases, everything is read each time', async () => {
  const host = new MemoryHost(TEXTS);
  Object.assign(host.state, { readings: { store: new ReadingDatabase(undefined, 'throughline-abc'), of: 'build 1' } });
  const { live } = await readAtStart(host);
  await live.keepReadings(LATER);
  expect((await readAtStart(host)).reads).toHaveLength(9);
  await expect(new ReadingDatabase(undefined, 'throughline-abc').read('readings/a')).rejects.toBeInstanceOf(HostError);
});

test('removing everything takes the database away, until the vault is rolled up again', async () => {
  const { host, databases } = await kept();
  opens(host, databases);
  const { live } = await readAtStart(host);
  await removeFromVault(host, { settings, now: LATER, write: true });
  expect((await databases.databases()).map(({ name }) => name)).toEqual([]);
  host.put('Meetings/1.md', meeting('Pilot waits'));
  await live.refresh();
  await live.keepReadings(LATER);
  expect((await databases.databases()).map(({ name }) => name)).toEqual([]);

  // In the same app, with no start in between.
  const { created } = await carryOut(host, await live.plan(today), { what: 'rollup', now: LATER });
  expect(created.length).toBeGreaterThan(0);
  host.put('Meetings/2.md', meeting('Pilot stays'));
  await live.refresh();
  await live.keepReadings(LATER);
  expect((await databases.databases()).map(({ name }) => name)).toEqual(['throughline-abc']);
  expect((await readAtStart(host)).reads).not.toContain('Meetings/2.md');
});

test('a removal that is taken back keeps what is read again, too', async () => {
  const { host, databases } = await kept();
  opens(host, databases);
  const { live } = await readAtStart(host);
  await carryOut(host, await live.plan(today), { what: 'rollup', now: LATER });
  await removeFromVault(host, { settings, now: LATER, write: true });
  await undoLast(host, { now: LATER, write: true });
  host.put('Meetings/2.md', meeting('Pilot stays'));
  await live.refresh();
  await live.keepReadings(LATER);
  expect((await databases.databases()).map(({ name }) => name)).toEqual(['throughline-abc']);
});

test('another window that deletes it is not held up', async () => {
  const databases = factory();
  const [one, other] = [databaseOf(databases), databaseOf(databases)];
  await one.create('readings/a', 'text');
  await other.delete();
  expect(await databaseOf(databases).list('readings')).toEqual([]);
  expect(await one.read('readings/a')).toBeNull();
});
