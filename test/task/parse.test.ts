import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTask } from '../../src/task/parse';
import type { TaskFormat } from '../../src/task/signifiers';
import { DEFAULT_TASK_RULES, type TaskRules } from '../../src/task/tasks-settings';

/** What Tasks 8.3 read, recorded by running it. */
interface RecordedCase {
  line: string;
  format: TaskFormat;
  cat: string;
  globalFilter?: string;
  expected: {
    isTask: boolean;
    statusSymbol: string;
    statusType: string;
    description: string;
    tags: string[];
    priority: string;
    created: string | null;
    start: string | null;
    scheduled: string | null;
    due: string | null;
    done: string | null;
    cancelled: string | null;
    recurrence: string | null;
    onCompletion: string;
    id: string;
    dependsOn: string[];
    blockLink: string;
  };
}

const cases = readFileSync(join(__dirname, 'tasks-cases.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as RecordedCase);

function rulesOf({ format, globalFilter = '' }: Pick<RecordedCase, 'format' | 'globalFilter'>): TaskRules {
  return { ...DEFAULT_TASK_RULES, format, globalFilter };
}

/** Our reading in the words of the recording. */
function asRecorded(line: string, rules: TaskRules): unknown {
  const task = parseTask(line, rules);
  if (task === null) return { isTask: false };
  const date = (field: 'created' | 'start' | 'scheduled' | 'due' | 'done' | 'cancelled'): string | null =>
    task.invalidDates.includes(field) ? 'invalid' : task[field];
  return {
    isTask: true,
    statusSymbol: task.status,
    statusType: task.statusType,
    description: task.text,
    tags: task.tags,
    priority: task.priority,
    created: date('created'),
    start: date('start'),
    scheduled: date('scheduled'),
    due: date('due'),
    done: date('done'),
    cancelled: date('cancelled'),
    recurrence: task.recurrence,
    onCompletion: task.onCompletion ?? '',
    id: task.id ?? '',
    dependsOn: task.dependsOn,
    blockLink: task.blockLink ?? '',
  };
}

function recorded({ expected }: RecordedCase): unknown {
  if (!expected.isTask) return { isTask: false };
  const { recurrenceRaw: _, ...read } = expected as RecordedCase['expected'] & { recurrenceRaw: string | null };
  return read;
}

describe('what Tasks reads', () => {
  const categories = [...new Set(cases.map(({ cat }) => cat))];
  test.each(categories)('%s', (category) => {
    for (const one of cases.filter(({ cat }) => cat === category)) {
      expect({ line: one.line, ...(asRecorded(one.line, { ...rulesOf(one), owners: 'ignore' }) as object) }).toEqual({
        line: one.line,
        ...(recorded(one) as object),
      });
    }
  });

  test('and with owners read, the same on every line without one', () => {
    let without = 0;
    for (const one of cases) {
      const task = parseTask(one.line, rulesOf(one));
      if (task !== null && task.owners.length > 0) continue;
      without++;
      expect(asRecorded(one.line, rulesOf(one))).toEqual(recorded(one));
    }
    expect(without).toBeGreaterThan(850);
  });
});

test.each([
  ['every day '.repeat(40), 'every day'],
  [`every day${' every day'.repeat(400)} when done`, 'every day when done'],
  [`every week on Monday${' every week'.repeat(60)}`, 'every week on Monday'],
  [`every 2 weeks ${'on the '.repeat(60)}`, 'every 2 weeks'],
  ['every '.repeat(80), null],
])('a rule of any length is read as rrule reads it, up to where it stops: case %#', (rule, text) => {
  const task = parseTask(`- [ ] Bins 🔁 ${rule.trim()} 📅 2025-10-31`, DEFAULT_TASK_RULES);
  expect([task?.due, task?.recurrence]).toEqual(['2025-10-31', text]);
});
