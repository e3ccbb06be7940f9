import { expectLinear, expectLinearIn, expectSteady, type Prepare, type Sizes } from './growth';

const SIZES: Sizes = { from: 500, to: 4_000 };
let kept = 0;

/** So many steps of work. */
const steps =
  (count: (size: number) => number): Prepare =>
  (size) =>
  () => {
    for (let step = count(size); step > 0; step--) kept = ((kept ^ step) + 1) | 0;
  };
const constant = steps(() => 2_000);
const linear = steps((size) => size * 4);
const quadratic = steps((size) => (size * size) / 4);

test('what is linear passes as linear, what is quadratic does not', () => {
  expectLinear(constant, SIZES);
  expectLinear(linear, SIZES);
  expect(() => {
    expectLinear(quadratic, SIZES, 'a slow one');
  }).toThrow(/^8 times the size costs [3-9]\d\.\d times as much, not less than 24: a slow one/);
});

test('what grows with the size is not steady', () => {
  expectSteady(constant, SIZES);
  expect(() => {
    expectSteady(linear, SIZES);
  }).toThrow(/costs [5-9]\.\d|costs 1\d\.\d/);
});

test('each part of a text is measured by itself', () => {
  const slowAt = (text: string) => (text.startsWith('[') ? quadratic(text.length)() : linear(text.length)());
  expect(() => {
    expectLinearIn(['(', 'ab ', '['], slowAt, SIZES);
  }).toThrow(/: "\["/);
});

test('a clock that goes on while nothing is done does not count', () => {
  expectSteady(
    (size) => () => {
      constant(size)();
      // Waits, as a process does whose turn it is not.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, size / 1_000);
    },
    SIZES,
  );
});
