import fc from 'fast-check';
import { planVaultRollup, rollUp } from '../../src/host/roll-up';
import { removeFromVault } from '../../src/host/remove';
import { nothingToDo } from '../../src/host/cache/up-to-date';
import { readSettings, type Settings } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';
import { anyNote, generatedVault } from '../generated-vault';
import { bareSample, sampleSettings } from '../sample-vault';

const { settings } = readSettings({ me: ['Mara Voss'] });
const today = '2025-11-03';
/** Later than any file of the double by far: no file changed a moment ago. */
const LATER = 100_000_000;

function as(host: MemoryHost, build: string | null): MemoryHost {
  return Object.assign(host, {
    state: Object.assign(host.state, { readings: build === null ? undefined : { store: host.state, of: build } }),
  });
}

/** What is said without reading is what reading says; whether anything was said. */
async function check(host: MemoryHost, build: string, given: Settings, day = today): Promise<boolean> {
  let said = 0;
  for (const asOnPages of [false, true]) {
    const kept = await nothingToDo(as(host, build), { settings: given, today: day, asOnPages });
    if (kept === null) continue;
    const {
      plan,
      problems,
      failures,
      today: planned,
    } = await planVaultRollup(as(host, null), { settings: given, today: day, asOnPages });
    expect(kept).toEqual({ unchanged: plan.unchanged, problems, proposals: plan.proposals, today: planned });
    expect([plan.edits, failures]).toEqual([[], []]);
    said += 1;
  }
  return said > 0;
}

