/**
 * Plans that wait for their token. A token is for one plan, once, for a while: what a plan was made from is checked
 * again when it is applied.
 */
import type { PlanName } from '../edit/journal';
import type { FileEdit } from '../edit/plan';
import type { VaultIndex } from '../vault-index/build-index';
import { ToolError } from './tool-error';

export interface KeptPlan {
  /** What the journal calls it. */
  readonly what: PlanName;
  readonly edits: readonly FileEdit[];
  /** All that was read when it was made, where the plan rests on more than the files it writes. */
  readonly restsOn: VaultIndex | null;
  readonly today: string;
}

/** Minutes that a token can be used. */
export const TOKEN_MINUTES = 15;
/** Plans that wait at most, and the characters of their files; the oldest go first. */
const MOST_PLANS = 100;
const MOST_CHARACTERS = 40_000_000;

export class PlanStore {
  private readonly plans = new Map<string, { readonly plan: KeptPlan | null; readonly until: number }>();

  /** `now`: milliseconds since the epoch. `newToken` gives text that nobody can guess. */
  constructor(
    private readonly now: () => number,
    private readonly newToken: () => string,
  ) {}

  keep(plan: KeptPlan): string {
    const token = this.newToken();
    this.plans.set(token, { plan, until: this.now() + TOKEN_MINUTES * 60_000 });
    let characters = 0;
    for (const { plan: one } of this.plans.values()) characters += sizeOf(one);
    for (const [oldest, { plan: one }] of this.plans) {
      if (oldest === token || (this.plans.size <= MOST_PLANS && characters <= MOST_CHARACTERS)) break;
      this.plans.delete(oldest);
      characters -= sizeOf(one);
    }
    return token;
  }

  /** The plan that waits. Throws a ToolError that says how to go on. */
  find(token: string): KeptPlan {
    const kept = this.plans.get(token);
    if (kept === undefined)
      throw new ToolError('unknown-token', 'No plan waits under that token. Ask for the plan again.');
    if (kept.plan === null)
      throw new ToolError('used-token', 'That token was used already. Look at the row again before you plan again.');
    if (this.now() >= kept.until)
      throw new ToolError('expired-token', `A token holds for ${TOKEN_MINUTES} minutes. Ask for the plan again.`);
    return kept.plan;
  }

  /** Nobody gets the plan any more. */
  spend(token: string): void {
    const kept = this.plans.get(token);
    if (kept !== undefined) this.plans.set(token, { ...kept, plan: null });
  }
}

function sizeOf(plan: KeptPlan | null): number {
  return (plan?.edits ?? []).reduce((sum, { before, after }) => sum + (before ?? '').length + (after ?? '').length, 0);
}
