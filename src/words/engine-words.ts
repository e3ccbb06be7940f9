/** What a language needs for all that the engine says: one row a code, or it does not compile. */
import type { StayParameters } from '../edit/plan-removal';
import type { ProblemParameters } from '../note/problems';
import type { Phrases } from '../text/coded';

export interface EngineWords {
  /** What is wrong in a note, and the way out. */
  readonly problems: Phrases<ProblemParameters>;
  /** Why something of a page stays when everything of ours is taken out: sentences. */
  readonly stays: Phrases<StayParameters>;
}
