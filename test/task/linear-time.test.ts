import { parseTask } from '../../src/task/parse';
import { DEFAULT_TASK_RULES, type TaskRules } from '../../src/task/tasks-settings';

/** Lines that make backtracking readers slow, by how long they are to be. */
const HOSTILE: Record<string, (length: number) => string> = {
  'open brackets': (length) => `- [ ] ${'['.repeat(length)}`,
  'open fields': (length) => `- [ ] ${'[due:: '.repeat(length / 7)}`,
  'fields behind text': (length) => `- [ ] ${'(id:: a) x '.repeat(length / 11)}`,
  'spaces': (length) => `- [ ] a${' '.repeat(length)}b`,
  'ids with spaces': (length) => `- [ ] ⛔ a${' ,b  '.repeat(length / 5)},`,
  'a long rule': (length) => `- [ ] 🔁 ${'every day, '.repeat(length / 11)}`,
  'tags': (length) => `- [ ] ${'#a '.repeat(length / 3)}`,
  'mentions': (length) => `- [ ] ${'@Ann (@'.repeat(length / 7)}`,
  'residue never closed': (length) => `- [ ] ${'[](app://'.repeat(length / 9)}`,
  'digits and indentation': (length) => `${'> '.repeat(length / 4)}${'1'.repeat(length / 2)}`,
  'backticks and owners': (length) => `- [ ] ${'`'.repeat(length)} ${'@Ann '.repeat(21)}`,
  'owners': (length) => `- [ ] ${'@Ann '.repeat(length / 5)}`,
  'owners in brackets': (length) => `- [ ] ${'[owner:: A]'.repeat(length / 11)}`,
  'carets': (length) => `- [ ] ${' ^a'.repeat(length / 3)}`,
};

const RULES: TaskRules[] = [DEFAULT_TASK_RULES, { ...DEFAULT_TASK_RULES, format: 'dataview' }];

function readAll(length: number): number {
  const lines = Object.values(HOSTILE).map((make) => make(length));
  const start = performance.now();
  for (const line of lines) for (const rules of RULES) for (const lenient of [false, true]) parseTask(line, rules, { lenient });
  return performance.now() - start;
}

describe('time', () => {
  test('fourteen hostile lines of 200,000 characters, each read four ways, take well under 1.5 s', () => {
    expect(readAll(200_000)).toBeLessThan(1500);
  });

  test('twice the length takes twice the time', () => {
    readAll(100_000);
    const best = (length: number): number => Math.min(readAll(length), readAll(length), readAll(length));
    expect(best(400_000) / best(100_000)).toBeLessThan(8);
  });

  test('rules that rrule would seek for ever', () => {
    const start = performance.now();
    for (const rule of ['every 999999999999999999999 days', 'every minute on the 31st', 'every day for 99999999 times', `every ${'mon, '.repeat(5000)}`, `every day until ${'1'.repeat(200)}`]) {
      parseTask(`- [ ] Bins 🔁 ${rule} 📅 2025-01-31`, DEFAULT_TASK_RULES);
    }
    expect(performance.now() - start).toBeLessThan(500);
  });
});
