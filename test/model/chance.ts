/**
 * Chance from a number: the same number gives the same choices, so that a history can be played again and made smaller.
 */
export class Chance {
  constructor(private state: number) {}

  /** A whole number below `end`. */
  below(end: number): number {
    this.state = (Math.imul(this.state ^ (this.state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b) >>> 0;
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0;
    return ((mixed ^ (mixed >>> 16)) >>> 0) % end;
  }

  of<T>(list: readonly T[]): T | undefined {
    return list[this.below(Math.max(list.length, 1))];
  }

  oneOf<T>(first: T, ...others: readonly T[]): T {
    return others[this.below(others.length + 1) - 1] ?? first;
  }

  /** Once in `times`. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }
}
