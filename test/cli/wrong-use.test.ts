/**
 * Wrong use: one line that says what to do, status 2 (3 for what the system refuses), and nothing asked of the engine.
 */
import { HostError } from '../../src/host/vault-host';
import { Scratch } from './fake-shell';

let scratch: Scratch;
beforeAll(() => (scratch = new Scratch()));
afterAll(() => {
  scratch.remove();
});

/** Runs, and expects these lines on the error stream, nothing on the other, and an engine left alone. */
async function refuses(
  line: readonly string[],
  expected: string | RegExp | readonly string[],
  cwd = '',
): Promise<void> {
  const { status, out, err, asked } = await scratch.run(line, {}, cwd);
  const lines = err.split('\n').slice(0, -1);
  if (expected instanceof RegExp) expect(err).toMatch(expected);
  else expect(lines).toEqual([expected].flat().map((text) => `throughline: ${text}`));
  for (const each of lines) expect(each).toMatch(/^throughline: /);
  expect({ status, out, asked }).toEqual({ status: 2, out: '', asked: [] });
}

describe.each(['rollup', 'inspect'])('%s', (command) => {
  test('no such vault', async () => {
    await refuses(
      [command, 'nowhere'],
      'there is no folder "nowhere"; give the folder of the vault, as in --vault DIR',
    );
    await refuses(
      [command, '--vault', 'nowhere/deeper'],
      'there is no folder "nowhere/deeper"; give the folder of the vault, as in --vault DIR',
    );
    await refuses([command, '--vault', ''], 'there is no folder ""; give the folder of the vault, as in --vault DIR');
    await refuses([command, 'a\0b'], /^throughline: there is no folder/);
  });

  test('a file for a vault', async () => {
    scratch.write('Vault/note.md', '');
    await refuses([command, 'Vault/note.md'], '"Vault/note.md" is a file, not a vault; give the folder of the vault');
  });

  test('a vault that Obsidian never opened, and that was rolled up before, is found from within', async () => {
    scratch.write('never opened/.throughline/journal/x.json', '');
    scratch.write('never opened/Meetings/a.md', '');
    const { err } = await scratch.run([command], {}, 'never opened/Meetings');
    expect(err).not.toContain('not inside a vault');
    // A folder within a vault that was once rolled up by itself is part of the vault.
    scratch.write('Vault/Part/.throughline/journal/x.json', '');
    expect((await scratch.run([command], {}, 'Vault/Part')).asked.at(-1)?.folder).toMatch(/Vault$/);
  });

  test('no vault around', async () => {
    await refuses(
      [command],
      'not inside a vault: no folder ".obsidian" here or above; use --vault DIR, or set THROUGHLINE_VAULT',
      'plain',
    );
    await refuses([command, '--config-dir', '.conf'], /no folder "\.conf"/, 'Vault');
  });

  test('two vaults', async () => {
    await refuses(
      [command, 'Vault', '--vault', 'plain'],
      'two vaults are given, "Vault" and --vault "plain"; give one',
    );
    await refuses([command, 'Vault', 'plain'], /too many arguments/);
  });

  test.each(['2025-02-30', '2025-13-01', 'today', '20251103', '', '2025-1-1'])('the day "%s"', async (day) => {
    await refuses(
      [command, 'Vault', '--today', day],
      `option '--today <YYYY-MM-DD>' argument '${day}' is invalid. Give a day that exists, as YYYY-MM-DD.`,
    );
  });

  test('an empty name, a configuration folder with slashes', async () => {
    await refuses([command, 'Vault', '--me', ' '], /Give a name\./);
    await refuses([command, 'Vault', '--config-dir', '../x'], /Give the name of a folder, without slashes\./);
    await refuses([command, 'Vault', '--config-dir', '..'], /Give the name of a folder, without slashes\./);
  });

  test('an unknown option, with the one that was meant', async () => {
    await refuses([command, 'Vault', '--tody', '2025-11-03'], "unknown option '--tody' (Did you mean --today?)");
    await refuses([command, 'Vault', '--zzz'], "unknown option '--zzz' (see `throughline --help`)");
    await refuses(
      [command, 'Vault', '--today'],
      "option '--today <YYYY-MM-DD>' argument missing (see `throughline --help`)",
    );
  });

  test('a settings file that is not there, or is a folder', async () => {
    const way = 'Give a JSON file to --config, or leave it out.';
    await refuses(
      [command, 'Vault', '--config', 'none.json'],
      `“none.json” could not be read: there is no such file or folder. ${way}`,
    );
    await refuses(
      [command, 'Vault', '--config', 'plain'],
      `“plain” could not be read: it is a folder, not a file. ${way}`,
    );
  });

  test('settings that are not JSON: the file, the line, the way out', async () => {
    scratch.write('broken.json', '{\n  "me": ["Ann Lee"],\n  "rowsPerSection": 7,,\n}\n');
    await refuses(
      [command, 'Vault', '--config', 'broken.json'],
      'broken.json, line 3: this is not valid JSON; fix that line, or give another file to --config',
    );
    scratch.write('Broken/.obsidian/plugins/throughline/data.json', '{"me": [');
    await refuses(
      [command, 'Broken'],
      '.obsidian/plugins/throughline/data.json, line 1: this is not valid JSON; fix that line, or give other settings with --config FILE',
    );
  });

  test('settings that are wrong: each named', async () => {
    scratch.write('wrong.json', '{"exlude": ["Old"], "rowsPerSection": -3, "me": ["Ann Lee"]}');
    await refuses(
      [command, 'Vault', '--config', 'wrong.json'],
      [
        'wrong.json: "exlude" is not a setting; did you mean "exclude"?',
        'wrong.json: "rowsPerSection" is -3; it must be a whole number from 1 to 1000',
      ],
    );
  });
});

