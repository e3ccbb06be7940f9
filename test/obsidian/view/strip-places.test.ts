/** Where a timeline's marks stand: by their day, apart, what was before today before it. */
// First: it gives the window the text coding that every window of the app has.
import '../app-double';
import fc from 'fast-check';
import type { MeetingTimeline, TimelineMeeting } from '../../../src/page/meeting-timeline';
import { APART, stripPlaces } from '../../../src/obsidian/view/strip-places';
import { addDays } from '../../../src/text/calendar-date';

const TODAY = '2025-11-03';

function timeline(from: string, to: string, dates: readonly string[]): MeetingTimeline {
  const meetings = dates.map((date, at): TimelineMeeting => ({
    id: String(at),
    date,
    title: null,
    place: null,
    private: false,
    open: 0,
  }));
  return { about: [], from, to, meetings, earlier: 0, last: null, next: null, usual: null };
}

const shares = (given: MeetingTimeline, today = TODAY): number[] =>
  stripPlaces(given, today).marks.map(({ at }) => Math.round(at * 1000) / 1000);

test('each by its day', () => {
  const given = timeline('2025-08-05', '2025-11-13', ['2025-08-05', '2025-09-24', '2025-11-03', '2025-11-08']);
  expect(shares(given)).toEqual([0, 0.5, 0.9, 0.95]);
  expect(stripPlaces(given, TODAY).today).toBe(0.9);
});

test('meetings of one day stand beside each other, and none of before today behind it', () => {
  const given = timeline('2025-08-05', '2025-11-13', ['2025-11-03', '2025-11-03', '2025-11-03', '2025-11-04']);
  const step = Math.round(APART * 1000) / 1000;
  expect(shares(given)).toEqual([
    Math.round((0.9 - 2 * APART) * 1000) / 1000,
    Math.round((0.9 - APART) * 1000) / 1000,
    0.9,
    Math.round((0.9 + step) * 1000) / 1000,
  ]);
});

test('whatever the days: in order, apart, on the line, on their side of today', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 182 }), { maxLength: 30 }),
      fc.array(fc.integer({ min: 1, max: 45 }), { maxLength: 4 }),
      (ago, ahead) => {
        const dates = [
          ...[...ago].sort((a, b) => b - a).map((days) => addDays(TODAY, -days)),
          ...[...ahead].sort((a, b) => a - b).map((days) => addDays(TODAY, days)),
        ];
        const furthest = Math.max(0, ...ahead);
        const { marks, today } = stripPlaces(
          timeline(addDays(TODAY, -182), addDays(TODAY, furthest + 13), dates),
          TODAY,
        );
        for (const [at, mark] of marks.entries()) {
          const before = marks[at - 1];
          if (before !== undefined) expect(mark.at - before.at).toBeGreaterThan(APART - 1e-9);
          expect(mark.at).toBeGreaterThanOrEqual(0);
          expect(mark.at).toBeLessThanOrEqual(1 + 1e-9);
          expect(mark.meeting.date <= TODAY).toBe(mark.at <= today + 1e-9);
        }
      },
    ),
    { seed: 20251103, numRuns: 300 },
  );
});

test.each([
  ['2025-09-22', '2025-11-06', ['2025-10-01']],
  ['2025-05-05', '2025-11-16', ['2025-06-01', '2025-07-01', '2025-08-01', '2025-09-01', '2025-10-01']],
  ['2024-11-04', '2025-11-29', ['2025-01-01', '2025-03-01', '2025-05-01', '2025-07-01', '2025-09-01']],
  ['2023-11-06', '2025-12-25', ['2024-01-01', '2024-07-01', '2025-01-01', '2025-07-01']],
])('months from %s to %s that can be read beside each other and today', (from, to, months) => {
  expect(stripPlaces(timeline(from, to, []), TODAY).months.map(({ date }) => date)).toEqual(months);
});
