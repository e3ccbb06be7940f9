import { readNote } from '../../src/note/read-note';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { DEFAULT_TASK_RULES } from '../../src/task/tasks-settings';
import { DEFAULT_STATUSES } from '../../src/task/status';
import { codes, meetingOf, noteOf, said } from './note-of';

/** Body lines count from 5, behind the meeting's frontmatter. */
function check(body: string, ...lines: string[]): void {
  expect(said(meetingOf(body))).toEqual(lines);
}

describe('sections', () => {
  test('each takes its list items, of any marker', () => {
    check(
      '## Key facts\n- One\n* Two\n1. Three\n\n- Four\n## Outcomes\n- Five\n## Decisions\n- Six\n## Risks\n- Seven\n## Topics\n- Eight',
      'fact 6 One',
      'fact 7 Two',
      'fact 8 Three',
      'fact 10 Four',
      'outcome 12 Five',
      'decision 14 Six',
      'risk 16 Seven',
    );
  });

  test("a deeper heading that names nothing stays in its parent's section; one of the same level ends it", () => {
    check(
      '## Decisions\n### Pricing\n- One\n#### Risks\n- Two\n### Scope\n- Three\n## Topics\n- Four',
      'decision 7 One',
      'risk 9 Two',
      'decision 11 Three',
    );
  });

  test('a bold line is a heading one level below the last', () => {
    check(
      '## Notes\n**Action items:**\n- [ ] One\n**Decisions**\n- Two\n__Risks__:\n- Three\n**Acme:**\n- Four\n## Key facts\n- Five\n**Bold** words\n- Six',
      'task [ ] 7 One',
      'decision 9 Two',
      'risk 11 Three',
      'fact 15 Five',
      'fact 17 Six',
    );
  });

  test("a callout's title is a heading for its content; other quotes hold no items", () => {
    check(
      '## Decisions\n> - One\n\n> [!question] Open questions\n> - Two?\n\n- Three\n\n> [!note] Aside\n> - Four\n\n> [!risk]- Risks\n> - Five\n\n> - Six',
      'question 9 Two?',
      'decision 11 Three',
      'decision 14 Four',
      'risk 17 Five',
    );
    check('> [!todo]\n> - [ ] One @Ann', 'task [ ] 6 One @Ann');
  });

  test('children and continuation lines belong to their item', () => {
    check(
      '## Key facts\n- One\n  more\n  - child\n    - [x] grandchild ✅ 2025-10-28\n\n  paragraph\n- Two',
      'fact 6 One',
      'task~ [x] 9 grandchild done 2025-10-28',
      'fact 12 Two',
    );
    check(
      '## Action items\n- [ ] One @Ann\n  - [ ] a step\n- Bo:\n  - [ ] Two @Bo',
      'task [ ] 6 One @Ann',
      'task [ ] 7 a step',
      'task [ ] 9 Two @Bo',
    );
  });

  test('placeholders, templates, code, comments and transcripts say nothing', () => {
    check(
      '## Key facts\n- (none)\n- None\n- N/A\n-\n- **None**\n- None identified.\n- No IPv6 support yet\n- {{fact}}\n- <% tp.x() %>\n```\n- code\n```\n%%\n- comment\n%%\n<!-- - html -->\n- Kept <!-- not this --> %%nor this%% ^id1',
      'fact 12 No IPv6 support yet',
      'fact 22 Kept',
    );
    check(
      '## Action items\n- [ ] \n- [x] (none) ✅ 2025-01-02\n- [ ] None @Ann\n## Transcript\n- [ ] spoken\n### Deeper\n- [ ] spoken too\n## Decisions\n- One',
      'decision 14 One',
    );
    check(
      '## Key facts\n<!-- ai:transcript:start -->\n## Decisions\n- spoken\n<!-- ai:transcript:end -->\n- One',
      'fact 10 One',
    );
  });

  test('a note that is no meeting says only what is tagged', () => {
    expect(
      said(
        noteOf(
          '## Key facts\n- One\n## Action items\n- [ ] Two\n## Open questions\n- Three?\n- Four? #question\n- Ask [[Ann Lee]] #raise',
        ),
      ),
    ).toEqual(['question 7 Four? #question', 'raise 8 Ask [[Ann Lee]] #raise']);
    expect(said(noteOf('- [ ] One\n## Action items\n- [ ] Two', { rules: { allTasks: true } }))).toEqual([
      'task~ [ ] 1 One',
      'task [ ] 3 Two',
    ]);
    expect(said(noteOf('## Tasks\n- [ ] One', { path: 'People/Ann Lee.md' }))).toEqual([]);
  });

  test('items know their heading as it stands, their source and their names', () => {
    const { decisions } = meetingOf(
      '## 2) Decisions (final)\n### Scope of [[Atlas]]\n-  Ship with [[People/Ann Lee|Ann]] and @Bo Kim, see ![[Plan]] a@b.c  ',
    );
    expect(decisions).toEqual([
      {
        line: 7,
        source: '-  Ship with [[People/Ann Lee|Ann]] and @Bo Kim, see ![[Plan]] a@b.c  ',
        text: 'Ship with [[People/Ann Lee|Ann]] and @Bo Kim, see ![[Plan]] a@b.c',
        heading: 'Scope of [[Atlas]]',
        section: 'decisions',
        meeting: 0,
        private: false,
        names: [
          { text: 'Ann', target: 'People/Ann Lee', line: 7 },
          { text: 'Bo Kim', target: null, line: 7 },
        ],
      },
    ]);
  });
});

