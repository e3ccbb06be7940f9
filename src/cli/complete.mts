/** What `throughline complete` prints. */
import type { ChangedLine } from '../edit/row-plan';
import type { VaultOptions } from './command-options.mts';
import { listedTask } from './listed-rows.mts';
import { openVault, reportFailures } from './open-vault.mts';
import { refusalText } from './refusal-text.mts';
import { jsonText, printable } from '../text/printable';
import { painter } from './report.mts';
import { recoverFirst } from './recover-first.mts';
import { EXIT, type ExitStatus, type Output, type Shell, DeclinedError, UsageError } from './shell.mts';
import { locateTask } from './task-place.mts';

interface CompleteOptions extends VaultOptions {
  readonly dryRun?: true;
}

export async function completeTask(shell: Shell, options: CompleteOptions, given: string): Promise<ExitStatus> {
  const { cwd, engine, out, err, usualVault } = shell;
  const { dryRun, json } = options;
  const number = /^\d+$/.test(given) ? Number(given) : null;
  const located = number === null ? await locateTask(given, { ...options, cwd, usual: usualVault }) : null;
  const opened = located === null ? options : { ...options, folder: undefined, vault: located.vault };
  const { folder, host, settings } = await openVault(shell, opened);
  if (!dryRun) await recoverFirst(shell, host);
  const place = located?.place ?? (await listedTask(shell, { folder, host, settings, number: number ?? 0, options }));
  const acted = await engine.completeAt(host, place, {
    settings,
    today: options.today ?? shell.today,
    now: shell.now,
    write: dryRun !== true,
    recovered: true,
  });
  if (acted.outcome === 'refused') {
    const message = refusalText(acted.refusal);
    throw acted.isTask === true ? new DeclinedError(message) : new UsageError(message);
  }
  const { changes, skipped, failures } = acted;
  if (failures.length > 0) return reportFailures(shell, failures);
  const [left] = skipped;
  const [change] = changes;
  if (left !== undefined || change === undefined) {
    const refused = left?.why.code === 'refused' ? left.why.refusal : null;
    const why = refused === null ? `${place.path} has changed; ${TRY_AGAIN}` : refusalText(refused);
    err.write(`throughline: ${printable(why)}\n`);
    return EXIT.declined;
  }
  const report = { change, written: dryRun !== true };
  out.write(json ? `${jsonText(change)}\n` : completeText(report, out));
  return EXIT.done;
}

const TRY_AGAIN = 'nothing was written, look at the note and choose the line again';

interface CompleteReport {
  readonly change: ChangedLine;
  readonly written: boolean;
}

/**
 *     Changed Meetings/2025-10-28 Dana.md:12
 *       - [ ] Send pricing draft
 *     → - [x] Send pricing draft ✅ 2025-11-03
 */
function completeText(
  { change: { path, line, before, after }, written }: CompleteReport,
  { colours }: Pick<Output, 'colours'>,
): string {
  const paint = painter(colours);
  const place = printable(`${path}:${line}`);
  const unchanged = after.length === 1 && after[0] === before;
  const headline = unchanged
    ? `Nothing to change at ${place}: your Tasks settings map this status to itself.`
    : `${written ? 'Changed' : 'Would change'} ${place}`;
  return [
    paint(headline, 'bold'),
    `  ${printable(before)}`,
    ...(unchanged ? [] : after.map((one) => `→ ${paint(printable(one), 'green')}`)),
    ...(after.length === 0 ? ['→ (deleted, as 🏁 delete says)'] : []),
  ]
    .map((row) => `${row}\n`)
    .join('');
}
