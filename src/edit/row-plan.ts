/** What an action makes of lines of notes, as data: which lines change and how, or why none does. */
import type { FileEdit } from './plan';
import type { Ended, Refused } from './refusals';

export interface LinePlace {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** What becomes of one line. Lines are without their line ends. */
export interface ChangedLine extends LinePlace {
  /** `line` is where it is in the note as it is now. */
  readonly before: string;
  /** What takes its place: mostly one line; two where a task recurs; none where `🏁 delete` takes it. */
  readonly after: readonly string[];
}

export interface NoteActed extends Ended<'done'> {
  readonly text: string;
  readonly changes: readonly ChangedLine[];
}

export interface RowActionPlan extends Ended<'planned'> {
  /** By path, then line. Empty where every line says so already. */
  readonly changes: readonly ChangedLine[];
  readonly edits: readonly FileEdit[];
  /** The same in one of its notes, which holds another text by now. */
  again(path: string, now: string): NoteActed | Refused;
}

/** What another toggle makes of a task line: the lines in its place, or null where it has nothing to say. */
export type ToggleLine = (line: string, path: string) => readonly string[] | null;
