import fc from 'fast-check';
import { editorChanges } from '../../src/obsidian/editor/editor-changes';

/** Each change as `removed → added`. */
function check(before: string, after: string): string[] {
  return editorChanges(before, after).map(({ from, to, text }) => `${before.slice(from, to)} → ${text}`);
}

test('nothing changes nothing', () => {
  expect(check('a\nb\n', 'a\nb\n')).toEqual([]);
});

test('only what differs is replaced, each stretch by itself', () => {
  expect(
    check(
      '---\nmeetings: 1\n---\n# Ann\n\nMine.\n\n- one\n',
      '---\nmeetings: 2\n---\n# Ann\n\nMine.\n\n- one\n- two\n',
    ),
  ).toEqual(['1 → 2', ' → - two\n']);
  expect(check('Ask Ann and Bo Kim now.\n', 'Ask [[Ann]] and [[Bo Kim]] now.\n')).toEqual([
    ' → [[',
    ' → ]]',
    ' → [[',
    ' → ]]',
  ]);
  expect(check('- 😀 one\n', '- 😃 one\n')).toEqual(['😀 → 😃']);
});

test('lines are added to an empty text, and all of them taken away', () => {
  expect(check('', 'a\nb')).toEqual([' → a\nb']);
  expect(check('a\nb', '')).toEqual(['a\nb → ']);
});

test('a last line without an end is a line', () => {
  expect(check('a\nb', 'a\nb\n')).toEqual([' → \n']);
});

test('texts that have almost nothing in common are replaced in one piece', () => {
  const lines = (word: string): string => Array.from({ length: 3000 }, (_, at) => `${word} ${at}\n`).join('');
  expect(editorChanges(`head\n${lines('old')}tail\n`, `head\n${lines('new')}tail\n`)).toEqual([
    { from: 5, to: 5 + lines('old').length, text: lines('new') },
  ]);
});

test('the changes, made from the last to the first, always give the text after', () => {
  const text = fc
    .array(fc.constantFrom('a\n', 'b\n', 'c c\n', '\n', '😀\n', '😃\n', 'x ', 'y'), { maxLength: 12 })
    .map((lines) => lines.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = editorChanges(before, after);
      expect(
        changes.reduceRight((now, { from, to, text: added }) => now.slice(0, from) + added + now.slice(to), before),
      ).toBe(after);
      for (const [at, { from }] of changes.entries()) expect(from).toBeGreaterThanOrEqual(changes[at - 1]?.to ?? 0);
      for (const { from, to } of changes)
        for (const offset of [from, to])
          expect(before.charCodeAt(offset) >= 0xdc00 && before.charCodeAt(offset) < 0xe000).toBe(false);
    }),
  );
});
