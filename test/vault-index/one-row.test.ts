/** Which lines are one row: the same words, of one event or of meetings that share something. */
import { buildIndex } from '../../src/vault-index/build-index';
import { updateIndex } from '../../src/vault-index/update-index';
import { rollUpTexts, indexOf, note, type Texts } from '../vault-of';
import { frozen, told } from '../index-told';

const PAGES: Texts = {
  'People/Ann Lee.md': '',
  'People/Bo Kim.md': '',
  'Projects/Atlas.md': '',
  'Projects/Lisbon.md': '',
};

interface Meeting {
  readonly date: string;
  readonly people?: readonly string[];
  readonly project?: string;
  readonly title?: string;
}

function meeting({ date, people = [], project, title }: Meeting, body: string): string {
  return [
    '---',
    'type: meeting',
    `date: ${date}`,
    `people: [${people.map((name) => `"[[${name}]]"`).join(', ')}]`,
    ...(project === undefined ? [] : [`project: "[[${project}]]"`]),
    ...(title === undefined ? [] : [`title: ${title}`]),
    '---',
    note(body),
  ].join('\n');
}

/** The rows of a vault, each as `words, state, due: where from`; checked against an index that is updated note by note. */
function rows(kind: 'tasks' | 'questions' | 'decisions' | 'facts' | 'risks' | 'raises', texts: Texts): string[] {
  const whole = indexOf({ ...PAGES, ...texts });
  let grown = frozen(indexOf(PAGES));
  for (const path of Object.keys(texts).reverse()) {
    const paths = [...grown.paths, path].sort();
    const added = indexOf({ [path]: texts[path] ?? '' }).parts.given;
    const input = {
      notes: [...grown.parts.given, ...added].sort((a, b) => (a.path < b.path ? -1 : 1)),
      paths,
      memory: grown.memory,
      ...grown.parts.rules,
    };
    grown = frozen(updateIndex(grown, input) ?? buildIndex(input));
  }
  expect(told(grown)).toEqual(told(whole));
  expect(new Set(whole[kind].map(({ id }) => id)).size).toBe(whole[kind].length);
  return whole[kind]
    .map((row) => {
      const state = 'open' in row ? (row.open ? ' open' : ' closed') : 'state' in row ? ` ${row.state}` : '';
      const due = 'due' in row && row.due !== null ? ` due ${row.due}` : '';
      return `${row.text}${state}${due}: ${row.sources.map(({ path, line }) => `${path.replace('.md', '')}:${line}`).join(' ')}`;
    })
    .sort();
}

describe('a follow-up that recurs', () => {
  const done = '- [x] Send the report @me 🔁 every week 📅 2025-10-27 ✅ 2025-10-28';
  const next = '- [ ] Send the report @me 🔁 every week 📅 2025-11-03';
  const in1 = (...lines: string[]): Texts => ({
    'A.md': meeting({ date: '2025-10-20', people: ['Ann Lee'] }, `## Action items\n${lines.join('\n')}\n`),
  });

  test('stays open when it is ticked: the next line is the task', () => {
    expect(rows('tasks', in1(next, done))).toEqual(['Send the report open due 2025-11-03: A:8 A:7']);
    expect(rows('tasks', in1(done, next))).toEqual(['Send the report open due 2025-11-03: A:7 A:8']);
  });

  test.each([
    [
      'with fields',
      (line: string) =>
        line
          .replace('🔁 every week', '[repeat:: every week]')
          .replace(/📅 (\S+)/, '[due:: $1]')
          .replace(/✅ (\S+)/, '[completion:: $1]'),
    ],
    ["another's", (line: string) => line.replace('@me', '@[[Ann Lee]]')],
    ["nobody's", (line: string) => line.replace(' @me', '')],
    ['in German', (line: string) => line.replace('Send the report', 'Bericht schicken')],
    ['cancelled', (line: string) => line.replace('[x]', '[-]').replace('✅', '❌')],
  ])('%s, too', (_, as) => {
    expect(rows('tasks', in1(as(next), as(done)))).toEqual([expect.stringMatching(/ open due 2025-11-03: A:8 A:7$/)]);
  });

  test('a done copy in a later note does not close it', () => {
    expect(
      rows('tasks', {
        ...in1(next),
        'B.md': meeting({ date: '2025-10-27', people: ['Ann Lee'] }, `## Action items\n${done}\n`),
      }),
    ).toEqual(['Send the report open due 2025-11-03: B:7 A:7']);
  });

  test('of open copies the newest is the task', () => {
    expect(
      rows('tasks', {
        ...in1(next),
        'B.md': meeting(
          { date: '2025-11-03', people: ['Ann Lee'] },
          `## Action items\n${next.replace('11-03', '11-10')}\n`,
        ),
      }),
    ).toEqual(['Send the report open due 2025-11-10: A:7 B:7']);
  });

  test('done everywhere, it is closed', () => {
    expect(rows('tasks', in1(done))).toEqual(['Send the report closed due 2025-10-27: A:7']);
  });
});

