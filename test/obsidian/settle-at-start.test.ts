/** What the app was closed in the middle of, when it starts again. */
import { AppState } from '../../src/obsidian/vault/app-state';
import { onThatEvening, PluginDouble, settle, until } from './plugin-double';

onThatEvening();

test('is taken back, and told; a start with nothing to settle says nothing', async () => {
  const double = await new PluginDouble().agreed().load();
  await settle();
  expect(double.app.shownNotices()).toEqual([]);
  const before = double.app.texts();
  await double.rollUp();
  expect(double.app.texts()).not.toEqual(before);
  const state = new AppState(double.app.original);
  const [{ name } = { name: '' }] = await state.list('journal');
  // As an app leaves it that ends before its plan is closed.
  await state.rename(`journal/${name}`, `journal/${name.replace('.json', `.open.${state.writer}.json`)}`);
  const told = await double.saidBy(() => void double.load());
  expect(told).toMatch(/^Throughline was stopped in the middle of its work: \d+ files are as before\.$/);
  await until(() => (Object.keys(double.app.texts()).length === Object.keys(before).length ? true : undefined));
  expect(double.app.texts()).toEqual(before);
  expect(await state.list('journal')).toEqual([]);
});
