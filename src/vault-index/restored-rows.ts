/**
 * Rows that were kept from an earlier time, and who tells of them: the lines they were made of are asked for row by
 * row, when one of their notes is exchanged. A note that was not exchanged since says what it said when the rows were
 * made.
 */
import { rowId } from '../text/row-key';
import type { Job } from '../text/job';
import type { Source } from './rows';

export interface MadeRow {
  readonly id: string;
  readonly sources: readonly Source[];
}

/** Notes that tell of a row without being among its sources (private lines, or all where the lines come to no row). */
export type HiddenTelling = readonly [key: number, paths: readonly string[]];

/** Rows in a piece of work. */
const YIELD_EVERY = 1000;

export class RestoredRows<S> {
  private byPath: Map<string, number[]> | null = null;
  /** Keys whose lines were taken. */
  private readonly taken = new Set<number>();

  /** `linesOf` gives the lines of a note that was not exchanged since. */
  constructor(
    private readonly rows: readonly MadeRow[],
    private readonly hidden: ReadonlyMap<number, readonly string[]>,
    private readonly linesOf: (path: string) => readonly S[],
  ) {}

  /** Finds out which notes tell of which rows. */
  *prepare(): Job<void> {
    if (this.byPath !== null) return;
    const byPath = new Map<string, number[]>();
    const add = (path: string, key: number): void => {
      const keys = byPath.get(path);
      if (keys === undefined) byPath.set(path, [key]);
      else keys.push(key);
    };
    for (const [at, { id, sources }] of this.rows.entries()) {
      if (at % YIELD_EVERY === 0) yield;
      const key = keyOf(id);
      for (const { path } of sources) add(path, key);
    }
    for (const [key, paths] of this.hidden) for (const path of paths) add(path, key);
    this.byPath = byPath;
  }

  /** The rows that a note told of when they were kept. */
  keysOf(path: string): readonly number[] {
    return this.byPath?.get(path) ?? [];
  }

  /**
   * The first time that it is asked for a key, all lines of the notes that tell of its row, but for those `without`.
   */
  take(key: number, row: MadeRow | null, without: ReadonlySet<string>): readonly S[] {
    if (this.taken.has(key)) return [];
    this.taken.add(key);
    const paths = new Set([...(row?.sources ?? []).map(({ path }) => path), ...(this.hidden.get(key) ?? [])]);
    return [...paths].flatMap((path) => (without.has(path) ? [] : this.linesOf(path)));
  }

  /** Of the rows whose lines were not taken. */
  hiddenStill(): HiddenTelling[] {
    return [...this.hidden].filter(([key]) => !this.taken.has(key));
  }
}

/** The number that `rowId` made an id of. */
export function keyOf(id: string): number {
  const key = Number.parseInt(id, 36);
  if (rowId(key) !== id) throw new Error(`no row has the id ${id}`);
  return key;
}
