import fc from 'fast-check';
import { completeTask, completeTaskAgain, type CompleteRules } from '../../src/edit/complete-task';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { readTasksSettings } from '../../src/task/tasks-settings';
import { refusalText } from '../refusal-text';

const TODAY = '2025-11-03';

function how(tasksSettings: unknown = null): CompleteRules {
  return { rules: { ...DEFAULT_NOTE_RULES, tasks: readTasksSettings(tasksSettings) }, today: TODAY };
}

/** The text after toggling the line of `text` that `→` marks; a refusal as its sentence. */
function toggled(marked: string, tasksSettings: unknown = null): string {
  const text = marked.replace('→', '');
  const line = marked.slice(0, marked.indexOf('→')).split(/\r\n|\r|\n/).length;
  const outcome = completeTask(text, { path: 'a.md', line }, how(tasksSettings));
  if (outcome.outcome === 'refused') return refusalText(outcome.refusal);
  expect(outcome.changes).toMatchObject([{ path: 'a.md', line }]);
  return outcome.text;
}

describe('what becomes of the line', () => {
  test.each([
    [
      'done',
      '# A\n→- [ ] Send minutes @Ann Lee 📅 2025-10-31\n- [ ] b\n',
      '# A\n- [x] Send minutes @Ann Lee 📅 2025-10-31 ✅ 2025-11-03\n- [ ] b\n',
    ],
    ['open again', '→- [x] Send minutes ✅ 2025-10-30 ^a1\n', '- [ ] Send minutes ^a1\n'],
    ['a child, in a quote, numbered', '- a\n  - b\n→    1. [ ] c\n', '- a\n  - b\n    1. [x] c ✅ 2025-11-03\n'],
    ['in a callout', '> [!todo] Mine\n→> - [ ] c\n', '> [!todo] Mine\n> - [x] c ✅ 2025-11-03\n'],
    ['a question', '## Open questions\n→- [ ] Who signs?\n', '## Open questions\n- [x] Who signs? ✅ 2025-11-03\n'],
    ['CRLF', 'a\r\n\r\n→- [ ] b\r\nc', 'a\r\n\r\n- [x] b ✅ 2025-11-03\r\nc'],
    ['CR', '→- [ ] b\r- [ ] c\r', '- [x] b ✅ 2025-11-03\r- [ ] c\r'],
    ['no final line end', 'a\n\n→- [ ] b', 'a\n\n- [x] b ✅ 2025-11-03'],
    ['a BOM', '\ufeff→- [ ] b\n', '\ufeff- [x] b ✅ 2025-11-03\n'],
    [
      'a hard break and odd spaces stay',
      '→*   [ ]  b   c  📅 2025-02-30  \n',
      '*   [x]  b   c  📅 2025-02-30 ✅ 2025-11-03  \n',
    ],
    ['what stands behind U+2028 stays', '→- [ ] b\u2028more\n', '- [x] b ✅ 2025-11-03\u2028more\n'],
    [
      'no-break spaces are read through',
      '→- [ ] b\u00a0🔁 every day\u00a0📅 2025-11-03\n',
      '- [ ] b\u00a0🔁 every day\u00a0📅 2025-11-04\n- [x] b\u00a0🔁 every day\u00a0📅 2025-11-03 ✅ 2025-11-03\n',
    ],
    ['behind frontmatter', '---\ntype: meeting\n---\n→- [ ] b\n', '---\ntype: meeting\n---\n- [x] b ✅ 2025-11-03\n'],
    [
      'a comment within the line',
      '→- [ ] b %%ask%% c 📅 2025-11-05\n',
      '- [x] b %%ask%% c 📅 2025-11-05 ✅ 2025-11-03\n',
    ],
  ])('%s', (_, marked, after) => {
    expect(toggled(marked)).toBe(after);
  });

  test.each([
    ['\n', 'a\n\n→- [ ] b 🔁 every week 📅 2025-10-31\nc\n'],
    ['\r\n', 'a\r\n\r\n→- [ ] b 🔁 every week 📅 2025-10-31'],
    ['\r', '\ufeff→- [ ] b 🔁 every week 📅 2025-10-31\rc'],
  ])("a recurring task is two lines, with the note's line end %j", (end, marked) => {
    const [next, done] = ['- [ ] b 🔁 every week 📅 2025-11-07', '- [x] b 🔁 every week 📅 2025-10-31 ✅ 2025-11-03'];
    const [before, after] = [
      marked.slice(0, marked.indexOf('→')),
      marked.slice(marked.indexOf('→') + 1).replace(/^[^\r\n]*/, ''),
    ];
    expect(toggled(marked)).toBe(before + next + end + done + after);
    expect(toggled(marked, { recurrenceOnNextLine: true })).toBe(before + done + end + next + after);
  });

  test.each([
    ['the line goes with its end', 'a\r\n\r\n→- [ ] b 🏁 delete\r\nc', 'a\r\n\r\nc'],
    ['the last one with the end before it', 'a\r\n\r\n→- [ ] b 🏁 delete', 'a\r\n'],
    ['a note of one line is empty', '\ufeff→- [ ] b 🏁 delete', '\ufeff'],
    [
      'when it recurs its next copy stays',
      '→- [ ] b 🔁 every day 📅 2025-11-03 🏁 delete\n',
      '- [ ] b 🔁 every day 📅 2025-11-04 🏁 delete\n',
    ],
    ['an open line is made of a done one', '→- [x] b 🏁 delete ✅ 2025-10-01\n', '- [ ] b 🏁 delete\n'],
  ])('🏁 delete: %s', (_, marked, after) => {
    expect(toggled(marked)).toBe(after);
  });

  test("by the vault's own settings", () => {
    const statuses = {
      coreStatuses: [
        { symbol: ' ', nextStatusSymbol: '/', type: 'TODO' },
        { symbol: '/', nextStatusSymbol: 'x', type: 'IN_PROGRESS' },
        { symbol: 'x', nextStatusSymbol: '-', type: 'DONE' },
        { symbol: '-', nextStatusSymbol: '-', type: 'CANCELLED' },
      ],
    };
    expect(toggled('→- [ ] b\n', { statusSettings: statuses })).toBe('- [/] b\n');
    expect(toggled('→- [x] b ✅ 2025-10-01\n', { statusSettings: statuses })).toBe('- [-] b ❌ 2025-11-03\n');
    expect(toggled('→- [-] b\n', { statusSettings: statuses })).toBe('- [-] b\n');
    expect(toggled('→- [ ] b\n', { setDoneDate: false })).toBe('- [x] b\n');
    expect(toggled('→- [ ] b [due:: 2025-11-05]\n', { taskFormat: 'dataview' })).toBe(
      '- [x] b [due:: 2025-11-05]  [completion:: 2025-11-03]\n',
    );
    expect(toggled('→- [ ] b #task\n', { globalFilter: '#task' })).toBe('- [x] b #task ✅ 2025-11-03\n');
  });

  test('fields of the other form count, as they do in notes', () => {
    expect(toggled('→- [ ] b [repeat:: every day] [due:: 2025-11-03]\n')).toBe(
      '- [ ] b [repeat:: every day] [due:: 2025-11-04]\n- [x] b [repeat:: every day] [due:: 2025-11-03] ✅ 2025-11-03\n',
    );
    expect(toggled('→- [x] b [completion:: 2025-10-01]\n')).toBe('- [ ] b\n');
  });
});

