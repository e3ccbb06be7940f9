/** When somebody was met last, for lists to choose from. A meeting after today is one to come. */
import type { Entity } from '../../entity/entity';
import type { CalendarDate } from '../../text/calendar-date';
import type { VaultIndex } from '../../vault-index/build-index';

export function lastMet({ id }: Entity, { views }: VaultIndex, today: CalendarDate): CalendarDate | null {
  return (views.get(id)?.meetings ?? []).reduce<CalendarDate | null>(
    (last, { date, medium }) =>
      medium === 'meeting' && date !== null && date <= today && (last === null || date > last) ? date : last,
    null,
  );
}
