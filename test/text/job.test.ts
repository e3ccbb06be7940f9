import { runSync, runYielding, type Job } from '../../src/text/job';

function* count(to: number, seen: number[]): Job<string> {
  for (let at = 1; at <= to; at++) {
    seen.push(at);
    yield;
  }
  return `${to} done`;
}

test('the same work at once or with rests', async () => {
  const seen: number[] = [];
  expect(runSync(count(3, seen))).toBe('3 done');
  let rests = 0;
  expect(
    await runYielding(count(3, seen), async () => {
      rests += 1;
    }),
  ).toBe('3 done');
  expect(rests).toBe(3);
  expect(seen).toEqual([1, 2, 3, 1, 2, 3]);
});

test('what a rest throws ends the work there', async () => {
  const seen: number[] = [];
  await expect(
    runYielding(count(9, seen), async () => {
      if (seen.length === 2) throw new Error('stopped');
    }),
  ).rejects.toThrow('stopped');
  expect(seen).toEqual([1, 2]);
});
