/**
 * What is kept of a vault, through the built command line: it is used, it is never believed where a note may have
 * changed, and whatever is done to it, an answer is the one that `--no-cache` gives. `npm test` builds it first.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Scratch } from './fake-shell';

const CLI = path.join(__dirname, '../../dist/cli.mjs');
const OWN = 'Vault/.obsidian/plugins/throughline';
const HOUR = 3_600;

/** Loaded before the program: notes which files are opened to be read, and kills it at a call that writes. */
const WATCH = `
const fs = require('node:fs');
const opened = [];
const { openSync } = fs;
fs.openSync = (file, ...given) => {
  opened.push(String(file));
  return openSync(file, ...given);
};
let count = 0;
for (const name of ['writeSync', 'writeFileSync', 'renameSync', 'linkSync', 'unlinkSync', 'rmSync']) {
  const call = fs[name];
  fs[name] = (...given) => {
    if (++count === Number(process.env.KILL_AT)) process.kill(process.pid, 'SIGKILL');
    return call(...given);
  };
}
require('node:module').syncBuiltinESMExports();
process.on('exit', () => fs.appendFileSync(process.env.OPENED, opened.join('\\n')));
`;

let scratch: Scratch;
const at = (file: string): string => path.join(scratch.root, file);
const note = (count: number): string => `Vault/Meetings/2025-10-1${count} Ann.md`;
const text = (deed: string): string =>
  `---\ntype: meeting\npeople: [Ann Lee]\n---\n## Action items\n- [ ] ${deed} @Ann Lee\n`;

/** `seconds`: how long ago it was written, as its time says. */
function write(file: string, content: string, seconds: number): void {
  scratch.write(file, content);
  const time = Math.floor(Date.now() / 1_000) - seconds;
  utimesSync(at(file), time, time);
}

function run(args: readonly string[], killAt = 0): { readonly out: string; readonly opened: readonly string[] } {
  const log = at('opened');
  writeFileSync(log, '');
  const { stdout } = spawnSync(
    process.execPath,
    ['--require', at('watch.cjs'), CLI, ...args, '--today', '2025-11-03'],
    {
      encoding: 'utf8',
      env: { ...process.env, XDG_STATE_HOME: at('plain'), OPENED: log, KILL_AT: String(killAt) },
    },
  );
  const opened = readFileSync(log, 'utf8').split('\n');
  return { out: stdout, opened: opened.map((file) => path.relative(scratch.root, file)) };
}

const ask = (killAt = 0) => run(['queue', at('Vault'), '--all'], killAt);
const truth = (): string => run(['queue', at('Vault'), '--all', '--no-cache']).out;
const notesOf = (opened: readonly string[]): string[] => opened.filter((file) => file.startsWith('Vault/Meetings/'));
/** What of ours was opened, without the settings, the sums in the names, and the list of rows that were shown. */
const ownOf = (opened: readonly string[]): string[] =>
  opened
    .filter((file) => file.startsWith(`${OWN}/`) && !file.endsWith('data.json'))
    .map((file) => file.slice(OWN.length + 1).replace(/-[0-9a-f]{32}\.json$/, ''));
const kept = (): string[] =>
  ['cache', 'index', 'readings'].flatMap((folder) =>
    existsSync(at(`${OWN}/${folder}`))
      ? readdirSync(at(`${OWN}/${folder}`)).map((name) => `${OWN}/${folder}/${name}`)
      : [],
  );

beforeEach(() => {
  scratch = new Scratch();
  scratch.write('watch.cjs', WATCH);
  scratch.write(`${OWN}/data.json`, '{"me": ["Mara Voss"]}');
  write('Vault/People/Ann Lee.md', '# Ann Lee\n', HOUR);
  for (let count = 0; count < 5; count += 1) write(note(count), text(`Send plan ${count}`), HOUR);
});
afterEach(() => {
  scratch.remove();
});

test('of notes that were only just written the index is kept all the same; they alone are read again', () => {
  // The future never ends to be a moment ago.
  write(note(4), text('Send plan 4'), -HOUR);
  run(['rollup', at('Vault')]);
  expect(kept().filter((file) => file.includes('/index/frame-'))).toHaveLength(1);
  const { out, opened } = ask();
  expect(out).toContain('Send plan 4');
  expect(notesOf(opened)).toEqual([note(4)]);
  expect(ownOf(opened)).toEqual(['cache/openTasks']);
  write(note(4), text('Send plan 5'), -HOUR);
  expect(ask().out).toBe(truth());
  expect(ask().out).toContain('Send plan 5');
});

