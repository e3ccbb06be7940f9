/** `queue`, `questions`, `decisions` and `brief` on real folders, the day being 2025-11-03. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { columnsOf } from '../../src/cli/listing-text.mts';
import { note } from '../vault-of';
import { type Answers, Scratch } from './fake-shell';

const meeting = (date: string, people: string, body: string): string =>
  `---\ntype: meeting\ndate: ${date}\npeople: [${people}]\n---\n${note(body)}`;
const FILES: Readonly<Record<string, string>> = {
  '.obsidian/plugins/throughline/data.json': '{"me": ["Mara Voss"]}',
  'People/Dana Fox/README.md': '---\naliases: [Foxy]\n---\n# Dana Fox\n',
  'People/Sam Fox.md': '',
  'People/Sam Ortega.md': '',
  'Accounts/Acme.md': '',
  'Meetings/2025-09-02 Dana.md': meeting(
    '2025-09-02',
    '"[[People/Dana Fox/README|Dana Fox]]"',
    `
    ## Open questions
    - Who signs for Acme?
    - Which colour?
    ## Action items
    - [ ] Old promise @Dana Fox
  `,
  ),
  'Meetings/2025-10-14 Dana.md': meeting(
    '2025-10-14',
    '"[[People/Dana Fox/README|Dana Fox]]"',
    `
    ## Action items
    - [ ] Confirm the Lisbon dates @Dana Fox
    - [x] Book the room @Mara Voss ✅ 2025-10-30
    ## Open questions
    - Who signs for Acme?
  `,
  ),
  'Meetings/2025-10-28 Dana.md': meeting(
    '2025-10-28',
    '"[[People/Dana Fox/README|Dana Fox]]"',
    `
    ## Decisions
    - Pilot ships without **SSO**
    ## Action items
    - [ ] Send [[Acme]] the pricing draft @me ⏫ 📅 2025-10-31 #auto
    - [ ] Confirm the Lisbon dates @Dana Fox
    - [ ] Book a table 📅 2025-11-05
    - [?] Perhaps a poster @me
    ## Open questions
    - Who signs for Acme?
    - How long is the pilot? #pin
    > Next meeting: 2025-11-04
  `,
  ),
  'Meetings/2025-10-30 Acme.md': meeting(
    '2025-10-30',
    '"[[Sam Ortega]]", "[[Sam Fox]]"',
    `
    ## Decisions
    - [[People/Dana Fox/README|Dana Fox]] runs the pilot
    ## Action items
    - [ ] Find a printer @Gwen Ash 📅 2025-11-20
    - [ ] Pay the deposit #private @me 📅 2025-11-03
  `,
  ),
  'Ideas.md': '- Pilot budget [[People/Dana Fox/README|Dana Fox]] #raise\n',
};

let scratch: Scratch;
beforeAll(() => {
  scratch = new Scratch();
  for (const [file, text] of Object.entries(FILES)) scratch.write(`Vault/${file}`, text);
});
afterAll(() => {
  scratch.remove();
});

const run = (line: readonly string[], answers: Answers = {}) =>
  scratch.run(line, { realVault: true, ...answers }, 'Vault');

/** What is printed, held against the approved text; `WRITE_APPROVED=1` writes it anew, to be read as a diff. */
async function approved(name: string, line: readonly string[], answers: Answers = {}): Promise<void> {
  const { status, out, err } = await run(line, answers);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const file = path.join(__dirname, 'approved', name);
  if (process.env['WRITE_APPROVED'] === '1') writeFileSync(file, out);
  expect(out).toBe(readFileSync(file, 'utf8'));
}

test.each([
  ['queue.txt', ['queue']],
  ['queue.md', ['queue', '--markdown']],
  ['queue-dana.txt', ['queue', '--owner', 'dana']],
  ['questions.txt', ['questions']],
  ['questions-all.txt', ['questions', '--all']],
  ['decisions.txt', ['decisions']],
  ['brief-dana.txt', ['brief', 'Dana Fox']],
  ['brief-dana.md', ['brief', 'foxy', '--format', 'markdown']],
  ['brief-acme.txt', ['brief', 'Acme']],
])('%s', async (name, line) => approved(name, line));

