// Shows what Throughline does: copies the sample vault, whose pages are those of 3 November 2025, and rolls the copy up
// for the next day.
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

const rollup = ['rollup', VAULT, '--today', TODAY];
say(
  `The sample vault seeds/ is copied to ${VAULT}/, afresh each time. Its pages were made on Monday, 3 November 2025;\nTuesday's meetings have come:`,
);
say();
say(`$ node dist/cli.mjs ${rollup.join(' ')}`);
const { status, error } = spawnSync(process.execPath, ['dist/cli.mjs', ...rollup], { stdio: 'inherit' });
if (error) throw error;
if (status !== 0) process.exit(status ?? 1);

const pages = ['Follow-ups.md', 'Waiting on.md', 'Open questions.md']
  .map((name) => `${VAULT}/Throughline/${name}`)
  .filter((page) => existsSync(page));
const person = firstPage(`${VAULT}/People`);
say();
say('Where to look next:');
for (const page of [...pages, ...(person ? [person] : [])]) say(`  ${page}`);
say('Open the folder in Obsidian, or try:');
for (const more of [
  `rollup ${VAULT} --today ${TODAY}`,
  `rollup ${VAULT} --today 2025-11-10 --diff`,
  `inspect ${VAULT}`,
  '--help',
])
  say(`  node dist/cli.mjs ${more}`);

/** The first page of a folder of entities, as a file or as a folder note; null where there is none. */
function firstPage(folder) {
  if (!existsSync(folder)) return null;
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .sort()[0];
  return found === undefined ? null : `${folder}/${found.split(path.sep).join('/')}`;
}
