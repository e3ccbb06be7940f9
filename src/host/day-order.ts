/** The order of day and month that a vault's own dates prove: inferred once, told, and kept as a setting. */
import { type CommonDayOrder, neededDayOrder } from '../note/day-order';
import type { Settings } from '../settings/settings';
import { readVault, type ReadOptions, type VaultReading } from './read-vault';
import type { VaultHost } from './vault-host';

interface OrderedReading {
  readonly reading: VaultReading;
  /** With the order it was read by. */
  readonly settings: Settings;
  /** What was inferred now; null where nothing had to be. */
  readonly dayOrder: CommonDayOrder | null;
}

/** Reads a vault, and once more where its dates tell an order that some of them need. */
export async function readInOrder(host: VaultHost, settings: Settings, options: ReadOptions): Promise<OrderedReading> {
  const reading = await readVault(host, settings, options);
  const dayOrder = neededDayOrder(reading.notes, settings);
  if (dayOrder === null) return { reading, settings, dayOrder };
  const ordered = { ...settings, dayOrder: dayOrder.order };
  return { reading: await readVault(host, ordered, options), settings: ordered, dayOrder };
}
