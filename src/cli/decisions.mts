/** `throughline decisions`: what was decided, the newest first. */
import { decisionsListing, filteredDecisions } from '../page/queue-listing';
import type { DecisionRow } from '../vault-index/rows';
import { askList, type AskOptions, entityNamed, entityRecord, sourceRecord } from './ask.mts';
import type { ExitStatus, Shell } from './shell.mts';

export function decisions(shell: Shell, options: AskOptions): Promise<ExitStatus> {
  const { entity: name, all } = options;
  return askList(shell, { ...options, list: 'decisions' }, async ({ listed: { rows }, rules, vault }) => {
    const entity = name === undefined ? undefined : entityNamed(name, await vault(), 'leave --entity out').id;
    return {
      listing: () => decisionsListing(rows, { entity, all }, rules),
      record: () => ({ today: rules.today, decisions: filteredDecisions(rows, { entity }).map(decisionRecord) }),
    };
  });
}

export function decisionRecord({ id, text, date, entities, sources }: DecisionRow) {
  return { id, text, date, entities: entities.map(entityRecord), sources: sources.map(sourceRecord) };
}
