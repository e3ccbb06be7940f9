import { asOfDate, asOfLine, queueSection, sectionLines, WrittenRows } from '../../src/page/rollup-page';
import { dueBucket } from '../../src/page/follow-ups-page';
import { note, rollUpTexts, type Texts } from '../vault-of';

test('a week ends on Sunday', () => {
  const bucket = (due: string | null) => dueBucket(due, '2025-11-05');
  expect(['2025-11-04', '2025-11-05', '2025-11-06', '2025-11-09', '2025-11-10', null].map(bucket)).toEqual([
    'late',
    'today',
    'this-week',
    'this-week',
    'later',
    'no-date',
  ]);
  expect(dueBucket('2025-11-10', '2025-11-09')).toBe('later');
  expect(dueBucket('1999-12-31', '1999-12-30')).toBe('this-week');
});

const inBlock = (row: string): string =>
  `# Follow-ups\n\n<!-- throughline:begin follow-ups -->\n${row}\n<!-- throughline:end -->\n`;

test('a page tells the day it was made for', () => {
  for (const today of ['2025-11-03', '2024-02-29', '2026-12-31']) {
    expect(asOfDate(inBlock(asOfLine({ today } as Parameters<typeof asOfLine>[0], ['1 late'])))).toBe(today);
  }
  expect(asOfDate(inBlock('As of Mon 31 Feb 2025'))).toBeNull();
  expect(asOfDate(inBlock('- a row'))).toBeNull();
  expect(asOfDate('# Follow-ups\n')).toBeNull();
});

test("a day that a person writes above the block is not the page's", () => {
  expect(asOfDate(`As of Tue 1 Jan 2030 all is well\n\n${inBlock('As of Mon 3 Nov 2025')}`)).toBe('2025-11-03');
});

const meeting = (date: string, body: string): string =>
  `---\ntype: meeting\ndate: ${date}\npeople: ["[[Dana Fox]]", "[[Bo Kim]]"]\n---\n${note(body)}`;
const PEOPLE: Texts = { 'People/Dana Fox.md': '', 'People/Bo Kim.md': '' };

function page(texts: Texts, name: string, options?: Parameters<typeof rollUpTexts>[1]): string {
  const text = rollUpTexts(texts, options).texts[`Throughline/${name}.md`] ?? '';
  return text
    .split('\n')
    .filter((line) => !line.startsWith('<!--') && line !== '')
    .join('\n');
}

test('what is older than the start date is a count, what is proposed too', () => {
  const texts = {
    ...PEOPLE,
    'Old.md': meeting(
      '2025-08-01',
      `
      ## Action items
      - [ ] Old thing @me
      - [ ] Old promise @Dana Fox
    `,
    ),
    'New.md': meeting(
      '2025-10-28',
      `
      ## Action items
      - [ ] New thing [[Dana Fox]] @me 📅 2025-11-03
      - [?] Maybe @me
      - [ ] Nobody's
      - [ ] Long promised @Bo Kim 📅 2025-10-30
    `,
    ),
  };
  expect(page(texts, 'Follow-ups')).toBe(
    note(`
    # Follow-ups
    As of Mon 3 Nov 2025 · 1 today · 1 needs an owner
    ## Today
    - New thing Dana Fox · 3 Nov — [[New#Action items|28 Oct]]
    ## Needs an owner
    - Nobody's — [[New#Action items|28 Oct]]
    1 proposed · 1 from before 4 Sep
  `)
      .trim()
      .replace('New thing Dana Fox', 'New thing [[Dana Fox]]'),
  );
  expect(page(texts, 'Waiting on')).toContain(
    '## [[Bo Kim]]\n- Long promised · due 30 Oct — [[New#Action items|28 Oct]]\n1 from before 4 Sep',
  );
  expect(page(texts, 'Follow-ups', { settings: { startDate: '2025-07-01' } })).toContain('- Old thing');
});

