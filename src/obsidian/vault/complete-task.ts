/** Ticks a task at its source, from wherever it is shown: by the Tasks plugin's own toggle where that plugin runs. */
import type { App } from 'obsidian';
import type { TaskPlace } from '../../edit/complete-task';
import { completeInVault, type CompleteOptions } from '../../host/complete-task';
import type { VaultHost } from '../../host/vault-host';
import { toggledByTasks } from './tasks-plugin';

export function completeInApp(
  app: App,
  host: VaultHost,
  place: TaskPlace,
  options: Omit<CompleteOptions, 'toggleLine'>,
): ReturnType<typeof completeInVault> {
  return completeInVault(host, place, { ...options, toggleLine: (line, path) => toggledByTasks(app, line, path) });
}
