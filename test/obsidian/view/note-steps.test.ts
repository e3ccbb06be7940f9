// First: it gives the window the text coding that every window of the app has.
import '../app-double';
import { pageRules } from '../../../src/edit/page-rules';
import { DEFAULT_NOTE_RULES } from '../../../src/note/note-rules';
import { noteSteps, type Passed, progress } from '../../../src/obsidian/view/note-steps';
import { noteSummary } from '../../../src/obsidian/view/note-summary';
import { readSettings } from '../../../src/settings/settings';
import { indexOf, type Texts } from '../../vault-of';

const NOTE = 'Meetings/2025-11-03 Dana.md';
const meeting = (date: string, body: string): string =>
  `---\ntype: 1-1\ndate: ${date}\npeople: ["[[Dana Fox]]"]\n---\n${body}`;

function steps(body: string, more: Texts = {}): readonly string[] {
  const index = indexOf({ 'People/Dana Fox.md': '# Dana Fox\n', [NOTE]: meeting('2025-11-03', body), ...more });
  const summary = noteSummary(
    { index, rules: pageRules(readSettings({ me: ['Mara Voss'] }).settings, DEFAULT_NOTE_RULES, '2025-11-03') },
    NOTE,
  );
  return summary === null ? [] : noteSteps(summary).map(({ id }) => id);
}

test('in the note’s order; who first, then when', () => {
  expect(
    steps(
      '## Action items\n- [ ] Z first\n- [ ] A second @me\n- [ ] Settled @me 📅 2025-11-10\n- [x] Done\n- [?] Proposed\n',
    ),
  ).toEqual(['owner Z first', 'date Z first', 'date A second']);
});

test('an owner that was set leaves the other steps what they were, twins too', () => {
  expect(steps('## Action items\n- [ ] Send it @me\n- [ ] Send it @Dana Fox\n- [ ] Call\n')).toEqual([
    'date Send it',
    'date Send it 2',
    'owner Call',
    'date Call',
  ]);
  expect(steps('## Action items\n- [ ] Send it @me\n- [ ] Send it @Dana Fox\n- [ ] Call @me\n')).toEqual([
    'date Send it',
    'date Send it 2',
    'date Call',
  ]);
});

test('questions from before, and what was decided since', () => {
  expect(
    steps('## Open questions\n- New here?\n', {
      'Meetings/2025-10-20 Dana.md': meeting('2025-10-20', '## Open questions\n- Who signs?\n- Lapsed?\n  - A: no\n'),
      'Meetings/2025-10-28 All.md': '---\ntype: meeting\ndate: 2025-10-28\n---\n## Decisions\n- In May [[Dana Fox]]\n',
    }).map((id) => id.replace(/^(question) .*/, '$1')),
  ).toEqual(['question', 'changes']);
});

describe('what was to be raised with those who met', () => {
  const before = meeting('2025-10-20', '');
  const asked = (more: Texts, { today = '2025-11-03', note = meeting('2025-11-03', '') } = {}): readonly string[] => {
    const index = indexOf({
      'People/Dana Fox.md': '# Dana Fox\n',
      'People/Bo Kim.md': '# Bo Kim\n',
      [NOTE]: note,
      ...more,
    });
    return (
      noteSummary(
        { index, rules: pageRules(readSettings({ me: ['Mara Voss'] }).settings, DEFAULT_NOTE_RULES, today) },
        NOTE,
      )?.waited.map(({ text }) => text) ?? []
    );
  };
  const LINE = '\n- Budget [[Dana Fox]] #raise\n';

  test.each<[title: string, is: boolean, more: Texts, how?: { readonly today?: string; readonly note?: string }]>([
    ['written before', true, { 'Meetings/2025-10-20 Dana.md': `${before}${LINE}` }],
    ['in a daily note before', true, { 'Daily/2025-11-01.md': LINE }],
    ['in this note', false, {}, { note: meeting('2025-11-03', LINE) }],
    ['on the day, in another note', false, { 'Daily/2025-11-03.md': LINE }],
    ['afterwards', false, { 'Daily/2025-11-05.md': LINE }, { today: '2025-11-06' }],
    [
      'before, and once more in this note: for next time',
      false,
      { 'Daily/2025-11-01.md': LINE },
      { note: meeting('2025-11-03', LINE) },
    ],
    ['before a meeting that is still to come', false, { 'Daily/2025-11-01.md': LINE }, { today: '2025-11-02' }],
    ['ticked off', false, { 'Daily/2025-11-01.md': LINE.replace('- ', '- [x] ') }],
    ['struck through', false, { 'Daily/2025-11-01.md': LINE.replace(/- (.*)\n/, '- ~~$1~~\n') }],
    ['with somebody else', false, { 'Daily/2025-11-01.md': LINE.replace('Dana Fox', 'Bo Kim') }],
    ['private', false, { 'Daily/2025-11-01.md': LINE.replace('#raise', '#raise #private') }],
    ['on her page, which has no date, at the last meeting held', true, { 'People/Dana Fox.md': `# Dana Fox\n${LINE}` }],
    [
      'on her page, at an earlier one',
      false,
      { 'People/Dana Fox.md': `# Dana Fox\n${LINE}`, 'Meetings/2025-11-10 Dana.md': meeting('2025-11-10', '') },
      { today: '2025-11-12' },
    ],
    [
      'on her page, the next one set',
      true,
      { 'People/Dana Fox.md': `# Dana Fox\n${LINE}`, 'Meetings/2025-11-10 Dana.md': meeting('2025-11-10', '') },
    ],
  ])('%s', (_, is, more, how = {}) => {
    expect(asked(more, how)).toEqual(is ? ['Budget [[Dana Fox]] #raise'] : []);
  });

  test('is asked behind the tasks, before the questions', () => {
    expect(
      steps('## Action items\n- [ ] Call @me\n', {
        'Daily/2025-11-01.md': '- Budget [[Dana Fox]] #raise\n',
        'Meetings/2025-10-20 Dana.md': meeting('2025-10-20', '## Open questions\n- Who signs?\n'),
      }).map((id) => id.replace(/^(question|raise) .*/, '$1')),
    ).toEqual(['date Call', 'raise', 'question']);
  });
});

describe('where one is', () => {
  const all = noteSteps({
    unresolved: [],
    loose: [],
    waited: [],
    lastTime: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] as never,
    changed: [],
  });
  const check = (left: number, passed: readonly (readonly [string, Passed])[], expected: string): void => {
    const { current, at, of, skipped } = progress(all.slice(all.length - left), {
      seen: new Set(all.map(({ id }) => id)),
      passed: new Map(passed),
    });
    expect(`${current?.id ?? 'done'}, ${at} of ${of}, ${skipped} skipped`).toBe(expected);
  };

  test('at the first', () => {
    check(3, [], 'question a, 1 of 3, 0 skipped');
  });
  test('what is settled is counted', () => {
    check(2, [], 'question b, 2 of 3, 0 skipped');
  });
  test('what is skipped is gone past', () => {
    check(
      3,
      [
        ['question a', 'skipped'],
        ['question b', 'dealt with'],
      ],
      'question c, 3 of 3, 1 skipped',
    );
  });
  test('at the end', () => {
    check(1, [['question c', 'skipped']], 'done, 3 of 3, 1 skipped');
  });
  test('all settled', () => {
    check(0, [], 'done, 3 of 3, 0 skipped');
  });
});
