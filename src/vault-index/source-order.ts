import { compareText } from '../text/order';
import type { Source } from './rows';

/** By date (undated first), path, line: the newest is last. */
export function compareSources(a: Source, b: Source): number {
  return compareText(a.date ?? '', b.date ?? '') || compareText(a.path, b.path) || a.line - b.line;
}
