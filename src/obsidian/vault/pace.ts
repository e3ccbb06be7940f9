/** Keeps long work from freezing the interface. Knows no clock of its own: it is given one. */

/**
 * Milliseconds of work after which the interface gets its turn. It is to have half of every frame, and the piece of
 * work that goes beyond this has to end within that half too.
 */
const TURN = 6;

export class Pace {
  private turnBegan: number;

  /** `now` is in milliseconds from any fixed moment. */
  constructor(private readonly now: () => number) {
    this.turnBegan = now();
  }

  /**
   * To be awaited between two pieces of work: lets the interface draw and answer when this turn has lasted long enough.
   */
  async yieldIfDue(): Promise<void> {
    if (this.now() - this.turnBegan < TURN) return;
    // A file that the app has in memory is read without ever leaving the current task: only another task gives the
    // window its turn.
    await nextTask();
    this.turnBegan = this.now();
  }
}

/**
 * A message comes at once; timers that follow each other are held back by four milliseconds each, half of all the time
 * there is.
 */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof MessageChannel === 'undefined') {
      window.setTimeout(resolve, 0);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
