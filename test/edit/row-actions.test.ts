import fc from 'fast-check';
import type { RowAction } from '../../src/edit/row-action';
import type { RowActionRules, RowSource } from '../../src/edit/act-on-line';
import { planRowAction, planRowActions } from '../../src/edit/row-actions';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { readNote } from '../../src/note/read-note';
import { readTasksSettings } from '../../src/task/tasks-settings';
import { refusalText } from '../refusal-text';

const TODAY = '2025-11-03';
const HEAD = '---\ntype: meeting\ndate: 2025-10-28\n---\n';

interface Given {
  /** The notes as they are by now, by path; those of then are marked. */
  readonly now?: Readonly<Record<string, string>>;
  readonly tasks?: unknown;
  readonly toggleLine?: RowActionRules['toggleLine'];
}

/** What becomes of notes whose lines behind `→` are one row's, by path; a refusal as its sentence. */
function acted(
  marked: Readonly<Record<string, string>>,
  action: RowAction,
  { now, tasks = null, toggleLine }: Given = {},
) {
  const rules = { ...DEFAULT_NOTE_RULES, tasks: readTasksSettings(tasks) };
  const then: Record<string, string> = {};
  const sources: RowSource[] = [];
  for (const [path, text] of Object.entries(marked)) {
    then[path] = text.replace(/→/g, '');
    text.split(/\r\n|\r|\n/).forEach((line, at) => {
      if (line.startsWith('→')) sources.push({ path, line: at + 1, text: line.slice(1) });
    });
  }
  const texts = new Map(Object.entries(now ?? then));
  const how = { rules, today: TODAY, noteThen: (path: string) => readNote(path, then[path] ?? '', rules), toggleLine };
  const plan = planRowAction(sources, action, texts, how);
  if (plan.outcome === 'refused') return refusalText(plan.refusal);
  for (const { path, before } of plan.edits) expect(before).toBe(texts.get(path));
  return { ...Object.fromEntries(texts), ...Object.fromEntries(plan.edits.map(({ path, after }) => [path, after])) };
}

/** The one note behind its frontmatter. */
function note(body: string, action: RowAction, given: Given = {}): string {
  const result = acted({ 'a.md': HEAD + body }, action, given);
  return typeof result === 'string' ? result : (result['a.md'] ?? '').slice(HEAD.length);
}

test('of a task that recurs all open copies are closed, and one next line is written', () => {
  const copy = (mark: string, due: string): string =>
    `${HEAD}## Action items\n${mark}- [ ] Water ferns 🔁 every week 📅 ${due}\n- [ ] Other\n`;
  const closed = (due: string): string => `- [x] Water ferns 🔁 every week 📅 ${due} ✅ 2025-11-03`;
  expect(acted({ 'a.md': copy('→', '2025-10-24'), 'b.md': copy('→', '2025-10-31') }, { do: 'complete' })).toEqual({
    'a.md': `${HEAD}## Action items\n${closed('2025-10-24')}\n- [ ] Other\n`,
    'b.md': `${HEAD}## Action items\n- [ ] Water ferns 🔁 every week 📅 2025-11-07\n${closed('2025-10-31')}\n- [ ] Other\n`,
  });
});

