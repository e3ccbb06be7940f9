import { diffLines } from '../../src/obsidian/view/plan-diff';

const SIGNS = { same: ' ', added: '+', removed: '-', gap: '…' };

/** The diff as lines with a sign before each. */
function check(before: string | null, after: string | null): string[] {
  return diffLines({ before, after }).map(({ is, text }) => `${SIGNS[is]}${text}`);
}

const TEN = Array.from({ length: 10 }, (_, at) => `line ${at}\n`).join('');

test('a new page is all added, one for the trash all removed', () => {
  expect(check(null, '# Ann\n\nx')).toEqual(['+# Ann', '+', '+x']);
  expect(check('a\r\nb\r\n', null)).toEqual(['-a', '-b']);
});

test('a change stands with two lines around it', () => {
  expect(check(TEN, TEN.replace('line 5', 'line five'))).toEqual([
    ' line 3',
    ' line 4',
    '-line 5',
    '+line five',
    ' line 6',
    ' line 7',
  ]);
});

test('what lies between two changes is left out where it is long, and shown where it is short', () => {
  expect(check(TEN, TEN.replace('line 1', 'line one').replace('line 8', 'line eight'))).toEqual([
    ' line 0',
    '-line 1',
    '+line one',
    ' line 2',
    ' line 3',
    '…',
    ' line 6',
    ' line 7',
    '-line 8',
    '+line eight',
    ' line 9',
  ]);
  expect(check(TEN, TEN.replace('line 2', 'line two').replace('line 5', 'line five'))).toEqual([
    ' line 0',
    ' line 1',
    '-line 2',
    '+line two',
    ' line 3',
    ' line 4',
    '-line 5',
    '+line five',
    ' line 6',
    ' line 7',
  ]);
});

test('lines at the very start and end have none before or behind', () => {
  expect(check('a\nb\n', '0\na\nb\n')).toEqual(['+0', ' a', ' b']);
  expect(check('a\nb\n', 'a\nb\nc\n')).toEqual([' a', ' b', '+c']);
  expect(check('a', 'a')).toEqual([]);
});
