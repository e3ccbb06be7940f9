/** `undo` and `remove` as they are shipped: the built command line in a process of its own, on real folders. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Scratch } from './fake-shell';

const CLI = path.join(__dirname, '../../dist/cli.mjs');
const MEETING =
  '---\ntype: meeting\ndate: 2025-10-28\npeople: ["[[Dana Fox]]", "[[Gwen Ash]]"]\n---\n## Action items\n- [ ] Send pricing draft @me 📅 2025-10-31\n- [ ] Ask Dana Fox about it @Gwen Ash\n';
const ROLLUP = ['rollup', 'Vault', '--today', '2025-11-03', '--me', 'Mara Voss'];

let scratch: Scratch;
beforeEach(() => {
  scratch = new Scratch();
  scratch.write('Vault/Meetings/2025-10-28 Dana.md', MEETING);
  scratch.write('Vault/People/Dana Fox.md', '# Dana Fox\r\n\r\nTall.');
});
afterEach(() => {
  scratch.remove();
});

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: scratch.root,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

/** The notes and their bytes. */
function notes(): Record<string, string> {
  const found = readdirSync(path.join(scratch.root, 'Vault'), { recursive: true, encoding: 'utf8' });
  const files = found.filter(
    (file) => !file.startsWith('.') && statSync(path.join(scratch.root, 'Vault', file)).isFile(),
  );
  return Object.fromEntries(
    files.sort().map((file) => [file, readFileSync(path.join(scratch.root, 'Vault', file), 'latin1')]),
  );
}

function journal(): string[] {
  const folder = path.join(scratch.root, 'Vault/.obsidian/plugins/throughline/journal');
  return existsSync(folder) ? readdirSync(folder) : [];
}

test('undo takes the last rollup back, a task that was ticked after it first', () => {
  const before = notes();
  run(...ROLLUP);
  const rolledUp = notes();
  run('complete', 'Meetings/2025-10-28 Dana.md:7', '--vault', 'Vault');
  const said = run('undo', 'Vault', '--dry-run');
  expect(said).toMatchObject({
    status: 0,
    err: '',
    out: expect.stringMatching(
      /^Would undo the task of .*: 1 restored\.\n {2}restored {2}Meetings\/2025-10-28 Dana\.md\n$/,
    ) as string,
  });
  expect(run('undo', 'Vault')).toMatchObject({ status: 0, err: '', out: said.out.replace('Would undo', 'Undid') });
  expect(notes()).toEqual(rolledUp);

  const { undone, restored, trashed, left, failures } = JSON.parse(
    run('undo', '--vault', 'Vault', '--json').out,
  ) as Record<string, unknown>;
  expect({ undone, restored, trashed, left, failures }).toEqual({
    undone: { what: 'rollup', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string },
    restored: ['People/Dana Fox.md'],
    trashed: [
      'People/Gwen Ash.md',
      'Throughline/Follow-ups.md',
      'Throughline/Open questions.md',
      'Throughline/Waiting on.md',
    ],
    left: [],
    failures: [],
  });
  expect(notes()).toEqual(before);
  expect(existsSync(path.join(scratch.root, 'Vault/Throughline'))).toBe(false);
  expect(run('undo', 'Vault')).toEqual({ status: 0, out: 'There is nothing to undo.\n', err: '' });
  expect(run('undo', 'Vault', '--redo').out).toMatch(
    /^Redid what was undone on .*: 1 restored, 4 back from the trash\.\n/,
  );
  expect(notes()).toEqual(rolledUp);
});

test('undo names what it leaves', () => {
  run(...ROLLUP);
  scratch.write('Vault/People/Dana Fox.md', 'mine');
  const { status, out } = run('undo', 'Vault');
  expect(status).toBe(0);
  expect(out).toContain('  left      People/Dana Fox.md  The file has changed since.\n');
  expect(notes()['People/Dana Fox.md']).toBe('mine');
});

test('links and answers are undone as well', () => {
  const before = notes();
  run('link', 'Meetings/2025-10-28 Dana.md', '--vault', 'Vault', '--write');
  expect(notes()['Meetings/2025-10-28 Dana.md']).toContain('[[Dana Fox]] about it');
  expect(run('undo', 'Vault').out).toMatch(/^Undid the linking of /);
  expect(notes()).toEqual(before);
});

test('remove takes everything out and says what stays; undo puts it back', () => {
  const before = notes();
  run(...ROLLUP);
  scratch.write('Vault/Throughline/Names.md', '- "Bo" is not a name\n');
  const rolledUp = notes();
  const said = run('remove', 'Vault', '--dry-run');
  expect(notes()).toEqual(rolledUp);
  const { status, out, err } = run('remove', 'Vault');
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(said.out).toMatch(/^Would remove: 1 page without Throughline’s part, 4 to the trash\.\n/);
  expect(out).toMatch(
    /^Removed: 1 page without Throughline’s part, 4 to the trash\.\n {2}changed {3}People\/Dana Fox\.md\n {2}to trash {2}People\/Gwen Ash\.md\n/,
  );
  expect(out).toContain('\nStays\n  Throughline/Names.md  It holds an answer of yours about names.\n');
  expect(notes()).toEqual({ ...before, 'Throughline/Names.md': '- "Bo" is not a name\n' });
  expect(JSON.parse(run('remove', 'Vault', '--json').out)).toEqual({
    restored: [],
    trashed: [],
    stays: [{ path: 'Throughline/Names.md', why: 'It holds an answer of yours about names.' }],
    skipped: [],
    failures: [],
  });
  run('undo', 'Vault');
  expect(notes()).toEqual(rolledUp);
});

