import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTask } from '../../src/task/parse';
import type { TaskFormat } from '../../src/task/signifiers';
import { moveToStatus, toggleTask } from '../../src/task/toggle';
import { DEFAULT_TASK_RULES, readTasksSettings, type TaskRules } from '../../src/task/tasks-settings';

/** What Tasks 8.3 made of a line, recorded by running it. */
interface RecordedToggle {
  today: string;
  line: string;
  format: TaskFormat;
  expected: { text: string };
}

const cases = readFileSync(join(__dirname, 'toggle-cases.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as RecordedToggle);

describe('what Tasks makes of a line', () => {
  test.each(cases)('$line', ({ line, format, today, expected }) => {
    const rules = { ...DEFAULT_TASK_RULES, format };
    const fields = (text: string): unknown => text.split('\n').map((one) => parseTask(one, rules));
    expect(fields(toggleTask(line, rules, today)?.lines.join('\n') ?? '')).toEqual(fields(expected.text));
  });
});

function check(line: string, toggled: string[] | null, rules: Partial<TaskRules> = {}, today = '2025-06-15'): void {
  expect(toggleTask(line, { ...DEFAULT_TASK_RULES, ...rules }, today)?.lines ?? null).toEqual(toggled);
}

describe('a toggle', () => {
  test('changes the status and its date, and no other byte', () => {
    check('- [ ] Send deck', ['- [x] Send deck ✅ 2025-06-15']);
    check('- [x] Send deck ✅ 2025-01-01', ['- [ ] Send deck']);
    check('> 1) [/]  Send  deck   @Ann Lee ⏫   ^a1', ['> 1) [x]  Send  deck   @Ann Lee ⏫ ✅ 2025-06-15   ^a1']);
    check('- [x] Send ✅ 2025-01-01  📅 2025-02-01', ['- [ ] Send  📅 2025-02-01']);
    check('- [x] Send ✅ 2025-01-01⏫', ['- [ ] Send ⏫']);
    check('- [x] ✅ 2025-01-01 ⏫', ['- [ ] ⏫']);
    check('- [x] ✅ 2025-01-01', ['- [ ] ']);
    check('- [ ]', ['- [x] ✅ 2025-06-15']);
    check('- [🔥] Send', ['- [x] Send ✅ 2025-06-15']);
  });

  test('keeps what Tasks loses', () => {
    check('- [ ] Send 📅 2025-02-30', ['- [x] Send 📅 2025-02-30 ✅ 2025-06-15']);
    check('- [ ] Send 🏁 archive', ['- [x] Send 🏁 archive ✅ 2025-06-15']);
    check('- [ ] Send 🔁 every dåy', ['- [x] Send 🔁 every dåy ✅ 2025-06-15']);
    check('- [ ] Send 🔁 every blue moon', ['- [x] Send 🔁 every blue moon ✅ 2025-06-15']);
    check('- [ ] Send  ', ['- [x] Send ✅ 2025-06-15  ']);
    check('- [ ] Send\r', ['- [x] Send ✅ 2025-06-15\r']);
    check('- [ ] Send\u2028and more', ['- [x] Send ✅ 2025-06-15\u2028and more']);
    check('- [ ] Send 📅 2025-01-01 📅 2025-02-02', ['- [x] Send 📅 2025-01-01 📅 2025-02-02 ✅ 2025-06-15']);
    check('- [ ] Send 🗓️2025-01-01', ['- [x] Send 🗓️2025-01-01 ✅ 2025-06-15']);
    check('- [ ] $1 $& $$', ['- [x] $1 $& $$ ✅ 2025-06-15']);
  });

  test('takes every double of a date away', () => {
    check('- [x] Send ✅ 2025-01-01 ⏫ ✅ 2025-02-02', ['- [ ] Send ⏫']);
  });

  test('the next copy is made of the same text', () => {
    check('- [ ] Bins  @Ann Lee 🔁 every week  🗓️2025-06-10 🆔 a1 ➕ 2025-01-01 ^b\r', [
      '- [ ] Bins  @Ann Lee 🔁 every week  🗓️2025-06-17\r',
      '- [x] Bins  @Ann Lee 🔁 every week  🗓️2025-06-10 🆔 a1 ➕ 2025-01-01 ✅ 2025-06-15 ^b\r',
    ]);
    check('- [ ] Bins 🔁 every week, maybe 📅 2025-06-10', [
      '- [ ] Bins 🔁 every week, maybe 📅 2025-06-17',
      '- [x] Bins 🔁 every week, maybe 📅 2025-06-10 ✅ 2025-06-15',
    ]);
  });

  test('below the done one, with a created date, without its scheduled date, as the settings say', () => {
    check(
      '- [ ] Bins 🔁 every week 📅 2025-06-10',
      ['- [x] Bins 🔁 every week 📅 2025-06-10 ✅ 2025-06-15', '- [ ] Bins 🔁 every week 📅 2025-06-17'],
      { recurrenceOnNextLine: true },
    );
    check(
      '- [ ] Bins 🔁 every week 📅 2025-06-10',
      ['- [ ] Bins 🔁 every week 📅 2025-06-17 ➕ 2025-06-15', '- [x] Bins 🔁 every week 📅 2025-06-10'],
      { setCreatedDate: true, setDoneDate: false },
    );
    check(
      '- [ ] Bins 🔁 every week ⏳ 2025-06-09 📅 2025-06-10',
      ['- [ ] Bins 🔁 every week 📅 2025-06-17', '- [x] Bins 🔁 every week ⏳ 2025-06-09 📅 2025-06-10 ✅ 2025-06-15'],
      { removeScheduledDateOnRecurrence: true },
    );
    check(
      '- [ ] Bins 🔁 every week ⏳ 2025-06-09',
      ['- [ ] Bins 🔁 every week ⏳ 2025-06-16', '- [x] Bins 🔁 every week ⏳ 2025-06-09 ✅ 2025-06-15'],
      { removeScheduledDateOnRecurrence: true },
    );
  });

  test('🏁 delete takes the done line away, and leaves the next copy', () => {
    check('- [ ] Bins 🏁 delete', []);
    check('- [ ] Bins 🔁 every day 🏁 Delete 📅 2025-06-10', ['- [ ] Bins 🔁 every day 🏁 Delete 📅 2025-06-11']);
    check('- [x] Bins 🏁 delete', ['- [ ] Bins 🏁 delete']);
  });

  test('a rule that has run out leaves no copy', () => {
    check('- [ ] Bins 🔁 every day until January 1, 2025 📅 2025-06-10', [
      '- [x] Bins 🔁 every day until January 1, 2025 📅 2025-06-10 ✅ 2025-06-15',
    ]);
    check('- [ ] Bins 🔁 every month on the 30th in February 📅 2025-06-10', [
      '- [x] Bins 🔁 every month on the 30th in February 📅 2025-06-10 ✅ 2025-06-15',
    ]);
  });

  test('leap days and long months come back where Tasks has them', () => {
    check('- [ ] Bins 🔁 every year 📅 2024-02-29', [
      '- [ ] Bins 🔁 every year 📅 2025-02-28',
      '- [x] Bins 🔁 every year 📅 2024-02-29 ✅ 2025-06-15',
    ]);
    check('- [ ] Bins 🔁 every 2 months 📅 2025-12-31', [
      '- [ ] Bins 🔁 every 2 months 📅 2026-02-28',
      '- [x] Bins 🔁 every 2 months 📅 2025-12-31 ✅ 2025-06-15',
    ]);
  });

  test('by the statuses of the vault', () => {
    const { statuses } = readTasksSettings({
      statusSettings: {
        coreStatuses: [
          { symbol: ' ', name: 'Todo', nextStatusSymbol: '/', type: 'TODO' },
          { symbol: 'x', name: 'Done', nextStatusSymbol: '-', type: 'DONE' },
        ],
        customStatuses: [
          { symbol: '/', name: 'Doing', nextStatusSymbol: 'x', type: 'IN_PROGRESS' },
          { symbol: '-', name: 'Dropped', nextStatusSymbol: ' ', type: 'CANCELLED' },
        ],
      },
    });
    check('- [ ] Send', ['- [/] Send'], { statuses });
    check('- [x] Send ✅ 2025-01-01', ['- [-] Send ❌ 2025-06-15'], { statuses });
    check(
      '- [/] Send 🔁 every day 📅 2025-06-10',
      ['- [ ] Send 🔁 every day 📅 2025-06-11', '- [x] Send 🔁 every day 📅 2025-06-10 ✅ 2025-06-15'],
      { statuses },
    );
  });

  test('in the Dataview form', () => {
    check('- [ ] Send [due:: 2025-06-10]', ['- [x] Send [due:: 2025-06-10]  [completion:: 2025-06-15]'], {
      format: 'dataview',
    });
    check(
      '- [ ] Send (due:: 2025-06-10), [repeat:: every day] ^b',
      [
        '- [ ] Send (due:: 2025-06-11), [repeat:: every day]',
        '- [x] Send (due:: 2025-06-10), [repeat:: every day]  [completion:: 2025-06-15] ^b',
      ],
      { format: 'dataview' },
    );
  });

  test('no task, no toggle', () => {
    check('Send deck', null);
    check('- Send deck', null);
    check('- [ ] Send deck', null, { globalFilter: '#task' });
  });
});

describe('a move to a status of choice', () => {
  test('stamps what it enters and clears what it leaves', () => {
    const move = (line: string, symbol: string): unknown =>
      moveToStatus(line, symbol, DEFAULT_TASK_RULES, '2025-06-15')?.lines;
    expect(move('- [ ] Send', '-')).toEqual(['- [-] Send ❌ 2025-06-15']);
    expect(move('- [-] Send ❌ 2025-06-15', 'x')).toEqual(['- [x] Send ✅ 2025-06-15']);
    expect(move('- [?] Send', ' ')).toEqual(['- [ ] Send']);
    expect(move('- [x] Send ✅ 2025-01-01', 'x')).toEqual(['- [x] Send ✅ 2025-01-01']);
  });
});

test('every rule comes round or has run out: none is searched for ever', () => {
  const rules = [
    'every hour on the 30th in February',
    'every minute on the 30th in February',
    'every week on the 31st in February',
    'every year in week 53',
    'every 2 years in week 53',
    'every 999999 months',
    'every 99999999999 days',
    'every 99999999 weeks',
    'every minute',
    'every hour',
    'every 5000 years',
    'every day for 1 time',
    'every month on the 30th in February',
    'every 400 hours',
  ];
  for (const rule of rules)
    for (const date of ['2025-01-31', '2024-02-29', '0000-01-01', '9999-12-31']) {
      const toggled = toggleTask(`- [ ] Bins 🔁 ${rule} 📅 ${date}`, DEFAULT_TASK_RULES, '2025-06-15');
      expect(toggled?.lines[toggled.lines.length - 1]).toBe(`- [x] Bins 🔁 ${rule} 📅 ${date} ✅ 2025-06-15`);
    }
});
