import fc from 'fast-check';
import {
  type FileChange,
  inverse,
  type JournalPlan,
  parseJournal,
  parseName,
  planId,
  printJournal,
  printName,
  timeOf,
} from '../../src/edit/journal';

const PLAN: JournalPlan = {
  what: 'rollup',
  at: Date.UTC(2025, 10, 3, 10, 12, 3, 123),
  vault: 'Notes',
  of: null,
  failed: false,
  changes: [
    { path: 'People/Ann Lee.md', before: '# Ann Lee\n', after: '# Ann Lee\n\nblock\n' },
    { path: 'Throughline/Follow-ups.md', before: null, after: '# Follow-ups\n' },
    { path: 'Old.md', before: 'old\r\n', after: null },
  ],
};

test('a journal that nests 200,000 deep is none of ours', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const printed = printJournal(PLAN);
  for (const text of [
    deep,
    printed.replace('"failed":false', `"failed":${deep}`),
    printed.replace('"before":', `"x":${deep},"before":`),
  ])
    expect(parseJournal(text)).toBeNull();
});

const texts: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.stringMatching(/^[ab\r\n\u00e9]{0,12}$/),
);
const changes: fc.Arbitrary<FileChange[]> = fc.array(
  fc
    .record({
      path: fc.stringMatching(/^[A-Z][a-zé]{1,4}\/[a-z]{1,8}\.md$/),
      before: fc.option(texts),
      after: fc.option(texts),
    })
    .filter(({ before, after }) => before !== after),
  { maxLength: 5 },
);

describe('a plan', () => {
  test('is read as it was printed, whatever the texts', () => {
    fc.assert(
      fc.property(changes, fc.option(fc.string()), (made, of) => {
        const plan = { ...PLAN, of, changes: made };
        expect(parseJournal(printJournal(plan))).toEqual(plan);
      }),
    );
  });

  test('keeps of a page that is changed the old text and what was put in, not both', () => {
    const page = 'A line of the page.\n'.repeat(1000);
    expect(
      printJournal({ ...PLAN, changes: [{ path: 'a.md', before: page, after: `${page}\nblock` }] }).length,
    ).toBeLessThan(page.length * 1.2);
  });

  test('is taken back from its end', () => {
    expect(inverse(PLAN.changes)).toEqual([
      { path: 'Old.md', before: null, after: 'old\r\n' },
      { path: 'Throughline/Follow-ups.md', before: '# Follow-ups\n', after: null },
      { path: 'People/Ann Lee.md', before: '# Ann Lee\n\nblock\n', after: '# Ann Lee\n' },
    ]);
  });
});

describe('what is not whole is no plan', () => {
  const whole = printJournal(PLAN);

  test('cut short, wherever', () => {
    for (let length = 0; length < whole.trimEnd().length; length++)
      expect(parseJournal(whole.slice(0, length))).toBe(null);
  });

  test('with one character changed, wherever', () => {
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 2 }), fc.constantFrom('x', '0', '"', ' ', 'é'), (at, other) => {
        const changed = whole.slice(0, at) + other + whole.slice(at + 1);
        const read = parseJournal(changed);
        // A blank between two tokens says the same.
        if (read !== null) expect(read).toEqual(PLAN);
      }),
    );
  });

  test.each([
    '',
    'null',
    '[]',
    '{}',
    '{"version":1}',
    '{"version":1,"plan":null}',
    whole.replace('"version":1', '"version":2'),
    '\0'.repeat(99),
    '[['.repeat(50_000),
  ])('such as %#', (text) => {
    expect(parseJournal(text)).toBe(null);
  });

  test.each(['.obsidian/plugins/x/main.js', '.obsidian/a.md', 'a/.git/b.md', '/etc/a.md', 'a.js'])(
    'nor one that reaches %s, though its check fits',
    (path) => {
      expect(parseJournal(printJournal({ ...PLAN, changes: [{ path, before: null, after: 'x' }] }))).toBe(null);
    },
  );
});

describe('the name of a plan', () => {
  test('says when, whether it is under way and by whom', () => {
    const id = planId(PLAN.at, [], 'desk');
    expect(id).toMatch(/^20251103t101203123-[0-9a-f]{6}$/);
    expect(planId(PLAN.at, [], 'phone')).not.toBe(id);
    expect(timeOf(id)).toBe(PLAN.at);
    for (const [name, parsed] of [
      [`${id}.json`, { id, writer: null, part: 1, failed: false }],
      [`${id}.open.cli-desk-4711.json`, { id, writer: 'cli-desk-4711', part: 1, failed: false }],
      [`${id}.open.cli-desk-4711.12.json`, { id, writer: 'cli-desk-4711', part: 12, failed: false }],
    ] as const) {
      expect(parseName(name)).toEqual(parsed);
      expect(printName(parsed)).toBe(name);
    }
  });

  test.each([
    'x.json',
    '20251103t101203123-9c02e1.json.tmp',
    '20251103t101203123-9c02e1 (conflicted copy).json',
    '20251103t101203123-9c02e1.sync-conflict-20251103-101203-ABC.json',
    '20251103t101203123.json',
    '20251399t101203123-9c02e1.json',
    '99991231t235959999-9c02e1.json',
    '.throughline-1-1.tmp',
  ])('%s is none', (name) => {
    expect(parseName(name)).toBe(null);
  });

  test('comes behind every other, also when the clock goes back', () => {
    const first = planId(PLAN.at, [], 'desk');
    const second = planId(PLAN.at, [first], 'desk');
    const third = planId(PLAN.at - 86_400_000, [second, first], 'phone');
    expect([third, first, second].sort()).toEqual([first, second, third]);
  });
});
