import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FileEdit } from '../../src/edit/plan';
import { unifiedDiff } from '../../src/edit/unified-diff';

const edit = (before: string | null, after: string | null, name = 'a.md'): FileEdit => ({ path: name, before, after });

test('a changed file', () => {
  expect(unifiedDiff({ edits: [edit('one\ntwo\nthree', 'one\n2\nthree')] })).toBe(
    '--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n\\ No newline at end of file\n',
  );
});

test('new files and files that go stand against nothing; names with spaces end in a tab, as git writes them', () => {
  expect(unifiedDiff({ edits: [edit(null, 'x\n', 'Ann Lee.md'), edit('x\n', null)] })).toBe(
    '--- /dev/null\n+++ b/Ann Lee.md\t\n@@ -0,0 +1,1 @@\n+x\n--- a/a.md\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-x\n',
  );
});

test('what does not change is not there', () => {
  expect(unifiedDiff({ edits: [edit('a', 'a')] })).toBe('');
});

test('git applies it, whatever the lines look like', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-'));
  const edits = [
    edit('--- a\n+++ b\n@@ -1 +1 @@\n', '+++ b\n====\n--- a\n', 'odd.md'), edit('a\r\nb\r\n', 'a\r\nc\r\n', 'crlf.md'), edit('a\rb', 'a\rc\r', 'cr.md'),
    edit(null, '\ufeffnew', 'New folder/Ann Lee.md'), edit('gone\n', null, 'gone.md'), edit('a\n', 'a', 'Quo"te.md'),
  ];
  try {
    for (const { path: name, before } of edits) if (before !== null) fs.writeFileSync(path.join(folder, name), before);
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input: unifiedDiff({ edits }) });
    for (const { path: name, after } of edits) {
      expect(fs.existsSync(path.join(folder, name)) ? fs.readFileSync(path.join(folder, name), 'utf8') : null).toBe(after);
    }
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});
