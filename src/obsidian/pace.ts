/** Keeps long work from freezing the interface. Knows no clock of its own: it is given one. */

/** Milliseconds of work after which the interface gets its turn: under two frames, far under what a person feels as a pause. */
const TURN = 25;

export class Pace {
  private turnBegan: number;

  /** `now` is in milliseconds from any fixed moment. */
  constructor(private readonly now: () => number) {
    this.turnBegan = now();
  }

  /** To be awaited between two pieces of work: lets the interface draw and answer when this turn has lasted long enough. */
  async rest(): Promise<void> {
    if (this.now() - this.turnBegan < TURN) return;
    // A file that the app has in memory is read without ever leaving the current task: only a timer gives the window its turn.
    await new Promise<void>((resolve) => {
      window.setTimeout(resolve, 0);
    });
    this.turnBegan = this.now();
  }
}
