import fc from 'fast-check';
import { flatten } from '../../src/text/flatten';

test('the same text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(flatten(text)).toBe(text);
    }),
  );
});

test('what is kept of a long text does not keep the text', () => {
  const kept: string[] = [];
  const before = process.memoryUsage().heapUsed;
  for (let note = 0; note < 400; note++) {
    const text = `${note} ${'a line of a note 📅 '.repeat(10_000)}`;
    text.charCodeAt(5_000);
    kept.push(flatten(text.slice(100, 160)));
  }
  // 400 notes of 380 KB: 150 MB if each were kept. The rest is what the collector has not come to.
  expect(kept).toHaveLength(400);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
});