describe('tasks', () => {
  const actions = (line: string): string => `## Action items\n- [ ] One\n${line}\n- [ ] Three 📅 2025-12-01\n`;

  test.each<[string, RowAction, string, string]>([
    [
      'done',
      { do: 'complete' },
      '- [ ] Send draft @Bo 📅 2025-10-31 ^a1',
      '- [x] Send draft @Bo 📅 2025-10-31 ✅ 2025-11-03 ^a1',
    ],
    [
      'done: it recurs',
      { do: 'complete' },
      '- [ ] Water ferns 🔁 every week 📅 2025-10-31',
      '- [ ] Water ferns 🔁 every week 📅 2025-11-07\n- [x] Water ferns 🔁 every week 📅 2025-10-31 ✅ 2025-11-03',
    ],
    ['done: from in progress', { do: 'complete' }, '- [/] Send draft', '- [x] Send draft ✅ 2025-11-03'],
    ['open again', { do: 'reopen' }, '- [x] Send draft ✅ 2025-10-30', '- [ ] Send draft'],
    ['a cancelled one', { do: 'reopen' }, '- [-] Send draft ❌ 2025-10-30', '- [ ] Send draft'],
    ['accepted', { do: 'accept' }, '- [?] Send draft @Bo 📅 2025-10-31 ^a1', '- [ ] Send draft @Bo 📅 2025-10-31 ^a1'],
    ['accepted: by its tag', { do: 'accept' }, '- [ ] Send  draft #Proposed @Bo #auto', '- [ ] Send  draft @Bo #auto'],
    ['accepted: by both, the tag in front', { do: 'accept' }, '- [?]  #proposed Send draft', '- [ ]  Send draft'],
    [
      'accepted: by both, the tag at the end',
      { do: 'accept' },
      '- [?] Send draft 📅 2025-10-31 #proposed',
      '- [ ] Send draft 📅 2025-10-31',
    ],
    ['accepted: begun already', { do: 'accept' }, '- [/] Send draft #proposed', '- [/] Send draft'],
    ['accepted: it was none', { do: 'accept' }, '- [ ] Send draft #proposals', '- [ ] Send draft #proposals'],
    ['dismissed', { do: 'dismiss' }, '- [?] Send draft @Bo', '- [-] Send draft @Bo ❌ 2025-11-03'],
    [
      'dismissed: by its tag',
      { do: 'dismiss' },
      '- [ ] Send draft #proposed',
      '- [-] Send draft #proposed ❌ 2025-11-03',
    ],
    [
      'dismissed: settled before',
      { do: 'dismiss' },
      '- [x] Send draft ✅ 2025-10-30',
      '- [x] Send draft ✅ 2025-10-30',
    ],
    ['due: new', { do: 'due', date: '2025-11-07' }, '- [ ] Send draft @Bo #x', '- [ ] Send draft @Bo #x 📅 2025-11-07'],
    [
      'due: moved where it stands',
      { do: 'due', date: '2025-11-07' },
      '* [ ]  Send   draft 📅 2025-10-31  @[[Bo Kim]] ⏫  ',
      '* [ ]  Send   draft 📅 2025-11-07  @[[Bo Kim]] ⏫  ',
    ],
    ['due: taken away', { do: 'due', date: null }, '- [ ] Send draft 📅 2025-10-31 @Bo', '- [ ] Send draft @Bo'],
    [
      'due: the other form stays as it is',
      { do: 'due', date: '2025-11-07' },
      '- [ ] Send draft [due:: 2025-10-31]',
      '- [ ] Send draft [due:: 2025-11-07]',
    ],
    [
      'snooze: due',
      { do: 'snooze', until: '2025-11-10' },
      '- [ ] Send draft 📅 2025-10-31',
      '- [ ] Send draft 📅 2025-11-10',
    ],
    [
      'snooze: without a date',
      { do: 'snooze', until: '2025-11-10' },
      '- [ ] Send draft',
      '- [ ] Send draft 📅 2025-11-10',
    ],
    [
      'snooze: scheduled, with a due date behind',
      { do: 'snooze', until: '2025-11-10' },
      '- [ ] Send draft ⏳ 2025-11-01 📅 2025-11-30',
      '- [ ] Send draft ⏳ 2025-11-10 📅 2025-11-30',
    ],
    [
      'snooze: scheduled, with a due date before',
      { do: 'snooze', until: '2025-11-10' },
      '- [ ] Send draft ⏳ 2025-11-01 📅 2025-11-04',
      '- [ ] Send draft ⏳ 2025-11-10 📅 2025-11-10',
    ],
    [
      'snooze: start',
      { do: 'snooze', until: '2025-11-10' },
      '- [ ] Send draft 🛫 2025-11-01',
      '- [ ] Send draft 🛫 2025-11-10',
    ],
    [
      'snooze: scheduled goes before start',
      { do: 'snooze', until: '2025-11-10' },
      '- [ ] Send draft 🛫 2025-11-01 ⏳ 2025-11-02',
      '- [ ] Send draft 🛫 2025-11-01 ⏳ 2025-11-10',
    ],
    [
      'priority: new',
      { do: 'priority', priority: 'high' },
      '- [ ] Send draft 📅 2025-10-31',
      '- [ ] Send draft 📅 2025-10-31 ⏫',
    ],
    [
      'priority: other',
      { do: 'priority', priority: 'low' },
      '- [ ] Send draft ⏫ 📅 2025-10-31',
      '- [ ] Send draft 🔽 📅 2025-10-31',
    ],
    [
      'priority: none',
      { do: 'priority', priority: 'none' },
      '- [ ] Send draft ⏫ 📅 2025-10-31',
      '- [ ] Send draft 📅 2025-10-31',
    ],
    [
      'owner: set',
      { do: 'owner', owners: ['[[Ann Lee]]'] },
      '- [ ] Send draft 📅 2025-10-31',
      '- [ ] Send draft @[[Ann Lee]] 📅 2025-10-31',
    ],
    [
      'owner: changed',
      { do: 'owner', owners: ['[[People/Ann Lee/README|Ann Lee]]'] },
      '- [ ] Send draft @Bo Kim 📅 2025-10-31',
      '- [ ] Send draft @[[People/Ann Lee/README|Ann Lee]] 📅 2025-10-31',
    ],
    [
      'owner: of two',
      { do: 'owner', owners: ['Ann Lee'] },
      '- [ ] Send draft @Bo @Cy 📅 2025-10-31',
      '- [ ] Send draft @Ann Lee 📅 2025-10-31',
    ],
    [
      'owner: cleared',
      { do: 'owner', owners: [] },
      '- [ ] Send draft @Bo Kim 📅 2025-10-31',
      '- [ ] Send draft 📅 2025-10-31',
    ],
    [
      'owner: a field',
      { do: 'owner', owners: ['Ann Lee'] },
      '- [ ] Send draft [owner:: Bo] 📅 2025-10-31',
      '- [ ] Send draft [owner:: Ann Lee] 📅 2025-10-31',
    ],
    ['owner: behind @TBD', { do: 'owner', owners: ['Ann Lee'] }, '- [ ] Send draft @TBD', '- [ ] Send draft @Ann Lee'],
    [
      'said so already',
      { do: 'due', date: '2025-10-31' },
      '- [ ] Send draft 📅 2025-10-31',
      '- [ ] Send draft 📅 2025-10-31',
    ],
    ['in a quote', { do: 'complete' }, '> - [ ] Send draft', '> - [x] Send draft ✅ 2025-11-03'],
    [
      'no-break spaces',
      { do: 'due', date: '2025-11-07' },
      '- [ ] Send draft\u00a0📅 2025-10-31',
      '- [ ] Send draft\u00a0📅 2025-11-07',
    ],
  ])('%s', (_, action, before, after) => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(note(actions(`→${before}`).replace(/\n/g, end), action)).toBe(actions(after).replace(/\n/g, end));
    expect(note(`## Action items\n→${before}`, action)).toBe(`## Action items\n${after}`);
  });

  test("in the vault's own format", () => {
    const tasks = { taskFormat: 'dataview' };
    expect(note(actions('→- [ ] Send draft'), { do: 'due', date: '2025-11-07' }, { tasks })).toBe(
      actions('- [ ] Send draft  [due:: 2025-11-07]'),
    );
    expect(note(actions('→- [ ] Send draft'), { do: 'priority', priority: 'high' }, { tasks })).toBe(
      actions('- [ ] Send draft  [priority:: high]'),
    );
    expect(note(actions('→- [ ] Send draft'), { do: 'owner', owners: ['[[Ann Lee]]'] }, { tasks })).toBe(
      actions('- [ ] Send draft @[[Ann Lee]]'),
    );
  });

  test('in a callout', () => {
    expect(note('> [!todo] Action items\n> - [ ] One\n→> - [ ] Two\n', { do: 'due', date: '2025-11-07' })).toBe(
      '> [!todo] Action items\n> - [ ] One\n> - [ ] Two 📅 2025-11-07\n',
    );
  });

  test("done is done, wherever the vault's chain of statuses leads first", () => {
    const statusSettings = {
      coreStatuses: [
        { symbol: ' ', nextStatusSymbol: '/', type: 'TODO' },
        { symbol: '/', nextStatusSymbol: 'D', type: 'IN_PROGRESS' },
        { symbol: 'D', nextStatusSymbol: '-', type: 'DONE' },
        { symbol: '-', nextStatusSymbol: ' ', type: 'CANCELLED' },
      ],
    };
    expect(note('→- [ ] b', { do: 'complete' }, { tasks: { statusSettings } })).toBe('- [D] b ✅ 2025-11-03');
    expect(note('→- [D] b ✅ 2025-11-01', { do: 'reopen' }, { tasks: { statusSettings } })).toBe('- [ ] b');
  });

  test("the Tasks plugin's toggle goes before ours where it leads to done", () => {
    expect(note('→- [ ] b', { do: 'complete' }, { toggleLine: () => ['- [x] b ✅ 2025-11-03 by Tasks'] })).toBe(
      '- [x] b ✅ 2025-11-03 by Tasks',
    );
    expect(note('→- [ ] b', { do: 'complete' }, { toggleLine: () => ['- [/] b'] })).toBe('- [x] b ✅ 2025-11-03');
    expect(note('→- [ ] b', { do: 'complete' }, { toggleLine: () => null })).toBe('- [x] b ✅ 2025-11-03');
  });

  test('what cannot be done surely is not done', () => {
    expect(note('→- [ ] b ðŸ“… 2025-10-31', { do: 'due', date: '2025-11-07' })).toMatch(
      /cannot be changed with certainty/,
    );
    expect(note('→- [ ] b', { do: 'due', date: '2025-02-30' })).toMatch(/cannot be changed with certainty/);
    expect(note('→- [ ] b', { do: 'owner', owners: ['A]] %%'] })).toMatch(/cannot be changed with certainty/);
    expect(note('→- [ ] b', { do: 'owner', owners: ['A\n- [ ] c'] })).toMatch(/cannot be changed with certainty/);
    expect(note('→- [ ] b', { do: 'pin' })).toBe(
      'a.md:5 is not a question: “- [ ] b”; nothing was written, look at the note and choose the line again',
    );
    expect(acted({ 'a.md': `---\nthroughline: false\n---\n→- [ ] b` }, { do: 'complete' })).toMatch(
      /no longer has this line/,
    );
  });
});