describe('equal words', () => {
  const asked = (who: string, line: string, date = '2025-10-28'): string =>
    meeting({ date, people: [who] }, `## Open questions\n${line}\n`);

  test('of meetings that share nothing are two rows: an answer to one answers no other', () => {
    expect(
      rows('questions', {
        'A.md': asked('Ann Lee', '- Who signs the contract?'),
        'B.md': asked('Bo Kim', '- ~~Who signs the contract?~~', '2025-10-29'),
      }),
    ).toEqual(['Who signs the contract? answered: B:7', 'Who signs the contract? open: A:7']);
  });

  test('asked again of the same person they are one', () => {
    expect(
      rows('questions', {
        'A.md': asked('Ann Lee', '- Who signs the contract?'),
        'B.md': asked('Ann Lee', '- ~~Who signs the contract?~~', '2025-10-29'),
      }),
    ).toEqual(['Who signs the contract? answered: A:7 B:7']);
  });

  test.each<[string, Meeting, Meeting]>([
    [
      'a project',
      { date: '2025-10-28', people: ['Ann Lee'], project: 'Atlas' },
      { date: '2025-10-29', people: ['Bo Kim'], project: 'Atlas' },
    ],
    [
      'a person who has no page',
      { date: '2025-10-28', people: ['Ann Lee', 'Cy Orr'] },
      { date: '2025-10-29', people: ['Bo Kim', 'Cy Orr'] },
    ],
    [
      'a series',
      { date: '2025-10-28', people: ['Ann Lee'], title: 'Weekly 43' },
      { date: '2025-10-29', people: ['Bo Kim'], title: 'Weekly 44' },
    ],
  ])('of meetings that share %s are one row', (_, a, b) => {
    const texts = {
      'A.md': meeting(a, '## Action items\n- [ ] Send the report @me\n'),
      'B.md': meeting(b, '## Action items\n- [x] Send the report @me\n'),
    };
    expect(rows('tasks', texts)).toEqual(
      ['Send the report closed: A:7 B:7'].map((row) =>
        row.replaceAll(':7', `:${String(texts['A.md'].split('\n').indexOf('- [ ] Send the report @me') + 1)}`),
      ),
    );
  });

  test('I am in every meeting, and tie none', () => {
    const mine = (who: string, status: string): string =>
      meeting(
        { date: '2025-10-28', people: [who, 'Mara Voss'] },
        `## Action items\n- [${status}] Send the report @me\n`,
      );
    expect(rows('tasks', { 'A.md': mine('Ann Lee', ' '), 'B.md': mine('Bo Kim', 'x') })).toEqual([
      'Send the report closed: B:7',
      'Send the report open: A:7',
    ]);
  });

  test('whoever the words name ties them, and whoever owns them', () => {
    const said = (who: string, line: string): string =>
      meeting({ date: '2025-10-28', people: [who] }, `## Action items\n${line}\n`);
    expect(
      rows('tasks', {
        'A.md': said('Ann Lee', '- [ ] Send it to Cy @[[Bo Kim]]'),
        'B.md': said('Bo Kim', '- [x] Send it to Cy @[[Bo Kim]]'),
      }),
    ).toEqual(['Send it to Cy closed: A:7 B:7']);
    expect(
      rows('tasks', {
        'A.md': said('Ann Lee', '- [ ] Call the Atlas team @me'),
        'B.md': said('Bo Kim', '- [x] Call the Atlas team @me'),
      }),
    ).toEqual(['Call the Atlas team closed: A:7 B:7']);
  });

  test('a line joins the earliest row with every line of which it shares something', () => {
    const said = (date: string, people: readonly string[]): string =>
      meeting({ date, people }, '## Open questions\n- Who signs?\n');
    expect(
      rows('questions', {
        'A.md': said('2025-10-14', ['Ann Lee']),
        'B.md': said('2025-10-21', ['Bo Kim']),
        // Both: Ann's came first.
        'C.md': said('2025-10-28', ['Ann Lee', 'Bo Kim']),
        // With A's row it shares nothing of A itself.
        'D.md': said('2025-10-30', ['Bo Kim']),
      }),
    ).toEqual(['Who signs? open: A:7 C:7', 'Who signs? open: B:7 D:7']);
  });

  test('a row keeps its id when the same is said later where it shares nothing', () => {
    const a = { 'A.md': asked('Ann Lee', '- Who signs?') };
    const [before] = indexOf({ ...PAGES, ...a }).questions;
    const after = indexOf({ ...PAGES, ...a, 'B.md': asked('Bo Kim', '- Who signs?', '2025-10-29') }).questions;
    expect(after.find(({ sources }) => sources[0]?.path === 'A.md')?.id).toBe(before?.id);
    expect(new Set(after.map(({ id }) => id)).size).toBe(2);
  });

  test('an answer that two lines are one makes them one wherever they are said', () => {
    const texts = {
      ...PAGES,
      'A.md': asked('Ann Lee', '- Who signs?'),
      'B.md': asked('Bo Kim', '- Who will sign?'),
      'Throughline/Names.md': '- "Who signs?" is the same as "Who will sign?"\n',
    };
    expect(indexOf(texts).questions.map(({ sources }) => sources.map(({ path }) => path))).toEqual([['A.md', 'B.md']]);
  });
});

