/** What `throughline complete` prints. */
import type { TaskChange } from '../edit/complete-task';
import type { VaultOptions } from './commands.mts';
import { openVault } from './open-vault.mts';
import { painter, printable } from './report.mts';
import { settleFirst } from './settle.mts';
import { EXIT, type ExitStatus, type Output, type Shell, UsageError } from './shell.mts';
import { locateTask } from './task-place.mts';

export interface CompleteOptions extends VaultOptions {
  readonly dryRun?: true;
}

export async function completeTask(shell: Shell, options: CompleteOptions, given: string): Promise<ExitStatus> {
  const { cwd, engine, out, err } = shell;
  const { dryRun, json, vault: option, configDir } = options;
  const { vault, place } = await locateTask(given, { option, cwd, configDir });
  const { host, settings } = await openVault(shell, { ...options, vault }, undefined);
  if (!dryRun) await settleFirst(shell, host);
  const outcome = await engine.completeInVault(host, place, {
    settings,
    today: options.today ?? shell.today,
    now: shell.now,
    write: dryRun !== true,
  });
  if (outcome.outcome === 'no-task') throw new UsageError(`${outcome.why}; ${outcome.wayOut}`);
  if (outcome.outcome === 'left-alone') {
    err.write(`throughline: ${printable(`${outcome.why}; ${outcome.wayOut}`)}\n`);
    return EXIT.failure;
  }
  const report = { path: place.path, change: outcome, written: dryRun !== true };
  out.write(json ? `${JSON.stringify(completeRecord(report))}\n` : completeText(report, out));
  return EXIT.done;
}

export interface CompleteReport {
  readonly path: string;
  readonly change: TaskChange;
  readonly written: boolean;
}

/**
 *     Changed Meetings/2025-10-28 Dana.md:12
 *       - [ ] Send pricing draft
 *     → - [x] Send pricing draft ✅ 2025-11-03
 */
export function completeText(
  { path, change: { line, before, after }, written }: CompleteReport,
  { colours }: Pick<Output, 'colours'>,
): string {
  const paint = painter(colours);
  const place = printable(`${path}:${line}`);
  const unchanged = after.length === 1 && after[0] === before;
  const headline = unchanged
    ? `Nothing to change at ${place}: the Tasks settings lead from its status to itself.`
    : `${written ? 'Changed' : 'Would change'} ${place}`;
  return [
    paint(headline, 'bold'),
    `  ${printable(before)}`,
    ...(unchanged ? [] : after.map((one) => `→ ${paint(printable(one), 'green')}`)),
    ...(after.length === 0 ? ['→ (the line goes, as its 🏁 delete says)'] : []),
  ]
    .map((row) => `${row}\n`)
    .join('');
}

/** The record of `--json`; lines are without their line ends. */
export function completeRecord({ path, change: { line, before, after } }: Omit<CompleteReport, 'written'>) {
  return { path, line, before, after };
}
