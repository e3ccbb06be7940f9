/** What the npm package has in it: the built command line, the skill, and nothing that it would have to download. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');

interface Packed {
  readonly files: readonly { readonly path: string; readonly mode: number }[];
}

test('the package is the built command line and the skill, with the licences of what is in it', () => {
  const { stdout, status } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  const [packed] = JSON.parse(stdout) as Packed[];
  const files = (packed?.files ?? []).map(({ path: file }) => file);
  expect(files.filter((file) => !file.startsWith('dist/parts/')).sort()).toEqual([
    'LICENSE',
    'README.md',
    'dist/cli.mjs',
    'dist/licences.txt',
    'docs/skill/AGENTS-snippet.md',
    'docs/skill/throughline/SKILL.md',
    'package.json',
  ]);
  expect(files.some((file) => /^dist\/parts\/serve-\w+\.mjs$/.test(file))).toBe(true);
  const { bin, dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    readonly bin: Record<string, string>;
    readonly dependencies?: unknown;
  };
  expect({ bin, dependencies }).toEqual({ bin: { throughline: 'dist/cli.mjs' }, dependencies: undefined });
  expect(readFileSync(path.join(ROOT, 'dist/cli.mjs'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  const licences = readFileSync(path.join(ROOT, 'dist/licences.txt'), 'utf8');
  for (const name of ['@modelcontextprotocol/server', 'zod', 'chokidar', 'commander'])
    expect(licences).toContain(`${name} `);
});