describe('tasks', () => {
  test('owner, dates, proposed, and whether a section of follow-ups held them', () => {
    check(
      '## Follow-ups\n- [ ] One @Ann Lee ⏫ 📅 2025-10-31\n- [?] Two @Bo\n- [ ] Three #proposed\n## Notes\n- [x] Four @[[People/Cy Orr|Cy]] ✅ 2025-10-29\n',
      'task [ ] 6 One @Ann Lee due 2025-10-31',
      'proposed [?] 7 Two @Bo',
      'proposed [ ] 8 Three #proposed',
      'task~ [x] 10 Four @Cy done 2025-10-29',
    );
  });

  test("the vault's global filter: other checkboxes are no tasks", () => {
    const rules = { tasks: { ...DEFAULT_TASK_RULES, globalFilter: '#task' } };
    expect(said(meetingOf('## Key facts\n- [ ] One\n- [ ] Two #task', rules))).toEqual([
      'fact 6 One',
      'task~ [ ] 7 Two #task',
    ]);
  });

  test('what the Tasks plugin would miss, and what could not be read, is a problem of an open task', () => {
    expect(
      codes(
        meetingOf(
          '## Action items\n- [ ] One 📅 2025-10-31 @Ann\n- [ ] Two 📅 2025-02-30\n- [x] Three 📅 2025-02-30\n- [ ] Four @Ann to check with legal',
        ),
      ),
    ).toEqual(['6 owner-hides-signifiers', '7 task-date-invalid', '9 owner-unclear']);
  });
});

