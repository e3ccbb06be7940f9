import { memoize } from '../../src/text/memoize';

test('a text is asked about once, null being an answer too', () => {
  const asked: string[] = [];
  const ask = memoize(10, (text) => {
    asked.push(text);
    return text.startsWith('a') ? text.length : null;
  });
  expect(['a', 'b', 'a', 'b'].map(ask)).toEqual([1, null, 1, null]);
  expect(asked).toEqual(['a', 'b']);
});

test('no more is remembered than was said, and forgetting changes no answer', () => {
  let asked = 0;
  const ask = memoize(3, (text) => {
    asked += 1;
    return `${text}!`;
  });
  for (let round = 0; round < 5; round++) for (const text of ['a', 'b', 'c', 'd']) expect(ask(text)).toBe(`${text}!`);
  expect(asked).toBeGreaterThan(4);
});

test('what is remembered keeps no note in memory', () => {
  const ask = memoize(1_000, (text) => text);
  const before = process.memoryUsage().heapUsed;
  for (let note = 0; note < 400; note++) {
    const text = `${note} ${'a line of a note 📅 '.repeat(10_000)}`;
    text.charCodeAt(5_000);
    ask(text.slice(0, 60));
  }
  // 400 notes of 380 KB: 150 MB if each were kept.
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
});
