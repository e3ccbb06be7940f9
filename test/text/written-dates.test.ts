import { writtenDates } from '../../src/text/written-dates';

/** The dates in a text as it writes them, `?` where day and month are undecided. */
function check(text: string, ...expected: string[]): void {
  expect(writtenDates(text).map(({ date }) => date ?? '?')).toEqual(expected);
}

describe('dates as people write them', () => {
  test.each([
    '2025-03-04',
    '2025_03_04_lamps',
    '2025.03.04 Yard',
    '2025/3/4',
    '2025 03 04 14 30',
    '20250304',
    'yard-20250304',
    '202503040942',
    '2025年3月4日',
    '4 March 2025',
    '4th of March 2025',
    'March 4, 2025',
    'Mar. 4th, 2025',
    'Tuesday, March 4 2025 (9:00–10:00 PT)',
    '4-Mar-2025',
    '4. März 2025',
    '4 mars 2025',
    '4 de marzo de 2025',
    '4 maart 2025',
    '4 marzo 2025',
    '4 de março de 2025',
    '4 במרץ 2025',
    '4 مارس 2025',
    '04.03.2025',
    '04.03.25',
    '2025-03-04T23:45:00Z',
  ])('%s', (text) => {
    check(text, '2025-03-04');
  });

  test.each([
    ['14/03/2025', '2025-03-14'],
    ['03-14-25', '2025-03-14'],
    ['14022023', '2023-02-14'],
    ['03/03/2025', '2025-03-03'],
    ['1er mars 2025', '2025-03-01'],
  ])('%s', (text, date) => {
    check(text, date);
  });

  test.each([
    'v2025.3.4',
    'release 1.2.34',
    '10.12.14.16',
    'Order number 20241190',
    '2025-02-30',
    'May 2025',
    '4 March',
    '03042025',
    'the 1204-03-04 scroll',
    '12025-03-04',
    '+49 2025 030 40',
  ])('none in “%s”', (text) => {
    check(text);
  });

  test('day and month are undecided where both could be either', () => {
    check('03/04/2025 and 03-04-25', '?', '?');
    expect(writtenDates('03/04/2025', 'day-first')[0]?.date).toBe('2025-04-03');
    expect(writtenDates('03/04/2025', 'month-first')[0]?.date).toBe('2025-03-04');
    expect(writtenDates('14/03/2025', 'month-first')[0]?.date).toBe('2025-03-14');
  });
});