describe('questions', () => {
  test('items, checkboxes and paragraphs of a questions section', () => {
    check(
      '## Open questions\n- Who signs?\n- [ ] When does it start\n1. How much?\n\nWhat about SSO?\n\nNot a question.\n\n**Scope?**\n\n> Is it in a quote?\n',
      'question 6 Who signs?',
      'question 7 When does it start',
      'question 8 How much?',
      'question 10 What about SSO?',
      'question 14 **Scope?**',
    );
    check(
      '## Questions\nWho signs,\nand when?\n\nOne?\nTwo?',
      'question 6 Who signs, and when?',
      'question 9 One?',
      'question 10 Two?',
    );
  });

  test('answered: checked, struck, a child, a field', () => {
    check(
      '## Open questions\n- [x] A? ✅ 2025-10-30\n- [X] B?\n- ~~C?~~\n- D? [answered:: 2025-11-02]\n- E? [answer:: Dana]\n- F?\n  - A: Bo signs\n- G?\n  → next week\n- H?\n  - Answer: yes\n- I?\n  - Answers are welcome\n- J?\n  - **A:** maybe [answered:: 2025-11-03]\n- [-] K?',
      'question 6 A? (answered 2025-10-30)',
      'question 7 B? (answered 2025-10-28)',
      'question 8 C? (answered 2025-10-28)',
      'question 9 D? (answered 2025-11-02)',
      'question 10 E? (answered: Dana 2025-10-28)',
      'question 11 F? (answered: Bo signs 2025-10-28)',
      'question 13 G? (answered: next week 2025-10-28)',
      'question 15 H? (answered: yes 2025-10-28)',
      'question 17 I?',
      'question 19 J? (answered: maybe [answered:: 2025-11-03] 2025-11-03)',
      'question 21 K? (answered 2025-10-28)',
    );
  });

  test('elsewhere: tagged, or `[?]` without owner or date outside action sections', () => {
    check(
      '## Key facts\n- Who signs? #question\n- [?] Is it true\n- [?] Check it @Ann\n## Action items\n- [?] Do it\n## Questions\n- [?] Which?',
      'question 6 Who signs? #question',
      'question 7 Is it true',
      'proposed~ [?] 8 Check it @Ann',
      'proposed [?] 10 Do it',
      'question 12 Which?',
    );
    const statuses = [...DEFAULT_STATUSES, { symbol: '?', name: 'Waiting', next: 'x', type: 'ON_HOLD' as const }];
    expect(said(meetingOf('## Key facts\n- [?] Is it true', { tasks: { ...DEFAULT_TASK_RULES, statuses } }))).toEqual([
      'task~ [?] 6 Is it true',
    ]);
  });

  test('tagged below another item, and no question of one below a question', () => {
    check(
      '## Decisions\n- One\n  - Who signs? #question\n    - A: Bo\n## Questions\n- Two?\n  - detail #question',
      'decision 6 One',
      'question 7 Who signs? #question (answered: Bo 2025-10-28)',
      'question 10 Two?',
    );
  });

  test('a `[?]` line with any date is a proposed task', () => {
    check('## Notes\n- [?] One ➕ 2025-10-01\n- [?] Two ❌ 2025-10-01', 'proposed~ [?] 6 One', 'proposed~ [?] 7 Two');
  });

  test("answered in words of one's own", () => {
    const { questions } = meetingOf(
      '## Questions\n- A?\n  - Antwort: Bo\n- B?\n  - **Antwort:** morgen\n- C?\n  - 答：周五\n- D?\n  - Antworten kommen noch: bald\n- E?\n  - A: ja',
      { answerWords: ['antwort', '答'] },
    );
    expect(questions.map(({ answer }) => answer)).toEqual(['Bo', 'morgen', '周五', null, 'ja']);
    expect(meetingOf('## Questions\n- A?\n  - Antwort: Bo').questions[0]?.answered).toBe(false);
  });

  test('answered behind what is struck, and on the line below a paragraph', () => {
    check(
      '## Questions\n- ~~Who signs?~~ Dana\n- ~~Who~~ which one signs?\n- ~~When?~~ → in May\n\nWhere?\nA: Lisbon\nHow?\nno idea',
      'question 6 Who signs? (answered: Dana 2025-10-28)',
      'question 7 ~~Who~~ which one signs?',
      'question 8 When? (answered: in May 2025-10-28)',
      'question 10 Where? (answered: Lisbon 2025-10-28)',
      'question 12 How?',
    );
  });

  test('pinned, with the people it names', () => {
    const [first, second] = meetingOf('## Questions\n- Can [[Ann Lee]] ask @Bo? #pin\n- [ ] Who? @Cy').questions;
    expect(first).toMatchObject({ pinned: true, names: [{ text: 'Ann Lee' }, { text: 'Bo' }] });
    expect(second).toMatchObject({ pinned: false, text: 'Who?', names: [{ text: 'Cy' }] });
  });
});

