/** `throughline rollup`: brings every page up to date, or says what that would be. */
import { nothingToDo } from '../host/up-to-date';
import type { VaultHost } from '../host/vault-host';
import { toldProblem } from '../words/english';
import type { VaultOptions } from './command-options.mts';
import type { PlannedRollup, RolledUp, RunOptions } from './engine.mts';
import { openVault, reportFailures } from './open-vault.mts';
import { progressOn } from './progress.mts';
import { diffFor, pathsOf, rollupReport } from './report.mts';
import { settleFirst } from './settle.mts';
import { EXIT, type ExitStatus, type Shell, UsageError } from './shell.mts';
import { findVault } from './vault-path.mts';

export interface RollupOptions extends VaultOptions {
  readonly dryRun?: true;
  readonly diff?: true;
  readonly check?: true;
  readonly watch?: true;
}

export async function rollUp(
  shell: Shell,
  options: RollupOptions,
  positional: string | undefined,
): Promise<ExitStatus> {
  const { engine, out, err } = shell;
  const { dryRun, diff, check, json } = options;
  if (json && diff) throw new UsageError('--json and --diff each want the output for themselves; give one of them');
  if (options.watch) return watch(shell, options, positional);
  const { host, settings } = await openVault(shell, options, positional);
  const writes = !(dryRun || diff || check);
  if (writes) await settleFirst(shell, host);
  const progress = progressOn(err);
  const run = {
    settings,
    today: options.today ?? shell.today,
    onProgress: progress.onProgress,
    asOnPages: check === true && options.today === undefined,
  };
  const {
    plan,
    problems,
    failures: unread,
    result,
  }: PlannedRollup & Partial<Pick<RolledUp, 'result'>> = (await asKept(host, run)) ??
  (await (writes ? engine.rollUp(host, { ...run, now: shell.now }) : engine.planVaultRollup(host, run)).finally(() => {
    progress.end();
  }));
  const edits = result === undefined ? plan.edits : plan.edits.filter(({ path }) => result.written.includes(path));
  const skipped = result?.skipped ?? [];
  const failures = [...unread, ...(result?.failures ?? [])];
  if (json) {
    out.write(
      `${JSON.stringify({
        created: pathsOf(edits, 'created'),
        updated: pathsOf(edits, 'updated'),
        unchanged: plan.unchanged,
        problems: problems.map(toldProblem),
        proposals: plan.proposals,
        skipped,
        failures: failures.map(({ path, code, message }) => ({ path, code, message })),
      })}\n`,
    );
  } else if (diff) {
    const { fileDiff } = await import('../edit/unified-diff');
    for (const edit of edits) out.write(diffFor(out, fileDiff(edit)));
  } else {
    const report = {
      edits,
      wanted: plan.edits.length,
      skipped,
      problems,
      unchanged: plan.unchanged,
      proposals: plan.proposals,
      meKnown: settings.me.length > 0,
    };
    out.write(rollupReport({ ...report, done: writes ? 'written' : 'planned' }, out));
  }
  if (failures.length > 0) return reportFailures(shell, failures);
  return check && edits.length > 0 ? EXIT.changes : EXIT.done;
}

/**
 * What was kept of the last rollup says so where there is surely nothing to do: then no note is read, nor the engine.
 */
async function asKept(host: VaultHost, asked: RunOptions): Promise<PlannedRollup | null> {
  const kept = await nothingToDo(host, asked);
  return kept === null
    ? null
    : {
        plan: { edits: [], unchanged: kept.unchanged, proposals: kept.proposals },
        problems: kept.problems,
        failures: [],
        today: kept.today,
      };
}

async function watch(shell: Shell, options: RollupOptions, positional: string | undefined): Promise<ExitStatus> {
  const { dryRun, diff, check, json, today, vault, configDir } = options;
  if (dryRun || diff || check) throw new UsageError('--watch writes, so it goes without --dry-run, --diff and --check');
  const folder = await findVault({ positional, option: vault, cwd: shell.cwd, configDir });
  const { host } = await openVault(shell, options, positional);
  await settleFirst(shell, host);
  const { watchVault } = await import('./watch.mts');
  return watchVault(shell, {
    host,
    folder,
    json: json === true,
    today,
    settings: async () => (await openVault(shell, options, positional)).settings,
  });
}
