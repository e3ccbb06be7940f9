/**
 * Owners without a page, named by a person who asks as a task names them: by the whole name, else by what shortens it.
 */
import { foldName } from '../entity/fold-name';
import { shortens } from '../entity/person-name';
import { compareText } from '../text/order';
import type { TaskRow } from './rows';

/** Their names as the rows have them, one spelling each, sorted; several where a first name is several people's. */
export function ownersCalled(tasks: readonly TaskRow[], given: string): readonly string[] {
  const asked = foldName(given);
  if (asked === '') return [];
  const names = new Map<string, string>();
  for (const { owners } of tasks) {
    for (const { entity, me, name } of owners) {
      const folded = foldName(name);
      const known = names.get(folded);
      if (entity === null && !me && (known === undefined || compareText(name, known) < 0)) names.set(folded, name);
    }
  }
  const whole = names.get(asked);
  if (whole !== undefined) return [whole];
  return [...names]
    .filter(([folded]) => shortens(asked.split(' '), folded.split(' ')))
    .map(([, name]) => name)
    .sort(compareText);
}
