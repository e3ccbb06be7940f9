/** Daily notes, told by their path: Obsidian's folder and format, or a file named by its date. */
import { addDays, type CalendarDate, isCalendarDate } from '../text/calendar-date';
import { MONTH_NAMES, monthOfName } from '../text/calendar-names';
import { baseName } from '../text/file-name';
import type { DayOrder } from '../text/written-dates';
import { wholeDate } from './moments';

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
 * Understands the tokens YYYY, YY, MMMM, MMM, MM, M, DD, D, Do, dddd, ddd, dd and `[text]`, months in any known
 * language, and a week's year, number and day (`gggg-[W]ww-E`, weeks from Monday); other letters stand for any word.
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
export function dailyNoteDate(
  path: string,
  { dailyNotes: daily, dayOrder }: { readonly dailyNotes: DailyNotes | null; readonly dayOrder: DayOrder | null },
): CalendarDate | null {
  const byFormat = daily?.dateOf(path) ?? null;
  if (byFormat !== null) return byFormat;
  const name = baseName(path);
  // A name of twelve digits is a note's number, not its day.
  return /^\d{12}/.test(name) ? null : (wholeDate(name, dayOrder)?.date ?? null);
}

const TOKEN =
  /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|Do|DDDD?|DD|D|dddd|ddd|dd|[gG]{4}|[wW]{1,2}|[eE]|[A-Za-z]+|[^A-Za-z[]+|\[/g;

function formatReader(format: string): (name: string) => CalendarDate | null {
  let source = '';
  const groups: Group[] = [];
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
          ? String(monthOfName(value) ?? 0)
          : group === 'year' && value.length === 2
            ? `20${value}`
            : value;
      const key = group === 'monthName' ? 'month' : group;
      const digits = normal.padStart(2, '0');
      if (read[key] !== undefined && read[key] !== digits) return null;
      read[key] = digits;
    }
    const date = `${read['year'] ?? ''}-${read['month'] ?? ''}-${read['day'] ?? ''}`;
    return isCalendarDate(date) ? date : dayOfWeek(read);
  };
}

/** The day of a week by its year, number and day: 4 January is always in the first. */
function dayOfWeek({ weekYear, week, weekday }: Readonly<Record<string, string>>): CalendarDate | null {
  if (weekYear === undefined || week === undefined || weekday === undefined) return null;
  const fourth = new Date(Number(weekYear), 0, 4);
  const count = (Number(week) - 1) * 7 + (Number(weekday) - 1) - ((fourth.getDay() + 6) % 7);
  return Number(week) < 1 || Number(week) > 53 ? null : addDays(`${weekYear}-01-04`, count);
}

type Group = 'year' | 'month' | 'monthName' | 'day' | 'weekYear' | 'week' | 'weekday';

const MONTH = `(?:${[...new Set(MONTH_NAMES.flat())].sort((a, b) => b.length - a.length).join('|')})`;

const PARTS: Readonly<
  Record<string, string | { readonly group: Group; readonly source: string; readonly behind?: string } | undefined>
> = {
  YYYY: { group: 'year', source: '\\d{4}' },
  YY: { group: 'year', source: '\\d{2}' },
  MMMM: { group: 'monthName', source: MONTH },
  MMM: { group: 'monthName', source: MONTH, behind: '\\.?' },
  gggg: { group: 'weekYear', source: '\\d{4}' },
  GGGG: { group: 'weekYear', source: '\\d{4}' },
  ww: { group: 'week', source: '\\d{2}' },
  WW: { group: 'week', source: '\\d{2}' },
  w: { group: 'week', source: '\\d{1,2}' },
  W: { group: 'week', source: '\\d{1,2}' },
  E: { group: 'weekday', source: '[1-7]' },
  e: { group: 'weekday', source: '[0-6]' },
  MM: { group: 'month', source: '\\d{2}' },
  M: { group: 'month', source: '\\d{1,2}' },
  DD: { group: 'day', source: '\\d{2}' },
  D: { group: 'day', source: '\\d{1,2}' },
  Do: { group: 'day', source: '\\d{1,2}', behind: '(?:st|nd|rd|th|er|[.ºª°])?' },
};

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