test('a vault that Obsidian never opened keeps its journal in a folder of its own', () => {
  scratch.write('plain/People/Dana Fox.md', '# Dana Fox\n');
  scratch.write('plain/Meetings/2025-10-28 Dana.md', MEETING);
  run('rollup', 'plain');
  expect(readdirSync(path.join(scratch.root, 'plain')).sort()).toEqual([
    '.throughline',
    'Meetings',
    'People',
    'Throughline',
  ]);
  run('undo', 'plain');
  expect(readFileSync(path.join(scratch.root, 'plain/People/Dana Fox.md'), 'utf8')).toBe('# Dana Fox\n');
});

test('where the journal cannot be written nothing is, and the status says so', () => {
  scratch.write('Vault/.obsidian/plugins/throughline/journal', 'a file');
  const before = notes();
  for (const line of [
    ROLLUP,
    ['complete', 'Meetings/2025-10-28 Dana.md:7', '--vault', 'Vault'],
    ['link', 'Meetings/2025-10-28 Dana.md', '--vault', 'Vault', '--write'],
  ]) {
    const { status, err } = run(...line);
    expect({ line, status, said: err.split('\n')[0] }).toEqual({
      line,
      status: 3,
      said: expect.stringMatching(
        /^throughline: Nothing was written, because the undo journal could not be saved: “\.obsidian\/plugins\/throughline\/journal/,
      ) as string,
    });
  }
  expect(notes()).toEqual(before);
});

test('a journal that is damaged is passed over', () => {
  run(...ROLLUP);
  const [name = ''] = journal();
  scratch.write(
    `Vault/.obsidian/plugins/throughline/journal/${name}`,
    readFileSync(path.join(scratch.root, 'Vault/.obsidian/plugins/throughline/journal', name), 'utf8').slice(0, 500),
  );
  expect(run('undo', 'Vault')).toEqual({ status: 0, out: 'There is nothing to undo.\n', err: '' });
  expect(run('rollup', 'Vault', '--today', '2025-12-20').status).toBe(0);
  expect(run('undo', 'Vault').out).toMatch(/^Undid the rollup/);
});

test('what a killed run left half done is settled by the next command that writes, and said', () => {
  run(...ROLLUP);
  const before = notes();
  run('rollup', 'Vault', '--today', '2025-12-20');
  const name = journal().sort().pop() ?? '';
  const journalFolder = path.join(scratch.root, 'Vault/.obsidian/plugins/throughline/journal');
  // As if it had been killed behind its last file.
  const { pid } = spawnSync(process.execPath, ['-e', '0']);
  spawnSync(process.execPath, [
    '-e',
    `const os = require('os'), fs = require('fs'); const device = os.hostname().toLowerCase().replace(/[^a-z0-9]+/g, '').slice(0, 40) || 'device';
    fs.renameSync(process.argv[1] + '.json', process.argv[1] + '.open.cli-' + device + '-${pid}-1.json')`,
    path.join(journalFolder, name.replace('.json', '')),
  ]);
  const after = notes();
  expect(run('rollup', 'Vault', '--dry-run', '--today', '2025-12-20').err).toBe('');
  expect(notes()).toEqual(after);
  expect(run('undo', 'Vault').err).toMatch(
    /^throughline: an earlier run was interrupted during its rollup: \d+ files restored\.\n$/,
  );
  // That rollup counts as never made: undoing took back the one before it.
  expect(Object.keys(notes())).toEqual(['Meetings/2025-10-28 Dana.md', 'People/Dana Fox.md']);
  expect(Object.keys(before).length).toBeGreaterThan(2);
  expect(journal().filter((file) => file.includes('.open.'))).toEqual([]);
});

test('several at once: each file is whole, each plan can be undone', async () => {
  const before = notes();
  const lines = [
    ROLLUP,
    ROLLUP,
    ['complete', 'Meetings/2025-10-28 Dana.md:7', '--vault', 'Vault', '--today', '2025-11-03'],
    ROLLUP,
  ];
  const ended = await Promise.all(
    lines.map(
      async (line) =>
        new Promise((resolve) => {
          spawn(process.execPath, [CLI, ...line], { cwd: scratch.root, stdio: 'ignore' }).on('close', resolve);
        }),
    ),
  );
  expect(ended).toEqual([0, 0, 0, 0]);
  run(...ROLLUP);
  expect(run(...ROLLUP).out).toMatch(/^Everything is up to date/);
  expect(notes()['Meetings/2025-10-28 Dana.md']).toContain('- [x] Send pricing draft');
  for (let count = 0; count < 6 && !run('undo', 'Vault').out.startsWith('There is nothing'); count++);
  expect(notes()).toEqual(before);
});
