/** What an earlier run left half done is settled before a command writes, and said. */
import type { VaultHost } from '../host/vault-host';
import { failureText } from '../words/english';
import { printable } from '../text/printable';
import { counted } from './report.mts';
import type { Shell } from './shell.mts';

export async function recoverFirst({ engine, err, now }: Shell, host: VaultHost): Promise<void> {
  const { plans, failures } = await engine.recoverJournal(host, now);
  for (const { what, restored, left } of plans) {
    err.write(
      `throughline: an earlier run was interrupted during its ${planWords(what)}: ${counted(restored.length, 'file')} restored.\n`,
    );
    for (const path of left) err.write(`throughline: ${printable(path)} has changed since, so it was left alone.\n`);
  }
  for (const failure of failures) err.write(`throughline: ${printable(failureText(failure))}\n`);
}

/** A plan's name in a sentence: `the rollup`. */
export function planWords(what: string): string {
  return WORDS[what] ?? 'change';
}

const WORDS: Readonly<Record<string, string>> = {
  rollup: 'rollup',
  live: 'live update',
  link: 'linking',
  answers: 'answers',
  complete: 'task',
  edit: 'edit',
  remove: 'removal',
  'repair-encoding': 'repair of damaged text',
  'repair-block': 'repair of a page',
  adopt: 'removal of what notes say',
  bases: 'bases',
  week: 'week page',
  'new-note': 'new note',
  undo: 'undoing',
  redo: 'redoing',
};
