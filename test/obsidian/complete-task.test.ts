// First: it gives the window the text coding that every window of the app has.
import { AppDouble } from './app-double';
import { AppVaultHost } from '../../src/obsidian/vault/app-vault-host';
import { completeInApp } from '../../src/obsidian/vault/complete-task';
import { Pace } from '../../src/obsidian/vault/pace';
import { DEFAULT_SETTINGS } from '../../src/settings/settings';

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
  const { outcome } = await completeInApp(
    app.original,
    host,
    { path: 'Meetings/a.md', line: 6 },
    { settings: DEFAULT_SETTINGS, today: '2025-11-03', now: 0, write: true },
  );
  expect(app.text('Meetings/a.md')).toBe(editor.getValue());
  return { text: editor.getValue().split('\n').slice(5).join('\n'), outcome, transactions: editor.transactions.length };
}

test('without the Tasks plugin ours is made, in one step of the editor, beside what is typed and not saved', async () => {
  expect(await check(undefined, 'tall ')).toEqual({
    text: '- [x] Send minutes @Ann Lee ✅ 2025-11-03\n- [ ] tall Water ferns\n',
    outcome: 'toggled',
    transactions: 1,
  });
});

test('with it, its own: two lines where it says so, none where it deletes', async () => {
  const seen: unknown[] = [];
  const two = (line: string, path: string): string => {
    seen.push([line, path]);
    return `- [ ] Send minutes @Ann Lee 🔁\n${line.replace('[ ]', '[X]')}`;
  };
  expect((await check(two)).text).toBe(
    '- [ ] Send minutes @Ann Lee 🔁\n- [X] Send minutes @Ann Lee\n- [ ] Water ferns\n',
  );
  expect(seen[0]).toEqual(['- [ ] Send minutes @Ann Lee', 'Meetings/a.md']);
  expect((await check(() => '')).text).toBe('- [ ] Water ferns\n');
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
