/** Two rollups of one vault, begun at once, by the built command line: both end well, and leave what one alone leaves. */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const CLI = path.join(__dirname, '../../dist/cli.mjs');
const PEOPLE = Array.from({ length: 30 }, (_, at) => `Dana ${'ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜË'.charAt(at)}. Fox`);

let root = '';
beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-at-once-'));
});
afterAll(() => {
  fs.rmSync(root, { recursive: true, force: true });
});

function makeVault(name: string): string {
  const vault = path.join(root, name);
  for (const folder of ['.obsidian', 'Meetings', 'People']) fs.mkdirSync(path.join(vault, folder), { recursive: true });
  PEOPLE.forEach((person, at) => {
    fs.writeFileSync(path.join(vault, `People/${person}.md`), `# ${person}\n`);
    fs.writeFileSync(
      path.join(vault, `Meetings/2025-10-${(at % 20) + 10} ${person}.md`),
      `---\ntype: 1-1\ndate: 2025-10-${(at % 20) + 10}\npeople: ["[[${person}]]"]\n---\n## Actions\n- [ ] Send ${at} @me\n`,
    );
  });
  return vault;
}

const lineOf = (vault: string): string[] => [
  CLI,
  'rollup',
  vault,
  '--json',
  '--today',
  '2025-11-03',
  '--me',
  'Mara Voss',
];

interface Ended {
  readonly status: number | null;
  readonly wrote: readonly string[];
  readonly err: string;
}

async function rollUp(vault: string): Promise<Ended> {
  const child = spawn(process.execPath, lineOf(vault));
  let [out, err] = ['', ''];
  child.stdout.on('data', (some: Buffer) => (out += some.toString()));
  child.stderr.on('data', (some: Buffer) => (err += some.toString()));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const { created, updated } = JSON.parse(out) as { created: string[]; updated: string[] };
  return { status, wrote: [...created, ...updated], err };
}

function pagesOf(vault: string): Record<string, string> {
  const files = fs.readdirSync(vault, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  return Object.fromEntries(files.sort().map((file) => [file, fs.readFileSync(path.join(vault, file), 'utf8')]));
}

test('both say what they wrote themselves; together it is every page', async () => {
  const undisturbed = makeVault('undisturbed');
  expect(spawnSync(process.execPath, lineOf(undisturbed)).status).toBe(0);
  const vault = makeVault('shared');
  const runs = await Promise.all([rollUp(vault), rollUp(vault)]);
  expect(runs.map(({ status, err }) => ({ status, err }))).toEqual([
    { status: 0, err: '' },
    { status: 0, err: '' },
  ]);
  expect(new Set(runs.flatMap(({ wrote }) => wrote)).size).toBe(PEOPLE.length + 3);
  expect(pagesOf(vault)).toEqual(pagesOf(undisturbed));
  expect(fs.existsSync(path.join(vault, '.trash'))).toBe(false);
  expect(spawnSync(process.execPath, [CLI, 'rollup', vault, '--check', '--me', 'Mara Voss']).status).toBe(0);
});