describe('a row with several sources', () => {
  const two = (a: string, b: string): Record<string, string> => ({
    'a.md': `${HEAD}${a}\n`,
    'b.md': `${HEAD}x\n\n${b}\n`,
  });

  test('all of them, as one plan', () => {
    expect(
      acted(two('→- [ ] Send it @Bo', '→- [ ] send it! @Bo 📅 2025-10-01'), { do: 'due', date: '2025-11-07' }),
    ).toEqual(two('- [ ] Send it @Bo 📅 2025-11-07', '- [ ] send it! @Bo 📅 2025-11-07'));
    expect(note('→- [ ] Send it\n- [ ] b\n→- [ ] send it\n', { do: 'complete' })).toBe(
      '- [x] Send it ✅ 2025-11-03\n- [ ] b\n- [x] send it ✅ 2025-11-03\n',
    );
  });

  test('several rows at once are one plan, or none', () => {
    const rules = DEFAULT_NOTE_RULES;
    const text = `${HEAD}- [?] a @Bo\n- [ ] b #proposed\n- [x] a @Bo ✅ 2025-09-01\n`;
    const rows = [
      [
        { path: 'a.md', line: 7, text: '- [x] a @Bo ✅ 2025-09-01' },
        { path: 'a.md', line: 5, text: '- [?] a @Bo' },
      ],
      [{ path: 'a.md', line: 6, text: '- [ ] b #proposed' }],
    ];
    const plan = (now: string) =>
      planRowActions(rows, { do: 'accept' }, new Map([['a.md', now]]), {
        rules,
        today: TODAY,
        noteThen: () => readNote('a.md', text, rules),
      });
    expect(plan(text)).toMatchObject({
      outcome: 'planned',
      edits: [{ after: `${HEAD}- [ ] a @Bo\n- [ ] b\n- [x] a @Bo ✅ 2025-09-01\n` }],
    });
    expect(plan(text.replace('b #proposed', 'c #proposed'))).toMatchObject({ outcome: 'refused' });
  });

  test('none, where one is not certain', () => {
    const now = two('- [ ] Send it @Bo', 'gone');
    expect(acted(two('→- [ ] Send it @Bo', '→- [ ] Send it @Bo'), { do: 'complete' }, { now })).toBe(
      'b.md has changed and no longer has this line: “- [ ] Send it @Bo”; nothing was written, look at the note and choose the line again',
    );
    expect(
      acted(
        two('→- [ ] Send it @Bo', '→- [ ] Send it @Bo'),
        { do: 'complete' },
        { now: { 'a.md': now['a.md'] ?? '' } },
      ),
    ).toMatch(/^b\.md is gone/);
  });

  test('copies that were settled before keep their day', () => {
    expect(acted(two('→- [x] Send it ✅ 2025-09-01', '→- [ ] Send it'), { do: 'complete' })).toEqual(
      two('- [x] Send it ✅ 2025-09-01', '- [x] Send it ✅ 2025-11-03'),
    );
    expect(acted(two('→- [x] Send it ✅ 2025-09-01', '→- [ ] Send it'), { do: 'owner', owners: ['Bo'] })).toEqual(
      two('- [x] Send it ✅ 2025-09-01', '- [ ] Send it @Bo'),
    );
    expect(acted(two('→- [x] Send it ✅ 2025-09-01', '→- [x] Send it ✅ 2025-10-30'), { do: 'reopen' })).toEqual(
      two('- [x] Send it ✅ 2025-09-01', '- [ ] Send it'),
    );
    expect(acted(two('→- [x] Send it ✅ 2025-10-30', '→- [x] Send it ✅ 2025-10-30'), { do: 'reopen' })).toEqual(
      two('- [ ] Send it', '- [ ] Send it'),
    );
    expect(acted(two('→- [x] Send it', '→- [x] Send it'), { do: 'complete' })).toEqual(
      two('- [x] Send it', '- [x] Send it'),
    );
  });
});

