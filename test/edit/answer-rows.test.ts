/** Proposals about tasks and questions, asked and answered over texts as a person would. */
import fc from 'fast-check';
import { addDays } from '../../src/text/calendar-date';
import { answerProposals } from '../../src/edit/answer-proposal';
import { DEFAULT_NOTE_RULES as RULES } from '../../src/note/note-rules';
import { proposals } from '../../src/vault-index/proposals';
import { renameProposal } from '../../src/vault-index/rename-proposals';
import { expectLinear } from '../growth';
import { indexOf, NAMES, note, rollUpTexts, type Texts } from '../vault-of';
import { answerTexts, asked, lines, planAnswers, questions, type Said } from './answering';

const person = '---\ntype: person\n---\n';
const PAGES: Texts = {
  'People/Bo Kim.md': person,
  'People/Dana Fox.md': person,
  'People/Ann Lee.md': person,
  'Accounts/Acme.md': '',
  'Projects/Atlas.md': '',
};

function meeting(body: string, more = 'account: "[[Acme]]"'): string {
  return note(`---\ntype: meeting\npeople: ["[[Bo Kim]]", "[[Dana Fox]]"]\n${more}\n---\n${body}\n`);
}

const tasks = (...words: readonly string[]) => `## Action items\n${words.map((one) => `- [ ] ${one}`).join('\n')}`;
const asks = (...words: readonly string[]) => `## Open questions\n${words.map((one) => `- ${one}`).join('\n')}`;

/** Two notes two weeks apart. */
function two(earlier: string, later: string, more?: string): Texts {
  return {
    ...PAGES,
    'Meetings/2025-10-14 Sync.md': meeting(earlier, more),
    'Meetings/2025-10-28 Sync.md': meeting(later, more),
  };
}

function kinds(texts: Texts): string[] {
  return asked(texts).map(({ proposal: { kind } }) => kind);
}

function only(texts: Texts) {
  const [one, ...others] = asked(texts);
  if (one === undefined || others.length > 0) throw new Error(`asked: ${questions(texts).join(' | ')}`);
  return one;
}

/** The vault as the answer to its only proposal leaves it. */
function answered(texts: Texts, said: Said = {}): Texts {
  return answerTexts(texts, { [only(texts).proposal.name]: said });
}

