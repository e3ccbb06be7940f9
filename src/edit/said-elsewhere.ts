/**
 * What a note says apart from the lines that an edit is meant to change: the same before and after, or it is refused.
 */
import { LINE_KINDS } from '../note/line-kinds';
import type { Item, Note } from '../note/note';

/** Equal texts where the notes say the same, wherever their lines are now. `isMeant`: items that may differ. */
export function saidElsewhere(note: Note, isMeant: (item: Item) => boolean): string {
  const { kind, date, meetings } = note;
  const others = LINE_KINDS.map((of) => {
    const items: readonly Item[] = note[of];
    return items
      .filter((item) => !isMeant(item))
      .map((item) => ({
        ...item,
        line: 0,
        names: item.names.map(({ text, target }) => [text, target]),
        ...('owners' in item ? { owners: null, candidates: null } : {}),
      }));
  });
  return JSON.stringify([
    kind,
    date,
    others,
    meetings.map(({ title, summary, nextMeeting }) => [title, summary, nextMeeting]),
  ]);
}
