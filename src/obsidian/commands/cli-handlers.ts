/**
 * What Obsidian's own command line can ask of the running app: `obsidian throughline:rollup`, `throughline:queue`,
 * `throughline:brief`.
 */
import type { CliData, Plugin } from 'obsidian';
import { QUEUES, queueRows } from '../../edit/queue-rows';
import { followIn } from '../../edit/page-plans';
import { pageRules } from '../../edit/page-rules';
import { findEntity } from '../../entity/find-entity';
import { entityBrief } from '../../page/brief';
import { briefListing } from '../../page/brief-words';
import { listingMarkdown } from '../../page/listing';
import { noteLinks } from '../../page/note-link';
import type { LiveStore } from '../vault/live-store';
import type { PluginSettings } from '../vault/plugin-settings';
import type { RollUpCommand } from './roll-up-command';
import { messageOf } from '../../text/message-of';

interface CliParts {
  readonly rollUp: RollUpCommand;
  readonly store: LiveStore;
  readonly settings: PluginSettings;
}

/** Does nothing in an app that has no such command line. */
export function registerCliHandlers(plugin: Plugin, { rollUp, store, settings }: CliParts): void {
  if (typeof plugin.registerCliHandler !== 'function') return;
  try {
    registerAll(plugin, { rollUp, store, settings });
  } catch (error) {
    // The app throws where it still has a command of that name from an earlier load. Everything else must load.
    console.debug('Throughline: its commands are not in the app’s command line.', error);
  }
}

function registerAll(plugin: Plugin, { rollUp, store, settings }: CliParts): void {
  plugin.registerCliHandler(
    'throughline:rollup',
    'Roll up the vault and say what changed',
    {
      'dry-run': { description: 'Say what would change and write nothing' },
    },
    (params) => rollUp.answer({ dryRun: isSet(params, 'dry-run') }),
  );
  plugin.registerCliHandler(
    'throughline:queue',
    'Print a queue as Markdown',
    {
      name: { value: '<queue>', description: `${QUEUES.join(', ')} (default: follow-ups)` },
    },
    async (params) => {
      const asked = params['name'] ?? 'follow-ups';
      const queue = QUEUES.find((name) => name === asked);
      if (queue === undefined) return `There is no queue “${asked}”; there are: ${QUEUES.join(', ')}.`;
      try {
        const { index, noteRules, today } = await store.current();
        return queueRows(queue, index, { settings: settings.current, noteRules, today }).join('\n');
      } catch (error) {
        return `The vault could not be read: ${messageOf(error)}`;
      }
    },
  );
  plugin.registerCliHandler(
    'throughline:brief',
    'Print the brief for a person, project or account as Markdown',
    {
      name: { value: '<name>', description: 'the name, or the path of the page', required: true },
    },
    async (params) => {
      const name = params['name'] ?? '';
      try {
        const known = await store.current();
        const { index, noteRules, today } = known;
        const found = findEntity(index.registry, name);
        if (found.is === 'me') return 'That is you; see throughline:queue for what you owe.';
        if (found.is === 'several')
          return `“${name}” could be ${found.candidates.map(({ page, name: one }) => page ?? one).join(' or ')}.`;
        if (found.is === 'none')
          return `Nobody is called “${name}”${found.nearly.length === 0 ? '' : `; there is ${found.nearly.map(({ name: one }) => one).join(', ')}`}.`;
        const how = {
          rules: pageRules(settings.current, noteRules, today),
          links: noteLinks(index.paths, followIn(index.registry)),
        };
        return listingMarkdown(briefListing(entityBrief(found.entity, index, how), how), { links: how.links, today });
      } catch (error) {
        return `The vault could not be read: ${messageOf(error)}`;
      }
    },
  );
}

function isSet(params: CliData, flag: string): boolean {
  return params[flag] !== undefined && params[flag] !== 'false';
}