describe('no task', () => {
  test.each([
    ['→# Dana\n', 'a heading: “# Dana”'],
    ['a\n→\n- [ ] b\n', 'blank'],
    ['→Send it to Bo Kim\n', 'plain text: “Send it to Bo Kim”'],
    ['→- Send it\n', 'a list item without a checkbox: “- Send it”'],
    ['- [ ] a\n→  more of it\n', 'a further line of a list item: “more of it”'],
    ['```\n→- [ ] b\n```\n', 'a line of a code block: “- [ ] b”'],
    ['```tasks\na\n→- [ ] b\n', 'a line of a code block that opens in line 1 and is never closed: “- [ ] b”'],
    ['a\n\n→    - [ ] b\n', 'a line of a code block: “- [ ] b”'],
    ['%%\n→- [ ] b\n%%\n', 'a line of a comment: “- [ ] b”'],
    ['$$\n→- [ ] b\n$$\n', 'a line of a formula: “- [ ] b”'],
    ['## Transcript\n→- [ ] b\n', 'a line of the transcript: “- [ ] b”'],
    ['<!-- ai:transcript:start -->\n→- [ ] b\n<!-- ai:transcript:end -->\n', 'a line of the transcript: “- [ ] b”'],
    ['---\ntags:\n→- [ ] b\n---\n', 'frontmatter: “- [ ] b”'],
    ['→- [ ] {{action}} @{{owner}}\n', 'a line of a template: “- [ ] {{action}} @{{owner}}”'],
    [`→${'word '.repeat(40)}\n`, `plain text: “${'word '.repeat(16).slice(0, 79)}…”`],
  ])('%j', (marked, what) => {
    const line = marked.slice(0, marked.indexOf('→')).split('\n').length;
    expect(toggled(marked)).toBe(
      `a.md:${line} is not a task (it is ${what}); choose the line of a checkbox, such as “- [ ] Send minutes”`,
    );
  });

  test('a row of a managed block leads on', () => {
    expect(toggled('# Ann Lee\n<!-- throughline:begin person -->\n→- [ ] b\n<!-- throughline:end 00000000 -->\n')).toBe(
      'a.md:3 is not a task (it is a row that Throughline wrote: “- [ ] b”); choose the line its link leads to',
    );
  });

  test('the global filter is named', () => {
    expect(toggled('→- [ ] b\n', { globalFilter: '#task' })).toBe(
      'a.md:1 is a checkbox without “#task”: “- [ ] b”; add that to the line: it is the global filter in the vault’s Tasks settings',
    );
  });

  test('a note that is left alone', () => {
    expect(toggled('---\nthroughline: false\n---\n→- [ ] b\n')).toBe(
      'a.md says “throughline: false”, so it is left alone; remove that line from its properties first',
    );
  });

  test.each([
    [0, ''],
    [3, 'a\nb\n'],
    [3, 'a\nb'],
    [-1, 'a'],
    [1.5, 'a'],
    [1e9, 'a\r\nb'],
  ])('there is no line %d in %j', (line, text) => {
    expect(completeTask(text, { path: 'a.md', line }, how())).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'no-such-line', path: 'a.md', line },
    });
  });

  test('what a comment or damage hides from the toggle is not left behind: the line is declined', () => {
    const comment = /^a\.md:1 has a comment after its dates, .*; move the comment to the front first$/;
    expect(toggled('→- [x] b ✅ 2025-10-01 %%seen%%\n')).toMatch(comment);
    expect(toggled('→- [ ] b 🔁 every day 📅 2025-10-01 %%seen%%\n')).toMatch(comment);
    const damaged = /^a\.md:1 has garbled characters in its dates: .*; fix that line first$/;
    expect(toggled('→- [x] b âœ… 2025-10-01\n')).toMatch(damaged);
    expect(toggled('→- [ ] b ðŸ”\u0081 every day ðŸ“… 2025-10-01\n')).toMatch(damaged);
    expect(toggled('→- [ ] b ðŸ“… 2025-10-01\n')).toBe('- [x] b ðŸ“… 2025-10-01 ✅ 2025-11-03\n');
    expect(toggled('→- [ ] b 📅 2025-10-01 %%seen%%\n')).toBe('- [x] b 📅 2025-10-01 %%seen%% ✅ 2025-11-03\n');
  });
});

