/** `init`, `config`, `today` and the rows that `complete` knows by number, on real folders. The day is 2025-11-03. */
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { note } from '../vault-of';
import { type Answers, type Ran, Scratch } from './fake-shell';

const DATA = 'Vault/.obsidian/plugins/throughline/data.json';
const MEETING = 'Vault/Meetings/2025-11-03 Dana.md';

let scratch: Scratch;
beforeEach(() => {
  scratch = new Scratch();
  scratch.write(
    MEETING,
    note(`
    ---
    type: meeting
    date: 2025-11-03T14:00
    people: ["[[Dana Fox]]", "[[Tom Reed]]"]
    ---
    ## Action items
    - [ ] Send the draft @Tom Reed 📅 2025-11-01
    - [ ] Book the room @Tom Reed 📅 2025-11-03
    - [ ] Find a printer @Dana Fox
    ## Open questions
    - Who signs?
  `),
  );
});
afterEach(() => {
  scratch.remove();
});

const run = (line: readonly string[], answers: Answers = {}, cwd = 'Vault'): Promise<Ran> =>
  scratch.run(line, { realVault: true, ...answers }, cwd);
const saved = (): unknown => JSON.parse(scratch.read(DATA));

describe('config', () => {
  test('sets, gets, lists and unsets, in the file of the app', async () => {
    expect(await run(['config', 'set', 'me', 'Tom Reed'])).toMatchObject({
      status: 0,
      out: 'me: Tom Reed  (.obsidian/plugins/throughline/data.json)\n',
    });
    expect(saved()).toEqual({ me: ['Tom Reed'] });
    await run(['config', 'set', 'rowsPerSection', '9']);
    await run(['config', 'set', 'exclude', 'Old/**, Drafts']);
    await run(['config', 'set', 'me', 'Tom Reed', 'Tom']);
    await run(['config', 'set', 'words', '{"meeting-nouns": ["Stammtisch"]}']);
    expect(saved()).toEqual({
      me: ['Tom Reed', 'Tom'],
      rowsPerSection: 9,
      exclude: ['Old/**', 'Drafts'],
      words: { 'meeting-nouns': ['Stammtisch'] },
    });
    expect((await run(['config', 'get', 'ROWSPERSECTION'])).out).toBe('9\n');
    expect((await run(['config', 'get', 'me', '--json'])).out).toBe('["Tom Reed","Tom"]\n');
    expect((await run(['config'])).out).toMatch(/^me +Tom Reed, Tom$/m);
    await run(['config', 'unset', 'rowsPerSection']);
    expect((await run(['config', 'get', 'rowsPerSection'])).out).toBe('7\n');
    expect(saved()).not.toHaveProperty('rowsPerSection');
  });

  test.each([
    [['config', 'set', 'mee', 'x'], 'there is no setting "mee"; did you mean me?'],
    [['config', 'get'], 'config get needs the name of a setting, such as: throughline config get me'],
    [
      ['config', 'set', 'rowsPerSection', 'many'],
      '"rowsPerSection" is "many"; it must be a whole number from 1 to 1000',
    ],
  ])('%j', async (line, sentence) => {
    expect(await run(line)).toMatchObject({ status: 2, out: '', err: `throughline: ${sentence}\n` });
  });

  test('settings that are not JSON are left as they are', async () => {
    scratch.write(DATA, '{"me": [');
    expect((await run(['config', 'set', 'me', 'Tom Reed'])).status).toBe(2);
    expect(scratch.read(DATA)).toBe('{"me": [');
  });
});

