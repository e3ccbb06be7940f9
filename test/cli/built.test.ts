/**
 * The command line as it is shipped: `dist/cli.mjs` in a process of its own, on real folders. `npm test` builds it
 * first.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Scratch } from './fake-shell';

const CLI = path.join(__dirname, '../../dist/cli.mjs');
const MEETING = `---
type: meeting
date: 2025-10-28
participants: ['[[Dana Fox]]']
---
# Dana

## Action items
- [ ] Send pricing draft @me 📅 2025-10-31

## Decisions
- Pilot ships without SSO
`;

let scratch: Scratch;
beforeEach(() => {
  scratch = new Scratch();
  scratch.write('Vault/Meetings/2025-10-28 Dana.md', MEETING);
  scratch.write('Vault/People/Dana Fox.md', '# Dana Fox\n');
});
afterEach(() => {
  scratch.remove();
});

function run(
  args: readonly string[],
  { cwd = '', input = '', env = {} }: { cwd?: string; input?: string; env?: Record<string, string> } = {},
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: path.join(scratch.root, cwd),
    input,
    encoding: 'utf8',
    env: { ...process.env, XDG_STATE_HOME: path.join(scratch.root, 'plain'), ...env },
  });
  return { status, out: stdout, err: stderr };
}

/** Every file of the scratch folder with its text and when it was written. */
function snapshot(): Record<string, string> {
  const files = readdirSync(scratch.root, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(scratch.root, file))
    .filter((file) => statSync(file).isFile());
  return Object.fromEntries(
    files.map((file) => [
      path.relative(scratch.root, file),
      `${statSync(file).mtimeMs}\n${readFileSync(file, 'utf8')}`,
    ]),
  );
}

test('is built', () => {
  expect(existsSync(CLI)).toBe(true);
});

/** What is read of the program when this file of it is. */
function readWith(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  for (const [, from, bare] of readFileSync(file, 'utf8').matchAll(/\bfrom"(\.[^"]+)"|\bimport"(\.[^"]+)"/g))
    readWith(path.join(path.dirname(file), from ?? bare ?? ''), known);
  return known;
}

