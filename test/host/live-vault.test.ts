import fc from 'fast-check';
import { carryOut } from '../../src/host/carry-out';
import { LiveVault } from '../../src/host/live-vault';
import { planVaultRollup } from '../../src/host/roll-up';
import { readSettings } from '../../src/settings/settings';
import { MemoryHost } from '../doubles/memory-host';
import { anyNote, generatedVault } from '../generated-vault';

const { settings } = readSettings({ me: ['Mara Voss'], properties: ['last_contact', 'meeting_count'] });
const rest = async (): Promise<void> => undefined;
const open = (host: MemoryHost): Promise<LiveVault> => LiveVault.open(host, { settings, rest });

const ANSWERS = [
  '- "Sam" → [[Sam Ortega]]\n',
  '- "Sam" → [[Sam Fox]] · since 2025-10-01\n- "Ann" is not a name\n',
  '- [[Sam Fox]] is not [[Sam Ortega]]\n',
  '* "broken\n',
];

const operation = fc.oneof(
  { weight: 6, arbitrary: anyNote.map(([path, text]) => ({ what: 'write' as const, path, text })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...ANSWERS)
      .map((text) => ({ what: 'write' as const, path: 'Throughline/Names.md', text })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...ANSWERS).map((text) => ({
      what: 'write' as const,
      path: 'Throughline/Names (Conflicted copy phone 202511031200).md',
      text,
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('', '# Sam Fox\n', '---\naliases: [Sam]\n---\n')
      .map((text) => ({ what: 'write' as const, path: 'People/Sam Fox.md', text })),
  },
  { weight: 1, arbitrary: fc.nat().map((which) => ({ what: 'remove' as const, which })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat(), fc.constantFrom('Meetings/Moved.md', 'People/Renamed.md', 'archive/Gone.md'))
      .map(([which, path]) => ({ what: 'move' as const, which, path })),
  },
  { weight: 2, arbitrary: fc.constantFrom({ what: 'carry out' as const }, { what: 'type in a page' as const }) },
);

async function textsOf(host: MemoryHost): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const { path } of (await host.list()).files) texts[path] = await host.read(path);
  return texts;
}

test('a vault that is kept up with its files plans what a rollup from nothing plans', async () => {
  let operations = 0;
  await fc.assert(
    fc.asyncProperty(generatedVault, fc.array(operation, { minLength: 2, maxLength: 8 }), async (vault, history) => {
      const host = new MemoryHost(vault);
      const live = await open(host);
      for (const step of history) {
        operations += 1;
        const { files } = await host.list();
        const existing = files.map(({ path }) => path);
        if (step.what === 'write') host.put(step.path, step.text);
        if (step.what === 'remove') host.remove(existing[step.which % existing.length] ?? '');
        if (step.what === 'move') {
          const from = existing[step.which % existing.length] ?? '';
          const text = await host.read(from);
          host.remove(from);
          host.put(step.path, text);
        }
        if (step.what === 'type in a page') {
          const page = existing.find((path) => path.startsWith('People/')) ?? '';
          if (page !== '')
            host.put(
              page,
              (await host.read(page)).replace('<!-- throughline:end', '- My own line\n<!-- throughline:end'),
            );
        }
        await live.refresh();
        const plan = await live.plan('2025-11-03');
        const anew = await planVaultRollup(host, { settings, today: '2025-11-03' });
        expect(plan.edits.map(({ path, before, after }) => ({ path, before, after }))).toEqual(
          anew.plan.edits.map(({ path, before, after }) => ({ path, before, after })),
        );
        expect(plan.problems).toEqual(anew.problems);
        if (step.what === 'carry out') await carryOut(host, plan, { what: 'rollup', now: 0 });
      }
    }),
    { numRuns: 25 },
  );
  expect(operations).toBeGreaterThan(50);
});

test('events say the same as a listing', async () => {
  const meeting = (line: string): string =>
    `---\ntype: 1-1\ndate: 2025-10-28\npeople: "[[Dana Fox]]"\n---\n## Decisions\n- ${line}\n`;
  const host = new MemoryHost({ 'People/Dana Fox.md': '# Dana Fox\n', '2025-10-28 Dana.md': meeting('Pilot ships') });
  const live = await open(host);
  await carryOut(host, await live.plan('2025-11-03'), { what: 'rollup', now: 0 });
  await live.refresh();
  expect((await live.plan('2025-11-03')).edits).toEqual([]);

  host.put('2025-10-28 Dana.md', meeting('Pilot waits'));
  const changed = (await host.list()).files.filter(({ path }) => path === '2025-10-28 Dana.md');
  await live.update({ changed, gone: [] });
  expect((await live.plan('2025-11-03')).edits.map(({ path }) => path)).toEqual([
    'People/Dana Fox.md',
    'Throughline/Decisions/2025-Q4.md',
  ]);

  host.remove('2025-10-28 Dana.md');
  await live.update({ changed: [], gone: ['2025-10-28 Dana.md'] });
  await carryOut(host, await live.plan('2025-11-03'), { what: 'rollup', now: 0 });
  expect((await textsOf(host))['People/Dana Fox.md']).not.toContain('Pilot');
});

test('updates and plans take turns, and one that is broken off leaves the next whole', async () => {
  const host = new MemoryHost({
    'People/Dana Fox.md': '# Dana Fox\n',
    'A.md': '---\ntype: 1-1\ndate: 2025-10-28\npeople: "[[Dana Fox]]"\n---\n## Decisions\n- One\n',
  });
  let stops = 0;
  const live = await LiveVault.open(host, {
    settings,
    rest: async () => {
      if (stops > 0 && --stops === 0) throw new Error('cancelled');
    },
  });
  for (let at = 1; at < 12; at++) {
    stops = at;
    const [broken] = await Promise.allSettled([live.plan('2025-11-03')]);
    const after = await ((stops = 0), live.plan('2025-11-03'));
    expect(after.edits.map(({ path }) => path)).toContain('People/Dana Fox.md');
    if (broken.status === 'fulfilled') expect(broken.value.edits).toHaveLength(after.edits.length);
  }
});

test('an update that is broken off is one that was made or one that was not', async () => {
  const meeting = (line: string): string =>
    `---\ntype: 1-1\ndate: 2025-10-28\npeople: "[[Dana Fox]]"\n---\n## Decisions\n- ${line}\n`;
  for (let at = 1; at < 12; at++) {
    const host = new MemoryHost({
      'People/Dana Fox.md': '# Dana Fox\n',
      'A.md': meeting('One'),
      'B.md': meeting('Two'),
    });
    let stops = 0;
    const live = await LiveVault.open(host, {
      settings,
      rest: async () => {
        if (stops > 0 && --stops === 0) throw new Error('cancelled');
      },
    });
    await live.plan('2025-11-03');
    host.put('A.md', meeting('Three'));
    host.put('C.md', meeting('Four'));
    host.remove('B.md');
    stops = at;
    await Promise.allSettled([live.refresh()]);
    stops = 0;
    await live.refresh();
    const { edits } = await live.plan('2025-11-03');
    const anew = await planVaultRollup(host, { settings, today: '2025-11-03' });
    expect(edits.map(({ path, after }) => [path, after])).toEqual(
      anew.plan.edits.map(({ path, after }) => [path, after]),
    );
  }
});

test('a file that cannot be read is named, makes no second page, and is read again later', async () => {
  const host = new MemoryHost({
    'A.md': '---\ntype: 1-1\ndate: 2025-10-28\npeople: "[[Dana Fox]]"\n---\n',
    'People/Dana Fox.md': '# Dana Fox\n',
  });
  host.fail('read', 'People/Dana Fox.md', 'io');
  const live = await open(host);
  const plan = await live.plan('2025-11-03');
  expect(plan.failures.map(({ path }) => path)).toEqual(['People/Dana Fox.md']);
  expect(plan.edits.map(({ path }) => path).filter((path) => path.startsWith('People'))).toEqual([]);
  host.restart();
  await live.refresh();
  expect((await live.plan('2025-11-03')).edits.map(({ path }) => path)).toContain('People/Dana Fox.md');
});