describe('raise', () => {
  test('anywhere, with a link or an @, until it is checked or struck', () => {
    expect(
      said(
        noteOf(
          'Ask [[Ann Lee]] for it #raise\n- Tell @Bo #raise\n- [x] Tell [[Bo]] #raise\n- ~~Tell [[Bo]] #raise~~\n- nobody #raise\n- [[Bo]] #raised\n- a\n  - deep [[Cy]] #Raise\n> quoted [[Cy]] #raise',
          { path: 'Notes/x.md' },
        ),
      ),
    ).toEqual([
      'raise 1 Ask [[Ann Lee]] for it #raise',
      'raise 2 Tell @Bo #raise',
      'raise 3 Tell [[Bo]] #raise (done)',
      'raise 4 Tell [[Bo]] #raise (done)',
      'raise 8 deep [[Cy]] #Raise',
      'raise 9 quoted [[Cy]] #raise',
    ]);
  });

  test('a heading, and a Markdown link to a note', () => {
    expect(
      said(
        noteOf(
          '## Budget [[Ann Lee]] #raise\n- Ask [Bo](../People/Bo%20Kim.md) #raise\n- Ask [Bo](https://example.com) #raise',
        ),
      ),
    ).toEqual(['raise 1 Budget [[Ann Lee]] #raise', 'raise 2 Ask [Bo](../People/Bo%20Kim.md) #raise']);
  });

  test('a line is one thing: no task or question besides', () => {
    check(
      '## Open questions\n- Budget? [[Ann Lee]] #raise\n## Action items\n- [ ] Ask about it @Ann #raise',
      'raise 6 Budget? [[Ann Lee]] #raise',
      'raise 8 Ask about it #raise',
    );
  });
});

describe('private', () => {
  test('a section, a line', () => {
    const { facts, tasks } = meetingOf(
      '## Key facts #private\n- One\n### More\n- Two\n## Outcomes\n- x\n## Action items\n- [ ] Three #private\n- [ ] Four',
    );
    expect(facts.map((item) => item.private)).toEqual([true, true]);
    expect(tasks.map((item) => item.private)).toEqual([true, false]);
  });
});

test("what a transcript's callout holds is not read, headings or not", () => {
  check(
    '> [!note]- Transcript\n> - [ ] no\n> ## Decisions\n> - no\n> > [!note] Decisions\n> > - no\n\n> [!note] Decisions ^d1\n> - One',
    'decision 13 One',
  );
});

describe('next meeting', () => {
  function next(body: string): string | null {
    return meetingOf(body).meetings[0]?.nextMeeting ?? null;
  }

  test('a quote anywhere, or its own section', () => {
    expect(next('## Open questions\n- a?\n\n> Next meeting (if any): 2025-10-31')).toBe('2025-10-31');
    expect(next('> **Next meeting:** [[2025-11-04]]')).toBe('2025-11-04');
    expect(next('### Next 1:1 / Touchpoint\n- Tue 2025-11-04 10:00')).toBe('2025-11-04');
    expect(next('### Next Meeting\n2025-11-05')).toBe('2025-11-05');
    expect(next('> Next meeting (if any): (none)')).toBeNull();
    expect(next('> Next meeting: 2025-02-30')).toBeNull();
    expect(next('We spoke of the next meeting: 2025-10-31')).toBeNull();
  });
});

describe('summary', () => {
  function summary(body: string): string | null {
    return meetingOf(body).meetings[0]?.summary ?? null;
  }

  test('the paragraphs of the first summary section, as plain text', () => {
    expect(
      summary(
        '## Summary\nWe met **Ann** and [[Bo Kim|Bo]]\non `pricing`.\n\n- a bullet\n\nMore.\n## Facts\nno\n## Summary\nagain',
      ),
    ).toBe('We met Ann and Bo on pricing. More.');
    expect(summary('> [!summary] In short\n> Scope cut.\n\nother')).toBe('Scope cut.');
    expect(summary('> [!abstract]\n> Scope cut.')).toBe('Scope cut.');
    expect(summary('## Summary\n- One\n- Two')).toBe('One Two');
    expect(summary('## Summary\n(none)\n')).toBeNull();
    expect(summary('Text before any heading')).toBeNull();
  });

  test('is cut between words', () => {
    const text = summary(`## Summary\n${'word '.repeat(400)}`) ?? '';
    expect(text.length).toBeLessThanOrEqual(1_000);
    expect(text.endsWith('word…')).toBe(true);
  });
});

