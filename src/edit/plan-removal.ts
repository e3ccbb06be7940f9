/**
 * Everything taken out again: of a page our block and our properties, a page that we made and nobody wrote in as a
 * whole. What a person wrote stays, wherever it is; what stays, and why, is said.
 */
import type { Coded, Nothing } from '../text/coded';
import { textHash } from '../text/text-hash';
import type { ProblemInFile } from '../note/problems';
import { readBlock } from '../page/managed-block';
import { unplanPage } from '../page/plan-page';
import { userLines } from '../page/user-lines';
import type { FileEdit } from './plan';

export interface Staying {
  readonly path: string;
  readonly reasons: readonly StayReason[];
}

type StayReason = Coded<StayParameters>;

/** Why something of a page stays. */
export interface StayParameters {
  'block-damaged': { readonly problem: ProblemInFile };
  'properties-damaged': { readonly problem: ProblemInFile };
  'holds-your-words': Nothing;
  'typed-into-block': { readonly lines: number };
  'kept-from-block': Nothing;
  /** The note of your answers about names. */
  'holds-answers': { readonly answers: number };
}

interface RemovalRules {
  readonly isRollupPage: (path: string) => boolean;
}

interface PageRemoval {
  /** Null where nothing of the page is to be changed. */
  readonly edit: FileEdit | null;
  /** Null where all of ours goes and nothing of a person's was among it. */
  readonly stays: Staying | null;
}

/** One page; a page that holds nothing of ours gives neither. */
export function planPageRemoval(path: string, text: string, { isRollupPage }: RemovalRules): PageRemoval {
  const reading = readBlock(text);
  if ('problem' in reading)
    return { edit: null, stays: { path, reasons: [{ code: 'block-damaged', problem: reading.problem }] } };
  const { block } = reading;
  if (block === null) return { edit: null, stays: null };
  const planned = unplanPage(text);
  if (planned.problem !== null)
    return { edit: null, stays: { path, reasons: [{ code: 'properties-damaged', problem: planned.problem }] } };
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
  const reasons: StayReason[] = [];
  if (block.made !== null || isRollupPage(path)) reasons.push({ code: 'holds-your-words' });
  if (typed > 0) reasons.push({ code: 'typed-into-block', lines: typed });
  if (block.labelled) reasons.push({ code: 'kept-from-block' });
  return { edit, stays: reasons.length === 0 ? null : { path, reasons } };
}

/** The page as it is by now without Throughline’s parts; null where they cannot be taken out. */
function againWithout(now: string): string | null {
  const { text, problem } = unplanPage(now);
  return problem === null ? text : null;
}
