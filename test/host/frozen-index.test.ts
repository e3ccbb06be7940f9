/** The sample vault, rolled up, followed and acted on, with every index frozen to its last part: none is changed. */
import '../frozen-index';
import { LiveVault } from '../../src/host/live-vault';
import { rollUp } from '../../src/host/roll-up';
import { actOnRows, noteOf } from '../../src/host/row-action';
import { MemoryHost } from '../doubles/memory-host';
import { bareSample, SAMPLE_DAY, sampleSettings } from '../sample-vault';

const settings = sampleSettings();
const NOW = Date.UTC(2025, 10, 3, 10);

test('no index of the sample vault is changed in place', async () => {
  const host = new MemoryHost(await bareSample());
  const { result } = await rollUp(host, { settings, today: SAMPLE_DAY, now: NOW });
  expect(result.failures).toEqual([]);
  const live = await LiveVault.open(host, { settings, rest: () => Promise.resolve() });
  const first = await live.index(SAMPLE_DAY);
  expect(Object.isFrozen(first) && Object.isFrozen(first.tasks[0]?.sources)).toBe(true);
  expect(() => Object.assign(first.tasks, [null])).toThrow(TypeError);

  const row = first.tasks.find(({ open, sources }) => open && sources.length > 1);
  if (row === undefined) throw new Error('There is no row of several notes.');
  await actOnRows(
    host,
    [row.sources],
    { do: 'complete' },
    {
      rules: live.noteRules,
      today: SAMPLE_DAY,
      now: NOW + 1,
      write: true,
      noteThen: (path) => noteOf(first.notes, path),
    },
  );
  await live.refresh();
  const next = await live.index(SAMPLE_DAY);
  expect(next).not.toBe(first);
  expect(next.tasks.find(({ id }) => id === row.id)?.open).toBe(false);
  expect(first.tasks.find(({ id }) => id === row.id)?.open).toBe(true);
});