test('help, and what is wrong with a command, are answered without the engine', () => {
  const first = [...readWith(CLI)];
  expect(first.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(100_000);
  for (const file of first)
    expect(readFileSync(file, 'utf8')).not.toMatch(/RRule|readFrontmatter|from\s*["']node:child_process/);
});

test('rolls up, and the second time there is nothing to do and nothing is touched', () => {
  const line = ['rollup', 'Vault', '--today', '2025-11-03', '--me', 'Ann Lee'];
  const first = run(line);
  expect(first).toMatchObject({ status: 0, err: '' });
  expect(first.out).toMatch(/^Rolled up: /);
  expect(readFileSync(path.join(scratch.root, 'Vault/Throughline/Follow-ups.md'), 'utf8')).toContain(
    'Send pricing draft',
  );
  const before = snapshot();
  const second = run(line);
  expect(second).toMatchObject({ status: 0, err: '' });
  expect(second.out).toMatch(/^Everything is up to date: /);
  expect(snapshot()).toEqual(before);
});

test('--check tells by its status', () => {
  const before = snapshot();
  expect(run(['rollup', 'Vault', '--check'])).toMatchObject({ status: 1, err: '' });
  expect(snapshot()).toEqual(before);
  run(['rollup', 'Vault', '--today', '2025-11-03']);
  // Any later day: the day on the pages counts, not the one on the clock.
  expect(run(['rollup', 'Vault', '--check'])).toMatchObject({ status: 0, err: '' });
  expect(run(['rollup', 'Vault', '--check', '--today', '2025-11-20']).status).toBe(1);
});

test('inspect --json prints one object', () => {
  const { status, out, err } = run(['inspect', '--json', '--today', '2025-11-03'], { cwd: 'Vault/Meetings' });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const { notes, entities, problems } = JSON.parse(out) as {
    notes: { path: string }[];
    entities: unknown[];
    problems: unknown[];
  };
  expect(notes.map((note) => note.path)).toEqual(['Meetings/2025-10-28 Dana.md', 'People/Dana Fox.md']);
  expect(entities).toHaveLength(1);
  expect(problems).toEqual([]);
});

test('complete changes one line of one note', () => {
  const before = snapshot();
  const { status, out, err } = run(['complete', '2025-10-28 Dana.md:9', '--today', '2025-11-03'], {
    cwd: 'Vault/Meetings',
  });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toBe(
    'Changed Meetings/2025-10-28 Dana.md:9\n  - [ ] Send pricing draft @me 📅 2025-10-31\n→ - [x] Send pricing draft @me 📅 2025-10-31 ✅ 2025-11-03\n',
  );
  const after = snapshot();
  const changed = Object.keys(after).filter((file) => after[file] !== before[file]);
  // Beside the note only the journal, which `undo` goes by.
  expect(changed.filter((file) => !file.includes('/throughline/journal/'))).toEqual([
    'Vault/Meetings/2025-10-28 Dana.md',
  ]);
  expect(readFileSync(path.join(scratch.root, changed[0] ?? ''), 'utf8')).toBe(
    MEETING.replace(
      '- [ ] Send pricing draft @me 📅 2025-10-31',
      '- [x] Send pricing draft @me 📅 2025-10-31 ✅ 2025-11-03',
    ),
  );
});

test('parse-tasks reads standard input', () => {
  const { status, out } = run(['parse-tasks'], { input: '- [ ] Send it 📅 2025-11-07\nno task\n' });
  expect(status).toBe(0);
  expect(out.split('\n')[0]).toContain('"due":"2025-11-07"');
  expect(out.split('\n').slice(1)).toEqual(['null', '']);
});

test.each([
  [['rollup', 'nowhere'], /^throughline: there is no folder "nowhere"/],
  [['rollup', 'Vault/People/Dana Fox.md'], /^throughline: "Vault\/People\/Dana Fox\.md" is a file/],
  [
    ['rollup', 'Vault', '--today', '2025-02-30'],
    /^throughline: option '--today <YYYY-MM-DD>' argument '2025-02-30' is invalid\./,
  ],
  [['rolup', 'Vault'], /^throughline: unknown command 'rolup' \(Did you mean rollup\?\)/],
  [['rollup', 'Vault', '--dryrun'], /^throughline: unknown option '--dryrun' \(Did you mean --dry-run\?\)/],
  [['rollup', 'Vault', '--config', 'none.json'], /^throughline: “none\.json” could not be read/],
  [
    ['rollup', 'Vault', '--config', 'Vault/People/Dana Fox.md'],
    /^throughline: Vault\/People\/Dana Fox\.md, line 1: this is not valid JSON/,
  ],
])('wrong use %j: status 2, one line, nothing written', (line, expected) => {
  const before = snapshot();
  const { status, out, err } = run(line);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toMatch(expected);
  expect(err.split('\n')).toHaveLength(2);
  expect(snapshot()).toEqual(before);
});

test('what cannot be written is a failure, named', () => {
  scratch.write('Vault/Throughline', 'a file where the folder should be');
  const { status, err } = run(['rollup', 'Vault', '--today', '2025-11-03']);
  expect(status).toBe(3);
  expect(err).toMatch(/^throughline: .*Throughline/);
});

test('a reader that goes away is no failure', async () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => `- [ ] Task ${at} 📅 2025-11-07`).join('\n');
  const child = spawn(process.execPath, [CLI, 'parse-tasks'], { stdio: ['pipe', 'pipe', 'pipe'] });
  let err = '';
  child.stderr.on('data', (chunk: Uint8Array) => (err += String(chunk)));
  child.stdout.once('data', () => child.stdout.destroy());
  child.stdin.end(lines);
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect({ status, err }).toEqual({ status: 0, err: '' });
});

const FULL = '/dev/full';
(existsSync(FULL) ? test : test.skip)('an output that takes nothing more is a failure in a sentence', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [CLI, 'rollup', path.join(scratch.root, 'Vault'), '--dry-run'],
    { stdio: ['ignore', openSync(FULL, 'w'), 'pipe'], encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({
    status: 3,
    stderr: 'throughline: “standard output” could not be written: the disk is full; free some space and run again.\n',
  });
});

describe('completion', () => {
  const script = (shell: string): string => run(['completion', shell]).out;
  const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

  test('bash completes commands, options and what an option takes', () => {
    const ask = (...words: string[]): string =>
      spawnSync(
        'bash',
        [
          '-c',
          `${script('bash')}\nCOMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _throughline; echo "\${COMPREPLY[@]}"`,
          'bash',
          ...words,
        ],
        { encoding: 'utf8' },
      ).stdout.trim();
    expect(ask('throughline', 'que')).toBe('queue questions');
    expect(ask('throughline', 'queue', '--due')).toBe('--due-before');
    expect(ask('throughline', 'queue', '--format', '')).toBe('text markdown json');
  });

  // Only where these shells are installed; their syntax is checked by themselves.
  (has('zsh') ? test : test.skip)('zsh reads its script', () => {
    expect(spawnSync('zsh', ['-n'], { input: script('zsh'), encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  (has('fish') ? test : test.skip)('fish completes commands and options', () => {
    const ask = (line: string): string =>
      spawnSync('fish', ['--no-config', '-c', `${script('fish')}\ncomplete -C ${JSON.stringify(line)}`], {
        encoding: 'utf8',
      }).stdout;
    expect(ask('throughline que')).toMatch(/^queue\t/m);
    expect(ask('throughline queue --due')).toMatch(/^--due-before\t/m);
  });
});
