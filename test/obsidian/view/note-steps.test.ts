// First: it gives the window the text coding that every window of the app has.
import '../app-double';
import { pageRules } from '../../../src/edit/wanted-pages';
import { DEFAULT_NOTE_RULES } from '../../../src/note/note-rules';
import { noteSteps, type Passed, progress } from '../../../src/obsidian/view/note-steps';
import { noteSummary } from '../../../src/obsidian/view/note-summary';
import { readSettings } from '../../../src/settings/settings';
import { indexOf, type Texts } from '../../vault-of';

const NOTE = 'Meetings/2025-11-03 Dana.md';
const meeting = (date: string, body: string): string => `---\ntype: 1-1\ndate: ${date}\npeople: ["[[Dana Fox]]"]\n---\n${body}`;

function steps(body: string, more: Texts = {}): readonly string[] {
  const index = indexOf({ 'People/Dana Fox.md': '# Dana Fox\n', [NOTE]: meeting('2025-11-03', body), ...more });
  const summary = noteSummary({ index, rules: pageRules(readSettings({ me: ['Mara Voss'] }).settings, DEFAULT_NOTE_RULES, '2025-11-03') }, NOTE);
  return summary === null ? [] : noteSteps(summary).map(({ id }) => id);
}

test('in the note’s order; who first, then when', () => {
  expect(steps('## Action items\n- [ ] Z first\n- [ ] A second @me\n- [ ] Settled @me 📅 2025-11-10\n- [x] Done\n- [?] Proposed\n')).toEqual(['owner Z first', 'date Z first', 'date A second']);
});

test('an owner that was set leaves the other steps what they were, twins too', () => {
  expect(steps('## Action items\n- [ ] Send it @me\n- [ ] Send it @Dana Fox\n- [ ] Call\n')).toEqual(['date Send it', 'date Send it 2', 'owner Call', 'date Call']);
  expect(steps('## Action items\n- [ ] Send it @me\n- [ ] Send it @Dana Fox\n- [ ] Call @me\n')).toEqual(['date Send it', 'date Send it 2', 'date Call']);
});

test('questions from before, and what was decided since', () => {
  expect(steps('## Open questions\n- New here?\n', {
    'Meetings/2025-10-20 Dana.md': meeting('2025-10-20', '## Open questions\n- Who signs?\n- Lapsed?\n  - A: no\n'),
    'Meetings/2025-10-28 All.md': '---\ntype: meeting\ndate: 2025-10-28\n---\n## Decisions\n- In May [[Dana Fox]]\n',
  }).map((id) => id.replace(/^(question) .*/, '$1'))).toEqual(['question', 'changes']);
});

describe('where one is', () => {
  const all = noteSteps({ unresolved: [], loose: [], lastTime: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] as never, changed: [] });
  const check = (left: number, passed: readonly (readonly [string, Passed])[], expected: string): void => {
    const { current, at, of, skipped } = progress(all.slice(all.length - left), { seen: new Set(all.map(({ id }) => id)), passed: new Map(passed) });
    expect(`${current?.id ?? 'done'}, ${at} of ${of}, ${skipped} skipped`).toBe(expected);
  };

  test('at the first', () => check(3, [], 'question a, 1 of 3, 0 skipped'));
  test('what is settled is counted', () => check(2, [], 'question b, 2 of 3, 0 skipped'));
  test('what is skipped is gone past', () => check(3, [['question a', 'skipped'], ['question b', 'dealt with']], 'question c, 3 of 3, 1 skipped'));
  test('at the end', () => check(1, [['question c', 'skipped']], 'done, 3 of 3, 1 skipped'));
  test('all settled', () => check(0, [], 'done, 3 of 3, 0 skipped'));
});
