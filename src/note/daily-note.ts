/** Daily notes, told by their path: Obsidian's folder and format, or a file named by its date. */
import { type CalendarDate, isCalendarDate } from '../text/calendar-date';
import { baseName } from '../text/file-name';

export interface DailyNotes {
  /** Vault folder, `''` for the root. */
  readonly folder: string;
  /** A format as Moment writes them: `YYYY-MM-DD`, `YYYY/MM/YYYY-MM-DD dddd`, `DD.MM.YYYY`, `[Day] YYYY-MM-DD`. */
  readonly format: string;
  /** The day of the daily note at `path` by folder and format, or null. */
  dateOf(path: string): CalendarDate | null;
  /**
   * The day that a text names as such a file is named, `28.10.2025`, or as the whole format writes it, `28/10/2025`; a
   * whole date or nothing.
   */
  dateNamed(text: string): CalendarDate | null;
}

/**
 * Understands the tokens YYYY, YY, MMMM, MMM, MM, M, DD, D, Do, dddd, ddd, dd and `[text]`; other letters stand for any
 * word.
 */
export function dailyNotes(folder: string, format: string): DailyNotes {
  const at = folder.replace(/^\/+|\/+$/g, '');
  const whole = format === '' ? 'YYYY-MM-DD' : format;
  const read = formatReader(whole);
  const readName = formatReader(whole.slice(whole.lastIndexOf('/') + 1));
  const prefix = at === '' ? '' : `${at}/`;
  return {
    folder: at,
    format,
    dateOf(path) {
      return path.startsWith(prefix) ? read(path.slice(prefix.length).replace(/\.md$/i, '')) : null;
    },
    dateNamed: (text) => readName(text.trim()) ?? read(text.trim()),
  };
}

/** The day of the daily note at `path`, or null where it is none. */
export function dailyNoteDate(path: string, daily: DailyNotes | null): CalendarDate | null {
  const byFormat = daily?.dateOf(path) ?? null;
  if (byFormat !== null) return byFormat;
  const name = baseName(path);
  return isCalendarDate(name) ? name : null;
}

const TOKEN = /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|Do|DDDD?|DD|D|dddd|ddd|dd|[A-Za-z]+|[^A-Za-z[]+|\[/g;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function formatReader(format: string): (name: string) => CalendarDate | null {
  let source = '';
  const groups: ('year' | 'month' | 'monthName' | 'day')[] = [];
  for (const [token, literal] of format.matchAll(TOKEN)) {
    const part = literal !== undefined ? escaped(literal) : PARTS[token];
    if (part === undefined) source += /^[A-Za-z]/.test(token) ? '[^/]{1,20}?' : escaped(token);
    else if (typeof part === 'string') source += part;
    else {
      groups.push(part.group);
      source += `(${part.source})${part.behind ?? ''}`;
    }
  }
  const pattern = new RegExp(`^${source}$`, 'iu');
  return (name) => {
    const match = name.length > 300 ? null : pattern.exec(name);
    if (match === null) return null;
    const read: Record<string, string> = {};
    for (const [index, group] of groups.entries()) {
      const value = match[index + 1] ?? '';
      // A folder and the name may both hold the year: they have to agree.
      const normal =
        group === 'monthName'
          ? String(MONTHS.indexOf(value.slice(0, 3).toLowerCase()) + 1)
          : group === 'year' && value.length === 2
            ? `20${value}`
            : value;
      const key = group === 'monthName' ? 'month' : group;
      const digits = normal.padStart(2, '0');
      if (read[key] !== undefined && read[key] !== digits) return null;
      read[key] = digits;
    }
    const date = `${read['year'] ?? ''}-${read['month'] ?? ''}-${read['day'] ?? ''}`;
    return isCalendarDate(date) ? date : null;
  };
}

const PARTS: Readonly<
  Record<
    string,
    | string
    | { readonly group: 'year' | 'month' | 'monthName' | 'day'; readonly source: string; readonly behind?: string }
    | undefined
  >
> = {
  YYYY: { group: 'year', source: '\\d{4}' },
  YY: { group: 'year', source: '\\d{2}' },
  MMMM: {
    group: 'monthName',
    source: 'january|february|march|april|may|june|july|august|september|october|november|december',
  },
  MMM: { group: 'monthName', source: MONTHS.join('|') },
  MM: { group: 'month', source: '\\d{2}' },
  M: { group: 'month', source: '\\d{1,2}' },
  DD: { group: 'day', source: '\\d{2}' },
  D: { group: 'day', source: '\\d{1,2}' },
  Do: { group: 'day', source: '\\d{1,2}', behind: '(?:st|nd|rd|th)' },
};

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