describe('a note that changed meanwhile', () => {
  const BODY = '## Action items\n→- [ ] Send it @Bo\n- [ ] Call Ann\n## Follow-ups\n- [ ] Send it @Bo\n';
  const after = (now: string) => note(BODY, { do: 'complete' }, { now: { 'a.md': HEAD + now } });

  test('the line is found by its text and section', () => {
    expect(after('New\n\n## Action items\n- [ ] Call Ann\n- [ ] Send it @Bo\n## Follow-ups\n- [ ] Send it @Bo\n')).toBe(
      'New\n\n## Action items\n- [ ] Call Ann\n- [x] Send it @Bo ✅ 2025-11-03\n## Follow-ups\n- [ ] Send it @Bo\n',
    );
    expect(after('## Action items\n- [ ] Send it @Bo\n## Follow-ups\n')).toBe(
      '## Action items\n- [x] Send it @Bo ✅ 2025-11-03\n## Follow-ups\n',
    );
  });

  test('of twins the one with its place among them, while they are as many', () => {
    const twins = '## Action items\n- [ ] Send it\n→- [ ] Send it\n- [ ] b\n';
    const twin = (now: string) => note(twins, { do: 'complete' }, { now: { 'a.md': HEAD + now } });
    expect(note(twins, { do: 'complete' })).toBe(
      '## Action items\n- [ ] Send it\n- [x] Send it ✅ 2025-11-03\n- [ ] b\n',
    );
    expect(twin('## Action items\n- [ ] Send it\n- [ ] b\n- [ ] Send it\n')).toBe(
      '## Action items\n- [ ] Send it\n- [ ] b\n- [x] Send it ✅ 2025-11-03\n',
    );
    expect(twin('## Action items\n- [ ] Send it\n- [ ] b\n')).toMatch(/not certain which line/);
    expect(twin('## Action items\n- [ ] Send it\n- [ ] Send it\n- [ ] Send it\n')).toMatch(/not certain which line/);
  });

  test.each([
    ['it went', '## Action items\n- [ ] Call Ann\n', /no longer has this line/],
    ['it was changed', '## Action items\n- [ ] Send it @Bo 📅 2025-11-30\n', /no longer has this line/],
    ['it was ticked', '## Action items\n- [x] Send it @Bo\n', /no longer has this line/],
    ['it went into a fence', '## Action items\n```\n- [ ] Send it @Bo\n```\n', /no longer has this line/],
    ['its section went', '- [ ] Send it @Bo\n\n- [ ] Send it @Bo\n', /not certain which line/],
  ])('%s: declined', (_, now, why) => {
    expect(after(now)).toMatch(why);
  });

  test('an edit is computed again from what is there, or given up', () => {
    const rules = DEFAULT_NOTE_RULES;
    const then = `${HEAD}- [ ] a\n- [ ] b\n`;
    const plan = planRowAction(
      [{ path: 'a.md', line: 6, text: '- [ ] b' }],
      { do: 'complete' },
      new Map([['a.md', then]]),
      { rules, today: TODAY, noteThen: () => readNote('a.md', then, rules) },
    );
    if (plan.outcome === 'refused') throw new Error(plan.refusal.code);
    expect(plan.again('a.md', `${HEAD}new\n- [ ] b\n`)).toMatchObject({
      text: `${HEAD}new\n- [x] b ✅ 2025-11-03\n`,
    });
    expect(plan.again('a.md', `${HEAD}new\n`)).toMatchObject({ outcome: 'refused' });
  });
});