describe('tasks said twice in other words', () => {
  test.each([
    ['Send the pricing draft to Acme @Bo Kim', 'Share pricing draft with Acme @Bo Kim'],
    [
      'Write down what success means in the pilot @Bo Kim',
      'Write down what counts as success in the pilot @[[Bo Kim]] 📅 2025-11-03',
    ],
    ['Book the room @me', 'Book a room @me'],
    ['Schedule scanner training for Acme @Bo Kim', 'Scanner training: schedule it @Bo Kim'],
    ['Confirm [[Acme]] shipping dates @Bo Kim', 'Confirm the shipping date with Acme please @Bo Kim'],
  ])('%s · %s', (earlier, later) => {
    expect(kinds(two(tasks(earlier), tasks(later)))).toEqual(['duplicate']);
  });

  test.each([
    ['another owner', 'Send the pricing draft to Acme @Bo Kim', 'Share pricing draft with Acme @Dana Fox'],
    ['nobody owns them', 'Send the pricing draft to Acme', 'Share pricing draft with Acme'],
    ['another number', 'Order 6 scanner holders @Bo Kim', 'Order 12 scanner holders @Bo Kim'],
    ['another number in words', 'Order six scanner holders @Bo Kim', 'Order twelve scanner holders @Bo Kim'],
    ['another month', 'Send the October scanner report @Bo Kim', 'Send the November scanner report @Bo Kim'],
    ['a negation', 'Charge for the scanner holders @Bo Kim', 'Do not charge for the scanner holders @Bo Kim'],
    ['another name', 'Send the pricing draft to Ann @Bo Kim', 'Send the pricing draft to Gwen @Bo Kim'],
    [
      'names turned round',
      'Introduce Ann Lee to Gwen Pell properly @Bo Kim',
      'Introduce Gwen Pell to Ann Lee properly @Bo Kim',
    ],
    ['another verb', 'Send the pricing draft to Acme @Bo Kim', 'Review the pricing draft for Acme @Bo Kim'],
    ['another thing', 'Send the pricing draft to Acme @Bo Kim', 'Send the pricing figures to Acme @Bo Kim'],
    ['before and after', 'Call the depot before the launch @Bo Kim', 'Call the depot after the launch @Bo Kim'],
    [
      'much more',
      'Send the pricing draft @Bo Kim',
      'Send the pricing draft with comments, figures, contract and annex @Bo Kim',
    ],
    ['one word alike', 'Send it @Bo Kim', 'Send @Bo Kim'],
    ['done already', 'Send the pricing draft to Acme @Bo Kim', 'Share pricing draft with Acme @Bo Kim ✅ 2025-10-28'],
    [
      'comes again',
      'Send the scanner report to Acme 🔁 every week @Bo Kim',
      'Share the scanner report with Acme @Bo Kim',
    ],
  ])('%s: %s · %s', (what, earlier, later) => {
    const texts = two(tasks(earlier), tasks(later).replace(/\[ \](?=.*✅)/, '[x]'));
    expect(kinds(texts)).toEqual(what === 'done already' ? ['duplicate'] : []);
  });

  test('nothing ties them but their words and their owner', () => {
    const texts = {
      ...PAGES,
      'A/2025-10-14 Sync.md': meeting(tasks('Send the pricing draft @Bo Kim'), 'account: "[[Acme]]"'),
      'B/2025-10-28 Weekly.md': note(
        `---\ntype: meeting\npeople: ["[[Ann Lee]]", "[[Bo Kim]]"]\nproject: "[[Atlas]]"\n---\n${tasks('Share pricing draft @Bo Kim')}\n`,
      ),
    };
    expect(kinds(texts)).toEqual([]);
    expect(
      kinds({ ...texts, 'B/2025-10-28 Weekly.md': texts['A/2025-10-14 Sync.md'].replace('Send', 'Share') }),
    ).toEqual(['duplicate']);
  });

  test('two lines of one note that differ by a word are two; months apart they are two', () => {
    expect(
      kinds({
        ...PAGES,
        'Meetings/2025-10-28 A.md': meeting(
          tasks('Send the pricing draft to Acme @Bo Kim', 'Send the pricing draft to Acme again, signed @Bo Kim'),
        ),
      }),
    ).toEqual([]);
    expect(
      kinds({
        ...PAGES,
        'Meetings/2025-06-14 A.md': meeting(tasks('Send the pricing draft to Acme @Bo Kim')),
        'Meetings/2025-10-28 A.md': meeting(tasks('Share the pricing draft with Acme @Bo Kim')),
      }),
    ).toEqual([]);
  });

  const DRAFT = two(tasks('Send the pricing draft to Acme @Bo Kim'), tasks('Share pricing draft with Acme @Bo Kim'));

  test('accepted they are one row, whose sources are both lines, and no note changes', () => {
    const after = answered(DRAFT);
    expect(lines(after)).toEqual(['- "Share pricing draft with Acme" is the same as "Send the pricing draft to Acme"']);
    expect({ ...after, [NAMES]: '' }).toEqual({ ...DRAFT, [NAMES]: '' });
    expect(questions(after)).toEqual([]);
    const { tasks: rows } = indexOf(after);
    expect(rows.map(({ text, sources }) => [text, sources.map(({ path }) => path)])).toEqual([
      ['Share pricing draft with Acme', ['Meetings/2025-10-14 Sync.md', 'Meetings/2025-10-28 Sync.md']],
    ]);
    expect(rollUpTexts(after).texts['People/Bo Kim.md']).toContain(
      'Share pricing draft with Acme · asked 14 Oct, again 28 Oct',
    );
    expect(rollUpTexts(after).texts['People/Bo Kim.md']).not.toContain('Send the pricing');
  });

  test('the newest decides: done there is done', () => {
    const after = answered({
      ...DRAFT,
      'Meetings/2025-10-28 Sync.md': (DRAFT['Meetings/2025-10-28 Sync.md'] ?? '').replace('[ ]', '[x]'),
    });
    expect(indexOf(after).tasks.map(({ open }) => open)).toEqual([false]);
  });

  test.each<Said>([{}, { accepted: false }])(
    '%j is never asked again: notes moved, edited, renamed; said once more; lines by hand',
    (said) => {
      const after = answered(DRAFT, said);
      const moved = Object.fromEntries(
        Object.entries(after).map(([path, text]) => [
          path
            .replace('Meetings/2025-10-28 Sync', 'Old/2025-10-28 Talk')
            .replace('Meetings/2025-10-14 Sync', 'Old/2025-10-14 Talk'),
          text.replace('## Action items\n', '## Action items\n- [ ] Water ferns @Bo Kim\n\n'),
        ]),
      );
      expect(kinds(moved)).toEqual([]);
      expect(
        kinds({
          ...after,
          'Meetings/2025-10-30 C.md': meeting(tasks('Share **pricing draft** with [[Acme]]! @Bo Kim #auto')),
        }),
      ).toEqual([]);
      expect(
        kinds({ ...after, [NAMES]: (after[NAMES] ?? '').replace(/- "(.*)" is/, '* “$1” IS').toUpperCase() }),
      ).toEqual([]);
    },
  );

  test('rejected stays so when the line was edited without another word', () => {
    const after = answered(DRAFT, { accepted: false });
    const path = 'Meetings/2025-10-28 Sync.md';
    expect(
      kinds({
        ...after,
        [path]: (after[path] ?? '').replace(
          'Share pricing draft with Acme',
          'Please share the pricing drafts, with Acme:',
        ),
      }),
    ).toEqual([]);
    expect(
      kinds({
        ...after,
        [path]: (after[path] ?? '').replace('Share pricing draft with Acme', 'Share pricing draft with Acme, signed'),
      }),
    ).toEqual(['duplicate']);
  });

  test('two devices that answered differently are asked once more, and the new answer stands alone', () => {
    const yes = lines(answered(DRAFT));
    const no = lines(answered(DRAFT, { accepted: false }));
    const both = { ...DRAFT, [NAMES]: `${[...yes, ...no].join('\n')}\n` };
    expect(kinds(both)).toEqual(['duplicate']);
    expect(lines(answered(both))).toEqual(yes);
    expect(lines(answered(both, { accepted: false }))).toEqual(no);
  });

  test('its id is from the words alone', () => {
    const id = only(DRAFT).proposal.id;
    expect(
      only(
        Object.fromEntries(
          Object.entries(DRAFT).map(([path, text]) => [
            path.replace('Sync', 'Talk'),
            text.replace('## Action', '\n\n## Action').replace('Share', 'SHARE'),
          ]),
        ),
      ).proposal.id,
    ).toBe(id);
  });

  test('what is the same as a third thing is the same, in any order of lines; what was said to be apart stays apart', () => {
    const three = {
      ...PAGES,
      'Meetings/2025-10-28 A.md': meeting(tasks('One way @Bo Kim', 'Other road @Bo Kim', 'Third street @Bo Kim')),
    };
    const rows = (text: string) => indexOf({ ...three, [NAMES]: text }).tasks.length;
    const [a, b] = ['- "One way" is the same as "Other road"\n', '- "Third street" is the same as "Other road"\n'];
    expect([rows(''), rows(a), rows(a + b), rows(b + a), rows(a + a)]).toEqual([3, 2, 1, 1, 2]);
    expect(rows(`${a}${b}- "One way" is not the same as "Third street"\n`)).toBe(3);
    expect(indexOf({ ...three, [NAMES]: a + b }).tasks[0]?.id).toBe(indexOf({ ...three, [NAMES]: b + a }).tasks[0]?.id);
  });

  test('--as and --for mean nothing here', () => {
    expect(planAnswers(DRAFT, { 'Share pricing draft with Acme': { as: 'me' } })).toMatchObject({ outcome: 'refused' });
    expect(planAnswers(DRAFT, { 'Share pricing draft with Acme': { scope: 'always' } })).toMatchObject({
      outcome: 'refused',
    });
  });

  test('of thousands of tasks alike in linear time', () => {
    expectLinear(
      (size) => {
        const many = Array.from({ length: size }, (_, at) => `Send the pricing draft w${at} x${at} to Acme @Bo Kim`);
        const texts = two(tasks(...many), tasks('Share pricing draft with Acme @Bo Kim'));
        return () => {
          expect(kinds(texts).length).toBeLessThan(2);
        };
      },
      { from: 500, to: 4_000 },
    );
  });
});

