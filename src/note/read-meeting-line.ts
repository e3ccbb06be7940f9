/** Lines that say something about the meeting itself: who was there, when the next one is. */
import type { BodyReading } from './body-reading';
import { namesOfField, nextMeetingOf } from './meeting';
import { momentIn } from './moments';
import type { Scope } from './scopes';

/** True when that is all the line says. */
export function readMeetingLine(
  reading: BodyReading,
  words: string,
  line: number,
  { scope, quoted }: { readonly scope: Scope; readonly quoted: boolean },
): boolean {
  const meeting = reading.draft;
  if (meeting === null) return false;
  if (quoted || scope.section === 'next-meeting') {
    const next = scope.section === 'next-meeting' ? (momentIn(words)?.date ?? null) : nextMeetingOf(words);
    meeting.nextMeeting ??= next;
    if (next !== null) return true;
  }
  const names = scope.section === null ? namesOfField(words, line, reading.input.rules) : null;
  if (names === null) return false;
  meeting.names.push(
    ...names.filter((name) => !meeting.names.some(({ text, target }) => text === name.text && target === name.target)),
  );
  return true;
}
