/**
 * docs/command-line.md has a section for every command, and tables of all options, made of the command line's own help.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkTables, table } from './generated';

interface HelpOption {
  readonly flags: string;
  readonly does: string;
}

function help(...args: string[]): string {
  const { status, stdout } = spawnSync(
    process.execPath,
    [path.join(__dirname, '../../dist/cli.mjs'), ...args, '--help'],
    { encoding: 'utf8' },
  );
  expect(status).toBe(0);
  return stdout;
}

/** The rows of one part of a help text, each of which may go on in further lines. */
function rowsOf(text: string, part: 'Options' | 'Commands'): HelpOption[] {
  const [, list = ''] = text.split(`\n${part}:\n`);
  const rows: { flags: string; does: string }[] = [];
  for (const line of (list.split('\n\n')[0] ?? '').split('\n')) {
    const [, flags, does] = /^ {2}(\S.*?)(?: {2,}(\S.*))?$/.exec(line) ?? [];
    if (flags !== undefined) rows.push({ flags, does: does ?? '' });
    else
      rows.push({
        flags: rows[rows.length - 1]?.flags ?? '',
        does: [rows.pop()?.does ?? '', line.trim()].filter((words) => words !== '').join(' '),
      });
  }
  return rows.filter(({ flags }) => !/^-h|^help\b/.test(flags));
}

const COMMANDS = rowsOf(help(), 'Commands').map(({ flags }) => flags.split(' ')[0] ?? '');
const OPTIONS = new Map(COMMANDS.map((command) => [command, rowsOf(help(command), 'Options')]));
const OF_ALL = (OPTIONS.get('remove') ?? [])
  .filter(({ flags }) =>
    [...OPTIONS].every(
      ([command, options]) =>
        ['parse-tasks', 'completion'].includes(command) || options.some((option) => option.flags === flags),
    ),
  )
  .filter(({ flags }) => flags !== '--dry-run');
const asTable = (options: readonly HelpOption[]) =>
  table(
    ['option', ''],
    options.map(({ flags, does }) => [`\`${flags}\``, does]),
  );

test('there are commands and options to tell of', () => {
  expect(COMMANDS).toContain('rollup');
  expect(OF_ALL.map(({ flags }) => flags)).toEqual([
    '--today <YYYY-MM-DD>',
    '--me <name>',
    '--json',
    '--config <file>',
    '--config-dir <name>',
    '--vault <dir>',
    '--no-cache',
  ]);
});

test('the tables of options are what --help says (WRITE_DOCS=1 writes them)', () => {
  const own = COMMANDS.map(
    (command) =>
      [
        command,
        (OPTIONS.get(command) ?? []).filter(({ flags }) => !OF_ALL.some((option) => option.flags === flags)),
      ] as const,
  );
  checkTables('docs/command-line.md', {
    'common options': () => asTable(OF_ALL),
    ...Object.fromEntries(
      own.map(([command, options]) => [
        command,
        () => (options.length === 0 ? 'It has no options of its own.' : asTable(options)),
      ]),
    ),
  });
});

test('every command has a section with an example that is run', () => {
  const sections = readFileSync(path.join(__dirname, '../../docs/command-line.md'), 'utf8').split(/\n(?=## )/);
  for (const command of COMMANDS) {
    const section = sections.find((text) => text.startsWith(`## ${command}\n`)) ?? '';
    expect({ command, example: section.includes(`throughline ${command}`) }).toEqual({ command, example: true });
  }
});
