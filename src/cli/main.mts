/** The command line's program in its process: the clock, the streams, the engine. It only wires. */
import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { calendarDay } from '../text/calendar-date';
import { watchFolder } from './folder-watch.mts';
import { lazyEngine } from './lazy-engine.mts';
import { output } from './output.mts';
import { runProgram } from './program.mts';

declare const THROUGHLINE_VERSION: string;
/** Changes with any line of the program. */
declare const THROUGHLINE_BUILD: string;

async function readInput(): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString('utf8');
}

async function prompt(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

/** Where a system keeps what a program saves for itself, by its own conventions. */
function deviceFolder(): string {
  const { env, platform } = process;
  const home =
    platform === 'win32'
      ? (env['LOCALAPPDATA'] ?? path.join(homedir(), 'AppData', 'Local'))
      : (env['XDG_STATE_HOME'] ?? path.join(homedir(), '.local', 'state'));
  return path.join(home, 'throughline');
}

/** Whoever asks twice is let go at once: no second listener is in the way. */
const interrupted = (): Promise<'interrupted'> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve('interrupted'));
  });
const today = (): string => calendarDay(new Date());

process.exitCode = await runProgram({
  args: process.argv.slice(2),
  cwd: process.cwd(),
  usualVault: process.env['THROUGHLINE_VAULT'],
  deviceFolder: deviceFolder(),
  prompt: process.stdin.isTTY && process.stdout.isTTY ? prompt : null,
  today: today(),
  // To ask for it takes longer than most commands need it.
  get zone() {
    return new Intl.DateTimeFormat().resolvedOptions().timeZone;
  },
  now: Date.now(),
  clock: {
    today,
    now: () => Date.now(),
    minute: () => new Promise((resolve) => setTimeout(resolve, 60_000).unref()),
  },
  watch: watchFolder,
  get interrupted() {
    return interrupted();
  },
  version: THROUGHLINE_VERSION,
  out: output(process.stdout, 'standard output'),
  err: output(process.stderr, 'standard error'),
  readInput,
  engine: lazyEngine(THROUGHLINE_BUILD),
});
