import { parseTask } from '../../src/task/parse';
import { DEFAULT_TASK_RULES, type TaskRules } from '../../src/task/tasks-settings';
import { expectLinear } from '../growth';

/** Lines that make backtracking readers slow, by how long they are to be. */
const HOSTILE: Record<string, (length: number) => string> = {
  'open brackets': (length) => `- [ ] ${'['.repeat(length)}`,
  'open fields': (length) => `- [ ] ${'[due:: '.repeat(length / 7)}`,
  'fields behind text': (length) => `- [ ] ${'(id:: a) x '.repeat(length / 11)}`,
  spaces: (length) => `- [ ] a${' '.repeat(length)}b`,
  'ids with spaces': (length) => `- [ ] ⛔ a${' ,b  '.repeat(length / 5)},`,
  'a long rule': (length) => `- [ ] 🔁 ${'every day, '.repeat(length / 11)}`,
  tags: (length) => `- [ ] ${'#a '.repeat(length / 3)}`,
  mentions: (length) => `- [ ] ${'@Ann (@'.repeat(length / 7)}`,
  'residue never closed': (length) => `- [ ] ${'[](app://'.repeat(length / 9)}`,
  'digits and indentation': (length) => `${'> '.repeat(length / 4)}${'1'.repeat(length / 2)}`,
  'backticks and owners': (length) => `- [ ] ${'`'.repeat(length)} ${'@Ann '.repeat(21)}`,
  owners: (length) => `- [ ] ${'@Ann '.repeat(length / 5)}`,
  'owners in brackets': (length) => `- [ ] ${'[owner:: A]'.repeat(length / 11)}`,
  carets: (length) => `- [ ] ${' ^a'.repeat(length / 3)}`,
};

const RULES: TaskRules[] = [DEFAULT_TASK_RULES, { ...DEFAULT_TASK_RULES, format: 'dataview' }];

describe('time', () => {
  test.each(Object.entries(HOSTILE))('%s: twice the length takes twice the time, read four ways', (_, make) => {
    expectLinear(
      (size) => {
        const line = make(size);
        return () => {
          for (const rules of RULES) for (const lenient of [false, true]) parseTask(line, rules, { lenient });
        };
      },
      { from: 25_000, to: 200_000 },
    );
  });

  test.each<[what: string, rule: (turn: number) => string]>([
    ['every 9… days', (turn) => `every ${turn}${'9'.repeat(20)} days`],
    ['every so many minutes on the 31st', (turn) => `every ${turn} minutes on the 31st`],
    ['every day for 99999999 times', (turn) => `every day for ${99_999_999 + turn} times`],
    ['every mon, mon, …', (turn) => `every ${turn} ${'mon, '.repeat(5_000)}`],
    ['every day until 1…', (turn) => `every day until ${turn}${'1'.repeat(200)}`],
  ])('%s, which rrule would seek for ever, costs about what any rule does', (_, odd) => {
    // A rule is remembered once it was read: each is read once.
    let turn = 0;
    expectLinear(
      (size) => () => {
        turn += 1;
        parseTask(`- [ ] Bins 🔁 ${size === 1 ? `every ${turn} days` : odd(turn)} 📅 2025-01-31`, DEFAULT_TASK_RULES);
      },
      { from: 1, to: 8 },
    );
  });
});
