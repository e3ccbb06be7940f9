import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openFolder } from '../../src/cli/folder-host.mts';
import { carryOut } from '../../src/host/carry-out';
import { recoverJournal } from '../../src/host/journal';
import { undoLast } from '../../src/host/undo';
import { failureText } from '../../src/words/english';
import { describeState } from '../host/state-contract';

const NOW = Date.now();
let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-state-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

function at(file: string): string {
  return path.join(folder, file);
}

function put(file: string, text: string): void {
  fs.mkdirSync(path.dirname(at(file)), { recursive: true });
  fs.writeFileSync(at(file), text);
}

/** The number of a process that has ended. */
function endedPid(): number {
  return spawnSync(process.execPath, ['-e', '0']).pid;
}

describeState('a folder', () => openFolder(folder).state);

test('lie with the plugin where there is a configuration folder, else in a folder of their own', async () => {
  put('a.md', 'a');
  await openFolder(folder).state.create('journal/one.json', '');
  expect(fs.existsSync(at('.throughline/journal/one.json'))).toBe(true);
  fs.mkdirSync(at('.config'));
  await openFolder(folder, '.config').state.create('journal/two.json', '');
  expect(fs.existsSync(at('.config/plugins/throughline/journal/two.json'))).toBe(true);
});

test('what was kept before Obsidian opened the vault counts on: it is undone, and settled', async () => {
  put('a.md', 'a');
  await carryOut(
    openFolder(folder),
    { edits: [{ path: 'a.md', before: 'a', after: 'A' }] },
    { what: 'rollup', now: NOW },
  );
  fs.mkdirSync(at('.obsidian'));
  await carryOut(
    openFolder(folder),
    { edits: [{ path: 'a.md', before: 'A', after: 'AA' }] },
    { what: 'rollup', now: NOW + 1 },
  );
  const { state } = openFolder(folder);
  expect(await state.list('journal')).toHaveLength(2);
  for (const text of ['A', 'a']) {
    expect(await undoLast(openFolder(folder), { now: NOW + 2, write: true })).toMatchObject({
      restored: ['a.md'],
      failures: [],
    });
    expect(fs.readFileSync(at('a.md'), 'utf8')).toBe(text);
  }
  put('.throughline/journal/x.json', '{}');
  await state.rename('journal/x.json', 'journal/y.json');
  expect(await state.read('journal/y.json')).toBe('{}');
  await state.remove('journal/y.json');
  expect(fs.existsSync(at('.throughline/journal/y.json'))).toBe(false);
});

test('are for their owner only: the old texts of notes are as private as the notes', async () => {
  await openFolder(folder).state.create('journal/one.json', 'text');
  if (process.platform !== 'win32') expect(fs.statSync(at('.throughline/journal/one.json')).mode & 0o077).toBe(0);
});

describe('a run of this device that has ended', () => {
  test('is known by its number; one that runs, or of another device, has not', () => {
    const { state } = openFolder(folder);
    const [, device = ''] = /^cli-([a-z0-9]+)-/.exec(state.writer) ?? [];
    expect(state.hasEnded(`cli-${device}-${endedPid()}-1`)).toBe(true);
    // Another process had our number before us, as the first of a container has each time.
    expect(state.hasEnded(`cli-${device}-${process.pid}-1`)).toBe(true);
    expect(state.hasEnded(`cli-${device}-${process.ppid}-${Date.now()}`)).toBe(false);
    // A number that a program has by now which began later than the one that was killed.
    expect(state.hasEnded(`cli-${device}-${process.ppid}-1`)).toBe(true);
    expect(state.hasEnded(`cli-${device}x-${endedPid()}-1`)).toBe(false);
  });

  test('and its half-done plan is taken back on a real disk', async () => {
    put('a.md', 'a');
    put('b.md', 'b');
    const host = openFolder(folder);
    const edits = [
      { path: 'a.md', before: 'a', after: 'A' },
      { path: 'b.md', before: 'b', after: 'B' },
    ];
    await carryOut(host, { edits }, { what: 'rollup', now: NOW });
    const [, device = ''] = /^cli-([a-z0-9]+)-/.exec(host.state.writer) ?? [];
    const [{ name } = { name: '' }] = await host.state.list('journal');
    await host.state.rename(
      `journal/${name}`,
      `journal/${name.replace('.json', `.open.cli-${device}-${endedPid()}-1.json`)}`,
    );
    put('b.md', 'typed');
    expect(await recoverJournal(openFolder(folder), NOW)).toMatchObject({
      plans: [{ restored: ['a.md'], left: ['b.md'] }],
      failures: [],
    });
    expect([fs.readFileSync(at('a.md'), 'utf8'), fs.readFileSync(at('b.md'), 'utf8')]).toEqual(['a', 'typed']);
    expect(fs.readdirSync(at('.throughline/journal'))).toEqual([]);
  });
});

