import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FileEdit } from '../../src/edit/plan';
import { fileDiff } from '../../src/edit/unified-diff';

const edit = (before: string | null, after: string | null, name = 'a.md'): FileEdit => ({ path: name, before, after });

test('a changed file', () => {
  expect([edit('one\ntwo\nthree', 'one\n2\nthree')].map(fileDiff).join('')).toBe(
    'diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n\\ No newline at end of file\n',
  );
});

test('new files and files that go stand against nothing', () => {
  expect([edit(null, 'x\n'), edit('x\n', null)].map(fileDiff).join('')).toBe(
    'diff --git a/a.md b/a.md\nnew file mode 100644\n--- /dev/null\n+++ b/a.md\n@@ -0,0 +1,1 @@\n+x\n' +
      'diff --git a/a.md b/a.md\ndeleted file mode 100644\n--- a/a.md\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-x\n',
  );
});

test.each([
  ['Ann Lee.md', '+++ b/Ann Lee.md\t'],
  ['People/Zoë Ørsted.md', '+++ b/People/Zoë Ørsted.md\t'],
  ['李明.md', '+++ b/李明.md'],
  ['Quo"te \\ s.md', '+++ "b/Quo\\"te \\\\ s.md"'],
  ['Tab\tbed.md', '+++ "b/Tab\\tbed.md"'],
  ['Bell\u0007\u0001\u0085.md', '+++ "b/Bell\\a\\001\\302\\205.md"'],
])('the name %j is readable', (name, line) => {
  expect(
    fileDiff(edit('x\n', 'y\n', name))
      .split('\n')
      .slice(1, 3),
  ).toEqual([line.replace('+++', '---').replace('b/', 'a/'), line]);
});

test('a file without a line is in it all the same', () => {
  expect(fileDiff(edit(null, '', 'Ann Lee.md'))).toBe('diff --git a/Ann Lee.md b/Ann Lee.md\nnew file mode 100644\n');
});

test('what does not change is not there', () => {});

/** Every file below a folder, by its path. */
function filesIn(folder: string): Record<string, string> {
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => fs.statSync(path.join(folder, file)).isFile());
  return Object.fromEntries(files.sort().map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8')]));
}

function write(folder: string, name: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), text);
}

test('git applies it, whatever names and lines look like', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-'));
  const edits = [
    edit('--- a\n+++ b\n@@ -1 +1 @@\n', '+++ b\n====\n--- a\n', 'odd.md'),
    edit('a\r\nb\r\n', 'a\r\nc\r\n', 'crlf.md'),
    edit('a\rb', 'a\rc\r', 'cr.md'),
    edit('a\nb\r\nc\rd', 'a\r\nb\nc\rd\n', 'mixed ends.md'),
    edit('a\u2028b\n', 'a\u2028c\u0085\n', 'separators.md'),
    edit(null, '\ufeffnew', 'New folder/Ann Lee.md'),
    edit('gone\n', null, 'gone.md'),
    edit('a\n', 'a', 'Quo"te.md'),
    edit(null, '', 'New empty.md'),
    edit('', null, 'Old empty.md'),
    edit('', 'a\n', 'Filled.md'),
    edit('a\n', '', 'Emptied.md'),
    ...[
      'Zoë Ørsted.md',
      'Zoe\u0308 nfd.md',
      '李明.md',
      'People/李 明.md',
      '😀 smile.md',
      "Bob's $(x).md",
      ' led by a space.md',
      'ends in a space ',
      '-dash.md',
      'a -> b.md',
      '2025-10-28 14 30.md',
    ].flatMap((name) => [
      edit('one\ntwo\n', 'one\n2\n', `Changed/${name}`),
      edit(null, 'new\n', `New/${name}`),
      edit('old\n', null, `Gone/${name}`),
    ]),
    // Names that no vault of Windows holds.
    ...(process.platform === 'win32'
      ? []
      : ['Tab\tbed.md', 'Back\\slash.md', 'Line\nend.md'].flatMap((name) => [
          edit('a\n', 'b\n', name),
          edit(null, 'new\n', `New/${name}`),
        ])),
  ];
  try {
    for (const { path: name, before } of edits) if (before !== null) write(folder, name, before);
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input: edits.map(fileDiff).join('') });
    const expected = edits.flatMap(({ path: name, after }) => (after === null ? [] : [[name, after] as const]));
    expect(filesIn(folder)).toEqual(Object.fromEntries(expected));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});
