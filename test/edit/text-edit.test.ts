import fc from 'fast-check';
import { applyEdit, smallestEdit } from '../../src/edit/text-edit';

test.each([
  ['abc', 'abXc', { from: 2, to: 2, insert: 'X' }],
  ['abc', 'ac', { from: 1, to: 2, insert: '' }],
  ['aa', 'aaa', { from: 2, to: 2, insert: 'a' }],
  ['', 'a', { from: 0, to: 0, insert: 'a' }],
  ['a\r\nb', 'a\rb', { from: 1, to: 3, insert: '\r' }],
  ['📅', '📆', { from: 0, to: 2, insert: '📆' }],
  ['same', 'same', null],
])('%j to %j', (before, after, edit) => {
  expect(smallestEdit(before, after)).toEqual(edit);
});

test('making the edit gives the other text, pairs whole', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', '\r\n', '\n', '\r', '📅', '📆', '\ud83d'), { maxLength: 12 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edit = smallestEdit(before, after);
      expect(edit === null ? before : applyEdit(before, edit)).toBe(after);
      if (edit !== null) {
        for (const at of [edit.from, edit.to])
          expect(before.slice(Math.max(0, at - 1), at + 1)).not.toMatch(/^\r\n$|^\p{Extended_Pictographic}$/u);
      }
    }),
    { numRuns: 2000 },
  );
});
