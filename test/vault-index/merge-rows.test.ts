import { indexOf, note, type Texts } from '../vault-of';

const meeting = (date: string, body: string): string =>
  `---\ntype: 1-1\ndate: ${date}\npeople: "[[Dana Fox]]"\n---\n${note(body)}`;

function tasksOf(texts: Texts) {
  return indexOf({ 'People/Dana Fox.md': '', ...texts }).tasks.map(({ text, open, due, asked, sources }) => ({
    text,
    open,
    due,
    asked,
    from: sources.map(({ path, line }) => `${path}:${line}`),
  }));
}

test('the newest copy of a task decides whether it is open and when it is due', () => {
  expect(
    tasksOf({
      '2025-10-14 Dana.md': meeting(
        '2025-10-14',
        `
      ## Action items
      - [x] Send the draft @Dana Fox 📅 2025-10-20 ✅ 2025-10-21
    `,
      ),
      '2025-10-28 Dana.md': meeting(
        '2025-10-28',
        `
      ## Action items
      - [ ] Send the draft! @Dana Fox 📅 2025-10-31
    `,
      ),
    }),
  ).toEqual([
    {
      text: 'Send the draft!',
      open: true,
      due: '2025-10-31',
      asked: ['2025-10-14', '2025-10-28'],
      from: ['2025-10-14 Dana.md:7', '2025-10-28 Dana.md:7'],
    },
  ]);
});

test('of one day, done wins', () => {
  const body = (status: string) =>
    meeting(
      '2025-10-28',
      `
    ## Action items
    - [${status}] Send the draft @Dana Fox
  `,
    );
  for (const [a, b] of [
    ['x', ' '],
    [' ', 'x'],
    ['-', ' '],
  ] as const) {
    expect(tasksOf({ 'A.md': body(a), 'B.md': body(b) }).map(({ open }) => open)).toEqual([false]);
  }
});

test('equal words of different owners are two tasks', () => {
  expect(
    tasksOf({
      '2025-10-28 Dana.md': meeting(
        '2025-10-28',
        `
      ## Action items
      - [ ] Send the draft @Dana Fox
      - [ ] Send the draft @me
      - [ ] Send the draft
    `,
      ),
    }),
  ).toHaveLength(3);
});

function questionsOf(texts: Texts) {
  return indexOf({ 'People/Dana Fox.md': '', ...texts }).questions.map(
    ({ text, state, answer, answeredOn, asked, pinned }) => ({ text, state, answer, answeredOn, asked, pinned }),
  );
}

test('the same question asked again is one question; the newest meeting decides', () => {
  const asked = (date: string, line: string) =>
    meeting(
      date,
      `
    ## Open questions
    ${line}
  `,
    );
  const first = asked('2025-09-02', '- Who signs for Acme? #pin');
  expect(questionsOf({ 'A.md': first, 'B.md': asked('2025-10-28', '- who signs for Acme') })).toEqual([
    {
      text: 'who signs for Acme',
      state: 'open',
      answer: null,
      answeredOn: null,
      asked: ['2025-09-02', '2025-10-28'],
      pinned: true,
    },
  ]);
  expect(
    questionsOf({ 'A.md': first, 'B.md': asked('2025-10-28', '- ~~Who signs for Acme?~~\n      - A: Bo does') }),
  ).toMatchObject([{ state: 'answered', answer: 'Bo does', answeredOn: '2025-10-28' }]);
});

test('of a private note only the date and my own tasks are known', () => {
  const index = indexOf({
    'People/Dana Fox.md': '',
    '2025-10-28 Dana.md': note(`
      ---
      type: 1-1
      date: 2025-10-28
      people: "[[Dana Fox]]"
      private: true
      ---
      ## Summary
      Pay.
      ## Decisions
      - Raise in January
      ## Open questions
      - How much?
      ## Action items
      - [ ] Write the review @me
      - [ ] Think about it @Dana Fox
      - [ ] Nobody's
    `),
  });
  expect(index.tasks.map(({ text }) => text)).toEqual(['Write the review']);
  expect(index.questions).toEqual([]);
  expect(index.decisions).toEqual([]);
  const view = index.views.get('People/Dana Fox.md');
  expect(view?.meetings.map(({ date, summary }) => ({ date, summary }))).toEqual([
    { date: '2025-10-28', summary: null },
  ]);
  expect(view?.tasks).toEqual([]);
});