describe('questions', () => {
  const asked = (lines: string): string => `## Open questions\n${lines}\n`;

  test.each<[string, RowAction, string, string]>([
    ['pinned', { do: 'pin' }, '→- Who signs? ^q1', '- Who signs? #pin ^q1'],
    ['pinned: a checkbox', { do: 'pin' }, '→- [ ] Who signs?', '- [ ] Who signs? #pin'],
    ['pinned: a paragraph', { do: 'pin' }, '→Who signs?', '#pin Who signs?'],
    ['pinned already', { do: 'pin' }, '→- Who signs? #pin', '- Who signs? #pin'],
    ['unpinned', { do: 'unpin' }, '→- Who signs? #pin ^q1', '- Who signs? ^q1'],
    ['unpinned: at the front', { do: 'unpin' }, '→#pin Who signs?', 'Who signs?'],
    ['unpinned: it was not', { do: 'unpin' }, '→- Who signs?', '- Who signs?'],
    [
      'answered',
      { do: 'answer', answer: 'Bo Kim,\nfrom May' },
      '→- Who signs?\n- Why?',
      '- Who signs?\n  - Answer: Bo Kim, from May [answered:: 2025-11-03]\n- Why?',
    ],
    [
      'answered: a checkbox is ticked',
      { do: 'answer', answer: 'Bo' },
      '→- [ ] Who signs?',
      '- [x] Who signs? ✅ 2025-11-03\n  - Answer: Bo [answered:: 2025-11-03]',
    ],
    [
      'answered: a paragraph',
      { do: 'answer', answer: 'Bo' },
      '→Who signs?',
      'Who signs?\nAnswer: Bo [answered:: 2025-11-03]',
    ],
    ['settled', { do: 'answer', answer: '' }, '→- Who signs? ^q1', '- Who signs? [answered:: 2025-11-03] ^q1'],
    ['settled: a checkbox', { do: 'answer', answer: ' ' }, '→- [?] Who signs?', '- [x] Who signs? ✅ 2025-11-03'],
    ['dropped', { do: 'drop' }, '→- Who signs? ^q1', '- ~~Who signs?~~ ^q1'],
    ['dropped: a checkbox', { do: 'drop' }, '→- [ ] Who signs?', '- [-] Who signs? ❌ 2025-11-03'],
    ['dropped: a paragraph', { do: 'drop' }, '→Who signs?', '~~Who signs?~~'],
    ['dropped: answered already', { do: 'drop' }, '→- Who signs?\n  - A: Ann', '- Who signs?\n  - A: Ann'],
    ['answered already', { do: 'answer', answer: 'Bo' }, '→- Who signs?\n  - A: Ann', '- Who signs?\n  - A: Ann'],
  ])('%s', (_, action, before, after) => {
    for (const end of ['\n', '\r\n'])
      expect(note(asked(before).replace(/\n/g, end), action)).toBe(asked(after).replace(/\n/g, end));
  });

  test('settled: a paragraph', () => {
    expect(note(asked('→Who signs?'), { do: 'answer', answer: '' })).toBe(asked('~~Who signs?~~'));
  });

  test('wherever it was asked', () => {
    const text = (line: string): string => `${HEAD}## Open questions\n${line}\n`;
    expect(
      acted({ 'a.md': text('→- Who signs?'), 'b.md': text('→- who signs??') }, { do: 'answer', answer: 'Bo' }),
    ).toEqual({
      'a.md': text('- Who signs?\n  - Answer: Bo [answered:: 2025-11-03]'),
      'b.md': text('- who signs??\n  - Answer: Bo [answered:: 2025-11-03]'),
    });
  });
});

