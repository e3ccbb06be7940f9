/**
 * What was settled about names stays, whoever joins, whatever is renamed, in whatever order two devices' lines are
 * merged.
 */
import fc from 'fast-check';
import { answerProposals } from '../../src/edit/answer-proposal';
import { lostNames } from '../../src/entity/lost-names';
import { ENGLISH_PROBLEMS } from '../../src/words/english-problems';
import { say } from '../../src/words/say';
import { namesMemory } from '../../src/entity/names-memory';
import { parseNames } from '../../src/entity/names-lines';
import { findProposals } from '../../src/vault-index/proposals';
import { indexOf, NAMES, note, type Texts } from '../vault-of';
import { answerTexts, asked, inputOf, lines, planAnswers, questions } from './answering';

const person = '---\ntype: person\n---\n';
const meeting = (people: string, owner: string, more = '') =>
  note(`---\ntype: meeting\npeople: [${people}]\n${more}---\n## Action items\n- [ ] Do it @${owner}\n`);

const VAULT: Texts = {
  'People/Sam Ortega.md': person,
  'People/Sam Fox.md': person,
  'People/Dana Fox.md': person,
  'Meetings/2025-10-28 Sync.md': meeting('"[[Dana Fox]]"', 'Sam'),
};

/** Of every task, by path. */
function owners(texts: Texts): string[] {
  return indexOf(texts)
    .tasks.flatMap(({ owners: all, sources }) =>
      all.flatMap(({ entity, me }) =>
        sources.map(({ path }) => `${path.slice(9, 19)} ${me ? 'me' : (entity?.name ?? '?')}`),
      ),
    )
    .sort();
}

function problems(texts: Texts): string[] {
  const { decisions, lines: at } = parseNames(texts[NAMES] ?? '', NAMES);
  return lostNames(indexOf(texts).registry, namesMemory(decisions, NAMES, at)).map(
    (problem) => `${problem.line ?? '?'}: ${say(ENGLISH_PROBLEMS, problem)}`,
  );
}

const names = (...all: string[]) => ({ [NAMES]: `# Names\n\n${all.map((line) => `- ${line}\n`).join('')}` });

describe('who joins later changes nothing that was settled', () => {
  const settled = answerTexts(VAULT, { Sam: { as: 'Sam Ortega', scope: 'always' } });
  const forNote = answerTexts(VAULT, { Sam: { as: 'Sam Ortega' } });
  const later = { 'Meetings/2025-12-01 Sync.md': meeting('"[[Dana Fox]]"', 'Sam') };

  test.each<[string, Texts]>([
    ['by a page', { 'People/Sam Vale.md': person }],
    ['by a link in frontmatter', { 'Meetings/2025-11-20 Hello.md': meeting('"[[Sam Vale]]"', 'Dana Fox') }],
    [
      'by a name in frontmatter',
      { 'People/Sam Vale.md': person, 'Meetings/2025-11-20 Hello.md': meeting('Sam Vale', 'Dana Fox') },
    ],
    ['by an alias', { 'People/Samira Vale.md': '---\ntype: person\naliases: [Sam]\n---\n' }],
    ['by an alias of somebody known', { 'People/Dana Fox.md': '---\ntype: person\naliases: [Sam]\n---\n' }],
    ['by a page of the name alone', { 'People/Sam.md': person }],
  ])('%s', (_, joined) => {
    for (const before of [settled, forNote])
      expect(owners({ ...before, ...joined })).toContain('2025-10-28 Sam Ortega');
  });

  test('later notes are asked about once more, and answered', () => {
    const joined = { ...settled, ...later, 'People/Samira Vale.md': '---\ntype: person\naliases: [Sam]\n---\n' };
    expect(owners(joined)).toEqual(['2025-10-28 Sam Ortega', '2025-12-01 ?']);
    expect(questions(joined)).toEqual(['resolve Sam: Sam Ortega, Samira Vale']);
    const again = answerTexts(joined, { Sam: { as: 'Samira Vale', scope: 'always' } }, '2025-12-02');
    expect([owners(again), questions(again)]).toEqual([['2025-10-28 Sam Ortega', '2025-12-01 Samira Vale'], []]);
  });

  test('who was met after a note, however she was named there, was not meant in it', () => {
    const joined = {
      ...settled,
      'Meetings/2025-11-10 Sync.md': later['Meetings/2025-12-01 Sync.md'],
      'People/Sam Vale.md': '---\ntype: person\nemail: vale@example.com\n---\n',
    };
    expect(owners(joined)).toEqual(['2025-10-28 Sam Ortega', '2025-11-10 ?']);
    for (const named of ['Sam Vale', 'vale@example.com', '[[Sam Vale]]']) {
      expect(
        owners({ ...joined, 'Meetings/2025-11-20 Hello.md': meeting(JSON.stringify(named), 'Dana Fox') }),
      ).toContain('2025-11-10 Sam Ortega');
    }
  });
});