describe('questions asked twice in other words', () => {
  test.each([
    ['Who signs for Acme?', 'Who is signing for Acme?', true],
    ['Do we need a night rota when Bo is gone?', 'Do we need a night rota now that Bo goes?', true],
    ['Who signs for Acme?', 'When does Acme sign?', false],
    ['Who signs for Acme?', 'Who does not sign for Acme?', false],
    ['Can two depots have one bill?', 'Can three depots have one bill?', false],
    ['What does a depot pay in October?', 'What does a depot pay in November?', false],
  ])('%s · %s', (earlier, later, alike) => {
    expect(kinds(two(asks(earlier), asks(later)))).toEqual(alike ? ['duplicate'] : []);
  });

  test('answered under other words answers the older', () => {
    const texts = two(
      asks('Do we need a night rota when Bo is gone?'),
      asks('Do we need a night rota now that Bo goes?\n  - A: No'),
    );
    expect(
      indexOf(answered(texts)).questions.map(({ state, answer, sources }) => [state, answer, sources.length]),
    ).toEqual([['answered', 'No', 2]]);
  });
});

const decided = (...words: readonly string[]) => `## Decisions\n${words.map((one) => `- ${one}`).join('\n')}`;

describe('a question that seems answered', () => {
  test.each([
    ['Who signs the contract for Acme?', 'The contract is signed by Dana Fox for Acme'],
    ['Does the south gate need a scanner?', 'The south gate needs no scanner'],
    ['When do we move the pilot launch?', 'Pilot launch moves to 17 November'],
    ['How many scanner holders do we order?', 'We order six scanner holders'],
  ])('%s · %s', (question, statement) => {
    expect(kinds(two(asks(question), decided(statement)))).toEqual(['answered']);
  });

  test.each([
    ['nobody is named', 'Who signs the contract for Acme?', 'The contract is signed for Acme'],
    ['no day', 'When do we move the pilot launch?', 'The pilot launch moves'],
    ['no number', 'How many scanner holders do we order?', 'We order scanner holders'],
    ['another thing', 'Does the south gate need a scanner?', 'The north gate needs no scanner'],
    ['still open', 'Does the south gate need a scanner?', 'Whether the south gate needs a scanner is still open'],
    ['a question', 'Does the south gate need a scanner?', 'The south gate needs a scanner, or not?'],
    ['a name of the question is missing', 'Does Gwen need a gate pass for Varnby?', 'A gate pass is needed for Varnby'],
    ['another month', 'What does a depot pay in October?', 'A depot pays the flat price in November'],
  ])('%s: %s · %s', (_, question, statement) => {
    expect(kinds(two(asks(question), decided(statement)))).toEqual([]);
  });

  test('only by what was said later, with a tie', () => {
    const [question, statement] = ['Does the south gate need a scanner?', 'The south gate needs no scanner'];
    expect(kinds(two(decided(statement), asks(question)))).toEqual([]);
    expect(
      kinds({ ...PAGES, 'Meetings/2025-10-14 A.md': meeting(`${asks(question)}\n\n${decided(statement)}`) }),
    ).toEqual([]);
    expect(
      kinds({
        ...PAGES,
        'Meetings/2025-10-14 A.md': meeting(asks(question)),
        'Meetings/2025-10-28 B.md': note(`---\ntype: meeting\npeople: ["[[Ann Lee]]"]\n---\n${decided(statement)}\n`),
      }),
    ).toEqual([]);
  });

  const GATE = two(asks('Does the south gate need a scanner?'), decided('The south gate needs no scanner'));

  test('rejected it is remembered, and asked about anew only with another statement', () => {
    const after = answered(GATE, { accepted: false });
    expect(lines(after)).toEqual([
      '- "Does the south gate need a scanner?" is not answered by "The south gate needs no scanner"',
    ]);
    expect(questions(after)).toEqual([]);
    expect(
      kinds({ ...after, 'Meetings/2025-10-30 C.md': meeting(decided('At the south gate, no scanner is needed!')) }),
    ).toEqual([]);
    expect(
      kinds({
        ...after,
        'Meetings/2025-10-30 C.md': meeting(decided('The south gate gets a scanner, which it needs')),
      }),
    ).toEqual(['answered']);
  });

  test.each([
    [
      'bullet',
      '- Who signs the Acme contract?\n- Is it late?',
      '- Who signs the Acme contract?\n  - Answer: ANSWER\n- Is it late?',
    ],
    ['checkbox', '- [?] Who signs the Acme contract?', '- [?] Who signs the Acme contract?\n  - Answer: ANSWER'],
    [
      'star, indented by tabs elsewhere',
      '* Who signs the Acme contract?\n* Is it late?\n\t* perhaps',
      '* Who signs the Acme contract?\n\t* Answer: ANSWER\n* Is it late?\n\t* perhaps',
    ],
    [
      'number',
      '1. Who signs the Acme contract?\n2. Is it late?',
      '1. Who signs the Acme contract?\n   - Answer: ANSWER\n2. Is it late?',
    ],
    [
      'with children',
      '- Who signs the Acme contract?\n    - not Ann\n        - she said\n\n- Is it late?',
      '- Who signs the Acme contract?\n    - not Ann\n        - she said\n    - Answer: ANSWER\n\n- Is it late?',
    ],
    [
      'continued',
      '- Who signs the Acme contract?\n  Bo wants to know.\n- Is it late?',
      '- Who signs the Acme contract?\n  Bo wants to know.\n  - Answer: ANSWER\n- Is it late?',
    ],
    [
      'quoted',
      '> - Who signs the Acme contract?\n> - Is it late?',
      '> - Who signs the Acme contract?\n>   - Answer: ANSWER\n> - Is it late?',
    ],
    [
      'paragraph',
      'Who signs the Acme contract?\nIs it late?',
      'Who signs the Acme contract?\nAnswer: ANSWER\nIs it late?',
    ],
  ])('accepted it is written below: %s', (_, before, after) => {
    for (const ending of ['\n', '\r\n']) {
      const texts = two(`## Open questions\n${before}`, decided('The Acme contract is signed by Dana Fox'));
      const path = 'Meetings/2025-10-14 Sync.md';
      const given = { ...texts, [path]: (texts[path] ?? '').replace(/\n/g, ending) };
      const then = answerTexts(given, { 'Who signs the Acme contract?': {} });
      expect(then[path]).toBe(
        given[path].replace(
          before.replace(/\n/g, ending),
          after
            .replace('ANSWER', 'The Acme contract is signed by Dana Fox ([[2025-10-28 Sync]]) [answered:: 2025-10-28]')
            .replace(/\n/g, ending),
        ),
      );
      expect(
        indexOf(then)
          .questions.filter(({ text }) => text.startsWith('Who signs'))
          .map(({ state, answeredOn }) => [state, answeredOn]),
      ).toEqual([['answered', '2025-10-28']]);
      expect(questions(then)).toEqual([]);
    }
  });

  test('at the very end of a note without a line end; at every place where it was asked', () => {
    const texts = {
      ...GATE,
      'Meetings/2025-10-20 Sync.md': meeting(asks('Does the south gate need a scanner?')).trimEnd(),
    };
    const after = answered(texts);
    expect(after['Meetings/2025-10-20 Sync.md']).toMatch(
      /scanner\?\n {2}- Answer: The south gate needs no scanner \(\[\[2025-10-28 Sync\]\]\) \[answered:: 2025-10-28\]$/,
    );
    expect(after['Meetings/2025-10-14 Sync.md']).toContain('  - Answer: The south gate needs no scanner');
    expect(rollUpTexts(after).texts['Throughline/Open questions.md']).toContain(
      '- Does the south gate need a scanner? → The south gate needs no scanner',
    );
  });

  test('of a link that leads nowhere as it stands its words are written', () => {
    const texts = {
      ...two(asks('Who signs the Acme contract?'), decided('The [[Acme]] contract is signed by [[Gwen Pell]] #done')),
      'People/Gwen Pell/README.md': person,
    };
    expect(answerTexts(texts, { 'Who signs the Acme contract?': {} })['Meetings/2025-10-14 Sync.md']).toContain(
      '\n  - Answer: The [[Acme]] contract is signed by Gwen Pell ([[2025-10-28 Sync]]) [answered:: 2025-10-28]\n',
    );
  });

  test('a note that changed meanwhile gets it where the line surely is, else nothing', () => {
    const plan = planAnswers(GATE, { 'Does the south gate need a scanner?': {} });
    if (plan.outcome === 'refused') throw new Error(plan.refusal.code);
    const [edit] = plan.edits;
    const before = edit?.before ?? '';
    expect(edit?.recompute?.(before.replace('## Open', '## News\nText\n\n## Open'))).toBe(
      (edit?.after ?? '').replace('## Open', '## News\nText\n\n## Open'),
    );
    expect(edit?.recompute?.(before.replace('south gate', 'north gate'))).toBeNull();
    expect(
      edit?.recompute?.(
        before.replace('## Open questions\n', '## Open questions\n- More?\n- Does the south gate need a scanner?\n'),
      ),
    ).toBeNull();
    expect(edit?.recompute?.(before.replace('## Open questions', '## News\n```').concat('```\n'))).toBeNull();
  });
});

