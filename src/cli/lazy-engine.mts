/**
 * The engine, read when a command first asks for it: help, a wrong option or a vault that is not there are answered
 * without.
 */
import type { Engine } from './engine.mts';

type Asked = Exclude<keyof Engine, 'openVault'>;

/** `build`: part of the cache's key. A cache written by another build is ignored. */
export function lazyEngine(build: string): Engine {
  let loading: Promise<{ readonly engine: Omit<Engine, 'openVault'> }> | null = null;
  const later = <K extends Asked>(name: K): Engine[K] =>
    (async (...given: readonly unknown[]) => {
      const { engine } = await (loading ??= import('./whole-engine.mts'));
      return (engine[name] as (...all: readonly unknown[]) => unknown)(...given);
    }) as unknown as Engine[K];
  return {
    openVault: async (folder, configDir, { cache }) =>
      (await import('./folder-host.mts')).openFolder(folder, configDir, cache ? build : undefined),
    planVaultRollup: later('planVaultRollup'),
    rollUp: later('rollUp'),
    loadVault: later('loadVault'),
    inspectVault: later('inspectVault'),
    completeAt: later('completeAt'),
    actOnRows: later('actOnRows'),
    reviewVault: later('reviewVault'),
    carryOut: later('carryOut'),
    recoverJournal: later('recoverJournal'),
    openLive: later('openLive'),
    isLiveWritingPaused: later('isLiveWritingPaused'),
    removeFromVault: later('removeFromVault'),
    undoLast: later('undoLast'),
    adoptableInVault: later('adoptableInVault'),
    repairEncodingInVault: later('repairEncodingInVault'),
    linkInVault: later('linkInVault'),
    makeBases: later('makeBases'),
    writeWeek: later('writeWeek'),
  };
}
