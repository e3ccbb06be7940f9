/** `throughline decisions`: what was decided, the newest first. */
import { decisionsListing, filteredDecisions } from '../page/queue-listing';
import type { DecisionRow } from '../vault-index/rows';
import { ask, type AskOptions, entityNamed, entityRecord, sourceRecord } from './ask.mts';
import type { ExitStatus, Shell } from './shell.mts';

export function decisions(shell: Shell, options: AskOptions): Promise<ExitStatus> {
  return ask(shell, { ...options, kinds: ['decisions'] }, (vault) => {
    const { index, rules } = vault;
    const entity =
      options.entity === undefined ? undefined : entityNamed(options.entity, vault, 'leave --entity out').id;
    return {
      listing: decisionsListing(index.decisions, { entity, all: options.all }, rules),
      record: { today: rules.today, decisions: filteredDecisions(index.decisions, { entity }).map(decisionRecord) },
    };
  });
}

export function decisionRecord({ id, text, date, entities, sources }: DecisionRow) {
  return { id, text, date, entities: entities.map(entityRecord), sources: sources.map(sourceRecord) };
}
