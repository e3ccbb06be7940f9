/** What the command line asks of the engine, and of the host that opens a folder as a vault. */
import type { Adoption } from '../host/adopt';
import type { CalendarDate } from '../text/calendar-date';
import type { CommonDayOrder } from '../note/day-order';
import type { Problem } from '../note/problems';
import type { Inspection } from '../vault-index/inspection';
import type { Proposal } from '../vault-index/proposal';
import type { Settings } from '../settings/settings';
import type { FileEdit } from '../edit/plan';
import type { SkippedEdit } from '../edit/skips';
import type { Refused } from '../edit/refusals';
import type { RowSource } from '../edit/act-on-line';
import type { RowAction } from '../edit/row-action';
import type { LinePlace } from '../edit/row-plan';
import type { AskedVault, LoadOptions } from '../host/load-vault';
import type { ListId } from '../host/cache/lists';
import type { CarryOutOptions } from '../host/carry-out';
import type { Recovered } from '../host/journal';
import type { Linking, LinkOptions } from '../host/link-note';
import type { Removed, RemoveOptions } from '../host/remove';
import type { EncodingRepairs, RepairEncodingOptions } from '../host/repair-encoding';
import type { Review } from '../host/review';
import type { CompleteAtOptions, RowActed, RowActionOptions } from '../host/row-action';
import type { NothingToUndo, Undone, UndoOptions } from '../host/undo';
import type { MadeBases, MakeBasesOptions } from '../host/make-bases';
import type { LiveVault } from '../host/live-vault';
import type { Understood } from '../host/roll-up';
import type { WriteWeekOptions, WrittenWeek } from '../host/write-week';
import type { Week } from '../page/week';
import type { HostError, VaultHost, VaultState } from '../host/vault-host';

export interface RunOptions {
  readonly settings: Settings;
  readonly today: CalendarDate;
  /** Take the day that the pages on disk were made for: as `--check` does. */
  readonly asOnPages?: boolean;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface PlannedRollup {
  readonly plan: {
    readonly edits: readonly FileEdit[];
    readonly unchanged: number;
    readonly proposals: readonly Proposal[];
  };
  readonly problems: readonly Problem[];
  readonly failures: readonly HostError[];
  readonly today: CalendarDate;
  readonly likelyMe: string | null;
  /** Null where what was saved of the last rollup answered. */
  readonly understood: Understood | null;
  /** The order of day and month that was inferred for it. */
  readonly dayOrder: CommonDayOrder | null;
}

export interface RolledUp extends PlannedRollup {
  readonly result: {
    /** Paths of edits that were carried out. */
    readonly written: readonly string[];
    /** Of those that another run carried out first. */
    readonly foundDone: readonly string[];
    /** Left alone on purpose: the file changed since it was read. */
    readonly skipped: readonly SkippedEdit[];
    readonly failures: readonly HostError[];
  };
}

export interface Engine {
  /**
   * `folder` is an absolute path. Nothing is read yet. `cache`: what notes said when they were read last may be kept in
   * the vault, and used.
   */
  openVault(folder: string, configDir: string, options: { readonly cache: boolean }): Promise<VaultHost>;
  planVaultRollup(host: VaultHost, options: RunOptions): Promise<PlannedRollup>;
  /** `lists`: those that are kept for the questions that come. */
  rollUp(
    host: VaultHost,
    options: RunOptions & { readonly now: number; readonly lists: readonly ListId[] },
  ): Promise<RolledUp>;
  loadVault(host: VaultHost, options: LoadOptions): Promise<AskedVault>;
  inspectVault(
    host: VaultHost,
    options: RunOptions & { readonly path?: string },
  ): Promise<{
    readonly inspection: Inspection;
    readonly failures: readonly HostError[];
    readonly dayOrder: CommonDayOrder | null;
  }>;
  completeAt(host: VaultHost, place: LinePlace, options: CompleteAtOptions): Promise<RowActed | Refused>;
  actOnRows(
    host: VaultHost,
    rows: readonly (readonly RowSource[])[],
    action: RowAction,
    options: RowActionOptions,
  ): Promise<RowActed | Refused>;
  reviewVault(host: VaultHost, options: RunOptions): Promise<Review>;
  carryOut(
    host: VaultHost,
    plan: { readonly edits: readonly FileEdit[] },
    options: CarryOutOptions,
  ): Promise<RolledUp['result']>;
  recoverJournal(host: VaultHost, now: number): Promise<Recovered>;
  /** The vault kept in memory: what changed is read when it is refreshed. */
  openLive(host: VaultHost, settings: Settings): Promise<LiveVault>;
  isLiveWritingPaused(state: VaultState): Promise<boolean>;
  makeBases(host: VaultHost, options: MakeBasesOptions): Promise<MadeBases>;
  writeWeek(host: VaultHost, week: Week, options: WriteWeekOptions): Promise<WrittenWeek>;
  removeFromVault(host: VaultHost, options: RemoveOptions): Promise<Removed>;
  undoLast(host: VaultHost, options: UndoOptions): Promise<Undone | NothingToUndo>;
  adoptableInVault(host: VaultHost, options: RunOptions): Promise<Adoption>;
  repairEncodingInVault(host: VaultHost, options: RepairEncodingOptions): Promise<EncodingRepairs>;
  linkInVault(host: VaultHost, path: string, options: LinkOptions): Promise<Linking | Refused>;
}
