/** Keeps long work from freezing the interface. Knows no clock of its own: it is given one. */

/** Milliseconds of work after which the interface gets its turn: under two frames, far under what a person feels as a pause. */
const TURN = 25;
/** Milliseconds in which a window that is seen draws at least once. A frame cannot be waited for instead: a hidden window has none. */
const FRAME = 20;

export class Pace {
  private turnBegan: number;
  private drawFirst = false;

  /** `now` is in milliseconds from any fixed moment. */
  constructor(private readonly now: () => number) {
    this.turnBegan = now();
  }

  /** To be awaited between two pieces of work: lets the interface draw and answer when this turn has lasted long enough. */
  async rest(): Promise<void> {
    if (!this.drawFirst && this.now() - this.turnBegan < TURN) return;
    const wait = this.drawFirst ? FRAME : 0;
    this.drawFirst = false;
    // A file that the app has in memory is read without ever leaving the current task: only a timer gives the window its turn.
    await new Promise<void>((resolve) => {
      window.setTimeout(resolve, wait);
    });
    this.turnBegan = this.now();
  }

  /** Makes the next rest one in which the window draws: for a text that stands while work that cannot rest is done. */
  letDraw(): void {
    this.drawFirst = true;
  }
}
