/** What stands in the lists, under which headings, in which order. */
// First: it gives the window the text coding that every window of the app has.
import '../app-double';
import { DEFAULT_NOTE_RULES } from '../../../src/note/note-rules';
import { DEFAULT_SETTINGS, readSettings } from '../../../src/settings/settings';
import { pageRules } from '../../../src/edit/page-rules';
import {
  followUpEntries,
  followUpGlance,
  type FollowUpFilter,
  NO_FILTER,
} from '../../../src/obsidian/view/follow-up-entries';
import { type ListEntry, wordsOf } from '../../../src/obsidian/view/list-entry';
import { entitySummary, noteSummary } from '../../../src/obsidian/view/note-summary';
import {
  closedCount,
  NO_QUESTION_FILTER,
  questionEntries,
  questionGlance,
} from '../../../src/obsidian/view/question-entries';
import { readBlock } from '../../../src/obsidian/view/queue-block';
import { proposedCount, type TriageFilter, triageNotes } from '../../../src/obsidian/view/triage-entries';
import { indexOf, note, type Texts } from '../../vault-of';

const TODAY = '2025-11-03';
const known = (texts: Texts, me: readonly string[] = ['Mara Voss']) => ({
  index: indexOf(texts, { me }),
  rules: pageRules(me.length === 0 ? DEFAULT_SETTINGS : readSettings({ me }).settings, DEFAULT_NOTE_RULES, TODAY),
});

/** One line an entry: `# Late 2`, `Send draft`. */
function lines(entries: readonly ListEntry<{ readonly text: string }>[]): string[] {
  return entries.map((entry) => (entry.is === 'heading' ? `# ${entry.text} ${entry.count}` : wordsOf(entry.row)));
}

const meeting = (date: string, people: string, body: string): string =>
  note(`
  ---
  type: meeting
  date: ${date}
  people: [${people}]
  ---
  `) + note(body);

const VAULT: Texts = {
  'People/Dana Fox.md': '# Dana Fox\n',
  'People/Bo Kim.md': '# Bo Kim\n',
  'Projects/Atlas.md': '# Atlas\n',
  'Meetings/2025-10-14 Dana.md': meeting(
    '2025-10-14',
    '"[[Dana Fox]]"',
    `
    ## Action items
    - [ ] Confirm **dates** @Dana Fox
    - [x] Book a room @me
    ## Open questions
    - Who signs for Acme?
    - Is lunch included? #pin
  `,
  ),
  'Meetings/2025-10-28 Dana.md': meeting(
    '2025-10-28',
    '"[[Dana Fox]]", Nobody Known',
    `
    ## Action items
    - [ ] Send draft @me 📅 2025-10-31
    - [ ] Café list @me 📅 2025-11-03
    - [ ] Plan the year @me 📅 2025-12-24
    - [ ] Think of [[Atlas]] @me
    - [ ] Somebody does it
    - [ ] Answer Bo @Bo Kim 📅 2025-10-01
    - [?] Maybe this @me #proposed
    ## Open questions
    - Who signs for Acme?
  `,
  ),
  'Meetings/2025-06-02 Bo.md': meeting(
    '2025-06-02',
    '"[[Bo Kim]]"',
    `
    ## Action items
    - [ ] Old thing @me
    ## Open questions
    - What of the old office?
    - Who was first?
      - A: Bo
  `,
  ),
};

