/** Whose notes these seem to be: the one who was in most meetings. A question to ask, never an answer. */
import { foldName } from '../entity/fold-name';
import type { MeetingRecord } from './rows';

/** Fewer meetings say nothing. */
const FEWEST_MEETINGS = 3;

/** The name that is among the people of more than half of the meetings that name any; null where there is none. */
export function likelyMe(meetings: readonly MeetingRecord[]): string | null {
  const peopled = meetings.filter(({ names }) => names.length > 1);
  if (peopled.length < FEWEST_MEETINGS) return null;
  const counts = new Map<string, { readonly name: string; count: number }>();
  for (const { names } of peopled)
    for (const [key, name] of new Map(
      names.flatMap(({ kind, name }) => (kind === 'person' ? [[foldName(name), name]] : [])),
    )) {
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { name, count: 1 });
      else known.count += 1;
    }
  const often = [...counts.values()].filter(({ count }) => count * 2 > peopled.length);
  often.sort((a, b) => b.count - a.count);
  const [first, second] = often;
  return first === undefined || first.count === second?.count ? null : first.name;
}
