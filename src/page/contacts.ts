/** Meetings and messages apart: a mail is a contact, and nobody was met. */
import type { CalendarDate } from '../text/calendar-date';
import type { MeetingRecord } from '../vault-index/rows';

export function isMeeting({ medium }: Pick<MeetingRecord, 'medium'>): boolean {
  return medium === 'meeting';
}

export interface Contacts {
  /** Up to today, newest first. */
  readonly past: readonly MeetingRecord[];
  readonly messages: readonly MeetingRecord[];
  readonly lastMet: CalendarDate | null;
  readonly lastMessage: CalendarDate | null;
  /** The later of the two. */
  readonly lastContact: CalendarDate | null;
}

/** `events` by date. */
export function contactsOf(events: readonly MeetingRecord[], today: CalendarDate): Contacts {
  const held = events.filter(({ date }) => date !== null && date <= today).reverse();
  const past = held.filter(isMeeting);
  const messages = held.filter((event) => !isMeeting(event));
  return {
    past,
    messages,
    lastMet: past[0]?.date ?? null,
    lastMessage: messages[0]?.date ?? null,
    lastContact: held[0]?.date ?? null,
  };
}

/** `3 meetings, 5 messages`; '' for none. */
export function contactCounts(meetings: number, messages: number): string {
  return [counted(meetings, 'meeting'), counted(messages, 'message')].filter((part) => part !== '').join(', ');
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`;
}