describe('meetings inside other notes', () => {
  const daily = [
    '# 2025-10-28',
    'Morning. [[Reading]]',
    '- [ ] Mine, outside',
    '## 14:30 [[Ann Lee]] pricing',
    'attendees:: [[Bo Kim]], Cy Orr',
    '- [ ] Send draft @Ann',
    '### Decisions',
    '- One about [[Atlas]]',
    '### About [[Atlas]]',
    '- [ ] Two',
    '## [[2025-10-27]]',
    '- [ ] Not in a meeting',
    '## Errands',
    '- [ ] Nor this',
    '## Kick-off #meeting',
    '### Open questions',
    '- Who?',
  ].join('\n');

  test('in a daily note: headings that link, down to the next of their level', () => {
    const note = noteOf(daily, { path: 'Daily/2025-10-28.md' });
    expect(note.kind).toBe('other');
    expect(note.meetings).toMatchObject([
      {
        line: 4,
        lastLine: 10,
        title: 'Ann Lee pricing',
        heading: '14:30 [[Ann Lee]] pricing',
        date: '2025-10-28',
        time: '14:30',
        needs: 'entity',
        names: [
          { text: 'Ann Lee', target: 'Ann Lee', kind: null },
          { text: 'Bo Kim', target: 'Bo Kim', kind: 'person' },
          { text: 'Cy Orr', target: null, kind: 'person' },
        ],
      },
      {
        line: 15,
        lastLine: null,
        title: 'Kick-off',
        heading: 'Kick-off #meeting',
        date: '2025-10-28',
        time: null,
        needs: null,
        names: [],
      },
    ]);
    expect(said(note)).toEqual([
      'task~ [ ] 6 Send draft @Ann',
      'decision 8 One about [[Atlas]]',
      'task~ [ ] 10 Two',
      'question 17 Who?',
    ]);
    expect([...note.tasks, ...note.questions].map(({ meeting }) => meeting)).toEqual([0, 0, 1]);
    expect(note.tasks[0]?.heading).toBe('14:30 [[Ann Lee]] pricing');
  });

  test('in any other note only what is tagged', () => {
    expect(noteOf(daily.replace('# 2025-10-28', '# Log'), { path: 'Notes/Log.md' }).meetings).toMatchObject([
      { title: 'Kick-off' },
    ]);
    expect(noteOf('# Log\n## 2025-10-28 [[Ann Lee]] #meeting\n- [ ] One', { path: 'Projects/Atlas.md' })).toMatchObject(
      {
        kind: 'entity',
        meetings: [{ date: '2025-10-28', names: [{ text: 'Ann Lee', kind: null }] }],
        tasks: [{ text: 'One', meeting: 0 }],
      },
    );
    expect(noteOf('# #meetings\n## x #meeting/notes', { path: 'Notes/Log.md' }).meetings).toEqual([]);
  });

  test('a meeting note has one, whatever its headings link', () => {
    expect(meetingOf('## [[Ann Lee]]\n## y #meeting').meetings).toHaveLength(1);
  });

  test("a day's title that links does not swallow the meetings below it", () => {
    expect(
      noteOf('# Day [[Journal]]\n## [[Ann Lee]]\n- [ ] One\n## [[Bo Kim]]\n- [ ] Two', {
        path: '2025-10-28.md',
      }).tasks.map(({ meeting }) => meeting),
    ).toEqual([0, 1]);
  });
});

