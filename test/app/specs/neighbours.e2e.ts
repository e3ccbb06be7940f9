/** Tasks, Templater, Dataview and Linter as neighbours. */
import assert from 'node:assert/strict';
import { $, browser } from '@wdio/globals';
import { NOTE, PAGE, show, textOf, typeAtEnd, waitFor } from '../in-app';

const NEIGHBOURS = ['obsidian-tasks-plugin', 'templater-obsidian', 'dataview', 'obsidian-linter'] as const;

/** `wdio.conf.mts` has the service download them. */
const installed = (): Promise<string[]> =>
  browser.executeObsidian(({ app }) =>
    Object.keys((app as unknown as { plugins: { plugins: object } }).plugins.plugins),
  );

it('runs beside all of them', async () => {
  const there = await installed();
  assert.deepEqual(
    ['throughline', ...NEIGHBOURS].filter((id) => !there.includes(id)),
    [],
  );
});

it('offers people behind @ on a task line, whoever else suggests there', async () => {
  await show(NOTE, 'source');
  await typeAtEnd('\n- [ ] Ask about the rota ');
  await browser.keys(['@']);
  await browser.keys(['A', 'n', 'n']);
  await $('.suggestion-container').waitForExist();
  assert.match(await $('.suggestion-container').getText(), /Ann Hale/);
});

it('says the same on a page that a formatter has been over', async () => {
  const said = async (): Promise<string[]> => (await textOf(PAGE)).split('\n').filter((line) => line.trim() !== '');
  const before = await said();
  await show(PAGE, 'source');
  await browser.executeObsidianCommand('obsidian-linter:lint-file');
  await browser.executeObsidianCommand('throughline:roll-up');
  await waitFor('every row that was there', async () => {
    const now = new Set(await said());
    return before.every((line) => now.has(line));
  });
});
