/** `throughline remove`: takes everything of ours out of a vault, and says what stays and why. */
import type { FileEdit } from '../edit/plan';
import { failureRecord, skipRecord, stayingRecord } from '../words/english';
import type { VaultOptions } from './command-options.mts';
import { openVault, reportFailures } from './open-vault.mts';
import { progressOn } from './progress.mts';
import { jsonText, printable } from '../text/printable';
import { counted, grouped, painter, pathsOf } from './report.mts';
import { recoverFirst } from './recover-first.mts';
import { EXIT, type ExitStatus, type Output, type Shell } from './shell.mts';

interface RemoveOptions extends VaultOptions {
  readonly dryRun?: true;
}

export async function remove(shell: Shell, options: RemoveOptions): Promise<ExitStatus> {
  const { engine, out, err, now } = shell;
  const { json, dryRun } = options;
  const { host, settings } = await openVault(shell, options);
  if (!dryRun) await recoverFirst(shell, host);
  const progress = progressOn(err);
  const removed = await engine
    .removeFromVault(host, { settings, now, write: dryRun !== true, onProgress: progress.onProgress })
    .finally(() => progress.end());
  const { result, failures } = removed;
  const stays = removed.stays.map(stayingRecord);
  const edits = result === null ? removed.edits : removed.edits.filter(({ path }) => result.written.includes(path));
  const skipped = (result?.skipped ?? []).map(skipRecord);
  if (json) {
    out.write(
      `${jsonText({
        restored: pathsOf(edits, 'updated'),
        trashed: pathsOf(edits, 'trashed'),
        stays,
        skipped,
        failures: failures.map(failureRecord),
      })}\n`,
    );
  } else out.write(removeText({ edits, skipped, stays, written: dryRun !== true, failed: failures.length > 0 }, out));
  return failures.length > 0 ? reportFailures(shell, failures) : EXIT.done;
}

interface RemoveReport {
  readonly stays: readonly { readonly path: string; readonly why: string }[];
  readonly edits: readonly FileEdit[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  readonly written: boolean;
  /** Something could not be written, or not be read. */
  readonly failed: boolean;
}

/**
 *     Removed: 14 pages as they were before, 9 to the trash.
 *       as before  People/Ann Lee.md
 *       to trash   Throughline/Follow-ups.md
 *
 *     Stays
 *       Throughline/Names.md  It holds 2 answers of yours about names.
 */
export function removeText(
  { edits, skipped, stays, written, failed }: RemoveReport,
  { colours }: Pick<Output, 'colours'>,
): string {
  const paint = painter(colours);
  const [updated, trashed] = [pathsOf(edits, 'updated'), pathsOf(edits, 'trashed')];
  const counts = [
    ...(updated.length > 0 ? [`${counted(updated.length, 'page')} without Throughline’s part`] : []),
    ...(trashed.length > 0 ? [`${grouped(trashed.length)} to the trash`] : []),
  ];
  const why = [...stays, ...skipped.map(({ path, reason }) => ({ path, why: reason }))];
  return [
    paint(
      counts.length === 0
        ? failed
          ? 'Nothing was removed.'
          : 'There is nothing to remove.'
        : `${written ? (failed ? 'Only a part was removed' : 'Removed') : 'Would remove'}: ${counts.join(', ')}.`,
      'bold',
    ),
    ...updated.map((path) => `  ${'changed'.padEnd(9)} ${printable(path)}`),
    ...trashed.map((path) => `  ${'to trash'.padEnd(9)} ${printable(path)}`),
    ...(why.length > 0 ? ['', paint('Stays', 'bold')] : []),
    ...why.map((one) => `  ${printable(one.path)}  ${paint(printable(one.why), 'dim')}`),
    ...(counts.length > 0 && written
      ? ['', '`throughline undo` restores it all. Links, completed tasks and answers you asked for are yours and stay.']
      : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
}
