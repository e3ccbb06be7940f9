import type { AnswerInput } from '../../src/edit/answer-changes';
import { refusalText } from '../../src/cli/refusal-text.mts';
import { DEFAULT_KINDS } from '../../src/note/kinds';
import { ENGLISH_ENGINE } from '../../src/words/english';
import { say } from '../../src/words/say';
import fc from 'fast-check';
import { indexOf, NAMES, note, type Texts } from '../vault-of';
import { answerTexts, asked, lines, planAnswers, questions, type Said, TODAY } from './answering';
import { unplanPage } from '../../src/page/plan-page';

const person = '---\ntype: person\n---\n';
const withoutBlock = (page = ''): string => unplanPage(page).text;
const meeting = (people: string, body: string, more = '') =>
  note(`---\ntype: meeting\npeople: [${people}]\n${more}---\n${body}\n`);
const task = (words: string) => `## Action items\n- [ ] ${words}`;

const SAMS: Texts = {
  'People/Sam Ortega.md': person,
  'People/Sam Fox/README.md': person,
  'People/Dana Fox.md': person,
  'Accounts/Acme.md': '',
  'Meetings/2025-10-28 Sync.md': meeting('"[[Dana Fox]]"', task('Send draft @Sam'), 'account: "[[Acme]]"\n'),
  'Meetings/2025-10-30 Sync.md': meeting('"[[Dana Fox]]"', task('Book a room @Sam'), 'account: "[[Acme]]"\n'),
};
const GWEN: Texts = {
  'People/Gwen Ashdown.md': person,
  'People/Dana Fox.md': person,
  'Meetings/2025-10-28 A.md': meeting('"[[Dana Fox]]"', task('Send it @Gwen')),
};
const ZOE: Texts = {
  'People/Zoë Brandt.md': '---\naliases: [Zo] # short\ntype: "person"\n---\n# Zoë\n',
  'Meetings/2025-10-28 A.md': meeting('Dana Fox', task('Send it @Zoe Brant')),
};
const NEW: Texts = {
  'Meetings/2025-10-28 A.md': meeting('Ida Moss', 'x'),
  'Meetings/2025-10-29 B.md': meeting('Ida Moss', 'x'),
};

/** Of every task, by path. */
function owners(texts: Texts): string[] {
  return indexOf(texts)
    .tasks.flatMap(({ owners: all, sources }) =>
      all.flatMap(({ entity, me }) =>
        sources.map(({ path }) => ({
          path,
          name: me ? 'me' : entity === null || entity.page === null ? '?' : entity.name,
        })),
      ),
    )
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ name }) => name);
}

