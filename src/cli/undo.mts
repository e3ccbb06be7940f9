/** `throughline undo`: takes the last plan back, whatever command it was; each further time one plan further. */
import { format } from 'date-fns';
import type { Undone } from '../host/undo';
import { ENGLISH_ENGINE, failureRecord, skipRecord } from '../words/english';
import { say } from '../words/say';
import type { VaultOptions } from './command-options.mts';
import { openVault, reportFailures } from './open-vault.mts';
import { jsonText, printable } from '../text/printable';
import { counted, grouped, painter } from './report.mts';
import { planWords, recoverFirst } from './recover-first.mts';
import { EXIT, type ExitStatus, type Output, type Shell } from './shell.mts';

interface UndoOptions extends VaultOptions {
  readonly dryRun?: true;
  readonly redo?: true;
}

export async function undo(shell: Shell, options: UndoOptions): Promise<ExitStatus> {
  const { engine, out, now } = shell;
  const { json, dryRun, redo } = options;
  const { host } = await openVault(shell, options);
  if (!dryRun) await recoverFirst(shell, host);
  const undone = await engine.undoLast(host, { now, write: dryRun !== true, redo: redo === true });
  if (undone.outcome === 'nothing') {
    const why = say(ENGLISH_ENGINE.undoing, undone.why);
    out.write(
      json
        ? `${jsonText({ undone: null, restored: [], trashed: [], back: [], left: [], failures: [], why })}\n`
        : `${why}\n`,
    );
    return EXIT.done;
  }
  if (json) out.write(`${jsonText(undoRecord(undone))}\n`);
  else out.write(undoText(undone, { ...out, written: dryRun !== true, redo: redo === true }));
  return undone.failures.length > 0 ? reportFailures(shell, undone.failures) : EXIT.done;
}

/**
 *     Undid the rollup of 3 Nov 2025, 10:12: 14 restored, 4 to the trash.
 *       restored  People/Ann Lee.md
 *       to trash  Throughline/Follow-ups.md
 *       left      People/Bo Kim.md  The file has changed since.
 */
export function undoText(
  { plan, restored, trashed, back, left, failures }: Undone,
  { colours, written, redo }: Pick<Output, 'colours'> & { readonly written: boolean; readonly redo: boolean },
): string {
  const paint = painter(colours);
  const counts = [
    ...(restored.length > 0 ? [`${grouped(restored.length)} restored`] : []),
    ...(trashed.length > 0 ? [`${grouped(trashed.length)} to the trash`] : []),
    ...(back.length > 0 ? [`${grouped(back.length)} back from the trash`] : []),
    ...(left.length > 0 ? [`${counted(left.length, 'file')} left as ${left.length === 1 ? 'it is' : 'they are'}`] : []),
  ];
  const at = format(plan.at, 'd MMM yyyy, HH:mm');
  const name = redo ? `what was undone on ${at}` : `the ${planWords(plan.what)} of ${at}`;
  const verb = written ? (redo ? 'Redid' : 'Undid') : redo ? 'Would redo' : 'Would undo';
  const rows = (word: string, paths: readonly string[]): string[] =>
    paths.map((path) => `  ${word.padEnd(9)} ${printable(path)}`);
  return [
    paint(
      failures.length === 0
        ? `${verb} ${name}: ${counts.length > 0 ? counts.join(', ') : 'every file is already as it was'}.`
        : counts.length > 0
          ? `Only a part of ${name} was ${redo ? 'redone' : 'undone'}: ${counts.join(', ')}.`
          : `Nothing of ${name} was ${redo ? 'redone' : 'undone'}.`,
      'bold',
    ),
    ...rows('restored', restored),
    ...rows('to trash', trashed),
    ...rows('back', back),
    ...left
      .map(skipRecord)
      .map(({ path, reason }) => `  ${'left'.padEnd(9)} ${printable(path)}  ${paint(printable(reason), 'dim')}`),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function undoRecord({ plan, restored, trashed, back, left, failures }: Undone) {
  return {
    undone: { what: plan.what, at: new Date(plan.at).toISOString() },
    restored,
    trashed,
    back,
    left: left.map(skipRecord),
    failures: failures.map(failureRecord),
  };
}
