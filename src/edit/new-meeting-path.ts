/** Where the next meeting's note goes: next to the last one with the same people, and named as that one is. */
import type { Entity } from '../entity/entity';
import { baseName, fileWords, folderOf, foldFileName, isSafeFileName } from '../text/file-name';
import { compareText } from '../text/order';
import type { CalendarDate } from '../text/calendar-date';
import { isMeeting } from '../page/contacts';
import type { VaultIndex } from '../vault-index/build-index';
import type { MeetingRecord } from '../vault-index/rows';

interface MeetingPlace {
  readonly about: readonly Entity[];
  readonly date: CalendarDate;
  readonly time?: string | null;
  readonly title: string;
  /** The title is the meeting's own, and not its people's names. */
  readonly titled?: boolean;
}

/**
 *     Meetings/2025-10-28 Dana.md             →   Meetings/2025-11-04 Dana.md
 *     Meetings/2025-10-28 14 30 - Sync.md     →   Meetings/2025-11-04 15 00 - Sync.md
 *
 * A path where no file is, in any letter case; ` 2` is put after it for that.
 */
export function meetingPath(
  { about, date, time = null, title, titled = false }: MeetingPlace,
  { meetings: events, paths }: Pick<VaultIndex, 'meetings' | 'paths'>,
): string {
  const meetings = events.filter(isMeeting);
  const last = about.length === 0 ? null : lastOfSeries(about, meetings);
  const folder = last === null ? usualFolder(about, meetings) : folderOf(last);
  // A meeting with a name of its own is not called as the last one with these people was.
  const isAlike = last !== null && (!titled || foldFileName(last).includes(foldFileName(fileWords(title))));
  const named = isAlike ? renamed(baseName(last), date, time) : null;
  const name =
    [named, `${date} ${shortened(fileWords(title))}`].find((one) => one !== null && isSafeFileName(one)) ??
    `${date} Meeting`;
  const taken = new Set(paths.map(foldFileName));
  const at = (suffix: string): string => `${folder === '' ? '' : `${folder}/`}${name}${suffix}.md`;
  let path = at('');
  for (let count = 2; taken.has(foldFileName(path)); count++) path = at(` ${count}`);
  return path;
}

/** The newest note that is a meeting of just these, people foremost. */
function lastOfSeries(about: readonly Entity[], meetings: readonly MeetingRecord[]): string | null {
  const key = (entities: readonly Entity[]): string => {
    const people = entities.filter(({ kind }) => kind === 'person');
    return (people.length > 0 ? people : entities)
      .map(({ id }) => id)
      .sort()
      .join('\n');
  };
  const wanted = key(about);
  for (let at = meetings.length - 1; at >= 0; at--) {
    const meeting = meetings[at];
    const note = meeting?.notes[0];
    if (meeting !== undefined && note !== undefined && note.heading === null && key(meeting.entities) === wanted)
      return note.path;
  }
  return null;
}

const NAME = /^(\d{4}-\d{2}-\d{2})(?:([ T_-]+)(\d{2})([ .:h-]?)(\d{2})(?!\d))?(.*)$/;

/**
 * The name with another day, and another time where it holds one; null where it begins with none, or is nothing else.
 */
function renamed(name: string, date: CalendarDate, time: string | null): string | null {
  const match = NAME.exec(name);
  if (match === null) return null;
  const [, , gap = ' ', hour, between = ' ', , rest = ''] = match;
  if (hour === undefined) return rest.trim() === '' ? null : `${date}${rest}`;
  return time === null ? `${date}${rest}` : `${date}${gap}${time.slice(0, 2)}${between}${time.slice(3, 5)}${rest}`;
}

/** The folder of most notes of such meetings: of two people, or of more. */
function usualFolder(about: readonly Entity[], meetings: readonly MeetingRecord[]): string {
  const isGroup = (entities: readonly Entity[]): boolean => entities.filter(({ kind }) => kind === 'person').length > 1;
  const alike = meetings.filter(({ entities }) => isGroup(entities) === isGroup(about));
  const counts = new Map<string, number>();
  for (const { notes } of alike.length > 0 ? alike : meetings) {
    for (const { path, heading } of notes)
      if (heading === null) counts.set(folderOf(path), (counts.get(folderOf(path)) ?? 0) + 1);
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || compareText(a, b))[0]?.[0] ?? 'Meetings';
}

function shortened(words: string): string {
  return Array.from(words)
    .slice(0, 80)
    .join('')
    .replace(/[. ]+$/, '');
}
