/** What Obsidian's own command line can ask of the running app: `obsidian throughline:rollup`, `obsidian throughline:queue`. */
import type { CliData, Plugin } from 'obsidian';
import { QUEUES, queueRows } from '../edit/queue-rows';
import type { LiveStore } from './live-store';
import type { PluginSettings } from './plugin-settings';
import type { RollUpCommand } from './roll-up-command';
import { inWords } from './roll-up-words';

export interface CliParts {
  readonly rollUp: RollUpCommand;
  readonly store: LiveStore;
  readonly settings: PluginSettings;
}

/** Does nothing in an app that has no such command line. */
export function registerCliHandlers(plugin: Plugin, { rollUp, store, settings }: CliParts): void {
  if (typeof plugin.registerCliHandler !== 'function') return;
  plugin.registerCliHandler('throughline:rollup', 'Roll up the vault and say what changed', {
    'dry-run': { description: 'Say what would change and write nothing' },
  }, (params) => rollUp.answer({ dryRun: isSet(params, 'dry-run') }));
  plugin.registerCliHandler('throughline:queue', 'Print a queue as Markdown', {
    name: { value: '<queue>', description: `${QUEUES.join(', ')} (default: follow-ups)` },
  }, async (params) => {
    const asked = params['name'] ?? 'follow-ups';
    const queue = QUEUES.find((name) => name === asked);
    if (queue === undefined) return `There is no queue “${asked}”; there are: ${QUEUES.join(', ')}.`;
    try {
      const { index, noteRules, today } = await store.current();
      return queueRows(queue, index, { settings: settings.current, noteRules, today }).join('\n');
    } catch (error) {
      return `The vault could not be read: ${inWords(error)}`;
    }
  });
}

function isSet(params: CliData, flag: string): boolean {
  return params[flag] !== undefined && params[flag] !== 'false';
}