describe('put off', () => {
  const DRAFT = two(tasks('Send the pricing draft to Acme @Bo Kim'), tasks('Share pricing draft with Acme @Bo Kim'));

  test('until its day, one line a proposal', () => {
    const after = answered(DRAFT, { until: '2025-11-10' });
    const { id } = only(DRAFT).proposal;
    expect(lines(after)).toEqual([`- "Share pricing draft with Acme" waits until 2025-11-10 · ${id}`]);
    const on = (day: string) => proposals(indexOf(after), day).length;
    expect([on('2025-11-03'), on('2025-11-09'), on('2025-11-10'), on('2025-11-11')]).toEqual([0, 0, 1, 1]);
    expect(lines(answered(after, { until: '2025-12-01' }))).toEqual([
      `- "Share pricing draft with Acme" waits until 2025-12-01 · ${id}`,
    ]);
  });
});

describe('what is done and has open tasks', () => {
  const DONE: Texts = {
    ...PAGES,
    'Projects/Atlas.md': '---\nstatus: done\n---\n',
    'Meetings/2025-10-28 A.md': meeting(
      tasks(
        'Ship [[Atlas]] notes @Bo Kim 📅 2025-11-03',
        'Water ferns @Bo Kim',
        'Move [[Atlas]] texts to [[Beacon]] @Dana Fox',
      ),
      'x: y',
    ),
    'Projects/Beacon.md': '',
  };

  test('asks about tasks that concern nothing else, and cancels them where they stand', () => {
    expect(questions(DONE)).toEqual(['close Atlas']);
    expect(only(DONE).proposal.why).toEqual({ code: 'closed-with-tasks', name: 'Atlas', status: 'done', tasks: 1 });
    const after = answered(DONE);
    expect(after['Meetings/2025-10-28 A.md']).toBe(
      (DONE['Meetings/2025-10-28 A.md'] ?? '').replace(/- \[ \] Ship(.*)/, '- [-] Ship$1 ❌ 2025-11-03'),
    );
    expect(questions(after)).toEqual([]);
  });

  test('rejected it is remembered', () => {
    const after = answered(DONE, { accepted: false });
    expect(lines(after)).toEqual(['- [[Atlas]] hands nothing over']);
    expect(questions(after)).toEqual([]);
  });

  test('a task twice in one note is cancelled twice; a note that changed is left alone unless the lines are surely there', () => {
    const texts = {
      ...DONE,
      'Meetings/2025-10-28 A.md': meeting(
        tasks('Ship [[Atlas]] notes @Bo Kim', 'x', 'Ship [[Atlas]] notes @Bo Kim'),
        'x: y',
      ),
    };
    const plan = planAnswers(texts, { Atlas: {} });
    if (plan.outcome === 'refused') throw new Error(plan.refusal.code);
    const [edit] = plan.edits;
    expect(edit?.after?.match(/- \[-\]/g)).toHaveLength(2);
    expect(edit?.recompute?.(`${edit.before ?? ''}\nmore\n`)).toBe(`${edit?.after ?? ''}\nmore\n`);
    expect(edit?.recompute?.((edit.before ?? '').replace('## Action', 'more\n\n## Action'))).toBeNull();
  });
});

