import fc from 'fast-check';
import { isCalendarDate } from '../../src/text/calendar-date';
import { readDateWords } from '../../src/text/date-words';

/** 2025-11-03 is a Monday. */
const read = (words: string, today = '2025-11-03'): string | null => {
  const found = readDateWords(words, today);
  return found === null ? null : (found.date ?? 'none');
};

test.each([
  ['today', '2025-11-03'],
  ['Today ', '2025-11-03'],
  ['tonight', '2025-11-03'],
  ['tomorrow', '2025-11-04'],
  ['tmr', '2025-11-04'],
  ['yesterday', '2025-11-02'],
  ['fri', '2025-11-07'],
  ['Friday', '2025-11-07'],
  ['by fri', '2025-11-07'],
  ['this fri', '2025-11-07'],
  ['next fri', '2025-11-14'],
  ['mon', '2025-11-10'],
  ['tu', '2025-11-04'],
  ['thurs', '2025-11-06'],
  ['sun', '2025-11-09'],
  ['this week', '2025-11-07'],
  ['end of the week', '2025-11-07'],
  ['next week', '2025-11-10'],
  ['end of next week', '2025-11-14'],
  ['weekend', '2025-11-08'],
  ['end of month', '2025-11-30'],
  ['eom', '2025-11-30'],
  ['next month', '2025-12-01'],
  ['end of next month', '2025-12-31'],
  ['next year', '2026-01-01'],
  ['eoy', '2025-12-31'],
  ['in 3 days', '2025-11-06'],
  ['3d', '2025-11-06'],
  ['+3d', '2025-11-06'],
  ['in a week', '2025-11-10'],
  ['two weeks', '2025-11-17'],
  ['2w', '2025-11-17'],
  ['in 1 month', '2025-12-03'],
  ['1m', '2025-12-03'],
  ['in a year', '2026-11-03'],
  ['3 days from now', '2025-11-06'],
  ['31 oct', '2026-10-31'],
  ['3 nov', '2025-11-03'],
  ['30 nov', '2025-11-30'],
  ['Oct 31', '2026-10-31'],
  ['31st of October, 2025', '2025-10-31'],
  ['oct 31st 2025', '2025-10-31'],
  ['sept 1', '2026-09-01'],
  ['5.11.', '2025-11-05'],
  ['5. 11. 2026', '2026-11-05'],
  ['29 feb', '2028-02-29'],
  ['the 15th', '2025-11-15'],
  ['2nd', '2025-12-02'],
  ['31st', '2025-12-31'],
  ['2025-11-07', '2025-11-07'],
  ['2024-02-29', '2024-02-29'],
  ['none', 'none'],
  ['no date', 'none'],
  ['-', 'none'],
])('%s is %s', (words, date) => {
  expect(read(words)).toBe(date);
});

test.each([
  '',
  ' ',
  'm',
  's',
  'soon',
  'in days',
  'in zero days',
  '3/4',
  '31 feb',
  '30 february 2026',
  '0 nov',
  '32nd',
  '2025-02-30',
  '2025-13-01',
  'mayb',
  'oct',
  '5',
  '31.13.',
  'constructor',
  '__proto__',
  'x'.repeat(1000),
  '9999y',
  'fri 31 oct',
  'in 9999 years',
])('“%s” is no day', (words) => {
  expect(read(words)).toBeNull();
});

test('a weekday said on that day is the next one; months end where they end', () => {
  expect(read('fri', '2025-11-07')).toBe('2025-11-14');
  expect(read('next week', '2025-11-09')).toBe('2025-11-10');
  expect(read('eow', '2025-11-08')).toBe('2025-11-08');
  expect(read('1m', '2026-01-31')).toBe('2026-02-28');
  expect(read('the 31st', '2026-01-31')).toBe('2026-01-31');
  expect(read('the 30th', '2026-01-31')).toBe('2026-03-30');
});

test('whatever is typed is a day, none, or not understood', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^(in )?\d{1,4} ?(d|w|m|y|days|oct|nov)( \d{1,4})?$/)),
      (words) => {
        const found = readDateWords(words, '2025-11-03');
        expect(found === null || found.date === null || isCalendarDate(found.date)).toBe(true);
      },
    ),
  );
});
