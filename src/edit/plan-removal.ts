/**
 * Everything taken out again: of a page our block and our properties, a page that we made and nobody wrote in as a
 * whole. What a person wrote stays, wherever it stands; what stays, and why, is said.
 */
import { textHash } from '../text/text-hash';
import { readBlock } from '../page/managed-block';
import { unplanPage } from '../page/plan-page';
import { userLines } from '../page/user-lines';
import type { FileEdit } from './plan';

export interface Staying {
  readonly path: string;
  /** A sentence. */
  readonly why: string;
}

export interface RemovalRules {
  readonly isRollupPage: (path: string) => boolean;
}

export interface PageRemoval {
  /** Null where nothing of the page is to be changed. */
  readonly edit: FileEdit | null;
  /** Null where all of ours goes and nothing of a person's was among it. */
  readonly stays: Staying | null;
}

/** One page; a page that holds nothing of ours gives neither. */
export function planPageRemoval(path: string, text: string, { isRollupPage }: RemovalRules): PageRemoval {
  const reading = readBlock(text);
  if ('problem' in reading)
    return { edit: null, stays: { path, why: `Its block is damaged: ${reading.problem.message}` } };
  const { block } = reading;
  if (block === null) return { edit: null, stays: null };
  const planned = unplanPage(text);
  if (planned.problem !== null)
    return { edit: null, stays: { path, why: `Its properties cannot be taken out: ${planned.problem.message}` } };
  const after = planned.text;
  // A rollup page that holds its title alone holds nobody's words, whoever made it.
  const isUntouched =
    block.made === textHash(after) || (isRollupPage(path) && /^# [^\r\n]*(?:\r\n|\n|\r)?$/.test(after));
  const edit: FileEdit = {
    path,
    before: text,
    after: isUntouched ? null : after,
    recompute: (now) => againWithout(now),
  };
  if (isUntouched) return { edit, stays: null };
  const typed = userLines(block.lines, { listed: block.hashes, rows: [] }).filter((line) => line.trim() !== '').length;
  const reasons = [
    ...(block.made !== null || isRollupPage(path) ? ['It was made by a rollup, and holds what you wrote since'] : []),
    ...(typed > 0
      ? [
          typed === 1
            ? 'A line typed into the block stays in its place'
            : `${typed} lines typed into the block stay in its place`,
        ]
      : []),
    ...(block.labelled ? ['What was kept from the block stays'] : []),
  ];
  return { edit, stays: reasons.length === 0 ? null : { path, why: `${reasons.join('. ')}.` } };
}

/** The page as it is by now without our parts; null where they cannot be taken out. */
function againWithout(now: string): string | null {
  const { text, problem } = unplanPage(now);
  return problem === null ? text : null;
}