describe('one page, two persons', () => {
  const SPLIT: Texts = {
    'People/Ann Lee.md': '---\ntype: person\naliases: [Ann Fox, A. Lee, Annie]\n---\n',
    'People/Bo Kim.md': person,
    'Meetings/2025-10-28 A.md': note(
      '---\ntype: meeting\nparticipants: [Ann Lee, Ann Fox, Bo Kim]\n---\n## Facts\n- x\n',
    ),
  };

  test('asked where both names stand in one list, and settled either way', () => {
    expect(questions(SPLIT)).toEqual(['split Ann Fox: Ann Lee']);
    const apart = answered(SPLIT);
    expect(lines(apart)).toEqual(['- "Ann Fox" is not [[Ann Lee]]']);
    expect(indexOf(apart).meetings[0]?.names.map(({ name, entity }) => [name, entity?.name ?? null])).toEqual([
      ['Ann Lee', 'Ann Lee'],
      ['Ann Fox', null],
      ['Bo Kim', 'Bo Kim'],
    ]);
    expect(kinds(apart)).not.toContain('split');
    const one = answered(SPLIT, { accepted: false });
    expect(lines(one)).toEqual(['- "Ann Fox" → [[Ann Lee]]']);
    expect(questions(one)).toEqual([]);
  });

  test.each(['A. Lee', 'Annie', 'ann lee', 'Ann B. Lee', 'Lee, Ann'])('%s beside her is she', (name) => {
    expect(
      questions({
        ...SPLIT,
        'Meetings/2025-10-28 A.md': note(`---\ntype: meeting\nparticipants: [Ann Lee, "${name}", Bo Kim]\n---\n`),
      }),
    ).not.toContain(`split ${name}: Ann Lee`);
  });
});