test('what is no checkbox and has no due date lapses 30 days after its meeting: a count, not a row', () => {
  const body = (owner: string): string => `
      ## Action items
      - ${owner}: wash the sails
      - ${owner}: paint the hull by 14 October
      - ${owner}: call again

      | Action | Owner |
      |---|---|
      | Oil the winch | ${owner} |

      TODO (${owner}): sweep the deck

      - [ ] A checkbox @${owner}
    `;
  const texts = {
    ...PEOPLE,
    'Mine.md': meeting('2025-10-03', body('me')),
    'Theirs.md': meeting('2025-10-03', body('Dana Fox')),
    'Again.md': meeting('2025-10-04', '\n## Action items\n- me: call again\n- Dana Fox: call again\n'),
  };
  const rows = (name: string): string[] =>
    page(texts, name)
      .split('\n')
      .filter((line) => /^- |lapsed/.test(line))
      .map((line) => line.replace(/ · .*| — .*/, ''));
  expect(rows('Follow-ups').sort()).toEqual([
    '- A checkbox',
    '- call again',
    '- paint the hull by 14 October',
    '3 lapsed',
  ]);
  expect(rows('Waiting on').sort()).toEqual([
    '- A checkbox',
    '- call again',
    '- paint the hull by 14 October',
    '3 lapsed',
  ]);
  const onPage = (met: string): string =>
    rollUpTexts({ ...texts, 'Met.md': meeting(met, '\nWe met.\n') }).texts['People/Dana Fox.md'] ?? '';
  // On a person's page they lapse by the day we last met.
  expect(onPage('2025-10-30')).toContain('- wash the sails');
  expect(onPage('2025-11-03')).not.toContain('- wash the sails');
  expect(onPage('2025-11-03')).toContain('- A checkbox');
});

test("until it is known who I am, nobody's task is mine or waited for", () => {
  const texts = {
    ...PEOPLE,
    'New.md': meeting('2025-10-28', "## Action items\n- [ ] Send it @Mara\n- [ ] Get it @Dana Fox\n- [ ] Nobody's\n"),
  };
  expect(page(texts, 'Follow-ups', { settings: { me: [] } })).toMatch(/Tell Throughline who you are[^]*Needs an owner/);
  expect(page(texts, 'Waiting on', { settings: { me: [] } })).not.toContain('Get it');
});

test('a question is asked again, lapses, stays when pinned, is answered', () => {
  const asked = (date: string, ...lines: string[]): string =>
    meeting(date, `## Open questions\n${lines.map((line) => `- ${line}`).join('\n')}\n`);
  const texts = {
    ...PEOPLE,
    '1.md': asked('2025-09-20', 'Who signs?', 'How much?', 'Why at all? #pin', 'When?'),
    '2.md': asked('2025-10-20', 'Who signs?', '~~When?~~'),
    '3.md': asked('2025-10-03', 'Thirty-one days?'),
    '4.md': asked('2025-10-04', 'Thirty days?'),
  };
  expect(page(texts, 'Open questions')).toBe(
    note(`
    # Open questions
    As of Mon 3 Nov 2025 · 3 open · 1 asked again
    ## Asked again
    - Who signs? · 2× since 20 Sep — [[2#Open questions|20 Oct]]
    ## Other
    - Thirty days? — [[4#Open questions|4 Oct]]
    - Why at all? · pinned — [[1#Open questions|20 Sep]]
    ## Just answered
    - When? — [[2#Open questions|20 Oct]]
    2 lapsed
  `).trim(),
  );
});

test('decisions have a page a quarter; one that lost its last keeps saying so', () => {
  const texts = {
    ...PEOPLE,
    'A.md': meeting('2025-09-30', '## Decisions\n- Ship it\n'),
    'B.md': meeting('2025-10-01', '## Decisions\n- Keep it\n'),
  };
  const once = rollUpTexts(texts).texts;
  expect(Object.keys(once).filter((path) => path.includes('Decisions/'))).toEqual([
    'Throughline/Decisions/2025-Q3.md',
    'Throughline/Decisions/2025-Q4.md',
  ]);
  const { 'A.md': _gone, ...rest } = once;
  expect(page(rest, 'Decisions/2025-Q3')).toBe('# Decisions 2025-Q3\nNothing decided.');
});

