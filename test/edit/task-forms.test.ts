/** Acting on tasks that are no checkbox. */
import { completeTask } from '../../src/edit/complete-task';
import type { RowAction } from '../../src/edit/row-action';
import { planRowAction } from '../../src/edit/row-actions';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { readNote } from '../../src/note/read-note';
import { readTasksSettings } from '../../src/task/tasks-settings';
import { refusalText } from '../refusal-text';

const TODAY = '2025-11-03';
const HEAD = '---\ntype: meeting\ndate: 2025-10-28\nattendees: [Ann Lee, Bo Kim]\n---\n';

/** What an action makes of the line behind `→`: the whole body again, or the refusal as its sentence. */
function acted(marked: string, action: RowAction, tasks: unknown = null): string {
  const body = HEAD + marked;
  const text = body.replace('→', '');
  const line = body.slice(0, body.indexOf('→')).split('\n').length;
  const rules = { ...DEFAULT_NOTE_RULES, tasks: readTasksSettings(tasks) };
  const note = readNote('a.md', text, rules);
  const source = { path: 'a.md', line, text: text.split('\n')[line - 1] ?? '' };
  const how = { rules, today: TODAY };
  const plan = planRowAction([source], action, new Map([['a.md', text]]), { ...how, noteThen: () => note });
  const after = plan.outcome === 'refused' ? null : (plan.edits[0]?.after ?? text);
  if (action.do === 'complete') {
    // The command on the line says the same.
    const there = completeTask(text, { path: 'a.md', line }, how);
    expect(there.outcome === 'refused' ? null : there.text).toBe(after);
  }
  return after === null ? (plan.outcome === 'refused' ? refusalText(plan.refusal) : '') : after.slice(HEAD.length);
}

const ACTIONS = '## Action items\n';

describe('a bullet', () => {
  test.each<[string, RowAction, string, string]>([
    ['done', { do: 'complete' }, '- Ann to send it', '- [x] Ann to send it ✅ 2025-11-03'],
    ['done: numbered', { do: 'complete' }, '2. Ann to send it', '2. [x] Ann to send it ✅ 2025-11-03'],
    ['done: numbered with a bracket', { do: 'complete' }, '10) Ann to send it', '10) [x] Ann to send it ✅ 2025-11-03'],
    ['done: its marker and gap stay', { do: 'complete' }, '*   Ann to send it', '*   [x] Ann to send it ✅ 2025-11-03'],
    ['done: its block id stays last', { do: 'complete' }, '- Send it @Ann ^a1', '- [x] Send it @Ann ✅ 2025-11-03 ^a1'],
    ['done: due in words', { do: 'complete' }, '- Bo: book it by Friday', '- [x] Bo: book it by Friday ✅ 2025-11-03'],
    ['done: a checkbox without its blank', { do: 'complete' }, '- [] Ring Bo', '- [x] Ring Bo ✅ 2025-11-03'],
    [
      'done: it recurs',
      { do: 'complete' },
      '- Count 🔁 every week 📅 2025-10-31',
      '- [ ] Count 🔁 every week 📅 2025-11-07\n- [x] Count 🔁 every week 📅 2025-10-31 ✅ 2025-11-03',
    ],
    ['cancelled', { do: 'dismiss' }, '- Ann to send it', '- [-] Ann to send it ❌ 2025-11-03'],
    ['due', { do: 'due', date: '2025-11-07' }, '- Ann to send it', '- Ann to send it 📅 2025-11-07'],
    [
      'due: the words stay',
      { do: 'due', date: '2025-11-07' },
      '- Ann to send it by Friday',
      '- Ann to send it by Friday 📅 2025-11-07',
    ],
    ['due: moved', { do: 'due', date: '2025-11-07' }, '- Send it 📅 2025-10-31 @Ann', '- Send it 📅 2025-11-07 @Ann'],
    ['due: gone', { do: 'due', date: null }, '- Send it 📅 2025-10-31 @Ann', '- Send it @Ann'],
    ['snoozed', { do: 'snooze', until: '2025-11-10' }, '- Ann to send it', '- Ann to send it 📅 2025-11-10'],
    ['priority', { do: 'priority', priority: 'high' }, '- Ann to send it', '- Ann to send it ⏫'],
    ['owner', { do: 'owner', owners: ['[[Bo Kim]]'] }, '- Send it', '- Send it @[[Bo Kim]]'],
    ['owner: another', { do: 'owner', owners: ['Bo Kim'] }, '- Send it @Ann', '- Send it @Bo Kim'],
    ['accepted', { do: 'accept' }, '- Send it #proposed @Ann', '- Send it @Ann'],
  ])('%s', (_, action, line, after) => {
    expect(acted(`${ACTIONS}- [ ] One\n→${line}\n  - detail\n- Bo to call\n`, action)).toBe(
      `${ACTIONS}- [ ] One\n${after}\n  - detail\n- Bo to call\n`,
    );
  });

  test('in a callout, in another list item, with a marker anywhere', () => {
    expect(acted('> [!todo] Action items\n→> - Ann to send it\n', { do: 'complete' })).toBe(
      '> [!todo] Action items\n> - [x] Ann to send it ✅ 2025-11-03\n',
    );
    expect(acted('## Notes\n- Boats\n→\t- Action: Ann to send it\n', { do: 'complete' })).toBe(
      '## Notes\n- Boats\n\t- [x] Action: Ann to send it ✅ 2025-11-03\n',
    );
    expect(acted('## Notes\n→- **TODO (Bo):** send it\n', { do: 'due', date: '2025-11-07' })).toBe(
      '## Notes\n- **TODO (Bo):** send it 📅 2025-11-07\n',
    );
  });

  test('what a bullet cannot take is declined', () => {
    expect(acted(`${ACTIONS}→- Ann to send it by Friday\n`, { do: 'due', date: null })).toMatch(
      /cannot be changed with certainty/,
    );
    expect(acted(`${ACTIONS}→- Ann to send it\n`, { do: 'owner', owners: [] })).toMatch(
      /cannot be changed with certainty/,
    );
    expect(acted(`${ACTIONS}→- Send it\n  - Owner: Ann Lee\n`, { do: 'owner', owners: ['Bo Kim'] })).toMatch(
      /cannot be changed with certainty/,
    );
    expect(acted(`${ACTIONS}→- ~~Ann to send it~~\n`, { do: 'reopen' })).toBe(
      'the task in a.md:7 is struck through: “- ~~Ann to send it~~”; remove the “~~” first',
    );
    expect(acted(`${ACTIONS}→- Ann to send it\n`, { do: 'complete' }, { globalFilter: '#task' })).toMatch(
      /would be a checkbox without “#task”/,
    );
    expect(acted(`${ACTIONS}→- Ann to send it\n`, { do: 'due', date: '2025-11-07' }, { globalFilter: '#task' })).toBe(
      `${ACTIONS}- Ann to send it 📅 2025-11-07\n`,
    );
  });
});