test('what is never closed is a problem', () => {
  expect(codes(meetingOf('```js\n- a'))).toEqual(['5 fence-unclosed']);
  expect(codes(meetingOf('%%\n- a'))).toEqual(['5 comment-unclosed']);
  expect(codes(meetingOf('<!-- a'))).toEqual(['5 comment-unclosed']);
  expect(codes(meetingOf('$$\nx'))).toEqual(['5 math-unclosed']);
  expect(codes(meetingOf('<!-- ai:transcript:start -->\nx'))).toEqual(['5 transcript-unclosed']);
  expect(codes(meetingOf('<!-- throughline:begin person -->\n- a'))).toEqual(['5 markers-broken']);
  expect(codes(noteOf('<!-- throughline:begin person -->\n- a', { path: 'People/Ann Lee.md' }))).toEqual([]);
  expect(codes(meetingOf('    indented'))).toEqual([]);
});

test('damaged encoding is read as it was meant, and said once', () => {
  const note = meetingOf(
    '# Sync â€” Ann\n## Action items\n- [ ] Send the â€œdraftâ€ @Ann Lee â« ðŸ“… 2025-10-31\n## Risks\n- JosÃ©â€™s leave\n',
  );
  expect(note.title).toBe('Sync — Ann');
  expect(said(note)).toEqual(['task [ ] 7 Send the “draft” @Ann Lee due 2025-10-31', 'risk 9 José’s leave']);
  expect(note.tasks[0]).toMatchObject({
    source: '- [ ] Send the â€œdraftâ€ @Ann Lee â« ðŸ“… 2025-10-31',
    task: { priority: 'high' },
  });
  expect(codes(note)).toEqual(['5 encoding-damaged']);
  expect(codes(meetingOf('## Risks\n- « Ça va » à São Paulo, naïve â la carte'))).toEqual([]);
});

test('a struck question followed by a tick says when it was answered, and not what', () => {
  const { questions } = readNote(
    'a.md',
    '---\ntype: meeting\ndate: 2025-10-28\n---\n## Questions\n- ~~A?~~ ✅\n- ~~B?~~ ✅ 2025-10-30\n- ~~C?~~ ✔️\n- ~~D?~~ Dana ✅ 2025-10-31\n- ~~E?~~ ❌\n- ~~F?~~ [answer:: ✅]\n- ~~G?~~ [completion:: 2025-10-30]\n- ~~H?~~ Bo (completion:: 2025-10-31)\n- ~~I?~~ #later ✅ 2025-10-30\n- J?\n  - A: [completion:: 2025-10-30]\n',
    DEFAULT_NOTE_RULES,
  );
  expect(questions.map(({ text, answered, answer, answeredOn }) => [text, answered, answer, answeredOn])).toEqual([
    ['A?', true, null, '2025-10-28'],
    ['B?', true, null, '2025-10-30'],
    ['C?', true, null, '2025-10-28'],
    ['D?', true, 'Dana', '2025-10-31'],
    ['E?', true, null, '2025-10-28'],
    ['F?', true, '✅', '2025-10-28'],
    ['G?', true, null, '2025-10-30'],
    ['H?', true, 'Bo', '2025-10-31'],
    ['I?', true, null, '2025-10-30'],
    ['J?', false, null, null],
  ]);
});

test.each([
  ...[
    'A: pending',
    '**A:** TBD',
    'Answer: to be confirmed.',
    '→ still open',
    'A: noch offen',
    'A: k. A.',
    'A: folgt …',
  ],
  ...['A: *à définir*', 'A: Por definir', 'A: da confermare', 'A: nog niet', 'A: [completion:: 2025-10-30]'],
])('no answer: %s', (said) => {
  expect(meetingOf(`## Questions\n- Who?\n  - ${said}`).questions[0]).toMatchObject({ answered: false, answer: null });
  const value = said.replace(/^[*]*[^ ]+ /, '');
  expect(meetingOf(`## Questions\r\n- Who? (answer:: ${value.replace(/[[\]]/g, '')})`).questions[0]?.answered).toBe(
    value.includes('::'),
  );
});

test.each(['A: open', 'A: offen', 'A: pending Bo’s sign-off', 'A: unknown to us', '→ not yet, but on Friday'])(
  'an answer: %s',
  (said) => {
    expect(meetingOf(`## Questions\n- Is it?\n  - ${said}`).questions[0]?.answered).toBe(true);
  },
);
