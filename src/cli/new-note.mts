/**
 * `throughline new-note WHO`: the note of the next meeting, with its people and links to what the last one left open.
 * WHO is a name, or a part of the title, or the time, of an entry of the calendar.
 */
import { newMeetingNote, type NewMeeting } from '../edit/new-meeting';
import type { AskedVault } from '../host/load-vault';
import { HostError, type VaultHost } from '../host/vault-host';
import type { PlannedMeeting } from '../page/calendar';
import { foldWhole } from '../entity/fold-name';
import type { CalendarDate } from '../text/calendar-date';
import { daysAhead, entityNamed, reportCalendars } from './ask.mts';
import type { VaultOptions } from './command-options.mts';
import { openVault, reportFailures, reportSkips } from './open-vault.mts';
import { progressOn } from './progress.mts';
import { jsonText, printable, printableLines } from '../text/printable';
import { recoverFirst } from './recover-first.mts';
import { EXIT, type ExitStatus, type Shell, UsageError } from './shell.mts';

interface NewNoteOptions extends VaultOptions {
  readonly dryRun?: true;
}

/** Days of the calendar in which an entry is looked for. */
const DAYS_AHEAD = 7;

export async function newNote(shell: Shell, options: NewNoteOptions, who: string): Promise<ExitStatus> {
  const { engine, out, err, now } = shell;
  const { host, settings } = await openVault(shell, options);
  const today = options.today ?? shell.today;
  const progress = progressOn(err);
  const calendar = daysAhead(shell, today, DAYS_AHEAD);
  const vault = await engine
    .loadVault(host, { settings, today, now, calendar, onProgress: progress.onProgress })
    .finally(() => progress.end());
  reportCalendars(shell, vault);
  const meeting = meetingNamed(who, vault, today);
  const template = settings.meetingTemplate === null ? null : await templateAt(host, settings.meetingTemplate);
  const { path, text, carried } = newMeetingNote({ ...meeting, template }, vault);
  const write = options.dryRun !== true;
  if (write) await recoverFirst(shell, host);
  const edit = { path, before: null, after: text };
  const result = write ? await engine.carryOut(host, { edits: [edit] }, { what: 'new-note', now }) : null;
  if (options.json) out.write(`${jsonText({ path, carried, text, written: (result?.written.length ?? 0) > 0 })}\n`);
  else if (result === null) out.write(`${printable(path)}\n\n${printableLines(text)}`);
  else for (const made of result.written) out.write(`created  ${printable(made)}\n`);
  reportSkips(shell, result?.skipped ?? []);
  const failures = [...vault.failures, ...(result?.failures ?? [])];
  if (failures.length > 0) return reportFailures(shell, failures);
  return (result?.skipped ?? []).length > 0 ? EXIT.declined : EXIT.done;
}

/** An entry of today comes first, then one of the next days, then a person, project or account. */
function meetingNamed(who: string, vault: AskedVault, today: CalendarDate): NewMeeting {
  const words = foldWhole(who);
  const fits = ({ entry: { title, time } }: PlannedMeeting): boolean =>
    time === who || (words !== '' && ` ${foldWhole(title)}`.includes(` ${words}`));
  const found = vault.planned.filter(fits);
  const days = [found.filter(({ entry }) => entry.date === today), found.filter(({ entry }) => entry.date > today)];
  const [first, second] = days.find((list) => list.length > 0) ?? [];
  // The next time of a series is meant, of two that only sound alike neither.
  if (first !== undefined && (second === undefined || second.entry.uid === first.entry.uid)) return ofEntry(first);
  if (first !== undefined && second !== undefined)
    throw new UsageError(
      `"${who}" could be ${entryWords(first)} or ${entryWords(second)}; give more of the title, or the time`,
    );
  const entity = entityNamed(who, vault, 'give another name');
  return { about: [entity], date: today };
}

/** The meeting that an entry of the calendar plans. */
function ofEntry({ entry, entities, others, meeting }: PlannedMeeting): NewMeeting {
  const [note] = meeting?.notes ?? [];
  if (note !== undefined) throw new UsageError(`"${entry.title}" has its note already: ${note.path}`);
  return { about: entities, others, date: entry.date, time: entry.time, title: entry.title };
}

function entryWords({ entry: { date, time, title } }: PlannedMeeting): string {
  return `"${title}" (${[date, time].filter((part) => part !== null).join(' ')})`;
}

async function templateAt(host: VaultHost, path: string): Promise<string | null> {
  try {
    return await host.read(/\.md$/i.test(path) ? path : `${path}.md`);
  } catch (error) {
    if (error instanceof HostError && error.code === 'missing')
      throw new UsageError(`the template "${path}" is not there; change the setting meetingTemplate`);
    throw error;
  }
}
