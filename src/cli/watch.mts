/**
 * `throughline rollup --watch`: rolls up, and again whenever notes, settings or the day changed, until it is stopped.
 * After the first time an edit costs what it concerns. Another program's undo is respected: nothing is written until
 * somebody rolls up.
 *
 *     Rolled up: 3 new, 14 changed, 2 unchanged.
 *     Watching for changes; Ctrl+C ends it.
 *     14:03  changed People/Dana Fox.md
 */
import { format } from 'date-fns';
import type { CalendarDate } from '../text/calendar-date';
import type { Settings } from '../settings/settings';
import { RULE_FILES } from '../host/rule-files';
import { HostError, type VaultHost } from '../host/vault-host';
import { failureText, problemRecord, skipRecord } from '../words/english';
import { jsonText, printable } from '../text/printable';
import { changeOf, painter, rollupReport, type RollupReport } from './report.mts';
import { isEmpty } from './vault-path.mts';
import { EXIT, type ExitStatus, type Shell, UsageError } from './shell.mts';

interface WatchOptions {
  readonly host: VaultHost;
  readonly folder: string;
  readonly json: boolean;
  /** A day that was given; else the calendar's. */
  readonly today: CalendarDate | undefined;
  /** Read again whenever their file changed. Throws a UsageError where they cannot be used. */
  readonly settings: () => Promise<Settings>;
}

/** Files of the configuration folder that decide how notes are read. */
export const CONFIG_FILES = ['plugins/throughline/data.json', ...Object.values(RULE_FILES)];

export async function watchVault(
  shell: Shell,
  { host, folder, json, today, settings: load }: WatchOptions,
): Promise<ExitStatus> {
  const { engine, out, err, clock } = shell;
  let settings = await load();
  let live = await engine.openLive(host, settings);
  let status: ExitStatus = EXIT.done;
  let told: ReadonlySet<string> = new Set();
  const complain = (failures: readonly HostError[]): void => {
    // What fails each time is said once.
    const messages = new Set(failures.map(failureText));
    for (const message of messages) if (!told.has(message)) err.write(`throughline: ${printable(message)}\n`);
    told = messages;
    if (failures.length > 0) status = EXIT.failure;
  };
  const day = (): CalendarDate => today ?? clock.today();
  const { interrupted } = shell;
  const watch = await shell.watch(folder, {
    configDir: host.configDir,
    configFiles: CONFIG_FILES,
    onError: (error) => complain([error]),
  });
  try {
    // What changed while the watch was set up.
    await live.refresh();
    for (let first = true; ; first = false) {
      const rolledUp = day();
      const plan = await live.plan(rolledUp);
      const paused = !first && plan.edits.length > 0 && (await engine.isLiveWritingPaused(host.state));
      if (paused) {
        err.write('throughline: paused after an undo; run `throughline rollup` to resume.\n');
      } else {
        const { written, foundDone, skipped, failures } = await engine.carryOut(host, plan, {
          what: first ? 'rollup' : 'live',
          now: clock.now(),
        });
        const edits = plan.edits.filter(({ path }) => written.includes(path));
        const report: RollupReport = {
          done: 'written',
          edits,
          wanted: plan.edits.length,
          foundDone: foundDone.length,
          skipped: skipped.map(skipRecord),
          unchanged: plan.unchanged,
          failed: plan.failures.length + failures.length > 0,
          problems: plan.problems,
          proposals: [],
          meKnown: settings.me.length > 0,
          likelyMe: null,
          understood: null,
          dayOrder: null,
        };
        if (json)
          out.write(
            `${jsonText({ at: new Date(clock.now()).toISOString(), created: pathsBy(report, 'created'), updated: pathsBy(report, 'updated'), problems: plan.problems.map(problemRecord) })}\n`,
          );
        else if (first) out.write(`${rollupReport(report, out)}\nWatching for changes; Ctrl+C ends it.\n`);
        else
          for (const edit of edits)
            out.write(row(edit.path, changeOf(edit) === 'created' ? 'new' : 'changed', clock.now(), out.colours));
        complain([...plan.failures, ...failures]);
      }
      const woken = await Promise.race([watch.next(), interrupted, untilAnother(day, rolledUp, clock)]);
      if (woken === 'interrupted') return status;
      // First: of a vault that went, or was emptied, nothing else is asked.
      await live.refresh();
      if (await isEmpty(folder)) throw new HostError('missing', '', '', undefined, 'vault-empty');
      if (woken !== 'another day' && [...woken].some((path) => path.startsWith(`${host.configDir}/`))) {
        const changed = await reload(load, settings, err);
        if (changed !== settings) {
          settings = changed;
          live = await engine.openLive(host, settings);
          await live.refresh();
        }
      }
    }
  } finally {
    await watch.close();
  }
}

/** Settings that cannot be used are reported; the ones before hold until they are fixed. */
async function reload(load: () => Promise<Settings>, before: Settings, err: Shell['err']): Promise<Settings> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    err.write(`throughline: ${printable(error.message)}; the previous settings stay in use.\n`);
    return before;
  }
}

async function untilAnother(
  day: () => CalendarDate,
  before: CalendarDate,
  clock: Shell['clock'],
): Promise<'another day'> {
  while (day() === before) await clock.minute();
  return 'another day';
}

function pathsBy({ edits }: RollupReport, change: 'created' | 'updated'): string[] {
  return edits.filter((edit) => changeOf(edit) === change).map(({ path }) => path);
}

function row(path: string, word: string, now: number, colours: boolean): string {
  const paint = painter(colours);
  return `${paint(format(now, 'HH:mm'), 'dim')}  ${paint(word.padEnd(8), word === 'new' ? 'green' : 'yellow')}${printable(path)}\n`;
}
