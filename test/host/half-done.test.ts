/**
 * `undo` and `remove` with a fault at every one of their calls: whatever fails is told, and with room again the same
 * command ends complete.
 */
import { removeFromVault } from '../../src/host/remove';
import { rollUp } from '../../src/host/roll-up';
import { undoLast } from '../../src/host/undo';
import { HostError } from '../../src/host/vault-host';
import { readSettings } from '../../src/settings/settings';
import { MemoryHost, type Operation } from '../doubles/memory-host';

const { settings } = readSettings({ me: ['Mara Voss'] });
const NOW = Date.UTC(2025, 10, 3, 10);
const VAULT = {
  'People/Dana Fox.md': '# Dana Fox\n',
  'People/Bo Kim.md': '# Bo Kim\n\nOwn words.\n',
  'Meetings/2025-10-28 Dana.md':
    '---\ntype: 1-1\ndate: 2025-10-28\npeople: ["[[Dana Fox]]", "[[Bo Kim]]", "[[Nora Quist]]"]\n---\n## Actions\n- [ ] Send draft @me\n',
};

const COMMANDS = {
  undo: (host: MemoryHost, now: number) => undoLast(host, { now, write: true }),
  remove: (host: MemoryHost, now: number) => removeFromVault(host, { settings, now, write: true }),
};

const WRITES: readonly Operation[] = ['process', 'create', 'state-create'];
const UNLINKS: readonly Operation[] = ['trash', 'discard', 'state-remove'];
type Fault = (operation: Operation) => boolean;
/** What fails from a certain call on; `once`: that call alone. */
const FAULTS: Readonly<Record<string, { readonly fails: Fault; readonly once: boolean }>> = {
  'a full disk': { fails: (operation) => WRITES.includes(operation), once: false },
  'a sync that is denied': { fails: (operation) => WRITES.includes(operation), once: true },
  'an unlink that is denied': { fails: (operation) => UNLINKS.includes(operation), once: false },
  'one unlink that is denied': { fails: (operation) => UNLINKS.includes(operation), once: true },
  'a disk that refuses to write and to delete': {
    fails: (operation) => WRITES.includes(operation) || UNLINKS.includes(operation) || operation === 'state-rename',
    once: false,
  },
};

async function rolledUp(): Promise<MemoryHost> {
  const host = new MemoryHost(VAULT);
  await rollUp(host, { settings, today: '2025-11-03', now: NOW });
  expect(Object.keys(host.texts()).length).toBeGreaterThan(Object.keys(VAULT).length + 2);
  host.restart();
  return host;
}

for (const [name, command] of Object.entries(COMMANDS)) {
  describe(name, () => {
    test.each(Object.entries(FAULTS))('%s', async (_, { fails, once }) => {
      const counted = await rolledUp();
      const calls: Operation[] = [];
      counted.watcher = { before: (operation) => void calls.push(operation) };
      await command(counted, NOW + 1000);
      expect(counted.texts()).toEqual(VAULT);
      expect(calls.filter(fails).length).toBeGreaterThan(3);

      for (const [at, call] of calls.entries()) {
        if (!fails(call)) continue;
        const host = await rolledUp();
        let count = -1;
        host.watcher = {
          before(operation, path) {
            count += 1;
            if (fails(operation) && (once ? count === at : count >= at))
              throw new HostError('io', path, `“${path}” could not be written: the disk is full.`);
          },
        };
        const told = await command(host, NOW + 1000).then(
          (done) => ('failures' in done ? done.failures.length : 0),
          (error: unknown) => (error instanceof HostError ? 1 : 0),
        );
        const isWhole = JSON.stringify(host.texts()) === JSON.stringify(VAULT);
        expect({ at, call, told: told > 0 || isWhole }).toEqual({ at, call, told: true });
        host.restart();
        await command(host, NOW + 2000);
        expect({ at, call, texts: host.texts() }).toEqual({ at, call, texts: VAULT });
        expect(Object.keys(host.stateTexts()).filter((file) => file.includes('.open.'))).toEqual([]);
      }
    });
  });
}

test('an undoing that half failed is not done: what it did not reach is taken back next', async () => {
  const host = await rolledUp();
  host.fillAfter(4);
  expect(await COMMANDS.undo(host, NOW + 1000)).toMatchObject({
    failures: expect.arrayContaining([expect.objectContaining({ code: 'io' })]) as unknown,
  });
  expect(Object.keys(host.stateTexts()).filter((file) => file.includes('.failed.'))).toHaveLength(1);
  host.restart();
  expect(await COMMANDS.undo(host, NOW + 2000)).toMatchObject({
    outcome: 'done',
    plan: { what: 'rollup' },
    failures: [],
  });
  expect(host.texts()).toEqual(VAULT);
  expect(await COMMANDS.undo(host, NOW + 3000)).toMatchObject({ outcome: 'nothing' });
});

test('an undoing in parts is taken back part by part, whole', async () => {
  const host = await rolledUp();
  const before = host.texts();
  host.fillAfter(4);
  expect(await COMMANDS.undo(host, NOW + 1000)).not.toMatchObject({ failures: [] });
  host.restart();
  const half = host.texts();
  expect(half).not.toEqual(before);
  const redo = (now: number) => undoLast(host, { now, write: true, redo: true });
  // Of the part alone, too.
  expect(await redo(NOW + 2000)).toMatchObject({ outcome: 'done', failures: [] });
  expect(host.texts()).toEqual(before);
  expect(await redo(NOW + 3000)).toMatchObject({ outcome: 'nothing' });
  host.fillAfter(4);
  await COMMANDS.undo(host, NOW + 4000);
  host.restart();
  expect(await COMMANDS.undo(host, NOW + 5000)).toMatchObject({ outcome: 'done', failures: [] });
  expect(host.texts()).toEqual(VAULT);
  await redo(NOW + 6000);
  expect(await redo(NOW + 7000)).toMatchObject({ outcome: 'done', failures: [] });
  expect(host.texts()).toEqual(before);
  expect(await redo(NOW + 8000)).toMatchObject({ outcome: 'nothing' });
  expect(await COMMANDS.undo(host, NOW + 9000)).toMatchObject({ outcome: 'done', failures: [], left: [] });
  expect(host.texts()).toEqual(VAULT);
});
