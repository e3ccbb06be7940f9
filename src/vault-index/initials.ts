/**
 * Minutes name people by their initials: `SC to ask the mill` is Sara Cole's, where she alone of those there has them.
 */
import { foldName } from '../entity/fold-name';
import { PERSON } from '../note/kinds';
import type { KindName, Note } from '../note/note';
import { derived } from '../text/memoize';

/** Initials to the one person they mean: those named in a note's meetings, as written. */
export const initialsOf = derived(({ meetings }: Note): ReadonlyMap<string, KindName> => {
  const found = new Map<string, KindName>();
  const several = new Set<string>();
  for (const name of meetings.flatMap(({ names }) => names)) {
    const parts = name.kind === PERSON ? name.text.split(/[\s-]+/).filter((part) => /^\p{L}/u.test(part)) : [];
    const initials = parts.map((part) => part.charAt(0)).join('');
    if (parts.length < 2 || parts.length > 3 || NO_INITIALS.has(initials.toUpperCase())) continue;
    const known = found.get(initials);
    if (known !== undefined && foldName(known.text) !== foldName(name.text)) several.add(initials);
    found.set(initials, name);
  }
  for (const initials of several) found.delete(initials);
  return found;
});

/** Short for other things more often than for somebody. */
const NO_INITIALS: ReadonlySet<string> = new Set(
  'AI,API,AM,AR,BI,CD,CI,CTO,CEO,CFO,DB,DM,EOD,ETA,FAQ,HR,ID,IP,IT,ML,OK,OS,PC,PM,PO,PR,QA,RFC,SDK,TBD,UI,UK,US,UX,VM,VP,WG'.split(
    ',',
  ),
);
