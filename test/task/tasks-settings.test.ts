import { nextCopyStatus, isProposed, statusOf } from '../../src/task/status';
import { parseTask } from '../../src/task/parse';
import { DEFAULT_TASK_RULES, readTasksSettings } from '../../src/task/tasks-settings';

describe('readTasksSettings', () => {
  test('reads what Tasks saves', () => {
    const rules = readTasksSettings({
      taskFormat: 'dataview',
      globalFilter: '#task',
      removeGlobalFilter: true,
      setDoneDate: false,
      setCancelledDate: false,
      setCreatedDate: true,
      recurrenceOnNextLine: true,
      removeScheduledDateOnRecurrence: true,
      statusSettings: {
        coreStatuses: [{ symbol: ' ', name: 'Todo', nextStatusSymbol: '/', availableAsCommand: true, type: 'TODO' }],
        customStatuses: [
          { symbol: '🔥', name: 'Hot', nextStatusSymbol: 'x', availableAsCommand: false, type: 'ON_HOLD' },
          { symbol: ' ', name: 'Again', nextStatusSymbol: 'x', type: 'DONE' },
        ],
      },
    });
    expect(rules).toEqual({
      format: 'dataview',
      globalFilter: '#task',
      removeGlobalFilter: true,
      setDoneDate: false,
      setCancelledDate: false,
      setCreatedDate: true,
      recurrenceOnNextLine: true,
      removeScheduledDateOnRecurrence: true,
      owners: 'read',
      statuses: [
        { symbol: ' ', name: 'Todo', next: '/', type: 'TODO' },
        { symbol: '🔥', name: 'Hot', next: 'x', type: 'ON_HOLD' },
      ],
    });
    expect(parseTask('- [🔥] Send #task', rules)).toMatchObject({ statusType: 'ON_HOLD', tags: [] });
    expect(parseTask('- [x] Send #task', rules)).toMatchObject({ statusType: 'TODO' });
  });

  test.each([
    [null],
    [undefined],
    ['text'],
    [3],
    [[]],
    [{}],
    [{ taskFormat: 7, globalFilter: {}, setDoneDate: 'yes', statusSettings: [] }],
    [{ statusSettings: { coreStatuses: 'x', customStatuses: null } }],
    [{ statusSettings: { coreStatuses: [], customStatuses: [null, 3, { symbol: 'xx' }, { symbol: '' }] } }],
  ])('junk keeps the default rules: %j', (json) => {
    expect(readTasksSettings(json)).toEqual(DEFAULT_TASK_RULES);
  });

  test('a status without a type has the one of its symbol, one with an unknown type is TODO', () => {
    const { statuses } = readTasksSettings({
      statusSettings: {
        customStatuses: [{ symbol: 'X' }, { symbol: '-' }, { symbol: 'q' }, { symbol: 'w', type: 'WAITING' }],
      },
    });
    expect(statuses.map(({ type }) => type)).toEqual(['DONE', 'CANCELLED', 'TODO', 'TODO']);
  });
});

describe('statuses', () => {
  test('the next copy of a recurring task: the first TODO of the chain, else IN_PROGRESS, else a space', () => {
    const chain = (...links: [string, string, 'TODO' | 'IN_PROGRESS' | 'DONE' | 'ON_HOLD'][]) =>
      links.map(([symbol, next, type]) => ({ symbol, name: '', next, type }));
    const copy = (statuses: ReturnType<typeof chain>): string =>
      nextCopyStatus(statusOf('x', statuses), statuses).symbol;
    expect(copy(chain(['x', 'a', 'DONE'], ['a', 'b', 'ON_HOLD'], ['b', 'x', 'TODO']))).toBe('b');
    expect(copy(chain(['x', 'a', 'DONE'], ['a', 'x', 'IN_PROGRESS']))).toBe('a');
    expect(copy(chain(['x', 'a', 'DONE'], ['a', 'x', 'ON_HOLD']))).toBe(' ');
    expect(copy(chain(['x', 'x', 'DONE']))).toBe(' ');
  });

  test('proposed is what is asked with `?`, unless the vault means something else by it', () => {
    const proposed = (line: string, name?: string): boolean | null => {
      const statuses =
        name === undefined
          ? DEFAULT_TASK_RULES.statuses
          : [...DEFAULT_TASK_RULES.statuses, { symbol: '?', name, next: 'x', type: 'TODO' as const }];
      const task = parseTask(line, DEFAULT_TASK_RULES);
      return task === null ? null : isProposed(task, statuses);
    };
    expect(proposed('- [?] Send')).toBe(true);
    expect(proposed('- [?] Send', 'Question')).toBe(false);
    expect(proposed('- [?] Send', 'Proposed')).toBe(true);
    expect(proposed('- [ ] Send #proposed ⏫')).toBe(true);
    expect(proposed('- [ ] Send #Proposed')).toBe(true);
    expect(proposed('- [x] Send #proposed')).toBe(true);
    expect(proposed('- [x] Send')).toBe(false);
    expect(proposed('- [ ] Send #proposedly')).toBe(false);
  });
});
