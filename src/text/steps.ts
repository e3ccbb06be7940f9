/**
 * Long work in pieces, so that a caller with an interface to keep alive can rest between them and one without need not. A step is
 * a generator that yields wherever it may be interrupted; dropping it there cancels the work, for it has changed nothing.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** All of it at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** With a chance to rest after every piece. What `rest` throws ends the work. */
export async function inPieces<T>(steps: Steps<T>, rest: () => Promise<void>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await rest();
  }
}