describe('what was raised', () => {
  test.each([
    ['→- Pilot budget [[Dana Fox]] #raise', '- ~~Pilot budget [[Dana Fox]] #raise~~'],
    ['→- [ ] Pilot budget [[Dana Fox]] #raise', '- [x] Pilot budget [[Dana Fox]] #raise ✅ 2025-11-03'],
    ['→- #raise Pilot budget [[Dana Fox]] ^r1', '- ~~Pilot budget [[Dana Fox]] #raise~~ ^r1'],
    ['→Pilot budget @Dana Fox #raise', '~~Pilot budget @Dana Fox #raise~~'],
  ])('%s', (before, after) => {
    expect(note(`# Notes\n\n${before}\n- b\n`, { do: 'raised' })).toBe(`# Notes\n\n${after}\n- b\n`);
    expect(note(`## Key facts\n${before}\n\n- b\n`, { do: 'raised' })).toBe(`## Key facts\n${after}\n\n- b\n`);
  });
});

const LINES = [
  '- [ ] Send it',
  '- [ ] Send it',
  '- [x] Done ✅ 2025-10-01',
  '- [ ] Call @Bo 📅 2025-10-31',
  '- Who signs?',
  '- Who signs?',
  'Why?',
  '- a fact',
  '> - [ ] quoted',
  '## Action items',
  '## Open questions',
  '## Key facts',
  '```',
  '%%',
  '',
  '    - [ ] code',
  '- [ ] Water 🔁 every day 📅 2025-11-01',
  '- [?] Maybe @Bo',
  '- [ ] Perhaps #proposed',
  '- Ask [[Dana Fox]] #raise',
];
const ACTIONS: readonly RowAction[] = [
  { do: 'complete' },
  { do: 'reopen' },
  { do: 'accept' },
  { do: 'dismiss' },
  { do: 'drop' },
  { do: 'due', date: '2025-11-07' },
  { do: 'due', date: null },
  { do: 'snooze', until: '2025-11-07' },
  { do: 'priority', priority: 'high' },
  { do: 'owner', owners: ['[[Ann Lee]]'] },
  { do: 'owner', owners: [] },
  { do: 'pin' },
  { do: 'unpin' },
  { do: 'answer', answer: 'Bo' },
  { do: 'answer', answer: '' },
  { do: 'raised' },
];

