/** Obsidian's callouts: a quote whose first line names a type. */
import { skipSpaces } from './block-starts';

interface CalloutStart {
  /** In lower case, without metadata: `summary` of `[!Summary|wide]`. */
  readonly type: string;
  /** Where the title begins. */
  readonly titleFrom: number;
}

/**
 * The callout that a quote's first line opens, or null; `at` is where its text begins.
 *
 *     > [!summary]- Title
 *       ^ at        ^ titleFrom
 */
export function calloutStart(text: string, at: number, end: number): CalloutStart | null {
  if (!text.startsWith('[!', at)) return null;
  const line = text.slice(at, end);
  const close = line.indexOf(']');
  if (close < 0) return null;
  const type = (line.slice(2, close).split('|', 1)[0] ?? '').trim().toLowerCase();
  if (type === '') return null;
  const folded = line.startsWith('-', close + 1) || line.startsWith('+', close + 1);
  return { type, titleFrom: skipSpaces(text, at + close + (folded ? 2 : 1), end) };
}
