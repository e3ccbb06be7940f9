import { PluginDouble } from './plugin-double';
import { AWAKE, QUIET } from '../../src/obsidian/vault/live-writing';
import { SETTLED } from '../../src/obsidian/vault/live-store';

const MEETING = 'Meetings/2025-10-14 Dana.md';
const WAITING = 'Throughline/Waiting on.md';
const DANA = 'People/Dana Fox.md';

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2025-11-03T10:00:00') });
});

afterEach(() => {
  jest.useRealTimers();
});

/** A plugin that keeps pages up to date by itself, its pages written once. */
async function living(): Promise<PluginDouble> {
  const double = await new PluginDouble().agreed().load();
  double.app.original.saveLocalStorage('throughline-writes-by-itself', true);
  double.start();
  await pass(AWAKE + 5000);
  expect(double.app.text(DANA)).toContain('Confirm the Lisbon dates');
  return double;
}

/** Lets time go by, and what is due in it happen. */
async function pass(ms: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(ms);
}

function edit(double: PluginDouble, path: string, change: (text: string) => string): void {
  double.app.put(path, change(double.app.text(path)));
  double.app.app.vault.trigger('modify', double.app.app.vault.getFileByPath(path));
}

const ask =
  (words: string) =>
  (text: string): string =>
    text.replace('Confirm the Lisbon dates', words);

test('pages are written ten minutes after things settled, once', async () => {
  const double = await living();
  edit(double, MEETING, ask('Pilot waits'));
  await pass(QUIET - 1000);
  expect(double.app.text(DANA)).not.toContain('Pilot waits');
  edit(double, MEETING, (text) => text.replace('Pilot waits', 'Pilot waits for Acme'));
  await pass(QUIET - 1000);
  expect(double.app.text(DANA)).not.toContain('Pilot waits');
  await pass(2000);
  expect(double.app.text(DANA)).toContain('Pilot waits for Acme');
  const writes = double.app.writes.length;
  await pass(3 * QUIET);
  expect(double.app.writes).toHaveLength(writes);
});

test('a page is written when it is opened, and only that', async () => {
  const double = await living();
  edit(double, MEETING, ask('Pilot waits'));
  await pass(SETTLED);
  const file = double.app.app.vault.getFileByPath(DANA);
  double.app.app.workspace.trigger('file-open', file);
  await pass(1000);
  expect(double.app.text(DANA)).toContain('Pilot waits');
  expect(double.app.text(WAITING)).not.toContain('Pilot waits');
  await pass(QUIET);
  expect(double.app.text(WAITING)).toContain('Pilot waits');
});

test('Ctrl+Z in an open page does not take back what was written by itself', async () => {
  const double = await living();
  const { editor } = double.app.open(DANA);
  edit(double, MEETING, ask('Pilot waits'));
  await pass(SETTLED);
  double.app.app.workspace.trigger('file-open', double.app.app.vault.getFileByPath(DANA));
  await pass(1000);
  expect(editor.getValue()).toContain('Pilot waits');
  editor.undo();
  expect(editor.getValue()).toContain('Pilot waits');
});

test('a page that is being typed in waits, the others do not', async () => {
  const double = await living();
  const { app } = double.app;
  edit(double, MEETING, ask('Pilot waits'));
  await pass(QUIET - 60_000);
  app.workspace.trigger('editor-change', {}, { file: app.vault.getFileByPath(DANA) });
  await pass(61_000);
  expect(double.app.text(WAITING)).toContain('Pilot waits');
  expect(double.app.text(DANA)).not.toContain('Pilot waits');
  await pass(QUIET);
  expect(double.app.text(DANA)).toContain('Pilot waits');
});