test('only the named lines change', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 14 }),
      fc.nat(),
      fc.constantFrom(...ACTIONS),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      (lines, pick, action, end, final) => {
        const rules = DEFAULT_NOTE_RULES;
        const text = (HEAD + lines.join('\n') + (final ? '\n' : '')).replace(/\n/g, end);
        const then = readNote('a.md', text, rules);
        const items = [...then.tasks, ...then.questions, ...then.raises];
        const item = items[pick % Math.max(items.length, 1)];
        fc.pre(item !== undefined);
        const source = { path: 'a.md', line: item.line, text: item.source };
        const plan = planRowAction([source], action, new Map([['a.md', text]]), {
          rules,
          today: TODAY,
          noteThen: () => then,
        });
        if (plan.outcome === 'refused' || plan.edits.length === 0) return;
        const rows = text.split(end);
        const [change] = plan.changes;
        expect(plan.changes).toHaveLength(1);
        expect(change).toMatchObject({ line: item.line, before: item.source });
        const expected = [...rows.slice(0, item.line - 1), ...(change?.after ?? []), ...rows.slice(item.line)];
        const answered = [...(change?.after ?? [])].pop() ?? '';
        // An answer stands below what else the question holds.
        const given = (plan.edits[0]?.after ?? '').split(end);
        expect(answered.includes('Answer:') ? given.filter((row) => row !== answered) : given).toEqual(
          answered.includes('Answer:') ? expected.filter((row) => row !== answered) : expected,
        );
      },
    ),
    { numRuns: 400 },
  );
});
