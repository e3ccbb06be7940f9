import { nameKey, whyNotCreatable, whyOutside } from '../../src/host/path-safety';

test.each(['a.md', 'People/Ann Lee.md', 'a..b/c.md', '.throughline/journal.json', 'Dana Fox/1:1.md', '…/ü 📅.md'])(
  '%s lies in the vault',
  (path) => {
    expect(whyOutside(path)).toBe(null);
  },
);

test.each(['', '/', '..', 'a/..', './a', 'a/./b', 'a/', '\\\\server\\x', 'c:/x', 'a\\..\\..\\b'])(
  '%j does not',
  (path) => {
    expect(whyOutside(path)).not.toBe(null);
    expect(whyNotCreatable(path)).not.toBe(null);
  },
);

test.each([
  'Console.md',
  'com10.md',
  'Ann Lee (Acme, PM).md',
  'a.b.md',
  '.throughline/x.json',
  `${'a'.repeat(252)}.md`,
])('%s may be created', (path) => {
  expect(whyNotCreatable(path)).toBe(null);
});

test.each([
  ['Ann', 'ANN'],
  ['José', 'Jose\u0301'],
  ['Σίσυφος', 'ΣΊΣΥΦΟΣ'],
  ['É', 'e\u0301'],
])('%s and %s are one name', (a, b) => {
  expect(nameKey(a)).toBe(nameKey(b));
});

test.each([
  ['Jose', 'José'],
  ['Ann', 'Anne'],
  ['weiß', 'weiss'],
])('%s and %s are two', (a, b) => {
  expect(nameKey(a)).not.toBe(nameKey(b));
});

test.each([
  [`${'a'.repeat(253)}.md`, { code: 'too-long' }],
  [`${'é'.repeat(127)}.md`, { code: 'too-long' }],
  ['a\u0007b.md', { code: 'character', character: null }],
  ['a?b.md', { code: 'character', character: '?' }],
])('why %j is not created', (path, why) => {
  expect(whyNotCreatable(path)).toEqual(why);
});