describe('temporary files that were left behind', () => {
  const old = new Date(NOW - 48 * 60 * 60 * 1000);

  test('are cleared away when whoever made them is gone, and nothing else is', async () => {
    const ended = endedPid();
    const gone = [
      `.throughline-${ended}-1.tmp`,
      `People/.throughline-${ended}-22.tmp`,
      `.throughline/journal/.throughline-${ended}-3.tmp`,
      `People/.throughline-${process.pid}-1.tmp`,
      `.throughline-${process.ppid}-1.tmp`,
    ];
    for (const file of gone) put(file, 'half');
    // Ours by number, but from before this process began; and one of a process that runs, but has long had its number
    // from another.
    const earlier = new Date(NOW - 2 * 60 * 60 * 1000);
    fs.utimesSync(at(gone[3] ?? ''), earlier, earlier);
    fs.utimesSync(at(gone[4] ?? ''), old, old);
    const kept = [
      `People/.throughline-${process.ppid}-2.tmp`,
      'People/throughline-1-1.tmp',
      `.throughline-${ended}-1.tmp.md`,
      '.throughline-x-1.tmp',
      `.git/.throughline-${ended}-1.tmp`,
      'a.tmp',
    ];
    for (const file of kept) put(file, 'theirs');
    fs.symlinkSync(at('a.tmp'), at(`.throughline-${ended}-9.tmp`));
    await openFolder(folder).state.sweep(NOW);
    expect(gone.filter((file) => fs.existsSync(at(file)))).toEqual([]);
    expect(kept.filter((file) => !fs.existsSync(at(file)))).toEqual([]);
    expect(fs.existsSync(at(`.throughline-${ended}-9.tmp`))).toBe(true);
  });
});

describe('where nothing can be written', () => {
  /** Whoever runs as root writes everywhere: a file where the folder should be stops everybody. */
  test('nothing is, and it is said', async () => {
    put('a.md', 'a');
    put('.throughline', 'a file');
    const result = await carryOut(
      openFolder(folder),
      {
        edits: [
          { path: 'a.md', before: 'a', after: 'A' },
          { path: 'b.md', before: null, after: 'B' },
        ],
      },
      { what: 'rollup', now: NOW },
    );
    expect(result).toMatchObject({ written: [], skipped: [] });
    expect(result.failures.map(failureText)).toEqual([
      expect.stringMatching(
        /^Nothing was written, because the undo journal could not be saved: “\.throughline\/journal/,
      ),
    ]);
    expect(fs.readdirSync(folder).sort()).toEqual(['.throughline', 'a.md']);
    expect(await undoLast(openFolder(folder), { now: NOW, write: true })).toMatchObject({ outcome: 'nothing' });
  });

  test('in one folder, the rest is written', async () => {
    put('closed/a.md', 'a');
    put('open/b.md', 'b');
    fs.chmodSync(at('closed/a.md'), 0o444);
    const edits = [
      { path: 'closed/a.md', before: 'a', after: 'A' },
      { path: 'open/b.md', before: 'b', after: 'B' },
    ];
    const result = await carryOut(openFolder(folder), { edits }, { what: 'rollup', now: NOW });
    expect(result).toMatchObject({ written: ['open/b.md'], failures: [{ code: 'denied', path: 'closed/a.md' }] });
    expect(await undoLast(openFolder(folder), { now: NOW, write: true })).toMatchObject({
      restored: ['open/b.md'],
      left: [],
      failures: [],
    });
  });
});

test('two that write at once each keep their own plan', async () => {
  for (const name of ['a', 'b', 'c', 'd']) put(`${name}.md`, name);
  await Promise.all(
    ['a', 'b', 'c', 'd'].map(async (name) =>
      carryOut(
        openFolder(folder),
        { edits: [{ path: `${name}.md`, before: name, after: name.toUpperCase() }] },
        { what: 'edit', now: NOW },
      ),
    ),
  );
  expect(fs.readdirSync(at('.throughline/journal'))).toHaveLength(4);
  for (let count = 0; count < 4; count++) await undoLast(openFolder(folder), { now: NOW, write: true });
  expect(['a', 'b', 'c', 'd'].map((name) => fs.readFileSync(at(`${name}.md`), 'utf8'))).toEqual(['a', 'b', 'c', 'd']);
});

test('a folder that was made for a page goes with it', async () => {
  put('a.md', '');
  const host = openFolder(folder);
  await carryOut(
    host,
    {
      edits: [
        { path: 'Throughline/Decisions/2025-Q4.md', before: null, after: 'x' },
        { path: 'Throughline/Follow-ups.md', before: null, after: 'y' },
      ],
    },
    { what: 'rollup', now: NOW },
  );
  put('Throughline/mine.txt', 'mine');
  await undoLast(host, { now: NOW, write: true });
  expect([fs.existsSync(at('Throughline/Decisions')), fs.readdirSync(at('Throughline'))]).toEqual([
    false,
    ['mine.txt'],
  ]);
});
