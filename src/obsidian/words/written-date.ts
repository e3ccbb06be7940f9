import type { CalendarDate } from '../../text/calendar-date';

/**
 * A day as a language writes it, in the parts of `how`. A calendar day belongs to no time zone. The format is made when
 * the first day is shown: three of them take longer than all else that runs when the plugin is loaded.
 */
export function writtenIn(locale: string, how: Intl.DateTimeFormatOptions): (date: CalendarDate) => string {
  let format: Intl.DateTimeFormat | null = null;
  return (date) => {
    format ??= new Intl.DateTimeFormat(locale, { ...how, timeZone: 'UTC' });
    return format.format(new Date(`${date}T00:00:00Z`));
  };
}
