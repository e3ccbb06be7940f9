/** What an action makes of lines of notes, as data: which lines change and how, or why none does. */
import type { FileEdit } from './plan';

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

/** Nothing is changed, because of this line. Both texts are parts of a sentence, to be joined by `; `. */
export interface Declined extends LinePlace {
  /** There is a task; what was asked for cannot be done to it. */
  readonly isTask?: true;
  readonly outcome: 'declined';
  readonly why: string;
  readonly wayOut: string;
}

export interface NoteActed {
  readonly outcome: 'acted';
  readonly text: string;
  readonly changes: readonly ChangedLine[];
}

export interface RowActionPlan {
  readonly outcome: 'planned';
  /** By path, then line. Empty where every line says so already. */
  readonly changes: readonly ChangedLine[];
  readonly edits: readonly FileEdit[];
  /** The same in one of its notes, which holds another text by now. */
  again(path: string, now: string): NoteActed | Declined;
}

export function declined({ path, line }: LinePlace, why: string, wayOut: string): Declined {
  return { outcome: 'declined', path, line, why, wayOut };
}

/** What another toggle makes of a task line: the lines in its place, or null where it has nothing to say. */
export type ToggleLine = (line: string, path: string) => readonly string[] | null;

export function notThere(place: LinePlace): Declined {
  return declined(place, `${place.path} is not there any more`, LOOK_AGAIN);
}

export const LOOK_AGAIN = 'nothing was written, look at the note and choose the row again';
