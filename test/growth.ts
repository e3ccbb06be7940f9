/**
 * How cost grows with size, for tests that say "linear" or "whatever the size of the vault".
 *
 * `npm run growth` measures. Everywhere else both sizes are run once, which must end and throw nothing: on a machine
 * with much else to do no measurement says anything, and `npm test` has to pass there.
 *
 * Measured is the processor time of this process, never the clock: what else the machine does is waited for, not paid
 * for. Compared are two sizes within one run, each at its least of some rounds, with much room: where a limit is missed
 * it is missed by a whole power of the size. How long something takes is no test's question; `npm run bench` tells.
 */
import process from 'node:process';

export interface Sizes {
  readonly from: number;
  readonly to: number;
}

/** Makes what is measured, unmeasured: `(size) => { const text = 'x'.repeat(size); return () => read(text); }`. */
export type Prepare = (size: number) => () => unknown;

/** What so many runs take, in milliseconds. */
export type Measure = (run: () => unknown, times: number) => number;

/** Fails where the cost grows faster than the size: 8 times the size may cost 24 times as much (64 if quadratic). */
export function expectLinear(prepare: Prepare, sizes: Sizes, what?: string): void {
  expectGrowth(prepare, sizes, 'linear', what);
}

/**
 * Fails where the cost grows with the size: 8 times the size may cost 4 times as much (8 if linear), as memory gets
 * slower.
 */
export function expectSteady(prepare: Prepare, sizes: Sizes, what?: string): void {
  expectGrowth(prepare, sizes, 'steady', what);
}

/** `expectLinear` for each of the parts repeated to texts of so many characters. */
export function expectLinearIn(
  parts: readonly string[],
  read: (text: string) => unknown,
  sizes: Sizes = { from: 12_500, to: 100_000 },
): void {
  for (const part of parts) {
    expectLinear(
      (size) => {
        const text = part.repeat(Math.ceil(size / part.length));
        return () => read(text);
      },
      sizes,
      JSON.stringify(part),
    );
  }
}

function expectGrowth(prepare: Prepare, sizes: Sizes, growth: Growth, what = 'it'): void {
  if (process.env['GROWTH'] === undefined) for (const size of [sizes.from, sizes.to]) prepare(size)();
  else expect(tooFast(prepare, sizes, growth, processorTime)?.concat(`: ${what}`)).toBeUndefined();
}

type Growth = 'linear' | 'steady';

const LIMITS: Readonly<Record<Growth, (ratio: number) => number>> = {
  linear: (ratio) => 3 * ratio,
  steady: (ratio) => ratio / 2,
};

/** Milliseconds that the small size is run for, over and over where once is too quick. */
const ENOUGH = 2;
const ROUNDS = 5;

/** A sentence where the cost grows faster than it may. */
export function tooFast(prepare: Prepare, { from, to }: Sizes, growth: Growth, measure: Measure): string | undefined {
  const limit = LIMITS[growth](to / from);
  const [small, large] = [prepare(from), prepare(to)];
  let times = 1;
  // Told twice that it is enough, as the first runs compile.
  for (let enough = 0; enough < 2;) {
    if (measure(small, times) >= ENOUGH) enough += 1;
    else [times, enough] = [times * 2, 0];
  }
  let [less, more, ratio] = [Infinity, Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    less = Math.min(less, measure(small, times), measure(small, times));
    more = Math.min(more, measure(large, times));
    // Some systems count in steps of several milliseconds, so that the least may be nothing at all.
    ratio = more / Math.max(less, ENOUGH);
    if (ratio < limit) return undefined;
  }
  return `${to / from} times the size costs ${ratio.toFixed(1)} times as much, not less than ${limit} (${less.toFixed(1)} and ${more.toFixed(1)} ms, ${times} times each)`;
}

/** The engine's own threads included. */
function processorTime(run: () => unknown, times: number): number {
  const before = process.cpuUsage();
  for (let time = 0; time < times; time++) run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
