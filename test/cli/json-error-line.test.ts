import fc from 'fast-check';
import { jsonErrorLine } from '../../src/cli/json-error-line.mts';

test.each([
  ['', 1],
  ['{', 1],
  ['{\n', 2],
  ['{\n"a": 1,\n}', 3],
  ['{\n"a": 1\n"b": 2}', 3],
  ['[1,\n2,,3]', 2],
  ['{"a": \'x\'}', 1],
  ['{a: 1}', 1],
  ['{\n// no comments\n}', 2],
  ['{"a": 01}', 1],
  ['{"a":\n"x\ny"}', 2],
  ['{}\n{}', 2],
  ['{"a":\n}', 2],
  ['[\n}', 2],
  ['nul', 1],
  ['{"a" 1}', 1],
])('%j is wrong in line %d', (text, line) => {
  expect(jsonErrorLine(text)).toBe(line);
});

test('good JSON has no such line, cut JSON has one', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (text, at) => {
      expect(jsonErrorLine(text)).toBeNull();
      const cut = text.slice(0, at % text.length);
      expect(jsonErrorLine(cut) === null).toBe(parses(cut));
    }),
  );
});

test('deep nesting is survived', () => {
  expect(jsonErrorLine('['.repeat(200_000))).toBe(1);
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
