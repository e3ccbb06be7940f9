import { expectLinearIn, type Measure, type Prepare, type Sizes, tooFast } from './growth';

const SIZES: Sizes = { from: 500, to: 4_000 };

/** Work that says how many steps it took, and a clock that counts them: a thousandth of a millisecond each. */
const steps =
  (count: (size: number) => number): Prepare =>
  (size) =>
  () =>
    count(size);
const measure: Measure = (run, times) => ((run() as number) * times) / 1_000;
const constant = steps(() => 2_000);
const linear = steps((size) => size * 4);
const quadratic = steps((size) => (size * size) / 4);

test('what is linear passes as linear, what is quadratic does not', () => {
  expect(tooFast(constant, SIZES, 'linear', measure)).toBeUndefined();
  expect(tooFast(linear, SIZES, 'linear', measure)).toBeUndefined();
  expect(tooFast(quadratic, SIZES, 'linear', measure)).toBe(
    '8 times the size costs 64.0 times as much, not less than 24 (62.5 and 4000.0 ms, 1 times each)',
  );
});

test('what grows with the size is not steady', () => {
  expect(tooFast(constant, SIZES, 'steady', measure)).toBeUndefined();
  expect(tooFast(linear, SIZES, 'steady', measure)).toMatch(/^8 times the size costs 8\.0 times as much/);
});

test('one bad round is not enough', () => {
  let round = 0;
  const busy: Measure = (run, times) => measure(run, times) * (round++ === 3 ? 100 : 1);
  expect(tooFast(linear, SIZES, 'linear', busy)).toBeUndefined();
});

test('each part of a text is read at both sizes', () => {
  const read: string[] = [];
  expectLinearIn(['(', 'ab '], (text) => read.push(`${text.slice(0, 3)} ${text.length}`), { from: 6, to: 12 });
  expect(new Set(read)).toEqual(new Set(['((( 6', '((( 12', 'ab  6', 'ab  12']));
});