describe('follow-ups', () => {
  const check = (
    filter: Partial<FollowUpFilter>,
    expected: readonly string[],
    lingering: ReadonlySet<string> = new Set(),
  ): void => {
    expect(lines(followUpEntries(known(VAULT), { ...NO_FILTER, ...filter }, lingering))).toEqual(expected);
  };

  test('by when they are due; what others owe, what nobody does, what is old', () => {
    check({}, [
      '# Late 1',
      'Send draft',
      '# Today 1',
      'Café list',
      '# Later 1',
      'Plan the year',
      '# No date 1',
      'Think of Atlas',
      '# Needs an owner 1',
      'Somebody does it',
      '# Waiting on 2',
      'Confirm dates',
      'Answer Bo',
      '# From before 4 Sep 1',
      'Old thing',
    ]);
  });

  test('words are found whatever their case and accents, in names too', () => {
    check({ text: 'CAFE' }, ['# Today 1', 'Café list']);
    check({ text: 'bo answer' }, ['# Waiting on 1', 'Answer Bo']);
    check({ text: 'nowhere to be found' }, []);
  });

  test('by owner, by what they are about, done ones too', () => {
    check({ owner: 'nobody' }, ['# Needs an owner 1', 'Somebody does it']);
    check({ owner: 'People/Bo Kim.md' }, ['# Waiting on 1', 'Answer Bo']);
    check({ about: 'Projects/Atlas.md' }, ['# No date 1', 'Think of Atlas']);
    check({ text: 'room', showsDone: true }, ['# Done 1', 'Book a room']);
  });

  test('by age: what is as late, whoever owes it; old and closed ones have none', () => {
    check({ age: 'late-day' }, ['# Late 1', 'Send draft']);
    check({ age: 'late-month' }, ['# Waiting on 1', 'Answer Bo']);
    check({ age: 'no-date', showsDone: true }, [
      '# No date 1',
      'Think of Atlas',
      '# Needs an owner 1',
      'Somebody does it',
      '# Waiting on 1',
      'Confirm dates',
    ]);
    check({ age: 'late-day', owner: 'People/Bo Kim.md' }, []);
  });

  test('a bar counts what pressing it lists; each picture leaves its own part of the filter out', () => {
    const given = known(VAULT);
    for (const filter of [
      {},
      { text: 'bo' },
      { owner: 'me' },
      { owner: 'People/Dana Fox.md' },
      { about: 'People/Dana Fox.md' },
    ]) {
      for (const { age, count } of followUpGlance(given, { ...NO_FILTER, ...filter, age: 'later' }).ages) {
        expect([
          age,
          followUpEntries(given, { ...NO_FILTER, ...filter, age }).filter(({ is }) => is === 'row').length,
        ]).toEqual([age, count]);
      }
    }
    const waited = (filter: Partial<FollowUpFilter>): string =>
      followUpGlance(given, { ...NO_FILTER, ...filter })
        .waited.map(({ owner, count }) => `${owner.name} ${count}`)
        .join(', ');
    expect(waited({ owner: 'me' })).toBe('Dana Fox 1, Bo Kim 1');
    expect(waited({ age: 'late-month' })).toBe('Bo Kim 1');
    expect(waited({ text: 'confirm' })).toBe('Dana Fox 1');
  });

  test.each([
    ['owner', ['# Bo Kim 1', 'Answer Bo', '# Dana Fox 1', 'Confirm dates', '# Me 5']],
    ['note', ['# 2025-10-28 Dana 6']],
    ['about', ['# Atlas 1', 'Think of Atlas']],
  ] as const)('grouped by %s', (group, begin) => {
    expect(lines(followUpEntries(known(VAULT), { ...NO_FILTER, group }))).toEqual(expect.arrayContaining([...begin]));
  });

  test('what was closed here stays where it was', () => {
    const done = {
      ...VAULT,
      'Meetings/2025-10-28 Dana.md': (VAULT['Meetings/2025-10-28 Dana.md'] ?? '').replace(
        '- [ ] Send draft',
        '- [x] Send draft',
      ),
    };
    const { index, rules } = known(done);
    const id = index.tasks.find(({ text }) => text === 'Send draft')?.id ?? '';
    expect(lines(followUpEntries({ index, rules }, NO_FILTER)).slice(0, 2)).toEqual(['# Today 1', 'Café list']);
    expect(lines(followUpEntries({ index, rules }, NO_FILTER, new Set([id]))).slice(0, 2)).toEqual([
      '# Late 1',
      'Send draft',
    ]);
  });

  test('until it is known who I am, nobody is waited for', () => {
    expect(lines(followUpEntries(known(VAULT, []), NO_FILTER)).join('\n')).not.toContain('Waiting on');
  });
});

