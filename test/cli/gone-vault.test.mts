/**
 * A vault's folder that was moved, deleted, emptied, renamed or replaced by a link between two commands, or while one
 * watches, by the built command line: a message, the right status, nothing made again, nothing lost.
 */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { RawClient } from '../mcp/raw-client';

const CLI = path.join(__dirname, '../../dist/cli.mjs');
const NOTE = '---\ntype: 1-1\ndate: 2025-10-28\npeople: ["[[Dana Fox]]"]\n---\n## Actions\n- [ ] Send draft @me\n';
const GIVEN = { 'Meetings/2025-10-28 Dana.md': NOTE, 'People/Dana Fox.md': '# Dana Fox\n' };

let folder = '';
beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-gone-')));
  for (const [file, text] of Object.entries(GIVEN)) {
    fs.mkdirSync(path.dirname(at(`Vault/${file}`)), { recursive: true });
    fs.writeFileSync(at(`Vault/${file}`), text);
  }
  fs.mkdirSync(at('Vault/.obsidian'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const at = (file: string): string => path.join(folder, file);

interface Ran {
  readonly status: number | null;
  readonly said: string;
}

function run([command = '', ...given]: readonly string[], vault = 'Vault'): Ran {
  const me = given.includes('--me') ? [] : ['--me', 'Mara Voss'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [CLI, command, ...given, '--vault', at(vault), ...me],
    { encoding: 'utf8', env: { ...process.env, XDG_STATE_HOME: at('.state') } },
  );
  return { status, said: stdout + stderr };
}

/** Every path below the folder but what the device keeps for itself. */
function tree(): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.startsWith('.state'))
    .sort();
}

/** Every file of a folder but ours beside the notes, with what it holds. */
function files(name: string): Record<string, string> {
  const found = fs
    .readdirSync(at(name), { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.startsWith('.') && fs.statSync(at(`${name}/${file}`)).isFile());
  return Object.fromEntries(found.sort().map((file) => [file, fs.readFileSync(at(`${name}/${file}`), 'utf8')]));
}

const AWAY: Readonly<Record<string, () => void>> = {
  moved: () => {
    fs.mkdirSync(at('Elsewhere'));
    fs.renameSync(at('Vault'), at('Elsewhere/Vault'));
  },
  renamed: () => {
    fs.renameSync(at('Vault'), at('Other name'));
  },
  deleted: () => {
    fs.rmSync(at('Vault'), { recursive: true });
  },
  emptied: () => {
    for (const file of fs.readdirSync(at('Vault'))) fs.rmSync(at(`Vault/${file}`), { recursive: true });
  },
  'emptied but for its settings': () => {
    for (const file of ['Meetings', 'People', 'Throughline'])
      fs.rmSync(at(`Vault/${file}`), { recursive: true, force: true });
  },
  'replaced by a file': () => {
    fs.rmSync(at('Vault'), { recursive: true });
    fs.writeFileSync(at('Vault'), 'x');
  },
};

/** Every command that writes, as it would be given after a rollup. */
const WRITING: readonly (readonly string[])[] = [
  ['rollup'],
  ['undo'],
  ['undo', '--redo'],
  ['remove'],
  ['complete', '1'],
  ['complete', 'Meetings/2025-10-28 Dana.md:7'],
  ['review', '--reject', 'abcd'],
  ['link', 'Meetings/2025-10-28 Dana.md', '--write'],
  ['bases'],
  ['new-note', 'Dana Fox'],
  ['week', '2025-W44', '--write'],
  ['repair-encoding', '--write'],
  ['mcp'],
];
/** Those that write the settings only: a vault without a note may have some. */
const SETTING: readonly (readonly string[])[] = [
  ['init', '--me', 'Tom Reed'],
  ['config', 'set', 'me', 'Tom Reed'],
  ['config', 'unset', 'me'],
];

/** To a command what was moved is as what was deleted; a folder with settings may get others. */
const COMMANDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  moved: [['rollup'], ['undo']],
  renamed: [['rollup'], ['undo']],
  'emptied but for its settings': WRITING,
};

test.each(Object.entries(AWAY))('%s between a run and the next: none makes it again', (how, goAway) => {
  expect(run(['rollup']).status).toBe(0);
  expect(run(['queue']).status).toBe(0);
  goAway();
  const left = tree();
  for (const command of COMMANDS[how] ?? [...WRITING, ...SETTING])
    expect([command, run(command)]).toEqual([
      command,
      {
        status: 2,
        said: expect.stringMatching(
          /^throughline: .*(?:give the folder of the vault|holds no files|there is no note)/,
        ) as unknown,
      },
    ]);
  expect(tree()).toEqual(left);
});

test.each([
  ['moved', 'Elsewhere/Vault'],
  ['renamed', 'Other name'],
])('%s between a run and its undo: where it is now, it is taken back', (how, place) => {
  expect(run(['rollup']).status).toBe(0);
  AWAY[how]?.();
  expect(run(['undo'], place)).toMatchObject({
    status: 0,
    said: expect.stringMatching(/^Undid the rollup/) as unknown,
  });
  expect(files(place)).toEqual(GIVEN);
  expect(fs.existsSync(at('Vault'))).toBe(false);
});

test('replaced by a link to where it went: it is the same vault', () => {
  expect(run(['rollup']).status).toBe(0);
  fs.renameSync(at('Vault'), at('Elsewhere'));
  fs.symlinkSync('Elsewhere', at('Vault'));
  expect(run(['undo'])).toMatchObject({ status: 0, said: expect.stringMatching(/^Undid the rollup/) as unknown });
  expect(files('Elsewhere')).toEqual(GIVEN);
});

const AWAY_WHILE_OPEN = Object.entries({
  ...AWAY,
  'replaced by a link': () => {
    fs.renameSync(at('Vault'), at('Elsewhere'));
    fs.symlinkSync('Elsewhere', at('Vault'));
  },
}).filter(([how]) => !how.includes('but for'));

test.each(AWAY_WHILE_OPEN)('%s between a plan of the server for agents and its carrying out', async (_, goAway) => {
  const client = await RawClient.start(['--vault', at('Vault'), '--me', 'Mara Voss']);
  const { token } = await client.ask('plan_rollup');
  goAway();
  const left = tree();
  // It may have seen that, and ended with status 3, before it was asked.
  const answered = client.call('apply', { token }).then(({ said }) => said.error?.code);
  expect(['not-readable', 'stale', 3]).toContain(await Promise.race([answered, client.ended]));
  await client.end();
  expect(tree()).toEqual(left);
});

test.each(AWAY_WHILE_OPEN)(
  '%s while it is watched: the watch ends with status 3 and says so',
  async (_, goAway) => {
    const child = spawn(process.execPath, [CLI, 'rollup', '--watch', at('Vault'), '--me', 'Mara Voss']);
    let [out, err] = ['', ''];
    child.stdout.on('data', (some: Buffer) => (out += some.toString()));
    child.stderr.on('data', (some: Buffer) => (err += some.toString()));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    while (!out.includes('Watching') && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 50));
    goAway();
    const left = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
    expect({ status: await ended, err }).toEqual({
      status: 3,
      err: expect.stringMatching(/moved, deleted, unmounted|no files any more/) as unknown,
    });
    expect(fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()).toEqual(left);
  },
  120_000,
);
