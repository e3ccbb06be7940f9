/** `throughline bases`: tables of the pages for Obsidian's Bases, one file a kind. */
import { fileDiff } from '../edit/unified-diff';
import type { MadeBases } from '../host/make-bases';
import { failureRecord, skipRecord } from '../words/english';
import type { VaultOptions } from './command-options.mts';
import { openVault, reportFailures } from './open-vault.mts';
import { jsonText, printable } from '../text/printable';
import { counted, diffFor, painter, pathsOf } from './report.mts';
import { recoverFirst } from './recover-first.mts';
import { EXIT, type ExitStatus, type Output, type Shell, UsageError } from './shell.mts';

interface BasesOptions extends VaultOptions {
  readonly dryRun?: true;
  readonly diff?: true;
}

export async function bases(shell: Shell, options: BasesOptions): Promise<ExitStatus> {
  const { engine, out, now } = shell;
  const { json, diff, dryRun } = options;
  if (json && diff) throw new UsageError('--json and --diff cannot be combined; give one of them');
  const { host, settings } = await openVault(shell, options);
  const write = !(dryRun || diff);
  if (write) await recoverFirst(shell, host);
  const made = await engine.makeBases(host, { settings, now, write });
  if (json) out.write(`${jsonText(basesRecord(made))}\n`);
  else if (diff) for (const edit of made.plan.edits) out.write(diffFor(out, fileDiff(edit)));
  else out.write(basesText(made, out));
  return made.failures.length > 0 ? reportFailures(shell, made.failures) : EXIT.done;
}

function doneEdits({ plan, result }: MadeBases) {
  return result === null ? plan.edits : plan.edits.filter(({ path }) => result.written.includes(path));
}

function leftAlone({ plan, result }: MadeBases) {
  return [...plan.left, ...(result?.skipped ?? [])].map(skipRecord).map(({ path, reason }) => ({ path, why: reason }));
}

/**
 *     Made: 3 bases.
 *       created  Throughline/People.base
 */
function basesText(made: MadeBases, { colours }: Pick<Output, 'colours'>): string {
  const paint = painter(colours);
  const edits = doneEdits(made);
  const left = leftAlone(made);
  const headline =
    edits.length > 0
      ? `${made.result === null ? 'Would make' : 'Made'}: ${counted(edits.length, 'base')}.`
      : left.length > 0
        ? 'No base was created.'
        : 'Bases are up to date.';
  return [
    paint(headline, 'bold'),
    ...edits.map(({ path, before }) => `  ${before === null ? 'created' : 'changed'}  ${printable(path)}`),
    ...left.map(({ path, why }) => `  left     ${printable(path)}  ${paint(printable(why), 'dim')}`),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function basesRecord(made: MadeBases) {
  const edits = doneEdits(made);
  return {
    created: pathsOf(edits, 'created'),
    updated: pathsOf(edits, 'updated'),
    unchanged: made.plan.unchanged,
    left: leftAlone(made),
    failures: made.failures.map(failureRecord),
  };
}