describe('who has left', () => {
  test('lines of one note that read alike are both handed over', () => {
    const texts = {
      ...PAGES,
      'People/Ann Lee.md': '---\ntype: person\nstatus: left\n---\n',
      'Meetings/2025-10-28 A.md': meeting(tasks('Send draft @Ann Lee', 'Send draft @Ann Lee')),
    };
    expect(
      answerTexts(texts, { 'Ann Lee': { as: 'Bo Kim' } })['Meetings/2025-10-28 A.md']?.match(/@Bo Kim/g),
    ).toHaveLength(2);
  });

  test('the text that was read must hold the lines as they were read', () => {
    const texts = {
      ...PAGES,
      'People/Ann Lee.md': '---\ntype: person\nstatus: left\n---\n',
      'Meetings/2025-10-28 A.md': meeting(tasks('Send draft @Ann Lee')),
    };
    const index = indexOf(texts);
    const [found] = asked(texts);
    if (found === undefined) throw new Error('nothing is asked');
    const pages = new Map([
      ['Meetings/2025-10-28 A.md', texts['Meetings/2025-10-28 A.md'].replace('## Action', '\n## Action')],
    ]);
    const { rules, tasks: taskRules, kinds: entityKinds } = { rules: RULES, tasks: RULES.tasks, kinds: RULES.kinds };
    expect(
      answerProposals([found], [{ id: found.proposal.id, accepted: true, as: 'Bo Kim', scope: null }], {
        index,
        names: { path: NAMES, text: null },
        pages,
        rules,
        tasks: taskRules,
        kinds: entityKinds,
        isExcluded: () => false,
        today: '2025-11-03',
        indexWith: () => index,
      }),
    ).toMatchObject({ outcome: 'refused' });
  });
});

