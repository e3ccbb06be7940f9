import { figure, middle, spreadOf, table } from '../../bench/tables.mjs';

const row = (relation: '≤' | '≥', target: number | null, values: readonly number[] | string, judged = true): string =>
  figure(['what', relation, target, values], { judged }).slice(1).join(' | ');

test('the median of any number of runs', () => {
  expect(middle([3, 1, 2])).toBe(2);
  expect(middle([4, 1, 3, 2])).toBe(2.5);
  expect(spreadOf([3, 1, 2], 1)).toBe('2.0 (1.0–3.0)');
});

test('the median decides whether a target is met, whichever way it points', () => {
  expect(row('≤', 0.5, [0.4, 0.5, 9])).toBe('≤ 0.5 | 0.50 (0.40–9.00) | met');
  expect(row('≤', 0.5, [0.1, 0.51, 0.6])).toBe('≤ 0.5 | 0.51 (0.10–0.60) | missed');
  expect(row('≥', 5, [5, 1, 7])).toBe('≥ 5 | 5.00 (1.00–7.00) | met');
  expect(row('≥', 5, [4.9])).toBe('≥ 5 | 4.90 (4.90–4.90) | missed');
});

test('no verdict without a target, without a figure, or where none is asked for', () => {
  expect(row('≤', null, [2])).toBe('– | 2.00 (2.00–2.00) | –');
  expect(row('≥', 3, 'not measured here: why')).toBe('≥ 3 | – | not measured here: why');
  expect(row('≤', 1, [2], false)).toBe('≤ 1 | 2.00 (2.00–2.00) | –');
});

test('columns are as wide as their widest cell, numbers to the right', () => {
  expect(
    table(
      [
        ['what', 'heap'],
        ['notes', '5 MB'],
        ['with all', '11 MB'],
      ],
      [1],
    ),
  ).toBe('what       heap\nnotes      5 MB\nwith all  11 MB');
});
