/** The engine as the commands ask for it. Nothing imports this at the program's start. */
import { adoptableInVault } from '../host/adopt';
import { loadVault } from '../host/load-vault';
import { carryOut } from '../host/carry-out';
import { isLiveWritingPaused, recoverJournal } from '../host/journal';
import { linkInVault } from '../host/link-note';
import { LiveVault } from '../host/live-vault';
import { makeBases } from '../host/make-bases';
import { repairEncodingInVault } from '../host/repair-encoding';
import { removeFromVault } from '../host/remove';
import { reviewVault } from '../host/review';
import { inspectVault, planVaultRollup, rollUp } from '../host/roll-up';
import { actOnRows, completeAt } from '../host/row-action';
import { writeWeek } from '../host/write-week';
import { undoLast } from '../host/undo';
import type { Engine } from './engine.mts';

export const engine: Omit<Engine, 'openVault'> = {
  adoptableInVault,
  loadVault,
  planVaultRollup,
  rollUp,
  inspectVault,
  completeAt,
  actOnRows,
  linkInVault,
  repairEncodingInVault,
  reviewVault,
  carryOut,
  recoverJournal,
  isLiveWritingPaused,
  undoLast,
  removeFromVault,
  makeBases,
  writeWeek,
  openLive: (host, settings) => LiveVault.open(host, { settings, rest: () => Promise.resolve() }),
};
