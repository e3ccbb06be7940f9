import fc from 'fast-check';
import { countLineEnds, finalLineEnd, lineAt, lineEnd, lineEnding, lineStarts, lineText } from '../../src/text/lines';

const textOfLines = fc
  .array(fc.constantFrom('a', 'Ann Lee', ' ', '\n', '\r\n', '\r', '\u2028', '\u2029', '\u000b', '📅'), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));

function linesOf(text: string): string[] {
  const starts = lineStarts(text);
  return starts.map((_, index) => lineText(text, starts, index + 1));
}

test('LF, CRLF and a lone CR end a line', () => {
  expect(linesOf('one\ntwo\r\nthree\rfour')).toEqual(['one', 'two', 'three', 'four']);
  expect(linesOf('\n\r\n\r\r\n')).toEqual(['', '', '', '', '']);
});

test('no other character does', () => {
  expect(linesOf('one\u2028still one\u2029still\u000bone\u0085')).toHaveLength(1);
});

test('an empty line follows the last line end', () => {
  expect(linesOf('')).toEqual(['']);
  expect(linesOf('one\n')).toEqual(['one', '']);
});

test('a line that is not there is empty', () => {
  expect(lineText('one', lineStarts('one'), 0)).toBe('');
  expect(lineText('one', lineStarts('one'), 2)).toBe('');
});

test('lines are those of a split', () => {
  fc.assert(
    fc.property(textOfLines, (text) => {
      expect(linesOf(text)).toEqual(text.split(/\r\n|\n|\r/));
    }),
  );
});

test('each offset lies in the line that holds it, a line end in the line it ends', () => {
  fc.assert(
    fc.property(textOfLines, (text) => {
      const starts = lineStarts(text);
      for (let offset = 0; offset <= text.length; offset += 1) {
        const line = lineAt(starts, offset);
        expect(starts[line - 1]).toBeLessThanOrEqual(offset);
        expect(starts[line] ?? Infinity).toBeGreaterThan(offset);
        expect(lineEnd(text, starts, line)).toBeLessThanOrEqual(starts[line] ?? text.length);
      }
    }),
  );
});

test('line ends are counted as lines begin', () => {
  fc.assert(
    fc.property(textOfLines, (text) => {
      const starts = lineStarts(text);
      expect(countLineEnds(text, 0, text.length)).toBe(starts.length - 1);
      for (const [index, start] of starts.entries())
        expect(countLineEnds(text, start, text.length)).toBe(starts.length - 1 - index);
    }),
  );
});

test('the end of the text without its final line end', () => {
  expect(['', 'a', 'a\n', 'a\r\n', 'a\r', 'a\n\n', '\n'].map(finalLineEnd)).toEqual([0, 1, 1, 1, 1, 2, 0]);
});

test.each([
  ['', '\n'],
  ['one', '\n'],
  ['one\ntwo\r\n', '\n'],
  ['one\r\ntwo\n', '\r\n'],
  ['one\rtwo\r\n', '\r'],
  ['one\r', '\r'],
  ['\r\rone\n', '\r'],
])('%j uses %j', (text, ending) => {
  expect(lineEnding(text)).toBe(ending);
});
