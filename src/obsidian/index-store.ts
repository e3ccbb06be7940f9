/**
 * The index of the vault as the plugin last knew it, for the status bar, the command line and the API. It is read when somebody
 * asks and something changed since, and comes for nothing with every rollup. Live updating takes this place.
 */
import type { CalendarDate } from '../text/calendar-date';
import { inPieces } from '../text/steps';
import { indexFor, type RollupInput } from '../edit/plan-rollup';
import { readVault } from '../host/read-vault';
import { rollupInput } from '../host/roll-up';
import type { VaultHost } from '../host/vault-host';
import type { VaultIndex } from '../vault-index/build-index';
import type { Pace } from './pace';
import type { PluginSettings } from './plugin-settings';

export interface IndexParts {
  readonly host: VaultHost;
  readonly settings: PluginSettings;
  readonly pace: Pace;
  readonly today: () => CalendarDate;
}

export interface KnownIndex {
  readonly index: VaultIndex;
  readonly noteRules: RollupInput['noteRules'];
  readonly today: CalendarDate;
}

export class IndexStore {
  private known: KnownIndex | null = null;
  private stale = true;
  private reading: Promise<KnownIndex> | null = null;
  private ended = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly parts: IndexParts) {}

  /** What was known last, be it out of date; null before anything was read. */
  get last(): KnownIndex | null {
    return this.known;
  }

  /** The index as the vault is now. Two that ask at once wait for one reading. */
  async current(): Promise<KnownIndex> {
    const { known } = this;
    if (known !== null && !this.stale && known.today === this.parts.today()) return known;
    this.reading ??= this.read().finally(() => { this.reading = null; });
    return this.reading;
  }

  /** Something in the vault or the settings changed. */
  markStale(): void {
    this.stale = true;
  }

  /** `listener` is called whenever another index is known; the result takes it away again. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => { this.listeners.delete(listener); };
  }

  end(): void {
    this.ended = true;
    this.listeners.clear();
    this.known = null;
  }

  private async read(): Promise<KnownIndex> {
    const { host, settings, pace, today } = this.parts;
    const day = today();
    const goOn = (): void => {
      if (this.ended) throw new Error('Throughline was unloaded.');
    };
    // What changes from here on makes this reading out of date.
    this.stale = false;
    try {
      const reading = await readVault(host, settings.current, { onProgress: goOn });
      const index = await inPieces(indexFor(rollupInput(reading, settings.current, day)), async () => {
        await pace.rest();
        goOn();
      });
      const known = { index, noteRules: reading.rules, today: day };
      this.known = known;
      for (const listener of [...this.listeners]) listener();
      return known;
    } catch (error) {
      this.stale = true;
      throw error;
    }
  }
}