describe('a row', () => {
  const table = (row: string, head = '| Action | Owner | Due | Status |'): string =>
    `${ACTIONS}${head}\n|--------|-------|-----|--------|\n| Call Bo | Ann | | Open |\n${row}\n\nThe end.\n`;

  test.each<[string, RowAction, string, string]>([
    ['done', { do: 'complete' }, '| Send it | Bo | Fri | Open   |', '| Send it | Bo | Fri | Done   |'],
    [
      'done: the cell was empty',
      { do: 'complete' },
      '| Send it | Bo | Fri |        |',
      '| Send it | Bo | Fri | Done   |',
    ],
    ['done: the cell had no room', { do: 'complete' }, '|Send it|Bo|Fri||', '|Send it|Bo|Fri| Done |'],
    ['done: the cell was left out', { do: 'complete' }, '| Send it | Bo | Fri |', '| Send it | Bo | Fri | Done |'],
    ['done: two cells were left out', { do: 'complete' }, '| Send it | Bo', '| Send it | Bo | | Done'],
    ['done: no pipes at the ends', { do: 'complete' }, 'Send it | Bo | Fri | Open', 'Send it | Bo | Fri | Done'],
    [
      'done: a pipe in a link',
      { do: 'complete' },
      '| Send it to [[Bo Kim\\|Bo]] | Ann | | |',
      '| Send it to [[Bo Kim\\|Bo]] | Ann | | Done |',
    ],
    [
      'done: a box in the cell',
      { do: 'complete' },
      '| Send it | Bo | Fri | [ ]    |',
      '| Send it | Bo | Fri | [x]    |',
    ],
    ['open again', { do: 'reopen' }, '| Send it | Bo | Fri | Done   |', '| Send it | Bo | Fri |        |'],
    ['cancelled', { do: 'dismiss' }, '| Send it | Bo | Fri | Open |', '| Send it | Bo | Fri | Cancelled |'],
    [
      'due',
      { do: 'due', date: '2025-11-07' },
      '| Send it | Bo |            | Open |',
      '| Send it | Bo | 2025-11-07 | Open |',
    ],
    [
      'due: none yet',
      { do: 'due', date: '2025-11-07' },
      '| Send it | Bo | TBD | Open |',
      '| Send it | Bo | 2025-11-07 | Open |',
    ],
    [
      'due: moved',
      { do: 'due', date: '2025-11-07' },
      '| Send it | Bo | 2025-10-31 | Open |',
      '| Send it | Bo | 2025-11-07 | Open |',
    ],
    [
      'due: gone',
      { do: 'due', date: null },
      '| Send it | Bo | 2025-10-31 | Open |',
      '| Send it | Bo |            | Open |',
    ],
    [
      'due: the words stay',
      { do: 'due', date: '2025-11-07' },
      '| Send it | Bo | Fri | Open |',
      '| Send it 📅 2025-11-07 | Bo | Fri | Open |',
    ],
    [
      'snoozed',
      { do: 'snooze', until: '2025-11-10' },
      '| Send it | Bo | | Open |',
      '| Send it | Bo | 2025-11-10 | Open |',
    ],
    ['priority', { do: 'priority', priority: 'high' }, '| Send it | Bo | | Open |', '| Send it ⏫ | Bo | | Open |'],
    [
      'owner',
      { do: 'owner', owners: ['[[Ann Lee]]'] },
      '| Send it | Bo | | Open |',
      '| Send it | [[Ann Lee]] | | Open |',
    ],
    [
      'owner: a link with a name',
      { do: 'owner', owners: ['[[P/Ann Lee|Ann Lee]]'] },
      '| Send it | Bo | | Open |',
      '| Send it | [[P/Ann Lee\\|Ann Lee]] | | Open |',
    ],
    ['owner: nobody', { do: 'owner', owners: [] }, '| Send it | Bo | | Open |', '| Send it |    | | Open |'],
  ])('%s', (_, action, line, after) => {
    expect(acted(table(`→${line}`), action)).toBe(table(after));
  });

  test('the word for done is the table’s own, else its language’s', () => {
    const done = (head: string, above: string): string =>
      acted(`${ACTIONS}${head}\n|---|---|---|\n${above}\n→| Boot kaufen | Bo | |\n`, { do: 'complete' }).split(
        '\n',
      )[4] ?? '';
    expect(done('| Aufgabe | Wer | Status |', '| Bo anrufen | Ann | |')).toBe('| Boot kaufen | Bo | Erledigt |');
    expect(done('| Aufgabe | Wer | Status |', '| Bo anrufen | Ann | ✅ |')).toBe('| Boot kaufen | Bo | ✅ |');
    expect(done('| Tarea | Responsable | Estado |', '| a | Ann | |')).toBe('| Boot kaufen | Bo | Hecho |');
    expect(done('| Task | Owner | Done? |', '| a | Ann | closed |')).toBe('| Boot kaufen | Bo | closed |');
  });

  test('what a row cannot take is declined', () => {
    const bare = `${ACTIONS}| Action | Owner |\n|---|---|\n→| Send it | Bo |\n`;
    expect(acted(bare, { do: 'complete' })).toBe(
      'the table in a.md:9 has no Status column: “| Send it | Bo |”; add one, or change the note yourself',
    );
    expect(acted(bare, { do: 'due', date: '2025-11-07' })).toBe(
      bare.replace('→', '').replace('Send it', 'Send it 📅 2025-11-07'),
    );
    expect(acted(table('→| Count 🔁 every week 📅 2025-10-31 | Bo | | |'), { do: 'complete' })).toMatch(/recurs/);
  });
});

