/** What is on the days from Monday, 3 to Sunday, 9 November 2025, read in Berlin. */
import { BERLIN, calendar, event, read, told } from './calendar-of';

const TZ = 'TZID=W. Europe Standard Time';

describe('one event', () => {
  test.each([
    ['in UTC', ['DTSTART:20251103T083000Z', 'DTEND:20251103T090000Z'], '2025-11-03 09:30–10:00 X'],
    [
      'in a zone of the file',
      [`DTSTART;${TZ}:20251103T093000`, `DTEND;${TZ}:20251103T100000`],
      '2025-11-03 09:30–10:00 X',
    ],
    [
      'in a quoted zone',
      [`DTSTART;TZID="W. Europe Standard Time":20251103T093000`, 'DURATION:PT30M'],
      '2025-11-03 09:30–10:00 X',
    ],
    [
      'in a zone by its common name',
      ['DTSTART;TZID=America/New_York:20251103T093000', 'DURATION:PT1H'],
      '2025-11-03 15:30–16:30 X',
    ],
    ['at the same time everywhere', ['DTSTART:20251103T093000', 'DURATION:PT15M'], '2025-11-03 09:30–09:45 X'],
    ['without an end', ['DTSTART:20251103T093000'], '2025-11-03 09:30 X'],
    ['of all day', ['DTSTART;VALUE=DATE:20251104', 'DTEND;VALUE=DATE:20251105'], '2025-11-04 all day X'],
    ['of all day without an end', ['DTSTART;VALUE=DATE:20251104'], '2025-11-04 all day X'],
    [
      'of several days',
      ['DTSTART;VALUE=DATE:20251101', 'DTEND;VALUE=DATE:20251106'],
      '2025-11-01–2025-11-05 all day X',
    ],
    ['until midnight', ['DTSTART:20251103T220000', 'DTEND:20251104T000000'], '2025-11-03 22:00–00:00 X'],
    ['through the night', ['DTSTART:20251103T220000', 'DTEND:20251104T020000'], '2025-11-03–2025-11-04 22:00–02:00 X'],
    ['of another day in its own zone', ['DTSTART:20251103T233000Z'], '2025-11-04 00:30 X'],
  ])('%s', (_, lines, wanted) => {
    expect(told(calendar(BERLIN, event('SUMMARY:X', ...lines)))).toEqual([wanted]);
  });

  test.each([
    ['before', ['DTSTART:20251102T100000']],
    ['after', ['DTSTART:20251110T100000']],
    ['all day, ended the day before', ['DTSTART;VALUE=DATE:20251101', 'DTEND;VALUE=DATE:20251103']],
    ['cancelled', ['DTSTART:20251103T100000', 'STATUS:CANCELLED']],
    ['that ends before it begins', ['DTSTART:20251103T100000', 'DTEND:20251101T100000']],
  ])('%s is none', (_, lines) => {
    expect(told(calendar(event('SUMMARY:X', ...lines)))).toEqual([]);
  });

  test('a calendar that cancels what it lists has nothing on', () => {
    expect(told(calendar('METHOD:CANCEL', event('DTSTART:20251103T100000', 'SUMMARY:X')))).toEqual([]);
  });

  test('words that go on in the next line, escapes, and alarms within', () => {
    const text = calendar(
      event(
        'DTSTART:20251103T100000',
        'SUMMARY:Pricing\\, with',
        '  Dana\\nand Bo \\; all',
        'LOCATION:Room 4',
        'BEGIN:VALARM',
        'TRIGGER:-PT15M',
        'ACTION:DISPLAY',
        'SUMMARY:not this',
        'END:VALARM',
      ),
    );
    expect(read(text).entries).toMatchObject([
      { title: 'Pricing, with Dana and Bo ; all', location: 'Room 4', line: 4 },
    ]);
  });

  test('line ends of every kind, a byte order mark, letters of any case', () => {
    const text = calendar(event('DTSTART:20251103T100000', 'SUMMARY:X'));
    for (const other of [
      text.replace(/\r\n/g, '\n'),
      `\ufeff${text}`,
      text.replace('BEGIN:VEVENT', 'begin:vevent').replace('END:VEVENT', 'end:vevent'),
    ])
      expect(told(other)).toEqual(['2025-11-03 10:00 X']);
  });
});

