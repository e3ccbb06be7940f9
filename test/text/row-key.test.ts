import fc from 'fast-check';
import { compareText } from '../../src/text/order';
import { rowId, rowKey, rowOrder } from '../../src/text/row-key';

test.each([
  ['Send the draft', 'send the DRAFT!'],
  ['Send the [[Draft|draft]] to Bo! #auto', 'send the draft to Bo'],
  ['Größe  prüfen', 'größe prüfen'],
  ['ask ann', '  Ask,  Ann  '],
])('%j and %j are one line', (a, b) => {
  expect(rowKey(a)).toBe(rowKey(b));
});

test.each([
  ['Send the draft', 'Send the drafts'],
  ['a b', 'ab'],
  ['!', '?'],
])('%j and %j are two', (a, b) => {
  expect(rowKey(a)).not.toBe(rowKey(b));
});

test('rows sort by number as by id', () => {
  const key = fc.oneof(
    fc.maxSafeNat(),
    fc.nat({ max: 2_000 }),
    fc.nat({ max: 10 }).map((power) => 36 ** power),
  );
  fc.assert(
    fc.property(key, key, (a, b) => {
      const difference = rowOrder(a) - rowOrder(b);
      if (difference !== 0) expect(Math.sign(difference)).toBe(Math.sign(compareText(rowId(a), rowId(b))));
    }),
    { numRuns: 2_000 },
  );
});