test('a note whose time and size were set back is read: its inode tells', () => {
  run(['rollup', at('Vault')]);
  expect(notesOf(ask().opened)).toEqual([]);
  write(note(2), text('Sell plan 2'), HOUR);
  const { out, opened } = ask();
  expect(notesOf(opened)).toEqual([note(2)]);
  expect(out).toContain('Sell plan 2');
  expect(notesOf(ask().opened)).toEqual([]);
});

test('of a vault that did not change only the list that is asked for is opened', () => {
  write(
    note(0),
    `${text('Send plan 0')}- [ ] Old one [scheduled:: 2025-11-09]\n## Decisions\n- Pilot ships\n## Open questions\n- Who pays?\n`,
    HOUR,
  );
  write('Vault/Meetings/2025-08-01 Ann.md', `${text('Ask for the old plan')}- Paint the shed\n`, HOUR);
  run(['rollup', at('Vault')]);
  for (const [command, section] of [
    [['queue'], 'currentTasks'],
    [['queue', '--all'], 'openTasks'],
    [['questions'], 'questions'],
    [['questions', '--all'], 'questions'],
    [['decisions'], 'decisions'],
  ] as const) {
    for (const form of [[], ['--json']]) {
      const asked = [...command, '--vault', at('Vault'), ...form];
      const { out, opened } = run(asked);
      expect([...notesOf(opened), ...ownOf(opened)]).toEqual([`cache/${section}`]);
      expect(out).toBe(run([...asked, '--no-cache']).out);
    }
  }
  write(note(1), text('Send plan 9'), HOUR);
  expect(ask().out).toBe(truth());
  expect(ownOf(ask().opened)).toEqual(['cache/openTasks']);
});

test('a list in Markdown, or of one person, is the one that is made without what is kept', () => {
  run(['rollup', at('Vault')]);
  for (const asked of [['--markdown'], ['--owner', 'Ann'], ['--entity', 'Ann Lee', '--all'], ['--due-before', 'fri']])
    expect(run(['queue', at('Vault'), ...asked]).out).toBe(run(['queue', at('Vault'), ...asked, '--no-cache']).out);
});

test('what a rollup that wrote nothing found is kept too', () => {
  run(['rollup', at('Vault')]);
  write(note(1), `${text('Send plan 1')}\nOnly words.\n`, HOUR);
  run(['rollup', at('Vault')]);
  expect(ownOf(run(['rollup', at('Vault'), '--check']).opened)).toEqual(['cache/rollup']);
  expect(ownOf(ask().opened)).toEqual(['cache/openTasks']);
  for (const folder of ['cache', 'index', 'readings']) rmSync(at(`${OWN}/${folder}`), { recursive: true });
  run(['rollup', at('Vault')]);
  write(note(1), `${text('Send plan 1')}\nOther words.\n`, HOUR);
  expect(notesOf(ask().opened)).toEqual([note(1)]);
});

test('a question begins no cache where no rollup did', () => {
  ask();
  expect(kept()).toEqual([]);
});

test('what is damaged, cut short or of another version is as if it were not there', () => {
  run(['rollup', at('Vault')]);
  const whole = kept().map((file): [string, string] => [file, readFileSync(at(file), 'utf8')]);
  expect(whole.length).toBeGreaterThan(3);
  const answer = truth();
  for (const damaged of [
    (old: string) => old.slice(0, old.length / 2),
    (old: string) => old.replace(/plan/, 'flan'),
    (old: string) => old.replace(/ \d+ /, ' 99 '),
    () => '',
  ]) {
    for (const [file, old] of whole) writeFileSync(at(file), damaged(old));
    expect(ask().out).toBe(answer);
  }
});

test('a question that is killed while it brings the cache up to date leaves one that tells no lie', () => {
  run(['rollup', at('Vault')]);
  for (let killAt = 1; killAt <= 4; killAt += 1) {
    write(note(killAt), text(`Call about ${killAt}`), HOUR);
    ask(killAt);
    expect(ask().out).toContain(`Call about ${killAt}`);
  }
  expect(ask().out).toBe(truth());
});
