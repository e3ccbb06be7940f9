/** The sample vault through the built command line: its committed pages are approved text, whose diffs are read. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const CLI = path.resolve('dist/cli.mjs');
const TODAY = ['--today', '2025-11-03'];
let vault = '';

beforeEach(() => {
  vault = mkdtempSync(path.join(tmpdir(), 'throughline-seeds-'));
  cpSync('seeds', vault, { recursive: true });
});
afterEach(() => {
  rmSync(vault, { recursive: true, force: true });
});

function run(...args: string[]): { readonly status: number | null; readonly out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  return { status, out: stdout + stderr };
}

/** Every file's bytes and modification time. */
function stateOf(folder: string): Map<string, { readonly bytes: string; readonly mtime: number }> {
  const state = new Map<string, { bytes: string; mtime: number }>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name);
    const { mtimeMs, isFile } = ((stat) => ({ mtimeMs: stat.mtimeMs, isFile: stat.isFile() }))(statSync(file));
    if (isFile) state.set(name, { bytes: readFileSync(file, 'latin1'), mtime: mtimeMs });
  }
  return state;
}

test('the committed pages are what a rollup of that day leaves', () => {
  expect(run('rollup', vault, '--check', ...TODAY)).toMatchObject({ status: 0 });
  // Without a day, the pages' own counts.
  expect(run('rollup', vault, '--check').status).toBe(0);
});

test('a second rollup writes no file and changes no modification time', () => {
  // The first keeps its lists for the next question.
  expect(run('rollup', vault, ...TODAY).status).toBe(0);
  const before = stateOf(vault);
  expect(run('rollup', vault, ...TODAY).status).toBe(0);
  expect(stateOf(vault)).toEqual(before);
});

test('without its generated pages the vault rolls up to the very same files', () => {
  const before = stateOf(vault);
  rmSync(path.join(vault, 'Throughline/Decisions'), { recursive: true });
  for (const page of ['Follow-ups', 'Waiting on', 'Open questions']) rmSync(path.join(vault, `Throughline/${page}.md`));
  rmSync(path.join(vault, 'People/Åke Lindqvist'), { recursive: true });
  expect(run('rollup', vault, '--check', ...TODAY).status).toBe(1);
  expect(run('rollup', vault, ...TODAY).status).toBe(0);
  // The journal is what that rollup left to be undone by; the readings and the index make the next one quick.
  const bytes = (state: ReturnType<typeof stateOf>) =>
    [...state]
      .filter(([name]) => !/\b(?:journal|readings|index|cache)\b/.test(name))
      .map(([name, file]) => [name, file.bytes])
      .sort();
  expect(bytes(stateOf(vault))).toEqual(bytes(before));
});

test('an edited meeting is seen by --check, and a dry run writes nothing', () => {
  const meeting = path.join(vault, 'Meetings/2025-11-03 Product weekly.md');
  writeFileSync(
    meeting,
    readFileSync(meeting, 'utf8').replace(
      '## Action items\n',
      '## Action items\n- [ ] Call the mill @me 📅 2025-11-03\n',
    ),
  );
  const before = stateOf(vault);
  expect(run('rollup', vault, '--check').status).toBe(1);
  expect(run('rollup', vault, '--dry-run', ...TODAY).out).toContain('Throughline/Follow-ups.md');
  expect(run('rollup', vault, '--diff', ...TODAY).out).toContain('+- Call the mill');
  expect(stateOf(vault)).toEqual(before);
});
