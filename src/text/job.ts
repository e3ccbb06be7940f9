/**
 * Long work in pieces, so that a caller with an interface to keep alive can rest between them and one without need not.
 * A step is a generator that yields wherever it may be interrupted; dropping it there cancels the work, for it has
 * changed nothing.
 */
export type Job<T> = Generator<undefined, T, undefined>;

/** All of it at once. */
export function runSync<T>(steps: Job<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** With a chance to rest after every piece. What `rest` throws ends the work. */
export async function runYielding<T>(steps: Job<T>, rest: () => Promise<void>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await rest();
  }
}

/** Values sorted at once; more are sorted in runs of this many, and the runs put together. */
const RUN = 2048;

/** As `sort`, in pieces; the list given stays as it is. Equal values keep their order. */
export function* sortSteps<T>(values: readonly T[], compare: (a: T, b: T) => number): Job<T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < values.length; at += RUN) {
    yield;
    runs.push(values.slice(at, at + RUN).sort(compare));
  }
  while (runs.length > 1) {
    const next: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) next.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = next;
  }
  return runs[0] ?? [];
}

function* merge<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): Job<T[]> {
  const all: T[] = [];
  let other = 0;
  for (const value of a) {
    for (let next = b[other]; next !== undefined && compare(next, value) < 0; next = b[other]) {
      all.push(next);
      other += 1;
      if (all.length % RUN === 0) yield;
    }
    all.push(value);
    if (all.length % RUN === 0) yield;
  }
  for (let at = other; at < b.length; at++) all.push(b[at] as T);
  return all;
}
