import fc from 'fast-check';
import { inspectVault, planVaultRollup, rollUp } from '../../src/host/roll-up';
import { removeFromVault } from '../../src/host/remove';
import { HostError } from '../../src/host/vault-host';
import { readSettings, type Settings } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';
import { anyNote, generatedVault } from '../generated-vault';

const { settings } = readSettings({ me: ['Mara Voss'], properties: ['last_contact', 'meeting_count'] });
const today = '2025-11-03';
/** Later than any file of the double by far: no file changed a moment ago. */
const LATER = 100_000_000;

/** The host as the program of this build opens it; null keeps nothing. */
function as(host: MemoryHost, build: string | null): MemoryHost {
  return Object.assign(host, {
    state: Object.assign(host.state, { readings: build === null ? undefined : { store: host.state, of: build } }),
  });
}

/** Whatever was kept, what comes of the vault is what comes of reading it anew. */
async function check(host: MemoryHost, build: string, given: Settings): Promise<void> {
  const told = async (): Promise<string> => {
    const { plan, problems } = await planVaultRollup(host, { settings: given, today });
    const { inspection } = await inspectVault(host, { settings: given, today });
    return JSON.stringify([plan.edits, plan.proposals, plan.unchanged, problems, inspection]);
  };
  as(host, build);
  const kept = await told();
  as(host, null);
  expect(kept).toBe(await told());
  as(host, build);
}

const readings = (host: MemoryHost): [name: string, text: string][] =>
  Object.entries(host.stateTexts()).filter(([path]) => path.startsWith('readings/'));
const place = (host: MemoryHost, name: string): string => `${host.configDir}/plugins/throughline/${name}`;

/** Paths that are read meanwhile. */
async function readIn(host: MemoryHost, work: () => Promise<unknown>): Promise<string[]> {
  const paths: string[] = [];
  host.watcher = {
    before: (operation, path) => {
      if (operation === 'read') paths.push(path);
    },
  };
  await work();
  host.watcher = {};
  return paths;
}