const step = fc.oneof(
  { weight: 3, arbitrary: anyNote.map(([path, text]) => ({ what: 'write' as const, path, text })) },
  { weight: 1, arbitrary: fc.nat().map((which) => ({ what: 'remove' as const, which })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat(), fc.constantFrom('Meetings/Moved.md', 'People/Renamed.md'))
      .map(([which, path]) => ({ what: 'move' as const, which, path })),
  },
  { weight: 6, arbitrary: fc.constant({ what: 'roll up' as const }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('2025-11-03', '2025-11-10').map((day) => ({ what: 'another day' as const, day })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom({ me: ['Mara Voss'] }, { me: [] }, { me: ['Mara Voss'], newPages: 'never' })
      .map((given) => ({ what: 'other settings' as const, given })),
  },
);

test('it says what a rollup would, or nothing', async () => {
  let said = 0;
  await fc.assert(
    fc.asyncProperty(generatedVault, fc.array(step, { minLength: 2, maxLength: 8 }), async (vault, history) => {
      const host = new MemoryHost(vault);
      let given = settings;
      let day = today;
      for (const one of history) {
        const paths = (await host.list()).files.map(({ path }) => path);
        const chosen = (which: number): string => paths[which % paths.length] ?? '';
        if (one.what === 'write') host.put(one.path, one.text);
        if (one.what === 'remove' && paths.length > 1) host.remove(chosen(one.which));
        if (one.what === 'move') {
          const text = await host.read(chosen(one.which));
          host.remove(chosen(one.which));
          host.put(one.path, text);
        }
        if (one.what === 'roll up') await rollUp(as(host, 'build 1'), { settings: given, today: day, now: LATER });
        if (one.what === 'another day') ({ day } = one);
        if (one.what === 'other settings') given = readSettings(one.given).settings;
        if (await check(host, 'build 1', given, day)) said += 1;
      }
    }),
    { numRuns: 60 },
  );
  expect(said).toBeGreaterThan(20);
});

const VAULT = {
  'Meetings/2025-10-28 Ann.md':
    '---\ntype: meeting\npeople: ["[[Ann Lee]]", "Bo Kim"]\n---\n## Action items\n- [ ] Send the draft @Ann Lee\n- [ ] Ask @Bo 📅 2025-02-30\n',
  'People/Ann Lee.md': '# Ann Lee\n',
  'People/Bo Fox.md': '',
  'Pictures/plan.png': 'x',
  '.obsidian/app.json': '{}',
};

async function rolled(): Promise<MemoryHost> {
  const host = as(new MemoryHost(VAULT), 'build 1');
  await rollUp(host, { settings, today, now: LATER });
  return host;
}

test('right behind a rollup, of the sample vault too', async () => {
  expect(await check(await rolled(), 'build 1', settings)).toBe(true);
  const sample = as(new MemoryHost(await bareSample()), 'build 1');
  await rollUp(sample, { settings: sampleSettings(), today, now: LATER });
  expect(await check(sample, 'build 1', sampleSettings())).toBe(true);
});

test('notes are not read for it, nor pages but those just written', async () => {
  const host = await rolled();
  host.writes.length = 0;
  const read: string[] = [];
  host.watcher = {
    before: (operation, path) => {
      if (operation === 'read') read.push(path);
    },
  };
  expect(await nothingToDo(host, { settings, today })).not.toBeNull();
  expect(read.filter((path) => path.startsWith('Meetings/'))).toEqual([]);
  expect(host.writes).toEqual([]);
});

const CHANGES: Readonly<Record<string, (host: MemoryHost) => Promise<void> | void>> = {
  'a note touched': async (host) => {
    host.put('Meetings/2025-10-28 Ann.md', await host.read('Meetings/2025-10-28 Ann.md'));
  },
  'a page changed': async (host) => {
    host.put('People/Ann Lee.md', `${await host.read('People/Ann Lee.md')}!`);
  },
  'a page changed, of the same size and time': async (host) => {
    host.put(
      'People/Ann Lee.md',
      (await host.read('People/Ann Lee.md')).replace('draft', 'graft'),
      host.mtime('People/Ann Lee.md') ?? 0,
    );
  },
  'a note made': (host) => {
    host.put('New.md', '');
  },
  'a picture made': (host) => {
    host.put('Pictures/other.png', '');
  },
  'a note gone': (host) => {
    host.remove('People/Bo Fox.md');
  },
  'a page gone': (host) => {
    host.remove('Throughline/Follow-ups.md');
  },
  "Obsidian's settings": (host) => {
    host.put('.obsidian/app.json', '{"userIgnoreFilters":["Meetings/"]}');
  },
  "the Tasks plugin's settings": (host) => {
    host.put('.obsidian/plugins/obsidian-tasks-plugin/data.json', '{"globalFilter":"#task"}');
  },
  "the Templates plugin's folder": (host) => {
    host.put('.obsidian/templates.json', '{"folder":"Meetings"}');
  },
  'a build': (host) => void as(host, 'build 2'),
  'nothing kept': (host) => void as(host, null),
  'a folder that cannot be listed': (host) => {
    host.fail('list', '', 'denied');
  },
  'a page that cannot be read': (host) => {
    host.fail('read', 'People/Ann Lee.md', 'denied');
  },
  'a settings file that cannot be read': (host) => {
    host.fail('read-config', '.obsidian/app.json', 'denied');
  },
  damage: (host) => {
    for (const [path, text] of Object.entries(host.stateTexts()))
      if (path.startsWith('cache/rollup-'))
        host.put(`.obsidian/plugins/throughline/${path}`, text.replace('"unchanged":', '"unchanged":1'));
  },
  'half of it': (host) => {
    for (const [path, text] of Object.entries(host.stateTexts()))
      if (path.startsWith('cache/rollup-')) host.put(`.obsidian/plugins/throughline/${path}`, text.slice(0, -40));
  },
};

test.each(Object.entries(CHANGES))('%s, and it says nothing', async (_, change) => {
  const host = await rolled();
  expect(await nothingToDo(host, { settings, today })).not.toBeNull();
  await change(host);
  expect(await nothingToDo(host, { settings, today, asOnPages: true })).toBeNull();
});

test('another day, other names or settings, and it says nothing; the day on the pages will do', async () => {
  const host = await rolled();
  expect(await nothingToDo(host, { settings, today: '2025-11-04' })).toBeNull();
  expect(await nothingToDo(host, { settings, today: '2025-11-04', asOnPages: true })).toMatchObject({ today });
  for (const other of [
    { me: ['Ann Lee'] },
    { me: ['Mara Voss'], sections: { facts: ['Action items'] } },
    { me: ['Mara Voss'], rowsPerSection: 2 },
  ]) {
    expect(await nothingToDo(host, { settings: readSettings(other).settings, today })).toBeNull();
  }
});

test('nothing is noted by a rollup that left something undone', async () => {
  const skipped = as(new MemoryHost(VAULT), 'build 1');
  skipped.fail('process', 'People/Ann Lee.md', 'denied');
  await rollUp(skipped, { settings, today, now: LATER });
  expect(Object.keys(skipped.stateTexts()).filter((path) => path.startsWith('cache/rollup-'))).toEqual([]);
});

test('a note that changed a moment before the rollup is known by its text', async () => {
  const host = as(new MemoryHost(VAULT), 'build 1');
  const note = VAULT['Meetings/2025-10-28 Ann.md'];
  host.put('Meetings/2025-10-29 Bo.md', note, LATER - 1_000);
  await rollUp(host, { settings, today, now: LATER });
  expect(await nothingToDo(host, { settings, today })).not.toBeNull();
  host.put('Meetings/2025-10-29 Bo.md', note.replace('draft', 'graft'), LATER - 1_000);
  expect(await nothingToDo(host, { settings, today })).toBeNull();
});

test('removing Throughline takes it away', async () => {
  const host = await rolled();
  expect(Object.keys(host.stateTexts()).filter((path) => path.startsWith('cache/rollup-'))).toHaveLength(1);
  await removeFromVault(host, { settings, now: LATER, write: true });
  expect(Object.keys(host.stateTexts()).filter((path) => path.startsWith('cache/rollup-'))).toEqual([]);
});