describe('a line of a paragraph', () => {
  test.each<[string, RowAction, string, string]>([
    ['due', { do: 'due', date: '2025-11-07' }, 'Action: Ann to send it', 'Action: Ann to send it 📅 2025-11-07'],
    [
      'snoozed',
      { do: 'snooze', until: '2025-11-10' },
      'Action: Ann to send it',
      'Action: Ann to send it 📅 2025-11-10',
    ],
    ['priority', { do: 'priority', priority: 'low' }, '**Action:** Ann to send it', '**Action:** Ann to send it 🔽'],
    ['owner', { do: 'owner', owners: ['Bo Kim'] }, 'TODO: send it', 'TODO: send it @Bo Kim'],
    ['done: a box without a marker', { do: 'complete' }, '[ ] Ann to send it', '[x] Ann to send it ✅ 2025-11-03'],
    ['done: a box glued to its marker', { do: 'complete' }, '-[ ] Ann to send it', '-[x] Ann to send it ✅ 2025-11-03'],
    ['open again', { do: 'reopen' }, '-[x] Ann to send it ✅ 2025-10-30', '-[ ] Ann to send it'],
  ])('%s', (_, action, line, after) => {
    expect(acted(`## Notes\nWe met.\n→${line}\nIt rained.\n`, action)).toBe(
      `## Notes\nWe met.\n${after}\nIt rained.\n`,
    );
  });

  test('it has no status', () => {
    for (const action of [{ do: 'complete' }, { do: 'dismiss' }] as const)
      expect(acted('## Notes\n→Action: Ann to send it\n', action)).toBe(
        'the task in a.md:7 is plain text and has no status: “Action: Ann to send it”; make it a checkbox, such as “- [ ] Send minutes”',
      );
  });
});

test('a marked bullet says the same once it is a checkbox', () => {
  const read = (line: string) =>
    readNote('a.md', `${HEAD}## Notes\n${line}\n`, DEFAULT_NOTE_RULES).tasks.map(({ text, candidates }) => [
      text,
      candidates,
    ]);
  for (const words of ['Action: Ann to send it', '**TODO (Bo):** send it', 'Action item - Ann sends it'])
    expect(read(`- [ ] ${words}`)).toEqual(read(`- ${words}`));
});
