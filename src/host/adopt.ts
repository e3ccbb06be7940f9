/** What the notes say of what was appended to entities' pages: found, and taken out as one plan that can be undone. */
import { type ProvenItem, provenItems, withoutItems } from '../edit/adopt-page';
import type { FileEdit } from '../edit/plan';
import { pushInto } from '../text/push-into';
import { runSync } from '../text/job';
import { indexOfReading } from './index-of-reading';
import { readVault } from './read-vault';
import type { RollupOptions } from './roll-up';
import type { HostError, VaultHost } from './vault-host';

export interface Adoption {
  /** By page, then line. */
  readonly items: readonly ProvenItem[];
  /** What could not be read for an I/O reason. */
  readonly failures: readonly HostError[];
  /** Nothing is written by it. A page that has changed meanwhile is left alone. */
  planFor(items: readonly ProvenItem[]): { readonly edits: readonly FileEdit[] };
}

export async function adoptableInVault(
  host: VaultHost,
  { settings, today, onProgress }: Pick<RollupOptions, 'settings' | 'today' | 'onProgress'>,
): Promise<Adoption> {
  const reading = await readVault(host, settings, { onProgress });
  const input = { ...reading, settings, today };
  const index = await indexOfReading({ input, stored: reading.stored });
  return {
    items: runSync(provenItems(index, reading.pages)),
    failures: reading.failures,
    planFor: (items) => {
      const byPage = new Map<string, ProvenItem[]>();
      for (const item of items) pushInto(byPage, item.path, item);
      return {
        edits: [...byPage].flatMap(([path, own]) => {
          const before = reading.pages.get(path);
          if (before === undefined) return [];
          const after = withoutItems(before, own);
          return [{ path, before, after, recompute: (now: string) => (now === before ? after : null) }];
        }),
      };
    },
  };
}
