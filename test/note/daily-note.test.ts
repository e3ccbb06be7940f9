import { dailyNoteDate, dailyNotes } from '../../src/note/daily-note';

function check(folder: string, format: string, path: string, date: string | null): void {
  expect([path, dailyNoteDate(path, { dailyNotes: dailyNotes(folder, format), dayOrder: null })]).toEqual([path, date]);
}

test('a file named by its date, wherever it is', () => {
  expect(dailyNoteDate('Journal/2025-10-28.md', { dailyNotes: null, dayOrder: null })).toBe('2025-10-28');
  expect(dailyNoteDate('2025-10-28 Dana.md', { dailyNotes: null, dayOrder: null })).toBeNull();
  expect(dailyNoteDate('2025-02-30.md', { dailyNotes: null, dayOrder: null })).toBeNull();
});

test('folder and format', () => {
  check('Daily', 'YYYY-MM-DD', 'Daily/2025-10-28.md', '2025-10-28');
  check('/Daily/', 'YYYY/MM/YYYY-MM-DD', 'Daily/2025/10/2025-10-28.md', '2025-10-28');
  check('Daily', 'YYYY/DD.MM.YYYY', 'Daily/2024/28.10.2025 x.md', null);
  check('', 'DD.MM.YYYY', '28.10.2025.md', '2025-10-28');
  check('Daily', 'dddd, MMMM Do YYYY', 'Daily/Tuesday, October 28th 2025.md', '2025-10-28');
  check('Daily', '[Day] D-M-YY', 'Daily/Day 8-1-25.md', '2025-01-08');
  check('Daily', 'D MMM YYYY', 'Daily/8 Jan 2025.md', '2025-01-08');
  check('Daily', 'DD.MM.YYYY', 'Other/28.10.2025 Dana.md', null);
  check('Daily', 'DD.MM.YYYY', 'Daily/28.10.2025 Dana.md', null);
  check('Daily', 'DD.MM.YYYY', 'Daily/31.02.2025.md', null);
  check('Daily', '', 'Daily/2025-10-28.md', '2025-10-28');
  check('Daily', '((', 'Daily/((.md', null);
});

test('months and weekdays in any known language, and weeks', () => {
  check('', 'D. MMMM YYYY', '28. Oktober 2025.md', '2025-10-28');
  check('', 'dddd D [de] MMMM [de] YYYY', 'martes 28 de octubre de 2025.md', '2025-10-28');
  check('', 'dddd D MMMM YYYY', 'mardi 28 octobre 2025.md', '2025-10-28');
  check('', 'D MMM YYYY', '28 okt. 2025.md', '2025-10-28');
  check('', 'gggg-[W]ww-E', '2025-W44-2.md', '2025-10-28');
  check('', 'GGGG-[W]WW-E', '2026-W01-1.md', '2025-12-29');
  check('', 'gggg-[W]ww-E', '2025-W60-2.md', null);
});
