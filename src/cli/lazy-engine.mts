/**
 * The engine, read when a command first asks for it: help, a wrong option or a vault that is not there are answered
 * without.
 */
import type { Engine } from './engine.mts';
import { openFolder } from './folder-host.mts';

type Asked = Exclude<keyof Engine, 'openVault'>;

/** `build` changes with any line of the program: what another one kept of notes is not used. */
export function lazyEngine(build: string): Engine {
  let loading: Promise<{ readonly engine: Omit<Engine, 'openVault'> }> | null = null;
  const later = <K extends Asked>(name: K): Engine[K] =>
    (async (...given: readonly unknown[]) => {
      const { engine } = await (loading ??= import('./whole-engine.mts'));
      return (engine[name] as (...all: readonly unknown[]) => unknown)(...given);
    }) as unknown as Engine[K];
  return {
    openVault: (folder, configDir, { cache }) => openFolder(folder, configDir, cache ? build : undefined),
    planVaultRollup: later('planVaultRollup'),
    rollUp: later('rollUp'),
    loadVault: later('loadVault'),
    inspectVault: later('inspectVault'),
    completeAt: later('completeAt'),
    reviewVault: later('reviewVault'),
    carryOut: later('carryOut'),
    recoverJournal: later('recoverJournal'),
    openLive: later('openLive'),
    isLiveWritingPaused: later('isLiveWritingPaused'),
    removeFromVault: later('removeFromVault'),
    undoLast: later('undoLast'),
    repairEncodingInVault: later('repairEncodingInVault'),
    linkInVault: later('linkInVault'),
    makeBases: later('makeBases'),
    writeWeek: later('writeWeek'),
  };
}
