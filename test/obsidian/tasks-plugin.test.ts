// First: it gives the window the text coding that every window of the app has.
import { AppDouble } from './app-double';
import { AppVaultHost } from '../../src/obsidian/vault/app-vault-host';
import { toggledByTasks } from '../../src/obsidian/vault/tasks-plugin';
import { actOnRows } from '../../src/host/row-action';
import { DEFAULT_NOTE_RULES } from '../../src/note/note-rules';
import { Pace } from '../../src/obsidian/vault/pace';

const NOTE = '---\ntype: 1-1\ndate: 2025-10-28\n---\n## Action items\n- [ ] Send minutes @Ann Lee\n- [ ] Water ferns\n';

/** What the note holds after the task in line 6 was ticked, and what came of it. */
async function check(
  toggle: unknown,
  typed = '',
): Promise<{ readonly text: string; readonly outcome: string; readonly transactions: number }> {
  const app = new AppDouble({ 'Meetings/a.md': NOTE });
  if (toggle !== undefined)
    Object.assign(app.app, {
      plugins: { plugins: { 'obsidian-tasks-plugin': { apiV1: { executeToggleTaskDoneCommand: toggle } } } },
    });
  const { editor } = app.open('Meetings/a.md', { cursorAt: 'Water' });
  if (typed !== '') editor.type(typed);
  const host = new AppVaultHost(app.original, new Pace(() => 0));
  const { outcome } = await actOnRows(
    host,
    [[{ path: 'Meetings/a.md', line: 6, text: '- [ ] Send minutes @Ann Lee' }]],
    { do: 'complete' },
    {
      rules: DEFAULT_NOTE_RULES,
      today: '2025-11-03',
      now: 0,
      write: true,
      noteThen: () => null,
      toggleLine: (line, path) => toggledByTasks(app.original, line, path),
    },
  );
  expect(app.text('Meetings/a.md')).toBe(editor.getValue());
  return { text: editor.getValue().split('\n').slice(5).join('\n'), outcome, transactions: editor.transactions.length };
}

test('without the Tasks plugin ours is made, in one step of the editor, beside what is typed and not saved', async () => {
  expect(await check(undefined, 'tall ')).toEqual({
    text: '- [x] Send minutes @Ann Lee ✅ 2025-11-03\n- [ ] tall Water ferns\n',
    outcome: 'done',
    transactions: 1,
  });
});

test('with it, its own: two lines where it says so', async () => {
  const seen: unknown[] = [];
  const two = (line: string, path: string): string => {
    seen.push([line, path]);
    return `- [ ] Send minutes @Ann Lee 🔁\n${line.replace('[ ]', '[x]')}`;
  };
  expect((await check(two)).text).toBe(
    '- [ ] Send minutes @Ann Lee 🔁\n- [x] Send minutes @Ann Lee\n- [ ] Water ferns\n',
  );
  expect(seen[0]).toEqual(['- [ ] Send minutes @Ann Lee', 'Meetings/a.md']);
});

test.each([
  [
    'throws',
    () => {
      throw new Error('no');
    },
  ],
  ['gives no text', () => Promise.resolve('late')],
  ['is no function', 'toggle'],
])('ours is made where its toggle %s', async (_, toggle) => {
  expect((await check(toggle)).text).toBe('- [x] Send minutes @Ann Lee ✅ 2025-11-03\n- [ ] Water ferns\n');
});
