/**
 * How cost grows with size, for tests that say "linear" or "whatever the size of the vault".
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

/** Milliseconds of processor time that the small size is run for, over and over where once is too quick. */
const ENOUGH = 2;
const ROUNDS = 5;

/** Fails where the cost grows faster than the size: 8 times the size may cost 24 times as much (64 if quadratic). */
export function expectLinear(prepare: Prepare, sizes: Sizes, what?: string): void {
  expectGrowth(prepare, sizes, (3 * sizes.to) / sizes.from, what);
}

/**
 * Fails where the cost grows with the size: 8 times the size may cost 4 times as much (8 if linear), as memory gets
 * slower.
 */
export function expectSteady(prepare: Prepare, sizes: Sizes, what?: string): void {
  expectGrowth(prepare, sizes, steadyLimit(sizes), what);
}

/** `expectLinear` for each of the parts repeated to texts of so many characters. */
export function expectLinearIn(
  parts: readonly string[],
  read: (text: string) => unknown,
  { from, to }: Sizes = { from: 12_500, to: 100_000 },
): void {
  for (const part of parts) {
    expectLinear(
      (size) => {
        const text = part.repeat(Math.ceil(size / part.length));
        return () => read(text);
      },
      { from, to },
      JSON.stringify(part),
    );
  }
}

/** `expectSteady` of what is waited for. */
export async function expectSteadyWait(
  prepare: (size: number) => () => Promise<unknown>,
  sizes: Sizes,
  what?: string,
): Promise<void> {
  const plan = compare(prepare, sizes, steadyLimit(sizes), what);
  for (let step = plan.next(); step.done !== true;) {
    const { run, times } = step.value;
    const before = process.cpuUsage();
    for (let time = 0; time < times; time++) await run();
    step = plan.next(since(before));
  }
}

function expectGrowth(prepare: Prepare, sizes: Sizes, limit: number, what?: string): void {
  const plan = compare(prepare, sizes, limit, what);
  for (let step = plan.next(); step.done !== true;) {
    const { run, times } = step.value;
    const before = process.cpuUsage();
    for (let time = 0; time < times; time++) run();
    step = plan.next(since(before));
  }
}

function steadyLimit({ from, to }: Sizes): number {
  return to / from / 2;
}

interface Sample<Result> {
  readonly run: () => Result;
  readonly times: number;
}

/** Asks for the cost of one run after another and throws where the growth is no less than the limit. */
function* compare<Result>(
  prepare: (size: number) => () => Result,
  { from, to }: Sizes,
  limit: number,
  what = 'it',
): Generator<Sample<Result>, void, number> {
  const [small, large] = [prepare(from), prepare(to)];
  let times = 1;
  // Told twice that it is enough, as the first runs compile.
  for (let enough = 0; enough < 2;) {
    if ((yield { run: small, times }) >= ENOUGH) enough += 1;
    else [times, enough] = [times * 2, 0];
  }
  let [less, more, growth] = [Infinity, Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    less = Math.min(less, yield { run: small, times }, yield { run: small, times });
    more = Math.min(more, yield { run: large, times });
    // Some systems count in steps of several milliseconds, so that the least may be nothing at all.
    growth = more / Math.max(less, ENOUGH);
    if (growth < limit) return;
  }
  throw new Error(
    `${to / from} times the size costs ${growth.toFixed(1)} times as much, not less than ${limit}: ${what} (${less.toFixed(1)} and ${more.toFixed(1)} ms, ${times} times each)`,
  );
}

/** Milliseconds of processor time, the engine's own threads included. */
function since(before: ReturnType<typeof process.cpuUsage>): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
