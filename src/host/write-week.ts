/** Writes the page of a week, or says what would be written. */
import { planWeek, weekPath, type WeekPlan } from '../edit/plan-week';
import type { Week } from '../page/week';
import { carryOut, type CarriedOut } from './carry-out';
import type { AskedVault } from './load-vault';
import type { VaultHost } from './vault-host';
import { readIfThere } from './write-if-unchanged';

export interface WrittenWeek {
  readonly plan: WeekPlan;
  /** Null where nothing was to be written. */
  readonly result: CarriedOut | null;
}

export interface WriteWeekOptions {
  readonly vault: Pick<AskedVault, 'index' | 'rules'>;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** False only says what would be written. */
  readonly write: boolean;
}

/** A page that is there and cannot be read throws a HostError. */
export async function writeWeek(host: VaultHost, week: Week, options: WriteWeekOptions): Promise<WrittenWeek> {
  const { vault, now, write } = options;
  const before = await readIfThere(host, weekPath(week, vault.rules, vault.index));
  const plan = planWeek(week, { ...vault, before });
  return { plan, result: write ? await carryOut(host, plan, { what: 'week', now }) : null };
}
