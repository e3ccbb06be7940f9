/** Planned writes, as data: nothing in here touches a file. */

/** One file to be written. Paths are vault paths: `/` between folders, no leading `/`. */
export interface FileEdit {
  readonly path: string;
  /** The text it was computed from; null where the file must not exist yet. */
  readonly before: string | null;
  /** The text it should hold; null sends it to the trash. */
  readonly after: string | null;
  /**
   * Computes the edit again from what the file holds now, when that is no longer `before`; null gives up and leaves the
   * file alone. Absent: the edit holds for `before` only.
   */
  readonly recompute?: ((now: string) => string | null) | undefined;
}

export interface Plan {
  /** What is carried out, in order. Holds no edit that changes nothing. */
  readonly edits: readonly FileEdit[];
  /** Pages that were computed and already hold what they should. */
  readonly unchanged: number;
}
