import fc from 'fast-check';
import { parseNames, printNameAnswer } from '../../src/entity/names-lines';
import {
  canBeRemembered,
  isRowDecision,
  parseRowDecision,
  printRowDecision,
  type RowDecision,
  rowMemory,
} from '../../src/entity/row-decisions';
import { rowKey } from '../../src/text/row-key';
import { expectLinear } from '../growth';

test.each([
  '- "Send the draft to [[Bo Kim|Bo]]" is the same as "Share the draft"',
  '- "Send the draft" is not the same as "Send the final draft"',
  '- "Who signs for Acme?" is not answered by "Acme signs in May"',
  '- "Sam" waits until 2025-11-10 · upo5o2j4m1',
  '- links that lead nowhere stay',
])('%s is read and written alike', (line) => {
  const {
    decisions: [decision],
    problems,
  } = parseNames(`# Names\n${line}\n`, 'Names.md');
  expect(problems).toEqual([]);
  expect(decision !== undefined && isRowDecision(decision) ? printNameAnswer(decision) : null).toBe(line);
});

test.each([
  [
    '* [x] “One way” IS the same as »Other road«.'.replace('»Other road«', '"Other road"'),
    { kind: 'same', one: 'One way', other: 'Other road' },
  ],
  [
    '  - "Sam" waits until 2025-11-10 upo5o2j4m1',
    { kind: 'waits', name: 'Sam', id: 'upo5o2j4m1', until: '2025-11-10' },
  ],
  ['- Links that lead nowhere stay.', { kind: 'links-stay' }],
])('by hand: %s', (line, decision) => {
  expect(parseNames(line, 'Names.md').decisions).toEqual([decision]);
});

test.each([
  '- "One way" is the same as',
  '- "One way" is the same as "Other road", said Ann',
  '- "Sam" waits until 2025-13-10 · upo5o2j4m1',
  '- "Sam" waits',
  '- "" is the same as "x"',
])('%s is no answer', (line) => {
  expect(parseNames(line, 'Names.md').decisions).toEqual([]);
});

const decision: fc.Arbitrary<RowDecision> = (() => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter(canBeRemembered);
  return fc.oneof(
    fc.record({ kind: fc.constantFrom('same' as const, 'not-same' as const), one: text, other: text }),
    fc.record({ kind: fc.constant('no-answer' as const), question: text, statement: text }),
    fc.record({
      kind: fc.constant('waits' as const),
      name: text,
      id: fc.stringMatching(/^[a-z0-9]{8,11}$/),
      until: fc.constantFrom('2025-11-10', '2026-02-28'),
    }),
  );
})();

test('whatever can be remembered reads back as the same words', () => {
  const keyed = (one: RowDecision | null): unknown =>
    one === null || one.kind === 'links-stay'
      ? one
      : Object.entries(one).map(([name, value]) =>
          name === 'kind' || name === 'id' || name === 'until' ? value : rowKey(value),
        );
  fc.assert(
    fc.property(decision, (one) => {
      const line = printRowDecision(one);
      expect(line).not.toMatch(/[\r\n]/);
      expect(keyed(parseRowDecision(line.slice(2)))).toEqual(keyed(one));
    }),
    { seed: 11 },
  );
});

test('the order of lines never counts, nor how often one stands there', () => {
  const few = fc.constantFrom('Ask Bo', 'Call Bo', 'Write Bo', 'Meet Bo');
  const pairs = fc.array(
    fc.record({ kind: fc.constantFrom('same' as const, 'same' as const, 'not-same' as const), one: few, other: few }),
    { maxLength: 8 },
  );
  const texts = ['Ask Bo', 'Call Bo', 'Write Bo', 'Meet Bo'];
  const told = (lines: readonly RowDecision[]) => {
    const memory = rowMemory(lines);
    return texts.map((one) => [memory.sameAs(one), ...texts.map((other) => memory.isSettled(one, other))]);
  };
  fc.assert(
    fc.property(pairs, (lines) => {
      expect(told([...lines].reverse())).toEqual(told(lines));
      expect(told([...lines, ...lines])).toEqual(told(lines));
      expect(told(lines.map((line) => ({ ...line, one: line.other, other: line.one })))).toEqual(told(lines));
    }),
    { seed: 3 },
  );
});

test('a long chain of lines takes linear time', () => {
  expectLinear(
    (size) => {
      const lines = Array.from({ length: size }, (_, at): RowDecision => ({
        kind: 'same',
        one: `Task ${at}`,
        other: `Task ${at + 1}`,
      }));
      return () => {
        const memory = rowMemory(lines);
        expect(new Set([0, size / 2, size].map((at) => memory.sameAs(`Task ${at}`))).size).toBe(1);
      };
    },
    { from: 2_500, to: 20_000 },
  );
});
