/** `throughline repair-encoding`: shows which lines are damaged and what was meant, and fixes them. */
import { fileDiff } from '../edit/unified-diff';
import type { EncodingRepairs } from '../host/repair-encoding';
import type { FixedLine } from '../edit/repair-encoding';
import { failureRecord, skipRecord } from '../words/english';
import type { VaultOptions } from './command-options.mts';
import { openVault, reportFailures, reportSkips } from './open-vault.mts';
import { progressOn } from './progress.mts';
import { jsonText, printable } from '../text/printable';
import { counted, diffFor, type Paint, painter } from './report.mts';
import { EXIT, type ExitStatus, type Output, type Shell, UsageError } from './shell.mts';

interface RepairEncodingOptions extends VaultOptions {
  readonly write?: true;
  readonly diff?: true;
}

export async function repairEncoding(shell: Shell, options: RepairEncodingOptions): Promise<ExitStatus> {
  const { engine, out, err } = shell;
  const { json, diff, write } = options;
  if (json && diff) throw new UsageError('--json and --diff cannot be combined; give one of them');
  const { host, settings } = await openVault(shell, options);
  const progress = progressOn(err);
  const found = await engine
    .repairEncodingInVault(host, { settings, write: write === true, now: shell.now, onProgress: progress.onProgress })
    .finally(() => progress.end());
  if (json) out.write(`${jsonText(repairRecord(found))}\n`);
  else if (diff) for (const { edit } of found.repairs) out.write(diffFor(out, fileDiff(edit)));
  else out.write(repairText(found, out));
  const skipped = found.result?.skipped ?? [];
  reportSkips(shell, skipped);
  const failures = [...found.failures, ...(found.result?.failures ?? [])];
  if (failures.length > 0) return reportFailures(shell, failures);
  return skipped.length > 0 ? EXIT.failure : EXIT.done;
}

/** Of each note; `--diff` and `--json` have them all. */
const LISTED_LINES = 5;
const LONGEST_SHOWN = 160;

/**
 *     2 lines of 1 note are damaged; --write fixes them
 *
 *     Meetings/2025-10-28 Dana.md
 *         12  - [ ] Send pricing draft â« ðŸ“… 2025-10-31
 *           → - [ ] Send pricing draft ⏫ 📅 2025-10-31  (bytes were lost: the most usual sign)
 */
function repairText({ repairs, left, result }: EncodingRepairs, { colours }: Pick<Output, 'colours'>): string {
  const paint = painter(colours);
  const shown = result === null ? repairs : repairs.filter(({ path }) => result.written.includes(path));
  const lines = shown.reduce((sum, one) => sum + one.lines.length, 0);
  const notes = counted(shown.length, 'note');
  const headline =
    repairs.length === 0
      ? 'No note is damaged.'
      : result === null
        ? `${counted(lines, 'line')} of ${notes} ${lines === 1 ? 'is' : 'are'} damaged; --write fixes ${lines === 1 ? 'it' : 'them'}`
        : lines === 0
          ? 'Nothing was fixed.'
          : `Fixed ${counted(lines, 'line')} of ${notes}; \`throughline undo\` reverts that`;
  return [
    paint(headline, 'bold'),
    ...shown.flatMap(({ path, lines: own }) => [
      '',
      paint(printable(path), 'bold'),
      ...own.slice(0, LISTED_LINES).flatMap((line) => lineRows(line, paint)),
      ...(own.length > LISTED_LINES
        ? [`      … and ${counted(own.length - LISTED_LINES, 'more line')}; --diff shows them all`]
        : []),
    ]),
    ...(left.length > 0
      ? [
          '',
          `Damaged too, and left alone (excluded, marked \`throughline: false\`, or a conflicted copy): ${left.map(printable).join(', ')}`,
        ]
      : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function lineRows({ line, before, after, certain }: FixedLine, paint: Paint): string[] {
  return [
    `  ${paint(String(line).padStart(4), 'dim')}  ${short(before)}`,
    `     → ${paint(short(after), 'green')}${certain ? '' : paint('  (bytes were lost: the most usual sign)', 'dim')}`,
  ];
}

function short(text: string): string {
  const characters = Array.from(printable(text));
  return characters.length > LONGEST_SHOWN ? `${characters.slice(0, LONGEST_SHOWN).join('')}…` : characters.join('');
}

/** The record of `--json`. */
function repairRecord({ repairs, left, result, failures }: EncodingRepairs) {
  return {
    notes: repairs.map(({ path, lines }) => ({ path, lines, written: result?.written.includes(path) ?? false })),
    left,
    skipped: (result?.skipped ?? []).map(skipRecord),
    failures: [...failures, ...(result?.failures ?? [])].map(failureRecord),
  };
}