describe('init', () => {
  test('from options, on a vault that has settings already', async () => {
    scratch.write(DATA, '{"rowsPerSection": 9}');
    expect(
      (await run(['init', 'Vault', '--me', 'Tom Reed', '--since', '2025-10-01', '--pages', 'never'], {}, '')).status,
    ).toBe(0);
    expect(saved()).toEqual({ rowsPerSection: 9, me: ['Tom Reed'], startDate: '2025-10-01', newPages: 'never' });
  });

  test('asks on a terminal, and offers who is in most meetings', async () => {
    for (const [day, who] of [
      ['2025-10-01', 'Dana Fox'],
      ['2025-10-02', 'Bo Kim'],
      ['2025-10-03', 'Ann Lee'],
    ])
      scratch.write(
        `Vault/Meetings/${day} Talk.md`,
        `---\ntype: meeting\ndate: ${day}\npeople: ["[[${who}]]", "[[Tom Reed]]"]\n---\n`,
      );
    const { out } = await run(['init'], { typed: ['', '2025-10-01'] });
    expect(out).toContain('[Tom Reed]: ');
    expect(saved()).toEqual({ me: ['Tom Reed'], startDate: '2025-10-01' });
  });

  test('a vault that goes meanwhile is not made again', async () => {
    const { status, err } = await run(['init'], {
      realVault: true,
      typed: ['Mara Voss', '', ''],
      whileAsked: () => {
        rmSync(path.join(scratch.root, 'Vault'), { recursive: true, force: true });
      },
    });
    expect({ status, err }).toEqual({ status: 3, err: expect.stringContaining('moved, deleted') as unknown });
    expect(existsSync(path.join(scratch.root, 'Vault'))).toBe(false);
  });

  test('without a terminal it needs a name', async () => {
    expect(await run(['init'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('--me "YOUR NAME"') as unknown,
    });
  });
});

test('the vault of THROUGHLINE_VAULT, wherever one is; what is given goes before it', async () => {
  scratch.write(DATA, '{"me": ["Tom Reed"]}');
  expect((await run(['queue'], { usualVault: `${scratch.root}/Vault` }, 'plain')).out).toContain('Send the draft');
  expect((await run(['queue', '../Vault'], { usualVault: '/none' }, 'plain')).out).toContain('Send the draft');
  expect((await run(['queue'], { usualVault: '/none' }, 'plain')).err).toContain('"/none" (THROUGHLINE_VAULT)');
});

test('today: the meetings of the day, what is late and what is due', async () => {
  scratch.write(DATA, '{"me": ["Tom Reed"]}');
  const { out } = await run(['today']);
  expect(out).toMatch(/^Today · Mon 3 Nov 2025 · 1 meeting · 1 overdue · 1 due today\n\nMeetings\n {2}1 14:00 /);
  expect(out).toContain('\nOverdue\n  2 Send the draft');
  expect(out).toContain('\nDue today\n  3 Book the room');
  const record = JSON.parse((await run(['today', '--json'])).out) as Record<string, readonly unknown[]>;
  expect([record['meetings']?.length, record['tasks']?.length]).toEqual([1, 2]);
});

describe('complete N', () => {
  test('is the row of the last list, wherever its line is by now', async () => {
    scratch.write(DATA, '{"me": ["Tom Reed"]}');
    await run(['queue']);
    scratch.write(MEETING, scratch.read(MEETING).replace('## Action', '\n\n## Action'));
    expect(await run(['complete', '2'])).toMatchObject({ status: 0, err: '' });
    expect(scratch.read(MEETING)).toContain('- [x] Book the room @Tom Reed 📅 2025-11-03 ✅ 2025-11-03');
  });

  test.each<[string, string, (text: string) => string, string]>([
    ['9', 'queue', (text) => text, 'the last list has 3 items, so there is no item 9; run `throughline queue` again'],
    ['1', 'questions', (text) => text, 'item 1 is not a task; choose a task'],
    [
      '1',
      'queue',
      (text) => text.replace('Send the draft', 'Send the other draft'),
      'item 1 has changed since the list was shown; run `throughline queue` again',
    ],
  ])('%s of %s is declined where it is another', async (row, list, meanwhile, sentence) => {
    scratch.write(DATA, '{"me": ["Tom Reed"]}');
    await run([list]);
    scratch.write(MEETING, meanwhile(scratch.read(MEETING)));
    const before = scratch.read(MEETING);
    expect(await run(['complete', row])).toEqual({ status: 4, out: '', err: `throughline: ${sentence}\n`, asked: [] });
    expect(scratch.read(MEETING)).toBe(before);
  });

  test('before any list', async () => {
    expect(await run(['complete', '1'])).toMatchObject({ status: 4, out: '' });
  });
});
