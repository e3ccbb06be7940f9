import { followIn } from '../../src/edit/page-plans';
import { RowFinder } from '../../src/page/row-finder';
import { readBlock } from '../../src/page/managed-block';
import { sampleFiles } from '../sample-vault';
import { indexOf, note, rollUpTexts, type Texts } from '../vault-of';

const meeting = (date: string, body: string): string =>
  `---\ntype: 1-1\ndate: ${date}\npeople: "[[Dana Fox]]"\n---\n${note(body)}`;
const VAULT: Texts = {
  'People/Dana Fox.md': '# Dana Fox\n',
  'Meetings/2025-10-28 Dana.md': meeting(
    '2025-10-28',
    `
    ## Action items
    - [ ] Send **pricing** draft @me 📅 2025-10-31
    - [ ] Send @me
    - [ ] Twice @me
    - [ ] Twice @Dana Fox
    ## Follow-ups
    - [ ] Ring them @me
    ## Open questions
    - Who signs?
    ## Decisions
    - Ships in May
  `,
  ),
  'Notes/Ideas.md': '# Ideas\n\n- Pilot budget [[Dana Fox]] #raise\n',
};

const finderOf = (texts: Texts): RowFinder => {
  const index = indexOf(texts);
  return new RowFinder(index, followIn(index.registry));
};

/** What a line of Dana's page is: `task Meetings/…:7`. */
function check(line: string, expected: string | null, texts: Texts = VAULT): void {
  const found = finderOf(texts).ofPage(line, 'People/Dana Fox.md');
  expect(
    found === null ? null : `${found.found.is} ${found.source.path.split('/').pop() ?? ''}:${found.source.line}`,
  ).toBe(expected);
}

const LINK = '[[2025-10-28 Dana#Action items|28 Oct]]';

test.each([
  ['as it is written', `- Send **pricing** draft · due 31 Oct — ${LINK}`, 'task 2025-10-28 Dana.md:7'],
  [
    'of an older page: another day',
    `- Send **pricing** draft · due 1 Oct · asked 14 Oct — ${LINK}`,
    'task 2025-10-28 Dana.md:7',
  ],
  ['as a linter writes it', `*  Send __pricing__ draft - ${LINK}`.replace('*  ', '* '), 'task 2025-10-28 Dana.md:7'],
  ['words that others begin with', `- Send · asked 14 Oct — ${LINK}`, 'task 2025-10-28 Dana.md:8'],
  ['a question', '- Who signs? — [[2025-10-28 Dana#Open questions|28 Oct]]', 'question 2025-10-28 Dana.md:14'],
  ['what is to be raised, without whom', '- Pilot budget — [[Ideas#Ideas|Ideas]]', 'raise Ideas.md:3'],
  ['a decision', '- Ships in May — [[2025-10-28 Dana#Decisions|28 Oct]]', 'statement 2025-10-28 Dana.md:16'],
  ['two rows of the same words', `- Twice — ${LINK}`, null],
  ['other words', `- Send pricing drafts — ${LINK}`, null],
  ['a note that says no such thing', '- Send **pricing** draft — [[Ideas]]', null],
  ['a link that leads nowhere', '- Send **pricing** draft — [[Gone]]', null],
  ['what a person typed', '- Send **pricing** draft', null],
  ['no row', '**Last met 28 Oct 2025** — [[2025-10-28 Dana]]', null],
])('%s', (_, line, expected) => {
  check(line, expected);
});

test('the same words under two headings are told apart by the link', () => {
  const texts = {
    ...VAULT,
    'Meetings/2025-10-28 Dana.md': meeting(
      '2025-10-28',
      '## Action items\n- [ ] Ring them @me\n## Follow-ups\n- [ ] Ring them @Dana Fox\n',
    ),
  };
  check('- Ring them — [[2025-10-28 Dana#Action items|28 Oct]]', 'task 2025-10-28 Dana.md:7', texts);
  check('- Ring them — [[2025-10-28 Dana#Follow-ups|28 Oct]]', 'task 2025-10-28 Dana.md:9', texts);
  check('- Ring them — [[2025-10-28 Dana|28 Oct]]', null, texts);
});

test('a line of a note, while it says what it said', () => {
  const finder = finderOf(VAULT);
  expect(finder.ofNote('Meetings/2025-10-28 Dana.md', 14, '- Who signs?')).toMatchObject({ is: 'question' });
  expect(finder.ofNote('Meetings/2025-10-28 Dana.md', 14, '- Who signed?')).toBeNull();
  expect(finder.ofNote('Meetings/2025-10-28 Dana.md', 16, '- Ships in May')).toBeNull();
});

test('a row by its id', () => {
  const finder = finderOf(VAULT);
  const { found } = finder.ofPage('- Who signs? — [[2025-10-28 Dana]]', 'People/Dana Fox.md') ?? {};
  expect(finder.byId('question', found?.row.id ?? '')).toEqual(found);
  expect(finder.byId('task', found?.row.id ?? '')).toBeNull();
});

test("in the sample vault every open task, question and raise on a page is found, but for two people's same words where nothing tells whose they are", () => {
  const bare = Object.fromEntries(
    Object.entries(sampleFiles()).filter(
      (file): file is [string, string] =>
        /^[^.].*\.md$/.test(file[0]) && typeof file[1] === 'string' && !file[0].startsWith('Throughline/'),
    ),
  );
  const { texts } = rollUpTexts(bare);
  const finder = finderOf(
    Object.fromEntries(Object.entries(texts).filter(([path]) => !path.startsWith('Throughline/'))),
  );
  let rows = 0;
  const lost: string[] = [];
  for (const [path, text] of Object.entries(texts)) {
    const reading = readBlock(text);
    if (!('block' in reading) || reading.block === null) continue;
    let section = '';
    for (const line of reading.block.lines) {
      section = /^#+ (.*)/.exec(line)?.[1] ?? section;
      if (!/^- .* — \[/.test(line)) continue;
      rows += 1;
      if (finder.ofPage(line, path) === null) lost.push(`${path}: ${line}`);
    }
  }
  expect(rows).toBeGreaterThan(150);
  expect(lost.map((line) => line.replace(/ · .*/, ''))).toEqual([
    'Throughline/Waiting on.md: - Bring the spare telephone to Varnby',
    'Throughline/Waiting on.md: - Bring the spare telephone to Varnby',
    'Throughline/Waiting on.md: - Read the go-live log',
    'Throughline/Waiting on.md: - Read the go-live log',
  ]);
});