/** As the command line says it. What the app's windows say names no option of it. */
function refusal(texts: Texts, answers: Readonly<Record<string, Said>>, more: Partial<AnswerInput> = {}): string {
  const plan = planAnswers(texts, answers, TODAY, more);
  if (plan.outcome !== 'refused') return 'planned';
  expect(say(ENGLISH_ENGINE.refusals, plan.refusal).join('; ')).not.toMatch(/--[a-z]|`/);
  return refusalText(plan.refusal);
}

describe('whom a name means', () => {
  test('several: for the notes it was asked for, where nothing else is said', () => {
    expect(questions(SAMS)).toEqual(['resolve Sam: Sam Fox, Sam Ortega ×2']);
    const after = answerTexts(SAMS, { Sam: { as: '2' } });
    expect(lines(after)).toEqual([
      '- "Sam" in [[2025-10-30 Sync]] → [[Sam Ortega]]',
      '- "Sam" in [[2025-10-28 Sync]] → [[Sam Ortega]]',
    ]);
    expect(questions(after)).toEqual([]);
    expect(questions({ ...after, 'Meetings/2025-11-01 C.md': SAMS['Meetings/2025-10-28 Sync.md'] ?? '' })).toEqual([
      'resolve Sam: Sam Fox, Sam Ortega',
    ]);
  });

  test.each<[Said, string]>([
    [
      { as: 'Sam Fox', scope: 'always' },
      '- "Sam" → [[People/Sam Fox/README|Sam Fox]] · among [[People/Sam Fox/README|Sam Fox]], [[Sam Ortega]] · since 2025-11-03',
    ],
    [
      { as: 'People/Sam Ortega', scope: 'always' },
      '- "Sam" → [[Sam Ortega]] · among [[Sam Ortega]], [[People/Sam Fox/README|Sam Fox]] · since 2025-11-03',
    ],
    [{ as: 'People/Sam Fox/README.md', scope: 'group' }, '- "Sam" with [[Acme]] → [[People/Sam Fox/README|Sam Fox]]'],
    [{ as: 'dana fox', scope: 'group' }, '- "Sam" with [[Acme]] → [[Dana Fox]]'],
    [{ as: 'me' }, '- "Sam" → me'],
    [{ as: 'nobody', scope: 'group' }, '- "Sam" with [[Acme]], [[Dana Fox]] is not a name'],
    [
      { accepted: false, scope: 'group' },
      '- "Sam" with [[Acme]] is not [[People/Sam Fox/README|Sam Fox]]|- "Sam" with [[Acme]] is not [[Sam Ortega]]',
    ],
  ])('%j', (said, line) => {
    const after = answerTexts(SAMS, { Sam: said });
    expect(lines(after).join('|')).toBe(line.replace('[[Acme]], [[Dana Fox]] is', '[[Acme]] is'));
    expect(questions(after)).toEqual([]);
    expect(after[NAMES]).toMatch(
      /^# Names\n\nWhat was decided about names, one line each\. Edit or delete a line to change your mind\.\n\n- /,
    );
  });

  test('one: always, until somebody new has the name, and then for later notes only', () => {
    const after = answerTexts(GWEN, { Gwen: {} });
    expect(lines(after)).toEqual(['- "Gwen" → [[Gwen Ashdown]] · among [[Gwen Ashdown]] · since 2025-11-03']);
    const later = {
      ...after,
      'Meetings/2025-11-01 B.md': GWEN['Meetings/2025-10-28 A.md'] ?? '',
      'Meetings/2025-12-01 C.md': GWEN['Meetings/2025-10-28 A.md'] ?? '',
    };
    expect(questions(later)).toEqual([]);
    const second = { ...later, 'People/Gwen Pell.md': person };
    expect(questions(second)).toEqual(['resolve Gwen: Gwen Ashdown, Gwen Pell']);
    const again = answerTexts(second, { Gwen: { as: 'Gwen Pell', scope: 'always' } }, '2025-12-05');
    expect(lines(again)).toEqual([
      ...lines(after),
      '- "Gwen" → [[Gwen Pell]] · among [[Gwen Pell]], [[Gwen Ashdown]] · since 2025-12-01',
    ]);
    expect(questions(again)).toEqual([]);
    expect(owners(again)).toEqual(['Gwen Ashdown', 'Gwen Ashdown', 'Gwen Pell']);
  });

  test('somebody new changes nothing that was settled before', () => {
    const settled = answerTexts(GWEN, { Gwen: {} });
    const at = (day: string): Texts => ({ [`Meetings/${day} B.md`]: GWEN['Meetings/2025-10-28 A.md'] ?? '' });
    const joined = {
      ...settled,
      ...at('2025-11-10'),
      ...at('2025-12-01'),
      'People/Gwen Pell.md': person,
      'Meetings/2025-11-20 Hello.md': meeting('"[[Gwen Pell]]"', 'x'),
    };
    expect(owners(joined)).toEqual(['Gwen Ashdown', 'Gwen Ashdown', '?']);
    expect(asked(joined).map(({ places }) => places.map(({ path }) => path))).toEqual([['Meetings/2025-12-01 B.md']]);
    const again = answerTexts(joined, { Gwen: { as: 'Gwen Pell', scope: 'always' } }, '2025-12-05');
    expect(owners(again)).toEqual(['Gwen Ashdown', 'Gwen Ashdown', 'Gwen Pell']);
  });

  test('rejected: never asked again, also where the note was edited, moved or renamed; a new candidate is', () => {
    const after = answerTexts(SAMS, { Sam: { accepted: false } });
    expect(lines(after)).toEqual(['- "Sam" is not [[People/Sam Fox/README|Sam Fox]]', '- "Sam" is not [[Sam Ortega]]']);
    const moved = { ...after, 'Old/2025-10-31 Renamed.md': `${SAMS['Meetings/2025-10-28 Sync.md'] ?? ''}\nMore.\n` };
    expect(questions(moved)).toEqual([]);
    expect(questions({ ...moved, 'People/Sam Vale.md': person })).toEqual(['resolve Sam: Sam Vale ×3']);
  });

  test('two devices at once: the union of their lines asks again, and the new answer ends it', () => {
    const one = answerTexts(SAMS, { Sam: { as: 'Sam Fox', scope: 'always' } }, '2025-11-03');
    const other = answerTexts(SAMS, { Sam: { as: 'Sam Ortega', scope: 'always' } }, '2025-11-04');
    const both = { ...SAMS, [NAMES]: `${one[NAMES] ?? ''}${lines(other).join('\n')}\n` };
    expect(questions(both)).toEqual(['resolve Sam: Sam Fox, Sam Ortega ×2']);
    const settled = answerTexts(both, { Sam: { as: 'Sam Ortega', scope: 'always' } }, '2025-11-05');
    expect(lines(settled)).toHaveLength(1);
    expect(questions(settled)).toEqual([]);
    // The same answer twice is one.
    expect(questions({ ...SAMS, [NAMES]: `${one[NAMES] ?? ''}${lines(one).join('\n')}\n` })).toEqual([]);
  });
});

describe('two spellings', () => {
  test('the alias goes to the page, and no other byte changes', () => {
    expect(questions(ZOE)).toEqual(['alias Zoe Brant: Zoë Brandt']);
    const after = answerTexts(ZOE, { 'Zoe Brant': {} });
    expect(after).toEqual({
      ...ZOE,
      'People/Zoë Brandt.md': '---\naliases: [Zo, Zoe Brant] # short\ntype: "person"\n---\n# Zoë\n',
    });
    expect(questions(after)).toEqual([]);
    expect(owners(after)).toEqual(['Zoë Brandt']);
  });

  test('a page that cannot take it: the memory holds it', () => {
    const broken = { ...ZOE, 'People/Zoë Brandt.md': '---\ntype: person\nx: [\n---\n' };
    const after = answerTexts(broken, { 'Zoe Brant': {} });
    expect(lines(after)).toEqual(['- "Zoe Brant" → [[Zoë Brandt]] · among [[Zoë Brandt]] · since 2025-11-03']);
    expect(questions(after)).toEqual([]);
  });

  test('rejected', () => {
    const after = answerTexts(ZOE, { 'Zoe Brant': { accepted: false } });
    expect(lines(after)).toEqual(['- "Zoe Brant" is not [[Zoë Brandt]]']);
    expect(questions(after)).toEqual([]);
  });

  test('a page of its own', () => {
    const after = answerTexts(ZOE, { 'Zoe Brant': { as: 'new' } });
    expect(withoutBlock(after['People/Zoe Brant.md'])).toBe('---\ntype: person\n---\n# Zoe Brant\n');
    expect(lines(after)).toEqual(['- "Zoe Brant" is not [[Zoë Brandt]]']);
    expect([questions(after), owners(after)]).toEqual([[], ['Zoe Brant']]);
  });

  test('a link without a page is asked about, as no page is made for it', () => {
    const linked = { 'People/Zoë Brandt.md': person, 'Meetings/2025-10-28 A.md': meeting('"[[Zoe Brant]]"', 'x') };
    expect(questions(linked)).toEqual(['alias Zoe Brant: Zoë Brandt']);
    expect(questions(answerTexts(linked, { 'Zoe Brant': {} }))).toEqual([]);
    expect(questions(answerTexts(linked, { 'Zoe Brant': { accepted: false } }))).toEqual([]);
    const two = {
      'Meetings/2025-10-28 A.md': meeting('"[[Zoe Brant]]", "[[Dana Fox]]"', 'x'),
      'Meetings/2025-10-29 A.md': meeting('"[[Zoë Brandt]]"', 'x'),
      'Meetings/2025-10-30 A.md': meeting('"[[Zoë Brandt]]"', 'x'),
    };
    expect(questions(two)).toEqual(['alias Zoe Brant: Zoë Brandt']);
    expect(withoutBlock(answerTexts(two, { 'Zoe Brant': {} })['People/Zoë Brandt.md'])).toBe(
      '---\ntype: person\naliases:\n  - Zoe Brant\n---\n# Zoë Brandt\n',
    );
  });
});

describe('a page for a name', () => {
  test('accepted and rejected', () => {
    expect(questions(NEW)).toEqual(['create Ida Moss ×2']);
    const after = answerTexts(NEW, { 'Ida Moss': {} });
    expect({ ...after, 'People/Ida Moss.md': withoutBlock(after['People/Ida Moss.md']) }).toEqual({
      ...NEW,
      'People/Ida Moss.md': '---\ntype: person\n---\n# Ida Moss\n',
    });
    // It says that it is ours: `remove` takes it away again while nobody wrote in it.
    expect(after['People/Ida Moss.md']).toMatch(
      /\n<!-- throughline:begin person made:[0-9a-f]{16} -->\n<!-- throughline:end -->\n$/,
    );
    expect(questions(after)).toEqual([]);
    const never = answerTexts(NEW, { 'Ida Moss': { accepted: false } });
    expect([lines(never), questions(never)]).toEqual([['- "Ida Moss" gets no page'], []]);
  });

  test('where the others are, in their layout', () => {
    const folders = { ...NEW, 'CRM/People/Bo Kim/README.md': person };
    expect(Object.keys(answerTexts(folders, { 'Ida Moss': {} }))).toContain('CRM/People/Ida Moss/README.md');
  });

  test('she is somebody who has a page', () => {
    const after = answerTexts({ ...NEW, 'People/Dana Fox.md': person }, { 'Ida Moss': { as: 'Dana Fox' } });
    expect(after['People/Dana Fox.md']).toBe('---\ntype: person\naliases:\n  - Ida Moss\n---\n');
    expect(questions(after)).toEqual([]);
  });

  test('none where a file has its place, or where nothing is read', () => {
    const taken = { ...NEW, 'People/Ida Moss.md': meeting('"[[Bo Kim]]"', 'x', 'date: 2025-10-27\n') };
    expect(refusal(taken, { 'Ida Moss': {} })).toBe(
      'People/Ida Moss.md already exists; rename it, or make the page elsewhere',
    );
    expect(refusal(NEW, { 'Ida Moss': {} }, { isExcluded: (path) => path.startsWith('People/') })).toBe(
      'People/Ida Moss.md would be in an excluded folder; make the page elsewhere and give its name with --as',
    );
  });

  test('of the type that pages of its kind have', () => {
    const kinds = DEFAULT_KINDS.map((kind) => (kind.id === 'person' ? { ...kind, types: ['human', 'person'] } : kind));
    const plan = planAnswers(NEW, { 'Ida Moss': {} }, TODAY, { kinds });
    expect(plan.outcome === 'planned' ? plan.edits.map(({ after }) => withoutBlock(after ?? '')) : plan).toEqual([
      '---\ntype: human\n---\n# Ida Moss\n',
    ]);
  });

  test('several that stand in one owner are asked about one by one', () => {
    const both = {
      'People/Bo Kim.md': person,
      'Meetings/2025-10-28 A.md': meeting('"[[Bo Kim]]", Ida Moss & Bo', 'x'),
      'Meetings/2025-10-29 A.md': meeting('Ida Moss and Bo Kim', 'x'),
    };
    expect(questions(both)).toEqual(['create Ida Moss ×2']);
  });
});

describe('two pages', () => {
  const pair = (second: string): Texts => ({
    'People/Jon Stefan.md': person,
    'People/John Stefan.md': '---\r\nstatus: active\r\n---\r\n',
    'Accounts/Acme.md': '',
    'Accounts/Globex.md': '',
    'Meetings/2025-10-21 A.md': meeting('"[[Jon Stefan]]"', 'x', 'account: "[[Acme]]"\n'),
    'Meetings/2025-10-22 B.md': meeting('"[[Jon Stefan]]"', 'x', 'account: "[[Acme]]"\n'),
    'Meetings/2025-10-28 C.md': second,
  });
  const TWO = pair(meeting('"[[John Stefan]]"', 'x', 'account: "[[Acme]]"\n'));

  test('alike, and tied by something else', () => {
    expect(questions(TWO)).toEqual(['merge John Stefan: Jon Stefan, John Stefan ×2']);
    expect(asked(TWO)[0]?.proposal.why).toEqual({
      code: 'spelled-alike',
      name: 'John Stefan',
      other: 'Jon Stefan',
      tie: { code: 'met-about', name: 'Acme' },
    });
  });

  test.each([
    ['never by likeness alone', meeting('"[[John Stefan]]"', 'x', 'account: "[[Globex]]"\n')],
    [
      'never for what a private meeting says',
      meeting('"[[John Stefan]]"', 'x', 'private: true\naccount: "[[Acme]]"\n'),
    ],
    [
      'never where both were there, though it was private',
      meeting('"[[John Stefan]]", "[[Jon Stefan]]"', 'x', 'private: true\naccount: "[[Acme]]"\n'),
    ],
    ['never where both were there', meeting('"[[John Stefan]]", "[[Jon Stefan]]"', 'x', 'account: "[[Acme]]"\n')],
  ])('%s', (_, second) => {
    expect(questions(pair(second))).toEqual([]);
  });

  test('accepted: an alias, nothing deleted or moved; rejected: two', () => {
    const after = answerTexts(TWO, { 'John Stefan': {} });
    expect(after).toEqual({ ...TWO, 'People/Jon Stefan.md': '---\ntype: person\naliases:\n  - John Stefan\n---\n' });
    expect(questions(after)).toEqual([]);
    expect(answerTexts(TWO, { 'John Stefan': { as: '2' } })['People/John Stefan.md']).toBe(
      '---\r\nstatus: active\r\naliases:\r\n  - Jon Stefan\r\n---\r\n',
    );
    const never = answerTexts(TWO, { 'John Stefan': { accepted: false } });
    expect([lines(never), questions(never)]).toEqual([['- [[Jon Stefan]] is not [[John Stefan]]'], []]);
    for (const scope of ['note', 'group', 'always'] as const)
      expect(refusal(TWO, { 'John Stefan': { scope } })).toBe(
        'this answer always holds for every note; leave --for out',
      );
  });

  test.each(['2', ' 2 ', 'People/John Stefan.md', 'People/John Stefan', 'john stefan', 'John  Stefan'])(
    'the page to keep is given as “%s”',
    (as) => {
      const after = answerTexts(TWO, { 'John Stefan': { as } });
      expect(Object.keys(after).filter((path) => after[path] !== TWO[path])).toEqual(['People/John Stefan.md']);
    },
  );

  test.each(['0', '3', 'Bo Kim', 'People/John Stefan.m'])('“%s” is neither of them', (as) => {
    expect(refusal(TWO, { 'John Stefan': { as } })).toContain('give --as 1 or --as 2 for the page to keep');
  });

  test('a page that can take no alias is left alone', () => {
    const broken = { ...TWO, 'People/Jon Stefan.md': '---\ntype: person\nx: [\n---\n' };
    expect(refusal(broken, { 'John Stefan': { as: '1' } })).toBe(
      'no alias can be added to the frontmatter of People/Jon Stefan.md; fix it first',
    );
  });
});

describe('who has left', () => {
  const LEFT: Texts = {
    'People/Ann Lee.md': '---\ntype: person\nstatus: left\n---\n',
    'People/Bo Kim.md': person,
    'A/People/Cy Orr/README.md': person,
    'B/People/Cy Orr/README.md': person,
    'Meetings/2025-10-28 A.md':
      '---\r\ntype: meeting\r\npeople: ["[[Ann Lee]]", "[[Bo Kim]]"]\r\n---\r\n## Action items\r\n- [ ] Send draft @Ann 📅 2025-10-31 ^a1\r\n- [x] Done @Ann\r\n- [ ] Not hers @Bo Kim\r\n- [ ] Water ferns  [owner:: [[Ann Lee]], Bo Kim]\r\n',
  };
  const text = LEFT['Meetings/2025-10-28 A.md'] ?? '';

  test('the open tasks are listed; who takes them is named, and nothing else changes', () => {
    expect(questions(LEFT)).toEqual(['hand-over Ann Lee ×2']);
    expect(asked(LEFT)[0]?.proposal.why).toEqual({
      code: 'gone-with-tasks',
      name: 'Ann Lee',
      status: 'left',
      tasks: 2,
    });
    expect(refusal(LEFT, { 'Ann Lee': {} })).toBe(
      'it does not say who takes over from Ann Lee; say who, as in --as "NAME" or --as me',
    );
    expect(refusal(LEFT, { 'Ann Lee': { as: 'Ann Lee' } })).toMatch(/^Ann Lee has left; /);
    expect(refusal(LEFT, { 'Ann Lee': { as: 'Cy Orr' } })).toMatch(/^2 pages are called “Cy Orr”; /);
    const after = answerTexts(LEFT, { 'Ann Lee': { as: 'Bo Kim' } });
    expect(after).toEqual({
      ...LEFT,
      'Meetings/2025-10-28 A.md': text.replace('@Ann 📅', '@Bo Kim 📅').replace('[[Ann Lee]], Bo Kim]', 'Bo Kim]'),
    });
    expect(questions(after)).toEqual([]);
    expect(answerTexts(LEFT, { 'Ann Lee': { as: 'me' } })['Meetings/2025-10-28 A.md']).toBe(
      text.replace('@Ann 📅', '@me 📅').replace('[[Ann Lee]], Bo Kim]', 'me, Bo Kim]'),
    );
    expect(answerTexts(LEFT, { 'Ann Lee': { as: 'B/People/Cy Orr/README' } })['Meetings/2025-10-28 A.md']).toContain(
      '- [ ] Send draft @[[B/People/Cy Orr/README|Cy Orr]] 📅 2025-10-31 ^a1\r\n',
    );
  });

  test.each([
    ['a bullet', '## Action items\n- Send draft @Ann 📅 2025-10-31\n'],
    ['a bullet whose owner comes first', '## Action items\n- Ann Lee to send draft\n- Ann Lee to call\n'],
    ['a numbered line', '## Aufgaben\n1. Send draft @Ann\n'],
    ['words of a paragraph', '## Notes\nAction: send draft @Ann\n'],
    ['a row of a table', '## Action items\n| Task | Owner |\n|---|---|\n| Send draft | Ann Lee |\n'],
    ['a checkbox without a space', '## Action items\n-[ ] Send draft @Ann\n'],
  ])('where the same task is %s elsewhere, the checkboxes go over and the rest is told', (_, body) => {
    const other = 'Meetings/2025-10-29 B.md';
    const both = {
      ...LEFT,
      [other]: `---\ntype: meeting\ndate: 2025-10-29\npeople: ["[[Ann Lee]]", "[[Bo Kim]]"]\n---\n${body}`,
    };
    const plan = planAnswers(both, { 'Ann Lee': { as: 'Bo Kim' } });
    const told = plan.outcome === 'planned' ? plan.answers.flatMap(({ effects }) => effects) : [];
    const of = (code: string): string[] =>
      told.flatMap((one) => (one.code === code && 'path' in one ? [one.path] : []));
    expect(of('handed-over')).toEqual(['Meetings/2025-10-28 A.md', 'Meetings/2025-10-28 A.md']);
    expect(of('task-left').length).toBeGreaterThan(0);
    expect(new Set(of('task-left'))).toEqual(new Set([other]));
    expect(answerTexts(both, { 'Ann Lee': { as: 'Bo Kim' } })).toEqual({
      ...both,
      'Meetings/2025-10-28 A.md': text.replace('@Ann 📅', '@Bo Kim 📅').replace('[[Ann Lee]], Bo Kim]', 'Bo Kim]'),
    });
  });

  test('where none is a checkbox nothing is written', () => {
    const bullets = {
      ...LEFT,
      'Meetings/2025-10-28 A.md':
        '---\ntype: meeting\ndate: 2025-10-28\npeople: ["[[Ann Lee]]", "[[Bo Kim]]"]\n---\n## Action items\n- Send draft @Ann 📅 2025-10-31\n',
    };
    expect(refusal(bullets, { 'Ann Lee': { as: 'Bo Kim' } })).toMatch(/^the owner of .* could not be changed; /);
  });

  test('rejected, and where the note moved on', () => {
    const after = answerTexts(LEFT, { 'Ann Lee': { accepted: false } });
    expect([lines(after), questions(after)]).toEqual([['- [[Ann Lee]] hands nothing over'], []]);
    const plan = planAnswers(LEFT, { 'Ann Lee': { as: 'Bo Kim' } });
    const [edit] = plan.outcome === 'planned' ? plan.edits : [];
    expect(edit?.recompute?.(`New\r\n${text}`)).toBe(`New\r\n${edit?.after ?? ''}`);
    expect(edit?.recompute?.(text.replace('Send draft', 'Send it'))).toBeNull();
  });
});

test('what leaves open what it means is refused, with a way out', () => {
  expect(refusal(SAMS, { Sam: {} })).toBe(
    '“Sam” could be Sam Fox or Sam Ortega; say which, as in --as 1 or --as "Sam Fox"',
  );
  expect(refusal(SAMS, { Sam: { as: '3' } })).toMatch(/^no page is called “3”; /);
  expect(refusal(SAMS, { Sam: { as: 'new' } })).toMatch(/^“Sam” is not a full name; /);
  expect(refusal(SAMS, { Sam: { accepted: false, as: '1' } })).toMatch(
    /^a rejection cannot say who is meant; leave --as out/,
  );
  expect(
    refusal({ ...GWEN, 'Meetings/2025-10-28 A.md': meeting('', task('Send it @Gwen')) }, { Gwen: { scope: 'group' } }),
  ).toMatch(/^“Gwen” is not in a meeting with/);
  const plan = planAnswers(SAMS, {});
  expect(plan).toEqual({ outcome: 'planned', edits: [], answers: [] });
});

test('several answers are one plan, in which a file is written once', () => {
  const all = {
    ...SAMS,
    ...ZOE,
    ...NEW,
    'Meetings/2025-10-27 A.md': ZOE['Meetings/2025-10-28 A.md'] ?? '',
    'Meetings/2025-10-28 A.md': NEW['Meetings/2025-10-28 A.md'] ?? '',
  };
  const plan = planAnswers(all, { Sam: { as: '1' }, 'Zoe Brant': { accepted: false }, 'Ida Moss': {} });
  expect(plan.outcome === 'planned' ? plan.edits.map(({ path }) => path) : plan).toEqual([NAMES, 'People/Ida Moss.md']);
  // Somebody else's answer came meanwhile.
  const [names] = plan.outcome === 'planned' ? plan.edits : [];
  expect(names?.recompute?.('# Mine\n\n- "May" is not a name\n\nText.')).toBe(
    [
      '# Mine',
      '',
      '- "May" is not a name',
      '- "Sam" in [[2025-10-30 Sync]] → [[People/Sam Fox/README|Sam Fox]]',
      '- "Sam" in [[2025-10-28 Sync]] → [[People/Sam Fox/README|Sam Fox]]',
      '- "Zoe Brant" is not [[Zoë Brandt]]',
      '',
      'Text.',
    ].join('\n'),
  );
});

test('whatever is answered is asked no more, and moves nothing that was settled', () => {
  const name = fc.constantFrom(
    'Sam',
    'Sam Ortega',
    'Sam Fox',
    'Zoe Brant',
    'Gwen',
    'Ida Moss',
    '[[Dana Fox]]',
    '[[Sam Fox]]',
    'Sam O',
    '[[Zoe Brant]]',
    'gwen@acme.com',
  );
  const page = fc.constantFrom(
    'People/Sam Ortega.md',
    'People/Sam Fox/README.md',
    'People/Zoë Brandt.md',
    'People/Gwen Ashdown.md',
    'People/Gwen Pell.md',
    'People/Dana Fox.md',
    'Accounts/Acme.md',
  );
  const said = fc.constantFrom<Said[]>(
    {},
    { as: '1' },
    { as: '2' },
    { as: 'new' },
    { as: 'me' },
    { as: 'nobody' },
    { scope: 'always' },
    { as: '1', scope: 'always' },
    { as: '1', scope: 'group' },
    { accepted: false },
    { accepted: false },
  );
  const notes = fc.array(
    fc.tuple(
      fc.constantFrom('2025-10-10', '2025-10-20', '2025-10-28', '2025-11-02'),
      fc.array(name, { minLength: 1, maxLength: 3 }),
      name,
      fc.boolean(),
    ),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(page, { minLength: 2 }),
      notes,
      fc.array(said, { minLength: 12, maxLength: 12 }),
      (pages, given, answers) => {
        let texts: Texts = Object.fromEntries<string>([
          ...pages.map((path): [string, string] => [path, path.startsWith('A') ? '' : person]),
          ...given.map(([day, people, owner, atAcme], at): [string, string] => [
            `Meetings/${day} ${at}.md`,
            meeting(
              people.map((one) => JSON.stringify(one)).join(', '),
              task(`Do ${at} @${owner}`),
              atAcme ? 'account: "[[Acme]]"\n' : '',
            ),
          ]),
        ]);
        for (const answer of answers) {
          const [first] = asked(texts).filter(({ proposal: { kind } }) => ABOUT_NAMES.has(kind));
          if (first === undefined) return;
          const before: readonly string[] = owners(texts);
          const plan = planAnswers(texts, { [first.proposal.name]: answer });
          if (plan.outcome === 'refused') continue;
          const { found } = plan.answers[0] ?? { found: first };
          texts = answerTexts(texts, { [first.proposal.name]: answer });
          // Places outside any group stay a question.
          if (answer.scope !== 'group')
            expect(asked(texts).map(({ proposal }) => proposal.id)).not.toContain(found.proposal.id);
          const after = owners(texts);
          for (const [at, owner] of before.entries()) {
            // A rejection alone unsettles, and only whom it is about: nobody had said that the bare first name means
            // him, he was merely there.
            const denied =
              answer.accepted === false &&
              after[at] === '?' &&
              found.candidates.some(({ name: denied }) => denied === owner);
            if (owner !== '?' && after.length === before.length && !denied)
              expect([at, after[at]]).toEqual([at, owner]);
          }
        }
      },
    ),
    { numRuns: 40 },
  );
});

const ABOUT_NAMES: ReadonlySet<string> = new Set(['resolve', 'create', 'alias', 'merge']);