describe('links that lead nowhere', () => {
  const FOLDER: Texts = {
    'People/Ann Lee/README.md': person,
    'People/Bo Kim.md': person,
    'Meetings/2025-10-28 A.md': note(
      '---\ntype: meeting\npeople: ["[[Bo Kim]]"]\n---\n## Facts\n- [[Ann Lee]] likes tea, Bo Kim too\n- [[Bo Kim]] knows [[Ann Lee#Goals|Ann]]\n- [[Nobody Known]] came\n',
    ),
  };

  test('are one question, and fixed where the page is sure; no name becomes a link', () => {
    expect(questions(FOLDER)).toEqual(['link link']);
    expect(only(FOLDER).proposal.why).toEqual({ code: 'links-lost', notes: 1, pages: ['Ann Lee'], more: 0 });
    const after = answered(FOLDER);
    expect(after['Meetings/2025-10-28 A.md']).toContain(
      '- [[People/Ann Lee/README|Ann Lee]] likes tea, Bo Kim too\n- [[Bo Kim]] knows [[People/Ann Lee/README#Goals|Ann]]\n- [[Nobody Known]] came\n',
    );
    expect(questions(after)).toEqual([]);
  });

  test('rejected, none is asked about again', () => {
    const after = answered(FOLDER, { accepted: false });
    expect(lines(after)).toEqual(['- links that lead nowhere stay']);
    expect(questions({ ...after, 'Meetings/2025-10-29 B.md': FOLDER['Meetings/2025-10-28 A.md'] ?? '' })).toEqual([]);
  });
});

