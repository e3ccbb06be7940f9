/**
 * The program's help with a description a line, for whoever lays it out. Asked for when the program is built, and by no
 * program that runs.
 */
import type { Shell } from './shell.mts';
import { programOf } from './program.mts';

/** Columns in which nothing has to be broken. */
const WIDE = 10_000;

/** `width`: columns it is laid out for. */
export function helpText(width = WIDE): string {
  // No command is run, so that nothing of the shell but this is asked for.
  const shell: Pick<Shell, 'version'> = { version: '' };
  return programOf(shell as Shell, () => undefined)
    .configureOutput({ getOutHelpWidth: () => width })
    .helpInformation();
}
