import { parseTasksLines, type ParseTasksOptions } from '../../src/cli/parse-tasks.mts';

const OPTIONS: ParseTasksOptions = { toggle: false, today: '2025-06-15', me: ['Ann Lee'] };

function read(input: string, options: Partial<ParseTasksOptions> = {}): unknown[] {
  const output = parseTasksLines(input, { ...OPTIONS, ...options });
  expect(output === '' || output.endsWith('\n')).toBe(true);
  return output
    .split('\n')
    .slice(0, -1)
    .map((line): unknown => JSON.parse(line));
}

test('a record a line, null where it is no task', () => {
  expect(
    read('- [?] Send deck @Ann Lee @[[Bo Kim]] @TBD ⏫ 📅 2025-02-30 #t 🔁 every day when done ^a\r\ntext\n\n'),
  ).toEqual([
    {
      text: 'Send deck #t',
      status: '?',
      statusType: 'TODO',
      proposed: true,
      owners: [
        { text: 'Ann Lee', name: 'Ann Lee', page: null, me: true },
        { text: '[[Bo Kim]]', name: 'Bo Kim', page: null, me: false },
        { text: 'TBD', name: 'TBD', page: null, me: false },
      ],
      priority: 'high',
      due: null,
      scheduled: null,
      start: null,
      created: null,
      done: null,
      cancelled: null,
      invalidDates: ['due'],
      recurrence: 'every day when done',
      onCompletion: null,
      id: null,
      dependsOn: [],
      blockLink: ' ^a',
      tags: ['#t'],
    },
    null,
    null,
  ]);
});

test('only a line feed ends a line', () => {
  expect(read('- [ ] a\u2028- [ ] b\n- [ ] c')).toMatchObject([{ text: 'a' }, { text: 'c' }]);
  expect(read('')).toEqual([]);
  expect(read('\n')).toEqual([null]);
});

test('by the format, the filter and the settings that are given; what is given singly counts first', () => {
  const tasksSettings = {
    taskFormat: 'dataview',
    globalFilter: '#x',
    statusSettings: {
      coreStatuses: [],
      customStatuses: [{ symbol: '?', name: 'Question', nextStatusSymbol: 'x', type: 'ON_HOLD' }],
    },
  };
  expect(read('- [?] a #x [due:: 2025-01-01]\n- [?] b', { tasksSettings })).toMatchObject([
    { statusType: 'ON_HOLD', proposed: false, due: '2025-01-01', tags: [] },
    null,
  ]);
  expect(read('- [?] b ⏫', { tasksSettings, format: 'tasks', globalFilter: '' })).toMatchObject([
    { text: 'b', priority: 'high' },
  ]);
});

test('toggles', () => {
  expect(read('- [ ] a 🔁 every day 📅 2025-06-10\r\n- [ ] b 🏁 delete\nc', { toggle: true })).toEqual([
    { toggled: '- [ ] a 🔁 every day 📅 2025-06-11\r\n- [x] a 🔁 every day 📅 2025-06-10 ✅ 2025-06-15\r' },
    { toggled: '' },
    null,
  ]);
});