const operation = fc.oneof(
  { weight: 5, arbitrary: anyNote.map(([path, text]) => ({ what: 'write' as const, path, text })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(), fc.string({ maxLength: 5 }))
      .map(([which, text]) => ({ what: 'write and keep the time' as const, which, text })),
  },
  { weight: 1, arbitrary: fc.nat().map((which) => ({ what: 'remove' as const, which })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat(), fc.constantFrom('Meetings/Moved.md', 'People/Renamed.md', 'archive/Gone.md'))
      .map(([which, path]) => ({ what: 'move' as const, which, path })),
  },
  { weight: 4, arbitrary: fc.constant({ what: 'roll up' as const }) },
  { weight: 2, arbitrary: fc.tuple(fc.nat(), fc.nat()).map(([which, at]) => ({ what: 'damage' as const, which, at })) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(), fc.nat()).map(([which, at]) => ({ what: 'cut short' as const, which, at })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('build 1', 'build 2').map((build) => ({ what: 'another build' as const, build })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(
        { me: ['Mara Voss'] },
        { me: ['Mara Voss'], exclude: ['Meetings'] },
        { me: [], allTasks: true },
        { me: ['Mara Voss'], sections: { facts: ['Action items'], actions: ['Decisions'] } },
      )
      .map((given) => ({ what: 'other settings' as const, given })),
  },
);

test('with what was kept comes the same as without, whatever happened in between', async () => {
  let used = 0;
  await fc.assert(
    fc.asyncProperty(generatedVault, fc.array(operation, { minLength: 3, maxLength: 10 }), async (vault, history) => {
      const host = new MemoryHost(vault);
      let build = 'build 1';
      let given = settings;
      for (const step of history) {
        const existing = (await host.list()).files.map(({ path }) => path);
        const chosen = (which: number): string => existing[which % existing.length] ?? '';
        if (step.what === 'write') host.put(step.path, step.text);
        if (step.what === 'write and keep the time')
          host.put(
            chosen(step.which),
            `${await host.read(chosen(step.which))}\n- [ ] ${step.text}`,
            host.mtime(chosen(step.which)) ?? 0,
          );
        if (step.what === 'remove' && existing.length > 1) host.remove(chosen(step.which));
        if (step.what === 'move') {
          const text = await host.read(chosen(step.which));
          host.remove(chosen(step.which));
          host.put(step.path, text);
        }
        if (step.what === 'roll up') await rollUp(as(host, build), { settings: given, today, now: LATER });
        if (step.what === 'another build') build = step.build;
        if (step.what === 'other settings') given = readSettings(step.given).settings;
        const kept = Object.entries(host.stateTexts()).filter(([path]) => /^(?:readings|index)\//.test(path));
        const [name, text] = ('which' in step ? kept[step.which % Math.max(1, kept.length)] : undefined) ?? ['', ''];
        if (step.what === 'damage' && text !== '')
          host.put(
            place(host, name),
            `${text.slice(0, step.at % text.length)}~${text.slice((step.at % text.length) + 1)}`,
          );
        if (step.what === 'cut short' && text !== '') host.put(place(host, name), text.slice(0, step.at % text.length));
        used += kept.length;
        await check(host, build, given);
      }
    }),
    { numRuns: 20 },
  );
  expect(used).toBeGreaterThan(50);
});

const NOTE = '---\ntype: meeting\npeople: [Ann Lee]\n---\n## Action items\n- [ ] Send the draft @Ann Lee\n';
const VAULT = {
  'Meetings/2025-10-28 Ann.md': NOTE,
  'Meetings/2025-10-29 Ann.md': NOTE.replace('draft', 'plan'),
  'People/Ann Lee.md': '# Ann Lee\n',
};
const rolled = async (): Promise<MemoryHost> => {
  const host = as(new MemoryHost(VAULT), 'build 1');
  await rollUp(host, { settings, today, now: LATER });
  return host;
};
const plan = (host: MemoryHost) => () => planVaultRollup(host, { settings, today });

test('notes that did not change are not read; pages are, for they may be written', async () => {
  const host = await rolled();
  expect((await readIn(host, plan(host))).filter((path) => path.startsWith('Meetings/'))).toEqual([]);
  host.put('Meetings/2025-10-29 Ann.md', NOTE);
  expect((await readIn(host, plan(host))).filter((path) => path.startsWith('Meetings/'))).toContain(
    'Meetings/2025-10-29 Ann.md',
  );
  expect((await readIn(host, plan(as(host, 'build 2')))).filter((path) => path.startsWith('Meetings/')).sort()).toEqual(
    Object.keys(VAULT).slice(0, 2),
  );
});

test('a note that changed a moment before it was read is read again: its time says nothing', async () => {
  const host = as(new MemoryHost(VAULT), 'build 1');
  await rollUp(host, { settings, today, now: (host.mtime('Meetings/2025-10-28 Ann.md') ?? 0) + 50 });
  expect((await readIn(host, plan(host))).filter((path) => path.startsWith('Meetings/'))).toHaveLength(2);
});

test('one changed note costs one small file; files of few readings are put together', async () => {
  const host = await rolled();
  for (let day = 10; day < 40; day++) {
    host.put(`Meetings/2025-09-${day} Ann.md`, NOTE.replace('draft', `draft ${day}`));
    await rollUp(host, { settings, today, now: LATER });
  }
  expect(readings(host).length).toBeLessThan(12);
  expect((await readIn(host, plan(host))).filter((path) => path.startsWith('Meetings/'))).toEqual([]);
});

test('what cannot be kept or read back is no failure', async () => {
  const host = as(new MemoryHost(VAULT), 'build 1');
  host.watcher = {
    before: (operation, path) => {
      if (operation.startsWith('state') && path.startsWith('readings'))
        throw new HostError('io', path, 'The disk is full.');
    },
  };
  const { result, failures } = await rollUp(host, { settings, today, now: LATER });
  expect([result.failures, failures, readings(host)]).toEqual([[], [], []]);
  expect(result.written).not.toEqual([]);
});

test('nothing is kept where the host keeps nothing, and nothing by what only looks', async () => {
  const host = new MemoryHost(VAULT);
  await rollUp(host, { settings, today, now: LATER });
  expect(readings(host)).toEqual([]);
  await planVaultRollup(as(host, 'build 1'), { settings, today });
  expect(readings(host)).toEqual([]);
});

test('removing Throughline takes it away', async () => {
  const host = await rolled();
  expect(readings(host)).toHaveLength(1);
  await removeFromVault(host, { settings, now: LATER, write: true });
  expect(readings(host)).toEqual([]);
});