describe('an answer moves nothing besides', () => {
  test('what would move is kept by a line', () => {
    const vault = {
      ...VAULT,
      'Accounts/Acme.md': '',
      ...names('"Sam O" → [[Sam Ortega]]'),
      'Meetings/2025-10-10 A.md': meeting('Sam O', 'Sam', 'account: "[[Acme]]"\n'),
      'Meetings/2025-10-28 Sync.md': meeting('"[[Dana Fox]]"', 'Sam', 'account: "[[Acme]]"\n'),
    };
    expect(owners(vault)).toEqual(['2025-10-10 Sam Ortega', '2025-10-28 ?']);
    const after = answerTexts(vault, { Sam: { as: 'Sam Fox', scope: 'group' } });
    expect(owners(after)).toEqual(['2025-10-10 Sam Ortega', '2025-10-28 Sam Fox']);
    expect(lines(after)).toEqual([
      '- "Sam O" → [[Sam Ortega]]',
      '- "Sam" with [[Acme]] → [[Sam Fox]]',
      '- "Sam" in [[2025-10-10 A]] → [[Sam Ortega]]',
    ]);
  });

  test('where no line can keep it, it is refused', () => {
    const vault = {
      'People/Zoë Brandt.md': person,
      'Accounts/Acme.md': '',
      ...names('"Zoe Brant" with [[Acme]] → [[Zoë Brandt]]'),
      'Meetings/2025-10-10 A.md': meeting('', '[[Zoe Brant]]', 'account: "[[Acme]]"\n'),
      'Meetings/2025-10-28 B.md': meeting('', 'Zoe Brant'),
    };
    const plan = planAnswers(vault, { 'Zoe Brant': { as: 'new' } });
    expect(plan).toEqual({
      outcome: 'refused',
      refusal: {
        code: 'would-mean-another',
        name: 'Zoe Brant',
        path: 'Meetings/2025-10-10 A.md',
        line: 7,
        meant: { name: 'Zoë Brandt' },
        memory: NAMES,
      },
    });
  });
});

test('an answer to what is asked of late leaves older places a question', () => {
  const vault = { ...VAULT, 'Meetings/2025-01-10 Old.md': meeting('"[[Dana Fox]]"', 'Sam') };
  const index = indexOf(vault);
  const [recent] = findProposals(index, '2025-10-01');
  const id = recent?.proposal.id ?? '';
  const input = inputOf(vault, index);
  const plan = answerProposals(
    recent === undefined ? [] : [recent],
    [{ id, accepted: true, as: 'Sam Fox', scope: 'note' }],
    input,
  );
  expect(plan.outcome === 'planned' ? plan.answers.flatMap(({ effects }) => effects) : plan).toEqual([
    { code: 'remembered', line: '- "Sam" in [[2025-10-28 Sync]] → [[Sam Fox]]' },
  ]);
});