const AGAIN = 'nothing was written, look at the note and choose the line again';

describe('in a note that changed meanwhile', () => {
  const THEN = '# Dana\n## Mine\n- [ ] a\n- [ ] b\n## Hers\n- [ ] b\n';
  const again = (line: number, now: string) => {
    const outcome = completeTaskAgain(now, { path: 'a.md', line, text: THEN }, how());
    return outcome.outcome === 'done' ? outcome.text : refusalText(outcome.refusal);
  };

  test('changed below: the same line', () => {
    expect(again(4, `${THEN}- [ ] c\n`)).toBe(
      '# Dana\n## Mine\n- [ ] a\n- [x] b ✅ 2025-11-03\n## Hers\n- [ ] b\n- [ ] c\n',
    );
  });

  test('moved: found again where it stands once', () => {
    expect(again(3, `New\n${THEN}`)).toBe('New\n# Dana\n## Mine\n- [x] a ✅ 2025-11-03\n- [ ] b\n## Hers\n- [ ] b\n');
    expect(again(3, '- [ ] c\r\n- [ ] a')).toBe('- [ ] c\r\n- [x] a ✅ 2025-11-03');
  });

  test('moved, and there twice, or gone, or no task any more: declined', () => {
    expect(again(6, `New\n${THEN}`)).toBe(
      `a.md has changed, and it is not certain which line is meant: “- [ ] b”; ${AGAIN}`,
    );
    expect(again(3, THEN.replace('- [ ] a', '- [x] a'))).toBe(
      `a.md has changed and no longer has this line: “- [ ] a”; ${AGAIN}`,
    );
    expect(again(3, '```\n- [ ] a\n```\n')).toMatch(
      /^a\.md:2 is not a task \(it is a line of a code block: “- \[ \] a”\); /,
    );
  });
});