describe('a page that was renamed', () => {
  const RENAMED: Texts = {
    'People/Ann Fox.md': person,
    'People/Bo Kim.md': person,
    'Meetings/2025-10-28 A.md': note('---\ntype: meeting\nparticipants: [Ann Lee, Bo Kim]\n---\n## Facts\n- x\n'),
  };
  const rename = { from: 'People/Ann Lee.md', to: 'People/Ann Fox.md' };
  const answerIt = (texts: Texts, accepted: boolean): Texts => {
    const index = indexOf(texts);
    const found = renameProposal(index, rename);
    if (found === null) throw new Error('nothing is asked');
    const plan = answerProposals([found], [{ id: found.proposal.id, accepted, as: null, scope: null }], {
      index,
      names: { path: NAMES, text: texts[NAMES] ?? null },
      pages: new Map(Object.entries(texts)),
      rules: RULES,
      tasks: RULES.tasks,
      kinds: RULES.kinds,
      isExcluded: () => false,
      today: '2025-11-03',
      indexWith: (changed) => indexOf({ ...texts, ...Object.fromEntries(changed) }),
    });
    if (plan.outcome === 'refused') throw new Error(plan.refusal.code);
    return { ...texts, ...Object.fromEntries(plan.edits.map(({ path, after }) => [path, after ?? ''])) };
  };

  test('is asked about its old name, which becomes an alias', () => {
    expect(renameProposal(indexOf(RENAMED), rename)?.proposal).toMatchObject({
      kind: 'alias',
      name: 'Ann Lee',
      why: { code: 'renamed', name: 'Ann Fox', old: 'Ann Lee' },
      count: 1,
    });
    const after = answerIt(RENAMED, true);
    expect(indexOf(after).meetings[0]?.entities.map(({ name }) => name)).toEqual(['Ann Fox', 'Bo Kim']);
    expect(renameProposal(indexOf(after), rename)).toBeNull();
  });

  test('rejected is not asked again', () => {
    const after = answerIt(RENAMED, false);
    expect(lines(after)).toEqual(['- "Ann Lee" is not [[Ann Fox]]']);
    expect(renameProposal(indexOf(after), rename)).toBeNull();
  });

  test('nothing is asked of what was only moved, has the name, or is no entity; nor for a name of another page', () => {
    expect(renameProposal(indexOf(RENAMED), { from: 'Old/Ann Fox.md', to: 'People/Ann Fox.md' })).toBeNull();
    expect(
      renameProposal(indexOf({ ...RENAMED, 'People/Ann Fox.md': '---\naliases: [Ann Lee]\n---\n' }), rename),
    ).toBeNull();
    expect(renameProposal(indexOf(RENAMED), { from: 'Meetings/Talk.md', to: 'Meetings/2025-10-28 A.md' })).toBeNull();
    expect(renameProposal(indexOf({ ...RENAMED, 'People/Ann Lee.md': '' }), rename)).toBeNull();
    expect(
      renameProposal(indexOf({ 'People/Ann Fox/README.md': person }), {
        from: 'People/Ann Lee/README.md',
        to: 'People/Ann Fox/README.md',
      })?.proposal.name,
    ).toBe('Ann Lee');
  });
});

test('whatever notes say, asking never throws, asks nothing twice, and an answered proposal is gone', () => {
  const word = fc.constantFrom(
    'send',
    'Acme',
    'draft',
    'not',
    'who',
    'six',
    '[[Bo Kim]]',
    'gate',
    '"',
    '#tag',
    '“x',
    'scanner',
    '李明',
    '?',
    '~~',
    'signs',
  );
  const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
  const body = fc
    .tuple(fc.array(line, { maxLength: 3 }), fc.array(line, { maxLength: 3 }), fc.array(line, { maxLength: 2 }))
    .map(([doing, asking, deciding]) =>
      [
        tasks(...doing.map((one) => `${one} @Bo Kim`)),
        asks(...asking.map((one) => `${one}?`)),
        decided(...deciding),
      ].join('\n\n'),
    );
  fc.assert(
    fc.property(body, body, fc.boolean(), (earlier, later, accepted) => {
      const texts = two(earlier, later);
      const found = asked(texts).filter(({ rows }) => rows !== undefined);
      const ids = found.map(({ proposal }) => proposal.id);
      expect(new Set(ids).size).toBe(ids.length);
      const [first] = found;
      if (first === undefined) return;
      const plan = planAnswers(texts, { [first.proposal.name]: { accepted } });
      if (plan.outcome === 'refused') return;
      const after: Record<string, string> = { ...texts };
      for (const { path, after: text } of plan.edits) after[path] = text ?? '';
      expect(asked(after).map(({ proposal }) => proposal.id)).not.toContain(plan.answers[0]?.found.proposal.id);
    }),
    { seed: 7, numRuns: 150 },
  );
});

test('30 days are asked about', () => {
  const texts = two(tasks('Send the pricing draft to Acme @Bo Kim'), tasks('Share pricing draft with Acme @Bo Kim'));
  expect(['2025-10-28', '2025-11-27', '2025-11-28'].map((day) => proposals(indexOf(texts), day).length)).toEqual([
    1, 1, 0,
  ]);
  expect(addDays('2025-10-28', 30)).toBe('2025-11-27');
});
