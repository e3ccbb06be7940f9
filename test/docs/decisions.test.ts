/** src/README.md and docs/decisions/ speak of the code as it is: its files, its folders, and one form for a decision. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
const textOf = (page: string): string => readFileSync(path.join(ROOT, page), 'utf8');

const SUBJECTS = readdirSync(path.join(ROOT, 'docs/decisions')).filter((name) => name !== 'README.md');
const PAGES = ['src/README.md', 'docs/decisions/README.md', ...SUBJECTS.map((name) => `docs/decisions/${name}`)];

test.each(PAGES)('every file that %s names exists', (page) => {
  const named = [...textOf(page).matchAll(/`([a-z.][\w./-]*\/[\w.-]*|[\w/-]+\.(?:m?tsx?|mjs))`/g)].map(
    (match) => match[1] ?? '',
  );
  const missing = named.filter((name) => !['src', '.'].some((base) => existsSync(path.join(ROOT, base, name))));
  expect(missing).toEqual([]);
});

test('src/README.md stays short, and its map is the folders of src/', () => {
  const lines = textOf('src/README.md').trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(80);
  const mapped = lines.flatMap((line) => /^\| `([a-z-]+)\/` \|/.exec(line)?.[1] ?? []);
  const folders = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...mapped].sort()).toEqual(folders.map(({ name }) => name).sort());
});

test('the list of decisions has every subject', () => {
  const listed = [...textOf('docs/decisions/README.md').matchAll(/\]\(([a-z-]+\.md)\) \|/g)].map((match) => match[1]);
  expect(listed.sort()).toEqual([...SUBJECTS].sort());
});

test.each(SUBJECTS)('each decision of %s has its context, what was decided, and its status', (subject) => {
  const [, ...decisions] = textOf(`docs/decisions/${subject}`).split(/^## /m);
  expect(decisions.length).toBeGreaterThan(0);
  const odd = decisions.filter(
    (decision) =>
      !/^[^\n]+\n\nContext: [^]+\n\nDecision: [^]+\n\nStatus: (?:held|superseded), \d{4}-\d\d-\d\d[.,]/.test(decision),
  );
  expect(odd.map((decision) => decision.split('\n')[0])).toEqual([]);
});