test('an unknown command, with the one that was meant', async () => {
  await refuses(['rolup', 'Vault'], "unknown command 'rolup' (Did you mean rollup?)");
  await refuses(['stocktaking'], "unknown command 'stocktaking' (see `throughline --help`)");
});

test('parse-tasks: a form that is none, settings that are not there or no JSON', async () => {
  await refuses(
    ['parse-tasks', '--format', 'emoji'],
    "option '--format <format>' argument 'emoji' is invalid. Allowed choices are tasks, dataview. (see `throughline --help`)",
  );
  await refuses(
    ['parse-tasks', '--tasks-settings', 'none.json'],
    '“none.json” could not be read: there is no such file or folder. Give a JSON file to --tasks-settings, or leave it out.',
  );
  scratch.write('tasks.json', '{"globalFilter": "#task"');
  await refuses(
    ['parse-tasks', '--tasks-settings', 'tasks.json'],
    'tasks.json, line 1: this is not valid JSON; fix that line, or give another file to --tasks-settings',
  );
  await refuses(['parse-tasks', 'Vault'], /too many arguments/);
});

test('no command: the help, and status 2', async () => {
  const { status, out, err } = await scratch.run([]);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toMatch(/^Usage: throughline/);
});

test('options of the other command are unknown', async () => {
  await refuses(['inspect', 'Vault', '--check'], /^throughline: unknown option '--check'/);
  await refuses(['rollup', 'Vault', '--note', 'a.md'], /^throughline: unknown option '--note'/);
});

test('--json with --diff', async () => {
  await refuses(['rollup', 'Vault', '--json', '--diff'], '--json and --diff cannot be combined; give one of them');
});

test('a note that was not read', async () => {
  const { status, out, err } = await scratch.run(['inspect', 'Vault', '--note', 'Meetings/none']);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toMatch(/^throughline: no note "Meetings\/none\.md" was read; /);
});

test('a vault that the system refuses to read is a failure, not wrong usage', async () => {
  const readFailure = new HostError(
    'denied',
    'Vault',
    'Vault could not be read: permission denied; check its permissions',
  );
  for (const command of ['rollup', 'inspect']) {
    const { status, out, err } = await scratch.run([command, 'Vault'], { readFailure });
    expect({ status, out, err }).toEqual({
      status: 3,
      out: '',
      err: 'throughline: Vault could not be read: permission denied; check its permissions\n',
    });
  }
});

test('a defect of the program is told apart, with its place', async () => {
  const { status, err } = await scratch.run(['rollup', 'Vault'], { readFailure: new TypeError('x is undefined') });
  expect(status).toBe(3);
  expect(err).toMatch(
    /^throughline: this is a bug in Throughline; please report it\.\nTypeError: x is undefined\n +at /,
  );
});
