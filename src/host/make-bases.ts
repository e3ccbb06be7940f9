/** Makes the vault's `.base` files, or says which would be made. */
import { basePaths, planBases, type BasesPlan } from '../edit/plan-bases';
import type { Settings } from '../settings/settings';
import { carryOut, type CarriedOut } from './carry-out';
import { HostError, type VaultHost } from './vault-host';

export interface MadeBases {
  readonly plan: BasesPlan;
  /** Null where nothing was to be written. */
  readonly result: CarriedOut | null;
  /** What could not be read or written for an I/O reason. */
  readonly failures: readonly HostError[];
}

export interface MakeBasesOptions {
  readonly settings: Settings;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** False only says what would be made. */
  readonly write: boolean;
}

export async function makeBases(host: VaultHost, { settings, now, write }: MakeBasesOptions): Promise<MadeBases> {
  const listing = await host.list();
  const paths = listing.files.map(({ path }) => path);
  const there = new Set(paths);
  const texts = new Map<string, string>();
  const failures: HostError[] = [];
  for (const path of basePaths(settings, paths).values()) {
    if (!there.has(path)) continue;
    try {
      texts.set(path, await host.read(path));
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      // What cannot be read is not ours to write.
      texts.set(path, '');
      if (error.code !== 'not-utf8') failures.push(error);
    }
  }
  const plan = planBases(settings, { paths, textAt: (path) => texts.get(path) ?? null });
  if (!write) return { plan, result: null, failures };
  const result = await carryOut(host, plan, { what: 'bases', now });
  return { plan, result, failures: [...failures, ...result.failures] };
}
