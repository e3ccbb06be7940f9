import { readWeek, weekOfDay, weekSpan, weekTitle } from '../../src/text/iso-week';

test.each([
  ['2025-10-27', '2025-W44', '2025-10-27', '2025-11-02'],
  ['2025-11-02', '2025-W44', '2025-10-27', '2025-11-02'],
  ['2025-12-29', '2026-W01', '2025-12-29', '2026-01-04'],
  ['2021-01-03', '2020-W53', '2020-12-28', '2021-01-03'],
  ['2024-02-29', '2024-W09', '2024-02-26', '2024-03-03'],
])('%s is in %s', (day, week, from, to) => {
  expect(weekOfDay(day)).toEqual({ week, from, to });
});

test('a week is read as it is written, and only where its year has it', () => {
  expect(readWeek('2025-W44')).toEqual(weekOfDay('2025-10-28'));
  expect(readWeek(' 2025w5 ')).toEqual(weekOfDay('2025-01-27'));
  expect(readWeek('2020-W53')).toEqual(weekOfDay('2021-01-01'));
  for (const text of ['2025-W53', '2025-W00', '2025-W60', '2025-44', 'W44', '2025-10-28', ''])
    expect([text, readWeek(text)]).toEqual([text, null]);
});

test('in words', () => {
  expect(weekTitle(weekOfDay('2025-10-28'))).toBe('Week 44 of 2025');
  expect(weekSpan(weekOfDay('2025-10-28'))).toBe('27 Oct – 2 Nov 2025');
  expect(weekSpan(weekOfDay('2025-12-31'))).toBe('29 Dec 2025 – 4 Jan 2026');
});
