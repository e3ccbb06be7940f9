/** A vault read once, for questions that are answered from it: queues, briefs. No note is written. */
import type { VaultIndex } from '../vault-index/build-index';
import { indexAsOf, RollupMemory } from '../edit/plan-rollup';
import { runSync } from '../text/job';
import { followIn, pageRules } from '../edit/page-plans';
import { type NoteLinks, noteLinks } from '../page/note-link';
import type { PageRules } from '../page/page-rules';
import type { RowKindId } from '../note/line-kinds';
import type { NoteRules } from '../note/note-rules';
import { isIndexBehind, keepIndex, storedIndex } from './stored-index';
import { readVault } from './read-vault';
import type { RollupOptions } from './roll-up';
import type { HostError, VaultHost } from './vault-host';

export interface AskedVault {
  readonly index: VaultIndex;
  readonly noteRules: NoteRules;
  readonly rules: PageRules;
  readonly links: NoteLinks;
  /** What could not be read for an I/O reason. */
  readonly failures: readonly HostError[];
}

export interface LoadOptions extends Pick<RollupOptions, 'settings' | 'today' | 'onProgress'> {
  /** Before anything was read, milliseconds since the epoch. */
  readonly now: number;
  /** The rows that are asked for; those of other kinds may be missing. All where it is not given. */
  readonly kinds?: readonly RowKindId[] | undefined;
}

export async function loadVault(
  host: VaultHost,
  { settings, today, now, kinds, onProgress }: LoadOptions,
): Promise<AskedVault> {
  const reading = await readVault(host, settings, { onProgress, readsPages: false });
  const { stored } = reading;
  const input = { ...reading, settings, today };
  const memory = new RollupMemory();
  if (stored !== null) memory.index = await storedIndex(stored, input, { kinds });
  const index = runSync(indexAsOf(input, memory));
  // What a rollup kept is brought up to date; in a vault that was never rolled up nothing is begun.
  if (stored?.wasThere === true) {
    await stored.save(now);
    if (isIndexBehind(stored, reading.notes)) await keepIndex(stored, index);
  }
  return {
    index,
    noteRules: reading.noteRules,
    rules: pageRules(settings, reading.noteRules, today),
    links: noteLinks(index.paths, followIn(index.registry)),
    failures: reading.failures,
  };
}
