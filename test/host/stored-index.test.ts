/**
 * The index that is kept: when it is used, when it is not, and that it is seldom written. What comes of it is held in
 * `stored-readings.test.ts`.
 */
import { planRollup } from '../../src/edit/plan-rollup';
import { indexOfReading } from '../../src/host/index-of-reading';
import { LiveVault } from '../../src/host/live-vault';
import { readVault } from '../../src/host/read-vault';
import { planVaultRollup, rollUp } from '../../src/host/roll-up';
import { readSettings, type Settings } from '../../src/settings/settings';
import type { VaultIndex } from '../../src/vault-index/build-index';
import { MemoryHost } from '../doubles/memory-host';

const { settings } = readSettings({ me: ['Mara Voss'] });
const today = '2025-11-03';
/** Later than any file of the double by far: no file changed a moment ago. */
const LATER = 100_000_000;
const NOTE =
  '---\ntype: meeting\npeople: [Ann Lee, Bo Kim]\n---\n## Action items\n- [ ] Send the draft @Ann Lee\n## Facts\n- The price moved\n';

function as(host: MemoryHost, build: string, inAChunk?: number): MemoryHost {
  return Object.assign(host, {
    state: Object.assign(host.state, { readings: { store: host.state, of: build, inAChunk } }),
  });
}

function vault(notes = 3): Record<string, string> {
  const meetings = Array.from({ length: notes }, (_, at) => [
    `Meetings/2025-10-${10 + (at % 20)} ${at}.md`,
    NOTE.replace('draft', `draft ${at % 40}`),
  ]);
  return {
    ...(Object.fromEntries(meetings) as Record<string, string>),
    'People/Ann Lee.md': '# Ann Lee\n',
    'People/Bo Kim.md': '# Bo Kim\n',
  };
}

async function rolled(notes?: number): Promise<MemoryHost> {
  const host = as(new MemoryHost(vault(notes)), 'build 1');
  await rollUp(host, { settings, today, now: LATER });
  return host;
}

const indexFiles = (host: MemoryHost): string[] =>
  Object.keys(host.stateTexts()).filter((path) => path.startsWith('index/'));
const place = (path: string): string => `.obsidian/plugins/throughline/${path}`;

async function indexed(host: MemoryHost, given: Settings = settings): Promise<VaultIndex> {
  const reading = await readVault(host, given);
  return indexOfReading({ input: { ...reading, settings: given, today }, stored: reading.stored });
}

const isRestored = (index: VaultIndex): boolean => index.parts.isRestored;
test('it is restored, and brought up to what the notes say now', async () => {
  const host = await rolled();
  expect(isRestored(await indexed(host))).toBe(true);
  host.put('Meetings/2025-10-11 1.md', NOTE.replace('price', 'date'));
  const index = await indexed(host);
  expect(index.facts.map(({ text }) => text).sort()).toEqual(['The date moved', 'The price moved']);
  expect(isRestored(index)).toBe(true);
  host.put('Meetings/2025-10-30 New.md', NOTE.replace('price', 'place'));
  host.remove('Meetings/2025-10-10 0.md');
  const { edits } = (await planVaultRollup(host, { settings, today })).plan;
  const reading = await readVault(
    new MemoryHost(
      Object.fromEntries(
        await Promise.all((await host.list()).files.map(async ({ path }) => [path, await host.read(path)] as const)),
      ),
    ),
    settings,
  );
  expect(isRestored(await indexed(host))).toBe(true);
  expect(JSON.stringify(edits)).toBe(JSON.stringify(planRollup({ ...reading, settings, today }).edits));
});

const CHANGES: Readonly<Record<string, (host: MemoryHost) => void>> = {
  'another build': (host) => void as(host, 'build 2'),
  'an answer about names': (host) => {
    host.put('Throughline/Names.md', '# Names\n\n- "Sam" → [[Ann Lee]]\n');
  },
  'a page made': (host) => {
    host.put('People/Cy Fox.md', '# Cy Fox\n');
  },
  "Obsidian's excluded files": (host) => {
    host.put('.obsidian/app.json', '{"userIgnoreFilters":["Archive/"]}');
  },
  'no readings': (host) => {
    for (const path of Object.keys(host.stateTexts())) if (path.startsWith('readings/')) host.remove(place(path));
    host.put('Meetings/2025-10-11 1.md', NOTE);
  },
  'a frame too many': (host) => {
    const [frame = ''] = indexFiles(host).filter((path) => path.includes('frame-'));
    host.put(place(`${frame}.json`), host.stateTexts()[frame] ?? '');
  },
};

