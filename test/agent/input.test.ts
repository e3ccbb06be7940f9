import { listOf, Misfit, oneOf, optional, orNull, readInput, text, whole, withDefault } from '../../src/agent/input';

const FIELDS = {
  row: text({ most: 5 }),
  due: orNull(text({ most: 9 }), 'A day.'),
  kinds: optional(listOf(oneOf(['task', 'fact']), 2, 'Kinds.')),
  limit: withDefault(whole({ least: 1, most: 50 }), 10),
};

/** What is read, or what is wished for instead. */
function check(given: unknown): unknown {
  try {
    return readInput(FIELDS, given);
  } catch (error) {
    if (error instanceof Misfit) return error.message;
    throw error;
  }
}

test('what fits is read', () => {
  expect(check({ row: ' a ', due: null, kinds: ['fact'] })).toEqual({
    row: 'a',
    due: null,
    kinds: ['fact'],
    limit: 10,
  });
});

test.each<[string, unknown]>([
  ['give an object', []],
  ['give an object', null],
  ['row: give text', { due: null }],
  ['row: give text', { row: 7, due: null }],
  ['row: give text that is not empty', { row: ' ', due: null }],
  ['row: give 5 characters at most', { row: 'abcdef', due: null }],
  ['due: give text', { row: 'a' }],
  ['kinds: give a list of 1 to 2', { row: 'a', due: null, kinds: [] }],
  ['kinds: give one of task, fact', { row: 'a', due: null, kinds: ['constructor'] }],
  ['limit: give a whole number from 1 to 50', { row: 'a', due: null, limit: 1e9 }],
  ['limit: give a whole number from 1 to 50', { row: 'a', due: null, limit: '3' }],
  ['there is no "path"', { row: 'a', due: null, path: '../x' }],
  ['there is no "__proto__"', JSON.parse('{"row":"a","due":null,"__proto__":{"limit":50}}')],
  ['there is no "constructor"', { row: 'a', due: null, constructor: {} }],
])('%s', (wish, given) => {
  expect(check(given)).toBe(wish);
});
