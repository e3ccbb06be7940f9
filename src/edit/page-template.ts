/**
 * The text of a new page from a person's own template, filled in as Obsidian's core Templates plugin does.
 *
 *     # {{title}}                  # Ann Lee
 *     Met {{date:D MMM YYYY}}      Met 3 Nov 2025
 *
 * Nothing in it is ever run: tokens of Templater (`<% … %>`) are left out, for that plugin may be set to run them in
 * every new file.
 */
import { type CalendarDate, weekdayDate } from '../text/calendar-date';

/** Knows a day and no time: `{{time}}` is left empty, so that a rollup is the same at any hour. */
export function fillTemplate(
  template: string,
  { title, today }: { readonly title: string; readonly today: CalendarDate },
): string {
  return withoutTokens(template).replace(
    /\{\{\s*(title|date|time)\s*(?::([^{}\n]{0,60}))?\}\}/gi,
    (_, word: string, format: string | undefined) => {
      switch (word.toLowerCase()) {
        case 'title':
          return title;
        case 'date':
          return formatted(today, format?.trim() ?? '');
        default:
          return '';
      }
    },
  );
}

/** `<% … %>` may span lines; what is never closed is no token, and its opening is parted all the same. */
function withoutTokens(template: string): string {
  let kept = '';
  let at = 0;
  for (let open = template.indexOf('<%'); open >= 0; open = template.indexOf('<%', at)) {
    const close = template.indexOf('%>', open + 2);
    kept += template.slice(at, open);
    if (close < 0) return parted(kept + template.slice(open));
    at = close + 2;
  }
  // What is left around one token may have become another.
  return parted(kept + template.slice(at));
}

function parted(text: string): string {
  return text.replace(/<(?=%)/g, '< ');
}

const TOKEN = /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|dddd|ddd|DD|D|[A-Za-z]/g;
const WEEKDAYS: Readonly<Record<string, string>> = {
  Mon: 'Monday',
  Tue: 'Tuesday',
  Wed: 'Wednesday',
  Thu: 'Thursday',
  Fri: 'Friday',
  Sat: 'Saturday',
  Sun: 'Sunday',
};
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** Moment's tokens for days, months and years; a format with any other gives `YYYY-MM-DD`. */
function formatted(date: CalendarDate, format: string): string {
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)];
  const weekday = weekdayDate(date).slice(0, 3);
  const name = MONTHS[Number(month) - 1] ?? '';
  const parts: Readonly<Record<string, string>> = {
    YYYY: year,
    YY: year.slice(2),
    MMMM: name,
    MMM: name.slice(0, 3),
    MM: month,
    M: String(Number(month)),
    dddd: WEEKDAYS[weekday] ?? weekday,
    ddd: weekday,
    DD: day,
    D: String(Number(day)),
  };
  let known = format !== '';
  const text = format.replace(TOKEN, (token: string, literal: string | undefined) => {
    if (literal !== undefined) return literal;
    const part = parts[token];
    if (part === undefined) known = false;
    return part ?? token;
  });
  return known ? text : date;
}