test('on a narrow terminal rows are wrapped, and coloured where that is wanted', async () => {
  await approved('brief-narrow.txt', ['brief', 'Dana Fox'], { terminal: true, width: 40 });
  const { out } = await run(['brief', 'Dana Fox'], { terminal: true, width: 40, colours: true });
  expect(out).toContain('\x1b[1mYou owe\x1b[0m');
  expect(
    out
      .split('\x1b')
      .map((part, at) => (at === 0 ? part : part.replace(/^\[\d+m/, '')))
      .join(''),
  ).toBe((await run(['brief', 'Dana Fox'], { terminal: true, width: 40 })).out);
});

describe('which rows', () => {
  const texts = async (...line: string[]): Promise<readonly string[]> => {
    const { status, out } = await run([...line, '--json']);
    expect(status).toBe(0);
    return (JSON.parse(out) as { tasks: { text: string }[] }).tasks.map(({ text }) => text);
  };

  test.each([
    [
      ['--owner', 'me'],
      ['Send [[Acme]] the pricing draft #auto', 'Pay the deposit #private'],
    ],
    [['--owner', 'Mara Voss', '--due-before', '2025-11-03'], ['Send [[Acme]] the pricing draft #auto']],
    [['--owner', 'nobody'], ['Book a table']],
    [['--owner', 'Gwen Ash'], ['Find a printer']],
    [
      ['--owner', 'dana', '--all'],
      ['Confirm the Lisbon dates', 'Old promise'],
    ],
    [['--entity', 'acme'], ['Send [[Acme]] the pricing draft #auto']],
    [
      ['--entity', 'People/Dana Fox', '--due-before', 'next week'],
      ['Send [[Acme]] the pricing draft #auto', 'Book a table'],
    ],
    [['--due-before', '2025-10-31'], []],
  ])('%j', async (line, found) => {
    expect(await texts('queue', ...line)).toEqual(found);
  });

  test('the rows lead on to `complete`', async () => {
    const { out } = await run(['queue', '--owner', 'nobody']);
    const place = /Meetings\/.*\.md:\d+/.exec(out)?.[0] ?? '';
    expect((await run(['complete', place, '--dry-run'])).out).toContain('- [ ] Book a table');
  });
});

test('JSON holds what scripts need', async () => {
  const brief = JSON.parse((await run(['brief', 'Dana Fox', '--json'])).out) as object;
  expect(brief).toMatchObject({
    today: '2025-11-03',
    meKnown: true,
    name: 'Dana Fox',
    kind: 'person',
    page: 'People/Dana Fox/README.md',
    lastMet: '2025-10-28',
    next: '2025-11-04',
    meetings: 3,
    theyOwe: {
      total: 1,
      rows: [
        {
          text: 'Confirm the Lisbon dates',
          asked: ['2025-10-14', '2025-10-28'],
          owners: [{ name: 'Dana Fox', page: 'People/Dana Fox/README.md', me: false }],
          sources: [
            { path: 'Meetings/2025-10-14 Dana.md' },
            { path: 'Meetings/2025-10-28 Dana.md', heading: 'Action items', date: '2025-10-28' },
          ],
        },
      ],
    },
    questions: {
      total: 2,
      rows: [
        { pinned: true, state: 'open' },
        { state: 'asked-again', age: 62 },
      ],
    },
    lapsed: 1,
    older: 1,
    since: {
      total: 2,
      rows: [
        { is: 'done', date: '2025-10-30' },
        { is: 'decided', date: '2025-10-30' },
      ],
    },
    nudge:
      'Hi Dana, a quick reminder of what is open between us:\n- Confirm the Lisbon dates (asked 14 Oct, again 28 Oct)',
  });
  expect(JSON.parse((await run(['questions', '--format', 'json'])).out)).toMatchObject({
    lapsed: 1,
    questions: [
      { text: 'How long is the pilot? #pin' },
      { text: 'Who signs for Acme?', asked: ['2025-09-02', '2025-10-14', '2025-10-28'] },
    ],
  });
  expect(JSON.parse((await run(['decisions', '--entity', 'Sam Ortega', '--json'])).out)).toEqual({
    today: '2025-11-03',
    decisions: [],
  });
});

test.each([
  [
    ['brief', 'Sam'],
    '"Sam" could be Sam Fox (People/Sam Fox.md) or Sam Ortega (People/Sam Ortega.md); give the whole name, or the path of the page',
  ],
  [
    ['brief', 'Dana Fxo'],
    'no person, project or account is called "Dana Fxo"; did you mean Dana Fox (People/Dana Fox/README.md)?',
  ],
  [['brief', 'Zed'], 'no person, project or account is called "Zed"; give the name of a person, project or account'],
  [['brief', 'Mara Voss'], '"Mara Voss" is you; give another name, or see `throughline queue` for your own tasks'],
  [
    ['queue', '--owner', 'Sam'],
    '"Sam" could be Sam Fox (People/Sam Fox.md) or Sam Ortega (People/Sam Ortega.md); give the whole name, or the path of the page',
  ],
  [
    ['queue', '--entity', 'Zed'],
    'no person, project or account is called "Zed"; give the name of a person, project or account',
  ],
  [
    ['queue', '--due-before', '3/4'],
    '--due-before "3/4" is not a date; give one such as 2025-11-07, fri or "next week"',
  ],
  [['queue', '--json', '--markdown'], 'json and markdown cannot be combined; give one of them'],
  [['brief'], "missing required argument 'name' (see `throughline --help`)"],
  [['brief', ' '], "command-argument value ' ' is invalid for argument 'name'. Give a name."],
  [
    ['brief', 'Dana', 'Fox'],
    'there is no folder "Fox"; put a name of several words in quotes, as in throughline brief "Dana Fox"',
  ],
  [['queue', 'Vault'], 'there is no folder "Vault"; give the folder of the vault, as in --vault DIR'],
  [['questions', '--due-before', 'fri'], "unknown option '--due-before' (see `throughline --help`)"],
  [
    ['decisions', '--format', 'yaml'],
    "option '--format <format>' argument 'yaml' is invalid. Allowed choices are text, markdown, json. (see `throughline --help`)",
  ],
])('wrong use: %j', async (line, sentence) => {
  expect(await run(line)).toMatchObject({ status: 2, out: '', err: `throughline: ${sentence}\n` });
});

test('until it is known who I am, that is said first, and every task is shown by its owner', async () => {
  const other = new Scratch();
  for (const [file, text] of Object.entries(FILES)) if (!file.startsWith('.')) other.write(`Vault/${file}`, text);
  const { status, out } = await other.run(['queue'], { realVault: true }, 'Vault');
  other.remove();
  expect(status).toBe(0);
  const [title, , first] = out.split('\n');
  expect(title).toMatch(/^Follow-ups · /);
  expect(first).toContain('Tell Throughline who you are');
  expect(out).not.toContain('Waiting on');
  // Nobody's task is hidden, whoever they may be.
  expect(out).toMatch(/\nDana Fox\n.*Confirm the Lisbon dates/);
});

test.each([
  ['abc', 3],
  ['é', 1],
  ['e\u0301', 1],
  ['李明', 4],
  ['📅', 2],
  ['', 0],
])('%s takes %d columns', (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});