describe('a series', () => {
  const weekly = ['UID:w', `DTSTART;${TZ}:20251006T090000`, 'DURATION:PT30M', 'SUMMARY:Weekly'];

  test('keeps its hour when the clocks change', () => {
    const text = calendar(BERLIN, event(...weekly, 'RRULE:FREQ=WEEKLY;BYDAY=MO'));
    expect(told(text, { from: '2025-10-20', to: '2025-11-03' })).toEqual([
      '2025-10-20 09:00–09:30 Weekly',
      '2025-10-27 09:00–09:30 Weekly',
      '2025-11-03 09:00–09:30 Weekly',
    ]);
    // New York changes a week later than Berlin.
    expect(told(text, { from: '2025-10-20', to: '2025-11-03', zone: 'America/New_York' })).toEqual([
      '2025-10-20 03:00–03:30 Weekly',
      '2025-10-27 04:00–04:30 Weekly',
      '2025-11-03 03:00–03:30 Weekly',
    ]);
  });

  test.each([
    ['FREQ=WEEKLY', ['2025-11-03']],
    ['FREQ=WEEKLY;INTERVAL=2', ['2025-11-03']],
    ['FREQ=WEEKLY;INTERVAL=3', []],
    ['FREQ=WEEKLY;BYDAY=TU,TH', ['2025-11-04', '2025-11-06']],
    ['FREQ=DAILY;INTERVAL=3', ['2025-11-05', '2025-11-08']],
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', ['2025-11-03', '2025-11-04', '2025-11-05', '2025-11-06', '2025-11-07']],
    ['FREQ=MONTHLY;BYDAY=1TU', ['2025-11-04']],
    ['FREQ=MONTHLY;BYDAY=-1FR', []],
    ['FREQ=MONTHLY;BYMONTHDAY=6', ['2025-11-06']],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=3', ['2025-11-05']],
    ['FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=9', ['2025-11-09']],
    ['FREQ=WEEKLY;COUNT=4', []],
    ['FREQ=WEEKLY;COUNT=5', ['2025-11-03']],
    ['FREQ=WEEKLY;UNTIL=20251103T075959Z', []],
    ['FREQ=WEEKLY;UNTIL=20251103T080000Z', ['2025-11-03']],
  ])('%s', (rule, days) => {
    const text = calendar(BERLIN, event(...weekly, `RRULE:${rule}`));
    expect(read(text)).toMatchObject({
      problems: [],
      entries: days.map((date) => ({ date, time: '09:00', recurs: true })),
    });
  });

  test('of years is where it is by counting every one of its days', () => {
    for (const rule of [
      'FREQ=DAILY;INTERVAL=3',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,SU',
      'FREQ=WEEKLY;INTERVAL=3;WKST=SU;BYDAY=SA,SU',
    ]) {
      const from = 'DTSTART;TZID=Europe/Berlin:20150107T090000';
      const asked = { from: '2025-11-03', to: '2025-12-14' };
      const counted = told(calendar(event(from, 'SUMMARY:X', `RRULE:${rule};COUNT=4500`)), asked);
      expect(told(calendar(event(from, 'SUMMARY:X', `RRULE:${rule}`)), asked)).toEqual(counted);
      expect(counted.length).toBeGreaterThan(3);
    }
  });

  test('without the days that are taken out, as times, as days, or in another zone', () => {
    for (const out of [
      `EXDATE;${TZ}:20251103T090000`,
      'EXDATE:20251103T080000Z',
      'EXDATE;VALUE=DATE:20251103',
      `EXDATE;${TZ}:20251027T090000,20251103T090000`,
    ])
      expect(told(calendar(BERLIN, event(...weekly, 'RRULE:FREQ=WEEKLY', out)))).toEqual([]);
  });

  test('with days that are added', () => {
    expect(told(calendar(BERLIN, event(...weekly, 'RRULE:FREQ=MONTHLY', `RDATE;${TZ}:20251105T140000`)))).toEqual([
      '2025-11-05 14:00–14:30 Weekly',
      '2025-11-06 09:00–09:30 Weekly',
    ]);
  });

  const rule = event(...weekly, 'RRULE:FREQ=WEEKLY');
  const moved = (id: string, ...lines: readonly string[]): string => event('UID:w', id, ...lines);

  test('one occurrence moved within, into and out of the days', () => {
    const to = (start: string, id = `RECURRENCE-ID;${TZ}:20251103T090000`): readonly string[] =>
      told(calendar(BERLIN, rule, moved(id, `DTSTART;${TZ}:${start}`, 'DURATION:PT1H', 'SUMMARY:Moved')));
    expect(to('20251104T110000')).toEqual(['2025-11-04 11:00–12:00 Moved']);
    expect(to('20251118T110000')).toEqual([]);
    expect(to('20251104T110000', `RECURRENCE-ID;${TZ}:20260105T090000`)).toEqual([
      '2025-11-03 09:00–09:30 Weekly',
      '2025-11-04 11:00–12:00 Moved',
    ]);
    // As UTC, and as a day.
    expect(to('20251104T110000', 'RECURRENCE-ID:20251103T080000Z')).toEqual(['2025-11-04 11:00–12:00 Moved']);
    expect(to('20251104T110000', 'RECURRENCE-ID;VALUE=DATE:20251103')).toEqual(['2025-11-04 11:00–12:00 Moved']);
  });

  test('one occurrence cancelled, and a series that is', () => {
    expect(
      told(
        calendar(
          BERLIN,
          rule,
          moved(`RECURRENCE-ID;${TZ}:20251103T090000`, `DTSTART;${TZ}:20251103T090000`, 'STATUS:CANCELLED'),
        ),
      ),
    ).toEqual([]);
    expect(told(calendar(BERLIN, event(...weekly, 'RRULE:FREQ=WEEKLY', 'STATUS:CANCELLED')))).toEqual([]);
  });

  test('of two versions of an occurrence the later one counts', () => {
    const version = (sequence: number, start: string): string =>
      moved(`RECURRENCE-ID;${TZ}:20251103T090000`, `DTSTART;${TZ}:${start}`, `SEQUENCE:${sequence}`, 'SUMMARY:Moved');
    expect(told(calendar(BERLIN, rule, version(3, '20251105T090000'), version(2, '20251106T090000')))).toEqual([
      '2025-11-05 09:00 Moved',
    ]);
  });

  test('an occurrence whose series is not in the file', () => {
    expect(
      told(
        calendar(
          BERLIN,
          moved(`RECURRENCE-ID;${TZ}:20251103T090000`, `DTSTART;${TZ}:20251103T100000`, 'SUMMARY:Alone'),
        ),
      ),
    ).toEqual(['2025-11-03 10:00 Alone']);
  });

  test('all day, every year', () => {
    expect(
      told(
        calendar(event('DTSTART;VALUE=DATE:19800105', 'SUMMARY:Birthday', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=7')),
      ),
    ).toEqual(['2025-11-07 all day Birthday']);
  });
});

test('people: organiser and invited, each once, no rooms and groups, with who declined', () => {
  const text = calendar(
    event(
      'DTSTART:20251103T100000',
      'ORGANIZER;CN="Fox, Dana":mailto:Dana.Fox@Example.com',
      'ATTENDEE;CN=dana.fox@example.com;PARTSTAT=ACCEPTED:mailto:dana.fox@example.com',
      'ATTENDEE;CN=Bo Kim;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED:MAILTO:bo@example.com',
      'ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@example.com',
      'ATTENDEE;CUTYPE=GROUP;CN=All:mailto:all@example.com',
      'ATTENDEE;CN=Nameless One:urn:uuid:1',
    ),
  );
  expect(read(text).entries[0]?.people).toEqual([
    { name: 'Fox, Dana', email: 'dana.fox@example.com', declined: false },
    { name: 'Bo Kim', email: 'bo@example.com', declined: true },
    { name: 'Nameless One', email: null, declined: false },
  ]);
});

describe('what cannot be read is told by its line, and takes nothing else along', () => {
  const good = event('DTSTART:20251103T100000', 'SUMMARY:Good');
  test.each([
    ['no calendar', 'Dear all,\nsee you on Monday', [[1, 'no-calendar', 'Dear all,']], 0],
    ['nothing', '', [[1, 'no-calendar', '']], 0],
    ['a web page', '<!doctype html><html></html>', [[1, 'no-calendar', '<!doctype html><html></html>']], 0],
    [
      'an event that is not closed',
      calendar('BEGIN:VEVENT', 'DTSTART:20251103T090000', good),
      [[4, 'unclosed', 'VEVENT']],
      1,
    ],
    [
      'a file that breaks off',
      calendar(good, 'BEGIN:VEVENT', 'DTSTART:20251103T09').split('END:VCALENDAR')[0] ?? '',
      [[10, 'unclosed', 'VEVENT']],
      1,
    ],
    [
      'a line that is none',
      calendar(event('DTSTART:20251103T090000', 'Hello there', ' and more', 'SUMMARY:X'), good),
      [[8, 'bad-line', 'Hello there']],
      2,
    ],
    ['an event without a start', calendar(event('SUMMARY:X'), good), [[4, 'bad-event', 'DTSTART']], 1],
    [
      'a start that is no day',
      calendar(event('DTSTART:tomorrow', 'SUMMARY:X'), good),
      [[4, 'bad-event', expect.any(String)]],
      1,
    ],
    [
      'a rule that is none',
      calendar(event('DTSTART:20251103T090000', 'RRULE:FREQ=OFTEN'), good),
      [[4, 'bad-event', expect.any(String)]],
      1,
    ],
  ])('%s', (_, text, wanted, entries) => {
    const { problems, ...found } = read(text);
    expect(
      problems.map((problem) => [
        problem.line,
        'cause' in problem ? problem.cause : '',
        'detail' in problem ? problem.detail : '',
      ]),
    ).toEqual(wanted);
    expect(found.entries).toHaveLength(entries);
  });

  test('a zone that nobody knows: its times as written, said once', () => {
    const lost = (summary: string): string =>
      event('DTSTART;TZID=Customized Time Zone:20251103T090000', `SUMMARY:${summary}`);
    const { entries, problems } = read(calendar(lost('A'), lost('B')));
    expect(entries.map(({ time }) => time)).toEqual(['09:00', '09:00']);
    expect(problems).toEqual([{ line: 4, code: 'calendar-zone-unknown', zone: 'Customized Time Zone' }]);
  });

  test('a rule of seconds for ever ends, and so does a file of ten thousand broken lines', () => {
    const { problems, entries } = read(
      calendar(event('DTSTART:20250101T000000', 'RRULE:FREQ=SECONDLY', 'SUMMARY:X'), good),
    );
    expect(problems).toEqual([{ line: 4, code: 'calendar-recurs-too-often' }]);
    expect(entries).toHaveLength(1);
    expect(
      read(calendar('BEGIN:VEVENT', ...Array.from({ length: 10_000 }, () => 'x'), 'END:VEVENT')).problems.length,
    ).toBeLessThan(30);
  });

  test('of twenty thousand past events none is read', () => {
    const past = Array.from({ length: 20_000 }, (_, at) =>
      event('DTSTART:20200103T100000', 'DTEND:20200103T110000', `SUMMARY:${at}`, 'this is no line'),
    );
    // Their broken lines are told while the lines are looked at; the events themselves are passed over.
    expect(read(calendar(...past, good)).entries).toHaveLength(1);
  });
});