describe('renamed and moved by something that mends no links', () => {
  const answered = answerTexts(VAULT, { Sam: { as: 'Sam Ortega' } });
  const rejected = answerTexts(VAULT, { Sam: { accepted: false, scope: 'note' } });
  const moved = (texts: Texts, from: string, to: string, text = texts[from] ?? ''): Texts => ({
    ...Object.fromEntries(Object.entries(texts).filter(([path]) => path !== from)),
    [to]: text,
  });
  const SYNC = 'Meetings/2025-10-28 Sync.md';

  test('the page, the note: found by name and by alias', () => {
    expect(owners(moved(answered, 'People/Sam Ortega.md', 'CRM/People/Sam Ortega/README.md'))).toEqual([
      '2025-10-28 Sam Ortega',
    ]);
    const renamed = moved(
      answered,
      'People/Sam Ortega.md',
      'People/Samuel Ortega.md',
      '---\ntype: person\naliases: [Sam Ortega]\n---\n',
    );
    expect([owners(renamed), problems(renamed)]).toEqual([['2025-10-28 Samuel Ortega'], []]);
    expect(questions(moved(answered, SYNC, 'Old/2025-10-28 Sync.md'))).toEqual([]);
  });

  test('what cannot be found is said, with its line and the way out', () => {
    const gone = moved(answered, 'People/Sam Ortega.md', 'People/Ortega.md');
    expect(problems(gone)).toEqual([
      '5: [[Sam Ortega]] leads to no page, so this answer is ignored. Update the link, or delete the line.',
    ]);
    expect(problems(moved(answered, SYNC, 'Meetings/2025-10-28 Other.md'))).toEqual([
      expect.stringContaining('[[2025-10-28 Sync]] leads to no note'),
    ]);
    const twice = { ...answered, 'Old/2025-10-28 Sync.md': meeting('"[[Dana Fox]]"', 'Sam') };
    expect(problems(twice)).toEqual([expect.stringContaining('[[2025-10-28 Sync]] matches 2 notes')]);
    expect(questions(twice)).toEqual(['resolve Sam: Sam Fox, Sam Ortega ×2']);
    expect(
      problems(
        names('"Sam" with [[Gone]] is not a name', '[[A]] is not [[B]]', '"May" is not a name', '"Gwen" gets no page'),
      ),
    ).toEqual([expect.stringMatching(/^3: \[\[Gone\]\]/), expect.stringMatching(/^4: \[\[A\]\]/)]);
    expect(problems({ ...VAULT, ...names('"Sam" → [[Mara Voss]]'), 'People/Mara Voss.md': person })).toEqual([]);
  });

  test.each([
    ['edited', (texts: Texts) => ({ ...texts, [SYNC]: `${texts[SYNC] ?? ''}\nMore.\n` })],
    ['moved', (texts: Texts) => moved(texts, SYNC, 'Old/2025/2025-10-28 Sync.md')],
    ['renamed', (texts: Texts) => moved(texts, SYNC, 'Meetings/2025-10-28 Acme sync.md')],
  ])('a rejected proposal does not come back where its note was %s', (_, change) => {
    expect(questions(change(rejected))).toEqual([]);
    expect(questions(change(answerTexts(VAULT, { Sam: { accepted: false } })))).toEqual([]);
  });
});

test('two devices answer at once: in any order of merged lines they come to the same, and only what they answered apart is asked', () => {
  const vault: Texts = {
    ...VAULT,
    'Accounts/Acme.md': '',
    'People/Gwen Pell.md': person,
    'People/Zoë Brandt.md': person,
    'Meetings/2025-10-20 A.md': meeting('Gwen', 'Zoe Brant', 'account: "[[Acme]]"\n'),
    'Meetings/2025-10-21 B.md': meeting('Ida Moss', 'Gwen'),
    'Meetings/2025-10-22 C.md': meeting('Ida Moss', 'Sam'),
  };
  const all = asked(vault);
  const said = fc.constantFrom(
    { as: '1', scope: 'always' } as const,
    { as: '1', scope: 'note' } as const,
    { accepted: false } as const,
    { as: 'nobody' } as const,
    null,
  );
  const device = fc.array(said, { minLength: all.length, maxLength: all.length });
  const answer = (given: readonly (object | null)[]): { readonly texts: Texts; readonly to: ReadonlySet<string> } => {
    let texts = vault;
    const to = new Set<string>();
    for (const [at, one] of given.entries()) {
      const name = all[at]?.proposal.name ?? '';
      if (one === null || !asked(texts).some(({ proposal }) => proposal.name === name)) continue;
      if (planAnswers(texts, { [name]: one }).outcome === 'refused') continue;
      texts = answerTexts(texts, { [name]: one });
      to.add(`${name} ${JSON.stringify(one)}`);
    }
    return { texts, to };
  };
  fc.assert(
    fc.property(
      device,
      device,
      fc.array(fc.nat(99), { minLength: 24, maxLength: 24 }),
      fc.constantFrom('\n', '\r\n'),
      (one, other, dice, ending) => {
        const [a, b] = [answer(one), answer(other)];
        const union = [...lines(a.texts), ...lines(b.texts), '- "broken" → nobody at all'];
        const shuffled = union
          .map((line, at) => ({ line, at: dice[at] ?? 0 }))
          .sort((x, y) => x.at - y.at)
          .map(({ line }) => line);
        const merged = (given: readonly string[]): Texts => ({
          ...vault,
          [NAMES]: `# Names${ending}${ending}${given.join(ending)}`,
        });
        expect(owners(merged(shuffled))).toEqual(owners(merged([...new Set(union)])));
        expect(parseNames(merged(shuffled)[NAMES] ?? '', NAMES).problems.map(({ line }) => line)).toEqual([
          shuffled.indexOf('- "broken" → nobody at all') + 3,
        ]);
        const still = new Set(asked(merged(shuffled)).map(({ proposal }) => proposal.name));
        for (const line of a.to) if (b.to.has(line)) expect(still.has(line.slice(0, line.indexOf(' {')))).toBe(false);
      },
    ),
    { numRuns: 12 },
  );
});