test('dates of another year carry it', () => {
  const texts = {
    ...PEOPLE,
    'A.md': meeting('2025-12-30', '## Action items\n- [ ] Send it @Dana Fox 📅 2026-01-05\n'),
  };
  expect(page(texts, 'Waiting on', { today: '2026-01-02' })).toContain(
    '- Send it · due 5 Jan — [[A#Action items|30 Dec 2025]]',
  );
});

test('what @me shall do is mine before my names are known', () => {
  const texts = { ...PEOPLE, 'New.md': meeting('2025-10-28', '## Action items\n- [ ] Send it @me 📅 2025-11-03\n') };
  expect(page(texts, 'Follow-ups', { settings: { me: [] } })).toContain('## Today\n- Send it · 3 Nov');
});

test('two meetings of a day may have the same headings: each row leads to its own', () => {
  const texts = {
    ...PEOPLE,
    '2025-10-30.md':
      '## 09:00 [[Dana Fox]]\n### Open questions\n- Who signs?\n## 11:00 [[Bo Kim]]\n### Open questions\n- Who pays?\n- Who says\n### Decisions\n- Ship it\n',
  };
  expect(page(texts, 'Open questions')).toContain('- Who pays? — [[2025-10-30#11 00 Bo Kim#Open questions|30 Oct]]');
  expect(rollUpTexts(texts).texts['People/Dana Fox.md']).toContain(
    '- Who signs? — [[2025-10-30#09 00 Dana Fox#Open questions|30 Oct]]',
  );
});

test('what a link leads to takes no room from the words', () => {
  const heading = 'Decisions that we took '.repeat(12).trim();
  const words = 'Ship it soon '.repeat(22).trim();
  const texts = { ...PEOPLE, 'New.md': meeting('2025-10-28', `## Decisions (${heading})\n- ${words}\n`) };
  const rows = page(texts, 'Decisions/2025-Q4')
    .split('\n')
    .filter((line) => line.startsWith('- '));
  expect(rows).toEqual([`- ${words} — [[New#Decisions (${heading})|28 Oct]]`]);
});

test('who is linked in a row is not named again behind it', () => {
  const texts = {
    ...PEOPLE,
    'New.md': meeting(
      '2025-10-28',
      '## Decisions\n- Go with [[Dana Fox]]\n## Actions\n- [ ] Ask [[Dana Fox]] and Bo Kim @me\n',
    ),
  };
  expect(page(texts, 'Decisions/2025-Q4')).toContain('- Go with [[Dana Fox]] — [[New#Decisions|28 Oct]]');
  expect(page(texts, 'Follow-ups')).toContain('- Ask [[Dana Fox]] and Bo Kim → [[Bo Kim]] — [[New#Actions|28 Oct]]');
});

test('a heading that a click made a task is in no queue', () => {
  const texts = { ...PEOPLE, 'New.md': meeting('2025-10-28', '## Action items\n- [ ] ## Later\n- [ ] Book a table\n') };
  expect(page(texts, 'Follow-ups')).toContain('1 needs an owner\n## Needs an owner\n- Book a table — ');
});

test('sections that a long page has no room for are counted in one line', () => {
  const section = (heading: string, count: number) =>
    queueSection(
      heading,
      Array.from({ length: count }, (_, at) => ({ at })),
      new WrittenRows(),
      ({ at }) => `- ${at}`,
    );
  const lines = sectionLines([section('## A', 400), section('## B', 300), section('## C', 2), section('## D', 3)], {
    rowsPerQueue: 500,
  } as Parameters<typeof sectionLines>[1]);
  expect(lines.slice(-3)).toEqual(['- 199', '- 100 more', '- 5 more in 2 further sections']);
});
