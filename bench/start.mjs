// The start of the command line: whole processes by the clock, each beside what it cannot do without, in turns.
//   --help               against Node that runs an empty module
//   rollup --check       on a vault that was rolled up, against the same Node that lists the vault and asks for every file's time and size
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { LAST_DAY } from './vault.mjs';

const EMPTY = 'export {};\n';
const STAT = `import fs from 'node:fs';
const folders = [process.argv[2]];
let bytes = 0;
for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) folders.push(folder + '/' + entry.name);
    else bytes += fs.lstatSync(folder + '/' + entry.name).size;
  }
}
process.exitCode = bytes > 0 ? 0 : 1;
`;

/** Milliseconds of each run: `{ node, help, stat, check, full }`. `cli`: the built command line; `folder`: the vault, which is copied. */
export function measureStart({ cli, folder, work, runs }) {
  const rolled = `${folder}-rolled-up`;
  const [empty, stat] = [path.join(work, 'empty.mjs'), path.join(work, 'stat.mjs')];
  writeFileSync(empty, EMPTY);
  writeFileSync(stat, STAT);
  // Anew: what another build of the program noted is of no use to this one.
  copyOf(folder, rolled);
  run([cli, 'rollup', rolled, '--today', LAST_DAY]);
  const commands = {
    node: [empty], help: [cli, '--help'], stat: [stat, rolled], check: [cli, 'rollup', rolled, '--check'], full: [cli, 'rollup', rolled, '--check', '--no-cache'],
  };
  const took = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let turn = 0; turn <= runs; turn += 1) {
    for (const [name, command] of Object.entries(commands)) {
      const ms = run(command);
      // The first turn fills the disk's cache.
      if (turn > 0) took[name].push(ms);
    }
  }
  return took;
}

/** With its times: a note that was just written is told by nothing. */
function copyOf(folder, to) {
  rmSync(to, { recursive: true, force: true });
  cpSync(folder, to, { recursive: true, preserveTimestamps: true });
}

function run(args) {
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - from;
}
