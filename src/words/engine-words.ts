/** What a language needs for all that the engine says: one row a code, or it does not compile. */
import type { EffectParameters } from '../edit/answer-effects';
import type { StayParameters } from '../edit/plan-removal';
import type { RefusalParameters } from '../edit/refusals';
import type { SkipParameters } from '../edit/skips';
import type { PathFaultParameters } from '../host/path-safety';
import type { NothingParameters } from '../host/undo';
import type { FailureParameters } from '../host/vault-host';
import type { ProblemParameters } from '../note/problems';
import type { SettingProblemParameters } from '../settings/setting-problems';
import type { Phrases } from '../text/coded';
import type { WhyParameters } from '../vault-index/proposal-why';

/** What is in the way, and the way out: parts of one sentence, without capital and full stop. */
export type RefusalWords = Phrases<RefusalParameters, readonly [why: string, wayOut: string]>;

export interface EngineWords {
  /** What is wrong in a note, and the way out. */
  readonly problems: Phrases<ProblemParameters>;
  /** Why something is not done. */
  readonly refusals: RefusalWords;
  /** Why something is asked: sentences. */
  readonly why: Phrases<WhyParameters>;
  /** What becomes of an answer: sentences, and lines of the names memory as they are. */
  readonly effects: Phrases<EffectParameters>;
  /** Why a file is left alone: sentences. */
  readonly skips: Phrases<SkipParameters>;
  /** Why nothing is undone: sentences. */
  readonly undoing: Phrases<NothingParameters>;
  /** What a failure led to: sentences. */
  readonly failures: Phrases<FailureParameters>;
  /** What is wrong with a path: the end of a sentence about it. */
  readonly pathFaults: Phrases<PathFaultParameters>;
  /** What is wrong with a setting: what follows its name, without a full stop. */
  readonly settings: Phrases<SettingProblemParameters>;
  /** Why something of a page stays when everything of ours is taken out: sentences. */
  readonly stays: Phrases<StayParameters>;
}
