/** Calendar files in `today`, `brief` and `new-note`, on a real folder, read in Berlin, the day being Monday, 3 November 2025. */
import { calendar, event } from '../calendar/calendar-of';
import { note } from '../vault-of';
import { Scratch } from './fake-shell';

const FILES: Readonly<Record<string, string>> = {
  '.obsidian/plugins/throughline/data.json': '{"me": ["Mara Voss", "mara@example.com"]}',
  'People/Dana Fox.md': '---\nemail: dana@example.com\n---\n# Dana Fox\n',
  'People/Bo Kim.md': '',
  'Meetings/2025-10-28 Dana.md': note(`
    ---
    type: meeting
    date: 2025-10-28
    people: ["[[Dana Fox]]"]
    ---
    ## Action items
    - [ ] Confirm the dates @Dana Fox
  `),
  'Meetings/2025-11-03 Standup.md':
    '---\ntype: meeting\ndate: 2025-11-03\ntime: "09:15"\npeople: ["[[Bo Kim]]"]\n---\n# Standup\n',
  'Meetings/2025-11-05 Board.md': '---\ntype: meeting\ndate: 2025-11-05\npeople: ["[[Bo Kim]]"]\n---\n# Board\n',
  'Calendar/Work.ics': calendar(
    event(
      'UID:1',
      'DTSTART:20251103T130000Z',
      'DTEND:20251103T133000Z',
      'SUMMARY:Pricing',
      'ORGANIZER:mailto:mara@example.com',
      'ATTENDEE;CN=D. Fox:mailto:DANA@example.com',
      'ATTENDEE;CN="Ash, Gwen":mailto:gwen@example.com',
    ),
    event('UID:2', 'DTSTART:20251103T081500Z', 'SUMMARY:Daily', 'ATTENDEE;CN=Bo Kim:mailto:b@example.com'),
    event('UID:3', 'DTSTART;VALUE=DATE:20251103', 'SUMMARY:Fair'),
    event(
      'UID:4',
      'DTSTART:20251103T150000Z',
      'SUMMARY:Declined',
      'ATTENDEE;PARTSTAT=DECLINED:mailto:mara@example.com',
    ),
    event('UID:5', 'DTSTART:20251105T080000Z', 'SUMMARY:Board'),
    event('UID:6', 'DTSTART:20251104T090000Z', 'SUMMARY:Dana Fox / Mara', 'RRULE:FREQ=WEEKLY'),
    'BEGIN:VEVENT',
    'DTSTART:20251103T09',
  ),
};

let scratch: Scratch;
beforeEach(() => {
  scratch = new Scratch();
  for (const [file, text] of Object.entries(FILES)) scratch.write(`Vault/${file}`, text);
});
afterEach(() => {
  scratch.remove();
});
const run = (...line: readonly string[]) => scratch.run(line, { realVault: true }, 'Vault');

test('today in its order, with notes and entries each once, and the next days', async () => {
  const { out, err, status } = await run('today');
  expect(out).toBe(
    note(`
    Today · Mon 3 Nov 2025 · 3 meetings

    Meetings
      1 all day: Fair  Calendar/Work.ics:21
      2 09:15 Standup · Bo Kim · not met before  Meetings/2025-11-03 Standup.md:1
      3 14:00 Pricing · Dana Fox · last met 28 Oct · Dana owes: Confirm the dates · with Ash, Gwen  Calendar/Work.ics:4

    Next days
      4 Tue 4 Nov 10:00 Dana Fox / Mara  Calendar/Work.ics:40
      5 Wed 5 Nov 09:00 Board → Bo Kim  Meetings/2025-11-05 Board.md:1
  `),
  );
  expect([status, err]).toEqual([0, expect.stringContaining('Calendar/Work.ics:47: This VEVENT has no END:VEVENT')]);
});

test('the next meeting of a brief', async () => {
  expect((await run('brief', 'Dana Fox')).out.split('\n')[0]).toBe('Dana Fox · last met 28 Oct · today · 1 meeting');
  expect((await run('brief', 'Dana Fox', '--today', '2025-11-06')).out.split('\n')[0]).toBe(
    'Dana Fox · last met 28 Oct · next 11 Nov · 1 meeting',
  );
});

test('a note from an entry, from a name, and what is neither', async () => {
  expect((await run('new-note', 'pricing')).out).toBe('created  Meetings/2025-11-03 Pricing.md\n');
  const text = scratch.read('Vault/Meetings/2025-11-03 Pricing.md');
  expect(text).toContain(
    '---\ntype: meeting\ndate: 2025-11-03\ntime: "14:00"\npeople:\n  - "[[Dana Fox]]"\n  - "Ash, Gwen"\n---\n# Pricing\n',
  );
  expect(text).toContain('- Dana owes: Confirm the dates');
  // It is that entry's note from now on.
  expect(await run('new-note', '14:00')).toMatchObject({
    status: 2,
    err: expect.stringContaining('has its note already') as unknown,
  });
  expect((await run('today')).out).toContain('14:00 Pricing');
  expect((await run('undo')).out).toMatch(/^Undid the new note/);
  expect((await run('new-note', 'Bo Kim', '--dry-run')).out).toContain('  - "[[Bo Kim]]"');
  expect(await run('new-note', 'Nobody')).toMatchObject({ status: 2, out: '' });
});

test('calendars that the setting names, and none', async () => {
  const meetings = async (): Promise<number> =>
    (JSON.parse((await run('today', '--json')).out) as { planned: unknown[] }).planned.length;
  expect(await meetings()).toBe(5);
  scratch.write('Vault/.obsidian/plugins/throughline/data.json', '{"calendars": []}');
  expect(await meetings()).toBe(0);
  scratch.write('Vault/.obsidian/plugins/throughline/data.json', '{"calendars": ["Other.ics"]}');
  expect((await run('today')).err).toContain('Other.ics: The “calendars” setting names this file');
});
