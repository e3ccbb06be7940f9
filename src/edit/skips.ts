/** Why a file that was to be written was left alone, as data. The words are in `words/`. */
import type { Coded, Nothing } from '../text/coded';
import type { Refusal } from './refusals';

export interface SkipParameters {
  /** Since the text was read that the edit was computed from. */
  changed: Nothing;
  /** Or another file has its name in other letters. */
  gone: Nothing;
  'not-utf8': Nothing;
  /** A file that undo would bring back: another has its name. */
  'name-taken': Nothing;
  /** A file that undo would change: moved, renamed or deleted. */
  moved: Nothing;
  /** A table of pages that somebody changed, or that is not one of ours. */
  'own-base': Nothing;
  /** What was to be done cannot be done to the file as it is now. */
  refused: { readonly refusal: Refusal };
}

export type Skip = Coded<SkipParameters>;

export interface SkippedEdit {
  readonly path: string;
  readonly why: Skip;
}
