/**
 * A project that is done, or an account or project that was archived, and still has open tasks: one question each,
 * whether to cancel them.
 */
import type { CalendarDate } from '../text/calendar-date';
import { PERSON } from '../entity/person-name';
import type { VaultIndex } from './build-index';
import type { ProposalDraft } from './proposal';

/** Of tasks asked for since a day (null: ever) that concern it and nothing else of that kind. */
export function findClosings({ registry, tasks, memory }: VaultIndex, since: CalendarDate | null): ProposalDraft[] {
  return registry.entities.flatMap((entity): ProposalDraft[] => {
    if (entity.kind === PERSON || entity.status === null || memory.keepsTasks(registry, entity)) return [];
    const rows = tasks.filter(
      ({ open, private: isPrivate, entities }) =>
        open &&
        !isPrivate &&
        entities.some((one) => one === entity) &&
        entities.every((one) => one === entity || one.kind === PERSON),
    );
    const recent = rows.filter(({ asked }) => since === null || (asked[asked.length - 1] ?? '') >= since);
    const places = recent
      .flatMap(({ sources }) => sources)
      .map(({ path, line, text, date, meeting }) => ({ path, line, text, date, meeting }));
    if (places.length === 0) return [];
    return [
      {
        kind: 'close',
        name: entity.name,
        entityKind: entity.kind,
        candidates: [],
        places,
        count: recent.length,
        why: { code: 'closed-with-tasks', name: entity.name, status: entity.status, tasks: recent.length },
        about: entity,
      },
    ];
  });
}
