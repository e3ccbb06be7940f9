import { readDateWords } from '../../../src/obsidian/view/date-words';

// A Monday.
const TODAY = '2025-11-03';

test.each([
  ['today', '2025-11-03'], ['Tomorrow', '2025-11-04'], ['tom', '2025-11-04'],
  ['fri', '2025-11-07'], ['Friday', '2025-11-07'], ['thurs', '2025-11-06'], ['mon', '2025-11-10'], ['next fri', '2025-11-14'], ['this sun', '2025-11-09'],
  ['next week', '2025-11-10'], ['end of week', '2025-11-07'], ['eom', '2025-11-30'], ['next month', '2025-12-01'],
  ['in 3 days', '2025-11-06'], ['3d', '2025-11-06'], ['2 w', '2025-11-17'], ['1m', '2025-12-03'], ['a week', '2025-11-10'],
  ['31 oct', '2026-10-31'], ['Nov 3', '2025-11-03'], ['31st Dec 2025', '2025-12-31'], ['29 feb', '2028-02-29'], ['2025-12-24', '2025-12-24'],
])('“%s” is %s', (words, date) => expect(readDateWords(words, TODAY)).toEqual({ date }));

test.each(['none', ' No date ', '-'])('“%s” is no date', (words) => expect(readDateWords(words, TODAY)).toEqual({ date: null }));

test.each(['', 'soon', 'fry', '31 feb', '31 feb 2025', '2025-13-01', 'ma', 'monthly', '99 oct'])('“%s” is no day', (words) => expect(readDateWords(words, TODAY)).toBeNull());

test('a month later stays within that month', () => {
  expect(readDateWords('1m', '2025-01-31')).toEqual({ date: '2025-02-28' });
  expect(readDateWords('12m', '2025-11-03')).toEqual({ date: '2026-11-03' });
});

test('weeks begin on Monday, also from a Sunday', () => {
  expect(readDateWords('next week', '2025-11-09')).toEqual({ date: '2025-11-10' });
  expect(readDateWords('next fri', '2025-11-09')).toEqual({ date: '2025-11-14' });
  expect(readDateWords('end of week', '2025-11-09')).toEqual({ date: '2025-11-09' });
});
