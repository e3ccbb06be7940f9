// Shows what Throughline does: copies the sample vault, brings the copy's pages up to date for the next day, and asks
// for a brief and the follow-ups.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const root = path.join(import.meta.dirname, '..');
const VAULT = 'scratch/vault';
const TODAY = '2025-11-04';
const say = (text = '') => process.stdout.write(`${text}\n`);

process.chdir(root);
if (!existsSync('seeds') || readdirSync('seeds').length === 0) {
  process.stderr.write('start: the sample vault seeds/ is missing; check the repository out again\n');
  process.exit(2);
}
rmSync(VAULT, { recursive: true, force: true });
mkdirSync(VAULT, { recursive: true });
cpSync('seeds', VAULT, { recursive: true });

say(
  `The sample vault seeds/ is copied to ${VAULT}/. Its pages were made on Monday, 3 November 2025.\nIt is Tuesday now: the pages are brought up to date, then asked.`,
);
for (const command of [['rollup'], ['brief', 'Ann Hale'], ['queue', '--owner', 'me']]) run(command);

say('\nThe pages are Markdown. Open the folder in Obsidian, or try:');
for (const more of [
  `today ${VAULT} --today ${TODAY}`,
  `review ${VAULT} --today ${TODAY}`,
  `rollup ${VAULT} --today 2025-11-10 --diff`,
  '--help',
])
  say(`  node dist/cli.mjs ${more}`);

/** Runs a command as a person would, and says which. */
function run([command, ...what]) {
  const shown = what.map((word) => (word.includes(' ') ? `"${word}"` : word));
  say(`\n$ node dist/cli.mjs ${[command, ...shown, VAULT, '--today', TODAY].join(' ')}`);
  const args = ['dist/cli.mjs', command, ...what, VAULT, '--today', TODAY];
  const { status, error } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
