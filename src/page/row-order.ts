/** The orders of rows, on pages and in views. */
import { compareText } from '../text/order';
import type { QuestionRow, Source } from '../vault-index/rows';
import { newest } from './row';

export interface Sourced {
  readonly id: string;
  readonly sources: readonly Source[];
}

/** By path and line of the newest source; two rows of one line by their ids. */
export function byPlace(a: Sourced, b: Sourced): number {
  const [one, other] = [newest(a), newest(b)];
  return compareText(one.path, other.path) || one.line - other.line || compareText(a.id, b.id);
}

/** By the day of the newest source, undated rows last. */
export function newestFirst(a: Sourced, b: Sourced): number {
  return compareText(newest(b).date ?? '', newest(a).date ?? '') || byPlace(a, b);
}

/** Asked most often first, then asked last. */
export function byAskings(a: QuestionRow, b: QuestionRow): number {
  return b.asked.length - a.asked.length || newestFirst(a, b);
}
