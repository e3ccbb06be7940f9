/**
 * Where the program begins: help is said at once, from a text made when the program was built; everything else is read
 * when it is asked for. What this file imports is read at every start.
 */
import process from 'node:process';
import { laidOut } from './help-layout.mts';

declare const THROUGHLINE_HELP: string;
/** Columns where nobody says how many there are. */
const NO_TERMINAL = 80;

const [asked, ...others] = process.argv.slice(2);
if (others.length === 0 && (asked === '--help' || asked === '-h' || asked === 'help')) {
  const { stdout } = process;
  stdout.on(
    'error',
    (error) => void import('./output.mts').then(({ endFor }) => endFor(error, stdout, 'standard output')),
  );
  stdout.write(laidOut(THROUGHLINE_HELP, stdout.isTTY ? stdout.columns : NO_TERMINAL));
} else await import('./main.mts');
