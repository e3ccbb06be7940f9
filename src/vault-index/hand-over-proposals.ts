/**
 * Who has gone (`status: left`, `done` or `archived`) and is still to do something: one question a person, with the
 * lines that name them as owner.
 */
import type { CalendarDate } from '../text/calendar-date';
import type { VaultIndex } from './build-index';
import type { ProposalDraft } from './proposal';
import type { Why } from './proposal-why';

/** Of tasks that were asked for since a day (null: ever). There are no candidates: nobody is suggested. */
export function findHandOvers({ registry, tasks, memory }: VaultIndex, since: CalendarDate | null): ProposalDraft[] {
  return registry.entities.flatMap((entity): ProposalDraft[] => {
    if (entity.kind !== 'person' || entity.status === null || memory.keepsTasks(registry, entity)) return [];
    const places = tasks
      .filter(
        ({ open, private: isPrivate, owners }) => open && !isPrivate && owners.some((owner) => owner.entity === entity),
      )
      .flatMap(({ sources }) => sources)
      .filter(({ date, meeting }) => meeting?.private !== true && (since === null || (date !== null && date >= since)))
      .map(({ path, line, text, date, meeting }) => ({ path, line, text, date, meeting }));
    if (places.length === 0) return [];
    const { name, kind } = entity;
    const why: Why = { code: 'gone-with-tasks', name, status: entity.status, tasks: places.length };
    return [{ kind: 'hand-over', name, entityKind: kind, candidates: [], places, why, about: entity }];
  });
}
