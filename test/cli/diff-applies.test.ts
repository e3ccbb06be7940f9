/**
 * What `rollup --diff` prints is what `rollup` does: `git apply` makes the same vault of the sample vault, byte for
 * byte.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const CLI = path.join(__dirname, '../../dist/cli.mjs');
const SEEDS = path.join(__dirname, '../../seeds');
const BLOCK = /<!-- throughline:begin [^]*?<!-- throughline:end .*?-->(?:\r\n|\r|\n)?/g;

let root: string;
beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), 'throughline-diff-'))));
afterEach(() => {
  rmSync(root, { recursive: true });
});

function rollup(vault: string, ...options: readonly string[]): string {
  return execFileSync(
    process.execPath,
    [CLI, 'rollup', vault, '--me', 'Mara Voss', '--today', '2025-11-20', ...options],
    { cwd: root, encoding: 'utf8' },
  );
}

/** Every file with its bytes, but for what is kept to undo by, and to be quick. */
function files(folder: string): Record<string, string> {
  const paths = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      !['journal', 'readings', 'index', 'cache'].some((own) =>
        file.startsWith(path.join('.obsidian', 'plugins', 'throughline', own)),
      ) && statSync(path.join(root, folder, file)).isFile(),
  );
  return Object.fromEntries(paths.sort().map((file) => [file, readFileSync(path.join(root, folder, file), 'latin1')]));
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

/** The sample vault as it was before its first rollup, with names and line ends that a diff could stumble over. */
function makeVault(folder: string): void {
  cpSync(SEEDS, path.join(root, folder), { recursive: true });
  for (const file of Object.keys(files(folder)).filter((name) => name.endsWith('.md'))) {
    const text = readFileSync(path.join(root, folder, file), 'utf8');
    if (text.includes('<!-- throughline:begin ')) write(`${folder}/${file}`, text.replace(BLOCK, ''));
  }
  for (const page of ['Follow-ups', 'Open questions']) rmSync(path.join(root, folder, `Throughline/${page}.md`));
  const names = ['Måns Öhrn', '王芳', 'Dana Fox', 'Bo Kim', 'Ines Marl'];
  write(
    `${folder}/Meetings/2025-11-18 All of us.md`,
    `---\ntype: meeting\ndate: 2025-11-18\npeople: [${names.map((name) => `"[[${name}]]"`).join(', ')}]\n---\n## Actions\n- [ ] Send plan @王芳\n- [ ] Book a room @Måns Öhrn\n`,
  );
  write(`${folder}/People/Dana Fox.md`, '---\ntype: person\n---\r\n# Dana Fox\r\n\r\nTall.');
  write(`${folder}/People/Bo Kim.md`, '\ufeff# Bo Kim\rCR only.\r\rMore.\r');
  write(`${folder}/People/Ines Marl.md`, '# Ines Marl');
}

test('git apply gives what a rollup writes', () => {
  for (const folder of ['patched', 'rolled up']) makeVault(folder);
  const before = files('patched');
  const diff = rollup('patched', '--diff');
  expect(files('patched')).toEqual(before);
  execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: path.join(root, 'patched'), input: diff });
  rollup('rolled up');
  const after = files('rolled up');
  expect(files('patched')).toEqual(after);

  const changed = Object.keys(after).filter((file) => after[file] !== before[file]);
  expect(changed.length).toBeGreaterThan(15);
  expect(changed).toEqual(
    expect.arrayContaining(
      ['Måns Öhrn/README', '王芳/README', 'Dana Fox', 'Bo Kim', 'Ines Marl'].map((name) =>
        path.join('People', `${name}.md`),
      ),
    ),
  );
  for (const file of changed) expect(diff).toContain(`b/${file.split(path.sep).join('/')}`);
});