test.each(Object.entries(CHANGES))('%s, and it is made anew', async (_, change) => {
  const host = await rolled();
  expect(isRestored(await indexed(host))).toBe(true);
  change(host);
  expect(isRestored(await indexed(host))).toBe(false);
});

test('other settings, and it is made anew', async () => {
  expect(isRestored(await indexed(await rolled(), readSettings({ me: ['Ann Lee'] }).settings))).toBe(false);
});

test('without any of its files, or with a character of one of them changed, it is made anew', async () => {
  const host = await rolled();
  expect(indexFiles(host).length).toBeGreaterThan(3);
  for (const path of indexFiles(host)) {
    const text = host.stateTexts()[path] ?? '';
    for (const damaged of [
      null,
      text.slice(0, -1),
      text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)),
      '',
    ]) {
      if (damaged === null) host.remove(place(path));
      else host.put(place(path), damaged);
      expect([path, damaged === text || isRestored(await indexed(host))]).toEqual([path, false]);
    }
    host.put(place(path), text);
  }
  expect(isRestored(await indexed(host))).toBe(true);
});

test('it is written again when a hundred notes changed, not for one', async () => {
  const host = await rolled(150);
  const first = indexFiles(host);
  host.put('Meetings/2025-10-11 1.md', NOTE.replace('draft', 'plan'));
  await rollUp(host, { settings, today, now: LATER });
  expect(indexFiles(host)).toEqual(first);
  for (let at = 0; at < 120; at += 1)
    host.put(`Meetings/2025-10-${10 + (at % 20)} ${at}.md`, NOTE.replace('draft', `memo ${at}`));
  expect(isRestored(await indexed(host))).toBe(true);
  await rollUp(host, { settings, today, now: LATER });
  expect(indexFiles(host)).not.toEqual(first);
  expect(isRestored(await indexed(host))).toBe(true);
});

test('a note that changed a moment before it was read is known by its text', async () => {
  const host = as(new MemoryHost(vault()), 'build 1');
  const time = host.mtime('Meetings/2025-10-11 1.md') ?? 0;
  await rollUp(host, { settings, today, now: time + 1 });
  expect(isRestored(await indexed(host))).toBe(true);
  host.put('Meetings/2025-10-11 1.md', NOTE.replace('draft', 'draft 1').replace('price', 'place'), time);
  const index = await indexed(host);
  expect(isRestored(index)).toBe(true);
  expect(index.facts.map(({ text }) => text).sort()).toEqual(['The place moved', 'The price moved']);
});

test('nothing is kept that a next start could not use: of a note that an editor holds', async () => {
  const held = as(new MemoryHost(vault()), 'build 1');
  Object.assign(held, { isUnsaved: (path: string) => path === 'Meetings/2025-10-10 0.md' });
  const live = await LiveVault.open(held, { settings, rest: () => Promise.resolve() });
  await live.keepReadings(LATER);
  expect(indexFiles(held)).toEqual([]);
});

test('in the app a note that is edited again and again leaves the index of before of use', async () => {
  const host = as(new MemoryHost(vault()), 'build 1', 2);
  const open = () => LiveVault.open(host, { settings, rest: () => Promise.resolve() });
  let live = await open();
  expect(isRestored(await live.index(today))).toBe(false);
  await live.keepReadings(LATER);
  const first = indexFiles(host);
  for (let round = 0; round < 30; round += 1) {
    host.put('Meetings/2025-10-11 1.md', NOTE.replace('draft', `draft of round ${round}`));
    await live.refresh();
    await live.keepReadings(LATER);
    if (round % 10 !== 9) continue;
    live = await open();
    const index = await live.index(today);
    expect(isRestored(index)).toBe(true);
    expect(index.tasks.filter(({ text }) => text.includes('of round')).map(({ text }) => text)).toEqual([
      `Send the draft of round ${round}`,
    ]);
  }
  expect(indexFiles(host)).toEqual(first);
});
