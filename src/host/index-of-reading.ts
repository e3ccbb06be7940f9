/** The index of what was read: from the one that is kept where that can be, else a new one. */
import { indexAsOf, type RollupInput, RollupMemory } from '../edit/plan-rollup';
import { runSync, runYielding } from '../text/job';
import type { VaultIndex } from '../vault-index/build-index';
import { storedIndex } from './stored-index';
import type { NoteCache } from './note-cache';

interface Read {
  readonly input: RollupInput;
  /** Null where nothing is kept. */
  readonly stored: NoteCache | null;
}

/** What a first plan of a vault can go on from. `rest` as for readings. */
export async function memoryOfReading({ input, stored }: Read, rest?: () => Promise<void>): Promise<RollupMemory> {
  const memory = new RollupMemory();
  if (stored !== null) memory.index = await storedIndex(stored, input, { rest });
  return memory;
}

export async function indexOfReading(read: Read, rest?: () => Promise<void>): Promise<VaultIndex> {
  const steps = indexAsOf(read.input, await memoryOfReading(read, rest));
  return rest === undefined ? runSync(steps) : runYielding(steps, rest);
}