test("every byte but the line's own stays, and the line is what toggling it gives", () => {
  const line = fc.constantFrom(
    '- [ ] a',
    '- [x] a ✅ 2025-10-01',
    '  - [ ] b 📅 2025-10-01',
    '- [ ] c 🔁 every week 📅 2025-10-01',
    '- [ ] d 🏁 delete',
    '## H',
    '',
    'text',
    '```',
    '> - [ ] q',
    '%%',
    '\ufeff',
    '- e',
    '- [ ] f\u2028x',
    '---',
    'a: b',
    '<!-- throughline:begin person -->',
  );
  const note = fc.tuple(
    fc.constantFrom('', '\ufeff'),
    fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')), { minLength: 1, maxLength: 12 }),
    line,
  );
  fc.assert(
    fc.property(note, fc.nat(), ([bom, lines, last], chosen) => {
      const parts = [...lines.map(([words, end]) => [words, end] as const), [last, ''] as const];
      const text = bom + parts.map(([words, end]) => words + end).join('');
      const number = (chosen % parts.length) + 1;
      // A CR and an LF of two lines that meet are one line end: such a text has other lines than its parts.
      fc.pre(!/\r\n/.test(parts.map(([words, end]) => words + end.replace('\r\n', '↵')).join('')));
      const outcome = completeTask(text, { path: 'a.md', line: number }, how());
      if (outcome.outcome === 'refused') return;
      const before =
        bom +
        parts
          .slice(0, number - 1)
          .map(([words, end]) => words + end)
          .join('');
      const [words, end] = parts[number - 1] ?? ['', ''];
      const rest = text.slice(before.length + words.length + end.length);
      const { text: after, changes } = outcome;
      const [change] = changes;
      const head = number === 1 ? bom : before;
      expect(change?.before).toBe(words);
      if (change?.after.length === 0) {
        expect(after).toBe(
          end === '' && number > 1
            ? before.slice(0, before.length - (parts[number - 2]?.[1].length ?? 0))
            : head + rest,
        );
        return;
      }
      expect(after.startsWith(head)).toBe(true);
      expect(after.endsWith(end + rest)).toBe(true);
      expect(after.slice(head.length, after.length - (end + rest).length).split(/\r\n|\r|\n/)).toEqual([
        ...(change?.after ?? []),
      ]);
    }),
    { numRuns: 400 },
  );
});