describe('different due dates', () => {
  const said = (date: string, ...lines: string[]): string =>
    meeting({ date, people: ['Ann Lee'] }, `## Action items\n${lines.join('\n')}\n`);
  const due = (day: string, status = ' '): string => `- [${status}] Send the report @me 📅 2025-11-${day}`;

  test('in one note are two tasks', () => {
    expect(rows('tasks', { 'A.md': said('2025-10-28', due('03'), due('10')) })).toEqual([
      'Send the report open due 2025-11-03: A:7',
      'Send the report open due 2025-11-10: A:8',
    ]);
    expect(rows('tasks', { 'A.md': said('2025-10-28', due('03', 'x'), due('10')) })).toEqual([
      'Send the report closed due 2025-11-03: A:7',
      'Send the report open due 2025-11-10: A:8',
    ]);
    expect(
      rows('tasks', {
        'A.md': said('2025-10-28', due('03'), '- [ ] Send the report @me [due:: 2025-11-10]', due('17')),
      }),
    ).toHaveLength(3);
  });

  test('in a later note are the same task, put off', () => {
    expect(rows('tasks', { 'A.md': said('2025-10-28', due('03')), 'B.md': said('2025-10-30', due('10')) })).toEqual([
      'Send the report open due 2025-11-10: A:7 B:7',
    ]);
  });

  test('each goes on in the note that says it again', () => {
    expect(
      rows('tasks', { 'A.md': said('2025-10-28', due('03'), due('10')), 'B.md': said('2025-10-30', due('10', 'x')) }),
    ).toEqual(['Send the report closed due 2025-11-10: A:8 B:7', 'Send the report open due 2025-11-03: A:7']);
  });
});

describe('decisions, facts and risks', () => {
  const of = (heading: string, project: string, date: string): string =>
    meeting({ date, project }, `## ${heading}\n- Ship without SSO\n`);

  test.each([
    ['decisions', 'Decisions'],
    ['decisions', 'Beschlüsse'],
    ['facts', 'Key facts'],
    ['facts', 'Hechos'],
    ['risks', 'Risks'],
    ['risks', 'Risiken'],
  ] as const)('%s of different projects are two, each cited from its own meeting (%s)', (kind, heading) => {
    expect(
      rows(kind, { 'A.md': of(heading, 'Atlas', '2025-10-28'), 'B.md': of(heading, 'Lisbon', '2025-10-29') }),
    ).toEqual(['Ship without SSO: A:8', 'Ship without SSO: B:8']);
  });

  test('a page cites the telling that is its own', () => {
    const said = (project: string, date: string): string =>
      meeting({ date, project, people: ['Ann Lee'] }, '## Decisions\n- Ship without SSO\n');
    const { texts } = rollUpTexts({
      ...PAGES,
      '2025-10-28 A.md': said('Atlas', '2025-10-28'),
      '2025-10-29 B.md': said('Lisbon', '2025-10-29'),
    });
    const cited = (page: string): string | undefined => /Ship without SSO.*\[\[(\S+) /.exec(texts[page] ?? '')?.[1];
    expect([cited('Projects/Atlas.md'), cited('Projects/Lisbon.md'), cited('People/Ann Lee.md')]).toEqual([
      '2025-10-28',
      '2025-10-29',
      '2025-10-29',
    ]);
  });
});
