/**
 * The calendar files of a vault, as far as they say something of some days. None is written, and nothing is fetched.
 */
import { type CalendarDays, calendarEntries } from '../calendar/calendar-entries';
import type { Problem } from '../note/problems';
import type { FiledEntry } from '../page/calendar';
import { type ExcludeRules } from '../settings/exclude';
import type { Settings } from '../settings/settings';
import { compareText } from '../text/order';
import { HostError, type VaultFile, type VaultHost } from './vault-host';

interface VaultCalendars {
  /** By day and time, then by path and line; an entry that two files have is one. */
  readonly entries: readonly FiledEntry[];
  readonly problems: readonly Problem[];
}

/** Calendars of many years are larger than notes. */
const LARGEST = 20 * 1024 * 1024;

/** Bytes that are read of all calendars together. */
const MOST = 60 * 1024 * 1024;

interface ReadCalendarsOptions {
  readonly settings: Pick<Settings, 'calendars'>;
  readonly days: CalendarDays;
  readonly isExcluded: ExcludeRules['isExcluded'];
}

export async function readCalendars(
  host: Pick<VaultHost, 'list' | 'read'>,
  { settings: { calendars }, days, isExcluded }: ReadCalendarsOptions,
): Promise<VaultCalendars> {
  if (calendars?.length === 0) return { entries: [], problems: [] };
  const { files } = await host.list();
  const problems: Problem[] = [];
  const entries: FiledEntry[] = [];
  let left = MOST;
  for (const file of chosen(files, calendars, { isExcluded, problems })) {
    const { path, size } = file;
    if (size > LARGEST || size > left) {
      problems.push({
        path,
        line: null,
        code: 'calendar-unreadable',
        cause: 'too-large',
        detail: (size / 1048576).toFixed(1),
      });
      continue;
    }
    left -= size;
    try {
      const found = calendarEntries(await host.read(path), days);
      entries.push(...found.entries.map((entry) => ({ ...entry, path })));
      problems.push(...found.problems.map((problem) => ({ ...problem, path })));
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (error.code === 'missing') continue;
      problems.push(
        error.code === 'not-utf8'
          ? { path, line: null, code: 'not-utf8' }
          : { path, line: null, code: 'unreadable', detail: error.message },
      );
    }
  }
  const seen = new Set<string>();
  return {
    entries: entries
      .sort(
        (a, b) =>
          compareText(a.date, b.date) ||
          compareText(a.time ?? '', b.time ?? '') ||
          compareText(a.path, b.path) ||
          a.line - b.line,
      )
      .filter(({ uid, date, time, title }) => {
        const key = [uid === '' ? title : uid, date, time].join('\n');
        return !seen.has(key) && seen.add(key).has(key);
      }),
    problems,
  };
}

/** Those that the setting names, in its order; else every one that is not excluded. */
function chosen(
  files: readonly VaultFile[],
  calendars: readonly string[] | null,
  { isExcluded, problems }: Pick<ReadCalendarsOptions, 'isExcluded'> & { readonly problems: Problem[] },
): readonly VaultFile[] {
  if (calendars === null) return files.filter(({ path }) => /\.ics$/i.test(path) && !isExcluded(path));
  return calendars.flatMap((given) => {
    const path = given.replace(/^\.?\//, '');
    const file = files.find((one) => one.path === path);
    if (file === undefined) problems.push({ path, line: null, code: 'calendar-missing' });
    return file ?? [];
  });
}
