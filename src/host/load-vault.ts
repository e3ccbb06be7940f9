/** A vault read once, for questions that are answered from it: queues, briefs. No note is written. */
import type { VaultIndex } from '../vault-index/build-index';
import { indexAsOf, RollupMemory } from '../edit/plan-rollup';
import { runSync } from '../text/job';
import { followIn } from '../edit/page-plans';
import { pageRules } from '../edit/page-rules';
import { type NoteLinks, noteLinks } from '../page/note-link';
import type { PageRules } from '../page/page-rules';
import type { NoteRules } from '../note/note-rules';
import { keepLists, kindOfList, type ListId } from './cache/lists';
import { ifKept, Sections, stampOf } from './cache/sections';
import type { CalendarDays } from '../calendar/calendar-entries';
import type { Problem } from '../note/problems';
import { plannedMeetings, type PlannedMeeting } from '../page/calendar';
import { isIndexBehind, keepIndex, storedIndex } from './stored-index';
import { readVault } from './read-vault';
import type { RollupOptions } from './roll-up';
import type { HostError, VaultHost } from './vault-host';

export interface AskedVault {
  readonly index: VaultIndex;
  readonly noteRules: NoteRules;
  readonly rules: PageRules;
  readonly links: NoteLinks;
  /** What calendar files say of the days that were asked for; none where none were. */
  readonly planned: readonly PlannedMeeting[];
  /** Of the calendar files alone. */
  readonly calendarProblems: readonly Problem[];
  /** What could not be read for an I/O reason. */
  readonly failures: readonly HostError[];
}

export interface LoadOptions extends Pick<RollupOptions, 'settings' | 'today' | 'onProgress'> {
  /** Before anything was read, milliseconds since the epoch. */
  readonly now: number;
  /** The list that is asked for: rows of other kinds may be missing. All are there where it is not given. */
  readonly list?: ListId | undefined;
  /** The days of the calendar that are asked for; none where it is absent. */
  readonly calendar?: CalendarDays | undefined;
}

export async function loadVault(
  host: VaultHost,
  { settings, today, now, list, calendar, onProgress }: LoadOptions,
): Promise<AskedVault> {
  const reading = await readVault(host, settings, { onProgress, readsPages: false });
  const { stored } = reading;
  const input = { ...reading, settings, today };
  const memory = new RollupMemory();
  if (stored !== null)
    memory.index = await storedIndex(stored, input, {
      kinds: list === undefined ? undefined : [kindOfList(list)],
    });
  const index = runSync(indexAsOf(input, memory));
  const rules = pageRules(settings, reading.noteRules, today);
  // What a rollup kept is brought up to date; in a vault that was never rolled up nothing is begun.
  if (stored?.wasThere === true) {
    await stored.save(now);
    if (isIndexBehind(stored, reading.notes)) await keepIndex(stored, index);
    const stamp = stampOf({ listed: reading.listed, began: now, hashOf: (path) => stored.hashOf(path) });
    if (list !== undefined && stamp !== null && reading.failures.length === 0)
      await ifKept(async () => {
        const sections = await Sections.open(host, settings);
        if (sections !== null) await keepLists(sections, stamp, { index, rules, lists: [list] });
      });
  }
  const calendars =
    calendar === undefined
      ? { entries: [], problems: [] }
      : // The library for calendars is read only where one is asked for.
        await (
          await import('./read-calendars')
        ).readCalendars(host, { settings, days: calendar, isExcluded: reading.isExcluded });
  return {
    index,
    noteRules: reading.noteRules,
    rules,
    links: noteLinks(index.paths, followIn(index.registry)),
    planned: plannedMeetings(calendars.entries, index),
    calendarProblems: calendars.problems,
    failures: reading.failures,
  };
}
