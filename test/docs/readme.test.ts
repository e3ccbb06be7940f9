/** What the README shows of the sample vault stands there. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { SEEDS } from '../sample-vault';
import { fencesOf } from './examples';

const readme = readFileSync(path.join(__dirname, '../../README.md'), 'utf8');

const PAGES = [
  'README.md',
  ...readdirSync(path.join(__dirname, '../../docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

test('the page that it shows is the page of the sample vault', () => {
  const page = readFileSync(path.join(SEEDS, 'People/Gwen Ashdown.md'), 'utf8');
  const [, block = ''] = /<!-- throughline:begin[^\n]*\n([\s\S]*?)\n<!-- throughline:end/.exec(page) ?? [];
  expect(fencesOf(readme.split('\n')).map(({ text }) => text)).toContain(block);
});

test('the two lines to start with are there', () => {
  const commands = fencesOf(readme.split('\n'))
    .filter(({ info }) => info === 'sh')
    .map(({ text }) => text);
  expect(commands).toEqual(expect.arrayContaining(['npm ci && npm start', 'npm ci && npm test']));
});

test('links lead to files that are there', () => {
  for (const page of ['CONTRIBUTING.md', ...PAGES]) {
    const text = readFileSync(path.join(__dirname, '../..', page), 'utf8').replace(/```[\s\S]*?```/g, '');
    for (const [, target = ''] of text.matchAll(/\]\(([^)#]+\.\w+)(?:#[\w-]+)?\)/g)) {
      expect({
        page,
        target,
        there: readFileSync(path.join(__dirname, '../..', path.dirname(page), target)).length > 0,
      }).toEqual({ page, target, there: true });
    }
  }
});

test('every picture is shown, has words for who does not see it, and is small', () => {
  const folder = path.join(__dirname, '../../docs/pictures');
  const shown = PAGES.flatMap((page) => [
    ...readFileSync(path.join(__dirname, '../..', page), 'utf8').matchAll(
      /!\[([^\]]{10,})\]\((?:docs\/)?pictures\/([\w-]+\.png)\)/g,
    ),
  ]).map(([, , name = '']) => name);
  expect([...new Set(shown)].sort()).toEqual(readdirSync(folder).sort());
  expect(shown.filter((name) => statSync(path.join(folder, name)).size > 100_000)).toEqual([]);
});