test('questions: asked again, then by what they are about; on wish what is settled', () => {
  const given = known(VAULT);
  expect(lines(questionEntries(given, NO_QUESTION_FILTER))).toEqual([
    '# Asked again 1',
    'Who signs for Acme?',
    '# Dana Fox 1',
    'Is lunch included?',
  ]);
  expect(lines(questionEntries(given, { ...NO_QUESTION_FILTER, showsClosed: true })).slice(4)).toEqual([
    '# Answered 1',
    'Who was first?',
    '# From before 4 Sep 1',
    'What of the old office?',
  ]);
  expect(closedCount(given)).toBe(2);
  for (const { age, count } of questionGlance(given, NO_QUESTION_FILTER))
    expect([
      age,
      questionEntries(given, { ...NO_QUESTION_FILTER, age }).filter(({ is }) => is === 'row').length,
    ]).toEqual([age, count]);
  expect(
    lines(
      questionEntries(
        { ...given, rules: { ...given.rules, today: '2025-12-03', startDate: '2025-09-04' } },
        { ...NO_QUESTION_FILTER, age: 'lapsed' },
      ),
    ),
  ).toEqual(['# Lapsed 1', 'Who signs for Acme?']);
  expect(lines(questionEntries(given, { ...NO_QUESTION_FILTER, text: 'lunch' }))).toEqual([
    '# Dana Fox 1',
    'Is lunch included?',
  ]);
});

test('proposed tasks: by note, the newest first; what is older than 30 days on wish', () => {
  const given = known({
    ...VAULT,
    'Meetings/2025-10-30 Bo.md': meeting(
      '2025-10-30',
      '"[[Bo Kim]]"',
      `
    ## Action items
    - [ ] Ring Bo @me #proposed
    - [?] Write to Bo @Bo Kim
    - [-] Dismissed @me #proposed
  `,
    ),
    'Meetings/2025-08-01 Bo.md': meeting(
      '2025-08-01',
      '"[[Bo Kim]]"',
      `
    ## Action items
    - [?] Older @me
  `,
    ),
  });
  const shown = (filter: Partial<TriageFilter> = {}) =>
    triageNotes({ ...given, today: TODAY }, { text: '', showsAll: false, ...filter }).map(({ path, tasks }) => [
      path.slice(9, 19),
      ...tasks.map(wordsOf),
    ]);
  expect(shown()).toEqual([
    ['2025-10-30', 'Ring Bo', 'Write to Bo'],
    ['2025-10-28', 'Maybe this'],
  ]);
  expect(shown({ showsAll: true }).map(([date]) => date)).toEqual(['2025-10-30', '2025-10-28', '2025-08-01']);
  expect(shown({ text: 'ring' })).toEqual([['2025-10-30', 'Ring Bo']]);
  expect(proposedCount(given)).toBe(4);
});

test('a meeting’s note: who nobody could place, loose ends, what was open before', () => {
  const summary = noteSummary(known(VAULT), 'Meetings/2025-10-28 Dana.md');
  expect(summary?.unresolved.map(({ name }) => name)).toEqual(['Nobody Known']);
  expect(summary?.loose.map(({ text }) => wordsOf({ text })).sort()).toEqual(['Somebody does it', 'Think of Atlas']);
  expect(summary?.last?.date).toBe('2025-10-14');
  expect(summary?.lastTime.map(({ text }) => wordsOf({ text })).sort()).toEqual([
    'Is lunch included?',
    'Who signs for Acme?',
  ]);
  expect(noteSummary(known(VAULT), 'Projects/Atlas.md')).toBeNull();
});

test('an entity’s page: what is open there', () => {
  const summary = entitySummary(known(VAULT), 'People/Dana Fox.md', new Set());
  expect(summary?.lastMet).toBe('2025-10-28');
  expect(summary?.theirs.map(({ text }) => wordsOf({ text }))).toEqual(['Confirm dates']);
  expect(entitySummary(known(VAULT), 'Meetings/2025-10-28 Dana.md', new Set())).toBeNull();
});

test('a code block’s options; every wrong one is named', () => {
  expect(readBlock('')).toEqual({
    options: { queue: 'follow-ups', show: null, entity: null, owner: null, limit: 20 },
    problems: [],
  });
  expect(readBlock('# mine\nQueue: Waiting on\nentity: [[Dana Fox]]\n\nlimit: 3')).toEqual({
    options: { queue: 'waiting-on', show: null, entity: '[[Dana Fox]]', owner: null, limit: 3 },
    problems: [],
  });
  expect(readBlock('queue: tasks\nlimit: 0\nwho: me').problems).toHaveLength(3);
});
