/** How a vault was understood, in the lines that `inspect` and a first rollup print. */
import { habitsOf } from '../../src/vault-index/habits';
import { likelyMe } from '../../src/vault-index/likely-me';
import { habitLines } from '../../src/words/english-habits';
import { indexOf, note } from '../vault-of';

const TEXTS = {
  'People/Ann Hale.md': '',
  'People/Bo Kim.md': '',
  'Minutes/2025-10-01 Sync.md': note(`
    # Sync
    Attendees: Ann Hale, Bo Kim

    ## Actions
    - Ann to send the sheet by 2025-10-05
    - Bo: book the room
    - [ ] Call the printer @Ann Hale 📅 2025-10-09
  `),
  'Minutes/2025-10-08 Sync.md': note(`
    # Sync
    Attendees: Ann Hale, Bo Kim

    | Action | Owner |
    |---|---|
    | Find a hall | Bo Kim |
  `),
  'Notes/2025-10-09 Talk.md': '---\ntype: meeting\npeople: [Ann Hale]\n---\n',
};

test('meetings, people, tasks, owners and due dates, by where they are', () => {
  const index = indexOf(TEXTS);
  expect(habitLines(habitsOf(index.notes, index))).toEqual([
    '3 meetings: 2 by folder "Minutes", 1 by type: meeting',
    'People: 2 by people under "Attendees"',
    'Tasks: 1 checkbox, 2 bullets, 1 table row',
    'Owners: 1 by a column, 1 by "Ann: …", 1 by "Ann to …", 1 otherwise',
    'Due dates: 1 in fields, 1 in words',
  ]);
});

test('of a vault with nothing in it there is nothing to say', () => {
  const index = indexOf({ 'a.md': 'Just words.\n' });
  expect(habitLines(habitsOf(index.notes, index))).toEqual([]);
});

describe('who I may be', () => {
  const meeting = (people: string): string => `---\ntype: meeting\ndate: 2025-10-01\npeople: [${people}]\n---\n`;
  const guess = (...people: string[]) =>
    likelyMe(
      indexOf(Object.fromEntries(people.map((names, at) => [`Meetings/2025-10-0${at + 1}.md`, meeting(names)])), {
        me: [],
      }).meetings,
    );

  test('is who was in most meetings, where there are three with two people or more', () => {
    expect(guess('Tom Reed, Ann Lee', 'Bo Kim, Tom Reed', 'Tom Reed, Cy Fox')).toBe('Tom Reed');
    expect(guess('Tom Reed, Ann Lee', 'Bo Kim, Tom Reed')).toBeNull();
  });

  test('is nobody where two are in as many, or nobody in more than half', () => {
    expect(guess('Tom Reed, Ann Lee', 'Tom Reed, Ann Lee', 'Ann Lee, Tom Reed')).toBeNull();
    expect(guess('Tom Reed, Ann Lee', 'Bo Kim, Cy Fox', 'Di Ray, Ed Poe')).toBeNull();
  });
});

test('an event that several notes tell of is counted once, messages apart', () => {
  const told = (head: string): string => `---\ndate: 2025-10-01\npeople: [Ann Hale]\n${head}\n---\n`;
  const index = indexOf({
    'Raw/Call.md': told('type: transcript\nrecording_id: r100'),
    'Notes/Call.md': told('type: meeting\nrecording_id: r100'),
    'Mail/Keys.md': told('type: people\nsource: email'),
  });
  expect(habitLines(habitsOf(index.notes, index))[0]).toMatch(/^1 meeting and 1 message: /);
});
