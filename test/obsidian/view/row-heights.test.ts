import fc from 'fast-check';
import { RowHeights } from '../../../src/obsidian/view/row-heights';

const key =
  (prefix: string) =>
  (index: number): string =>
    `${prefix}${index}`;

test('rows begin where those above end, whatever was measured, in whatever order', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.tuple(fc.nat(70), fc.integer({ min: 1, max: 300 })), { maxLength: 40 }),
      fc.nat(6000),
      (count, measurements, offset) => {
        const rows = new RowHeights();
        rows.take(count, key('a'), (index) => 20 + (index % 3));
        const heights = Array.from({ length: count }, (_, index) => 20 + (index % 3));
        for (const [index, height] of measurements) {
          rows.measure([[index, height]]);
          if (index < count) heights[index] = height;
        }
        const starts = heights.reduce<number[]>(
          (sums, height) => [...sums, (sums[sums.length - 1] ?? 0) + height],
          [0],
        );
        expect(heights.map((_, index) => rows.startOf(index))).toEqual(starts.slice(0, count));
        expect(rows.size).toBe(starts[count]);
        const fit = starts.slice(0, count).filter((start) => start <= offset).length - 1;
        expect(rows.at(offset)).toBe(fit);
      },
    ),
  );
});

test('a row that moves keeps its height; by how much it differed is told once', () => {
  const rows = new RowHeights();
  rows.take(
    3,
    (index) => 'abc'.charAt(index),
    () => 50,
  );
  expect(
    rows.measure([
      [1, 80],
      [2, 50],
      [7, 10],
    ]),
  ).toEqual([[1, 30]]);
  expect(rows.measure([[1, 80.2]])).toEqual([]);
  rows.take(
    2,
    (index) => 'bc'.charAt(index),
    () => 50,
  );
  expect([rows.startOf(0), rows.startOf(1), rows.size]).toEqual([0, 80, 130]);
});

test('an empty list has no rows', () => {
  const rows = new RowHeights();
  rows.take(0, key(''), () => 1);
  expect([rows.at(10), rows.size]).toEqual([-1, 0]);
});