test('nothing is written where nobody agreed to that on this device, or after it was taken back', async () => {
  const double = await new PluginDouble().agreed().load();
  edit(double, MEETING, ask('Pilot waits'));
  await pass(2 * QUIET);
  expect(double.app.writes).toEqual([`modify ${MEETING}`]);

  const other = await living();
  other.start('undo-rollup');
  await pass(2000);
  other.press('Undo');
  await pass(5000);
  const before = other.app.texts();
  expect(before[DANA]).not.toContain('Lisbon');
  edit(other, MEETING, (text) => text);
  await pass(2 * QUIET);
  expect(other.app.texts()).toEqual(before);
});

test('after everything was removed nothing is written by itself, until the vault is rolled up again', async () => {
  const double = await living();
  double.start('remove-everything');
  await pass(2000);
  double.press('Remove');
  await pass(5000);
  expect(double.app.text(DANA)).toBe('# Dana Fox\n\nMet at the fair.\n');
  edit(double, MEETING, ask('Pilot waits'));
  await pass(2 * QUIET);
  expect(double.app.text(DANA)).toBe('# Dana Fox\n\nMet at the fair.\n');
  double.start();
  await pass(5000);
  expect(double.app.text(DANA)).toContain('Pilot waits');
  edit(double, MEETING, (text) => text.replace('Pilot waits', 'Pilot stays'));
  await pass(2 * QUIET);
  expect(double.app.text(DANA)).toContain('Pilot stays');
});

test('a renamed meeting is linked by its new name, a deleted one is gone', async () => {
  const double = await living();
  const { vault } = double.app.app;
  const file = vault.getFileByPath(MEETING);
  if (file === null) throw new Error('no meeting');
  await vault.rename(file, 'Meetings/2025-10-14 Dana and Kim.md');
  await pass(QUIET + SETTLED);
  expect(double.app.text(DANA)).toContain('[[2025-10-14 Dana and Kim');
  await double.app.original.fileManager.trashFile(double.app.original.vault.getFileByPath(file.path) ?? missing());
  await pass(QUIET + SETTLED);
  expect(double.app.text(DANA)).not.toContain('Dana and Kim');
});

test('no timer is left behind when the plugin is unloaded, and nothing is written any more', async () => {
  const double = await living();
  edit(double, MEETING, ask('Pilot waits'));
  double.unload();
  expect(jest.getTimerCount()).toBe(0);
  const before = double.app.texts();
  edit(double, MEETING, ask('Pilot stays'));
  await pass(2 * QUIET);
  expect(double.app.text(DANA)).toBe(before[DANA]);
});

test('what is written live is what a rollup from nothing writes', async () => {
  const double = await living();
  edit(double, MEETING, (text) => `${text}\n- [ ] Book the venue @Bo Kim\n`);
  double.app.put(
    'Meetings/2025-11-02 Bo.md',
    '---\ntype: 1-1\ndate: 2025-11-02\npeople: "[[Bo Kim]]"\n---\n## Open questions\n- Where?\n',
  );
  double.app.app.vault.trigger('create', double.app.app.vault.getFileByPath('Meetings/2025-11-02 Bo.md'));
  await pass(QUIET + SETTLED);
  expect(double.app.text('People/Bo Kim.md')).toContain('Book the venue');
  const live = double.app.texts();
  double.start();
  await pass(5000);
  expect(double.app.texts()).toEqual(live);
});

function missing(): never {
  throw new Error('no such file');
}

test('a page opened right after the device woke waits until Sync has been quiet', async () => {
  const double = await living();
  edit(double, MEETING, ask('Pilot waits'));
  await pass(SETTLED);
  activeDocument.dispatchEvent(new Event('visibilitychange'));
  double.app.app.workspace.trigger('file-open', double.app.app.vault.getFileByPath(DANA));
  await pass(AWAKE - 1000);
  // Sync brings another file.
  edit(double, 'People/Bo Kim.md', (text) => `${text}More.\r\n`);
  await pass(AWAKE - 1000);
  expect(double.app.text(DANA)).not.toContain('Pilot waits');
  await pass(2000);
  expect(double.app.text(DANA)).toContain('Pilot waits');
  expect(double.app.text(WAITING)).not.toContain('Pilot waits');
});
