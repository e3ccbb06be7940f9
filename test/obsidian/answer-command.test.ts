// First: it gives the window the text coding that every window of the app has.
import { type OpenNote } from './app-double';
import { onThatEvening, PluginDouble, settle, VAULT } from './plugin-double';

onThatEvening();

const DANA = 'Meetings/2025-10-28 Dana.md';

async function openAt(
  cursorAt: string,
  files = VAULT,
): Promise<{
  readonly double: PluginDouble;
  readonly note: OpenNote;
  readonly run: (checking: boolean) => boolean | undefined;
}> {
  const double = await new PluginDouble(files).load();
  const note = double.app.open(DANA, { cursorAt });
  const { editor } = note;
  Object.assign(editor, {
    getCursor: () => editor.cursor(),
    getLine: (line: number) => editor.getValue().split('\n')[line] ?? '',
    focus: () => undefined,
  });
  const command = double.mocked.commands__.get('answer-question');
  const run = (checking: boolean) =>
    command?.editorCheckCallback?.(checking, editor, { file: double.app.app.vault.getFileByPath(DANA) } as never) ??
    undefined;
  return { double, note, run };
}

async function answer(double: PluginDouble, words: string): Promise<void> {
  const el = await double.modal();
  const input = el.querySelector('input');
  if (input === null) throw new Error('No field.');
  input.value = words;
  input.dispatchEvent(new Event('input'));
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
  await settle();
}

test.each([
  ['an open question', 'Who signs', true],
  ['a task', 'Send pricing', false],
  ['a heading', '## Open', false],
  ['a blank line', '\n\n##', false],
])('it is there on %s: %s', async (_, cursorAt, isThere) => {
  const { run } = await openAt(cursorAt);
  expect(run(true)).toBe(isThere);
});

test('the words go below the question, in one step of the editor', async () => {
  const { double, note, run } = await openAt('Who signs');
  const before = note.editor.getValue();
  note.editor.type('ASAP: ');
  run(false);
  await answer(double, 'Bo  Kim');
  expect(note.editor.getValue()).toBe(
    before.replace(
      '- Who signs for Acme?\n',
      '- ASAP: Who signs for Acme?\n  - Answer: Bo Kim [answered:: 2025-11-03]\n',
    ),
  );
  expect(note.editor.transactions).toHaveLength(1);
  expect(note.editor.transactions[0]).toHaveLength(1);
  expect(run(true)).toBe(false);
});

test('settled without words', async () => {
  const { double, note, run } = await openAt('Who signs');
  const before = note.editor.getValue();
  run(false);
  await answer(double, '');
  expect(note.editor.getValue()).toBe(
    before.replace('- Who signs for Acme?', '- Who signs for Acme? [answered:: 2025-11-03]'),
  );
});

test('a question that went while the window was open is left alone, with the reason', async () => {
  const { double, note, run } = await openAt('Who signs');
  run(false);
  note.editor.type('~~');
  const before = note.editor.getValue();
  await answer(double, 'Bo');
  expect(note.editor.getValue()).toBe(before);
  expect(double.app.shownNotices().join('\n')).toContain('no longer has this line');
});

test('a question of a transcript or a note of its own accord left alone is none', async () => {
  const { run } = await openAt('Who signs', {
    ...VAULT,
    [DANA]: String(VAULT[DANA]).replace('type: 1-1', 'type: 1-1\nthroughline: false'),
  });
  expect(run(true)).toBe(false);
});
