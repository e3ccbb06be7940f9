/**
 * What reading finds and what can be ticked are the same: every task of the sample vault, its lines as reading gave
 * them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { completeTask } from '../../src/edit/complete-task';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { readNote } from '../../src/note/read-note';

const SEEDS = path.join(__dirname, '../../seeds');
const how = { rules: { ...DEFAULT_NOTE_RULES, allTasks: true }, today: '2025-11-03' };

test('every task that is read can be ticked, and then one task differs', () => {
  let [ticked, declined] = [0, 0];
  for (const file of readdirSync(SEEDS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))) {
    const text = readFileSync(path.join(SEEDS, file), 'utf8');
    const { tasks } = readNote(file, text, how.rules);
    for (const [at, { line, source, task }] of tasks.entries()) {
      const outcome = completeTask(text, { path: file, line }, how);
      if (outcome.outcome === 'refused') {
        expect(outcome.refusal).toMatchObject({ code: 'fields-hidden', by: 'damage' });
        declined += 1;
        continue;
      }
      const [change] = outcome.changes;
      expect(change?.before).toBe(source);
      ticked += 1;
      if (task.recurrence !== null || change?.after.length !== 1) continue;
      const after = readNote(file, outcome.text, how.rules).tasks;
      const changed = after.flatMap((other, index) => (other.source === tasks[index]?.source ? [] : [index]));
      expect(changed).toEqual([at]);
      expect(after[at]?.task).toMatchObject({
        text: task.text,
        owners: task.owners,
        due: task.due,
        done: after[at]?.task.statusType === 'DONE' ? '2025-11-03' : null,
      });
      expect(after[at]?.task.status).not.toBe(task.status);
    }
  }
  expect(ticked).toBeGreaterThan(100);
  // One damaged line that recurs, in a note kept damaged on purpose.
  expect(declined).toBeLessThan(5);
});
