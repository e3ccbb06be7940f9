// The start of the command line: whole processes, each beside what it cannot do without, in turns; by the clock, and
// once more by the processor's time, which a busy machine changes little.
//   --help               against Node that runs an empty module
// and on a vault that was rolled up, against the same Node that lists the vault and asks for every file's time and size:
//   rollup --check       nothing changed
//   queue, questions,    nothing changed; `edited`: queue after one note changed
//   decisions
//   rollup               `again`: after one note changed
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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

/** What a process says as it ends: its processor time, in its own threads and within the system, in microseconds. */
const PROBE =
  "process.on('exit', () => { const { user, system } = process.cpuUsage(); require('node:fs').writeSync(3, String(user + system)); });\n";

/**
 * Milliseconds of each run, `{ node, help, stat, check, full, queue, … }`, by the clock and of the processor: `{ clock, processor
 * }`. `cli`: the built command line; `folder`: the vault, which is copied.
 */
export function measureStart({ cli, folder, work, runs }) {
  const rolled = `${folder}-rolled-up`;
  const [empty, stat, probe] = ['empty.mjs', 'stat.mjs', 'probe.cjs'].map((name) => path.join(work, name));
  writeFileSync(empty, EMPTY);
  writeFileSync(stat, STAT);
  writeFileSync(probe, PROBE);
  // Anew: what another build of the program noted is of no use to this one.
  copyOf(folder, rolled);
  run([cli, 'rollup', rolled, '--today', LAST_DAY]);
  const commands = {
    node: [empty],
    help: [cli, '--help'],
    stat: [stat, rolled],
    check: [cli, 'rollup', rolled, '--check'],
    full: [cli, 'rollup', rolled, '--check', '--no-cache'],
    queue: [cli, 'queue', rolled, '--today', LAST_DAY],
    questions: [cli, 'questions', rolled, '--today', LAST_DAY],
    decisions: [cli, 'decisions', rolled, '--today', LAST_DAY],
  };
  // After all others, for which nothing may have changed.
  const afterEdit = {
    edited: [cli, 'queue', rolled, '--today', LAST_DAY],
    again: [cli, 'rollup', rolled, '--today', LAST_DAY],
  };
  // A vault that somebody asked a question of already, as it is all day.
  run(commands.queue);
  const note = meetingOf(rolled);
  const none = () => Object.fromEntries(Object.keys({ ...commands, ...afterEdit }).map((name) => [name, []]));
  const [clock, processor] = [none(), none()];
  for (let turn = 0; turn <= runs; turn += 1) {
    for (const [name, command] of Object.entries(commands)) {
      const { ms } = run(command);
      const { worked } = run(['--require', probe, ...command]);
      // The first turn fills the disk's cache.
      if (turn === 0) continue;
      clock[name].push(ms);
      processor[name].push(worked);
    }
  }
  for (let turn = 1; turn <= runs; turn += 1) {
    for (const [name, command] of Object.entries(afterEdit)) {
      appendFileSync(note, `\n## Action items\n- [ ] Try ${name} ${turn}\n`);
      clock[name].push(run(command).ms);
      appendFileSync(note, `- [ ] Try ${name} ${turn} once more\n`);
      processor[name].push(run(['--require', probe, ...command]).worked);
    }
  }
  return { clock, processor };
}

/** A note of the meetings, to be edited. */
function meetingOf(folder) {
  const [found] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^\d{4}-\d\d-\d\d.*\.md$/.test(path.basename(file)))
    .sort();
  return path.join(folder, found);
}

/** With its times: a note that was just written is told by nothing. */
function copyOf(folder, to) {
  rmSync(to, { recursive: true, force: true });
  cpSync(folder, to, { recursive: true, preserveTimestamps: true });
}

function run(args) {
  const from = performance.now();
  const { status, stderr, output } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ms = performance.now() - from;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return { ms, worked: Number(output[3]) / 1000 };
}
