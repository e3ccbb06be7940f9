/**
 * An event's id for scripts: made of what its notes are certainly known by, so that it stays when a note is renamed;
 * else of its first note's place.
 */
import { eventFileName } from '../note/event-marks';
import { textHash } from '../text/text-hash';
import { givenNote } from './update-index';
import type { VaultIndex } from './build-index';
import type { MeetingRecord } from './rows';

export function eventId({ id, date, notes }: MeetingRecord, index: VaultIndex): string {
  const marks = notes.flatMap(({ path }): readonly string[] => {
    const event = givenNote(index, path)?.event;
    if (event === undefined) return [];
    return [...event.ids, ...event.from.flatMap((file) => eventFileName(file) ?? [])];
  });
  const [first] = marks.sort();
  return first === undefined ? id : textHash(`${date ?? ''}\n${first}`);
}
