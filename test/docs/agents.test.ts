/** docs/agents.md tells every tool and every error of `throughline mcp`, and the skill names tools and commands that are there. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ERROR_CODES } from '../../src/agent/tool-error';
import { CLI, RawClient } from '../mcp/raw-client';
import { SAMPLE_DAY, SEEDS } from '../sample-vault';
import { checkTables, table } from './generated';

interface ListedTool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: { readonly properties: Record<string, unknown>; readonly required?: readonly string[] };
  readonly annotations: { readonly readOnlyHint: boolean };
}

let tools: readonly ListedTool[];
beforeAll(async () => {
  const client = await RawClient.start(['--vault', SEEDS, '--today', SAMPLE_DAY]);
  const { result } = await client.request('tools/list');
  tools = result?.['tools'] as ListedTool[];
  await client.end();
});

const read = (file: string): string => readFileSync(path.join(__dirname, '../../docs', file), 'utf8');

test('the tables are the program’s own (WRITE_DOCS=1 writes them)', () => {
  checkTables('docs/agents.md', {
    tools: () =>
      table(
        ['tool', 'takes', ''],
        tools.map(({ name, inputSchema: { properties, required = [] }, description }) => [
          `\`${name}\``,
          Object.keys(properties)
            .map((key) => (required.includes(key) ? `**${key}**` : key))
            .join(', '),
          description,
        ]),
      ),
    errors: () =>
      table(
        ['code', ''],
        Object.entries(ERROR_CODES).map(([code, means]) => [`\`${code}\``, means]),
      ),
  });
});

test('only one tool writes', () => {
  expect(tools.filter(({ annotations }) => !annotations.readOnlyHint).map(({ name }) => name)).toEqual(['apply']);
});

describe.each(['skill/throughline/SKILL.md', 'skill/AGENTS-snippet.md'])('%s', (file) => {
  const text = read(file);

  test('names tools, commands and options that are there', () => {
    const help = (...args: string[]): string =>
      spawnSync(process.execPath, [CLI, ...args, '--help'], { encoding: 'utf8' }).stdout;
    const commands = help();
    for (const [, given = ''] of text.matchAll(/`throughline ([^`]+)`/g)) {
      for (const command of given.split(' ')[0]?.split('|') ?? []) expect(commands).toContain(`\n  ${command} `);
      const [first = ''] = (given.split(' ')[0] ?? '').split('|');
      const options = help(first);
      for (const [option] of given.matchAll(/--[a-z-]+/g))
        expect({ given, options }).toMatchObject({
          options: expect.stringContaining(option) as string,
        });
    }
    for (const [, name = ''] of text.matchAll(/`(plan_\w+)`/g))
      if (name !== 'plan_') expect(tools.map((one) => one.name)).toContain(name);
  });
});

test('the skill says the mark of a block as it is written', () => {
  const [mark = ''] =
    /<!-- throughline:begin/.exec(readFileSync(path.join(SEEDS, 'People/Cy Marlowe.md'), 'utf8')) ?? [];
  expect(mark).not.toBe('');
  expect(read('skill/throughline/SKILL.md')).toContain(`\`${mark}\``);
});
