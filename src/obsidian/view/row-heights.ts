/**
 * How high the rows of a long list are, and so where each begins: measured where they were seen, guessed where not.
 *
 *     heights   54  54  71* 54          * measured
 *     starts     0  54 108 179 233
 */
import { firstNotBefore } from '../../text/sorted-list';

export class RowHeights {
  /** By key: a row that moves keeps its height. */
  private readonly measured = new Map<string, number>();
  private heights = new Float64Array(0);
  private starts = new Float64Array(1);
  private keyOf: ((index: number) => string) | null = null;
  private count = 0;

  /** The rows there are now; the same functions mean the same rows. */
  take(count: number, keyOf: (index: number) => string, guess: (index: number) => number): void {
    if (this.keyOf === keyOf && this.count === count) return;
    this.keyOf = keyOf;
    this.count = count;
    this.starts = new Float64Array(count + 1);
    this.heights = new Float64Array(count);
    const { measured } = this;
    for (let index = 0; index < count; index++)
      this.heights[index] = (measured.size === 0 ? undefined : measured.get(keyOf(index))) ?? guess(index);
    this.sumFrom(0);
  }

  /** Of the whole list. */
  get size(): number {
    return this.starts[this.count] ?? 0;
  }

  startOf(index: number): number {
    return this.starts[index] ?? 0;
  }

  /** The row at an offset; the first or the last where there is none. -1 in an empty list. */
  at(offset: number): number {
    const next = firstNotBefore(this.starts, (start) => start <= offset);
    return this.count === 0 ? -1 : Math.min(Math.max(next - 1, 0), this.count - 1);
  }

  /** What was measured, as row and height; by how much each row differs from what was known. */
  measure(
    rows: readonly (readonly [index: number, height: number])[],
  ): readonly (readonly [index: number, more: number])[] {
    const changed: [number, number][] = [];
    for (const [index, height] of rows) {
      const more = height - (this.startOf(index + 1) - this.startOf(index));
      if (index < 0 || index >= this.count || Math.abs(more) < LEAST) continue;
      this.measured.set(this.keyOf?.(index) ?? '', height);
      this.heights[index] = height;
      changed.push([index, more]);
    }
    if (changed.length > 0) this.sumFrom(Math.min(...changed.map(([index]) => index)));
    return changed;
  }

  private sumFrom(first: number): void {
    for (let index = first; index < this.count; index++) {
      this.starts[index + 1] = (this.starts[index] ?? 0) + (this.heights[index] ?? 0);
    }
  }
}

/** Pixels: less is a matter of rounding. */
const LEAST = 0.5;
