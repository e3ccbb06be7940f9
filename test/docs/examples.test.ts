/**
 * Every example of the documentation is run, over copies of the sample vault on its day, and must print what the page
 * says. `WRITE_DOCS=1` writes what it prints into the pages.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DocsShell } from './docs-shell';
import { isShown, reshown, stepsOf } from './examples';

const ROOT = path.join(__dirname, '../..');
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(path.join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const shell = new DocsShell();
afterAll(() => {
  shell.remove();
});

for (const page of PAGES) {
  test(`the examples of ${page}`, () => {
    const file = path.join(ROOT, page);
    const text = readFileSync(file, 'utf8');
    const rewritten: { readonly from: number; readonly to: number; readonly text: string }[] = [];
    let fresh = false;
    for (const step of stepsOf(text)) {
      if (step.step === 'section') {
        fresh = false;
        continue;
      }
      if (!fresh) shell.freshVault();
      fresh = true;
      if (step.step === 'file') {
        shell.write(step.path, step.text);
      } else if (step.notRun === null) {
        const { line } = step;
        const { status, printed } = shell.run(step.commands);
        expect({ page, line, status, printed: status === 0 ? '' : printed.slice(-400) }).toEqual({
          page,
          line,
          status: 0,
          printed: '',
        });
        if (step.shown === null || isShown(step.shown.text, printed)) continue;
        if (process.env['WRITE_DOCS'] === '1')
          rewritten.push({ ...step.shown, text: reshown(step.shown.text, printed) });
        else
          expect({ page, line, shown: step.shown.text }).toEqual({
            page,
            line,
            shown: reshown(step.shown.text, printed),
          });
      }
    }
    const lines = text.split('\n');
    for (const { from, to, text: shown } of rewritten.reverse())
      lines.splice(from + 1, to - from - 1, ...shown.split('\n'));
    if (rewritten.length > 0) writeFileSync(file, lines.join('\n'));
  }, 300_000);
}

test('an example is told from what it shows, from a file, and from one that is not run', () => {
  const page = [
    '# A',
    '```sh',
    'ls',
    '```',
    '',
    '```text',
    'a.md',
    '```',
    '```markdown b.md',
    '# B',
    '```',
    '<!-- not run: no -->',
    '```sh',
    'rm',
    '```',
  ].join('\n');
  expect(stepsOf(page)).toEqual([
    { step: 'section', title: 'A' },
    { step: 'run', line: 2, commands: 'ls', shown: { info: 'text', text: 'a.md', from: 5, to: 7 }, notRun: null },
    { step: 'file', path: 'b.md', text: '# B\n' },
    { step: 'run', line: 13, commands: 'rm', shown: null, notRun: 'no' },
  ]);
  expect(isShown('a\n…', 'a\nb\n')).toBe(true);
  expect(isShown('a\n…', 'b\na\n')).toBe(false);
  expect(isShown('a', 'a\nb\n')).toBe(false);
  expect(isShown('at 3 Nov 2025, 17:04', 'at 28 Nov 2026, 09:30\n')).toBe(true);
});
