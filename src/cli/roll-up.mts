/** `throughline rollup`: brings every page up to date, or says what that would be. */
import { LIST_IDS } from '../host/cache/lists';
import { nothingToDo } from '../host/cache/up-to-date';
import type { VaultHost } from '../host/vault-host';
import { problemRecord, failureRecord, skipRecord } from '../words/english';
import { proposalRecord } from '../words/english-proposals';
import type { CommonDayOrder } from '../note/day-order';
import type { VaultOptions } from './command-options.mts';
import type { PlannedRollup, RolledUp, RunOptions } from './engine.mts';
import { openVault, reportFailures } from './open-vault.mts';
import { progressOn } from './progress.mts';
import { jsonText, printable } from '../text/printable';
import { diffFor, pathsOf, rollupReport } from './report.mts';
import { readOwnSettings, type SettingsPlace, writeOwnSettings } from './settings-file.mts';
import { recoverFirst } from './recover-first.mts';
import { EXIT, type ExitStatus, type Shell, UsageError } from './shell.mts';

interface RollupOptions extends VaultOptions {
  readonly dryRun?: true;
  readonly diff?: true;
  readonly check?: true;
  readonly watch?: true;
}

export async function rollUp(shell: Shell, options: RollupOptions): Promise<ExitStatus> {
  const { engine, out, err } = shell;
  const { dryRun, diff, check, json } = options;
  if (json && diff) throw new UsageError('--json and --diff cannot be combined; give one of them');
  if (options.watch) return watch(shell, options);
  const { root, host, settings } = await openVault(shell, options);
  const writes = !(dryRun || diff || check);
  if (writes) {
    await recoverFirst(shell, host);
    await rememberMe(shell, { root, host }, options);
  }
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
    likelyMe,
    understood,
    dayOrder,
    failures: unread,
    result,
  }: PlannedRollup & Partial<Pick<RolledUp, 'result'>> = (await asKept(host, run)) ??
  (await (
    writes ? engine.rollUp(host, { ...run, now: shell.now, lists: LIST_IDS }) : engine.planVaultRollup(host, run)
  ).finally(() => progress.end()));
  if (writes && dayOrder !== null) await rememberDayOrder({ root, host }, options, dayOrder);
  const edits = result === undefined ? plan.edits : plan.edits.filter(({ path }) => result.written.includes(path));
  const skipped = (result?.skipped ?? []).map(skipRecord);
  const failures = [...unread, ...(result?.failures ?? [])];
  if (json) {
    out.write(
      `${jsonText({
        created: pathsOf(edits, 'created'),
        updated: pathsOf(edits, 'updated'),
        unchanged: plan.unchanged + (result?.foundDone.length ?? 0),
        problems: problems.map(problemRecord),
        proposals: plan.proposals.map(proposalRecord),
        skipped,
        failures: failures.map(failureRecord),
      })}\n`,
    );
  } else if (diff) {
    const { fileDiff } = await import('../edit/unified-diff');
    for (const edit of edits) out.write(diffFor(out, fileDiff(edit)));
  } else {
    const report = {
      edits,
      wanted: plan.edits.length,
      foundDone: result?.foundDone.length ?? 0,
      skipped,
      problems,
      unchanged: plan.unchanged,
      failed: failures.length > 0,
      proposals: plan.proposals,
      meKnown: settings.me.length > 0,
      likelyMe,
      understood,
      dayOrder,
    };
    out.write(rollupReport({ ...report, done: writes ? 'written' : 'planned' }, out));
  }
  if (failures.length > 0) return reportFailures(shell, failures);
  return check && edits.length > 0 ? EXIT.changes : EXIT.done;
}

/** One note's reading never depends on another's: what the vault's dates told is a setting from now on. */
async function rememberDayOrder(
  vault: SettingsPlace,
  { config }: RollupOptions,
  { order }: CommonDayOrder,
): Promise<void> {
  if (config === undefined) await writeOwnSettings(vault, { ...(await readOwnSettings(vault.host)), dayOrder: order });
}

/** Who I am is asked for once: what `--me` said first is saved, so that a rollup without it changes no page back. */
async function rememberMe({ err }: Shell, vault: SettingsPlace, { me, config }: RollupOptions): Promise<void> {
  if (me === undefined || config !== undefined) return;
  const own = await readOwnSettings(vault.host);
  if (own['me'] !== undefined) return;
  await writeOwnSettings(vault, { ...own, me });
  if (err.terminal)
    err.write(
      `throughline: you are ${printable(me.join(', '))} from now on; \`throughline config set me\` changes it.\n`,
    );
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
        likelyMe: null,
        understood: null,
        dayOrder: null,
      };
}

async function watch(shell: Shell, options: RollupOptions): Promise<ExitStatus> {
  const { dryRun, diff, check, json, today } = options;
  if (dryRun || diff || check) throw new UsageError('--watch cannot be combined with --dry-run, --diff or --check');
  const { folder, root, host } = await openVault(shell, options);
  await recoverFirst(shell, host);
  await rememberMe(shell, { root, host }, options);
  const { watchVault } = await import('./watch.mts');
  return watchVault(shell, {
    host,
    folder,
    json: json === true,
    today,
    settings: async () => (await openVault(shell, options)).settings,
  });
}
